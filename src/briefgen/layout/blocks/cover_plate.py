"""A cover page of its own: a picture or the accent to the four edges, the title on a plate of white.

Comes: the brief's front. Goes: two segments, the cover that fills page 1, with the standfirst where it has room there, and
the summary, which opens page 2; none where the words take more than a plate has room for. Promise: all words stand on white.
"""

import msgspec

from briefgen.content.brief import Front
from briefgen.geometry import WHITE, Rect
from briefgen.layout.blocks.cover import MOST, fitted_title, framed, grounded, head_of, opening, pictured
from briefgen.layout.blocks.cover_rings import rings
from briefgen.layout.blocks.inks import ink_on_accent, tinted
from briefgen.layout.blocks.masthead import lowered, masthead_row
from briefgen.layout.blocks.title import standfirst_copy
from briefgen.layout.items import Anchor, Rule
from briefgen.layout.measuring.pieces import Ingredient, Segment
from briefgen.layout.measuring.text import Copy, Desk


def plate_segments(desk: Desk, front: Front) -> list[Segment]:
    """The cover, and what opens page 2."""
    page, look = desk.theme.page, desk.look.cover
    width = look.plate * page.measure - look.plate_side
    issue, high = _issue(desk, front, width)
    title = fitted_title(desk, front, width, MOST * page.height)
    credit = front.cover.figure.credit if front.cover.figure else None
    named = desk.copy(credit, "credit", width) if credit else None
    height = 2 * look.plate_padding + high + title.height + (look.credit_gap + named.height if named else 0.0)
    told = _standfirst(desk, front, width, MOST * page.height - height)
    if told:
        height += told.height + look.standfirst_gap
        rest = msgspec.structs.replace(front, standfirst=None)
    else:
        rest = front
    if height > MOST * page.height:
        return []
    bottom = look.plate_foot * page.height
    top = bottom - height
    begin = top + look.plate_padding + high
    copies = [*(lowered(copy, begin - high) for copy in issue), *(lowered(copy, begin) for copy in title.copies)]
    if told:
        copies.append(lowered(told, begin + title.height + look.standfirst_gap))
    if named:
        copies.append(lowered(named, bottom - look.plate_padding - named.height + look.credit_gap / 2))
    sign, marks, tab = _sign(desk, front)
    shown = pictured(front, Rect(0.0, 0.0, page.width, page.height), ())
    colour = Rule(Rect(0.0, 0.0, page.width, page.height), ink_on_accent(desk.theme.palette).fill)
    plate = Rule(Rect(0.0, top, page.left(1) + look.plate * page.measure, height), WHITE)
    piece = framed(desk, [*sign, *copies], [Anchor(front.title.id, 0.0, begin), *marks], page.top)
    cover = msgspec.structs.replace(piece, rows=page.rows, break_cost=0.0)
    surface = [shown] if shown else [colour, *rings(desk, front, tinted(desk, colour.colour), page.height)]
    bar = msgspec.structs.replace(plate, rect=Rect(0.0, top, plate.rect.width, look.plate_rule), colour=desk.tone("second"))
    ground = grounded(desk, (*surface, plate, bar, *tab), bare=True)
    segments = [Segment((cover,), 1, page.measure, 0.0, page.leading, lead=0, ground=ground)]
    pieces = opening(desk, rest, page.measure)
    if pieces:
        segments.append(Segment(tuple(pieces), 1, page.measure, 0.0, page.leading, lead=0))
    return segments


def _standfirst(desk: Desk, front: Front, width: float, room: float) -> Copy | None:
    """The standfirst for a plate with so much room left; None where it needs more."""
    if front.standfirst is None:
        return None
    copy = standfirst_copy(desk, front.standfirst, width, 0.0)
    return copy if copy.height + desk.look.cover.standfirst_gap <= room else None


def _issue(desk: Desk, front: Front, width: float) -> tuple[list[Copy], float]:
    """Series, number and date beside each other, on as few lines as hold them; and the height down to the title."""
    copies: list[Copy] = []
    x = y = high = 0.0
    head = front.masthead
    for text, style in ((head.series, "series"), (head.number, "issue"), (head.date, "issue")):
        if text is None:
            continue
        look = msgspec.structs.replace(desk.theme.style(style), align="left")
        if x and x + desk.natural_width(text, look) > width:
            x, y = 0.0, high
        copies.append(desk.copy(text, look, width - x, x=x, y=y))
        high = max(high, y + copies[-1].height)
        x += copies[-1].width + desk.look.cover.issue_gap
    return copies, high + desk.look.cover.plate_gap if copies else 0.0


def _sign(desk: Desk, front: Front) -> tuple[list[Copy], list[Ingredient], list[Rule]]:
    """The publisher with its logo on a tab of white that hangs from the head of the page."""
    page, tab, top = desk.theme.page, desk.look.cover.tab, head_of(desk)
    row = masthead_row(desk, msgspec.structs.replace(front.masthead, series=None, number=None, date=None), page.measure, top)
    if not row.height:
        return [], [], []
    right = row.logo.rect.right if row.logo else 0.0
    if row.copies:
        right += (desk.look.masthead.logo_gap if row.logo else 0.0) + row.copies[0].width
    white = Rule(Rect(page.left(1) - tab, 0.0, right + 2 * tab, top + row.height + tab), WHITE)
    logo = [msgspec.structs.replace(row.logo, paper=False)] if row.logo else []
    return [*row.copies], [*logo], [white]
