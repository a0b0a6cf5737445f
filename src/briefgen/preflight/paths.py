"""The path under construction: how far it reaches, and whether it is a thin rectangle.

Comes in: points. Goes out: boxes. The promise: constant memory, however long the path. Refuses to know what is done with it.
"""

import math

from briefgen.preflight.matrix import EMPTY, Box, Matrix, Point, apply

LONG = 1.0  # points: what is shorter is a dot and not a line


class Path:
    """A path in the page's points. `thin`: the short side of its thinnest rectangle, and that rectangle's box."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        self._left = self._top = math.inf
        self._right = self._bottom = -math.inf
        self._corners: list[Point] = []
        self.thickness = math.inf
        self.thin: Box = EMPTY
        self.clips = False

    @property
    def box(self) -> Box | None:
        """The box round all points; curves lie within their control points."""
        return (self._left, self._top, self._right, self._bottom) if self._left <= self._right else None

    def move(self, matrix: Matrix, x: float, y: float) -> None:
        self.end()
        self._add(apply(matrix, x, y))

    def line(self, matrix: Matrix, x: float, y: float) -> None:
        self._add(apply(matrix, x, y))

    def curve(self, matrix: Matrix, points: tuple[Point, ...]) -> None:
        for x, y in points:
            self._add(apply(matrix, x, y))
        self._corners = self._corners[:1] * 7  # whatever follows, it is no rectangle

    def rectangle(self, matrix: Matrix, x: float, y: float, width: float, height: float) -> None:
        self.end()
        for corner in ((x, y), (x + width, y), (x + width, y + height), (x, y + height)):
            self._add(apply(matrix, *corner))
        self.end()

    def end(self) -> None:
        """The subpath is over: look whether it was a rectangle."""
        corners, self._corners = self._corners, []
        if len(corners) == 5 and math.dist(corners[0], corners[4]) < 0.01:
            corners.pop()
        if len(corners) != 4 or math.dist(_middle(corners[0], corners[2]), _middle(corners[1], corners[3])) > 0.01:
            return
        short, long = sorted((math.dist(corners[0], corners[1]), math.dist(corners[1], corners[2])))
        if long >= LONG and short < self.thickness:
            self.thickness = short
            xs, ys = zip(*corners, strict=True)
            self.thin = (min(xs), min(ys), max(xs), max(ys))

    def _add(self, point: Point) -> None:
        x, y = point
        self._left, self._right = min(self._left, x), max(self._right, x)
        self._top, self._bottom = min(self._top, y), max(self._bottom, y)
        if len(self._corners) < 7:
            self._corners.append(point)


def _middle(first: Point, second: Point) -> Point:
    return (first[0] + second[0]) / 2, (first[1] + second[1]) / 2
