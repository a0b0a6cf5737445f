"""Where each page stands on its sheet, how large and which way up.

Comes in: the sizes of the pages and what is wanted. Goes out: sides of sheets with placed pages, marks and frames. The
promise: no page is drawn larger than it is, none over another, none beyond its part of the sheet but by the creep that was
asked for. Measured in points from the sheet's lower left corner, y upwards, as PDF does. Refuses to know files.
"""

from collections import Counter
from typing import Literal

import msgspec

from briefgen.geometry import mm
from briefgen.impose.order import Side, blanks, creep, handout, saddle_stitch
from briefgen.impose.papers import Size, name_of, nearest, standard

SAME = 1.0  # points by which programs differ over one paper size
MARGIN = mm(10)  # round a handout: printers leave some 5 mm blank; less on a sheet smaller than 200 mm
GUTTER = 0.6  # of the margin, between the pages of a handout
TICK = mm(8)  # a fold mark; of one at the sheet's edge half lies where printers leave it blank
MARK_GAP = mm(1)  # between the trim and a fold mark outside it
MARK_ROOM = mm(10)  # what a fold mark outside the trim needs to be seen

Box = tuple[float, float, float, float]  # left, bottom, right, top


class Scheme(msgspec.Struct, frozen=True):
    """What is wanted. `n_up` 0 is a booklet, 2 or 4 a handout. `thickness` of the paper in points. `paper` is a name of
    `papers.SIZES`, or "" for sheets of two pages (booklet) or one (handout)."""

    n_up: Literal[0, 2, 4] = 0
    flip: Literal["short", "long"] = "short"
    thickness: float = 0
    paper: str = ""
    fold_marks: bool = True


class Placed(msgspec.Struct, frozen=True):
    """A page (from 1) with its lower left corner at x and y, scaled; nothing of it shows outside `clip`."""

    page: int
    x: float
    y: float
    scale: float
    clip: Box


class Sheet(msgspec.Struct, frozen=True):
    """One side of a sheet. `turned`: all of it stands on its head, for printers that flip sheets so."""

    size: Size
    placed: tuple[Placed, ...]
    ticks: tuple[Box, ...] = ()
    frames: tuple[Box, ...] = ()
    turned: bool = False


class Imposition(msgspec.Struct, frozen=True):
    """All sides in printing order; the paper's name; blank pages added; pages that are not of the others' size; the
    farthest that a page moves towards the fold, in points; the scale at which pages are drawn."""

    sides: tuple[Sheet, ...]
    paper: str
    blanks: int = 0
    odd: tuple[int, ...] = ()
    creep: float = 0
    scale: float = 1


def impose(pages: tuple[Size, ...], scheme: Scheme, *, mirrored: bool = False) -> Imposition:
    """Lay pages out on sheets. `mirrored`: they are read from right to left, so that left and right change places.

    The size of most pages, of two equally frequent the first, is the size of all slots: a smaller page is centred there, a
    larger one scaled down and centred.
    """
    usual = _usual(pages)
    odd = tuple(number for number, size in enumerate(pages, 1) if not size.is_near(usual, SAME))
    if scheme.n_up:
        sheet, cells, scale = _handout_cells(usual, scheme)
        frames = [_handout_side(side, pages, cells, scale, mirrored) for side in handout(len(pages), scheme.n_up)]
        sides = tuple(Sheet(sheet, placed, frames=_outlines(placed, pages)) for placed in frames)
        return Imposition(sides, name_of(sheet), odd=odd, scale=scale)
    sheet, cells, scale = _booklet_cells(usual, scheme)
    order = saddle_stitch(len(pages))
    sides = tuple(_booklet_side(side, pages, (sheet, cells, scale), scheme, mirrored) for side in order)
    moved = creep(order[-1].depth, scheme.thickness)
    return Imposition(sides, name_of(sheet), blanks(len(pages)), odd, moved, scale)


def _usual(pages: tuple[Size, ...]) -> Size:
    """The first page size of the most frequent kind."""
    kinds = [(round(size.width), round(size.height)) for size in pages]
    return pages[kinds.index(Counter(kinds).most_common(1)[0][0])]


def _booklet_cells(page: Size, scheme: Scheme) -> tuple[Size, list[Box], float]:
    """The sheet, its left and right slot, which meet in the fold, and the scale of the pages."""
    pair = Size(2 * page.width, page.height)
    if scheme.paper:
        paper = standard(scheme.paper)
        sheet = max((paper.turned, paper), key=lambda way: round(_fit(pair, way), 6))
        scale = _fit(pair, sheet)
    else:
        sheet, scale = nearest(pair), 1.0
    fold, middle = sheet.width / 2, sheet.height / 2
    width, half = scale * page.width, scale * page.height / 2
    return sheet, [(fold + x, middle - half, fold + x + width, middle + half) for x in (-width, 0)], scale


def _booklet_side(
    side: Side, pages: tuple[Size, ...], frame: tuple[Size, list[Box], float], scheme: Scheme, mirrored: bool
) -> Sheet:
    sheet, cells, scale = frame
    shift = creep(side.depth, scheme.thickness)
    slots = side.slots[::-1] if mirrored else side.slots
    placed = tuple(
        _place(number, pages[number - 1], cell, scale, towards * shift)
        for number, cell, towards in zip(slots, cells, (1, -1), strict=True)
        if number
    )
    # A sheet that is turned over its left or right edge, as the page of a book is, stays upright. Those are its short
    # edges when it is wider than high. Turned over the other pair of edges, its back comes out upside down.
    upright = "short" if sheet.width >= sheet.height else "long"
    ticks = _fold_marks(sheet, cells[0]) if scheme.fold_marks and side.inner else ()
    return Sheet(sheet, placed, ticks, turned=side.inner and scheme.flip != upright)


def _fold_marks(sheet: Size, cell: Box) -> tuple[Box, ...]:
    """A tick at the head and one at the foot of the fold: outside the pages where there is room, else at the sheet's edge.

    Only inside, where one looks when folding, so that the cover stays clean.
    """
    fold, room = sheet.width / 2, cell[1]
    near, far = (max(0, room - MARK_GAP - TICK), room - MARK_GAP) if room >= MARK_ROOM else (0, TICK)
    return (fold, near, fold, far), (fold, sheet.height - far, fold, sheet.height - near)


def _handout_cells(page: Size, scheme: Scheme) -> tuple[Size, list[Box], float]:
    """The sheet, its slots by rows from the top left, and the scale: the way up and the grid that keep pages largest."""
    paper = standard(scheme.paper) if scheme.paper else nearest(page)
    grids = [(2, 1), (1, 2)] if scheme.n_up == 2 else [(2, 2)]
    ways = [(way, grid) for way in (paper, paper.turned) for grid in grids]
    sheet, (columns, rows) = max(ways, key=lambda way: round(_fit(page, _cell(*way)), 6))
    cell, margin, gutter = _cell(sheet, (columns, rows)), _margin(sheet), GUTTER * _margin(sheet)
    corners = [
        (margin + column * (cell.width + gutter), sheet.height - margin - cell.height - row * (cell.height + gutter))
        for row in range(rows)
        for column in range(columns)
    ]
    return sheet, [(x, y, x + cell.width, y + cell.height) for x, y in corners], _fit(page, cell)


def _cell(sheet: Size, grid: tuple[int, int]) -> Size:
    columns, rows = grid
    margin, gutter = _margin(sheet), GUTTER * _margin(sheet)
    width = (sheet.width - 2 * margin - (columns - 1) * gutter) / columns
    return Size(width, (sheet.height - 2 * margin - (rows - 1) * gutter) / rows)


def _margin(sheet: Size) -> float:
    return min(MARGIN, min(sheet.width, sheet.height) / 20)


def _handout_side(side: Side, pages: tuple[Size, ...], cells: list[Box], scale: float, mirrored: bool) -> tuple[Placed, ...]:
    if mirrored:  # about the middle of the sheet
        ends = min(cell[0] for cell in cells) + max(cell[2] for cell in cells)
        cells = [(ends - x2, y1, ends - x1, y2) for x1, y1, x2, y2 in cells]
    slots = zip(side.slots, cells, strict=True)
    return tuple(_place(number, pages[number - 1], cell, scale) for number, cell in slots if number)


def _outlines(placed: tuple[Placed, ...], pages: tuple[Size, ...]) -> tuple[Box, ...]:
    """The frame of each page."""
    sizes = [(page, pages[page.page - 1]) for page in placed]
    return tuple((p.x, p.y, p.x + p.scale * size.width, p.y + p.scale * size.height) for p, size in sizes)


def _place(number: int, page: Size, cell: Box, scale: float, shift: float = 0) -> Placed:
    """A page in the middle of its slot, or `shift` right of it, at `scale` or as much smaller as it has to be."""
    left, bottom, right, top = cell
    scale = min(scale, (right - left) / page.width, (top - bottom) / page.height)
    x = (left + right - scale * page.width) / 2 + shift
    return Placed(number, x, (bottom + top - scale * page.height) / 2, scale, cell)


def _fit(page: Size, room: Size) -> float:
    """The scale at which a page fits, at most 1."""
    return min(1.0, room.width / page.width, room.height / page.height)
