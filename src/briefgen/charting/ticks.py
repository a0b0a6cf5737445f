"""Ticks of axes: where they stand, and how many decimals their numbers need.

Numbers by Talbot, Lin and Hanrahan, "An extension of Wilkinson's algorithm for positioning tick labels on axes", IEEE
TVCG 16 (6), 2010; logarithms by powers of ten with 2 and 5 between them; days by the units of the calendar.
"""

import math
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

STEPS = (1.0, 5.0, 2.0, 2.5, 4.0, 3.0)  # the nicest first
SIMPLE, COVER, DENSE = 0.25, 0.2, 0.5  # the weights of the paper; legibility, the fourth, is looked after by who draws
LEGIBLE = 0.05
ROUNDING = 1e-10
SKIPS_MOST = 12
MOST = 40
LARGEST_DAY = date.max.toordinal()


class Ticks(NamedTuple):
    """Places of ticks in rising order, and how many decimals tell them apart. `unit`: of the calendar, or ""."""

    places: tuple[float, ...]
    decimals: int = 0
    unit: str = ""


def linear_ticks(low: float, high: float, wanted: int) -> Ticks:
    """Ticks for values from `low` to `high`, about `wanted` of them, not all within the values."""
    wanted = max(2, wanted)
    best, found = -2.0, (low, high - low, 2)
    for skip in range(1, SKIPS_MOST):
        simple_most = _simplicity_most(skip)
        if _score(simple_most, 1, 1) < best:
            break
        for rank, step in enumerate(STEPS):
            best, found = _with_step(low, high, wanted, (skip, rank, step), (best, found))
    start, step, count = found
    places = tuple([_clean(start + number * step, step) for number in range(count)])
    return Ticks(
        places, max(_decimals(part, step) for part in (step, start))
    )  # they may begin between multiples of the step


Found = tuple[float, float, int]  # the first tick, the step, how many


def _with_step(
    low: float, high: float, wanted: int, way: tuple[int, int, float], so_far: tuple[float, Found]
) -> tuple[float, Found]:
    """The best of the ticks of one step and those found before."""
    skip, rank, nice = way
    best, found = so_far
    for count in range(2, MOST):
        dense_most = 2 - (count - 1) / (wanted - 1) if count >= wanted else 1.0
        if _score(_simplicity(rank, skip, True), 1, dense_most) < best:
            if count >= wanted:
                break
            continue
        power = math.floor(math.log10((high - low) / (count + 1) / (skip * nice)))
        for exponent in (power, power + 1):
            step = skip * nice * 10.0**exponent
            span = step * (count - 1)
            if _score(_simplicity(rank, skip, True), _cover_most(low, high, span), dense_most) < best:
                continue
            for start in _starts(low, high, step, span, skip):
                zero = abs(start - round(start / step) * step) < ROUNDING * step and start <= 0 <= start + span
                score = _score(
                    _simplicity(rank, skip, zero),
                    _coverage(low, high, start, start + span),
                    _density(count, wanted, (low, high, start, start + span)),
                )
                if score > best:
                    best, found = score, (start, step, count)
    return best, found


def _starts(low: float, high: float, step: float, span: float, skip: int) -> Iterator[float]:
    unit = step / skip
    first, last = math.floor(high / step) * skip - round(span / unit), math.ceil(low / step) * skip
    for number in range(first, min(last, first + 100) + 1):
        yield number * unit


def _score(simple: float, cover: float, dense: float) -> float:
    return SIMPLE * simple + COVER * cover + DENSE * dense + LEGIBLE


def _simplicity(rank: int, skip: int, zero: bool) -> float:
    return 1 - rank / (len(STEPS) - 1) - skip + (1 if zero else 0)


def _simplicity_most(skip: int) -> float:
    return 2.0 - skip


def _coverage(low: float, high: float, first: float, last: float) -> float:
    return 1 - 0.5 * ((high - last) ** 2 + (low - first) ** 2) / (0.1 * (high - low)) ** 2


def _cover_most(low: float, high: float, span: float) -> float:
    half = (span - (high - low)) / 2
    return 1 - half**2 / (0.1 * (high - low)) ** 2 if half > 0 else 1.0


def _density(count: int, wanted: int, ends: tuple[float, float, float, float]) -> float:
    low, high, first, last = ends
    rate, aim = (count - 1) / (last - first), (wanted - 1) / (max(last, high) - min(first, low))
    return 2 - max(rate / aim, aim / rate)


def _clean(value: float, step: float) -> float:
    """The value without the error of its sums."""
    places = max(0, 1 - math.floor(math.log10(step)) + 1)
    return round(value, min(places, 300)) + 0.0


def _decimals(value: float, step: float) -> int:
    """The decimals that a value needs, to a thousandth of a step."""
    for decimals in range(20):
        if abs(value - round(value, decimals)) < step / 1000:
            return decimals
    return 20


def log_ticks(low: float, high: float, wanted: int) -> Ticks:
    """Powers of ten from `low` to `high`, above 0, and 2 and 5 times of them where there are few."""
    first, last = math.floor(math.log10(low) + ROUNDING), math.ceil(math.log10(high) - ROUNDING)
    last = max(last, first + 1)
    every = max(1, math.ceil((last - first) / max(1, wanted - 1)))
    powers = range(first, last + 1, every)
    between = (1, 2, 5) if (last - first) * 3 <= wanted else (1,)
    places = [part * 10.0**power for power in powers for part in between]
    inside = [place for place in places if low * (1 - ROUNDING) <= place <= high * (1 + ROUNDING)]
    # the axis begins and ends with ticks
    below = [place for place in places if place < low * (1 - ROUNDING)][-1:]
    above = [place for place in places if place > high * (1 + ROUNDING)][:1]
    return Ticks((*below, *inside, *above), max(0, -first))


def date_ticks(low: float, high: float, wanted: int) -> Ticks:
    """Days, given by their numbers, on which years, months or days begin; all within `low` and `high`."""
    for unit, every in (
        ("day", 1), ("day", 7), ("month", 1), ("month", 3), ("month", 6), ("year", 1), ("year", 2), ("year", 5),
        ("year", 10), ("year", 20), ("year", 50), ("year", 100), ("year", 500), ("year", 1000),
    ):  # fmt: skip
        if (high - low) / (every * {"day": 1, "month": 30.4, "year": 365.2}[unit]) > wanted + 1:
            continue
        places = _days(low, high, unit, every)
        if len(places) <= max(1, wanted):
            return Ticks(places, 0, unit)
    return Ticks((low,), 0, "day")


def _days(low: float, high: float, unit: str, every: int) -> tuple[float, ...]:
    if unit == "day":
        return tuple(float(day) for day in range(math.ceil(low), math.floor(high) + 1, every))
    first = date.fromordinal(max(1, math.floor(low)))
    last = date.fromordinal(min(LARGEST_DAY, math.ceil(high)))
    if unit == "year":
        years = range(max(1, first.year // every * every), last.year + 1, every)
        found = [date(year, 1, 1) for year in years if year > 0]
    else:
        months = range(first.year * 12 + (first.month - 1) // every * every, last.year * 12 + last.month, every)
        found = [date(month // 12, month % 12 + 1, 1) for month in months]
    return tuple(float(day.toordinal()) for day in found if low <= day.toordinal() <= high)
