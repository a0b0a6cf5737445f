"""Paragraphs: a piece for each line, indented where one follows another."""

from briefgen.content.brief import Heading, List, Paragraph
from briefgen.layout.blocks.setting import Place
from briefgen.layout.pieces import Piece
from briefgen.layout.text import Desk, Manner

INDENT = 12.0


def paragraph_pieces(desk: Desk, block: Paragraph, width: float, place: Place) -> tuple[Piece, ...]:
    # after a list, too: without a space or an indent it would read as the last item's end
    indented = isinstance(place.before, Paragraph | List) and place.style == "body"
    return desk.flow(
        block.text,
        place.style,
        width,
        Manner(
            indent=INDENT if indented else 0.0,
            group=place.group,
            after_heading=isinstance(place.before, Heading),
        ),
    )
