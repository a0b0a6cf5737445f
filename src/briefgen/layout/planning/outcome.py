"""What planning comes to, found again where it has been found before.

Comes: segments and their page, and what is kept between layouts. Goes: the planner, made when it is first needed, and the
outcome. Promise: an outcome is found again for segments that are equal in all that planning looks at: everything but what
is drawn. Plans nothing itself.
"""

from collections.abc import Sequence
from functools import cached_property

import msgspec

from briefgen.layout import costs
from briefgen.layout.measuring.pieces import Segment
from briefgen.layout.planning.aspects import aspect_of
from briefgen.layout.planning.plan import Planner
from briefgen.layout.planning.planned import PlannedPage
from briefgen.memory import Memory
from briefgen.theme import PageShape

OUTCOMES_KEPT = 200  # each a few dozen whole numbers a page


class Outcome(msgspec.Struct, frozen=True):
    """The plan with the fewest pages: how full the last one is, its demerits without those of its pages, its holes.

    `foot` are the rows of white at the foot of its first page, where that has a hole and is not the last; `worst` the
    demerits of that page before the last which has most.
    """

    count: int
    sheets: tuple[PlannedPage, ...]
    fill: float
    cost: float
    holes: float
    foot: int
    worst: float


class Planning:
    """The planning of segments on pages of one shape."""

    def __init__(self, segments: Sequence[Segment], page: PageShape, memory: Memory | None) -> None:
        self._segments = segments
        self._page = page
        self._memory = memory

    @cached_property
    def planner(self) -> Planner:
        """What plans them, and draws what it has planned."""
        return Planner(self._segments, self._page.rows, self._page.leading, memory=self._memory)

    @cached_property
    def outcome(self) -> Outcome:
        """What planning comes to."""
        if self._memory is None:
            return self._planned()
        known = self._memory.shelf("plans", OUTCOMES_KEPT)
        aspects = tuple([aspect_of(segment) for segment in self._segments])
        key = (self._page.rows, self._page.leading, self.has_back_page, aspects)
        found: Outcome | None = known.get(key)
        return found or known.keep(key, self._planned())

    def _planned(self) -> Outcome:
        plans = self.planner.plan()
        count = min(plans)
        sheets = plans[count].sheets()
        behind = [sheets.pop()] if self.has_back_page and count > 1 else []
        *sheets, last = sheets
        fill, _ = self.planner.white.fill(last)
        cost = plans[count].cost - costs.PAGE * count
        white = self.planner.white
        settled = [white.settled(sheet) for sheet in sheets]
        # of a hole that is not taken away that share counts which is left, for other levers may leave none
        holes = [
            max(white.hole(after), white.hole(sheet) * white.foot(after) / max(1, white.foot(sheet)))
            for sheet, after in zip(sheets, settled, strict=True)
        ]
        sheets = settled
        foot = white.foot(sheets[0]) if holes and holes[0] else 0
        worst = max([sheet.cost for sheet in sheets], default=0.0)
        return Outcome(count, (*sheets, white.aired(last), *behind), fill, cost, sum(holes), foot, worst)

    @property
    def has_back_page(self) -> bool:
        """Whether a page stands behind the end of the text, as the back of a cover."""
        return len(self._segments) > 1 and self._segments[-1].ground is not None
