"""Where content comes from: streams taken apart, and the fonts and colour spaces that they name.

Comes in: streams and dictionaries of a file. Goes out: instructions, fonts, spaces, each read once. The promise: what is
read of one page, and of the whole file, is bounded in bytes and operators. Refuses to know what instructions do.
"""

from collections.abc import Callable
from typing import Any

import pikepdf

from briefgen.preflight import fonts
from briefgen.preflight.colour import Space, Spaces
from briefgen.preflight.document import Page
from briefgen.preflight.layers import Layers
from briefgen.preflight.matrix import EMPTY, IDENTITY, Box, Matrix
from briefgen.preflight.objects import FAULTS, TooLargeError, decoded, identity, items
from briefgen.preflight.shadings import colours
from briefgen.preflight.state import Mark, Paint, Values

# What one page and one file may cost. A page of text takes some 1,000 operators, a detailed map some 100,000. An instruction
# takes some 50 times the memory of its bytes, and those of one page are kept together.
OPERATORS = 500_000  # of a page
MOST_OPERATORS = 20_000_000  # of a file: some two minutes
MOST_BOMBS = 20  # contents that are too large, after which no more are tried
LABELS = {"gray": "/DeviceGray", "rgb": "/DeviceRGB", "cmyk": "/DeviceCMYK"}
MOST_PAINTS = 10_000
FORM = 50  # operators that it costs to begin a form
MOST_OF_PAGE = 1 << 23
MOST_OF_FILE = 1 << 30


class Source:
    """The content of one file. `see` is called with each mark, `remark` with a code and what is wrong with the content."""

    def __init__(
        self,
        pdf: Any,
        see: Callable[[Mark], None],
        remark: Callable[[str, str], None],
        complain: Callable[[list[str]], None] = lambda _: None,
        layers: Layers | None = None,
    ) -> None:
        self._pdf = pdf
        self.see = see
        self._complain = complain  # of faults that qpdf found in the file, and not in a content
        self.remark = remark
        self.layers = layers or Layers(None)
        self.spaces = Spaces()
        self.base: Matrix = IDENTITY  # of the page at hand
        self.trim: Box = EMPTY
        self.of = ""  # what shows the content at hand, "" for the page itself
        self.keys: set[str] = set()  # of graphics states, which standards forbid whatever they are set to
        self.blends: list[bool] = []  # for the page and each open group with a space of its own, whether anything is blended
        self._fonts: dict[tuple[int, int] | bytes, fonts.Font] = {}
        self._paints: dict[tuple[int, Values], Paint] = {}
        self._resources: Any = None  # the last ones, and the spaces of the device among them
        self._devices: dict[str, Space] = {}
        self._shadings: dict[tuple[int, int], tuple[Paint, ...]] = {}
        self._parsed: dict[tuple[int, int], list[Any]] = {}
        self._entered: set[tuple[int, int]] = set()
        self._operators = OPERATORS
        self._of_file = MOST_OF_FILE
        self._operators_of_file = MOST_OPERATORS
        self._of_page = 0
        self._bombs = 0
        self._told = False

    def turn_to(self, page: Page) -> None:
        """A new page begins."""
        self.base, self.trim = page.base, page.trim
        self.of = ""
        self.blends = [False]
        self._parsed.clear()
        self._entered.clear()
        self._of_page = MOST_OF_PAGE
        self._operators_of_file -= OPERATORS - max(0, self._operators)
        self._operators = min(OPERATORS, max(0, self._operators_of_file))

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
        self._complain(self._pdf.get_warnings())  # asking takes them away, so that those of this stream are left
        try:
            instructions = list(pikepdf.parse_content_stream(pikepdf.Stream(self._pdf, data)))
        except (MemoryError, *FAULTS):
            self.remark("preflight/damaged", "a content stream cannot be taken apart")
            return []
        if self._pdf.get_warnings():
            self.remark("preflight/faulty-content", "a content stream has faults; other programs may show it otherwise")
        return instructions

    def spend(self, operators: int) -> int:
        """Pay for operators; how many may be run before the page, or the file, has used up what it may cost."""
        before = self._operators
        self._operators = before - operators
        if self._operators > 0:
            return operators
        if before > 0:
            self.remark("preflight/too-large", "the page has more content than is judged; the rest of it is not looked at")
        elif self._operators_of_file <= 0 and not self._told:
            self._told = True
            self.remark("preflight/too-large", "the file has more content than is judged; no page from here on is looked at")
        return max(0, before)

    def font(self, value: Any) -> fonts.Font:
        """A font of the file."""
        key: Any = identity(value)
        if key is None:
            key = value.unparse() if isinstance(value, pikepdf.Dictionary) else b""
        if key not in self._fonts:
            self._fonts[key] = fonts.read(value)
        return self._fonts[key]

    def paint(self, space: Space, values: Values) -> Paint:
        """A colour; the same one for the same numbers, so that it need not be thought about again."""
        paint = self._paints.get((id(space), values))
        if paint is None or paint[0] is not space:
            if len(self._paints) >= MOST_PAINTS:
                self._paints.clear()
            paint = self._paints[id(space), values] = (space, values)
        return paint

    def device(self, family: str, resources: Any) -> Space:
        """A space of the device, or the default that stands for it (ISO 32000-1, 8.6.5.6)."""
        if resources is not self._resources:
            self._resources, self._devices = resources, {}
        if family not in self._devices:
            self._devices[family] = self.spaces.read(pikepdf.Name(LABELS[family]), resources)
        return self._devices[family]

    def shading(self, value: Any, resources: Any) -> tuple[Paint, ...]:
        """The colours of a shading."""
        key = identity(value)
        if key is None or key not in self._shadings:
            paints = colours(value, self.spaces.read, resources)
            if key is None:
                return paints
            self._shadings[key] = paints
        return self._shadings[key]

    def enters(self, stream: Any) -> bool:
        """Whether the content of a pattern, a drawn glyph or a mask is to be looked at: once on each page."""
        key = identity(stream)
        if key is None or key in self._entered:
            return False
        self._entered.add(key)
        return True
