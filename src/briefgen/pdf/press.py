"""What sets a press file apart: inks, bleed, marks, and the two output intents (PDF/X-4, ISO 15930-7).

Comes in: the brief and the ICC profile of the press. Goes out: what `write` asks an office file for, in inks. The promise:
black is the black ink alone and overprints, white knocks out, gray is a tint of black, the accent is the inks that the
outline gives, a tint has all inks of its colour, and no other ink is in the file. Refuses to know what is drawn.
"""

from collections.abc import Iterable

from briefgen.content.brief import Brief
from briefgen.geometry import BLACK, Colour, mm
from briefgen.layout.items import Page
from briefgen.pdf.images import Images
from briefgen.pdf.ink import Converter
from briefgen.pdf.marks import draw_marks
from briefgen.pdf.number import number
from briefgen.pdf.objects import Array, Dictionary, Document, Reference, Stream, name, string
from briefgen.pdf.office import Boxes, Office
from briefgen.pdf.registry import condition, description
from briefgen.standards import PDF_X_4, USUAL, Claim
from briefgen.theme import make_theme

MARGIN = mm(8)  # of the sheet outside the bleed, for marks
REGISTRY = "http://www.color.org"  # keeps the names of printing conditions (ISO 15930-7, 6.2.2)
OVER, OUT = "/Over gs", "/Out gs"

Inks = tuple[float, ...]  # cyan, magenta, yellow, black, from 0 to 1


class Press(Office):
    """A file as a press wants it. `profile` is an ICC output profile for CMYK; BadProfileError when it is not sound."""

    registration = f"{OUT} /All cs 1 scn"
    device = "/DeviceCMYK"
    overprints = True
    most_dpi = 450
    claim = Claim((*USUAL.standards, PDF_X_4), linked=False, profile=("prtr", "CMYK"))

    def __init__(self, brief: Brief, profile: bytes) -> None:
        self._profile = profile
        self._converter = Converter(profile, brief.printing.ink_limit)
        self._printing = brief.printing
        self._spot = brief.design.spot
        palette = make_theme(brief.design).palette
        self._tints = palette.tints()
        given = tuple(part / 100 for part in brief.design.cmyk)
        self._mixtures = palette.mixtures() if given or self._spot else {}
        second = tuple(part / 100 for part in brief.design.second_cmyk)
        # what both colours make is the accent's
        self._seconds = {each: mix for each, mix in palette.second_mixtures().items() if second and each != palette.accent}
        self._second: Inks = second
        self._accent: Inks = given or self._converted(palette.accent)
        self._known: dict[Colour, str] = {}

    @property
    def signature(self) -> object:
        return (
            type(self),
            self._profile,
            self._printing,
            self._spot,
            self._accent,
            tuple(self._mixtures.items()),
            tuple(self._tints),
            self._second,
            tuple(self._seconds.items()),
        )

    def images(self) -> Images:
        return Images(self._converter.convert, self.most_dpi)

    def boxes(self, page: Page) -> Boxes:
        printing = self._printing
        margin = MARGIN if printing.slug or printing.marks != "none" else 0.0
        return Boxes(page.width, page.height, printing.bleed, printing.bleed + margin)

    def fill(self, colour: Colour) -> str:
        """The operators that set the fill colour, and whether it overprints.

        Overprint mode 1 speaks of DeviceCMYK alone (ISO 32000-1, 8.6.7), so black and gray are written in that space.
        """
        if colour not in self._known:
            self._known[colour] = self._operators(colour)
        return self._known[colour]

    def solid(self, colour: Colour) -> str:
        return self.fill(colour).split(" gs ", 1)[1]  # behind the state that says how it overprints

    def values(self, colour: Colour) -> Inks:
        return self._converted(colour)

    def separated(self, inks: Inks) -> Inks:
        """The inks themselves, with less of the coloured ones where all together are more than the limit."""
        room = self._printing.ink_limit / 100 - inks[3]
        coloured = sum(inks[:3])
        share = min(1.0, room / coloured) if coloured else 1.0
        return (*(part * share for part in inks[:3]), inks[3])

    def _operators(self, colour: Colour) -> str:
        if colour == BLACK:
            return f"{OVER} 0 0 0 1 k"
        if colour not in self._mixtures and colour in self._seconds:
            return f"{OUT} {_inks(self._mixed(self._second, *self._seconds[colour]))} k"
        if colour not in self._mixtures:
            return f"{OUT} {_inks(self._converted(colour))} k"
        share, black = self._mixtures[colour]
        if self._spot and black:
            return f"{OUT} /Darkened cs {number(share)} {number(black)} scn"
        if self._spot:
            return f"{OUT} /Spot cs {number(share)} scn"
        return f"{OUT} {_inks(self._mixed(self._accent, share, black))} k"

    def _mixed(self, colour: Inks, share: float, black: float) -> list[float]:
        """So much of a colour's inks, with black on top as far as the paper takes it."""
        inks = [share * ink for ink in colour]
        room = self._printing.ink_limit / 100 - sum(inks)
        inks[3] += min(black, 1 - inks[3], room)
        return inks

    def _converted(self, colour: Colour) -> Inks:
        """The inks of a colour on a screen: black alone when it is neutral, else by the profile."""
        if colour.red == colour.green == colour.blue:
            return (0.0, 0.0, 0.0, 1 - colour.red)
        base = self._tints.get(colour)
        if base is not None:
            return self._converter.thinned(self._converted(base), colour.red, colour.green, colour.blue)
        return self._converter.colour(colour.red, colour.green, colour.blue)

    def marks(self, page: Page) -> list[str]:
        bars = ("/Spot cs 1 scn", "0.5 scn") if self._spot else ()
        return draw_marks(self.boxes(page), self._printing.marks, bars)

    def resources(self, document: Document, *, modern: bool = False) -> dict[str, object]:
        # in PDF 2.0 a file says itself that black stays black where colours are converted (ISO 32000-2, 8.6.5.9)
        common = {"Type": "/ExtGState"} | ({"UseBlackPtComp": "/ON"} if modern else {})
        states = {
            "Over": Dictionary(common | {"OP": "true", "op": "true", "OPM": 1}),
            "Out": Dictionary(common | {"OP": "false", "op": "false", "OPM": 0}),
        }
        spaces: dict[str, object] = {}
        if self._printing.marks != "none" or self._printing.slug:
            spaces["All"] = document.add(separation("All", (1.0, 1.0, 1.0, 1.0)))
        if self._spot:
            spot = document.add(separation(self._spot, self._accent))
            spaces["Spot"] = spot
            if any(black for _, black in self._mixtures.values()):
                spaces["Darkened"] = document.add(self._darkened(document, spot))
        return {"ExtGState": Dictionary(states), **({"ColorSpace": Dictionary(spaces)} if spaces else {})}

    def _darkened(self, document: Document, spot: Reference) -> Array:
        """The spot colour with black on top; ISO 19005-2, 6.2.4.4, wants a dictionary of the spot colours."""
        colorants = Dictionary({"Colorants": Dictionary({self._spot: spot})})
        inks = [round(255 * ink) for ink in self._accent]
        corners = bytes([0, 0, 0, 0, *inks, 0, 0, 0, 255, *inks[:3], 255])
        # between the four corners, no ink, spot, black and both, a sampled function is linear (ISO 32000-1, 7.10.2)
        entries = {
            "FunctionType": 0,
            "Domain": Array([0, 1] * 2),
            "Range": Array([0, 1] * 4),
            "Size": Array([2, 2]),
            "BitsPerSample": 8,
        }
        mixed = document.add(Stream(corners, entries))
        return Array(["/DeviceN", Array([name(self._spot), "/Black"]), "/DeviceCMYK", mixed, colorants])

    def intents(self, document: Document, kinds: tuple[str, ...]) -> Array:
        """The output intents: which press the inks are for; all share one profile (ISO 19005-2, 6.2.3)."""
        profile = document.add(Stream(self._profile, {"N": 4}))
        known = condition(self._profile)
        entries: dict[str, object] = {
            "Type": "/OutputIntent",
            "OutputCondition": string(description(self._profile)),
            "OutputConditionIdentifier": string(known.name),
            "Info": string(description(self._profile)),
            "DestOutputProfile": profile,
        }
        if known.registered:
            entries["RegistryName"] = string(REGISTRY)
        return Array([document.add(Dictionary({"S": f"/{kind}"} | entries)) for kind in kinds])


def separation(ink: str, inks: Inks) -> Array:
    """The colour space of an ink of its own; what stands for it elsewhere is linear (ISO 32000-1, 8.6.6.4)."""
    tint = {
        "FunctionType": 2,
        "Domain": Array([0, 1]),
        "C0": Array([0, 0, 0, 0]),
        "C1": Array([number(part) for part in inks]),
        "N": 1,
    }
    return Array(["/Separation", name(ink), "/DeviceCMYK", Dictionary(tint)])


def _inks(inks: Iterable[float]) -> str:
    return " ".join(map(number, inks))
