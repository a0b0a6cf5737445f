"""Where in the source each character of a scalar stands.

Comes: the source, where a scalar begins and ends in it, and how it is written. Goes: an index of the source for each
character of its text. Promise: what is returned fits the text, character by character; otherwise it is None. Follows the
rules of YAML 1.1 (5.7 escapes, 9.1 flow scalars, 9.2 block scalars) as libyaml reads them; line breaks are line feeds.
"""

import re
import unicodedata
from array import array
from collections.abc import Iterable, Iterator

# a node's anchor and tag stand before its text, with comments between
_PROPERTIES = r"(?:[&!]\S*(?:[ \t\n]|#[^\n]*\n)*)*"
_PLAIN = r"[ \t\n]+|[^ \t\n]+"
_SINGLE = r"[ \t\n]+|''|[^ \t\n']+"
_DOUBLE = r"[ \t\n]+|\\\n[ \t\n]*|\\x..|\\u.{4}|\\U.{8}|\\.|[^ \t\n\\]+"
_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


class _Reading:
    """Characters as written, each with its index in the source."""

    def __init__(self) -> None:
        self.chars: list[str] = []
        self.spots = array("l")

    def add(self, chars: Iterable[str], spots: Iterable[int]) -> None:
        self.chars.extend(chars)
        self.spots.extend(spots)


def trace(source: str, start: int, end: int, style: str, text: str) -> "array[int] | None":
    """An index of the source for each character of `text`, which is in NFC."""
    found = re.compile(_PROPERTIES).match(source, start, end)
    start = found.end() if found else start
    if style == "|" or style == ">":
        return next((spots for reading in _block(source, start, end) if (spots := _compose(reading, text))), None)
    if style == '"':
        return _compose(_flow(source, start + 1, end - 1, _DOUBLE), text)
    if style == "'":
        return _compose(_flow(source, start + 1, end - 1, _SINGLE), text)
    return _compose(_flow(source, start, end, _PLAIN), text)


def _compose(reading: _Reading, text: str) -> "array[int] | None":
    """The spots of a text in NFC from those of its characters as written; None when it is another text."""
    chars = reading.chars
    if "".join(chars) == text:
        return reading.spots
    spots = array("l")
    made: list[str] = []
    at = 0
    while at < len(chars):
        after = at + 1
        while after < len(chars) and _composes(chars[after - 1], chars[after]):
            after += 1
        part = unicodedata.normalize("NFC", "".join(chars[at:after]))
        made.append(part)
        spots.extend(reading.spots[min(at + number, after - 1)] for number in range(len(part)))
        at = after
    return spots if "".join(made) == text else None


def _composes(char: str, after: str) -> bool:
    """Whether NFC may change two characters that stand together: marks, and the vowels and finals of Hangul."""
    if after.isascii():
        return False
    return unicodedata.combining(after) > 0 or not unicodedata.is_normalized("NFC", char + after)


def _flow(source: str, start: int, end: int, pattern: str) -> _Reading:
    """A plain or quoted scalar."""
    reading = _Reading()
    for found in re.compile(pattern).finditer(source, start, end):
        part, at = found[0], found.start()
        if part[0] in " \t\n":
            breaks = [at + number for number, char in enumerate(part) if char == "\n"]
            if not breaks:
                reading.add(part, range(at, found.end()))
            elif len(breaks) == 1:  # a single line break is a space (YAML 1.1, 9.1.3)
                reading.add(" ", [at])
            else:
                reading.add("\n" * (len(breaks) - 1), breaks[1:])
        elif part.startswith("\\") and pattern is _DOUBLE:
            _unescape(part, at, reading)
        elif part == "''" and pattern is _SINGLE:
            reading.add("'", [at])
        else:
            reading.add(part, range(at, found.end()))
    return reading


def _unescape(part: str, at: int, reading: _Reading) -> None:
    sign = part[1]
    if sign == "\n":  # an escaped line break is nothing; the empty lines after it are breaks
        breaks = [at + number for number, char in enumerate(part) if char == "\n"][1:]
        reading.add("\n" * len(breaks), breaks)
    elif sign in "xuU":
        reading.add(chr(int(part[2:], 16)), [at])
    else:
        reading.add(_ESCAPES.get(sign, sign), [at])


def _block(source: str, start: int, end: int) -> Iterator[_Reading]:
    """A literal or folded scalar, read with each indentation that it can have."""
    header, _, body = source[start:end].partition("\n")
    lines: list[tuple[int, str]] = []
    at = start + len(header) + 1
    for line in body.split("\n"):
        lines.append((at, line))
        at += len(line) + 1
    if not lines[-1][1].strip(" "):
        lines.pop()  # what stands before the token behind the scalar
    filled = next((line for _, line in lines if line.strip(" ")), "")
    deepest = len(filled) - len(filled.lstrip(" "))
    header = header.partition("#")[0]
    widths = range(deepest, 0, -1) if any(char.isdigit() for char in header) else [deepest]
    chomp = "+" if "+" in header else "-" if "-" in header else ""
    for width in widths:
        yield _unfold(lines, width, chomp, folded=header.startswith(">"))


def _unfold(lines: list[tuple[int, str]], width: int, chomp: str, *, folded: bool) -> _Reading:
    """A block scalar indented by `width` (YAML 1.1, 9.2). Trailing breaks: all with `+`, none with `-`, else one."""
    reading = _Reading()
    breaks: list[int] = []
    keeps_break = True  # no text before it, or a line that begins with white space
    for start, line in lines:
        body = line[width:]
        if not body:
            breaks.append(start + len(line))
            continue
        is_blank = body[0] in " \t"
        if not folded or keeps_break or is_blank:
            reading.add("\n" * len(breaks), breaks)
        elif len(breaks) == 1:
            reading.add(" ", breaks)
        else:
            reading.add("\n" * (len(breaks) - 1), breaks[1:])
        reading.add(body, range(start + width, start + len(line)))
        breaks = [start + len(line)]
        keeps_break = is_blank
    last = breaks if chomp == "+" else [] if chomp == "-" or not reading.chars else breaks[:1]
    reading.add("\n" * len(last), last)
    return reading
