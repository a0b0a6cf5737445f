"""Which page stands where: the order of imposition, pure arithmetic.

Comes in: a number of pages. Goes out: the sides to print, in the order in which they are printed, with a page for each
slot. The promise: every page stands on exactly one slot, and sheets that are nested, folded and read give 1, 2, 3, …
Refuses to know sizes, files and printers.
"""

import msgspec


class Side(msgspec.Struct, frozen=True):
    """One side of a sheet: its slots by rows from the left, each with a page number from 1, or None for a blank.

    `depth` is the number of sheets folded round this one; `inner` says that the side lies inside the fold.
    """

    slots: tuple[int | None, ...]
    depth: int = 0
    inner: bool = False


def blanks(pages: int) -> int:
    """How many blank pages bring a booklet to whole sheets of four pages.

    They come last: that is where binders add them when nothing else is said, and every page keeps its number and its side
    of the spread (right for odd, left for even).
    """
    return -pages % 4


def saddle_stitch(pages: int) -> tuple[Side, ...]:
    """The sides of a booklet whose sheets are nested, folded once and stapled through the fold, the outermost first.

    A sheet bears four pages: of those still left, the last and the first outside, the second and the last but one inside.
    Each sheet is two sides, first the outer. ValueError when there is no page.
    """
    if pages < 1:
        raise ValueError(pages)
    last = pages + blanks(pages)
    sides = []
    for depth in range(last // 4):
        low, high = 2 * depth + 1, last - 2 * depth
        outer, inner = (high, low), (low + 1, high - 1)
        for numbers in (outer, inner):
            slots = tuple(number if number <= pages else None for number in numbers)
            sides.append(Side(slots, depth, inner=numbers is inner))
    return tuple(sides)


def handout(pages: int, n_up: int) -> tuple[Side, ...]:
    """The sides of a handout with `n_up` pages on each, in reading order. ValueError when there is no page."""
    if pages < 1:
        raise ValueError(pages)
    starts = range(1, pages + 1, n_up)
    return tuple(Side(tuple(n if n <= pages else None for n in range(start, start + n_up))) for start in starts)


def creep(depth: int, thickness: float) -> float:
    """How far the pages of a sheet move towards the fold, in the unit of `thickness`: depth times thickness.

    Where sheets are nested and creased, each crease lies one thickness of paper behind that of the sheet round it, so the
    leaves of a sheet reach beyond those of the outermost by the thickness of all sheets round it (creep, or push-out).
    Moved by as much towards the fold, the pages of all sheets lie on each other again once the booklet is cut at its
    fore-edge.
    """
    return depth * thickness
