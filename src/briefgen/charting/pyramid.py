"""Pyramids: two groups back to back."""

import msgspec

from briefgen.charting.board import ABOVE, BELOW, MIDDLE, Board
from briefgen.charting.plot import Align, Area, Line, Picture, Plot, Texts
from briefgen.charting.scale import Scale
from briefgen.charting.tones import fill_tone

GAP = 6.0  # from the labels to the bars
MIDDLE_SHARE = 0.3  # of the width, at most, for the labels
THICK, THIN, SEAM = 9.0, 2.0, 1.5
LEAST_BAR = 10.0  # points: the longest bar is not shorter
LEAST_SIDE = 0.25  # of the room of both sides: what the one with the shorter bars has
VALUE_GAP = 2.5


class Half(msgspec.Struct, frozen=True):
    """One side: the series, where its bars begin, how long they are for their values, and how much room it has."""

    number: int
    start: float
    scale: Scale
    values_shown: bool
    room: float


def draw_pyramid(plot: Plot, width: float, height: float, texts: Texts) -> Picture:
    """Two series back to back, a row for each label between them."""
    board = Board(width, texts)
    size, leading = texts.size("chart"), texts.leading("chart")
    labels = [board.words(label, 0.0, 0.0, "center", width=width * MIDDLE_SHARE) for label in plot.labels]
    middle = max((max(words.lines, default=0.0) for words in labels), default=0.0) + 2 * GAP
    halves = _halves(board, plot, width - middle)
    heads = [
        board.words(series.name, 0.0, 0.0, style="chart_strong", width=half.room)
        for half, series in zip(halves, plot.series, strict=True)
    ]
    spine = halves[0].start + middle / 2
    for half, words in zip(halves, heads, strict=True):
        align: Align = "left" if half.number else "right"
        board.write(msgspec.structs.replace(words, x=half.start, y=size * ABOVE, align=align))
    y = top = leading * max(len(words.lines) for words in heads) + 3.0
    thick = min(THICK, max(THIN, (height - top) / max(1, len(labels)) - SEAM))
    for at, words in enumerate(labels):
        ink = size * (ABOVE + BELOW) + leading * (len(words.lines) - 1)
        high = max(thick, ink)
        board.write(msgspec.structs.replace(words, x=spine, y=y + (high - ink) / 2 + size * ABOVE))
        for half in halves:
            _draw_bar(board, plot, half, at, (y + high / 2, thick))
        y += high + SEAM
    for half in halves:
        board.add(Line(((half.start, top), (half.start, y - SEAM)), "axis", 0.75, frame=True))
    return board.picture(y)


def _halves(board: Board, plot: Plot, room: float) -> tuple[Half, Half]:
    """Both sides, on one scale, which share the room in proportion to their longest bars, within LEAST_SIDE.

    Without values at the bars where there is no room for them.
    """
    shown = [[abs(value) for value in series.values if value is not None] for series in plot.series]
    wide = [max([_wide(board, plot, value) for value in side], default=0.0) + VALUE_GAP + 0.5 for side in shown]
    fits = room / 2 - max(wide) >= LEAST_BAR
    if not fits:
        message = "the values of the pyramid have no room beside its bars"
        hint = "make it as wide as the page, or count in thousands or millions"
        board.faults.append(("chart/names-left-out", message, hint))
        wide = [0.0, 0.0]
    # small charts are held against each other: their sides are alike
    most = [max([*side, *map(abs, plot.scaled_with)], default=1.0) or 1.0 for side in shown]
    share = min(max(most[0] / sum(most), LEAST_SIDE), 1.0 - LEAST_SIDE)
    bars = room - sum(wide)
    # one scale for both: the shorter of those that their sides allow
    point = min(bars * share / most[0], bars * (1.0 - share) / most[1])
    scale = Scale(0.0, max(most), 0.0, max(most) * point)
    left, right = wide[0] + bars * share, wide[1] + bars * (1.0 - share)
    return Half(0, left, scale, fits, left), Half(1, board.width - right, scale, fits, right)


def _wide(board: Board, plot: Plot, value: float) -> float:
    return board.texts.width(board.texts.number(value, plot.decimals), "chart")


def _draw_bar(board: Board, plot: Plot, half: Half, at: int, row: tuple[float, float]) -> None:
    """The bar of a row and its value. `row`: its middle, and how thick the bar is."""
    middle, thick = row
    series = plot.series[half.number]
    value = series.values[at]
    if value is None:
        return
    sign = 1 if half.number else -1
    near, far = half.start, half.start + sign * half.scale(abs(value))
    top, foot = middle - thick / 2, middle + thick / 2
    tone = fill_tone(plot, half.number)[0]
    if plot.highlight and plot.labels[at] not in plot.highlight and series.name not in plot.highlight:
        tone = "muted fill"
    board.add(Area(((near, top), (far, top), (far, foot), (near, foot)), tone))
    if half.values_shown:
        said, y = board.texts.number(abs(value), plot.decimals), middle + board.texts.size("chart") * MIDDLE
        board.write(board.words(said, far + sign * VALUE_GAP, y, "left" if half.number else "right"))
