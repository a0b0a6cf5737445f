"""Places in the margin: each aside beside its line, none upon another.

Comes: the rows of each page's margin, and asides in the order of the brief with the row of their line. Goes: the page and
row of each. Promise: each aside is placed once or named among the left, none meets another, their order holds, and all stand
within the rows of their margin. Knows no points, no text and no block.

An aside is pushed down by the one above it; where the foot stops it, it pushes up those above. What a page has no rows for
goes to the head of the next page's margin, before the asides of that page.
"""

from collections import deque
from collections.abc import Sequence

import msgspec

from briefgen.layout.measuring.pieces import BESIDE_GAP


class MarginCall(msgspec.Struct, frozen=True):
    """An aside of `rows` rows that is called on `page` (from 0) beside row `row` of its margin."""

    page: int
    row: int
    rows: int


class Standing(msgspec.Struct, frozen=True):
    """Where aside number `number` stands."""

    number: int
    page: int
    top: int


class Margins(msgspec.Struct, frozen=True):
    """What stands in the margins, and the numbers of the asides that no margin from their page on has room for."""

    standings: tuple[Standing, ...]
    left: tuple[int, ...]


def place_asides(rooms: Sequence[int], asides: Sequence[MarginCall]) -> Margins:
    """Places for asides, which come in the order of their pages and rows, in margins of `rooms` rows each."""
    waiting: deque[int] = deque()
    standings: list[Standing] = []
    left: list[int] = []
    upcoming = deque(range(len(asides)))
    for page, room in enumerate(rooms):
        while upcoming and asides[upcoming[0]].page <= page:
            waiting.append(upcoming.popleft())
        highest = max(rooms[page:])
        # what no margin to come can hold must not keep back those after it
        left += [number for number in waiting if asides[number].rows > highest]
        waiting = deque(number for number in waiting if asides[number].rows <= highest)
        taken = _taken(waiting, asides, room)
        wanted = [asides[number].row if asides[number].page == page else 0 for number in taken]
        tops = _tops(wanted, [asides[number].rows for number in taken], room)
        standings += [Standing(number, page, top) for number, top in zip(taken, tops, strict=True)]
    return Margins(tuple(standings), tuple(sorted([*left, *waiting, *upcoming])))


def _taken(waiting: deque[int], asides: Sequence[MarginCall], room: int) -> list[int]:
    """The first of those that wait, as many as `room` holds; they wait no more."""
    taken: list[int] = []
    used = 0
    while waiting and used + asides[waiting[0]].rows <= room:
        used += asides[waiting[0]].rows + BESIDE_GAP
        taken.append(waiting.popleft())
    return taken


def _tops(wanted: Sequence[int], rows: Sequence[int], room: int) -> list[int]:
    """The top row of each: down from the head, then up from the foot where that is too far."""
    tops: list[int] = []
    free = 0
    for want, height in zip(wanted, rows, strict=True):
        tops.append(max(want, free))
        free = tops[-1] + height + BESIDE_GAP
    foot = room
    for index in range(len(tops) - 1, -1, -1):
        tops[index] = min(tops[index], foot - rows[index])
        foot = tops[index] - BESIDE_GAP
    return tops
