"""Segments onto pages: which pieces stand in which column of which page.

Comes: segments and the rows of a page. Goes: for each page its bands, each a part of one segment. Promise: all pieces are
placed once; the plan chosen has the least demerits among those looked at, at most BEAM for each page, so that the work grows
with the length of the brief and no faster. Knows heights only as whole rows of each segment's own leading.
"""

from collections.abc import Iterator, Sequence

import msgspec

from briefgen.layout.columns import LAST_RESORT, Columns, Filler, Run
from briefgen.layout.pieces import Segment

FILLERS = 16  # kept at a time: later pages have no use for those of earlier ones
BEAM = 8  # plans kept for each page
BRANCHES = 6  # ends looked at for each full page
PAGE_COST = 3000.0  # of one page more
GAP_COST = 25.0  # of a row left white at the foot of a page that is not the last, squared
STRAY_ROWS = 14  # a last page with less than this above its closing panel looks forgotten
STRAY_COST = 4000.0
LEAST_ROWS = 4  # columns are not begun in less room than this
AMID_COST = 400.0  # of a float between two parts of the text of one page, and not at its head or foot


class Band(msgspec.Struct, frozen=True):
    """A part of a segment on a page, from height `top` in points: pieces from `start`, or only the float of that index."""

    segment: int
    start: int
    columns: Columns
    top: float
    floating: bool = False


class State(msgspec.Struct, frozen=True, order=True):
    """How far a plan has come: segment, piece in it, and how many of its floats have been placed."""

    segment: int
    piece: int
    floated: int = 0


class Sheet(msgspec.Struct, frozen=True):
    """A page being filled: its bands so far, the height used, where the text goes on, the demerits."""

    bands: tuple[Band, ...]
    used: float
    state: State
    cost: float


class Plan(msgspec.Struct, frozen=True):
    """Pages so far, newest last, linked from the back so that plans share their beginnings."""

    sheet: Sheet | None
    before: "Plan | None"
    cost: float
    pages: int

    def sheets(self) -> list[Sheet]:
        found = []
        plan: Plan | None = self
        while plan and plan.sheet:
            found.append(plan.sheet)
            plan = plan.before
        return found[::-1]


class Planner:
    """Plans the pages of one brief."""

    def __init__(self, segments: Sequence[Segment], rows: int, leading: float) -> None:
        self._segments = segments
        self._height = rows * leading
        self._leading = leading
        self._runs = [Run(segment.pieces) for segment in segments]
        self._fillers: dict[tuple[int, int], Filler] = {}

    def plan(self) -> list[Sheet]:
        """The pages of the best plan found."""
        plans = {State(0, 0): Plan(None, None, 0.0, 0)}
        done: Plan | None = None
        while plans:
            following: dict[State, Plan] = {}
            for state, plan in plans.items():
                for sheet in self._fill(Sheet((), 0.0, state, 0.0)):
                    longer = Plan(sheet, plan, plan.cost + sheet.cost + PAGE_COST, plan.pages + 1)
                    if self._finished(sheet.state):
                        if done is None or longer.cost < done.cost:
                            done = longer
                    elif sheet.state not in following or longer.cost < following[sheet.state].cost:
                        following[sheet.state] = longer
            if done is not None:
                break
            ranked = sorted(following.items(), key=lambda entry: (entry[1].cost, entry[0]))
            plans = dict(ranked[:BEAM])
        assert done is not None  # noqa: S101  every page takes at least one piece
        return done.sheets()

    def _finished(self, state: State) -> bool:
        return state.segment >= len(self._segments)

    def _filler(self, number: int, end: int | None = None) -> Filler:
        """The filler of a segment, or of its pieces before `end`."""
        segment = self._segments[number]
        end = len(segment.pieces) if end is None else end
        found = self._fillers.get((number, end))
        if found is None:
            if len(self._fillers) >= FILLERS:
                self._fillers.clear()
            found = Filler(self._runs[number], segment.columns, end=end, level=not segment.at_foot)
            self._fillers[number, end] = found
        return found

    def _fill(self, sheet: Sheet) -> Iterator[Sheet]:
        """All ways, within BRANCHES, to fill a page from where `sheet` stands.

        No text goes on a page before that of a float which it follows: pages are read in the order of the brief.
        """
        state = sheet.state
        if self._finished(state):
            yield self._closed(sheet, last=True)
            return
        segment = self._segments[state.segment]
        floats = segment.floats
        if state.floated < len(floats) and floats[state.floated].after <= state.piece:
            yield from self._due(sheet)
            return
        if state.piece >= len(segment.pieces):
            yield from self._fill(msgspec.structs.replace(sheet, state=State(state.segment + 1, 0)))
            return
        following = floats[state.floated] if state.floated < len(floats) else None
        filler = self._filler(state.segment, following.after if following else None)
        top = self._top(sheet, segment)
        room = self._room(segment, top)
        whole = filler.balanced(state.piece, room) if room > 0 else None
        if whole is not None and following and following.after < len(segment.pieces):
            yield from self._above(sheet, top)
            amid = self._with_band(sheet, whole, top)
            yield from self._fill(msgspec.structs.replace(amid, cost=amid.cost + AMID_COST))
        elif whole is not None:
            yield from self._fill(self._with_band(sheet, whole, top))
        elif segment.at_foot and sheet.bands:
            yield self._closed(sheet, last=False)
        else:
            yield from self._part(sheet, top, room, filler)

    def _due(self, sheet: Sheet) -> Iterator[Sheet]:
        """Place the float whose turn has come: here when it fits, else on top of the next page."""
        state = sheet.state
        segment = self._segments[state.segment]
        rows = segment.floats[state.floated].piece.rows
        top = self._float_top(sheet)
        if sheet.bands and top + rows * self._leading > self._height + 0.01:
            yield self._closed(sheet, last=False)
            return
        yield from self._fill(self._with_float(sheet, top))

    def _above(self, sheet: Sheet, top: float) -> Iterator[Sheet]:
        """Columns with the next float below them, at the foot of a full page, if its place in the text is in them."""
        state = sheet.state
        segment = self._segments[state.segment]
        following, *later = segment.floats[state.floated :]
        high = (following.piece.rows + 1) * self._leading
        room = int((self._height - high - top + 0.01) / segment.leading)
        if room < LEAST_ROWS:
            return
        filler = self._filler(state.segment, later[0].after if later else None)
        whole = filler.balanced(state.piece, room)
        if whole is not None:
            above = self._with_band(sheet, whole, top)
            yield from self._fill(self._with_float(above, self._float_top(above)))
            return
        for columns in filler.full(state.piece, room)[:BRANCHES]:
            if columns.ends[-1] < following.after:
                continue
            band = Band(state.segment, state.piece, columns, top)
            after = State(state.segment, columns.ends[-1], state.floated)
            used = top + columns.depth * segment.leading
            above = Sheet((*sheet.bands, band), used, after, sheet.cost + columns.cost)
            yield self._closed(self._with_float(above, self._height - following.piece.rows * self._leading), last=False)

    def _part(self, sheet: Sheet, top: float, room: int, filler: Filler) -> Iterator[Sheet]:
        """Fill what is left of the page with a part of the segment, or leave it white when too little is left."""
        state = sheet.state
        empty = not sheet.bands
        ways = filler.full(state.piece, room) if empty or room >= LEAST_ROWS else []
        if not empty:
            # what may not be torn apart goes to the next page together
            ways = [columns for columns in ways if columns.cost < LAST_RESORT]
        if not ways and empty:
            ways = [filler.forced(state.piece, room)]
        for columns in ways[:BRANCHES]:
            band = Band(state.segment, state.piece, columns, top)
            after = State(state.segment, columns.ends[-1], state.floated)
            yield Sheet((*sheet.bands, band), self._height, after, sheet.cost + columns.cost)
        if not empty:
            yield self._closed(sheet, last=False)

    def _float_top(self, sheet: Sheet) -> float:
        return self._rows_used(sheet) * self._leading + (self._leading if sheet.bands else 0.0)

    def _with_float(self, sheet: Sheet, top: float) -> Sheet:
        """The sheet with the next float of its segment at `top`."""
        state = sheet.state
        rows = self._segments[state.segment].floats[state.floated].piece.rows
        band = Band(state.segment, state.floated, Columns((state.floated + 1,), (0,), rows, 0.0), top, floating=True)
        after = State(state.segment, state.piece, state.floated + 1)
        return Sheet((*sheet.bands, band), top + rows * self._leading, after, sheet.cost)

    def _rows_used(self, sheet: Sheet) -> int:
        return -int(-(sheet.used - 0.01) // self._leading)

    def _top(self, sheet: Sheet, segment: Segment) -> float:
        """Where the next band starts: on the grid, one lead below the band before."""
        if not sheet.bands:
            return segment.padding
        return (self._rows_used(sheet) + segment.lead) * self._leading + segment.padding

    def _room(self, segment: Segment, top: float) -> int:
        """The rows of a segment's own leading that the page still holds below `top`."""
        return int((self._height - segment.padding - top + 0.01) / segment.leading)

    def _with_band(self, sheet: Sheet, columns: Columns, top: float) -> Sheet:
        """The sheet with these columns, that are not to fill it, on it."""
        state = sheet.state
        segment = self._segments[state.segment]
        height = columns.depth * segment.leading
        if segment.at_foot and sheet.bands:
            top = max(top, self._height - segment.padding - height)
        band = Band(state.segment, state.piece, columns, top)
        after = State(state.segment, columns.ends[-1], state.floated)
        return Sheet((*sheet.bands, band), top + height + segment.padding, after, sheet.cost + columns.cost)

    def _closed(self, sheet: Sheet, *, last: bool) -> Sheet:
        """The sheet as it is, with the demerits of the white at its foot."""
        left = (self._height - sheet.used) / self._leading
        if not last:
            return msgspec.structs.replace(sheet, cost=sheet.cost + GAP_COST * max(0.0, left) ** 2)
        heights = [(self._segments[band.segment], band.columns.depth) for band in sheet.bands]
        inked = sum(segment.leading * depth for segment, depth in heights if not segment.at_foot)
        alone = all(segment.at_foot for segment, _ in heights)
        stray = not alone and inked < STRAY_ROWS * self._leading
        return msgspec.structs.replace(sheet, cost=sheet.cost + (STRAY_COST if stray else 0.0))
