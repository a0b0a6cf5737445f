"""The outline as a tree of scalars, sequences and mappings in which everything knows its place.

What `read` returns has been checked against the specification and normalised, so that `content` meets one shape only;
the accessors below therefore raise TypeError only on a bug. Scalars are always text, whatever YAML 1.1 makes of them.
"""

from pathlib import Path

import msgspec

from briefgen.problem import Place


class Scalar(msgspec.Struct, frozen=True):
    """Text as written (NFC, quotes and escapes resolved). `raw` is the outline's own line(s) from the scalar's start."""

    text: str
    place: Place
    # place of each character of `text`, as (line, column), run-length coded: (index in text, line, column)
    spots: tuple[tuple[int, int, int], ...] = ()

    def at(self, index: int) -> Place:
        """The place in the file of the character at `index` of `text`."""
        found = (0, self.place.line, self.place.column)
        for spot in self.spots:
            if spot[0] > index:
                break
            found = spot
        return Place(self.place.file, found[1], found[2] + index - found[0])

    def find(self, needle: str) -> Place:
        """The place of the first `needle` in the text, or of the scalar when it is not there."""
        index = self.text.find(needle)
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
    """A checked outline. `folder` is where its images and fonts are; `source` the decoded text of the file."""

    root: Map
    folder: Path
    file: str
    source: str
