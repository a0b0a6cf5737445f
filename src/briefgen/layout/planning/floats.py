"""Floats in one column of text: where they may stand, what that costs, and how many rows it takes.

Comes: a galley, the floats that are called in it, and a column of its pieces. Goes: the same column with floats at its head,
between its pieces or at its foot. Promise: floats keep the order of their calls. Knows no page.
"""

from collections.abc import Sequence
from operator import itemgetter

import msgspec

from briefgen.layout import costs
from briefgen.layout.measuring.galley import Galley, gap
from briefgen.layout.measuring.pieces import FORBIDDEN, Float, Piece
from briefgen.layout.measuring.slack import UNITS, Ways
from briefgen.layout.planning.column import (
    POSITIONS,
    REMEMBERED,
    Column,
    Fill,
    Passage,
    Position,
)

Arrangement = tuple[float, tuple[Position, ...]]  # the demerits of floats in a column, and where each stands
HEAD, AMID, FOOT = range(len(POSITIONS))
NEAR: dict[Position, Position] = {"head": "near"}
SCRAPS, REMNANTS = 2, 4  # fewer rows of text beside floats are a scrap, or a remnant


class FloatArranger:
    """Arranges floats, which come in the order of their calls, in columns of a galley."""

    def __init__(self, galley: Galley, floats: Sequence[Float], ways: Ways, *, alone: bool = False) -> None:
        """`ways` has the rows that can be let into a column."""
        self._galley = galley
        self._floats = floats
        self._ways = ways
        self._strays: dict[tuple[int, int], float] = {}  # by the number of a float and the piece before which it stands
        # pages of different plans, and columns of different heights, ask for the same pieces with the same floats
        self._known: dict[tuple[int, int, int, int], list[Arrangement]] = {}
        self._measures: dict[tuple[int, int, int, tuple[Position, ...]], tuple[int, int, int]] = {}
        parting = [piece.runs_on + (piece.break_cost if piece.break_cost < FORBIDDEN else 0.0) for piece in galley.pieces]
        self._cuts = [0.0, *parting]
        self._cuts[-1] = 0.0
        self._alone = alone
        self._amid = costs.AMID_ALONE if alone else costs.AMID
        galleys = [Galley(floating.pieces) for floating in floats]
        self.rows = [floating.feet[-1] for floating in galleys]
        self._whole = [Passage.of(floating, 0, len(floating.pieces)) for floating in galleys]
        self._headed = [_headed(whole) for whole in self._whole]
        self._scant = [whole.last.below_head > 0 for whole in self._whole]

    def arranged(self, fill: Fill, limit: int, count: int, noted: int) -> Fill | None:
        """A column of text with `count` floats, in the cheapest arrangement for which `limit` rows are enough.

        Of these rows its notes take `noted`.
        """
        key = fill.start, fill.end, fill.floated, count
        known = self._known.get(key)
        if known is None:
            if len(self._known) > REMEMBERED:
                self._known.clear()
            known = self._known[key] = self._priced(fill, count)
        room = limit - noted
        if not any(self._scant[fill.floated : fill.floated + count]):
            return self._first(fill, known, room, noted)
        near = [(cost + costs.NEAR, tuple([NEAR.get(each, each) for each in positions])) for cost, positions in known]
        return self._first(fill, known, room, noted) or self._first(fill, near, room, noted)

    def _first(self, fill: Fill, arrangements: list[Arrangement], room: int, noted: int) -> Fill | None:
        """A column of text with floats in the first of these arrangements for which `room` is enough."""
        for cost, positions in arrangements:
            rows, elastic, reluctant = self._measured(fill, positions)
            if rows <= room:
                return Fill(
                    fill.start,
                    fill.end,
                    rows + noted,
                    self._ways(elastic, reluctant, room - rows),
                    fill.cost + cost,
                    fill.page_cost,
                    fill.floated,
                    positions,
                    fill.owed,
                    fill.owes,
                )
        return None

    def _priced(self, fill: Fill, count: int) -> list[Arrangement]:
        """The arrangements of `count` floats in a column with this text that are allowed, the cheapest first.

        Between equals that with the lowest places comes first.
        """
        found: list[tuple[float, int, tuple[Position, ...]]] = [(0.0, 0, ())]
        for number in range(fill.floated, fill.floated + count):
            head, amid, foot = self._prices(fill, number)
            places = ((FOOT, foot), (AMID, amid), (HEAD, head)) if amid < FORBIDDEN else ((FOOT, foot), (HEAD, head))
            # no float stands above one before it
            found = [
                (cost + price, place, (*positions, POSITIONS[place]))
                for cost, above, positions in found
                for place, price in places
                if place >= above
            ]
        found.sort(key=itemgetter(0))
        return [(cost, positions) for cost, _, positions in found]

    def _prices(self, fill: Fill, number: int) -> tuple[float, float, float]:
        """The demerits of a float at each of POSITIONS in a column with this text; FORBIDDEN where it cannot stand."""
        floating = self._floats[number]
        call = floating.after
        scrap = _scrap(self._galley.rows(fill.start, fill.end))
        # a break that is disliked is worse with a float in it
        above, below = scrap + self._cuts[fill.start], scrap + self._cuts[fill.end]
        head, foot = self._straying(number, fill.start) + above, self._straying(number, fill.end) + below
        if fill.start <= call <= fill.end:
            amid = FORBIDDEN
            if fill.start < call < fill.end:
                amid = self._amid + self._galley.pieces[call - 1].break_cost + self._scraps(fill, call)
            return (
                above if call == fill.start else head + costs.AWAY,
                amid,
                below if call == fill.end else foot + costs.AWAY,
            )
        away = costs.EARLY if call > fill.end else costs.LATE
        return away + head, FORBIDDEN, away + foot

    def _straying(self, number: int, at: int) -> float:
        """The demerits of a float before piece `at`, for the section that it stands in."""
        found = self._strays.get((number, at))
        if found is None:
            floating = self._floats[number]
            found = costs.BARRED if floating.crosses(at) else costs.STRAY if floating.strays(at) else 0.0
            found = costs.LEADING if floating.leads(at) else found
            self._strays[number, at] = found
        return found

    def _scraps(self, fill: Fill, call: int) -> float:
        """The demerits of few lines alone above or below a float between two pieces."""
        fewest = min(self._galley.rows(fill.start, call), self._galley.rows(call, fill.end))
        return 0.0 if self._alone and fewest >= SCRAPS else _scrap(fewest)

    def _measured(self, fill: Fill, positions: tuple[Position, ...]) -> tuple[int, int, int]:
        """The rows of a column of text with floats at these places, and the sums of the units of its spaces, as `slack`."""
        key = fill.start, fill.end, fill.floated, positions
        found = self._measures.get(key)
        if found is None:
            if len(self._measures) > REMEMBERED:
                self._measures.clear()
            found = self._measures[key] = self._measure(fill, positions)
        return found

    def _measure(self, fill: Fill, positions: tuple[Position, ...]) -> tuple[int, int, int]:
        galley, pieces = self._galley, self._galley.pieces
        elastic = galley.elastic[fill.end] - galley.elastic[fill.start]
        reluctant = galley.reluctant[fill.end] - galley.reluctant[fill.start]
        rows = 0
        done = fill.start
        above: Piece | None = None
        first: Piece | None = None
        for number, position in enumerate(positions, fill.floated):
            stop = self._floats[number].after if position == "amid" else fill.end if position == "foot" else done
            if stop > done:
                rows += galley.feet[stop - 1] - galley.above[done] + (gap(above, pieces[done]) if above else 0)
                first = first or pieces[done]
                above = pieces[stop - 1]
                done = stop
            whole = self._passage(number, position)
            rows += whole.rows + (gap(above, whole.first) if above else 0)
            elastic += whole.elastic
            reluctant += whole.reluctant
            first = first or whole.first
            above = whole.last
        if fill.end > done:
            rows += galley.feet[fill.end - 1] - galley.above[done] + (gap(above, pieces[done]) if above else 0)
        assert first  # noqa: S101  there is a float
        unit = UNITS[first.elastic]  # no row is let in at the head of a column
        reluctant -= unit if first.reluctant else 0
        return rows, elastic - unit, reluctant

    def _passage(self, number: int, position: Position) -> Passage:
        """A float at its place in a column."""
        return self._headed[number] if position == "head" else self._whole[number]

    def slack(self, column: Column) -> tuple[int, int]:
        """The sums of the units of the spaces in a column with floats: all, and the reluctant. There is none at its head."""
        parts = self.parts(column)
        first = parts[0].first
        unit = UNITS[first.elastic]
        elastic = sum([part.elastic for part in parts]) - unit
        return elastic, sum([part.reluctant for part in parts]) - (unit if first.reluctant else 0)

    def parts(self, column: Column) -> list[Passage]:
        """What stands in a column, from head to foot: floats, and the text between them."""
        parts: list[Passage] = []
        done = column.start
        for number, position in enumerate(column.positions, column.floated):
            stop = {"amid": self._floats[number].after, "foot": column.end}.get(position, done)
            if stop > done:
                parts.append(Passage.of(self._galley, done, stop))
            done = max(done, stop)
            parts.append(self._passage(number, position))
        if column.end > done:
            parts.append(Passage.of(self._galley, done, column.end))
        return parts


def _scrap(rows: int) -> float:
    """The demerits of so many rows of text beside floats."""
    return 0.0 if rows >= REMNANTS or not rows else costs.SCRAP if rows < SCRAPS else costs.REMNANT


def _headed(whole: Passage) -> Passage:
    """A float at the head of a column, where the space above it falls away and none of it goes below."""
    if not whole.last.below_head:
        return whole
    below = max(whole.last.below, whole.last.below_head)
    pieces = (*whole.pieces[:-1], msgspec.structs.replace(whole.last, below=below))
    return Passage.of(Galley(pieces), 0, len(pieces))
