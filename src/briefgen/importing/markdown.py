"""Markdown into a document, by markdown-it: CommonMark with tables, notes, sub- and superscripts, and metadata at its head.

Comes in: text. Goes out: a document. The promise: no letter of the text but those of marks and addresses is left out; HTML
in it is read for its words. Refuses to open the pictures that it names.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import msgspec
import yaml
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.subscript import sub_plugin
from mdit_py_plugins.superscript import superscript_plugin

from briefgen.importing.document import (
    BREAK,
    Block,
    Document,
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
    texts,
)
from briefgen.importing.refusal import Refused
from briefgen.importing.webtext import Tag, tag_of, words_of_html

DEPTH_MOST = 100  # of lists and quotations in each other
PLAIN = Run()
DRESSES: dict[str, dict[str, Any]] = {
    "em": {"italic": True},
    "strong": {"bold": True},
    "sub": {"script": "~"},
    "sup": {"script": "^"},
}
KEYS = {
    "title": "title",
    "subtitle": "subtitle",
    "author": "author",
    "authors": "author",
    "date": "date",
    "abstract": "abstract",
}
PLUGINS = (front_matter_plugin, sub_plugin, superscript_plugin)
LANGUAGE = ("lang", "language")


def read_markdown(text: str) -> Document:
    """The document in a Markdown text. Raises Refused."""
    try:
        try:
            return _read(text, (footnote_plugin, *PLUGINS))
        except ValueError:  # the plugin of notes leaves a tree with loose ends where a quotation begins within a note
            return _read(text, PLUGINS)
    except RecursionError as error:
        raise Refused("import/hostile", "lists and quotations are nested too deeply", "flatten them") from error


def _read(text: str, plugins: Sequence[Callable[[MarkdownIt], None]]) -> Document:
    """The document as a parser with these plugins reads it. Raises ValueError and RecursionError."""
    parser = _Parser("commonmark", {"maxNesting": DEPTH_MOST}).enable(["table", "strikethrough"])
    for plugin in plugins:
        parser.use(plugin)
    tokens = parser.parse(text)
    if any(token.level >= DEPTH_MOST - 2 for token in tokens):
        raise RecursionError
    reading = _Reading()
    blocks = reading.blocks(SyntaxTreeNode(tokens).children)
    return Document([*reading.head, *blocks], reading.notes, reading.ledger, language=reading.language)


class _Parser(MarkdownIt):
    """Reads each address, for those that an outline may not have are told of, and not left as they stand."""

    def validateLink(self, url: str) -> bool:  # noqa: N802  the library's name
        del url
        return True


class _Reading:
    """Reads one tree of Markdown."""

    def __init__(self) -> None:
        self.notes: dict[str, Text] = {}
        self.ledger = Ledger()
        self.head: list[Block] = []  # what the metadata say
        self.language = ""
        self._pictures: list[Picture] = []

    def blocks(self, nodes: Sequence[SyntaxTreeNode]) -> list[Block]:
        return [block for node in nodes for block in self._block(node)]

    def _block(self, node: SyntaxTreeNode) -> list[Block]:
        if node.type in {"paragraph", "heading"}:
            text = self._text(node.children)
            pictures, self._pictures = self._pictures, []
            if is_blank(text):
                return [*pictures]
            return [Heading(int(node.tag[1:]), text, "style") if node.type == "heading" else Paragraph(text), *pictures]
        if node.type in {"bullet_list", "ordered_list"}:
            items = tuple(tuple(self.blocks(item.children)) for item in node.children)
            return [Listing(items, node.type == "ordered_list", int(node.attrs.get("start", 1)))]
        if node.type == "blockquote":
            return [Quote(tuple(self.blocks(node.children)))]
        if node.type in {"code_block", "fence"}:
            return [Paragraph(joined((Run(line, code=True),) for line in node.content.splitlines()))]
        if node.type == "table":
            return self._table(node)
        if node.type == "html_block":
            return [Paragraph((Run(words),)) for words in words_of_html(node.content)]
        if node.type == "footnote_block":
            return self._notes(node)
        if node.type == "front_matter":
            self._metadata(node.content)
        return []

    def _table(self, node: SyntaxTreeNode) -> list[Block]:
        rows: list[tuple[Text, ...]] = []
        heads = 0
        for part in node.children:
            for row in part.children:
                rows.append(tuple(self._text(cell.children) for cell in row.children))
                heads += part.type == "thead" and any(not is_blank(cell) for cell in rows[-1])
        pictures, self._pictures = self._pictures, []
        rows = [row for row in rows if not all(map(is_blank, row))]
        width = max(map(len, rows), default=0)
        full = tuple(row + ((),) * (width - len(row)) for row in rows)
        return [Table(full, heads), *pictures] if full else [*pictures]

    def _notes(self, node: SyntaxTreeNode) -> list[Block]:
        left: list[Block] = []
        for note in node.children:
            name = str(note.meta["id"] + 1)
            blocks = self.blocks(note.children)
            self.notes[name] = joined(texts(blocks))
            left += [block for block in blocks if isinstance(block, Picture)]
        return left

    def _metadata(self, content: str) -> None:
        """What the lines of YAML at the head of the text say; lines that are none are kept as a paragraph."""
        try:
            aliased = any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(content, yaml.CSafeLoader))
            found = None if aliased else yaml.load(content, yaml.CBaseLoader)  # noqa: S506  it makes texts only
        except (yaml.YAMLError, RecursionError):
            found = None
        if not isinstance(found, dict):
            self.head.append(Paragraph((Run(content),)))
            return
        for key, value in found.items():
            values = [one for one in (value if isinstance(value, list) else [value]) if one]
            for one in values:
                self._entry(str(key).lower(), one.get("name", one) if isinstance(one, dict) else one)

    def _entry(self, key: str, value: Any) -> None:
        if key in LANGUAGE and isinstance(value, str):
            self.language = value
        elif key in KEYS and isinstance(value, str):
            inline = MarkdownIt("commonmark").parseInline(value)
            self.head.append(Paragraph(self._text(SyntaxTreeNode(inline).children[0].children), KEYS[key], "front matter"))
        else:
            self.ledger.count("metadata")

    def _text(self, nodes: Sequence[SyntaxTreeNode], dress: Run = PLAIN) -> Text:
        return tuple(run for run in _Inline(self, nodes).runs(dress) if run.text or run.note)

    def picture(self, name: str, alt: str) -> None:
        """Note a picture of the paragraph being read."""
        self._pictures.append(Picture(name, alt))


class _Inline:
    """Reads what stands in a paragraph; HTML's tags change the dress of what follows them."""

    def __init__(self, reading: _Reading, nodes: Sequence[SyntaxTreeNode]) -> None:
        self._reading = reading
        self._nodes = nodes
        self._tags: list[Tag] = []

    def runs(self, dress: Run) -> Iterator[Run]:
        yield from self._all(self._nodes, dress)

    def _all(self, nodes: Sequence[SyntaxTreeNode], dress: Run) -> Iterator[Run]:
        for node in nodes:
            yield from self._run(node, dress)

    def _run(self, node: SyntaxTreeNode, dress: Run) -> Iterator[Run]:
        kind = node.type
        if kind in {"text", "text_special"}:
            yield msgspec.structs.replace(self._dressed(dress), text=node.content)
        elif kind == "softbreak":
            yield msgspec.structs.replace(dress, text=" ")
        elif kind == "hardbreak":
            yield Run(BREAK)
        elif kind == "code_inline":
            yield msgspec.structs.replace(dress, text=node.content, code=True)
        elif kind == "link":
            yield from self._all(node.children, msgspec.structs.replace(dress, uri=str(node.attrs.get("href", ""))))
        elif kind == "image":
            alt = "".join(child.content for child in node.children)
            self._reading.picture(str(node.attrs.get("src", "")), alt)
        elif kind == "footnote_ref":
            yield Run(note=str(node.meta["id"] + 1))
        elif kind == "html_inline":
            yield from self._html(node.content, dress)
        elif kind != "footnote_anchor":
            children = node.children or ()
            yield from self._all(children, msgspec.structs.replace(dress, **DRESSES.get(kind, {})))
            if not children and node.content:
                yield msgspec.structs.replace(dress, text=node.content, **DRESSES.get(kind, {}))

    def _html(self, content: str, dress: Run) -> Iterator[Run]:
        tag = tag_of(content)
        if tag.name == "br":
            yield Run(BREAK)
        elif tag.name == "img":
            self._reading.picture(tag.attributes.get("src", ""), tag.attributes.get("alt", ""))
        elif tag.closes:
            last = next((number for number in range(len(self._tags) - 1, -1, -1) if self._tags[number].name == tag.name), -1)
            self._tags = self._tags if last < 0 else self._tags[:last]
        elif tag.name:
            self._tags.append(tag)
        elif not content.startswith("<!--"):
            yield msgspec.structs.replace(dress, text=content)

    def _dressed(self, dress: Run) -> Run:
        for tag in self._tags:
            dress = msgspec.structs.replace(dress, **tag.dress)
        return dress
