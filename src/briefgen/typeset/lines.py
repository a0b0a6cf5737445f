"""What typesetting gives to layout: lines of glyph runs, and flaws. Knows no page and no PDF.

Python's collector of cycles need not know records of which a long text has ten thousands (`gc=False`, a tenth of their
memory): nothing in them leads back to them.
"""

import msgspec

from briefgen.content.brief import Span
from briefgen.geometry import Colour
from briefgen.typeset.face import Face


class Glyph(msgspec.Struct, frozen=True, gc=False, cache_hash=True):
    """A placed glyph. `text` is its cluster's text, "" for the further glyphs of a cluster; lengths in points."""

    id: int
    advance: float  # to the next glyph: kerning, tracking, justification and horizontal scaling are in it
    dx: float
    dy: float  # upwards
    text: str

    def saying(self, text: str) -> "Glyph":
        """The same glyph for another text."""
        return Glyph(self.id, self.advance, self.dx, self.dy, text)

    def advancing(self, advance: float) -> "Glyph":
        """The same glyph with another space to the next."""
        return Glyph(self.id, advance, self.dx, self.dy, self.text)


class Run(msgspec.Struct, frozen=True, gc=False):
    """Glyphs of one face, size and colour on one baseline. `x` counts from the edge of the measure at which lines begin."""

    x: float
    width: float
    face: Face
    size: float
    colour: Colour
    glyphs: tuple[Glyph, ...]
    span: Span  # what it came from: its link, id and language
    rise: float = 0.0  # above the baseline, for note marks
    scale: float = 1.0  # horizontal scaling of the glyph shapes, 0.98 to 1.02
    spacing: float = 0.0  # points between letters, within all advances but the last, that make a line full
    level: int = 0  # of direction (UAX #9): where it is odd, its glyphs, which are in the order of the text, run leftwards
    hidden: bool = False  # read and not seen: what is seen in its place is drawn by layout
    against: bool = False  # it runs the other way than the page, so that its last glyph stands nearer the line's start

    @property
    def rtl(self) -> bool:
        """Whether it runs from right to left."""
        return self.level % 2 == 1


class Line(msgspec.Struct, frozen=True, gc=False):
    """One line. `width` is what it takes of its `measure`; `x` of its runs already holds alignment and protrusion.

    Runs are in the order of the text, and `x` says where each stands: counted from the edge at which lines begin, which is
    the right one of a page from right to left.

    The words of a line's runs, joined over all lines of a text, are the text itself: a word space at a line's end is kept
    as a last glyph of no visible width, and a hyphen that the breaker added is a glyph whose text is the soft hyphen U+00AD;
    so is one that some languages repeat at the head of the next line.
    A forced break is kept as such a space too. Controls that only say where to break (soft hyphens, U+200B, …) leave
    no trace.
    """

    runs: tuple[Run, ...]
    measure: float
    width: float
    hyphenated: bool = False
    ratio: float = 0.0  # of the word spaces: -1 all shrink used, 1 all stretch used, above 1 loose
    turned: bool = False  # it runs against the page, and begins at the other edge


class Flaw(msgspec.Struct, frozen=True):
    """A problem of typesetting, without a place yet: `needle` is the text in question."""

    code: str
    needle: str
    message: str
    hint: str = ""


class Setting(msgspec.Struct, frozen=True):
    """A text set in lines."""

    lines: tuple[Line, ...]
    flaws: tuple[Flaw, ...] = ()


class Variant(msgspec.Struct, frozen=True):
    """A text set in another number of lines than is best for it. `cost` is what it is less even, in the currency of
    `breaks`: 100 is a line at the bounds of its word spaces where the best setting has a natural one.
    """

    setting: Setting
    looseness: int  # lines more than the best setting has: -1, 0 or 1
    cost: float
