"""Lengths, rectangles and colours.

Everything inside briefgen is measured in PostScript points (1/72 inch). The origin of a page is the top left corner of
its trimmed sheet, x grows to the right and y grows downwards; only `pdf` turns y round.
"""

import msgspec

POINTS_PER_INCH = 72
POINTS_PER_MM = POINTS_PER_INCH / 25.4


def mm(value: float) -> float:
    """Millimetres to points."""
    return value * POINTS_PER_MM


class Rect(msgspec.Struct, frozen=True):
    """A rectangle by its top left corner, width and height, in points."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height


class Colour(msgspec.Struct, frozen=True):
    """An sRGB colour, each channel from 0 to 1."""

    red: float
    green: float
    blue: float

    @classmethod
    def from_hex(cls, text: str) -> "Colour":
        """`#rrggbb` or `#rgb` to a colour. ValueError when the text is neither."""
        digits = text.removeprefix("#")
        if len(digits) == 3:
            digits = "".join(2 * digit for digit in digits)
        if len(digits) != 6:
            raise ValueError(text)
        red, green, blue = (int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4))
        return cls(red, green, blue)

    def to_hex(self) -> str:
        """`#rrggbb`."""
        return "#" + "".join(f"{round(255 * channel):02x}" for channel in (self.red, self.green, self.blue))

    def tint(self, share: float) -> "Colour":
        """This colour thinned with white: share 1 is the colour itself, 0 is white."""
        return Colour(
            1 - share * (1 - self.red),
            1 - share * (1 - self.green),
            1 - share * (1 - self.blue),
        )

    def shade(self, share: float) -> "Colour":
        """This colour with so much of black: share 0 is the colour itself, 1 is black."""
        return Colour((1 - share) * self.red, (1 - share) * self.green, (1 - share) * self.blue)

    @property
    def luminance(self) -> float:
        """Relative luminance (WCAG 2.2, definition of relative luminance), 0 for black to 1 for white."""
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (self.red, self.green, self.blue)]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    @property
    def gray(self) -> float:
        """The gray, 0 to 1, that is as light (IEC 61966-2-1)."""
        light = self.luminance
        return 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055

    def contrast(self, other: "Colour") -> float:
        """Contrast ratio with another colour (WCAG 2.2, 1.4.3), from 1 to 21."""
        low, high = sorted((self.luminance, other.luminance))
        return (high + 0.05) / (low + 0.05)


BLACK = Colour(0, 0, 0)
WHITE = Colour(1, 1, 1)
