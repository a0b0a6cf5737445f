"""Printer's marks: crop marks, registration marks, colour bars and the slug line.

Comes in: the boxes of a page and which marks are wanted. Goes out: content-stream operators. The promise: all of it lies
outside the bleed, within the sheet, and is an artifact; all but the bars is in the registration colour, on every plate.
Refuses to know what is on the page.
"""

from collections.abc import Iterator

from briefgen.geometry import mm
from briefgen.pdf.number import number
from briefgen.pdf.office import Boxes

GAP = mm(1)  # between the bleed and a mark
LENGTH = mm(5)  # of a crop mark
WEIGHT = 0.25
RADIUS = mm(1.5)  # of a registration mark's circle; its hairs reach to twice of that less a half
ROUND = 0.5523  # of the radius: where the control points of a quarter circle lie
PATCH = mm(5)
BARS = (
    "1 0 0 0 k", "0 1 0 0 k", "0 0 1 0 k", "0 0 0 1 k", "1 1 0 0 k", "0 1 1 0 k", "1 0 1 0 k",
    "0.5 0 0 0 k", "0 0.5 0 0 k", "0 0 0.5 0 k", "0 0 0 0.5 k",
)  # fmt: skip


def draw_marks(boxes: Boxes, marks: str, bars: tuple[str, ...] = ()) -> list[str]:
    """The operators of the marks; `bars` are the operators of further colours for the colour bars.

    The trim's lower left corner is the origin. The colour spaces All and the graphics state Out are to be there.
    """
    if marks == "none":
        return []
    lines = ["/Artifact << /Type /Page >> BDC", f"q /Out gs /All CS 1 SCN {WEIGHT} w", *_crop(boxes)]
    if marks == "all":
        lines += [*_registration(boxes), *_bars(boxes, (*BARS, *bars))]
    return [*lines, "Q EMC"]


def _crop(boxes: Boxes) -> Iterator[str]:
    near = boxes.bleed + GAP
    far = near + LENGTH
    for x, side in ((0.0, -1), (boxes.width, 1)):
        for y, up in ((0.0, -1), (boxes.height, 1)):
            yield _line(x + side * near, y, x + side * far, y)
            yield _line(x, y + up * near, x, y + up * far)


def _registration(boxes: Boxes) -> Iterator[str]:
    """A circle with cross hairs at the middle of each side."""
    away = boxes.bleed + GAP + LENGTH / 2
    reach = LENGTH / 2
    for x, y in (
        (boxes.width / 2, -away),
        (boxes.width / 2, boxes.height + away),
        (-away, boxes.height / 2),
        (boxes.width + away, boxes.height / 2),
    ):
        yield _line(x - reach, y, x + reach, y)
        yield _line(x, y - reach, x, y + reach)
        yield f"{_numbers(x + RADIUS, y)} m {' '.join(_quarters(x, y))} s"


def _quarters(x: float, y: float) -> Iterator[str]:
    """A circle in four curves, from its right."""
    for (ax, ay), (bx, by) in (((1, 0), (0, 1)), ((0, 1), (-1, 0)), ((-1, 0), (0, -1)), ((0, -1), (1, 0))):
        first = (x + RADIUS * (ax + ROUND * bx), y + RADIUS * (ay + ROUND * by))
        second = (x + RADIUS * (bx + ROUND * ax), y + RADIUS * (by + ROUND * ay))
        yield f"{_numbers(*first, *second, x + RADIUS * bx, y + RADIUS * by)} c"


def _bars(boxes: Boxes, colours: tuple[str, ...]) -> Iterator[str]:
    """A row of patches over the head of the page, left of its middle."""
    size = min(PATCH, (boxes.width / 2 - mm(20)) / len(colours))
    y = boxes.height + boxes.bleed + GAP
    for index, colour in enumerate(colours):
        yield f"{colour} {_numbers(mm(10) + index * size, y, size, PATCH)} re f"


def _line(x: float, y: float, to_x: float, to_y: float) -> str:
    return f"{_numbers(x, y)} m {_numbers(to_x, to_y)} l S"


def _numbers(*values: float) -> str:
    return " ".join(map(number, values))
