"""Images as they stand in content: how large they are, and in which colours.

Comes in: an image, of its own or within content, with the short names that are allowed there (ISO 32000-1, 8.9.7). Goes out:
a Picture, a Space. The promise: no pixel is read. Refuses to know what is right.
"""

from typing import Any

import pikepdf

from briefgen.preflight.colour import Space, Spaces, of_jpeg2000
from briefgen.preflight.matrix import Matrix
from briefgen.preflight.objects import entry, filters, number
from briefgen.preflight.state import Picture

SHORT = {
    "/Width": "/W",
    "/Height": "/H",
    "/ImageMask": "/IM",
    "/BitsPerComponent": "/BPC",
    "/ColorSpace": "/CS",
    "/Decode": "/D",
}


def said(image: Any, key: str) -> Any:
    """An entry, by its long or its short name."""
    found = entry(image, key)
    return entry(image, SHORT[key]) if found is None else found


def picture_of(image: Any, matrix: Matrix) -> Picture:
    """An image where a matrix places it."""
    stencil = said(image, "/ImageMask") is True
    masks = (entry(image, key) for key in ("/SMask", "/Mask"))
    return Picture(
        columns=int(number(said(image, "/Width")) or 0),
        rows=int(number(said(image, "/Height")) or 0),
        width=(matrix[0] ** 2 + matrix[1] ** 2) ** 0.5,
        height=(matrix[2] ** 2 + matrix[3] ** 2) ** 0.5,
        bits=1 if stencil else int(number(said(image, "/BitsPerComponent")) or 8),
        stencil=stencil,
        source=image,
        mask=next((mask for mask in masks if isinstance(mask, pikepdf.Stream)), None),
    )


def space_of(image: Any, spaces: Spaces, resources: Any) -> Space:
    """The space that an image's samples are in; JPEG 2000 may say it itself."""
    value = said(image, "/ColorSpace")
    if value is None and filters(image)[-1:] == ["JPXDecode"]:
        return of_jpeg2000(image.read_raw_bytes())
    return spaces.read(value, resources)
