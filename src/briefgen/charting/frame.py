"""The frame of a plot whose values rise: both axes, periods, lines of reference, and words at points.

Promise: no words of an axis lie over each other; what is said of the plot is said within the picture.
"""

import itertools
import math
from collections.abc import Sequence

import msgspec

from briefgen.charting.board import ABOVE, BELOW, MIDDLE, Board, box_of, meet
from briefgen.charting.names import Name
from briefgen.charting.plot import Annotation, Area, Line, Plot, Words
from briefgen.charting.scale import Scale, extent, topped, value_axis
from briefgen.charting.ticks import Ticks, date_ticks, linear_ticks, log_ticks
from briefgen.geometry import Rect

PER_TICK = 30.0  # points of height
TICK_GAP = 5.0  # from the numbers of the axis of values to the plot
LABEL_GAP = 6.0  # from the plot to the labels below it
BETWEEN = 6.0  # two labels of the x axis
HAIR, RULE = 0.35, 0.75
PER_LABEL = 45.0  # points of width
TICK, HAIR_TICK = 2.5, 0.5
BESIDE_AXIS = 6.0  # points: a line of the grid that is nearer to the axis would double it
LEAST_WIDTH = 20.0  # points of a plot
ANNOTATION = 96.0  # points: the widest lines of words at a point
NEAR = 40  # places of words about a point, of those tried: one on no line of the grid is better than a nearer one
CUT, TOOTH, TORN = 8.0, 5.0, 1.6  # points from the axis to the sign that it is cut; its teeth, and half their height


class Frame(msgspec.Struct, frozen=True):
    """A plot's rectangle with its two scales."""

    box: Rect
    x: Scale
    y: Scale
    band: float  # the width of a category, 0 on an axis of numbers

    @property
    def zero(self) -> float:
        """Where lengths begin."""
        return self.y(min(max(0.0, self.y.low), self.y.high))


class Wanted(msgspec.Struct, frozen=True):
    """What a kind of chart asks of its frame. `top`: where it may begin; `right`: what names beside it take."""

    top: float
    height: float
    right: float
    zero: bool
    values: tuple[float, ...]
    bands: bool = False  # categories have a width of their own
    numbers: bool = True  # the axis of values is written


def make_frame(board: Board, plot: Plot, wanted: Wanted) -> Frame:
    """Draw the ground, the grid and both axes."""
    texts = board.texts
    high = wanted.height - wanted.top
    count = max(3, min(7, int(high / PER_TICK)))
    values = [*wanted.values, *plot.scaled_with]
    low_end, high_end, ticks = value_axis(plot, values, count, zero=wanted.zero)
    if wanted.numbers and plot.end is None and not plot.log:
        ticks = topped(ticks, high_end)
        high_end = max(high_end, ticks.places[-1])
    written = [texts.number(place, _decimals(plot, place, ticks)) for place in ticks.places] if wanted.numbers else []
    left = max((texts.width(each, "chart") for each in written), default=-TICK_GAP) + TICK_GAP
    if left > board.width - wanted.right - LEAST_WIDTH:
        said = "the numbers of its axis have no room beside the chart"
        board.faults.append(("chart/names-left-out", said, "make it as wide as the page, or count in thousands or millions"))
        left, written = 0.0, []
    right = max(board.width - wanted.right, left + LEAST_WIDTH)
    x, band = _x_scale(plot, left, right, bands=wanted.bands)
    top = _write_above(board, plot, x, wanted.top)
    bottom = top + high
    box = Rect(left, top, right - left, high)
    frame = Frame(box, x, Scale(low_end, high_end, bottom, top, plot.log), band)
    _draw_periods(board, plot, frame)
    base = frame.zero if wanted.zero and not plot.log else bottom
    for place, words in zip(ticks.places, written, strict=False):
        y = frame.y(place)
        if 0.0 < abs(base - y) < BESIDE_AXIS:  # of an axis that begins where the outline says so
            continue
        board.add(Line(((left, y), (right, y)), "grid", HAIR, frame=True))
        board.write(board.soft(words, left - TICK_GAP, y + texts.size("chart") * MIDDLE, "right"))
    board.add(Line(((left, base), (right, base)), "axis", RULE, frame=True))
    return frame


def _decimals(plot: Plot, place: float, ticks: Ticks) -> int:
    if not plot.log:
        return ticks.decimals
    return max(0, -math.floor(math.log10(place) + 1e-9)) if place > 0 else 0


def _x_scale(plot: Plot, left: float, right: float, *, bands: bool) -> tuple[Scale, float]:
    count = len(plot.xs)
    if plot.x_kind == "category" or bands:
        band = (right - left) / max(1, count)
        first, last = (0.0, float(max(1, count) - 1)) if count > 1 else (-0.5, 0.5)
        return Scale(first, last, left + band / 2, right - band / 2), band
    xs = [*plot.xs, *plot.placed_with] or [0.0, 1.0]
    low, high = min(xs), max(xs)
    if plot.log_x and low > 0:
        return Scale(low, max(high, low * 1.01), left + 4.0, right - 4.0, log=True), 0.0
    if plot.kind == "scatter":
        low, high = extent(xs, zero=False)
        ticks = linear_ticks(low, high, max(2, int((right - left) / 60)))
        return Scale(min(low, ticks.places[0]), max(high, ticks.places[-1]), left + 4.0, right - 4.0), 0.0
    return Scale(low, high if high > low else low + 1.0, left + 2.0, right - 2.0), 0.0


def place_x(plot: Plot, frame: Frame, number: int) -> float:
    """Where the place `number` of the x axis stands: in its band, or at its value."""
    return frame.x(float(number) if frame.band else plot.xs[number])


def at_x(plot: Plot, frame: Frame, value: float) -> float:
    """Where a value of the x axis stands, among bands between those of its neighbours."""
    if not frame.band or plot.x_kind == "category":
        return frame.x(value)
    below = [number for number, x in enumerate(plot.xs) if x <= value]
    if not below:
        return frame.x(0.0)
    last = below[-1]
    if last + 1 == len(plot.xs) or plot.xs[last] == value:
        return frame.x(float(last))
    return frame.x(last + (value - plot.xs[last]) / (plot.xs[last + 1] - plot.xs[last]))


def _bare(plot: Plot, x: Scale, value: float) -> float:
    frame = Frame(Rect(0, 0, 0, 0), x, x, 1.0 if plot.x_kind == "category" else 0.0)
    return at_x(plot, frame, value)


def _write_above(board: Board, plot: Plot, x: Scale, top: float) -> float:
    """Names of periods and of lines across the x axis, in rows above the plot; returns where that begins."""
    found = [(_bare(plot, x, (each.start + each.end) / 2), each.label) for each in plot.periods]
    found += [(_bare(plot, x, each.at), each.label) for each in plot.references if each.axis == "x"]
    rows: list[list[Words]] = []
    size, leading = board.texts.size("chart"), board.texts.leading("chart")
    for at, label in found:
        if not label:
            continue
        words = board.soft(label, at, 0.0, "center", width=board.width)
        wide = max(words.lines, default=0.0)
        words = msgspec.structs.replace(words, x=min(max(at, wide / 2), board.width - wide / 2))
        box = box_of(words, board.texts)
        row = next((r for r in rows if not any(_near(box, box_of(other, board.texts)) for other in r)), None)
        if row is None:
            rows.append(row := [])
        row.append(words)
    for row in rows:
        for words in row:
            board.write(msgspec.structs.replace(words, y=top + size * ABOVE))
        top += leading * max(len(words.lines) for words in row)
    return top + (3.0 if rows else 0.0)


def _near(one: Rect, other: Rect) -> bool:
    return one.x < other.right + BETWEEN and other.x < one.right + BETWEEN


def _draw_periods(board: Board, plot: Plot, frame: Frame) -> None:
    box = frame.box
    half = frame.band / 2
    for period in plot.periods:
        left = max(box.x, at_x(plot, frame, period.start) - half)
        right = min(box.right, at_x(plot, frame, period.end) + half)
        corners = ((left, box.y), (right, box.y), (right, box.bottom), (left, box.bottom))
        board.add(Area(corners, "period", frame=True))
    for reference in plot.references:
        if reference.axis == "x":
            x = at_x(plot, frame, reference.at)
            board.add(Line(((x, box.y), (x, box.bottom)), "axis", RULE, 1))


def draw_references(board: Board, plot: Plot, frame: Frame) -> None:
    """Lines at values of the axis of values; their names stand among those of the series."""
    for reference in plot.references:
        if reference.axis == "y":
            y = frame.y(reference.at)
            board.add(Line(((frame.box.x, y), (frame.box.right, y)), "text", RULE, 1))


def reference_names(plot: Plot, y: Scale | None = None) -> list[Name]:
    """The names of lines at values."""
    return [
        Name(each.label, "text", "rule", 1, y(each.at) if y else None)
        for each in plot.references
        if each.axis == "y" and each.label
    ]


def mark_cut(board: Board, box: Rect, *, across: bool) -> None:
    """The sign of an axis that does not begin at zero: a torn stripe through all that stands on it.

    `across`: lengths rise, and the stripe runs from left to right; else they run to the right, and it runs down.
    """
    start, end = (box.x, box.right) if across else (box.y, box.bottom)
    count = max(2, int((end - start) / TOOTH))
    steps = [start + (end - start) * number / count for number in range(count + 1)]
    base = box.bottom - CUT if across else box.x + CUT
    ends = [(step, base + (TORN if number % 2 else -TORN)) for number, step in enumerate(steps)]
    board.add(Line(tuple(ends if across else [(y, x) for x, y in ends]), "paper", 2.2, frame=True))


def write_x(board: Board, plot: Plot, frame: Frame) -> float:
    """Write the labels of the x axis below the plot; returns where they end."""
    base = frame.box.bottom + LABEL_GAP + board.texts.size("chart") * ABOVE
    found, ticks = _x_labels(board, plot, frame, base)
    foot = frame.box.bottom
    board.add(*(Line(((x, foot), (x, foot + TICK)), "axis", HAIR_TICK, frame=True) for x in ticks))
    for words in found:
        board.write(words)
    bottom = max((box_of(words, board.texts).bottom for words in found), default=base)
    if plot.x_name:
        y = bottom + 2.0 + board.texts.size("chart") * ABOVE
        words = board.soft(plot.x_name, frame.box.right, y, "right", width=frame.box.width)
        board.write(words)
        bottom = box_of(words, board.texts).bottom
    return bottom


def _x_labels(board: Board, plot: Plot, frame: Frame, base: float) -> tuple[list[Words], list[float]]:
    """As many labels as have room, and where ticks stand."""
    if plot.x_kind == "category" or frame.band:
        every = 1
        while True:
            found = _category_labels(board, plot, frame, base, every)
            if not _crowded(board, found) or every > len(plot.labels):
                return found, []
            every = every + 1 if every < 10 else every * 5 // 4
    for wanted in range(max(1, int(frame.box.width / PER_LABEL)), 0, -1):
        labels = _value_labels(board, plot, frame, base, wanted)
        if not _crowded(board, [words for words, _ in labels]):
            break
    kept: list[tuple[Words, float]] = []  # of two at the ends of a very narrow plot the first
    for words, x in labels:
        if not any(meet(box_of(words, board.texts), box_of(other, board.texts)) for other, _ in kept):
            kept.append((words, x))
    return [words for words, _ in kept], [x for _, x in kept]


def _category_labels(board: Board, plot: Plot, frame: Frame, base: float, every: int) -> list[Words]:
    found = []
    for number in range(0, len(plot.labels), every):
        room = frame.band - BETWEEN if every == 1 else 0.0
        x = place_x(plot, frame, number)
        alone = len(plot.labels) == 1 or every > 1
        words = board.words(plot.labels[number], x, base, "center", width=max(room, 1.0) if not alone else board.width)
        found.append(_inside(board, words))
    return found


def _inside(board: Board, words: Words) -> Words:
    wide = max(words.lines, default=0.0)
    return msgspec.structs.replace(words, x=min(max(words.x, wide / 2), board.width - wide / 2))


def _value_labels(board: Board, plot: Plot, frame: Frame, base: float, wanted: int) -> list[tuple[Words, float]]:
    scale, texts = frame.x, board.texts
    if plot.x_kind == "date":
        ticks = date_ticks(scale.low, scale.high, wanted)
        said = [texts.date(place, ticks.unit) for place in ticks.places]
    elif plot.log_x:
        ticks = log_ticks(scale.low, scale.high, max(2, wanted))
        said = [texts.number(place, max(0, -math.floor(math.log10(place) + 1e-9))) for place in ticks.places]
    else:
        ticks = linear_ticks(scale.low, scale.high, max(2, wanted))
        years = plot.x_kind == "year"
        said = [texts.plain(place, 0) if years else texts.number(place, ticks.decimals) for place in ticks.places]
    slack = (scale.high - scale.low) * 1e-6
    found = []
    for place, words in zip(ticks.places, said, strict=True):
        if scale.low - slack <= place <= scale.high + slack and (plot.x_kind != "year" or place == int(place)):
            x = scale(place)
            found.append((_inside(board, board.soft(words, x, base, "center")), x))
    return found


def _crowded(board: Board, found: Sequence[Words]) -> bool:
    """Whether labels lie over each other or nearly so, are broken in too many lines, or within a word."""
    boxes = [box_of(words, board.texts) for words in found]
    wide = [Rect(box.x - BETWEEN / 2, box.y, box.width + BETWEEN, box.height) for box in boxes]
    for words in found:
        if len(words.lines) > 3 or (words.width and board.texts.word(words.label, words.style) > words.width):
            return True
    return any(meet(one, other) for one, other in itertools.pairwise(wide))


def annotate(board: Board, plot: Plot, frame: Frame) -> None:
    """Write words at points, where nothing else is; those that find no place are listed below the picture."""
    for annotation in plot.annotations:
        x, y = at_x(plot, frame, annotation.x), frame.y(annotation.y)
        spots = _spots(board, annotation, x, y)
        free = [each for each in spots if board.fits(each, frame.box)]
        near = (each for each in spots[:NEAR] if each in free and not _over_grid(board, each))
        found = next(near, free[0] if free else None)
        if found is None:
            board.faults.append(("annotation", annotation.label, ""))
            continue
        box = box_of(found, board.texts)
        end = (min(max(x, box.x), box.right), min(max(y, box.y), box.bottom))
        if math.hypot(end[0] - x, end[1] - y) > 5.0:
            board.add(Line(((x, y), end), "text", 0.5, frame=True))
        board.write(found)


def _over_grid(board: Board, words: Words) -> bool:
    """Whether a line of the grid runs through words."""
    box = box_of(words, board.texts)
    lines = (mark for mark in board.marks if isinstance(mark, Line) and mark.tone == "grid")
    return any(box.y < line.points[0][1] < box.bottom for line in lines)


def _spots(board: Board, annotation: Annotation, x: float, y: float) -> "list[Words]":
    """Words about a point, near places first."""
    size, leading = board.texts.size("chart"), board.texts.leading("chart")
    width = min(ANNOTATION, board.width * 0.45)
    flat = board.words(annotation.label, 0.0, 0.0, width=width)
    deep = leading * (len(flat.lines) - 1)
    found = []
    for away in (5.0, 12.0, 22.0, 36.0, 52.0, 70.0, 90.0):
        above, below = y - away - deep - size * BELOW, y + away + size * ABOVE
        beside = y + size * MIDDLE - deep / 2
        for align, at, base in (
            ("left", x - 2.0, above), ("right", x + 2.0, above), ("left", x - 2.0, below), ("right", x + 2.0, below),
            ("left", x + away, beside), ("right", x - away, beside), ("left", x + away, above), ("right", x - away, above),
            ("left", x + away, below), ("right", x - away, below),
        ):  # fmt: skip
            found.append(msgspec.structs.replace(flat, x=at, y=base, align=align))
    return found


def list_left(board: Board, height: float) -> float:
    """Write below the picture what found no place at its point; returns where that ends."""
    size, leading = board.texts.size("chart"), board.texts.leading("chart")
    kept = []
    for fault in board.faults:
        if fault[0] != "annotation":
            kept.append(fault)
            continue
        height += 3.0
        words = board.words(fault[1], 0.0, height + size * ABOVE, width=board.width)
        board.write(words)
        height += leading * len(words.lines)
    board.faults[:] = kept
    return height
