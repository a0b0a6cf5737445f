"""Pixels of any kind in the few modes that a PDF and a screen have.

Comes in: images as Pillow decodes them, with what is written beside their pixels. Goes out: gray or RGB of at most eight
bits, opaque. The promise: what is transparent lies on white, and values are those that a screen shows. Refuses to know PDF.
"""

from io import BytesIO
from typing import TYPE_CHECKING

from briefgen.content.png import is_usual
from briefgen.content.raster import TURNED_OVER
from briefgen.pdf.profile import default_profile

if TYPE_CHECKING:
    from PIL.Image import Image


def plain(image: "Image") -> "Image":
    """The image as 1-bit or 8-bit gray or RGB, opaque, with the values that a screen shows."""
    gamma = 0.0 if {"srgb", "icc_profile"} & image.info.keys() else image.info.get("gamma", 0.0)
    if image.mode in {"1", "L", "RGB"} and "transparency" not in image.info and is_usual(gamma):
        return image
    if image.mode.startswith("I"):  # 16 bits of gray
        image = _in_eight_bits(image)
    if image.mode == "CMYK":
        return _inks(image)
    if image.has_transparency_data:
        mode = "LA" if image.mode in {"1", "L", "LA", "La"} else "RGBA"
        solid = image if image.mode == mode else image.convert(mode)
        return _on_white(_corrected(solid.convert(mode.removesuffix("A")), gamma), solid.getchannel("A"))
    if image.mode == "1" and is_usual(gamma):
        return image
    return _corrected(image.convert("L" if image.mode in {"F", "L", "1"} else "RGB"), gamma)


def _on_white(image: "Image", alpha: "Image") -> "Image":
    from PIL import Image

    paper = Image.new(image.mode, image.size, "white")
    paper.paste(image, mask=alpha)
    return paper


def _in_eight_bits(image: "Image") -> "Image":
    """16 bits of gray in 8; the value that stands for transparency is looked for among all 16."""
    from PIL import ImageMath

    whole = image.convert("I")
    if TURNED_OVER in image.info:
        whole = whole.point(lambda value: value * -1 + 65535)
    gray = whole.point(lambda value: value * (1 / 256)).convert("L")
    through = image.info.get("transparency")
    if isinstance(through, int):
        seen = ImageMath.lambda_eval(lambda found: (found["whole"] != through) * 255, whole=whole).convert("L")
        gray.putalpha(seen)
    gray.info = {key: value for key, value in image.info.items() if key != "transparency"}
    return gray


def _corrected(image: "Image", gamma: float) -> "Image":
    """The values of a PNG with a gamma of its own as those of sRGB (PNG, third edition, 13.13; IEC 61966-2-1)."""
    if is_usual(gamma):
        return image
    table = []
    for value in range(256):
        light = (value / 255) ** (1 / gamma)
        tone = 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
        table.append(round(255 * tone))
    return image.point(table * len(image.getbands()))


def _inks(image: "Image") -> "Image":
    """A CMYK image in sRGB, by its own profile when it has a sound one, else by that which comes with briefgen."""
    from PIL import ImageCms

    screen = ImageCms.createProfile("sRGB")
    flags = ImageCms.Flags.BLACKPOINTCOMPENSATION
    for profile in filter(None, (image.info.get("icc_profile"), default_profile())):
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            converted = ImageCms.profileToProfile(
                image, source, screen, ImageCms.Intent.RELATIVE_COLORIMETRIC, outputMode="RGB", flags=flags
            )
        except (ImageCms.PyCMSError, OSError):
            continue
        if converted is not None:
            return converted
    return image.convert("RGB")


def resizable(image: "Image") -> "Image":
    """The image in a mode that can be resized: with its transparency, and inks as inks."""
    if image.mode == "CMYK" or (image.mode in {"L", "RGB", "RGBX"} and "transparency" not in image.info):
        return image
    if image.has_transparency_data and not image.mode.startswith("I"):
        solid = image.convert("LA" if image.mode in {"1", "L", "LA", "La"} else "RGBA")
    else:
        solid = image if image.mode == "1" else plain(image)
    solid.info = {key: value for key, value in image.info.items() if key != "transparency"}
    return solid


def in_gray(image: "Image") -> "Image":
    """The image in gray alone, which 1-bit pixels become too."""
    return plain(image).convert("L")
