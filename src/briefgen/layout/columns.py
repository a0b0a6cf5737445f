"""Pieces into columns: whole numbers in, break positions out.

Comes: galleys with the costs of a break after each piece, and floats. Goes: where the columns end, which floats stand where
in them, and how many rows each may be let out to reach a common foot. Promise: every piece is placed once, in order. Knows
no points and no page. What is disliked, and how much, is in `costs`.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import Literal

import msgspec

from briefgen.layout import costs
from briefgen.layout.galley import Galley, Stack, gap
from briefgen.layout.pieces import FORBIDDEN, Float, Piece

SPREAD_LIMIT = 3  # rows let into a column
REACH = 9  # how many rows above the foot an end of a column is looked for
REMEMBERED = 2000  # answers kept in mind: plans of the same page share them, those of later pages seldom
FLOATS_TOGETHER = 3  # floats in one column

Position = Literal["head", "amid", "foot"]
_HEAD: tuple[Position, ...] = ("head",)
_AMID: tuple[Position, ...] = ("amid",)
_FOOT: tuple[Position, ...] = ("foot",)


class Fill(msgspec.Struct, frozen=True):
    """A column that ends before piece `end`: its rows, the rows it may be let out by, and the cost of ending there.

    `positions` has the place of each float from number `floated` on that stands in it.
    """

    start: int
    end: int
    rows: int
    able: int
    cost: float
    page_cost: float
    floated: int = 0
    positions: tuple[Position, ...] = ()


class Column(msgspec.Struct, frozen=True):
    """Pieces from `start` to before `end`, with the floats from number `floated` on at these positions; rows let in."""

    start: int
    end: int
    spread: int = 0
    floated: int = 0
    positions: tuple[Position, ...] = ()


class Columns(msgspec.Struct, frozen=True):
    """A choice of columns, their depth in rows and the demerits."""

    columns: tuple[Column, ...]
    depth: int
    cost: float

    @property
    def end(self) -> int:
        """The piece before which the last column ends."""
        return self.columns[-1].end

    @property
    def floated(self) -> int:
        """How many floats of the segment have been placed."""
        return self.columns[-1].floated + len(self.columns[-1].positions)


class Stretch(msgspec.Struct, frozen=True):
    """The pieces from `start` to before `end` of a galley, where a column holds them."""

    galley: Galley
    start: int
    end: int

    @property
    def pieces(self) -> Sequence[Piece]:
        return self.galley.pieces[self.start : self.end]

    @property
    def first(self) -> Piece:
        return self.galley.pieces[self.start]

    @property
    def last(self) -> Piece:
        return self.galley.pieces[self.end - 1]

    @property
    def rows(self) -> int:
        return self.galley.rows(self.start, self.end)

    @property
    def stretches(self) -> int:
        """How many of its pieces may have a row more before them."""
        return self.galley.stretches[self.end] - self.galley.stretches[self.start]


class Filler:
    """Chooses column ends among the pieces of a galley. Holds nothing but what it has already worked out.

    `floats` are those that stand in columns, in the order of their calls.
    """

    def __init__(self, galley: Galley, columns: int, floats: Sequence[Float] = (), *, level: bool = True) -> None:
        self._galley = galley
        self._end = len(galley.pieces)
        self._columns = columns
        self._floats = floats
        self._floating = [Galley(floating.pieces) for floating in floats]
        self._uneven = (costs.UNEVEN, costs.LAST_UNEVEN) if level else (costs.RAGGED, costs.RAGGED)
        self._fills: dict[tuple[int, int, int], list[Fill]] = {}
        self._levels: dict[tuple[int, tuple[tuple[int, int], ...]], tuple[float, int]] = {}

    def fills(self, start: int, limit: int, floated: int = 0) -> list[Fill]:
        """The ways to fill one column of at most `limit` rows from piece `start`, when `floated` floats have been placed."""
        key = start, limit, floated
        found = self._fills.get(key)
        if found is None:
            if len(self._fills) > REMEMBERED:
                self._fills.clear()
            found = self._find_fills(start, limit, floated)
            if floated < len(self._floats):
                found = [*found, *self._with_floats(start, limit, floated)]
            self._fills[key] = found
        return found

    def _find_fills(self, start: int, limit: int, floated: int) -> list[Fill]:
        """The allowed ends within REACH of the deepest of them; the deepest of the forbidden ones when there is none."""
        if start == self._end:
            return []
        feet, above = self._galley.feet, self._galley.above[start]
        stop = self._full_before(start, limit)
        found: list[Fill] = []
        for index in range(stop - 1, start - 1, -1):
            rows = feet[index] - above
            if found and rows < found[0].rows - REACH:
                break
            piece = self._galley.pieces[index]
            if index + 1 == self._end:
                found.append(Fill(start, index + 1, rows, self._able(start, index + 1), 0.0, 0.0, floated))
            elif piece.break_cost < FORBIDDEN:
                able = self._able(start, index + 1)
                found.append(Fill(start, index + 1, rows, able, piece.break_cost, piece.page_break_cost, floated))
        if not found and stop > start:
            able = self._able(start, stop)
            return [Fill(start, stop, feet[stop - 1] - above, able, costs.LAST_RESORT, 0.0, floated)]
        return found[::-1]

    def _with_floats(self, start: int, limit: int, floated: int) -> list[Fill]:
        """The ways to fill a column that hold floats: for each end and count of floats the cheapest arrangement."""
        best: dict[tuple[int, int], Fill] = {}
        for count in range(1, min(FLOATS_TOGETHER, len(self._floats) - floated) + 1):
            high = sum(self._floating[number].feet[-1] for number in range(floated, floated + count))
            if high > limit:
                break
            for positions in _arrangements(count):
                for fill in self._arranged(start, limit, floated, positions):
                    key = fill.end, count
                    if key not in best or (fill.cost, -fill.rows) < (best[key].cost, -best[key].rows):
                        best[key] = fill
        return list(best.values())

    def _arranged(self, start: int, limit: int, floated: int, positions: tuple[Position, ...]) -> Iterator[Fill]:
        """Columns with floats in one arrangement: the text is filled into what these leave."""
        high = sum([self._floating[floated + number].feet[-1] for number in range(len(positions))])
        bare = Fill(start, start, 0, 0, costs.NO_TEXT if start < self._end else 0.0, 0.0, floated)
        for fill in (*self._find_fills(start, limit - high, floated), bare):
            column = Column(start, fill.end, 0, floated, positions)
            cost = self._cost(column)
            if cost == FORBIDDEN:
                continue
            parts = self._parts(column)
            rows = sum([part.rows for part in parts]) + sum([gap(one.last, other.first) for one, other in pairwise(parts)])
            if rows <= limit:
                able = sum([part.stretches for part in parts]) - parts[0].first.stretchable
                able = min(SPREAD_LIMIT, able)
                yield Fill(start, fill.end, rows, able, fill.cost + cost, fill.page_cost, floated, positions)

    def _cost(self, column: Column) -> float:
        """The demerits of floats at these places in a column with this text; FORBIDDEN where one cannot stand there."""
        cost = 0.0
        for number, position in enumerate(column.positions, column.floated):
            call = self._floats[number].after
            if position == "amid":
                if not column.start < call < column.end:
                    return FORBIDDEN
                cost += costs.AMID + self._galley.pieces[call - 1].break_cost
            elif call > column.end:
                cost += costs.EARLY
            elif call < column.start:
                cost += costs.LATE
            elif call != (column.start if position == "head" else column.end):
                cost += costs.AWAY
        return cost

    def _parts(self, column: Column) -> list[Stretch]:
        """What stands in a column, from head to foot: floats, and the text between them."""
        parts: list[Stretch] = []
        done = column.start
        for number, position in enumerate(column.positions, column.floated):
            stop = {"head": done, "amid": self._floats[number].after, "foot": column.end}[position]
            if stop > done:
                parts.append(Stretch(self._galley, done, stop))
            done = max(done, stop)
            parts.append(Stretch(self._floating[number], 0, len(self._floats[number].pieces)))
        if column.end > done:
            parts.append(Stretch(self._galley, done, column.end))
        return parts

    def stack(self, column: Column) -> Stack:
        """A column as it is drawn."""
        begun = self._galley.begun(column.start)
        if not column.positions:
            return self._galley.stack(column.start, column.end, column.spread, begun)
        pieces = [piece for part in self._parts(column) for piece in part.pieces]
        return Galley(pieces).stack(0, len(pieces), column.spread, begun)

    def _able(self, start: int, end: int) -> int:
        """The rows that may be let in between the pieces from `start` to before `end`."""
        return min(SPREAD_LIMIT, self._galley.able(start, end))

    def _full_before(self, start: int, limit: int) -> int:
        """Before which piece a column of `limit` rows from `start` is full."""
        return bisect_right(self._galley.feet, limit + self._galley.above[start], start, self._end)

    def full(self, start: int, limit: int, floated: int = 0) -> list[Columns]:
        """Ways to fill a whole page of `limit` rows from piece `start` when not all fits: the best for each end and floats.

        A float stands on no page before that of its call.
        """
        ways: list[list[Fill]] = [[]]
        for _ in range(self._columns):
            ways = [[*way, fill] for way in ways for fill in self._next(way, start, limit, floated)]
        best: dict[tuple[int, int], tuple[float, int, list[Fill]]] = {}
        for way in ways:
            key = way[-1].end, _floated(way)
            if key[1] > floated and self._floats[key[1] - 1].after > key[0]:
                continue
            least = _least(way)
            if key in best and least >= best[key][0]:
                continue
            cost, foot = self._level(way, limit)
            cost += least
            if key not in best or cost < best[key][0]:
                best[key] = cost, foot, way
        ranked = sorted(best.values(), key=itemgetter(0))
        return [_columns(way, foot, cost) for cost, foot, way in ranked]

    def _next(self, way: list[Fill], start: int, limit: int, floated: int) -> list[Fill]:
        return self.fills(way[-1].end, limit, _floated(way)) if way else self.fills(start, limit, floated)

    def forced(self, start: int, limit: int, floated: int = 0) -> Columns:
        """One column with the piece at `start` and as many more as `limit` rows hold: when there is no other way."""
        stop = max(start + 1, self._full_before(start, limit))
        return Columns((Column(start, stop, 0, floated),), self._galley.rows(start, stop), costs.LAST_RESORT)

    def balanced(self, start: int, limit: int, floated: int = 0) -> Columns | None:
        """All that is left from `start`, in columns as shallow and level as they go; None when they exceed `limit` rows."""
        high = sum([galley.feet[-1] for galley in self._floating[floated:]])
        total = self._galley.rows(start, self._end) + high
        least = max(1, -(-total // self._columns) - 4)
        if least > limit or not total:
            return None
        best: tuple[float, int, list[Fill]] | None = None
        deepest = limit
        depth = least
        while depth <= deepest and (best is None or costs.DEPTH * (depth - least) < best[0]):
            for way in self._partitions(start, depth, self._columns, floated):
                cost = _least(way) + costs.DEPTH * (depth - least) + costs.UNUSED * (self._columns - len(way))
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
        return _columns(way, depth, cost, last_free=True)

    def _partitions(self, start: int, depth: int, columns: int, floated: int) -> list[list[Fill]]:
        """The ways to put all pieces from `start`, and all floats, into at most `columns` columns of `depth` rows."""
        rows = self._galley.rows(start, self._end)
        rest = self._floating[floated:]
        if not rest and rows <= depth:
            return [[Fill(start, self._end, rows, self._able(start, self._end), 0.0, 0.0, floated)]]
        if rows + sum([galley.feet[-1] for galley in rest]) > depth * columns + 8 * (columns - 1):
            return []
        found = []
        for fill in self.fills(start, depth, floated)[-12 if not rest else 0 :]:
            done = floated + len(fill.positions)
            if fill.end == self._end and done == len(self._floats):
                found.append([fill])
            elif columns > 1:
                found += [[fill, *others] for others in self._partitions(fill.end, depth, columns - 1, done)]
        return found

    def let_out(self, columns: Columns, left: int) -> Columns:
        """The same columns, all of them deeper by as many of `left` rows as they can be let out by, with the demerits."""
        able = []
        for column in columns.columns:
            pieces = [piece for part in self._parts(column) for piece in part.pieces]
            able.append(sum([piece.stretchable for piece in pieces[1:]]) - column.spread)
        more = min(left, *able)
        if more <= 0:
            return columns
        wider = tuple([msgspec.structs.replace(column, spread=column.spread + more) for column in columns.columns])
        cost = costs.SPREAD * sum([column.spread**2 - (column.spread - more) ** 2 for column in wider])
        return Columns(wider, columns.depth + more, columns.cost + cost)

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
            cost = costs.SHORT * (limit - foot) ** 2
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
            cost += costs.SPREAD * spread * spread + (last_weight if free else weight) * min(missing * missing, 400)
        return cost


def _least(way: list[Fill]) -> float:
    """The demerits of a choice of columns that no common foot changes."""
    return way[-1].page_cost + sum([fill.cost for fill in way])


def _floated(way: list[Fill]) -> int:
    return way[-1].floated + len(way[-1].positions)


def _columns(way: list[Fill], foot: int, cost: float, *, last_free: bool = False) -> Columns:
    """The columns of a way, let out to `foot` rows."""
    found = []
    for fill in way:
        spread = _spread(fill, foot - fill.rows, free=last_free and fill is way[-1])
        found.append(Column(fill.start, fill.end, spread, fill.floated, fill.positions))
    return Columns(tuple(found), foot, cost)


def _spread(fill: Fill, short: int, *, free: bool) -> int:
    """The rows let into a column that lacks `short` rows; what may end short, and lacks many, is left alone."""
    if short <= fill.able:
        return short
    return 0 if free and short > SPREAD_LIMIT else fill.able


def _arrangements(count: int) -> Iterator[tuple[Position, ...]]:
    """The places that `count` floats may have in one column: their order from head to foot is that of the outline."""
    for heads in range(count + 1):
        for amid in range(count - heads + 1):
            feet = count - heads - amid
            yield (*_HEAD * heads, *_AMID * amid, *_FOOT * feet)
