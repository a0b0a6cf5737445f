"""Pictures with more pixels than whoever the file is for can print, brought down to what is of use.

Comes: an image and how wide it stands. Goes: the same image with fewer pixels, or itself. Promise: light is added up as
light, by Lanczos; drawings in lines, whose edges would blur, keep every pixel; a picture is held in bands, and not twice.
Refuses to know where pictures are placed.
"""

from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

POINTS_PER_INCH = 72
SPARED = 1.2  # of the limit: what is so little above it is not worth a second rounding
SMALL = 1 << 18  # pixels: smaller pictures stay as they are
BAND = 1 << 22  # bytes of light that are held at a time
REACH = 3  # of Lanczos, in pixels of the result
GAMMA = 2.2  # near that of all profiles of screens; what goes in comes out by the same
LINE_ART = (4, 0.9)  # the most frequent grays, and the share of pixels that they have in a drawing in lines
SAMPLE = 512  # pixels along a side of what is looked at to tell one


def wanted_size(size: tuple[int, int], upright_width: float, points: float, dpi: int) -> tuple[int, int] | None:
    """The size in pixels that is of use; None where the picture is not (much) finer. `points`: how wide it stands."""
    if not points or not dpi or size[0] * size[1] < SMALL:
        return None
    scale = dpi * points / POINTS_PER_INCH / upright_width
    if scale * SPARED > 1:
        return None
    return max(1, ceil(size[0] * scale)), max(1, ceil(size[1] * scale))


def is_line_art(image: "Image") -> bool:
    """Whether an image is a drawing in lines: of one bit, or mostly of a few tones."""
    if image.mode == "1":
        return True
    from PIL.Image import Resampling

    step = max(1, image.width // SAMPLE), max(1, image.height // SAMPLE)
    sample = image.resize((image.width // step[0], image.height // step[1]), Resampling.NEAREST)
    tones = sorted(sample.convert("RGB").convert("L").histogram(), reverse=True)
    count, share = LINE_ART
    return sum(tones[:count]) >= share * sum(tones)


def reduced(image: "Image", size: tuple[int, int]) -> "Image":
    """An image of mode L, LA, RGB, RGBX, RGBA or CMYK in another, smaller size, with what it says of itself."""
    from PIL import Image

    mode = image.mode.removesuffix("X")
    made = Image.new(mode, size)
    made.info = {key: value for key, value in image.info.items() if key in {"icc_profile", "gamma", "srgb", "adobe"}}
    ratio = image.height / size[1]
    rows = max(1, BAND // (4 * image.width * max(1, round(ratio))))
    for top in range(0, size[1], rows):
        bottom = min(top + rows, size[1])
        first = max(0, int((top - REACH) * ratio))
        last = min(image.height, ceil((bottom + REACH) * ratio))
        band = image.crop((0, first, image.width, last))
        band = band if band.mode == mode else band.convert(mode)
        box = (0.0, top * ratio - first, float(image.width), bottom * ratio - first)
        made.paste(_band(band, (size[0], bottom - top), box), (0, top))
    return made


def _band(band: "Image", size: tuple[int, int], box: tuple[float, float, float, float]) -> "Image":
    from PIL import Image
    from PIL.Image import Resampling

    if band.mode in {"CMYK", "LA", "RGBA"}:  # inks add up as they are; Pillow weighs colours by what covers them
        return band.resize(size, Resampling.LANCZOS, box=box)
    channels = [_in_light(channel, size, box) for channel in band.split()]
    return channels[0] if len(channels) == 1 else Image.merge(band.mode, channels)


def _in_light(channel: "Image", size: tuple[int, int], box: tuple[float, float, float, float]) -> "Image":
    """A channel whose values stand for light by a power, resized as light."""
    from PIL import ImageMath
    from PIL.Image import Resampling

    light = ImageMath.lambda_eval(lambda held: (held["float"](held["x"]) / 255.0) ** GAMMA, x=channel)
    small = light.resize(size, Resampling.LANCZOS, box=box)
    tones = ImageMath.lambda_eval(
        lambda held: held["min"](held["max"](held["x"], 0.0) ** (1 / GAMMA) * 255.0 + 0.5, 255.0), x=small
    )
    made: Image = tones.convert("L")
    return made
