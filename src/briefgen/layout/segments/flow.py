"""The blocks of a brief into segments: what runs in columns, what stands across the page, what may float.

Comes: a desk and its brief. Goes: the front across the page, the text in columns with its floats, what is nailed down across
the page, the closing panel. Promise: every block is measured once. Knows no page.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TypeGuard

import msgspec

from briefgen.content.brief import (
    Aside,
    Back,
    Block,
    Box,
    Chart,
    Figure,
    Findings,
    Heading,
    List,
    Pair,
    Paragraph,
    Partners,
    People,
    PullQuote,
    Recommendations,
    Section,
    Stats,
    Table,
)
from briefgen.content.references import NUMBERED
from briefgen.layout import costs
from briefgen.layout.blocks import Place, measure, runs_in
from briefgen.layout.blocks.closing import closing_segment
from briefgen.layout.blocks.findings import stands_in_grid
from briefgen.layout.blocks.front import front_segments
from briefgen.layout.blocks.setting import append
from briefgen.layout.blocks.table_grid import fits
from briefgen.layout.measuring.galley import Galley
from briefgen.layout.measuring.pieces import Beside, Float, Piece, Quoted, Segment
from briefgen.layout.measuring.text import Desk

FRONT_SHARE = 0.7  # of a page's rows: below a front that is higher the text may begin overleaf, away from what it calls
# kinds of blocks, told by their types alone: to ask whether a record is of a kind that it is not of takes thrice as long,
# and each block is asked a dozen times in each draft
NEVER_ACROSS = frozenset({Heading, Paragraph, List, Aside})
MAY_FLOAT = frozenset({PullQuote, Chart, Figure, Table, Box, Pair, Stats})
LEFT_FREE = 4.0  # points below a box that has a page of its own
MANY = 100  # blocks, some eight pages: from here on a second process saves more than it costs
FLOAT_SHARE = 0.6  # of a page's rows: what is higher does not float, for it may have to be torn apart


def make_segments(desk: Desk) -> list[Segment]:
    """The brief as segments."""
    flow = Flow(desk)
    blocks = [*blocks_of(desk.brief.sections)]
    if desk.around.moved:
        from briefgen.layout.segments.echoes import with_quotes_moved  # late: few quotes repeat their own page

        blocks = with_quotes_moved(blocks, desk.around.moved)
    if desk.typesetter.hurried and len(blocks) > MANY:
        from briefgen.layout.segments.rehearsal import rehearsed  # late: few briefs are so long

        with rehearsed(desk, blocks):
            flow.add_all(blocks)
    else:
        flow.add_all(blocks)
    fronts, texts = _front(desk), flow.end()
    segments = [*fronts, *texts]
    back = desk.brief.back
    if back and desk.brief.design.note_place != "end":
        from briefgen.layout.segments.notes import FootNotes  # late: most briefs have their notes at the end

        notes = FootNotes(desk, back.notes)
        *covers, front = fronts
        segments = [notes.attached(segment) for segment in covers]
        if texts and texts[0].pieces:
            if desk.brief.design.note_place == "margin" and texts[0].beside:
                notes.carry(front)
            elif front.ground or Galley(front.pieces).feet[-1] < FRONT_SHARE * desk.theme.page.rows:
                notes.hand_down(front, texts[0].width)
        segments += [notes.attached(segment) for segment in (front, *texts)]
        back = msgspec.structs.replace(back, notes=notes.left)
    last = None
    if segments[0].ground and desk.brief.front.cover.kind == "plate" and desk.brief.front.cover.back:
        from briefgen.layout.blocks.cover_back import back_page  # late: few briefs have a cover page

        last, back = back_page(desk, back)
    if back and (back.notes or back.entries):
        segments.append(_closing(desk, back))
    if last:
        segments.append(last)
    return segments


def _front(desk: Desk) -> Sequence[Segment]:
    front = desk.brief.front
    return (
        desk.recall.found(desk, lambda: front_segments(desk, front), front) if desk.recall else front_segments(desk, front)
    )


def _closing(desk: Desk, back: Back) -> Segment:
    width = desk.theme.page.measure
    if desk.recall is None:
        return closing_segment(desk, back, width)
    return desk.recall.found(desk, lambda: closing_segment(desk, back, width), back, width)


def blocks_of(sections: tuple[Section, ...]) -> Iterator[Block]:
    """All blocks in reading order, the headings of sections among them."""
    for section in sections:
        if section.heading:
            yield section.heading
        yield from section.blocks


class Flow:
    """Text in columns, until something stands across the page."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._page = desk.theme.page
        taken = self._page.indent + self._page.margin + self._page.margin_gap + self._page.gutter * (self._page.columns - 1)
        self._width = (self._page.measure - taken) / self._page.columns
        self._segments: list[Segment] = []
        self._pieces: list[Piece] = []
        self._floats: list[Float] = []
        self._quotes: list[Quoted] = []
        self._openings: list[int] = []  # the pieces with which sections begin
        self._barriers: list[int] = []  # and those with which findings do
        self._heads: list[Heading] = []  # not yet measured: a heading goes with the block across the page that it heads
        self._before: Block | None = None
        self._new_page = False  # the next segment begins one
        self._begun = False  # the text has
        self._numbered = {_kind(block) for block in blocks_of(desk.brief.sections) if getattr(block, "named", False)}
        self._neighbour = -1  # the first piece of the block that the next aside stands beside; -1: none yet
        self._waiting: list[tuple[Block, Beside]] = []  # asides with no such block: they stand beside the next

    def add_all(self, blocks: Sequence[Block]) -> None:
        """All blocks, in order."""
        for number, block in enumerate(blocks, 1):
            self.add(block, blocks[number] if number < len(blocks) else None)

    def add(self, block: Block, following: Block | None) -> None:
        """The next block; `following` comes after it."""
        if type(block) is Heading:
            if block.new_page:  # before the headings that it follows, too
                self._end_columns()
                self._new_page = True
            self._heads.append(block)
            return
        if self._stands_aside(block):
            self._set_aside(block)
            return
        if self._stands_in_gutter(block):
            self._set_heads()
            self._quotes.append(Quoted(len(self._pieces), block))
            return
        spanning = self._spans(block)
        pieces = self._floating(block, following, spanning=spanning)
        if pieces:
            self._set_heads()
            self._floats.append(Float(len(self._pieces), pieces, spanning, kind=self._numbered_kind(block)))
        elif type(block) is Box and block.full:
            self._set_page(block)
        elif spanning:
            heads, self._heads = self._heads, []
            self._end_columns()
            banner = isinstance(block, Recommendations) or (isinstance(block, Table) and block.overview)
            found = measure(self._desk, [*heads, block], self._page.measure, Place(banner=banner))
            # more space above a banner than above any heading in a column
            barrier = isinstance(block, Recommendations | Findings)
            self._append(msgspec.structs.replace(_across(self._desk, found, lead=2 if banner else 1), barrier=barrier))
        else:
            self._set_heads(block)
            self._set(block)

    def end(self) -> list[Segment]:
        """All segments, when no block is left."""
        self._set_heads()
        self._end_columns()
        return self._segments

    def _set(self, block: Block) -> None:
        neighbour = len(self._pieces)
        kind = type(block)
        if kind is Heading and type(self._before) is Paragraph:
            self._pieces[-3:-2] = [_dearer(piece) for piece in self._pieces[-3:-2]]
        if isinstance(block, Heading) and block.level == 1:
            self._openings.append(neighbour)
        elif kind is Findings:
            self._barriers.append(self._openings[-1] if isinstance(self._before, Heading) and self._openings else neighbour)
        place = self._place(self._before)
        if not (self._begun or kind is Heading):
            self._begun = True
            place = msgspec.structs.replace(place, opens=kind is Paragraph)
        append(self._pieces, measure(self._desk, [block], self._width, place))
        self._before = block
        if neighbour < len(self._pieces) and kind is not Heading:
            self._neighbour = neighbour
            for _, beside in self._waiting:
                self._hang(beside)
            self._waiting = []

    def _place(self, before: Block | None = None) -> Place:
        """Where a block of the column stands."""
        return Place(before=before, beside=self._page.margin > 0, outdent=self._page.indent)

    def _set_page(self, block: Box) -> None:
        """A box with a page of its own, below the headings that it has: its ground goes down to the foot of the page."""
        heads, self._heads = self._heads, []
        self._end_columns()
        self._new_page = True
        above = measure(self._desk, heads, self._page.measure, Place())
        rows = self._page.rows - (Galley(above).feet[-1] if above else 0)
        place = Place(before=heads[-1] if heads else None, least=rows * self._page.leading - LEFT_FREE)
        self._append(_across(self._desk, (*above, *measure(self._desk, [block], self._page.measure, place))))
        self._new_page = True

    def _stands_aside(self, block: Block) -> bool:
        """Whether a block stands in the margin column: it asks for that, there is one, and it has the room."""
        if self._page.margin <= 0:
            return False
        wanted = isinstance(block, Aside) or (isinstance(block, Figure) and block.aside)
        wanted = wanted or (isinstance(block, PullQuote) and block.place == "margin")
        return wanted and block_id(block) not in self._desk.around.grounded

    def _stands_in_gutter(self, block: Block) -> TypeGuard[PullQuote]:
        """Whether a block is a quote that columns are to run round."""
        wanted = type(block) is PullQuote and block.place == "gutter" and self._page.columns == 2
        return wanted and bool(self._pieces) and block_id(block) not in self._desk.around.grounded

    def _set_aside(self, block: Block) -> None:
        """A block in the margin column, beside the one before it, or else the next."""
        from briefgen.layout.segments.beside import block_beside  # late: few briefs have a margin

        beside = block_beside(self._desk, block, block_id(block))
        if self._heads or self._neighbour < 0:
            self._waiting.append((block, beside))
        else:
            self._hang(beside)

    def _hang(self, beside: Beside) -> None:
        piece = self._pieces[self._neighbour]
        self._pieces[self._neighbour] = msgspec.structs.replace(piece, beside=(*piece.beside, beside))

    def _set_heads(self, following: Block | None = None) -> None:
        for number, heading in enumerate(self._heads, 1):
            if number == len(self._heads) and runs_in(heading, following):
                self._before = heading
            else:
                self._set(heading)
        self._heads = []

    def _end_columns(self) -> None:
        waiting, self._waiting = self._waiting, []
        for block, _ in waiting:  # there is nothing that it could stand beside
            self._set(block)
        if self._pieces or self._floats:
            page = self._page
            segment = Segment(tuple(self._pieces), page.columns, self._width, page.gutter, page.leading, x=page.indent)
            beside = self._page.margin > 0
            floats = tuple([self._at_home(floating) for floating in self._floats])
            segment = msgspec.structs.replace(segment, floats=floats, quotes=tuple(self._quotes), beside=beside)
            self._append(segment)
        self._quotes, self._openings, self._barriers = [], [], []
        self._pieces, self._floats, self._before, self._neighbour = [], [], None, -1

    def _at_home(self, floating: Float) -> Float:
        """A float that knows its section, and what it is not to cross."""
        number = bisect_left(self._openings, floating.after)
        since = self._openings[number - 1] if number else -1
        until = self._openings[number] if number < len(self._openings) else len(self._pieces)
        barrier = next((barrier for barrier in self._barriers if barrier >= floating.after), -1)
        return msgspec.structs.replace(floating, home=(since, until), barrier=barrier)

    def _numbered_kind(self, block: Block) -> str:
        """The kind of the label of a block; "" where it has none."""
        kind = _kind(block)
        return kind if kind in self._numbered else ""

    def _append(self, segment: Segment) -> None:
        self._segments.append(msgspec.structs.replace(segment, new_page=self._new_page))
        self._new_page = False

    def _spans(self, block: Block) -> bool:
        """Whether a block stands across the page: as the outline wants, and a table also when its column is too narrow."""
        if type(block) in NEVER_ACROSS:
            return False
        if isinstance(block, Table):
            return block.spanning or not fits(self._desk, block, self._width)
        if isinstance(block, Chart) and block.table and block.printed and not fits(self._desk, block.table, self._width):
            return True
        if isinstance(block, PullQuote):
            return block.place == "page"
        if isinstance(block, Findings):
            return stands_in_grid(self._desk, block)
        return isinstance(block, Recommendations | People | Partners) or (
            isinstance(block, Chart | Figure | Box | Pair | Stats) and block.spanning
        )

    def _floating(self, block: Block, following: Block | None, *, spanning: bool) -> tuple[Piece, ...]:
        """The pieces of a block that may move to the head or foot of a page or column; none of one that may not.

        That is one that is nailed down, one that is all that its heading heads, and one that may have to be torn apart.
        """
        if type(block) not in MAY_FLOAT:
            return ()
        wide_quote = isinstance(block, PullQuote) and spanning
        if not (wide_quote or (isinstance(block, Chart | Figure | Table | Box | Pair | Stats) and not block.here)):
            return ()
        if self._heads and not isinstance(following, Paragraph | List):
            return ()
        place = Place() if spanning else self._place()
        pieces = measure(self._desk, [block], self._page.measure if spanning else self._width, place)
        high = bool(pieces) and Galley(pieces).feet[-1] > FLOAT_SHARE * self._page.rows
        return () if high else pieces


def block_id(block: Block) -> str:
    """The id of a block, or of the text that it is."""
    return block.text.id if isinstance(block, Paragraph | Heading) else block.id


def _kind(block: Block) -> str:
    """Among which blocks one is numbered, if such have numbers; "" for one that never has."""
    return NUMBERED.get(type(block).__name__.lower(), "")  # records have the names of the outline's blocks


def _dearer(piece: Piece) -> Piece:
    """A piece after which a column's end leaves two lines above a heading to the next."""
    return msgspec.structs.replace(piece, break_cost=piece.break_cost + costs.ABOVE_HEADING)


def _across(desk: Desk, pieces: tuple[Piece, ...], *, lead: int = 1) -> Segment:
    page = desk.theme.page
    return Segment(pieces, 1, page.measure, 0.0, page.leading, lead=lead)
