"""What covers are made of: grounds to the edges of the paper, and words on them.

Comes: the brief's front. Goes: parts of a cover. Promise: words stand on what they can be read on; colour that reaches the
edge of the paper is drawn to it, for a press to run it into the bleed. Heights are counted from the head of the page, widths
from the left of the frame; grounds in both from the page's corner.
"""

from collections.abc import Iterable, Sequence
from itertools import chain, repeat

import msgspec

from briefgen.content.brief import Front
from briefgen.geometry import WHITE, Rect, mm
from briefgen.layout.blocks.summary import overview_pieces
from briefgen.layout.blocks.title import Stacked, scaled, standfirst_copy, title_copies
from briefgen.layout.items import Artifact, Image, Path, Rule
from briefgen.layout.measuring.crop import crop_around
from briefgen.layout.measuring.pieces import FORBIDDEN, Ground, Ingredient, Piece
from briefgen.layout.measuring.place import moved
from briefgen.layout.measuring.text import Copy, Desk

A4_HEIGHT = mm(297)
MOST = 0.62  # of the page's height: a cover of a part of page 1 that is higher is none
EDGE = mm(5)  # no words stand nearer to the trim
MANY = 99  # lines of a title: a look says of none of its steps that it takes more
UNCOVERED = 0.35  # of the width: how high the picture of a cover is for which there is no room
AFTER_STANDFIRST = 0.8  # rows


def on_paper(desk: Desk, height: float) -> float:
    """A height on A4 in proportion on the brief's paper."""
    return desk.theme.page.height * height / A4_HEIGHT


def head_of(desk: Desk) -> float:
    """Where words begin, from the head of the page: below the marking where there is one."""
    return desk.theme.page.top if desk.brief.marking else on_paper(desk, desk.look.cover.above)


def fitted_title(desk: Desk, front: Front, width: float, room: float) -> Stacked:
    """Title, subtitle and byline, as large as few lines and a height of `room` allow."""
    look, record = desk.theme.style("title"), desk.look.cover
    for step, lines in zip(record.steps or (1.0,), chain(record.lines, repeat(MANY)), strict=False):
        style = scaled(look, step)
        found = title_copies(desk, front, width, 0.0, style)
        if found.height <= room and desk.copy(front.title, style, width).lines <= lines:
            break
    return found


def tabbed(desk: Desk, front: Front, logo: Image | None) -> tuple[list[Ingredient], list[Rule]]:
    """The logo, and a tab of white for it that hangs from the edge of the page; none for a logo made for dark grounds."""
    if logo is None:
        return [], []
    if front.masthead.reversed_logo:
        return [msgspec.structs.replace(logo, picture=front.masthead.reversed_logo, paper=False)], []
    rect, tab, left = logo.rect, desk.look.cover.tab, desk.theme.page.left(1)
    logo = msgspec.structs.replace(logo, paper=False)
    return [logo], [Rule(Rect(left + rect.x - tab, 0.0, rect.width + 2 * tab, rect.bottom + tab), WHITE)]


def pictured(front: Front, rect: Rect, words: Iterable[tuple[float, float]]) -> Image | None:
    """The picture of the cover in a rectangle, darkened between the heights of words on it; None without one."""
    figure = front.cover.figure
    if figure is None:
        return None
    shades = tuple((round(start / rect.height, 4), round(end / rect.height, 4)) for start, end in words)
    crop = crop_around(figure.picture, rect, front.cover.focus)
    artifact: Artifact = "Layout" if figure.decorative else ""
    return Image(rect, figure.picture, figure.id, artifact, crop, shades, behind=True)


def grounded(desk: Desk, items: Iterable[Rule | Path | Image], *, bare: bool = False) -> Ground:
    """The ground of page 1, whose words may stand wherever they are far enough from the trim."""
    page = desk.theme.page
    return Ground(tuple(items), Rect(EDGE, EDGE, page.width - 2 * EDGE, page.height - 2 * EDGE), bare=bare)


def framed(desk: Desk, copies: Sequence[Copy], marks: Sequence[Ingredient], end: float) -> Piece:
    """A piece of the frame's head with what stands on the ground, down to `end` points from the head of the page."""
    top = desk.theme.page.top
    items = (*marks, *(item for copy in copies for item in copy.strips))
    return Piece(desk.rows(end - top), tuple(moved(item, 0.0, -top) for item in items), break_cost=FORBIDDEN)


def opening(desk: Desk, front: Front, width: float) -> list[Piece]:
    """What follows a ground: standfirst and summary. Rows that their page lacks are let in above them."""
    if front.standfirst is None:
        return let_out(overview_pieces(desk, front, width), 1)
    copy = standfirst_copy(desk, front.standfirst, width, 0.0)
    height = copy.height + desk.leading * AFTER_STANDFIRST
    piece = desk.piece([copy], [], height, break_cost=FORBIDDEN)
    return let_out([piece, *overview_pieces(desk, front, width, desk.left_over(height))], 2)


def let_out(pieces: Sequence[Piece], count: int) -> list[Piece]:
    """The pieces, the first `count` of them with a space above that may grow."""
    return [*(msgspec.structs.replace(piece, elastic="series") for piece in pieces[:count]), *pieces[count:]]


def uncovered(desk: Desk, front: Front, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces of the usual front, with the picture of a cover for which there is no room below the title."""
    figure, width = front.cover.figure, desk.theme.page.measure
    if figure is None:
        return tuple(pieces)
    rect = Rect(0.0, 0.0, width, width * UNCOVERED)
    artifact: Artifact = "Layout" if figure.decorative else ""
    items: list[Ingredient] = [
        Image(rect, figure.picture, figure.id, artifact, crop_around(figure.picture, rect, front.cover.focus))
    ]
    credit = desk.copy(figure.credit, "credit", width, y=rect.bottom) if figure.credit else None
    height = rect.bottom + (credit.height if credit else 0.0)
    piece = desk.piece([credit] if credit else [], items, height, break_cost=FORBIDDEN, lead=0)
    masthead, title, *others = pieces
    return (masthead, title, piece, *others)
