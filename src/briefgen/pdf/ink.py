"""Colours and pictures of a screen in the inks of a press.

Comes in: an ICC profile of the press, and colours or pictures. Goes out: inks. The promise: gray stays gray and 1-bit stays
1-bit, so that they print with black alone; no pixel takes more ink than the limit. Conversion is relative colorimetric with
black-point compensation, by Little CMS. Refuses to know where the inks go.
"""

from io import BytesIO
from typing import TYPE_CHECKING, Any

from briefgen.pdf.plain import plain

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

HEADER = 128  # bytes of an ICC profile before its tags
TRACE = 2  # of 255: so much of another ink JPEG leaves beside black

Inks = tuple[float, float, float, float]  # cyan, magenta, yellow, black, from 0 to 1


class BadProfileError(Exception):
    """A profile that Little CMS does not take."""


class Converter:
    """From screens to one press. `limit`: the most ink on one spot, in percent. Raises BadProfileError."""

    def __init__(self, profile: bytes, limit: int) -> None:
        # late: only a file for a press needs it
        from PIL import ImageCms

        self._limit = limit * 255 // 100
        self._profile = profile
        self._steps: dict[tuple[float, ...], bytes] = {}  # how light the tints of some inks are, from none to all of them
        self._light: dict[str, Any] = {}  # transforms to lightness, by mode
        try:
            self._press = ImageCms.ImageCmsProfile(BytesIO(profile))
            self._screen = self._transform(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")), "RGB")
        except (ImageCms.PyCMSError, OSError) as error:
            raise BadProfileError(str(error)) from error

    def colour(self, red: float, green: float, blue: float) -> Inks:
        """The inks of an sRGB colour, its channels from 0 to 1."""
        from PIL import Image

        pixel = Image.new("RGB", (1, 1), (round(255 * red), round(255 * green), round(255 * blue)))
        cyan, magenta, yellow, black = self.convert(pixel).tobytes()
        return (cyan / 255, magenta / 255, yellow / 255, black / 255)

    def thinned(self, inks: tuple[float, ...], red: float, green: float, blue: float) -> Inks:
        """A tint of some inks that is as light on this paper as an sRGB colour on a screen.

        Converted by itself a pale colour loses its hue: paper is not as neutral as a screen, and of a few percent of ink the
        smallest are gone. A tint has all the inks of its colour, in the same proportions.
        """
        from PIL import Image

        if inks not in self._steps:
            steps = Image.new("CMYK", (256, 1))
            for step in range(256):
                steps.putpixel((step, 0), tuple([round(ink * step) for ink in inks]))
            self._steps[inks] = self._lightness(steps)
        pixel = Image.new("RGB", (1, 1), (round(255 * red), round(255 * green), round(255 * blue)))
        light = self._lightness(pixel)[0]
        share = max(1, next((step for step, each in enumerate(self._steps[inks]) if each <= light), 255)) / 255
        cyan, magenta, yellow, black = inks
        return (cyan * share, magenta * share, yellow * share, black * share)

    def _lightness(self, image: "Picture") -> bytes:
        """L* of each pixel, 0 to 255: of RGB on a screen, of CMYK on the press."""
        from PIL import ImageCms

        if image.mode not in self._light:
            source = self._press if image.mode == "CMYK" else ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
            lab = ImageCms.createProfile("LAB")
            self._light[image.mode] = ImageCms.buildTransform(
                source, lab, image.mode, "LAB", ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION
            )
        done = ImageCms.applyTransform(image, self._light[image.mode])
        assert done is not None  # noqa: S101  it is None only when a picture is changed in place
        return done.getchannel(0).tobytes()

    def convert(self, image: "Picture") -> "Picture":
        """A picture of any mode, as Pillow opens it, with 1-bit, gray or CMYK pixels; its own profile is heeded."""
        from PIL import ImageCms

        if image.mode == "CMYK":
            own = self._own(image)
            done: Picture | None = image if own is None else _with_black_of(image, ImageCms.applyTransform(image, own))
        else:
            solid = plain(image)
            if solid.mode in {"1", "L"}:
                return solid
            own = self._own(image) if image.mode in {"RGB", "P", "RGBA", "RGBX", "PA"} else None
            done = ImageCms.applyTransform(solid, own or self._screen)
        assert done is not None  # noqa: S101  it is None only when a picture is changed in place
        return self._limited(done)

    def _own(self, image: "Picture") -> Any:
        """The transform from a picture's own profile; None when it has none that is sound and fits, or the press's own.

        The numbers of a picture that was separated for this press are kept.
        """
        from PIL import ImageCms

        data = image.info.get("icc_profile") or b""
        mode = "CMYK" if image.mode == "CMYK" else "RGB"
        # headers may differ in the date, the name of a maker and the intent (ICC.1, 7.2)
        if data[16:20].rstrip() != mode.encode() or data[HEADER:] == self._profile[HEADER:]:
            return None
        try:
            return self._transform(ImageCms.ImageCmsProfile(BytesIO(data)), mode)
        except (ImageCms.PyCMSError, OSError):
            return None

    def _transform(self, source: Any, mode: str) -> Any:
        from PIL import ImageCms

        return ImageCms.buildTransform(
            source,
            self._press,
            mode,
            "CMYK",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )

    def _limited(self, image: "Picture") -> "Picture":
        """The picture with less cyan, magenta and yellow where all inks together are more than the limit."""
        from PIL import Image, ImageMath

        plates = dict(zip("cmyk", image.split(), strict=True))
        total = ImageMath.lambda_eval(lambda inks: inks["c"] + inks["m"] + inks["y"] + inks["k"], **plates)
        if total.getextrema()[1] <= self._limit:
            return image
        limit = self._limit

        def thinned(name: str) -> "Picture":
            """One plate; what is left beside black is shared out, rounded down."""
            found = ImageMath.lambda_eval(
                lambda inks: inks["min"](
                    inks[name] * 1, inks[name] * (limit - inks["k"]) / (inks["rest"] + (inks["rest"] == 0))
                ),
                rest=ImageMath.lambda_eval(lambda inks: inks["c"] + inks["m"] + inks["y"], **plates),
                **plates,
            )
            plate: Picture = found.convert("L")
            return plate

        return Image.merge("CMYK", [*(thinned(name) for name in "cmy"), plates["k"]])


def _with_black_of(image: "Picture", converted: "Picture | None") -> "Picture":
    """The converted picture, in which what was black alone stays so: fine black lines would print in four inks."""
    from PIL import Image, ImageChops

    assert converted is not None  # noqa: S101  it is None only when a picture is changed in place
    cyan, magenta, yellow, black = image.split()
    most = ImageChops.lighter(ImageChops.lighter(cyan, magenta), yellow)
    alone = most.point([255 if value <= TRACE else 0 for value in range(256)])
    none = Image.new("L", image.size, 0)
    converted.paste(Image.merge("CMYK", (none, none, none, black)), mask=alone)
    return converted
