"""Image files that the outline names.

Comes: a scalar with a path. Goes: a Picture that has been opened and found good, or None with a problem. Promise: whatever
the file holds, the answer comes in bounded time and memory. Refuses to know where the picture will stand.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.content.brief import Picture
from briefgen.content.files import Folder, ImageFault, Pixels, shown
from briefgen.content.png import MOST_BYTES, SIGNATURE, Rows, plain_rows
from briefgen.memory import Memory, Shelf
from briefgen.outline.tree import Map, Scalar
from briefgen.saving import stamp

if TYPE_CHECKING:
    from PIL.Image import Image

ORIENTATION = 0x0112  # EXIF tag; from 5 to 8 the picture lies on its side (EXIF 2.32, 4.6.4)
PICTURES_KEPT = 40  # between briefs
ROWS_KEPT = 1 << 23  # bytes of one of them
VECTORS = frozenset({".svg", ".svgz", ".pdf", ".eps", ".ai", ".wmf", ".emf"})


def open_picture(folder: Folder, scalar: Scalar, recolour: Scalar | None = None) -> Picture | None:
    """The picture in the file that a scalar names; a drawing in the accent alone where `recolour` says so."""
    path = folder.find(scalar, "content/missing-image")
    if path is None:
        return None
    if is_drawing(path):
        from briefgen.content.drawings import open_drawing  # late: few briefs have a drawing

        return open_drawing(path, folder, scalar, recolour)
    if recolour is not None:
        said, hint = "only a drawing can be recoloured, an SVG or a PDF", "leave `recolour` out, or name the drawing"
        folder.problems.add("content/not-recoloured", recolour.place, said, hint)
    pixels = folder.pixels.get(path)
    if pixels is None:
        try:
            pixels = folder.pixels[path] = _known_pixels(path, folder.memory)
        except ImageFault as fault:
            folder.problems.add(fault.code, scalar.place, f"`{shown(scalar.text.strip())}` {fault}", fault.hint)
            return None
    return Picture(path, pixels.width, pixels.height, scalar.place, pixels.rows, pixels.turned)


def _known_pixels(path: Path, memory: Memory | None) -> Pixels:
    """The pixels of an image, which is opened again only where its file has changed. Raises ImageFault."""
    if memory is None:
        return _measure(path)
    known: Shelf[object, Pixels] = memory.shelf("pictures", PICTURES_KEPT)
    key = path, stamp(path)
    found = known.get(key)
    if found is None:
        found = _measure(path)
        if found.rows is None or len(found.rows.data) <= ROWS_KEPT:
            known.keep(key, found)
    return found


def is_drawing(path: Path) -> bool:
    """Whether a file is an SVG or a PDF, by how it begins."""
    try:
        with path.open("rb") as file:
            start = file.read(8192)
    except OSError:
        return False
    bare = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start[:1024].find(b"%PDF-") >= 0:
        return True
    return bare.startswith(b"<") and (b"<svg" in start or b":svg" in start or path.suffix.lower() == ".svg")


def _measure(path: Path) -> Pixels:
    """The pixels of an image that can be decoded. Raises ImageFault."""
    rows = _plain_rows(path)
    if rows is not None:
        return Pixels(rows.width, rows.height, rows)
    from PIL import Image, UnidentifiedImageError  # late: 25 ms that a brief without such pictures does without

    from briefgen.content.raster import NAMES, opened, too_many_pixels

    try:
        with opened(path) as image:
            turned = orientation(image)
            width, height = image.size if turned < 5 else reversed(image.size)
            if not _is_verified(image):
                plain = is_plain_jpeg(image)
                decode(image)
                return Pixels(width, height, turned=turned if plain else 1)
        with opened(path) as image:  # anew: what has been looked at cannot be verified
            image.verify()  # checks the sums of all chunks without decoding
        return Pixels(width, height)
    except ImageFault:
        raise
    except (Image.DecompressionBombError, MemoryError) as error:
        raise too_many_pixels("too many") from error
    except UnidentifiedImageError as error:
        hint = "save it as SVG, PDF or PNG" if path.suffix.lower() in VECTORS else f"use {NAMES}"
        raise ImageFault("content/bad-image", "is not an image that briefgen can read", hint) from error
    except PermissionError as error:
        raise ImageFault("content/bad-image", "may not be read", "change who may read it") from error
    except Exception as error:  # decoders fail in many ways on bytes that somebody made up
        said = "is cut short" if "truncated" in str(error) else "is damaged: its pixels cannot be read"
        raise ImageFault("content/bad-image", said, "copy it again, or save it anew from an image editor") from error


def _plain_rows(path: Path) -> Rows | None:
    """The rows of a sound PNG that needs no decoding; None: Pillow has to look, and to say what is wrong."""
    try:
        if path.stat().st_size > MOST_BYTES:
            return None
        with path.open("rb") as file:
            return plain_rows(SIGNATURE + file.read()) if file.read(len(SIGNATURE)) == SIGNATURE else None
    except (OSError, MemoryError):
        return None


def orientation(image: "Image") -> int:
    """How an image lies, from 1 (upright) to 8; the default for what makes no sense, as some programs write 0."""
    if image.format == "PNG" and "exif" not in image.info:
        return 1  # to look further, Pillow would decode the whole image
    try:
        found = int(image.getexif().get(ORIENTATION, 1))
    except Exception:  # EXIF that cannot be read turns nothing
        return 1
    return found if 1 <= found <= 8 else 1


def is_plain_jpeg(image: "Image") -> bool:
    """Whether it is a JPEG that a PDF can hold as it is."""
    return image.format in {"JPEG", "MPO"} and image.mode in {"L", "RGB"}


def _is_verified(image: "Image") -> bool:
    return image.format == "PNG" and not getattr(image, "is_animated", False)


def decode(image: "Image") -> None:
    """Read the file to its end, as cheaply as its format allows: one that is cut short must not get to the press."""
    if image.format in {"JPEG", "MPO"}:
        image.draft(None, (max(1, image.width // 8), max(1, image.height // 8)))
    image.load()


def focus_of(node: Map) -> tuple[float, float]:
    """The point that stays in view; the middle where the outline names none."""
    shares = [int(scalar.text) / 100 for scalar in node.texts("focus") if scalar.text.strip().isdecimal()]
    return (shares[0], shares[1]) if len(shares) == 2 else (0.5, 0.5)
