"""Paragraphs: a piece for each line, indented where one follows another."""

from briefgen.content.brief import Heading, Paragraph
from briefgen.layout.blocks.heading import heading_pieces
from briefgen.layout.blocks.setting import Place
from briefgen.layout.measuring.pieces import Piece
from briefgen.layout.measuring.text import BASELINE, Desk, Manner, anchor

# squares by which a paragraph of these languages stands in: CLREQ, 3.1.4, and JLREQ, 3.1.5
SQUARES = {"zh": 2, "yue": 2, "ja": 1}
RUN_IN = 0.7  # of the width: the most that a heading takes of the first line


def paragraph_pieces(desk: Desk, block: Paragraph, width: float, place: Place) -> tuple[Piece, ...]:
    """A paragraph in the style of its place."""
    if isinstance(place.before, Heading) and place.before.run_in:
        return _run_in(desk, place.before, block, width, place)
    indent = _indent(desk) if place.continues else 0.0
    if place.opens and (opening := desk.look.opening.variant) != "none":
        from briefgen.layout.blocks.opening import opening_pieces  # late: few looks open a brief in a way of its own

        found = opening_pieces(desk, block.text, width, opening, after_heading=place.headed)
        if found:
            return found
    shapable = place.style == "body" and place.group is None
    manner = Manner(indent=indent, group=place.group, after_heading=place.headed, shapable=shapable)
    return desk.flow(block.text, place.style, width, manner)


def _indent(desk: Desk) -> float:
    """How far a first line stands in, in points: as the look says, and in squares where it says that it does at all."""
    squares = SQUARES.get(desk.language.partition("-")[0], 0)
    if not squares or not desk.look.text.indent:
        return desk.look.text.indent
    return squares * desk.square


def _run_in(desk: Desk, heading: Heading, block: Paragraph, width: float, place: Place) -> tuple[Piece, ...]:
    """A paragraph that begins in the line of its heading; where that leaves too little of it, below the heading."""
    look = desk.theme.style("heading3")
    own = desk.natural_width(heading.text, look)
    if own > RUN_IN * width:
        head = heading_pieces(desk, heading, width, place)
        return (*head, *desk.flow(block.text, place.style, width, Manner(group=place.group, after_heading=True)))
    label = desk.copy(heading.text, look, own + 1.0, y=(desk.leading - look.leading) * BASELINE)
    indent = own + desk.look.heading.run_in_gap
    first = (anchor(heading.text.id), *label.strips)
    return desk.flow(block.text, place.style, width, Manner(indent=indent, group=place.group, first=first))
