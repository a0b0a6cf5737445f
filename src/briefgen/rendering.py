"""A brief as it was made in memory: its bytes, its problems, which pages changed, and where everything stands.

Comes in: what the stages of a build came to, and how the pages looked the time before. Goes out: a `Rendering`, for programs
that show pages. The promise: a page that is not among the changed ones looks as it did. Refuses to know how pages are shown.
"""

from bisect import bisect_right

import msgspec

from briefgen.content.brief import Brief
from briefgen.geometry import Rect
from briefgen.layout.items import Anchor, Drawing, Glyphs, Image, Item, Link, Page, Pages, Path, Rule
from briefgen.memory import Memory, Shelf
from briefgen.outline.tree import Outline
from briefgen.problem import Place, Problem
from briefgen.saving import stamp

ASCENT, DESCENT = 0.75, 0.25  # of the size: how far the box of a line reaches above and below its baseline
PAGES_KEPT = 200  # of which is known how they look
NEAR = 1.6  # times the size: baselines of one box are no further apart

Look = tuple[object, ...]  # of a page: equal for pages that look alike


class Box(msgspec.Struct, frozen=True):
    """A rectangle on a page, whose number counts from 1; in points from the top left corner of the trimmed page."""

    page: int
    rect: Rect


class Element(msgspec.Struct, frozen=True):
    """Something of the content tree that is seen: its id, its role as a tag, its boxes, and where the outline says it.

    `place` is None for what the outline does not write: labels, numbers. A paragraph has a box in each column that it is in.
    """

    id: str
    role: str
    boxes: tuple[Box, ...]
    place: Place | None


class Rendering(msgspec.Struct, frozen=True):
    """A build in memory. `data` is the PDF, or None where there are errors; `pages` is the layout, as far as it went.

    `changed` are the numbers of the pages that look otherwise than in the session's rendering before, or were not there; all
    of them the first time. Without `data` and `draft`, nothing has changed. `brief` is the content tree.
    """

    problems: tuple[Problem, ...]
    data: bytes | None = None
    pages: Pages | None = None
    brief: Brief | None = None
    changed: tuple[int, ...] = ()
    told: tuple[str, ...] = ()  # how files of data were read, and what was done to pictures
    outline: Outline | None = None  # as far as it could be read
    draft: bytes | None = None  # what `data` would be, but for the number of pages, or a warning (strict)

    @property
    def good(self) -> bool:
        """Whether there is no error."""
        return all(problem.severity != "error" for problem in self.problems)

    def elements(self) -> tuple[Element, ...]:
        """All that is read on the pages, in drawing order, each where it stands. Takes a few milliseconds: ask once."""
        if self.pages is None or self.brief is None:
            return ()
        boxes: dict[str, list[Box]] = {}
        roles: dict[str, str] = {}
        places: dict[str, Place] = {}
        for page in self.pages.pages:
            for item in page.items:
                id = getattr(item, "id", "")
                rect = _rect(item)
                if id and rect is not None:
                    _gather(boxes.setdefault(id, []), Box(page.number, rect), isinstance(item, Glyphs))
                    roles.setdefault(id, item.role if isinstance(item, Glyphs) else "Figure")
                if isinstance(item, Image):
                    places[id] = item.picture.place
        for id in boxes:
            if id in self.brief.sources:
                places[id] = self.brief.sources[id].place
        return tuple(Element(id, roles[id], tuple(found), places.get(id)) for id, found in boxes.items())

    def at(self, place: Place) -> Element | None:
        """The element that the outline says at a place, such as that of a problem: the last that begins at or before it."""
        placed = [each for each in self.elements() if each.place is not None and each.place.file == place.file]
        placed.sort(key=_begin)
        index = bisect_right(placed, (place.line, place.column), key=_begin)
        return placed[index - 1] if index and place.line else None


def looks_of(pages: Pages, memory: Memory | None = None) -> tuple[Look, ...]:
    """How pages look: what tells one item from another but for its id and what it is read as.

    `memory`: what is kept between renderings.
    """
    known: Shelf[int, tuple[Page, Look]] | None = (
        memory.shelf("looks of pages by themselves", PAGES_KEPT) if memory else None
    )
    return tuple([_look_of(page, known) for page in pages.pages])


def _look_of(page: Page, known: Shelf[int, tuple[Page, Look]] | None) -> Look:
    found = known.get(id(page)) if known is not None else None
    if found is not None:  # a page that is kept keeps its identity
        return found[1]
    items = (*page.items, *page.slug)
    look = (page.width, page.height, *map(_look, items))
    if known is not None and not any(type(item) is Image for item in items):  # whose file may be another one by now
        known.keep(id(page), (page, look))
    return look


def changed_pages(before: tuple[Look, ...], now: tuple[Look, ...]) -> tuple[int, ...]:
    """The numbers of the pages that look otherwise than before."""
    return tuple(number for number, look in enumerate(now, 1) if number > len(before) or before[number - 1] != look)


def _look(item: Item) -> object:
    match item:
        case Glyphs():
            return item.x, item.y, item.face, item.size, item.colour, item.glyphs, item.scale, item.spacing
        case Rule():
            return item.rect, item.colour
        case Path():
            return item.segments, item.fill, item.stroke, item.even_odd
        case Image():
            return item.rect, item.picture.path, stamp(item.picture.path), item.picture.recoloured
        case Drawing():
            return item.rect, item.marks
        case Link():
            return item.rect, item.uri
        case Anchor():
            return None


def _begin(element: Element) -> tuple[int, int]:
    return (element.place.line, element.place.column) if element.place else (0, 0)


def _rect(item: Item) -> Rect | None:
    """The rectangle in which an item is seen."""
    if isinstance(item, Glyphs):
        return Rect(item.x, item.y - ASCENT * item.size, item.width, (ASCENT + DESCENT) * item.size)
    return item.rect if isinstance(item, Rule | Path | Image | Drawing) else None


def _gather(boxes: list[Box], box: Box, is_line: bool) -> None:
    """Add a box to those of an element: lines below each other make one."""
    last = boxes[-1] if boxes else None
    if last is not None and is_line and last.page == box.page and _joins(last.rect, box.rect):
        boxes[-1] = Box(box.page, _union(last.rect, box.rect))
    else:
        boxes.append(box)


def _joins(above: Rect, line: Rect) -> bool:
    """Whether a line goes on where a box ends: beside its last line, or below it."""
    down = line.bottom - above.bottom
    beside = abs(down) < line.height and line.x - above.right < line.height and above.x - line.right < line.height
    below = 0 < down < NEAR * line.height and line.x < above.right and above.x < line.right
    return beside or below


def _union(one: Rect, other: Rect) -> Rect:
    x, y = min(one.x, other.x), min(one.y, other.y)
    return Rect(x, y, max(one.right, other.right) - x, max(one.bottom, other.bottom) - y)
