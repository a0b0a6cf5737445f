"""Images: their resolution where they stand, and the ink of their pixels.

Comes in: marks. Goes out: findings. The promise: each image is told of where it stands, so that a builder finds the figure
again; pixels are read only where ink may be too much, each image once. Refuses to know other marks.
"""

import math

from briefgen.preflight.document import Page
from briefgen.preflight.finding import Findings, Measure
from briefgen.preflight.looks import called, is_on, millimetres
from briefgen.preflight.objects import FAULTS, TooLargeError, entry, number
from briefgen.preflight.pixels import Pixels
from briefgen.preflight.state import Mark, Picture

SLACK = 0.5  # dots an inch
INK_SLACK = 1.0  # percent: eight bits are steps of 0.4 for each of four inks


class Pictures:
    """Looks at images."""

    kinds: tuple[str, ...] = ("image",)

    def __init__(self, findings: Findings, pixels: Pixels) -> None:
        self._findings = findings
        self._pixels = pixels

    def look(self, page: Page, mark: Mark) -> None:
        picture = mark.picture
        if picture is None or not is_on(mark, page.bleed):
            return
        if picture.columns < 1 or picture.rows < 1 or not self._pixels.is_sound(picture):
            self._findings.add("print/bad-image", "an image cannot be read", page.number, mark.box, group=str(mark.box))
            return
        self._resolution(page, mark, picture)
        if self._findings.rules.name == "press" and not picture.stencil and not mark.masking:
            self._ink(page, mark, picture)

    def leave(self, page: Page) -> None:
        pass

    def finish(self) -> None:
        pass

    def _resolution(self, page: Page, mark: Mark, picture: Picture) -> None:
        self._enough(page, mark, picture.resolution, picture.columns, one_bit=picture.bits == 1)
        if picture.mask is not None and not picture.stencil:
            columns, rows = (int(number(entry(picture.mask, key)) or 0) for key in ("/Width", "/Height"))
            if columns > 0 and rows > 0:
                measured = picture.resolution_of(columns, rows)
                self._enough(page, mark, measured, columns, said=f"the mask ({columns} × {rows} pixels) of ")

    def _enough(
        self, page: Page, mark: Mark, measured: float, columns: int, *, one_bit: bool = False, said: str = ""
    ) -> None:
        """Whether an image, or the mask of one, has pixels enough where it stands."""
        code = "print/coarse-line-art" if one_bit else "print/low-resolution"
        least, limit = self._findings.rules.line_art if one_bit else self._findings.rules.resolution
        if measured >= limit - SLACK or mark.picture is None:
            return
        width = millimetres(mark.picture.width)
        self._findings.add(
            code,
            f"{said}{called(mark)} is {math.floor(measured)} dpi at {width:.0f} mm wide; {limit:g} needed",
            page.number,
            mark.box,
            group=said + str(mark.box),
            severity="error" if measured < least - SLACK else "warning",
            measure=Measure(round(measured, 1), float(limit), "dpi"),
            hint=f"place it at most {millimetres(columns * 72 / limit):.0f} mm wide, or take a larger one",
        )

    def _ink(self, page: Page, mark: Mark, picture: Picture) -> None:
        limit = self._findings.rules.ink
        try:
            most = self._pixels.ink(picture, mark.paints[0][0])
        except (TooLargeError, MemoryError):
            message = f"{called(mark)} is too large to look at its pixels"
            self._findings.add("preflight/too-large", message, page.number, mark.box, group="pixels")
            return
        except FAULTS:
            message = f"the pixels of {called(mark)} cannot be read"
            self._findings.add("print/bad-image", message, page.number, mark.box, group=str(mark.box))
            return
        if most > limit + INK_SLACK:
            self._findings.add(
                "print/total-ink",
                f"{called(mark)} has {most:.0f} % ink",
                page.number,
                mark.box,
                group=str(mark.box),
                measure=Measure(round(most, 1), limit, "%"),
            )
