"""The order in which a page is read, out of the tags of the file itself.

Comes in: the bytes of a PDF, and the same opened by PDFium. Goes out: for each page the steps of its reader, with their
roles and boxes. The promise: it is the file's own tag tree (ISO 32000-1, 14.7), read back by other libraries than those that
wrote it; what is not tagged has no step. Refuses to know the brief.
"""

from collections.abc import Iterator
from ctypes import byref, c_float
from io import BytesIO
from typing import Any, NamedTuple

import msgspec
import pikepdf
import pypdfium2.raw as pdfium

from briefgen.geometry import Rect

WITHIN = {"Span", "Link", "Em", "Strong", "Reference", "Lbl"}  # what is read with the text in which it stands
DEEPEST = 60
APART = 14.0  # points: what is farther apart is read in two steps


class Step(msgspec.Struct, frozen=True):
    """What is read in one go: an element, or as much of it as stands in one place."""

    role: str
    box: Rect


class Order:
    """The reading order of one PDF. The tags are read at once, a page's boxes when it is asked for."""

    def __init__(self, data: bytes) -> None:
        with pikepdf.open(BytesIO(data)) as pdf:
            pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
            self._marks: list[list[_Mark]] = [[] for _ in pages]  # of each page
            for mark in _Walk().below(pdf.Root.get("/StructTreeRoot"), _Mark(), DEEPEST):
                if mark.page in pages:
                    self._marks[pages[mark.page]].append(mark)

    def steps(self, document: Any, number: int) -> list[Step]:
        """The steps of page `number`, of the same PDF opened by PDFium."""
        page = document[number - 1]
        boxes = _boxes(page)
        page.close()
        found: list[Step] = []
        last = 0
        for mark in self._marks[number - 1]:
            for box in boxes.get(mark.number, ()):
                if found and mark.element == last and _goes_on(found[-1].box, box):
                    found[-1] = Step(mark.role, _around(found[-1].box, box))
                else:
                    found.append(Step(mark.role, box))
                last = mark.element
        return found


class _Mark(NamedTuple):
    """Marked content: its number on its page, and the element that it is read as, by its role and a number."""

    role: str = ""
    element: int = 0
    page: Any = None
    number: int = -1


class _Walk:
    """Through a tag tree, in its order."""

    def __init__(self) -> None:
        self._count = 0

    def below(self, node: Any, above: _Mark, deep: int) -> Iterator[_Mark]:
        """The marked content below a node. `above`: what its parent's would be."""
        if node is None or deep == 0:
            return
        own = self._of(node, above)
        kids = node.get("/K")
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                yield own._replace(number=kid)
            elif isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/MCR":
                yield own._replace(number=int(kid.MCID), page=kid["/Pg"].objgen if "/Pg" in kid else own.page)
            elif isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield from self.below(kid, own, deep - 1)

    def _of(self, node: Any, above: _Mark) -> _Mark:
        role = str(node.get("/S", "")).lstrip("/")
        page = node["/Pg"].objgen if "/Pg" in node else above.page
        if above.role == "LI" and role in ("Lbl", "LBody"):
            return above._replace(page=page)
        if above.role and role in WITHIN:
            return above._replace(page=page)
        self._count += 1
        return _Mark(role, self._count, page)


def _boxes(page: Any) -> dict[int, list[Rect]]:
    """The boxes of what each marked content of a page draws, from the top left corner of what is shown of it."""
    left, _, _, top = page.get_trimbox()
    found: dict[int, list[Rect]] = {}
    for at in range(pdfium.FPDFPage_CountObjects(page)):
        thing = pdfium.FPDFPage_GetObject(page, at)
        mark = pdfium.FPDFPageObj_GetMarkedContentID(thing)
        sides = [c_float() for _ in range(4)]
        if mark < 0 or not pdfium.FPDFPageObj_GetBounds(thing, *map(byref, sides)):
            continue
        x, y, right, upper = (side.value for side in sides)
        found.setdefault(mark, []).append(Rect(x - left, top - upper, right - x, upper - y))
    return found


def _goes_on(one: Rect, other: Rect) -> bool:
    """Whether an element goes on in the same place: beside what was read of it, or right below."""
    across = one.x < other.right + APART and other.x < one.right + APART
    return across and one.y < other.bottom + APART and other.y < one.bottom + APART


def _around(one: Rect, other: Rect) -> Rect:
    left, top = min(one.x, other.x), min(one.y, other.y)
    return Rect(left, top, max(one.right, other.right) - left, max(one.bottom, other.bottom) - top)
