"""Ink that adds up where things overprint or shine through each other.

Comes in: marks. Goes out: findings. The promise: pages on which ink might pass the limit so are measured on their plates;
what cannot be measured is said. Refuses to know what colours look like.

An estimate from boxes chooses the pages, and it errs on the safe side: ink that only Normal blending mixes cannot pass what
the two have, so it takes overprinting, or a blend mode that darkens.
"""

from briefgen.geometry import mm
from briefgen.preflight.colour import ALL, Inks, Space, bottom, inks
from briefgen.preflight.document import Page
from briefgen.preflight.finding import Findings, Measure, listed
from briefgen.preflight.looks import KINDS, is_on, leaves_below
from briefgen.preflight.matrix import Box, is_empty, overlap
from briefgen.preflight.objects import FAULTS, TooLargeError
from briefgen.preflight.pixels import Pixels
from briefgen.preflight.state import Mark, Paint
from briefgen.problem import counted

LIGHTENING = {"Normal", "Compatible", "Screen", "Lighten", "ColorDodge"}  # blend modes that add no ink
SLACK = 3.0  # percent
EDGE = mm(0.1)  # by which two things have to overlap
MOST_BELOW = 2000  # marks of a page that are kept
MOST_KNOWN = 10_000
MOST_PAGES = 100  # of a file that are measured


class Overlays:
    """Looks for ink that adds up. `data` is the file."""

    kinds: tuple[str, ...] = KINDS

    def __init__(self, findings: Findings, pixels: Pixels, data: bytes) -> None:
        self._findings = findings
        self._pixels = pixels
        self._data = data
        self._limit = findings.rules.ink
        self._wet: dict[int, Page] = {}  # pages that are to be measured
        self._converted: set[int] = set()  # pages with colours that the printer's program makes inks of
        self._below: list[tuple[Box, float, Inks | None]] = []
        self._most = 0.0
        self._page: Page | None = None
        self._is_known = False  # whether there is no more to ask of the page at hand
        self._known: dict[int, tuple[Paint, float, Inks | None, bool]] = {}  # colours, by their places in memory

    def look(self, page: Page, mark: Mark) -> None:
        if page is not self._page:
            self._page, self._below, self._most, self._is_known = page, [], 0.0, False
        if self._is_known or mark.masking:
            return
        paints = mark.paints
        known = self._known.get(id(paints[0])) if len(paints) == 1 and mark.picture is None else None
        if known is not None and known[0] is paints[0]:
            _, total, taken, converted = known
        else:
            total, taken, converted = self._amount(mark)
        if converted:
            self._converted.add(page.number)
            self._is_known = True
            return
        # what is too much by itself is told of elsewhere
        limit = self._limit + SLACK
        if not SLACK < total <= limit or not is_on(mark, page.bleed):
            return
        if self._most + total > limit and _adds(mark):
            self._add(page, mark, total, taken)
        if total > self._most:
            self._most = total
        if len(self._below) < MOST_BELOW and mark.kind != "group":
            self._below.append((mark.box, total, taken))

    def _amount(self, mark: Mark) -> tuple[float, Inks | None, bool]:
        """The ink of a mark in percent, of which inks, where that is one colour, and whether it is inks only later."""
        if mark.kind == "group":
            return self._limit, None, False  # its own marks are known, but not how they are blended
        if mark.picture is not None and not mark.picture.stencil:
            space = mark.paints[0][0]
            try:
                return self._pixels.ink(mark.picture, space), None, _is_converted(space)
            except (MemoryError, TooLargeError, *FAULTS):
                return 0.0, None, _is_converted(space)  # which is told of elsewhere
        worst: tuple[float, Inks | None, bool] = 0.0, None, False
        for paint in mark.paints:
            known = self._known.get(id(paint))
            if known is None or known[0] is not paint:
                taken = inks(*paint) if ALL not in paint[0].names else None
                known = paint, 100 * sum((taken or {}).values()), taken, _is_converted(paint[0])
                if len(self._known) >= MOST_KNOWN:
                    self._known.clear()
                self._known[id(paint)] = known
            if known[3] or known[1] > worst[0]:
                worst = known[1:]
            if known[3]:
                break
        return worst

    def _add(self, page: Page, mark: Mark, total: float, taken: Inks | None) -> None:
        """Look whether there is too much with what lies below."""
        for box, amount, others in self._below:
            if amount + total <= self._limit + SLACK:
                continue
            common = overlap(box, mark.box)
            if is_empty(common) or common[2] - common[0] < EDGE or common[3] - common[1] < EDGE:
                continue
            if taken is None or others is None or _joined(taken, others, mark) > self._limit + SLACK:
                self._wet[page.number] = page
                self._is_known = True
                return

    def leave(self, page: Page) -> None:
        pass

    def finish(self) -> None:
        """Measure the pages."""
        if not self._wet:
            return
        from briefgen.preflight.plates import available, plates  # late: it imports Pillow, and few files need it

        sure = sorted(set(self._wet) - self._converted)[:MOST_PAGES]
        found = plates(self._data, sure, self._limit + SLACK) if sure else {}
        for number, plate in found.items():
            if plate.over is None:
                continue
            page = self._wet[number]
            left, top = page.bleed[:2]
            box = (left + plate.over[0], top + plate.over[1], left + plate.over[2], top + plate.over[3])
            self._findings.add(
                "print/total-ink",
                f"where colours lie over each other there is {plate.most:.0f} % ink",
                number,
                box,
                group="plates",
                measure=Measure(round(plate.most, 1), self._limit, "%"),
            )
        left_out = [str(number) for number in self._wet if number not in found]
        if left_out:
            why = "Ghostscript is not installed" if not available() else "it has colours that the printer converts"
            message = f"ink that adds up by overprinting or blending is not measured: {why}"
            pages = f"{counted(len(left_out), 'page')}: {listed(left_out)}"
            self._findings.add("print/ink-not-measured", f"{message} ({pages})")


def _is_converted(space: Space) -> bool:
    """Whether a colour becomes ink in the printer's program alone."""
    space = bottom(space)
    return space.family in ("rgb", "lab") or (space.managed and space.family in ("cmyk", "gray"))


def _adds(mark: Mark) -> bool:
    """Whether there is more ink after a mark than before it and in it, somewhere."""
    if mark.blend not in LIGHTENING:
        return True
    if mark.kind == "group":
        return False
    return any(leaves_below(mark, space) for space, _ in mark.paints if mark.picture is None or space.family == "spot")


def _joined(taken: Inks, others: Inks, mark: Mark) -> float:
    """The ink of one colour over another, in percent."""
    if mark.blend in LIGHTENING:  # it overprints: an ink that it takes is its own, any other stays
        return 100 * sum({**others, **{ink: share for ink, share in taken.items() if share}}.values())
    names = {*taken, *others}
    return 100 * sum(1 - (1 - taken.get(ink, 0.0)) * (1 - others.get(ink, 0.0)) for ink in names)
