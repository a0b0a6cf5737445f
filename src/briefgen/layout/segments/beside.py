"""Blocks and notes made for the margin column.

Comes: a block or the lines of a note. Goes: a `Beside` in whole rows of the text's grid, its first baseline on that grid.
Promise: every word of it is in it. Knows no page: where it stands, `margin` says.
"""

from collections.abc import Iterable, Sequence

import msgspec

from briefgen.content.brief import Aside, Block
from briefgen.layout.blocks import Place, measure
from briefgen.layout.blocks.box import content_pieces
from briefgen.layout.measuring.galley import Galley
from briefgen.layout.measuring.pieces import Beside, Ingredient, Piece
from briefgen.layout.measuring.place import moved
from briefgen.layout.measuring.text import BASELINE, Desk
from briefgen.theme import beside_text

DESCENDERS = 3.0  # points that the last line leaves free below its baseline's row


def block_beside(desk: Desk, block: Block, id: str) -> Beside:
    """A block as it stands in the margin column."""
    small = desk.with_theme(beside_text(desk.theme))
    width = desk.theme.page.margin
    if isinstance(block, Aside):
        found = content_pieces(small, block, width, Place(style="box"), measure)
    else:
        found = measure(small, [block], width, Place())
    pieces = [*found, Piece(0, ())]  # the last keeps the space below out
    stack = Galley(pieces).stack(0, len(pieces))
    items: list[Ingredient] = [
        moved(item, 0.0, part.top * small.leading) for part in stack.parts if part.first for item in part.group.head
    ]
    foot = 0.0
    for stand in stack.stands[:-1]:
        y = stand.top * small.leading + (stand.piece.top_shift if stand.at_head else 0.0)
        items += [moved(item, 0.0, y) for item in stand.piece.ingredients]
        foot = max(foot, (stand.top + stand.piece.rows) * small.leading)
    return _on_grid(desk, id, items, foot, small.leading)


def lines_beside(desk: Desk, id: str, lines: Iterable[Sequence[Ingredient]], leading: float, y: float = 0.0) -> Beside:
    """Lines of `leading` points below each other, the first beside the row of the piece that height `y` falls in."""
    items: list[Ingredient] = []
    foot = 0.0
    for line in lines:
        items += [moved(item, 0.0, foot) for item in line]
        foot += leading
    found = _on_grid(desk, id, items, foot, leading)
    return msgspec.structs.replace(found, row=max(0, int(y / desk.leading)))


def _on_grid(desk: Desk, id: str, items: Iterable[Ingredient], foot: float, leading: float) -> Beside:
    """Items moved down so that a first line of `leading` stands on a baseline of the text."""
    down = BASELINE * (desk.leading - leading)
    rows = desk.rows(down + foot - DESCENDERS)
    return Beside(id, rows, tuple(moved(item, 0.0, down) for item in items))
