from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.typeset.balance import LONE, MOST_LINES, UNEVEN, balance_breaks
from briefgen.typeset.breaks import Break


def words(*widths: float, costs: dict[int, float] | None = None) -> list[Break]:
    """Breaks after words of these widths, 10 pt apart; `costs` by number of the word."""
    breaks = [Break(0, 0, 0, 0)]
    for number, width in enumerate(widths, 1):
        last = breaks[-1]
        gap = 10 if number < len(widths) else 0
        end = last.start + width
        cost = (costs or {}).get(number, 0.0)
        breaks.append(Break(end, end + gap, last.space_start, last.space_start + gap, cost))
    return breaks


def cost_of(chain: tuple[int, ...], breaks: list[Break], width: float) -> float:
    aim = breaks[-1].end / len(chain)
    cost = 0.0
    for start, end in pairwise((0, *chain)):
        natural = breaks[end].end - breaks[start].start
        if natural > width:
            return float("inf")
        cost += breaks[end].cost + UNEVEN * ((natural - aim) / aim) ** 2
        cost += LONE if end - start == 1 and len(chain) > 1 else 0
    return cost


@given(st.lists(st.integers(5, 40), min_size=1, max_size=9), st.integers(40, 150), st.data())
def test_no_other_breaks_in_as_few_lines_are_better(widths: list[int], width: int, data: st.DataObject) -> None:
    costs = {number: float(data.draw(st.sampled_from([0, 0, 90, -15]))) for number in range(1, len(widths))}
    breaks = words(*widths, costs=costs)
    last = len(breaks) - 1
    for count in range(last):
        chains = ((*inner, last) for inner in combinations(range(1, last), count))
        best = min(cost_of(chain, breaks, width) for chain in chains)
        if best < float("inf"):
            assert cost_of(tuple(balance_breaks(breaks, [width])), breaks, width) == pytest.approx(best)
            return
    pytest.fail("a chain of single words always fits")


def test_lines_are_even_and_no_more_than_needed() -> None:
    assert balance_breaks(words(*[20] * 6), [140]) == [3, 6]


def test_a_break_that_splits_the_sense_is_avoided() -> None:
    assert balance_breaks(words(*[20] * 6, costs={3: 90.0}), [140]) in ([2, 6], [4, 6])


def test_quotes_take_a_line_more_where_that_makes_more_sense() -> None:
    sensible = words(*[20] * 8, costs={4: 150.0, 3: 300.0, 5: 300.0, 2: -30.0, 6: -30.0})
    assert balance_breaks(sensible, [140]) == [4, 8]
    assert balance_breaks(sensible, [140], spare=True) == [2, 6, 8]
    assert balance_breaks(words(*[20] * 6), [140], spare=True) == [3, 6]
    assert balance_breaks(words(20, 20), [100], spare=True) == [2]


def test_no_word_is_left_alone() -> None:
    assert balance_breaks(words(60, 20, 60), [100]) in ([1, 3], [2, 3])
    assert balance_breaks(words(20, 20, 50, 25), [120]) == [2, 4]


def test_each_line_is_even_with_its_own_width() -> None:
    assert balance_breaks(words(*[20] * 9), [60, 200, 60]) == [2, 9]


def test_what_cannot_fit_or_is_no_display_text_is_left_to_others() -> None:
    assert balance_breaks(words(20, 200), [100]) == []
    assert balance_breaks(words(*[50] * (MOST_LINES + 1)), [60]) == []
