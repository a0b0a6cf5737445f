"""Charts: title and subtitle above, the drawing, source and note below.

Comes: a chart and a width. Goes: one piece, and those of its table where that is printed. Promise: the words of a chart are
set by the brief's own typesetter, and what is wrong with them is reported. Refuses to know where marks stand: `charting`
says so.
"""

import msgspec

from briefgen.charting.draw import draw_chart
from briefgen.charting.plot import Picture, Words
from briefgen.content.blocks.chart_made import plot_of
from briefgen.content.brief import Chart, Table, Text
from briefgen.geometry import Rect
from briefgen.layout import costs
from briefgen.layout.blocks.chart_marks import Inker
from briefgen.layout.blocks.plates import plated
from briefgen.layout.blocks.setting import Place, set_off
from briefgen.layout.blocks.table import table_pieces
from briefgen.layout.items import Drawing, Unseen
from briefgen.layout.measuring.labels import ChartTexts
from briefgen.layout.measuring.pieces import Ingredient, Piece, Remark
from briefgen.layout.measuring.place import moved
from briefgen.layout.measuring.text import BASELINE, CAPITALS, Copy, Desk
from briefgen.problem import counted

DESCENDERS = 0.5  # that a line of small type leaves free below it
TALLEST, LEAST = 0.9, 0.3  # of the page's rows: the height of a chart with its words, and of its drawing at least


def chart_pieces(desk: Desk, chart: Chart, width: float, place: Place) -> tuple[Piece, ...]:
    """The chart as one piece, on a plate where the look has plates, and after it its table, on one of its own."""
    found = plated(desk, chart, width, place, _chart)
    if not chart.table or not chart.printed:
        return found
    table = plated(desk, chart.table, width, place, table_pieces)
    last = msgspec.structs.replace(found[-1], break_cost=found[-1].break_cost + costs.AFTER_HEADING)
    return (*found[:-1], last, *table)


def _chart(desk: Desk, chart: Chart, width: float, place: Place) -> tuple[Piece, ...]:
    """The chart alone, all of it with one left edge."""
    above = _words(desk, (chart.title, "chart_title"), (chart.subtitle, "chart_subtitle"), width)
    below = _words(desk, (chart.source, "credit"), (chart.note, "credit"), width)
    look, record = desk.theme.style("chart_title"), desk.look.chart
    rise = look.leading * BASELINE - look.size * CAPITALS if chart.title else 0.0  # the title begins with its capitals
    head = sum(copy.height for copy in above) - rise + record.title_gap if above else 0.0
    foot = sum(copy.height for copy in below) + record.source_gap - DESCENDERS if below else 0.0
    page = desk.theme.page.rows * desk.leading
    setter = ChartTexts(desk, chart.artwork)
    picture = draw_chart(plot_of(chart.artwork), width, max(page * TALLEST - head - foot, page * LEAST), setter)
    room = page - head - foot - desk.leading
    if picture.height > room:
        said = "the chart is taller than the page"
        fault = (
            "chart/too-tall",
            said,
            "show fewer rows, series or small charts; small charts have more room with `width: page`",
        )
        picture = Picture(width, room, (), (*picture.faults, fault))
    items = [*_shifted(above, -rise), drawing(desk, chart, picture, setter, head, tinted=place.tinted)]
    items += _remarks(desk, chart, picture, setter)
    y = head + picture.height + record.source_gap
    items += _shifted(below, y)
    return (set_off(desk, items, head + picture.height + foot, place),)


Worded = tuple[Text | None, str]


def _words(desk: Desk, first: Worded, second: Worded, width: float) -> list[Copy]:
    """Two texts below each other, those that there are, from 0 on."""
    copies: list[Copy] = []
    y = 0.0
    for text, style in (first, second):
        if text:
            copies.append(desk.copy(text, style, width, y=y))
            y += copies[-1].height
    return copies


def _shifted(copies: list[Copy], y: float) -> list[Ingredient]:
    return [moved(strip, 0.0, y) for copy in copies for strip in copy.strips]


def drawing(desk: Desk, chart: Chart, picture: Picture, setter: ChartTexts, y: float, *, tinted: bool) -> Drawing:
    """The picture as a drawing at height `y`; the table behind it is read there unless it is printed."""
    inker = Inker(desk.theme, desk.tones(), setter, tinted=tinted)
    marks = tuple(item for mark in picture.marks for item in inker.ink(mark))
    unseen = _unseen(chart.table) if chart.table and not chart.printed else ()
    return Drawing(Rect(0.0, y, picture.width, picture.height), marks, chart.artwork.id, unseen=unseen)


def _unseen(table: Table) -> tuple[Unseen, ...]:
    return tuple(Unseen(cell.id, cell.plain) for row in (table.head, *table.rows) for cell in row if cell.plain)


def _remarks(desk: Desk, chart: Chart, picture: Picture, setter: ChartTexts) -> list[Remark]:
    """What is wrong with the chart as a whole, and with the words in it."""
    found = [desk.remark(chart.id, *fault) for fault in picture.faults]
    if picture.unnumbered and not chart.printed:
        said = f"{counted(picture.unnumbered, 'part')} of its bars have no room for their numbers, and others have theirs"
        hint = "make the chart as wide as the page, or print its numbers: `table: true`"
        found.append(desk.remark(chart.id, "chart/names-left-out", said, hint))
    for mark in picture.marks:
        if isinstance(mark, Words) and mark.label:
            width = mark.width or setter.width(mark.label, mark.style) + 1.0
            found += [Remark(chart.id, flaw) for flaw in setter.setting(mark.label, mark.style, width).flaws]
    return list(dict.fromkeys(found))
