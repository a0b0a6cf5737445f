"""Text: its fonts, its size, its ink and its distance from the knife.

Comes in: marks. Goes out: findings. The promise: text that cannot be seen is not judged. Refuses to know other marks.
"""

from briefgen.preflight.colour import ALL, PROCESS, inks, is_black
from briefgen.preflight.document import Page
from briefgen.preflight.finding import Findings, Measure
from briefgen.preflight.fonts import Font
from briefgen.preflight.looks import called, is_on, leaves_below, millimetres
from briefgen.preflight.state import Mark, Paint

SLACK = 0.2  # points, of which the height of letters is not known better
KNOCKOUT = 12.0  # points: larger black letters may knock out


class Type:
    """Looks at text."""

    kinds: tuple[str, ...] = ("text",)

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._fonts: set[tuple[str, str]] = set()
        self._sound: Font | None = None  # the last font without a fault
        self._plain: Paint | None = None  # the last colour that is not black
        self._dark: Paint | None = None  # the last one that is
        self._taken: dict[str, float] | None = None  # and its inks
        self._others = 0  # and how many of them are not black
        self._smallest = findings.rules.smallest - 0.05
        self._small = findings.rules.black_text  # of which black text is to be black ink alone
        self._far = findings.rules.safety[1] - SLACK

    def look(self, page: Page, mark: Mark) -> None:
        if mark.font is None:
            return
        if mark.font is not self._sound:
            self._font(page, mark)
        if mark.masking or not is_on(mark, page.trim):
            return  # the slug line, printers' marks
        if mark.placed:
            self._distance(page, mark)
            if mark.size < self._smallest:
                smallest = self._findings.rules.smallest
                measure = Measure(round(mark.size, 2), smallest, "pt")
                self._findings.add("print/small-text", called(mark), page.number, mark.box, group=mark.of, measure=measure)
        for paint in mark.paints:
            self._black(page, mark, paint)

    def leave(self, page: Page) -> None:
        pass

    def finish(self) -> None:
        pass

    def _font(self, page: Page, mark: Mark) -> None:
        """Each font is told of once, where it is first used."""
        font = mark.font
        if font is None:
            return
        faults = [
            ("print/font-not-embedded", font.embedded, "is not in the file"),
            ("preflight/no-unicode", font.unicode, "does not say which characters it shows"),
        ]
        for code, good, said in faults:
            if not good and (code, font.title) not in self._fonts:
                self._fonts.add((code, font.title))
                of = f" (in {mark.of})" if mark.of else ""
                self._findings.add(code, f"the font {font.title} {said}{of}", page.number, mark.box)
        if all(good for _, good, _ in faults):
            self._sound = font

    def _distance(self, page: Page, mark: Mark) -> None:
        box, trim, far = mark.box, page.trim, self._far
        if box[0] - trim[0] >= far and box[1] - trim[1] >= far and trim[2] - box[2] >= far and trim[3] - box[3] >= far:
            return
        graver, limit = self._findings.rules.safety
        near = min(box[0] - trim[0], box[1] - trim[1], trim[2] - box[2], trim[3] - box[3])
        if near < far:
            self._findings.add(
                "print/text-near-trim",
                f"{called(mark)} is {millimetres(near):.1f} mm from the trim",
                page.number,
                box,
                group=mark.of,
                severity="error" if near < graver - SLACK else "warning",
                measure=Measure(millimetres(near), millimetres(limit), "mm"),
            )

    def _black(self, page: Page, mark: Mark, paint: Paint) -> None:
        if paint is self._plain or mark.size >= self._small:
            return
        space, values = paint
        if paint is not self._dark:
            if ALL in space.names or not is_black(space, values):
                self._plain = paint
                return
            self._dark, self._taken = paint, inks(space, values)
            self._others = sum(self._taken is None or self._taken.get(ink, 0) > 0.005 for ink in PROCESS[:3])
        taken = self._taken
        if self._others:
            plates = "RGB" if taken is None else f"{self._others + 1} inks"
            total = None if taken is None else round(100 * sum(taken.values()), 1)
            message = f"{called(mark)} is black in {plates}"
            hint = "use black ink alone (0 0 0 100)"
            self._findings.add(
                "print/black-text",
                message,
                page.number,
                mark.box,
                group=mark.of,
                measure=Measure(total, 100.0, "%"),
                hint=hint,
            )
        elif taken is not None and mark.size < KNOCKOUT and not leaves_below(mark, space):
            message = f"{called(mark)} in black does not overprint"
            self._findings.add("print/black-knockout", message, page.number, mark.box, group=mark.of)
