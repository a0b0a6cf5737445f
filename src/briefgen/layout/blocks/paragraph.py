"""Paragraphs: a piece for each line, indented where one follows another."""

from briefgen.content.brief import Paragraph
from briefgen.layout.blocks.setting import Place
from briefgen.layout.pieces import Piece
from briefgen.layout.text import Desk, Manner

INDENT = 12.0


def paragraph_pieces(desk: Desk, block: Paragraph, width: float, place: Place) -> tuple[Piece, ...]:
    """A paragraph in the style of its place."""
    indent = INDENT if place.continues else 0.0
    return desk.flow(block.text, place.style, width, Manner(indent=indent, group=place.group, after_heading=place.headed))
