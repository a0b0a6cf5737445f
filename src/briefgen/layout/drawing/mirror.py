"""Pages for a language that is written from right to left: the mirror images of those that layout has made.

Comes: finished pages, on which all is counted from the edge where lines begin. Goes: the same pages with that edge at the
right: columns, indents, bullets, tables, folios and margins change sides at once. Promise: letters, pictures and drawings
(the axes of charts, codes for telephones) are moved and not turned.
"""

from collections.abc import Callable

import msgspec

from briefgen.geometry import Rect
from briefgen.layout.items import Anchor, Drawing, Glyphs, Image, Item, Link, Page, Pages, Path, Rule, Segment
from briefgen.memory import Memory, Shelf

MIRRORED_KEPT = 100  # between layouts: pages


def mirror(pages: Pages, memory: Memory | None = None) -> Pages:
    """The pages with left and right exchanged. What is kept in `memory` is found again: the same pages for the same ones."""
    known: Shelf[int, tuple[Page, Page]] | None = memory.shelf("mirrored pages", MIRRORED_KEPT) if memory else None
    return msgspec.structs.replace(pages, pages=tuple([_mirrored_page(page, known) for page in pages.pages]), mirrored=True)


def _mirrored_page(page: Page, known: Shelf[int, tuple[Page, Page]] | None) -> Page:
    before = known.get(id(page)) if known is not None else None  # as long as a page is kept, no other has its identity
    if before is not None:
        return before[1]
    turned = _turned(page)
    if known is not None:
        known.keep(id(page), (page, turned))
    return turned


def _turned(page: Page) -> Page:
    items = tuple([mirrored(item, page.width) for item in page.items])
    slug = tuple([_moved(run, page.width) for run in page.slug])
    frame = page.frame and _across(page.frame, page.width)
    return msgspec.structs.replace(page, items=items, slug=slug, frame=frame)


def mirrored(item: Item, width: float) -> Item:
    """An item at the other side of a page of this width."""
    match item:
        case Glyphs():
            return _moved(item, width)
        case Rule() | Drawing() | Image() | Link():
            return msgspec.structs.replace(item, rect=_across(item.rect, width))
        case Path():
            if item.id:  # a picture, such as a code for telephones
                shift = width - 2 * item.rect.x - item.rect.width
                segments = [_changed(segment, lambda x: x + shift) for segment in item.segments]
            else:
                segments = [_changed(segment, lambda x: width - x) for segment in item.segments]
            return msgspec.structs.replace(item, segments=tuple(segments))
        case Anchor():
            return msgspec.structs.replace(item, x=0.0)  # viewers go to the height


def _across(rect: Rect, width: float) -> Rect:
    return Rect(width - rect.right, rect.y, rect.width, rect.height)


def _moved(run: Glyphs, width: float) -> Glyphs:
    return msgspec.structs.replace(run, x=width - run.x - run.width)


def _changed(segment: Segment, change: Callable[[float], float]) -> Segment:
    """A part of an outline, whose values after the first are x and y in turn, with each x changed."""
    values = [float(value) for value in segment[1:]]
    return (segment[0], *(value if place % 2 else change(value) for place, value in enumerate(values)))
