"""Pieces into columns: whole numbers in, break positions out.

Comes: pieces with their heights in rows and the costs of a break after each. Goes: where the columns end, and how many rows
each may be let out to reach a common foot. Promise: every piece is placed once, in order. Knows no points and no page.
The costs are demerits in the sense of Knuth and Plass (1981), for columns instead of lines.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from operator import itemgetter

import msgspec

from briefgen.layout.pieces import FORBIDDEN, Piece

# A column's end that would be forbidden, when there is no other way at all.
LAST_RESORT = 50_000.0
SPREAD_COST = 28.0  # a row of space let in before a heading or a box, squared
SHORT_COST = 100.0  # rows that all columns of a page lack, squared
UNEVEN_COST = 500.0  # rows that one column lacks more than its neighbours, squared
DEPTH_COST = 24.0  # a row deeper than balanced columns need
LAST_UNEVEN_COST = 50.0  # the same of the last of balanced columns, which may end short
RAGGED_COST = 30.0  # the same where the feet of columns need not be level
UNUSED_COST = 2500.0  # a column left empty
SPREAD_MOST = 3
REACH = 9  # how many rows above the foot an end of a column is looked for
REMEMBERED = 2000  # answers kept in mind: plans of the same page share them, those of later pages seldom


class Fill(msgspec.Struct, frozen=True):
    """A column that ends before piece `end`: its rows, the rows it may be let out by, and the cost of ending there."""

    end: int
    rows: int
    able: int
    cost: float
    page_cost: float


class Columns(msgspec.Struct, frozen=True):
    """A choice of columns: where each ends, rows let in for each, the depth in rows and the demerits."""

    ends: tuple[int, ...]
    spreads: tuple[int, ...]
    depth: int
    cost: float


class Run:
    """The pieces of one segment with sums of their rows, so that no column has to be added up."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces
        self.feet, self.above = _rows_to(pieces)
        self.stretches = [0, *accumulate([piece.stretchable for piece in pieces])]

    def rows(self, start: int, end: int) -> int:
        """The rows of the pieces from `start` to before `end` in one column, with all leads and all that groups take."""
        if start >= end:
            return 0
        first = self.pieces[start]
        lead = first.lead + (first.group.lead if first.group else 0)
        return self.feet[end - 1] - self.above[start] + lead


class Filler:
    """Chooses column ends among the pieces of a run before `end`. Holds nothing but what it has already worked out."""

    def __init__(self, run: Run, columns: int, *, end: int | None = None, level: bool = True) -> None:
        self._run = run
        self._end = len(run.pieces) if end is None else end
        self._columns = columns
        self._uneven = (UNEVEN_COST, LAST_UNEVEN_COST) if level else (RAGGED_COST, RAGGED_COST)
        self._fills: dict[tuple[int, int], list[Fill]] = {}
        self._levels: dict[tuple[int, tuple[tuple[int, int], ...]], tuple[float, int]] = {}

    def fills(self, start: int, limit: int) -> list[Fill]:
        """The ways to fill one column of at most `limit` rows from piece `start`; none when its first does not fit."""
        found = self._fills.get((start, limit))
        if found is None:
            if len(self._fills) > REMEMBERED:
                self._fills.clear()
            found = self._fills[start, limit] = self._find_fills(start, limit)
        return found

    def _find_fills(self, start: int, limit: int) -> list[Fill]:
        """The allowed ends within REACH of the deepest of them; the deepest of the forbidden ones when there is none."""
        if start == self._end:
            return []
        feet, above = self._run.feet, self._run.above[start]
        stop = self._full_before(start, limit)
        found: list[Fill] = []
        for index in range(stop - 1, start - 1, -1):
            rows = feet[index] - above
            if found and rows < found[0].rows - REACH:
                break
            piece = self._run.pieces[index]
            if index + 1 == self._end:
                found.append(Fill(index + 1, rows, self._able(start, index), 0.0, 0.0))
            elif piece.break_cost < FORBIDDEN:
                found.append(Fill(index + 1, rows, self._able(start, index), piece.break_cost, piece.page_break_cost))
        if not found and stop > start:
            return [Fill(stop, feet[stop - 1] - above, self._able(start, stop - 1), LAST_RESORT, 0.0)]
        return found[::-1]

    def _able(self, start: int, last: int) -> int:
        """The rows that may be let in between the pieces from `start` to `last`, both included."""
        return min(SPREAD_MOST, self._run.stretches[last + 1] - self._run.stretches[start + 1])

    def _full_before(self, start: int, limit: int) -> int:
        """Before which piece a column of `limit` rows from `start` is full."""
        return bisect_right(self._run.feet, limit + self._run.above[start], start, self._end)

    def full(self, start: int, limit: int) -> list[Columns]:
        """Ways to fill a whole page of `limit` rows from piece `start` when not all fits: the best for each end."""
        ways: list[list[Fill]] = [[]]
        for _ in range(self._columns):
            ways = [[*way, fill] for way in ways for fill in self.fills(way[-1].end if way else start, limit)]
        best: dict[int, tuple[float, int, list[Fill]]] = {}
        for way in ways:
            end = way[-1].end
            least = _least(way)
            if end in best and least >= best[end][0]:
                continue
            cost, foot = self._level(way, limit)
            cost += least
            if end not in best or cost < best[end][0]:
                best[end] = cost, foot, way
        ranked = sorted(best.values(), key=itemgetter(0))
        return [Columns(_ends(way), _spreads(way, foot), foot, cost) for cost, foot, way in ranked]

    def forced(self, start: int, limit: int) -> Columns:
        """One column with the piece at `start` and as many more as `limit` rows hold: when there is no other way."""
        stop = max(start + 1, self._full_before(start, limit))
        return Columns((stop,), (0,), self._run.feet[stop - 1] - self._run.above[start], LAST_RESORT)

    def balanced(self, start: int, limit: int) -> Columns | None:
        """All pieces from `start` in columns as shallow and level as they go, or None when `limit` rows do not hold them."""
        total = self._run.rows(start, self._end)
        least = max(1, -(-total // self._columns) - 4)
        if least > limit:
            return None
        best: tuple[float, int, list[Fill]] | None = None
        deepest = limit
        depth = least
        while depth <= deepest and (best is None or DEPTH_COST * (depth - least) < best[0]):
            for way in self._partitions(start, depth, self._columns):
                cost = _least(way) + DEPTH_COST * (depth - least) + UNUSED_COST * (self._columns - len(way))
                if best is None or cost < best[0]:
                    cost += self._unevenness(way, depth, last_free=True)
                    if best is None or cost < best[0]:
                        best = cost, depth, way
            if best is not None and deepest == limit:
                deepest = min(limit, depth + 4)
            depth += 1
        if best is None:
            return None
        cost, depth, way = best
        return Columns(_ends(way), _spreads(way, depth, last_free=True), depth, cost)

    def _partitions(self, start: int, depth: int, columns: int) -> list[list[Fill]]:
        """The ways to put all pieces from `start` into at most `columns` columns of `depth` rows."""
        last = self._end - 1
        rows = self._run.feet[last] - self._run.above[start]
        if rows <= depth:
            return [[Fill(last + 1, rows, self._able(start, last), 0.0, 0.0)]]
        if columns == 1:
            return []
        return [
            [fill, *rest]
            for fill in self.fills(start, depth)[-12:]
            if self._run.rows(fill.end, self._end) <= depth * (columns - 1) + 8
            for rest in self._partitions(fill.end, depth, columns - 1)
        ]

    def _level(self, way: list[Fill], limit: int) -> tuple[float, int]:
        """The demerits of the cheapest common foot at or above `limit` rows, and that foot. Pages of a list ask alike."""
        key = limit, tuple([(fill.rows, fill.able) for fill in way])
        found = self._levels.get(key)
        if found is None:
            if len(self._levels) > REMEMBERED:
                self._levels.clear()
            found = self._levels[key] = self._find_level(way, limit)
        return found

    def _find_level(self, way: list[Fill], limit: int) -> tuple[float, int]:
        best = self._unevenness(way, limit)
        best_foot = limit
        deepest = max([fill.rows for fill in way])
        for foot in range(limit - 1, deepest - 1, -1):
            cost = SHORT_COST * (limit - foot) ** 2
            if cost >= best:
                break
            cost += self._unevenness(way, foot)
            if cost < best:
                best, best_foot = cost, foot
        return best, best_foot

    def _unevenness(self, way: list[Fill], foot: int, *, last_free: bool = False) -> float:
        """The demerits of letting columns out to `foot` rows as far as they go; `last_free`: the last may end short."""
        cost = 0.0
        weight, last_weight = self._uneven
        for fill in way:
            short = foot - fill.rows
            if not short:
                continue
            free = last_free and fill is way[-1]
            spread = _spread(fill, short, free=free)
            missing = short - spread
            cost += SPREAD_COST * spread * spread + (last_weight if free else weight) * min(missing * missing, 400)
        return cost


def _least(way: list[Fill]) -> float:
    """The demerits of a choice of columns that no common foot changes."""
    return way[-1].page_cost + sum([fill.cost for fill in way])


def _ends(way: list[Fill]) -> tuple[int, ...]:
    return tuple([fill.end for fill in way])


def _spreads(way: list[Fill], foot: int, *, last_free: bool = False) -> tuple[int, ...]:
    return tuple([_spread(fill, foot - fill.rows, free=last_free and fill is way[-1]) for fill in way])


def _spread(fill: Fill, short: int, *, free: bool) -> int:
    """The rows let into a column that lacks `short` rows; what may end short, and lacks many, is left alone."""
    if short <= fill.able:
        return short
    return 0 if free and short > SPREAD_MOST else fill.able


def _rows_to(pieces: Sequence[Piece]) -> tuple[list[int], list[int]]:
    """For each piece the row at which a column ends after it, when all are set in one; and the row at which one begins
    before it: the head of a column takes no lead, and what the group of its first piece takes at its opening.
    """
    rows = 0
    group = None
    feet = []
    above = []
    for piece in pieces:
        if piece.group is not group:
            rows += group.close_rows if group else 0
            group = piece.group
            rows += group.open_rows + group.lead if group else 0
        rows += piece.lead + piece.rows
        feet.append(rows + (group.close_rows if group else 0))
        above.append(rows - piece.rows - (group.open_rows if group else 0))
    return feet, above
