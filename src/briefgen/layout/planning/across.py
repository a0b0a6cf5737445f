"""Floats across the page, in the order of their calls: where they may stand, and what that costs.

Comes: segments, and how far a page has come. Goes: which floats it may have, and the demerits of those that stand before
their text, among that of others, before lower numbers, or nowhere yet. Places none itself.
"""

from collections.abc import Sequence

import msgspec

from briefgen.layout import costs
from briefgen.layout.measuring.galley import Galley
from briefgen.layout.measuring.pieces import FORBIDDEN, Float, Segment
from briefgen.layout.planning.column import Columns
from briefgen.layout.planning.planned import Progress


class Before(msgspec.Struct, frozen=True):
    """How many floats of the other queue are to stand before a float: `kind` for their numbers, `called` for their calls.

    One in a column waits for none that is only called before it: those across the page stand overleaf more often than not.
    """

    kind: int
    called: int = 0

    def demerits(self, placed: int, *, ended: bool) -> float:
        """What it costs where so many of them do; `ended`: no text is left, and nothing but the floats tells their order."""
        if self.kind > placed:
            return costs.DISORDER
        return costs.CALLED_LATER if ended and self.called > placed else 0.0

    def left(self, placed: int) -> tuple[int, int]:
        """How many have still to be placed of each."""
        return max(0, self.kind - placed), max(0, self.called - placed)


class Across:
    """The floats of one brief that stand across pages, each with the number of its segment; `height` is a page's.

    `narrow` are the others, of each segment; `rows` those of each float across the page.
    """

    def __init__(self, segments: Sequence[Segment], galleys: Sequence[Galley], height: float) -> None:
        self._segments = segments
        self._galleys = galleys
        self._height = height
        self.floats = [
            (number, floating) for number, segment in enumerate(segments) for floating in segment.floats if floating.across
        ]
        self.rows = [Galley(floating.pieces).feet[-1] for _, floating in self.floats]
        self.narrow = [[floating for floating in segment.floats if not floating.across] for segment in segments]
        self.before = [self._needed(number, floating) for number, floating in self.floats]
        self.before_narrow = [
            [self._needed(number, floating) for floating in narrow] for number, narrow in enumerate(self.narrow)
        ]

    def _needed(self, number: int, floating: Float) -> Before:
        """How many floats are to stand before one of a segment, in the other queue."""
        floats = self._segments[number].floats
        earlier = floats[: next(index for index, other in enumerate(floats) if other is floating)]
        others = [other for other in earlier if other.across != floating.across]
        last = max([count for count, other in enumerate(others, 1) if other.kind and other.kind == floating.kind], default=0)
        if not floating.across:
            return Before(last and last + sum([segment < number for segment, _ in self.floats]))
        return Before(last, sum([other.after < floating.after for other in others]))

    def disorder(self, number: int, state: Progress) -> float:
        """The demerits of a float before others that have lower numbers."""
        segment, _ = self.floats[number]
        if segment != state.segment:
            return 0.0
        ended = state.piece >= len(self._segments[segment].pieces)
        return self.before[number].demerits(state.narrow, ended=ended)

    def disorder_in(self, columns: Columns, state: Progress) -> float:
        """The demerits of floats in columns before one across the page that has a lower number."""
        if columns.floated == state.narrow:
            return 0.0
        placed = self.before_narrow[state.segment][state.narrow : columns.floated]
        return max([before.demerits(state.wide, ended=False) for before in placed])

    def straying(self, number: int, state: Progress) -> float:
        """The demerits of a float above text that another section has begun."""
        segment, floating = self.floats[number]
        beyond = len(self._segments[segment].pieces) + (state.piece > 0)
        if self._is_barred(number, state):
            return costs.BARRED
        return costs.STRAY if floating.strays(state.piece if state.segment == segment else beyond) else 0.0

    def _is_barred(self, number: int, state: Progress) -> bool:
        """Whether findings or recommendations have begun since the call of a float."""
        segment, floating = self.floats[number]
        if segment == state.segment:
            return floating.crosses(state.piece)
        begun = self._segments[segment + 1 : state.segment + (state.piece > 0)]
        return floating.barrier >= 0 or any(other.barrier for other in begun)

    def straying_below(self, number: int, segment: int, columns: Columns) -> float:
        """The demerits of a float below columns none of which ends within its section."""
        called, floating = self.floats[number]
        if called == segment and floating.crosses(columns.end):
            return costs.BARRED
        strays = called == segment and all(floating.strays(column.end) for column in columns.columns)
        return costs.STRAY if strays else 0.0

    def is_called(self, number: int, state: Progress) -> bool:
        """Whether a float is called before `state`: on an earlier page, if that is where a page begins."""
        segment, floating = self.floats[number]
        return (segment, floating.after) < (state.segment, state.piece)

    def is_callable(self, number: int, state: Progress) -> bool:
        """Whether the text of a page that begins with `state` may call a float: it is no farther than a page away."""
        segment, floating = self.floats[number]
        if segment != state.segment:
            return False
        rows = self._galleys[segment].rows(state.piece, floating.after)
        return rows * self._segments[segment].leading / self._segments[segment].columns <= self._height

    def astray(self, start: Progress, end: Progress) -> float:
        """The demerits of floats that are called by the page from `start` to `end` or before, and have no place yet.

        FORBIDDEN when a float stands on the page that is called after it.
        """
        if end.wide:
            segment, floating = self.floats[end.wide - 1]
            if (segment, floating.after) > (end.segment, end.piece):
                return FORBIDDEN
        waiting = self.floats[end.wide :]
        if end.segment < len(self._segments):
            waiting = [*waiting, *((end.segment, floating) for floating in self.narrow[end.segment][end.narrow :])]
        cost = 0.0
        for segment, floating in waiting:
            call = segment, floating.after
            if call < (start.segment, start.piece):
                cost += costs.OVERDUE
            elif call < (end.segment, end.piece):
                cost += costs.DEFERRED
                over = segment < end.segment or (floating.home is not None and floating.home[1] <= end.piece)
                cost += costs.BEHIND if over else 0.0
        return cost
