"""What marks are called: names at the ends of lines where they fit, a legend above the plot where they do not.

Promise: every name stands once, with a sample of its mark where it does not stand beside it.
"""

from collections.abc import Sequence

import msgspec

from briefgen.charting.board import ABOVE, MIDDLE, Board, spread
from briefgen.charting.plot import Area, Disc, Line, Mark, Style, Words

SHARE = 0.34  # of the width, at most, for names beside the plot
LEGEND_GAP = 6.0  # from the legend to the plot
ENTRY_GAP = 14.0  # between two names of a legend
SAMPLE, SAMPLE_GAP = 10.0, 4.0  # of a mark, before its name
LEADER = 9.0  # from the plot to the names beside it
APART = 2.0  # between two names below each other
MOVED = 3.0  # a name this far from its mark is led to it by a line


class Name(msgspec.Struct, frozen=True):
    """A name: what it is of, and where its mark ends, if it does so at the edge of the plot.

    `look`: how a sample of the mark is drawn.
    """

    label: str
    tone: str
    look: str = "line"  # line, fill, dot, rule
    index: int = 0  # which dash, hatch or form
    at: float | None = None
    strong: bool = False


class Beside(msgspec.Struct, frozen=True):
    """Names that will stand beside the plot, within `width`; none where they do not fit."""

    names: tuple[Name, ...]
    width: float


def plan_beside(board: Board, names: Sequence[Name], height: float) -> Beside | None:
    """The room that names take at the right of a plot `height` points high; None when they do not fit there."""
    if not names:
        return Beside((), 0.0)
    most = board.width * SHARE
    measured = [board.words(name.label, 0.0, 0.0, style=_style(name), width=most) for name in names]
    high = sum(_height(board, words) + APART for words in measured)
    wide = max(max(words.lines, default=0.0) for words in measured)
    whole = max(board.texts.word(name.label, _style(name)) for name in names)
    if high > height or max(wide, whole) > most:
        return None
    return Beside(tuple(names), wide + LEADER)


def write_beside(board: Board, beside: Beside, right: float, top: float, bottom: float) -> None:
    """Write names at the right of a plot whose right edge is `right`."""
    size = board.texts.size("chart")
    room = beside.width - LEADER + 0.01
    measured = [board.words(name.label, 0.0, 0.0, style=_style(name), width=room) for name in beside.names]
    heights = [_height(board, words) + APART for words in measured]
    wanted = [bottom if name.at is None else name.at for name in beside.names]
    tops = spread(wanted, heights, min(top - size / 2, bottom - sum(heights)), max(bottom, top + sum(heights)))
    for name, words, start, high in zip(beside.names, measured, tops or [top] * len(heights), heights, strict=True):
        middle = start + high / 2
        if name.at is not None and abs(middle - name.at) > MOVED:
            board.add(Line(((right + 1.5, name.at), (right + LEADER - 2.0, middle)), "grid", 0.5, frame=True))
        y = start + APART / 2 + size * ABOVE
        tone = name.tone if name.look in {"line", "rule"} else "text"
        board.write(msgspec.structs.replace(words, x=right + LEADER, y=y, tone=tone))


def write_legend(board: Board, names: Sequence[Name], top: float) -> float:
    """Write names with samples in rows from `top` on; returns where the plot may begin."""
    if not names:
        return top
    size, leading = board.texts.size("chart"), board.texts.leading("chart")
    x, y, deepest = 0.0, top, 1
    room = board.width - SAMPLE - SAMPLE_GAP
    for name in names:
        words = board.words(name.label, 0.0, 0.0, style=_style(name), width=room)
        wide = SAMPLE + SAMPLE_GAP + max(words.lines, default=0.0)
        if x and x + wide > board.width:
            x, y, deepest = 0.0, y + leading * deepest + 1.0, 1
        base = y + size * ABOVE
        board.add(*sample(name, x, base - size * MIDDLE))
        board.write(msgspec.structs.replace(words, x=x + SAMPLE + SAMPLE_GAP, y=base))
        x += wide + ENTRY_GAP
        deepest = max(deepest, len(words.lines))
    return y + leading * deepest + LEGEND_GAP


def sample(name: Name, x: float, y: float) -> tuple[Mark, ...]:
    """A sample of a mark, its middle at height `y`."""
    if name.look == "fill":
        side = 6.5
        corners = ((x, y - side / 2), (x + SAMPLE, y - side / 2), (x + SAMPLE, y + side / 2), (x, y + side / 2))
        return (Area(corners, name.tone, name.index),)
    if name.look == "dot":
        return (Disc(x + SAMPLE / 2, y, 2.6, name.tone, name.index),)
    width = 0.75 if name.look == "rule" else 1.75 if name.strong else 1.5
    return (Line(((x, y), (x + SAMPLE, y)), name.tone, width, name.index),)


def _style(name: Name) -> Style:
    return "chart_strong" if name.strong else "chart"


def _height(board: Board, words: Words) -> float:
    return board.texts.size("chart") * 0.94 + board.texts.leading("chart") * (len(words.lines) - 1)
