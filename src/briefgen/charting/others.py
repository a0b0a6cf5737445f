"""Slopes, scatters, pyramids, waffles and steps."""

import math

import msgspec

from briefgen.charting.board import ABOVE, BELOW, MIDDLE, Board, spread
from briefgen.charting.frame import Wanted, annotate, draw_references, list_left, make_frame, reference_names, write_x
from briefgen.charting.lines import LEAST, is_high
from briefgen.charting.names import Name, plan_beside, write_beside, write_legend
from briefgen.charting.plot import Align, Area, Disc, Line, Picture, Plot, Style, Texts, Words
from briefgen.charting.scale import Scale, extent
from briefgen.charting.tones import fill_tone, line_tone
from briefgen.geometry import Rect

GAP = 6.0
SIDE = 0.33  # of the width, at most, for the words at each side of a slope
SQUARES = 100
CELL, SEAM = 9.5, 1.5  # points: a square of a waffle, and between two
THICK = 9.0
LEAST_BAR = 10.0  # points: the longest bar of a pyramid is not shorter


def draw_slope(plot: Plot, width: float, height: float, texts: Texts) -> Picture:
    """Lines between the first and the last place, names and values at both ends."""
    board = Board(width, texts)
    size, leading = texts.size("chart"), texts.leading("chart")
    last = len(plot.xs) - 1
    ends = [
        (
            _ends_words(board, plot, series.values[0], ""),
            _ends_words(board, plot, series.values[last], series.name),
        )
        for series in plot.series
    ]
    left = max((max(words.lines) for words, _ in ends if words), default=0.0) + GAP
    right = max((max(words.lines) for _, words in ends if words), default=0.0) + GAP
    heads = [board.soft(label, 0.0, 0.0, "center", width=width / 2 - GAP) for label in (plot.labels[0], plot.labels[last])]
    top = leading * max(len(words.lines) for words in heads) + 3.0
    deep = sum(size + leading * (len(words.lines) - 1) + 2.0 for _, words in ends if words)
    height = max(height, top + LEAST, top + deep)
    values = [value for series in plot.series for value in (series.values[0], series.values[last]) if value is not None]
    low, high = extent(values, zero=False)
    y = Scale(low, high, height - size / 2 - 1.0, top + size / 2, plot.log)
    x0, x1 = left, width - right
    for number, (words, x) in enumerate(zip(heads, (x0, x1), strict=True)):
        half = max(words.lines) / 2
        # each keeps to its half of the picture
        least, most = (half, width / 2 - 2.0 - half) if number == 0 else (width / 2 + 2.0 + half, width - half)
        board.write(msgspec.structs.replace(words, x=min(max(x, least), most), y=size * ABOVE))
        board.add(Line(((x, top), (x, height - 1.0)), "grid", 0.5, frame=True))
    for number, series in enumerate(plot.series):
        tone, dash = line_tone(plot, number)
        first, final = series.values[0], series.values[last]
        shown = [(x, y(value)) for x, value in ((x0, first), (x1, final)) if value is not None]
        if len(shown) > 1:
            board.add(Line(tuple(shown), tone, 1.9 if is_high(plot, series.name) else 1.4, dash))
        board.add(*(Disc(x, at, 2.2, tone) for x, at in shown))
    for side, x in ((0, x0 - GAP), (1, x1 + GAP)):
        _write_ends(board, plot, [pair[side] for pair in ends], x, (y, top, height), side)
    return board.picture(height)


def _ends_words(board: Board, plot: Plot, value: float | None, name: str) -> Words | None:
    """The words at an end of a slope: its value, and at the right its name."""
    if value is None:
        return board.words(name, 0.0, 0.0, width=board.width * SIDE) if name else None
    said = board.texts.number(value, plot.decimals)
    style: Style = "chart_strong" if is_high(plot, name) else "chart"
    return board.words(f"{said} {name}" if name else said, 0.0, 0.0, width=board.width * SIDE, style=style)


def _write_ends(
    board: Board, plot: Plot, words: list[Words | None], x: float, frame: tuple[Scale, float, float], side: int
) -> None:
    y, top, bottom = frame
    size, leading = board.texts.size("chart"), board.texts.leading("chart")
    shown = [(number, each) for number, each in enumerate(words) if each is not None]
    values = [plot.series[number].values[-side] for number, _ in shown]
    wanted = [y(value) if value is not None else bottom for value in values]
    heights = [size * (ABOVE + BELOW) + leading * (len(each.lines) - 1) + 1.0 for _, each in shown]
    tops = spread(wanted, heights, top, max(bottom, top + sum(heights))) or []
    for (number, each), start in zip(shown, tops, strict=True):
        tone = line_tone(plot, number)[0]
        board.write(
            msgspec.structs.replace(each, x=x, y=start + 0.5 + size * ABOVE, align="left" if side else "right", tone=tone)
        )


def draw_scatter(plot: Plot, width: float, height: float, texts: Texts) -> Picture:
    """Points by two numbers, with names where there is room."""
    board = Board(width, texts)
    values = tuple(value for series in plot.series for value in series.values if value is not None)
    values += tuple(each.at for each in plot.references if each.axis == "y")
    names = [_dot_name(plot, number) for number in range(len(plot.series))] if len(plot.series) > 1 else []
    beside = plan_beside(board, reference_names(plot), LEAST - 5.0)
    top = write_legend(board, [*names, *([] if beside else reference_names(plot))], 0.0)
    if plot.y_name:
        words = board.soft(plot.y_name, 0.0, top + texts.size("chart") * ABOVE, width=width)
        board.write(words)
        top += texts.leading("chart") * len(words.lines) + 3.0
    top = max(top, 3.0)
    wanted = Wanted(top, max(height, top + LEAST), beside.width if beside else 0.0, False, values)
    frame = make_frame(board, plot, wanted)
    draw_references(board, plot, frame)
    if beside and (named := plan_beside(board, reference_names(plot, frame.y), height)):
        write_beside(board, named, frame.box.right, frame.box.y, frame.box.bottom)
    points = []
    for number, series in enumerate(plot.series):
        name = _dot_name(plot, number)
        for at, value in enumerate(series.values):
            if value is not None:
                label = plot.labels[at] if plot.labels else ""
                strong = not plot.highlight or label in plot.highlight or series.name in plot.highlight
                disc = Disc(frame.x(plot.xs[at]), frame.y(value), 2.4, name.tone if strong else "muted", name.index)
                points.append((disc, label))
                board.add(disc)
    _name_points(board, plot, points, frame.box)
    bottom = write_x(board, plot, frame)
    annotate(board, plot, frame)
    return board.picture(list_left(board, bottom))


def _dot_name(plot: Plot, number: int) -> Name:
    tone, _ = line_tone(plot, number)
    return Name(plot.series[number].name, tone, "dot", number % 6, strong=is_high(plot, plot.series[number].name))


def _name_points(board: Board, plot: Plot, points: "list[tuple[Disc, str]]", box: Rect) -> None:
    """Names beside points, the highlighted first; how many have no room is a fault."""
    texts = board.texts
    size, left_out = texts.size("chart"), 0
    for disc, label in sorted(points, key=lambda point: not is_high(plot, point[1])):
        if not label:
            continue
        away = disc.radius + 2.0
        style: Style = "chart_strong" if is_high(plot, label) else "chart"
        flat = board.words(label, disc.x, disc.y, style=style)
        spots = (
            (away, size * MIDDLE, "left"), (-away, size * MIDDLE, "right"), (0.0, -away - size * BELOW, "center"),
            (0.0, away + size * ABOVE, "center"), (away, -away, "left"), (away, away + size / 2, "left"),
            (-away, -away, "right"), (-away, away + size / 2, "right"),
        )  # fmt: skip
        tried = (msgspec.structs.replace(flat, x=disc.x + dx, y=disc.y + dy, align=align) for dx, dy, align in spots)
        found = next((words for words in tried if board.fits(words, box)), None)
        if found:
            board.write(found)
        else:
            left_out += 1
    if left_out:
        said = f"{left_out} of {len([1 for _, label in points if label])} points have no room for their names"
        board.faults.append(("chart/names-left-out", said, "make the chart as wide as the page, or name fewer points"))


def draw_pyramid(plot: Plot, width: float, height: float, texts: Texts) -> Picture:
    """Two series back to back, a row for each label between them."""
    board = Board(width, texts)
    size, leading = texts.size("chart"), texts.leading("chart")
    labels = [board.words(label, 0.0, 0.0, "center", width=width * 0.3) for label in plot.labels]
    middle = max((max(words.lines, default=0.0) for words in labels), default=0.0) + 2 * GAP
    side = (width - middle) / 2
    shown = [[abs(value) for value in series.values if value is not None] for series in plot.series[:2]]
    most = max((value for row in shown for value in row), default=1.0) or 1.0
    wide = max((texts.width(texts.number(value, plot.decimals), "chart") for row in shown for value in row), default=0.0)
    shown_values = side - wide - 3.0 >= LEAST_BAR
    if not shown_values:
        said = "the values of the pyramid have no room beside its bars"
        board.faults.append(("chart/names-left-out", said, "make it as wide as the page, or count in thousands or millions"))
    scale = Scale(0.0, most, 0.0, side - wide - 3.0 if shown_values else side)
    heads = [board.words(s.name, 0.0, 0.0, style="chart_strong", width=side) for s in plot.series[:2]]
    top = leading * max(len(words.lines) for words in heads) + 3.0
    y = top
    ink = [size * (ABOVE + BELOW) + leading * (len(words.lines) - 1) for words in labels]
    pitch = (height - top) / max(1, len(labels))
    thick = min(THICK, max(2.0, pitch - 1.5))
    for number, words in enumerate(heads):
        x = side if number == 0 else width - side
        board.write(msgspec.structs.replace(words, x=x, y=size * ABOVE, align="right" if number == 0 else "left"))
    for at, words in enumerate(labels):
        high = max(thick, ink[at])
        centre = y + high / 2
        board.write(msgspec.structs.replace(words, x=width / 2, y=centre - ink[at] / 2 + size * ABOVE))
        for number, series in enumerate(plot.series[:2]):
            value = series.values[at]
            if value is None:
                continue
            reach = scale(abs(value))
            near, far = (side, side - reach) if number == 0 else (width - side, width - side + reach)
            corners = (
                (near, centre - thick / 2),
                (far, centre - thick / 2),
                (far, centre + thick / 2),
                (near, centre + thick / 2),
            )
            tone = fill_tone(plot, number)[0]
            if plot.highlight and plot.labels[at] not in plot.highlight and series.name not in plot.highlight:
                tone = "muted fill"
            board.add(Area(corners, tone))
            align: Align = "left" if number else "right"
            x = far + 2.5 if number else far - 2.5
            if shown_values:
                board.write(board.words(texts.number(abs(value), plot.decimals), x, centre + size * MIDDLE, align))
        y += high + 1.5
    for x in (side, width - side):
        board.add(Line(((x, top), (x, y - 1.5)), "axis", 0.75, frame=True))
    return board.picture(y)


def draw_waffle(plot: Plot, width: float, height: float, texts: Texts) -> Picture:  # noqa: ARG001  its squares have one size
    """A hundred squares, as many for each label as it has in a hundred; names beside, or below where that is narrow."""
    board = Board(width, texts)
    size, leading = texts.size("chart"), texts.leading("chart")
    values = [max(0.0, value or 0.0) for value in plot.series[0].values]
    counts = in_hundred(values)
    side = 10 * CELL - SEAM
    tones = [_waffle_tone(plot, number) for number in range(len(values))]
    filled = [number for number, count in enumerate(counts) for _ in range(count)]
    for square, number in enumerate(filled):
        x, y = (square % 10) * CELL, (square // 10) * CELL
        inner = CELL - SEAM
        board.add(Area(((x, y), (x + inner, y), (x + inner, y + inner), (x, y + inner)), *tones[number]))
    narrow = width - side < 90.0
    left, y = (0.0, side + GAP) if narrow else (side + 14.0, 0.0)
    for number, label in enumerate(plot.labels):
        room = width - left - 16.0
        said = texts.number(plot.series[0].values[number] or 0.0, plot.decimals)
        style: Style = "chart_strong" if is_high(plot, label) or number == 0 else "chart"
        words = board.words(f"{said} {label}", left + 12.0, y + size * ABOVE, width=room, style=style)
        inner = CELL - SEAM
        at = y + size * ABOVE - size * MIDDLE - inner / 2
        board.add(Area(((left, at), (left + inner, at), (left + inner, at + inner), (left, at + inner)), *tones[number]))
        board.write(words)
        y += leading * len(words.lines) + 4.0
    return board.picture(max(side, y))


def _waffle_tone(plot: Plot, number: int) -> tuple[str, int]:
    if plot.highlight:
        high = plot.labels[number] in plot.highlight
        others = [label for label in plot.labels if label not in plot.highlight]
        return (
            ("fill:0", 0)
            if high
            else (f"fill:{1 + others.index(plot.labels[number]) % 3}", others.index(plot.labels[number]) // 3)
        )
    return f"fill:{number % 4}", number // 4


def in_hundred(values: list[float]) -> list[int]:
    """Whole parts of a hundred in proportion to values, by largest remainders."""
    whole = sum(values)
    if whole <= 0:
        return [0] * len(values)
    exact = [value * SQUARES / whole for value in values]
    counts = [math.floor(part) for part in exact]
    order = sorted(range(len(values)), key=lambda number: counts[number] - exact[number])
    for number in order[: SQUARES - sum(counts)]:
        counts[number] += 1
    return counts
