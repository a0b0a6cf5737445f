"""Colours and pictures of a screen in ink."""

from io import BytesIO

import pytest
from PIL import Image, ImageCms
from support.profiles import press_profile

from briefgen.content.printing import fault_of
from briefgen.pdf.ink import BadProfileError, Converter
from briefgen.pdf.profile import default_profile
from briefgen.pdf.registry import condition

RELATIVE = ImageCms.Intent.RELATIVE_COLORIMETRIC


def converter(limit: int = 300) -> Converter:
    return Converter(press_profile(), limit)


def total(image: Image.Image) -> int:
    """The most ink on one pixel, in 255ths."""
    data = image.tobytes()
    return max(sum(data[at : at + 4]) for at in range(0, len(data), 4))


def test_colours() -> None:
    cyan, magenta, yellow, black = converter().colour(0.8, 0.1, 0.1)
    assert magenta > cyan
    assert yellow > cyan
    assert 0 < black < 1
    assert converter().colour(1, 1, 1) == (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("mode", "wanted"),
    [("1", "1"), ("L", "L"), ("LA", "L"), ("I;16", "L"), ("P", "CMYK"), ("RGB", "CMYK"), ("RGBA", "CMYK"), ("CMYK", "CMYK")],
)
def test_pictures_of_every_mode(mode: str, wanted: str) -> None:
    image = Image.new("RGB", (8, 6), (200, 40, 40)).convert("L" if mode == "I;16" else mode)
    done = converter().convert(image.convert("I;16") if mode == "I;16" else image)
    assert (done.mode, done.size) == (wanted, (8, 6))


def test_the_numbers_of_a_picture_for_this_press_are_kept() -> None:
    image = Image.new("CMYK", (2, 2), (0, 10, 20, 255))
    image.info["icc_profile"] = press_profile()[:24] + bytes(12) + press_profile()[36:]  # made at another time
    assert converter().convert(image).getpixel((0, 0)) == (0, 10, 20, 255)


def test_black_of_a_picture_for_another_press_stays_black() -> None:
    image = Image.new("CMYK", (2, 1), (0, 0, 0, 200))
    image.putpixel((1, 0), (200, 100, 0, 0))
    image.info["icc_profile"] = default_profile()
    done = converter().convert(image)
    assert done.getpixel((0, 0)) == (0, 0, 0, 200)
    assert done.getpixel((1, 0)) != (200, 100, 0, 0)


def test_no_pixel_takes_more_ink_than_the_limit() -> None:
    image = Image.merge("CMYK", [Image.effect_noise((64, 64), 200) for _ in "cmyk"])
    image.putpixel((0, 0), (255, 255, 255, 255))
    image.putpixel((1, 0), (0, 0, 0, 255))
    image.putpixel((2, 0), (30, 40, 50, 60))
    done = converter(240).convert(image)
    assert total(image) > 240 * 2.55 >= total(done)
    assert done.getpixel((0, 0)) == (119, 119, 119, 255)
    assert done.getpixel((1, 0)) == (0, 0, 0, 255)
    assert done.getpixel((2, 0)) == (30, 40, 50, 60)
    assert total(converter(400).convert(image)) == 4 * 255


def test_transparency_is_laid_on_white() -> None:
    assert converter().convert(Image.new("RGBA", (2, 2), (255, 0, 0, 0))).getpixel((0, 0)) == (0, 0, 0, 0)


def test_the_profile_of_a_picture_is_heeded() -> None:
    swapped = ImageCms.createProfile("sRGB")
    image = Image.new("RGB", (2, 2), (200, 40, 40))
    image.info["icc_profile"] = ImageCms.ImageCmsProfile(swapped).tobytes()
    assert converter().convert(image).tobytes() == converter().convert(Image.new("RGB", (2, 2), (200, 40, 40))).tobytes()
    inks = Image.new("CMYK", (2, 2), (0, 200, 200, 0))
    assert converter().convert(inks).tobytes() == inks.tobytes()
    inks.info["icc_profile"] = press_profile(name="Another press")
    assert converter().convert(inks).tobytes() != inks.tobytes()
    inks.info["icc_profile"] = b"no profile at all"
    assert converter().convert(inks).tobytes() == inks.tobytes()


def test_profile_that_is_not_sound() -> None:
    with pytest.raises(BadProfileError):
        Converter(press_profile()[:200], 300)
    buffer = BytesIO()
    Image.new("L", (1, 1)).save(buffer, "PNG")
    with pytest.raises(BadProfileError):
        Converter(buffer.getvalue(), 300)


def test_the_profile_that_comes_with_briefgen() -> None:
    data = default_profile()
    assert fault_of(data) == ""
    assert "SWOP" in condition(data).name
    assert not condition(data).registered
    press = Converter(data, 300)
    assert press.colour(1, 1, 1) == (0, 0, 0, 0)
    ramp = Image.merge("RGB", [Image.linear_gradient("L")] * 3).convert("RGB")
    red = Image.merge("RGB", [Image.linear_gradient("L"), Image.new("L", (256, 256)), Image.new("L", (256, 256))])
    noise = Image.merge("RGB", [Image.effect_noise((128, 128), 200) for _ in "rgb"])
    for image in (ramp, red, noise):
        assert total(press.convert(image)) <= 3 * 255
    seen = ImageCms.profileToProfile(
        press.convert(ramp), ImageCms.ImageCmsProfile(BytesIO(data)), ImageCms.createProfile("sRGB"), RELATIVE, "RGB"
    )
    assert seen is not None
    for at in range(0, 256, 17):
        pixel = seen.getpixel((0, at))
        assert isinstance(pixel, tuple)
        assert max(pixel) - min(pixel) <= 4  # grey stays grey
        assert -12 <= pixel[0] - at <= 45  # and about as light; the darkest ink is no black hole


def test_colours_come_back_from_ink() -> None:
    """Lab to CMYK to Lab within the gamut: `tools/press_profile.py` measures it on 20,000 colours."""
    data = default_profile()
    press, screen = ImageCms.ImageCmsProfile(BytesIO(data)), ImageCms.createProfile("LAB")
    mixed = Image.merge("CMYK", [Image.effect_noise((64, 64), 60) for _ in "cmyk"])
    lab = ImageCms.profileToProfile(mixed, press, screen, RELATIVE, "LAB")
    assert lab is not None
    inks = ImageCms.profileToProfile(lab, screen, press, RELATIVE, "CMYK")
    assert inks is not None
    back = ImageCms.profileToProfile(inks, press, screen, RELATIVE, "LAB")
    assert back is not None
    one, other = (numbers(image) for image in (lab, back))
    errors = [
        sum((a - b) ** 2 for a, b in zip(first, second, strict=True)) ** 0.5
        for first, second in zip(one, other, strict=True)
    ]
    assert sum(errors) / len(errors) < 2


def numbers(lab: Image.Image) -> list[tuple[float, float, float]]:
    """The colours of an image in Lab, of which Pillow keeps a and b as signed bytes."""
    data = lab.tobytes()
    signed = [byte - 256 if byte > 127 else byte for byte in data]
    return [(data[at] / 2.55, signed[at + 1], signed[at + 2]) for at in range(0, len(data), 3)]
