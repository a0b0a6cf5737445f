import io
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import Image as Pixels
from PIL import ImageChops, ImageCms, ImageDraw, ImageOps, ImageStat

from briefgen.build import build
from briefgen.content.brief import Picture
from briefgen.content.png import plain_rows
from briefgen.geometry import Rect
from briefgen.layout.items import Image
from briefgen.pdf.images import BadImageError
from briefgen.pdf.jpeg import bare_jpeg
from briefgen.problem import Place


def placed(path: Path) -> Image:
    rows = plain_rows(path.read_bytes()) if path.exists() else None
    return Image(Rect(50, 50, 100, 80), Picture(path, 1, 1, Place("brief.yaml", 3, 5), rows), id="figure")


def embedded(by_hand: Any, path: Path) -> Any:
    (found,) = by_hand.open(placed(path)).pages[0].Resources.XObject.values()
    return found


def pixels(found: Any) -> Pixels.Image:
    return pikepdf.PdfImage(found).as_pil_image()


def drawn(mode: str = "RGB", size: tuple[int, int] = (8, 6)) -> Pixels.Image:
    """White with one dark corner, top left."""
    image = Pixels.new("RGB", size, "white")
    ImageDraw.Draw(image).rectangle((0, 0, 2, 1), fill=(10, 20, 30))
    return image.convert(mode)


@pytest.mark.parametrize(
    ("mode", "kind"), [("1", "1"), ("L", "L"), ("RGB", "RGB"), ("P", "P"), ("RGBA", "RGB"), ("LA", "L")]
)
def test_png_of_every_mode(by_hand: Any, tmp_path: Path, mode: str, kind: str) -> None:
    path = tmp_path / "image.png"
    drawn(mode).save(path)
    found = embedded(by_hand, path)
    seen = pixels(found)
    assert (seen.mode, seen.size) == (kind, (8, 6))
    assert seen.convert("RGB").tobytes() == drawn(mode).convert("RGB").tobytes()
    assert "/SMask" not in found


def test_transparency_is_laid_on_white(by_hand: Any, tmp_path: Path) -> None:
    path = tmp_path / "image.png"
    Pixels.new("RGBA", (4, 4), (255, 0, 0, 0)).save(path)
    assert pixels(embedded(by_hand, path)).getpixel((0, 0)) == (255, 255, 255)
    Pixels.new("LA", (4, 4), (0, 51)).save(path)
    assert pixels(embedded(by_hand, path)).getpixel((0, 0)) == 204
    indexed = Pixels.new("P", (4, 4), 1)
    indexed.putpalette([255, 255, 255, 0, 0, 255])
    indexed.save(path, transparency=bytes([255, 51]))
    assert pixels(embedded(by_hand, path)).convert("RGB").getpixel((0, 0)) == (204, 204, 255)


def test_sixteen_bits_become_eight(by_hand: Any, tmp_path: Path) -> None:
    path = tmp_path / "image.png"
    Pixels.new("I;16", (4, 4), 0x8012).save(path)
    assert pixels(embedded(by_hand, path)).getpixel((0, 0)) == 0x80


def test_jpeg_is_taken_over_without_what_the_camera_wrote(by_hand: Any, tmp_path: Path) -> None:
    path = tmp_path / "image.jpg"
    exif = Pixels.Exif()
    exif[0x010E] = "a secret place"
    drawn(size=(64, 48)).save(path, exif=exif, comment=b"secret")
    found = embedded(by_hand, path)
    assert found.Filter == "/DCTDecode"
    data = found.read_raw_bytes()
    assert b"secret" not in data
    assert Pixels.open(io.BytesIO(data)).tobytes() == Pixels.open(path).tobytes()


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"restart_marker_blocks": 3}, {"quality": 100}], ids=str)
def test_what_a_telephone_puts_behind_a_jpeg_is_left_out(options: dict[str, Any]) -> None:
    out = io.BytesIO()
    photograph((160, 120)).save(out, "JPEG", **options)
    whole = bare_jpeg(out.getvalue())
    assert whole.endswith(b"\xff\xd9")
    assert bare_jpeg(out.getvalue() + b"\0\0\0\x18ftypmp42 a film" + out.getvalue()) == whole
    assert Pixels.open(io.BytesIO(whole)).tobytes() == Pixels.open(out).tobytes()


def test_bare_jpeg_keeps_what_is_no_jpeg_as_it_is() -> None:
    assert bare_jpeg(b"\xff\xd8\xff") == b"\xff\xd8\xff"


@pytest.mark.parametrize("lies", range(1, 9))
def test_a_turned_jpeg_is_taken_over_and_turned_where_it_stands(tmp_path: Path, lies: int) -> None:
    """Decoded, a photograph of 2 MB would become 34."""
    path, source = tmp_path / "image.jpg", tmp_path / "brief.yaml"
    exif = Pixels.Exif()
    exif[0x0112] = lies
    drawn(size=(8, 6)).resize((64, 48), Pixels.Resampling.NEAREST).save(path, exif=exif, quality=95)
    upright = ImageOps.exif_transpose(Pixels.open(path))
    source.write_text("title: T\nsections: [{content: [{figure: {image: image.jpg, alt: a}}]}]")
    output = build(source, tmp_path / "brief.pdf").output
    assert output is not None
    with pikepdf.open(output) as pdf:
        (found,) = pdf.pages[0].Resources.XObject.values()
        assert found.Filter == "/DCTDecode"
        assert Pixels.open(io.BytesIO(found.read_raw_bytes())).tobytes() == Pixels.open(path).tobytes()
    with pypdfium2.PdfDocument(output) as document:
        page = document[0]
        (shown,) = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])
        left, bottom, right, top = shown.get_bounds()
        crop = (left, bottom, page.get_width() - right, page.get_height() - top)
        seen = page.render(scale=4 * upright.width / (right - left), crop=crop).to_pil()
    assert dark(seen) == pytest.approx([4 * side for side in dark(upright)], abs=3)


def dark(image: Pixels.Image) -> tuple[int, int, int, int]:
    """The box of what is dark."""
    found = image.convert("L").point(lambda tone: 255 * (tone < 100)).getbbox()
    assert found is not None
    return found


def test_a_turned_jpeg_is_set_upright_for_who_looks_at_its_pixels(by_hand: Any, tmp_path: Path) -> None:
    path = tmp_path / "image.jpg"
    exif = Pixels.Exif()
    exif[0x0112] = 6  # the camera was held upright: turn by 90 degrees clockwise
    drawn(size=(64, 48)).save(path, exif=exif)
    seen = pixels(embedded(by_hand, path))
    assert seen.size == (48, 64)
    corner = seen.getpixel((47, 0))
    assert isinstance(corner, tuple)
    assert max(corner) < 128


@pytest.mark.parametrize("lies", range(1, 9))
@pytest.mark.parametrize("mode", ["L", "P", "I;16"])
def test_a_turned_picture_of_many_strips(
    by_hand: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: str, lies: int
) -> None:
    monkeypatch.setattr("briefgen.pdf.images.STRIP", 4 * 64 * 5)
    path, exif = tmp_path / "image.png", Pixels.Exif()
    exif[0x0112] = lies
    flat = Pixels.linear_gradient("L").resize((64, 43)).rotate(15)
    image = flat.convert("I").point(lambda value: value * 257).convert("I;16") if mode == "I;16" else flat.convert(mode)
    image.save(path, exif=exif)
    expected = flat.copy()
    expected.getexif()[0x0112] = lies
    assert pixels(embedded(by_hand, path)).convert("L").tobytes() == ImageOps.exif_transpose(expected).tobytes()


def photograph(size: tuple[int, int] = (640, 480), mode: str = "RGB") -> Pixels.Image:
    """Slopes with some noise, as a camera sees."""
    bands = [Pixels.linear_gradient("L").rotate(turn).resize(size) for turn in (0, 90, 180)]
    noisy = [ImageChops.add(band, Pixels.effect_noise(size, 12), 2) for band in bands]
    return Pixels.merge("RGB", noisy).convert(mode)


@pytest.mark.parametrize("lies", [1, 6])
@pytest.mark.parametrize("mode", ["RGB", "L"])
@pytest.mark.parametrize("kind", ["webp", "avif"])
def test_a_photograph_in_a_newer_format_becomes_jpeg(by_hand: Any, tmp_path: Path, kind: str, mode: str, lies: int) -> None:
    """It would be ten times as large otherwise, and nobody sees the difference."""
    path, exif = tmp_path / f"image.{kind}", Pixels.Exif()
    exif[0x0112] = lies
    photograph(mode=mode).save(path, quality=80, exif=exif)
    found = embedded(by_hand, path)
    assert found.Filter == "/DCTDecode"
    seen, wanted = pixels(found).convert("RGB"), ImageOps.exif_transpose(Pixels.open(path)).convert("RGB")
    assert seen.size == wanted.size
    assert max(ImageStat.Stat(ImageChops.difference(seen, wanted)).mean) < 2  # of 255, as between decoders
    assert len(found.read_raw_bytes()) < seen.width * seen.height


@pytest.mark.parametrize(
    ("name", "image", "options"),
    [
        ("small.webp", photograph((300, 200)), {}),
        ("exact.webp", photograph(), {"lossless": True, "method": 0}),
        ("profiled.webp", photograph(), {"lossless": True, "method": 0, "exif": b"Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0"}),
        ("clear.webp", photograph(mode="RGBA"), {}),
        ("image.png", photograph(), {}),
        ("image.tif", photograph(), {}),
    ],
    ids=("small", "exact", "profiled", "clear", "png", "tiff"),
)
def test_all_other_pictures_are_kept_without_loss(
    by_hand: Any, tmp_path: Path, name: str, image: Pixels.Image, options: dict[str, Any]
) -> None:
    if name == "clear.webp":
        image.putalpha(Pixels.linear_gradient("L").resize(image.size))
    image.save(tmp_path / name, **options)
    found = embedded(by_hand, tmp_path / name)
    assert found.Filter == "/FlateDecode"
    if name != "clear.webp":
        assert pixels(found).convert("RGB").tobytes() == Pixels.open(tmp_path / name).convert("RGB").tobytes()


def test_inks_become_rgb(by_hand: Any, tmp_path: Path) -> None:
    path = tmp_path / "image.jpg"
    Pixels.new("CMYK", (16, 16), (0, 255, 255, 0)).save(path, quality=100)
    seen = pixels(embedded(by_hand, path))
    red, green, blue = seen.getpixel((8, 8))  # type: ignore[misc]  # in other modes it is a number
    assert seen.mode == "RGB"
    assert red > 200
    assert max(green, blue) < 60


def test_inks_without_a_profile_are_those_of_the_press_that_comes_with_briefgen(by_hand: Any, tmp_path: Path) -> None:
    path = tmp_path / "image.tif"
    Pixels.new("CMYK", (16, 16), (255, 0, 0, 0)).save(path)
    red, green, blue = pixels(embedded(by_hand, path)).getpixel((8, 8))  # type: ignore[misc]  # as above
    assert red < 60
    assert 120 < green < 200  # printed cyan, which no screen's cyan (0, 255, 255) is
    assert 180 < blue < 250


def test_profile_of_the_picture_goes_with_it(by_hand: Any, tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for name, data in (("good.png", profile), ("bad.png", profile[:100])):
        drawn().save(tmp_path / name, icc_profile=data)
    space = embedded(by_hand, tmp_path / "good.png").ColorSpace
    assert space[0] == "/ICCBased"
    assert space[1].read_bytes() == profile
    assert embedded(by_hand, tmp_path / "bad.png").ColorSpace == "/DeviceRGB"


def test_doubtful_exif_data_are_passed_over(by_hand: Any, tmp_path: Path) -> None:
    path = tmp_path / "image.jpg"
    drawn().save(path, exif=b"Exif\0\0MM\0*\0\0\0\x08\0\0")
    assert embedded(by_hand, path).Filter == "/DCTDecode"


def test_same_picture_is_embedded_once(by_hand: Any, tmp_path: Path) -> None:
    path = tmp_path / "image.png"
    drawn().save(path)
    assert len(by_hand.open(placed(path), placed(path)).pages[0].Resources.XObject) == 1


@pytest.mark.parametrize("kind", ["png", "jpg"])
def test_picture_gone_bad_is_reported(by_hand: Any, tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"image.{kind}"
    Pixels.effect_noise((200, 200), 80).save(path)
    path.write_bytes(path.read_bytes()[:2000])
    with pytest.raises(BadImageError) as caught:
        by_hand.file(placed(path))
    assert caught.value.picture.path == path
