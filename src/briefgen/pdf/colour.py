"""Colours as content-stream operators.

Comes in: an sRGB colour. Goes out: the operator that makes it the fill colour. The promise: neutral colours are written
as gray, so that black text prints with the black ink alone. Refuses to know what is filled with it.
"""

from briefgen.geometry import Colour
from briefgen.pdf.number import number


def fill(colour: Colour) -> str:
    """The operator that sets the fill colour: `g` for neutral colours, `rg` for the others (ISO 32000-1, 8.6.8)."""
    if colour.red == colour.green == colour.blue:
        return f"{number(colour.red)} g"
    return f"{number(colour.red)} {number(colour.green)} {number(colour.blue)} rg"
