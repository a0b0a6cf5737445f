"""The outline as a tree of scalars, sequences and mappings in which everything knows its place.

What `read` returns has been checked against the specification and normalised, so that `content` meets one shape only;
the accessors below therefore raise TypeError only on a bug. Scalars are always text, whatever YAML 1.1 makes of them.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import msgspec

from briefgen.problem import Place

Style = Literal["", "'", '"', "|", ">"]


class Origin:
    """Where a scalar stands in its source: character indices of its start and end, and how it is written.

    The spots of its characters are found when a problem first asks for one, and kept: a text may hold many problems.
    """

    __slots__ = ("_spots", "end", "source", "start", "style")

    def __init__(self, source: str, start: int, end: int, style: Style = "") -> None:
        self.source = source
        self.start = start
        self.end = end
        self.style = style
        self._spots: Sequence[int] | None = None

    def spot(self, text: str, index: int) -> int | None:
        """The index in the source of the character at `index` of `text`, or None when the source does not say so."""
        if self._spots is None:
            from briefgen.outline.spots import trace  # late: only problems ask

            self._spots = trace(self.source, self.start, self.end, self.style, text) or ()
        return self._spots[index] if index < len(self._spots) else None


class Scalar(msgspec.Struct, frozen=True):
    """Text as the outline means it: quotes, escapes and folds resolved, in NFC."""

    text: str
    place: Place
    origin: Origin | None = None

    def at(self, index: int) -> Place:
        """The place in the file of the character at `index` of `text`; of the scalar when that cannot be told."""
        spot = self.origin.spot(self.text, index) if self.origin is not None and index >= 0 else None
        if spot is None or self.origin is None:
            return self.place
        source, start = self.origin.source, self.origin.start
        lines = source.count("\n", start, spot)
        if not lines:
            return Place(self.place.file, self.place.line, self.place.column + spot - start)
        return Place(self.place.file, self.place.line + lines, spot - source.rfind("\n", start, spot))

    def find(self, needle: str) -> Place:
        """The place of the first `needle` in the text, or of the scalar when it is not there."""
        index = self.text.find(needle) if needle else -1
        return self.place if index < 0 else self.at(index)


class Seq(msgspec.Struct, frozen=True):
    """A list."""

    items: tuple["Node", ...]
    place: Place


class Map(msgspec.Struct, frozen=True):
    """A mapping in the order written. `keys` has the place of each key."""

    entries: dict[str, "Node"]
    keys: dict[str, Place]
    place: Place

    def __contains__(self, key: str) -> bool:
        return key in self.entries

    def text(self, key: str) -> Scalar | None:
        """The scalar under `key`, or None when the key is absent or null."""
        node = self.entries.get(key)
        if node is None or isinstance(node, Scalar):
            return node
        raise TypeError(key)

    def map(self, key: str) -> "Map | None":
        """The mapping under `key`, or None when the key is absent or null."""
        node = self.entries.get(key)
        if node is None or isinstance(node, Map):
            return node
        raise TypeError(key)

    def seq(self, key: str) -> "tuple[Node, ...]":
        """The items of the list under `key`; nothing when the key is absent or null."""
        node = self.entries.get(key)
        if node is None:
            return ()
        if isinstance(node, Seq):
            return node.items
        raise TypeError(key)

    def texts(self, key: str) -> tuple[Scalar, ...]:
        """The items of the list under `key`, all scalars."""
        return tuple(item for item in self.seq(key) if isinstance(item, Scalar))

    def maps(self, key: str) -> "tuple[Map, ...]":
        """The items of the list under `key`, all mappings."""
        return tuple(item for item in self.seq(key) if isinstance(item, Map))

    def flag(self, key: str, default: bool) -> bool:
        """The boolean under `key`."""
        node = self.text(key)
        return default if node is None else node.text.lower() in {"true", "yes", "on"}


Node = Scalar | Seq | Map


class Outline(msgspec.Struct, frozen=True):
    """A checked outline. `folder` is where its images and fonts are; `source` the decoded text of the file's `data`."""

    root: Map
    folder: Path
    file: str
    source: str
    data: bytes
