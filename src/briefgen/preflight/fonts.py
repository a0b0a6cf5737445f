"""Fonts as the judge needs them: whether they are in the file, how wide their glyphs are, what characters they stand for.

Comes in: a font dictionary. Goes out: a Font. The promise: a font that makes no sense has glyphs of half an em. Refuses to
know the shapes of glyphs.
"""

import re
from collections.abc import Sequence
from struct import unpack_from
from typing import Any

import msgspec
import pikepdf

from briefgen.preflight.matrix import IDENTITY, Matrix, matrix_of
from briefgen.preflight.objects import FAULTS, TooLargeError, decoded, entry, items, name, number, numbers, pairs, text

PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")
MOST_MAP = 1 << 22
MOST_WIDTHS = 1 << 18
MOST_DRAWN = 256
# Encodings that give each code of a simple font a character (ISO 32000-1, 9.10.2)
LATIN = {"WinAnsiEncoding", "MacRomanEncoding", "MacExpertEncoding", "StandardEncoding"}
COLLECTIONS = {"GB1", "CNS1", "Japan1", "Korea1", "KR"}  # ISO 32000-1, 9.10.2
NONSYMBOLIC = 32  # bit 6 of a font descriptor's flags
# The parts of a ToUnicode map (ISO 32000-1, 9.10.3) in which one code is one character
SECTION = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
SINGLE = re.compile(rb"<([0-9A-Fa-f]{4})>()\s*<([0-9A-Fa-f]{1,4})>")
RANGE = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]{1,4})>")
BLANKS = (0x20, 0xA0)


class Font(msgspec.Struct, frozen=True):
    """A font. `widths` by code, in thousandths of an em; `rise` and `fall`: how far its letters reach, in ems.

    `blanks`: codes without ink. `step`: how many bytes make a code.
    """

    title: str
    embedded: bool
    step: int = 1
    widths: dict[int, float] = {}
    usual: float = 500.0
    rise: float = 0.7
    fall: float = -0.2
    blanks: frozenset[int] = frozenset({32})
    unicode: bool = True
    upright: bool = True  # set from left to right
    table: tuple[float, ...] = ()  # of a font with codes of one byte: all widths, in ems
    drawn: tuple[Any, ...] = ()  # the content streams of glyphs that are drawn like pages (Type 3), with what they need
    matrix: Matrix = IDENTITY
    resources: Any = None

    def codes(self, string: bytes | bytearray) -> Sequence[int]:
        """The codes of a string."""
        return string if self.step == 1 else unpack_from(f">{len(string) // 2}H", string)

    def width(self, codes: Sequence[int]) -> float:
        """The width of glyphs side by side, in ems."""
        if self.table:
            return sum(map(self.table.__getitem__, codes))
        widths, usual = self.widths, self.usual
        return sum([widths.get(code, usual) for code in codes]) / 1000

    def blanks_of(self, codes: Sequence[int]) -> tuple[Sequence[int], Sequence[int]]:
        """The blanks before and after what shows. All of it is before when nothing does."""
        blanks, end = self.blanks, len(codes)
        if end and codes[0] not in blanks and codes[-1] not in blanks:
            return (), ()
        start = next((at for at, code in enumerate(codes) if code not in blanks), end)
        while end > start and codes[end - 1] in blanks:
            end -= 1
        return codes[:start], codes[end:]


NOTHING = Font("", True)


def read(value: Any) -> Font:
    """The font of a dictionary."""
    kind = name(entry(value, "/Subtype"))
    if kind == "Type0":
        return _composite(value)
    title = name(entry(value, "/BaseFont")) or name(entry(value, "/Name")) or "without a name"
    descriptor = entry(value, "/FontDescriptor")
    rise, fall = _reach(descriptor)
    scale, drawn, matrix = 1.0, (), IDENTITY
    if kind == "Type3":
        matrix = matrix_of(numbers(entry(value, "/FontMatrix"), 6) or (0.001, 0, 0, 0.001, 0, 0))
        drawn = tuple(glyph for _, glyph in pairs(entry(value, "/CharProcs")))[:MOST_DRAWN]
        scale = abs(matrix[0]) * 1000
        box = numbers(entry(value, "/FontBBox"), 4) or (0, 0, 0, 0)
        rise, fall = max(box[1], box[3]) * abs(matrix[3]), min(box[1], box[3]) * abs(matrix[3])
    first = int(number(entry(value, "/FirstChar")) or 0)
    widths = {first + at: scale * (number(width) or 0.0) for at, width in enumerate(items(entry(value, "/Widths"))[:256])}
    usual = number(entry(descriptor, "/MissingWidth")) or (0.0 if widths else 500.0)
    return Font(
        title,
        kind == "Type3" or any(isinstance(entry(descriptor, key), pikepdf.Stream) for key in PROGRAMS),
        widths=widths,
        usual=usual,
        rise=rise,
        fall=fall,
        # the glyphs of Type 1 programs have names, which are those of characters but for fonts of ornaments
        table=tuple(widths.get(code, usual) / 1000 for code in range(256)),
        unicode="Type1" in kind or entry(value, "/ToUnicode") is not None or _is_named(value, descriptor),
        drawn=drawn,
        matrix=matrix,
        resources=entry(value, "/Resources"),
    )


def _composite(value: Any) -> Font:
    """A font of two-byte codes (ISO 32000-1, 9.7), which is what all but a few fonts of East Asia have."""
    below = (items(entry(value, "/DescendantFonts")) or [None])[0]
    descriptor = entry(below, "/FontDescriptor")
    rise, fall = _reach(descriptor)
    encoding = name(entry(value, "/Encoding"))
    mapping = entry(value, "/ToUnicode")
    return Font(
        name(entry(value, "/BaseFont")) or "without a name",
        any(isinstance(entry(descriptor, key), pikepdf.Stream) for key in PROGRAMS),
        step=2,
        widths=_ranges(items(entry(below, "/W"))),
        usual=1000.0 if number(entry(below, "/DW")) is None else number(entry(below, "/DW")) or 0.0,
        rise=rise,
        fall=fall,
        blanks=_blanks(mapping),
        unicode=mapping is not None or not encoding.startswith("Identity") or _is_known(below),
        upright=not encoding.endswith("V"),
    )


def _is_known(below: Any) -> bool:
    """Whether a font's glyphs are numbered as in a collection of Adobe's, so that characters are known by their numbers."""
    system = entry(below, "/CIDSystemInfo")
    return text(entry(system, "/Registry")) == "Adobe" and text(entry(system, "/Ordering")) in COLLECTIONS


def _reach(descriptor: Any) -> tuple[float, float]:
    """How far letters reach over and under the line. What a font says of itself is cut to what letters do."""
    cap = number(entry(descriptor, "/CapHeight")) or number(entry(descriptor, "/Ascent")) or 700.0
    fall = number(entry(descriptor, "/Descent")) or -200.0
    return min(max(cap, 400.0), 800.0) / 1000, max(min(fall, 0.0), -250.0) / 1000


def _is_named(value: Any, descriptor: Any) -> bool:
    """Whether a simple font's codes have characters without a ToUnicode map."""
    encoding = entry(value, "/Encoding")
    base = name(encoding) or name(entry(encoding, "/BaseEncoding"))
    flags = int(number(entry(descriptor, "/Flags")) or 0)
    return base in LATIN or bool(flags & NONSYMBOLIC) or isinstance(encoding, pikepdf.Dictionary) or descriptor is None


def _ranges(array: list[Any]) -> dict[int, float]:
    """A W array: `first [w w …]` and `first last w` (ISO 32000-1, 9.7.4.3)."""
    widths: dict[int, float] = {}
    at = written = 0
    while at + 1 < len(array) and written < MOST_WIDTHS:
        first = int(number(array[at]) or 0)
        if isinstance(array[at + 1], pikepdf.Array):
            widths |= {first + step: number(width) or 0.0 for step, width in enumerate(items(array[at + 1]))}
            at += 2
        elif at + 2 < len(array):
            codes = range(first, min(int(number(array[at + 1]) or 0), first + 0xFFFF, 0xFFFF) + 1)
            widths |= dict.fromkeys(codes, number(array[at + 2]) or 0.0)
            written += len(codes)
            at += 3
        else:
            break
    return widths


def _blanks(mapping: Any) -> frozenset[int]:
    """The codes of a space, by the font's map to characters: `code character` and `first last character`."""
    try:
        data = decoded(mapping, MOST_MAP) if isinstance(mapping, pikepdf.Stream) else b""
    except (TooLargeError, *FAULTS):
        data = b""
    found = set()
    for kind, body in SECTION.findall(data):
        for first, last, character in (SINGLE if kind == b"char" else RANGE).findall(body):
            for blank in BLANKS:
                code = int(first, 16) + blank - int(character, 16)
                if int(first, 16) <= code <= int(last or first, 16):
                    found.add(code)
    return frozenset(found)
