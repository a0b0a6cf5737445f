"""A column of the accent at the left of page 1, as high as the front: publisher, issue and authors in it, the title beside.

Comes: the brief's front. Goes: its segment, which stands beside the column; none where that would take most of the page.
"""

import msgspec

from briefgen.content.brief import Front, Text
from briefgen.geometry import Rect
from briefgen.layout.blocks.authors import signed
from briefgen.layout.blocks.cover import MOST, fitted_title, grounded, head_of, tabbed
from briefgen.layout.blocks.inks import ink_on_accent, inked, plain_front
from briefgen.layout.blocks.masthead import logo_image, logo_size, lowered, stack
from briefgen.layout.blocks.summary import overview_pieces
from briefgen.layout.blocks.title import standfirst_copy
from briefgen.layout.items import Anchor, Rule
from briefgen.layout.measuring.galley import Galley
from briefgen.layout.measuring.pieces import FORBIDDEN, Ingredient, Piece, Segment
from briefgen.layout.measuring.place import moved
from briefgen.layout.measuring.text import Copy, Desk
from briefgen.theme import SMALLEST_SIZE, TextStyle

HIGHER = 1.25  # than other covers of a part of the page: text stands beside it
AFTER_TITLE = 0.6  # rows


def column_segments(desk: Desk, front: Front) -> list[Segment]:
    """The front, as a segment of one column beside the column of the accent."""
    page, look, ink = desk.theme.page, desk.look.cover, ink_on_accent(desk.theme.palette)
    narrow = look.column * page.measure
    x = narrow + look.column_gap
    pieces = _beside(desk, front, page.measure - x)
    words = _Words(inked(desk, ink.words), plain_front(front), narrow - look.column_padding)
    free = pieces[-1].group.inset_bottom if pieces[-1].group else 0.0
    rows = Galley(pieces).feet[-1]
    needed = max(rows, desk.rows(words.least - page.top + free))
    bottom = page.top + needed * desk.leading - free
    if bottom > MOST * HIGHER * page.height:
        return []
    pieces[-1] = msgspec.structs.replace(pieces[-1], rows=pieces[-1].rows + needed - rows)
    shown = [moved(item, -x, -page.top) for item in words.items(bottom)]
    pieces[0] = msgspec.structs.replace(pieces[0], ingredients=(*pieces[0].ingredients, *shown))
    ground = grounded(desk, (Rule(Rect(0.0, 0.0, page.left(1) + narrow, bottom), ink.fill), *words.tab))
    return [Segment(tuple(pieces), 1, page.measure - x, 0.0, page.leading, x=x, lead=0, ground=ground)]


def _beside(desk: Desk, front: Front, width: float) -> list[Piece]:
    """Title, standfirst and summary."""
    record = desk.look.title
    title = fitted_title(
        desk, msgspec.structs.replace(front, byline=None, signatures=()), width, MOST * desk.theme.page.height
    )
    sunk = desk.leading * desk.fit.sinkage / 2
    copies = [lowered(copy, sunk) for copy in title.copies]
    y = sunk + title.height
    if front.standfirst:
        copies.append(standfirst_copy(desk, front.standfirst, width, y + record.standfirst_gap))
        y += copies[-1].height + record.standfirst_gap
    height = y + desk.leading * AFTER_TITLE
    first = desk.piece(copies, [Anchor(front.title.id, 0.0, 0.0)], height, break_cost=FORBIDDEN)
    return [first, *overview_pieces(desk, front, width, desk.left_over(height))]


class _Words:
    """What stands in the column: the publisher and the issue at its head, the authors at its foot."""

    def __init__(self, desk: Desk, front: Front, width: float) -> None:
        self._look, head = desk.look.cover, front.masthead
        y = head_of(desk)
        self._marks, self.tab = tabbed(desk, front, logo_image(desk, head, 0.0, y, width))
        y += logo_size(desk, head, width)[1] + (self._look.tab + self._look.apart / 2 if self._marks else 0.0)
        self._copies: list[Copy] = []
        issue = [(head.series, "series"), (head.number, "issue"), (head.date, "issue")]
        for texts in ([(head.publisher, "publisher")], issue):
            given = [(text, style) for text, style in texts if text]
            fitting = desk.with_styles({style: _fitting(desk, text, style, width) for text, style in given})
            found, above, ink = stack(fitting, given, width, 0.0)
            self._copies += [lowered(copy, y - above) for copy in found]
            y += ink + self._look.apart / 2 if found else 0.0
        self._authors = signed(desk, front, width, 0.0)
        self.least = y + (self._authors.height + self._look.apart if self._authors.copies else 0.0) + self._look.below

    def items(self, bottom: float) -> list[Ingredient]:
        """All of it, in a column that ends `bottom` points below the head of the page."""
        top = bottom - self._look.below - self._authors.height
        copies = [*self._copies, *(lowered(copy, top) for copy in self._authors.copies)]
        return [*self._marks, *(item for copy in copies for item in copy.strips)]


def _fitting(desk: Desk, text: Text, style: str, width: float) -> TextStyle:
    """A style for the column: flush left, and so small that no name is divided."""
    look = msgspec.structs.replace(desk.theme.style(style), align="left")
    widest = desk.min_width(text, look)
    if widest <= width:
        return look
    size = max(look.size * width / widest, min(look.size, SMALLEST_SIZE))
    return msgspec.structs.replace(look, size=size)
