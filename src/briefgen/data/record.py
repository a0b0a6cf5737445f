"""What a file of data comes to: columns with names, and cells that know where they stand.

Data only. A cell of a text file is a text until somebody asks for its column (`columns.choose`), which tells what it is.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Literal, NamedTuple

import msgspec

from briefgen.outline.tree import Scalar
from briefgen.problem import Place

Kind = Literal["text", "number", "date", "time", "duration", "missing", "fault"]


class Fault(NamedTuple):
    """Why a cell has no value that could be shown: the code of the problem, what is wrong, and what to do."""

    code: str
    said: str
    hint: str


Value = str | Decimal | date | datetime | time | timedelta | Fault | None


class Cell(NamedTuple):
    """A cell. `text` is what the file says; `row` and `column` count from 1 (of a text, `row` is its line).

    `at` is the character of the line at which it begins, or its column in a sheet. A number in percent has the value that
    is written before the sign, and `percent`.
    """

    value: Value
    text: str
    row: int
    column: int
    at: int
    percent: bool = False

    @property
    def kind(self) -> Kind:
        match self.value:
            case None:
                return "missing"
            case Fault():
                return "fault"
            case Decimal():
                return "number"
            case date():
                return "date"
            case time():
                return "time"
            case timedelta():
                return "duration"
            case _:
                return "text"

    @property
    def name(self) -> str:
        """Its name in a sheet, such as B7."""
        return f"{letters(self.column)}{self.row}"


class Column(msgspec.Struct, frozen=True):
    """A column: its name, as the head gives it, and its cells from top to bottom."""

    head: Cell
    cells: tuple[Cell, ...]
    kind: Kind = "text"  # of most of its cells, once it has been chosen
    hidden: bool = False  # the program does not show it

    @property
    def name(self) -> str:
        return self.head.text.strip()


class Wanted(msgspec.Struct, frozen=True):
    """What the outline asks of a file. `name` is the file's name for messages; `file` where the outline names it."""

    name: str
    file: Scalar
    sheet: Scalar | None = None  # the first one
    range: Scalar | None = None  # such as A1:D20; all of it
    dates: str = ""  # the order of day, month and year: dmy, mdy, ymd; ISO 8601 alone
    decimal: str = ""  # the decimal sign; as found


class Found(msgspec.Struct, frozen=True):
    """How a file was read, for its writer to see."""

    encoding: str = ""
    delimiter: str = ""
    decimal: str = ""
    sure: bool = False  # whether a number in the file left no doubt of its decimal sign, or the outline says it
    sheet: str = ""

    def __str__(self) -> str:
        names = {"\t": "tab", ";": "semicolon", ",": "comma", "|": "bar", ".": "point", "": ""}
        if self.sheet:
            return f"sheet “{self.sheet}”"
        return f"{self.encoding}, {names[self.delimiter]} between cells, decimal {names[self.decimal]}"


class Source(msgspec.Struct, frozen=True):
    """A file that was read: its name, how it was, and what the outline asks of it."""

    file: str
    found: Found
    wanted: Wanted

    def place(self, cell: Cell) -> Place:
        """Where a cell stands."""
        return Place(self.file, cell.row, cell.at)


class Data(Source, frozen=True):
    """A file of data: its columns in order, all of the same length."""

    columns: tuple[Column, ...]


class Table(Source, frozen=True):
    """A file of data row by row: the head, whose cells are names, and the rows below it, each with a cell for each name.

    Rows are read anew each time that they are asked for, so that few of them are held.
    """

    head: tuple[Cell, ...]
    rows: Iterable[Sequence[Cell]]
    hidden: frozenset[int]  # columns that the program does not show


def letters(column: int) -> str:
    """The letters of a column in a sheet: 1 is A, 27 AA."""
    found = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found
