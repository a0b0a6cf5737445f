"""Figures: a picture, scaled to its column, with caption and credit.

Comes: a figure and a width. Goes: one piece. Promise: the whole picture is shown, undistorted; one that is taller than the
page allows is made smaller and reported.
"""

import msgspec

from briefgen.content.brief import Figure
from briefgen.geometry import POINTS_PER_MM, Rect
from briefgen.layout.blocks.setting import Place, set_off
from briefgen.layout.items import Image
from briefgen.layout.measuring.pieces import Beside, Ingredient, Piece
from briefgen.layout.measuring.place import moved
from briefgen.layout.measuring.text import BASELINE, Copy, Desk

DESCENDERS = 0.5  # that a line of small type leaves free below it
CAPITALS = 0.66  # of the size of small type: the height of its capitals
LEAST = 0.3  # of the page's rows: the height that a picture may take, however long its caption
TALLEST = 0.92  # of the page's rows: the height of a figure with its words


def figure_pieces(desk: Desk, figure: Figure, width: float, place: Place) -> tuple[Piece, ...]:
    """The figure as one piece: picture, caption, credit, all with one left edge."""
    beside = place.beside and not place.group and _has_words(figure) and figure.id not in desk.around.grounded
    copies = [] if beside else _words(desk, figure, width, 0.0)
    words = sum(copy.height for copy in copies)
    gap = desk.look.figure.caption_gap
    page = desk.theme.page.rows * desk.leading
    # beside words that fill a page by themselves the picture keeps its share: what is too high is then cut between lines
    limit = max(page * TALLEST - words - gap, page * LEAST)
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
        copies = _words(desk, figure, width, height + gap)
        height += gap + words - DESCENDERS
    items += [item for copy in copies for item in copy.strips]
    piece = set_off(desk, items, height, place)
    return (_with_words_beside(desk, figure, piece),) if beside else (piece,)


def _has_words(figure: Figure) -> bool:
    return bool(figure.caption or figure.credit)


def _with_words_beside(desk: Desk, figure: Figure, piece: Piece) -> Piece:
    """The picture with its words in the margin column, the first line beside the picture's head."""
    words = _words(desk, figure, desk.theme.page.margin, 0.0)
    look = desk.theme.style("caption" if figure.caption else "credit")
    head = next(item.rect.y for item in piece.ingredients if isinstance(item, Image))
    # the capitals are as high as the picture
    down = max(0.0, head + look.size * CAPITALS - look.leading * BASELINE)
    row = int(down / desk.leading)
    down -= row * desk.leading
    items = tuple([moved(strip, 0.0, down) for copy in words for strip in copy.strips])
    rows = desk.rows(down + sum(copy.height for copy in words) - DESCENDERS)
    return msgspec.structs.replace(piece, beside=(Beside(figure.id, rows, items, row),))


def _words(desk: Desk, figure: Figure, width: float, y: float) -> list[Copy]:
    """Caption and credit below each other, from `y` on."""
    copies = []
    for text, style in ((figure.caption, "caption"), (figure.credit, "credit")):
        if text:
            copies.append(desk.copy(text, style, width, y=y))
            y += copies[-1].height
    return copies
