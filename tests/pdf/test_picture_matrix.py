"""Pictures of every kind that people have, as they come out of a PDF, against another program's reading of the same file.

A picture is made by ImageMagick, or by Pillow where ImageMagick has no way to say it; it is embedded, taken out of the PDF
again and compared with what ImageMagick reads, or Chromium where ImageMagick 6 passes over what the file says: the gamma of
a PNG and how it lies, the colours of AVIF. Both pass over how a WebP lies: there ImageMagick is told. Transparent parts lie
on white. A kind that briefgen does not read has to be refused by its name.
"""

import itertools
import shutil
import struct
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image as Pixels
from PIL import ImageCms, ImageOps, ImageStat
from support.pictures import ALPHA, SIZE, Kind, add_chunk, assert_near, embedded, judge, made, opened, reference

from briefgen.content import raster
from briefgen.geometry import Rect
from briefgen.layout.items import Image
from briefgen.pdf.profile import default_profile

pytestmark = pytest.mark.skipif(
    not (shutil.which("convert") and shutil.which("chromium")), reason="ImageMagick or Chromium is not installed"
)

ORIENTATIONS = tuple(range(1, 9))

LOSSLESS: dict[str, dict[str, Any]] = {
    "jpg": {"quality": 100, "subsampling": 0},
    "webp": {"lossless": True},
    "avif": {"quality": 100, "subsampling": "4:4:4"},
}
TURNED = [("jpg", "RGB"), ("jpg", "L"), ("tif", "RGB"), ("tif", "L"), ("tif", "P"), ("tif", "I;16")]
TURNED += [("png", "RGB"), ("png", "P"), ("webp", "RGB"), ("avif", "RGB"), ("jp2", "RGB")]
BY_BROWSER = {"png", "avif"}  # of these
CORNERS = "TopLeft TopRight BottomRight BottomLeft LeftTop RightTop RightBottom LeftBottom".split()  # ImageMagick's names
GAMMAS, MODES = (0.3, 0.45455, 0.55556, 0.8, 1.0), ("RGB", "RGBA", "L", "P")
CELL = 30  # points of a browser's window that a picture has


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


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pixels.Image]:
    """The pictures that Chromium reads better than ImageMagick, as it shows them, by their names."""
    folder = tmp_path_factory.mktemp("browser")
    files = [turned(folder, kind, lies)[0] for kind in TURNED if kind[0] in BY_BROWSER for lies in ORIENTATIONS]
    files += [with_gamma(folder, mode, gamma) for mode in MODES for gamma in GAMMAS]
    spots = {path.name: (CELL * (number % 8), CELL * (number // 8)) for number, path in enumerate(files)}
    shown = [f'<img src="{name}" style="position: absolute; left: {x}px; top: {y}px">' for name, (x, y) in spots.items()]
    (folder / "page.html").write_text(f'<body style="background: white">{"".join(shown)}</body>')
    size = f"{8 * CELL},{CELL * (len(files) // 8 + 1)}"
    options = (f"--window-size={size}", "--hide-scrollbars", "--force-color-profile=srgb", "--screenshot=page.png")
    quiet = ("--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile")
    command = ["chromium", *quiet, *options, f"file://{folder}/page.html"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)
    with Pixels.open(folder / "page.png") as page:
        return {name: page.convert("RGB").crop((x, y, x + CELL, y + CELL)) for name, (x, y) in spots.items()}


def assert_as_shown(seen: Pixels.Image, shown: Pixels.Image) -> None:
    """Whether an embedded picture is what stands in the corner of a browser's cell."""
    assert_near(seen, shown.crop((0, 0, *seen.size)))


@pytest.mark.parametrize("kind", CASES, ids=lambda kind: " ".join(kind).replace(ALPHA, "alpha"))
def test_a_picture_comes_out_as_it_is_meant(by_hand: Any, tmp_path: Path, kind: Kind) -> None:
    path = made(tmp_path, kind)
    said = judge(by_hand, path, *(by_profiles(tmp_path) if "CMYK" in kind[1] else ()))
    assert not said or " is a TIFF " in said or " is a JPEG 2000 of " in said, said


def by_profiles(folder: Path) -> tuple[str, ...]:
    """What tells ImageMagick to show inks as briefgen does: those of the press that comes with it, on a screen."""
    (folder / "press.icc").write_bytes(default_profile())
    (folder / "screen.icc").write_bytes(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    how = ("-intent", "Relative", "-black-point-compensation")
    return ("-profile", f"{folder}/press.icc", *how, "-profile", f"{folder}/screen.icc")


def turned(folder: Path, kind: Kind, orientation: int) -> tuple[Path, Pixels.Image]:
    """A picture whose file says how it lies, and its pixels as they lie."""
    suffix, mode = kind
    path, exif = folder / f"turned-{mode.replace(';', '-')}-{orientation}.{suffix}", Pixels.Exif()
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
    return path, image


@pytest.mark.parametrize("orientation", ORIENTATIONS)
@pytest.mark.parametrize("kind", TURNED, ids=" ".join)
def test_a_turned_picture_is_set_upright(
    by_hand: Any, browser: dict[str, Pixels.Image], tmp_path: Path, kind: Kind, orientation: int
) -> None:
    suffix, mode = kind
    path, image = turned(tmp_path, kind, orientation)
    picture, said = opened(path)
    assert picture is not None, said
    lies = orientation if suffix != "jp2" else 1
    assert (picture.width, picture.height) == (SIZE if lies < 5 else SIZE[::-1])
    seen = embedded(by_hand, picture)
    if suffix in BY_BROWSER:
        assert_as_shown(seen, browser[path.name])
    else:
        told = ("-orient", CORNERS[orientation - 1], "-auto-orient") if suffix == "webp" else ()
        assert_near(seen, reference(path, *told))
    if mode == "I;16":
        image = image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    assert_near(seen, ImageOps.exif_transpose(_with(image.convert("RGB"), lies)), 4.0)


def _with(image: Pixels.Image, orientation: int) -> Pixels.Image:
    turned = image.copy()
    turned.getexif()[0x0112] = orientation
    return turned


PROFILED = [(suffix, mode) for suffix in ("png", "tif") for mode in ("RGB", "RGBA", "L", "LA", "P")]
PROFILED += [("webp", "RGB"), ("webp", "RGBA"), ("jpg", "RGB"), ("jpg", "L")]


@pytest.mark.parametrize(("suffix", "mode"), PROFILED)
def test_a_profile_goes_with_the_picture(by_hand: Any, tmp_path: Path, suffix: str, mode: str) -> None:
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
    assert_near(embedded(by_hand, picture), reference(path))


def with_gamma(folder: Path, mode: str, gamma: float) -> Path:
    """A PNG that says for which gamma its values are."""
    path = folder / f"gamma-{mode}-{gamma}.png"
    Pixels.linear_gradient("L").resize(SIZE).convert("RGB").convert(mode).save(path)
    add_chunk(path, b"gAMA", struct.pack(">L", round(gamma * 100_000)))
    return path


@pytest.mark.parametrize("gamma", GAMMAS)
@pytest.mark.parametrize("mode", MODES)
def test_a_gamma_is_heeded(by_hand: Any, browser: dict[str, Pixels.Image], tmp_path: Path, mode: str, gamma: float) -> None:
    path = with_gamma(tmp_path, mode, gamma)
    picture, said = opened(path)
    assert picture is not None, said
    with Pixels.open(path) as image:
        plain = image.convert("RGB")
    if abs(gamma - 1 / 2.2) > 0.01:
        light = [(value / 255) ** (1 / gamma) for value in range(256)]
        tones = [255 * (12.92 * x if x <= 0.0031308 else 1.055 * x ** (1 / 2.4) - 0.055) for x in light]
        plain = plain.point([round(tone) for tone in tones] * 3)
    assert_near(embedded(by_hand, picture), plain, 0.5)
    assert_as_shown(embedded(by_hand, picture), browser[path.name])


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
    assert_near(embedded(by_hand, picture), reference(path))


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
    assert_near(embedded(by_hand, picture), reference(path))


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
