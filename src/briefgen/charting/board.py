"""A picture in the making: what has been drawn, and where words may still stand.

Promise: `free` says of a rectangle whether it lies within the frame and over no words and no mark.
"""

from collections.abc import Sequence

import msgspec

from briefgen.charting.plot import Align, Area, Disc, Line, Mark, Picture, Point, Style, Texts, Words
from briefgen.geometry import Rect

ABOVE, BELOW = 0.72, 0.22  # of its size: what a line of words takes above and below its baseline
MIDDLE = 0.33  # of its size: half as high as digits are
CLEAR = 1.0  # points between words and what is beside them


class Board:
    """Collects marks."""

    def __init__(self, width: float, texts: Texts) -> None:
        self.width = width
        self.texts = texts
        self.marks: list[Mark] = []
        self.faults: list[tuple[str, str, str]] = []
        self.unnumbered = 0  # parts without their numbers, where others have theirs
        self._taken: list[Rect] = []

    def add(self, *marks: Mark) -> None:
        self.marks += marks

    def write(self, words: Words) -> None:
        """Add words, and let no others stand there."""
        self.marks.append(words)
        self._taken.append(box_of(words, self.texts))

    def words(
        self, label: str, x: float, y: float, align: Align = "left", *, style: Style = "chart", width: float = 0.0
    ) -> Words:
        """Words with their lines measured; x and the first baseline in points."""
        lines = self.texts.lines(label, style, width) if width else (self.texts.width(label, style),)
        return Words(label, style, x, y, align, width, lines)

    def soft(self, label: str, x: float, y: float, align: Align = "left", *, width: float = 0.0) -> Words:
        """Words that step back: numbers of an axis."""
        return msgspec.structs.replace(self.words(label, x, y, align, width=width), tone="soft")

    def fits(self, words: Words, frame: Rect) -> bool:
        """Whether words can stand where they are: within a frame, and over nothing."""
        return self.free(box_of(words, self.texts), frame)

    def free(self, rect: Rect, frame: Rect) -> bool:
        """Whether a rectangle lies within a frame, and over nothing."""
        if rect.x < frame.x or rect.right > frame.right or rect.y < frame.y or rect.bottom > frame.bottom:
            return False
        wide = Rect(rect.x - CLEAR, rect.y - CLEAR, rect.width + 2 * CLEAR, rect.height + 2 * CLEAR)
        return not any(meet(wide, other) for other in self._taken) and not any(crosses(mark, wide) for mark in self.marks)

    def picture(self, height: float) -> Picture:
        """The picture, as high as what is in it."""
        top, bottom = 0.0, height
        for mark in self.marks:
            start, end = self._reach(mark)
            top, bottom = min(top, start), max(bottom, end)
        marks = tuple([moved(mark, 0.0, -top) for mark in self.marks]) if top < 0 else tuple(self.marks)
        return Picture(self.width, bottom - top, marks, tuple(self.faults), self.unnumbered)

    def _reach(self, mark: Mark) -> tuple[float, float]:
        match mark:
            case Line() | Area():
                return min(y for _, y in mark.points), max(y for _, y in mark.points)
            case Disc():
                return mark.y - mark.radius, mark.y + mark.radius
            case Words():
                box = box_of(mark, self.texts)
                return box.y, box.bottom


def moved(mark: Mark, x: float, y: float) -> Mark:
    """The same mark, shifted."""
    match mark:
        case Line() | Area():
            points: tuple[Point, ...] = tuple([(px + x, py + y) for px, py in mark.points])
            return msgspec.structs.replace(mark, points=points)
        case Disc() | Words():
            return msgspec.structs.replace(mark, x=mark.x + x, y=mark.y + y)


def box_of(words: Words, texts: Texts) -> Rect:
    """The rectangle that words take."""
    size, leading = texts.size(words.style), texts.leading(words.style)
    width = max(words.lines, default=0.0)
    left = words.x - {"left": 0.0, "center": width / 2, "right": width}[words.align]
    height = size * (ABOVE + BELOW) + leading * (len(words.lines) - 1)
    return Rect(left, words.y - size * ABOVE, width, height)


def meet(one: Rect, other: Rect) -> bool:
    """Whether two rectangles have a part in common."""
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def crosses(mark: Mark, rect: Rect) -> bool:
    """Whether a mark, which words may not stand on, comes into a rectangle."""
    match mark:
        case Line() if not mark.frame:
            half = mark.width / 2
            wide = Rect(rect.x - half, rect.y - half, rect.width + mark.width, rect.height + mark.width)
            return any(_through(one, other, wide) for one, other in zip(mark.points, mark.points[1:], strict=False))
        case Area() if not mark.frame:
            ends = zip(mark.points, (*mark.points[1:], mark.points[0]), strict=True)
            return any(_through(one, other, rect) for one, other in ends) or _holds(mark.points, (rect.x, rect.y))
        case Disc():
            return meet(Rect(mark.x - mark.radius, mark.y - mark.radius, 2 * mark.radius, 2 * mark.radius), rect)
        case _:
            return False


def _through(one: Point, other: Point, rect: Rect) -> bool:
    """Whether the line from one point to another comes into a rectangle (Liang and Barsky)."""
    start, end = 0.0, 1.0
    dx, dy = other[0] - one[0], other[1] - one[1]
    for p, q in ((-dx, one[0] - rect.x), (dx, rect.right - one[0]), (-dy, one[1] - rect.y), (dy, rect.bottom - one[1])):
        if p == 0:
            if q <= 0:
                return False
        elif p < 0:
            start = max(start, q / p)
        else:
            end = min(end, q / p)
    return start < end or (start == end and dx == dy == 0)


def _holds(points: Sequence[Point], at: Point) -> bool:
    """Whether a point lies within an outline (crossing number)."""
    inside = False
    x, y = at
    for (ax, ay), (bx, by) in zip(points, (*points[1:], points[0]), strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
    return inside


def spread(wanted: Sequence[float], heights: Sequence[float], top: float, bottom: float) -> list[float] | None:
    """Tops of things of these heights, whose middles would stand at `wanted`, so that none lies over another.

    As near as can be, in the least squares: groups that touch move together. None when there is no room.
    """
    if sum(heights) > bottom - top + 1e-6:
        return None
    order = sorted(range(len(wanted)), key=lambda number: wanted[number])
    groups: list[tuple[list[int], float, float]] = []  # members, the top they want, their height
    for number in order:
        members, high = [number], heights[number]
        aim = min(max(wanted[number] - high / 2, top), bottom - high)
        while groups and groups[-1][1] + groups[-1][2] > aim:
            before, their_aim, their_high = groups.pop()
            count = len(before) + len(members)
            aim = (their_aim * len(before) + (aim - their_high) * len(members)) / count
            members, high = before + members, their_high + high
            aim = min(max(aim, top), bottom - high)
        groups.append((members, min(max(aim, top), bottom - high), high))
    found = [0.0] * len(wanted)
    for members, aim, _ in groups:
        at = aim
        for number in members:
            found[number] = at
            at += heights[number]
    return found
