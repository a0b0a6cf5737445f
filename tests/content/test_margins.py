"""Logos without their margins: what is left of a picture, and what is never left out."""

from pathlib import Path

import pytest
from PIL import Image

from briefgen.content.brief import Figure, Picture
from briefgen.content.margins import trimmed
from briefgen.geometry import Rect
from briefgen.problem import Place

SIZE = (200, 100)
WHITE, BLUE = (255, 255, 255), (20, 60, 120)


def seen(image: Image.Image, folder: Path, name: str = "logo.png", turned: int = 1) -> tuple[Rect | None, bool]:
    image.save(folder / name)
    found = trimmed(Figure("logo", Picture(folder / name, *image.size, Place("brief.yaml", 1, 1), turned=turned), ""))
    return found.part, found.white


def marked(ground: tuple[int, ...], box: tuple[int, int, int, int], mode: str = "RGB") -> Image.Image:
    image = Image.new(mode, SIZE, ground)
    image.paste((*BLUE, 255)[: len(ground)], box)
    return image


def test_white_round_a_mark_is_left_out(tmp_path: Path) -> None:
    assert seen(marked(WHITE, (50, 20, 150, 80)), tmp_path) == (Rect(0.25, 0.2, 0.5, 0.6), True)


def test_a_mark_may_reach_some_edges(tmp_path: Path) -> None:
    assert seen(marked(WHITE, (0, 0, 60, 100)), tmp_path) == (Rect(0.0, 0.0, 0.3, 1.0), True)


def test_jpeg_is_never_quite_white(tmp_path: Path) -> None:
    part, white = seen(marked(WHITE, (48, 16, 152, 80)), tmp_path, "logo.jpg")
    assert white
    assert part is not None
    assert (part.x, part.y, part.width, part.height) == pytest.approx((0.24, 0.16, 0.52, 0.64), abs=0.05)


def test_nothing_round_a_mark_is_left_out_and_is_no_white(tmp_path: Path) -> None:
    assert seen(marked((255, 255, 255, 0), (50, 20, 150, 80), "RGBA"), tmp_path) == (Rect(0.25, 0.2, 0.5, 0.6), False)


def test_a_ground_of_another_colour_belongs_to_the_logo(tmp_path: Path) -> None:
    assert seen(marked((240, 200, 40), (50, 20, 150, 80)), tmp_path) == (None, False)


def test_what_is_all_white_or_nearly_stays_as_it_is(tmp_path: Path) -> None:
    assert seen(Image.new("RGB", SIZE, WHITE), tmp_path) == (None, True)
    assert seen(marked(WHITE, (100, 50, 104, 53)), tmp_path) == (None, True)


def test_a_turned_jpeg_keeps_its_white(tmp_path: Path) -> None:
    assert seen(marked(WHITE, (50, 20, 150, 80)), tmp_path, turned=6)[1] is False
