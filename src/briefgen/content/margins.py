"""The margins of logos: many are files with white round what is seen, and stand lopsided and small because of it.

Comes: pictures that have been opened and found good. Goes: figures that know which part of them is seen. Promise: only white
or nothing is left out, at the edges; a ground of another colour belongs to the logo. Drawings are left as they are, and so
is a picture of which next to nothing would stay. Refuses to know sizes.
"""

from typing import TYPE_CHECKING

import msgspec

from briefgen.content.brief import Figure, Front, Picture
from briefgen.content.files import ImageFault
from briefgen.content.raster import opened
from briefgen.geometry import Rect

if TYPE_CHECKING:
    from PIL.Image import Image

NEARLY = 14  # of 255: what differs less from white, or from nothing, is left out; JPEG is never quite white
GROUND = 0.5  # of the edges: so much of them is ground at the least; a mark may reach some of them
LEAST = 0.15  # of the width and of the height: what has to stay
SET = 255
NOTHING = [SET if value <= NEARLY else 0 for value in range(256)]  # tables for `Image.point`
WHITE = [SET if value >= 255 - NEARLY else 0 for value in range(256)]
TURNED = [SET - value for value in range(256)]


def front_trimmed(front: Front) -> Front:
    """The front with its logo without margins. A logo made for dark grounds stands in the other's place, which is kept."""
    head = front.masthead
    if head.logo is None or head.reversed_logo is not None:
        return front
    return msgspec.structs.replace(front, masthead=msgspec.structs.replace(head, logo=trimmed(head.logo)))


def trimmed(logo: Figure) -> Figure:
    """The figure of a logo with the part of its picture that is seen, and whether it stands on a white of its own."""
    if logo.picture.art is not None:
        return logo
    part, white = _seen(logo.picture)
    # a JPEG that is turned where it stands goes into the file as it is
    return msgspec.structs.replace(logo, part=part, white=white and logo.picture.turned == 1)


def _seen(picture: Picture) -> tuple[Rect | None, bool]:
    """The part within the margins, in shares of the picture, None for all of it; and whether it stands on white."""
    from PIL import ImageOps

    try:
        with opened(picture.path) as image:
            upright = ImageOps.exif_transpose(image) or image
            box, white = _box(upright)
            width, height = upright.size
    except (ImageFault, OSError, ValueError, SyntaxError, EOFError):
        return None, False  # it is told of where it is embedded
    if box is None or box == (0, 0, width, height):
        return None, white
    left, top, right, bottom = box
    if right - left < LEAST * width or bottom - top < LEAST * height:
        return None, white
    return Rect(left / width, top / height, (right - left) / width, (bottom - top) / height), white


def _box(image: "Image") -> tuple[tuple[int, int, int, int] | None, bool]:
    """The least box that holds all that is neither white nor transparent; None where the ground is of another colour."""
    from PIL import ImageChops

    if image.has_transparency_data:
        alpha = image.convert("RGBA").getchannel("A")
        if _edges(alpha.point(NOTHING)) >= GROUND:
            return alpha.point(NOTHING).point(TURNED).getbbox(), False
    solid = image.convert("RGB")
    darkest = ImageChops.darker(ImageChops.darker(*solid.split()[:2]), solid.getchannel(2)).point(WHITE)
    return (darkest.point(TURNED).getbbox(), True) if _edges(darkest) >= GROUND else (None, False)


def _edges(band: "Image") -> float:
    """How much of the four edges of a mask is set."""
    width, height = band.size
    boxes = ((0, 0, width, 1), (0, height - 1, width, height), (0, 0, 1, height), (width - 1, 0, width, height))
    edges = b"".join(band.crop(box).tobytes() for box in boxes)
    return edges.count(SET) / len(edges)
