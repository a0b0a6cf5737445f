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
from briefgen.layout.measuring.pieces import FORBIDDEN, Float, Segment
from briefgen.layout.planning.beam import Beam
from briefgen.layout.planning.column import BRANCHES, MARGIN, Bounds, Columns, Way
from briefgen.layout.planning.columns import Filler
from briefgen.layout.planning.planned import Band, Plan, PlannedPage, Progress, WideBand
from briefgen.layout.planning.white import White

BEAM = 14  # plans kept for each page: with BRANCHES, 99 of 100 small briefs get the best of all plans
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
    ) -> None:
        self.segments = segments
        self._beam = beam
        self._margin = margin
        self.height = rows * leading
        self.leading = leading
        galleys = [Galley(segment.pieces) for segment in segments]
        self.wide = [
            (number, floating) for number, segment in enumerate(segments) for floating in segment.floats if floating.across
        ]
        self._wide_rows = [Galley(floating.pieces).feet[-1] for _, floating in self.wide]
        self._narrow = [[floating for floating in segment.floats if not floating.across] for segment in segments]
        self._before = [self._needed(number, floating) for number, floating in self.wide]
        self._across = [
            [self._needed(number, floating) for floating in narrow] for number, narrow in enumerate(self._narrow)
        ]
        bounds = Bounds(branches, margin)
        self.fillers = [
            Filler(
                galley,
                segment.columns,
                narrow,
                segment.notes,
                leading=segment.leading,
                level=not segment.at_foot,
                bounds=bounds,
            )
            for galley, segment, narrow in zip(galleys, segments, self._narrow, strict=True)
        ]
        self._galleys = galleys
        self.white = White(segments, self.fillers, self._wide_rows, self.height, leading)
        self._costs_ahead: dict[Progress, float] = {}
        heights = [self._segment_height(number, 0) for number in range(len(segments))]
        self._after = [*accumulate(heights[::-1], initial=0.0)][::-1]  # the height of each segment and all that follow

    def plan(self, wanted: int = 0) -> dict[int, Plan]:
        """The best plan found for each number of pages, from the least to `wanted` where that is more."""
        plans = {Progress(0, 0): Plan(None, None, 0.0, 0)}
        done: dict[int, Plan] = {}
        while plans:
            self._following = Beam(self._beam, self._margin, self._ahead)
            for state, plan in plans.items():
                self._state, self._plan = state, plan
                for sheet in self._fill(PlannedPage((), 0.0, state, 0.0)):
                    astray = self._astray(state, sheet.state)
                    if astray == FORBIDDEN:
                        continue
                    longer = Plan(sheet, plan, plan.cost + sheet.cost + astray + costs.PAGE, plan.pages + 1)
                    if not self._finished(sheet.state):
                        self._following.offer(sheet.state, longer)
                    elif longer.pages not in done or longer.cost < done[longer.pages].cost:
                        done[longer.pages] = longer
            if done and max(done) >= wanted:
                break
            plans = self._following.chosen()
        del self._following, self._plan  # the beam asks this planner what lies ahead, which would keep both from going
        return done

    def _is_beaten(self, after: Progress, cost: float) -> bool:
        """Whether the plan that is gone on with is of no use with a page that ends with `after` and costs at least this."""
        astray = self._astray(self._state, after)
        return astray == FORBIDDEN or self._following.is_beaten(after, self._plan.cost + cost + astray + costs.PAGE)

    def _needed(self, number: int, floating: Float) -> int:
        """How many floats are to stand before one of a segment, in the other queue: those of a kind keep their order."""
        floats = self.segments[number].floats
        earlier = floats[: next(index for index, other in enumerate(floats) if other is floating)]
        others = [other for other in earlier if other.across != floating.across]
        last = max([count for count, other in enumerate(others, 1) if other.kind and other.kind == floating.kind], default=0)
        return last + sum(segment < number for segment, _ in self.wide) if last and not floating.across else last

    def _disorder(self, number: int, state: Progress) -> float:
        """The demerits of a float across the page before others that have lower numbers."""
        segment, _ = self.wide[number]
        return costs.DISORDER if segment == state.segment and self._before[number] > state.narrow else 0.0

    def _disorder_in(self, columns: Columns, state: Progress) -> float:
        """The demerits of floats in columns before one across the page that has a lower number."""
        if columns.floated == state.narrow:
            return 0.0
        needed = max(self._across[state.segment][state.narrow : columns.floated])
        return costs.DISORDER if needed > state.wide else 0.0

    def _segment_height(self, number: int, piece: int) -> float:
        """The height that a segment takes from `piece` on, spread evenly over its columns."""
        segment = self.segments[number]
        rows = self._galleys[number].rows(piece, len(segment.pieces))
        floats = sum(sum(part.rows for part in floating.pieces) + 1 for floating in self._narrow[number])
        return (rows + floats) * segment.leading / segment.columns + 2 * segment.padding

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

    def _called(self, number: int, state: Progress) -> bool:
        """Whether the float across pages is called before `state`: on an earlier page, if that is where a page begins."""
        segment, floating = self.wide[number]
        return (segment, floating.after) < (state.segment, state.piece)

    def _fill(self, sheet: PlannedPage) -> Iterator[PlannedPage]:
        """All ways, within BRANCHES, to fill a page from where `sheet` stands."""
        state = sheet.state
        if not sheet.headed and (state.segment > 0 or state.piece > 0 or len(self.segments) == 1):
            yield from self._with_heads(sheet)
            return
        if self._finished(state):
            yield self.white.ended(sheet)
            return
        if state.segment >= len(self.segments):
            yield from self._closed(sheet)
            return
        segment = self.segments[state.segment]
        if state.piece >= len(segment.pieces) and state.narrow >= len(self._narrow[state.segment]) and not state.owed:
            yield from self._fill(msgspec.structs.replace(sheet, state=Progress(state.segment + 1, 0, state.wide)))
            return
        if segment.new_page and state.piece == 0 and self._is_begun(sheet):
            yield self._with_rest(sheet)
            return
        if segment.at_foot and state.wide < len(self.wide) and sheet.bands:
            yield from self._closed(sheet)
            return
        for feet in range(self._feet(sheet) + 1):
            yield from self._with_columns(sheet, feet)

    def _is_begun(self, sheet: PlannedPage) -> bool:
        """Whether something stands on a page that comes before the segment which is to begin one."""
        return any(isinstance(band, Band) or self.wide[band.number][0] < sheet.state.segment for band in sheet.bands)

    def _with_rest(self, sheet: PlannedPage) -> PlannedPage:
        """The last page before one that is begun: with what floats still, if there is room; its white is wanted."""
        while sheet.state.wide < len(self.wide) and self._called(sheet.state.wide, sheet.state):
            top = self._float_top(sheet)
            if top + self._wide_rows[sheet.state.wide] * self.leading > self.height + 0.01:
                break
            sheet = self._with_float(sheet, top, 0.0)
        return sheet

    def _with_heads(self, sheet: PlannedPage) -> Iterator[PlannedPage]:
        """Floats at the head of the page: those that are overdue, and up to HEADS that the text of this page calls."""
        state = sheet.state
        headed = msgspec.structs.replace(sheet, headed=True)
        due = state.wide
        while due < len(self.wide) and self._called(due, state):
            due += 1
        for count in range(due - state.wide + HEADS + 1):
            if count >= due - state.wide:
                yield from self._fill(headed)
            number = state.wide + count
            if number >= len(self.wide) or (number >= due and not self._callable(number, state)):
                return
            top = self._float_top(headed)
            if top + self._wide_rows[number] * self.leading > self.height + 0.01:
                # no room for what is overdue: the next page takes the rest
                if headed.bands and number < due:
                    yield from self._closed(headed)
                elif number < due:
                    yield from self._fill(self._with_float(headed, top, 0.0))
                return
            first = (state.segment, state.piece) == (self.wide[number][0], self.wide[number][1].after)
            cost = 0.0 if number < due or first else costs.AHEAD
            headed = self._with_float(headed, top, cost + self._straying(number, state) + self._disorder(number, state))

    def _straying(self, number: int, state: Progress) -> float:
        """The demerits of a float across the page above text that another section has begun."""
        segment, floating = self.wide[number]
        beyond = len(self.segments[segment].pieces) + (state.piece > 0)
        if self._is_barred(number, state):
            return costs.BARRED
        return costs.STRAY if floating.strays(state.piece if state.segment == segment else beyond) else 0.0

    def _is_barred(self, number: int, state: Progress) -> bool:
        """Whether findings or recommendations have begun since the call of a float across the page."""
        segment, floating = self.wide[number]
        if segment == state.segment:
            return floating.crosses(state.piece)
        begun = self.segments[segment + 1 : state.segment + (state.piece > 0)]
        return floating.barrier >= 0 or any(other.barrier for other in begun)

    def _straying_below(self, number: int, segment: int, columns: Columns) -> float:
        """The demerits of a float across the page below columns none of which ends within its section."""
        called, floating = self.wide[number]
        if called == segment and floating.crosses(columns.end):
            return costs.BARRED
        strays = called == segment and all(floating.strays(column.end) for column in columns.columns)
        return costs.STRAY if strays else 0.0

    def _callable(self, number: int, state: Progress) -> bool:
        """Whether the text of a page that begins with `state` may call a float: it is no farther than a page away."""
        segment, floating = self.wide[number]
        if segment != state.segment:
            return False
        rows = self._galleys[segment].rows(state.piece, floating.after)
        return rows * self.segments[segment].leading / self.segments[segment].columns <= self.height

    def _feet(self, sheet: PlannedPage) -> int:
        """How many floats may stand at the foot of this page."""
        state = sheet.state
        count = 0
        while count < FEET and state.wide + count < len(self.wide) and self._callable(state.wide + count, state):
            count += 1
        return count

    def _with_columns(self, sheet: PlannedPage, feet: int) -> Iterator[PlannedPage]:
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
            if not feet and sheet.bands and state.piece == 0 and self._leaves_panel_alone(below):
                yield from self._closed(sheet)
        elif segment.at_foot and sheet.bands:
            yield from self._closed(sheet)
        else:
            yield from self._part(sheet, top, room, feet)

    def _with_float_below(self, sheet: PlannedPage, columns: Columns, segment: int) -> PlannedPage:
        """The sheet with the next float across the page below all columns of its segment."""
        number = sheet.state.wide
        cost = self._straying_below(number, segment, columns) + self._disorder(number, sheet.state)
        return self._with_float(sheet, self._float_top(sheet), cost)

    def _with_others(self, sheet: PlannedPage, columns: Columns, segment: int) -> Iterator[PlannedPage]:
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

    def _part(self, sheet: PlannedPage, top: float, room: int, feet: int) -> Iterator[PlannedPage]:
        """Fill what is left of the page with a part of the segment, or leave it white when too little is left."""
        state = sheet.state
        filler = self.fillers[state.segment]
        empty = not sheet.bands
        found: list[Way] = []
        if (empty and room > 0) or room >= LEAST_ROWS:
            # a float does not stand before its call
            call = self.wide[state.wide + feet - 1][1].after if feet else 0
            found = filler.full(state.piece, room, state.narrow, state.owed, call)
            found = [way for way in found if way.cost <= found[0].cost + self._margin]
            # what may not be torn apart goes to the next page together
            found = [way for way in found if empty or way.cost < costs.LAST_RESORT]
        for way in found:
            after = Progress(state.segment, way.end, state.wide + feet, way.floated, way.owes)
            if not self._is_beaten(after, sheet.cost + way.cost):
                yield self._with_part(sheet, filler.columns(way), top, feet)
        if not found and empty and not feet:
            forced = filler.forced(state.piece, max(1, room), state.narrow, state.owed)
            yield self._with_part(sheet, forced, top, feet)
        if not empty and not feet:
            yield from self._closed(sheet)

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
        cost = sheet.cost + columns.cost + self._disorder_in(columns, state)
        placed = Progress(state.segment, columns.end, state.wide, columns.floated)
        cost += sum([self._straying_below(number, state.segment, columns) for number in floating])
        cost += sum([self._disorder(number, placed) for number in floating])
        full = msgspec.structs.replace(sheet, bands=tuple(bands), used=used, state=after, cost=cost)
        # rows that its last columns lack may be had above them
        return self.white.let_out(full) if len(sheet.bands) > 0 else full

    def _astray(self, start: Progress, end: Progress) -> float:
        """The demerits of floats that are called by the page from `start` to `end` or before, and have no place yet.

        FORBIDDEN when a float stands on the page that is called after it.
        """
        if end.wide and not self._called_by(end.wide - 1, end):
            return FORBIDDEN
        calls = [(segment, floating.after) for segment, floating in self.wide[end.wide :]]
        if end.segment < len(self.segments):
            calls += [(end.segment, floating.after) for floating in self._narrow[end.segment][end.narrow :]]
        cost = 0.0
        for call in calls:
            if call < (start.segment, start.piece):
                cost += costs.OVERDUE
            elif call < (end.segment, end.piece):
                cost += costs.DEFERRED
        return cost

    def _called_by(self, number: int, state: Progress) -> bool:
        segment, floating = self.wide[number]
        return (segment, floating.after) <= (state.segment, state.piece)

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
        if segment.at_foot:
            top = max(top, self.height - segment.padding - height)
        return msgspec.structs.replace(
            sheet,
            bands=(*sheet.bands, Band(state.segment, columns, top)),
            used=top + height + segment.padding,
            state=Progress(state.segment, columns.end, state.wide, columns.floated, columns.owes),
            cost=sheet.cost + columns.cost + stub + self._disorder_in(columns, state),
        )

    def _closed(self, sheet: PlannedPage) -> Iterator[PlannedPage]:
        """The sheet as it is, with the demerits of the white on it."""
        if not self._is_beaten(sheet.state, sheet.cost):
            yield self.white.closed(sheet)
