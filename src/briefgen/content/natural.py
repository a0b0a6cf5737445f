"""How large a picture was made, where its file says so, of those that words stand in most likely: charts and maps as pixels.

Comes: a picture that has been opened and found good. Goes: its width in points; 0 where the file says none, or where it is
a photograph. What is set much smaller than it was made has type that nobody can read; how large that type is, no file says.

To look at a PNG whose pixels go into the PDF as they are, Pillow would have to be loaded, which takes a twelfth of a build:
`is_drawn` is asked of such a picture when it is set small.
"""

from struct import unpack_from
from typing import TYPE_CHECKING

from briefgen.content.brief import Picture
from briefgen.content.files import ImageFault
from briefgen.content.png import SIGNATURE
from briefgen.content.raster import opened
from briefgen.geometry import POINTS_PER_INCH

if TYPE_CHECKING:
    from PIL.Image import Image

HEAD = 4096  # bytes: what stands before the pixels of a PNG, but for long texts and profiles
METRE = 39.3701  # inches
SMALL = 300.0  # points: what was made no wider stands in no column much smaller
SAMPLE = 256  # pixels along a side of what is looked at
FEW, MOST = 8, 0.85  # tones, and the share of all pixels that they have in a drawing
NOISY = 0.5  # bytes a pixel: a chart takes a tenth of that, a photograph twice as much
UNREAD = (ImageFault, OSError, ValueError, TypeError, SyntaxError, EOFError)  # what Pillow raises for a damaged file


def natural_width(picture: Picture) -> float:
    """How wide the picture was made, in points; 0 where that says nothing of type in it.

    Of a picture with `rows`, `is_drawn` has yet to be asked.
    """
    if picture.art is not None:
        return 0.0
    if picture.rows is not None:
        stated = _png_width(picture)
        return stated if stated > SMALL else 0.0
    try:
        with opened(picture.path) as image:
            dpi = image.info.get("dpi", (0, 0))[0]
            stated = picture.width / float(dpi) * POINTS_PER_INCH if dpi and float(dpi) > 1 else 0.0
            return stated if stated > SMALL and _has_few_tones(image) else 0.0
    except UNREAD:
        return 0.0  # it is told of where it is embedded


def is_drawn(picture: Picture) -> bool:
    """Whether a picture has so few tones that somebody drew it: a chart or a map, and no photograph."""
    try:
        with opened(picture.path) as image:
            return _has_few_tones(image)
    except UNREAD:
        return False


def is_photograph(picture: Picture) -> bool:
    """Whether a picture looks like a photograph, and not like a chart or a map.

    Of a PNG whose pixels a PDF takes over the size of its file tells: noise cannot be packed.
    """
    if picture.art is not None:
        return False
    try:
        if picture.rows is not None:
            return picture.path.stat().st_size >= NOISY * picture.width * picture.height
        with opened(picture.path) as image:
            return not _has_few_tones(image)
    except UNREAD:
        return False


def _has_few_tones(image: "Image") -> bool:
    image.draft(None, (SAMPLE, SAMPLE))
    step = max(1, image.width // SAMPLE, image.height // SAMPLE)
    look = image.convert("L").resize((max(1, image.width // step), max(1, image.height // step)), 0)
    counts = sorted(look.histogram(), reverse=True)
    return sum(counts[:FEW]) >= MOST * sum(counts)


def _png_width(picture: Picture) -> float:
    """The width that a PNG states in its chunk pHYs (PNG, third edition, 11.3.4.3)."""
    try:
        with picture.path.open("rb") as file:
            head = file.read(HEAD)
    except OSError:
        return 0.0
    at = head.find(b"pHYs", len(SIGNATURE), max(0, head.find(b"IDAT")) or HEAD)
    if at < 0 or at + 13 > len(head):
        return 0.0
    across, _, unit = unpack_from(">LLB", head, at + 4)
    return picture.width * METRE / across * POINTS_PER_INCH if unit == 1 and across else 0.0
