"""Pieces below each other: positions by arithmetic."""

import pytest

from briefgen.layout.measuring.galley import Galley, space
from briefgen.layout.measuring.pieces import Group, Piece


def tops(galley: Galley, start: int, end: int, spread: int = 0) -> list[float]:
    return [stand.top for stand in galley.stack(start, end, spread).stands]


def test_the_larger_of_two_spaces_holds() -> None:
    assert space(Piece(1, (), below=2), Piece(1, (), lead=1)) == 2
    assert space(Piece(1, (), below=1), Piece(1, (), lead=3)) == 3
    box = Group("box", open_rows=1, close_rows=1, lead=1, below=2)
    assert space(Piece(1, ()), Piece(1, (), group=box)) == 2  # its lead and its opening
    assert space(Piece(1, (), group=box), Piece(1, (), lead=1)) == 3  # its closing and what it asks for below


def test_a_column_has_no_space_at_its_head_or_foot() -> None:
    galley = Galley([Piece(1, (), lead=2, below=1) for _ in range(3)])
    assert tops(galley, 0, 3) == [0, 3, 6]
    assert galley.stack(0, 3).rows == galley.rows(0, 3) == 7


def test_spare_rows_are_shared_above_and_below() -> None:
    """Half a row above a list and half below; all of it on the inner side where a column ends or begins beside it."""
    items = Group("list", spare=1)
    galley = Galley([Piece(1, ()), *(Piece(1, (), group=items) for _ in range(3)), Piece(1, ())])
    assert tops(galley, 0, 5) == [0, 1.5, 2.5, 3.5, 5]
    assert tops(galley, 0, 3) == [0, 2, 3]
    assert tops(galley, 2, 5) == [0, 1, 3]
    assert galley.rows(0, 5) == 6


def test_the_ground_of_a_group_leaves_its_spare_rows_out() -> None:
    box = Group("box", open_rows=1, close_rows=1, spare=1)
    galley = Galley([Piece(1, ()), *(Piece(1, (), group=box) for _ in range(2)), Piece(1, ())])
    for start, end, top in ((0, 4, 1.5), (1, 4, 0.0), (0, 3, 2.0)):
        stack = galley.stack(start, end)
        (part,) = stack.parts
        assert (part.top, part.rows) == (top, 4.0)
        assert part.top + 1 == next(stand.top for stand in stack.stands if stand.piece.group)


def test_space_between_the_pieces_of_a_group_comes_from_its_spare_rows() -> None:
    items = Group("list", spare=1)
    listed = [Piece(1, (), group=items), *(Piece(1, (), between=0.25, group=items) for _ in range(2))]
    galley = Galley([Piece(1, ()), *listed, Piece(1, ())])
    assert tops(galley, 0, 5) == [0, 1.25, 2.5, 3.75, 5]
    assert tops(galley, 0, 4) == [0, 1.5, 2.75, 4]  # its last line on the grid at the foot of the column
    assert tops(galley, 2, 5) == [0, 1.25, 3]  # and its first at the head
    below = Group("list", spare=1, headed=True)
    headed = [Piece(1, (), group=below) for _ in range(2)]
    assert tops(Galley([Piece(1, ()), *headed, Piece(1, ())]), 0, 4) == [0, 1, 2, 4]


def test_a_row_let_in_moves_all_that_follows() -> None:
    galley = Galley([Piece(1, ()), Piece(1, (), elastic="block"), Piece(1, ())])
    assert tops(galley, 0, 3, 1) == [0, 2, 3]


def test_no_space_grows_by_more_than_a_row() -> None:
    """Half of a row let in above a block comes to stand below it, but where what follows has a row of its own."""
    block, heading = Piece(1, (), elastic="block", centred=True), Piece(1, (), elastic="heading")
    assert tops(Galley([Piece(1, ()), block, heading]), 0, 3, 1) == [0, 1, 3]
    assert tops(Galley([Piece(1, ()), block, Piece(1, ())]), 0, 3, 1) == [0, 1.5, 3]
    assert tops(Galley([Piece(1, ()), block, heading]), 0, 3, 2) == [0, 2, 4]


def test_what_neighbours_add_is_shared_above_and_below_a_block() -> None:
    block = Piece(1, (), lead=1, centred=True)
    assert tops(Galley([Piece(1, ()), block, Piece(1, (), lead=1)]), 0, 3) == [0, 2.5, 4]
    assert tops(Galley([Piece(1, (), below=2), block, Piece(1, ())]), 0, 3) == [0, 2.5, 4]
    assert tops(Galley([block, Piece(1, (), lead=1)]), 0, 2) == [0, 2]  # at the head of a column
    assert tops(Galley([Piece(1, ()), block, Piece(1, (), lead=1, elastic="heading")]), 0, 3) == [0, 2, 4]


def test_the_head_of_a_group_stands_on_its_first_part_only() -> None:
    table = Group("table", open_rows=2)
    galley = Galley([Piece(1, (), group=table) for _ in range(4)])
    assert [part.first for part in galley.stack(0, 2, begun=galley.begun(0)).parts] == [True]
    assert [part.first for part in galley.stack(2, 4, begun=galley.begun(2)).parts] == [False]


def test_at_the_foot_of_a_column_spare_rows_go_between_the_pieces_of_a_group() -> None:
    """All but half a row, where that parts them no more than twice as far as usual; the last still ends on the grid."""
    for between, first in ((0.2, 1.5), (0.4, 1.5), (0.1, 1.6), (0.0, 2.0)):
        items = Group("list", spare=1)
        others = [Piece(1, (), group=items, between=between) for _ in range(2)]
        pieces = [Piece(1, ()), Piece(1, (), group=items), *others]
        stands = Galley(pieces).stack(0, len(pieces)).stands
        assert stands[-1].top == pytest.approx(4.0)
        assert stands[1].top == pytest.approx(min(max(first, 2.0 - 4 * between), 2.0 - 2 * between))
