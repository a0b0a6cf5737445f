"""Columns side by side brought to a common foot, and what that costs.

Comes: the rows of each column, and those it may be let out by. Goes: the foot that costs least, and its demerits. Knows
whole numbers only.
"""

from briefgen.layout import costs
from briefgen.layout.measuring.slack import Ways, most
from briefgen.layout.planning.column import REMEMBERED, SPREAD_LIMIT, WITHIN_LIMIT, Fill


class Levels:
    """The cheapest feet of columns; `level`: a reader expects them to end together.

    What is remembered, here and in `ways` (of SPREAD_LIMIT rows at most) and `all_ways`, depends on whole numbers alone:
    columns of all briefs may share it.
    """

    def __init__(self, *, level: bool) -> None:
        self.weight, self._last = (costs.UNEVEN, costs.LAST_UNEVEN) if level else (costs.RAGGED, costs.RAGGED)
        self.ways, self.all_ways = Ways(WITHIN_LIMIT), Ways()
        self._found: dict[tuple[int, tuple[tuple[int, int], ...]], tuple[float, int]] = {}

    def level(self, way: list[Fill], limit: int) -> tuple[float, int]:
        """The demerits of the cheapest common foot at or above `limit` rows, and that foot. Pages of a list ask alike."""
        key = limit, tuple([(fill.rows, fill.able) for fill in way])
        found = self._found.get(key)
        if found is None:
            if len(self._found) > REMEMBERED:
                self._found.clear()
            found = self._found[key] = self._find_level(way, limit)
        return found

    def _find_level(self, way: list[Fill], limit: int) -> tuple[float, int]:
        best = self.unevenness(way, limit)
        best_foot = limit
        deepest = max([fill.rows for fill in way])
        for foot in range(limit - 1, deepest - 1, -1):
            cost = costs.SHORT * (limit - foot) ** 2
            if cost >= best:
                break
            cost += self.unevenness(way, foot)
            if cost < best:
                best, best_foot = cost, foot
        return best, best_foot

    def unevenness(self, way: list[Fill], foot: int, *, last_free: bool = False) -> float:
        """The demerits of letting columns out to `foot` rows as far as they go; `last_free`: the last may end short."""
        cost = 0.0
        weight, last_weight = self.weight, self._last
        for fill in way:
            short = foot - fill.rows
            if not short:
                continue
            free = last_free and fill is way[-1]
            spread = 0 if fill.able == 1 else spread_of(fill, short, free=free)
            missing = short - spread
            cost += costs.SPREAD * spread * spread + (last_weight if free else weight) * min(missing * missing, 400)
        return cost


def spread_of(fill: Fill, short: int, *, free: bool) -> int:
    """The rows let into a column that lacks `short` rows; what may end short, and lacks many, is left alone."""
    return 0 if free and short > SPREAD_LIMIT else most(fill.able, short)
