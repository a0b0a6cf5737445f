"""Asides in margins: beside their lines, pushed down and up, spilled in order."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefgen.layout.measuring.pieces import BESIDE_GAP
from briefgen.layout.planning.margin import MarginCall, Standing, place_asides


def _places(rooms: list[int], *asides: tuple[int, int, int]) -> list[tuple[int, int]]:
    found = place_asides(rooms, [MarginCall(*aside) for aside in asides])
    assert not found.left
    return [(standing.page, standing.top) for standing in found.standings]


def test_an_aside_stands_beside_its_line() -> None:
    assert _places([40], (0, 7, 4), (0, 20, 5)) == [(0, 7), (0, 20)]


def test_the_one_above_pushes_down() -> None:
    assert _places([40], (0, 7, 4), (0, 9, 5)) == [(0, 7), (0, 12)]


def test_the_foot_pushes_up_no_more_than_it_must() -> None:
    assert _places([40], (0, 2, 4), (0, 33, 4), (0, 39, 3)) == [(0, 2), (0, 32), (0, 37)]


def test_a_full_margin_is_filled_to_the_row() -> None:
    assert _places([9], (0, 8, 4), (0, 8, 4)) == [(0, 0), (0, 5)]


def test_what_a_page_cannot_hold_goes_to_the_head_of_the_next_before_its_own() -> None:
    assert _places([9, 20], (0, 0, 4), (0, 8, 5), (0, 8, 2), (1, 3, 4)) == [(0, 0), (1, 0), (1, 6), (1, 9)]


def test_an_aside_higher_than_every_margin_is_left_and_keeps_back_no_other() -> None:
    found = place_asides([9, 9], [MarginCall(0, 0, 12), MarginCall(0, 3, 2)])
    assert found.left == (0,)
    assert found.standings == (Standing(1, 0, 3),)


def test_what_the_last_page_cannot_hold_is_left() -> None:
    assert place_asides([5], [MarginCall(0, 0, 4), MarginCall(0, 1, 4)]).left == (1,)


_ASIDES = st.lists(st.builds(MarginCall, st.integers(0, 4), st.integers(0, 30), st.integers(1, 14)), max_size=12)


@given(st.lists(st.integers(0, 30), min_size=1, max_size=5), _ASIDES)
def test_each_is_placed_once_or_left_and_none_meets_another(rooms: list[int], asides: list[MarginCall]) -> None:
    asides.sort(key=lambda aside: (aside.page, aside.row))
    found = place_asides(rooms, asides)
    numbers = [standing.number for standing in found.standings]
    assert numbers == sorted(numbers), "the order holds"
    assert sorted([*numbers, *found.left]) == [*range(len(asides))]
    for standing in found.standings:
        aside = asides[standing.number]
        assert standing.page >= aside.page
        assert 0 <= standing.top <= rooms[standing.page] - aside.rows
    for upper, lower in pairwise(found.standings):
        assert upper.page < lower.page or upper.top + asides[upper.number].rows + BESIDE_GAP <= lower.top
