"""Scales: from values to points along an axis."""

import math
from operator import itemgetter

import msgspec

from briefgen.charting.plot import Plot
from briefgen.charting.ticks import Ticks, linear_ticks, log_ticks

COUNTS, DEARER = 3, 0.08  # of ticks, that are tried; what of the axis each more has to save
ABOVE_LAST = 0.25  # of a step: values that reach further beyond the last tick want another


class Scale(msgspec.Struct, frozen=True):
    """Values from `low` to `high` to points from `start` to `end`, which may run backwards."""

    low: float
    high: float
    start: float
    end: float
    log: bool = False

    def __call__(self, value: float) -> float:
        low, high = self.low, self.high
        if self.log:
            low, high, value = math.log10(low), math.log10(high), math.log10(max(value, 1e-300))
        share = (value - low) / (high - low) if high > low else 0.5
        return self.start + min(1.0, max(0.0, share)) * (self.end - self.start)


def extent(values: "list[float]", *, zero: bool) -> tuple[float, float]:
    """The least and the greatest of values, never the same; 0 among them where lengths are drawn."""
    low, high = (min(values), max(values)) if values else (0.0, 1.0)
    if zero:
        low, high = min(low, 0.0), max(high, 0.0)
    if high - low > 1e-9 * max(abs(low), abs(high)):
        return low, high
    if zero or low == 0.0:
        return (low, high) if high > low else (0.0, 1.0)
    return low - abs(low) / 10, high + abs(high) / 10


def value_axis(plot: Plot, values: "list[float]", wanted: int, *, zero: bool) -> tuple[float, float, Ticks]:
    """Where the axis of values begins and ends, and its ticks."""
    if plot.log:
        above = [value for value in values if value > 0]
        low, high = (min(above), max(above)) if above else (1.0, 10.0)
        low, high = plot.start or low, plot.end or high
        ticks = log_ticks(low, max(high, low * 1.0001), wanted)
        return min(low, ticks.places[0]), max(high, ticks.places[-1]), ticks
    low, high = extent(values, zero=zero and plot.start is None)
    low, high = plot.start if plot.start is not None else low, plot.end if plot.end is not None else high
    if high <= low:
        high = low + max(1.0, abs(low))
    fixed = (plot.start is not None, plot.end is not None)
    ticks = linear_ticks(low, high, wanted) if zero else _closed(low, high, wanted, fixed)
    slack = 1e-9 * (high - low)
    places = [p for p in ticks.places if (not fixed[0] or p >= low - slack) and (not fixed[1] or p <= high + slack)]
    if zero:  # no empty stretch beyond the last length but what the next tick closes
        places = [p for p in places if low - (high - low) / 2 <= p <= high + (high - low) / 2]
    ticks = ticks._replace(places=tuple(places) or (low, high))
    return min(low, ticks.places[0]), max(high, ticks.places[-1]), ticks


def _closed(low: float, high: float, wanted: int, fixed: tuple[bool, bool]) -> Ticks:
    """Ticks with all values between the first and the last, but where an end is fixed: those that waste least.

    Where no length is drawn, the axis begins with its first tick, or its line would stand close beside that of the grid, and
    no value lies on the edge of the plot.
    """
    slack = 1e-9 * (high - low)
    found = []
    for more in range(COUNTS):
        ticks = linear_ticks(low, high, wanted + more)
        step = ticks.places[1] - ticks.places[0]
        before, after = ticks.places[0] - step, ticks.places[-1] + step
        below = (round(before, ticks.decimals + 2),) if not fixed[0] and ticks.places[0] > low + slack else ()
        above = (round(after, ticks.decimals + 2),) if not fixed[1] and ticks.places[-1] < high - slack else ()
        places = (*below, *ticks.places, *above)
        found.append(((places[-1] - places[0]) * (1 + more * DEARER), ticks._replace(places=places)))
    return min(found, key=itemgetter(0))[1]


def topped(ticks: Ticks, high: float) -> Ticks:
    """The ticks of an axis with one more where the values rise well above the last: else none up there can be read."""
    *_, before, last = (ticks.places[0], *ticks.places)
    step = last - before
    if step <= 0 or high - last <= ABOVE_LAST * step:
        return ticks
    return ticks._replace(places=(*ticks.places, round(last + step, ticks.decimals + 2)))
