"""Finished pages that an earlier layout has had, too: what was found out about them holds still.

Comes: pages, and what is kept between layouts. Goes: the same pages, as the very objects of before where they are equal, and
what is known of each. Promise: what is known of a page depends on its items alone, and on what stands beside it in `sound`.
"""

from collections import defaultdict

import msgspec

from briefgen.geometry import Rect
from briefgen.layout.items import Drawing, Glyphs, Page
from briefgen.memory import Memory, Shelf

NUMBERS_KEPT = 200  # numbers of pages
ALIKE_KEPT = 4  # pages of one number
Terms = tuple[Rect, frozenset[str]]  # what a page was proved by: its frame, and the ids of what may leave it


class Known(msgspec.Struct):
    """What is known of a page: the words set for each text, and by what terms nothing was wrong with it."""

    page: Page
    words: dict[str, str]
    sound: Terms | None = None
    _solid: dict[str, str] | None = None

    @property
    def solid(self) -> dict[str, str]:
        """The words set for each text without their spaces."""
        if self._solid is None:
            self._solid = {text_id: "".join(words.split()) for text_id, words in self.words.items()}
        return self._solid


def same_page(memory: Memory | None, page: Page) -> Page:
    """The page of an earlier layout that is equal to this one, or this one: equal pages are then told by their identity."""
    if memory is None:
        return page
    pages: Shelf[int, list[Page]] = memory.shelf("pages", NUMBERS_KEPT)
    alike = pages.get(page.number) or pages.keep(page.number, [])
    found = next((known for known in alike if known == page), page)
    alike[:] = [found, *(known for known in alike if known is not found)][:ALIKE_KEPT]
    return found


def known_of(memory: Memory | None, page: Page) -> Known:
    """What is known of a page."""
    shelf: Shelf[int, Known] | None = memory.shelf("known of pages", NUMBERS_KEPT) if memory else None
    found = shelf.get(id(page)) if shelf is not None else None
    if found is None:  # a page that is kept keeps its identity
        found = Known(page, _words_of(page))
        if shelf is not None:
            shelf.keep(id(page), found)
    return found


def _words_of(page: Page) -> dict[str, str]:
    """The words set for each text id, in drawing order, without added hyphens."""
    found: dict[str, list[str]] = defaultdict(list)
    for item in page.items:
        if type(item) is Glyphs and item.id:
            found[item.id].append("".join([glyph.text for glyph in item.glyphs]).replace("\u00ad", ""))
        elif type(item) is Drawing:
            for unseen in item.unseen:
                found[unseen.id].append(unseen.words)
    return {text_id: "".join(parts) for text_id, parts in found.items()}
