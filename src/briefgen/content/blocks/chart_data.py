"""The numbers of a chart: from the outline itself, or from a file beside it.

Comes: a chart of the outline. Goes: columns whose cells have values, texts and places. Promise: a cell that is neither empty
nor a value of its column's kind is reported where it stands. Refuses to know what is drawn.
"""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

import msgspec

from briefgen.content.blocks.bench import Bench
from briefgen.content.data import open_data
from briefgen.data.columns import choose, find_column
from briefgen.data.numbers import is_missing, read_date, read_number
from briefgen.data.record import Data
from briefgen.outline.tree import Map, Scalar, Seq
from briefgen.problem import Place, Problems, counted

READING = ("sheet", "range", "dates", "decimal", "where")  # keys that say how a file is read
Value = Decimal | date | str | None


class Given(msgspec.Struct, frozen=True):
    """A column of a chart's data."""

    name: str
    values: tuple[Value, ...]
    texts: tuple[str, ...]
    places: tuple[Place, ...]
    percent: bool = False

    @property
    def numeric(self) -> bool:
        """Whether all that is given in it are numbers."""
        given = [value for value in self.values if value is not None]
        return bool(given) and all(isinstance(value, Decimal) for value in given)

    @property
    def dated(self) -> bool:
        given = [value for value in self.values if value is not None]
        return bool(given) and all(isinstance(value, date) for value in given)


class Sheet(msgspec.Struct, frozen=True):
    """All columns of a chart, of the same length."""

    columns: tuple[Given, ...]
    place: Place
    hint: str = ""

    def find(self, scalar: Scalar, problems: Problems) -> Given | None:
        """The column of a name; reported when there is none."""
        name = scalar.text.strip()
        found = next((each for each in self.columns if each.name == name), None)
        found = found or next((each for each in self.columns if each.name.lower() == name.lower()), None)
        if found is None:
            names = ", ".join(f"`{each.name}`" for each in self.columns)
            said = f"the data have no column `{name[:40]}`"
            problems.add("data/no-such-column", scalar.place, said, f"they have: {names[:200]}")
        return found


def read_sheet(bench: Bench, node: Map) -> Sheet | None:
    """The data of a chart, or None with a problem."""
    rows = [row.items for row in node.seq("data") if isinstance(row, Seq)]
    if len(rows) == 1 and len(rows[0]) == 1 and isinstance(rows[0][0], Scalar):
        return _from_file(bench, node, rows[0][0])
    for key in READING:
        if key in node.entries:
            said, hint = f"`{key}` is about a file of data, and these stand in the outline", f"leave `{key}` out"
            bench.writer.problems.add("outline/conflicting-keys", node.keys[key], said, hint)
    return _inline(rows, node.entries["data"].place, bench.writer.problems)


def _from_file(bench: Bench, node: Map, file: Scalar) -> Sheet | None:
    data = open_data(bench.folder, msgspec.structs.replace(node, entries={**node.entries, "data": file}), "data")
    if data is None:
        return None
    problems = bench.writer.problems
    asked = [*filter(None, (node.text("x"), node.text("label"), node.text("multiples"))), *node.texts("y")]
    named = [scalar for scalar in asked if find_column(data, scalar, problems) is not None]
    if len(named) < len(asked):
        return None
    wanted = named if node.seq("y") and node.text("x") else ()
    columns = choose(data, wanted, problems)
    return Sheet(tuple(_column(column_data, data) for column_data in dict.fromkeys(columns)), file.place)


def _column(column: "object", data: Data) -> Given:
    from briefgen.data.record import Column

    assert isinstance(column, Column)  # noqa: S101  choose gives columns
    values = tuple(_value(cell.value, cell.text) for cell in column.cells)
    texts = tuple(cell.text.strip() for cell in column.cells)
    given = [cell for cell in column.cells if cell.kind == "number"]
    percent = bool(given) and all(cell.percent for cell in given)
    return Given(column.name, values, texts, tuple(data.place(cell) for cell in column.cells), percent)


def _value(value: object, text: str) -> Value:
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, Decimal | date):
        return value
    return text.strip() or None


def _inline(rows: Sequence[Sequence[object]], place: Place, problems: Problems) -> Sheet | None:
    cells = [[cell if isinstance(cell, Scalar) else Scalar("", place) for cell in row] for row in rows]
    if len(cells) < 2:
        said = "the data have a row of names, and no row of values"
        problems.add("chart/no-data", place, said, "write the names of the columns first, and the values in rows below them")
        return None
    head = cells[0]
    for row in cells[1:]:
        if len(row) != len(head):
            said = f"this row has {counted(len(row), 'cell')}, and the first has {counted(len(head), 'cell')}"
            problems.add("data/ragged-row", row[0].place, said, "write one for each column, and '' where there is no value")
            return None
    columns = []
    for number, name in enumerate(head):
        own = [row[number] for row in cells[1:]]
        read = [_read(cell.text) for cell in own]
        given = [value for value in read if value[0] is not None]
        percent = bool(given) and all(value[1] for value in given)
        columns.append(
            Given(
                name.text.strip(),
                tuple(value for value, _ in read),
                tuple(cell.text.strip() for cell in own),
                tuple(cell.place for cell in own),
                percent,
            )
        )
    return Sheet(tuple(columns), place)


def _read(text: str) -> tuple[Value, bool]:
    """The value of a cell that the outline writes, and whether it is in percent."""
    if not text.strip() or is_missing(text):
        return None, False
    number = read_number(text, ".")
    if number is not None:
        return number.value, number.percent
    day = read_date(text, "")
    if day is not None:
        return (day.date() if isinstance(day, datetime) else day), False
    return text.strip(), False
