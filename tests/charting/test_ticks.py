"""Ticks: those of the paper, of logarithms and of the calendar."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.charting.scale import topped
from briefgen.charting.ticks import Ticks, date_ticks, linear_ticks, log_ticks


@pytest.mark.parametrize(
    ("low", "high", "wanted", "places"),
    [
        (0, 100, 5, (0, 25, 50, 75, 100)),
        (0, 60, 4, (0, 20, 40, 60)),
        (8.1, 14.1, 4, (8, 10, 12, 14)),  # the first example of the paper
        (-10.5, 8.7, 5, (-10, -5, 0, 5, 10)),
        (0, 1e-9, 3, (0, 5e-10, 1e-9)),
        (0, 1e17, 3, (0, 5e16, 1e17)),
    ],
)
def test_nice_numbers(low: float, high: float, wanted: int, places: tuple[float, ...]) -> None:
    assert linear_ticks(low, high, wanted).places == pytest.approx(places, rel=1e-12, abs=1e-30)


@given(st.floats(-1e15, 1e15), st.floats(1e-9, 1e15), st.integers(2, 9))
def test_ticks_are_even_and_few(low: float, span: float, wanted: int) -> None:
    high = low + max(span, abs(low) * 1e-6)
    ticks = linear_ticks(low, high, wanted)
    steps = [b - a for a, b in zip(ticks.places, ticks.places[1:], strict=False)]
    assert 2 <= len(ticks.places) <= 3 * wanted
    assert max(steps) - min(steps) <= 1e-6 * max(steps)
    assert all(round(place, ticks.decimals) == pytest.approx(place, abs=max(steps) / 100) for place in ticks.places)


def test_powers_of_ten() -> None:
    assert log_ticks(3, 800, 5).places == (1, 10, 100, 1000)
    assert log_ticks(3, 40, 6).places == (2, 5, 10, 20, 50)
    assert log_ticks(0.002, 5, 4).decimals == 3


@pytest.mark.parametrize(
    ("first", "last", "wanted", "unit", "count"),
    [
        ("2024-01-01", "2024-01-05", 5, "day", 5),
        ("2024-01-01", "2024-12-31", 4, "month", 4),
        ("2001-06-01", "2024-12-31", 5, "year", 4),
        ("0001-01-01", "9999-12-31", 6, "year", 0),
    ],
)
def test_the_calendar(first: str, last: str, wanted: int, unit: str, count: int) -> None:
    low, high = (float(date.fromisoformat(day).toordinal()) for day in (first, last))
    ticks = date_ticks(low, high, wanted)
    assert ticks.unit in {unit, "day"}
    assert all(low <= place <= high for place in ticks.places)
    assert len(ticks.places) <= wanted
    assert not count or len(ticks.places) == count


@pytest.mark.parametrize(("high", "last"), [(45.0, 45.0), (46.0, 45.0), (47.0, 50.0), (49.9, 50.0)])
def test_what_rises_well_above_the_last_tick_has_one_above_it(high: float, last: float) -> None:
    assert topped(Ticks((35.0, 40.0, 45.0)), high).places[-1] == last
