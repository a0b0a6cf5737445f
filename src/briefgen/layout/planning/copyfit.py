"""Copyfitting: which levers bring a brief to the number of pages that it should have.

Comes: a function that lays the brief out with one setting of the levers, and the number of pages wanted. Goes: the layout
that serves best. Promise: the mildest levers come first, and once EFFORT pages have been laid out, no more is tried for
white alone. Knows no block and no page.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, Protocol, TypeVar

import msgspec

from briefgen.layout import costs
from briefgen.layout.fit import CLOSER, FARTHEST, LOOSER, LOOSEST, SINKING, TIGHTER, USUAL, Levers, Step
from briefgen.layout.planning.white import FULL

FITTED_MOST = 24  # pages: what is longer is a report, of which one sparse page is a small part, and a draft takes long
EFFORT = 150  # pages, of all layouts together: forty layouts of a usual brief, a dozen of one of thirteen pages
TIGHTEST = 0.82  # of its pages' height: a brief that has to lose more is not tried without being asked
MILDEST, MILD = 300.0, 1000.0  # demerits of the levers that are tried against a thin last page, and against holes
PATIENCE, MORE = 9, 16  # of these levers; more where a page is GRAVE: its lines have to move far
SMOOTH = 2500.0  # demerits that pages without holes may have more than those with them
ROUGH = 4000.0  # demerits of pages from which on the next step is tried, too: something stands where it should not
GRAVE = 5000.0  # of one page, from which on mild levers are: one recommendation stands alone on it, a finding is torn, say
GREATEST = 1.3  # times its height: a brief that has to gain more is not, either
LIKELY = ((0.93, 1), (0.9, 3))  # shares of its height that a brief is to keep, and the step that is likely to serve
LIKELY_LOOSER = ((1.06, 3), (GREATEST, 7))  # the same where it is to gain
HALF = 0.5  # of the last page: one that is less full is lost more easily than another one is filled
NEARLY_FULL = 0.9  # of the last page
BARE = 0.5  # a last page that is less full has a hole
GREAT_HOLE = 2  # as many holes as that one counts
DEEPEST, SUNK = 8, 100.0  # rows by which the title of a page 1 with a hole stands lower at most, and the demerits of each
NEARLY = 0.05  # of a page: a last page that lacks less of being FULL is the less sparse


class Candidate(Protocol):
    """A brief laid out with one setting: its pages, how full the last one is, its demerits without those of its pages.

    `holes` is the number of its pages with a hole, a great one counted as up to two; `foot` are the rows of white at the
    foot of page 1, where that is a hole. `worst` are the demerits of its worst page before the last.
    `thin` says that there is much white on the last.
    """

    @property
    def count(self) -> int: ...
    @property
    def fill(self) -> float: ...
    @property
    def cost(self) -> float: ...
    @property
    def holes(self) -> float: ...
    @property
    def foot(self) -> int: ...
    @property
    def worst(self) -> float: ...
    @property
    def thin(self) -> bool: ...


Found = TypeVar("Found", bound=Candidate)
Attempt = Callable[[Levers], Found]
Choice = tuple[float, Found]  # all demerits, and whose


class Trials(Generic[Found]):
    """Layouts tried, and how many pages they have together."""

    def __init__(self, attempt: Attempt[Found]) -> None:
        self._attempt = attempt
        self._tried: dict[Levers, Found] = {}
        self._pages = 0

    def __call__(self, fit: Levers) -> Found:
        """The layout with these levers."""
        found = self._tried.get(fit)
        if found is None:
            found = self._tried[fit] = self._attempt(fit)
            self._pages += found.count
        return found

    def levers_of(self, found: Found) -> Levers:
        """The levers of a layout that was tried."""
        return next(fit for fit, tried in self._tried.items() if tried is found)

    @property
    def enough(self) -> bool:
        """Whether no more is to be tried that only takes white away."""
        return self._pages >= EFFORT


def fit_freely(attempt: Attempt[Found]) -> Found:
    """The best layout of a brief whose outline asks for no number of pages."""
    trials = Trials(attempt)
    usual = trials(USUAL)
    if usual.count > FITTED_MOST:
        return usual
    choices = [_choice(usual)]
    height = _height(usual)
    wanting = usual.fill < FULL or _odd(usual.count)
    kept = (usual.count - 1) / height
    if wanting and kept >= TIGHTEST:
        choices += _serving(trials, TIGHTER, lambda found: found.count < usual.count, _likely(kept))
    gained = (usual.count - 1 + FULL) / height
    tried = len(choices) > 1 and trials.enough
    if wanting and gained <= GREATEST and usual.fill < FULL and not tried:
        likely = _likely_looser(gained)
        fuller = _serving(trials, LOOSER, lambda found: found.count > usual.count or found.fill >= FULL, likely)
        strongest = trials(LOOSER[-1].fit)
        # where none fills the last page, the strongest may at least leave no hole there
        choices += fuller or ([] if _is_bare(strongest) else [_choice(strongest, LOOSER[-1].cost)])
    return _smoothed(trials, min(choices, key=_cost), usual)


def fit_evenly(attempt: Attempt[Found], found: Found) -> Found | None:
    """A layout on a page less than one of an odd number, or on one more; None where levers do not make it, or make holes."""
    nearer = -1 if found.fill < HALF else 1
    for count in (found.count + nearer, found.count - nearer):
        tried = fit_exactly(attempt, count)
        if tried.count == count and tried.holes <= found.holes and tried.fill >= BARE:
            return tried
    return None


def _smoothed(trials: Trials[Found], chosen: Choice[Found], usual: Found) -> Found:
    """The layout chosen, or, where it has white that nobody wanted, one of as many pages with less of it.

    If there is only much white on the last page, levers that have been pulled are left so.
    """
    _, best = chosen
    if best.holes or _is_grave(best):
        return _mended(trials, chosen)
    return _fuller(trials, chosen) if best.thin and best is usual else best


def _mended(trials: Trials[Found], chosen: Choice[Found]) -> Found:
    """The layout chosen, or one with fewer holes, or less grave, that mild levers make.

    Where PATIENCE of them mend nothing, no more are tried.
    """
    cost, best = chosen
    limit = cost + SMOOTH - _white(best)
    steps = [step for step in _towards(best.count, trials(USUAL).count) if step.cost <= MILD]
    left = _patience(best)
    full = best.fill >= NEARLY_FULL  # what makes a brief longer would need a page more
    steps.sort(key=lambda step: (full and step not in TIGHTER, step.cost))
    if full and trials(USUAL).count == best.count:
        steps.insert(0, CLOSER)
    for step in (*_sinking(trials.levers_of(best), chosen), *steps):
        if not (best.holes or _is_grave(best)) or not left or trials.enough:
            break
        left -= 1
        tried = trials(step.fit)
        total, white = _choice(tried, step.cost)[0], _white(tried)
        if tried.count != best.count or tried.holes > best.holes:
            continue
        if total < cost or (white < _white(best) and total - white < limit):
            less = white < _white(best)
            best, cost = tried, total
            left = _patience(best) if less else left
    return best


def _fuller(trials: Trials[Found], chosen: Choice[Found]) -> Found:
    """The layout chosen, or one with less white on its last page that the mildest levers make."""
    cost, best = chosen
    steps = [step for step in LOOSER if step.cost <= MILDEST]
    choices = _serving(trials, steps, lambda found: found.count == best.count and not found.thin and not found.holes)
    total, found = min(choices, key=_cost, default=chosen)
    return found if total < cost + SMOOTH else best


def _towards(count: int, usual: int) -> Sequence[Step]:
    """The steps that may keep a brief of `usual` pages on `count`: none that makes longer what is too long as it is."""
    tighter = TIGHTER if usual >= count else ()
    return (*LOOSER, *tighter, *SINKING) if usual <= count else tighter


def _sinking(fit: Levers, chosen: Choice[Found]) -> Iterator[Step]:
    """The levers of the layout chosen with the title lower, by the rows of the hole at the foot of page 1 or twice as many.

    Not all of these rows go above the text that follows.
    """
    cost, found = chosen
    for more in (found.foot, 2 * found.foot) if found.foot else ():
        sunk = min(fit.sinkage + more, DEEPEST)
        if sunk > fit.sinkage:
            pulled = cost - found.cost - _seen(found)
            yield Step(msgspec.structs.replace(fit, sinkage=sunk), pulled + SUNK * (sunk - fit.sinkage))


def fit_exactly(attempt: Attempt[Found], wanted: int) -> Found:
    """The best layout with `wanted` pages, or, where there is none, the one that comes nearest."""
    trials = Trials(attempt)
    usual = trials(USUAL)
    choices = [_choice(usual)]
    if usual.count > wanted:
        likely = _likely(wanted / _height(usual))
        choices += _serving(trials, TIGHTER, lambda found: found.count <= wanted, likely)
    elif usual.count < wanted or usual.fill < FULL:
        likely = _likely_looser((wanted - 1 + FULL) / _height(usual))
        choices += _serving(trials, LOOSEST, lambda found: (found.count, found.fill) >= (wanted, FULL), likely)
        if not any(found.count == wanted for _, found in choices):
            choices += _serving(trials, FARTHEST, lambda found: found.count >= wanted)
    exact = [choice for choice in choices if choice[1].count == wanted]
    if exact:
        return _smoothed(trials, min(exact, key=_cost), usual)
    return trials((TIGHTER if usual.count > wanted else FARTHEST)[-1].fit)


def _height(found: Candidate) -> float:
    """How many pages it fills."""
    return max(NEARLY, found.count - 1 + found.fill)


def _likely(kept: float) -> Sequence[int]:
    """The steps to be tried first where a brief keeps this share of its height; none: that is not known."""
    return next(((step, step - 1) for share, step in LIKELY if kept >= share), ())


def _likely_looser(gained: float) -> Sequence[int]:
    """The steps to be tried first where it is to become so many times as high: the last, for it is often not high enough."""
    return next(((-1, step, step - 1) for share, step in LIKELY_LOOSER if gained <= share), ())


def _choice(found: Found, cost: float = 0.0) -> Choice[Found]:
    """A layout with all its demerits, those of its levers among them, which are `cost`."""
    return found.cost + _seen(found) + cost, found


def _cost(choice: Choice[Found]) -> float:
    return choice[0]


def _serving(
    trials: Trials[Found], ladder: Sequence[Step], serves: Callable[[Found], bool], likely: Sequence[int] = ()
) -> list[Choice[Found]]:
    """Steps of a ladder that serve, with their demerits: the last, and those on the way to the mildest by bisection.

    Those that are `likely` to be the mildest come first, and the last of all only if they do not serve. Where the mildest
    leaves holes, or is ROUGH and more so than without levers, those after it too, up to the first that is neither; where
    it leaves much white on the last page, the next.
    """
    most = max(ROUGH, _standing(trials(USUAL)))
    low, high = 0, len(ladder) - 1
    found: list[Choice[Found]] = []
    guesses = [step % len(ladder) for step in likely]
    while low <= high and not (found and trials.enough):
        guess = next((step for step in guesses if low <= step <= high), None)
        at = guess if guess is not None else (low + high) // 2 if found else high
        tried = trials(ladder[at].fit)
        if serves(tried):
            found.append(_choice(tried, ladder[at].cost))
            high = at - 1
        else:
            low = at + 1
    for number, step in enumerate(ladder[low + 1 :]):
        last = found[-1][1]
        rough = last.holes or _standing(last) > most or (last.thin and number == 0)
        if not rough or trials.enough or step.cost >= min(found, key=_cost)[0]:
            break
        found.append(_choice(trials(step.fit), step.cost))
    return [choice for choice in found if serves(choice[1])]


def _standing(found: Candidate) -> float:
    """The demerits of what stands where it should not, without those of a sparse last page."""
    return found.cost - costs.SPARSE * max(0.0, FULL - found.fill) ** 2


def _patience(found: Candidate) -> int:
    return MORE if _is_grave(found) else PATIENCE


def _is_grave(found: Candidate) -> bool:
    """Whether something on a page stands where it should not: one recommendation alone, say."""
    return found.worst > GRAVE


def _seen(found: Candidate) -> float:
    """The demerits of what a reader sees of a whole layout: its number of pages, and white that nobody wanted."""
    lacking = max(0.0, FULL - found.fill) if found.count > 1 else 0.0
    sparse = costs.SPARSE_LAST * min(1.0, lacking / NEARLY)
    return _odd(found.count) + sparse + _white(found) + GREAT_HOLE * costs.HOLED * _is_bare(found)


def _white(found: Candidate) -> float:
    """The demerits of its holes, and of much white on its last page."""
    return costs.HOLED * found.holes + (costs.THIN if found.thin else 0.0)


def _is_bare(found: Candidate) -> bool:
    """Whether the white on its last page is a hole."""
    return found.count > 1 and found.fill < BARE


def _odd(count: int) -> float:
    """The demerits of a number of pages that no folded sheet has: 1, 2 and multiples of 4 have none."""
    return 0.0 if count < 3 or count % 4 == 0 else costs.ODD
