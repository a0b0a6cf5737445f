"""The surface of a cover without a picture: quarter rings in tones of the ground, round an upper corner of the page.

Comes: a page, a ground, a side. Goes: paths, the largest first. Promise: they reach the trim and nothing is drawn beyond it;
no words stand on them but those that a plate is under.
"""

from briefgen.geometry import Colour
from briefgen.layout.items import Path
from briefgen.layout.measuring.circle import CURVE
from briefgen.layout.measuring.text import Desk


def rings(desk: Desk, ground: Colour, *, left: bool = False) -> list[Path]:
    """Quarters of discs about the upper corner at the right, or at the left, where a back page mirrors its cover."""
    page, look = desk.theme.page, desk.look.cover
    return [
        _quarter(page.width, radius * page.width, ground.tint(share), left=left)
        for radius, share in zip(look.rings, look.ring_tones, strict=False)
    ]


def _quarter(width: float, radius: float, colour: Colour, *, left: bool) -> Path:
    bend = radius * CURVE

    def x(distance: float) -> float:
        return distance if left else width - distance

    curve = ("c", x(radius), bend, x(bend), radius, x(0.0), radius)
    return Path((("m", x(0.0), 0.0), ("l", x(radius), 0.0), curve, ("z",)), colour, artifact="Background")
