"""What every reader makes of a file: blocks of text, in the order of the document, and what was left out.

Data types only, and the ledger in which readers note what they leave out. Refuses to know formats of files, and outlines.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Literal
from unicodedata import category

import msgspec

BREAK = "\n"  # the text of a run that ends a line


class Run(msgspec.Struct, frozen=True):
    """Characters in one dress. `note` is the name of a note whose mark stands here; such a run has no text."""

    text: str = ""
    bold: bool = False
    italic: bool = False
    code: bool = False
    script: Literal["", "~", "^"] = ""  # a subscript, a superscript
    uri: str = ""
    note: str = ""


Text = tuple[Run, ...]


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph; `style` is its kind, when a reader knows it: title, subtitle, author, date, caption."""

    text: Text
    style: str = ""
    rule: str = ""  # how the kind was told, in words for the author


class Heading(msgspec.Struct, frozen=True):
    """A heading; level 1 is the highest that the document has."""

    level: int
    text: Text
    rule: str = ""


class Listing(msgspec.Struct, frozen=True):
    """A list; each item is a few blocks."""

    items: tuple[tuple["Block", ...], ...]
    numbered: bool = False
    start: int = 1


class Table(msgspec.Struct, frozen=True):
    """A table whose first `heads` rows head its columns; each row has as many cells as any other."""

    rows: tuple[tuple[Text, ...], ...]
    heads: int = 0
    caption: Text = ()
    rule: str = ""
    merged: bool = False  # cells were merged, and now the first of them has the text
    source: Text = ()


class Quote(msgspec.Struct, frozen=True):
    """A quotation set off from the text."""

    blocks: tuple["Block", ...]


class Box(msgspec.Struct, frozen=True):
    """What stands in a frame: a text box, a table of one cell."""

    blocks: tuple["Block", ...]
    rule: str = ""


class Picture(msgspec.Struct, frozen=True):
    """A picture: `name` is what its reader calls its file."""

    name: str
    alt: str = ""
    caption: Text = ()
    source: Text = ()
    credit: Text = ()
    is_small: bool = False  # as a sign in a line, or beside a box


Block = Paragraph | Heading | Listing | Table | Quote | Box | Picture


class Loss(msgspec.Struct, frozen=True):
    """Something that did not come through, for a message: a code, one sentence, what to do."""

    code: str
    said: str
    hint: str = ""


class Ledger:
    """What readers leave out: counted by kind, or told one by one."""

    def __init__(self) -> None:
        self.counts: dict[str, int] = {}
        self.losses: list[Loss] = []

    def count(self, kind: str, number: int = 1) -> None:
        """Count `number` more of what a key of `phrases.LEFT_OUT` names."""
        if number:
            self.counts[kind] = self.counts.get(kind, 0) + number

    def tell(self, code: str, said: str, hint: str = "") -> None:
        """Note a loss that has a message of its own."""
        loss = Loss(code, said, hint)
        if loss not in self.losses:
            self.losses.append(loss)


class Document(msgspec.Struct):
    """A document as a reader has it."""

    blocks: Sequence[Block]
    notes: dict[str, Text]
    ledger: Ledger
    file: str = ""
    language: str = ""  # a tag that the file gives itself
    pictures: Callable[[str], "bytes | None"] = lambda name: None  # noqa: ARG005  a document without pictures
    crops: dict[str, tuple[float, float, float, float]] = {}  # parts cut off left, top, right, bottom, by picture
    sources: list[dict[str, Any]] = []  # what its fields cite, as CSL-JSON


def plain(text: Iterable[Run]) -> str:
    """The words of a text without their dress, in one line."""
    return " ".join("".join(run.text for run in text).split())


def is_blank(text: Iterable[Run]) -> bool:
    """Whether a text shows nothing: blanks, and characters such as U+200B."""
    return not any(run.note or _shows(run.text) for run in text)


def _shows(text: str) -> bool:
    return bool(text.strip()) and (text.isprintable() or any(not char.isspace() and category(char) != "Cf" for char in text))


def joined(texts: Iterable[Text]) -> Text:
    """Texts below each other, each beginning a line."""
    found: list[Run] = []
    for text in texts:
        if not is_blank(text):
            found += [Run(BREAK), *text] if found else text
    return tuple(found)


def texts(blocks: Iterable[Block]) -> list[Text]:
    """All texts of blocks in their order, without what holds them together; pictures have only captions."""
    found: list[Text] = []
    for block in blocks:
        if isinstance(block, Paragraph | Heading):
            found.append(block.text)
        elif isinstance(block, Listing):
            found += [text for item in block.items for text in texts(item)]
        elif isinstance(block, Table):
            found += [block.caption, *(cell for row in block.rows for cell in row), block.source]
        elif isinstance(block, Quote | Box):
            found += texts(block.blocks)
        else:
            found += [block.caption, block.source, block.credit]
    return [text for text in found if not is_blank(text)]
