"""White made clear: on white an image looks as before, and on a tint its white is the tint."""

from PIL import Image

from briefgen.pdf.clearing import LIGHT, white_cleared

TINT = (242, 238, 232)


def laid_on(ground: tuple[int, int, int], image: Image.Image) -> Image.Image:
    cleared = white_cleared(image).convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", image.size, (*ground, 255)), cleared).convert("RGB")


def test_on_white_nothing_changes() -> None:
    ramp = Image.new("RGB", (256, 1))
    for value in range(256):
        ramp.putpixel((value, 0), (value, min(255, value + 20), 255 - value // 8))
    before, after = ramp.tobytes(), laid_on((255, 255, 255), ramp).tobytes()
    assert max(abs(one - other) for one, other in zip(before, after, strict=True)) <= 2


def test_white_is_the_ground_and_dark_colours_are_themselves() -> None:
    image = Image.new("RGB", (2, 1), (255, 255, 255))
    image.putpixel((1, 0), (10, 80, LIGHT))
    shown = laid_on(TINT, image)
    assert (shown.getpixel((0, 0)), shown.getpixel((1, 0))) == (TINT, (10, 80, LIGHT))


def test_gray_stays_gray() -> None:
    assert white_cleared(Image.new("L", (2, 2), 255)).mode == "LA"
