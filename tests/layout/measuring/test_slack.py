"""Rows let into a column: all spaces of a kind grow together."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.layout.measuring.slack import KINDS, SERIES, UNITS, Ways, most, shared, twice

SPACES = st.lists(st.tuples(st.sampled_from(("", *KINDS)), st.just(False)), max_size=12)


def units(spaces: list[tuple[str, bool]], *, reluctant: bool = False) -> int:
    return sum(UNITS[kind] for kind, held in spaces if held or not reluctant)


@given(SPACES)
def test_all_spaces_of_a_kind_grow_by_a_row_or_none_does(spaces: list[tuple[str, bool]]) -> None:
    """Against every choice of kinds: no other number of rows can be let in, and those that can are. A series takes any."""
    counts = [sum(kind == each for kind, _ in spaces) for each in KINDS if each != SERIES]
    series = sum(kind == SERIES for kind, _ in spaces)
    sums = {sum(chosen) for size in range(len(KINDS)) for chosen in combinations(counts, size)}
    sums = {rows + more for rows in sums for more in range(series + 1)}
    able = Ways()(units(spaces), 0, 99)
    assert {rows for rows in range(99) if able >> rows & 1} == sums
    for rows in sums:
        found = shared(spaces, rows)
        assert sum(found.values()) == pytest.approx(rows)
        grown = {spaces[number][0] for number in found}
        assert [rows for number, rows in found.items() if spaces[number][0] != SERIES] == [1] * (
            len(found) - series * (SERIES in grown)
        )
        assert len({rows for number, rows in found.items() if spaces[number][0] == SERIES}) <= 1
        assert {number for number, (kind, _) in enumerate(spaces) if kind in grown} == {*found}


def test_kinds_that_come_first_are_let_out_first() -> None:
    run = [(kind, False) for kind in ("", "finding", "heading", "finding", "block")]
    assert [shared(run, spread) for spread in range(5)] == [
        {},
        {2: 1},
        {2: 1, 4: 1},
        {1: 1, 2: 1, 3: 1},
        {1: 1, 2: 1, 3: 1, 4: 1},
    ]


def test_kinds_with_a_space_below_a_short_line_come_last_and_only_for_many_rows() -> None:
    run = [("heading", False), ("heading", True), ("block", False)]
    able = [Ways()(units(run), units(run, reluctant=True), short) for short in (3, 4)]
    assert able == [0b11, 0b1111]
    assert [shared(run, spread) for spread in (1, 2)] == [{2: 1}, {0: 1, 1: 1}]


@pytest.mark.parametrize(
    ("able", "short", "rows"), [(0b1101, 1, 0), (0b1101, 2, 2), (0b1101, 9, 3), (1, 4, 0), (0b11, -1, 0)]
)
def test_no_more_rows_are_let_in_than_are_lacking(able: int, short: int, rows: int) -> None:
    assert most(able, short) == rows


def test_a_series_grows_twice_where_much_is_left_and_that_takes_it_away() -> None:
    run = [("", False), ("series", False), ("heading", False), ("series", False)]
    assert [twice(units(run), left) for left in (6, 7, 9, 10)] == [0, 2, 2, 0]
    assert [twice(units(run), left, seen=True) for left in (3, 4, 5, 9, 10)] == [0, 1, 2, 2, 0]
    assert shared(run, 5) == {1: 2, 2: 1, 3: 2}
    assert shared(run, 4) == {1: 1.5, 2: 1, 3: 1.5}


def test_a_series_shares_out_what_others_leave() -> None:
    run = [("series", False), ("heading", False), ("heading", False), ("series", False)]
    assert [shared(run, rows) for rows in (1, 2, 3)] == [{0: 0.5, 3: 0.5}, {1: 1, 2: 1}, {0: 0.5, 1: 1, 2: 1, 3: 0.5}]
