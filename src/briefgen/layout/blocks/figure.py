"""Figures: a picture, scaled to its column, with caption and credit.

Comes: a figure and a width. Goes: one piece. Promise: the whole picture is shown, undistorted; one that is taller than the
page allows is made smaller and reported.
"""

from briefgen.content.brief import Figure
from briefgen.geometry import POINTS_PER_MM, Rect
from briefgen.layout.blocks.setting import Place, set_off
from briefgen.layout.items import Image
from briefgen.layout.pieces import Ingredient, Piece
from briefgen.layout.text import Copy, Desk

CAPTION_GAP = 5.0
DESCENDERS = 0.5  # that a line of small type leaves free below it
LEAST = 0.3  # of the page's rows: the height that a picture may take, however long its caption
TALLEST = 0.92  # of the page's rows: the height of a figure with its words


def figure_pieces(desk: Desk, figure: Figure, width: float, place: Place) -> tuple[Piece, ...]:
    """The figure as one piece: picture, caption, credit, all with one left edge."""
    copies = _words(desk, figure, width, 0.0)
    words = sum(copy.height for copy in copies)
    page = desk.theme.page.rows * desk.leading
    # beside words that fill a page by themselves the picture keeps its share: what is too high is then cut between lines
    limit = max(page * TALLEST - words - CAPTION_GAP, page * LEAST)
    picture = figure.picture
    items: list[Ingredient] = []
    wide = width * min(1.0, desk.fit.figures)
    height = wide * picture.height / picture.width
    if height > limit:
        wide, height = wide * limit / height, limit
        message = (
            f"{picture.path.name} with its words is taller than the page; it is set at {wide / POINTS_PER_MM:.0f} mm wide"
        )
        hint = "crop it, use an image that is less tall, or shorten its caption"
        items.append(desk.remark(figure.id, "layout/image-scaled", message, hint))
    items.append(Image(Rect(0.0, 0.0, wide, height), picture, figure.id, "Layout" if figure.decorative else ""))
    if copies:
        copies = _words(desk, figure, width, height + CAPTION_GAP)
        height += CAPTION_GAP + words - DESCENDERS
    items += [item for copy in copies for item in copy.strips]
    return (set_off(desk, items, height, place),)


def _words(desk: Desk, figure: Figure, width: float, y: float) -> list[Copy]:
    """Caption and credit below each other, from `y` on."""
    copies = []
    for text, style in ((figure.caption, "caption"), (figure.credit, "credit")):
        if text:
            copies.append(desk.copy(text, style, width, y=y))
            y += copies[-1].height
    return copies
