"""Bleed: whether there is room for it, and whether what reaches the trim fills it.

Comes in: marks. Goes out: findings. The promise: a mark short of the bleed is told of only where no other mark lies there.
Refuses to know shapes: a mark is its box, which it touches on all four sides.
"""

from briefgen.preflight.colour import is_white
from briefgen.preflight.document import Page
from briefgen.preflight.finding import Box, Findings, Measure
from briefgen.preflight.looks import called, is_on, millimetres
from briefgen.preflight.state import Mark

TOUCH = 0.3  # points (0.1 mm): what comes as near to the trim as this is meant to reach it
INWARD = 1.0  # points that a mark must lie within the trim to be more than a printer's mark
MOST = 4000  # marks of a page that are kept
SIDES = ("left", "top", "right", "bottom")


class Bleed:
    """Looks at areas, lines and images near the edges."""

    kinds: tuple[str, ...] = ("fill", "stroke", "image", "shading")

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._marks: list[Mark] = []

    def look(self, page: Page, mark: Mark) -> None:
        if not _reaches(page, mark) or not mark.placed or mark.masking:
            return
        if len(self._marks) >= MOST:
            return
        if mark.paints and mark.picture is None and all(is_white(*paint) for paint in mark.paints):
            return
        self._marks.append(mark)

    def leave(self, page: Page) -> None:
        room = _room(page)
        limit = self._findings.rules.bleed
        inner = [mark for mark in self._marks if is_on(mark, _shrunk(page.trim, INWARD))]
        if room < -TOUCH:
            pass  # the boxes are not nested, which is told of elsewhere
        elif page.has_trim and room < limit - 0.05:
            self._findings.add(
                "print/bleed-too-small",
                f"there are {millimetres(room):.1f} mm of bleed" + ("" if inner else ", and nothing reaches the trim"),
                page.number,
                severity="error" if inner else "warning",
                measure=Measure(millimetres(room), millimetres(limit), "mm"),
            )
        elif page.has_trim:
            for mark in inner:
                self._fills(page, mark, limit)
        self._marks.clear()

    def finish(self) -> None:
        pass

    def _fills(self, page: Page, mark: Mark, limit: float) -> None:
        for side, word in enumerate(SIDES):
            out = _out(page.trim, mark.box, side)
            if -TOUCH <= out < limit - TOUCH and not self._is_covered(page, mark, side, limit):
                self._findings.add(
                    "print/bleed-not-filled",
                    f"{called(mark)} reaches {word} to the trim but not {millimetres(limit):g} mm over it",
                    page.number,
                    mark.box,
                    group=f"{word} {mark.box}" if mark.picture else word,
                    measure=Measure(max(0.0, millimetres(out)), millimetres(limit), "mm"),
                    hint="draw it on to the edge of the bleed",
                )

    def _is_covered(self, page: Page, mark: Mark, side: int, limit: float) -> bool:
        """Whether other marks lie in the bleed all along the part of the edge that this one touches."""
        across = 1 - side % 2
        start = max(mark.box[across], page.trim[across])
        end = min(mark.box[across + 2], page.trim[across + 2])
        spans = [
            (other.box[across], other.box[across + 2])
            for other in self._marks
            if _out(page.trim, other.box, side) >= limit - TOUCH
            and _out(page.trim, other.box, (side + 2) % 4) > -_length(page, side) - TOUCH
        ]
        for low, high in sorted(spans):
            if low > start + TOUCH:
                return False
            start = max(start, high)
            if start >= end - TOUCH:
                return True
        return False


def _length(page: Page, side: int) -> float:
    """From one side of the trim to the other."""
    return page.trim[2 + side % 2] - page.trim[side % 2]


def _out(trim: Box, box: Box, side: int) -> float:
    """How far a box reaches over one side of the trim; negative when it stays within."""
    return trim[side] - box[side] if side < 2 else box[side] - trim[side]


def _reaches(page: Page, mark: Mark) -> bool:
    box, trim = mark.box, page.trim
    return box[0] <= trim[0] + TOUCH or box[1] <= trim[1] + TOUCH or box[2] >= trim[2] - TOUCH or box[3] >= trim[3] - TOUCH


def _room(page: Page) -> float:
    return min(_out(page.trim, page.bleed, side) for side in range(4))


def _shrunk(box: Box, by: float) -> Box:
    return box[0] + by, box[1] + by, box[2] - by, box[3] - by
