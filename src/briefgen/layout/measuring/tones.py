"""The tones of charts: as far apart as can be, for whoever sees colour, sees it otherwise, or sees none.

Comes: a palette. Goes: tones for fills and for lines, the accent first. Promise: of the accent's tints and of grays those
are taken that lie farthest from each other in the eyes of four kinds of readers and on a photocopier, so that a brief of one
colour and black stays one. Lines stand out from the paper by 3:1 (WCAG 2.2, 1.4.11).
"""

from math import dist

import msgspec

from briefgen.geometry import Colour
from briefgen.memory import Memory, Shelf
from briefgen.theme import Palette

COUNT = 4
PALETTES_KEPT = 20
GRAYS = (0.1, 0.2, 0.3, 0.4, 0.52, 0.57, 0.66, 0.8)
NEARLY_BLACK = 20.0  # L*
LEAST_LINE, LEAST_FILL = 3.0, 1.4  # contrast with the paper
MIDDLE = (0.18, 0.3)  # luminances between which numbers on a fill are hard to read, be they black or white
# what a reader without cones of one kind sees, in linear RGB (Machado, Oliveira and Fernandes 2009, severity 1)
SIGHTS: dict[str, tuple[tuple[float, float, float], ...]] = {
    "all": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}

Lab = tuple[float, float, float]


class Tones(msgspec.Struct, frozen=True):
    """The tones of fills and of lines."""

    fills: tuple[Colour, ...]
    lines: tuple[Colour, ...]


def make_tones(palette: Palette) -> Tones:
    """The tones of a palette: those that it names, or the farthest apart of the accent's tints and grays."""
    if palette.series:
        return Tones(palette.series, palette.series)
    paper = palette.paper
    first = palette.accent if palette.accent.contrast(paper) >= LEAST_LINE else palette.words
    own = [
        first,
        *([palette.second] if palette.second not in (palette.accent, palette.ink) else []),
        *(palette.accent.tint(share) for share in palette.series_shares),
        *(Colour(gray, gray, gray) for gray in GRAYS),
    ]
    fills = [tone for tone in own if tone.contrast(paper) >= LEAST_FILL]
    wanted = (first, palette.second)
    fills = [tone for tone in fills if tone in wanted or not MIDDLE[0] < tone.luminance < MIDDLE[1]]
    lines = [tone for tone in own if tone.contrast(paper) >= LEAST_LINE]
    return Tones(farthest(fills), farthest(lines))


def tones_of(memory: Memory | None, palette: Palette) -> Tones:
    """The tones of a palette, chosen once for all charts in the same colours."""
    if memory is None:
        return make_tones(palette)
    known: Shelf[Palette, Tones] = memory.shelf("tones", PALETTES_KEPT)
    return known.get(palette) or known.keep(palette, make_tones(palette))


def farthest(tones: list[Colour]) -> tuple[Colour, ...]:
    """COUNT of the tones, the first one first, each as far from those before it as can be; what is nearly black last.

    An area in that weighs more than one in the accent: it is for charts that need all tones.
    """
    seen = [tuple(_lab(tone, sight) for sight in SIGHTS) for tone in tones]
    chosen = [0]
    nearest = [apart(each, seen[0]) for each in seen]  # from each to the nearest that is chosen
    while len(chosen) < min(COUNT, len(tones)):
        chosen.append(max(range(len(tones)), key=lambda at: nearest[at]))
        nearest = [min(near, apart(each, seen[chosen[-1]])) for near, each in zip(nearest, seen, strict=True)]
    first, *others = [tones[at] for at in chosen]
    return (first, *sorted(others, key=lambda tone: lightness(tone.luminance) < NEARLY_BLACK))


def apart(one: tuple[Lab, ...], other: tuple[Lab, ...]) -> float:
    """How far two colours, as SIGHTS see them, are apart for the reader to whom they are nearest.

    That is the least ΔE (CIELAB 1976), or the difference of L* alone.
    """
    found = abs(one[0][0] - other[0][0])
    for first, second in zip(one, other, strict=True):
        found = min(found, dist(first, second))
    return found


def difference(one: Colour, other: Colour, sight: str) -> float:
    """ΔE of two colours as a reader of this sight sees them."""
    return dist(_lab(one, sight), _lab(other, sight))


def lightness(luminance: float) -> float:
    """L* of a relative luminance (CIE 15)."""
    return 116 * _root(luminance) - 16


def _lab(colour: Colour, sight: str) -> Lab:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (colour.red, colour.green, colour.blue)]
    red, green, blue = (
        min(1.0, max(0.0, sum(part * value for part, value in zip(row, linear, strict=True)))) for row in SIGHTS[sight]
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    return 116 * _root(y) - 16, 500 * (_root(x) - _root(y)), 200 * (_root(y) - _root(z))


def _root(value: float) -> float:
    return float(value ** (1 / 3)) if value > 0.008856 else 7.787 * value + 16 / 116
