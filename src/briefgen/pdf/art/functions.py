"""Functions of one variable that shadings and tints are made by (ISO 32000-1, 7.10).

Comes: a function of a PDF. Goes: its values, or the same function with other values. Promise: sampled, exponential and
stitching functions are told exactly at their ends and knots; a program in PostScript is refused. Raises ArtFault.
"""

from collections.abc import Callable
from itertools import pairwise

import pikepdf

from briefgen.pdf.art.fault import ArtFault, Object
from briefgen.pdf.number import number
from briefgen.pdf.objects import Array, Dictionary

PIECES = 12  # that a straight run between two colours is cut into: in other inks it is bent
DEEPEST = 5
SAMPLES_MOST = 4096

Values = tuple[float, ...]


def evaluate(function: Object, x: float, depth: int = 0) -> Values:
    """The values of a function, or of an array of functions with one value each, at `x`."""
    if isinstance(function, pikepdf.Array):
        return tuple(value for each in function for value in evaluate(each, x, depth))
    if depth > DEEPEST:
        raise ArtFault("functions within functions without an end")
    low, high = _numbers(function.get("/Domain", (0, 1)))[:2]
    x = min(max(x, low), high)
    match int(function.get("/FunctionType", -1)):
        case 0:
            return _sampled(function, x, low, high)
        case 2:
            first, last = _numbers(function.get("/C0", (0,))), _numbers(function.get("/C1", (1,)))
            power = x ** float(function.get("/N", 1))
            return tuple(a + power * (b - a) for a, b in zip(first, last, strict=True))
        case 3:
            return _stitched(function, x, (low, high), depth)
        case _:
            raise ArtFault("a colour that is calculated by a program")


def converted(function: Object, domain: tuple[float, float], ink: Callable[[Values], Values]) -> Dictionary:
    """A function with the same course whose values went through `ink`."""
    knots = _knots(function, *domain)
    pieces = []
    for start, end in pairwise(knots):
        # just within a piece, for at a knot two pieces may have different values: a hard edge
        inset = (end - start) * 1e-6
        colours = (ink(evaluate(function, start + inset)), ink(evaluate(function, end - inset)))
        pieces.append(_straight(*colours))
    if len(pieces) == 1:
        return pieces[0]
    return Dictionary(
        {
            "FunctionType": 3,
            "Domain": Array([number(value) for value in domain]),
            "Functions": Array(pieces),
            "Bounds": Array([number(value, 6) for value in knots[1:-1]]),
            "Encode": Array([0, 1] * len(pieces)),
        }
    )


def _straight(first: Values, last: Values) -> Dictionary:
    return Dictionary(
        {
            "FunctionType": 2,
            "Domain": Array([0, 1]),
            "C0": Array([number(value) for value in first]),
            "C1": Array([number(value) for value in last]),
            "N": 1,
        }
    )


def _knots(function: Object, low: float, high: float) -> list[float]:
    """Where a function bends, or may be bent by other inks."""
    inner: set[float] = set()
    if not isinstance(function, pikepdf.Array) and int(function.get("/FunctionType", -1)) == 3:
        inner = {value for value in _numbers(function.get("/Bounds", ())) if low < value < high}
    outer = sorted({low, high, *inner})
    steps = max(1, min(PIECES, 240 // len(outer)))
    found = [a + (b - a) * step / steps for a, b in pairwise(outer) for step in range(steps)]
    return [*found, outer[-1]]


def _sampled(function: Object, x: float, low: float, high: float) -> Values:
    bits, sizes = int(function.get("/BitsPerSample", 8)), _numbers(function.get("/Size", ()))
    if bits not in {8, 16} or len(sizes) != 1 or not 1 < sizes[0] <= SAMPLES_MOST:
        raise ArtFault("a colour table of a kind that is not read")
    limits = _numbers(function.get("/Range", ()))
    count, width, data = len(limits) // 2, bits // 8, function.read_bytes()
    if len(data) < int(sizes[0]) * count * width:
        raise ArtFault("a colour table that is cut short")
    decode = _numbers(function.get("/Decode", limits))
    at = (x - low) / (high - low) * (sizes[0] - 1) if high > low else 0.0
    first = min(int(at), int(sizes[0]) - 2)

    def sample(row: int, column: int) -> float:
        start = (row * count + column) * width
        value = int.from_bytes(data[start : start + width], "big") / (256**width - 1)
        return float(decode[2 * column] + value * (decode[2 * column + 1] - decode[2 * column]))

    share = at - first
    return tuple((1 - share) * sample(first, column) + share * sample(first + 1, column) for column in range(count))


def _stitched(function: Object, x: float, domain: tuple[float, float], depth: int) -> Values:
    bounds, encode = _numbers(function.get("/Bounds", ())), _numbers(function.get("/Encode", ()))
    number_of = sum(bound <= x for bound in bounds)
    edges = [domain[0], *bounds, domain[1]]
    functions = function.get("/Functions", ())
    number_of = min(number_of, len(functions) - 1)
    start, end = edges[number_of], edges[number_of + 1]
    first, last = encode[2 * number_of], encode[2 * number_of + 1]
    inner = first if end == start else first + (x - start) / (end - start) * (last - first)
    return evaluate(functions[number_of], inner, depth + 1)


def _numbers(values: Object) -> Values:
    return tuple(float(value) for value in values)
