"""Drawings as content-stream operators: paths, clips, and runs of glyphs on any baseline.

Comes in: a drawing, what sets colours and what shows a run. Goes out: operators that leave the graphics state as it was. The
promise: marks are painted in their order, fill before stroke, and no stroke is thinner than LEAST_STROKE. Refuses to know
what is drawn.
"""

import math
from collections.abc import Callable, Iterable

from briefgen.geometry import Colour
from briefgen.layout.items import LEAST_STROKE, Clip, Drawing, Glyphs, Mark, Path, Segment, Stroke, Turned
from briefgen.pdf.number import number
from briefgen.pdf.office import Office

CAPS = {"butt": 0, "round": 1, "square": 2}
JOINS = {"miter": 0, "round": 1, "bevel": 2}

Show = Callable[[Glyphs], list[str]]


def operators(drawing: Drawing, height: float, office: Office, show: Show) -> list[str]:
    """The operators of a drawing on a page of this height. `show` gives those that show a run, from `Tf` on."""
    sheet = _Canvas(office, show)
    sheet.draw(drawing.marks)
    return [f"q 1 0 0 1 {_numbers(drawing.rect.x, height - drawing.rect.y)} cm", *sheet.lines, "Q"]


class _Canvas:
    """Operators in the making. What is set is remembered, so that it is written when it changes; None: not known."""

    def __init__(self, office: Office, show: Show) -> None:
        self.lines: list[str] = []
        self._office = office
        self._show = show
        self._paint: tuple[str, Colour] | None = None  # fill and stroke share what says whether they overprint
        self._line: tuple[object, ...] | None = None
        self._text: tuple[float, float] | None = None

    def draw(self, marks: Iterable[Mark]) -> None:
        for mark in marks:
            match mark:
                case Path():
                    self._path(mark)
                case Glyphs():
                    self._run(mark, 0.0)
                case Turned():
                    self._run(mark.glyphs, mark.angle)
                case Clip():
                    self._clip(mark)

    def _path(self, path: Path) -> None:
        outline = construct(path.segments)
        if path.fill is not None:
            self._set("fill", path.fill)
            self.lines.append(f"{outline} {'f*' if path.even_odd else 'f'}")
        if path.stroke is not None:
            self._set("stroke", path.stroke.colour)
            self._set_line(path.stroke)
            self.lines.append(f"{outline} S")

    def _clip(self, clip: Clip) -> None:
        kept = self._paint, self._line, self._text
        self.lines.append(f"q {construct(clip.segments)} {'W*' if clip.even_odd else 'W'} n")
        self.draw(clip.marks)
        self.lines.append("Q")
        self._paint, self._line, self._text = kept

    def _run(self, run: Glyphs, angle: float) -> None:
        self._set("fill", run.colour)
        cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        matrix = " ".join(number(part, 5) for part in (cos, sin, -sin, cos))
        self.lines.append(f"BT {matrix} {_numbers(run.x, -run.y)} Tm")
        spacing = round(run.spacing / run.scale, 3) if run.spacing else 0.0
        if (run.scale, spacing) != self._text:
            self.lines.append(f"{number(100 * run.scale)} Tz {number(spacing)} Tc")
            self._text = (run.scale, spacing)
        self.lines += [*self._show(run), "ET"]

    def _set(self, kind: str, colour: Colour) -> None:
        if (kind, colour) != self._paint:
            self.lines.append(self._office.fill(colour) if kind == "fill" else self._office.stroke(colour))
            self._paint = (kind, colour)

    def _set_line(self, stroke: Stroke) -> None:
        line = (max(LEAST_STROKE, stroke.width), stroke.dash, CAPS[stroke.cap], JOINS[stroke.join])
        if line != self._line:
            width, _, cap, join = line
            self.lines.append(f"{number(width)} w [{_numbers(*stroke.dash)}] 0 d {cap} J {join} j")
            self._line = line


def construct(segments: Iterable[Segment]) -> str:
    """The operators that construct a path (ISO 32000-1, table 59), y turned over."""
    words = []
    for kind, *values in segments:
        points = [float(value) for value in values]
        points[1::2] = [-y for y in points[1::2]]
        words += [*map(number, points), "h" if kind == "z" else str(kind)]
    return " ".join(words)


def _numbers(*values: float) -> str:
    return " ".join(map(number, values))
