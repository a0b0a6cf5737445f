"""A sheet's XML read for what a reader of values passes over: how large it is, errors, formulas never calculated.

Comes: the bytes of the parts of a workbook. Goes: facts about cells by row and column, from 1. Promise: no entity is
declared or expanded, nesting is bounded, and reading stops at the limits of `grid`. Refuses to know values.
"""

import re
from typing import NamedTuple
from xml.parsers import expat

from briefgen.data.archive import DAMAGED
from briefgen.data.grid import CELLS_MOST, COLUMNS_MOST, Refused, too_many

DEPTH_MOST = 100
ROWS_MOST = 1_048_576
SPREAD_MOST = 10 * CELLS_MOST  # cells of the rectangle round all that is filled
_NAME = re.compile("([A-Z]{1,3})([1-9][0-9]{0,6})")


class Scan(NamedTuple):
    """What a sheet holds besides values."""

    errors: dict[tuple[int, int], str]  # what stands in cells that are errors, such as #N/A
    uncalculated: set[tuple[int, int]]  # cells with a formula and no value of it
    external: set[tuple[int, int]]  # cells whose formula takes values from another workbook
    zeros: set[tuple[int, int]]  # cells with a formula whose stored value is 0
    hidden: set[int]  # rows
    hidden_columns: set[int]


class Sheet(NamedTuple):
    """A sheet of a workbook: its name, its relation's id, and whether the program hides it."""

    name: str
    relation: str
    hidden: bool


def scan_sheet(data: bytes) -> Scan:
    """What a sheet's XML says. Raises Refused."""
    reader = _SheetReader()
    _parse(data, reader)
    return reader.scan


def read_sheets(data: bytes) -> list[Sheet]:
    """The sheets of a workbook, from xl/workbook.xml. Raises Refused."""
    reader = _ListReader("sheet")
    _parse(data, reader)
    return [
        Sheet(each.get("name", ""), each.get("id", ""), each.get("state", "visible") != "visible") for each in reader.found
    ]


def is_to_be_calculated(data: bytes) -> bool:
    """Whether a program is to calculate all formulas when it opens the workbook, from xl/workbook.xml. Raises Refused."""
    reader = _ListReader("calcPr")
    _parse(data, reader)
    return any(each.get("fullCalcOnLoad") in {"1", "true"} for each in reader.found)


def read_relations(data: bytes) -> dict[str, str]:
    """The targets of a part's relations by their ids. Raises Refused."""
    reader = _ListReader("Relationship")
    _parse(data, reader)
    return {each.get("Id", ""): each.get("Target", "") for each in reader.found if each.get("TargetMode") != "External"}


class _Reader:
    """What hears the elements of some XML, by their names without prefixes."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        raise NotImplementedError

    def end(self, name: str) -> None:
        """An element has ended."""

    def text(self, text: str) -> None:
        """Text within an element."""


def _parse(data: bytes, reader: _Reader) -> None:
    parser = expat.ParserCreate()
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEPTH_MOST:
            raise Refused("data/hostile", "is nested deeper than any program nests", "do not open it; ask its sender")
        reader.start(name.rpartition(":")[2], attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        reader.end(name.rpartition(":")[2])

    def doctype(*_: object) -> None:
        said = "declares a document type, which office programs never write and attacks do"
        raise Refused("data/hostile", said, "do not open it; ask its sender")

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, reader.text
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise Refused("data/damaged", "is damaged: its XML is not well-formed", DAMAGED) from error


class _ListReader(_Reader):
    """Keeps the attributes of all elements of one name, without prefixes."""

    def __init__(self, wanted: str) -> None:
        self._wanted = wanted
        self.found: list[dict[str, str]] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == self._wanted:
            self.found.append({key.rpartition(":")[2]: value for key, value in attributes.items()})


class _SheetReader(_Reader):
    def __init__(self) -> None:
        self.scan = Scan({}, set(), set(), set(), set(), set())
        self._row = self._column = 0
        self._cells = 0
        self._last = (0, 0)  # the lowest row and the rightmost column that hold something
        self._filled = False
        self._kind = ""
        self._formula = False
        self._part = ""  # the part of a cell that is being read: f or v
        self._said: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match name:
            case "c":
                self._cell(attributes)
            case "f" | "v" | "is":
                self._part, self._said = name, []
                self._formula = self._formula or name == "f"
                self._filled = True
            case "row":
                self._row = int(attributes["r"]) if attributes.get("r", "").isdecimal() else self._row + 1
                self._column = 0
                if attributes.get("hidden") in {"1", "true"}:
                    self.scan.hidden.add(self._row)
            case "col" if attributes.get("hidden") in {"1", "true"}:
                first, last = (int(attributes.get(key, "0")[:5] or 0) for key in ("min", "max"))
                self.scan.hidden_columns.update(range(first, min(last, COLUMNS_MOST) + 1))

    def end(self, name: str) -> None:
        if name == "f":
            if "[" in "".join(self._said) and re.search(r"\[\d+\]", "".join(self._said)):
                self.scan.external.add((self._row, self._column))
            self._part = ""
        elif name == "v":
            self._part = ""
            if self._kind == "e":
                self.scan.errors[self._row, self._column] = "".join(self._said).strip()[:20]
            if "".join(self._said):
                if self._formula and "".join(self._said) == "0":
                    self.scan.zeros.add((self._row, self._column))
                self._formula = False
        elif name == "c":
            if self._filled:
                self._stretch()
            if self._formula and self._kind != "str":  # a formula that gives an empty text has no value
                self.scan.uncalculated.add((self._row, self._column))

    def text(self, text: str) -> None:
        if self._part:
            self._said.append(text)

    def _cell(self, attributes: dict[str, str]) -> None:
        found = _NAME.fullmatch(attributes.get("r", ""))
        if found:
            self._column = column_number(found[1])
            self._row = int(found[2])
        else:
            self._column += 1
        self._kind, self._formula, self._filled = attributes.get("t", ""), False, False
        self._cells += 1
        if self._cells > SPREAD_MOST or self._row > ROWS_MOST:
            raise too_many(f"more than {SPREAD_MOST:,}")

    def _stretch(self) -> None:
        """Count a cell that holds something. A reader of values makes a rectangle of them: one far away costs a sheet."""
        rows, columns = self._last
        self._last = rows, columns = max(rows, self._row), max(columns, self._column)
        if rows * columns > SPREAD_MOST:
            raise too_many(f"a cell in {rows:,} rows and {columns:,} columns, more than {SPREAD_MOST:,}")


def column_number(letters: str) -> int:
    """The number of a column from its letters: A is 1, AA 27."""
    found = 0
    for letter in letters:
        found = 26 * found + ord(letter) - 64
    return found
