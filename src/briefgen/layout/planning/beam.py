"""The plans that go on from one page to the next: the cheapest to each state, and of those the best few.

Comes: plans, and what the pages after them will cost at least. Goes: those that go on. Promise: what is called beaten, with
the least that it can cost, could not have been among them. Knows no pages.
"""

from collections.abc import Callable
from math import inf

from briefgen.layout.planning.planned import Plan, Progress


class Beam:
    """Plans that come to the same page. At most `most` go on, and none that costs by `margin` more than the best."""

    def __init__(self, most: int, margin: float, ahead: Callable[[Progress], float]) -> None:
        self._most = most
        self._margin = margin
        self._ahead = ahead
        self._plans: dict[Progress, Plan] = {}
        self._scores: dict[Progress, float] = {}
        self._limit = inf  # a plan with a higher score does not go on

    def is_beaten(self, state: Progress, cost: float) -> bool:
        """Whether a plan that has come to `state` and costs at least so much cannot go on."""
        known = self._plans.get(state)
        return (known is not None and known.cost <= cost) or cost + self._ahead(state) > self._limit

    def offer(self, state: Progress, plan: Plan) -> None:
        """A plan that has come to `state`, which goes on unless it is beaten."""
        if self.is_beaten(state, plan.cost):
            return
        self._plans[state] = plan
        self._scores[state] = plan.cost + self._ahead(state)
        ranked = sorted(self._scores.values())
        self._limit = min(ranked[0] + self._margin, ranked[self._most - 1] if len(ranked) >= self._most else inf)

    def chosen(self) -> dict[Progress, Plan]:
        """The plans that go on, the best first."""
        ranked = sorted((score, state) for state, score in self._scores.items())
        return {state: self._plans[state] for score, state in ranked[: self._most] if score <= self._limit}
