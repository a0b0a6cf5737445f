"""Transformations of the plane, as PDF writes them: (a, b, c, d, e, f) (ISO 32000-1, 8.3.3).

Comes in: matrices and boxes. Goes out: the same, in other coordinates. The promise: numbers only. Refuses to know what they
measure.
"""

import math
from collections.abc import Sequence

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]
Point = tuple[float, float]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
EMPTY: Box = (0.0, 0.0, 0.0, 0.0)


def multiply(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does `first`, and `then` the other."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def shifted(matrix: Matrix, x: float, y: float) -> Matrix:
    """The matrix after a step of x and y: what `multiply` makes of a mere translation, in half the time."""
    a, b, c, d, e, f = matrix
    return a, b, c, d, a * x + c * y + e, b * x + d * y + f


def matrix_of(values: Sequence[float]) -> Matrix:
    """Six numbers as a matrix. ValueError when there are not six."""
    a, b, c, d, e, f = values
    return a, b, c, d, e, f


def apply(matrix: Matrix, x: float, y: float) -> Point:
    """A point, moved."""
    return matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]


def place(matrix: Matrix, left: float, bottom: float, right: float, top: float) -> Box:
    """The box round a rectangle, moved."""
    a, b, c, d, e, f = matrix
    if not b and not c:  # so are nearly all, and this takes a third of the time
        left, right = a * left + e, a * right + e
        bottom, top = d * bottom + f, d * top + f
        return (
            (left if left < right else right),
            (bottom if bottom < top else top),
            (right if left < right else left),
            (top if bottom < top else bottom),
        )
    return bounds([apply(matrix, x, y) for x, y in ((left, bottom), (right, bottom), (left, top), (right, top))])


def bounds(points: Sequence[Point]) -> Box:
    """The box round points; EMPTY round none."""
    if not points:
        return EMPTY
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def overlap(first: Box, second: Box) -> Box:
    """What two boxes have in common; right is left of left where that is nothing."""
    return max(first[0], second[0]), max(first[1], second[1]), min(first[2], second[2]), min(first[3], second[3])


def is_empty(box: Box) -> bool:
    """Whether nothing of it can be seen. A line without width still has a place, and is seen."""
    return box[0] > box[2] or box[1] > box[3]


def inside(inner: Box, outer: Box, slack: float) -> bool:
    """Whether one box lies within another, give or take `slack`."""
    return (
        inner[0] >= outer[0] - slack
        and inner[1] >= outer[1] - slack
        and inner[2] <= outer[2] + slack
        and inner[3] <= outer[3] + slack
    )


def scales(matrix: Matrix) -> tuple[float, float]:
    """By how much a matrix stretches, in the direction that it stretches least and in the one that it stretches most.

    These are its singular values.
    """
    a, b, c, d = matrix[:4]
    half = (a * a + b * b + c * c + d * d) / 2
    area = abs(a * d - b * c)
    most = math.sqrt(half + math.sqrt(max(0.0, half * half - area * area)))
    return (area / most if most else 0.0), most
