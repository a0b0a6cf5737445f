"""Pictures with more pixels than can be printed are brought down; what is transparent shows the tint below it."""

import io
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import Image as Pixels
from PIL import ImageChops
from support.profiles import press_profile

from briefgen.content.brief import Picture
from briefgen.content.files import Folder
from briefgen.content.images import open_picture
from briefgen.geometry import Colour, Rect
from briefgen.layout.items import Image, Rule
from briefgen.outline.tree import Scalar
from briefgen.pdf.gray import Gray
from briefgen.pdf.office import Office
from briefgen.pdf.plain import resizable
from briefgen.pdf.press import Press
from briefgen.pdf.reduction import is_line_art, reduced, wanted_size
from briefgen.pdf.write import write
from briefgen.problem import Place, Problems

NOISE: Any = Pixels.effect_noise
TINT = Colour(0.9, 0.8, 0.7)


def photograph(size: tuple[int, int]) -> Pixels.Image:
    """Soft tones with a grain, as photographs have them."""
    base = Pixels.merge(
        "RGB", [Pixels.radial_gradient("L"), Pixels.linear_gradient("L"), Pixels.radial_gradient("L").rotate(90)]
    )
    return Pixels.blend(base.resize(size), NOISE(size, 40).convert("RGB"), 0.1)


def opened(image: Pixels.Image, folder: Path, name: str, **options: Any) -> Picture:
    image.save(folder / name, **options)
    found = open_picture(Folder(folder, Problems()), Scalar(name, Place("brief.yaml", 1, 1)))
    assert found is not None
    return found


def xobject(by_hand: Any, *items: Any, office: str = "office", told: list[str] | None = None) -> Any:
    pages = by_hand.pages(items)
    brief = by_hand.brief(pages)
    kinds: dict[str, Any] = {"office": Office, "gray": Gray, "press": lambda: Press(brief, press_profile())}
    pdf = by_hand.read(write(pages, brief, office=kinds[office](), told=told))
    return next(iter(pdf.pages[0].Resources.XObject.values()))


@pytest.mark.parametrize(("office", "dpi"), [("office", 300), ("gray", 300), ("press", 450)])
@pytest.mark.parametrize("name", ["photo.jpg", "photo.png"])
def test_a_photograph_has_the_pixels_that_are_of_use(by_hand: Any, tmp_path: Path, office: str, dpi: int, name: str) -> None:
    found = opened(photograph((3000, 1500)), tmp_path, name)
    told: list[str] = []
    made = xobject(by_hand, Image(Rect(100, 100, 144, 72), found, "f"), office=office, told=told)
    assert (int(made.Width), int(made.Height)) == (2 * dpi, dpi)
    assert (str(made.Filter) == "/DCTDecode") == (office == "office" and name == "photo.jpg")
    assert told == [f"{name}: brought down from 3000 × 1500 pixels to {2 * dpi} × {dpi}, {dpi} dpi"]


def test_the_largest_place_decides(by_hand: Any, tmp_path: Path) -> None:
    found = opened(photograph((3000, 1500)), tmp_path, "photo.jpg")
    made = xobject(by_hand, *(Image(Rect(0, 0, width, width / 2), found, "f") for width in (72, 216, 144)))
    assert int(made.Width) == 900


def test_a_photograph_on_its_side_stays_upright(by_hand: Any, tmp_path: Path) -> None:
    exif = Pixels.Exif()
    exif[0x0112] = 6
    image = photograph((2000, 1000))
    image.paste((255, 0, 0), (0, 0, 1000, 1000))  # the upper half, upright
    found = opened(image, tmp_path, "photo.jpg", exif=exif)
    pages = by_hand.pages((Image(Rect(0, 0, 72, 144), found, "f"),))
    data = write(pages, by_hand.brief(pages))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        made = next(iter(pdf.pages[0].Resources.XObject.values()))
        assert (int(made.Width), int(made.Height)) == (600, 300)  # as it lies in its file
    drawn = pypdfium2.PdfDocument(data)[0].render(scale=1).to_pil().convert("RGB").getchannel("G")
    assert max(drawn.crop((20, 20, 50, 50)).tobytes()) < 60 < min(drawn.crop((20, 100, 50, 130)).tobytes())


@pytest.mark.parametrize(
    ("size", "points", "wanted"),
    [((3000, 1500), 144, (600, 300)), ((700, 700), 144, None), ((3000, 1500), 0, None), ((400, 400), 10, None)],
)
def test_what_is_hardly_finer_stays(size: tuple[int, int], points: float, wanted: tuple[int, int] | None) -> None:
    assert wanted_size(size, size[0], points, 300) == wanted


def test_lines_keep_their_pixels(by_hand: Any, tmp_path: Path) -> None:
    lines = Pixels.new("L", (2000, 1000), 255)
    for at in range(0, 2000, 40):
        lines.paste(0, (at, 0, at + 3, 1000))
    assert is_line_art(lines)
    assert not is_line_art(photograph((800, 400)))
    for name in ("lines.png", "lines.jpg"):
        made = xobject(by_hand, Image(Rect(0, 0, 72, 36), opened(lines, tmp_path, name), "f"))
        assert int(made.Width) == 2000


def test_light_is_added_up_as_light() -> None:
    board = Pixels.new("L", (512, 512))
    board.putdata([255 * ((at % 512 + at // 512) % 2) for at in range(512 * 512)])
    values = reduced(board, (64, 64)).crop((8, 8, 56, 56)).tobytes()
    assert 183 <= min(values) <= max(values) <= 190  # half of the light is 186, not 128


def test_bands_leave_no_seams(monkeypatch: pytest.MonkeyPatch) -> None:
    image = photograph((900, 700))
    whole = reduced(image, (300, 233))
    monkeypatch.setattr("briefgen.pdf.reduction.BAND", 4 * 900 * 3 * 7)
    differences = ImageChops.difference(reduced(image, (300, 233)), whole)
    assert max(differences.tobytes()) <= 1  # of 255: sums of floats, rounded


@pytest.mark.parametrize("office", ["office", "gray", "press"])
def test_a_transparent_picture_shows_the_tint(by_hand: Any, tmp_path: Path, office: str) -> None:
    image = Pixels.new("RGBA", (60, 60), (0, 90, 0, 0))
    image.paste((0, 90, 0, 255), (20, 20, 40, 40))
    item = Image(Rect(100, 100, 60, 60), opened(image, tmp_path, "sign.png"), "f")
    assert "/SMask" not in xobject(by_hand, item, office=office)
    made = xobject(by_hand, Rule(Rect(90, 90, 90, 90), TINT), item, office=office)
    assert str(made.SMask.ColorSpace) == "/DeviceGray"
    pages = by_hand.pages((Rule(Rect(90, 90, 90, 90), TINT), item))
    drawn = pypdfium2.PdfDocument(write(pages, by_hand.brief(pages)))[0].render(scale=1).to_pil().convert("RGB")
    spots = [drawn.crop((at, at, at + 1, at + 1)).tobytes() for at in (105, 95, 20, 130)]
    assert spots[0] == spots[1] != spots[2]
    assert spots[3][1] < 110


def test_a_picture_with_a_spare_byte_is_not_copied_whole() -> None:
    """As a large WebP is held: a copy of it would take as much room once more."""
    image = photograph((640, 400))
    spare = Pixels.frombytes("RGBX", image.size, image.tobytes("raw", "RGBX"))
    assert resizable(spare) is spare
    made = reduced(spare, (64, 40))
    assert made.mode == "RGB"
    assert made.tobytes() == reduced(image, (64, 40)).tobytes()
