"""The back page of a brief with a cover page: the accent to the four edges, who publishes it on a plate as on the front.

Comes: the back matter. Goes: the segment of the last page, and the back matter without what stands there. Promise: each
brief with a cover page has one that has somebody to name; what has no room on the plate stays in the closing panel; the
publisher, who is named on page 1, or else the title, is shown again and not read again.
"""

import msgspec

from briefgen.content.brief import Back, Entry, Paragraph
from briefgen.geometry import WHITE, Rect
from briefgen.layout.blocks.badge import badge
from briefgen.layout.blocks.closing import LICENCE
from briefgen.layout.blocks.cover import MOST, grounded
from briefgen.layout.blocks.cover_rings import rings
from briefgen.layout.blocks.inks import ink_on_accent, tinted
from briefgen.layout.blocks.masthead import logo_size, lowered
from briefgen.layout.blocks.title import scaled
from briefgen.layout.items import WHOLE, Image, Rule
from briefgen.layout.measuring.pieces import Ingredient, Piece, Segment
from briefgen.layout.measuring.place import moved
from briefgen.layout.measuring.text import BASELINE, Desk, anchor

# what a reader looks for on a back page; and what stands there besides where it has room
KINDS = frozenset({"contact", "disclaimer", "imprint", "licence"})
MORE = KINDS | {"about"}


def back_page(desk: Desk, back: Back | None) -> tuple[Segment | None, Back | None]:
    """The last page, None where there is nobody to name on it, and what is left of the back matter."""
    head = desk.brief.front.masthead
    segment: Segment | None = None
    entries: tuple[Entry, ...] = ()
    for kinds in (MORE, KINDS, frozenset[str]()):  # with none of them it says who publishes the brief
        entries = tuple(entry for entry in back.entries if entry.kind in kinds) if back else ()
        if not (entries or head.publisher or head.logo):
            return None, back
        segment = _page(desk, entries)
        if segment is not None:
            break
    assert segment is not None  # noqa: S101  a publisher's name takes no more than a few lines
    left_over = back and tuple(entry for entry in back.entries if entry not in entries)
    return segment, back and msgspec.structs.replace(back, entries=left_over)


def _page(desk: Desk, entries: tuple[Entry, ...]) -> Segment | None:
    """The page with these entries on its plate; None where they have no room on it."""
    page, look = desk.theme.page, desk.look.cover
    x = (1 - look.plate) * page.measure + look.plate_side
    width = page.measure - x
    sign, top = _sign(desk, x)
    parts = [_entry(desk, entry, (width - look.back_gutter) / 2) for entry in entries]
    columns = _columns([height for _, height in parts])
    heights = [0.0, 0.0]
    items: list[Ingredient] = []
    for (shown, height), column in zip(parts, columns, strict=True):
        left = x + column * ((width + look.back_gutter) / 2)
        items += [moved(item, left, top + heights[column]) for item in shown]
        heights[column] += height + look.back_between
    high = 2 * look.plate_padding + top + (max(heights) - look.back_between if entries else -look.sign_gap)
    if entries and high > MOST * page.height:
        return None
    begin = look.plate_foot * page.height - high
    shift = begin + look.plate_padding - page.top
    piece = Piece(page.rows, tuple(moved(item, 0.0, shift) for item in (*sign, *items)))
    plate = Rule(Rect(x - look.plate_side, begin, page.width, high), WHITE)
    colour = Rule(Rect(0.0, 0.0, page.width, page.height), ink_on_accent(desk.theme.palette).fill)
    bar = Rule(Rect(plate.rect.x, begin, page.width, look.plate_rule), desk.tone("second"))
    surface = (
        ()
        if desk.brief.front.cover.figure
        else rings(desk, desk.brief.front, tinted(desk, colour.colour), page.height, left=True)
    )
    ground = msgspec.structs.replace(grounded(desk, (colour, *surface), bare=True), plates=(plate, bar))
    return Segment((piece,), 1, page.measure, 0.0, page.leading, new_page=True, ground=ground)


def _sign(desk: Desk, x: float) -> tuple[list[Ingredient], float]:
    """The publisher's logo and name once more, or else the title, as artifacts; and where what is below them begins."""
    head, title = desk.brief.front.masthead, desk.brief.front.title
    items: list[Ingredient] = []
    y = 0.0
    if head.logo:
        wide, high = logo_size(desk, head)
        items.append(Image(Rect(x, 0.0, wide, high), head.logo.picture, "", "Layout", head.logo.part or WHOLE))
        y = high + desk.look.cover.back_between
    named = head.publisher or (None if head.logo else title)
    if named:
        copy = desk.copy(named, "publisher", desk.theme.page.measure - x, x=x, y=y, artifact=True)
        items += copy.strips
        y += copy.height
    return items, y + desk.look.cover.sign_gap


def _entry(desk: Desk, entry: Entry, width: float) -> tuple[list[Ingredient], float]:
    """A heading and its paragraphs, and how high they are."""
    items: list[Ingredient] = []
    y, larger = 0.0, desk.look.cover.back_type
    if entry.heading:
        copy = desk.copy(entry.heading, scaled(desk.theme.style("closing_heading"), larger), width)
        items += [anchor(entry.heading.id), *copy.strips]
        y = copy.height
    for block in entry.blocks:
        assert isinstance(block, Paragraph)  # noqa: S101  compose makes nothing else of these
        look = scaled(desk.theme.style("closing"), larger)
        drawn, taken = badge(block.text.plain, look, y + look.leading * BASELINE) if block.text.id == LICENCE else ((), 0.0)
        copy = lowered(desk.copy(block.text, look, width, indent=taken), y)
        items += [*drawn, *copy.strips]
        y += copy.height
    return items, y


def _columns(heights: list[float]) -> list[int]:
    """In which of two columns each entry stands: in order, as level as can be."""
    ends = range(1, len(heights) + 1)
    end = min(ends, key=lambda end: max(sum(heights[:end]), sum(heights[end:])), default=0)
    return [int(number >= end) for number in range(len(heights))]
