"""PDFs of numbered pages, made by pikepdf, and sheets folded in the mind: what a reader of the booklet sees."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Literal, NamedTuple

import pdfplumber
import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name
from PIL import Image

A4 = (595.276, 841.89)


def numbered(
    path: Path, pages: int, size: tuple[float, float] = A4, change: Callable[[pikepdf.Pdf], None] | None = None
) -> Path:
    """Write a PDF whose pages show their numbers, changed at will; returns its path."""
    with pikepdf.new() as pdf:
        font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
        for number in range(1, pages + 1):
            page = pdf.add_blank_page(page_size=size)
            page.Resources = Dictionary(Font=Dictionary(F1=font))
            # each corner is another grey, so that a picture shows which way up the page is
            corners = [(0, 0, 0.2), (0.8, 0, 0.4), (0, 0.8, 0.6), (0.8, 0.8, 0.8)]
            width, height = size
            squares = [f"{g} g {x * width} {y * height} {width / 5} {height / 5} re f" for x, y, g in corners]
            text = f"0 g BT /F1 24 Tf {width * 0.4} {height * 0.4} Td ({number}) Tj ET"
            page.Contents = pdf.make_stream("\n".join([*squares, text]).encode())
        if change is not None:
            change(pdf)
        pdf.save(path)
    return path


class Face(NamedTuple):
    """One half of a side as read back: its number (None: blank), whether it stands upright, and where the number begins."""

    number: int | None
    upright: bool
    x: float


def halves(path: Path) -> list[dict[str, Face]]:
    """The left and right half of each side, by the coordinates of the characters on it."""
    sides = []
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            side = {}
            for name, low, high in (("left", 0, page.width / 2), ("right", page.width / 2, page.width)):
                found = [c for c in page.chars if low <= (c["x0"] + c["x1"]) / 2 < high]
                upright = {c["matrix"][0] > 0 and c["matrix"][3] > 0 for c in found}
                assert len(upright) <= 1
                found.sort(key=lambda c: c["x0"], reverse=upright == {False})
                number = int("".join(c["text"] for c in found)) if found else None
                side[name] = Face(number, upright != {False}, min((c["x0"] for c in found), default=0))
            sides.append(side)
    return sides


def folded(sides: list[dict[str, Face]], flip: Literal["short", "long"], *, wide: bool = True) -> list[int | None]:
    """What one reads in a booklet of these sides, printed by a printer that turns sheets over that edge.

    Asserts that both faces of each leaf are the same way up. `wide`: sheets are wider than high.
    """
    # the axis of the turn is parallel to the edge; the short edges of a wide sheet are its left and right
    sideways = (flip == "short") == wide
    behind = {"left": "right", "right": "left"} if sideways else {"left": "left", "right": "right"}
    leaves = []
    for front, back in zip(sides[::2], sides[1::2], strict=True):
        for half, face in front.items():
            reverse = back[behind[half]]
            if None not in (face.number, reverse.number):
                assert face.upright == (reverse.upright if sideways else not reverse.upright)
        leaves.append((front, {half: back[behind[half]] for half in front}))
    # with their backs inside and the next sheet within: first the right halves, from the outermost sheet inwards
    reading = []
    for front, backs in leaves:
        reading += [front["right"], backs["right"]]
    for front, backs in reversed(leaves):
        reading += [backs["left"], front["left"]]
    return [face.number for face in reading]


def pictures(data: bytes | Path, scale: float = 1.0) -> list[Image.Image]:
    """Every page as grey pixels, by pdfium."""
    pdf = pypdfium2.PdfDocument(io.BytesIO(data) if isinstance(data, bytes) else data)
    try:
        return [page.render(scale=scale).to_pil().convert("L") for page in pdf]
    finally:
        pdf.close()


def box(*values: float) -> Array:
    return Array([round(value, 3) for value in values])
