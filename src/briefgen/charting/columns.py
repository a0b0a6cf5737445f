"""Columns: lengths that rise from zero, side by side, on top of each other, or as shares of a hundred."""

from briefgen.charting.board import ABOVE, BELOW, Board
from briefgen.charting.frame import (
    Frame,
    Wanted,
    annotate,
    draw_references,
    list_left,
    make_frame,
    mark_cut,
    place_x,
    reference_names,
    write_x,
)
from briefgen.charting.lines import LEAST, Stack, is_high, stacked
from briefgen.charting.names import Name, plan_beside, write_beside, write_legend
from briefgen.charting.plot import Area, Picture, Plot, Style, Texts, Words
from briefgen.charting.tones import fill_tone
from briefgen.geometry import Rect

FULL = 0.72  # of its band that the columns of a place take
SLIM = 34.0  # points: the widest column
SEAM = 0.5  # points between parts that touch
VALUES_MOST = 24  # columns that have their values written
VALUE_GAP = 2.5


def draw_column(plot: Plot, width: float, height: float, texts: Texts) -> Picture | None:
    """Columns; None where their labels have no room below them, and bars would do better."""
    if plot.x_kind == "category" and not _labels_fit(plot, width, texts):
        return None
    board = Board(width, texts)
    stacks = stacked(plot)
    values = tuple(value for stack in stacks for pair in stack if pair for value in pair)
    values += tuple(each.at for each in plot.references if each.axis == "y")
    shown = values_shown(plot, width, texts)
    if shown:  # room for what is written over the columns
        values = _with_room(values, height, texts)
    names = [column_name(plot, number, None) for number in range(len(plot.series))] if len(plot.series) > 1 else []
    together = plot.arrangement != "grouped"
    right = [*(names if together else []), *reference_names(plot)]
    beside = plan_beside(board, right, (height if together else LEAST) - 10.0)
    above = [each for each in (*names, *reference_names(plot)) if not beside or each not in right]
    top = write_legend(board, above, 0.0) if above else 3.0
    wanted = Wanted(top, max(height, top + LEAST), beside.width if beside else 0.0, True, values, True, not shown)
    frame = make_frame(board, plot, wanted)
    boxes = [_boxes(plot, frame, number, stack) for number, stack in enumerate(stacks)]
    _draw_boxes(board, plot, frame, boxes)
    if shown:
        _write_values(board, plot, frame, boxes)
    if beside:
        _name_beside(board, plot, frame, boxes if together and names else [])
    bottom = write_x(board, plot, frame)
    annotate(board, plot, frame)
    return board.picture(list_left(board, bottom))


def _draw_boxes(board: Board, plot: Plot, frame: Frame, boxes: list[list[Rect | None]]) -> None:
    """The columns, with what is drawn across them."""
    for number, row in enumerate(boxes):
        board.add(*(box_mark(plot, number, at, box) for at, box in enumerate(row) if box))
    if plot.cut and plot.start:
        mark_cut(board, frame.box, across=True)
    draw_references(board, plot, frame)


def _name_beside(board: Board, plot: Plot, frame: Frame, boxes: list[list[Rect | None]]) -> None:
    """Names of lines of reference, and of stacked series beside their last columns."""
    ends = [next((box for box in reversed(row) if box), None) for row in boxes]
    middles = [box.y + box.height / 2 if box else None for box in ends]
    names = [column_name(plot, number, middle) for number, middle in enumerate(middles)]
    found = plan_beside(board, [*names, *reference_names(plot, frame.y)], board.width + frame.box.height)
    if found:
        write_beside(board, found, frame.box.right, frame.box.y, frame.box.bottom)


def column_name(plot: Plot, number: int, at: float | None) -> Name:
    """The name of the fills of a series."""
    tone, hatch = fill_tone(plot, number)
    return Name(plot.series[number].name, tone, "fill", hatch, at, is_high(plot, plot.series[number].name))


def box_mark(plot: Plot, number: int, at: int, box: Rect) -> Area:
    """The mark of one value of a series."""
    tone, hatch = fill_tone(plot, number)
    if len(plot.series) == 1 and plot.highlight:
        tone = "fill:0" if plot.labels[at] in plot.highlight else "muted fill"
    corners = ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))
    return Area(corners, tone, hatch)


def values_shown(plot: Plot, width: float, texts: Texts) -> bool:
    """Whether values are written on columns: there are few of them, and each has the room."""
    if plot.arrangement != "grouped" or len(plot.series) * len(plot.xs) > VALUES_MOST or plot.log or plot.cut:
        return False
    if plot.start is not None or plot.end is not None or any(each.axis == "y" for each in plot.references):
        return False
    values = [value for series in plot.series for value in series.values if value is not None]
    widest = max((texts.width(texts.number(value, plot.decimals), "chart") for value in values), default=0.0)
    return widest + 2.0 <= width / max(1, len(plot.xs)) * (1.0 if len(plot.series) == 1 else FULL / len(plot.series))


def _labels_fit(plot: Plot, width: float, texts: Texts) -> bool:
    """Whether each label can stand below its column, in up to three lines and whole words."""
    room = width * 0.9 / max(1, len(plot.labels)) - 6.0
    if room <= 0:
        return False
    if max((texts.word(label, "chart") for label in plot.labels), default=0.0) > room:
        return False
    return all(len(texts.lines(label, "chart", room)) <= 3 for label in plot.labels)


def _with_room(values: tuple[float, ...], height: float, texts: Texts) -> tuple[float, ...]:
    low, high = min(0.0, *values), max(0.0, *values)
    room = (high - low or 1.0) * texts.leading("chart") * 1.25 / max(40.0, height - 20.0)
    return (*values, high + room if high > 0 else 0.0, low - room if low < 0 else 0.0)


def _boxes(plot: Plot, frame: Frame, number: int, stack: Stack) -> list[Rect | None]:
    """The columns of a series."""
    side = 1 if plot.arrangement != "grouped" else len(plot.series)
    wide = min(frame.band * FULL, SLIM * side)
    each = wide / side
    found: list[Rect | None] = []
    for at, pair in enumerate(stack):
        if pair is None:
            found.append(None)
            continue
        left = place_x(plot, frame, at) - wide / 2 + (number * each if side > 1 else 0.0)
        seam = min(SEAM, each / 8) if side > 1 else 0.0
        top, foot = sorted((frame.y(pair[0]), frame.y(pair[1])))
        gap = SEAM if side == 1 and len(plot.series) > 1 and foot - top > 3 * SEAM else 0.0
        found.append(Rect(left + seam / 2, top + gap / 2, each - seam, foot - top - gap))
    return found


def _write_values(board: Board, plot: Plot, frame: Frame, boxes: list[list[Rect | None]]) -> None:
    """Values over their columns, below those that go down, where nothing else stands."""
    size = board.texts.size("chart")
    inside = Rect(0.0, frame.box.y - size, board.width, frame.box.height + 2 * size)
    for number, row in enumerate(boxes):
        for at, box in enumerate(row):
            value = plot.series[number].values[at]
            if box is None or value is None:
                continue
            y = box.bottom + VALUE_GAP + size * ABOVE if value < 0 else box.y - VALUE_GAP - size * (BELOW - 0.12)
            words: Words = board.words(
                board.texts.number(value, plot.decimals), box.x + box.width / 2, y, "center", style=_style(plot, number, at)
            )
            if board.fits(words, inside):
                board.write(words)


def _style(plot: Plot, number: int, at: int) -> Style:
    high = is_high(plot, plot.series[number].name) or is_high(plot, plot.labels[at])
    return "chart_strong" if high else "chart"
