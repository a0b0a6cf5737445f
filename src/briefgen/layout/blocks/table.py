"""Tables: cells hold texts only; no vertical rules; figures aligned on the decimal; the head repeats after a split.

Comes: a table and a width. Goes: pieces, one for each row, in a group whose head is the table's head. Promise: no cell is
cut; a table too wide for its width is set smaller, as far down as the look says, and reported. With more columns than that
leaves room for it is an error, and no column is narrower than its type is high.
"""

import msgspec

from briefgen.content.brief import Table, Text
from briefgen.geometry import Rect
from briefgen.layout import costs
from briefgen.layout.blocks.setting import Place, set_off
from briefgen.layout.blocks.table_grid import Grid, column_align, fit_columns, head_width
from briefgen.layout.items import Rule
from briefgen.layout.measuring.pieces import FORBIDDEN, Group, Ingredient, Piece
from briefgen.layout.measuring.place import moved
from briefgen.layout.measuring.text import BASELINE, Copy, Desk
from briefgen.theme import TextStyle

CAPITALS = 0.66  # of its size: how high the caption's capitals are
BAND = 4  # rows that go together in a table that may be divided


Body = tuple[list[Copy], float]  # the cells of a row and its height


class Forme(msgspec.Struct, frozen=True):
    """A table with all that its rows have in common."""

    desk: Desk
    table: Table
    grid: Grid
    width: float
    place: Place


def table_pieces(desk: Desk, table: Table, width: float, place: Place) -> tuple[Piece, ...]:
    """The table as pieces of a column of `width`: one piece, or when it is long a piece for each row."""
    grid = fit_columns(desk, table, width)
    look = desk.theme.style("caption_head")
    rise = look.leading * BASELINE - look.size * CAPITALS  # the caption begins with its capitals
    caption = desk.copy(table.caption, look, width, y=-rise) if table.caption else None
    top = (caption.height - rise + desk.look.table.caption_gap) if caption else 0.0
    head, bottom = _head(desk, table, grid, top, artifact=False)
    head = [*grid.remarks, *(caption.strips if caption else ()), *head]
    bodies = [_row(desk, cells, table, grid) for cells in table.rows]
    forme = Forme(desk, table, grid, width, place)
    if desk.rows(bottom + sum(height for _, height in bodies)) <= desk.theme.page.rows // 2:
        return (_whole(forme, head, bottom, bodies),)
    return _split(forme, head, bottom, bodies)


def _whole(forme: Forme, head: list[Ingredient], top: float, bodies: list[Body]) -> Piece:
    """A short table: rows as high as their words, and only the foot rounded up to the grid."""
    desk, look = forme.desk, forme.desk.look.table
    ingredients = list(head)
    y = top
    for number, (copies, height) in enumerate(bodies):
        ingredients += _shifted([item for copy in copies for item in copy.strips], y)
        y += height
        ingredients.append(_rule(desk, y, forme.width, last=number + 1 == len(bodies)))
    return set_off(desk, ingredients, y + look.rule - look.fine_rule, forme.place)


def _split(forme: Forme, head: list[Ingredient], bottom: float, bodies: list[Body]) -> tuple[Piece, ...]:
    """A long table: bands of rows rounded up to the grid, the head repeated as an artifact where it goes on."""
    desk, table, around = forme.desk, forme.table, forme.place.group
    rows = desk.rows(bottom)
    # the head stands at the foot of its rows, so that what is rounded up lies above it
    drop = rows * desk.leading - bottom
    repeated, again = _head(desk, table, forme.grid, 0.0, artifact=True)
    first = _shifted(head, drop)
    group = around or Group(
        table.id, open_rows=rows, head=first, repeated=_shifted(repeated, rows * desk.leading - again), lead=1, below=1
    )
    pieces = []
    if around:
        pieces.append(Piece(rows, first, break_cost=FORBIDDEN, group=around))
    for band in bands([height for _, height in bodies], desk.leading):
        last = band.stop == len(bodies)
        inside = bodies[band.start : band.stop]
        height = sum(height for _, height in inside)
        more = (desk.rows(height) * desk.leading - height) / len(inside)
        high = desk.rows(height)
        ingredients: list[Ingredient] = []
        y = 0.0
        for number, (copies, height) in enumerate(inside):
            ingredients += _shifted([item for copy in copies for item in copy.strips], y + more / 2)
            y += height + more
            ingredients.append(_rule(desk, y, forme.width, last=last and number + 1 == len(inside)))
        # one row alone, at the head or the foot of a column, is no table
        alone = (band.start == 0 and len(inside) == 1) or band.stop + 1 == len(bodies)
        cost = 0.0 if last else FORBIDDEN if alone else costs.BETWEEN_ROWS
        pieces.append(Piece(high, tuple(ingredients), break_cost=cost, group=group))
    return tuple(pieces)


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


def _rule(desk: Desk, y: float, width: float, *, last: bool) -> Rule:
    look = desk.look.table
    if last:
        return Rule(Rect(0, y - look.fine_rule, width, look.rule), desk.tone(look.rule_colour))
    return Rule(Rect(0, y - look.fine_rule, width, look.fine_rule), desk.tone(look.fine_colour))


def _shifted(ingredients: list[Ingredient], y: float) -> tuple[Ingredient, ...]:
    return tuple(moved(item, 0.0, y) for item in ingredients)


def _head(desk: Desk, table: Table, grid: Grid, top: float, *, artifact: bool) -> tuple[list[Ingredient], float]:
    """The head's ingredients from height `top` on, and where it ends: words at the foot, a strong rule above and below."""
    look = desk.look.table
    colour = desk.tone(look.rule_colour)
    width = grid.lefts[-1] + grid.widths[-1]
    copies = _cells(desk, table.head, table, grid, grid.head, artifact=artifact)
    height = max((copy.height for copy in copies), default=0.0)
    ingredients: list[Ingredient] = [Rule(Rect(0, top, width, look.rule), colour)]
    top += look.rule + look.padding
    for copy in copies:
        ingredients += _shifted(list(copy.strips), top + height - copy.height)
    bottom = top + height + look.padding
    ingredients.append(Rule(Rect(0, bottom, width, look.rule), colour))
    return ingredients, bottom + look.rule


def _row(desk: Desk, cells: tuple[Text, ...], table: Table, grid: Grid) -> tuple[list[Copy], float]:
    padding = desk.look.table.padding
    copies = _cells(desk, cells, table, grid, grid.cell, y=padding)
    return copies, max((copy.height for copy in copies), default=0.0) + 2 * padding


def _cells(
    desk: Desk,
    cells: tuple[Text, ...],
    table: Table,
    grid: Grid,
    look: TextStyle,
    *,
    y: float = 0.0,
    artifact: bool = False,
) -> list[Copy]:
    """The cells of one row as copies, each aligned in its column; "decimal" sets units under units."""
    copies = []
    for number, cell in enumerate(cells):
        align = column_align(table, number)
        x, width = grid.lefts[number], grid.widths[number]
        if align == "decimal":
            lined = _aligned(look, "left")
            own = desk.natural_width(cell, _aligned(look, "center"))
            before = head_width(desk, cell, _aligned(look, "center"), grid.signs[number])
            shift = width - grid.tails[number] - (own if before is None else before)
            fits = look is grid.cell and before is not None and own <= width and shift >= 0
            copies.append(
                desk.copy(
                    cell,
                    lined if fits else _aligned(look, "right"),
                    width - (shift if fits else 0),
                    x=x + (shift if fits else 0),
                    y=y,
                    artifact=artifact,
                )
            )
        else:
            copies.append(desk.copy(cell, _aligned(look, align), width, x=x, y=y, artifact=artifact))
    return copies


def _aligned(look: TextStyle, align: str) -> TextStyle:
    return msgspec.structs.replace(look, align=align)
