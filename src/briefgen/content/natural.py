"""How large a picture was made, where its file says so, of those that words stand in most likely: charts and maps as pixels.

Comes: a picture that has been opened and found good. Goes: its width in points; 0 where the file says none, or where it is
a photograph. What is set much smaller than it was made has type that nobody can read; how large that type is, no file says.
"""

from struct import unpack_from

from briefgen.content.brief import Picture
from briefgen.content.png import SIGNATURE
from briefgen.content.raster import ImageFault, opened
from briefgen.geometry import POINTS_PER_INCH

HEAD = 4096  # bytes: what stands before the pixels of a PNG, but for long texts and profiles
METRE = 39.3701  # inches
SMALL = 300.0  # points: what was made no wider stands in no column much smaller
SAMPLE = 256  # pixels along a side of what is looked at
FEW, MOST = 8, 0.85  # tones, and the share of all pixels that they have in a drawing


def natural_width(picture: Picture) -> float:
    """How wide the picture was made, in points; 0 where that says nothing of type in it."""
    if picture.art is not None:
        return 0.0
    stated = _png_width(picture) if picture.rows is not None else 0.0
    if picture.rows is not None and stated <= SMALL:
        return 0.0
    try:
        with opened(picture.path) as image:
            dpi = image.info.get("dpi", (0, 0))[0]
            stated = stated or (picture.width / float(dpi) * POINTS_PER_INCH if dpi and float(dpi) > 1 else 0.0)
            if stated <= SMALL:
                return 0.0
            image.draft(None, (SAMPLE, SAMPLE))
            step = max(1, image.width // SAMPLE, image.height // SAMPLE)
            look = image.convert("L").resize((max(1, image.width // step), max(1, image.height // step)), 0)
    except (ImageFault, OSError, ValueError, TypeError, SyntaxError, EOFError):
        return 0.0  # it is told of where it is embedded
    counts = sorted(look.histogram(), reverse=True)
    return stated if sum(counts[:FEW]) >= MOST * sum(counts) else 0.0


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
