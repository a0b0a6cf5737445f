"""Pandoc's tree of a document into blocks.

Comes in: the tree as its JSON has it (pandoc-types 1.23). Goes out: blocks and notes. The promise: each Str, Code and Math
of the tree is in a block or note; what has no kind of block here (definition lists, code, line blocks) is paragraphs.
Refuses to know files.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from briefgen.importing.document import (
    BREAK,
    Block,
    Box,
    Heading,
    Ledger,
    Listing,
    Paragraph,
    Picture,
    Quote,
    Run,
    Table,
    Text,
    is_blank,
    joined,
    plain,
    texts,
)
from briefgen.importing.refusal import Refused

STYLE = "custom-style"
OURS = "briefgen "  # begins the names of styles by which `office` tells what it has found
COLUMNS_MOST = 200  # that a cell may span
SMALL = 0.5  # inches; a picture that is no wider nor higher is a sign, and says nothing by itself
DEPTH_MOST = 120  # of blocks and inlines in each other
PLAIN = Run()
CAPTIONS = {"caption", "table caption", "image caption"}  # styles: of Word, and of pandoc


class Reading:
    """Reads one tree; `notes` and `ledger` fill while it does."""

    def __init__(self, ledger: Ledger) -> None:
        self.notes: dict[str, Text] = {}
        self.ledger = ledger
        self._pictures: list[Picture] = []  # that stand in the paragraph being read
        self._depth = 0

    def blocks(self, nodes: Iterable[Any], style: str = "") -> list[Block]:
        """The blocks of a list of nodes; `style` is that of the division around them. Raises Refused."""
        self._depth += 1
        if self._depth > DEPTH_MOST:
            raise Refused("import/hostile", "the document is nested too deeply", "copy its text into a new one")
        found: list[Block] = []
        for node in nodes:
            found += self._block(node["t"], node.get("c"), style)
        self._depth -= 1
        return found

    def meta(self, value: Any) -> list[Text]:
        """The texts of a value among the metadata."""
        kind, inside = value["t"], value["c"]
        if kind == "MetaInlines":
            return [self._text(inside)]
        if kind == "MetaString":
            return [(Run(inside),)]
        if kind == "MetaBlocks":
            return [text for block in self.blocks(inside) for text in texts([block])]
        if kind == "MetaList":
            return [text for each in inside for text in self.meta(each)]
        return []

    def _block(self, kind: str, inside: Any, style: str) -> list[Block]:
        if kind in {"Para", "Plain"}:
            return self._paragraph(inside, style)
        if kind == "Header":
            text = self._text(inside[2])
            return [Heading(inside[0], text, "" if is_blank(text) else "style"), *self._taken()]
        if kind in {"BulletList", "OrderedList"}:
            items = inside if kind == "BulletList" else inside[1]
            start = 1 if kind == "BulletList" else inside[0][0]
            return [Listing(tuple(tuple(self.blocks(item)) for item in items), kind == "OrderedList", start)]
        if kind == "Div":
            return self._division(inside, style)
        if kind == "Table":
            return self._table(inside)
        if kind == "BlockQuote":
            return [Quote(tuple(self.blocks(inside)))]
        if kind == "Figure":
            return self._figure(inside)
        return self._rare(kind, inside)

    def _rare(self, kind: str, inside: Any) -> list[Block]:
        if kind == "LineBlock":
            return [Paragraph(joined(self._text(line) for line in inside))]
        if kind == "CodeBlock":
            lines = inside[1].splitlines()
            return [Paragraph(joined((Run(line, code=True),) for line in lines))]
        if kind == "DefinitionList":
            found: list[Block] = []
            for term, meanings in inside:
                found.append(Paragraph(self._text(term, Run(bold=True))))
                found += [block for meaning in meanings for block in self.blocks(meaning)]
            return found
        if kind == "RawBlock":
            self.ledger.count("raw")
        return []

    def _paragraph(self, inside: Any, style: str) -> list[Block]:
        text = self._text(inside)
        pictures = self._taken()
        if is_blank(text):
            return [*pictures]
        name, _, rule = style.removeprefix(OURS).partition(": ") if style.startswith(OURS) else ("", "", "")
        name = "" if name == "text" else name
        if name.startswith("heading "):
            return [Heading(int(name[8:]), text, rule), *pictures]
        if style.lower() in CAPTIONS and not name:
            name = "caption"
        return [Paragraph(text, name, rule), *pictures]

    def _division(self, inside: Any, style: str) -> list[Block]:
        (_, classes, attributes), nodes = inside
        own = dict(attributes).get(STYLE, style)
        if own == f"{OURS}box":
            return [Box(tuple(self.blocks(nodes)), "box")]
        if "refs" in classes:
            own = "reference"
        return self.blocks(nodes, own)

    def _figure(self, inside: Any) -> list[Block]:
        """A figure: its caption belongs to its only picture or table; otherwise it is a paragraph."""
        caption = joined(texts(self.blocks(inside[1][1])))
        found = self.blocks(inside[2])
        if len(found) == 1 and isinstance(found[0], Picture | Table):
            # a paragraph that was a picture alone has its alternative text for a caption
            alt = found[0].alt if isinstance(found[0], Picture) else ""
            own = () if plain(caption) == alt else caption
            return [msgspec.structs.replace(found[0], caption=joined([found[0].caption, own]))]
        return [*found, Paragraph(caption, "caption")] if caption else found

    def _table(self, inside: Any) -> list[Block]:
        _, caption, columns, head, bodies, foot = inside
        above = [row for body in bodies for row in body[2]]
        rows = [*head[1], *above, *(row for body in bodies for row in body[3]), *foot[1]]
        after: list[Picture] = []
        grid = _Grid(len(columns))
        single = [cell for row in rows for cell in row[1]]
        if len(single) == 1 or len(columns) == 1 or len(rows) == 1:
            return self._boxed(single, caption)
        heads = 0
        for number, row in enumerate(rows):
            cells = []
            for cell in row[1]:
                cells.append((self._cell(cell[4]), cell[2], cell[3]))
                after += self._taken()
            grid.add(cells)
            heads += number < len(head[1]) and not all(is_blank(cell[0]) for cell in cells)
        text = joined(texts(self.blocks(caption[1])))
        return [Table(grid.rows(), heads, text, "", grid.merged), *after] if grid.said else [*after]

    def _boxed(self, cells: Sequence[Any], caption: Any) -> list[Block]:
        """A table of one cell, row or column is a frame."""
        inside = [block for cell in cells for block in self.blocks(cell[4])]
        lead = self.blocks(caption[1])
        return [*lead, Box(tuple(inside), f"{len(cells)} cells" if len(cells) > 1 else "one cell")] if inside else lead

    def _cell(self, nodes: Any) -> Text:
        """The blocks of a cell in one text; its pictures are taken out."""
        blocks = self.blocks(nodes)
        for block in blocks:
            self._pictures += _pictures(block)
        bold = [
            tuple(msgspec.structs.replace(run, bold=True) for run in block.text) if isinstance(block, Heading) else None
            for block in blocks
        ]
        return joined(text for block, head in zip(blocks, bold, strict=True) for text in ([head] if head else _words(block)))

    def _taken(self) -> list[Picture]:
        """The pictures of the paragraph that was read."""
        pictures, self._pictures = self._pictures, []
        return pictures

    def _text(self, nodes: Any, dress: Run = PLAIN) -> Text:
        found: list[Run] = []
        for run in self._runs(nodes, dress):
            if found and found[-1].text and run.text and BREAK not in {run.text, found[-1].text} and _alike(found[-1], run):
                found[-1] = msgspec.structs.replace(run, text=found[-1].text + run.text)
            else:
                found.append(run)
        return tuple(found)

    def _runs(self, nodes: Any, dress: Run) -> Iterator[Run]:
        self._depth += 1
        if self._depth > DEPTH_MOST:
            raise Refused("import/hostile", "the document is nested too deeply", "copy its text into a new one")
        for node in nodes:
            yield from self._run(node["t"], node.get("c"), dress)
        self._depth -= 1

    def _run(self, kind: str, inside: Any, dress: Run) -> Iterator[Run]:
        if kind == "Str":
            yield msgspec.structs.replace(dress, text=inside)
        elif kind in {"Space", "SoftBreak"}:
            yield msgspec.structs.replace(dress, text=" ")
        elif kind == "LineBreak":
            yield Run(BREAK)
        elif kind in _DRESSED:
            yield from self._runs(inside, msgspec.structs.replace(dress, **_DRESSED[kind]))
        elif kind in {"Span", "Cite"}:
            yield from self._runs(inside[1], dress)
        elif kind == "Quoted":
            marks = "‘’" if inside[0]["t"] == "SingleQuote" else "“”"
            yield msgspec.structs.replace(dress, text=marks[0])
            yield from self._runs(inside[1], dress)
            yield msgspec.structs.replace(dress, text=marks[1])
        else:
            yield from self._special(kind, inside, dress)

    def _special(self, kind: str, inside: Any, dress: Run) -> Iterator[Run]:
        if kind == "Link":
            uri = inside[2][0]
            if uri and not uri.startswith("#"):
                dress = msgspec.structs.replace(dress, uri=uri)
            yield from self._runs(inside[1], dress)
        elif kind == "Note":
            name = str(len(self.notes) + 1)
            self.notes[name] = ()  # its number is settled before a note within it gets one
            kept, self._pictures = self._pictures, []
            blocks = self.blocks(inside)
            self.notes[name] = joined(texts(blocks))
            self._pictures = [*kept, *self._pictures, *(each for block in blocks for each in _pictures(block))]
            yield Run(note=name)
        elif kind == "Image":
            alt = plain(self._text(inside[1]))
            sides = [_inches(value) for name, value in inside[0][2] if name in {"width", "height"}]
            self._pictures.append(Picture(inside[2][0], alt, is_small=len(sides) == 2 and 0 < max(sides) <= SMALL))
        elif kind in {"Code", "Math"}:
            if kind == "Math":
                self.ledger.count("formula")
            yield msgspec.structs.replace(dress, text=inside[1], code=True)
        elif kind == "RawInline":
            self.ledger.count("raw")


class _Grid:
    """Rows of cells in which each merged cell has its text in the first of its places."""

    def __init__(self, width: int) -> None:
        self._width = width
        self._rows: list[list[Text]] = []
        self._held: dict[int, int] = {}  # columns that a cell above reaches into, and how many rows further
        self.merged = False
        self.said = False

    def add(self, cells: Iterable[tuple[Text, int, int]]) -> None:
        """One row; each cell with the rows and columns that it spans."""
        row: list[Text] = []
        held, self._held = self._held, {column: rows - 1 for column, rows in self._held.items() if rows > 1}
        for text, down, wide in cells:
            across = min(wide, COLUMNS_MOST)
            while len(row) in held:
                row.append(())
            self.merged = self.merged or down > 1 or across > 1
            self.said = self.said or not is_blank(text)
            for column in range(len(row), len(row) + across):
                if down > 1:
                    self._held[column] = down - 1
            row += [text, *[()] * (across - 1)]
        self._width = max(self._width, len(row))
        self._rows.append(row)

    def rows(self) -> tuple[tuple[Text, ...], ...]:
        """The rows, each as long as the longest, without those and the columns in which nothing is said."""
        full = [row + [()] * (self._width - len(row)) for row in self._rows]
        full = [row for row in full if not all(map(is_blank, row))]
        kept = [column for column in range(self._width) if not all(is_blank(row[column]) for row in full)]
        return tuple(tuple(row[column] for column in kept) for row in full)


_DRESSED: dict[str, dict[str, Any]] = {
    "Emph": {"italic": True},
    "Strong": {"bold": True},
    "Superscript": {"script": "^"},
    "Subscript": {"script": "~"},
    "Underline": {},
    "Strikeout": {},
    "SmallCaps": {},
}


def _inches(length: str) -> float:
    """A length in inches; 0 for one in other units, or none."""
    found = re.fullmatch(r"([0-9]{1,4}(?:\.[0-9]{1,20})?)in", length)
    return float(found[1]) if found else 0.0


def _alike(one: Run, other: Run) -> bool:
    return msgspec.structs.replace(one, text=other.text) == other


def _pictures(block: Block) -> list[Picture]:
    """The pictures in a block, in their order."""
    if isinstance(block, Picture):
        return [block]
    if isinstance(block, Listing):
        return [each for item in block.items for inner in item for each in _pictures(inner)]
    if isinstance(block, Quote | Box):
        return [each for inner in block.blocks for each in _pictures(inner)]
    return []


def _words(block: Block) -> list[Text]:
    return [] if isinstance(block, Picture) else texts([block])
