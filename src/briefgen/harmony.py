"""A second colour beside an accent that it was not chosen for.

Comes: two colours. Goes: the second, or what takes its place. Promise: the two are of hues far enough apart, for two colours
that are nearly one look like a mistake, and no strong cool colour stands beside a warm one, where it would clash.
"""

from colorsys import hls_to_rgb, rgb_to_hls

import msgspec

from briefgen.geometry import Colour

NEAR_HUES = 1 / 6  # of the circle of hues: two colours nearer than that
WARMEST = (0.87, 0.19)  # from pinks by red to yellows
WARM, SLATE = 0.078, 0.59  # rust, and the blue of slate
CALMER, QUIET, SLATE_LIGHTNESS = 0.8, 0.36, 0.3
PALE = 0.15  # of a colour's strength (saturation in HLS): less is a grey, which has no hue


class Hue(msgspec.Struct, frozen=True):
    """A colour by its hue, from 0 to 1, its lightness and its strength."""

    hue: float
    lightness: float
    strength: float

    @property
    def colour(self) -> Colour:
        return Colour(*hls_to_rgb(self.hue, self.lightness, self.strength))

    @property
    def is_warm(self) -> bool:
        return self.hue < WARMEST[1] or self.hue > WARMEST[0]


def beside(accent: Colour, second: Colour) -> Colour:
    """The second colour where it goes with the accent; else a warm one as light as it, or a quiet slate."""
    own, wanted = _hue(accent), _hue(second)
    if own.strength < PALE or wanted.strength < PALE:
        return second
    warm = Hue(WARM, wanted.lightness, wanted.strength * CALMER)
    slate = Hue(SLATE, min(wanted.lightness, SLATE_LIGHTNESS), min(wanted.strength, QUIET))
    if _go_together(own, wanted):
        return second
    return next((each.colour for each in (warm, slate) if _go_together(own, each)), second)


def _hue(colour: Colour) -> Hue:
    return Hue(*rgb_to_hls(colour.red, colour.green, colour.blue))


def _go_together(accent: Hue, second: Hue) -> bool:
    """Whether two hues are far enough apart; beside a warm one a cool one has to be quiet."""
    between = abs(accent.hue - second.hue)
    if min(between, 1 - between) < NEAR_HUES:
        return False
    return not accent.is_warm or second.is_warm or second.strength <= QUIET
