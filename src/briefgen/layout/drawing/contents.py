"""Page numbers in the strip of contents, where pages are known.

Comes: pages on which anchors say where each number is to stand. Goes: the same pages with the numbers in their place.
Promise: each entry has the number of the page on which its section begins, flush right.
"""

from collections.abc import Iterator, Sequence

import msgspec

from briefgen.content.brief import Contents, Span
from briefgen.content.numbers import in_digits
from briefgen.layout.items import Anchor, Glyphs, Page
from briefgen.layout.measuring.pieces import Strip
from briefgen.layout.measuring.text import Desk


def numbered(desk: Desk, pages: Sequence[Page], contents: Contents) -> tuple[Page, ...]:
    """The pages with the numbers of these contents."""
    begins = {item.id: page.number for page in pages for item in page.items if isinstance(item, Anchor)}
    numbers = {entry.page.id: begins[entry.target] for entry in contents.entries if entry.target in begins}
    pages_of = {entry.page.id: entry.page for entry in contents.entries}
    made = []
    for page in pages:
        places = [item for item in page.items if isinstance(item, Anchor) and item.id in pages_of]
        if places:
            kept = [item for item in page.items if not (isinstance(item, Anchor) and item.id in pages_of)]
            shown = [run for place in places if place.id in numbers for run in _number(desk, place, numbers[place.id])]
            page = msgspec.structs.replace(page, items=(*kept, *shown))
        made.append(page)
    return tuple(made)


def _number(desk: Desk, place: Anchor, number: int) -> Iterator[Glyphs]:
    """A number that ends at a place."""
    contents = desk.brief.front.contents
    assert contents is not None  # noqa: S101  the place is one of them
    text = next(entry.page for entry in contents.entries if entry.page.id == place.id)
    digits = desk.brief.metadata.digits
    said = Span(in_digits(str(number), digits) if digits else str(number))
    copy = desk.copy(msgspec.structs.replace(text, spans=(said,)), "contents_page", desk.theme.page.measure)
    for strip in copy.strips:
        assert isinstance(strip, Strip)  # noqa: S101  a copy is of lines
        for run in strip.line.runs:
            x = place.x - copy.width + run.x
            yield Glyphs(
                x, place.y, run.width, run.face, run.size, run.colour, run.glyphs, id=text.id, role=text.role, rtl=run.rtl
            )
