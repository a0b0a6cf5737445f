"""What makes a copy for reviewers: numbers beside the lines, and the word DRAFT on each page.

Comes: finished pages and their brief. Goes: the same pages with both. Promise: they stand in the margins, over nothing,
and are artifacts, which nobody hears; lines keep their places. A line is what has one baseline in one half of the page;
those of the right half have their numbers at the right. Numbers go on from page to page.
"""

from collections.abc import Iterator

import msgspec

from briefgen.content.brief import Brief, Span
from briefgen.geometry import WHITE, Rect, mm
from briefgen.layout.items import Artifact, Glyphs, Image, Page, Pages, Rule
from briefgen.layout.measuring.place import glyphs_at
from briefgen.theme import PageShape, TextStyle
from briefgen.typeset.setter import Typesetter

NUMBER = TextStyle("display", 6.0, 7.0, features=("tnum", "lnum"))
MARK = TextStyle("display", 11.0, 13.0, weight="bold", tracking=120)
GAP = 8.0  # between a number and the frame: punctuation may hang that far out of it
EDGES = (mm(9), -mm(6))  # from the head of the page, or its foot, to the baseline of the mark
ACROSS = (0.5, 0.3, 0.15, 0.85)  # where its middle may be, in parts of the page's width
CLEAR = 3.0  # points round it that are kept free
HIGH, ROUND = 40.0, 2.0  # points: from where on something is a ground; the white round what stands on it
APART = 7.0  # points between two baselines; what is nearer is one line with scripts or small type in it

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
        x, y = _free_spot(page, typesetter.natural_width((Span(word),), MARK))
        added += _set(word, x, y, MARK, "Pagination/Watermark", typesetter)
        made.append(msgspec.structs.replace(page, items=(*page.items, *_on_white(page, added))))
    return msgspec.structs.replace(pages, pages=tuple(made))


def _on_white(page: Page, added: list[Glyphs]) -> Iterator[Glyphs | Rule]:
    """What is added, on white where a cover or a strip lies below it."""
    grounds = [item for item in page.items if isinstance(item, Rule | Image) and item.rect.height > HIGH]
    for run in added:
        rect = Rect(run.x - ROUND, run.y - run.size, run.width + 2 * ROUND, run.size + ROUND)
        if any(_meet(rect, ground.rect) for ground in grounds):
            yield Rule(rect, WHITE)
        yield run


def _meet(one: Rect, other: Rect) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def _free_spot(page: Page, width: float) -> tuple[float, float]:
    """Where the mark stands over nothing: in the middle of the head, or where a running head or a marking leaves room."""
    texts = [item for item in page.items if isinstance(item, Glyphs)]
    spots = [(page.width * part - width / 2, edge if edge > 0 else page.height + edge) for edge in EDGES for part in ACROSS]
    for x, y in spots:
        near = (item for item in texts if y - MARK.size - CLEAR < item.y < y + item.size + CLEAR)
        if all(item.x > x + width + CLEAR or item.x + item.width < x - CLEAR for item in near):
            return x, y
    return spots[0]


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
        yield glyphs_at(run, x + run.x, y, artifact)
