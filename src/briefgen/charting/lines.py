"""Lines and areas: how values go on."""

from collections.abc import Iterator

from briefgen.charting.board import Board
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
from briefgen.charting.names import Name, plan_beside, write_beside, write_legend
from briefgen.charting.plot import Area, Disc, Line, Picture, Plot, Point, Series, Texts
from briefgen.charting.tones import fill_tone, line_tone

STRONG, USUAL = 1.9, 1.4  # points: the weight of a line that is highlighted, and of others
DOT = 1.7
LEAST = 52.0  # points of height that a plot keeps below its legend


def draw_line(plot: Plot, width: float, height: float, texts: Texts) -> Picture:
    """Lines through the values of each series; a gap where there is none."""
    board = Board(width, texts)
    values = tuple(value for series in plot.series for value in series.values if value is not None)
    values += tuple(each.at for each in plot.references if each.axis == "y")
    names = [_name(plot, number, None) for number in range(len(plot.series))] if len(plot.series) > 1 else []
    beside = plan_beside(board, [*names, *reference_names(plot)], height - 10.0)
    top = 3.0 if beside else write_legend(board, [*names, *reference_names(plot)], 0.0)
    wanted = Wanted(top, max(height, top + LEAST), beside.width if beside else 0.0, False, values)
    frame = make_frame(board, plot, wanted)
    order = sorted(range(len(plot.series)), key=lambda number: is_high(plot, plot.series[number].name))
    for number in order:
        _draw_one(board, plot, frame, number)
    draw_references(board, plot, frame)
    if beside:
        names = [_name(plot, number, frame) for number in range(len(plot.series))] if names else []
        named = plan_beside(board, [*names, *reference_names(plot, frame.y)], height)
        if named:
            write_beside(board, named, frame.box.right, frame.box.y, frame.box.bottom)
    bottom = write_x(board, plot, frame)
    annotate(board, plot, frame)
    return board.picture(list_left(board, bottom))


def is_high(plot: Plot, name: str) -> bool:
    """Whether a series or a label is highlighted."""
    return name in plot.highlight


def _name(plot: Plot, number: int, frame: Frame | None) -> Name:
    series = plot.series[number]
    tone, dash = line_tone(plot, number)
    last = next((value for value in reversed(series.values) if value is not None), None)
    at = frame.y(last) if frame and last is not None else None
    return Name(series.name, tone, "line", dash, at, is_high(plot, series.name))


def _draw_one(board: Board, plot: Plot, frame: Frame, number: int) -> None:
    series = plot.series[number]
    tone, dash = line_tone(plot, number)
    weight = STRONG if is_high(plot, series.name) else USUAL
    for run in runs(plot, frame, series):
        if len(run) > 1:
            board.add(Line(tuple(run), tone, weight, dash))
        if len(run) == 1:
            board.add(Disc(*run[0], DOT, tone))


def runs(plot: Plot, frame: Frame, series: Series) -> Iterator[list[Point]]:
    """The points of a series, in runs without a gap."""
    run: list[Point] = []
    for at, value in enumerate(series.values):
        if value is None or (plot.log and value <= 0):
            if run:
                yield run
            run = []
        else:
            run.append((place_x(plot, frame, at), frame.y(value)))
    if run:
        yield run


def draw_area(plot: Plot, width: float, height: float, texts: Texts) -> Picture:
    """Areas above zero; those of several series on top of each other."""
    board = Board(width, texts)
    stacks = stacked(plot)
    values = tuple(value for stack in stacks for pair in stack if pair for value in pair)
    values += tuple(each.at for each in plot.references if each.axis == "y")
    names = [_area_name(plot, number, None) for number in range(len(plot.series))] if len(plot.series) > 1 else []
    beside = plan_beside(board, [*names, *reference_names(plot)], height - 10.0)
    top = 3.0 if beside else write_legend(board, [*names, *reference_names(plot)], 0.0)
    frame = make_frame(board, plot, Wanted(top, max(height, top + LEAST), beside.width if beside else 0.0, True, values))
    for number, stack in enumerate(stacks):
        tone, hatch = fill_tone(plot, number)
        for run in _bands(plot, frame, stack):
            upper, lower = [(x, top) for x, top, _ in run], [(x, foot) for x, _, foot in run]
            board.add(Area((*upper, *reversed(lower)), tone, hatch))
            board.add(Line(tuple(upper), "paper" if len(stacks) > 1 else tone, 0.75, frame=True))
    if plot.cut and plot.start:
        mark_cut(board, frame.box, across=True)
    draw_references(board, plot, frame)
    if beside:
        ends = [next((pair for pair in reversed(stack) if pair), None) for stack in stacks]
        middles = [frame.y(sum(pair) / 2) if pair else None for pair in ends]
        names = [_area_name(plot, number, middles[number]) for number in range(len(stacks))] if names else []
        named = plan_beside(board, [*names, *reference_names(plot, frame.y)], height)
        if named:
            write_beside(board, named, frame.box.right, frame.box.y, frame.box.bottom)
    bottom = write_x(board, plot, frame)
    annotate(board, plot, frame)
    return board.picture(list_left(board, bottom))


def _area_name(plot: Plot, number: int, at: float | None) -> Name:
    tone, hatch = fill_tone(plot, number)
    return Name(plot.series[number].name, tone, "fill", hatch, at, is_high(plot, plot.series[number].name))


Stack = list[tuple[float, float] | None]


def stacked(plot: Plot) -> list[Stack]:
    """For each series where its part begins and ends at each place: on top of those before it, losses below zero."""
    count = len(plot.xs)
    up, down = [0.0] * count, [0.0] * count
    whole = [sum(abs(s.values[at] or 0.0) for s in plot.series) or 1.0 for at in range(count)]
    found: list[Stack] = []
    for series in plot.series:
        stack: Stack = []
        for at, value in enumerate(series.values):
            if value is None:
                stack.append(None)
                continue
            part = value / whole[at] * 100 if plot.arrangement == "share" else value
            base = up if part >= 0 else down
            start = base[at] if plot.arrangement != "grouped" or plot.kind == "area" else 0.0
            stack.append((start, start + part))
            base[at] = start + part
        found.append(stack)
    return found


def _bands(plot: Plot, frame: Frame, stack: Stack) -> Iterator[list[tuple[float, float, float]]]:
    run: list[tuple[float, float, float]] = []
    for at, pair in enumerate(stack):
        if pair is None:
            if run:
                yield run
            run = []
        else:
            run.append((place_x(plot, frame, at), frame.y(pair[1]), frame.y(pair[0])))
    if run:
        if len(run) == 1:
            x, top, foot = run[0]
            run = [(max(frame.box.x, x - 1.0), top, foot), (min(frame.box.right, x + 1.0), top, foot)]
        yield run
