"""Headings, in a column or, above recommendations, on a bar across the page."""

import msgspec

from briefgen.content.brief import Heading
from briefgen.geometry import Rect
from briefgen.layout.blocks.setting import Place
from briefgen.layout.items import Rule
from briefgen.layout.measuring.pieces import FORBIDDEN, Piece
from briefgen.layout.measuring.text import BASELINE, Desk, anchor


def heading_pieces(desk: Desk, block: Heading, width: float, place: Place) -> tuple[Piece, ...]:
    """A heading ends above the grid line of its row, so that almost twice as much space is above it as below.

    It stands as far from its text at the head of a column as within one.
    """
    if place.banner and block.level == 1:
        return (_banner(desk, block, width),)
    first_level = block.level == 1
    look = desk.theme.style("heading1" if first_level else "heading2")
    copy = desk.copy(block.text, look, width)
    inked = look.leading * (copy.lines - 1) + look.size * 0.7
    below = desk.leading * (desk.look.space.heading if first_level else desk.look.space.subheading)
    rows = desk.rows(inked + below)
    # the last baseline stands `below` above the foot of the piece, whatever the number of lines
    shift = rows * desk.leading - below - look.leading * (copy.lines - 1 + BASELINE)
    copy = desk.copy(block.text, look, width, y=shift)
    piece = desk.piece(
        [copy],
        [anchor(block.text.id, shift)],
        rows * desk.leading,
        lead=1,
        stretchable=True,
        turn=0 if first_level else 1,
        break_cost=FORBIDDEN,
        group=place.group,
    )
    return (piece,)


def _banner(desk: Desk, block: Heading, width: float) -> Piece:
    """A heading on a bar of the accent across the page: found by flipping. Black on it where white would be too faint."""
    palette, record = desk.theme.palette, desk.look.heading
    side, air = record.banner_padding, record.banner_padding * record.banner_air
    readable = palette.accent.contrast(palette.paper) >= 4.5
    look = msgspec.structs.replace(desk.theme.style("heading1"), colour=palette.paper if readable else palette.ink)
    lines = desk.copy(block.text, look, width - 2 * side).lines
    inked = look.size * 0.66 + look.leading * (lines - 1)
    height = inked + 2 * air
    y = air + look.size * 0.66 - look.leading * BASELINE
    copy = desk.copy(block.text, look, width - 2 * side, x=side, y=y)
    bar = Rule(Rect(0, 0, width, height), palette.accent)
    return desk.piece([copy], [anchor(block.text.id), bar], height + record.banner_below, break_cost=FORBIDDEN)
