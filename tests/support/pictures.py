"""Small pictures of many kinds, as ImageMagick makes and reads them, and as briefgen embeds them."""

import struct
import subprocess
import zlib
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image as Pixels
from PIL import ImageChops, ImageOps, ImageStat

from briefgen.content.brief import Picture
from briefgen.content.files import Folder
from briefgen.content.images import open_picture
from briefgen.geometry import Rect
from briefgen.layout.items import Image
from briefgen.outline.tree import Scalar
from briefgen.problem import Place, Problems

NEAR = 2.0  # levels of 255 by which the mean of a channel may differ
SIZE = (24, 16)
# how a file ends, and what ImageMagick is told to make of a gradient in colour
Kind = tuple[str, str]
ALPHA = "( -size 24x16 gradient:white-black ) -alpha off -compose CopyOpacity -composite"


def made(folder: Path, kind: Kind) -> Path:
    suffix, options = kind
    words = options.split()
    prefix = words.pop() if words and words[-1].endswith(":") else ""
    path = folder / f"picture.{suffix}"
    command = ["convert", "-size", "24x16", "gradient:orange-navy", *words, f"{prefix}{path}"]
    subprocess.run(command, check=False, capture_output=True)  # it warns of formats that it writes all the same
    assert path.exists()
    return path


def reference(path: Path, *options: str) -> Pixels.Image:
    """The picture as ImageMagick reads it: upright, opaque, in RGB."""
    out = path.with_suffix(".reference.ppm")
    more = ["-auto-orient", *options, "-background", "white", "-alpha", "remove", "-alpha", "off", "-depth", "8"]
    subprocess.run(["convert", f"{path}[0]", *more, "-type", "TrueColor", str(out)], check=True, capture_output=True)
    with Pixels.open(out) as image:
        return image.convert("RGB")


def opened(path: Path) -> tuple[Picture | None, str]:
    """The picture as content opens it, and what it says."""
    problems = Problems()
    picture = open_picture(Folder(path.parent, problems), Scalar(path.name, Place("brief.yaml", 1, 1)))
    return picture, " ".join(problem.message for problem in problems.sorted())


def embedded(by_hand: Any, picture: Picture) -> Pixels.Image:
    """The picture as the page shows it: its pixels, set upright by the matrix before it."""
    place = Rect(50, 50, 100, 80)
    page = by_hand.open(Image(place, picture, id="figure")).pages[0]
    (found,) = page.Resources.XObject.values()
    seen: Pixels.Image = pikepdf.PdfImage(found).as_pil_image().convert("RGB")
    matrix = next(part.operands for part in pikepdf.parse_content_stream(page) if str(part.operator) == "cm")
    across, down = (float(matrix[0]) + float(matrix[2])) / place.width, (float(matrix[1]) + float(matrix[3])) / place.height
    if not matrix[0]:
        seen = seen.transpose(Pixels.Transpose.TRANSVERSE)  # x and y exchanged, y upwards
    seen = seen if across > 0 else ImageOps.mirror(seen)
    seen = seen if down > 0 else ImageOps.flip(seen)
    assert (abs(across), abs(down)) == pytest.approx((1, 1), abs=1e-3)
    assert seen.size == (picture.width, picture.height)
    return seen


def assert_near(one: Pixels.Image, other: Pixels.Image, near: float = NEAR) -> None:
    assert one.size == other.size
    difference = ImageStat.Stat(ImageChops.difference(one, other)).mean
    assert max(difference) <= near, difference


def judge(by_hand: Any, path: Path, *options: str, near: float = NEAR) -> str:
    """Compare, or return what briefgen says of a file that it refuses."""
    picture, said = opened(path)
    if picture is None:
        return said
    assert_near(embedded(by_hand, picture), reference(path, *options), near)
    return ""


def add_chunk(path: Path, kind: bytes, body: bytes) -> None:
    """Put a chunk after a PNG's header."""
    data = path.read_bytes()
    chunk = struct.pack(">L", len(body)) + kind + body + struct.pack(">L", zlib.crc32(kind + body))
    path.write_bytes(data[:33] + chunk + data[33:])
