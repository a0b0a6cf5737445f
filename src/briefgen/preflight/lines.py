"""Lines: those too thin to print.

Comes in: marks. Goes out: findings. The promise: a stroke counts as thick as it is on the page, a filled shape as the
least distance of two parallels that hold it. Refuses to know thin places of thick shapes.
"""

from briefgen.preflight.document import Page
from briefgen.preflight.finding import Findings, Measure
from briefgen.preflight.looks import is_on
from briefgen.preflight.state import Mark

SLACK = 0.005  # points; files round to two or three decimals


class Lines:
    """Looks at strokes and at thin areas."""

    kinds: tuple[str, ...] = ("fill", "stroke", "text")

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._limit = findings.rules.hairline

    def look(self, page: Page, mark: Mark) -> None:
        limit = self._limit
        if mark.thickness >= limit - SLACK or mark.masking or not is_on(mark, page.bleed):
            return
        what = {"text": "the outline of text", "fill": "a filled shape"}.get(mark.kind, "a line")
        message = f"{what}{f' of {mark.of}' if mark.of else ''} is {mark.thickness:.3f} pt thick"
        measure = Measure(round(mark.thickness, 3), limit, "pt")
        self._findings.add("print/hairline", message, page.number, mark.box, group=mark.of, measure=measure)

    def leave(self, page: Page) -> None:
        pass

    def finish(self) -> None:
        pass
