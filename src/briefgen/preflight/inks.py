"""Colour on the press: which inks, how much of them, and colours that are no inks.

Comes in: marks, and what the output intent describes. Goes out: findings. The promise: every colour that is painted is
looked at, under patterns too. Refuses to know how colours look.

Inks that lie over each other by overprinting or transparency are not added up: that needs the separations themselves.
"""

from briefgen.preflight.colour import ALL, DEVICE, Space, colourants, inks, is_black, is_white
from briefgen.preflight.document import Page
from briefgen.preflight.finding import Findings, Measure
from briefgen.preflight.intent import Aim
from briefgen.preflight.looks import called, is_on
from briefgen.preflight.rules import Severity
from briefgen.preflight.state import Mark, Values

SLACK = 0.5  # percent


class Inks:
    """Looks at the colours of all marks."""

    def __init__(self, findings: Findings, aim: Aim) -> None:
        self._findings = findings
        self._aim = aim
        self._spots: dict[str, tuple[str, int]] = {}  # how each is defined first, and on which page
        self.device: set[str] = set()  # the kinds of device colour that the file uses

    def look(self, page: Page, mark: Mark) -> None:
        for space, values in mark.paints:
            while space.family == "indexed" and space.base is not None and mark.picture is not None:
                space, values = space.base, ()
            self._kind(page, mark, space, values)
            self._names(page, mark, space)
            if is_on(mark, page.bleed):  # what lies outside are printers' marks, which may hold all inks
                self._amount(page, mark, space, values)

    def leave(self, page: Page) -> None:
        pass

    def finish(self) -> None:
        if self._spots:
            count = len(self._spots)
            message = f"{count} spot colour{'' if count == 1 else 's'}: {', '.join(self._spots)}"
            most = self._findings.rules.spots
            severity: Severity = "warning" if count > most else "note"
            self._findings.add("print/spot-colours", message, severity=severity, measure=Measure(count, most, "plates"))

    def _kind(self, page: Page, mark: Mark, space: Space, values: Values) -> None:
        """Whether the press can print colours of this kind as they are."""
        press = self._aim.press or "cmyk"
        base = space.base if space.family == "indexed" and space.base is not None else space
        if base in DEVICE.values():
            self.device.add(base.family)
        if mark.kind == "group":
            if base.family in ("rgb", "lab") and press != "rgb":
                message = "transparency is blended in RGB"
                self._findings.add("print/blend-space", message, page.number, mark.box, group="")
            return
        if press == "rgb" and base.family in ("rgb", "lab"):
            return
        if base.family == "rgb" and not base.managed:
            self._findings.add("print/rgb", f"{called(mark)} is in RGB", page.number, mark.box, group=_group(mark))
        elif base.family in ("rgb", "lab"):
            if mark.kind == "text" and is_black(base, values):
                return  # told of as black text
            message = f"{called(mark)} is in {'RGB' if base.family == 'rgb' else 'Lab'} with a profile"
            self._findings.add("print/managed-rgb", message, page.number, mark.box, group=_group(mark))
        elif base.family == "cmyk" and base.managed:
            message = f"{called(mark)} is in CMYK with a profile of its own"
            self._findings.add("print/managed-cmyk", message, page.number, mark.box, group=_group(mark))
        elif base.family == "cmyk" and press != "cmyk":
            message = f"{called(mark)} is in CMYK, the output intent in another kind of colour"
            self._findings.add("print/unmanaged-colour", message, page.number, mark.box, group=_group(mark))

    def _names(self, page: Page, mark: Mark, space: Space) -> None:
        for spot in colourants(space):
            known = self._spots.setdefault(spot, (space.definition, page.number))
            if len(space.names) == 1 and known[0] != space.definition:
                message = f"the spot colour {spot} is defined otherwise than on page {known[1]}"
                self._findings.add("print/spot-conflict", message, page.number, mark.box, group=spot)

    def _amount(self, page: Page, mark: Mark, space: Space, values: Values) -> None:
        taken = inks(space, values) if mark.kind not in ("image", "group") or values else None
        if taken is None and not (mark.overprints and is_white(space, values)):
            return
        if ALL in space.names:
            if max(values, default=1.0) > 0.005:
                message = f"{called(mark)} is in the registration colour"
                self._findings.add("print/registration-colour", message, page.number, mark.box, group="")
            return
        if mark.overprints and is_white(space, values):
            message = f"{called(mark)} is white and overprints"
            self._findings.add("print/white-overprint", message, page.number, mark.box, group="")
        total = 100 * sum((taken or {}).values())
        limit = self._findings.rules.ink
        if total > limit + SLACK:
            measure = Measure(round(total, 1), limit, "%")
            self._findings.add(
                "print/total-ink", f"{called(mark)} has {total:.0f} % ink", page.number, mark.box, group="", measure=measure
            )


def _group(mark: Mark) -> str:
    """Images are told of one by one, all else together."""
    return str(mark.box) if mark.picture is not None else ""
