"""What makes a copy for reviewers: numbers beside the lines, and the word DRAFT at the head of each page.

Comes: finished pages and their brief. Goes: the same pages with both. Promise: they stand in the margins, over nothing,
and are artifacts, which nobody hears; lines keep their places. A line is what has one baseline in one half of the page;
those of the right half have their numbers at the right. Numbers go on from page to page.
"""

from collections.abc import Iterator

import msgspec

from briefgen.content.brief import Brief, Span
from briefgen.geometry import mm
from briefgen.layout.items import Artifact, Glyphs, Page, Pages
from briefgen.theme import PageShape, TextStyle
from briefgen.typeset.setter import Typesetter

NUMBER = TextStyle("display", 6.0, 7.0, features=("tnum", "lnum"))
MARK = TextStyle("display", 11.0, 13.0, weight="bold", tracking=120)
GAP = 8.0  # between a number and the frame: punctuation may hang that far out of it
HEAD = mm(9)  # from the edge of the page to the baseline of the mark
APART = 4.0  # points between two baselines; what is nearer is one line with scripts in it

WORDS = {
    "en": "DRAFT", "cs": "NÁVRH", "da": "UDKAST", "de": "ENTWURF", "es": "BORRADOR", "fi": "LUONNOS", "fr": "PROJET",
    "it": "BOZZA", "nb": "UTKAST", "nl": "CONCEPT", "nn": "UTKAST", "no": "UTKAST", "pl": "SZKIC", "pt": "MINUTA",
    "sv": "UTKAST",
}  # fmt: skip


def with_review(pages: Pages, brief: Brief, shape: PageShape, typesetter: Typesetter) -> Pages:
    """The pages of a copy for reviewers."""
    unread = brief.marking.id if brief.marking else ""
    word = WORDS.get(brief.metadata.language.split("-", 1)[0], WORDS["en"])
    made: list[Page] = []
    count = 0
    for page in pages.pages:
        added: list[Glyphs] = []
        for is_right, y in _lines(page, unread):
            count += 1
            width = typesetter.natural_width((Span(str(count)),), NUMBER)
            left = shape.left(page.number)
            x = left + shape.measure + GAP if is_right else left - GAP - width
            added += _set(str(count), x, y, NUMBER, "Layout", typesetter)
        middle = (page.width - typesetter.natural_width((Span(word),), MARK)) / 2
        added += _set(word, middle, HEAD, MARK, "Pagination/Watermark", typesetter)
        made.append(msgspec.structs.replace(page, items=(*page.items, *added)))
    return msgspec.structs.replace(pages, pages=tuple(made))


def _lines(page: Page, unread: str) -> list[tuple[bool, float]]:
    """The lines of a page: whether each stands in the right half, and its baseline; the left half first."""
    found: list[tuple[bool, float]] = []
    texts = [item for item in page.items if isinstance(item, Glyphs) and item.id not in {"", unread} and not item.artifact]
    for is_right in (False, True):
        last = -APART
        for y in sorted(item.y for item in texts if (item.x >= page.width / 2) == is_right):
            if y - last >= APART:
                found.append((is_right, y))
                last = y
    return found


def _set(words: str, x: float, y: float, look: TextStyle, artifact: Artifact, typesetter: Typesetter) -> Iterator[Glyphs]:
    for run in typesetter.set((Span(words),), look, (mm(100),)).lines[0].runs:
        yield Glyphs(x + run.x, y, run.width, run.face, run.size, run.colour, run.glyphs, run.scale, artifact=artifact)
