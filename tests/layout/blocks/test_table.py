"""Tables: rows in bands that fit the grid, and what a band's end costs."""

import itertools

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.briefs import Maker, make_brief

from briefgen.content.brief import COVERED, Cell, Span, Table, Text
from briefgen.layout.blocks.decimals import decimal_sign, units_end
from briefgen.layout.blocks.setting import Place
from briefgen.layout.blocks.table import BAND, bands, table_pieces
from briefgen.layout.blocks.table_grid import fit_columns
from briefgen.layout.items import Rule
from briefgen.layout.measuring.galley import space
from briefgen.layout.measuring.pieces import FORBIDDEN, Piece, Strip
from briefgen.layout.measuring.text import Desk
from briefgen.problem import Problems
from briefgen.theme import make_theme
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.lines import Run
from briefgen.typeset.setter import Typesetter


@pytest.fixture(scope="module")
def desk() -> Desk:
    brief = make_brief((), Maker())
    return Desk(brief, make_theme(brief.design), Typesetter(FontBook.load(None, None, (), Problems()), "en"))


def table(rows: int) -> Table:
    maker = Maker()
    cells = tuple((maker.text(f"Row {number}"), maker.text("1.5")) for number in range(rows))
    return Table("t", None, None, (maker.text("What"), maker.text("How many")), cells, ("left", "decimal"))


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


LONG = "Some text that explains the row at such length that it has to run over two lines in this column of the table"


def strips(piece: Piece) -> list[Strip]:
    return [item for item in piece.ingredients if isinstance(item, Strip)]


def words_of(strip: Strip) -> str:
    return "".join(glyph.text for run in strip.line.runs for glyph in run.glyphs).strip()


@pytest.mark.parametrize("align", ["left", "center", "right", "decimal"])
@pytest.mark.parametrize("width", [150.0, 240.0, 480.0])
def test_no_word_of_a_column_is_divided_beside_a_wide_one(desk: Desk, align: str, width: float) -> None:
    """The letters at an edge hang out of a column on the side where it is aligned, and there alone."""
    maker = Maker()
    words = ["Total", "Women", "Yemen", "Togo", "AVAVAVA", "“Why”"]
    rows = tuple((maker.text(word), maker.text(LONG)) for word in words)
    made = Table("t", None, None, (maker.text("Value"), maker.text("Remark")), rows, (align, "left"))
    (piece,) = table_pieces(desk, made, width, Place())
    assert {"Value", *words} <= {words_of(strip) for strip in strips(piece)}


def units(desk: Desk, cells: list[str], language: str = "en") -> list[float]:
    """Where the units of each cell of a column end, in points."""
    maker = Maker()
    brief = make_brief((), Maker())
    brief = msgspec.structs.replace(brief, metadata=msgspec.structs.replace(brief.metadata, language=language))
    own = Desk(brief, desk.theme, desk.typesetter)
    rows = tuple((maker.text("Row"), maker.text(cell)) for cell in cells)
    (piece,) = table_pieces(
        own, Table("t", None, None, (maker.text("A"), maker.text("B")), rows, ("left", "decimal")), 240.0, Place()
    )
    sign = decimal_sign(cells, language)
    found = []
    for cell in cells:
        strip = next(strip for strip in strips(piece) if words_of(strip) == cell)
        end = units_end(cell, sign)
        run = strip.line.runs[0]
        found.append(round(strip.x + run.x + sum(glyph.advance for glyph in run.glyphs[:end]), 1))
    return found


@pytest.mark.parametrize(
    ("language", "cells"),
    [
        ("en", ["12,345", "56", "1,234", "7", "–"]),
        ("en", ["1.5", "12", "0.25", "100"]),
        ("de", ["12.345", "56", "1.234,5", "7 %"]),
        ("fr", ["12\u202f345,6", "7", "0,25 km"]),
    ],
)
def test_units_stand_under_units(desk: Desk, language: str, cells: list[str]) -> None:
    found = units(desk, cells, language)
    assert max(found) - min(found) <= 0.35  # figures are equally wide; a dash hangs a little


def test_a_text_in_a_column_of_numbers_is_not_taken_for_one(desk: Desk) -> None:
    maker = Maker()
    rows = ((maker.text("a"), maker.text("1.5")), (maker.text("b"), maker.text(LONG)))
    grid = fit_columns(desk, Table("t", None, None, (maker.text("A"), maker.text("B")), rows, ("left", "decimal")), 240.0)
    assert not grid.remarks
    assert grid.tails[1] < 10


def columns_of(desk: Desk, align: tuple[str, ...], width: float) -> list[tuple[float, float]]:
    maker = Maker()
    head = tuple(maker.text("Return flow") for _ in align)
    made = Table("t", None, None, head, (tuple(maker.text("12.5") for _ in align),), align)
    grid = fit_columns(desk, made, width)
    return [(left, left + wide) for left, wide in zip(grid.lefts, grid.widths, strict=True)]


def test_a_column_at_its_left_stands_clear_of_one_at_its_right(desk: Desk) -> None:
    columns = columns_of(desk, ("right", "left", "decimal", "left", "right"), 400.0)
    gaps = [after[0] - before[1] for before, after in itertools.pairwise(columns)]
    assert [gaps[0], gaps[2]] == pytest.approx([16, 16])
    assert min(gaps) >= 6


def test_no_head_is_parted_where_narrower_gaps_keep_it_whole(desk: Desk) -> None:
    width = desk.natural_width(Maker().text("Return flow"), "table_head")
    for gap in (6.0, 7.5, 9.0):
        columns = columns_of(desk, ("right",) * 6, 6 * (width + 0.2) + 5 * gap)
        assert min(right - left for left, right in columns) >= width


def test_a_note_mark_hangs_behind_its_number(desk: Desk) -> None:
    maker = Maker()
    marked = Text("m", "TD", (Span("22"), Span("1", superior=True)))
    rows = ((maker.text("a"), marked), (maker.text("b"), maker.text("1,877")))
    made = Table("t", None, None, (maker.text("A"), maker.text("B")), rows, ("left", "decimal"))
    (piece,) = table_pieces(desk, made, 240.0, Place())
    ends = {
        words_of(strip): strip.x
        + sum(run.width for run in strip.line.runs if "1" not in words_of_run(run) or "8" in words_of_run(run))
        for strip in strips(piece)
        if words_of(strip) in ("221", "1,877")
    }
    assert ends["221"] == pytest.approx(ends["1,877"], abs=0.2)


def words_of_run(run: Run) -> str:
    return "".join(glyph.text for glyph in run.glyphs)


def grouped_table(rows: int) -> Table:
    maker = Maker()
    head = (maker.text("Reach"), maker.text("Holder"))
    first = Cell("g", "TH", (Span("Upper"),), rows)
    cells = tuple((first if not n else Text(f"g{n}", COVERED, ()), maker.text(f"Row {n}")) for n in range(rows))
    return Table("t", None, None, head, cells, ("left", "left"), strong_rows=(1,), total=True)


def test_a_group_that_goes_on_overleaf_is_named_again(desk: Desk) -> None:
    pieces = table_pieces(desk, grouped_table(60), 240.0, Place())
    assert not pieces[0].again
    for piece in pieces[1:]:
        (name,) = piece.again
        assert isinstance(name, Strip)
        assert (words_of(name), name.artifact) == ("Upper", "Layout")


def test_what_stands_out_is_bolder_and_has_a_ground(desk: Desk) -> None:
    (piece,) = table_pieces(desk, grouped_table(4), 240.0, Place())
    weights = {words_of(strip): strip.line.runs[0].face.name for strip in strips(piece)}
    assert weights["Row 1"] != weights["Row 0"]
    assert "Bold" in weights["Row 3"]
    (ground,) = [item for item in piece.ingredients if isinstance(item, Rule) and item.rect.height > 5]
    assert ground.colour == desk.theme.palette.tint
    assert piece.ingredients.index(ground) < next(
        number for number, item in enumerate(piece.ingredients) if isinstance(item, Strip) and words_of(item) == "Row 1"
    )
