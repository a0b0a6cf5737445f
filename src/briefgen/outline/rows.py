"""Rows of cells as they are typed or pasted from elsewhere: with tabs, semicolons or commas between them, or as keys.

Comes in: what stands in the place of a table, of its rows, or of one row. Goes out: how to write it. Promise: the cells that
a hint names are those of the outline, each once, in its own row. Loaded for such values alone. Refuses to change anything.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefgen.outline.hints import in_quotes, shown
from briefgen.outline.parse import Null
from briefgen.outline.suspects import LIST
from briefgen.outline.tree import Map, Node, Scalar, Seq
from briefgen.problem import Problems

# what parts cells, the surest first; a single space only where nothing else does
_SIGNS = (r"\t+", ";", r"\|", "  +", ", +", ",", " ")
_ROWS_SHOWN, _CELLS_MOST = 2, 40
_BARE = re.compile(r"[\w.%€$£+−][\w .%/()+−–-]*")
_EACH = "write a list of cells for each row"


def for_rows(node: Node, name: str, *, is_row: bool) -> str:
    """What to do with keys, or with a text, in the place of rows of cells, or of one of them (`is_row`); "" for others."""
    if isinstance(node, Map):
        return _keyed(node, name, is_row=is_row)
    if not isinstance(node, Scalar) or name != "rows":
        return ""
    rows = parted(_lines(node))
    if not rows:
        return f"{_EACH}, such as `- [2025, 1.5]`"
    more = ", …" if len(rows) > _ROWS_SHOWN else ""
    return f"{_EACH}: {', '.join(f'`- {_row(row)}`' for row in rows[:_ROWS_SHOWN])}{more}"


def for_table(node: Node) -> str:
    """What to do with a text, or a list of rows, in the place of a table; "" where it holds no rows."""
    rows = parted(_lines(node)) if isinstance(node, Scalar) else _texts(node)
    if len(rows) < 2:
        return ""
    head, *others = map(_row, rows)
    more = ", …" if len(others) > _ROWS_SHOWN else ""
    return f"write `head: {head}`, and below it `rows: [{', '.join(others[:_ROWS_SHOWN])}{more}]`"


def table_of(lines: Sequence[str]) -> str:
    """Lines of cells as a table, shortened for a message; "" where they are none."""
    rows = parted(lines)
    if not rows:
        return ""
    head, *others = map(_row, rows)
    more = ", …" if len(others) > _ROWS_SHOWN else ""
    return f"table: {{head: {head}, rows: [{', '.join(others[:_ROWS_SHOWN])}{more}]}}"


def warn_of_cells(items: Sequence[Node], problems: Problems) -> None:
    """Warn of paragraphs, one after the other, that have as many tabs each: rows of a table that was pasted."""
    texts = [item.text.strip() if isinstance(item, Scalar) else "" for item in items]
    at = 0
    while at < len(texts):
        tabs, end = texts[at].count("\t"), at + 1
        while tabs and end < len(texts) and texts[end].count("\t") == tabs:
            end += 1
        if end - at > 1 and (table := table_of(texts[at:end])):
            said = f"{end - at} paragraphs have tabs, as rows of a table have; each tab is set as a space"
            problems.add(LIST, items[at].place, said, f"write `- {table}` in their place")
        at = end


def for_count(row: Seq, count: int) -> str:
    """What to do with a row that is too short or too long: often the comma is one within a number or a text."""
    cells = [item.text if isinstance(item, Scalar) else "" for item in row.items]
    if len(cells) < count:
        return 'write "" for an empty cell'
    for left, right in pairwise(cells):
        if re.fullmatch(r"[^\d\s]?-?\d{1,3}", left) and re.fullmatch(r"\d{3}(\.\d+)?%?", right):
            return f'a comma parts cells; put a number that holds one in quotes: "{left},{right}"'
    if count == 1:
        return f"put the text in quotes, for a comma parts cells: {in_quotes(', '.join(cells))}"
    glued = [_is_glued(left, right) for left, right in pairwise(row.items)]
    if len(cells) - count == sum(glued) < len(glued):  # these alone have no space behind the comma
        number = glued.index(True)
        return f'a comma parts cells; put a number that holds one in quotes: "{cells[number]},{cells[number + 1]}"'
    return "put a cell that holds a comma in quotes, or give the head a cell for each column"


def _is_glued(left: Node, right: Node) -> bool:
    """Whether two cells are digits with a comma between them and no space."""
    if not isinstance(left, Scalar) or not isinstance(right, Scalar) or left.origin is None or right.origin is None:
        return False
    digits = re.fullmatch(r"[€$£]?[−-]?[\d.]+", left.text) and re.fullmatch(r"\d+ ?%?", right.text)
    return bool(digits) and left.origin.source[left.origin.end : right.origin.start] == ","


def _lines(node: Scalar) -> list[str]:
    """The lines of a text as the outline has them, where YAML may have folded them; without blank ones."""
    text = node.text
    if node.origin is not None and node.origin.style in {"", ">"}:
        text = node.origin.source[node.origin.start : node.origin.end]
        text = text.partition("\n")[2] if node.origin.style else text
    rows = [line.strip().removeprefix("- ") for line in text.split("\n") if line.strip()]
    return [row for row in rows if not re.fullmatch(r"[|\s:-]+", row)]  # of Markdown, below the head


def parted(lines: Sequence[str]) -> list[list[str]]:
    """Lines as rows of as many cells each, two at least; nothing where no sign parts them so."""
    bare = [re.sub(r"^[(|]\s*|\s*[)|]$", "", line) if re.fullmatch(r"\(.*\)|\|.*\|", line) else line for line in lines]
    for sign in _SIGNS:
        rows = [[cell.strip() for cell in re.split(sign, line)] for line in bare]
        if len({len(row) for row in rows}) == 1 and 1 < len(rows[0]) <= _CELLS_MOST:
            return rows
    return []


def _row(cells: Sequence[str]) -> str:
    return f"[{', '.join(cell if _BARE.fullmatch(cell) else in_quotes(cell) for cell in cells)}]"


def _texts(node: Node) -> list[list[str]]:
    """The texts of a list of lists."""
    items = node.items if isinstance(node, Seq) else ()
    rows = [[cell.text for cell in row.items if isinstance(cell, Scalar)] for row in items if isinstance(row, Seq)]
    return rows if len(rows) == len(items) else []


def _keyed(node: Map, name: str, *, is_row: bool) -> str:
    """What to do with keys: a row whose cells have the names of their columns, a row behind its first cell, or such rows."""
    pairs = list(_pairs(node))
    if is_row and len(pairs) > 1:
        names = f"`- {_row([key for key, _ in pairs])}` and then " if name == "data" else ""
        return f"write the cells alone, in the order of the heads: {names}`- {_row([cell for _, cell in pairs])}`"
    rows = [f"`- {_row(pair)}`" for pair in pairs[:_ROWS_SHOWN]]
    if name == "data":
        return f"write a row of cells for each, the names of the columns first: {', '.join(['`- [Name, Value]`', *rows])}"
    return f"{_EACH}: {', '.join(rows)}{', …' if len(pairs) > _ROWS_SHOWN else ''}" if rows else ""


def _pairs(node: Map) -> Iterator[tuple[str, str]]:
    for key, child in node.entries.items():
        if isinstance(child, Scalar):
            yield shown(key), "" if isinstance(child, Null) else shown(child.text)
