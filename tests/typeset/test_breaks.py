from collections.abc import Sequence
from itertools import accumulate, combinations, pairwise
from math import inf

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefgen.typeset.breaks import (
    CONTRAST,
    FORBIDDEN_LADDER,
    LADDER,
    THIRD,
    Break,
    Fit,
    chain_cost,
    cheapest_chain,
    cheapest_chains,
    choose_breaks,
    fitness_class,
    last_line_cost,
    line_cost,
    rate,
)

RAGGED = Fit(0.0, 0.0, fill=30.0)
JUSTIFIED = Fit(0.5, 0.3, 0.02, runt=40.0, sparse=15.0)


def words(*widths: float, space: float = 10.0) -> list[Break]:
    """Breaks after words of these widths, with a word space between them."""
    breaks = [Break(0, 0, 0, 0)]
    for number, width in enumerate(widths):
        last = breaks[-1]
        gap = space if number < len(widths) - 1 else 0
        end = last.start + width
        breaks.append(Break(end, end + gap, last.space_start, last.space_start + gap))
    return breaks


def cost_of(chain: Sequence[int], breaks: list[Break], widths: Sequence[float], fit: Fit) -> tuple[float, float]:
    """The cost of a whole chain of breaks by the rules, and the greatest ratio in it; told line by line."""
    cost, loosest, fitness, ladder = 0.0, 0.0, 1, 0
    for number, (start, end) in enumerate(pairwise((0, *chain))):
        natural = breaks[end].end - breaks[start].start
        space = breaks[end].space_end - breaks[start].space_start
        ratio = rate(fit, natural, space, widths[min(number, len(widths) - 1)])
        if ratio < -1:
            return inf, inf
        if end == len(breaks) - 1:
            cost += last_line_cost(fit, natural, space, ratio)
            ratio = min(ratio, 0.0)
        else:
            cost += line_cost(ratio) + breaks[end].cost
        loosest = max(loosest, ratio)
        cost += CONTRAST if abs(fitness_class(ratio) - fitness) > 1 else 0
        fitness = fitness_class(ratio)
        if breaks[end].hyphen:
            ladder += 1
            cost += LADDER if ladder == 2 else FORBIDDEN_LADDER if ladder > 2 else 0
        elif space >= fit.sparse:
            ladder = 0
    return cost, loosest


def cheapest(breaks: list[Break], widths: Sequence[float], fit: Fit, tolerance: float) -> float:
    """The least cost of all chains, each tried."""
    last = len(breaks) - 1
    chains = ((*inner, last) for count in range(last) for inner in combinations(range(1, last), count))
    costs = (cost_of(chain, breaks, widths, fit) for chain in chains)
    return min((cost for cost, loosest in costs if loosest <= tolerance), default=inf)


@st.composite
def paragraphs(draw: st.DrawFn) -> list[Break]:
    """Short paragraphs with a hyphen here and there, and ends that stand out a little."""
    breaks = [Break(0, 0, 0, 0)]
    for _ in range(draw(st.integers(1, 9))):
        last = breaks[-1]
        end = last.start + draw(st.integers(8, 60))
        hyphen = draw(st.integers(0, 3)) == 0
        gap, extra, cost = (0, draw(st.integers(0, 3)), 60.0) if hyphen else (10, -draw(st.integers(0, 2)), 0.0)
        breaks.append(
            Break(end + extra, end + gap, last.space_start, last.space_start + gap, cost, hyphen),
        )
    return breaks


@given(paragraphs(), st.lists(st.integers(60, 160), min_size=1, max_size=3), st.sampled_from([RAGGED, JUSTIFIED]))
@example(words(30, 30, 30, 30), [70], RAGGED)
def test_no_other_breaks_are_cheaper(breaks: list[Break], widths: list[int], fit: Fit) -> None:
    chain = choose_breaks(breaks, widths, fit)
    assert chain[-1] == len(breaks) - 1
    assert chain == sorted(set(chain))
    best = cheapest(breaks, widths, fit, fit.tolerance)
    if best > FORBIDDEN_LADDER:  # a line beyond the tolerance, or one third hyphen where that is better
        loose = cheapest(breaks, widths, fit, inf)
        best = best if best - FORBIDDEN_LADDER + THIRD < loose else loose
    if best < inf:
        assert cost_of(chain, breaks, widths, fit)[0] == pytest.approx(best)


@given(
    paragraphs(),
    st.lists(st.integers(60, 160), min_size=1, max_size=3),
    st.sampled_from([RAGGED, JUSTIFIED]),
    st.sampled_from([0.2, 0.5, 1.0, 2.5]),
)
def test_no_chain_is_looser_than_what_was_asked_for(
    breaks: list[Break], widths: list[int], fit: Fit, tolerance: float
) -> None:
    chosen = cheapest_chain(breaks, widths, fit, tolerance)
    least = cheapest(breaks, widths, fit, tolerance)
    if chosen:
        cost, loosest = cost_of(chosen, breaks, widths, fit)
        assert loosest <= tolerance
        assert cost == pytest.approx(least)
    else:
        assert least > FORBIDDEN_LADDER


@given(
    paragraphs(),
    st.lists(st.integers(60, 160), min_size=1, max_size=3),
    st.sampled_from([RAGGED, JUSTIFIED]),
    st.sampled_from([0.5, 1.2, 2.5]),
)
@example(words(*[30] * 6), [150], Fit(2.0, 0.5), 2.5)
def test_each_number_of_lines_has_its_cheapest_breaks(
    breaks: list[Break], widths: list[int], fit: Fit, tolerance: float
) -> None:
    """By trying all chains: none of that many lines is cheaper, and none of another number is left out."""
    last = len(breaks) - 1
    expected: dict[int, float] = {}
    for count in range(last):
        for inner in combinations(range(1, last), count):
            cost, loosest = cost_of((*inner, last), breaks, widths, fit)
            if loosest <= tolerance and cost < expected.get(count + 1, inf):
                expected[count + 1] = cost
    found = cheapest_chains(breaks, widths, fit, tolerance)
    assert {lines: cost for lines, (cost, _) in found.items()} == pytest.approx(expected)
    for lines, (cost, chain) in found.items():
        assert len(chain) == lines
        assert cost_of(chain, breaks, widths, fit)[0] == pytest.approx(cost)
        assert chain_cost(breaks, widths, fit, chain) == pytest.approx(cost)


def test_a_text_that_fits_is_one_line() -> None:
    assert choose_breaks(words(30, 30), [70], RAGGED) == [2]


def test_lines_are_filled_as_far_as_they_go() -> None:
    assert choose_breaks(words(30, 30, 30, 30), [70], RAGGED) == [2, 4]


def test_each_line_has_its_own_width() -> None:
    breaks = words(*[20] * 7)
    assert choose_breaks(breaks, [20, 50, 110], RAGGED) == [1, 3, 7]
    assert choose_breaks(breaks, [110, 50, 20], RAGGED) == [4, 6, 7]


def test_a_word_wider_than_its_line_stands_alone() -> None:
    assert choose_breaks(words(20, 300, 20, 20), [60], RAGGED) == [1, 2, 4]


def test_nothing_but_wide_words_is_set_all_the_same() -> None:
    assert choose_breaks(words(300, 300, 300), [60], JUSTIFIED) == [1, 2, 3]


def test_a_third_hyphen_in_a_row_is_avoided_at_any_price() -> None:
    breaks = [Break(0, 0, 0, 0)]
    for index in range(1, 9):  # lines end exactly at the hyphens, or 60 pt before them without a hyphen
        breaks += [Break(at, at, 0, 0, 0, hyphen) for at, hyphen in ((100.0 * index - 60, False), (100.0 * index, True))]
    fit = Fit(0.0, 0.0, fill=30.0)
    hyphens = [breaks[index].hyphen for index in choose_breaks(breaks, [100], fit)[:-1]]
    assert True in hyphens
    assert not any(hyphens[i : i + 3] == [True] * 3 for i in range(len(hyphens)))
    only = [breaks[0], *breaks[2::2]]
    assert choose_breaks(only, [100], fit) == list(range(1, 9))  # there is no other way


def _hyphened(parts: list[int]) -> list[Break]:
    """Parts of one word, each with a hyphen of no width behind it, and a last word after a space of 10."""
    ends = [*accumulate(parts)]
    first = [Break(end, end, 0.0, 0.0, 100.0, hyphen=True) for end in ends]
    return [Break(0.0, 0.0, 0.0, 0.0), *first, Break(ends[-1] + 60.0, ends[-1] + 60.0, 0.0, 0.0)]


def test_a_third_hyphen_is_better_than_a_hole() -> None:
    """Each line of the measure ends in a hyphen, or is half empty."""
    breaks = _hyphened([50] * 6)
    fit = msgspec.structs.replace(JUSTIFIED, runt=0.0)
    assert choose_breaks(breaks, [100], fit) == [2, 4, 6, 7]
    assert cost_of([2, 4, 6, 7], breaks, [100], fit)[0] > FORBIDDEN_LADDER


def test_a_line_of_few_words_does_not_end_a_ladder() -> None:
    fit = Fit(0.5, 0.3, sparse=25.0)
    breaks = [
        Break(0, 0, 0, 0),
        Break(100, 100, 30, 30, hyphen=True),
        Break(200, 200, 60, 60, hyphen=True),
        Break(290, 300, 80, 90),
        Break(400, 400, 120, 120, hyphen=True),
        Break(450, 450, 130, 130),
    ]
    assert cost_of([1, 2, 3, 4, 5], breaks, [100], fit)[0] > FORBIDDEN_LADDER
    assert cost_of([1, 2, 3, 4, 5], breaks, [100], msgspec.structs.replace(fit, sparse=15.0))[0] < FORBIDDEN_LADDER


def test_a_runt_is_avoided_when_the_line_before_can_spare_a_word() -> None:
    breaks = words(30, 30, 30, 30, 12)
    assert choose_breaks(breaks, [148], Fit(2.0, 0.5)) == [4, 5]
    assert choose_breaks(breaks, [148], Fit(2.0, 0.5, runt=40.0)) == [3, 5]


@pytest.mark.parametrize(
    ("natural", "space", "width", "ratio"),
    [
        (100, 20, 100, 0.0),
        (100, 20, 101, 0.0),  # the glyphs take it: 2 % of 80
        (100, 20, 111.6, 1.0),  # 1.6 by the glyphs, 10 by the spaces
        (100, 20, 92.4, -1.0),
        (100, 20, 90, -1.4),
        (100, 0, 101.5, 0.0),
        (100, 0, 104, 30.0),
    ],
)
def test_glyphs_give_way_before_word_spaces(natural: float, space: float, width: float, ratio: float) -> None:
    assert rate(JUSTIFIED, natural, space, width) == pytest.approx(ratio)


def test_a_line_without_spaces_cannot_shrink() -> None:
    assert rate(Fit(0.5, 0.3), 100, 0, 99) == -inf


def test_time_grows_with_the_text_and_not_faster() -> None:
    calls = []
    for count in (200, 400):
        breaks = words(*[20 + index % 7 for index in range(count)])
        calls.append(_count_rates(breaks))
    assert calls[1] < 2.2 * calls[0]


def _count_rates(breaks: list[Break]) -> int:
    """How many lines are looked at in setting a paragraph."""
    import sys

    seen = 0

    def watch(frame: object, event: str, _: object) -> None:
        nonlocal seen
        seen += event == "call" and getattr(frame, "f_code", None) is rate.__code__

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        choose_breaks(breaks, [200], JUSTIFIED)
    finally:
        sys.setprofile(before)
    return seen


def test_the_emptier_a_line_without_spaces_the_worse() -> None:
    """So that a fragment does not stand alone where a fuller line may be had: neither of them can be stretched."""
    assert rate(JUSTIFIED, 20, 0, 100) > rate(JUSTIFIED, 90, 0, 100)


@pytest.mark.parametrize(
    ("last", "ends"),
    [
        ((70,), [3, 5]),  # a line above that is looser than others may be
        ((100,), [4, 5]),  # a long word is no runt
        ((40, 40), [4, 6]),  # nor are two
    ],
)
def test_ragged_lines_may_be_looser_for_a_last_word_that_is_alone(last: tuple[int, ...], ends: list[int]) -> None:
    fit = msgspec.structs.replace(RAGGED, runt=90.0)
    breaks = words(70, 70, 70, 70, *last, space=5.0)
    assert choose_breaks(breaks, [300], fit) == ends
    assert choose_breaks(breaks[: len(breaks) - len(last)], [300], fit) == [4]
