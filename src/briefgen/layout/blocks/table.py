"""Tables: cells hold texts only; no vertical rules; figures aligned on the decimal; the head repeats after a split.

Comes: a table and a width. Goes: pieces, one for each row, in a group whose head is the table's head. Promise: no cell is
cut; a table too wide for its width is set smaller, as far down as the look says, and reported. With more columns than that
leaves room for it is an error, and no column is narrower than its type is high.
"""

import msgspec

from briefgen.content.brief import COVERED, Table, Text
from briefgen.layout import costs
from briefgen.layout.blocks.setting import Place, set_off
from briefgen.layout.blocks.table_grid import fit_columns
from briefgen.layout.blocks.table_rows import Row, Rows
from briefgen.layout.measuring.pieces import FORBIDDEN, Group, Ingredient, Piece
from briefgen.layout.measuring.place import moved
from briefgen.layout.measuring.text import BASELINE, CAPITALS, Copy, Desk

DESCENDERS = 0.5  # that a line of small type leaves free below it
BAND = 4  # rows that go together in a table that may be divided


class Forme(msgspec.Struct, frozen=True):
    """A table with all that its rows have in common: its head and what stands above it, what stands below, heights."""

    rows: Rows
    place: Place
    head: tuple[Ingredient, ...]
    top: float
    foot: tuple[Ingredient, ...]
    bottom: float

    @property
    def desk(self) -> Desk:
        return self.rows.desk


def table_pieces(desk: Desk, table: Table, width: float, place: Place) -> tuple[Piece, ...]:
    """The table as pieces of a column of `width`: one piece, or when it is long a piece for each row."""
    grid = fit_columns(desk, table, width)
    rows = Rows(desk, table, grid, place.tinted)
    above, top = _above(desk, table, width)
    head = rows.head(artifact=False)
    foot, bottom = _below(desk, table, width)
    forme = Forme(rows, place, (*grid.remarks, *above, *_shifted(head.items, top)), top + head.height, foot, bottom)
    bodies = rows.body()
    if desk.rows(forme.top + sum(body.height for body in bodies) + bottom) <= desk.theme.page.rows // 2:
        return (_whole(forme, bodies),)
    return _split(forme, bodies)


def _above(desk: Desk, table: Table, width: float) -> tuple[list[Ingredient], float]:
    """Caption and units, and how far down the table's head begins."""
    look = desk.theme.style("caption_head" if table.caption else "chart_subtitle")
    rise = look.leading * BASELINE - look.size * CAPITALS  # what comes first begins with its capitals
    copies = _stacked(desk, ((table.caption, "caption_head"), (table.units, "chart_subtitle")), width, -rise)
    height = sum(copy.height for copy in copies)
    return [
        strip for copy in copies for strip in copy.strips
    ], height - rise + desk.look.table.caption_gap if copies else 0.0


def _below(desk: Desk, table: Table, width: float) -> tuple[tuple[Ingredient, ...], float]:
    """Source and note, from the table's last rule on, and their height."""
    gap = desk.look.table.foot_gap
    copies = _stacked(desk, ((table.source, "credit"), (table.note, "credit")), width, gap)
    strips = tuple(strip for copy in copies for strip in copy.strips)
    return strips, gap + sum(copy.height for copy in copies) - DESCENDERS if copies else 0.0


def _stacked(desk: Desk, texts: tuple[tuple[Text | None, str], ...], width: float, y: float) -> list[Copy]:
    """Those of the texts that there are, each in its style, below each other from `y` on."""
    copies: list[Copy] = []
    for text, style in texts:
        if text:
            copies.append(desk.copy(text, style, width, y=y))
            y += copies[-1].height
    return copies


def _whole(forme: Forme, bodies: list[Row]) -> Piece:
    """A short table: rows as high as their words, and only the foot rounded up to the grid."""
    look = forme.desk.look.table
    grounds: list[Ingredient] = []
    ingredients = list(forme.head)
    y = forme.top
    for number, row in enumerate(bodies):
        grounds += forme.rows.grounds(number, y, row.height)
        ingredients += forme.rows.set_row(number, row, y, row.height)
        y += row.height
    ingredients += _shifted(forme.foot, y)
    return set_off(forme.desk, [*grounds, *ingredients], y + max(look.rule - look.fine_rule, forme.bottom), forme.place)


def _split(forme: Forme, bodies: list[Row]) -> tuple[Piece, ...]:
    """A long table: bands of rows rounded up to the grid, the head repeated as an artifact where it goes on."""
    desk, table, around = forme.desk, forme.rows.table, forme.place.group
    rows = desk.rows(forme.top)
    # the head stands at the foot of its rows, so that what is rounded up lies above it
    repeated = forme.rows.head(artifact=True)
    first = _shifted(forme.head, rows * desk.leading - forme.top)
    again = _shifted(repeated.items, rows * desk.leading - repeated.height)
    group = around or Group(table.id, open_rows=rows, head=first, repeated=again, lead=1, below=1)
    pieces = []
    if around:
        pieces.append(Piece(rows, first, break_cost=FORBIDDEN, group=around))
    parted = bands([row.height for row in bodies], desk.leading)
    return (*pieces, *(_band(forme, bodies, band, group) for band in parted))


def _band(forme: Forme, bodies: list[Row], band: range, group: Group) -> Piece:
    """Rows that go together as a piece, let out to whole rows of the grid; below the last of all what is said below."""
    desk, table = forme.desk, forme.rows.table
    last = band.stop == len(bodies)
    height = sum(bodies[number].height for number in band)
    high = desk.rows(height)
    more = (high * desk.leading - height) / len(band)
    grounds: list[Ingredient] = []
    ingredients: list[Ingredient] = []
    y = 0.0
    for number in band:
        tall = bodies[number].height + more
        grounds += forme.rows.grounds(number, y, tall)
        ingredients += forme.rows.set_row(number, bodies[number], y, tall)
        y += tall
    if last and forme.foot:
        ingredients += _shifted(forme.foot, y)
        high += desk.rows(forme.bottom)
    return Piece(
        high,
        (*grounds, *ingredients),
        break_cost=_cost(table, band, len(bodies)),
        group=group,
        again=forme.rows.names_again(band.start),
    )


def _cost(table: Table, band: range, count: int) -> float:
    """What a column's end after a band costs. One row alone, at the head or the foot of a column, is no table."""
    if band.stop == count:
        return 0.0
    if (band.start == 0 and len(band) == 1) or band.stop + 1 == count:
        return FORBIDDEN
    return costs.IN_GROUP if table.rows[band.stop][0].role == COVERED else costs.BETWEEN_ROWS


def bands(heights: list[float], leading: float) -> list[range]:
    """Rows of these heights in bands of up to BAND rows: rounding bands up to the grid lets rows out least and most evenly.

    Heights and the grid's leading in points.
    """
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(heights) + 1):
        ways = []
        for start in range(max(0, end - BAND), end):
            height = sum(heights[start:end])
            more = (-(-(height - 0.01) // leading) * leading - height) / (end - start)
            ways.append((best[start][0] + more**2 * (end - start), start))
        best.append(min(ways))
    found = []
    end = len(heights)
    while end:
        start = best[end][1]
        found.append(range(start, end))
        end = start
    return found[::-1]


def _shifted(ingredients: tuple[Ingredient, ...], y: float) -> tuple[Ingredient, ...]:
    return tuple(moved(item, 0.0, y) for item in ingredients)
