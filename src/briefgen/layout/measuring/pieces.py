"""Measured pieces: what blocks become before they have a page.

A piece is a strip of a column that no break may cut, as high as a whole number of rows of the grid. A segment is a run of
pieces set in the same columns. Coordinates in a piece count from its top left corner, in points. Knows no page.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from briefgen.content.brief import Back, PullQuote
from briefgen.geometry import Colour, Rect
from briefgen.layout.items import Anchor, Drawing, Image, Path, Rule
from briefgen.layout.measuring.slack import Elastic
from briefgen.typeset.lines import Flaw, Line

FORBIDDEN = float("inf")
BESIDE_GAP = 1  # rows between two things in the margin column
NOTE_LEAST = 2  # lines of a note on each side of a column's end: what has fewer than twice so many is never divided


class Strip(msgspec.Struct, frozen=True, gc=False):
    """A line of text with its baseline at `y`; (x, y) from the corner of its piece. `text_id` owns its words."""

    x: float
    y: float
    line: Line
    text_id: str
    role: str
    artifact: Literal["", "Layout"] = ""
    spans: tuple[int, ...] = ()  # for each run, the index of its span
    flaws: tuple[Flaw, ...] = ()  # of the whole text, on its first line


class Remark(msgspec.Struct, frozen=True):
    """What is wrong with a whole element, a picture made smaller, say. Drawn nowhere; reported where its piece is used."""

    id: str
    flaw: Flaw


Ingredient = Strip | Rule | Path | Drawing | Image | Anchor | Remark


class Group(msgspec.Struct, frozen=True):
    """Pieces that share a background or a repeated head. What `head` and the paddings take, each part of a split takes."""

    id: str
    open_rows: int = 0
    close_rows: int = 0
    fill: Colour | None = None
    bar: Colour | None = None  # a bar along the left edge
    bar_width: float = 0.0
    edge: float = 0.0  # the weight of rules above and below, in the colour of the bar
    inset_top: float = 0.0  # how far the background stays below the top of the opening row
    inset_bottom: float = 0.0
    head: tuple[Ingredient, ...] = ()  # drawn in the opening rows
    repeated: tuple[Ingredient, ...] = ()  # drawn there instead on a continuation: artifacts
    lead: int = 0  # rows of space before the group, none at the top of a column
    below: int = 0  # and after it, none at the foot; between two neighbours the larger holds
    spare: int = 0  # rows of space that each part takes: half above and half below it, none at the head of a column
    headed: bool = False  # stands right below what heads it, as at the head of a column


class Beside(msgspec.Struct, frozen=True):
    """What stands in the margin column beside row `row` of a piece: `rows` high, its items from its own top left corner."""

    id: str
    rows: int
    ingredients: tuple[Ingredient, ...]
    row: int = 0


class Piece(msgspec.Struct, frozen=True, gc=False):
    """`rows` is its height without `lead`, the rows of space before it, which fall away at the top of a column.

    `below` are the rows of space after it. Between two neighbours the larger of the two holds.
    """

    rows: int
    ingredients: tuple[Ingredient, ...]
    lead: int = 0
    below: int = 0
    below_head: int = 0  # the same where it is all of a float at the head of a column
    between: float = 0.0  # of a row, above it; taken from the spare rows of its group, none at the head of a part
    top_shift: float = 0.0  # added to y of everything when the piece stands at the top of a column
    elastic: Elastic | Literal[""] = ""  # the kind of the space before it, which may grow by a row to level a column
    reluctant: bool = False  # it does so only where else many rows would be lacking: what is above it ends short
    centred: bool = False  # between two neighbours: of what they, or a row let in above it, add there, it has equal parts
    sinks: int = 0  # its ingredients from this number on stand lower by half of the rows let in below it; 0: none does
    break_cost: float = 0.0  # of a column's end after this piece
    page_break_cost: float = 0.0  # on top of it at a page's end
    again: tuple[Ingredient, ...] = ()  # drawn with it at the head of a column only: artifacts
    runs_on: float = 0.0  # what a float between it and the piece after it costs: its sentence goes on there
    held: float = 0.0  # what a column's end before it costs more: before a list, which goes with what introduces it
    group: Group | None = None
    beside: tuple[Beside, ...] = ()
    line: tuple[str, int] | None = None  # of a text, and which, from 0: it can be set narrower beside something


class Float(msgspec.Struct, frozen=True):
    """What may move away from its place in the text: the pieces of one block, called before the piece `after` of a segment.

    One that stands `across` the page moves to the head or foot of a page; any other to that of a column, or stays between
    two pieces.
    """

    after: int
    pieces: tuple[Piece, ...]
    across: bool = True
    home: tuple[int, int] | None = None  # the pieces of its section, from its heading to the next; none: it has no section
    barrier: int = -1  # the piece with which findings begin after its call; -1: none do
    kind: str = ""  # of its label: those of a kind are numbered

    def strays(self, at: int) -> bool:
        """Whether it would stand among the text of another section, before piece `at` of its segment.

        Above the heading of its own section it does, between its text and the heading of the next it does not.
        """
        return self.home is not None and not self.home[0] < at <= self.home[1]

    def crosses(self, at: int) -> bool:
        """Whether it would stand there after the beginning of findings that come after its call."""
        return 0 <= self.barrier < at

    def leads(self, at: int) -> bool:
        """Whether it would stand there above the heading of its own section, in text that has nothing to do with it."""
        return self.home is not None and self.home[0] >= 0 and at <= self.home[0]


class Quoted(msgspec.Struct, frozen=True):
    """A quote that is to stand in the gutter, called before the piece `after` of its segment."""

    after: int
    block: PullQuote


class NoteLines(msgspec.Struct, frozen=True):
    """The notes that the pieces of a segment call, as lines of `leading` points, to stand at the foot of their column.

    `lines` in order, each with its items from its own corner; those before `feet[i]` are called by pieces before piece `i`,
    and a note begins with each of the lines numbered in `begins`. A column that has notes leaves `gap` points above them, in
    which `rule` stands.
    """

    lines: tuple[tuple[Ingredient, ...], ...]
    begins: tuple[int, ...]
    feet: tuple[int, ...]
    leading: float
    gap: float
    rule: Rule

    def height(self, count: int) -> float:
        """What `count` lines take, with the gap above them."""
        return self.gap + self.leading * count if count else 0.0

    def last(self, end: int) -> int:
        """How many lines the note has that ends before line `end`."""
        return end - self.begins[bisect_left(self.begins, end) - 1] if end else 0

    def may_part(self, at: int) -> bool:
        """Whether a column's end may come before line `at`: between two notes, or with NOTE_LEAST lines on each side."""
        number = bisect_right(self.begins, at)
        stop = self.begins[number] if number < len(self.begins) else len(self.lines)
        above = at - self.begins[number - 1]
        return not above or min(above, stop - at) >= NOTE_LEAST


class Ground(msgspec.Struct, frozen=True):
    """What lies behind all that stands on a page, in points from the page's corner. Its words may stand in `frame`."""

    items: tuple[Rule | Path | Image, ...]
    frame: Rect
    plates: tuple[Rule, ...] = ()  # on it, counted from the left of the frame
    bare: bool = False  # nothing stands around the text of the page: neither folio nor running head


class Segment(msgspec.Struct, frozen=True):
    """A run of pieces in `columns` equal columns of `width`, the first at `x` from the frame's left edge."""

    pieces: tuple[Piece, ...]
    columns: int
    width: float
    gutter: float
    leading: float
    x: float = 0.0
    floats: tuple[Float, ...] = ()
    quotes: tuple[Quoted, ...] = ()
    notes: NoteLines | None = None
    at_foot: bool = False  # stands at the foot of its last page
    new_page: bool = False  # nothing that came before stands on its page but floats
    lead: int = 1  # rows of space before it when it does not start a page
    background: Colour | None = None
    padding: float = 0.0  # of the background, above and below the columns
    beside: bool = False  # the margin column is beside it
    barrier: bool = False  # floats called before it do not stand after its beginning
    ground: Ground | None = None  # of the page on which it begins
    back: Back | None = None  # what a closing panel shows, which may be set larger


def flaws_in(pieces: Iterable[Piece]) -> Iterator[tuple[str, Flaw]]:
    """All that is wrong with what these pieces and their groups show, each with the id of its text or element."""
    for piece in pieces:
        shown = (*piece.ingredients, *piece.group.head) if piece.group else piece.ingredients
        for item in shown:
            if type(item) is Strip:  # by its type: to ask whether it is of a kind that it is not of takes long
                if item.flaws:
                    yield from ((item.text_id, flaw) for flaw in item.flaws)
            elif type(item) is Remark:
                yield item.id, item.flaw
