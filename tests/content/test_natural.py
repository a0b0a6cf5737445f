"""How large a chart of pixels was made, by what its file says."""

from pathlib import Path

import pytest
from PIL import Image

from briefgen.content.brief import Picture
from briefgen.content.files import Folder
from briefgen.content.images import open_picture
from briefgen.content.natural import is_drawn, is_photograph, natural_width
from briefgen.outline.tree import Scalar
from briefgen.problem import Place, Problems


def opened(image: Image.Image, name: str, folder: Path, dpi: float = 150) -> Picture:
    if dpi:
        image.save(folder / name, dpi=(dpi, dpi))
    else:
        image.save(folder / name)
    found = open_picture(Folder(folder, Problems()), Scalar(name, Place("brief.yaml", 1, 1)))
    assert found is not None
    return found


@pytest.mark.parametrize("name", ["chart.png", "chart.jpg", "chart.tif"])
def test_a_chart_says_how_wide_it_was_made(name: str, tmp_path: Path) -> None:
    chart = Image.new("RGB", (1500, 300), "white")
    chart.paste((200, 80, 20), (100, 50, 900, 250))
    assert natural_width(opened(chart, name, tmp_path)) == pytest.approx(720, rel=0.01)


def test_what_says_nothing_or_is_small_or_a_photograph_counts_as_nothing(tmp_path: Path) -> None:
    chart, photograph = Image.new("RGB", (1500, 300), "white"), Image.linear_gradient("L").resize((1500, 300))
    assert natural_width(opened(chart, "none.png", tmp_path, 0)) == 0
    assert natural_width(opened(chart, "small.png", tmp_path, 600)) == 0
    assert natural_width(opened(photograph, "photograph.jpg", tmp_path)) == 0


def test_a_png_is_looked_at_when_it_is_set_small(tmp_path: Path) -> None:
    chart, photograph = Image.new("RGB", (1500, 300), "white"), Image.linear_gradient("L").resize((1500, 300))
    assert is_drawn(opened(chart, "chart.png", tmp_path))
    assert not is_drawn(opened(photograph, "photograph.png", tmp_path))
    lost = opened(chart, "lost.png", tmp_path)
    lost.path.unlink()
    assert not is_drawn(lost)


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.tif"])
def test_a_photograph_is_told_from_a_chart(name: str, tmp_path: Path) -> None:
    noise = Image.effect_noise((400, 300), 60).convert("RGB")
    chart = Image.new("RGB", (400, 300), "white")
    chart.paste((200, 80, 20), (100, 50, 300, 250))
    assert is_photograph(opened(noise, f"noise-{name}", tmp_path))
    assert not is_photograph(opened(chart, f"chart-{name}", tmp_path))
