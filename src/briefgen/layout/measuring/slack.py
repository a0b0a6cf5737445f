"""Slack: the rows that can be let into a column, and between which of its pieces they go.

Comes: the kinds of the spaces in a column, and how many rows are lacking. Goes: which numbers of rows can be let in, and
where they go. Promise: of the spaces of one kind in a column each grows by a row, or none does; those of a series, which
stands across the page beside no other lines, all by the same part of one. What cannot be shared out so is left at the
column's foot. Knows no costs.
"""

from collections.abc import Iterator, Sequence
from typing import Literal, get_args

Elastic = Literal["quote", "heading", "subheading", "block", "person", "finding", "series"]

KINDS: tuple[Elastic, ...] = get_args(Elastic)  # the first is let out first between equals; members of a row come last
SERIES: Elastic = "series"  # has any number of rows, and twice as many as it has spaces where nothing else is left
REMEMBERED = 2000  # answers kept in mind: columns ask alike
UNSEEN = 2  # rows that a column may lack at its foot before readers see it
UNSIGHTLY = 4  # rows of white below a column for which a series is let out twice
_WIDTH = 20  # bits for the number of spaces of one kind
_MOST = (1 << _WIDTH) - 1

UNITS: dict[str, int] = {"": 0} | {kind: 1 << (_WIDTH * number) for number, kind in enumerate(KINDS)}


def _each(counts: int) -> list[int]:
    """How many spaces there are of each kind, from a sum of UNITS."""
    return [counts >> (_WIDTH * number) & _MOST for number in range(len(KINDS))]


class Ways:
    """The numbers of rows that can be let in. It holds nothing but what it has already worked out."""

    def __init__(self, within: int = -1) -> None:
        """`within` has the bits of the numbers that are of use; all, where nothing is said."""
        self._within = within
        self._known: dict[tuple[int, int], tuple[int, int, int]] = {}

    def __call__(self, counts: int, reluctant: int, short: int) -> int:
        """Bit `n` is set where `n` rows can be let in, of `short` that are lacking.

        `counts` is the sum of the UNITS of all spaces, `reluctant` that of those which stand below a short line. Kinds
        among which there are such count only where more than UNSEEN rows would be lacking without them.
        """
        if not counts:
            return 1
        known = self._known.get((counts, reluctant))
        if known is None:
            if len(self._known) > REMEMBERED:
                self._known.clear()
            willing, both = _willing(counts, reluctant)
            known = UNSEEN + willing.bit_length() - 1, willing & self._within, both & self._within
            self._known[counts, reluctant] = known
        unseen, willing, both = known
        return both if short > unseen else willing


def _willing(counts: int, reluctant: int) -> tuple[int, int]:
    """The numbers of rows, as bits, that can be let in without the kinds among which there are reluctant ones, and with."""
    willing, unwilling = 1, 1
    for kind, count, held in zip(KINDS, _each(counts), _each(reluctant), strict=True):
        sums = (2 << count) - 1 if kind == SERIES else 1 | 1 << count
        if held:
            unwilling = _sums(unwilling, sums)
        elif count:
            willing = _sums(willing, sums)
    return willing, _sums(willing, unwilling)


def _sums(one: int, other: int) -> int:
    """The sums of a number of each."""
    found = 0
    while one:
        lowest = one & -one
        found |= other * lowest
        one -= lowest
    return found


def most(able: int, short: int) -> int:
    """The most rows that can be let in where `short` are lacking; `able` is an answer of `Ways`."""
    return (able & ((2 << short) - 1)).bit_length() - 1 if short > 0 else 0


def twice(counts: int, left: int, *, seen: bool = False) -> int:
    """The rows more by which a lone column's series is let out a second time, where `left` are lacking; 0 if it is not.

    It is where white would be UNSIGHTLY, or is `seen`, that this takes away: what is let in besides white that stays is a
    second white.
    """
    each = _each(counts)
    series = each[KINDS.index(SERIES)]
    more = left - sum(each)
    return min(series, more) if series and (0 if seen else UNSIGHTLY) <= more <= series + UNSIGHTLY else 0


def shared(spaces: Sequence[tuple[str, bool]], spread: int) -> dict[int, float]:
    """The rows let in at each of the spaces of a column, `spread` in all; each has its kind, and whether it is reluctant.

    Of the kinds whose numbers add up to that, those that come first; a series shares out the rest.
    """
    numbers: dict[str, list[int]] = {}
    last = set()
    for number, (kind, reluctant) in enumerate(spaces):
        if kind:
            numbers.setdefault(kind, []).append(number)
            if reluctant:
                last.add(kind)
    series = numbers.pop(SERIES, [])
    kinds = sorted(numbers, key=lambda kind: (kind in last, UNITS[kind]))
    chosen = _chosen([(kind, len(numbers[kind])) for kind in kinds], spread, len(series))
    found: dict[int, float] = {number: 1 for kind in chosen for number in numbers[kind]}
    rest = spread - len(found)
    return found | dict.fromkeys(series, rest / len(series)) if series and rest > 0 else found


def _chosen(kinds: Sequence[tuple[str, int]], spread: int, series: int) -> Iterator[str]:
    """The first kinds whose numbers add up to `spread`, with what a series of so many takes; all where they come to less."""
    reach = [(2 << series) - 1]  # the sums of the kinds after each
    for _, count in reversed(kinds):
        reach.append(reach[-1] | reach[-1] << count)
    reach.reverse()
    left = min(spread, reach[0].bit_length() - 1)
    for (kind, count), rest in zip(kinds, reach[1:], strict=True):
        if count <= left and rest >> (left - count) & 1:
            left -= count
            yield kind
