"""What sets a file for screens and office printers apart from one for a press.

Comes in: pages and colours. Goes out: their boxes, the operators of the colours, the output intent. The promise: neutral
colours are written as gray, so that black text prints with the black ink alone. `press` and `gray` replace parts of it;
refuses to know what is drawn.
"""

import msgspec

from briefgen.geometry import Colour, Rect
from briefgen.layout.items import Page
from briefgen.memory import Memory, Shelf
from briefgen.pdf import profile
from briefgen.pdf.images import Images
from briefgen.pdf.number import number
from briefgen.pdf.objects import Array, Dictionary, Document, Stream, string
from briefgen.standards import USUAL

STROKING = {"g": "G", "rg": "RG", "k": "K", "cs": "CS", "scn": "SCN"}
TOUCHES = 0.01  # points: an item this near to the trim reaches it


class Boxes(msgspec.Struct, frozen=True):
    """The boxes of a page, in points: the trimmed size, the bleed round it, and the edge of the sheet round it."""

    width: float
    height: float
    bleed: float = 0.0
    edge: float = 0.0  # from the trim to the edge of the sheet

    def around(self, distance: float) -> Array:
        """The box that lies so far outside the trim. The sheet's lower left corner is the origin."""
        near, width, height = self.edge - distance, self.width + self.edge, self.height + self.edge
        return Array([round(value, 3) for value in (near, near, width + distance, height + distance)])

    def extended(self, rect: Rect) -> Rect:
        """The rectangle, carried on into the bleed where it reaches the trim."""
        left, top = self._outwards(rect.x, 0.0, -1), self._outwards(rect.y, 0.0, -1)
        right, bottom = self._outwards(rect.right, self.width, 1), self._outwards(rect.bottom, self.height, 1)
        return Rect(left, top, right - left, bottom - top)

    def carried(self, x: float, y: float) -> tuple[float, float]:
        """A corner of an outline, carried on into the bleed where it reaches the trim."""
        x = self._outwards(x, 0.0, -1) if 2 * x < self.width else self._outwards(x, self.width, 1)
        y = self._outwards(y, 0.0, -1) if 2 * y < self.height else self._outwards(y, self.height, 1)
        return x, y

    def _outwards(self, value: float, trim: float, side: int) -> float:
        return trim + side * self.bleed if (value - trim) * side >= -TOUCHES else value


def on_screen(inks: tuple[float, ...]) -> Colour:
    """How CMYK inks look on a screen that come without a profile of their own."""
    from PIL import Image  # late: few drawings come in inks

    from briefgen.pdf.plain import plain

    pixel = plain(Image.frombytes("CMYK", (1, 1), bytes(round(255 * min(max(part, 0.0), 1.0)) for part in inks)))
    red, green, blue = pixel.tobytes()
    return Colour(red / 255, green / 255, blue / 255)


def _screen_profile(memory: Memory | None) -> bytes:
    if memory is None:
        return profile.srgb()
    known: Shelf[str, bytes] = memory.shelf("profiles", 1)
    return known.get("sRGB") or known.keep("sRGB", profile.srgb())


class Office:
    """A file as screens and office printers want it: sRGB, links, no bleed."""

    claim = USUAL
    registration = ""  # the operators of the colour that is on every plate
    device = "/DeviceRGB"  # the space of the colours that drawings are turned into
    overprints = False  # whether what is drawn says how it prints on what lies below
    most_dpi = 300  # of a picture: what a printer of this kind can show

    @property
    def signature(self) -> object:
        """Equal for those that draw pages alike."""
        return type(self)

    def images(self) -> Images:
        """What makes image objects of pictures."""
        return Images(None, self.most_dpi)

    def boxes(self, page: Page) -> Boxes:
        return Boxes(page.width, page.height)

    def fill(self, colour: Colour) -> str:
        """The operator that sets the fill colour: `g` for neutral colours, `rg` for the others (ISO 32000-1, 8.6.8)."""
        if colour.red == colour.green == colour.blue:
            return f"{number(colour.red)} g"
        return f"{number(colour.red)} {number(colour.green)} {number(colour.blue)} rg"

    def stroke(self, colour: Colour) -> str:
        """The operators that set the colour of strokes: those of `fill`, for lines (ISO 32000-1, table 74)."""
        return " ".join([STROKING.get(word, word) for word in self.fill(colour).split(" ")])

    def solid(self, colour: Colour) -> str:
        """The operators that set the fill colour and nothing else."""
        return self.fill(colour)

    def values(self, colour: Colour) -> tuple[float, ...]:
        """A colour in the space `device`."""
        return (colour.red, colour.green, colour.blue)

    def separated(self, inks: tuple[float, ...]) -> tuple[float, ...]:
        """Inks that somebody else has chosen, in the space `device`."""
        return self.values(on_screen(inks))

    def marks(self, page: Page) -> list[str]:  # noqa: ARG002  a press has some
        """The operators that draw what stands outside the bleed."""
        return []

    def resources(self, document: Document, *, modern: bool = False) -> dict[str, object]:  # noqa: ARG002  a press has some
        """What `fill` and `marks` refer to. `modern`: in PDF 2.0."""
        return {}

    def intents(self, document: Document, kinds: tuple[str, ...]) -> Array:
        """The output intents: what device colours mean here; all share one profile (ISO 19005-2, 6.2.3)."""
        entries = {
            "Type": "/OutputIntent",
            "OutputConditionIdentifier": string(profile.DESCRIPTION),
            "Info": string(profile.DESCRIPTION),
            "DestOutputProfile": document.add(Stream(_screen_profile(document.memory), {"N": 3})),
        }
        return Array([document.add(Dictionary({"S": f"/{kind}"} | entries)) for kind in kinds])
