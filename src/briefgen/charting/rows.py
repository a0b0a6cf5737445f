"""Charts in rows, a label at the left of each: bars, dots and ranges.

Promise: labels are whole and stand beside their row; values stand at the ends of bars, where there is room for all of them.
"""

import itertools

import msgspec

from briefgen.charting.board import ABOVE, BELOW, MIDDLE, Board, box_of
from briefgen.charting.columns import FULL, SEAM, VALUE_GAP, VALUES_MOST, box_mark, column_name
from briefgen.charting.frame import HAIR, RULE, mark_cut
from briefgen.charting.lines import Stack, is_high, stacked
from briefgen.charting.names import Name, write_legend
from briefgen.charting.plot import Area, Disc, Line, Picture, Plot, Style, Texts, Words
from briefgen.charting.scale import Scale, value_axis
from briefgen.charting.ticks import Ticks
from briefgen.charting.tones import fill_tone, line_tone
from briefgen.geometry import Rect

LABELS, WIDEST = 0.4, 0.6  # of the width, at most, for the labels, and for those with long words
GAP = 6.0  # from the labels to the plot
THICK, SLIM, THIN = 11.0, 8.5, 1.5  # points: a bar alone, one of several, the thinnest
AIR = 5.0  # points between rows
PER_TICK = 52.0  # points of width
DOT = 3.2
STUB = 25.0  # points
DEEP = 11.0  # a row of dots
INSIDE = 2.0  # points at least between a value and the ends of its part


class Rows(msgspec.Struct, frozen=True):
    """The rows of a chart: where each begins, how high it is, and the plot beside them."""

    tops: tuple[float, ...]
    heights: tuple[float, ...]
    box: Rect
    x: Scale
    ticks: Ticks

    def middle(self, number: int) -> float:
        return self.tops[number] + self.heights[number] / 2


def draw_bar(plot: Plot, width: float, height: float, texts: Texts) -> Picture:
    """Bars from zero to the right, losses to the left."""
    board = Board(width, texts)
    stacks = stacked(plot)
    together = plot.arrangement != "grouped"
    values = [value for stack in stacks for pair in stack if pair for value in pair]
    names = [column_name(plot, number, None) for number in range(len(plot.series))] if len(plot.series) > 1 else []
    top = _legend(board, plot, names)
    side = 1 if together else len(plot.series)
    thick = _thickness(plot, side, height - top)
    shown = _values_shown(plot, thick) and _has_room(board, plot)
    rows = make_rows(board, plot, values, (top, side * thick, height), zero=True, values_shown=shown)
    for number, stack in enumerate(stacks):
        for at, pair in enumerate(stack):
            if pair is None:
                continue
            left, right = sorted((rows.x(pair[0]), rows.x(pair[1])))
            y = rows.middle(at) - side * thick / 2 + (number * thick if side > 1 else 0.0)
            seam = min(SEAM, thick / 8) if side > 1 else 0.0
            gap = SEAM if together and len(stacks) > 1 and right - left > 3 * SEAM else 0.0
            board.add(box_mark(plot, number, at, Rect(left + gap / 2, y + seam / 2, right - left - gap, thick - seam)))
    if plot.cut and plot.start:
        mark_cut(board, rows.box, across=False)
    _zero(board, rows)
    bottom = _references(board, plot, rows)
    if shown:
        _write_values(board, plot, rows, side, thick)
    elif together and thick >= SLIM:
        _write_inside(board, plot, rows, stacks)
    return board.picture(bottom)


def _legend(board: Board, plot: Plot, names: list[Name]) -> float:
    references = [Name(each.label, "text", "rule", 1) for each in plot.references if each.axis == "y" and each.label]
    return write_legend(board, [*names, *references], 0.0)


def _thickness(plot: Plot, side: int, height: float) -> float:
    usual = THICK if side == 1 else SLIM
    rows = max(1, len(plot.xs))
    if rows * (side * usual + AIR) <= height:
        return usual
    return max(THIN, (height / rows - AIR) / side, (height / rows * FULL) / side)


def _values_shown(plot: Plot, thick: float) -> bool:
    if plot.arrangement != "grouped" or plot.log or plot.cut or plot.start is not None or plot.end is not None:
        return False
    return thick >= SLIM - 0.01 and len(plot.series) * len(plot.xs) <= 2 * VALUES_MOST


def label_width(board: Board, plot: Plot) -> float:
    """How wide the lines of labels may be: more than usual, where a word asks for it."""
    widest = max((board.texts.word(label, "chart_strong") for label in plot.labels), default=0.0)
    return max(board.width * LABELS, min(board.width * WIDEST, widest))


def _has_room(board: Board, plot: Plot) -> bool:
    """Whether bars beside their values are longer than a stub."""
    shown = [value for series in plot.series for value in series.values if value is not None]
    sides = [[value for value in shown if (value < 0) == below] for below in (False, True)]
    taken = sum(max((_wide(board.texts, plot, value) for value in side), default=0.0) for side in sides)
    most = label_width(board, plot)
    labels = [max(board.texts.lines(label, "chart_strong", most), default=0.0) for label in plot.labels]
    return board.width - max(labels, default=0.0) - GAP - taken >= STUB


def make_rows(
    board: Board, plot: Plot, values: list[float], room: tuple[float, float, float], *, zero: bool, values_shown: bool
) -> Rows:
    """Write the labels of rows; without values at the bars, an axis below. `room`: top, height of a row's marks, all."""
    texts, (top, deep, height) = board.texts, room
    size, leading = texts.size("chart"), texts.leading("chart")
    most = label_width(board, plot)
    labels = [board.words(label, 0.0, 0.0, width=most, style=_style(plot, label)) for label in plot.labels]
    left = max((max(words.lines, default=0.0) for words in labels), default=0.0) + GAP
    inked = [size * (ABOVE + BELOW) + leading * (len(words.lines) - 1) for words in labels]
    heights = [max(deep, ink) for ink in inked]
    spare = (height - top - 16.0 - sum(heights)) / max(1, len(heights))
    air = min(AIR, max(1.0, spare))
    tops, y = [], top + (0.0 if values_shown else 1.0)
    for high in heights:
        tops.append(y)
        y += high + air
    foot = y - air / 2
    for words, start, high, ink in zip(labels, tops, heights, inked, strict=True):
        board.write(msgspec.structs.replace(words, y=start + (high - ink) / 2 + size * ABOVE))
    values = [*values, *plot.scaled_with, *(each.at for each in plot.references if each.axis == "y")]
    x, ticks = _value_scale(board, plot, values, left, zero=zero, values_shown=values_shown)
    box = Rect(left, top - 1.0, board.width - left, foot - top + 1.0)
    rows = Rows(tuple(tops), tuple(heights), box, x, ticks)
    if not values_shown:
        _axis(board, rows)
    return rows


def _style(plot: Plot, label: str) -> Style:
    return "chart_strong" if is_high(plot, label) else "chart"


def _value_scale(
    board: Board, plot: Plot, values: list[float], left: float, *, zero: bool, values_shown: bool
) -> tuple[Scale, Ticks]:
    """The scale of values, with room for what is written at the ends of bars."""
    texts = board.texts
    count = max(2, min(7, int((board.width - left) / PER_TICK)))
    low, high, ticks = value_axis(plot, values, count, zero=zero)
    start, end = left, board.width
    if values_shown:
        shown = [value for series in plot.series for value in series.values if value is not None]
        low, high = min(0.0, *shown, *values), max(0.0, *shown, *values)
        high = high if high > low else low + 1.0
        after = max((_wide(texts, plot, value) for value in shown if value >= 0), default=0.0)
        before = max((_wide(texts, plot, value) for value in shown if value < 0), default=0.0)
        start, end = start + before, max(start + before + 10.0, end - after)
    return Scale(low, high, start, end, plot.log), ticks


def _wide(texts: Texts, plot: Plot, value: float) -> float:
    return texts.width(texts.number(value, plot.decimals), "chart_strong") + VALUE_GAP + 1.0


def _axis(board: Board, rows: Rows) -> None:
    """The grid, and the numbers of the axis below the rows, as many as have room."""
    texts, box, ticks = board.texts, rows.box, rows.ticks
    base = box.bottom + 3.0 + texts.size("chart") * ABOVE
    every = 1
    while every <= len(ticks.places):
        found = []
        for place in ticks.places[::every]:
            words = board.soft(texts.number(place, ticks.decimals), rows.x(place), base, "center")
            wide = max(words.lines)
            found.append(msgspec.structs.replace(words, x=min(max(words.x, wide / 2), board.width - wide / 2)))
        boxes = [box_of(words, texts) for words in found]
        if all(one.right + 5.0 <= other.x for one, other in itertools.pairwise(boxes)):
            break
        every += 1
    for place in ticks.places:
        board.add(Line(((rows.x(place), box.y), (rows.x(place), box.bottom)), "grid", HAIR, frame=True))
    for words in found[: None if every <= len(ticks.places) else 1]:
        board.write(words)


def _zero(board: Board, rows: Rows) -> None:
    x = rows.x(min(max(0.0, rows.x.low), rows.x.high))
    board.add(Line(((x, rows.box.y), (x, rows.box.bottom)), "axis", RULE, frame=True))


def _references(board: Board, plot: Plot, rows: Rows) -> float:
    """Lines at values, and where the picture ends."""
    for each in plot.references:
        if each.axis == "y":
            x = rows.x(each.at)
            board.add(Line(((x, rows.box.y), (x, rows.box.bottom)), "text", RULE, 1))
    below = [box_of(mark, board.texts).bottom for mark in board.marks if isinstance(mark, Words)]
    return max([rows.box.bottom, *below])


def _write_values(board: Board, plot: Plot, rows: Rows, side: int, thick: float) -> None:
    size = board.texts.size("chart")
    inside = Rect(0.0, 0.0, board.width, rows.box.bottom + size)
    for number, series in enumerate(plot.series):
        for at, value in enumerate(series.values):
            if value is None:
                continue
            y = rows.middle(at) - side * thick / 2 + ((number + 0.5) * thick if side > 1 else thick / 2)
            high = is_high(plot, series.name) or is_high(plot, plot.labels[at])
            words = board.words(
                board.texts.number(value, plot.decimals),
                rows.x(value) + (-VALUE_GAP if value < 0 else VALUE_GAP),
                y + size * MIDDLE,
                "right" if value < 0 else "left",
                style="chart_strong" if high else "chart",
            )
            if board.fits(words, inside):
                board.write(words)


def _write_inside(board: Board, plot: Plot, rows: Rows, stacks: list[Stack]) -> None:
    """Values on the parts of bars that are wide enough."""
    size = board.texts.size("chart")
    for number, stack in enumerate(stacks):
        tone, hatch = fill_tone(plot, number)
        for at, pair in enumerate(stack):
            value = plot.series[number].values[at]
            if pair is None or value is None or hatch:
                continue
            left, right = sorted((rows.x(pair[0]), rows.x(pair[1])))
            said = board.texts.number(value, plot.decimals)
            words = board.words(said, (left + right) / 2, rows.middle(at) + size * MIDDLE, "center")
            if max(words.lines) + 2 * INSIDE <= right - left:
                board.write(msgspec.structs.replace(words, tone=f"on {tone}", inside=True))


def draw_dot(plot: Plot, width: float, height: float, texts: Texts) -> Picture:
    """Dots on a common axis, a row for each label (Cleveland 1984)."""
    board = Board(width, texts)
    values = [value for series in plot.series for value in series.values if value is not None]
    names = [_dot_name(plot, number) for number in range(len(plot.series))] if len(plot.series) > 1 else []
    rows = make_rows(board, plot, values, (_legend(board, plot, names), DEEP, height), zero=False, values_shown=False)
    for at in range(len(plot.xs)):
        y = rows.middle(at)
        board.add(Line(((rows.box.x, y), (rows.box.right, y)), "grid", HAIR, frame=True))
        own = [s.values[at] for s in plot.series]
        given = [rows.x(value) for value in own if value is not None]
        if len(given) > 1:
            board.add(Line(((min(given), y), (max(given), y)), "muted", 1.2))
        for number, value in enumerate(own):
            if value is not None:
                name = _dot_name(plot, number)
                tone = name.tone
                if len(plot.series) == 1 and plot.highlight and plot.labels[at] not in plot.highlight:
                    tone = "muted"
                board.add(Disc(rows.x(value), y, DOT, tone, name.index))
    return board.picture(_references(board, plot, rows))


def _dot_name(plot: Plot, number: int) -> Name:
    tone, _ = line_tone(plot, number)
    return Name(plot.series[number].name, tone, "dot", number % 6, strong=is_high(plot, plot.series[number].name))


def draw_range(plot: Plot, width: float, height: float, texts: Texts) -> Picture:
    """From the least to the greatest, a bar in each row; with three series the first is a dot between the others."""
    board = Board(width, texts)
    values = [value for series in plot.series for value in series.values if value is not None]
    low, high = plot.series[-2].values, plot.series[-1].values
    middle = plot.series[0].values if len(plot.series) > 2 else (None,) * len(plot.xs)
    ends = f"{plot.series[-2].name} – {plot.series[-1].name}"
    names = [Name(plot.series[0].name, "line:0", "dot")] if len(plot.series) > 2 else []
    top = _legend(board, plot, [*names, Name(ends, "range", "fill")])
    rows = make_rows(board, plot, values, (top, DEEP, height), zero=False, values_shown=False)
    for at in range(len(plot.xs)):
        y = rows.middle(at)
        least, most, value = low[at], high[at], middle[at]
        strong = not plot.highlight or plot.labels[at] in plot.highlight
        if least is not None and most is not None:
            left, right = sorted((rows.x(least), rows.x(most)))
            corners = ((left, y - 2.5), (right, y - 2.5), (right, y + 2.5), (left, y + 2.5))
            board.add(Area(corners, "range" if strong else "muted fill"))
        if value is not None:
            board.add(Disc(rows.x(value), y, DOT, "line:0" if strong else "muted"))
    return board.picture(_references(board, plot, rows))
