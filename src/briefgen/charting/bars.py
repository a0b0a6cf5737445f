"""Bars: lengths that run from zero, a row for each label.

Promise: values stand at the ends of bars, where there is room for all of them, or else an axis is drawn.
"""

import msgspec

from briefgen.charting.board import MIDDLE, Board
from briefgen.charting.columns import FULL, SEAM, VALUE_GAP, VALUES_MOST, box_mark, column_name
from briefgen.charting.frame import RULE, mark_cut
from briefgen.charting.lines import Stack, is_high, stacked
from briefgen.charting.plot import Line, Picture, Plot, Texts
from briefgen.charting.rows import GAP, Room, Rows, draw_references, label_width, make_rows, taken, write_names
from briefgen.charting.tones import fill_tone
from briefgen.geometry import Rect

THICK, SLIM, THIN = 11.0, 8.5, 1.5  # points: a bar alone, one of several, the thinnest
AIR = 5.0  # points between rows
STUB = 25.0  # points: where the longest bar would be shorter, values are not written
INSIDE = 2.0  # points at least between a value and the ends of its part


def draw_bar(plot: Plot, width: float, height: float, texts: Texts) -> Picture:
    """Bars from zero to the right, losses to the left."""
    board = Board(width, texts)
    stacks = stacked(plot)
    values = [value for stack in stacks for pair in stack if pair for value in pair]
    names = [column_name(plot, number, None) for number in range(len(plot.series))] if len(plot.series) > 1 else []
    top = write_names(board, plot, names)
    side = 1 if plot.arrangement != "grouped" else len(plot.series)
    thick = _thickness(plot, side, height - top)
    shown = _values_shown(plot, thick) and _has_room(board, plot)
    rows = make_rows(board, plot, values, Room(top, side * thick, height, True, shown))
    for number, stack in enumerate(stacks):
        for at, pair in enumerate(stack):
            if pair is not None:
                board.add(box_mark(plot, number, at, _box(plot, rows, (number, at), pair, thick)))
    if plot.cut and plot.start:
        mark_cut(board, rows.box, across=False)
    x = rows.x(min(max(0.0, rows.x.low), rows.x.high))
    board.add(Line(((x, rows.box.y), (x, rows.box.bottom)), "axis", RULE, frame=True))
    bottom = draw_references(board, plot, rows)
    if shown:
        _write_values(board, plot, rows, thick)
    elif plot.arrangement != "grouped" and thick >= SLIM:
        _write_inside(board, plot, rows, stacks)
    return board.picture(bottom)


def _box(plot: Plot, rows: Rows, spot: tuple[int, int], pair: tuple[float, float], thick: float) -> Rect:
    """The bar of a series (the first of `spot`) in a row (the second), between two values."""
    number, at = spot
    side = 1 if plot.arrangement != "grouped" else len(plot.series)
    left, right = sorted((rows.x(pair[0]), rows.x(pair[1])))
    y = rows.middle(at) - side * thick / 2 + (number * thick if side > 1 else 0.0)
    seam = min(SEAM, thick / 8) if side > 1 else 0.0
    gap = SEAM if side < len(plot.series) and right - left > 3 * SEAM else 0.0
    return Rect(left + gap / 2, y + seam / 2, right - left - gap, thick - seam)


def _thickness(plot: Plot, side: int, height: float) -> float:
    usual = THICK if side == 1 else SLIM
    rows = max(1, len(plot.xs))
    if rows * (side * usual + AIR) <= height:
        return usual
    return max(THIN, (height / rows - AIR) / side, (height / rows * FULL) / side)


def _values_shown(plot: Plot, thick: float) -> bool:
    if plot.arrangement != "grouped" or plot.log or plot.cut or plot.start is not None or plot.end is not None:
        return False
    return thick >= SLIM - 0.01 and len(plot.series) * len(plot.xs) <= 2 * VALUES_MOST


def _has_room(board: Board, plot: Plot) -> bool:
    """Whether bars beside their values are longer than a stub."""
    most = label_width(board, plot)
    labels = [max(board.texts.lines(label, "chart_strong", most), default=0.0) for label in plot.labels]
    return board.width - max(labels, default=0.0) - GAP - sum(taken(board.texts, plot)) >= STUB


def _write_values(board: Board, plot: Plot, rows: Rows, thick: float) -> None:
    """Values at the ends of bars."""
    size, side = board.texts.size("chart"), len(plot.series)
    inside = Rect(0.0, 0.0, board.width, rows.box.bottom + size)
    for number, series in enumerate(plot.series):
        for at, value in enumerate(series.values):
            if value is None:
                continue
            x = rows.x(value) + (-VALUE_GAP if value < 0 else VALUE_GAP)
            y = rows.middle(at) + (number + 0.5 - side / 2) * thick + size * MIDDLE
            high = is_high(plot, series.name) or is_high(plot, plot.labels[at])
            said = board.texts.number(value, plot.decimals)
            words = board.words(said, x, y, "right" if value < 0 else "left", style="chart_strong" if high else "chart")
            if board.fits(words, inside):
                board.write(words)


def _write_inside(board: Board, plot: Plot, rows: Rows, stacks: list[Stack]) -> None:
    """Values on the parts of bars that are wide enough; where some have theirs, how many have none is told."""
    size = board.texts.size("chart")
    shown = bare = 0
    for number, stack in enumerate(stacks):
        tone, hatch = fill_tone(plot, number)
        for at, pair in enumerate(stack):
            value = plot.series[number].values[at]
            if pair is None or value is None:
                continue
            if hatch:
                bare += 1
                continue
            left, right = sorted((rows.x(pair[0]), rows.x(pair[1])))
            value = pair[1] - pair[0] if plot.arrangement == "share" else value
            said = board.texts.number(value, plot.decimals)
            words = board.words(said, (left + right) / 2, rows.middle(at) + size * MIDDLE, "center")
            if max(words.lines) + 2 * INSIDE <= right - left:
                board.write(msgspec.structs.replace(words, tone=f"on {tone}", inside=True))
                shown += 1
            elif right > left:
                bare += 1
    board.unnumbered = bare if shown else 0
