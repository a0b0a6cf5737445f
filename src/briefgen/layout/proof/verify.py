"""The proof on finished pages: every glyph inside its frame, nothing over anything else, no word lost.

Comes: pages and the brief they were made from. Goes: problems, each of them a fault of briefgen and not of the outline. It
reads the items only and knows nothing of how they came to be where they are.
"""

from collections.abc import Collection, Iterator, Sequence
from unicodedata import category

import msgspec

from briefgen.content.brief import Brief
from briefgen.content.same import inside, parts_of
from briefgen.geometry import Rect
from briefgen.layout.items import Drawing, Glyphs, Image, Item, Page, Pages, Path, Rule
from briefgen.layout.proof.known import known_of
from briefgen.memory import Memory
from briefgen.problem import Problems
from briefgen.theme import PageShape

HANG = 7.5  # points that anything may stand out
QUOTE = 0.201  # of the size: an opening quote hangs out by 0.2
TOUCH = 0.6  # of two inked rectangles that is not yet an overlap
ASCENT = 0.62  # of the size: what a line of text claims above its baseline, less than capitals take
GROUND = 4.0  # points: what is wider and higher than a rule
DESCENT = 0.12
FAULT = "report it with the outline, it is a fault of briefgen; until it is mended, reword that part, or move it"
OWN_LOOK = "the look leaves too little room: take back what was last changed in it"


def verify(pages: Pages, shape: PageShape, brief: Brief, problems: Problems, memory: Memory | None = None) -> None:
    """Report what lies outside its frame, what overlaps, and what is missing.

    A page of an earlier layout with which nothing was wrong is not looked at again.
    """
    # what has no id is furniture, and so is the marking, which is content all the same
    unframed = frozenset({"", brief.marking.id if brief.marking else ""})
    hint = OWN_LOOK if brief.design.look.own else FAULT
    for page in pages.pages:
        left = shape.left(page.number)
        left = page.width - left - shape.measure if pages.mirrored else left
        terms = page.frame or Rect(left, shape.top, shape.measure, shape.rows * shape.leading), unframed
        known = known_of(memory, page)
        if known.sound != terms:
            faults = [*_faults(page, *terms)]
            for code, item, said in faults:
                problems.add(code, brief.place(_id(item)), said, hint)
            known.sound = None if faults else terms
    _report_lost(words_of(pages, memory), brief, problems, memory)


def _faults(page: Page, frame: Rect, unframed: Collection[str]) -> Iterator[tuple[str, Item, str]]:
    """What is wrong with one page: the code, the item and the words of each problem."""
    rects = [_inked(item) for item in page.items]
    inked = [_Inked(rect, item) for rect, item in zip(rects, page.items, strict=True) if rect]
    for entry in inked:
        if not _within(_upright(entry), frame, _hang(entry.item)) and _id(entry.item) not in unframed:
            yield "layout/outside-frame", entry.item, f"{_words(entry.item)} lies outside the frame of page {page.number}"
    for drawing in page.items:
        if type(drawing) is Drawing and (run := _escaped(drawing)):
            yield "layout/outside-frame", drawing, f"{_words(run)} lies outside its drawing on page {page.number}"
    for one, other in _overlaps(inked):
        yield "layout/overlap", one, f"{_words(one)} and {_words(other)} overlap on page {page.number}"
    for rule, other in _covers(page.items, rects):
        said = f"{_words(other)} lies under a ground {rule.rect.height:.0f} pt high on page {page.number}"
        yield "layout/overlap", other, said


def _upright(entry: "_Inked") -> Rect:
    """What of an item has to stand within the frame: of one that bleeds, its height alone."""
    if isinstance(entry.item, Image) and entry.item.bleed:
        middle = entry.rect.x + entry.rect.width / 2
        return Rect(middle, entry.rect.y, 0.0, entry.rect.height)
    return entry.rect


def words_of(pages: Pages, memory: Memory | None = None) -> dict[str, str]:
    """The words set for each text id, over all pages in drawing order, without added hyphens."""
    found: dict[str, str] = {}
    for page in pages.pages:
        for text_id, words in known_of(memory, page).words.items():
            found[text_id] = found[text_id] + words if text_id in found else words
    return found


def _report_lost(placed: dict[str, str], brief: Brief, problems: Problems, memory: Memory | None) -> None:
    for text in (text for part in inside(memory, parts_of(brief)) for text in part.texts):
        found, wanted = placed.get(text.id, ""), text.plain
        if wanted and found != wanted and _visible(found) != _visible(wanted):
            said = f"not every word of “{wanted[:40]}” is on the pages"
            problems.add("layout/lost-words", brief.place(text.id), said, FAULT)


def _visible(words: str) -> str:
    """The words without spaces and without what has no shape of its own (Unicode category Cf: joiners, soft hyphens)."""
    joined = "".join(words.split())
    if joined.isascii():
        return joined
    unseen = {char for char in set(joined) if category(char) == "Cf"}
    return "".join([char for char in joined if char not in unseen]) if unseen else joined


def _inked(item: Item) -> Rect | None:
    """The rectangle that an item surely covers, None for what may lie under or over others."""
    if type(item) is Glyphs:
        width = item.width
        for glyph in reversed(item.glyphs):
            if not glyph.text.isspace():
                break
            width -= glyph.advance
        else:
            return None  # spaces only
        left = item.x + item.width - width if item.rtl else item.x
        return Rect(left, item.y - ASCENT * item.size, max(width, 0.0), (ASCENT + DESCENT) * item.size)
    if isinstance(item, Image) and item.behind:
        return None
    if isinstance(item, Image | Drawing) or (isinstance(item, Path) and item.id):
        return item.rect
    return None


def _escaped(drawing: Drawing) -> Glyphs | None:
    """The first level run of a drawing that leaves its rectangle."""
    frame = Rect(0.0, 0.0, drawing.rect.width, drawing.rect.height)
    levels = (mark for mark in drawing.marks if isinstance(mark, Glyphs))
    return next((run for run in levels if (rect := _inked(run)) and not _within(rect, frame)), None)


def _id(item: Item) -> str:
    return getattr(item, "id", "")


def _words(item: Item) -> str:
    if isinstance(item, Glyphs):
        words = "".join(glyph.text for glyph in item.glyphs)
        return f"“{words[:40].strip()}”"
    return "an image"


def _hang(item: Item) -> float:
    return max(HANG, QUOTE * item.size) if isinstance(item, Glyphs) else HANG


def _within(rect: Rect, frame: Rect, hang: float = HANG) -> bool:
    return (
        rect.x >= frame.x - hang
        and rect.right <= frame.right + hang
        and rect.y >= frame.y - 1.0
        and rect.bottom <= frame.bottom + 1.0
    )


def _covers(items: Sequence[Item], rects: Sequence[Rect | None]) -> Iterator[tuple[Rule, Item]]:
    """Grounds, and what has been drawn before them and lies under them; `rects` are what items surely cover."""
    inked: list[_Inked] = []
    for item, rect in zip(items, rects, strict=True):
        if type(item) is Rule:
            if item.rect.height >= GROUND and item.rect.width >= GROUND:
                yield from ((item, entry.item) for entry in inked if _holds(item.rect, entry.rect))
        elif rect:
            inked.append(_Inked(rect, item))


def _holds(ground: Rect, rect: Rect) -> bool:
    x, y = rect.x + rect.width / 2, rect.y + rect.height / 2
    return ground.x < x < ground.right and ground.y < y < ground.bottom


class _Inked(msgspec.Struct, frozen=True):
    rect: Rect
    item: Item


def _overlaps(inked: list[_Inked]) -> Iterator[tuple[Item, Item]]:
    """Pairs of inked items of which one lies over the other: a sweep from top to bottom."""
    active: list[_Inked] = []
    for entry in sorted(inked, key=lambda entry: entry.rect.y):
        active = [other for other in active if other.rect.bottom > entry.rect.y + TOUCH]
        for other in active:
            if entry.rect.x + TOUCH < other.rect.right and other.rect.x + TOUCH < entry.rect.right:
                yield other.item, entry.item
        active.append(entry)
