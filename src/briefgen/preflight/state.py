"""The records between reading content and judging it: the graphics state, and the marks that paint a page.

Comes in: nothing. Goes out: records. The promise: a Mark says all that a rule may ask, in the page's points. Refuses to know
operators and rules.
"""

import math
from typing import Any, Literal

import msgspec

from briefgen.preflight.colour import GRAY, Space
from briefgen.preflight.fonts import NOTHING, Font
from briefgen.preflight.matrix import IDENTITY, Box, Matrix

Values = tuple[float, ...]
FLOW = 4  # pixels: programs write shadings and plain areas as images of so few
OPAQUE = 1 - 1e-5  # programs round what lets nothing through
Paint = tuple[Space, Values]  # an image or a group has no values


class State(msgspec.Struct):
    """The graphics state (ISO 32000-1, 8.4), as far as it changes what is judged. The matrix leads to the page's points."""

    matrix: Matrix
    clip: Box
    fill: Paint = (GRAY, (0.0,))
    stroke: Paint = (GRAY, (0.0,))
    fill_pattern: Any = None
    stroke_pattern: Any = None
    width: float = 1.0
    fill_overprints: bool = False
    stroke_overprints: bool = False
    mode: int = 0
    fill_alpha: float = 1.0
    stroke_alpha: float = 1.0
    blend: str = "Normal"
    masked: bool = False
    font: Font = NOTHING
    size: float = 0.0
    character_space: float = 0.0
    word_space: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    rendering: int = 0


class Text(msgspec.Struct):
    """The text object (ISO 32000-1, 9.4): where the next glyph and the next line start."""

    matrix: Matrix = IDENTITY
    line: Matrix = IDENTITY


class Around(msgspec.Struct, frozen=True):
    """What surrounds a content: how deep it stands, the place of all its marks (of a pattern), whether it is run from tagged
    content, whether it is that of a soft mask."""

    depth: int = 0
    region: Box | None = None
    tagged: bool = False
    masking: bool = False


class Picture(msgspec.Struct, frozen=True):
    """An image where it stands. Sides in pixels and in points; `source` is the image itself, `mask` the image that says how
    much of it is seen."""

    columns: int
    rows: int
    width: float
    height: float
    bits: int
    stencil: bool
    source: Any
    mask: Any = None

    @property
    def resolution(self) -> float:
        """Pixels an inch in the worse direction; a side of a few pixels is a flow of colour and is not counted."""
        return self.resolution_of(self.columns, self.rows)

    def resolution_of(self, columns: int, rows: int) -> float:
        """The same of another image in its place, such as its mask."""
        sides = ((columns, self.width), (rows, self.height))
        return min((72 * pixels / length for pixels, length in sides if pixels > FLOW and length > 0), default=math.inf)


class Mark(msgspec.Struct):
    """One thing painted on a page, or a transparency group (kind `group`).

    `box` is what can be seen of it; what cannot be seen is no mark. `thickness`: of a line, or the short side of a filled
    rectangle. `size`: of text, in points as seen. `overprints`: nothing below is taken away where it takes no ink. `placed`
    is False within a pattern, whose own places say nothing. `tagged`: within tagged content or an artifact. `blended`: what
    lies below shows through; of a group, that anything in it is. `mode`: of overprinting, 1 where a colour of CMYK leaves
    alone the inks that it takes none of (ISO 32000-1, 8.6.7). `masking`: not seen, it only decides how much of another mark
    is. `blend`: the blend mode. `of`: what shows it, "" for the page.
    """

    kind: Literal["fill", "stroke", "text", "image", "shading", "group"]
    box: Box
    paints: tuple[Paint, ...] = ()
    overprints: bool = False
    blended: bool = False
    tagged: bool = False
    placed: bool = True
    thickness: float = math.inf
    size: float = 0.0
    font: Font | None = None
    picture: Picture | None = None
    mode: int = 0
    masking: bool = False
    of: str = ""
    blend: str = "Normal"
