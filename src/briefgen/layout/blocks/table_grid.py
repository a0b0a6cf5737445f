"""The columns of a table: how wide each is, and in which size its words fit."""

from itertools import accumulate

import msgspec

from briefgen.content.brief import Table, Text
from briefgen.layout.measuring.grounds import clear_on
from briefgen.layout.measuring.pieces import Remark
from briefgen.layout.measuring.text import Desk
from briefgen.theme import TextStyle

AIR = 12.0  # points more beside the columns of an overview, where there is room


class Grid(msgspec.Struct, frozen=True):
    """The columns of a table: left edges and widths in points, and the styles that fit them.

    `signs` are the decimal signs of the columns that have their units aligned, "" for the others, and `tails` the widest of
    what follows the units there.
    """

    lefts: tuple[float, ...]
    widths: tuple[float, ...]
    head: TextStyle
    cell: TextStyle
    strong: TextStyle  # of what stands out
    total: TextStyle
    inset: float  # of the first column from the table's edge, and of the last
    overhang: float  # of a column's ground at the sides of its words, where there is room
    signs: tuple[str, ...]
    tails: tuple[float, ...]
    remarks: tuple[Remark, ...] = ()

    def edges(self, column: int) -> tuple[float, float]:
        """From where to where the ground of a column goes: to the middle of the gaps beside it, or to the table's edge."""
        left, right = self.lefts[column], self.lefts[column] + self.widths[column]
        before = (left - self.lefts[column - 1] - self.widths[column - 1]) / 2 if column else self.inset
        after = (self.lefts[column + 1] - right) / 2 if column + 1 < len(self.lefts) else self.inset
        return left - min(before, self.overhang), right + min(after, self.overhang)


def fits(desk: Desk, table: Table, width: float) -> bool:
    """Whether a table can be set in its own size in `width` points."""
    taken = sum(_gaps(desk, table, desk.look.table.least_gap)) + 2 * _inset(desk, table)
    if taken > width:
        return False  # not even its gaps, so that its thousands of cells need no measuring
    return sum(_extents(desk, table, 1.0, _signs(desk, table)).least) + taken <= width


def column_align(table: Table, column: int) -> str:
    """How a column is aligned."""
    return table.align[column] if column < len(table.align) else "left"


def head_width(desk: Desk, cell: Text, look: TextStyle, sign: str) -> float | None:
    """The width of a cell up to the end of its units, in a column whose decimal sign is `sign`; None for a cell of text."""
    if not sign:
        return None
    from briefgen.layout.blocks.decimals import units_end  # late, as below

    plain = cell.plain
    marks = next((span for span in cell.spans if span.superior), None)
    if marks:  # the mark of a note hangs behind the number
        plain = "".join([span.text for span in cell.spans[: cell.spans.index(marks)]])
    end = units_end(plain, sign)
    if end is None:
        return None
    spans = []
    for span in cell.spans:
        spans.append(msgspec.structs.replace(span, text=span.text[:end]))
        end -= len(spans[-1].text)
    return desk.natural_width(msgspec.structs.replace(cell, spans=tuple(spans)), look)


def _gaps(desk: Desk, table: Table, usual: float) -> list[float]:
    """The space between each two columns."""
    ends = [column_align(table, number) in ("right", "decimal") for number in range(len(table.head))]
    parted = desk.look.table.parted_gap
    return [
        parted if ends[number] and column_align(table, number + 1) == "left" else usual
        for number in range(len(table.head) - 1)
    ]


def _inset(desk: Desk, table: Table) -> float:
    look = desk.look.table
    grounded = table.strong_rows or table.strong_columns or look.head != "ruled" or look.bands
    return look.inset if grounded else 0.0


def _looks(desk: Desk, scale: float) -> tuple[TextStyle, TextStyle, TextStyle, TextStyle]:
    """The styles of heads, cells, what stands out, and totals, in a share of their size."""
    names = (("table_head", ""), ("table", ""), ("table", "semibold"), ("table", "bold"))
    found = []
    for name, weight in names:
        look = desk.theme.style(name)
        look = msgspec.structs.replace(look, size=look.size * scale, leading=look.leading * scale)
        found.append(msgspec.structs.replace(look, weight=weight) if weight else look)
    head, cell, strong, total = found
    if desk.look.table.head == "reversed":
        head = msgspec.structs.replace(head, colour=clear_on(desk.tone(desk.look.table.rule_colour)))
    return head, cell, strong, total


def fit_columns(desk: Desk, table: Table, width: float) -> Grid:
    """Column widths: each its natural width if all fit, else its least width and a share of the rest by its natural."""
    count = len(table.head)
    tables = desk.look.table
    inset, gap = _inset(desk, table), tables.least_gap
    room = width - 2 * inset - sum(_gaps(desk, table, gap))
    narrowest = desk.theme.style("table").size * tables.least
    if room < narrowest * count:
        most = int((width + gap) / (narrowest + gap))
        said = f"the table has {count} columns, and there is room for {most}"
        hint = "set `width: page` (out of a box or an aside), use fewer columns, or make two tables of it"
        remark = desk.remark(table.id, "layout/too-wide", said, hint)
        none = (0.0,) * count
        return Grid(none, (width,) * count, *_looks(desk, 1.0), 0.0, 0.0, ("",) * count, none, (remark,))  # never printed
    signs = _signs(desk, table)
    for step in range(6):
        scale = 1 - step * (1 - tables.least) / 5
        extents = _extents(desk, table, scale, signs)
        if sum(extents.least) <= room or step == 5:
            break
    # gaps are what the natural widths leave, between the least and the usual
    spare = (room - sum(extents.natural)) / max(1, count - 1)
    gaps = _gaps(desk, table, min(tables.gap, gap + spare) if spare > 0 else tables.gap)
    if sum(extents.least) > (wide := width - 2 * inset - sum(gaps)):
        gaps, wide = _gaps(desk, table, gap), room
    widths = _share(extents, wide, narrowest)
    if table.overview and sum(extents.natural) <= wide:
        widths = [*extents.natural]
        spare = wide - sum(widths)
        for number in range(2, count - 1):
            widths[number] += min(AIR, spare / count)
        widths[1] += wide - sum(widths)
    remarks: tuple[Remark, ...] = ()
    if scale < 1:
        said = f"the table is too wide for its column; it is set at {scale * 100:.0f} % of its size"
        hint = "set `width: page` (out of a box or an aside), or use fewer columns"
        remarks = (desk.remark(table.id, "layout/table-scaled", said, hint),)
    steps = [wide + gap for wide, gap in zip(widths, gaps, strict=False)]
    lefts = tuple(accumulate(steps, initial=inset))
    return Grid(lefts, tuple(widths), *_looks(desk, scale), inset, tables.inset, signs, tuple(extents.tails), remarks)


def _signs(desk: Desk, table: Table) -> tuple[str, ...]:
    aligned = [column_align(table, column) == "decimal" for column in range(len(table.head))]
    if not any(aligned):
        return ("",) * len(aligned)
    from briefgen.layout.blocks.decimals import decimal_sign  # late: many tables have no column of numbers

    cells = [[row[column].plain for row in table.rows] for column in range(len(aligned))]
    return tuple(decimal_sign(own, desk.language) if has else "" for own, has in zip(cells, aligned, strict=True))


class _Extents(msgspec.Struct, frozen=True):
    """Of each column the least width, the natural one, what follows its units, and those of its cells, the head's first."""

    least: list[float]
    natural: list[float]
    tails: list[float]
    cells: list[list[float]]


def _extents(desk: Desk, table: Table, scale: float, signs: tuple[str, ...]) -> _Extents:
    """What the columns of a table need, its type in a share of its size.

    Each is measured as it will be set: a letter hangs out of its column on the side where it is aligned, and on no other.
    """
    head, *looks = _looks(desk, scale)
    least, natural, tails, every = [], [], [], []
    for column, text in enumerate(table.head):
        align = column_align(table, column)
        if align == "decimal":
            align = "center"  # a cell stands on either side, and nothing hangs
        cell, strong, total = [msgspec.structs.replace(look, align=align) for look in looks]
        heading = msgspec.structs.replace(head, align=align)
        if column in table.strong_columns:
            cell = strong
        cells = [(row[column], cell) for row in table.rows if column < len(row)]
        for number in table.strong_rows:
            cells[number] = (cells[number][0], strong)
        if table.total:
            cells[-1] = (cells[-1][0], total)
        wholes = [desk.natural_width(each, own) for each, own in cells]
        heads = [head_width(desk, each, own, signs[column]) for each, own in cells]
        parts = [(part, whole - part) for part, whole in zip(heads, wholes, strict=True) if part is not None]
        tails.append(max((after for _, after in parts), default=0.0))
        lined = (
            max((before for before, _ in parts), default=0.0) + tails[-1]
        )  # what has its units lined up is set in one line
        every.append([desk.natural_width(text, heading), *wholes])
        natural.append(max([lined, *every[-1]]))
        least.append(max([desk.min_width(text, heading), lined, *(desk.min_width(each, own) for each, own in cells)]))
    return _Extents([value + 0.1 for value in least], [value + 0.1 for value in natural], tails, every)


def _share(extents: _Extents, room: float, narrowest: float) -> list[float]:
    """Widths that fill the room."""
    least, natural = extents.least, extents.natural
    if sum(natural) <= room:
        spare = (room - sum(natural)) / len(natural)
        return [value + spare for value in natural]
    if sum(least) >= room:
        floors = [min(value, narrowest) for value in least]
        share = (room - sum(floors)) / (sum(least) - sum(floors))
        return [floor + (value - floor) * share for floor, value in zip(floors, least, strict=True)]
    return min(
        (_in_proportion(least, natural, room), _narrow_first(extents, room)), key=lambda found: _lines(extents, found)
    )


def _in_proportion(least: list[float], natural: list[float], room: float) -> list[float]:
    """The rest goes to the columns in proportion to what they still lack, which keeps rows few where all have long texts."""
    lacking = [max(whole - value, 0.0) ** 0.75 for whole, value in zip(natural, least, strict=True)]
    rest = room - sum(least)
    return [value + rest * lack / sum(lacking) for value, lack in zip(least, lacking, strict=True)]


def _narrow_first(extents: _Extents, room: float) -> list[float]:
    """Columns that lack little get it first, for their cells and then for their heads; what is left is shared."""
    widths = [*extents.least]
    cells = [max(column[1:], default=0.0) + 0.1 for column in extents.cells]
    for wanted in (cells, extents.natural):
        for number in sorted(range(len(widths)), key=lambda number: wanted[number] - widths[number]):
            lack = max(0.0, wanted[number] - widths[number])
            if sum(widths) + lack <= room:
                widths[number] += lack
    return _in_proportion(widths, extents.natural, room)


def _lines(extents: _Extents, widths: list[float]) -> int:
    """How many lines the rows of a table take with columns of these widths, about: words are taken for sand."""
    columns = zip(extents.cells, widths, strict=True)
    lines = [[-int(-cell // (width + 0.01)) for cell in column] for column, width in columns]
    rows = max(len(column) for column in lines)
    return sum(max((column[row] for column in lines if row < len(column)), default=1) for row in range(rows))
