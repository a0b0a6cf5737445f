"""Lines: those too thin to print.

Comes in: marks. Goes out: findings. The promise: a stroke counts as thick as it is on the page, a filled rectangle as its
short side. Refuses to know outlines of other shapes.
"""

from briefgen.preflight.document import Page
from briefgen.preflight.finding import Findings, Measure
from briefgen.preflight.looks import is_on
from briefgen.preflight.state import Mark

SLACK = 0.005  # points; files round to two or three decimals


class Lines:
    """Looks at strokes and at thin areas."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings

    def look(self, page: Page, mark: Mark) -> None:
        limit = self._findings.rules.hairline
        if mark.thickness >= limit - SLACK or mark.kind not in ("stroke", "fill") or not is_on(mark, page.bleed):
            return
        what = "a line" if mark.kind == "stroke" else "a filled rectangle"
        message = f"{what} is {mark.thickness:.3f} pt thick"
        measure = Measure(round(mark.thickness, 3), limit, "pt")
        self._findings.add("print/hairline", message, page.number, mark.box, group="", measure=measure)

    def leave(self, page: Page) -> None:
        pass

    def finish(self) -> None:
        pass
