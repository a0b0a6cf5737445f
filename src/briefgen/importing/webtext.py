"""Pieces of HTML that stand in Markdown: tags that dress words, and blocks that are read for their words.

Comes in: HTML. Goes out: a tag with its dress, or the words of each block. Refuses to be a browser: whole pages are read by
pandoc.
"""

from html.parser import HTMLParser
from typing import Any

import msgspec

DRESSES: dict[str, dict[str, Any]] = {
    "b": {"bold": True},
    "strong": {"bold": True},
    "i": {"italic": True},
    "em": {"italic": True},
    "cite": {"italic": True},
    "code": {"code": True},
    "sub": {"script": "~"},
    "sup": {"script": "^"},
}
UNSEEN = frozenset({"script", "style", "head", "template"})
BLOCKS = frozenset(
    "address article aside blockquote br center dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr "
    "li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)


class Tag(msgspec.Struct, frozen=True):
    """A tag: its name, or "" for what is none."""

    name: str = ""
    closes: bool = False
    attributes: dict[str, str] = {}

    @property
    def dress(self) -> dict[str, Any]:
        """What it makes of the words in it."""
        return {"uri": self.attributes.get("href", "")} if self.name == "a" else DRESSES.get(self.name, {})


def tag_of(text: str) -> Tag:
    """The tag that a text is."""
    reader = _Tags()
    reader.feed(text)
    return reader.tag


def words_of_html(text: str) -> list[str]:
    """The words of each block of some HTML."""
    reader = _Words()
    reader.feed(text)
    reader.close()
    return [line for line in (" ".join(block.split()) for block in reader.blocks) if line]


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tag = Tag()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tag = Tag(tag, False, {name: value or "" for name, value in attrs})

    def handle_endtag(self, tag: str) -> None:
        self.tag = Tag(tag, True)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.blocks = [""]
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in UNSEEN
        if tag in BLOCKS:
            self.blocks.append("")
        if tag == "img":  # its words are all that is known of it here
            self.blocks[-1] += f" {dict(attrs).get('alt') or ''} "

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in UNSEEN and self._unseen > 0
        if tag in BLOCKS:
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.blocks[-1] += data
