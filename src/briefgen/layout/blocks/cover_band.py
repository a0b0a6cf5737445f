"""A band of the accent, or a picture, over the upper part of page 1, with masthead and title on it.

Comes: the brief's front. Goes: its segment; none where the words would take more than a part of the page. Promise: the
ground is as high as the outline or the look wants it, and grows with its words; before it grows too high, the title is set
smaller.
"""

import msgspec

from briefgen.content.brief import Front
from briefgen.geometry import BLACK, WHITE, Rect, mm
from briefgen.layout.blocks.cover import MOST, fitted_title, framed, grounded, head_of, on_paper, opening, pictured, tabbed
from briefgen.layout.blocks.cover_rings import rings
from briefgen.layout.blocks.inks import Ink, ink_on_accent, inked, plain_front, shaded
from briefgen.layout.blocks.masthead import lowered, masthead_row
from briefgen.layout.items import Anchor, Rule
from briefgen.layout.measuring.pieces import Segment
from briefgen.layout.measuring.text import Copy, Desk

CLEAR = mm(4)  # above and below words a picture is darkened, too


def band_segments(desk: Desk, front: Front) -> list[Segment]:
    """The front, as a segment of one column across the page."""
    page, cover, look, bare = desk.theme.page, front.cover, desk.look.cover, plain_front(front)
    ink = Ink(BLACK, WHITE) if cover.figure else ink_on_accent(desk.theme.palette)
    on_ground, top = inked(desk, ink.words), head_of(desk)
    row = masthead_row(on_ground, bare.masthead, page.measure, top, 0.0 if bare.masthead.reversed_logo else look.tab)
    credit = _credit(on_ground, front, page.measure)
    foot = look.below + (credit.height if credit else 0.0)
    least = min(cover.height or on_paper(desk, look.picture if cover.figure else look.band), MOST * page.height)
    greatest = max(least, on_paper(desk, look.greatest))
    taken = top + row.height + look.apart + foot
    title = fitted_title(on_ground, bare, page.measure, greatest - taken)
    height = max(least, taken + title.height)
    if height > MOST * page.height:
        return []
    sunk = min(desk.fit.sinkage * desk.leading, max(0.0, greatest - height))
    height += sunk
    begin = height - foot - title.height
    copies = [*row.copies, *(lowered(copy, begin) for copy in title.copies)]
    if credit:
        copies.append(lowered(credit, height - look.below / 2 - credit.height))
    logo, tab = tabbed(desk, front, row.logo)
    rect = Rect(0.0, 0.0, page.width, height)
    words = [(begin - CLEAR, height), *([(top - CLEAR, top + row.height + CLEAR)] if row.copies else [])]
    shown = pictured(front, rect, words)
    surface = [shown] if shown else [Rule(rect, ink.fill), *rings(desk, front, shaded(desk, ink), height)]
    ground = grounded(desk, (*surface, *tab))
    below = (desk.fit.sinkage * desk.leading - sunk) / 2
    first = framed(desk, copies, [Anchor(front.title.id, 0.0, begin), *logo], height + look.under + below)
    pieces = (first, *opening(desk, front, page.measure))
    return [Segment(pieces, 1, page.measure, 0.0, page.leading, lead=0, ground=ground)]


def _credit(desk: Desk, front: Front, width: float) -> Copy | None:
    figure = front.cover.figure
    if figure is None or figure.credit is None:
        return None
    return desk.copy(figure.credit, msgspec.structs.replace(desk.theme.style("credit"), align="right"), width)
