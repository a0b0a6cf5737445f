"""The badge of a Creative Commons licence, drawn: a ring for each of its terms, in the colour of the words beside it.

Comes: the words of a licence, such as CC BY-SA 4.0. Goes: a drawing about a line of text, and how wide it is. Promise: the
drawing is an ornament; what it says, the words beside it say.
"""

from math import cos, radians, sin, tan

from briefgen.geometry import Colour, Rect
from briefgen.layout.items import Drawing, Path, Segment, Stroke
from briefgen.layout.measuring.circle import CURVE, circle
from briefgen.layout.measuring.text import CAPITALS
from briefgen.theme import TextStyle

RADIUS = 0.56  # of the size: of a ring
APART, AFTER = 0.25, 0.6  # of the size: between two rings, and from the last to the words
RING, LINE = 0.07, 0.085  # of the size: the weights of a ring and of what stands in it
QUARTER = 90.0

Line = tuple[tuple[str | float, ...], ...]


def badge(licence: str, look: TextStyle, baseline: float) -> tuple[tuple[Drawing, ...], float]:
    """The rings of a licence before a line of text on `baseline`, and how far its words stand in; none of another."""
    words = licence.replace("\u00a0", " ").split()
    if not words or words[0] not in ("CC", "CC0"):
        return (), 0.0
    terms = ["CC", *(words[1].split("-") if words[0] == "CC" and len(words) > 1 else ["0"])]
    radius, middle = RADIUS * look.size, baseline - CAPITALS * look.size / 2
    paths: list[Path] = []
    for number, term in enumerate(terms):
        x = radius + number * (2 * radius + APART * look.size)
        inner = radius - RING * look.size / 2
        paths.append(Path(circle(x, radius, inner), None, stroke=Stroke(look.colour, RING * look.size)))
        paths += [_placed(line, (x, radius, radius), look, filled) for line, filled in _drawn(term)]
    width = len(terms) * 2 * radius + (len(terms) - 1) * APART * look.size
    # one drawing, which is not turned over where lines run from right to left
    drawn = Drawing(Rect(0.0, middle - radius, width, 2 * radius), tuple(paths), artifact="Layout")
    return (drawn,), width + AFTER * look.size


def _placed(line: Line, ring: tuple[float, float, float], look: TextStyle, filled: bool) -> Path:
    """A line drawn in a ring of radius 1, in its place."""
    x, y, radius = ring
    moved = tuple(
        (kind, *(float(value) * radius + (y if place % 2 else x) for place, value in enumerate(values)))
        for kind, *values in line
    )
    colour: Colour = look.colour
    if filled:
        return Path(moved, colour)
    return Path(moved, None, stroke=Stroke(colour, LINE * look.size, cap="round"))


def _drawn(term: str) -> list[tuple[Line, bool]]:
    """What stands in the ring of a term, and whether it is filled."""
    match term:
        case "CC":
            return [(_arc(x, 0.0, 0.24, 50.0, 310.0), False) for x in (-0.33, 0.33)]
        case "BY":  # somebody
            return [
                (circle(0.0, -0.5, 0.17), True),
                (_block(-0.24, -0.25, 0.48, 0.5), True),
                (_block(-0.13, 0.2, 0.26, 0.5), True),
            ]
        case "NC":  # money, crossed out
            curve = (
                ("m", 0.26, -0.26),
                ("c", 0.1, -0.55, -0.42, -0.4, -0.26, -0.12),
                ("c", -0.14, 0.08, 0.3, 0.02, 0.28, 0.26),
            )
            end = ("c", 0.24, 0.52, -0.22, 0.5, -0.3, 0.24)
            return [
                ((*curve, end), False),
                (_straight(0.0, -0.62, 0.0, 0.62), False),
                (_straight(-0.8, -0.4, 0.8, 0.4), False),
            ]
        case "ND":  # the same
            return [(_block(-0.42, y, 0.84, 0.18), True) for y in (-0.3, 0.12)]
        case "SA":  # round again
            head: Line = (("m", -0.72, -0.16), ("l", -0.2, -0.16), ("l", -0.46, 0.2), ("z",))
            return [(_arc(0.0, 0.0, 0.45, -160.0, 130.0), False), (head, True)]
        case _:  # no rights
            return [(_oval(0.34, 0.55), False), (_straight(-0.2, 0.3, 0.2, -0.3), False)]


def _oval(across: float, along: float) -> Line:
    across_bend, along_bend = across * CURVE, along * CURVE
    return (
        ("m", across, 0.0),
        ("c", across, along_bend, across_bend, along, 0.0, along),
        ("c", -across_bend, along, -across, along_bend, -across, 0.0),
        ("c", -across, -along_bend, -across_bend, -along, 0.0, -along),
        ("c", across_bend, -along, across, -along_bend, across, 0.0),
        ("z",),
    )


def _block(x: float, y: float, width: float, height: float) -> Line:
    return ("m", x, y), ("l", x + width, y), ("l", x + width, y + height), ("l", x, y + height), ("z",)


def _straight(x: float, y: float, to_x: float, to_y: float) -> Line:
    return ("m", x, y), ("l", to_x, to_y)


def _arc(x: float, y: float, radius: float, start: float, end: float) -> Line:
    """A part of a circle between two angles in degrees, clockwise from the right, in pieces of a quarter at most."""
    count = max(1, -int(-(end - start) // QUARTER))
    step = radians((end - start) / count)
    bend = 4 / 3 * tan(step / 4) * radius
    angle = radians(start)
    found: list[Segment] = [("m", x + radius * cos(angle), y + radius * sin(angle))]
    for _ in range(count):
        to = angle + step
        first = (x + radius * cos(angle) - bend * sin(angle), y + radius * sin(angle) + bend * cos(angle))
        second = (x + radius * cos(to) + bend * sin(to), y + radius * sin(to) - bend * cos(to))
        found.append(("c", *first, *second, x + radius * cos(to), y + radius * sin(to)))
        angle = to
    return tuple(found)
