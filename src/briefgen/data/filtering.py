"""The rows of a file of data that a condition holds for.

Comes: data, and a condition on its columns. Goes: data of fewer rows. Promise: the cells keep their places; a condition that
cannot be read, names no column of the file or leaves nothing is reported.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import msgspec

from briefgen.data.columns import choose
from briefgen.data.record import Cell, Column, Data
from briefgen.outline.conditions import BadConditionError, Condition, Value, read_condition
from briefgen.outline.tree import Scalar
from briefgen.problem import Problems


def filtered(data: Data, where: Scalar, problems: Problems) -> Data | None:
    """The rows that a condition holds for; None, with a problem, when that cannot be told or when there are none."""
    try:
        condition = read_condition(where.text)
        names = {name.text: Scalar(name.text, where.at(name.at)) for name in condition.names}
        columns = {name: choose(data, (scalar,), problems) for name, scalar in names.items()}
        if not all(columns.values()):
            return None
        kept = [row for row in range(len(data.columns[0].cells)) if _holds(condition, columns, row)]
    except BadConditionError as error:
        problems.add("editions/bad-condition", where.at(error.at), str(error), error.hint)
        return None
    if not kept:
        said = f"no row of {data.wanted.file.text.strip()} is as `where` asks"
        problems.add("data/no-rows", where.place, said, "compare with values that stand in the file, letter by letter")
        return None
    return msgspec.structs.replace(
        data,
        columns=tuple(
            [msgspec.structs.replace(each, cells=tuple([each.cells[row] for row in kept])) for each in data.columns]
        ),
    )


def _holds(condition: Condition, columns: Mapping[str, tuple[Column, ...]], row: int) -> bool:
    return condition.holds(lambda name: value_of(columns[name.text][0].cells[row]))


def value_of(cell: Cell) -> Value:
    """What a condition compares: a number, a date or a text; None of what is missing, at fault, or a time."""
    return cell.value if isinstance(cell.value, Decimal | date | str) else None
