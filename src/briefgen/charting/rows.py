"""Charts in rows, a label at the left of each: what bars, dots and ranges share.

Promise: labels are whole and stand beside their row.
"""

import itertools
from collections.abc import Sequence

import msgspec

from briefgen.charting.board import ABOVE, BELOW, Board, box_of
from briefgen.charting.columns import VALUE_GAP
from briefgen.charting.frame import HAIR, RULE
from briefgen.charting.lines import is_high
from briefgen.charting.names import Name, write_legend
from briefgen.charting.plot import Line, Plot, Style, Texts, Words
from briefgen.charting.scale import Scale, value_axis
from briefgen.charting.ticks import Ticks
from briefgen.geometry import Rect

LABELS, WIDEST = 0.4, 0.6  # of the width, at most, for the labels, and for those with long words
GAP = 6.0  # from the labels to the plot
AIR = 5.0  # points between rows
PER_TICK = 52.0  # points of width


class Rows(msgspec.Struct, frozen=True):
    """The rows of a chart: where each begins, how high it is, and the plot beside them."""

    tops: tuple[float, ...]
    heights: tuple[float, ...]
    box: Rect
    x: Scale
    ticks: Ticks

    def middle(self, number: int) -> float:
        return self.tops[number] + self.heights[number] / 2


class Room(msgspec.Struct, frozen=True):
    """What rows ask for: where they begin, how high the marks of one are, and how high all may be.

    `zero`: they are lengths; `values_shown`: values stand at their ends, and no axis is needed.
    """

    top: float
    deep: float
    height: float
    zero: bool = False
    values_shown: bool = False


def write_names(board: Board, plot: Plot, names: Sequence[Name]) -> float:
    """The legend, with lines of reference; returns where the rows may begin."""
    references = [Name(each.label, "text", "rule", 1) for each in plot.references if each.axis == "y" and each.label]
    return write_legend(board, [*names, *references], 0.0)


def label_width(board: Board, plot: Plot) -> float:
    """How wide the lines of labels may be: more than usual, where a word asks for it."""
    widest = max((board.texts.word(label, "chart_strong") for label in plot.labels), default=0.0)
    return max(board.width * LABELS, min(board.width * WIDEST, widest))


def make_rows(board: Board, plot: Plot, values: list[float], room: Room) -> Rows:
    """Write the labels of rows; without values at the bars, an axis below."""
    size, leading = board.texts.size("chart"), board.texts.leading("chart")
    most = label_width(board, plot)
    labels = [board.words(label, 0.0, 0.0, width=most, style=_style(plot, label)) for label in plot.labels]
    left = max((max(words.lines, default=0.0) for words in labels), default=0.0) + GAP
    inked = [size * (ABOVE + BELOW) + leading * (len(words.lines) - 1) for words in labels]
    heights = [max(room.deep, ink) for ink in inked]
    air = min(AIR, max(1.0, (room.height - room.top - 16.0 - sum(heights)) / max(1, len(heights))))
    tops, y = [], room.top + (0.0 if room.values_shown else 1.0)
    for high in heights:
        tops.append(y)
        y += high + air
    for words, start, high, ink in zip(labels, tops, heights, inked, strict=True):
        board.write(msgspec.structs.replace(words, y=start + (high - ink) / 2 + size * ABOVE))
    values = [*values, *plot.scaled_with, *(each.at for each in plot.references if each.axis == "y")]
    x, ticks = _value_scale(board, plot, values, left, room)
    box = Rect(left, room.top - 1.0, board.width - left, y - air / 2 - room.top + 1.0)
    rows = Rows(tuple(tops), tuple(heights), box, x, ticks)
    if not room.values_shown:
        _axis(board, rows)
    return rows


def _style(plot: Plot, label: str) -> Style:
    return "chart_strong" if is_high(plot, label) else "chart"


def _value_scale(board: Board, plot: Plot, values: list[float], left: float, room: Room) -> tuple[Scale, Ticks]:
    """The scale of values, with room for what is written at the ends of bars."""
    count = max(2, min(7, int((board.width - left) / PER_TICK)))
    low, high, ticks = value_axis(plot, values, count, zero=room.zero)
    if not room.values_shown:
        return Scale(low, high, left, board.width, plot.log), ticks
    low, high = min(0.0, *values), max(0.0, *values)
    before, after = taken(board.texts, plot)
    start = left + before
    return Scale(low, high if high > low else low + 1.0, start, max(start + 10.0, board.width - after)), ticks


def taken(texts: Texts, plot: Plot) -> tuple[float, float]:
    """What values written at the ends of bars take at the left, below zero, and at the right."""
    shown = [value for series in plot.series for value in series.values if value is not None]
    wide = [(value, texts.width(texts.number(value, plot.decimals), "chart_strong") + VALUE_GAP + 1.0) for value in shown]
    before = max((width for value, width in wide if value < 0), default=0.0)
    return before, max((width for value, width in wide if value >= 0), default=0.0)


def _axis(board: Board, rows: Rows) -> None:
    """The grid, and the numbers of the axis below the rows, as many as have room."""
    box, ticks = rows.box, rows.ticks
    for place in ticks.places:
        board.add(Line(((rows.x(place), box.y), (rows.x(place), box.bottom)), "grid", HAIR, frame=True))
    for every in range(1, len(ticks.places) + 1):
        found = [_number(board, rows, place) for place in ticks.places[::every]]
        boxes = [box_of(words, board.texts) for words in found]
        if all(one.right + 5.0 <= other.x for one, other in itertools.pairwise(boxes)):
            break
    for words in found:
        board.write(words)


def _number(board: Board, rows: Rows, place: float) -> Words:
    base = rows.box.bottom + 3.0 + board.texts.size("chart") * ABOVE
    words = board.soft(board.texts.number(place, rows.ticks.decimals), rows.x(place), base, "center")
    half = max(words.lines) / 2
    return msgspec.structs.replace(words, x=min(max(words.x, half), board.width - half))


def draw_references(board: Board, plot: Plot, rows: Rows) -> float:
    """Lines at values, and where the picture ends."""
    for each in plot.references:
        if each.axis == "y":
            x = rows.x(each.at)
            board.add(Line(((x, rows.box.y), (x, rows.box.bottom)), "text", RULE, 1))
    below = [box_of(mark, board.texts).bottom for mark in board.marks if isinstance(mark, Words)]
    return max([rows.box.bottom, *below])
