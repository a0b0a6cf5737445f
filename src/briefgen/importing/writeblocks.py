"""The blocks of a section as an outline writes them.

Comes in: blocks. Goes out: lines on a sheet. What an outline has no block for is written as what comes nearest: a heading of
the third level as a bold line, a long quotation as a box. The promise: every text of a block is written. Refuses to know
sections.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from briefgen.importing.document import (
    BREAK,
    Block,
    Box,
    Heading,
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
from briefgen.importing.draft import Place
from briefgen.importing.marks import cleaned, marked
from briefgen.importing.scalars import comment, inline, lines_of, row_lines
from briefgen.importing.sheet import Sheet
from briefgen.importing.structure import is_caption

PULL_MOST = 45  # words of a quotation that is set large
BOX_MOST = 300  # words of a box; what is longer is no box but text in a frame
NARROW = 3  # columns that a table may have in a column of text
NESTED_MOST = 4  # lists in each other
PARAGRAPH_MOST = 15_000  # characters; an outline takes 20,000 with their marks
ALT_MOST = 1_900
TOLD = {"bold": "bold type", "numbered": "number"}
_DASHED = re.compile(r"^\s*[—–―-]\s*")
_NUMBER = re.compile(r"[-+−–]?[$€£]? ?[0-9][0-9.,  ]*( ?%)?|[–—-]|n/?a|")


class BlockWriter:
    """Writes blocks; `pictures` gives the path of each picture that was kept."""

    def __init__(self, sheet: Sheet, pictures: Mapping[str, str]) -> None:
        self._sheet = sheet
        self._pictures = pictures

    def write(self, blocks: Iterable[Block | Place], indent: int) -> None:
        """The blocks as items `indent` blanks deep."""
        for block in blocks:
            self._block(block, indent)

    def _block(self, block: Block | Place, indent: int) -> None:
        pad = " " * indent
        if isinstance(block, Place):
            self._sheet.add(f"{pad}- {block.kind}")
        elif isinstance(block, Paragraph):
            for text in divided(block.text):
                self._text(text, indent)
        elif isinstance(block, Heading):
            self._heading(block, indent)
        elif isinstance(block, Listing):
            self._list(block, indent)
        elif isinstance(block, Table):
            self._table(block, indent)
        elif isinstance(block, Quote):
            self._quote(block, indent)
        elif isinstance(block, Box):
            self._box(block.blocks, indent, "")
        else:
            self._picture(block, indent)

    def _text(self, text: Text, indent: int) -> None:
        written = marked(text)
        if written:
            self._sheet.add(*lines_of(f"{' ' * indent}- ", written, indent + 2))

    def _heading(self, block: Heading, indent: int) -> None:
        text = marked(block.text)
        if not text:
            return
        if block.level > 2:
            bold = tuple(msgspec.structs.replace(run, bold=True) for run in block.text)
            self._text(bold, indent)
            return
        if block.rule in TOLD:
            self._sheet.add(*comment(f"a heading, told by its {TOLD[block.rule]}", indent))
        self._sheet.add(*lines_of(f"{' ' * indent}- heading: ", text, indent + 4))

    def _list(self, block: Listing, indent: int) -> None:
        items = [item for item in block.items if texts(item)]
        aside: list[Block] = [inner for item in block.items for inner in _aside(item)]
        if items and any(_said(item) for item in items):
            if block.numbered and block.start != 1:
                self._numbered_texts(block, indent)
                return
            self._sheet.add(f"{' ' * indent}- {'numbered' if block.numbered else 'list'}:")
            self._items(items, indent + 4, 1)
        self.write(aside, indent)

    def _numbered_texts(self, block: Listing, indent: int) -> None:
        """A list that goes on with the numbers of another: texts with these numbers, for an outline's lists begin with 1."""
        self._sheet.add(*comment("these go on with the numbers of a list above", indent))
        for number, item in enumerate(block.items, block.start):
            if not item:
                continue
            first, *rest = item
            if isinstance(first, Paragraph | Heading):
                self._text((Run(f"{number}. "), *first.text), indent)
            else:
                rest = [first, *rest]
            self.write(rest, indent)

    def _items(self, items: Sequence[Sequence[Block]], indent: int, depth: int) -> None:
        for item in items:
            text = joined(block.text for block in item if isinstance(block, Paragraph | Heading))
            below = [inner for block in item if isinstance(block, Listing) for inner in block.items if _said(inner)]
            if is_blank(text) or depth >= NESTED_MOST:
                if not is_blank(text):
                    self._sheet.add(*lines_of(f"{' ' * indent}- ", marked(text), indent + 2))
                self._items(below, indent, depth)
            elif not below:
                self._sheet.add(*lines_of(f"{' ' * indent}- ", marked(text), indent + 2))
            else:
                numbered = next(block.numbered for block in item if isinstance(block, Listing))
                self._sheet.add(*lines_of(f"{' ' * indent}- text: ", marked(text), indent + 4))
                self._sheet.add(f"{' ' * indent}  {'numbered' if numbered else 'list'}:")
                self._items(below, indent + 4, depth + 1)

    def _quote(self, block: Quote, indent: int) -> None:
        words = texts(block.blocks)
        simple = all(isinstance(inner, Paragraph) for inner in block.blocks) and 1 <= len(words) <= 2
        signed = len(words) == 2 and _DASHED.match(plain(words[1])) is not None
        if not simple or (len(words) == 2 and not signed) or len(plain(words[0]).split()) > PULL_MOST:
            self._box(block.blocks, indent, "a quotation")
            return
        pad = " " * indent
        if not signed:
            self._sheet.add(*lines_of(f"{pad}- pull_quote: ", marked(words[0]), indent + 4))
            return
        self._sheet.add(f"{pad}- pull_quote:", *lines_of(f"{pad}    text: ", marked(words[0]), indent + 6))
        by = (msgspec.structs.replace(words[1][0], text=_DASHED.sub("", words[1][0].text)), *words[1][1:])
        self._sheet.add(*lines_of(f"{pad}    attribution: ", marked(by), indent + 6))

    def _box(self, blocks: Sequence[Block], indent: int, remark: str) -> None:
        """A box; its first block may be its heading. What is too long for one, or holds a table or a box, is text."""
        words = sum(len(plain(text).split()) for text in texts(blocks))
        simple = all(isinstance(block, Paragraph | Heading | Listing) for block in blocks)
        if not texts(blocks) or words > BOX_MOST or not simple:
            self.write(blocks, indent)
            return
        pad = " " * indent
        if remark:
            self._sheet.add(*comment(remark, indent))
        self._sheet.add(f"{pad}- box:")
        first, *rest = blocks
        if rest and (head := _box_heading(first)):
            self._sheet.add(*lines_of(f"{pad}    heading: ", marked(head), indent + 6))
            blocks = rest
        self._sheet.add(f"{pad}    content:")
        self.write(blocks, indent + 6)

    def _table(self, block: Table, indent: int) -> None:
        rows = [[marked(cell) for cell in row] for row in _plain_head(block.rows) if not all(map(is_blank, row))]
        if len(rows) < 2 or not rows[0]:
            self.write(
                [
                    Paragraph(block.caption),
                    *(Paragraph(cell) for row in block.rows for cell in row),
                    Paragraph(block.source),
                ],
                indent,
            )
            return
        pad, inner = " " * indent, " " * (indent + 4)
        doubts = _doubts(block)
        for said in doubts:
            self._sheet.add(*comment(f"review: {said}", indent))
        for said in doubts:
            self._sheet.look("import/guessed", f"a table: {said}", "see whether it is right")
        self._sheet.add(f"{pad}- table:")
        if not is_blank(block.caption):
            self._sheet.add(*lines_of(f"{inner}caption: ", marked(block.caption), indent + 6))
        if len(block.rows[0]) > NARROW:
            self._sheet.add(f"{inner}width: page")
        self._sheet.add(*row_lines(f"{inner}head: ", rows[0], indent + 6))
        align = _alignment(block)
        if "decimal" in align:
            self._sheet.add(f"{inner}align: [{', '.join(align)}]")
        self._sheet.add(f"{inner}rows:")
        for row in rows[1:]:
            self._sheet.add(*row_lines(f"{inner}  - ", row, indent + 8))
        if not is_blank(block.source):
            self._sheet.add(*lines_of(f"{inner}source: ", marked(block.source), indent + 6))

    def _picture(self, block: Picture, indent: int) -> None:
        pad, inner = " " * indent, " " * (indent + 4)
        path = self._pictures.get(block.name, "")
        alt = " ".join(cleaned(block.alt).split())[:ALT_MOST]
        if not path:
            said = f"here stood a picture that could not be taken over{': ' + alt if alt else ''}"
            self._sheet.add(*comment(f"review: {said}", indent))
            self._text(block.caption, indent)
            self._text(block.source, indent)
            self._text(block.credit, indent)
            return
        self._sheet.add(f"{pad}- figure:", f"{inner}image: {inline(path)}")
        if alt:
            self._sheet.add(*lines_of(f"{inner}alt: ", alt, indent + 6))
        elif block.is_small:
            self._sheet.look(
                "import/guessed", "small pictures were taken for ornaments", "say in `alt` what they show, if not"
            )
            self._sheet.add(f"{inner}decorative: true  # review: it is small")
        else:
            self._sheet.look("import/no-alt", "this picture has no alternative text", "say what it shows, for the blind")
            self._sheet.add(f"{inner}alt:  # say what the picture shows, for those who cannot see it")
        for key, text in (("caption", block.caption), ("source", block.source), ("credit", block.credit)):
            if not is_blank(text):
                self._sheet.add(*lines_of(f"{inner}{key}: ", marked(text), indent + 6))


def divided(text: Text) -> list[Text]:
    """A text in as many as an outline takes: a paragraph of more than some ten pages is cut behind a sentence."""
    if sum(len(run.text) for run in text) <= PARAGRAPH_MOST:
        return [text]
    found: list[list[Run]] = [[]]
    length = 0
    for run in (piece for whole in text for piece in _pieces(whole)):
        if length + len(run.text) > PARAGRAPH_MOST and found[-1]:
            found.append([])
            length = 0
        found[-1].append(run)
        length += len(run.text)
    return [tuple(runs) for runs in found]


def _pieces(run: Run) -> list[Run]:
    """The sentences of a long run; a sentence without an end in sight is cut between words."""
    if len(run.text) <= PARAGRAPH_MOST // 4 or run.text == BREAK:
        return [run]
    parts = re.findall(r".{1,3000}(?:[.!?](?=\s)|\s|$)|.{1,3000}", run.text, re.DOTALL)
    return [msgspec.structs.replace(run, text=part) for part in parts]


def _said(item: Sequence[Block]) -> bool:
    """Whether an item of a list has texts that stay in the list."""
    return any(
        (isinstance(block, Paragraph | Heading) and not is_blank(block.text))
        or (isinstance(block, Listing) and any(map(_said, block.items)))
        for block in item
    )


def _aside(item: Sequence[Block]) -> list[Block]:
    """What a list cannot hold: tables, pictures, quotations and boxes in its items."""
    found: list[Block] = []
    for block in item:
        if isinstance(block, Listing):
            found += [inner for below in block.items for inner in _aside(below)]
        elif not isinstance(block, Paragraph | Heading):
            found.append(block)
    return found


def _box_heading(block: Block) -> Text:
    """The heading of a box: a heading, a short bold line, or one such as “Box 1: How it was done”."""
    if isinstance(block, Heading):
        return block.text
    short = isinstance(block, Paragraph) and len(plain(block.text).split()) <= 12 and not is_blank(block.text)
    if short and isinstance(block, Paragraph) and _heads(block.text):
        return tuple(msgspec.structs.replace(run, bold=False) for run in block.text)
    return ()


def _heads(text: Text) -> bool:
    return all(run.bold or not run.text.strip() for run in text) or is_caption(plain(text))


def _plain_head(rows: Sequence[Sequence[Text]]) -> list[Sequence[Text]]:
    """The rows with a first one that is not bold, when all of it is: an outline's heads are so of themselves."""
    if not all(run.bold or not run.text.strip() for cell in rows[0] for run in cell):
        return list(rows)
    return [[tuple(msgspec.structs.replace(run, bold=False) for run in cell) for cell in rows[0]], *rows[1:]]


def _doubts(block: Table) -> list[str]:
    """What of a table its author has to look at."""
    found = []
    bold = all(run.bold for cell in block.rows[0] for run in cell if run.text.strip())
    if not block.heads and not bold:
        found.append("its first row was taken for its head")
    if block.heads > 1:
        found.append(f"its head had {block.heads} rows, and an outline has one")
    if block.merged:
        found.append("cells were merged; the first of them has the text")
    return found


def _alignment(block: Table) -> list[str]:
    """Columns of numbers are aligned at their decimal sign."""
    found = []
    for column in range(len(block.rows[0])):
        cells = [plain(row[column]) for row in block.rows[1:]]
        numbers = any(char.isdigit() for cell in cells for char in cell) and all(_NUMBER.fullmatch(cell) for cell in cells)
        found.append("decimal" if numbers and column else "left")
    return found
