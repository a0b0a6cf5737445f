"""Pieces into columns: whole numbers in, break positions out.

Comes: pieces with their heights in rows and the costs of a break after each. Goes: where the columns end, and how many rows
each may be let out to reach a common foot. Promise: every piece is placed once, in order. Knows no points and no page.
The costs are demerits in the sense of Knuth and Plass (1981), for columns instead of lines.
"""

from collections.abc import Sequence

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


class Fill(msgspec.Struct, frozen=True, order=True):
    """A column that ends before piece `end`: its rows, the rows it could be let out by, and the cost of ending there."""

    end: int
    rows: int
    slack: int
    cost: float
    page_cost: float


class Columns(msgspec.Struct, frozen=True):
    """A choice of columns: where each ends, rows let in for each, the depth in rows and the demerits."""

    ends: tuple[int, ...]
    spreads: tuple[int, ...]
    depth: int
    cost: float


class Filler:
    """Chooses column ends among the pieces of one segment. Holds nothing but what it has already worked out."""

    def __init__(self, pieces: Sequence[Piece], columns: int, *, level: bool = True) -> None:
        self._pieces = pieces
        self._columns = columns
        self._uneven = (UNEVEN_COST, LAST_UNEVEN_COST) if level else (RAGGED_COST, RAGGED_COST)
        self._runs: dict[int, tuple[int, list[Fill], list[Fill]]] = {}
        self._fills: dict[tuple[int, int], list[Fill]] = {}
        self._rows_from = _rows_from(pieces)

    def fills(self, start: int, limit: int) -> list[Fill]:
        """The ways to fill one column of at most `limit` rows from piece `start`; none when its first does not fit."""
        found = self._fills.get((start, limit))
        if found is None:
            found = self._fills[start, limit] = self._find_fills(start, limit)
        return found

    def _find_fills(self, start: int, limit: int) -> list[Fill]:
        allowed, forced = self._run(start, limit)
        near = [fill for fill in allowed if fill.rows <= limit]
        if near:
            deepest = near[-1].rows
            return [fill for fill in near if fill.rows >= deepest - REACH]
        return [fill for fill in forced if fill.rows <= limit][-1:]

    def _run(self, start: int, limit: int) -> tuple[list[Fill], list[Fill]]:
        known = self._runs.get(start)
        if known is None or known[0] < limit:
            allowed, forced = self._measure(start, limit + REACH)
            known = self._runs[start] = (limit + REACH, allowed, forced)
        return known[1], known[2]

    def _measure(self, start: int, limit: int) -> tuple[list[Fill], list[Fill]]:
        """Every end of a column from `start` up to `limit` rows: the allowed ones and, for need, the forbidden ones."""
        rows = slack = 0
        group = None
        allowed: list[Fill] = []
        forced: list[Fill] = []
        for index in range(start, len(self._pieces)):
            piece = self._pieces[index]
            if piece.group is not group:
                rows += group.close_rows if group else 0
                group = piece.group
                if group:
                    rows += group.open_rows + (group.lead if index > start else 0)
            if index > start:
                rows += piece.lead
                slack += piece.stretchable
            rows += piece.rows
            depth = rows + (group.close_rows if group else 0)
            if depth > limit and (allowed or forced):
                break
            last = index + 1 == len(self._pieces)
            cost = 0.0 if last else piece.break_cost
            if cost < FORBIDDEN:
                allowed.append(Fill(index + 1, depth, slack, cost, 0 if last else piece.page_break_cost))
            else:
                forced.append(Fill(index + 1, depth, slack, LAST_RESORT, 0))
        return allowed, forced

    def full(self, start: int, limit: int) -> list[Columns]:
        """Ways to fill a whole page of `limit` rows from piece `start` when not all fits: the best for each end."""
        ways: list[list[Fill]] = [[]]
        for _ in range(self._columns):
            ways = [[*way, fill] for way in ways for fill in self.fills(way[-1].end if way else start, limit)]
        best: dict[int, Columns] = {}
        for way in ways:
            end = way[-1].end
            if end in best and sum([fill.cost for fill in way]) >= best[end].cost:
                continue
            columns = self._level(way, limit)
            if end not in best or columns.cost < best[end].cost:
                best[end] = columns
        return sorted(best.values(), key=lambda columns: columns.cost)

    def forced(self, start: int, limit: int) -> Columns:
        """One column with the piece at `start` and as many more as `limit` rows hold: when there is no other way."""
        allowed, forced = self._run(start, limit)
        fits = [fill for fill in (*allowed, *forced) if fill.rows <= limit] or [min((*allowed, *forced))]
        fill = max(fits)
        return Columns((fill.end,), (0,), fill.rows, LAST_RESORT)

    def balanced(self, start: int, limit: int) -> Columns | None:
        """All pieces from `start` in columns as shallow and level as they go, or None when `limit` rows do not hold them."""
        total = self._rows_from[start]
        least = max(1, -(-total // self._columns) - 4)
        if least > limit:
            return None
        best: Columns | None = None
        deepest = limit
        depth = least
        while depth <= deepest:
            for ends in self._partitions(start, depth, self._columns):
                columns = self._level(ends, depth, last_free=True)
                cost = columns.cost + DEPTH_COST * (depth - least) + UNUSED_COST * (self._columns - len(ends))
                if best is None or cost < best.cost:
                    best = msgspec.structs.replace(columns, cost=cost)
            if best is not None and deepest == limit:
                deepest = min(limit, depth + 4)
            depth += 1
        return best

    def _partitions(self, start: int, depth: int, columns: int) -> list[list[Fill]]:
        """The ways to put all pieces from `start` into at most `columns` columns of `depth` rows."""
        fills = self.fills(start, depth)
        whole = [fill for fill in fills if fill.end == len(self._pieces)]
        if whole:
            return [[whole[-1]]]
        if columns == 1:
            return []
        return [
            [fill, *rest]
            for fill in fills[-12:]
            if self._rows_from[fill.end] <= depth * (columns - 1) + 8
            for rest in self._partitions(fill.end, depth, columns - 1)
        ]

    def _level(self, way: list[Fill], limit: int, *, last_free: bool = False) -> Columns:
        """Let columns out to a common foot at or above `limit` rows, the cheapest; `last_free`: the last may end short."""
        ends = tuple([fill.end for fill in way])
        best = Columns(ends, *self._foot(way, limit, limit, last_free))
        if last_free:
            return best
        foot = limit - 1
        deepest = max([fill.rows for fill in way])
        while foot >= deepest and SHORT_COST * (limit - foot) ** 2 < best.cost:
            spreads, depth, cost = self._foot(way, limit, foot, last_free)
            if cost < best.cost:
                best = Columns(ends, spreads, depth, cost)
            foot -= 1
        return best

    def _foot(self, way: list[Fill], limit: int, foot: int, last_free: bool) -> tuple[tuple[int, ...], int, float]:
        """The rows to let columns out to `foot` rows as far as they go; that depth and the demerits."""
        spreads = []
        cost = way[-1].page_cost + (0.0 if last_free else SHORT_COST * (limit - foot) ** 2)
        for number, fill in enumerate(way):
            short = foot - fill.rows
            free = last_free and number + 1 == len(way)
            spread = 0 if free and short > SPREAD_MOST else min(short, fill.slack, SPREAD_MOST)
            spreads.append(spread)
            weight = self._uneven[1 if free else 0]
            cost += fill.cost + SPREAD_COST * spread**2 + weight * min((short - spread) ** 2, 400)
        return tuple(spreads), foot, cost


def _rows_from(pieces: Sequence[Piece]) -> list[int]:
    """For each piece the rows of it and all that follow, set in one column."""
    sums = [0]
    following = None
    for piece in reversed(pieces):
        rows = sums[-1] + piece.rows + piece.lead
        if piece.group is not following and piece.group:
            rows += piece.group.open_rows + piece.group.close_rows + piece.group.lead
        following = piece.group
        sums.append(rows)
    return sums[::-1]
