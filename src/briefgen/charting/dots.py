"""Dots and ranges: values on a common axis, a row for each label, and no lengths."""

from briefgen.charting.board import Board
from briefgen.charting.frame import HAIR
from briefgen.charting.names import Name
from briefgen.charting.plot import Area, Disc, Line, Picture, Plot, Texts
from briefgen.charting.rows import Room, draw_references, make_rows, write_names
from briefgen.charting.scatter import dot_name

DOT, HALF = 3.2, 2.5  # points: the radius of a dot, and half the height of a range
DEEP = 11.0  # a row of dots


def draw_dot(plot: Plot, width: float, height: float, texts: Texts) -> Picture:
    """Dots on a common axis, a row for each label (Cleveland 1984)."""
    board = Board(width, texts)
    values = [value for series in plot.series for value in series.values if value is not None]
    names = [dot_name(plot, number) for number in range(len(plot.series))] if len(plot.series) > 1 else []
    rows = make_rows(board, plot, values, Room(write_names(board, plot, names), DEEP, height))
    for at in range(len(plot.xs)):
        y = rows.middle(at)
        board.add(Line(((rows.box.x, y), (rows.box.right, y)), "grid", HAIR, frame=True))
        own = [s.values[at] for s in plot.series]
        given = [rows.x(value) for value in own if value is not None]
        if len(given) > 1:
            board.add(Line(((min(given), y), (max(given), y)), "muted", 1.2))
        for number, value in enumerate(own):
            if value is not None:
                name = dot_name(plot, number)
                tone = name.tone
                if len(plot.series) == 1 and plot.highlight and plot.labels[at] not in plot.highlight:
                    tone = "muted"
                board.add(Disc(rows.x(value), y, DOT, tone, name.index))
    return board.picture(draw_references(board, plot, rows))


def draw_range(plot: Plot, width: float, height: float, texts: Texts) -> Picture:
    """From the least to the greatest, a bar in each row; with three series the first is a dot between the others."""
    board = Board(width, texts)
    values = [value for series in plot.series for value in series.values if value is not None]
    low, high = plot.series[-2].values, plot.series[-1].values
    middle = plot.series[0].values if len(plot.series) > 2 else (None,) * len(plot.xs)
    ends = f"{plot.series[-2].name} – {plot.series[-1].name}"
    names = [Name(plot.series[0].name, "line:0", "dot")] if len(plot.series) > 2 else []
    top = write_names(board, plot, [*names, Name(ends, "range", "fill")])
    rows = make_rows(board, plot, values, Room(top, DEEP, height))
    for at in range(len(plot.xs)):
        y = rows.middle(at)
        least, most, value = low[at], high[at], middle[at]
        strong = not plot.highlight or plot.labels[at] in plot.highlight
        if least is not None and most is not None:
            left, right = sorted((rows.x(least), rows.x(most)))
            corners = ((left, y - HALF), (right, y - HALF), (right, y + HALF), (left, y + HALF))
            board.add(Area(corners, "range" if strong else "muted fill"))
        if value is not None:
            board.add(Disc(rows.x(value), y, DOT, "line:0" if strong else "muted"))
    return board.picture(draw_references(board, plot, rows))
