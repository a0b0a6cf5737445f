"""Colour on the press: which inks, how much of them, and colours that are no inks.

Comes in: marks, and what the output intent describes. Goes out: findings. The promise: every colour that is painted is
looked at, under patterns too. Refuses to know how colours look.

Inks that lie over each other by overprinting or transparency are added up in `overlays`.
"""

from briefgen.preflight.colour import ALL, DEVICE, Space, bottom, colourants, conflict, inks, is_black
from briefgen.preflight.document import Page
from briefgen.preflight.finding import Findings, Measure
from briefgen.preflight.intent import Aim
from briefgen.preflight.looks import KINDS, called, group, is_on, leaves_below
from briefgen.preflight.rules import Severity
from briefgen.preflight.state import Mark, Paint, Values
from briefgen.problem import counted

SLACK = 0.5  # percent
NONE = None, None
MOST_KNOWN = 10_000


class Inks:
    """Looks at the colours of all marks."""

    kinds: tuple[str, ...] = KINDS

    def __init__(self, findings: Findings, aim: Aim) -> None:
        self._findings = findings
        self._aim = aim
        self._limit = findings.rules.ink
        self._spots: dict[str, tuple[Space, int]] = {}  # how each is defined first, and on which page
        self._plain: Space | None = None  # the last space on a page of which there was nothing to tell
        self._page: Page | None = None
        # colours, by their places in memory
        self._known: dict[int, tuple[Paint | None, float | None]] = {}  # and their ink in percent
        self._quiet: dict[int, Paint] = {}  # of which there is nothing to tell on this page, whatever is painted in them
        self.device: dict[int, set[str]] = {}  # the kinds of device colour that each page uses

    def look(self, page: Page, mark: Mark) -> None:
        if page is not self._page:
            self._plain, self._page = None, page
            self._quiet.clear()
        paints = mark.paints
        if len(paints) == 1 and self._quiet.get(id(paints[0])) is paints[0]:
            return  # so are nearly all
        if mark.masking:
            return  # its colours are no inks: they say how much is seen of something else
        inner = is_on(mark, page.bleed)  # what lies outside are printers' marks, which may hold all inks
        for paint in paints:
            space, values = paint
            while space.family == "indexed" and space.base is not None and mark.picture is not None:
                space, values = space.base, ()
            if space is not self._plain:
                told = [self._kind(page, mark, space, values), self._names(page, mark, space)]
                self._plain = None if any(told) else space
            if inner and mark.kind not in ("image", "group"):
                total = self._total(paint)
                if total is not None:
                    self._amount(page, mark, space, total)
                if space is self._plain and self._is_usual(space, total):
                    self._quiet[id(paint)] = paint
            elif inner and mark.picture is not None and mark.picture.stencil:
                self._amount(page, mark, space, 100 * sum((inks(space, values) or {}).values()))

    def _total(self, paint: Paint) -> float | None:
        """The ink of a colour in percent; None when only the printer's program knows."""
        known, total = self._known.get(id(paint), NONE)
        if known is not paint:
            taken = inks(*paint)
            total = None if taken is None else 100 * sum(taken.values())
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
                self._quiet.clear()
            self._known[id(paint)] = paint, total
        return total

    def _is_usual(self, space: Space, total: float | None) -> bool:
        """Whether there is nothing to tell of an amount of ink, whether or not it overprints."""
        return total is None or (SLACK < total <= self._limit + SLACK and ALL not in space.names)

    def leave(self, page: Page) -> None:
        pass

    def finish(self) -> None:
        if self._spots:
            count = len(self._spots)
            message = f"{counted(count, 'spot colour')}: {', '.join(self._spots)}"
            most = self._findings.rules.spots
            severity: Severity = "warning" if count > most else "note"
            self._findings.add("print/spot-colours", message, severity=severity, measure=Measure(count, most, "plates"))

    def _kind(self, page: Page, mark: Mark, space: Space, values: Values) -> bool:
        """Tell of colours that the press cannot print as they are; whether there was anything to tell."""
        press = self._aim.press or "cmyk"
        base = space.base if space.family == "indexed" and space.base is not None else space
        if not base.managed and base.family in DEVICE:
            self.device.setdefault(page.number, set()).add(base.family)
        if mark.kind == "group":
            if mark.blended and base.family in ("rgb", "lab") and press != "rgb":
                message = "transparency is blended in RGB"
                self._findings.add("print/blend-space", message, page.number, mark.box, group=mark.of)
            return True
        if press == "rgb" and base.family in ("rgb", "lab"):
            return False
        if base.family == "rgb" and not base.managed:
            self._findings.add("print/rgb", f"{called(mark)} is in RGB", page.number, mark.box, group=group(mark))
        elif base.family in ("rgb", "lab"):
            if mark.kind == "text" and is_black(base, values):
                return True  # told of as black text
            message = f"{called(mark)} is in {'RGB' if base.family == 'rgb' else 'Lab'} with a profile"
            self._findings.add("print/managed-rgb", message, page.number, mark.box, group=group(mark))
        elif base.family == "cmyk" and base.managed:
            message = f"{called(mark)} is in CMYK with a profile of its own"
            self._findings.add("print/managed-cmyk", message, page.number, mark.box, group=group(mark))
        elif base.family == "gray" and base.managed and press == "cmyk":
            message = f"{called(mark)} is in grey with a profile of its own"
            self._findings.add("print/managed-gray", message, page.number, mark.box, group=group(mark))
        elif base.family == "cmyk" and press != "cmyk":
            message = f"{called(mark)} is in CMYK, the output intent in another kind of colour"
            self._findings.add("print/unmanaged-colour", message, page.number, mark.box, group=group(mark))
        else:
            return False
        return True

    def _names(self, page: Page, mark: Mark, space: Space) -> bool:
        """Keep the names of spot colours, and tell of those defined in two ways; whether there is any."""
        for spot in colourants(space):
            named = bottom(space)
            known, first = self._spots.setdefault(spot, (named, page.number))
            if known is not named and conflict(known, named, spot):
                where = "before" if first == page.number else f"on page {first}"
                message = f"the spot colour {spot} is defined otherwise than {where}"
                self._findings.add("print/spot-conflict", message, page.number, mark.box, group=spot)
        return bool(colourants(space))

    def _amount(self, page: Page, mark: Mark, space: Space, total: float) -> None:
        if ALL in space.names:
            if total > SLACK:
                message = f"{called(mark)} is in the registration colour"
                self._findings.add("print/registration-colour", message, page.number, mark.box, group=mark.of)
            return
        alone = len(mark.paints) == 1 and mark.kind != "shading"  # a shading may begin with white
        if alone and total <= SLACK and space.family in ("cmyk", "spot") and leaves_below(mark, space):
            message = f"{called(mark)} is white and overprints"
            self._findings.add("print/white-overprint", message, page.number, mark.box, group=mark.of)
        limit = self._limit
        if total > limit + SLACK:
            measure = Measure(round(total, 1), limit, "%")
            message = f"{called(mark)} has {total:.0f} % ink"
            self._findings.add("print/total-ink", message, page.number, mark.box, group=mark.of, measure=measure)
