"""The lines of a text that is being written, and remarks on some of them.

Comes in: lines. Goes out: the text, and spots with their line numbers. Refuses to know what the lines say.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import msgspec


class Spot(msgspec.Struct, frozen=True):
    """A line of the outline that its author has to look at: a code of `problem.CODES`, what and why."""

    line: int
    code: str
    said: str
    hint: str = ""


class Sheet:
    """Collects lines."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self.spots: list[Spot] = []

    def add(self, *lines: str) -> None:
        """Write lines."""
        self._lines += lines

    def blank(self) -> None:
        """Leave one line blank, unless the last one is."""
        if self._lines and self._lines[-1]:
            self._lines.append("")

    @contextmanager
    def above(self, line: str) -> Iterator[None]:
        """Write a line, and below it what is written meanwhile; not the line when that is nothing but remarks."""
        at = len(self._lines)
        self.add(line)
        yield
        if all(own.lstrip().startswith("#") for own in self._lines[at + 1 :]):
            del self._lines[at]
            self.spots = [msgspec.structs.replace(spot, line=spot.line - (spot.line > at)) for spot in self.spots]

    def look(self, code: str, said: str, hint: str = "") -> None:
        """Remark on the next line."""
        self.spots.append(Spot(len(self._lines) + 1, code, said, hint))

    def text(self) -> str:
        """All lines."""
        return "\n".join(self._lines).rstrip("\n") + "\n"
