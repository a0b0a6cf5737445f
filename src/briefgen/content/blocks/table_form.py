"""What tables of an outline and of a file share: what is said around their rows, which of these stand out, and groups.

Comes: cells that are written, and the outline's table. Goes: the fields of a `Table`. Promise: a name that no row and
no column of the table has is reported. Refuses to know where the cells come from.
"""

from collections.abc import Sequence
from itertools import groupby

import msgspec

from briefgen.content.blocks.bench import Bench, spans_page
from briefgen.content.brief import COVERED, Cell, Table, Text
from briefgen.content.numbers import counts_like, is_year
from briefgen.content.typography import correct
from briefgen.content.writer import Writer
from briefgen.outline.tree import Map, Scalar
from briefgen.problem import Problems

Rows = tuple[tuple[Text, ...], ...]
SHORT = 6  # characters of what stands among numbers in the stead of one: n.a., none, a dash


def make(
    bench: Bench, node: Map, id: str, above: tuple[Text | None, Text | None], cells: tuple[Rows, Sequence[str]]
) -> Table:
    """The table `id` of what stands above its rows (caption, units), and of its head and rows with their alignment."""
    writer = bench.writer
    (head, *rows), align = cells
    strong_rows, strong_columns = _strong(node, head, rows, writer)
    summary = node.text("summary")
    return Table(
        id=id,
        caption=above[0],
        units=above[1],
        head=head,
        rows=_grouped(node, rows) if node.flag("groups", False) else tuple(rows),
        align=tuple(align),
        source=writer.optional(f"{id}.source", "P", node.text("source")),
        note=writer.optional(f"{id}.note", "P", node.text("note")),
        total=node.flag("total", False),
        strong_rows=strong_rows,
        strong_columns=strong_columns,
        named="id" in node,
        spanning=spans_page(node),
        here=node.flag("here", False),
        summary=" ".join(summary.text.split()) if summary else "",
    )


def stands_above(bench: Bench, node: Map, id: str) -> tuple[Text | None, Text | None]:
    """The caption and the line of units, which are read before the cells."""
    caption = bench.caption(node, id)
    return caption, bench.writer.optional(f"{id}.units", "Caption", node.text("units"))


def aligned(rows: Sequence[Sequence[Text]], columns: int) -> list[str]:
    """How each column is aligned where nobody says it: numbers with units under units, years and all else to the left.

    The first of several columns is named and not counted, whatever it holds.
    """
    return [
        "decimal" if (number or columns == 1) and _is_counted([row[number].words for row in rows]) else "left"
        for number in range(columns)
    ]


def _is_counted(cells: Sequence[str]) -> bool:
    """Whether a column has amounts: numbers that are not years, and at most as many short texts in the stead of one."""
    said = [text for cell in cells if (text := cell.strip())]
    numbers = [text for text in said if counts_like(text)]
    others = [text for text in said if not counts_like(text)]
    if len(numbers) < max(1, len(others)) or any(len(text) > SHORT or any(map(str.isdigit, text)) for text in others):
        return False
    return not all(map(is_year, numbers))


def _strong(
    node: Map, head: Sequence[Text], rows: Sequence[Sequence[Text]], writer: Writer
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The rows and the columns that stand out, by their numbers from 0."""
    heads = [_name(cell) for cell in head]
    firsts = [_name(row[0]) for row in rows]
    chosen_rows, chosen_columns = set(), set()
    for scalar in node.texts("highlight"):
        wanted = " ".join("".join(correct([(scalar.text, False)], writer.language)).split())
        found_rows = {number for number, name in enumerate(firsts) if name == wanted}
        found_columns = {number for number, name in enumerate(heads) if name == wanted}
        if not found_rows and not found_columns:
            _report(scalar, [*firsts, *heads], writer.problems)
        chosen_rows |= found_rows
        chosen_columns |= found_columns
    return tuple(sorted(chosen_rows)), tuple(sorted(chosen_columns))


def _name(cell: Text) -> str:
    return " ".join(cell.words.split())


def _report(scalar: Scalar, names: Sequence[str], problems: Problems) -> None:
    from difflib import get_close_matches  # only for an outline with a mistake

    said = f"no row begins with “{scalar.text.strip()[:40]}”, and no column has that head"
    known = [name for name in dict.fromkeys(names) if name][:500]
    near = get_close_matches(scalar.text.strip()[:60], known, 1)
    hint = f"did you mean `{near[0]}`?" if near else f"there are: {', '.join(known)}"[:200]
    problems.add("content/no-such-row", scalar.place, said, hint)


def _grouped(node: Map, rows: Sequence[tuple[Text, ...]]) -> Rows:
    """Rows whose first cells are alike as groups: the first of them has the cell, for all of them, and it heads them.

    Where rows have heads, the second cell heads its row. A total belongs to no group.
    """
    found: list[tuple[Text, ...]] = []
    named = node.flag("row_heads", False)
    total = len(rows) - 1 if node.flag("total", False) else -1
    for (words, _), numbers in groupby(range(len(rows)), lambda number: (rows[number][0].plain.split(), number == total)):
        group = [rows[number] for number in numbers]
        first, *others = [_headed(row, 2 if named else 1) for row in group]
        if words and others:
            first = (Cell(first[0].id, first[0].role, first[0].spans, 1 + len(others)), *first[1:])
            others = [(msgspec.structs.replace(row[0], role=COVERED, spans=()), *row[1:]) for row in others]
        found += [first, *others]
    return tuple(found)


def _headed(row: tuple[Text, ...], count: int) -> tuple[Text, ...]:
    """The row with as many heads as that, where its cells say something."""
    heads = [msgspec.structs.replace(cell, role="TH") if cell.spans else cell for cell in row[:count]]
    return (*heads, *row[count:])
