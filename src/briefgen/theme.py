"""Named text styles, page geometry and palette: data only.

Sizes and leadings in points; tracking in 1/1000 em. Leadings are multiples, or simple fractions, of the baseline grid.
"""

from typing import Literal

import msgspec

from briefgen.geometry import BLACK, Colour

Align = Literal["justify", "left", "center", "right"]
Weight = Literal["regular", "semibold", "bold"]


class TextStyle(msgspec.Struct, frozen=True):
    """How a text is set. `family` is "body" (the serif by default) or "display" (the sans by default)."""

    family: Literal["body", "display"]
    size: float
    leading: float
    weight: Weight = "regular"
    italic: bool = False
    colour: Colour = BLACK
    align: Align = "left"
    hyphenate: bool = False
    balance: bool = False  # ragged lines of even length, broken by sense: titles, headings, quotes
    tracking: float = 0.0
    features: tuple[str, ...] = ()  # OpenType features on top of the default ones: "tnum", "lnum", "smcp", …
    upper: bool = False  # capitals (the text itself stays as written, for the reader)
