"""Sheets of paper by name (ISO 216, and ANSI/ASME Y14.1 for the American sizes).

Comes in: a name, or a size in points. Goes out: the other. The promise: two pages of one ISO size, which were rounded down
to whole millimetres, are known as the next larger size.
"""

from pathlib import Path
from shlex import quote

import msgspec

from briefgen.geometry import POINTS_PER_MM, mm

SIZES = {  # width and height in millimetres, upright
    "A2": (420, 594),
    "A3": (297, 420),
    "A4": (210, 297),
    "A5": (148, 210),
    "A6": (105, 148),
    "B4": (250, 353),
    "B5": (176, 250),
    "Letter": (215.9, 279.4),
    "Legal": (215.9, 355.6),
    "Tabloid": (279.4, 431.8),
}
ROUNDING = mm(1.5)  # two A5 pages are 296 mm wide, a sheet of A4 297 mm


class Size(msgspec.Struct, frozen=True):
    """Width and height, in points."""

    width: float
    height: float

    def is_near(self, other: "Size", tolerance: float) -> bool:
        """Whether neither side differs by more than `tolerance` points."""
        return abs(self.width - other.width) <= tolerance and abs(self.height - other.height) <= tolerance

    @property
    def turned(self) -> "Size":
        """The same sheet by a quarter turn."""
        return Size(self.height, self.width)


def standard(name: str) -> Size:
    """A sheet by its name, in capitals or not, upright, in points. KeyError when it is not known."""
    width, height = SIZES[name.capitalize()]
    return Size(mm(width), mm(height))


def name_of(size: Size) -> str:
    """The name of a sheet either way up, or its width and height in millimetres."""
    for name in SIZES:
        paper = standard(name)
        if size.is_near(paper, ROUNDING) or size.is_near(paper.turned, ROUNDING):
            return name
    return f"{size.width / POINTS_PER_MM:.0f} × {size.height / POINTS_PER_MM:.0f} mm"


def nearest(size: Size) -> Size:
    """The standard sheet that `size` is but for rounding, the same way up; else `size` itself."""
    for name in SIZES:
        paper = standard(name)
        for way in (paper, paper.turned):
            if size.is_near(way, ROUNDING):
                return way
    return size


def printed(file: Path, paper: str, flip: str) -> str:
    """What to type to print sheets with CUPS, which heeds nothing of what a file asks for: paper, sides and scale.

    `flip` is the edge over which sheets are turned, "" for either. CUPS names media in millimetres that have no name (PWG
    5101.1, 5.2).
    """
    sized = paper.removesuffix(" mm").split(" × ")
    media = f"Custom.{sized[0]}x{sized[1]}mm" if len(sized) == 2 else paper
    sides = f"-o sides=two-sided-{flip}-edge " if flip else ""
    return f"lp -o media={media} {sides}-o print-scaling=none {quote(str(file))}"
