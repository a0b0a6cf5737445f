"""Where the units of a number stand, so that a column of numbers can have units under units.

Comes: the cells of a column, and the brief's language. Goes: the column's decimal sign, and the place in a cell where what
follows the units begins. Promise: one sign for a column; a sign that groups thousands is not taken for it. Knows no widths.
"""

import re
from collections.abc import Iterable

from briefgen.content.numbers import style_of

_SPACES = " \u00a0\u2009\u202f"
_NUMBER = rf"\d(?:[\d.,'’{_SPACES}]*\d)?"
_CELL = rf"\D{{0,6}}(?P<number>{_NUMBER})(?!\d).{{0,12}}"  # with a sign or a unit; anything longer is text
_SHORT = 6  # characters of a cell without a number that stands under the units: a dash, n/a


def decimal_sign(cells: Iterable[str], language: str) -> str:
    """The decimal sign of a column: what its numbers show beyond doubt, else that of the language."""
    shown = {sign for cell in cells if (sign := _certain(cell))}
    if len(shown) == 1:
        return shown.pop()
    return style_of(language).point


def units_end(cell: str, sign: str) -> int | None:
    """The place after the units of a cell's number: at its decimal sign, or its end; None for a cell of text."""
    found = re.fullmatch(_CELL, cell)
    if found is None:
        return len(cell) if len(cell) <= _SHORT else None
    number = found["number"]
    return found.start("number") + (number.index(sign) if number.count(sign) == 1 else len(number))


def _certain(cell: str) -> str:
    """The sign of a number that groups nothing: “1.5”, “0,125”, “1.234,5”; "" where it may group, or there is none."""
    found = re.search(_NUMBER, cell)
    number = re.sub(rf"['’{_SPACES}]", "", found[0]) if found else ""
    signs = [c for c in number if c in ".,"]
    if not signs or signs.count(signs[-1]) > 1:
        return ""
    whole, _, part = number.rpartition(signs[-1])
    groups = len(part) == 3 and len(signs) == 1 and 1 <= len(whole) <= 3 and whole != "0"
    return "" if groups else signs[-1]
