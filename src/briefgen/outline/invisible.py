"""Blanks that YAML does not take for blanks: pasted where a space has to stand, they break what looks right.

Comes in: text that is not YAML, and the line of the error. Goes out: the character that is to blame, when putting a space in
its place mends that error. Refuses to guess: the text is parsed again.
"""

import re
import unicodedata
from typing import NamedTuple

import yaml

_BLANKS = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000"
# in the indentation, behind a dash, or behind the colon of a key
_SPOT = re.compile(rf"^[ -]*(?P<indent>[{_BLANKS}])|^[ -]*[\w-]{{1,60}}:(?P<value>[{_BLANKS}])")


class Blank(NamedTuple):
    """A character in the place of a space; line and column from 0."""

    name: str
    line: int
    column: int


def blank_to_blame(lines: list[str], failed: int) -> Blank | None:
    """The last such character up to the line `failed` (from 0), when with a space the text fails later or not at all."""
    for number in range(min(failed, len(lines) - 1), -1, -1):
        found = _SPOT.match(lines[number])
        if found is None:
            continue
        column = found.start(found.lastgroup or 0)
        mended = re.sub(rf"[{_BLANKS}]", " ", lines[number])
        if not failed < _failure([*lines[:number], mended, *lines[number + 1 :]]):
            return None
        char = lines[number][column]
        return Blank(f"{unicodedata.name(char).lower()} (U+{ord(char):04X})", number, column)
    return None


def _failure(lines: list[str]) -> float:
    """The line at which YAML fails, from 0, or infinity."""
    parser = yaml.CSafeLoader("\n".join(lines))
    try:
        while parser.check_event():
            parser.get_event()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return -1 if mark is None else int(mark.line)
    return float("inf")
