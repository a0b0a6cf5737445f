"""The columns that somebody asks for, each cell told for what it is.

Comes: data and the names of columns. Goes: those columns with typed cells. Promise: a cell that is no value is reported
with its place and its name, and so is one that differs in kind from nearly all others; columns that nobody asks for are
not looked at.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from briefgen.data.numbers import LIKE_DATE, UNSURE, is_code, is_missing, read_date, read_number
from briefgen.data.record import Cell, Column, Data, Fault, Kind, Source, Table
from briefgen.outline.tree import Scalar
from briefgen.problem import Problems

TOLD_MOST = 10  # cells of one column that are reported
SHOWN = 40
VALUES: tuple[Kind, ...] = ("number", "date", "time", "duration")
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


def typed_rows(table: Table, problems: Problems) -> Iterator[dict[str, Cell]]:
    """The rows of a table, their cells told for what they are, by the names of their columns; but for those without one.

    Rows are read twice, and one is held at a time. What is wrong is reported behind the last.
    """
    columns = [(at, _Typed(head, table, problems)) for at, head in enumerate(table.head) if head.text.strip()]
    for row in table.rows:
        for at, column in columns:
            column.weigh(_told(row[at], table), row[at])
    for row in table.rows:
        yield {column.name: column.settle(_told(row[at], table), row[at]) for at, column in columns}
    for at, column in columns:
        column.report(hidden=table.head[at].column in table.hidden)


def _typed(column: Column, data: Data, problems: Problems) -> Column:
    typed = _Typed(column.head, data, problems)
    told = [_told(cell, data) for cell in column.cells]
    for cell, own in zip(told, column.cells, strict=True):
        typed.weigh(cell, own)
    cells = tuple([typed.settle(cell, own) for cell, own in zip(told, column.cells, strict=True)])
    typed.report(hidden=column.hidden)
    return Column(column.head, cells, typed.kind)


def _told(cell: Cell, source: Source) -> Cell:
    """A cell with the value that its text is."""
    if not isinstance(cell.value, str):
        return cell
    if not cell.value.strip():
        return cell._replace(value=None)
    found = read_number(cell.value, source.found.decimal)
    if found is not None:
        return cell._replace(value=found.value, percent=found.percent)
    day = read_date(cell.value, source.wanted.dates)
    return cell if day is None else cell._replace(value=day)


class _Few(list[Cell]):
    """The first cells of which something is to be said, and how many there are in `all`."""

    all = 0

    def take(self, cell: Cell) -> None:
        """Count a cell, and hold it if it is one of the first."""
        self.all += 1
        if len(self) < TOLD_MOST:
            self.append(cell)


class _Typed:
    """A column in the making: first all of its cells are weighed, then each is settled. It holds few of them.

    Both are given each cell as it was told and as the file has it (`own`).
    """

    def __init__(self, head: Cell, source: Source, problems: Problems) -> None:
        self.name = head.text.strip()
        self._head = head
        self._sure = source.found.sure
        self._say = _Told(source, problems)
        self._counts: Counter[Kind] = Counter()
        self._given = self._filled = 0  # cells that have a value, and those that are not empty
        self._coded = False  # a cell is a code
        self._odd = _Few()  # cells of another kind
        self._dates = _Few()  # texts that look like dates
        self._unsure = _Few()  # numbers that have another value with another decimal sign
        self._faults = _Few()

    def weigh(self, cell: Cell, own: Cell) -> None:
        """Count a cell by its kind."""
        kind = cell.kind
        self._counts[kind] += 1
        self._given += kind != "missing" and not (kind == "text" and is_missing(cell.text))
        self._coded = self._coded or (isinstance(own.value, str) and is_code(own.text.strip()))

    @cached_property
    def kind(self) -> Kind:
        """What most of the cells are; a column with a code in it is one of texts."""
        kind = max(VALUES, key=lambda each: self._counts[each])
        count = self._counts[kind]
        return "text" if self._coded or not count or count < MOSTLY * self._given else kind

    def settle(self, cell: Cell, own: Cell) -> Cell:
        """The cell as one of this column."""
        kind = cell.kind
        if kind == "fault":
            self._faults.take(cell)
        elif kind == "missing":
            return cell
        self._filled += 1
        if self._coded and kind != "fault":
            cell, kind = cell._replace(value=cell.text), "text"
        if self.kind == "text":
            if kind == "text" and LIKE_DATE.fullmatch(cell.text.strip()):
                self._dates.take(cell)
            return cell
        if kind == "text" and is_missing(cell.text):
            return cell._replace(value=None)
        if kind not in {self.kind, "fault"}:
            self._odd.take(cell)
        if not self._sure and kind == "number" and own.kind == "text" and UNSURE.fullmatch(cell.text.strip()):
            self._unsure.take(cell)
        return cell

    def report(self, *, hidden: bool) -> None:
        """Say what is wrong with the column and its cells."""
        if hidden:
            self._say.hidden(self._head)
        if self._dates and self._dates.all >= MOSTLY * self._filled:
            self._say.date(self._dates[0])
        self._say.others(self._odd, self.kind, self.name)
        if self._unsure:
            self._say.unsure(self._unsure[0], self.name)
        self._say.faults(self._faults)


class _Told:
    """What is said of the cells of one column, at most so much of each kind."""

    def __init__(self, source: Source, problems: Problems) -> None:
        self._source = source
        self._problems = problems

    def hidden(self, head: Cell) -> None:
        """Report a column that its writer has hidden."""
        said = f"the column `{head.text.strip()[:SHOWN]}` is hidden in its sheet, and is read like all others"
        hint = "show it in the sheet, or choose others with `columns:`"
        self._problems.add("data/hidden", self._source.place(head), said, hint)

    def faults(self, cells: _Few) -> None:
        """Report cells that have no value."""
        for cell in cells:
            more = f", and so are {cells.all - len(cells)} more" if cell is cells[-1] and cells.all > len(cells) else ""
            if isinstance(cell.value, Fault):
                fault = cell.value
                place = self._source.place(cell)
                self._problems.add(fault.code, place, f"cell {cell.name} {fault.said}{more}", fault.hint)

    def others(self, cells: _Few, kind: Kind, name: str) -> None:
        """Report texts among numbers, and dates among anything else."""
        named = {"number": "numbers", "date": "dates", "time": "times", "duration": "durations", "text": "texts"}
        for cell in cells:
            said = (
                f"cell {cell.name}, “{cell.text.strip()[:SHOWN]}”, is among the {named[kind]} of the column `{name[:SHOWN]}`"
            )
            like = LIKE_DATE.fullmatch(cell.text.strip())
            if kind == "date" and like:
                self.date(cell)
                continue
            hint = "correct it, or leave the cell empty where there is no value"
            self._problems.add("data/text-among-numbers", self._source.place(cell), said, hint)

    def date(self, cell: Cell) -> None:
        """Report a text that looks like a date and is in no known order."""
        said = f"cell {cell.name}, “{cell.text.strip()[:SHOWN]}”, looks like a date, and its order is not known"
        hint = (
            "write dates such as 2026-11-22 into the file, or, of a table or chart, `dates: dmy` (mdy, ymd) below its name"
        )
        if self._source.wanted.dates:
            said = f"cell {cell.name}, “{cell.text.strip()[:SHOWN]}”, is no date in the order {self._source.wanted.dates}"
            hint = "write it with four digits of the year, or as 2026-11-22"
        self._problems.add("data/unclear-date", self._source.place(cell), said, hint)

    def unsure(self, cell: Cell, name: str) -> None:
        """Report a number that has another value with another decimal sign, where nothing in the file tells."""
        said = f"cell {cell.name}, “{cell.text.strip()}”, of the column `{name[:SHOWN]}` is read as {cell.value}"
        hint = "write `decimal: point` or `decimal: comma` below the file's name, to say which sign parts decimals"
        self._problems.add("data/unclear-number", self._source.place(cell), said, hint)
