"""Copyfitting: which levers bring a brief to the number of pages that it should have.

Comes: a function that lays the brief out with one setting of the levers, and the number of pages wanted. Goes: the layout
that serves best. Promise: at most a dozen layouts are tried, the mildest levers first. Knows no block and no page.
"""

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Protocol, TypeVar

from briefgen.layout import costs
from briefgen.layout.fit import FARTHEST, LOOSER, LOOSEST, SINKING, TIGHTER, USUAL, Levers, Step
from briefgen.layout.planning.white import FULL

FITTED_MOST = 24  # pages: what is longer is a report, of which one sparse page is a small part, and a draft takes long
TIGHTEST = 0.85  # of its pages' height: a brief that has to lose more is not tried without being asked
MILDEST, MILD = 300.0, 1000.0  # demerits of the levers that are tried against a thin last page, and against holes
SMOOTH = 2500.0  # demerits that pages without holes may have more than those with them
GREATEST = 1.3  # times its height: a brief that has to gain more is not, either
NEARLY = 0.05  # of a page: a last page that lacks less of being FULL is the less sparse


class Candidate(Protocol):
    """A brief laid out with one setting: its pages, how full the last one is, its demerits without those of its pages.

    `holes` is the number of its pages with a hole, and `thin` says that there is much white on the last.
    """

    @property
    def count(self) -> int: ...
    @property
    def fill(self) -> float: ...
    @property
    def cost(self) -> float: ...
    @property
    def holes(self) -> int: ...
    @property
    def thin(self) -> bool: ...


Found = TypeVar("Found", bound=Candidate)
Attempt = Callable[[Levers], Found]
Choice = tuple[float, Found]  # all demerits, and whose


def fit_freely(attempt: Attempt[Found]) -> Found:
    """The best layout of a brief whose outline asks for no number of pages."""
    usual = attempt(USUAL)
    if usual.count > FITTED_MOST:
        return usual
    choices = [_choice(usual)]
    height = usual.count - 1 + usual.fill
    wanting = usual.fill < FULL or _odd(usual.count)
    if wanting and usual.count > 1 and (usual.count - 1) / height >= TIGHTEST:
        choices += _serving(attempt, TIGHTER, lambda found: found.count < usual.count)
    if wanting and (usual.count - 1 + FULL) / height <= GREATEST and usual.fill < FULL:
        choices += _serving(attempt, LOOSER, lambda found: found.count > usual.count or found.fill >= FULL)
    return _smoothed(attempt, min(choices, key=_cost), usual)


def _smoothed(attempt: Attempt[Found], chosen: Choice[Found], usual: Found) -> Found:
    """The layout chosen, or, where it has holes, one of as many pages with fewer of them that mild levers make.

    If there is only much white on the last page, levers that have been pulled are left so.
    """
    cost, best = chosen
    if not best.holes and best is not usual:
        return best
    white = _white(best)
    limit = cost + SMOOTH - white
    steps = [step for step in (*LOOSER, *TIGHTER, *SINKING) if step.cost <= (MILD if best.holes else MILDEST)]
    for step in sorted(steps, key=attrgetter("cost")):
        if not white:
            break
        tried = attempt(step.fit)
        if tried.count == best.count and _white(tried) < white and _choice(tried, step.cost)[0] - _white(tried) < limit:
            best, white = tried, _white(tried)
    return best


def fit_exactly(attempt: Attempt[Found], wanted: int) -> Found:
    """The best layout with `wanted` pages, or, where there is none, the one that comes nearest."""
    usual = attempt(USUAL)
    choices = [_choice(usual)]
    if usual.count > wanted:
        choices += _serving(attempt, TIGHTER, lambda found: found.count <= wanted)
    elif usual.count < wanted or usual.fill < FULL:
        choices += _serving(attempt, LOOSEST, lambda found: (found.count, found.fill) >= (wanted, FULL))
        if not any(found.count == wanted for _, found in choices):
            choices += _serving(attempt, FARTHEST, lambda found: found.count >= wanted)
    exact = [choice for choice in choices if choice[1].count == wanted]
    if exact:
        return _smoothed(attempt, min(exact, key=_cost), usual)
    return attempt((TIGHTER if usual.count > wanted else FARTHEST)[-1].fit)


def _choice(found: Found, cost: float = 0.0) -> Choice[Found]:
    """A layout with all its demerits, those of its levers among them, which are `cost`."""
    return found.cost + _seen(found) + cost, found


def _cost(choice: Choice[Found]) -> float:
    return choice[0]


def _serving(attempt: Attempt[Found], ladder: Sequence[Step], serves: Callable[[Found], bool]) -> list[Choice[Found]]:
    """Steps of a ladder that serve, with their demerits: the last, and those on the way to the mildest by bisection.

    Where the mildest leaves holes, those after it too, up to the first that leaves none.
    """
    low, high = 0, len(ladder) - 1
    found = []
    at = high
    while low <= high:
        tried = attempt(ladder[at].fit)
        if serves(tried):
            found.append(_choice(tried, ladder[at].cost))
            high = at - 1
        else:
            low = at + 1
        at = (low + high) // 2
    for step in ladder[low + 1 :]:
        if not found[-1][1].holes:
            break
        found.append(_choice(attempt(step.fit), step.cost))
    return [choice for choice in found if serves(choice[1])]


def _seen(found: Candidate) -> float:
    """The demerits of what a reader sees of a whole layout: its number of pages, and white that nobody wanted."""
    lacking = max(0.0, FULL - found.fill) if found.count > 1 else 0.0
    sparse = costs.SPARSE_LAST * min(1.0, lacking / NEARLY)
    return _odd(found.count) + sparse + _white(found)


def _white(found: Candidate) -> float:
    """The demerits of its holes, and of much white on its last page."""
    return costs.HOLED * found.holes + (costs.THIN if found.thin else 0.0)


def _odd(count: int) -> float:
    """The demerits of a number of pages that no folded sheet has: 1, 2 and multiples of 4 have none."""
    return 0.0 if count < 3 or count % 4 == 0 else costs.ODD
