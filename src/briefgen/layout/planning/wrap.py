"""Quotes in the gutter, and the text of both columns that runs round them.

Comes: planned pages, and the quotes that are called in their segments. Goes: the shapes of the texts beside each quote, for
them to be set anew, and, when the pages planned with these shapes are as they were to be, the places of the quotes. Promise:
what is settled has its lines set narrower where a quote stands, and nowhere else. Knows texts as numbers of lines.

A quote takes whole rows of a band, all of which are lines of paragraphs in both columns.
"""

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

import msgspec

from briefgen.content.reading import texts_of
from briefgen.layout.blocks.quote import quote_items
from briefgen.layout.measuring.pieces import Beside, Ingredient, Quoted, Segment, Strip
from briefgen.layout.measuring.text import UNSHAPED, Desk, Inset, Shape, Surroundings
from briefgen.layout.planning.column import Column
from briefgen.layout.planning.plan import Planner
from briefgen.layout.planning.planned import Band, Marginal, PlannedPage

EDGE = 4  # rows that a column should have above and below a quote
EDGE_COST = 20  # in rows of distance from the call, where it has not
APART = 8  # rows at least between two quotes on a page
BEGUN_COST = 6  # in rows, for each paragraph that begins beside a quote
MOST = 8  # quotes that text runs round, in one brief

Line = tuple[str, int]  # a text and which of its lines, from 0


class Window(msgspec.Struct, frozen=True):
    """The rows of a band that a quote takes."""

    page: int
    top: int
    rows: int


class _Made(msgspec.Struct, frozen=True):
    """A quote as it stands in a gutter, `width` by `height` points, and the inset of the lines beside it."""

    segment: int
    id: str
    items: tuple[Ingredient, ...]
    width: float
    height: float
    inset: float


class Wrapping:
    """Finds the windows of quotes, one after the other: what a quote does to the text moves those behind it."""

    def __init__(self, desk: Desk, segments: Sequence[Segment]) -> None:
        self._desk = desk
        quotes = [(number, quoted) for number, segment in enumerate(segments) for quoted in segment.quotes]
        self._quotes = [_made(desk, segments[number], number, quoted) for number, quoted in quotes[:MOST]]
        self.state: tuple[dict[str, Window], dict[Line, Inset]] = (
            {},
            {},
        )  # the windows, and the lines set narrower for them
        self.ids = tuple([quote.id for quote in self._quotes])
        self.beyond = frozenset(quoted.block.id for _, quoted in quotes[MOST:])  # the ids of quotes too many

    def around(
        self, planner: Planner, sheets: Sequence[PlannedPage], wanted: Collection[str], grounded: frozenset[str]
    ) -> Surroundings:
        """What the next round is told: the shapes of the texts beside the `wanted` quotes, on the pages of this round.

        The ends of columns beside quotes are to stay, or the lines after them would move to and fro.
        """
        known, before = self.state
        columns = _Columns(self._desk, planner, sheets, before)
        windows: dict[str, Window] = {}
        narrow: dict[Line, Inset] = {}
        for quote in self._quotes:
            if quote.id not in wanted:
                continue
            window = known.get(quote.id)
            found = columns.narrowed(quote, window, narrow) if window and _is_clear(window, windows) else None
            if found is None:
                window = self._window(columns, quote, windows)
                found = columns.narrowed(quote, window, narrow) if window else None
            if window and found is not None:
                windows[quote.id] = window
                narrow.update(found)
        self.state = windows, narrow
        ends = [columns.end(quote, windows[quote.id]) for quote in self._quotes if quote.id in windows]
        return Surroundings(grounded, shapes_of(narrow), dict(line for line in ends if line))

    def settled(
        self, planner: Planner, sheets: Sequence[PlannedPage], wanted: Collection[str]
    ) -> tuple[Marginal, ...] | None:
        """The places of the `wanted` quotes, or None when the lines beside them are not those that were set for it."""
        windows, set_narrow = self.state
        columns = _Columns(self._desk, planner, sheets, set_narrow)
        standing = []
        beside: dict[Line, Inset] = {}
        for quote in self._quotes:
            if quote.id not in wanted:
                continue
            window = windows.get(quote.id)
            lines = columns.beside(quote, window) if window else None
            if window is None or lines is None:
                return None
            beside.update(lines)
            standing.append(columns.place(quote, window))
        narrow = {line: inset for line, inset in set_narrow.items() if line in columns.all_lines}
        return tuple(standing) if narrow == beside else None

    def _window(self, columns: "_Columns", quote: _Made, others: Mapping[str, Window]) -> Window | None:
        """The rows nearest to its call, on the page of that or the next, where a quote can stand; None without such rows."""
        called, row = columns.call(quote)
        rows = self._desk.rows(quote.height + 2 * self._desk.look.quote.gutter_above)
        for page in range(called, called + 2):
            depth = columns.depth(page, quote.segment)
            free = (top for top in range(depth - rows + 1) if columns.are_free(quote, page, top, rows))
            tops = [top for top in free if _is_clear(Window(page, top, rows), others)]
            if tops:
                wanted = row - rows // 2 if page == called else 0
                edges = range(EDGE, depth - rows - EDGE + 1)
                dislike = {
                    top: abs(top - wanted)
                    + (0 if top in edges else EDGE_COST)
                    + BEGUN_COST * columns.begun(quote, page, range(top + 1, top + rows))
                    for top in tops
                }
                return Window(page, min(tops, key=lambda top: (dislike[top], top)), rows)
        return None


def _is_clear(window: Window, others: Mapping[str, Window]) -> bool:
    """Whether a window is below those that have been found on its page, and apart from them."""
    above = (other for other in others.values() if other.page == window.page)
    return all(window.top >= other.top + other.rows + APART for other in above)


class _Columns:
    """Which line of which text stands in which row, on pages that have been planned with `narrow` lines."""

    def __init__(self, desk: Desk, planner: Planner, sheets: Sequence[PlannedPage], narrow: Mapping[Line, Inset]) -> None:
        self._desk = desk
        self._planner = planner
        self._sheets = sheets
        self._narrow = narrow
        self._known: dict[tuple[int, int, int], dict[int, Line]] = {}
        self._texts = {text.id: text for text in texts_of(desk.brief.sections)}
        self.all_lines = {piece.line for segment in planner.segments for piece in segment.pieces if piece.line}

    def _band(self, page: int, segment: int) -> Band | None:
        """The band of a segment on a page, if it has two columns there."""
        for band in self._sheets[page].bands if page < len(self._sheets) else ():
            if isinstance(band, Band) and band.segment == segment and len(band.columns.columns) == 2:
                return band
        return None

    def depth(self, page: int, segment: int) -> int:
        band = self._band(page, segment)
        return band.columns.depth if band else 0

    def _rows(self, page: int, segment: int, number: int) -> dict[int, Line]:
        """The lines of paragraphs in a column, by their rows. Each place of a quote that is thought of asks for them."""
        key = page, segment, number
        if key not in self._known:
            band = self._band(page, segment)
            self._known[key] = self._read(segment, band.columns.columns[number]) if band else {}
        return self._known[key]

    def _read(self, segment: int, column: Column) -> dict[int, Line]:
        stands = self._planner.fillers[segment].stack(column).stands
        return {int(stand.top): stand.piece.line for stand in stands if stand.piece.line and stand.top == int(stand.top)}

    def end(self, quote: _Made, window: Window) -> Line | None:
        """The line of a text after which the first column beside a quote ends."""
        band = self._band(window.page, quote.segment)
        return self._planner.segments[quote.segment].pieces[band.columns.columns[0].end - 1].line if band else None

    def call(self, quote: _Made) -> tuple[int, int]:
        """The page and the row of the piece after which a quote is called."""
        segment = self._planner.segments[quote.segment]
        after = next((quoted.after for quoted in segment.quotes if quoted.block.id == quote.id), 1)
        for page in range(len(self._sheets)):
            for band in self._sheets[page].bands:
                if isinstance(band, Band) and band.segment == quote.segment:
                    for column in band.columns.columns:
                        if column.start < after <= column.end:
                            stands = self._planner.fillers[quote.segment].stack(column).stands
                            called = segment.pieces[after - 1]
                            return page, next((int(stand.top) for stand in stands if stand.piece is called), 0)
        return 0, 0

    def are_free(self, quote: _Made, page: int, top: int, rows: int) -> bool:
        """Whether all these rows are lines of paragraphs in both columns, and stay so when the lines beside a quote grow.

        The second column then begins so much earlier in the text.
        """
        width = self._planner.segments[quote.segment].width
        grown = round(rows * quote.inset / (width - quote.inset))
        first, second = (self._rows(page, quote.segment, number) for number in range(2))
        return all(row in first for row in range(top, top + rows)) and all(
            row in second for row in range(max(0, top - grown), top + rows)
        )

    def begun(self, quote: _Made, page: int, rows: Collection[int]) -> int:
        """How many paragraphs begin in these rows of both columns."""
        columns = (self._rows(page, quote.segment, number) for number in range(2))
        return sum(1 for column in columns for row in rows if row in column and column[row][1] == 0)

    def beside(self, quote: _Made, window: Window) -> dict[Line, Inset] | None:
        """The lines in the rows of a window with the insets that they should have; None when other things stand there."""
        found: dict[Line, Inset] = {}
        for number, inset in enumerate(_insets(quote)):
            lines = self._rows(window.page, quote.segment, number)
            for row in range(window.top, window.top + window.rows):
                if row not in lines:
                    return None
                found[lines[row]] = inset
        return found

    def narrowed(self, quote: _Made, window: Window, others: Mapping[Line, Inset]) -> dict[Line, Inset] | None:
        """The lines to be set narrower for a window: those that stand there once they are; None when others would.

        A paragraph set narrower has more lines, and those below it stand lower: each is set to see how many it has.
        """
        found: dict[Line, Inset] = {}
        follows = self._following(quote.segment)
        for number, inset in enumerate(_insets(quote)):
            line = self._rows(window.page, quote.segment, number).get(window.top)
            left = window.rows
            while left > 0:
                if line is None:
                    return None
                text, first = line
                found.update({(text, first + more): inset for more in range(left)})
                left -= max(1, self._count(quote.segment, text, {**others, **found}) - first)
                line = follows.get(text)
        return found

    def _following(self, segment: int) -> dict[str, Line]:
        """For each paragraph that another follows, the first line of that."""
        pieces = self._planner.segments[segment].pieces
        called = {quoted.after for quoted in self._planner.segments[segment].floats}
        return {
            above.line[0]: below.line
            for number, (above, below) in enumerate(pairwise(pieces), 1)
            if above.line and below.line and above.line[0] != below.line[0] and number not in called
        }

    def _count(self, segment: int, text: str, narrow: Mapping[Line, Inset]) -> int:
        """How many lines a text has with these of its lines narrower."""
        first = next(piece for piece in self._planner.segments[segment].pieces if piece.line == (text, 0))
        strip = next(item for item in first.ingredients if isinstance(item, Strip))
        indent = strip.x - self._narrow.get((text, 0), UNSHAPED)[0]
        shape = shapes_of({line: inset for line, inset in narrow.items() if line[0] == text})[text]
        return len(self._desk.shaped(self._texts[text], self._planner.segments[segment].width, indent, shape).lines)

    def place(self, quote: _Made, window: Window) -> Marginal:
        """A quote in the middle of its window."""
        segment = self._planner.segments[quote.segment]
        band = self._band(window.page, quote.segment)
        assert band  # noqa: S101  the window has lines
        spare = window.rows * segment.leading - quote.height
        x = segment.x + segment.width + (segment.gutter - quote.width) / 2
        y = band.top + window.top * segment.leading + spare / 2
        return Marginal(Beside(quote.id, window.rows, quote.items), window.page, x, y)


def _made(desk: Desk, segment: Segment, number: int, quoted: Quoted) -> _Made:
    """A quote in its type and size."""
    width = segment.width * desk.look.quote.gutter_width
    items, height = quote_items(desk, quoted.block, width, slim=True)
    inset = (width - segment.gutter) / 2 + desk.look.quote.gutter_clear
    return _Made(number, quoted.block.id, tuple(items), width, height, inset)


def _insets(quote: _Made) -> tuple[Inset, Inset]:
    """Of the lines beside a quote in the first and in the second column."""
    return (0.0, quote.inset), (quote.inset, 0.0)


def shapes_of(narrow: Mapping[Line, Inset]) -> dict[str, Shape]:
    """For each text the insets of its lines, as far as the last that has one."""
    last: dict[str, int] = {}
    for text, line in narrow:
        last[text] = max(last.get(text, 0), line)
    return {text: tuple([narrow.get((text, line), UNSHAPED) for line in range(many + 1)]) for text, many in last.items()}
