"""The notes of a brief, numbered in the order in which their marks appear.

Comes: the outline's notes, those that a style of citation makes, and on paper the addresses of links. Goes: a number for
each, and after the last text the notes in order. Promise: no note is left out, also when no mark points to it. Refuses to
know where marks stand.
"""

from collections.abc import Iterator

import msgspec

from briefgen.content.brief import Span
from briefgen.outline.tree import Map, Scalar
from briefgen.problem import Place, Problems


class NoteText(msgspec.Struct, frozen=True):
    """What a note says: a text of the outline, or spans or an address, for which `text` is where they come from."""

    number: int
    text: Scalar
    address: str = ""
    spans: tuple[Span, ...] | None = None
    marked: bool = True  # a mark points to it


class Notes:
    """Gives numbers to notes as their marks are met.

    Addresses, which only paper has as notes, come after all others: a note has the same number in every profile. `cited` is
    how many notes citations will make.
    """

    def __init__(self, texts: Map | None, cited: int = 0) -> None:
        self._texts = texts
        self._cited = cited
        self._numbers: dict[str, int] = {}
        self._order: list[Scalar | tuple[Scalar, tuple[Span, ...]] | None] = []  # what each note says
        self._addresses: dict[str, int] = {}
        self._links: list[tuple[Scalar, str]] = []  # where the outline links to each address

    @property
    def names(self) -> list[str]:
        """The names of all notes, as the outline has them."""
        return list(self._texts.entries) if self._texts else []

    def number(self, name: str) -> tuple[int, bool] | None:
        """The number of a note and whether this is its first mark; None when there is no such note."""
        if self._texts is None or name not in self._texts:
            return None
        first = name not in self._numbers
        if first:
            self._order.append(self._texts.text(name))
        return self._numbers.setdefault(name, len(self._order)), first

    @property
    def next(self) -> int:
        """The number of the next new note."""
        return len(self._order) + 1

    def cite(self, source: Scalar, spans: tuple[Span, ...]) -> int:
        """The number of a new note that a citation in `source` makes."""
        self._order.append((source, spans))
        return len(self._order)

    def address(self, address: str, source: Scalar) -> tuple[int, bool]:
        """The number of the note that gives an address, and whether this is its first mark."""
        first = address not in self._addresses
        if first:
            self._links.append((source, address))
        return self._addresses.setdefault(address, len(self.names) + self._cited + len(self._links)), first

    def each(self, problems: Problems) -> Iterator[NoteText]:
        """Every note, in order.

        A note's text may hold marks itself: they are met while this goes on, and their notes follow. Then come those without
        a mark, each reported, and at the end the addresses.
        """
        rest = iter(self.names)
        unmarked: set[int] = set()
        given = 0
        while True:
            if given == len(self._order):
                name = next((name for name in rest if name not in self._numbers), "")
                if not name:
                    break
                self._report(name, problems)
                self.number(name)
                unmarked.add(self._numbers[name])
            text = self._order[given]
            given += 1
            if isinstance(text, tuple):
                yield NoteText(given, text[0], spans=text[1])
            elif text is not None:
                yield NoteText(given, text, marked=given not in unmarked)
        for number, (source, address) in enumerate(self._links, len(self.names) + self._cited + 1):
            yield NoteText(number, source, address)

    def _report(self, name: str, problems: Problems) -> None:
        place = self._texts.keys[name] if self._texts else Place("")
        hint = f"write [^{name}] where it belongs, or remove the note"
        problems.add("content/unused-note", place, f"no mark points to the note `{name}`", hint)
