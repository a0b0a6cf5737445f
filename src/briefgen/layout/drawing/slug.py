"""The slug lines of a press sheet: what it is, which page, how large, when, in which inks.

Comes: finished pages and their brief. Goes: the same pages with two short lines below the bleed. Promise: they end before
the middle of the sheet, where a registration mark may stand. Refuses to know colours: they are on every plate.
"""

from collections.abc import Iterator

import msgspec

from briefgen.content.brief import Brief, Span
from briefgen.geometry import POINTS_PER_MM, mm
from briefgen.layout.items import Glyphs, Page, Pages
from briefgen.layout.measuring.place import glyphs_at
from briefgen.theme import TextStyle
from briefgen.typeset.setter import Typesetter

LOOK = TextStyle("display", 6.0, 7.0)
LEFT = mm(10)
BELOW = mm(1) + 5.5  # from the bleed to the first baseline
MIDDLE = mm(6)  # to be kept free at the left of the sheet's middle


def with_slug(pages: Pages, brief: Brief, typesetter: Typesetter) -> Pages:
    """The pages with their slug lines."""
    return msgspec.structs.replace(
        pages,
        pages=tuple(
            msgspec.structs.replace(page, slug=tuple(_lines(page, len(pages.pages), brief, typesetter)))
            for page in pages.pages
        ),
    )


def _lines(page: Page, total: int, brief: Brief, typesetter: Typesetter) -> Iterator[Glyphs]:
    size = f"{page.width / POINTS_PER_MM:.0f} × {page.height / POINTS_PER_MM:.0f} mm"
    inks = "CMYK" + (f" + {brief.design.spot}" if brief.design.spot else "")
    facts = [f"{page.number} / {total}", size, brief.metadata.date, inks]
    room = page.width / 2 - MIDDLE - LEFT
    y = page.height + brief.printing.bleed + BELOW
    for words in (brief.metadata.title, " · ".join(fact for fact in facts if fact)):
        yield from _line(words, room, y, typesetter)
        y += LOOK.leading


def _line(words: str, room: float, y: float, typesetter: Typesetter) -> Iterator[Glyphs]:
    kept = words
    while typesetter.natural_width((Span(kept),), LOOK) > room and len(kept) > 1:
        words = words[:-1].rstrip()
        kept = f"{words}…"
    for run in typesetter.set((Span(kept),), LOOK, (2 * room,)).lines[0].runs:
        yield glyphs_at(run, LEFT + run.x, y, "Page")
