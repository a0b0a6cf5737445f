"""Lengths of the outline in points."""

from briefgen.geometry import POINTS_PER_INCH, mm


def points(length: str) -> float:
    """A length of the outline, in points."""
    number = float(length.rstrip("min "))
    return number * POINTS_PER_INCH if length.endswith("in") else mm(number)
