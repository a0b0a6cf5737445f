"""Tables whose cells come from a file of data beside the outline.

Comes: a table of the outline that names a file. Goes: a table like any other. Promise: each cell shows what the file says,
literally, and numbers and dates as the brief's language writes them. Refuses to know how files are read.
"""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from briefgen.content.blocks.bench import Bench, Spot
from briefgen.content.blocks.table_form import Rows, make, stands_above
from briefgen.content.brief import Span, Table, Text
from briefgen.content.data import open_data
from briefgen.content.direction import sides
from briefgen.content.numbers import PATTERNS, is_year, write_number
from briefgen.content.words import format_date
from briefgen.content.writer import Writer
from briefgen.data.columns import choose, find_column
from briefgen.data.record import Cell, Column, Data
from briefgen.outline.tree import Map, Scalar
from briefgen.problem import Problems, counted

CELLS_MOST = 5000  # forty pages of table
SORTED = ("number", "date", "time", "duration")


def make_file_table(bench: Bench, node: Map, file: Scalar, spot: Spot) -> tuple[Table, ...]:
    """A table of the rows of a file, or none with a problem."""
    writer = bench.writer
    data = open_data(bench.folder, node, "file")
    columns = choose(data, node.texts("columns"), writer.problems) if data else ()
    if data is None or not columns or not _fits(columns, node, writer.problems):
        return ()
    order = _order(data, node, writer.problems, len(columns[0].cells))
    if not _is_short(len(order) * len(columns), file, writer.problems):
        return ()
    id = bench.claim("table", node, spot)
    writer.sources[id] = Scalar("", node.place)
    above = stands_above(bench, node, id)
    cells = _Cells(writer, file, columns, node)
    head = cells.head(id, node)
    rows = tuple(cells.row(f"{id}.r{number}", row) for number, row in enumerate(order, 1))
    return (make(bench, node, id, above, ((head, *rows), _align(columns, rows, node, writer.language))),)


class _Cells:
    """Makes the cells of one table."""

    def __init__(self, writer: Writer, file: Scalar, columns: Sequence[Column], node: Map) -> None:
        self._writer = writer
        self._file = file
        self._columns = columns
        patterns = [scalar.text.strip() for scalar in node.texts("format")] or ["plain"]
        self._patterns = patterns * len(columns) if len(patterns) == 1 else patterns
        labelled = columns[0].kind == "text" and any(column.kind == "number" for column in columns[1:])
        heads = len(columns) > 1 and node.flag("row_heads", labelled)
        self._roles = ["TH" if heads else "TD", *["TD"] * (len(columns) - 1)]

    def head(self, id: str, node: Map) -> tuple[Text, ...]:
        """The names of the columns, or the outline's own for them."""
        own = node.seq("head")
        if own:
            scalars = [each if isinstance(each, Scalar) else None for each in own]
            return tuple(self._writer.cell(f"{id}.head.c{at}", "TH", scalar) for at, scalar in enumerate(scalars, 1))
        return tuple(self._text(f"{id}.head.c{at}", "TH", column.name) for at, column in enumerate(self._columns, 1))

    def row(self, id: str, row: int) -> tuple[Text, ...]:
        """The cells of a row of the data."""
        found = []
        for at, (column, pattern, role) in enumerate(zip(self._columns, self._patterns, self._roles, strict=True), 1):
            text = self._shown(column.cells[row], pattern)
            found.append(self._text(f"{id}.c{at}", role if text else "TD", text))
        return tuple(found)

    def _text(self, id: str, role: str, text: str) -> Text:
        # literally: what stands in a file of data has no marks, and a star in it is a star
        return self._writer.join(id, role, (Span(text),) if text else (), Scalar(self._file.text, self._file.place))

    def _shown(self, cell: Cell, pattern: str) -> str:
        match cell.value:
            case Decimal():
                pattern = pattern if pattern in PATTERNS else "plain"
                digits = self._writer.words.digits
                return write_number(cell.value, pattern, self._writer.language, percent=cell.percent, digits=digits)
            case date():
                return self._date(cell, pattern)
            case _:
                return "\n".join(" ".join(line.split()) for line in cell.text.strip().splitlines())

    def _date(self, cell: Cell, pattern: str) -> str:
        value = cell.value
        if not isinstance(value, date):
            return cell.text
        iso = value.isoformat()[:10]
        if pattern == "year":
            return iso[:4]
        if pattern == "month" or len(cell.text.strip()) == len("2026-11"):
            return format_date(self._writer.words, iso[:7])
        said = format_date(self._writer.words, iso)
        timed = isinstance(value, datetime) and pattern != "date" and (value.hour or value.minute)
        return f"{said}, {value:%H:%M}" if timed else said


def _fits(columns: Sequence[Column], node: Map, problems: Problems) -> bool:
    """Whether heads, formats and alignments are as many as the columns; reported when not."""
    count = len(columns)
    for key in ("head", "format", "align"):
        given = node.seq(key)
        if given and len(given) != count and not (len(given) == 1 and key != "head"):
            said = f"`{key}` has {counted(len(given), 'value')}, and the table has {counted(count, 'column')}"
            names = ", ".join(column.name for column in columns)[:120]
            problems.add("outline/bad-value", given[0].place, said, f"write one for each column: {names}")
            return False
    return True


def _is_short(cells: int, file: Scalar, problems: Problems) -> bool:
    if cells <= CELLS_MOST:
        return True
    said = f"the table of `{file.text.strip()}` would have {cells:,} cells, and {CELLS_MOST:,} are the most that it may"
    problems.add("data/too-large", file.place, said, "choose `columns:`, and the first rows with `sort:` and `first: 20`")
    return False


def _order(data: Data, node: Map, problems: Problems, count: int) -> list[int]:
    """The rows of the data that the table shows, in its order; those without a value to sort by come last."""
    order = list(range(count))
    by = node.text("sort")
    if by is not None and find_column(data, by, problems) is not None:
        (column,) = choose(data, (by,), problems)
        descending = (order_ := node.text("order")) is not None and order_.text.strip() == "descending"
        with_value = [row for row in order if column.cells[row].kind == column.kind]
        without = [row for row in order if column.cells[row].kind != column.kind]
        with_value.sort(key=lambda row: _key(column.cells[row]), reverse=descending)
        order = with_value + without
    first = node.text("first")
    return order[: int(first.text)] if first is not None else order


def _key(cell: Cell) -> Any:
    value = cell.value
    if isinstance(value, datetime):
        return value
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)  # noqa: DTZ001  as the file has it
    return value.casefold() if isinstance(value, str) else value


def _align(columns: Sequence[Column], rows: Rows, node: Map, language: str) -> tuple[str, ...]:
    """The alignment that the outline gives, or numbers by their decimals, and years and all else to the left."""
    given = sides([scalar.text for scalar in node.texts("align")], language)
    if given:
        return tuple(given * len(columns) if len(given) == 1 else given)
    shown = [[text for row in rows if (text := row[at].words)] for at in range(len(columns))]
    return tuple(
        "decimal" if column.kind == "number" and not all(map(is_year, cells)) else "left"
        for column, cells in zip(columns, shown, strict=True)
    )
