"""The lines of a text that is being written, and remarks on some of them.

Comes in: lines. Goes out: the text, and spots with their line numbers. Refuses to know what the lines say.
"""

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

    def look(self, code: str, said: str, hint: str = "") -> None:
        """Remark on the next line."""
        self.spots.append(Spot(len(self._lines) + 1, code, said, hint))

    def text(self) -> str:
        """All lines."""
        return "\n".join(self._lines).rstrip("\n") + "\n"
