"""Colours of a drawing in the inks of the file that takes it.

Comes: a colour space of a PDF with values in it. Goes: what sets the same colour here. Promise: only device colours of
the file's own kind come out: gray, sRGB, or the inks of the press, black alone where it is neutral. Raises ArtFault for a
space that cannot be told.
"""

from collections.abc import Callable

import pikepdf

from briefgen.geometry import Colour
from briefgen.pdf.art.fault import ArtFault, Object
from briefgen.pdf.art.functions import Values, evaluate
from briefgen.pdf.number import number
from briefgen.pdf.office import STROKING, Office

SPACES = {"/DeviceGray": 1, "/G": 1, "/CalGray": 1, "/DeviceRGB": 3, "/RGB": 3, "/CalRGB": 3, "/DeviceCMYK": 4, "/CMYK": 4}
OPERATORS = {1: "g", 3: "rg", 4: "k"}


class Inker:
    """Sets colours. `only`: the operators of the one colour that everything gets; `mask`: only the luminosity matters."""

    def __init__(self, office: Office, only: Colour | None = None) -> None:
        self._office = office
        self._only = only
        self._known: dict[tuple[int, Values, bool], str] = {}

    @property
    def space(self) -> str:
        """The device space that colours come in."""
        return self._office.device

    def operators(self, space: Object, values: Values, *, stroke: bool, mask: bool) -> str:
        """What sets a colour, for fills or strokes."""
        count, values = self.plain(space, values)
        key = (count, values, mask)
        if key not in self._known:
            self._known[key] = self._written(count, values, mask)
        written = self._known[key]
        return for_strokes(written) if stroke else written

    def ink(self, space: Object, *, mask: bool) -> Callable[[Values], Values]:
        """What turns values in a space into values of `space`, or into gray for a mask."""

        def turned(values: Values) -> Values:
            count, plain = self.plain(space, values)
            if mask:
                return (_luminosity(count, plain),)
            if self._only is not None:
                return self._office.values(self._only)
            return self._office.separated(plain) if count == 4 else self._office.values(_colour(plain))

        return turned

    def _written(self, count: int, values: Values, mask: bool) -> str:
        if mask:
            return f"{number(_luminosity(count, values))} g"
        if self._only is not None:
            return self._office.solid(self._only)
        if count == 4:
            found = self._office.separated(values)
            return f"{' '.join(map(number, found))} {OPERATORS[len(found)]}"
        return self._office.solid(_colour(values))

    def plain(self, space: Object, values: Values, depth: int = 0) -> tuple[int, Values]:
        """How many parts a colour has in gray, RGB or CMYK, and these parts."""
        if depth > 4:
            raise ArtFault("colour spaces within colour spaces without an end")
        name = str(space[0]) if isinstance(space, pikepdf.Array) else str(space)
        if name in SPACES:
            return SPACES[name], values[: SPACES[name]]
        if name == "/ICCBased":
            return int(space[1].get("/N", 3)), values
        if name == "/Indexed":
            return self.plain(space[1], _entry(space, values), depth + 1)
        if name in {"/Separation", "/DeviceN"}:
            if name == "/Separation" and str(space[1]) == "/Black":
                return 4, (0.0, 0.0, 0.0, values[0])
            if name == "/DeviceN" and len(space[1]) > 1:
                raise ArtFault("a mixture of several inks of its own (DeviceN)")
            return self.plain(space[2], evaluate(space[3], values[0]), depth + 1)
        raise ArtFault(f"colours of a kind that is not read, {name[1:]}")


def for_strokes(operators: str) -> str:
    """Operators that set a fill, as those that set a stroke (ISO 32000-1, table 74)."""
    return " ".join(STROKING.get(word, word) for word in operators.split(" "))


def parts_of(space: Object) -> int:
    """How many parts a colour in a space has."""
    name = str(space[0]) if isinstance(space, pikepdf.Array) else str(space)
    if name == "/ICCBased":
        return int(space[1].get("/N", 3))
    return SPACES.get(name, 1)


def _entry(space: Object, values: Values) -> Values:
    """The colour of an index (ISO 32000-1, 8.6.6.3)."""
    table, count = space[3], parts_of(space[1])
    data = table.read_bytes() if isinstance(table, pikepdf.Stream) else bytes(table)
    start = int(values[0]) * count
    return tuple(byte / 255 for byte in data[start : start + count].ljust(count, b"\0"))


def _colour(values: Values) -> Colour:
    bounded = [min(max(value, 0.0), 1.0) for value in values]
    return Colour(bounded[0], bounded[0], bounded[0]) if len(bounded) == 1 else Colour(*bounded[:3])


def _luminosity(count: int, values: Values) -> float:
    """How light a colour is to a mask (ISO 32000-1, 11.3.5.3, of RGB; 10.3.2 of CMYK)."""
    if count == 1:
        return values[0]
    if count == 4:
        values = tuple(1 - min(1.0, value + values[3]) for value in values[:3])
    red, green, blue = values[:3]
    return 0.3 * red + 0.59 * green + 0.11 * blue
