"""Entries of PDF objects, whatever is really there.

Comes in: any object of pikepdf. Goes out: a value of the type that was asked for, or None. The promise: nothing raises
because an entry is missing or of another type than it should be; what is read of a stream or an array is bounded.
Refuses to know what entries mean.
"""

import math
import re
import zlib
from collections.abc import Iterator
from typing import Any

import pikepdf

# What reading a damaged file may raise: qpdf's own errors are RuntimeErrors or PdfErrors; the rest is Python's.
FAULTS = (
    pikepdf.PdfError,
    RuntimeError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    ArithmeticError,
    NotImplementedError,
)
CONTAINERS = (pikepdf.Dictionary, pikepdf.Stream)  # of entries
MOST_ITEMS = 1 << 20  # as many as an array may have that is read at all (see `document`)
SURROGATE = 0xDC00  # what Python adds to a byte that is not UTF-8
LANGUAGE = re.compile("\x1b[A-Za-z]{2}(?:[A-Za-z]{2})?\x1b")  # of what follows in a text string (ISO 32000-1, 7.9.2.2)
LZW_MOST = 1 << 18  # LZW can swell 1,400-fold and qpdf sets it no limit


class TooLargeError(Exception):
    """A stream holds more than the judge may read."""


def entry(holder: Any, key: Any) -> Any:
    """An entry of a dictionary or stream; None when there is none.

    A name that comes from the file is given as it came: as text, one that is not in UTF-8 would not be found.
    """
    if holder is None:
        return None
    try:
        # `get` alone takes six times as long for an entry that is missing, and most are
        return holder.get(key) if key in holder else None
    except FAULTS:  # it is no dictionary; to ask first would take as long again
        return None


def path(holder: Any, *keys: Any) -> Any:
    """An entry of an entry of …"""
    for key in keys:
        holder = entry(holder, key)
    return holder


def number(value: Any) -> float | None:
    """A finite number of a size that a page can have; None for anything else."""
    if isinstance(value, bool) or (not isinstance(value, int | float) and type(value).__name__ != "Decimal"):
        return None
    try:
        real = float(value)
    except (OverflowError, ValueError):
        return None
    return real if math.isfinite(real) and abs(real) < 1e9 else None


def numbers(value: Any, count: int) -> tuple[float, ...] | None:
    """An array of exactly `count` numbers."""
    if not isinstance(value, pikepdf.Array) or len(value) != count:
        return None
    found = [number(item) for item in items(value)]
    return None if None in found else tuple(item for item in found if item is not None)


def numbers_of(operands: Any, count: int) -> tuple[float, ...]:
    """The first operands of an operator as numbers. IndexError or TypeError when there are not as many."""
    if len(operands) == count:
        return tuple(map(float, operands))
    if len(operands) < count:
        raise IndexError(count)
    return tuple(map(float, list(operands)[:count]))


def name(value: Any) -> str:
    """A name without its slash; "" for anything else. Bytes that are not UTF-8 are spelled as files spell them: #E9."""
    return _spelled(bytes(value)[1:].decode("utf-8", "surrogateescape")) if isinstance(value, pikepdf.Name) else ""


def _spelled(text: str) -> str:
    if text.isascii():
        return text
    codes = (ord(character) - SURROGATE for character in text)
    return "".join(
        f"#{code:02X}" if 0x80 <= code <= 0xFF else character for code, character in zip(codes, text, strict=True)
    )


def text(value: Any) -> str:
    """A text string as a viewer shows it, without codes of languages; "" for anything else."""
    if not isinstance(value, pikepdf.String):
        return ""
    try:
        return LANGUAGE.sub("", str(value))
    except FAULTS:
        return ""


def items(value: Any) -> list[Any]:
    """The items of an array; an object that is no array is one item, None is no item."""
    if value is None:
        return []
    if not isinstance(value, pikepdf.Array):
        return [value]
    try:
        return [value[position] for position in range(min(len(value), MOST_ITEMS))]
    except FAULTS:
        return []


def pairs(value: Any) -> Iterator[tuple[str, Any]]:
    """The entries of a dictionary, keys without their slash, spelled as `name` does."""
    if isinstance(value, CONTAINERS):
        for count, (key, item) in enumerate(value.items()):
            if count >= MOST_ITEMS:
                return
            yield _spelled(key[1:]), item


def identity(value: Any) -> tuple[int, int] | None:
    """What tells an indirect object from all others; None for a direct one."""
    try:
        return value.objgen if value.is_indirect else None
    except (AttributeError, *FAULTS):
        return None


def filters(stream: Any) -> list[str]:
    """The names of a stream's filters, in full."""
    return [name(item) for item in items(entry(stream, "/Filter"))]


def swells(error: Exception) -> bool:
    """Whether something went wrong because a stream holds more than qpdf was allowed to inflate."""
    return "limit exceeded" in str(error)


def decoded(stream: Any, most: int, *, images: bool = False) -> bytes:
    """A stream's bytes with its filters undone; with `images`, those that keep pictures (JPEG) too.

    TooLargeError when there are more than `most`, which is found out without inflating them all; one of FAULTS when damaged.
    """
    used = filters(stream)
    plain = _inflated(stream, used, most)
    if plain is not None:
        return plain
    if "LZWDecode" in used and len(stream.read_raw_bytes()) > LZW_MOST:
        raise TooLargeError
    level = pikepdf.StreamDecodeLevel.all if images else pikepdf.StreamDecodeLevel.generalized
    try:
        data: bytes = stream.read_bytes(level)
    except FAULTS as error:
        if swells(error):
            raise TooLargeError from error
        raise
    if len(data) > most:
        raise TooLargeError
    return data


def _inflated(stream: Any, used: list[str], most: int) -> bytes | None:
    """What a stream holds when nothing but Flate keeps it; None when qpdf has to read it. TooLargeError as soon as it shows.

    A predictor adds a byte to each row, which is less than as much again.
    """
    if used[:1] != ["FlateDecode"]:
        return None
    data: bytes = stream.read_raw_bytes()
    for count, filter in enumerate(used, 1):
        if filter != "FlateDecode":
            return None
        inflater = zlib.decompressobj()
        try:
            data = inflater.decompress(data, 2 * most + 1024)
        except zlib.error:
            return None
        if inflater.unconsumed_tail:
            raise TooLargeError
        if not inflater.eof or (count == len(used) and entry(stream, "/DecodeParms") is not None):
            return None
    if len(data) > most:
        raise TooLargeError
    return data
