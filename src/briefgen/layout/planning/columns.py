"""Pieces into columns: whole numbers in, break positions out.

Comes: galleys with the costs of a break after each piece, and floats. Goes: where the columns end, which floats stand where
in them, and how many rows each may be let out to reach a common foot. Promise: every piece is placed once, in order. Knows
no points and no page. What is disliked, and how much, is in `costs`.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import accumulate
from math import inf
from operator import attrgetter, itemgetter, or_

import msgspec

from briefgen.layout import costs
from briefgen.layout.measuring.galley import Galley, Stack
from briefgen.layout.measuring.pieces import BESIDE_GAP, FORBIDDEN, NOTE_LEAST, Float, Ingredient, NoteLines, Piece
from briefgen.layout.measuring.slack import most, twice
from briefgen.layout.planning.column import (
    FLOATS_TOGETHER,
    REMEMBERED,
    USUAL,
    Bounds,
    Column,
    Columns,
    Fill,
    Way,
)
from briefgen.layout.planning.floats import FloatArranger
from briefgen.layout.planning.levels import Levels, spread_of

REACH, LONE_REACH = 6, 16  # how many rows above the foot an end is looked for, of one of several columns and of one alone
ROUNDING = 1e-6  # of demerits
FLOAT_ENDS = 4  # ends looked at for a column that holds floats


class Filler:
    """Chooses column ends among the pieces of a galley. Holds nothing but what it has already worked out.

    `floats` are those that stand in columns, in the order of their calls; `notes` stand at the foot of the columns, whose
    rows are `leading` points high. `levels` may be those of other fillers.
    """

    def __init__(
        self,
        galley: Galley,
        columns: int,
        floats: Sequence[Float] = (),
        notes: NoteLines | None = None,
        *,
        leading: float = 1.0,
        levels: Levels | None = None,
        bounds: Bounds = USUAL,
    ) -> None:
        self._galley = galley
        self._notes = notes
        self._leading = leading
        self._end = len(galley.pieces)
        self._columns = columns
        self._bounds = bounds
        self._reach = REACH if columns > 1 else LONE_REACH
        self._floats = floats
        self._levels = levels or Levels(level=True)
        self._ways, self._all_ways = self._levels.ways, self._levels.all_ways
        self._arranger = FloatArranger(galley, floats, self._ways, alone=columns == 1)
        self._beside = _beside_rows(galley.pieces)
        self._stacks: dict[Column, Stack] = {}
        self._fills: dict[tuple[int, int, int, int], list[Fill]] = {}
        self._full: dict[tuple[int, int, int, int, int | None], list[Way]] = {}
        self._balanced: dict[tuple[int, int, int], tuple[int, Columns | None]] = {}

    def fills(self, start: int, limit: int, floated: int = 0, owed: int = 0) -> list[Fill]:
        """The ways to fill one column of at most `limit` rows from piece `start`.

        So many floats have been placed before, and so many lines of notes are owed.
        """
        key = start, limit, floated, owed
        found = self._fills.get(key)
        if found is None:
            if len(self._fills) > REMEMBERED:
                self._fills.clear()
            found = self._find_fills(start, limit, floated, owed)
            if floated < len(self._floats):
                found = [*found, *self._with_floats(start, limit, floated, owed)]
            self._fills[key] = found
        return found

    def _find_fills(self, start: int, limit: int, floated: int, owed: int, most: int = 0) -> list[Fill]:
        """The allowed ends within REACH of the deepest of them; the deepest of the forbidden ones when there is none.

        Of those the `most` deepest, where a number is given.
        """
        if start == self._end:
            return self._notes_alone(start, limit, floated, owed)
        galley, ways, notes, beside = self._galley, self._ways, self._notes, self._beside
        pieces, feet, above = galley.pieces, galley.feet, galley.above[start]
        elastic, reluctant = galley.elastic, galley.reluctant
        elastic_before, reluctant_before = elastic[start + 1], reluctant[start + 1]
        stop = self._full_before(start, limit)
        shallowest = -1  # rows above which an end is looked for
        found: list[Fill] = []
        for index in range(stop - 1, start - 1, -1):
            rows = feet[index] - above
            if rows < shallowest:
                break
            cost, page_cost, owes = 0.0, 0.0, 0
            if index + 1 < self._end:
                piece = pieces[index]
                cost = piece.break_cost
                if cost == FORBIDDEN:
                    continue
                page_cost = piece.page_break_cost
            if notes:
                owes = self._owes(start, index + 1, limit - rows, owed)
                if owes < 0:
                    continue
                rows += self.note_rows(start, index + 1, owed, owes)
                cost += costs.NOTE_SPLIT + costs.NOTE_OWED * owes if owes else 0.0
            if beside:
                cost += costs.SPILL * max(0, beside[index + 1] - beside[start] - BESIDE_GAP - limit)
            loose = elastic[index + 1] - elastic_before
            able = ways(loose, reluctant[index + 1] - reluctant_before, limit - rows) if loose else 1
            if not found:
                shallowest = rows - self._reach
            found.append(Fill(start, index + 1, rows, able, cost, page_cost, floated, (), owed, owes))
            if len(found) == most:
                break
        if not found and owed:
            return self._notes_alone(start, limit, floated, owed)
        if not found and stop > start:
            return [self._last_resort(start, stop, limit, floated, owed)]
        return found[::-1]

    def _notes_alone(self, start: int, limit: int, floated: int, owed: int) -> list[Fill]:
        """A column of nothing but the lines of notes that are owed, as many as it holds; none when it holds none."""
        if not owed or not self._notes:
            return []
        fitting = int((limit * self._leading - self._notes.gap + 0.01) // self._notes.leading)
        if fitting < 1:
            return []
        owes = self._parted(start, owed - fitting, owed) if owed > fitting else 0
        cost = (costs.NO_TEXT if start < self._end else 0.0) + costs.NOTE_OWED * owes
        return [Fill(start, start, self.note_rows(start, start, owed, owes), 1, cost, 0.0, floated, (), owed, owes)]

    def _last_resort(self, start: int, stop: int, limit: int, floated: int, owed: int) -> Fill:
        """A column that ends where it must not, as deep as it goes; of its notes it has what still fits."""
        rows = self._galley.rows(start, stop)
        owes = 0
        if self._notes:
            while stop > start + 1 and self.note_rows(start, stop, owed, 0) + rows > limit:
                stop -= 1
                rows = self._galley.rows(start, stop)
            room = int(((limit - rows) * self._leading - self._notes.gap + 0.01) // self._notes.leading)
            count = self._notes.feet[stop] - self._notes.feet[start] + owed
            owes = self._parted(stop, count - max(0, room), count) if count > room else 0
            rows += self.note_rows(start, stop, owed, owes)
        able = self._able(start, stop, limit - rows)
        return Fill(start, stop, rows, able, costs.LAST_RESORT, 0.0, floated, (), owed, owes)

    def note_rows(self, start: int, end: int, owed: int, owes: int) -> int:
        """The rows that notes take at the foot of a column."""
        if not self._notes:
            return 0
        count = self._notes.feet[end] - self._notes.feet[start] + owed - owes
        return -int(-(self._notes.height(count) - 0.01) // self._leading) if count else 0

    def _owes(self, start: int, end: int, room: int, owed: int) -> int:
        """How many lines of its notes a column with so many rows left cannot hold; -1 when that is too many.

        What was owed stands before all others. Only the last note may go on, NOTE_LEAST lines of it on each side of the end:
        a note whose first lines do not stand below its mark is not found.
        """
        assert self._notes  # noqa: S101  asked by the callers
        count = self._notes.feet[end] - self._notes.feet[start] + owed
        if self.note_rows(start, end, owed, 0) <= room:
            return 0
        fitting = int((room * self._leading - self._notes.gap + 0.01) // self._notes.leading)
        last = self._notes.last(self._notes.feet[end])
        owes = max(count - fitting, NOTE_LEAST)
        return -1 if fitting < 0 or last > count - owed or owes > last - NOTE_LEAST else owes

    def _parted(self, end: int, owes: int, most: int) -> int:
        """The lines of notes that go on after piece `end`: at least `owes`, and as few more as keep lines together."""
        assert self._notes  # noqa: S101  asked by the callers
        foot = self._notes.feet[end]
        return next((count for count in range(owes, most) if self._notes.may_part(foot - count)), owes)

    def notes_of(self, column: Column) -> tuple[tuple[Ingredient, ...], ...]:
        """The lines of notes at the foot of a column."""
        if not self._notes:
            return ()
        feet = self._notes.feet
        return self._notes.lines[feet[column.start] - column.owed : feet[column.end] - column.owes]

    def _with_floats(self, start: int, limit: int, floated: int, owed: int) -> list[Fill]:
        """The ways to fill a column that hold floats: for each end and count of floats the cheapest arrangement."""
        found: list[Fill] = []
        high = 0
        for count in range(1, FLOATS_TOGETHER + 1):
            number = floated + count - 1
            if number >= len(self._floats) or self._distant(start, limit, number):
                break
            high += self._arranger.rows[number]
            if high > limit:
                break
            waiting = costs.NO_TEXT if start < self._end else 0.0
            bare = Fill(start, start, self.note_rows(start, start, owed, 0), 1, waiting, 0.0, floated, (), owed)
            for fill in (*self._find_fills(start, limit - high, floated, owed, FLOAT_ENDS), bare):
                noted = self.note_rows(fill.start, fill.end, fill.owed, fill.owes) if self._notes else 0
                arranged = self._arranger.arranged(fill, limit, count, noted)
                if arranged is not None:
                    found.append(arranged)
        return found

    def _distant(self, start: int, limit: int, number: int) -> bool:
        """Whether the page that a column belongs to cannot come as far as the call of a float."""
        call = self._floats[number].after
        return call > start and self._galley.rows(start, call) > limit * self._columns

    def stack(self, column: Column) -> Stack:
        """A column as it is drawn."""
        found = self._stacks.get(column)
        if found is None:
            if len(self._stacks) > REMEMBERED:
                self._stacks.clear()
            found = self._stacks[column] = self._find_stack(column)
        return found

    def _find_stack(self, column: Column) -> Stack:
        begun = self._galley.begun(column.start)
        if not column.positions:
            return self._galley.stack(column.start, column.end, column.spread, begun)
        pieces = [piece for part in self._arranger.parts(column) for piece in part.pieces]
        return Galley(pieces).stack(0, len(pieces), column.spread, begun)

    def depth(self, column: Column) -> int:
        """The rows that a column takes, its notes among them."""
        # what is let into a column of text has room there: no piece need be placed to count the rows
        rows = self.stack(column).rows if column.positions else self._galley.rows(column.start, column.end) + column.spread
        return rows + self.note_rows(column.start, column.end, column.owed, column.owes)

    def below_ground(self, column: Column) -> float:
        """The points at the foot of a column that lie below the ground of a box."""
        last = self._arranger.parts(column)[-1].last if column.positions else self._galley.pieces[column.end - 1]
        return last.group.inset_bottom if last.group and column.end > column.start else 0.0

    def _able(self, start: int, end: int, short: int) -> int:
        """The bits of the rows that may be let in between the pieces from `start` to before `end`, which lack so many."""
        elastic, reluctant = self._galley.slack(start, end)
        return self._ways(elastic, reluctant, short) if elastic else 1

    def _full_before(self, start: int, limit: int) -> int:
        """Before which piece a column of `limit` rows from `start` is full."""
        return bisect_right(self._galley.feet, limit + self._galley.above[start], start, self._end)

    def full(self, start: int, limit: int, floated: int = 0, owed: int = 0, call: int | None = None) -> list[Way]:
        """The best ways to fill a whole page of `limit` rows from piece `start` when not all fits, the cheapest first.

        One for each end and number of floats. A float stands on no page before that of its call; `call` is that of the last
        float below these columns, where there is one.
        """
        key = start, limit, floated, owed, call
        found = self._full.get(key)
        if found is None:
            if len(self._full) > REMEMBERED:
                self._full.clear()
            found = self._full[key] = self._find_full(start, limit, floated, owed, call)
        return found

    def columns(self, way: Way) -> Columns:
        """The columns of a way to fill a page."""
        return _columns(way.fills, way.foot, way.cost)

    def _find_full(self, start: int, limit: int, floated: int, owed: int, call: int | None) -> list[Way]:
        first: list[tuple[float, list[Fill]]] = [(fill.cost, [fill]) for fill in self.fills(start, limit, floated, owed)]
        if self._columns == 1:
            beginnings: list[tuple[float, list[Fill]]] = [(0.0, [])]
        else:
            beginnings = first
            for _ in range(self._columns - 2):
                beginnings = [
                    (cost + fill.cost, [*way, fill]) for cost, way in beginnings for fill in self._next(way, limit)
                ]
        best: dict[tuple[int, int, int], Way] = {}
        weight, most = self._levels.weight, inf
        for begun, way in sorted(beginnings, key=itemgetter(0)):
            if begun > most:
                break
            deepest = max([other.rows for other in way], default=0)
            for fill in self._next(way, limit) if way else [fill for _, (fill,) in first]:
                least = begun + fill.cost + fill.page_cost
                if call is not None:
                    if fill.end < call:
                        continue
                    least += self.runs_on(fill.end)
                if least > most:
                    continue
                end = fill.end, fill.floated + len(fill.positions), fill.owes
                known = best.get(end)
                if known is not None:
                    # what it lacks of its neighbours' feet, let out as far as it goes, costs at least this
                    lacking = deepest - fill.rows - fill.able.bit_length() + 1
                    if least + (weight * min(lacking * lacking, 400) if lacking > 0 else 0.0) >= known.cost:
                        continue
                if end[1] > floated and self._floats[end[1] - 1].after > fill.end:
                    continue
                whole = [*way, fill]
                cost, foot = self._levels.level(whole, limit)
                if known is None or least + cost < known.cost:
                    best[end] = Way(least + cost, foot, whole)
                    most = self._most(best.values())
        return sorted(best.values(), key=attrgetter("cost"))[: self._bounds.branches]

    def runs_on(self, end: int) -> float:
        """The demerits of a float across the page between piece `end` and the one before it."""
        return self._galley.pieces[end - 1].runs_on if end else 0.0

    def _most(self, ways: Iterable[Way]) -> float:
        """The demerits above which a way is not gone on with, where there are these."""
        ranked, branches = sorted([way.cost for way in ways]), self._bounds.branches
        return min(ranked[0] + self._bounds.margin, ranked[branches - 1] if len(ranked) >= branches else inf)

    def _next(self, way: list[Fill], limit: int) -> list[Fill]:
        """The ways to go on with one more column."""
        last = way[-1]
        return self.fills(last.end, limit, last.floated + len(last.positions), last.owes)

    def forced(self, start: int, limit: int, floated: int = 0, owed: int = 0) -> Columns:
        """One column with the piece at `start` and as many more as `limit` rows hold: when there is no other way."""
        alone = self._notes_alone(start, limit, floated, owed) if start == self._end else []
        stop = max(start + 1, self._full_before(start, limit)) if start < self._end else start
        fill = alone[0] if alone else self._last_resort(start, stop, limit, floated, owed)
        return Columns((Column(start, fill.end, 0, floated, (), owed, fill.owes),), fill.rows, costs.LAST_RESORT)

    def balanced(self, start: int, limit: int, floated: int = 0, owed: int = 0) -> Columns | None:
        """All that is left from `start`, in columns as shallow and level as they go; None when they exceed `limit` rows.

        What was found with more rows holds for fewer, if it takes no more of them.
        """
        key = start, floated, owed
        known = self._balanced.get(key)
        if known is not None and known[0] >= limit and (known[1] is None or known[1].depth <= limit):
            return known[1]
        found = self._find_balanced(start, limit, floated, owed)
        self._balanced[key] = limit, found
        return found

    def _find_balanced(self, start: int, limit: int, floated: int, owed: int) -> Columns | None:
        if start == self._end and owed and floated == len(self._floats):
            return self._rest_of_notes(start, limit, floated, owed)
        high = sum(self._arranger.rows[floated:])
        total = self._galley.rows(start, self._end) + high + self.note_rows(start, self._end, owed, 0)
        least = max(1, -(-total // self._columns) - 4)
        if least > limit or not total:
            return None
        best: tuple[float, int, list[Fill]] | None = None
        deepest = limit
        depth = least
        while depth <= deepest and (best is None or costs.DEPTH * (depth - least) < best[0]):
            left = best[0] - costs.DEPTH * (depth - least) + ROUNDING if best else inf
            for way in self._partitions(start, depth, self._columns, (floated, owed), left):
                cost = _least(way) + costs.DEPTH * (depth - least) + costs.UNUSED * (self._columns - len(way))
                if best is None or cost < best[0]:
                    cost += self._levels.unevenness(way, depth, last_free=True)
                    if best is None or cost < best[0]:
                        best = cost, depth, way
            if best is not None and deepest == limit:
                deepest = min(limit, depth + 4)
            depth += 1
        if best is None:
            return None
        cost, depth, way = best
        return _columns(way, depth, cost, last_free=True)

    def _rest_of_notes(self, start: int, limit: int, floated: int, owed: int) -> Columns | None:
        """What is left, lines of notes, in one column, for no text stands above them; None where it does not hold them."""
        fills = self._notes_alone(start, limit, floated, owed)
        return _columns(fills, fills[0].rows, 0.0) if fills and not fills[0].owes else None

    def _partitions(
        self, start: int, depth: int, columns: int, done: tuple[int, int], left: float = inf
    ) -> list[list[Fill]]:
        """The ways to put all pieces from `start`, all floats and all notes into at most `columns` columns of `depth` rows.

        `done` are the floats that have been placed before, and the lines of notes that are owed. Some ways that cost more
        than `left` are left out.
        """
        floated, owed = done
        rows = self._galley.rows(start, self._end) + self.note_rows(start, self._end, owed, 0)
        rest = self._arranger.rows[floated:]
        if not rest and rows <= depth:
            able = self._able(start, self._end, depth - rows)
            return [[Fill(start, self._end, rows, able, 0.0, 0.0, floated, (), owed)]]
        if not _may_hold(rows + sum(rest), depth, columns):
            return []
        found = []
        for fill in reversed(self.fills(start, depth, floated, owed)[-12 if not rest else 0 :]):
            placed = floated + len(fill.positions)
            if fill.end == self._end and placed == len(self._floats) and not fill.owes:
                found.append([fill])
                continue
            if not rest and not self._notes and not _may_hold(self._galley.rows(fill.end, self._end), depth, columns - 1):
                break  # less in this column leaves more for the others
            if columns > 1 and fill.cost <= left:
                others = self._partitions(fill.end, depth, columns - 1, (placed, fill.owes), left - fill.cost)
                found += [[fill, *other] for other in others]
        return found[::-1]

    def let_out(self, columns: Columns, left: int, *, again: bool = True, seen: bool = False) -> Columns:
        """The same columns, all of them deeper by as many of `left` rows as they can be let out by, with the demerits.

        `again`: a lone column's series may be let out twice. `seen`: readers see the white that is let in: one that goes on
        overleaf, too, and a column that ends short may be let out by what it lacks besides.
        """
        depths = [self.depth(column) for column in columns.columns] if seen else [columns.depth] * len(columns.columns)
        lacking = [max(depths) - depth for depth in depths]
        common, lone = ~0, again and len(columns.columns) == 1
        ways = []
        for column, lack in zip(columns.columns, lacking, strict=True):
            able = self._ways_to_let_out(column, left + lack, lone=lone, seen=seen)
            ways.append(able)
            common &= reduce(or_, [able >> rows for rows in range(lack + 1)])
            if most(common, left) <= 0:
                return columns
        more = most(common, left)
        wider = []
        for column, lack, able in zip(columns.columns, lacking, ways, strict=True):
            wider.append(msgspec.structs.replace(column, spread=column.spread + most(able, more + lack)))
        cost = costs.SPREAD * sum([new.spread**2 - old.spread**2 for new, old in zip(wider, columns.columns, strict=True)])
        return Columns(tuple(wider), max(columns.depth, max(depths) + more), columns.cost + cost)

    def _ways_to_let_out(self, column: Column, left: int, *, lone: bool, seen: bool) -> int:
        """The bits of the rows that may be let in besides those that have been, where `left` are lacking."""
        slack = self._arranger.slack(column) if column.positions else self._galley.slack(column.start, column.end)
        elastic, reluctant = slack
        able = self._all_ways(elastic, reluctant, left + column.spread)
        # a series that goes on overleaf looks there as it does here, unless white would be seen
        whole = lone and (seen or (column.start == 0 and column.end == self._end))
        second = twice(elastic, left + column.spread, seen=seen) if whole else 0
        if second:
            able |= 1 << (able.bit_length() - 1 + second)
        return able >> column.spread


def _may_hold(rows: int, depth: int, columns: int) -> bool:
    """Whether so many rows may find room in columns of `depth` rows: what stands at their heads may take less there."""
    return rows <= depth * columns + 8 * (columns - 1)


def _beside_rows(pieces: Sequence[Piece]) -> list[int]:
    """How many rows of the margin column the pieces before each one take, with the gaps; none where nothing stands there."""
    if not any(piece.beside for piece in pieces):
        return []
    return [*accumulate([sum([one.rows + BESIDE_GAP for one in piece.beside]) for piece in pieces], initial=0)]


def _least(way: list[Fill]) -> float:
    """The demerits of a choice of columns that no common foot changes."""
    return way[-1].page_cost + sum([fill.cost for fill in way])


def _columns(way: list[Fill], foot: int, cost: float, *, last_free: bool = False) -> Columns:
    """The columns of a way, let out to `foot` rows."""
    found = []
    for fill in way:
        spread = spread_of(fill, foot - fill.rows, free=last_free and fill is way[-1])
        found.append(Column(fill.start, fill.end, spread, fill.floated, fill.positions, fill.owed, fill.owes))
    return Columns(tuple(found), foot, cost)
