"""Picture files opened for their pixels.

Comes: a path. Goes: a Pillow image that shows what the file means, or an ImageFault. Promise: where Pillow reads a file
otherwise than its format says, it is put right or refused by name; a picture of too many pixels is not decoded; decoders
print nothing. Refuses to know where the picture goes.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from warnings import catch_warnings

from briefgen.content import tiff
from briefgen.content.files import ImageFault
from briefgen.content.png import MOST_BYTES, MOST_PIXELS

if TYPE_CHECKING:
    from PIL.Image import Image

FORMATS = ("PNG", "JPEG", "TIFF", "WEBP", "GIF", "BMP", "AVIF", "JPEG2000", "HEIF")
NAMES = "PNG, JPEG, TIFF, WebP, GIF, BMP, AVIF or JPEG 2000"
HEIC = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx")  # brands of files of HEVC pictures (ISO 23008-12, annex B)
MOST_TIFF_BYTES = 410_000_000  # the most pixels, of four channels of 16 bits, without compression
CODE_STREAM = b"\xff\x4f\xff\x51"  # of JPEG 2000: two markers, of its start and of the size
HEAD_OF_JPEG_2000 = 1 << 16  # bytes in which the size is looked for, after boxes with a profile
COLOUR_MAP = 320  # tag of TIFF
PALETTE = 256
MOST_CHUNKS = 100  # of a WebP before its pixels
TURNED_OVER = "white is zero"  # in the `info` of an image of 16 bits
# what a gray sample of few bits, or an RGB one of 16, is multiplied with to be one of 8, by Pillow's name of it
WIDER = {"1": 255.0, "L;2": 85.0, "L;4": 17.0, "RGB;16B": 1 / 256}


@contextmanager
def opened(path: Path) -> Iterator["Image"]:
    """The image in a file. Raises ImageFault, and whatever Pillow's decoders raise for a file that is damaged."""
    from PIL import Image  # late: 25 ms that a brief without such pictures does without

    with path.open("rb") as file:
        head = file.read(32)
        size = os.fstat(file.fileno()).st_size
        if size > (MOST_TIFF_BYTES if tiff.is_tiff(head) else MOST_BYTES):
            most = "410" if tiff.is_tiff(head) else "60"
            raise ImageFault("content/image-too-large", f"has more than {most} MB", "save a smaller copy")
        kind = tiff.unread(file) or _unread_jpeg_2000(file, head)
        if kind:
            raise ImageFault("content/bad-image", f"is {kind}", "save it as a TIFF or PNG of 8 bits per channel")
        if head[4:8] == b"ftyp" and head[8:12] in HEIC:
            _take_heic()
        file.seek(0)
        # Pillow warns of large images and of odd EXIF data; what matters is said elsewhere. It is given the file and not its
        # name: by name it maps some turned TIFF files into memory with width and height exchanged.
        with catch_warnings(action="ignore"), _quiet(tiff.is_tiff(head)), Image.open(file, formats=FORMATS) as image:
            _check_size(image)
            yield _righted(image, file)


def is_lossy(path: Path, image: "Image") -> bool:
    """Whether a picture was already simplified to save room, in a format that no PDF holds: AVIF, HEIC, most of WebP."""
    if image.format != "WEBP":
        return image.format in {"AVIF", "HEIF"}
    with path.open("rb") as file:
        file.seek(12)
        for _ in range(MOST_CHUNKS):  # a name of four letters, a size, that many bytes and one more if they are odd
            head = file.read(8)
            if head[:4] in {b"VP8 ", b"VP8L"}:
                return head[:4] == b"VP8 "
            file.seek((int.from_bytes(head[4:], "little") + 1) // 2 * 2, os.SEEK_CUR)
    return False


def _take_heic() -> None:
    """Let Pillow read HEIC, which needs a library of its own. Raises ImageFault when it is not installed."""
    if find_spec("pillow_heif") is None:
        from briefgen.installing import installing_extra  # late: it is said of what is missing alone

        said = "is a HEIC picture, as telephones take them"
        raise ImageFault("content/bad-image", said, f"save it as JPEG, or run `{installing_extra('heic')}`")
    import_module("pillow_heif").register_heif_opener()


def _unread_jpeg_2000(file: BinaryIO, head: bytes) -> str:
    """What a JPEG 2000 is that cannot be read rightly: of more than 8 bits in colour, Pillow turns white to black."""
    if not head.startswith((CODE_STREAM, b"\0\0\0\x0cjP  ")):
        return ""
    file.seek(0)
    start = file.read(HEAD_OF_JPEG_2000)
    at = start.find(CODE_STREAM)
    if at < 0 or at + 43 > len(start):
        return ""
    channels, bits = int.from_bytes(start[at + 40 : at + 42], "big"), 1 + (start[at + 42] & 0x7F)  # ISO 15444-1, A.5.1
    return f"a JPEG 2000 of {bits} bits per channel" if channels > 1 and bits > 8 else ""


def _check_size(image: "Image") -> None:
    width, height = image.size
    if width * height > MOST_PIXELS:
        raise too_many_pixels(f"{width} × {height}")
    if not width or not height:
        raise ImageFault("content/bad-image", "has no pixels", "save it anew from an image editor")


def too_many_pixels(many: str) -> ImageFault:
    """The fault of an image that would take too much memory."""
    return ImageFault("content/image-too-large", f"has {many} pixels, more than 50 million", "save a smaller copy")


def _righted(image: "Image", file: BinaryIO) -> "Image":
    """The image as its format means it."""
    if image.format == "WEBP":
        from briefgen.content import webp  # late: few briefs hold any, and it asks for ctypes

        return webp.still(file, image) or image
    if image.format == "TIFF":
        return _righted_tiff(image)
    if image.format == "PNG" and "transparency" in image.info:
        # the transparent colour is given in the bits of the file
        tiles = getattr(image, "tile", ())
        rawmode = tiles[0][3] if tiles else ""
        factor = WIDER.get(rawmode if isinstance(rawmode, str) else "")
        colour = image.info["transparency"]
        if factor and isinstance(colour, int | tuple):
            wide = tuple(int(part * factor) for part in ((colour,) if isinstance(colour, int) else colour))
            image.info["transparency"] = wide if isinstance(colour, tuple) else wide[0]
    if image.format in {"JPEG", "MPO"} and image.mode == "CMYK" and "adobe" not in image.info:
        from PIL import ImageChops

        # Pillow takes all for Adobe's, which are inverted; readers of PDF do not (ISO 32000-1, 7.4.8)
        return ImageChops.invert(image)
    return image


def _righted_tiff(image: "Image") -> "Image":
    tags = getattr(image, "tag_v2", {})
    image.load()  # which sets it upright: only then its size and its orientation agree
    image.getexif().pop(0x0112, None)
    if image.mode.startswith("I;16") and tags.get(tiff.PHOTOMETRIC) == tiff.WHITE_IS_ZERO:
        image.info[TURNED_OVER] = True  # whoever makes 8 bits of it, strip by strip, turns it: here it would be held twice
    colours = tags.get(COLOUR_MAP)
    if image.mode == "P" and colours and max(colours) < PALETTE:
        # a map of 16 bits is meant; many programs have written 8 into it, and others read it so
        count = len(colours) // 3
        image.putpalette(bytes(colours[channel * count + index] for index in range(count) for channel in range(3)))
    return image


@contextmanager
def _quiet(wanted: bool) -> Iterator[None]:
    """Keep what libtiff prints about a file off the standard error stream: what is wrong is said as a problem."""
    if not wanted:
        yield
        return
    kept, nothing = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nothing, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nothing)
