"""Pictures of every kind that people have, as they come out of a PDF, against ImageMagick's reading of the same file.

A picture is made by ImageMagick, or by Pillow where ImageMagick has no way to say it; it is embedded, taken out of the PDF
again and compared. Transparent parts lie on white. A kind that briefgen does not read has to be refused by its name.
"""

import itertools
import shutil
import struct
import subprocess
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image as Pixels
from PIL import ImageChops, ImageCms, ImageOps, ImageStat

from briefgen.content import raster
from briefgen.content.brief import Picture
from briefgen.content.files import Folder
from briefgen.content.images import open_picture
from briefgen.geometry import Rect
from briefgen.layout.items import Image
from briefgen.outline.tree import Scalar
from briefgen.problem import Place, Problems

pytestmark = pytest.mark.skipif(not shutil.which("convert"), reason="ImageMagick is not installed")

NEAR = 2.0  # levels of 255 by which the mean of a channel may differ
SIZE = (24, 16)
ORIENTATIONS = tuple(range(1, 9))

# how a file ends, and what ImageMagick is told to make of a gradient in colour
ALPHA = "( -size 24x16 gradient:white-black ) -alpha off -compose CopyOpacity -composite"
LOSSLESS: dict[str, dict[str, Any]] = {
    "jpg": {"quality": 100, "subsampling": 0},
    "webp": {"lossless": True},
    "avif": {"quality": 100, "subsampling": "4:4:4"},
}
TURNED = [("jpg", "RGB"), ("jpg", "L"), ("tif", "RGB"), ("tif", "L"), ("tif", "P"), ("tif", "I;16")]
TURNED += [("png", "RGB"), ("png", "P"), ("webp", "RGB"), ("avif", "RGB"), ("jp2", "RGB")]
Kind = tuple[str, str]


def kinds() -> Iterator[Kind]:
    gray, palette, cmyk = "-colorspace Gray", "-type Palette", "-colorspace CMYK"
    for depth, colour, alpha, plane in itertools.product((8, 16), ("", gray), ("", ALPHA), ("None", "PNG")):
        yield "png", f"{colour} {alpha} -depth {depth} -interlace {plane}"
    for bits, plane in itertools.product((1, 2, 4), ("None", "PNG")):
        yield "png", f"{gray} -depth {bits} -define png:bit-depth={bits} -define png:color-type=0 -interlace {plane}"
        yield "png", f"-colors {2**bits} -define png:color-type=3 -define png:bit-depth={bits} -interlace {plane}"
    for colour, plane in itertools.product(("", gray, cmyk), ("None", "JPEG")):
        yield "jpg", f"{colour} -interlace {plane} -quality 95"
    packings = ("None", "LZW", "Zip", "RLE")
    colours = ("", gray, palette, cmyk)
    for depth, colour, packing, alpha in itertools.product((8, 16), colours, packings, ("", ALPHA)):
        if not (alpha and colour in {palette, cmyk}) and not (colour == palette and depth == 16):
            yield "tif", f"{colour} {alpha} -depth {depth} -compress {packing}"
    for depth, colour, packing in itertools.product((8, 16), ("", gray, cmyk), ("None", "LZW")):
        yield "tif", f"{colour} -depth {depth} -interlace plane -compress {packing}"
    for depth, colour in itertools.product((2, 4, 10, 12, 14, 24, 32), ("", gray)):
        yield "tif", f"{colour} -depth {depth} -compress None"
    for bits, form, colour in itertools.product((16, 32, 64), ("floating-point", "signed"), ("", gray)):
        if form == "floating-point" or bits != 64:
            yield "tif", f"{colour} -depth {bits} -define quantum:format={form} -compress None"
    for endian, colour in itertools.product(("MSB", "LSB"), ("", gray, palette)):
        yield "tif", f"{colour} -endian {endian} -depth 8 -compress None"
    for colour in ("-monochrome", "-monochrome -compress Group4", "-monochrome -compress Fax"):
        yield "tif", colour
    for define in ("min-is-white", "min-is-black"):
        for depth in (1, 8, 16):
            yield "tif", f"{gray} -depth {depth} -define quantum:polarity={define} -compress None"
    yield "tif", "-colorspace Lab -depth 8 -compress None"
    yield "tif", "-compress JPEG -quality 95"
    for alpha in ("", ALPHA):
        yield "webp", f"{alpha} -quality 95"
        yield "webp", f"{alpha} -define webp:lossless=true"
        yield "bmp", f"{alpha}"
        yield "gif", "" if not alpha else "-transparent red"
    for kind in ("bmp3:", "bmp2:"):
        yield "bmp", f"{palette} {kind}"
    for colour, alpha in itertools.product(("", gray), ("", ALPHA)):
        yield "jp2", f"{colour} {alpha} -quality 95"
    for depth in (8, 12, 16):
        yield "jp2", f"{gray} -depth {depth} -quality 100"


CASES = [*dict.fromkeys(kinds())]


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


@pytest.mark.parametrize("kind", CASES, ids=lambda kind: " ".join(kind).replace(ALPHA, "alpha"))
def test_a_picture_comes_out_as_it_is_meant(by_hand: Any, tmp_path: Path, kind: Kind) -> None:
    path = made(tmp_path, kind)
    if "CMYK" in kind[1]:
        picture, said = opened(path)
        assert picture is not None or " is a TIFF of " in said
        return  # what inks look like is for profiles to say: test_images.py
    said = judge(by_hand, path)
    assert not said or " is a TIFF " in said or " is a JPEG 2000 of " in said, said


@pytest.mark.parametrize("orientation", ORIENTATIONS)
@pytest.mark.parametrize("kind", TURNED, ids=" ".join)
def test_a_turned_picture_is_set_upright(by_hand: Any, tmp_path: Path, kind: Kind, orientation: int) -> None:
    suffix, mode = kind
    path, exif = tmp_path / f"turned.{suffix}", Pixels.Exif()
    exif[0x0112] = orientation
    flat = Pixels.linear_gradient("L").resize(SIZE)
    image = Pixels.merge("RGB", (flat, flat.transpose(Pixels.Transpose.ROTATE_180), flat.rotate(90)))
    image.paste("white", (0, 0, 6, 4))
    if mode == "I;16":
        image = image.convert("L").convert("I").point(lambda value: value * 257).convert("I;16")
    else:
        image = image.convert(mode)
    if suffix == "jp2":  # which has no place for it
        image.save(path)
    else:
        image.save(path, exif=exif, **LOSSLESS.get(suffix, {}))
    # ImageMagick 6 turns AVIF by its own rules, and knows no EXIF in PNG: there Pillow's pixels are the reference
    picture, said = opened(path)
    assert picture is not None, said
    turned = orientation if suffix != "jp2" else 1
    assert (picture.width, picture.height) == (SIZE if turned < 5 else SIZE[::-1])
    if mode == "I;16":
        image = image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    expected = ImageOps.exif_transpose(_with(image.convert("RGB"), turned))
    assert_near(embedded(by_hand, picture), expected, 4.0)


def _with(image: Pixels.Image, orientation: int) -> Pixels.Image:
    turned = image.copy()
    turned.getexif()[0x0112] = orientation
    return turned


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "LA", "P"])
@pytest.mark.parametrize("suffix", ["png", "tif", "webp", "jpg"])
def test_a_profile_goes_with_the_picture(by_hand: Any, tmp_path: Path, suffix: str, mode: str) -> None:
    if (suffix == "jpg" and mode not in {"RGB", "L"}) or (suffix == "webp" and mode not in {"RGB", "RGBA"}):
        return  # the format has no such pixels
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    if mode in {"L", "LA"}:
        profile = profile[:16] + b"GRAY" + profile[20:]
    path = tmp_path / f"picture.{suffix}"
    Pixels.new("RGBA", SIZE, (200, 100, 50, 128)).convert(mode).save(path, icc_profile=profile)
    picture, said = opened(path)
    assert picture is not None, said
    (found,) = by_hand.open(Image(Rect(50, 50, 100, 80), picture, id="figure")).pages[0].Resources.XObject.values()
    space = found.ColorSpace if mode != "P" or found.ColorSpace[0] != "/Indexed" else found.ColorSpace[1]
    assert isinstance(space, pikepdf.Array)
    assert space[0] == "/ICCBased"
    assert bytes(space[1].read_bytes()) == profile


@pytest.mark.parametrize("gamma", [0.3, 0.45455, 0.55556, 0.8, 1.0])
@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "P"])
def test_a_gamma_is_heeded(by_hand: Any, tmp_path: Path, mode: str, gamma: float) -> None:
    path = tmp_path / "gamma.png"
    Pixels.linear_gradient("L").resize(SIZE).convert("RGB").convert(mode).save(path)
    add_chunk(path, b"gAMA", struct.pack(">L", round(gamma * 100_000)))
    picture, said = opened(path)
    assert picture is not None, said
    with Pixels.open(path) as image:
        plain = image.convert("RGB")
    if abs(gamma - 1 / 2.2) > 0.01:
        light = [(value / 255) ** (1 / gamma) for value in range(256)]
        tones = [255 * (12.92 * x if x <= 0.0031308 else 1.055 * x ** (1 / 2.4) - 0.055) for x in light]
        plain = plain.point([round(tone) for tone in tones] * 3)
    assert_near(embedded(by_hand, picture), plain, 0.5)


def add_chunk(path: Path, kind: bytes, body: bytes) -> None:
    """Put a chunk after a PNG's header."""
    data = path.read_bytes()
    chunk = struct.pack(">L", len(body)) + kind + body + struct.pack(">L", zlib.crc32(kind + body))
    path.write_bytes(data[:33] + chunk + data[33:])


@pytest.mark.parametrize("bits", [1, 2, 4, 8, 16])
@pytest.mark.parametrize("interlace", ["None", "PNG"])
def test_a_transparent_gray_is_white(by_hand: Any, tmp_path: Path, bits: int, interlace: str) -> None:
    """tRNS of a gray PNG: one value, in the bits of the file (PNG, third edition, 11.3.1)."""
    path = tmp_path / "gray.png"
    define = ["-define", f"png:bit-depth={bits}", "-define", "png:color-type=0"]
    more = ["-colorspace", "Gray", "-depth", str(bits), *define, "-interlace", interlace]
    subprocess.run(["convert", "-size", "24x16", "xc:black", *more, str(path)], check=True, capture_output=True)
    add_chunk(path, b"tRNS", struct.pack(">H", 0))
    picture, said = opened(path)
    assert picture is not None, said
    assert embedded(by_hand, picture).getextrema() == ((255, 255),) * 3


def test_a_transparent_colour_of_sixteen_bits_is_white(by_hand: Any, tmp_path: Path) -> None:
    path = tmp_path / "deep.png"
    more = ["-depth", "16", "-define", "png:bit-depth=16", "-define", "png:color-type=2"]
    subprocess.run(["convert", "-size", "24x16", "xc:rgb(0,128,255)", *more, str(path)], check=True, capture_output=True)
    add_chunk(path, b"tRNS", struct.pack(">3H", 0, 128 * 257, 65535))
    picture, said = opened(path)
    assert picture is not None, said
    assert embedded(by_hand, picture).getextrema() == ((255, 255),) * 3


def test_a_map_of_eight_bits_in_a_palette_tiff(by_hand: Any, tmp_path: Path) -> None:
    path = tmp_path / "map.tif"
    image = Pixels.linear_gradient("L").resize(SIZE).convert("P")
    image.putpalette([value for index in range(256) for value in (index, 255 - index, 90)])
    image.save(path)
    expected = image.convert("RGB")
    with Pixels.open(path) as saved:
        colours = getattr(saved, "tag_v2", {})[320]
    data = path.read_bytes()
    wide = struct.pack(f"<{len(colours)}H", *colours)
    assert data.count(wide) == 1
    path.write_bytes(data.replace(wide, struct.pack(f"<{len(colours)}H", *(value // 256 for value in colours))))
    picture, said = opened(path)
    assert picture is not None, said
    assert_near(embedded(by_hand, picture), expected)


@pytest.mark.parametrize("adobe", [True, False])
def test_inks_of_a_jpeg_are_read_as_readers_of_pdf_do(by_hand: Any, tmp_path: Path, adobe: bool) -> None:
    path = tmp_path / "inks.jpg"
    Pixels.new("CMYK", SIZE, (0, 0, 0, 0)).save(path, quality=95)
    if not adobe:
        data = path.read_bytes()
        at = data.index(b"\xff\xee")
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        path.write_bytes(data[:at] + data[end:])
    picture, said = opened(path)
    assert picture is not None, said
    gray = ImageStat.Stat(embedded(by_hand, picture).convert("L")).mean[0]
    assert gray > 250 if adobe else gray < 60


def test_a_photo_of_a_telephone(by_hand: Any, tmp_path: Path) -> None:
    from pillow_heif import register_heif_opener

    register_heif_opener()
    path = tmp_path / "photo.heic"
    image = Pixels.linear_gradient("L").resize((64, 64)).convert("RGB")
    image.save(path, "HEIF", quality=95)
    picture, said = opened(path)
    assert picture is not None, said
    assert_near(embedded(by_hand, picture), image, 4.0)


def test_a_photo_of_a_telephone_without_its_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raster, "find_spec", lambda _: None)
    (tmp_path / "photo.heic").write_bytes(b"\0\0\0\x18ftypheic" + bytes(40))
    picture, said = opened(tmp_path / "photo.heic")
    assert picture is None
    assert "HEIC" in said


def test_nothing_is_printed_about_a_damaged_tiff(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "cut.tif"
    Pixels.effect_noise((200, 200), 90).save(path, compression="tiff_lzw")
    path.write_bytes(path.read_bytes()[:9000])
    picture, said = opened(path)
    assert picture is None
    assert "decoder" not in said
    assert capfd.readouterr() == ("", "")
