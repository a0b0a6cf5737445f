"""Circles and arcs as paths."""

from math import ceil, cos, pi, sin, tan

CURVE = 0.5523  # of the radius: where the control points of a quarter circle lie

Segment = tuple[str | float, ...]


def circle(x: float, y: float, radius: float) -> tuple[Segment, ...]:
    """A circle about a point, in points."""
    bend = radius * CURVE
    return (
        ("m", x + radius, y),
        ("c", x + radius, y + bend, x + bend, y + radius, x, y + radius),
        ("c", x - bend, y + radius, x - radius, y + bend, x - radius, y),
        ("c", x - radius, y - bend, x - bend, y - radius, x, y - radius),
        ("c", x + bend, y - radius, x + radius, y - bend, x + radius, y),
        ("z",),
    )


def arc(middle: tuple[float, float], radius: float, start: float, end: float) -> tuple[Segment, ...]:
    """An arc from one angle to another, in radians from the right and clockwise on the page; no part is over a quarter."""
    count = ceil(abs(end - start) / (pi / 2) - 1e-9)
    if not count:
        return (("m", middle[0] + radius * cos(start), middle[1] + radius * sin(start)),)
    step = (end - start) / count
    bend = radius * 4 / 3 * tan(step / 4)

    def at(angle: float) -> tuple[float, float]:
        return middle[0] + radius * cos(angle), middle[1] + radius * sin(angle)

    segments: list[Segment] = [("m", *at(start))]
    for number in range(count):
        one, other = start + number * step, start + (number + 1) * step
        (x, y), (to_x, to_y) = at(one), at(other)
        before = (x - bend * sin(one), y + bend * cos(one))
        after = (to_x + bend * sin(other), to_y - bend * cos(other))
        segments.append(("c", *before, *after, to_x, to_y))
    return tuple(segments)
