"""Paragraphs: a piece for each line, indented where one follows another."""

from briefgen.content.brief import Paragraph
from briefgen.layout.blocks.setting import Place
from briefgen.layout.measuring.pieces import Piece
from briefgen.layout.measuring.text import Desk, Manner

INDENT = 12.0


def paragraph_pieces(desk: Desk, block: Paragraph, width: float, place: Place) -> tuple[Piece, ...]:
    """A paragraph in the style of its place."""
    indent = INDENT if place.continues else 0.0
    shapable = place.style == "body" and place.group is None
    manner = Manner(indent=indent, group=place.group, after_heading=place.headed, shapable=shapable)
    return desk.flow(block.text, place.style, width, manner)
