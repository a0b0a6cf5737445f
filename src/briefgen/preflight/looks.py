"""What all that look at marks have in common: where they stand and how they are called.

Comes in: pages and marks. Goes out: words and questions about them. The promise: none of these knows a rule. Refuses to know
findings.
"""

from typing import Protocol

from briefgen.geometry import POINTS_PER_MM
from briefgen.preflight.colour import Space
from briefgen.preflight.document import Page
from briefgen.preflight.matrix import Box
from briefgen.preflight.state import Mark

WORDS = {"fill": "an area", "stroke": "a line", "text": "text", "shading": "a shading", "group": "a transparency group"}

KINDS = ("fill", "stroke", "text", "image", "shading", "group")


class Look(Protocol):
    """Looks at the marks of a file, of some kinds, page by page."""

    kinds: tuple[str, ...]

    def look(self, page: Page, mark: Mark) -> None:
        """See one mark."""

    def leave(self, page: Page) -> None:
        """The page is over."""

    def finish(self) -> None:
        """The file is over."""


def called(mark: Mark) -> str:
    """What a mark is, in words."""
    of = f" of {mark.of}" if mark.of else ""
    if mark.picture is not None:
        return f"an image of {mark.picture.columns} × {mark.picture.rows} pixels{of}"
    if mark.kind == "text" and mark.font is not None:
        return f"text in {mark.size:.1f} pt {mark.font.title.split('+')[-1]}{of}"
    return WORDS[mark.kind] + of


def group(mark: Mark) -> str:
    """By which marks are told of together: images one by one, all else of a page or an annotation as one."""
    return mark.of if mark.picture is None else str(mark.box)


def leaves_below(mark: Mark, space: Space) -> bool:
    """Whether a mark leaves alone the inks that it takes none of (ISO 32000-1, 8.6.7): it overprints, and its colour is one
    of separations, or of CMYK in mode 1. Programs differ about grey, which is given the benefit of the doubt."""
    return mark.overprints and (space.family != "cmyk" or (mark.mode == 1 and not space.managed))


def is_on(mark: Mark, box: Box) -> bool:
    """Whether any of a mark lies on a part of the page; what only touches its edge does not."""
    left, top, right, bottom = mark.box
    return left < box[2] - 0.01 and top < box[3] - 0.01 and right > box[0] + 0.01 and bottom > box[1] + 0.01


def millimetres(points: float) -> float:
    """Points to millimetres, to two decimals."""
    return round(points / POINTS_PER_MM, 2)
