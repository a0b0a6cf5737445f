"""Steps that follow each other, and what leads back from the last to the first."""

import msgspec

from briefgen.charting.board import ABOVE, BELOW, Board
from briefgen.charting.plot import Area, Line, Picture, Plot, Texts

PAD = 7.0
ARROW = 15.0  # points between two boxes, in which an arrow stands
RULE = 2.0
BETWEEN = 4.0  # points between a numeral and the words below it
NARROW = 78.0  # points: the least width of a box; narrower ones stand below each other
HEAVY = 1.6
DEEP = 18.0  # from the boxes to the way back


def draw_steps(plot: Plot, width: float, height: float, texts: Texts) -> Picture:  # noqa: ARG001  as high as its words
    """Boxes in a row, numbered, an arrow from each to the next; below each other where the row would be too narrow."""
    board = Board(width, texts)
    count = len(plot.labels)
    each = (width - ARROW * (count - 1)) / count
    if each < NARROW:
        return _below(board, plot, width)
    size, leading, large = texts.size("chart_step"), texts.leading("chart_step"), texts.size("chart_numeral")
    words = [board.words(label, 0.0, 0.0, style="chart_step", width=each - 2 * PAD) for label in plot.labels]
    base = RULE + PAD + large * ABOVE
    first = base + BETWEEN + size
    high = first + leading * (max(len(text.lines) for text in words) - 1) + size * BELOW + PAD
    for number, text in enumerate(words):
        x = number * (each + ARROW)
        _box(board, x, 0.0, each, high)
        _numeral(board, number, x + PAD, base)
        board.write(msgspec.structs.replace(text, x=x + PAD, y=first))
        if number:
            left, middle = x - ARROW / 2 - 3.0, high / 2
            board.add(Area(((left, middle - 5.0), (left + 6.5, middle), (left, middle + 5.0)), "line:0"))
    return board.picture(_way_back(board, plot, each, high) if plot.back else high)


def _numeral(board: Board, number: int, x: float, y: float) -> None:
    words = board.words(board.texts.plain(number + 1, 0), x, y, style="chart_numeral")
    board.write(msgspec.structs.replace(words, tone="line:0"))


def _box(board: Board, x: float, y: float, width: float, height: float) -> None:
    corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
    board.add(Area(corners, "period", frame=True))
    board.add(Area((corners[0], corners[1], (x + width, y + RULE), (x, y + RULE)), "line:0", frame=True))


def _way_back(board: Board, plot: Plot, each: float, high: float) -> float:
    """The way from the last box to the first, past its words; returns where it ends."""
    size, leading = board.texts.size("chart_strong"), board.texts.leading("chart_strong")
    start, end = board.width - each / 2, each / 2
    words = board.words(plot.back, board.width / 2, 0.0, "center", style="chart_strong", width=(start - end) * 0.7)
    wide, deep = max(words.lines), leading * (len(words.lines) - 1)
    foot = max(high + DEEP, high + 4.0 + deep / 2 + size)
    left, right = board.width / 2 - wide / 2 - 7.0, board.width / 2 + wide / 2 + 7.0
    board.add(Line(((start, high), (start, foot), (right, foot)), "line:0", HEAVY))
    board.add(Line(((left, foot), (end, foot), (end, high + 7.0)), "line:0", HEAVY))
    board.add(Area(((end - 5.0, high + 8.0), (end, high + 1.5), (end + 5.0, high + 8.0)), "line:0"))
    board.write(msgspec.structs.replace(words, y=foot - deep / 2 + size * 0.3))
    return foot + deep / 2 + size * 0.6


def _below(board: Board, plot: Plot, width: float) -> Picture:
    """Boxes below each other; the way back is said below them."""
    texts = board.texts
    size, leading, large = texts.size("chart_step"), texts.leading("chart_step"), texts.size("chart_numeral")
    indent = 2 * PAD + texts.width("0", "chart_numeral") * len(str(len(plot.labels)))
    y = 0.0
    for number, label in enumerate(plot.labels):
        words = board.words(label, indent, 0.0, style="chart_step", width=width - indent - PAD)
        base = y + RULE + PAD + large * ABOVE
        high = RULE + PAD + large * ABOVE + leading * (len(words.lines) - 1) + size * BELOW + PAD
        _box(board, 0.0, y, width, high)
        _numeral(board, number, PAD, base)
        board.write(msgspec.structs.replace(words, y=base))
        y += high
        if number + 1 < len(plot.labels) or plot.back:
            board.add(Area(((width / 2 - 5.0, y + 2.5), (width / 2 + 5.0, y + 2.5), (width / 2, y + 8.5)), "line:0"))
            y += 11.0
    if plot.back:
        words = board.words(plot.back, width / 2, y + size * ABOVE, "center", style="chart_strong", width=width)
        board.write(words)
        y += leading * len(words.lines)
    return board.picture(y)
