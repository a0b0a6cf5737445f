"""Where content comes from: streams taken apart, and the fonts and colour spaces that they name.

Comes in: streams and dictionaries of a file. Goes out: instructions, fonts, spaces, each read once. The promise: what is
read of one page, and of the whole file, is bounded in bytes and operators. Refuses to know what instructions do.
"""

from collections.abc import Callable
from typing import Any

import pikepdf

from briefgen.preflight import fonts
from briefgen.preflight.colour import Spaces
from briefgen.preflight.matrix import IDENTITY, Matrix
from briefgen.preflight.objects import FAULTS, TooLargeError, decoded, identity, items
from briefgen.preflight.state import Mark

# What one file may cost. A page of text takes some 1,000 operators, a detailed map some 100,000. An instruction takes
# some 50 times the memory of its bytes, and those of one page are kept together.
OPERATORS = 500_000
MOST_BOMBS = 20  # contents that are too large, after which no more are tried
FORM = 50  # operators that it costs to begin a form
MOST_OF_PAGE = 1 << 23
MOST_OF_FILE = 1 << 26


class Source:
    """The content of one file. `see` is called with each mark, `remark` with a code and what is wrong with the content."""

    def __init__(self, pdf: Any, see: Callable[[Mark], None], remark: Callable[[str, str], None]) -> None:
        self._pdf = pdf
        self.see = see
        self.remark = remark
        self.spaces = Spaces()
        self.base: Matrix = IDENTITY  # of the page at hand
        self._fonts: dict[tuple[int, int], fonts.Font] = {}
        self._parsed: dict[tuple[int, int], list[Any]] = {}
        self._patterns: set[tuple[int, int]] = set()
        self._operators = OPERATORS
        self._of_file = MOST_OF_FILE
        self._of_page = 0
        self._bombs = 0

    def turn_to(self, base: Matrix) -> None:
        """A new page begins, with this matrix."""
        self.base = base
        self._parsed.clear()
        self._patterns.clear()
        self._of_page = MOST_OF_PAGE

    def contents(self, streams: Any) -> list[Any]:
        """The instructions of one or several streams, which are one (ISO 32000-1, 7.8.2)."""
        return self._parse(b"\n".join(self._bytes(stream) for stream in items(streams)))

    def form(self, stream: Any) -> list[Any]:
        """The instructions of a form or a pattern; those used before on the page need not be parsed again."""
        key = identity(stream)
        if key is None:
            return []  # a stream is always an object of its own
        if key not in self._parsed:
            self._parsed[key] = self._parse(self._bytes(stream))
        return self._parsed[key]

    def _bytes(self, stream: Any) -> bytes:
        if not isinstance(stream, pikepdf.Stream):
            self.remark("preflight/damaged", "a content stream is missing")
            return b""
        if self._bombs >= MOST_BOMBS:
            self.remark("preflight/too-large", "the content is not looked at: too much before it was too large")
            return b""
        try:
            data = decoded(stream, min(self._of_page, self._of_file))
        except TooLargeError:
            self._bombs += 1
            self.remark("preflight/too-large", "the content is too large to be judged")
            return b""
        except (MemoryError, *FAULTS):
            self.remark("preflight/damaged", "a content stream cannot be read")
            return b""
        self._of_page -= len(data)
        self._of_file -= len(data)
        return data

    def _parse(self, data: bytes) -> list[Any]:
        if not data.strip():
            return []
        try:
            instructions = list(pikepdf.parse_content_stream(pikepdf.Stream(self._pdf, data)))
        except (MemoryError, *FAULTS):
            self.remark("preflight/damaged", "a content stream cannot be taken apart")
            return []
        if self._pdf.get_warnings():  # those of this stream: asking takes them away
            self.remark("preflight/faulty-content", "a content stream has faults; other programs may show it otherwise")
        return instructions

    def spend(self, operators: int = 1) -> bool:
        """Pay for operators; False when the file has used up what it may cost."""
        before = self._operators
        self._operators -= operators
        if self._operators <= 0 < before:
            self.remark("preflight/too-large", "the file has more content than is judged; what follows is not looked at")
        return self._operators > 0

    def font(self, value: Any) -> fonts.Font:
        """A font of the file."""
        key = identity(value)
        if key is None:
            return fonts.read(value)
        if key not in self._fonts:
            self._fonts[key] = fonts.read(value)
        return self._fonts[key]

    def enters(self, pattern: Any) -> bool:
        """Whether the content of a pattern or a drawn glyph is to be looked at: once on each page."""
        key = identity(pattern)
        if key is None or key in self._patterns:
            return False
        self._patterns.add(key)
        return True
