"""Lists: bullets and numbers hang, texts align, sublists stand in further."""

import msgspec

from briefgen.content.brief import List, ListItem
from briefgen.layout.blocks.setting import Place
from briefgen.layout.pieces import Group, Piece
from briefgen.layout.text import BASELINE, Desk, Manner
from briefgen.theme import TextStyle

BULLET_INDENT = 11.0
BETWEEN_COST = 90.0  # a column's end between two items


def list_pieces(desk: Desk, block: List, width: float, place: Place) -> tuple[Piece, ...]:
    style = "list" if place.style == "body" else place.style
    return _list_pieces(desk, block, width, 0.0, style, place.group)


def _list_pieces(desk: Desk, block: List, width: float, x: float, style: str, group: Group | None) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    labels = [desk.natural_width(item.label, "bullet") for item in block.items]
    hang = max([BULLET_INDENT, *(label + 5.0 for label in labels)])
    for number, item in enumerate(block.items):
        pieces += _item_pieces(desk, item, (x, hang, width), style, group)
        if number + 1 < len(block.items):
            pieces[-1] = _dearer(pieces[-1], BETWEEN_COST)
    return tuple(pieces)


def _item_pieces(
    desk: Desk, item: ListItem, span: tuple[float, float, float], style: str, group: Group | None
) -> tuple[Piece, ...]:
    """A list item: `span` is where its bullet stands, how far its text hangs in from there, and the column's width."""
    x, hang, width = span
    look = desk.theme.style(style)
    bullet = desk.copy(
        item.label,
        _resized(desk, "bullet", look.size),
        width,
        x=x,
        y=desk.leading * BASELINE - look.leading * BASELINE,
    )
    manner = Manner(x=x + hang, group=group, first=bullet.strips, keep_next=bool(item.sublist))
    pieces = desk.flow(item.text, style, width - x - hang, manner)
    if item.sublist:
        pieces += _list_pieces(desk, item.sublist, width, x + hang, style, group)
    return pieces


def _resized(desk: Desk, name: str, size: float) -> TextStyle:
    return msgspec.structs.replace(desk.theme.style(name), size=size)


def _dearer(piece: Piece, cost: float) -> Piece:
    return msgspec.structs.replace(piece, break_cost=piece.break_cost + cost)
