"""Tables: a head and rows of cells, each with its role."""

from collections.abc import Sequence

from briefgen.content.blocks.bench import Bench, Spot
from briefgen.content.blocks.table_form import aligned, make, stands_above
from briefgen.content.brief import Table, Text
from briefgen.content.direction import sides
from briefgen.content.writer import Writer
from briefgen.outline.tree import Map, Node, Scalar, Seq


def make_table(bench: Bench, node: Node, spot: Spot) -> tuple[Table, ...]:
    """A table whose rows all have as many cells as its longest."""
    if not isinstance(node, Map):
        return ()
    file = node.text("file")
    if file is not None:
        from briefgen.content.blocks.table_file import make_file_table  # late: few tables come from files

        return make_file_table(bench, node, file, spot)
    writer = bench.writer
    rows = [row.items for row in node.seq("rows") if isinstance(row, Seq)]
    heads = node.seq("head")
    columns = max([len(heads), *(len(row) for row in rows)], default=0)
    if not columns or not rows:
        return ()
    id = bench.claim("table", node, spot)
    writer.sources[id] = Scalar("", node.place)  # for what is said of the table as a whole
    above = stands_above(bench, node, id)
    # an empty corner: what stands below it heads the rows
    corner = bool(heads) and isinstance(heads[0], Scalar) and not heads[0].text.strip()
    first = "TH" if columns > 1 and node.flag("row_heads", corner) else "TD"
    head = _row(writer, heads, f"{id}.head", "TH", columns)
    made = tuple(_row(writer, row, f"{id}.r{number}", "TD", columns, first) for number, row in enumerate(rows, 1))
    given = sides([scalar.text for scalar in node.texts("align")], writer.language)
    align = given * columns if len(given) == 1 else given or aligned(made, columns)
    return (make(bench, node, id, above, ((head, *made), (align + ["left"] * columns)[:columns])),)


def _row(writer: Writer, cells: Sequence[Node], id: str, role: str, columns: int, first: str = "") -> tuple[Text, ...]:
    """The cells of a row, with empty ones where it is short; the role of the first is `first` when it says something."""
    scalars = [cell if isinstance(cell, Scalar) else None for cell in cells]
    scalars += [None] * (columns - len(scalars))
    heads = first and scalars[0] is not None and scalars[0].text.strip()
    roles = [first if heads else role, *[role] * (columns - 1)]
    return tuple(
        writer.cell(f"{id}.c{number}", own, scalar)
        for number, (own, scalar) in enumerate(zip(roles, scalars, strict=True), 1)
    )
