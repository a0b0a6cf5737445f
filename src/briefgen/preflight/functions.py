"""Functions of a file (ISO 32000-1, 7.10): numbers in, numbers out.

Comes in: a function object, or an array of them. Goes out: a Function, or None where there is none to be made sense of. The
promise: nothing is run but arithmetic, in bounded steps; a call gives numbers or raises one of FAULTS. Refuses to know what
the numbers are.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from typing import Any

import pikepdf

from briefgen.preflight.objects import decoded, entry, items, number, numbers
from briefgen.preflight.postscript import program

Values = tuple[float, ...]
Function = Callable[[Sequence[float]], Values]

MOST_DEPTH = 4
MOST_SAMPLES = 1 << 20  # bytes of a table
MOST_INPUTS = 8
MOST_PARTS = 64


def read(value: Any, depth: int = 0) -> Function | None:
    """A function; of an array, the one that gives the first result of each. TooLargeError or one of FAULTS when damaged."""
    if depth > MOST_DEPTH:
        return None
    if isinstance(value, pikepdf.Array):
        parts = [read(item, depth + 1) for item in items(value)[:MOST_PARTS]]
        sound = [part for part in parts if part is not None]
        return (lambda given: tuple(part(given)[0] for part in sound)) if parts and len(sound) == len(parts) else None
    kind = number(entry(value, "/FunctionType"))
    if kind == 0 and isinstance(value, pikepdf.Stream):
        return _clipped(value, _sampled(value))
    if kind == 2:
        return _clipped(value, _exponential(value))
    if kind == 3:
        return _clipped(value, _stitched(value, depth))
    if kind == 4 and isinstance(value, pikepdf.Stream):
        run = program(decoded(value, MOST_SAMPLES))
        return None if run is None else _clipped(value, run)
    return None


def _pairs(value: Any) -> list[tuple[float, float]]:
    """An array of limits, two by two."""
    flat = [number(item) or 0.0 for item in items(value)]
    return list(zip(flat[::2], flat[1::2], strict=False))


def _within(values: Sequence[float], limits: list[tuple[float, float]]) -> Values:
    if not limits:
        return tuple(values)
    return tuple(min(max(value, low), high) for value, (low, high) in zip(values, limits, strict=False))


def _clipped(value: Any, inner: Function | None) -> Function | None:
    """Inputs are cut to the domain and results to the range."""
    if inner is None:
        return None
    domain, range_ = _pairs(entry(value, "/Domain")), _pairs(entry(value, "/Range"))
    return lambda given: _within(inner(_within(given, domain)), range_)


def _exponential(value: Any) -> Function:
    start = [number(item) or 0.0 for item in items(entry(value, "/C0")) or [0]]
    end = [number(item) or 0.0 for item in items(entry(value, "/C1")) or [1]]
    power = number(entry(value, "/N")) or 1.0
    return lambda given: tuple(a + given[0] ** power * (b - a) for a, b in zip(start, end, strict=False))


def _stitched(value: Any, depth: int) -> Function | None:
    parts = [read(item, depth + 1) for item in items(entry(value, "/Functions"))[:MOST_PARTS]]
    bounds = [number(item) or 0.0 for item in items(entry(value, "/Bounds"))]
    encode, domain = _pairs(entry(value, "/Encode")), (_pairs(entry(value, "/Domain")) or [(0.0, 1.0)])[0]
    if not parts or None in parts or len(bounds) != len(parts) - 1 or len(encode) < len(parts):
        return None
    edges = [domain[0], *bounds, domain[1]]

    def run(given: Sequence[float]) -> Values:
        at = sum(given[0] >= bound for bound in bounds)
        low, high = edges[at], edges[at + 1]
        share = (given[0] - low) / (high - low) if high > low else 0.0
        part = parts[at]
        return part((encode[at][0] + share * (encode[at][1] - encode[at][0]),)) if part else ()

    return run


def _sampled(value: Any) -> Function | None:
    """A table with as many dimensions as inputs, linear between its samples."""
    domain, range_ = _pairs(entry(value, "/Domain")), _pairs(entry(value, "/Range"))
    sizes = [int(number(item) or 0) for item in items(entry(value, "/Size"))]
    bits = int(number(entry(value, "/BitsPerSample")) or 0)
    results = len(range_)
    sound = len(sizes) == len(domain) and 0 < len(sizes) <= MOST_INPUTS and 0 not in sizes
    if bits not in (8, 16, 32) or not results or not sound:
        return None
    step = bits // 8
    data = decoded(value, MOST_SAMPLES)
    if len(data) < math.prod(sizes) * results * step:
        return None
    encode = _pairs(entry(value, "/Encode")) or [(0.0, size - 1.0) for size in sizes]
    decode = _pairs(entry(value, "/Decode")) or range_
    strides = [math.prod(sizes[:at]) for at in range(len(sizes))]

    def sample(place: int) -> list[float]:
        at = place * results * step
        raw = (int.from_bytes(data[at + step * n : at + step * (n + 1)], "big") for n in range(results))
        return [low + part / (256**step - 1) * (high - low) for part, (low, high) in zip(raw, decode, strict=False)]

    def run(given: Sequence[float]) -> Values:
        corners = []
        for part, (low, high), (start, end), size in zip(given, domain, encode, sizes, strict=False):
            at = start + (part - low) / ((high - low) or 1.0) * (end - start)
            at = min(max(at, 0.0), size - 1.0)
            corners.append(list(_corner(at, size)))
        total = [0.0] * results
        for corner in product(*corners):
            weight = math.prod(share for _, share in corner)
            place = sum(at * stride for (at, _), stride in zip(corner, strides, strict=False))
            total = [a + weight * b for a, b in zip(total, sample(place), strict=True)]
        return tuple(total)

    return run


def _corner(at: float, size: int) -> Iterator[tuple[int, float]]:
    """The samples on both sides of a place, each with its weight."""
    low = int(at)
    yield low, 1 - (at - low)
    if at > low and low + 1 < size:
        yield low + 1, at - low


def is_identity(value: Any) -> bool:
    """Whether a transfer function changes nothing: by its name, or by its numbers."""
    if isinstance(value, pikepdf.Name):
        return value in (pikepdf.Name.Identity, pikepdf.Name.Default)
    if isinstance(value, pikepdf.Array):
        return all(is_identity(item) for item in items(value))
    if numbers(entry(value, "/Domain"), 2) is None:
        return False
    run = read(value)
    return run is not None and all(abs(run((step / 8,))[0] - step / 8) < 0.002 for step in range(9))
