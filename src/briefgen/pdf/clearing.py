"""Logos on a white of their own, set on a tint: white becomes the paper that it stands for, as it would in print.

Comes: an image, opaque. Goes: the same with an alpha channel. Promise: on white it looks as before; what is darker than
LIGHT in one channel stays as it is, and what lies between it and white is thinned, so that edges keep their shape.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

LIGHT, MOST = 200, 255  # the darkest channel of what is thinned; white


def white_cleared(image: "Image") -> "Image":
    """The image in gray or RGB with alpha: none where it is white."""
    from PIL import Image, ImageChops

    solid = image if image.mode in {"L", "RGB"} else image.convert("RGB")
    bands = solid.split()
    darkest = bands[0]
    for band in bands[1:]:
        darkest = ImageChops.darker(darkest, band)
    thin = MOST - LIGHT
    alpha = darkest.point([min(MOST, round((MOST - value) * MOST / thin)) for value in range(MOST + 1)])
    made = Image.merge(f"{solid.mode}A", (*(_unmixed(band, darkest) for band in bands), alpha))
    made.info = {key: value for key, value in image.info.items() if key in {"icc_profile", "gamma", "srgb"}}
    return made


def _unmixed(band: "Image", darkest: "Image") -> "Image":
    """A channel without the white that shines through where the image is thinned."""
    from PIL import ImageMath

    thin = MOST - LIGHT
    found: Image = ImageMath.lambda_eval(
        lambda given: (
            MOST
            - given["min"](
                (MOST - given["band"]) * thin / given["max"](given["min"](MOST - given["darkest"], thin), 1), MOST
            )
        ),
        band=band,
        darkest=darkest,
    )
    return found.convert("L")
