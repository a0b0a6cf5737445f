"""A second colour beside an accent that its look was not made for.

Comes: an accent, and the second colour of a look of one's own. Goes: a second colour. Promise: one accent has the same
second colour in all looks that come with briefgen, of a hue far from its own; beside a warm one stands no strong cool
colour, which would clash.
"""

from colorsys import rgb_to_hls

import msgspec

from briefgen.geometry import Colour

NEAR_HUES = 1 / 6  # of the circle of hues: two colours nearer than that look like a mistake
WARMEST = (0.87, 0.19)  # from pinks by red to yellows
QUIET = 0.36  # the most strength of a cool colour beside a warm one
PALE = 0.15  # of a colour's strength (saturation in HLS): less is a grey, which has no hue
RUST, SLATE = Colour.from_hex("#9a4a10"), Colour.from_hex("#314a68")  # dark enough for white words on them, and to be words


class Hue(msgspec.Struct, frozen=True):
    """A colour by its hue, from 0 to 1, and its strength."""

    hue: float
    strength: float

    @property
    def is_warm(self) -> bool:
        return self.hue < WARMEST[1] or self.hue > WARMEST[0]


def beside(accent: Colour, second: Colour | None = None) -> Colour:
    """The second colour, where there is one and it goes with the accent; else rust, or slate beside what is nearly rust."""
    choices = [second, RUST, SLATE] if second else [RUST, SLATE]
    return next((each for each in choices if _go_together(_hue(accent), _hue(each))), SLATE)


def _hue(colour: Colour) -> Hue:
    hue, _, strength = rgb_to_hls(colour.red, colour.green, colour.blue)
    return Hue(hue, strength)


def _go_together(accent: Hue, second: Hue) -> bool:
    """Whether two hues are far enough apart; beside a warm one a cool one has to be quiet. Greys go with any colour."""
    if min(accent.strength, second.strength) < PALE:
        return True
    between = abs(accent.hue - second.hue)
    if min(between, 1 - between) < NEAR_HUES:
        return False
    return not accent.is_warm or second.is_warm or second.strength <= QUIET
