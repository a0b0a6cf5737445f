"""Copyfitting: which levers bring a brief to the number of pages that it should have.

Comes: a function that lays the brief out with one setting of the levers, and the number of pages wanted. Goes: the layout
that serves best. Promise: at most a dozen layouts are tried, the mildest levers first. Knows no block and no page.
"""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from briefgen.layout import costs
from briefgen.layout.fit import LOOSER, TIGHTER, USUAL, Levers, Step
from briefgen.layout.planning.plan import FULL

TIGHTEST = 0.86  # of its pages' height: a brief that has to lose more is not tried without being asked
MILDEST = 300.0  # demerits of the levers that are tried against holes
SMOOTH = 1000.0  # demerits that pages without holes may have more than those with them
LOOSEST = 1.3


class Candidate(Protocol):
    """A brief laid out with one setting: its pages, how full the last one is, its demerits without those of its pages.

    `rough`: there is a hole on one of its pages, or much white on the last.
    """

    @property
    def count(self) -> int: ...
    @property
    def fill(self) -> float: ...
    @property
    def cost(self) -> float: ...
    @property
    def rough(self) -> bool: ...


Found = TypeVar("Found", bound=Candidate)
Attempt = Callable[[Levers], Found]


def fit_freely(attempt: Attempt[Found]) -> Found:
    """The best layout of a brief whose outline asks for no number of pages."""
    usual = attempt(USUAL)
    choices = [(usual.cost + _seen(usual), usual)]
    height = usual.count - 1 + usual.fill
    wanting = usual.fill < FULL or _odd(usual.count)
    if wanting and usual.count > 1 and (usual.count - 1) / height >= TIGHTEST:
        choices += _serving(attempt, TIGHTER, lambda found: found.count < usual.count)
    if wanting and (usual.count - 1 + FULL) / height <= LOOSEST and usual.fill < FULL:
        choices += _serving(attempt, LOOSER, lambda found: found.count > usual.count or found.fill >= FULL)
    best = min(choices, key=_cost)[1]
    return _smoothed(attempt, usual) if best is usual else best


def _smoothed(attempt: Attempt[Found], usual: Found) -> Found:
    """The usual layout, or, where it has holes, one of as many pages that the mildest levers make without any."""
    if not usual.rough:
        return usual
    mild = sorted((step for step in (*LOOSER, *TIGHTER) if step.cost <= MILDEST), key=lambda step: step.cost)
    for step in mild:
        tried = attempt(step.fit)
        if tried.count == usual.count and not tried.rough and tried.cost + step.cost < usual.cost + SMOOTH:
            return tried
    return usual


def fit_exactly(attempt: Attempt[Found], wanted: int) -> Found:
    """The best layout with `wanted` pages, or, where there is none, the one that comes nearest."""
    usual = attempt(USUAL)
    choices = [(usual.cost + _seen(usual), usual)]
    if usual.count > wanted:
        choices += _serving(attempt, TIGHTER, lambda found: found.count <= wanted)
    elif usual.count < wanted or usual.fill < FULL:
        choices += _serving(attempt, LOOSER, lambda found: (found.count, found.fill) >= (wanted, FULL))
        if not any(found.count == wanted for _, found in choices):
            choices += _serving(attempt, LOOSER, lambda found: found.count >= wanted)
    exact = [choice for choice in choices if choice[1].count == wanted]
    if exact:
        best = min(exact, key=_cost)[1]
        return _smoothed(attempt, usual) if best is usual else best
    return attempt((TIGHTER if usual.count > wanted else LOOSER)[-1].fit)


def _cost(choice: tuple[float, Found]) -> float:
    return choice[0]


def _serving(attempt: Attempt[Found], ladder: Sequence[Step], serves: Callable[[Found], bool]) -> list[tuple[float, Found]]:
    """Steps of a ladder that serve, with their demerits: the last, and those on the way to the mildest by bisection."""
    low, high = 0, len(ladder) - 1
    found = []
    at = high
    while low <= high:
        tried = attempt(ladder[at].fit)
        if serves(tried):
            found.append((tried.cost + _seen(tried) + ladder[at].cost, tried))
            high = at - 1
        else:
            low = at + 1
        at = (low + high) // 2
    return found


def _seen(found: Candidate) -> float:
    """The demerits of what a reader sees of a whole layout: its number of pages, and white that nobody wanted."""
    sparse = costs.SPARSE_LAST if found.count > 1 and found.fill < FULL else 0.0
    return _odd(found.count) + sparse + (costs.HOLED if found.rough else 0.0)


def _odd(count: int) -> float:
    """The demerits of a number of pages that no folded sheet has: 1, 2 and multiples of 4 have none."""
    return 0.0 if count < 3 or count % 4 == 0 else costs.ODD
