"""Steps that follow each other, and what leads back from the last to the first."""

import msgspec

from briefgen.charting.board import ABOVE, Board
from briefgen.charting.plot import Area, Line, Picture, Plot, Texts

PAD = 7.0
ARROW = 15.0  # points between two boxes, in which an arrow stands
RULE = 2.0
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
    size, leading = texts.size("chart_strong"), texts.leading("chart_strong")
    words = [board.words(label, 0.0, 0.0, style="chart_strong", width=each - 2 * PAD) for label in plot.labels]
    high = RULE + PAD + leading * 1.5 + leading * max(len(w.lines) for w in words) + PAD
    for number, text in enumerate(words):
        x = number * (each + ARROW)
        _box(board, x, 0.0, each, high)
        board.write(board.words(texts.plain(number + 1, 0), x + PAD, RULE + PAD + size * ABOVE, style="chart_strong"))
        board.write(msgspec.structs.replace(text, x=x + PAD, y=RULE + PAD + leading * 1.4 + size * ABOVE))
        if number:
            middle = high / 2
            left = x - ARROW / 2 - 3.0
            board.add(Area(((left, middle - 5.0), (left + 6.5, middle), (left, middle + 5.0)), "line:0"))
    return board.picture(_way_back(board, plot, each, high) if plot.back else high)


def _box(board: Board, x: float, y: float, width: float, height: float) -> None:
    corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
    board.add(Area(corners, "period", frame=True))
    board.add(Area((corners[0], corners[1], (x + width, y + RULE), (x, y + RULE)), "line:0", frame=True))


def _way_back(board: Board, plot: Plot, each: float, high: float) -> float:
    """The way from the last box to the first, past its words."""
    size, leading = board.texts.size("chart"), board.texts.leading("chart")
    start, end, foot = board.width - each / 2, each / 2, high + DEEP
    words = board.words(plot.back, board.width / 2, 0.0, "center", width=(start - end) * 0.7)
    wide, deep = max(words.lines), leading * (len(words.lines) - 1)
    foot = max(foot, high + 4.0 + deep / 2 + size)
    left, right = board.width / 2 - wide / 2 - 7.0, board.width / 2 + wide / 2 + 7.0
    board.add(Line(((start, high), (start, foot), (right, foot)), "line:0", HEAVY))
    board.add(Line(((left, foot), (end, foot), (end, high + 7.0)), "line:0", HEAVY))
    board.add(Area(((end - 5.0, high + 8.0), (end, high + 1.5), (end + 5.0, high + 8.0)), "line:0"))
    board.write(msgspec.structs.replace(words, y=foot - deep / 2 + size * 0.3))
    return foot + deep / 2 + size * 0.6


def _below(board: Board, plot: Plot, width: float) -> Picture:
    """Boxes below each other; the way back is said below them."""
    texts = board.texts
    size, leading = texts.size("chart_strong"), texts.leading("chart_strong")
    y = 0.0
    indent = 2 * PAD + texts.width("0", "chart_strong") * len(str(len(plot.labels)))
    for number, label in enumerate(plot.labels):
        words = board.words(label, indent, 0.0, style="chart_strong", width=width - indent - PAD)
        high = RULE + 2 * PAD + leading * len(words.lines) - (leading - size)
        base = y + RULE + PAD + size * ABOVE
        _box(board, 0.0, y, width, high)
        board.write(board.words(texts.plain(number + 1, 0), PAD, base, style="chart_strong"))
        board.write(msgspec.structs.replace(words, y=base))
        y += high
        if number + 1 < len(plot.labels) or plot.back:
            board.add(Area(((width / 2 - 5.0, y + 2.5), (width / 2 + 5.0, y + 2.5), (width / 2, y + 8.5)), "line:0"))
            y += 11.0
    if plot.back:
        words = board.words(plot.back, width / 2, y + size * ABOVE, "center", width=width)
        board.write(words)
        y += leading * len(words.lines)
    return board.picture(y)
