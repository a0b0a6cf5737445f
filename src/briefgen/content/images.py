"""Image files that the outline names.

Comes: a scalar with a path. Goes: a Picture that has been opened and found good, or None with a problem. Promise: whatever
the file holds, the answer comes in bounded time and memory. Refuses to know where the picture will stand.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.content.brief import Picture
from briefgen.content.files import Folder, Pixels, shown
from briefgen.content.png import MOST_PIXELS, SIGNATURE, Rows, plain_rows
from briefgen.outline.tree import Scalar

if TYPE_CHECKING:
    from PIL.Image import Image

FORMATS = ("PNG", "JPEG", "TIFF", "WEBP", "GIF")
MOST_BYTES = 60_000_000
ORIENTATION = 0x0112  # EXIF tag; from 5 to 8 the picture lies on its side (EXIF 2.32, 4.6.4)


def open_picture(folder: Folder, scalar: Scalar) -> Picture | None:
    """The picture in the file that a scalar names."""
    path = folder.find(scalar, "content/missing-image")
    if path is None:
        return None
    pixels = folder.pixels.get(path)
    if pixels is None:
        try:
            pixels = folder.pixels[path] = _measure(path)
        except ImageFault as fault:
            folder.problems.add(fault.code, scalar.place, f"`{shown(scalar.text.strip())}` {fault}", fault.hint)
            return None
    return Picture(path, pixels.width, pixels.height, scalar.place, pixels.rows)


class ImageFault(Exception):  # noqa: N818  it is a fault of the image, not of the program
    """Why an image cannot be used."""

    def __init__(self, code: str, said: str, hint: str) -> None:
        super().__init__(said)
        self.code = code
        self.hint = hint


def _measure(path: Path) -> Pixels:
    """The pixels of an image that can be decoded. Raises ImageFault."""
    rows = _plain_rows(path)
    if rows is not None:
        return Pixels(rows.width, rows.height, rows)
    from warnings import catch_warnings

    from PIL import Image, UnidentifiedImageError  # late: 25 ms that a brief without such pictures does without

    try:
        if path.stat().st_size > MOST_BYTES:
            raise ImageFault("content/image-too-large", "has more than 60 MB", "save a smaller copy")
        # Pillow warns of large images and of odd EXIF data; what matters is said below
        with catch_warnings(action="ignore"):
            with Image.open(path, formats=FORMATS) as image:
                _check_size(image)
                width, height = image.size if _orientation(image) < 5 else reversed(image.size)
            with Image.open(path, formats=FORMATS) as image:  # anew: what has been looked at cannot be verified
                _decode(image)
        return Pixels(width, height)
    except ImageFault:
        raise
    except Image.DecompressionBombError as error:
        raise _too_many_pixels("too many") from error
    except UnidentifiedImageError as error:
        hint = "save it as PNG" if path.suffix.lower() in {".svg", ".pdf", ".eps"} else "use PNG, JPEG, TIFF, WebP or GIF"
        raise ImageFault("content/bad-image", "is not an image that briefgen can read", hint) from error
    except MemoryError as error:
        raise _too_many_pixels("too many") from error
    except Exception as error:  # decoders fail in many ways on bytes that somebody made up
        said = f"cannot be read: {str(error) or type(error).__name__}"
        raise ImageFault("content/bad-image", said, "save it anew from an image editor") from error


def _plain_rows(path: Path) -> Rows | None:
    """The rows of a sound PNG that needs no decoding; None: Pillow has to look, and to say what is wrong."""
    try:
        if path.stat().st_size > MOST_BYTES:
            return None
        with path.open("rb") as file:
            return plain_rows(SIGNATURE + file.read()) if file.read(len(SIGNATURE)) == SIGNATURE else None
    except (OSError, MemoryError):
        return None


def _check_size(image: "Image") -> None:
    width, height = image.size
    if width * height > MOST_PIXELS:
        raise _too_many_pixels(f"{width} × {height}")
    if not width or not height:
        raise ImageFault("content/bad-image", "has no pixels", "save it anew from an image editor")


def _too_many_pixels(many: str) -> ImageFault:
    return ImageFault("content/image-too-large", f"has {many} pixels, more than 50 million", "save a smaller copy")


def _orientation(image: "Image") -> int:
    if image.format == "PNG" and "exif" not in image.info:
        return 1  # to look further, Pillow would decode the whole image
    try:
        return int(image.getexif().get(ORIENTATION, 1))
    except Exception:  # EXIF that cannot be read turns nothing
        return 1


def _decode(image: "Image") -> None:
    """Read the file to its end, as cheaply as its format allows: one that is cut short must not get to the press."""
    if image.format == "PNG":
        image.verify()  # checks the sums of all chunks without decoding
        return
    if image.format in {"JPEG", "MPO"}:
        image.draft(None, (max(1, image.width // 8), max(1, image.height // 8)))
    image.load()
