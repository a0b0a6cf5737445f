"""What all that look at marks have in common: where they stand and how they are called.

Comes in: pages and marks. Goes out: words and questions about them. The promise: none of these knows a rule. Refuses to know
findings.
"""

from typing import Protocol

from briefgen.geometry import POINTS_PER_MM
from briefgen.preflight.document import Page
from briefgen.preflight.matrix import Box, is_empty, overlap
from briefgen.preflight.state import Mark

WORDS = {"fill": "an area", "stroke": "a line", "text": "text", "shading": "a shading", "group": "a transparency group"}


class Look(Protocol):
    """Looks at the marks of a file, page by page."""

    def look(self, page: Page, mark: Mark) -> None:
        """See one mark."""

    def leave(self, page: Page) -> None:
        """The page is over."""

    def finish(self) -> None:
        """The file is over."""


def called(mark: Mark) -> str:
    """What a mark is, in words."""
    if mark.picture is not None:
        return f"an image of {mark.picture.columns} × {mark.picture.rows} pixels"
    if mark.kind == "text" and mark.font is not None:
        return f"text in {mark.size:.1f} pt {mark.font.title.split('+')[-1]}"
    return WORDS[mark.kind]


def is_on(mark: Mark, box: Box) -> bool:
    """Whether any of a mark lies on a part of the page; what only touches its edge does not."""
    common = overlap(mark.box, box)
    return not is_empty(common) and (_lies(0, mark.box, box) and _lies(1, mark.box, box))


def _lies(side: int, inner: Box, outer: Box) -> bool:
    return inner[side] < outer[side + 2] - 0.01 and inner[side + 2] > outer[side] + 0.01


def millimetres(points: float) -> float:
    """Points to millimetres, to two decimals."""
    return round(points / POINTS_PER_MM, 2)
