"""A chart of any kind: the only table of the kinds.

Comes: a plot, a width and the most height that it may take. Goes: a picture. Promise: no words lie over each other or over a
mark that is not theirs, and nothing leaves the picture.
"""

from collections.abc import Callable

import msgspec

from briefgen.charting.board import ABOVE, Board, moved
from briefgen.charting.plot import Picture, Plot, Texts

RATIO = 0.56  # of its width: how high the plot of values over time is
LOW, HIGH = 95.0, 190.0  # points
NARROW = 105.0  # points: the least width of one of several small charts
PANEL_GAP, PANEL_LEAD = 14.0, 10.0
ROWS = {"bar", "dot", "range", "pyramid"}  # as high as their rows want

Drawer = Callable[[Plot, float, float, Texts], Picture]


def draw_chart(plot: Plot, width: float, most: float, texts: Texts) -> Picture:
    """The picture of a plot, `width` points wide and `most` points high at most, where that can be."""
    if plot.panels:
        return _multiples(plot, width, most, texts)
    height = most if plot.kind in ROWS else min(most, max(LOW, min(HIGH, width * RATIO)))
    if plot.kind == "column":
        from briefgen.charting.columns import draw_column  # late, as in `_drawer`

        picture = draw_column(plot, width, height, texts)
        if picture is not None:
            return picture
        picture = _drawer("bar")(msgspec.structs.replace(plot, kind="bar"), width, most, texts)
        said = "the labels are too long to stand below columns; the values are drawn as bars, with the labels beside them"
        fault = (
            "chart/columns-as-bars",
            said,
            "shorten the labels, make the chart as wide as the page, or write `kind: bar`",
        )
        return msgspec.structs.replace(picture, faults=(*picture.faults, fault))
    return _drawer(plot.kind)(plot, width, height, texts)


def _drawer(kind: str) -> Drawer:
    """What draws charts of a kind, which is imported here: a brief with charts has few kinds of them."""
    match kind:
        case "line":
            from briefgen.charting.lines import draw_line

            return draw_line
        case "area":
            from briefgen.charting.lines import draw_area

            return draw_area
        case "bar":
            from briefgen.charting.bars import draw_bar

            return draw_bar
        case "dot":
            from briefgen.charting.dots import draw_dot

            return draw_dot
        case "range":
            from briefgen.charting.dots import draw_range

            return draw_range
        case "slope":
            from briefgen.charting.slope import draw_slope

            return draw_slope
        case "scatter":
            from briefgen.charting.scatter import draw_scatter

            return draw_scatter
        case "pyramid":
            from briefgen.charting.pyramid import draw_pyramid

            return draw_pyramid
        case "waffle":
            from briefgen.charting.waffle import draw_waffle

            return draw_waffle
        case "steps":
            from briefgen.charting.steps import draw_steps

            return draw_steps
    raise KeyError(kind)


def _multiples(plot: Plot, width: float, most: float, texts: Texts) -> Picture:
    """Small charts in rows, all with the same scale."""
    board = Board(width, texts)
    size, leading = texts.size("chart_strong"), texts.leading("chart_strong")
    count = len(plot.panels)
    across = max(1, min(count, 4, int((width + PANEL_GAP) / (NARROW + PANEL_GAP))))
    if count > across and count % across == 1 and across > 2:
        across -= 1
    each = (width - PANEL_GAP * (across - 1)) / across
    rows = -(-count // across)
    height = max(55.0, min(each * 0.72, 120.0, most / rows - 4 * leading))
    y = 0.0
    for start in range(0, count, across):
        row = plot.panels[start : start + across]
        heads = [board.words(name, 0.0, 0.0, style="chart_strong", width=each) for name, _ in row]
        deep = leading * max(len(words.lines) for words in heads) + 2.0
        pictures = [draw_chart(panel, each, most if panel.kind in ROWS else height, texts) for _, panel in row]
        for number, (words, picture) in enumerate(zip(heads, pictures, strict=True)):
            x = number * (each + PANEL_GAP)
            board.write(msgspec.structs.replace(words, x=x, y=y + size * ABOVE))
            board.add(*(moved(mark, x, y + deep) for mark in picture.marks))
            board.faults += [fault for fault in picture.faults if fault not in board.faults]
        y += deep + max(picture.height for picture in pictures) + PANEL_LEAD
    return board.picture(y - PANEL_LEAD)
