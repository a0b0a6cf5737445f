"""Pages as they are planned: what `plan` carries from page to page, and what `pages` draws.

Comes: nothing. Goes: records: the bands of a page, how far a plan has come, plans that share their beginnings.
"""

from typing import TYPE_CHECKING

import msgspec

from briefgen.layout.measuring.pieces import Beside
from briefgen.layout.planning.column import Columns, Way

if TYPE_CHECKING:
    from briefgen.layout.planning.remembered import Elsewhere


class Band(msgspec.Struct, frozen=True):
    """Columns of a segment on a page, from height `top` in points below the frame's head.

    Above them their ground reaches `wider` points beyond its padding.
    """

    segment: int
    columns: Columns
    top: float
    wider: float = 0.0


class WideBand(msgspec.Struct, frozen=True):
    """The float of this number, of all that stand across pages, at height `top` in points."""

    number: int
    top: float


class Progress(msgspec.Struct, frozen=True, order=True, cache_hash=True):
    """How far a plan has come: segment, piece in it, how many floats across pages, how many of the segment's others.

    `owed` lines of notes have their marks on earlier pages.
    """

    segment: int
    piece: int
    wide: int = 0
    narrow: int = 0
    owed: int = 0


class PlannedPage(msgspec.Struct, frozen=True):
    """A page being filled: its bands so far, the height used, where the text goes on, the demerits.

    `headed`: the floats at its head have been chosen.
    """

    bands: tuple[Band | WideBand, ...]
    used: float
    state: Progress
    cost: float
    headed: bool = False


class Unmade(msgspec.Struct, frozen=True):
    """A page that is not made yet: what stands on it so far, and the columns of a segment that are to fill it.

    They begin at height `top`, with `feet` floats below them; without a `way`, the rest of the page is white.
    """

    sheet: PlannedPage
    way: Way | None = None
    top: float = 0.0
    feet: int = 0


class Ending(msgspec.Struct, eq=False):
    """A way to end a page: how far it comes, what the page costs at least, and the page.

    `astray` are the demerits of floats that have no place by then.
    """

    after: Progress
    cost: float
    page: "PlannedPage | Unmade | Elsewhere"
    astray: float = 0.0


def ending_of(sheet: PlannedPage) -> Ending:
    """The ending of a page that is made."""
    return Ending(sheet.state, sheet.cost, sheet)


class Plan(msgspec.Struct, frozen=True):
    """Pages so far, newest last, linked from the back so that plans share their beginnings."""

    sheet: PlannedPage | None
    before: "Plan | None"
    cost: float
    pages: int

    def sheets(self) -> list[PlannedPage]:
        """The sheets of all pages, first to last."""
        found = []
        plan: Plan | None = self
        while plan and plan.sheet:
            found.append(plan.sheet)
            plan = plan.before
        return found[::-1]


class Marginal(msgspec.Struct, frozen=True):
    """What stands beside the text of page number `page`, from 0, with its corner (x, y) points from that of the frame."""

    beside: Beside
    page: int
    x: float
    y: float
