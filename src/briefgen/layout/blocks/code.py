"""QR codes, with what is said of them beside or below.

Comes: a code and a width. Goes: one piece. Promise: modules are large enough to be read from a printed page, stand on white
and keep their quiet zone, and are one outline, so that no hairline shows between them. Refuses to know what the code says.
"""

from collections.abc import Iterator

from briefgen.content.brief import Code, Symbol
from briefgen.geometry import BLACK, WHITE, Rect, mm
from briefgen.layout.blocks.setting import Place, set_off
from briefgen.layout.items import Path, Rule
from briefgen.layout.measuring.pieces import Ingredient, Piece
from briefgen.layout.measuring.text import Desk

MODULE = mm(0.5)  # what a telephone reads with ease from an arm's length
LEAST = mm(24)  # of a code's side
QUIET = 4  # modules (ISO/IEC 18004, 6.3.8)
BESIDE = 100.0  # points of width that words need to stand beside the code

Corner = tuple[int, int]


def code_pieces(desk: Desk, code: Code, width: float, place: Place) -> tuple[Piece, ...]:
    """The code as one piece: at the left the modules, beside or below them caption, address and credit."""
    tinted = place.tinted or desk.theme.palette.paper != WHITE
    modules = len(code.symbol.modules)
    module = max(MODULE, LEAST / modules)
    quiet = QUIET * module
    # on a white page the zone needs no room at the left; the margin or the gutter is wider
    left = quiet if tinted else 0.0
    right = left + modules * module + quiet
    gap = desk.look.figure.code_gap
    beside = width - right - gap >= BESIDE
    ground = Rect(left - quiet, 0.0, modules * module + 2 * quiet, modules * module + 2 * quiet)
    top = quiet if tinted else 0.0
    items: list[Ingredient] = [Rule(ground, WHITE)] if tinted else []
    items.append(_path(code.symbol, left, top, module, code.id))
    bottom = top + modules * module + (quiet if tinted else 0.0)
    x, y = (right + (gap if tinted else 0.0), top - 1.0) if beside else (0.0, bottom + quiet)
    for text, style in ((code.caption, "caption"), (code.address, "credit"), (code.credit, "credit")):
        if text:
            copy = desk.copy(text, style, width - x, x=x, y=y)
            items += copy.strips
            y += copy.height
    return (set_off(desk, items, max(bottom, y), place),)


def _path(symbol: Symbol, x: float, y: float, module: float, id: str) -> Path:
    segments: list[tuple[str | float, ...]] = []
    for first, *rest in outlines(symbol.modules):
        segments.append(("m", x + first[0] * module, y + first[1] * module))
        segments += [("l", x + column * module, y + row * module) for column, row in rest]
        segments.append(("z",))
    return Path(tuple(segments), BLACK, id, "")


def outlines(modules: tuple[bytes, ...]) -> Iterator[list[Corner]]:
    """The outlines of the dark modules by their corners, as closed paths that have the dark at their right.

    So an outline within another runs against it, and the space between them is filled (ISO 32000-1, 8.5.3.3.2).
    """
    steps: dict[Corner, list[Corner]] = {}
    for row, line in enumerate(modules):
        for column, dark in enumerate(line):
            if dark:
                for start, end in _open_sides(modules, row, column):
                    steps.setdefault(start, []).append(end)
    while steps:
        start = next(iter(steps))
        corners = [start]
        at = _step(steps, start, None)
        while at != start:
            corners.append(at)
            at = _step(steps, at, corners[-2])
        yield _without_straight(corners)


def _open_sides(modules: tuple[bytes, ...], row: int, column: int) -> Iterator[tuple[Corner, Corner]]:
    """The sides of a dark module that border on no other, clockwise."""
    last = len(modules) - 1
    if row == 0 or not modules[row - 1][column]:
        yield (column, row), (column + 1, row)
    if column == last or not modules[row][column + 1]:
        yield (column + 1, row), (column + 1, row + 1)
    if row == last or not modules[row + 1][column]:
        yield (column + 1, row + 1), (column, row + 1)
    if column == 0 or not modules[row][column - 1]:
        yield (column, row + 1), (column, row)


def _step(steps: dict[Corner, list[Corner]], at: Corner, before: Corner | None) -> Corner:
    """The end of a side that starts here, taken away; where two modules touch at a corner, a turn to the right."""
    ends = steps[at]
    chosen = 0
    if len(ends) > 1 and before is not None:
        ahead = (at[0] - before[0], at[1] - before[1])
        chosen = next(i for i, end in enumerate(ends) if (end[0] - at[0], end[1] - at[1]) == (-ahead[1], ahead[0]))
    end = ends.pop(chosen)
    if not ends:
        del steps[at]
    return end


def _without_straight(corners: list[Corner]) -> list[Corner]:
    """The corners at which the outline turns."""
    count = len(corners)
    return [
        corner
        for i, corner in enumerate(corners)
        if not (corners[i - 1][0] == corner[0] == corners[(i + 1) % count][0])
        and not (corners[i - 1][1] == corner[1] == corners[(i + 1) % count][1])
    ]
