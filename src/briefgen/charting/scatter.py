"""Scatters: how two numbers go together."""

import msgspec

from briefgen.charting.board import ABOVE, BELOW, MIDDLE, Board
from briefgen.charting.frame import (
    Frame,
    Wanted,
    annotate,
    draw_references,
    list_left,
    make_frame,
    reference_names,
    write_x,
)
from briefgen.charting.lines import LEAST, is_high
from briefgen.charting.names import Name, plan_beside, write_beside, write_legend
from briefgen.charting.plot import Disc, Picture, Plot, Style, Texts
from briefgen.charting.tones import line_tone
from briefgen.geometry import Rect

RADIUS = 2.4
NAMES_MOST = 100  # of points: so many are looked for a place for; more would be a thicket
FORMS = 6  # by which points of different series are told apart


def draw_scatter(plot: Plot, width: float, height: float, texts: Texts) -> Picture:
    """Points by two numbers, with names where there is room."""
    board = Board(width, texts)
    values = tuple(value for series in plot.series for value in series.values if value is not None)
    values += tuple(each.at for each in plot.references if each.axis == "y")
    names = [dot_name(plot, number) for number in range(len(plot.series))] if len(plot.series) > 1 else []
    beside = plan_beside(board, reference_names(plot), LEAST - 5.0)
    top = write_legend(board, [*names, *([] if beside else reference_names(plot))], 0.0)
    if plot.y_name:
        words = board.soft(plot.y_name, 0.0, top + texts.size("chart") * ABOVE, width=width)
        board.write(words)
        top += texts.leading("chart") * len(words.lines)
    top += 3.0
    wanted = Wanted(top, max(height, top + LEAST), beside.width if beside else 0.0, False, values)
    frame = make_frame(board, plot, wanted)
    draw_references(board, plot, frame)
    if beside and (named := plan_beside(board, reference_names(plot, frame.y), height)):
        write_beside(board, named, frame.box.right, frame.box.y, frame.box.bottom)
    _name_points(board, plot, _draw_points(board, plot, frame), frame.box)
    bottom = write_x(board, plot, frame)
    annotate(board, plot, frame)
    return board.picture(list_left(board, bottom))


def dot_name(plot: Plot, number: int) -> Name:
    """The name of the dots of a series."""
    tone, _ = line_tone(plot, number)
    return Name(plot.series[number].name, tone, "dot", number % FORMS, strong=is_high(plot, plot.series[number].name))


def _draw_points(board: Board, plot: Plot, frame: Frame) -> list[tuple[Disc, str]]:
    """All points, each with its name."""
    points = []
    for number, series in enumerate(plot.series):
        name = dot_name(plot, number)
        for at, value in enumerate(series.values):
            if value is not None:
                label = plot.labels[at] if plot.labels else ""
                strong = not plot.highlight or label in plot.highlight or series.name in plot.highlight
                tone = name.tone if strong else "muted"
                points.append((Disc(frame.x(plot.xs[at]), frame.y(value), RADIUS, tone, name.index), label))
    board.add(*(disc for disc, _ in points))
    return points


def _name_points(board: Board, plot: Plot, points: list[tuple[Disc, str]], box: Rect) -> None:
    """Write names beside points, the highlighted first; how many have no room is a fault."""
    named = sorted((point for point in points if point[1]), key=lambda point: not is_high(plot, point[1]))
    tried = [point for place, point in enumerate(named) if place < NAMES_MOST]
    left_out = len(named) - sum(_name_point(board, plot, disc, label, box) for disc, label in tried)
    if left_out:
        said = f"{left_out} of {len(named)} points have no room for their names"
        board.faults.append(("chart/names-left-out", said, "make the chart as wide as the page, or name fewer points"))


def _name_point(board: Board, plot: Plot, disc: Disc, label: str, box: Rect) -> bool:
    """Write the name of a point where there is room; False where there is none."""
    away, size = disc.radius + 2.0, board.texts.size("chart")
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
    return found is not None
