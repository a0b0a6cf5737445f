"""Plates: a page as the separations that a press prints, made by Ghostscript.

Comes in: the bytes of a file, numbers of pages. Goes out: for each page where most ink lies and how much. The promise: the
program runs without the right to read or write anything else, under limits of time and memory; where it is not installed or
gives up, nothing goes out. Refuses to know limits of ink.
"""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
from PIL import Image, ImageMath

from briefgen.preflight.matrix import Box
from briefgen.preflight.programs import found, run

RESOLUTION = 144
SQUARES = 2  # of these pixels make 1/72 inch, over which ink is averaged as in `pixels`
MOST_PIXELS = 100_000_000  # of one plate


class Plate(msgspec.Struct, frozen=True):
    """The most ink of a page in percent, and the box of all that is above a limit, in points from the bleed's corner."""

    most: float
    over: Box | None


def available() -> str:
    """The path of Ghostscript; "" when it is not installed."""
    return found("gs", "gswin64c")


def plates(data: bytes, pages: list[int], limit: float) -> dict[int, Plate]:
    """The pages that could be measured."""
    program = available()
    if not program:
        return {}
    with TemporaryDirectory(prefix="briefgen-") as name:
        folder = Path(name)
        (folder / "in.pdf").write_bytes(data)
        command = ["-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-dUseBleedBox", "-sDEVICE=tiffsep"]
        command += [f"-r{RESOLUTION}", f"-sPageList={','.join(map(str, pages))}", "-sOutputFile=p%05d.tif", "in.pdf"]
        if run(program, command, folder) is None:
            return {}
        measured = {}
        try:
            for number, page in enumerate(sorted(pages), 1):
                names = sorted(folder.glob(f"p{number:05d}(*.tif"))
                if names:
                    measured[page] = _sum(names, limit)
        except (OSError, SyntaxError, Image.DecompressionBombError, MemoryError, ValueError):
            return {}
    return measured


def _sum(names: list[Path], limit: float) -> Plate:
    """Add up the plates of a page."""
    total: Any = None
    for name in names:
        with Image.open(name, formats=["TIFF"]) as plate:
            if plate.width * plate.height > MOST_PIXELS:
                raise ValueError("too large")
            ink = plate.convert("L").point([255 - tone for tone in range(256)]).reduce(SQUARES).convert("I")
        before = total
        total = ink if before is None else ImageMath.lambda_eval(lambda given: given["a"] + given["b"], a=before, b=ink)
    most = 100 * total.getextrema()[1] / 255
    wet = total.point(lambda value: value * 1 - int(limit * 255 / 100)).convert("L")
    return Plate(most, wet.getbbox() if most > limit else None)
