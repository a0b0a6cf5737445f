"""Segments onto pages: which pieces and floats stand where on which page.

Comes: segments and the rows of a page. Goes: for each number of pages in reach the best plan found, a sheet of bands a
page. Promise: all pieces are placed once, in order, and each float once, at most one page from its call where that can be
had. At most BEAM plans go on from each page, so that the work grows with the length of the brief and no faster. Knows
heights only as whole rows of each segment's own leading.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate

import msgspec

from briefgen.layout import costs
from briefgen.layout.measuring.galley import Galley
from briefgen.layout.measuring.pieces import FORBIDDEN, Segment
from briefgen.layout.planning.across import Across
from briefgen.layout.planning.beam import Beam
from briefgen.layout.planning.column import BRANCHES, MARGIN, Bounds, Columns, Way
from briefgen.layout.planning.columns import Filler
from briefgen.layout.planning.levels import Levels
from briefgen.layout.planning.planned import (
    Band,
    Ending,
    Plan,
    PlannedPage,
    Progress,
    Unmade,
    WideBand,
    ending_of,
)
from briefgen.layout.planning.white import White
from briefgen.memory import Memory

BEAM = 14  # plans kept for each page: with BRANCHES, 98 of 100 small briefs get the best of all plans
STUB_ROWS = 4  # fewer rows of a segment at the head of a page look left over
LEAST_ROWS = 4  # columns are not begun in less room than this
HEADS, FEET = 1, 1  # floats at the head of a page before their call, and at its foot


class Planner:
    """Plans the pages of one brief."""

    def __init__(
        self,
        segments: Sequence[Segment],
        rows: int,
        leading: float,
        *,
        beam: int = BEAM,
        branches: int = BRANCHES,
        margin: float = MARGIN,
        memory: Memory | None = None,
    ) -> None:
        """`memory`: where is kept what has been reckoned and, if it lasts, endings of pages for briefs to come."""
        levels = [_levels(level=level, memory=memory) for level in (False, True)]
        self.segments = segments
        self._beam = beam
        self._margin = margin
        self.height = rows * leading
        self.leading = leading
        galleys = [Galley(segment.pieces) for segment in segments]
        self._across = Across(segments, galleys, self.height)
        self.wide, self._wide_rows, self._narrow = self._across.floats, self._across.rows, self._across.narrow
        bounds = Bounds(branches, margin)
        self.fillers = [
            Filler(
                galley,
                segment.columns,
                narrow,
                segment.notes,
                leading=segment.leading,
                levels=levels[not segment.at_foot],
                bounds=bounds,
            )
            for galley, segment, narrow in zip(galleys, segments, self._narrow, strict=True)
        ]
        self._galleys = galleys
        self._remembered = None
        if memory is not None and memory.lasting:
            from briefgen.layout.planning.remembered import Remembered  # late: a build alone has nothing to remember

            self._remembered = Remembered(segments, galleys, self._across, (self.height, leading, bounds), memory)
        self.white = White(segments, self.fillers, self._wide_rows, self.height, leading)
        self._costs_ahead: dict[Progress, float] = {}
        self._float_rows = [
            sum([sum([part.rows for part in floating.pieces]) + 1 for floating in narrow]) for narrow in self._narrow
        ]
        heights = [self._segment_height(number, 0) for number in range(len(segments))]
        self._after = [*accumulate(heights[::-1], initial=0.0)][::-1]  # the height of each segment and all that follow

    def plan(self, wanted: int = 0) -> dict[int, Plan]:
        """The best plan found for each number of pages, from the least to `wanted` where that is more."""
        plans = {Progress(0, 0): Plan(None, None, 0.0, 0)}
        done: dict[int, Plan] = {}
        while plans:
            following = Beam(self._beam, self._margin, self._ahead)
            for state, plan in plans.items():
                for ending in self._endings(state):
                    finished = self._finished(ending.after)
                    least = plan.cost + ending.cost + ending.astray + costs.PAGE
                    if not finished and following.is_beaten(ending.after, least):
                        continue
                    sheet = self._made(ending)
                    longer = Plan(sheet, plan, plan.cost + sheet.cost + ending.astray + costs.PAGE, plan.pages + 1)
                    if not finished:
                        following.offer(sheet.state, longer)
                    elif longer.pages not in done or longer.cost < done[longer.pages].cost:
                        done[longer.pages] = longer
            if done and max(done) >= wanted:
                break
            plans = following.chosen()
        return done

    def _endings(self, state: Progress) -> list[Ending]:
        """All ways, within BRANCHES, to end a page that begins with `state`."""
        return self._remembered.found(state, self._find_endings) if self._remembered else self._find_endings(state)

    def _find_endings(self, state: Progress) -> list[Ending]:
        found = []
        for ending in self._fill(PlannedPage((), 0.0, state, 0.0)):
            ending.astray = self._across.astray(state, ending.after)
            if ending.astray < FORBIDDEN:
                found.append(ending)
        return found

    def _made(self, ending: Ending) -> PlannedPage:
        """The page of an ending, which is made when it is first asked for: most are beaten by what they cost at least."""
        if self._remembered:
            self._remembered.bring(ending)
        if isinstance(ending.page, Unmade):
            sheet, way, top, feet = ending.page.sheet, ending.page.way, ending.page.top, ending.page.feet
            if way is None:
                ending.page = self.white.closed(sheet)
            else:
                ending.page = self._with_part(sheet, self.fillers[sheet.state.segment].columns(way), top, feet)
        assert isinstance(ending.page, PlannedPage)  # noqa: S101  it has been brought and made
        return ending.page

    def _segment_height(self, number: int, piece: int) -> float:
        """The height that a segment takes from `piece` on, spread evenly over its columns."""
        segment = self.segments[number]
        rows = self._galleys[number].rows(piece, len(segment.pieces))
        return (rows + self._float_rows[number]) * segment.leading / segment.columns + 2 * segment.padding

    def _ahead(self, state: Progress) -> float:
        """What the pages still to come will cost at least, so that plans that have come less far do not look better."""
        found = self._costs_ahead.get(state)
        if found is None:
            found = self._costs_ahead[state] = self._find_ahead(state)
        return found

    def _find_ahead(self, state: Progress) -> float:
        height = self._segment_height(state.segment, state.piece) if state.segment < len(self.segments) else 0.0
        height += self._after[min(state.segment + 1, len(self.segments))]
        height += sum(self._wide_rows[state.wide :]) * self.leading
        return costs.PAGE * height / self.height + (self._alone() if self._only_panel(state) else 0.0)

    def _only_panel(self, state: Progress) -> bool:
        """Whether nothing but the closing panel is left."""
        last = len(self.segments) - 1
        begun = state.piece or state.narrow or state.owed
        return state.segment == last > 0 and self.segments[last].at_foot and not begun and state.wide >= len(self.wide)

    def _alone(self) -> float:
        """The demerits of a last page with nothing but the closing panel."""
        panel = self.segments[-1]
        room = int((self.height - 2 * panel.padding + 0.01) / panel.leading)
        columns = self.fillers[-1].balanced(0, room)
        if columns is None:
            return 0.0
        state = Progress(len(self.segments), 0, len(self.wide))
        sheet = PlannedPage((Band(len(self.segments) - 1, columns, 0.0),), 0.0, state, 0.0)
        return self.white.ended(sheet).cost

    def _finished(self, state: Progress) -> bool:
        return state.segment >= len(self.segments) and state.wide >= len(self.wide)

    def _fill(self, sheet: PlannedPage) -> Iterator[Ending]:
        """All ways, within BRANCHES, to fill a page from where `sheet` stands."""
        state = sheet.state
        if not sheet.headed and (state.segment > 0 or state.piece > 0 or len(self.segments) == 1):
            yield from self._with_heads(sheet)
            return
        if self._finished(state):
            yield ending_of(self.white.ended(sheet))
            return
        if state.segment >= len(self.segments):
            yield self._closed(sheet)
            return
        segment = self.segments[state.segment]
        if state.piece >= len(segment.pieces) and state.narrow >= len(self._narrow[state.segment]) and not state.owed:
            yield from self._fill(msgspec.structs.replace(sheet, state=Progress(state.segment + 1, 0, state.wide)))
            return
        if segment.new_page and state.piece == 0 and self._is_begun(sheet):
            yield ending_of(self._with_rest(sheet))
            return
        if segment.at_foot and state.wide < len(self.wide) and sheet.bands:
            yield self._closed(sheet)
            return
        for feet in range(self._feet(sheet) + 1):
            yield from self._with_columns(sheet, feet)

    def _is_begun(self, sheet: PlannedPage) -> bool:
        """Whether something stands on a page that comes before the segment which is to begin one."""
        return any(isinstance(band, Band) or self.wide[band.number][0] < sheet.state.segment for band in sheet.bands)

    def _with_rest(self, sheet: PlannedPage) -> PlannedPage:
        """The last page before one that is begun: with what floats still, if there is room; its white is wanted."""
        while sheet.state.wide < len(self.wide) and self._across.is_called(sheet.state.wide, sheet.state):
            top = self._float_top(sheet)
            if top + self._wide_rows[sheet.state.wide] * self.leading > self.height + 0.01:
                break
            sheet = self._with_float(sheet, top, 0.0)
        return sheet

    def _with_heads(self, sheet: PlannedPage) -> Iterator[Ending]:
        """Floats at the head of the page: those that are overdue, and up to HEADS that the text of this page calls."""
        state = sheet.state
        headed = msgspec.structs.replace(sheet, headed=True)
        due = state.wide
        while due < len(self.wide) and self._across.is_called(due, state):
            due += 1
        for count in range(due - state.wide + HEADS + 1):
            number = state.wide + count
            # what is overdue waits for what is called before it
            if number >= due or self._across.disorder(number, headed.state):
                yield from self._fill(headed)
            if number >= len(self.wide) or (number >= due and not self._across.is_callable(number, state)):
                return
            top = self._float_top(headed)
            if top + self._wide_rows[number] * self.leading > self.height + 0.01:
                # no room for what is overdue: the next page takes the rest
                if headed.bands and number < due:
                    yield self._closed(headed)
                elif number < due:
                    yield from self._fill(self._with_float(headed, top, 0.0))
                return
            first = (state.segment, state.piece) == (self.wide[number][0], self.wide[number][1].after)
            cost = 0.0 if number < due or first else costs.AHEAD
            if count == 0 and state.segment < len(self.segments):
                cost += self.fillers[state.segment].runs_on(state.piece)
            headed = self._with_float(
                headed, top, cost + self._across.straying(number, state) + self._across.disorder(number, state)
            )

    def _feet(self, sheet: PlannedPage) -> int:
        """How many floats may stand at the foot of this page."""
        state = sheet.state
        count = 0
        while count < FEET and state.wide + count < len(self.wide) and self._across.is_callable(state.wide + count, state):
            count += 1
        return count

    def _with_columns(self, sheet: PlannedPage, feet: int) -> Iterator[Ending]:
        """The rest of a segment, or as much of it as fills the page, with `feet` floats below it."""
        state = sheet.state
        segment = self.segments[state.segment]
        filler = self.fillers[state.segment]
        top = self._top(sheet, segment)
        high = sum(rows + 1 for rows in self._wide_rows[state.wide : state.wide + feet]) * self.leading
        room = int((self.height - high - segment.padding - top + 0.01) / segment.leading)
        whole = filler.balanced(state.piece, room, state.narrow, state.owed) if room > 0 else None
        if whole is not None:
            below = self._with_band(sheet, whole, top)
            for _ in range(feet):
                below = self._with_float_below(below, whole, state.segment)
            yield from self._fill(below)
            if feet == FEET:
                yield from self._with_others(below, whole, state.segment)
            if not feet and self._leaves_panel_alone(below):
                yield from self._part(sheet, top, room, feet)
        elif segment.at_foot and sheet.bands:
            yield self._closed(sheet)
        else:
            yield from self._part(sheet, top, room, feet)

    def _with_float_below(self, sheet: PlannedPage, columns: Columns, segment: int) -> PlannedPage:
        """The sheet with the next float across the page below all columns of its segment."""
        number = sheet.state.wide
        cost = self._across.straying_below(number, segment, columns) + self._across.disorder(number, sheet.state)
        return self._with_float(sheet, self._float_top(sheet), cost)

    def _with_others(self, sheet: PlannedPage, columns: Columns, segment: int) -> Iterator[Ending]:
        """The sheet with what is left of the floats of a segment, as far as they have room: its text stands above."""
        first = number = sheet.state.wide
        while number < len(self.wide) and self.wide[number][0] == segment:
            if self._float_top(sheet) + self._wide_rows[number] * self.leading > self.height + 0.01:
                break
            sheet = self._with_float_below(sheet, columns, segment)
            number += 1
        if number > first:
            yield from self._fill(sheet)

    def _leaves_panel_alone(self, sheet: PlannedPage) -> bool:
        """Whether all that is left is a closing panel for which the page has no room."""
        state = sheet.state
        if state.segment + 2 != len(self.segments) or not self.segments[-1].at_foot or state.wide < len(self.wide):
            return False
        panel = self.segments[-1]
        room = int((self.height - panel.padding - self._top(sheet, panel) + 0.01) / panel.leading)
        return room <= 0 or self.fillers[-1].balanced(0, room, 0, 0) is None

    def _part(self, sheet: PlannedPage, top: float, room: int, feet: int) -> Iterator[Ending]:
        """Fill what is left of the page with a part of the segment, or leave it white when too little is left."""
        state = sheet.state
        filler = self.fillers[state.segment]
        empty = not sheet.bands
        found: list[Way] = []
        if (empty and room > 0) or room >= LEAST_ROWS:
            # a float does not stand before its call
            call = self.wide[state.wide + feet - 1][1].after if feet else None
            found = filler.full(state.piece, room, state.narrow, state.owed, call)
            found = [way for way in found if way.cost <= found[0].cost + self._margin]
            # what may not be torn apart goes to the next page together
            found = [way for way in found if empty or way.cost < costs.LAST_RESORT]
        for way in found:
            after = Progress(state.segment, way.end, state.wide + feet, way.floated, way.owes)
            yield Ending(after, sheet.cost + way.cost, Unmade(sheet, way, top, feet))
        if not found and empty and not feet:
            forced = filler.forced(state.piece, max(1, room), state.narrow, state.owed)
            yield ending_of(self._with_part(sheet, forced, top, feet))
        if not empty and not feet:
            yield self._closed(sheet)

    def _with_part(self, sheet: PlannedPage, columns: Columns, top: float, feet: int) -> PlannedPage:
        """A full page, with floats at its foot."""
        state = sheet.state
        after = Progress(state.segment, columns.end, state.wide + feet, columns.floated, columns.owes)
        floating = range(state.wide, after.wide)
        y = self.height - sum(self._wide_rows[number] for number in floating) * self.leading
        y -= (feet - 1) * self.leading
        if feet and sheet.bands and isinstance(sheet.bands[-1], WideBand):
            # white between two floats is shared above and below the text
            end = top + columns.depth * self.segments[state.segment].leading + self.segments[state.segment].padding
            top += max(0, int((y - self.leading - end + 0.01) // self.leading) // 2) * self.leading
        bands = [*sheet.bands, Band(state.segment, columns, top)]
        for number in floating:
            bands.append(WideBand(number, y))
            y += (self._wide_rows[number] + 1) * self.leading
        used = self.height if feet else top + columns.depth * self.segments[state.segment].leading
        cost = sheet.cost + columns.cost + self._across.disorder_in(columns, state)
        placed = Progress(state.segment, columns.end, state.wide, columns.floated)
        cost += sum([self._across.straying_below(number, state.segment, columns) for number in floating])
        cost += sum([self._across.disorder(number, placed) for number in floating])
        full = msgspec.structs.replace(sheet, bands=tuple(bands), used=used, state=after, cost=cost)
        # rows that its last columns lack may be had above them
        return self.white.let_out(full) if len(sheet.bands) > 0 else full

    def _float_top(self, sheet: PlannedPage) -> float:
        return self._rows_used(sheet) * self.leading + (self.leading if sheet.bands else 0.0)

    def _with_float(self, sheet: PlannedPage, top: float, cost: float) -> PlannedPage:
        """The sheet with the next float across the page at `top`."""
        state = sheet.state
        return msgspec.structs.replace(
            sheet,
            bands=(*sheet.bands, WideBand(state.wide, top)),
            used=top + self._wide_rows[state.wide] * self.leading,
            state=msgspec.structs.replace(state, wide=state.wide + 1),
            cost=sheet.cost + cost,
        )

    def _rows_used(self, sheet: PlannedPage) -> int:
        return -int(-(sheet.used - 0.01) // self.leading)

    def _top(self, sheet: PlannedPage, segment: Segment) -> float:
        """Where the next band starts: on the grid, one lead below the band before."""
        if not sheet.bands:
            return segment.padding
        return (self._rows_used(sheet) + segment.lead) * self.leading + segment.padding

    def _with_band(self, sheet: PlannedPage, columns: Columns, top: float) -> PlannedPage:
        """The sheet with these columns, that are not to fill it, on it."""
        state = sheet.state
        segment = self.segments[state.segment]
        height = columns.depth * segment.leading
        stub = 0.0 if sheet.bands or state.piece == 0 or columns.depth >= STUB_ROWS else costs.STUB
        if segment.at_foot and not (self.white.has_page(segment, columns) and not sheet.bands):
            top = max(top, self.height - segment.padding - height)
        return msgspec.structs.replace(
            sheet,
            bands=(*sheet.bands, Band(state.segment, columns, top)),
            used=top + height + segment.padding,
            state=Progress(state.segment, columns.end, state.wide, columns.floated, columns.owes),
            cost=sheet.cost + columns.cost + stub + self._across.disorder_in(columns, state),
        )

    def _closed(self, sheet: PlannedPage) -> Ending:
        """The sheet as it is, with the demerits of the white on it."""
        return Ending(sheet.state, sheet.cost, Unmade(sheet))


def _levels(*, level: bool, memory: Memory | None) -> Levels:
    """The levels of columns, those of earlier drafts where there are such."""
    if memory is None:
        return Levels(level=level)
    shelf = memory.shelf("levels", 2)
    found: Levels | None = shelf.get(level)
    return found or shelf.keep(level, Levels(level=level))
