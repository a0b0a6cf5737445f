"""The path under construction: how far it and its parts reach, and how thin they are.

Comes in: points. Goes out: boxes and thicknesses. The promise: memory is bounded, however long the path; a curve counts as
the lines between its control points, within which it lies. Refuses to know what is done with it.
"""

import math
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from briefgen.preflight.matrix import EMPTY, IDENTITY, Box, Matrix, Point, apply, bounds
from briefgen.preflight.objects import numbers_of

LONG = 1.0  # points: what is shorter is a dot and not a line
THIN = 1.0  # points: what is thicker need not be measured
MOST_CORNERS = 64  # of an outline whose thickness is measured
MOST_POINTS = 4000  # of a path that are kept; the rest is one box


class Path:
    """A path in the page's points. What builds it takes the matrix to them, and the operands of the operator.

    FAULTS of `objects` are raised by operands that make no sense, and nothing is built of them.
    """

    def __init__(self) -> None:
        self.clips = False
        self._points: list[Point] = []
        self._done: list[list[Point]] = []  # the parts before the one at hand
        self._kept = 0
        self._rest: Box | None = None

    def clear(self) -> None:
        self.__init__()  # type: ignore[misc]  # all of it is new

    @property
    def parts(self) -> list[list[Point]]:
        """The points of each part."""
        return [*self._done, self._points] if self._points else self._done

    @property
    def box(self) -> Box | None:
        """The box round all points."""
        if not self._points and not self._done and self._rest is None:
            return None
        points = [point for part in self.parts for point in part] if self._done else self._points
        if self._rest is not None:
            points = [*points, self._rest[:2], self._rest[2:]]
        return bounds(points)

    def move(self, matrix: Matrix, given: Any) -> None:
        x, y = given
        point = apply(matrix, float(x), float(y))
        self._next()
        self._points.append(point)

    def line(self, matrix: Matrix, given: Any) -> None:
        x, y = given
        self._points.append(apply(matrix, float(x), float(y)))

    def curve(self, matrix: Matrix, given: Any) -> None:
        a, b, c, d, e, f = matrix
        numbers = list(map(float, given))
        self._points += [(a * x + c * y + e, b * x + d * y + f) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]

    def rectangle(self, matrix: Matrix, given: Any) -> None:
        x, y, width, height = numbers_of(given, 4)
        self._next()
        corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y))
        self._done.append([apply(matrix, *corner) for corner in corners])
        self._kept += 5

    def clip(self, _matrix: Matrix, _given: Any) -> None:
        self.clips = True

    def close(self, _matrix: Matrix = IDENTITY, _given: Any = None) -> None:
        """A line back to where the part at hand began, which is where the next one begins unless it moves."""
        if self._points:
            start = self._points[0]
            self._points.append(start)
            self._next()
            self._points.append(start)

    def _next(self) -> None:
        if len(self._points) > 1:
            self._done.append(self._points)
            self._kept += len(self._points)
        self._points = []
        if self._kept > MOST_POINTS:
            self._rest = self.box
            self._done, self._kept = [], 0

    def lines(self) -> list[Box]:
        """The box of each line."""
        rest = [] if self._rest is None else [self._rest]
        return rest + [bounds(pair) for part in self.parts for pair in pairwise(part)]

    def areas(self) -> list[Box]:
        """The box of each part."""
        rest = [] if self._rest is None else [self._rest]
        return rest + [bounds(part) for part in self.parts if len(part) > 1]

    def thin(self, box: Box) -> tuple[float, Box]:
        """The thinnest part, if it is filled: its thickness, infinite where there is no thin one, and its box.

        `box` is that of the path.
        """
        least, found = math.inf, EMPTY
        # an outline of some thickness holds no more than that times its length, and no part is longer than the whole
        much = 2 * THIN * _length(box)
        for part in self.parts:
            if 1 < len(part) <= MOST_CORNERS and _twice(part) <= much and (thickness := _thickness(part)) < least:
                least, found = thickness, bounds(part)
        return least, found


def _length(box: Box) -> float:
    return math.hypot(box[2] - box[0], box[3] - box[1])


def _twice(points: list[Point]) -> float:
    """Twice the area that points enclose."""
    x, y = points[-1]
    twice = 0.0
    for u, v in points:
        twice += x * v - u * y
        x, y = u, v
    return abs(twice)


def _thickness(points: list[Point]) -> float:
    """The least distance of two parallel lines with all points between them; infinite for a dot and what is thick."""
    long = _length(bounds(points))
    if long < LONG or _twice(points) > 2 * THIN * long:
        return math.inf
    least = math.inf
    hull = _hull(points)
    for a, b in zip(hull, [*hull[1:], hull[0]], strict=True):
        length = math.dist(a, b)
        if length > 1e-9:
            away = max(abs((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])) for p in hull) / length
            least = min(least, away)
    return least


def _hull(points: list[Point]) -> list[Point]:
    """The corners of the smallest shape without dents round points (Andrew's monotone chain)."""
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return ordered
    hull: list[Point] = []
    for row in (ordered, ordered[::-1]):
        start = len(hull)
        for p in row:
            while len(hull) > start + 1 and _turn(hull[-2], hull[-1], p) <= 0:
                hull.pop()
            hull.append(p)
        hull.pop()
    return hull


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


# the operators that build a path (ISO 32000-1, 8.5.2 and 8.5.4)
PATH: dict[str, Callable[[Path, Matrix, Any], None]] = {
    "m": Path.move,
    "l": Path.line,
    **dict.fromkeys(("c", "v", "y"), Path.curve),
    "re": Path.rectangle,
    "h": Path.close,
    **dict.fromkeys(("W", "W*"), Path.clip),
}
