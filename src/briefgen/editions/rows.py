"""The rows that a series of briefs is made from.

Comes: a file of data, CSV, XLSX or YAML. Goes: rows of cells by the names of their columns, each cell told for what it is.
Promise: what is wrong is reported with file, row and column; memory and time are bounded: rows wait packed, a third as large
as their texts. Refuses to know what the rows are for.
"""

import zlib
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from briefgen.data.columns import typed_rows
from briefgen.data.numbers import is_code, is_missing, read_date, read_number
from briefgen.data.read import read_table
from briefgen.data.record import Cell, Fault, Wanted
from briefgen.outline.parse import Lost, Null, parse
from briefgen.outline.read import LARGEST
from briefgen.outline.tree import Map, Scalar, Seq
from briefgen.problem import Place, Problems

ROWS_MOST = 20_000
SHOWN = 5  # rows that a message names
_TYPES = {each.__name__: each for each in (date, datetime, time, timedelta, Fault)}  # of values; others are texts


class Row(NamedTuple):
    """A row: its number in the file, and its cells, packed (`pack_row`) until its edition is made."""

    number: int
    packed: bytes

    def cells(self) -> dict[str, Cell]:
        """Its cells by the names of their columns."""
        written: dict[str, list[Any]] = msgspec.msgpack.decode(zlib.decompress(self.packed))
        return {name: _unpacked(*cell) for name, cell in written.items()}


def pack_row(number: int, cells: Mapping[str, Cell]) -> Row:
    """A row that takes little memory."""
    written = {name: (type(cell.value).__name__, _packed(cell.value), *cell[1:]) for name, cell in cells.items()}
    return Row(number, zlib.compress(msgspec.msgpack.encode(written)))


def _packed(value: object) -> object:
    """A value as msgspec takes it, to which decimals may be unknown: they are loaded after it (`late`)."""
    return str(value) if isinstance(value, Decimal) else value


def _unpacked(kind: str, value: Any, *rest: Any) -> Cell:
    if kind == Decimal.__name__:
        value = Decimal(value)
    elif kind in _TYPES:
        value = msgspec.convert(value, _TYPES[kind])
    return Cell(value, *rest)


class Series(NamedTuple):
    """The rows of a file, in its order. `columns` are the names of the columns; of a YAML file, those of all rows."""

    file: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def read_rows(path: Path, problems: Problems) -> Series | None:
    """The rows of a file of data; None, with problems, where there are none that could be used."""
    found = _from_yaml(path, problems) if path.suffix.lower() in (".yaml", ".yml") else _from_table(path, problems)
    if found and len(found.rows) > ROWS_MOST:
        said = f"the file has {len(found.rows):,} rows, and {ROWS_MOST:,} editions are the most that are made at once"
        problems.add("editions/too-many", Place(found.file), said, "divide the file")
        return None
    return found


def _from_table(path: Path, problems: Problems) -> Series | None:
    file = str(path)
    if not path.is_file():
        problems.add("data/missing-file", Place(file), "there is no such file", "name a CSV, XLSX or YAML file after --data")
        return None
    table = read_table(path, Wanted(file, Scalar(file, Place(file))), problems)
    if table is None:
        return None
    rows = [
        pack_row(next(iter(row.values())).row, row)
        for row in typed_rows(table, problems)
        if any(map(_is_filled, row.values()))
    ]
    names = [head.text.strip() for head in table.head if head.text.strip()]
    for head in table.head:
        name = head.text.strip()
        if names.count(name) > 1:
            said = f"two columns have the name `{name[:40]}`"
            problems.add("data/same-name", table.place(head), said, "give each a name of its own")
            return None
    return Series(file, tuple(names), tuple(rows)) if names else None


def _is_filled(cell: Cell) -> bool:
    return cell.kind == "fault" or bool(cell.text.strip())


def _from_yaml(path: Path, problems: Problems) -> Series | None:
    file = str(path)
    try:
        with path.open("rb") as stream:
            data = stream.read(10 * LARGEST + 1)
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except (OSError, UnicodeDecodeError) as error:
        said = (
            "the file is not UTF-8"
            if isinstance(error, UnicodeDecodeError)
            else f"the file cannot be read: {error.strerror}"
        )
        problems.add("data/unread", Place(file), said, "name a CSV, XLSX or YAML file after --data")
        return None
    if len(data) > 10 * LARGEST:
        problems.add("data/too-large", Place(file), "the file has more than 10 MB", "divide it, or save it as CSV")
        return None
    root = parse(text, file, problems)
    if root is None or isinstance(root, Lost) or problems.fatal:
        return None
    if not isinstance(root, Seq) or not root.items:
        said = "the file is no list of rows"
        problems.add("data/unread", Place(file, 1, 1), said, "write one row after a dash: `- {district: North, rate: 4.5}`")
        return None
    columns: dict[str, None] = {}
    rows = []
    for number, node in enumerate(root.items, 1):
        cells = _yaml_row(node, problems)
        if cells is not None:
            columns |= dict.fromkeys(cells)
            rows.append(pack_row(number, cells))
    return Series(file, tuple(columns), tuple(rows)) if rows and not problems.fatal else None


def _yaml_row(node: object, problems: Problems) -> dict[str, Cell] | None:
    assert isinstance(node, Map | Seq | Scalar)  # noqa: S101  what trees are made of
    if not isinstance(node, Map):
        said = "this row is no mapping of names and values"
        problems.add("data/unread", node.place, said, "write `- {district: North, rate: 4.5}`")
        return None
    cells = {}
    for at, (name, child) in enumerate(node.entries.items(), 1):
        if not isinstance(child, Scalar):
            said = f"`{name[:40]}` is no single value"
            problems.add("data/unread", child.place, said, "write a text or a number")
            continue
        cells[name.strip()] = _cell(child, at)
    return cells


def _cell(node: Scalar, at: int) -> Cell:
    text = "" if isinstance(node, Null) else node.text.strip()
    place = node.place
    if not text or is_missing(text):
        return Cell(None, text, place.line, at, place.column)
    quoted = node.origin is not None and node.origin.style != ""
    number = None if quoted or is_code(text) else read_number(text, ".")
    if number is not None:
        return Cell(number.value, text, place.line, at, place.column, number.percent)
    return Cell(read_date(text, "") or text, text, place.line, at, place.column)


def said_rows(numbers: Sequence[int]) -> str:
    """Which rows, for a message: "row 7", "rows 2 and 5", "rows 2, 5, 9, 11, 12 and 412 more"."""
    if len(numbers) == 1:
        return f"row {numbers[0]}"
    shown = [str(number) for number in numbers[: SHOWN if len(numbers) > SHOWN + 1 else None]]
    last = f"{len(numbers) - SHOWN} more" if len(numbers) > len(shown) else shown.pop()
    return f"rows {', '.join(shown)} and {last}"
