"""A file of data that the outline names, read into a record.

Comes: a path within the outline's folder, and what is wanted of it. Goes: `Data`, or None with a problem that says file,
row and column. Promise: memory and time are bounded, nothing in the file is run, and no other file is looked at.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from briefgen.data.delimited import read_delimited
from briefgen.data.grid import Grid, Refused
from briefgen.data.record import Cell, Column, Data, Table, Wanted
from briefgen.problem import Place, Problems, counted

BYTES_MOST = 20_000_000
RANGE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6}):([A-Z]{1,3})([1-9][0-9]{0,6})", re.IGNORECASE)
RAGGED_MOST = 10
TITLES_MOST = 10  # rows below the first in which the names of columns are looked for
NAMES_LEAST = 3  # columns of a table below a title
OTHERS = (
    (
        b"\xd0\xcf\x11\xe0",
        "is a workbook of an old Excel (XLS), or one with a password",
        "save it as XLSX, without a password",
    ),
    (b"%PDF", "is a PDF", "save the table as CSV or XLSX"),
    (b"\x1f\x8b", "is packed (gzip)", "unpack it"),
    (b"\x89PNG", "is a picture", "save the table as CSV or XLSX"),
    (b"\xff\xd8\xff", "is a picture", "save the table as CSV or XLSX"),
    (b"{", "is JSON", "save the table as CSV or XLSX"),
    (b"<", "is a web page or XML", "save the table as CSV or XLSX"),
)


def read_data(path: Path, wanted: Wanted, problems: Problems) -> Data | None:
    """The data in a file. What is wrong is reported; None when nothing can be read."""
    table = _read(path, wanted, problems, held=True)
    if table is None:
        return None
    cells = zip(*table.rows, strict=True)
    columns = [Column(name, own, hidden=name.column in table.hidden) for name, own in zip(table.head, cells, strict=True)]
    return Data(table.file, table.found, wanted, tuple(columns))


def read_table(path: Path, wanted: Wanted, problems: Problems) -> Table | None:
    """The same row by row; a text is read anew for each pass over its rows, so that few of them are held."""
    return _read(path, wanted, problems, held=False)


def _read(path: Path, wanted: Wanted, problems: Problems, *, held: bool) -> Table | None:
    try:
        grid = _grid(path, wanted)
        _report(grid.hints, wanted, problems)
        return _table(grid._replace(rows=[*grid.rows]) if held else grid, wanted, problems)
    except Refused as refusal:
        _report((refusal,), wanted, problems)
    except (OSError, MemoryError):
        _report((Refused("data/unread", "may not be read", "change who may read it"),), wanted, problems)
    return None


def _report(refusals: tuple[Refused, ...], wanted: Wanted, problems: Problems) -> None:
    for each in refusals:
        place = Place(wanted.name, each.row, each.at) if each.row else wanted.file.place
        if each.code == "data/no-such-sheet" and wanted.sheet:
            place = wanted.sheet.place
        if each.code == "data/bad-range" and wanted.range:
            place = wanted.range.place
        problems.add(each.code, place, f"`{wanted.file.text.strip()}` {each}", each.hint)


def _grid(path: Path, wanted: Wanted) -> Grid:
    with path.open("rb") as file:
        data = file.read(BYTES_MOST + 1)
    if len(data) > BYTES_MOST:
        said = f"has more than {BYTES_MOST // 1_000_000} MB"
        raise Refused("data/too-large", said, "save what the brief shows as a file of its own")
    sheet = wanted.sheet.text.strip() if wanted.sheet else ""
    if data.startswith(b"PK"):
        from briefgen.data.workbook import read_workbook  # late: few briefs take a workbook

        return read_workbook(data, sheet, wanted.decimal)
    start = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    for signature, said, hint in OTHERS:
        if start.startswith(signature) or data.startswith(signature):
            raise Refused("data/unread", said, hint)
    if sheet:
        raise Refused("data/no-such-sheet", "is text and has no sheets", "leave `sheet` out")
    if not start:
        raise Refused("data/empty", "is empty", "write a line of names, and the data below it")
    return read_delimited(data, wanted.decimal)


class Body:
    """The rows below the head, each with a cell for each of its names."""

    def __init__(self, rows: Iterable[list[Cell]], head: Sequence[Cell]) -> None:
        self._rows = rows
        self._head = head

    def __iter__(self) -> Iterator[list[Cell]]:
        width = len(self._head)
        for row in self.written():
            yield row if len(row) == width else [_cell_of(row, at, name.column) for at, name in enumerate(self._head)]

    def written(self) -> Iterator[list[Cell]]:
        """The rows as they stand in the file."""
        return islice(self._rows, 1, None)


def _table(grid: Grid, wanted: Wanted, problems: Problems) -> Table | None:
    """The rows in the range that is wanted: the first has the names."""
    rows = _within(grid, wanted)
    head = next(iter(rows))
    if grid.found.sheet:  # a sheet is a rectangle, and its head ends where its names end
        head = head[: max(len(_trimmed(row)) for row in rows)]
    body = Body(rows, head)
    if not grid.found.sheet and not _is_even(head, body, wanted, problems):
        return None
    if next(body.written(), None) is None:
        said = f"has one row, {head[0].row}, and no data below it"
        raise Refused("data/empty", said, "write the names of the columns in the first row, and the data below it")
    table = Table(wanted.name, grid.found, wanted, tuple(head), body, grid.hidden)
    if not grid.found.sheet or not _report_names_below(head, body, wanted, problems):
        _report_unnamed(table, problems)
    return table


def _report_names_below(head: list[Cell], body: Body, wanted: Wanted, problems: Problems) -> bool:
    """Whether the names of the columns stand in a row further down, below a title; reported if so."""
    named = len([cell for cell in head if cell.text.strip()])
    rows = [row for row in islice(body.written(), TITLES_MOST) if _trimmed(row)]
    width = max((len(_trimmed(row)) for row in rows), default=0)
    names = next((row for row in rows if len(_trimmed(row)) == width), None)
    if named > 1 or width < NAMES_LEAST or names is None or not all(_is_name(cell) for cell in names[:width]):
        return False
    last = next(row for row in reversed([*body.written()]) if _trimmed(row))
    span = f"{names[0].name}:{last[min(width, len(last)) - 1].name}"
    if len(last) < width:
        span = f"{names[0].name}:{names[width - 1].name.rstrip('0123456789')}{last[0].row}"
    said = f"row {head[0].row} has no names of columns; they seem to stand in row {names[0].row}"
    hint = f"say where the table is, `range: {span}`, or delete the rows above"
    problems.add("data/no-name", Place(wanted.name, head[0].row, head[0].at), said, hint)
    return True


def _is_name(cell: Cell) -> bool:
    """Whether a cell has a text that is no number, but for a year."""
    text = cell.text.strip()
    return bool(text) and (not text[0].isdigit() or re.fullmatch(r"(19|20)\d\d", text) is not None)


def _cell_of(row: list[Cell], at: int, column: int) -> Cell:
    return row[at] if at < len(row) else Cell(None, "", row[-1].row, column, row[-1].at)


def _trimmed(row: list[Cell]) -> list[Cell]:
    """A row without the empty cells at its end."""
    end = len(row)
    while end and not row[end - 1].text.strip() and row[end - 1].kind != "fault":
        end -= 1
    return row[:end]


def _within(grid: Grid, wanted: Wanted) -> Iterable[list[Cell]]:
    """The rows of the range; those with nothing in it are left out."""
    if wanted.range is None:
        return grid.rows
    written = wanted.range.text.strip().replace("$", "")
    found = RANGE.fullmatch(written)
    if found is None:
        raise Refused(
            "data/bad-range", f"cannot be read at the range `{written[:40]}`", "write the first and last cell: A1:D20"
        )
    from briefgen.data.scan import column_number  # late: few outlines give a range

    left, right = sorted((column_number(found[1].upper()), column_number(found[3].upper())))
    top, bottom = sorted((int(found[2]), int(found[4])))
    rows = [[cell for cell in row if left <= cell.column <= right] for row in grid.rows if top <= row[0].row <= bottom]
    rows = [row for row in rows if _trimmed(row)]
    if not rows:
        raise Refused("data/bad-range", f"has nothing in the range {written}", "write the first and last cell: A1:D20")
    return rows


def _is_even(head: list[Cell], body: Body, wanted: Wanted, problems: Problems) -> bool:
    """Whether no row of a text has more cells than the head, nor fewer; reported when not."""
    least, most = len(_trimmed(head)), len(head)
    if _report_names_below(head, body, wanted, problems):
        return False
    ragged: list[list[Cell]] = []  # the first of them
    rows = count = 0
    for row in body.written():
        rows += 1
        if len(row) < least or (len(row) > most and len(_trimmed(row)) > most):
            count += 1
            ragged += [row] if count <= RAGGED_MOST else []
    for number, row in enumerate(ragged, 1):
        width = max(len(_trimmed(row)), least) if len(row) > most else len(row)
        said = f"row {row[0].row} has {counted(width, 'cell')}, and the head in row {head[0].row} {counted(least, 'cell')}"
        hint = "give each row as many cells; put a text in quotes that holds the delimiter"
        if count > rows // 2:
            hint = "where the names stand further down, say so with `range: A5:D40`"
        if count > RAGGED_MOST and number == RAGGED_MOST:
            said += f"; so it is in {count - RAGGED_MOST} more rows"
        last = row[min(most, len(row) - 1)]
        problems.add("data/ragged-row", Place(wanted.name, row[0].row, last.at), said, hint)
    return not count


def _report_unnamed(table: Table, problems: Problems) -> None:
    """Report columns that hold something and have no name."""
    unnamed = [at for at, head in enumerate(table.head) if not head.text.strip() and head.kind != "fault"]
    for at in unnamed:
        head = table.head[at]
        filled = next((row[at] for row in table.rows if row[at].kind != "missing"), None)
        if filled is not None:
            said = f"the column of cell {head.name} has no name, and holds data in cell {filled.name}"
            hint = "write its name into the first row, or say with `range: A5:D40` where the table is"
            problems.add("data/no-name", table.place(head), said, hint)
