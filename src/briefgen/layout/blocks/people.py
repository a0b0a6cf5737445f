"""Authors with portraits and biographies, and the logos of partners, across the page.

Comes: the blocks and a width. Goes: pieces, one for each row of authors or of logos. Promise: a portrait is a disc; all
logos cover the same area, on one middle line.
"""

from math import sqrt

from briefgen.content.brief import Biography, Figure, Partners, People
from briefgen.geometry import Rect
from briefgen.layout.items import WHOLE, Artifact, Image
from briefgen.layout.measuring.crop import crop_around, shape_of
from briefgen.layout.measuring.pieces import FORBIDDEN, Ingredient, Piece
from briefgen.layout.measuring.place import moved
from briefgen.layout.measuring.text import BASELINE, CAPITALS, Desk, anchor

FACES = (0.5, 0.4)  # where in a portrait a face is
WIDE = 3.0  # a logo so many times as wide as it is high has the height that the look says
BELOW_HEADING = 0.4  # rows


def people_pieces(desk: Desk, block: People, width: float) -> tuple[Piece, ...]:
    """A heading, then the authors in rows of one or two."""
    look = desk.look.people
    count = 2 if len(block.items) > 1 and (width - look.gutter) / 2 >= look.column else 1
    each = (width - look.gutter * (count - 1)) / count
    heading = desk.copy(block.heading, "box_heading", width)
    high = heading.height + desk.leading * BELOW_HEADING
    pieces = [desk.piece([heading], [anchor(block.heading.id)], high, break_cost=FORBIDDEN, lead=1)]
    for first in range(0, len(block.items), count):
        items: list[Ingredient] = []
        end = 0.0
        for number, author in enumerate(block.items[first : first + count]):
            found, height = _author(desk, author, each)
            items += [moved(item, number * (each + look.gutter), 0.0) for item in found]
            end = max(end, height)
        pieces.append(Piece(desk.rows(end), tuple(items), lead=1 if first else 0, elastic="person" if first else ""))
    return tuple(pieces)


def _author(desk: Desk, author: Biography, width: float) -> tuple[list[Ingredient], float]:
    """A portrait with the words beside it, and how high they are."""
    look, style = desk.look.people, desk.theme.style("box")
    x = look.portrait + look.gap if author.portrait else 0.0
    items: list[Ingredient] = []
    top = style.leading * BASELINE - style.size * CAPITALS  # the disc begins with the capitals beside it
    if author.portrait:
        rect = Rect(0.0, top, look.portrait, look.portrait)
        picture = author.portrait.picture
        artifact: Artifact = "Layout" if author.portrait.decorative else ""
        items.append(Image(rect, picture, author.portrait.id, artifact, crop_around(picture, rect, FACES), disc=True))
    y = 0.0
    for text in (author.text, *author.bio):
        copy = desk.copy(text, style, width - x, x=x, y=y)
        items += copy.strips
        y += copy.height
    return items, max(y, top + look.portrait if author.portrait else 0.0)


def partner_pieces(desk: Desk, block: Partners, width: float) -> tuple[Piece, ...]:
    """The logos in rows, each as long as the width allows, below what the outline says of them."""
    look = desk.look.partners
    pieces: list[Piece] = []
    if block.heading:
        heading = desk.copy(block.heading, "closing_heading", width)
        pieces.append(desk.piece([heading], [anchor(block.heading.id)], heading.height, break_cost=FORBIDDEN, lead=1))
    rows: list[list[tuple[Figure, float, float]]] = [[]]
    taken = 0.0
    for logo in block.logos:
        wide, high = _size(desk, logo)
        if rows[-1] and taken + wide > width:
            rows.append([])
            taken = 0.0
        rows[-1].append((logo, wide, high))
        taken += wide + look.gap
    for number, row in enumerate(rows):
        tall = max(high for _, _, high in row)
        x = 0.0
        items: list[Ingredient] = []
        for logo, wide, high in row:
            rect = Rect(x, (tall - high) / 2 + 2.0, wide, high)
            items.append(Image(rect, logo.picture, logo.id, crop=logo.part or WHOLE, paper=logo.white))
            x += wide + look.gap
        pieces.append(Piece(desk.rows(tall + 4.0), tuple(items), lead=0 if number or block.heading else 1))
    return tuple(pieces)


def _size(desk: Desk, logo: Figure) -> tuple[float, float]:
    """Width and height at which a logo covers as much as the others, within the bounds of the look."""
    look = desk.look.partners
    width, height = shape_of(logo)
    ratio = width / height
    area = WIDE * look.height**2
    high = min(sqrt(area / ratio), look.highest, look.widest / ratio)
    return high * ratio, high
