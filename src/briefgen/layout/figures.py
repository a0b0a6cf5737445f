"""Figures: a picture, scaled to its column, with caption and credit.

Comes: a figure and a width. Goes: one piece. Promise: the whole picture is shown, undistorted; one that is taller than the
page allows is made smaller and reported.
"""

from briefgen.content.brief import Figure
from briefgen.geometry import Rect
from briefgen.layout.items import Image
from briefgen.layout.pieces import Group, Ingredient, Piece
from briefgen.layout.text import Copy, Desk

CAPTION_GAP = 5.0
EDGE = 3.0  # above the picture, so that it does not touch the descenders of the line before


def figure_pieces(desk: Desk, figure: Figure, width: float, group: Group | None) -> tuple[Piece, ...]:
    """The figure as one piece: picture, caption, credit, all with one left edge."""
    copies: list[Copy] = []
    words = 0.0
    for text, style in ((figure.caption, "caption"), (figure.credit, "credit")):
        if text:
            copy = desk.copy(text, style, width, y=words)
            copies.append(copy)
            words += copy.height
    limit = desk.theme.page.rows * desk.leading * 0.92 - words - CAPTION_GAP - EDGE
    picture = figure.picture
    height = width * picture.height / picture.width
    flaws: tuple[tuple[str, str, str, str, str], ...] = ()
    wide = width
    if height > limit:
        wide, height = width * limit / height, limit
        flaws = (
            (
                figure.id,
                "layout/image-scaled",
                "",
                f"{picture.path.name} is taller than the page; it is set at {wide / 72 * 25.4:.0f} mm wide",
                "crop it, or use an image that is less tall",
            ),
        )
    image = Image(Rect(0.0, EDGE, wide, height), picture, figure.id, "Layout" if figure.decorative else "")
    total = EDGE + height + (CAPTION_GAP + words if copies else 0)
    rows = desk.rows(total + 3.0)
    below = EDGE + height + CAPTION_GAP
    strips: list[Ingredient] = [image]
    captions = []
    offset = 0.0
    for text, style in ((figure.caption, "caption"), (figure.credit, "credit")):
        if text:
            captions.append(desk.copy(text, style, width, y=below + offset))
            offset += captions[-1].height
    piece = desk.piece(captions, strips, rows * desk.leading, stretchable=True, group=group, top_shift=0.0)
    return (
        Piece(
            rows=piece.rows,
            ingredients=piece.ingredients,
            lead=0 if group else 1,
            stretchable=True,
            group=group,
            flaws=(*piece.flaws, *flaws),
        ),
    )
