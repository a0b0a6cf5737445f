"""What pages are shown as: proofs of the press, grids, columns, pictures within bounds."""

from io import BytesIO
from pathlib import Path

import msgspec
import pytest
from PIL import Image, ImageCms

from briefgen.layout.items import Glyphs
from briefgen.preview.desk import Desk, Wanted
from briefgen.preview.edition import Edition
from briefgen.preview.frame import baselines, columns
from briefgen.preview.render import Renderer
from briefgen.preview.softproof import USUAL, soft_proof

TEXT = "The pipes of the lower town leak a third of what is pumped into them, and nobody has counted it. " * 8
OUTLINE = f"""title: Water for Saltmarsh
sections: [{{heading: What leaks, content: ["{TEXT}", "{TEXT}"]}}]
recommendations: [{{action: Mend the pipes.}}]
design: {{columns: LAYOUT, duplex: true}}
"""


def made(folder: Path, layout: str = "2") -> Edition:
    (folder / "brief.yaml").write_text(OUTLINE.replace("LAYOUT", layout))
    edition = Desk(Wanted(folder / "brief.yaml", folder / "brief.pdf"), "x").make().edition
    assert edition
    return edition


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return made(tmp_path_factory.mktemp("viewed"))


def test_the_press_has_no_bright_blue_and_leaves_paper_white(edition: Edition) -> None:
    name, show = soft_proof(edition.brief)
    assert name == USUAL
    image = Image.new("RGB", (2, 1), (0, 0, 255))
    image.putpixel((1, 0), (255, 255, 255))
    proof = show(image)
    blue, white = proof.getpixel((0, 0)), proof.getpixel((1, 0))
    assert isinstance(blue, tuple)
    assert isinstance(white, tuple)
    assert max(blue[:2]) > 30  # SWOP's blue is duller, and purple
    assert min(white) > 250


@pytest.mark.parametrize(
    "profile", [b"no profile", ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(), None]
)
def test_a_profile_that_is_none_of_a_press_is_not_used(edition: Edition, tmp_path: Path, profile: bytes | None) -> None:
    path = tmp_path / "press.icc"
    if profile is not None:
        path.write_bytes(profile)
    printing = msgspec.structs.replace(edition.brief.printing, profile=path)
    name, show = soft_proof(msgspec.structs.replace(edition.brief, printing=printing))
    assert name == USUAL
    assert show(Image.new("RGB", (1, 1))).size == (1, 1)


def test_lines_stand_on_the_grid(edition: Edition) -> None:
    page, shape = edition.pages.pages[0], edition.pages.shape
    assert shape
    grid = baselines(shape, page)
    assert len(grid) == shape.rows
    assert shape.top < grid[0] <= shape.top + shape.leading
    body = [item.y for item in page.items if isinstance(item, Glyphs) and item.id == "s1.b1"]
    assert len(body) > 10
    assert all(min(abs(y - line) for line in grid) < 0.1 for y in body)


@pytest.mark.parametrize(("layout", "count"), [("1", 1), ("2", 2), ("margin", 2)])
def test_text_stands_in_the_columns(tmp_path: Path, layout: str, count: int) -> None:
    edition = made(tmp_path, layout)
    page, shape = edition.pages.pages[0], edition.pages.shape
    assert shape
    found = columns(shape, 1)
    assert len(found) == count
    for item in page.items:
        if isinstance(item, Glyphs) and item.id == "s1.b1":
            assert any(box.x - 1 <= item.x and item.x + item.width <= box.right + 10 for box in found)


def test_pictures_are_kept_within_bounds(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefgen.preview.render.ROOM", 100_000)
    renderer = Renderer()
    for width in range(100, 120):
        data = renderer.picture(edition.data, 1, "key", width, "bmp", None)
        with Image.open(BytesIO(data)) as image:
            assert image.width == width
    assert sum(map(len, renderer._kept.values())) <= 100_000
    assert renderer.picture(edition.data, 1, "key", 119, "bmp", None) is data
