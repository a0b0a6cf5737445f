"""What the readers of text and of workbooks give: rows of cells as they stand in the file, and why a file gives none."""

from collections.abc import Iterable
from typing import NamedTuple

from briefgen.data.record import Cell, Found

CELLS_MOST = 200_000  # ten times what a brief could print; a chart of more is a map
COLUMNS_MOST = 1000
TEXT_MOST = 20_000  # characters of one cell


class Grid(NamedTuple):
    """Rows of cells, from the top, to be read as often as one likes; those of a text may differ in length."""

    rows: Iterable[list[Cell]]
    found: Found
    hints: tuple["Refused", ...] = ()  # what has to be known of it, and keeps nothing from being read
    hidden: frozenset[int] = frozenset()  # columns that the program does not show


class Refused(Exception):  # noqa: N818  the file is at fault, not the program
    """Why a file cannot be read: the code of the problem, what is wrong, what to do, and where in it (0: all of it)."""

    def __init__(self, code: str, said: str, hint: str, row: int = 0, at: int = 0) -> None:
        super().__init__(said)
        self.code = code
        self.hint = hint
        self.row = row
        self.at = at


def too_many(count: str) -> Refused:
    """The refusal of a file of more cells than anybody could read."""
    said = f"has {count} cells, and {CELLS_MOST:,} are the most that are read"
    return Refused("data/too-large", said, "save what the brief shows as a file of its own")
