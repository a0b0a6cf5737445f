"""The columns of a table: how wide each is, and in which size its words fit."""

from itertools import accumulate

import msgspec

from briefgen.content.brief import Table, Text
from briefgen.layout.pieces import Remark
from briefgen.layout.text import Desk
from briefgen.theme import TextStyle

CELL_GAP = 9.0  # between columns
SMALLEST = 0.75


class Grid(msgspec.Struct, frozen=True):
    """The columns of a table: left edges and widths in points, and the styles that fit them.

    `tails` are the widest of what follows the decimal marks, in columns that line them up.
    """

    lefts: tuple[float, ...]
    widths: tuple[float, ...]
    head: TextStyle
    cell: TextStyle
    tails: tuple[float, ...]
    remarks: tuple[Remark, ...] = ()


def fits(desk: Desk, table: Table, width: float) -> bool:
    """Whether a table can be set in its own size in `width` points."""
    if CELL_GAP * (len(table.head) - 1) > width:
        return False  # not even its gaps, so that its thousands of cells need no measuring
    least, _ = _extents(desk, table, desk.theme.style("table_head"), desk.theme.style("table"))
    return sum(least) + CELL_GAP * (len(least) - 1) <= width


def _after_mark(desk: Desk, table: Table, column: int, look: TextStyle) -> float:
    if "decimal" not in table.align[column : column + 1]:
        return 0.0
    return max((tail(desk, row[column], look) for row in table.rows), default=0.0)


def tail(desk: Desk, cell: Text, look: TextStyle) -> float:
    """The width of what follows the last decimal mark of a cell, the mark included; 0 without one."""
    words = cell.plain
    spot = max(words.rfind("."), words.rfind(","))
    if spot < 0 or not words[spot + 1 : spot + 2].isdigit():
        return 0.0
    span = msgspec.structs.replace(cell.spans[-1], text=words[spot:])
    return desk.natural_width(msgspec.structs.replace(cell, spans=(span,)), look)


def fit_columns(desk: Desk, table: Table, width: float) -> Grid:
    """Column widths: each its natural width if all fit, else its least width and a share of the rest by its natural."""
    head, cell = desk.theme.style("table_head"), desk.theme.style("table")
    count = len(table.head)
    room = width - CELL_GAP * (count - 1)
    narrowest = cell.size * SMALLEST
    if room < narrowest * count:
        most = int((width + CELL_GAP) / (narrowest + CELL_GAP))
        said = f"the table has {count} columns, and there is room for {most}"
        hint = "set `width: page`, use fewer columns, or make two tables of it"
        remark = desk.remark(table.id, "layout/too-wide", said, hint)
        return Grid((0.0,) * count, (width,) * count, head, cell, (0.0,) * count, (remark,))  # never printed
    for step in range(6):
        scale = 1 - step * (1 - SMALLEST) / 5
        looks = [
            msgspec.structs.replace(look, size=look.size * scale, leading=look.leading * scale) for look in (head, cell)
        ]
        least, natural = _extents(desk, table, looks[0], looks[1])
        if sum(least) <= room or step == 5:
            break
    widths = _share(least, natural, room, narrowest)
    remarks: tuple[Remark, ...] = ()
    if scale < 1:
        said = f"the table is too wide for its column; it is set at {scale * 100:.0f} % of its size"
        hint = "set `width: page`, or use fewer columns"
        remarks = (desk.remark(table.id, "layout/table-scaled", said, hint),)
    lefts = tuple(left + CELL_GAP * number for number, left in enumerate(accumulate(widths[:-1], initial=0.0)))
    tails = tuple(_after_mark(desk, table, number, looks[1]) for number in range(count))
    return Grid(lefts, tuple(widths), looks[0], looks[1], tails, remarks)


def _extents(desk: Desk, table: Table, head: TextStyle, cell: TextStyle) -> tuple[list[float], list[float]]:
    least = [desk.min_width(text, head) for text in table.head]
    natural = [desk.natural_width(text, head) for text in table.head]
    for row in table.rows:
        for number, text in enumerate(row):
            least[number] = max(least[number], desk.min_width(text, cell))
            natural[number] = max(natural[number], desk.natural_width(text, cell))
    return [value + 0.1 for value in least], [value + 0.1 for value in natural]


def _share(least: list[float], natural: list[float], room: float, narrowest: float) -> list[float]:
    """Widths that fill the room."""
    if sum(natural) <= room:
        spare = (room - sum(natural)) / len(natural)
        return [value + spare for value in natural]
    if sum(least) >= room:
        floors = [min(value, narrowest) for value in least]
        share = (room - sum(floors)) / (sum(least) - sum(floors))
        return [floor + (value - floor) * share for floor, value in zip(floors, least, strict=True)]
    # the rest goes to the columns in proportion to what they still lack, which keeps rows few
    lacking = [max(whole - value, 0.0) ** 0.75 for whole, value in zip(natural, least, strict=True)]
    rest = room - sum(least)
    return [value + rest * lack / sum(lacking) for value, lack in zip(least, lacking, strict=True)]
