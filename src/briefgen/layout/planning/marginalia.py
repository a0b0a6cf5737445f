"""What stands in the margin columns of planned pages.

Comes: planned pages and their planner. Goes: for each page what stands in its margin and at which height, and the ids of
what no margin has room for. Promise: what hangs on a piece that is placed is on a page or named. `margin` says which row
each has.
"""

from collections.abc import Sequence

import msgspec

from briefgen.layout.measuring.pieces import Beside
from briefgen.layout.planning.margin import MarginCall, place_asides
from briefgen.layout.planning.plan import Planner
from briefgen.layout.planning.planned import Band, Marginal, PlannedPage, WideBand
from briefgen.theme import PageShape


class Marginalia(msgspec.Struct, frozen=True):
    """All that stands in margins, in the order of their lines, and the ids of what has no room there."""

    standing: tuple[Marginal, ...]
    left: frozenset[str]


class _Room(msgspec.Struct, frozen=True):
    """A margin beside a band: its page, its head in points below the frame's, its rows."""

    page: int
    top: float
    rows: int


def find_marginalia(planner: Planner, sheets: Sequence[PlannedPage], shape: PageShape) -> Marginalia:
    """Places for all that hangs on the pieces of planned pages."""
    rooms: list[_Room] = []
    calls: list[tuple[int, int, Beside]] = []  # the room, the row in it, and what is called there
    for page, sheet in enumerate(sheets):
        for band in sheet.bands:
            if not isinstance(band, Band) or not planner.segments[band.segment].beside:
                continue
            rooms.append(_Room(page, band.top, _rows(planner, sheet, band)))
            for column in band.columns.columns:
                for stand in planner.fillers[band.segment].stack(column).stands:
                    calls += [(len(rooms) - 1, int(stand.top) + one.row, one) for one in stand.piece.beside]
    calls.sort(key=lambda call: call[:2])
    placed = place_asides([room.rows for room in rooms], [MarginCall(room, row, one.rows) for room, row, one in calls])
    standing = []
    for place in placed.standings:
        room = rooms[place.page]
        x = shape.margin_left(room.page + 1) - shape.left(room.page + 1)
        standing.append(Marginal(calls[place.number][2], room.page, x, room.top + place.top * planner.leading))
    return Marginalia(tuple(standing), frozenset(calls[number][2].id for number in placed.left))


def _rows(planner: Planner, sheet: PlannedPage, band: Band) -> int:
    """The rows beside a band, down to what stands below it or to the foot of the page."""
    tops = [_head(planner, other) for other in sheet.bands if other.top > band.top]
    foot = min(tops) - planner.leading if tops else planner.height
    return int((foot - band.top + 0.01) / planner.leading)


def _head(planner: Planner, band: Band | WideBand) -> float:
    return band.top - planner.segments[band.segment].padding if isinstance(band, Band) else band.top
