"""Pictures darkened where white words stand on them.

Comes in: the pixels of what is shown, and between which heights words stand. Goes out: the same with a gradient of black
over it. The promise: whatever the picture, white has TARGET to 1 with each pixel between those heights; the picture is
measured, and no more black is laid over it than that takes. Refuses to know the words.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

TARGET = 5.2  # 4.5 is asked for (WCAG 2.2, 1.4.3); the rest is for what JPEG and the inks of a press make of pixels
LIGHTEST = 1.05 / TARGET - 0.05  # the relative luminance that white stands out from so much
REACH = 0.45  # of the height: from the words to where nothing is darkened
COARSE = 16  # levels that are looked at as one, the lightest of them
STEPS = 12  # halvings by which the gradient's depth is found


def with_scrim(image: "Image", zones: Iterable[tuple[float, float]]) -> "Image":
    """The image, of mode L or RGB, with black over it. `zones` are in shares of its height, from the top."""
    from PIL import Image

    depths = [(start, stop, 1 - _kept(_colours(image, start, stop))) for start, stop in zones]
    column = Image.new("L", (1, image.height))
    column.putdata([round(255 * _depth((row + 0.5) / image.height, depths) + 0.5) for row in range(image.height)])
    mask = column.resize(image.size, Image.Resampling.NEAREST)
    return Image.composite(Image.new(image.mode, image.size), image, mask)


def _depth(at: float, depths: Iterable[tuple[float, float, float]]) -> float:
    """How deep the black is at this height: whole between the words' heights, and softly less and less beyond."""
    found = 0.0
    for start, stop, depth in depths:
        away = min(1.0, max(start - at, at - stop, 0.0) / REACH)
        found = max(found, depth * (1 - away * away * (3 - 2 * away)))
    return found


def _colours(image: "Image", start: float, stop: float) -> set[tuple[float, ...]]:
    """The colours between two heights, each no darker than it is: those of COARSE levels are taken for their lightest."""
    top = min(max(0, int(start * image.height)), image.height - 1)
    bottom = max(top + 1, min(image.height, -int(-stop * image.height)))
    part = image.crop((0, top, image.width, bottom)).point(_lightest * len(image.getbands()))
    found = part.getcolors((256 // COARSE) ** 3) or ()
    return {colour if isinstance(colour, tuple) else (colour,) for _, colour in found}


_lightest = [min(255, level | (COARSE - 1)) for level in range(256)]


def _kept(colours: set[tuple[float, ...]]) -> float:
    """The share of each channel that may be left so that the lightest of the colours is no lighter than LIGHTEST."""
    low, high = 0.0, 1.0
    if _luminance_of(colours, high) <= LIGHTEST:
        return high
    for _ in range(STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if _luminance_of(colours, middle) <= LIGHTEST else (low, middle)
    return low


def _luminance_of(colours: set[tuple[float, ...]], share: float) -> float:
    """The luminance of the lightest of the colours when so much is left of each channel."""
    linear = [_linear(share * level / 255) for level in range(256)]
    return max(
        [
            sum(part * linear[int(level)] for part, level in zip(_PARTS[len(colour)], colour, strict=True))
            for colour in colours
        ]
    )


_PARTS: dict[int, tuple[float, ...]] = {1: (1.0,), 3: (0.2126, 0.7152, 0.0722)}  # of relative luminance (WCAG 2.2)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)
