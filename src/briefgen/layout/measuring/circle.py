"""Circles as paths."""

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
