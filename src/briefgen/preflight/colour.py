"""Colour spaces, and the inks that a colour in one of them takes.

Comes in: a colour space as a file writes it, and the numbers of a colour. Goes out: a Space, and shares of inks by name.
The promise: a space that makes no sense is `unknown`, which no rule judges; nesting is bounded. Refuses to know where a
colour is used.

Inks are those of the separations: Cyan, Magenta, Yellow, Black and the names of spot colours (ISO 32000-1, 8.6.6.4). RGB and
Lab have none before the printer's program converts them.
"""

from typing import Any, Literal

import msgspec
import pikepdf

from briefgen.preflight import functions
from briefgen.preflight.objects import FAULTS, TooLargeError, decoded, entry, items, name, number, path

Family = Literal["gray", "rgb", "cmyk", "lab", "spot", "indexed", "pattern", "unknown"]
Inks = dict[str, float]

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
ALL, NONE = "All", "None"
MOST_DEPTH = 6
MOST_COLOURANTS = 32
STEPS = (0.0, 0.25, 0.5, 0.75, 1.0)  # shares of a spot colour at which two definitions of it are compared
ALIKE = 0.02  # by which a colour may differ, of the 0 to 1 of device colours, and be the same
MOST_TABLE = 1 << 16
MOST_HEADER = 1 << 12  # bytes of an image in which its colour is looked for
DEVICES: dict[str, Family] = {
    "DeviceGray": "gray",
    "DeviceRGB": "rgb",
    "DeviceCMYK": "cmyk",
    "G": "gray",  # the short names are for inline images (ISO 32000-1, 8.9.7)
    "RGB": "rgb",
    "CMYK": "cmyk",
}
DEFAULTS = {"gray": "/DefaultGray", "rgb": "/DefaultRGB", "cmyk": "/DefaultCMYK"}
BY_COMPONENTS: dict[int, Family] = {1: "gray", 3: "rgb", 4: "cmyk"}


class Space(msgspec.Struct, frozen=True):
    """A colour space. `managed`: a profile or a calibration says what its numbers look like.

    `names`: the colourants of a Separation or DeviceN (family `spot`). `base`: the space under an Indexed or a Pattern
    space, the alternate of a `spot`. `tints`: for each colourant, what its STEPS are in the alternate space; nothing where
    that cannot be said.
    """

    family: Family
    size: int
    managed: bool = False
    names: tuple[str, ...] = ()
    base: "Space | None" = None
    table: bytes = b""
    tints: tuple[tuple[tuple[float, ...], ...], ...] = ()


GRAY = Space("gray", 1)
RGB = Space("rgb", 3)
CMYK = Space("cmyk", 4)
UNKNOWN = Space("unknown", 0)
PATTERN = Space("pattern", 0)
BY_PROFILE = {b"GRAY": Space("gray", 1, True), b"RGB ": Space("rgb", 3, True), b"CMYK": Space("cmyk", 4, True)}
BY_NUMBER = {12: CMYK, 16: BY_PROFILE[b"RGB "], 17: GRAY, 18: BY_PROFILE[b"RGB "]}
DEVICE = {"gray": GRAY, "rgb": RGB, "cmyk": CMYK}


class Spaces:
    """Reads colour spaces, each once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int] | bytes, Space] = {}

    def read(self, value: Any, resources: Any, depth: int = 0) -> Space:
        """The space that a name or an array stands for, among a page's or a form's resources."""
        if depth > MOST_DEPTH:
            return UNKNOWN
        if isinstance(value, pikepdf.Name):
            return self._named(value, resources, depth)
        if not isinstance(value, pikepdf.Array) or not len(value):
            return UNKNOWN
        # an array within the resources is known by what it says, but that may stand for a default among the resources
        key = value.objgen if value.is_indirect else b"" if _has_defaults(resources) else value.unparse()
        if key and key in self._known:
            return self._known[key]
        try:
            space = self._array(value, resources, depth)
        except (TooLargeError, *FAULTS):
            space = UNKNOWN
        if key:
            self._known[key] = space
        return space

    def _named(self, value: Any, resources: Any, depth: int) -> Space:
        said = name(value)
        family = DEVICES.get(said)
        if family is not None:
            default = path(resources, "/ColorSpace", DEFAULTS[family])
            if default is not None and not isinstance(default, pikepdf.Name):
                return self.read(default, None, depth + 1)
            return DEVICE[family]
        if said == "Pattern":
            return PATTERN
        if not said:
            return UNKNOWN
        other = path(resources, "/ColorSpace", value)
        return UNKNOWN if other is None or name(other) == said else self.read(other, resources, depth + 1)

    def _array(self, value: Any, resources: Any, depth: int) -> Space:
        kind = name(value[0])
        if len(value) == 1 or kind in DEVICES:
            return self._named(value[0], resources, depth + 1)
        if kind == "ICCBased":
            return Space(BY_COMPONENTS.get(int(number(entry(value[1], "/N")) or 0), "unknown"), _components(value[1]), True)
        if kind in ("CalGray", "CalRGB"):
            return Space("gray", 1, True) if kind == "CalGray" else Space("rgb", 3, True)
        if kind == "Lab":
            return Space("lab", 3, True)
        if kind in ("Indexed", "I") and len(value) >= 4:
            table = value[3]
            data = decoded(table, MOST_TABLE) if isinstance(table, pikepdf.Stream) else bytes(table)[:MOST_TABLE]
            return Space("indexed", 1, base=self.read(value[1], resources, depth + 1), table=data)
        if kind == "Pattern":
            return Space("pattern", 0, base=self.read(value[1], resources, depth + 1))
        if kind in ("Separation", "DeviceN") and len(value) >= 4:
            names = tuple(name(item) for item in items(value[1])[:MOST_COLOURANTS])
            alternate = self.read(value[2], resources, depth + 1)
            return Space("spot", len(names), names=names, base=alternate, tints=_tints(value[3], len(names)))
        return UNKNOWN


def _has_defaults(resources: Any) -> bool:
    spaces = entry(resources, "/ColorSpace")
    return any(entry(spaces, key) is not None for key in DEFAULTS.values())


def _components(profile: Any) -> int:
    return int(number(entry(profile, "/N")) or 0)


def _tints(transform: Any, count: int) -> tuple[tuple[tuple[float, ...], ...], ...]:
    """What a tint transform makes of each colourant by itself, at all STEPS."""
    try:
        run = functions.read(transform)
        if run is None:
            return ()
        return tuple(
            tuple(run([step if other == at else 0.0 for other in range(count)]) for step in STEPS) for at in range(count)
        )
    except (TooLargeError, *FAULTS):
        return ()


def conflict(one: Space, other: Space, ink: str) -> bool:
    """Whether two spaces say that a spot colour looks in two ways.

    The alternate of a DeviceN, which is one for all its colours, may be of another kind than that of a Separation.
    """
    if one.base is None or other.base is None:
        return False
    if one.base.family != other.base.family:
        return one.size == other.size == 1
    if not one.tints or not other.tints:
        return False
    slack = ALIKE * (100 if one.base.family == "lab" else 1)
    pairs = zip(one.tints[one.names.index(ink)], other.tints[other.names.index(ink)], strict=True)
    return any(abs(a - b) > slack for mine, theirs in pairs for a, b in zip(mine, theirs, strict=False))


def of_jpeg2000(data: bytes) -> Space:
    """The space that a JPEG 2000 image says it is in, where its dictionary names none (ISO 32000-1, 7.4.9)."""
    at = data.find(b"colr", 0, MOST_HEADER)
    method = data[at + 4] if 0 <= at < len(data) - 11 else 0
    if method == 1:  # by number (ISO 15444-1, I.5.3.3; CMYK is in 15444-2)
        return BY_NUMBER.get(int.from_bytes(data[at + 7 : at + 11], "big"), UNKNOWN)
    return BY_PROFILE.get(data[at + 23 : at + 27], UNKNOWN) if method == 2 else UNKNOWN


def first(space: Space) -> tuple[float, ...]:
    """The colour that a space begins with (ISO 32000-1, 8.6.5.1 and others)."""
    if space.family == "cmyk":
        return (0.0, 0.0, 0.0, 1.0)
    return (1.0,) * space.size if space.family == "spot" else (0.0,) * space.size


def inks(space: Space, values: tuple[float, ...]) -> Inks | None:
    """The share, from 0 to 1, of each ink that a colour takes; None when only the printer's program knows."""
    if space.family == "indexed" and space.base is not None and values:
        at = int(values[0]) * space.base.size
        entry_ = space.table[at : at + space.base.size]
        return inks(space.base, tuple(byte / 255 for byte in entry_)) if space.base.family != "indexed" else None
    if len(values) < space.size:
        return None
    shares = [min(1.0, max(0.0, value)) for value in values]
    if space.family == "gray":
        return {"Black": 1 - shares[0]}
    if space.family == "cmyk":
        return dict(zip(PROCESS, shares, strict=False))
    if space.family == "spot":
        found: Inks = {}
        for ink, share in zip(space.names, shares, strict=False):
            if ink == ALL:
                found |= dict.fromkeys(PROCESS, share)
            elif ink != NONE:
                found[ink] = share
        return found
    return None


def is_white(space: Space, values: tuple[float, ...]) -> bool:
    """Whether a colour is no ink at all, or the white of RGB."""
    taken = inks(space, values)
    if taken is not None:
        return all(share < 0.005 for share in taken.values())
    return space.family == "rgb" and len(values) == 3 and min(values) > 0.995


def is_black(space: Space, values: tuple[float, ...]) -> bool:
    """Whether a colour is read as black: it reflects less than an eighth of the light in each third of the spectrum."""
    taken = inks(space, values)
    if taken is None:
        return space.family == "rgb" and space.managed and len(values) == 3 and max(values) <= 0.12
    key = taken.get("Black", 0.0)
    return all((1 - taken.get(ink, 0.0)) * (1 - key) <= 0.12 for ink in PROCESS[:3])


def bottom(space: Space) -> Space:
    """The space under indexes and patterns."""
    while space.family in ("indexed", "pattern") and space.base is not None:
        space = space.base
    return space


def colourants(space: Space) -> tuple[str, ...]:
    """The spot colours that a space names, itself or under an index; the process colours are none."""
    space = bottom(space)
    if space.family != "spot":
        return ()
    return tuple(ink for ink in space.names if ink not in (*PROCESS, ALL, NONE))
