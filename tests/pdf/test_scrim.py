"""White words can be read on any picture, and no more is darkened than that takes."""

import random
from io import BytesIO

import pytest
from PIL import Image, ImageCms

from briefgen.geometry import WHITE, Colour
from briefgen.pdf.ink import Converter
from briefgen.pdf.profile import default_profile
from briefgen.pdf.scrim import with_scrim

SIZE = (60, 80)
ZONES = ((0.05, 0.2), (0.6, 1.0))
ROWS = [*range(4, 16), *range(48, 80)]
ENOUGH = 4.5  # WCAG 2.2, 1.4.3


def noise() -> Image.Image:
    dots = random.Random(7)
    image = Image.new("RGB", SIZE)
    image.putdata([(dots.randrange(256), dots.randrange(256), dots.randrange(256)) for _ in range(SIZE[0] * SIZE[1])])
    return image


PICTURES = {
    "white": Image.new("RGB", SIZE, "white"),
    "yellow": Image.new("RGB", SIZE, "#ffee00"),
    "noise": noise(),
    "gray": Image.linear_gradient("L").resize(SIZE),
    "one light dot": Image.new("RGB", SIZE, "#102030"),
}
PICTURES["one light dot"].putpixel((30, 60), (255, 255, 255))


def least_contrast(image: Image.Image, rows: list[int]) -> float:
    solid = image.convert("RGB")
    shades = {solid.getpixel((x, y)) for y in rows for x in range(solid.width)}
    return min(Colour(*(part / 255 for part in shade)).contrast(WHITE) for shade in shades if isinstance(shade, tuple))


@pytest.mark.parametrize("name", PICTURES)
def test_white_words_can_be_read(name: str) -> None:
    assert least_contrast(with_scrim(PICTURES[name], ZONES), ROWS) >= ENOUGH


@pytest.mark.parametrize("name", PICTURES)
def test_white_paper_shows_between_the_inks_of_a_press(name: str) -> None:
    inks = Converter(default_profile(), 300).convert(with_scrim(PICTURES[name], ZONES))
    if inks.mode == "CMYK":
        press = ImageCms.ImageCmsProfile(BytesIO(default_profile()))
        proof = ImageCms.profileToProfile(inks, press, ImageCms.createProfile("sRGB"), outputMode="RGB")
        assert proof is not None
        inks = proof
    assert least_contrast(inks, ROWS) >= ENOUGH


def test_what_is_dark_stays_as_it_is() -> None:
    dark = Image.new("RGB", SIZE, "#102030")
    assert with_scrim(dark, ZONES).tobytes() == dark.tobytes()


def test_far_from_the_words_nothing_is_darkened() -> None:
    made = with_scrim(PICTURES["white"], ((0.8, 1.0),))
    assert made.getpixel((5, 10)) == (255, 255, 255)
    grays = [*made.convert("L").crop((5, 30, 6, 64)).tobytes()]
    assert grays == sorted(grays, reverse=True)
