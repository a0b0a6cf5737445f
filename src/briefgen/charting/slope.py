"""Slopes: what stood at first and what at last, and which line runs against the others."""

import msgspec

from briefgen.charting.board import ABOVE, BELOW, Board, spread
from briefgen.charting.lines import LEAST, STRONG, USUAL, is_high
from briefgen.charting.plot import Disc, Line, Picture, Plot, Style, Texts, Words
from briefgen.charting.scale import Scale, extent
from briefgen.charting.tones import line_tone

GAP = 6.0  # from a line's end to its words
SIDE = 0.33  # of the width, at most, for the words at each side
DOT = 2.2


class Ends(msgspec.Struct, frozen=True):
    """The two ends of the lines: where they stand, the scale between `top` and `bottom`, and the words at each."""

    left: float
    right: float
    top: float
    bottom: float
    y: Scale
    words: tuple[tuple[Words | None, ...], tuple[Words | None, ...]]


def draw_slope(plot: Plot, width: float, height: float, texts: Texts) -> Picture:
    """Lines between the first and the last place, values at both ends and names at the last."""
    board = Board(width, texts)
    heads = [board.soft(label, 0.0, 0.0, "center", width=width / 2 - GAP) for label in (plot.labels[0], plot.labels[-1])]
    ends = _ends(board, plot, texts.leading("chart") * max(len(words.lines) for words in heads) + 3.0, height)
    for number, (words, x) in enumerate(zip(heads, (ends.left, ends.right), strict=True)):
        half = max(words.lines) / 2
        # each keeps to its half of the picture
        least, most = (half, width / 2 - 2.0 - half) if number == 0 else (width / 2 + 2.0 + half, width - half)
        board.write(msgspec.structs.replace(words, x=min(max(x, least), most), y=texts.size("chart") * ABOVE))
        board.add(Line(((x, ends.top), (x, ends.bottom - 1.0)), "grid", 0.5, frame=True))
    for number, series in enumerate(plot.series):
        tone, dash = line_tone(plot, number)
        pairs = ((ends.left, series.values[0]), (ends.right, series.values[-1]))
        shown = [(x, ends.y(value)) for x, value in pairs if value is not None]
        if len(shown) > 1:
            board.add(Line(tuple(shown), tone, STRONG if is_high(plot, series.name) else USUAL, dash))
        board.add(*(Disc(x, at, DOT, tone) for x, at in shown))
    for side in (0, 1):
        _write_ends(board, plot, ends, side)
    return board.picture(ends.bottom)


def _ends(board: Board, plot: Plot, top: float, height: float) -> Ends:
    """Where the ends of lines stand, with room for their words."""
    size, leading = board.texts.size("chart"), board.texts.leading("chart")
    first = tuple(_words(board, plot, series.values[0], "") for series in plot.series)
    last = tuple(_words(board, plot, series.values[-1], series.name) for series in plot.series)
    left, right = (max((max(words.lines) for words in row if words), default=0.0) + GAP for row in (first, last))
    deep = leading * sum(len(words.lines) for words in last if words)
    bottom = max(height, top + LEAST, top + deep)
    values = [value for series in plot.series for value in (series.values[0], series.values[-1]) if value is not None]
    low, high = extent([*values, *plot.scaled_with], zero=False)
    y = Scale(low, high, bottom - size / 2 - 1.0, top + size / 2, plot.log)
    return Ends(left, board.width - right, top, bottom, y, (first, last))


def _words(board: Board, plot: Plot, value: float | None, name: str) -> Words | None:
    """The words at an end: its value, and at the right its name."""
    if value is None:
        return board.words(name, 0.0, 0.0, width=board.width * SIDE) if name else None
    said = board.texts.number(value, plot.decimals)
    style: Style = "chart_strong" if is_high(plot, name) else "chart"
    return board.words(f"{said} {name}" if name else said, 0.0, 0.0, width=board.width * SIDE, style=style)


def _write_ends(board: Board, plot: Plot, ends: Ends, side: int) -> None:
    """Write the words at the left (0) or at the right (1), none over another."""
    size, leading = board.texts.size("chart"), board.texts.leading("chart")
    shown = [(number, words) for number, words in enumerate(ends.words[side]) if words is not None]
    values = [plot.series[number].values[-side] for number, _ in shown]
    wanted = [ends.y(value) if value is not None else ends.bottom for value in values]
    heights = [leading * len(words.lines) for _, words in shown]
    above = (leading - size * (ABOVE + BELOW)) / 2  # of the first line, so that each stands amid its height
    tops = spread(wanted, heights, ends.top, max(ends.bottom, ends.top + sum(heights))) or []
    for (number, words), start in zip(shown, tops, strict=True):
        x = ends.right + GAP if side else ends.left - GAP
        y, tone = start + above + size * ABOVE, line_tone(plot, number)[0]
        board.write(msgspec.structs.replace(words, x=x, y=y, align="left" if side else "right", tone=tone))
