"""Characters that cannot be seen and that YAML does not take for a space: pasted where one has to stand, they break what
looks right.

Comes in: text that is not YAML, and the line of the error. Goes out: the characters that may be to blame, with their names
and the line as it would be with a space in their place. Refuses to judge: `recover` parses it again.
"""

import re
import unicodedata
from typing import NamedTuple

BLANKS = "\u00a0\u00ad\u1680\u2000-\u200d\u202f\u205f\u2060\u3000"
_WIDTHLESS = "\u00ad\u200b\u200c\u200d\u2060"
# in the indentation, behind a dash, or behind the colon of a key
_SPOT = re.compile(rf"^[ -]*(?P<indent>[{BLANKS}])|^[ -]*[\w-]{{1,60}}:(?P<value>[{BLANKS}])")


class Blank(NamedTuple):
    """A character in the place of a space; line and column from 0. `mended`: the line without such characters."""

    name: str
    line: int
    column: int
    mended: str
    hint: str


def blanks_to_blame(lines: list[str], failed: int) -> list[Blank]:
    """The last line with such a character up to the line `failed` (from 0), with a space in its place or with nothing."""
    for number in range(min(failed, len(lines) - 1), -1, -1):
        found = _SPOT.match(lines[number])
        if found is None:
            continue
        column = found.start(found.lastgroup or 0)
        name = name_of(lines[number][column])
        without = re.sub(f"[{_WIDTHLESS}]", "", lines[number])
        spaced = re.sub(f"[{BLANKS}]", " ", lines[number])
        hints = {spaced: "delete it and type a space", without: "delete it"}
        order = (spaced, without) if lines[number][column] not in _WIDTHLESS else (without, spaced)
        return [Blank(name, number, column, mended, hints[mended]) for mended in dict.fromkeys(order)]
    return []


def name_of(char: str) -> str:
    """The name of a character, and its number."""
    return f"{unicodedata.name(char, 'without a name').lower()} (U+{ord(char):04X})"
