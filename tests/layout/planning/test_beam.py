"""The plans that go on from a page: those that would be chosen if all were compared."""

from hypothesis import given
from hypothesis import strategies as st

from briefgen.layout.planning.beam import Beam
from briefgen.layout.planning.planned import Plan, Progress

OFFERS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 30)), max_size=30)


@given(OFFERS, st.integers(1, 4), st.sampled_from([5.0, 12.0, 100.0]))
def test_the_best_plans_go_on_in_their_order(offers: list[tuple[int, int]], most: int, margin: float) -> None:
    """Each state's cheapest plan, the first of equals, by what it costs and will cost."""

    def ahead(state: Progress) -> float:
        return 3.0 * (6 - state.piece)

    beam = Beam(most, margin, ahead)
    best: dict[Progress, Plan] = {}
    for piece, cost in offers:
        state, plan = Progress(0, piece), Plan(None, None, float(cost), 1)
        known = best.get(state)
        if known is None or plan.cost < known.cost:
            best[state] = plan
        beam.offer(state, plan)
    ranked = sorted((plan.cost + ahead(state), state) for state, plan in best.items())
    chosen = [state for score, state in ranked[:most] if score <= ranked[0][0] + margin]
    assert [*beam.chosen()] == chosen
    assert all(beam.chosen()[state] is best[state] for state in chosen)
    for piece, cost in offers:
        assert beam.is_beaten(Progress(0, piece), float(cost)) or Progress(0, piece) in chosen
