"""Pairs: two blocks side by side.

Comes: two blocks and a width. Goes: one piece. Promise: both begin on one line, and the grounds of two boxes end on one.
Refuses to know what the blocks are.
"""

from collections.abc import Callable, Sequence

import msgspec

from briefgen.content.brief import Block, Box, Pair
from briefgen.layout.blocks.setting import Place, append
from briefgen.layout.items import Rule
from briefgen.layout.measuring.galley import Galley
from briefgen.layout.measuring.pieces import Group, Ingredient, Piece
from briefgen.layout.measuring.place import moved
from briefgen.layout.measuring.text import Desk

NARROWEST = 150.0  # points: in less each stands below the other

Measure = Callable[[Desk, Sequence[Block], float, Place], tuple[Piece, ...]]


def pair_pieces(desk: Desk, pair: Pair, width: float, place: Place, measure: Measure) -> tuple[Piece, ...]:
    """Both blocks as one piece, half of the width each; below each other where that is too little."""
    gap = desk.theme.page.gutter
    each = (width - gap) / 2
    if each < NARROWEST:
        below: list[Piece] = []
        for block in pair.items:
            append(below, measure(desk, [block], width, place))
        return tuple(below)
    own = Place(style=place.style)
    sides = [_side(measure(desk, [block], each, own), desk.leading) for block in pair.items]
    if all(isinstance(block, Box) for block in pair.items):
        least = max(height for _, height, _ in sides)
        own = msgspec.structs.replace(own, least=least)
        sides = [_side(measure(desk, [block], each, own), desk.leading) for block in pair.items]
    items = [moved(item, number * (each + gap), 0.0) for number, (found, _, _) in enumerate(sides) for item in found]
    first = sides[0][2]
    rows = max(piece.rows for _, _, piece in sides)
    return (msgspec.structs.replace(first, rows=rows, ingredients=tuple(items), group=place.group),)


Side = tuple[list[Ingredient], float, Piece]  # what is drawn, how far its grounds and rules go down, and its piece


def _side(pieces: tuple[Piece, ...], leading: float) -> Side:
    """A block as one piece, whatever parts it might have been torn into."""
    stack = Galley(pieces).stack(0, len(pieces))
    items: list[Ingredient] = []
    for part in stack.parts:
        if part.first:
            items += [moved(item, 0.0, part.top * leading) for item in part.group.head]
    for stand in stack.stands:
        items += [moved(item, 0.0, stand.top * leading) for item in stand.piece.ingredients]
    foot = max((item.rect.bottom - item.rect.y for item in items if isinstance(item, Rule)), default=0.0)
    group: Group | None = None
    return items, foot, msgspec.structs.replace(pieces[0], rows=stack.rows, group=group)
