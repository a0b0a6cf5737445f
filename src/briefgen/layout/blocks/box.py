"""Boxes: other blocks on a tint, with a bar at the left edge."""

from collections.abc import Callable, Sequence

import msgspec

from briefgen.content.brief import Block, Box
from briefgen.layout.blocks.setting import Place
from briefgen.layout.pieces import FORBIDDEN, Group, Piece
from briefgen.layout.place import moved
from briefgen.layout.text import BASELINE, Desk, Manner

PADDING = 10.0
INSIDE_COST = 900.0  # a column's end inside a box
WHOLE_ROWS = 16  # a box up to this many rows is never split

Measure = Callable[[Desk, Sequence[Block], float, Place], tuple[Piece, ...]]


def box_pieces(desk: Desk, block: Box, width: float, place: Place, measure: Measure) -> tuple[Piece, ...]:
    """A tinted box with a bar at its left edge. It is not split unless it is taller than WHOLE_ROWS rows.

    `measure` measures what stands in it.
    """
    if place.group:  # a box inside a box is a part of it
        kept = Manner(group=place.group, keep_next=True)
        heads = desk.flow(block.heading, "box_heading", width, kept) if block.heading else ()
        return (*heads, *measure(desk, block.blocks, width, msgspec.structs.replace(place, before=None)))
    box = desk.theme.style("box")
    cap_top = desk.leading * BASELINE - box.size * 0.66
    foot = desk.leading * (1 - BASELINE)
    group = Group(
        id=block.id,
        open_rows=1,
        close_rows=1,
        fill=desk.theme.palette.tint,
        bar=desk.theme.palette.accent,
        inset_top=desk.leading + cap_top - PADDING,
        inset_bottom=desk.leading + foot - PADDING,
    )
    inner = width - 2 * PADDING
    pieces: list[Piece] = []
    if block.heading:
        pieces += desk.flow(block.heading, "box_heading", inner, Manner(group=group, keep_next=True))
    pieces += measure(desk, block.blocks, inner, Place(None, group, "box"))
    height = sum(piece.rows + piece.lead for piece in pieces)
    limit = FORBIDDEN if height <= WHOLE_ROWS else INSIDE_COST
    return tuple(_inset(piece, PADDING, limit if number + 1 < len(pieces) else 0.0) for number, piece in enumerate(pieces))


def _inset(piece: Piece, x: float, cost: float) -> Piece:
    ingredients = tuple(moved(item, x, 0.0) for item in piece.ingredients)
    return msgspec.structs.replace(piece, ingredients=ingredients, break_cost=piece.break_cost + cost)
