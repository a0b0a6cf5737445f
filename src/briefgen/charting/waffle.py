"""Waffles: parts of a hundred as squares."""

import math

from briefgen.charting.board import ABOVE, MIDDLE, Board
from briefgen.charting.lines import is_high
from briefgen.charting.plot import Area, Picture, Plot, Style, Texts
from briefgen.charting.tones import TONES

SQUARES, ROW, LONG_ROW = 100, 10, 20  # in a row: ten, or twenty where that leaves less of the width empty
CELL, GREATEST = 9.5, 13.0  # points: from one square to the next, at least and at most
GREATEST_LONG = 18.0  # the same in a long row
KEY_SQUARE = 8.0
SEAM = 0.16  # of that: between two
GAP, BELOW = 14.0, 6.0  # from the squares to the names beside them, or below
KEY = 12.0  # from a name's square to the name
NARROW = 90.0  # points: names that have less room than this beside the squares stand below them


def draw_waffle(plot: Plot, width: float, height: float, texts: Texts) -> Picture:  # noqa: ARG001  its squares ask for no more
    """A hundred squares, as many for each label as it has in a hundred; names beside, or below where that is narrow."""
    board = Board(width, texts)
    size, leading = texts.size("chart"), texts.leading("chart")
    values = plot.series[0].values
    counts = in_hundred([max(0.0, value or 0.0) for value in values])
    filled = [number for number, count in enumerate(counts) for _ in range(count)]
    said = [f"{texts.number(value or 0.0, plot.decimals)} {label}" for value, label in zip(values, plot.labels, strict=True)]
    row, cell = _grid(width, max((texts.width(words, "chart_strong") for words in said), default=0.0))
    for square, number in enumerate(filled):
        board.add(_square(plot, number, square % row * cell, square // row * cell, cell * (1 - SEAM)))
    side, high = (row - SEAM) * cell, (SQUARES / row - SEAM) * cell
    left, y = (0.0, high + BELOW) if width - side < NARROW else (side + GAP, 0.0)
    for number, label in enumerate(plot.labels):
        style: Style = "chart_strong" if is_high(plot, label) else "chart"
        words = board.words(said[number], left + KEY, y + size * ABOVE, width=width - left - KEY - 4.0, style=style)
        board.add(_square(plot, number, left, y + size * (ABOVE - MIDDLE) - KEY_SQUARE / 2, KEY_SQUARE))
        board.write(words)
        y += leading * len(words.lines) + 4.0
    return board.picture(max(high, y))


def _grid(width: float, names: float) -> tuple[int, float]:
    """How many squares a row has, and how far one is from the next: with the names they fill the width, within limits."""
    room = width - max(names + KEY + 4.0, NARROW) - GAP
    if room >= LONG_ROW * GREATEST:
        return LONG_ROW, min(GREATEST_LONG, room / LONG_ROW)
    return ROW, min(GREATEST, max(CELL, room / ROW))


def _square(plot: Plot, number: int, x: float, y: float, side: float) -> Area:
    return Area(((x, y), (x + side, y), (x + side, y + side), (x, y + side)), *_tone(plot, number))


def _tone(plot: Plot, number: int) -> tuple[str, int]:
    """The tone and the hatch of a part; with a highlight its parts have the accent, and the others step back."""
    if not plot.highlight:
        return f"fill:{number % TONES}", number // TONES
    high = plot.labels[number] in plot.highlight
    alike = [each for each, label in enumerate(plot.labels) if (label in plot.highlight) == high]
    place = alike.index(number)
    if high:
        return ("fill:0", "accent tint")[place % 2], place // 2
    return "muted fill", place


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
