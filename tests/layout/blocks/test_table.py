"""Tables: rows in bands that fit the grid, and what a band's end costs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.briefs import Maker, make_brief

from briefgen.content.brief import Table
from briefgen.layout.blocks.setting import Place
from briefgen.layout.blocks.table import BAND, bands, table_pieces
from briefgen.layout.galley import space
from briefgen.layout.items import Rule
from briefgen.layout.pieces import FORBIDDEN, Piece
from briefgen.layout.text import Desk
from briefgen.problem import Problems
from briefgen.theme import make_theme
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter


@pytest.fixture(scope="module")
def desk() -> Desk:
    brief = make_brief((), Maker())
    return Desk(brief, make_theme(brief.design), Typesetter(FontBook.load(None, None, (), Problems()), "en"))


def table(rows: int) -> Table:
    maker = Maker()
    cells = tuple((maker.text(f"Row {number}"), maker.text("1.5")) for number in range(rows))
    return Table("t", None, (maker.text("What"), maker.text("How many")), cells, ("left", "decimal"))


def long_pieces(desk: Desk, rows: int) -> tuple[Piece, ...]:
    pieces = table_pieces(desk, table(rows), 240.0, Place())
    assert len(pieces) > 1
    return pieces


@given(st.lists(st.floats(8, 60), min_size=1, max_size=40))
def test_bands_take_every_row_once_in_order(heights: list[float]) -> None:
    found = bands(heights, 13.0)
    assert [row for band in found for row in band] == list(range(len(heights)))
    assert all(1 <= len(band) <= BAND for band in found)


def test_three_rows_share_four_of_the_grid() -> None:
    assert bands([16.6] * 9, 13.0) == [range(3), range(3, 6), range(6, 9)]


@pytest.mark.parametrize("rows", [40, 41, 42, 43])
def test_a_long_table_is_as_tight_as_a_short_one(desk: Desk, rows: int) -> None:
    pieces = long_pieces(desk, rows)
    tall = sum(piece.rows for piece in pieces) * desk.leading
    assert tall / rows < 18.5
    rules = [item for piece in pieces for item in piece.ingredients if isinstance(item, Rule)]
    assert len(rules) == rows


def test_what_follows_a_long_table_does_not_touch_it(desk: Desk) -> None:
    last = long_pieces(desk, 40)[-1]
    feet = [item.rect.bottom for item in last.ingredients if isinstance(item, Rule)]
    assert last.rows * desk.leading == pytest.approx(max(feet), abs=1)
    assert last.group is not None
    assert space(last, Piece(1, ())) == last.group.below == 1


def test_no_row_stands_alone(desk: Desk) -> None:
    for rows in range(38, 44):
        pieces = long_pieces(desk, rows)
        ends = []
        seen = 0
        for piece in pieces:
            seen += sum(isinstance(item, Rule) for item in piece.ingredients)
            if piece.break_cost < FORBIDDEN:
                ends.append(seen)
        assert 1 not in ends
        assert rows - 1 not in ends
