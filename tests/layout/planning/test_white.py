"""White on planned pages: which of it is a hole, how bad that is, and what of a box is no ink."""

import msgspec
import pytest

from briefgen.layout.measuring.galley import Galley
from briefgen.layout.measuring.pieces import Group, Piece, Segment
from briefgen.layout.planning.column import Column, Columns
from briefgen.layout.planning.columns import Filler
from briefgen.layout.planning.planned import Band, PlannedPage, Progress
from briefgen.layout.planning.white import COLUMN_HOLE, GREAT, HOLE, White

LEADING, ROWS = 13.0, 40
BOX = Group("box", inset_bottom=9.0)


def page(first: int, second: int, group: Group | None = None) -> tuple[White, PlannedPage]:
    """A page of two columns with so many rows of text in each, the last of the second in a group."""
    pieces = [Piece(1, ()) for _ in range(first + second)]
    pieces[-1] = msgspec.structs.replace(pieces[-1], group=group)
    segment = Segment(tuple(pieces), 2, 200.0, 18.0, LEADING)
    columns = Columns((Column(0, first), Column(first, first + second)), max(first, second), 0.0)
    sheet = PlannedPage((Band(0, columns, 0.0),), columns.depth * LEADING, Progress(1, 0), 0.0)
    return White([segment], [Filler(Galley(pieces), 2)], [], ROWS * LEADING, LEADING), sheet


@pytest.mark.parametrize(
    ("first", "second", "lacking"),
    [
        (ROWS, ROWS, 0.0),
        (ROWS - 2, ROWS - 2, 0.0),
        (ROWS, ROWS - 4, 0.0),
        (ROWS - 3, ROWS - 3, 3 * LEADING - HOLE),
        (ROWS, ROWS - 5, 5 * LEADING - COLUMN_HOLE),
        (ROWS - 20, ROWS - 20, GREAT),
    ],
)
def test_a_hole_is_worse_the_higher_it_is_and_at_most_as_bad_as_two(first: int, second: int, lacking: float) -> None:
    white, sheet = page(first, second)
    assert white.hole(sheet) == pytest.approx(1 + lacking / GREAT if lacking else 0.0)
    assert white.foot(sheet) == ROWS - max(first, second)
    assert white.below(sheet) == ((ROWS - max(first, second)) * LEADING, (ROWS - min(first, second)) * LEADING)


def test_what_lies_below_the_ground_of_a_box_is_white() -> None:
    white, sheet = page(ROWS, ROWS - 4, BOX)
    assert white.below(sheet)[1] == 4 * LEADING + BOX.inset_bottom
    assert white.hole(sheet) == 0.0
    white, sheet = page(ROWS, ROWS - 4, msgspec.structs.replace(BOX, inset_bottom=11.0))
    assert white.hole(sheet) > 1


@pytest.mark.parametrize(("count", "rows"), [(25, 30), (30, 40), (33, 40), (38, 38)])
def test_white_that_is_seen_below_a_page_is_let_in_when_all_are_planned(count: int, rows: int) -> None:
    """Of forty rows so many stand on the page, five of them with spaces that may grow."""
    pieces = [Piece(1, (), elastic="series" if 0 < number <= 5 else "") for number in range(60)]
    columns = Columns((Column(0, count),), count, 0.0)
    sheet = PlannedPage((Band(0, columns, 0.0),), count * LEADING, Progress(0, count), 0.0)
    segment = Segment(tuple(pieces), 1, 200.0, 18.0, LEADING)
    white = White([segment], [Filler(Galley(pieces), 1)], [], ROWS * LEADING, LEADING)
    settled = white.settled(sheet)
    (band,) = settled.bands
    assert isinstance(band, Band)
    assert band.columns.depth == rows
    assert settled.used == rows * LEADING


@pytest.mark.parametrize(("rows", "hole"), [(4, False), (5, True)])
def test_a_column_left_empty_is_a_hole_where_its_neighbour_is_high(rows: int, hole: bool) -> None:
    white, sheet = page(ROWS, ROWS)
    lone = Columns((Column(0, rows),), rows, 0.0)
    rest = Columns((Column(rows, ROWS), Column(ROWS, 2 * ROWS - rows)), ROWS - rows, 0.0)
    sheet = msgspec.structs.replace(sheet, bands=(Band(0, lone, 0.0), Band(0, rest, rows * LEADING)))
    assert (white.hole(sheet) > 0) == hole
