"""The columns that somebody asks for, each cell told for what it is.

Comes: data and the names of columns. Goes: those columns with typed cells. Promise: a cell that is no value is reported
with its place and its name, and so is one that differs in kind from nearly all others; columns that nobody asks for are
not looked at.
"""

from collections.abc import Sequence
from decimal import Decimal

from briefgen.data.numbers import LIKE_DATE, UNSURE, is_code, is_missing, read_date, read_number
from briefgen.data.record import Cell, Column, Data, Fault, Kind
from briefgen.outline.tree import Scalar
from briefgen.problem import Problems

TOLD_MOST = 10  # cells of one column that are reported
SHOWN = 40
MOSTLY = 0.5  # from this share on a column is of a kind


def choose(data: Data, names: Sequence[Scalar], problems: Problems) -> tuple[Column, ...]:
    """The columns of these names, or all of them without any; those that there are not are reported."""
    if not names:
        return tuple(_typed(column, data, problems) for column in data.columns if column.name)
    found = [(scalar, find_column(data, scalar, problems)) for scalar in names]
    return tuple(_typed(column, data, problems) for _, column in found if column is not None)


def find_column(data: Data, scalar: Scalar, problems: Problems) -> Column | None:
    """The column of a name, with its cells as the file has them; reported when there is none, or more than one."""
    name = scalar.text.strip()
    same = [column for column in data.columns if column.name == name]
    same = same or [column for column in data.columns if column.name.lower() == name.lower()]
    if len(same) == 1:
        return same[0]
    if same:
        said = f"{data.wanted.file.text.strip()} has {len(same)} columns named `{name[:SHOWN]}`, in {_both(same)}"
        problems.add("data/same-name", scalar.place, said, "give each a name of its own")
        return None
    from difflib import get_close_matches  # only for an outline with a mistake

    names = [column.name for column in data.columns if column.name]
    near = get_close_matches(name[:SHOWN].lower(), [each.lower() for each in names], 1, 0.6)
    meant = [each for each in names if near and each.lower() == near[0]]
    hint = f"did you mean `{meant[0]}`?" if meant else f"it has: {', '.join(names)[:200]}"
    problems.add(
        "data/no-such-column", scalar.place, f"{data.wanted.file.text.strip()} has no column `{name[:SHOWN]}`", hint
    )
    return None


def _both(columns: list[Column]) -> str:
    return " and ".join(column.head.name for column in columns)


def _typed(column: Column, data: Data, problems: Problems) -> Column:
    cells = [_told(cell, data) for cell in column.cells]
    if any(isinstance(cell.value, str) and is_code(cell.text.strip()) for cell in column.cells):
        cells = [cell if cell.kind in {"missing", "fault"} else cell._replace(value=cell.text) for cell in cells]
    given = [cell for cell in cells if cell.kind != "missing" and not (cell.kind == "text" and is_missing(cell.text))]
    kinds: tuple[Kind, ...] = ("number", "date", "time", "duration")
    counts = {kind: sum(cell.kind == kind for cell in given) for kind in kinds}
    kind: Kind = max(kinds, key=lambda each: counts[each])
    if not counts[kind] or counts[kind] < MOSTLY * len(given):
        kind = "text"
    told = _Told(data, problems)
    if column.hidden:
        told.hidden(column)
    if kind == "text":
        told.dates(cells)
    else:
        cells = [cell._replace(value=None) if cell.kind == "text" and is_missing(cell.text) else cell for cell in cells]
        told.others(cells, kind, column.name)
        if not data.found.sure:
            told.unsure([cell for cell, own in zip(cells, column.cells, strict=True) if own.kind == "text"], column.name)
    told.faults(cells)
    return Column(column.head, tuple(cells), kind)


def _told(cell: Cell, data: Data) -> Cell:
    """A cell with the value that its text is."""
    if not isinstance(cell.value, str):
        return cell
    if not cell.value.strip():
        return cell._replace(value=None)
    found = read_number(cell.value, data.found.decimal)
    if found is not None:
        return cell._replace(value=found.value, percent=found.percent)
    day = read_date(cell.value, data.wanted.dates)
    return cell if day is None else cell._replace(value=day)


class _Told:
    """What is said of the cells of one column, at most so much of each kind."""

    def __init__(self, data: Data, problems: Problems) -> None:
        self._data = data
        self._problems = problems

    def hidden(self, column: Column) -> None:
        """Report a column that its writer has hidden."""
        said = f"the column `{column.name[:SHOWN]}` is hidden in its sheet, and is read like all others"
        hint = "show it in the sheet, or choose others with `columns:`"
        self._problems.add("data/hidden", self._data.place(column.head), said, hint)

    def faults(self, cells: Sequence[Cell]) -> None:
        """Report cells that have no value."""
        bad = [(cell, cell.value) for cell in cells if isinstance(cell.value, Fault)]
        for cell, fault in bad[:TOLD_MOST]:
            more = f", and so are {len(bad) - TOLD_MOST} more" if cell is bad[-1][0] and len(bad) > TOLD_MOST else ""
            self._problems.add(fault.code, self._data.place(cell), f"cell {cell.name} {fault.said}{more}", fault.hint)

    def others(self, cells: Sequence[Cell], kind: Kind, name: str) -> None:
        """Report texts among numbers, and dates among anything else."""
        named = {"number": "numbers", "date": "dates", "time": "times", "duration": "durations", "text": "texts"}
        odd = [cell for cell in cells if cell.kind not in {kind, "missing", "fault"}]
        for cell in odd[:TOLD_MOST]:
            said = (
                f"cell {cell.name}, “{cell.text.strip()[:SHOWN]}”, is among the {named[kind]} of the column `{name[:SHOWN]}`"
            )
            like = LIKE_DATE.fullmatch(cell.text.strip())
            if kind == "date" and like:
                self._date(cell)
                continue
            hint = "correct it, or leave the cell empty where there is no value"
            self._problems.add("data/text-among-numbers", self._data.place(cell), said, hint)

    def dates(self, cells: Sequence[Cell]) -> None:
        """Report texts that look like dates and are in no known order; the first of a column."""
        like = [cell for cell in cells if cell.kind == "text" and LIKE_DATE.fullmatch(cell.text.strip())]
        if like and len(like) >= MOSTLY * sum(cell.kind != "missing" for cell in cells):
            self._date(like[0])

    def _date(self, cell: Cell) -> None:
        said = f"cell {cell.name}, “{cell.text.strip()[:SHOWN]}”, looks like a date, and its order is not known"
        hint = (
            "write dates such as 2026-11-22 into the file, or, of a table or chart, `dates: dmy` (mdy, ymd) below its name"
        )
        if self._data.wanted.dates:
            said = f"cell {cell.name}, “{cell.text.strip()[:SHOWN]}”, is no date in the order {self._data.wanted.dates}"
            hint = "write it with four digits of the year, or as 2026-11-22"
        self._problems.add("data/unclear-date", self._data.place(cell), said, hint)

    def unsure(self, cells: Sequence[Cell], name: str) -> None:
        """Report a number that has another value with another decimal sign, where nothing in the file tells."""
        for cell in cells:
            if isinstance(cell.value, Decimal) and UNSURE.fullmatch(cell.text.strip()):
                said = f"cell {cell.name}, “{cell.text.strip()}”, of the column `{name[:SHOWN]}` is read as {cell.value}"
                hint = "write `decimal: point` or `decimal: comma` below the file's name, to say which sign parts decimals"
                self._problems.add("data/unclear-number", self._data.place(cell), said, hint)
                return
