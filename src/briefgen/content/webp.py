"""Still WebP pictures of many pixels, decoded in a quarter of the room.

Comes: a WebP file that Pillow has opened. Goes: an image of the same pixels, or None where this road is closed. Promise: an
image that is returned is whole. Pillow takes every WebP for an animation, which costs sixteen bytes a pixel
(see findings/); libwebp, the library that Pillow brings with it, can decode a still picture into
four, and Pillow takes those as they lie. Where the library's own functions cannot be reached, as on Windows, where it is a
part of Pillow's module, or where it refuses the file, Pillow's way is left.
"""

import ctypes
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from PIL.Image import Image

MANY = 4_000_000  # pixels; below, Pillow's way takes less than 64 MB
OPAQUE, TRANSLUCENT = "RGBX", "RGBA"


def still(file: BinaryIO, image: "Image") -> "Image | None":
    """The pixels of a still picture, of the mode RGBX or RGBA; None when Pillow has to read it."""
    width, height = image.size
    library = _library()
    if library is None or width * height < MANY or getattr(image, "is_animated", False):
        return None
    from PIL import Image  # late, as in `raster`

    file.seek(0)
    data = file.read()
    seen = (ctypes.c_int(), ctypes.c_int())
    if not library.WebPGetInfo(data, len(data), *map(ctypes.byref, seen)) or image.size != tuple(one.value for one in seen):
        return None
    room = bytearray(4 * width * height)
    # of an opaque picture the fourth byte is 255, which is as good as none
    start = (ctypes.c_ubyte * len(room)).from_buffer(room)
    if not library.WebPDecodeRGBAInto(data, len(data), start, len(room), 4 * width):
        return None
    mode = TRANSLUCENT if image.mode == TRANSLUCENT else OPAQUE
    pixels = Image.frombuffer(mode, image.size, room, "raw", mode, 0, 1)
    pixels.info, pixels.format = image.info, image.format
    return pixels


def _library() -> ctypes.CDLL | None:
    """libwebp as Pillow has loaded it: a system's loader finds a function in what a module was linked with."""
    from PIL import _webp

    try:
        library = ctypes.CDLL(_webp.__file__)
        look, decode = library.WebPGetInfo, library.WebPDecodeRGBAInto
    except (AttributeError, OSError):
        return None
    number, size = ctypes.POINTER(ctypes.c_int), ctypes.c_size_t
    look.argtypes, look.restype = (ctypes.c_char_p, size, number, number), ctypes.c_int
    decode.argtypes = (ctypes.c_char_p, size, ctypes.c_void_p, size, ctypes.c_int)
    decode.restype = ctypes.c_void_p
    return library
