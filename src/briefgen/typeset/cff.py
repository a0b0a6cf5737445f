"""The advance widths that a CFF font program states itself, beside those of the font file's table hmtx.

Comes in: a bare CFF table. Goes out: widths glyph by glyph, in font units. The promise: what a PDF reader will find in the
embedded program (ISO 19005-2, 6.2.11.5, wants the PDF's widths to be the same); None where the program does not say, and no
exception, whatever the bytes are. Format: Adobe Technical Notes 5176 (CFF) and 5177 (Type 2 charstrings).
"""

import struct
from bisect import bisect_right
from collections.abc import Sequence

# operators of DICTs
CHAR_STRINGS, PRIVATE, SUBRS, DEFAULT_WIDTH, NOMINAL_WIDTH = (17,), (18,), (19,), (20,), (21,)
FD_ARRAY, FD_SELECT = (12, 36), (12, 37)
Dict = dict[tuple[int, ...], list[float]]

# operators of charstrings: the first that clears the stack has the width below its other operands
STEMS = frozenset({1, 3, 18, 19, 20, 23})  # these take pairs
MOVES = {4: 1, 14: 0, 21: 2, 22: 1}  # these take so many; an end (14) also takes four
CALL_LOCAL, CALL_GLOBAL, RETURN, ENDCHAR = 10, 29, 11, 14
DEEPEST = 10  # calls within calls (5177, appendix B)
STEPS = 2000  # numbers and calls read before the first operator that clears the stack

BAD = (IndexError, KeyError, ValueError, OverflowError, struct.error)


class Index:
    """An INDEX (5176, 5): `items` by number, `end` the place after it."""

    def __init__(self, data: bytes, at: int) -> None:
        self._data = data
        (self.count,) = struct.unpack_from(">H", data, at)
        self._size = data[at + 2] if self.count else 1
        self._offsets = at + 3
        self._base = at + 2 + (self.count + 1) * self._size
        self.end = self._base + self._offset(self.count) if self.count else at + 2

    def __getitem__(self, number: int) -> bytes:
        if not 0 <= number < self.count:
            raise IndexError(number)
        return self._data[self._base + self._offset(number) : self._base + self._offset(number + 1)]

    def _offset(self, number: int) -> int:
        at = self._offsets + number * self._size
        return int.from_bytes(self._data[at : at + self._size], "big")


class Private:
    """What the glyphs of one Private DICT share (5176, 15)."""

    def __init__(self, data: bytes, owner: Dict) -> None:
        size, at = (int(value) for value in owner[PRIVATE]) if PRIVATE in owner else (0, 0)
        found = read_dict(data[at : at + size])
        self.default = found.get(DEFAULT_WIDTH, [0.0])[0]
        self.nominal = found.get(NOMINAL_WIDTH, [0.0])[0]
        self.subrs = Index(data, at + int(found[SUBRS][0])) if SUBRS in found else None


class Widths:
    """The widths of one CFF program, each read when it is asked for."""

    def __init__(self, table: bytes) -> None:
        self._known: dict[int, float | None] = {}
        try:
            names = Index(table, table[2])
            tops = Index(table, names.end)
            strings = Index(table, tops.end)
            self._global = Index(table, strings.end)
            top = read_dict(tops[0])
            self._strings: Index | None = Index(table, int(top[CHAR_STRINGS][0]))
            owners = [read_dict(each) for each in _all(Index(table, int(top[FD_ARRAY][0])))] if FD_ARRAY in top else [top]
            self._privates = [Private(table, owner) for owner in owners]
            self._firsts: Sequence[int] = (0,)
            self._numbers: Sequence[int] = (0,)
            if FD_SELECT in top:
                self._firsts, self._numbers = _private_numbers(table, int(top[FD_SELECT][0]), self._strings.count)
        except BAD:
            self._strings = None

    def width(self, glyph: int) -> float | None:
        """The width of a glyph in font units; None when the program does not say it."""
        if glyph not in self._known:
            try:
                self._known[glyph] = self._width(glyph)
            except BAD:
                self._known[glyph] = None
        return self._known[glyph]

    def _width(self, glyph: int) -> float | None:
        if self._strings is None:
            return None
        private = self._privates[self._numbers[bisect_right(self._firsts, glyph) - 1]]
        reader = _Reader(private.subrs, self._global)
        operator = reader.first_operator(self._strings[glyph], 0)
        if operator is None:
            return None
        extra = len(reader.stack) % 2 if operator in STEMS else len(reader.stack) > MOVES[operator]
        if operator == ENDCHAR and len(reader.stack) == 4:
            extra = False
        return private.nominal + reader.stack[0] if extra else private.default


class _Reader:
    """Reads one charstring up to the operator that clears the stack, which is left as that finds it."""

    def __init__(self, local: Index | None, everywhere: Index) -> None:
        self.stack: list[float] = []
        self._subrs = {CALL_LOCAL: local, CALL_GLOBAL: everywhere}
        self._steps = 0

    def first_operator(self, code: bytes, depth: int) -> int | None:
        """That operator; None when a subroutine ends before it. ValueError when it is another one, or too far away."""
        at = 0
        while at < len(code):
            self._steps += 1
            byte = code[at]
            if byte >= 28 and byte != CALL_GLOBAL:  # a number
                value, at = _operand(code, at)
                self.stack.append(value)
                continue
            if byte in STEMS or byte in MOVES:
                return byte
            if byte == RETURN:
                return None
            subrs = self._subrs.get(byte)
            if subrs is None or depth == DEEPEST or self._steps > STEPS:
                raise ValueError(byte)
            bias = 107 if subrs.count < 1240 else 1131 if subrs.count < 33900 else 32768
            operator = self.first_operator(subrs[int(self.stack.pop()) + bias], depth + 1)
            if operator is not None:
                return operator
            at += 1
        return None


def read_dict(data: bytes) -> Dict:
    """A DICT (5176, 4): operands by operator. IndexError where it is cut."""
    found: Dict = {}
    operands: list[float] = []
    at = 0
    while at < len(data):
        byte = data[at]
        if byte <= 21:
            length = 2 if byte == 12 else 1
            found[tuple(data[at : at + length])] = operands
            operands = []
            at += length
        elif byte == 29:
            operands.append(float(struct.unpack_from(">i", data, at + 1)[0]))
            at += 5
        elif byte == 30:
            value, at = _real(data, at + 1)
            operands.append(value)
        else:
            value, at = _operand(data, at)
            operands.append(value)
    return found


def _operand(data: bytes, at: int) -> tuple[float, int]:
    """A number at `at`, and where it ends (5177, table 1; the same in a DICT but for 255)."""
    byte = data[at]
    if byte == 28:
        return float(struct.unpack_from(">h", data, at + 1)[0]), at + 3
    if byte == 255:
        return struct.unpack_from(">i", data, at + 1)[0] / 65536, at + 5
    if byte >= 251:
        return float(-(byte - 251) * 256 - data[at + 1] - 108), at + 2
    if byte >= 247:
        return float((byte - 247) * 256 + data[at + 1] + 108), at + 2
    if byte >= 32:
        return float(byte - 139), at + 1
    raise ValueError(byte)


def _real(data: bytes, at: int) -> tuple[float, int]:
    """A real number in nibbles (5176, table 5). ValueError when it is none."""
    text = ""
    while True:
        for nibble in (data[at] >> 4, data[at] & 15):
            if nibble == 15:
                return float(text), at + 1
            text += ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", ".", "E", "E-", "?", "-")[nibble]
        at += 1


def _all(index: Index) -> list[bytes]:
    return [index[number] for number in range(index.count)]


def _private_numbers(table: bytes, at: int, glyphs: int) -> tuple[Sequence[int], Sequence[int]]:
    """FDSelect (5176, 19): the glyphs at which ranges begin, and the number of each range's Private DICT."""
    if table[at] == 0:
        return range(glyphs), table[at + 1 : at + 1 + glyphs]
    if table[at] != 3:
        raise ValueError(table[at])
    (count,) = struct.unpack_from(">H", table, at + 1)
    ranges = [struct.unpack_from(">HB", table, at + 3 + 3 * number) for number in range(count)]
    return [first for first, _ in ranges], [number for _, number in ranges]
