"""Texts on the grid, by arithmetic: a face whose glyphs are one em wide, ten points to the em."""

from pathlib import Path

import msgspec
import pytest
from support.briefs import Maker, make_brief

from briefgen.content.brief import Span, Text, Typeface
from briefgen.layout import costs
from briefgen.layout.measuring.pieces import FORBIDDEN, Strip
from briefgen.layout.measuring.text import Desk, Manner
from briefgen.problem import Problems
from briefgen.theme import make_theme
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter


@pytest.fixture
def desk(square_font: Path) -> Desk:
    brief = make_brief((), Maker())
    theme = make_theme(brief.design)
    plain = msgspec.structs.replace(theme.style("body"), size=10.0, align="left", hyphenate=False)
    styles = {**theme.styles, "body": plain}
    square = msgspec.structs.replace(theme, styles=styles)
    book = FontBook.load(Typeface(square_font), Typeface(square_font), (), Problems())
    return Desk(brief, square, Typesetter(book, "en-GB"))


def text(words: str) -> Text:
    return Text("t", "P", (Span(words),))


def words_of(strip: object) -> str:
    assert isinstance(strip, Strip)
    return "".join(glyph.text for run in strip.line.runs for glyph in run.glyphs).strip()


def test_a_line_is_a_piece_of_one_row_with_its_baseline_at_077(desk: Desk) -> None:
    pieces = desk.flow(text("aaa bbb cccccc"), "body", 70.0)
    assert [piece.rows for piece in pieces] == [1, 1]
    assert [words_of(piece.ingredients[-1]) for piece in pieces] == ["aaa bbb", "cccccc"]
    first = pieces[0].ingredients[-1]
    assert isinstance(first, Strip)
    assert first.y == pytest.approx(0.77 * 13)


def test_the_first_line_is_indented_and_as_much_shorter(desk: Desk) -> None:
    pieces = desk.flow(text("aaa bbb ccc"), "body", 70.0, Manner(indent=20.0))
    assert [words_of(piece.ingredients[-1]) for piece in pieces] == ["aaa", "bbb ccc"]
    first = pieces[0].ingredients[-1]
    assert isinstance(first, Strip)
    assert first.x == 20.0


def test_a_paragraph_of_three_lines_is_dear_to_split_anywhere(desk: Desk) -> None:
    pieces = desk.flow(text("aaa bbb ccc"), "body", 30.0)
    assert [piece.break_cost > 1000 for piece in pieces] == [True, True, False]


def test_what_must_stay_with_the_next_says_so(desk: Desk) -> None:
    assert desk.flow(text("aaa"), "body", 30.0, Manner(keep_next=True))[-1].break_cost == FORBIDDEN


def test_heights_are_rounded_up_to_rows(desk: Desk) -> None:
    assert [desk.rows(height) for height in (0.0, 12.9, 13.0, 13.1, 26.0)] == [1, 1, 1, 2, 2]


def test_every_line_of_a_copy_stands_one_leading_below_the_other(desk: Desk) -> None:
    copy = desk.copy(text("aaa bbb ccc"), "body", 30.0, x=5.0, y=100.0)
    lines = [strip for strip in copy.strips if isinstance(strip, Strip)]
    assert [strip.y for strip in lines] == pytest.approx([100 + 13 * (0.77 + n) for n in range(3)])
    assert copy.height == 39.0
    assert copy.width == 30.0


def test_equal_texts_number_their_own_spans(desk: Desk) -> None:
    one, other = (Text(id, "P", (Span("aaa "), Span("bbb", target="x"), Span(" ccc"))) for id in ("a", "b"))
    numbers = []
    for each in (one, other):
        strips = [part for piece in desk.flow(each, "body", 300.0) for part in piece.ingredients]
        numbers.append([number for strip in strips if isinstance(strip, Strip) for number in strip.spans])
    assert numbers == [[0, 1, 2], [0, 1, 2]]


def test_a_heading_keeps_two_lines_of_its_text(desk: Desk) -> None:
    pieces = desk.flow(text("aaa bbb ccc ddd eee"), "body", 30.0, Manner(after_heading=True))
    assert pieces[0].break_cost == FORBIDDEN
    assert pieces[1].break_cost < FORBIDDEN


def test_three_lines_below_a_heading_are_few_where_the_text_goes_on(desk: Desk) -> None:
    plain, headed = (
        desk.flow(text("aaa bbb ccc ddd eee fff"), "body", 30.0, Manner(after_heading=each)) for each in (False, True)
    )
    more = [after.break_cost - before.break_cost for before, after in zip(plain[1:], headed[1:], strict=True)]
    assert more == [costs.AFTER_HEADING, costs.SOON_AFTER_HEADING, 0.0, 0.0, 0.0]
    whole = desk.flow(text("aaa bbb ccc"), "body", 30.0, Manner(after_heading=True))
    assert whole[-1].break_cost == 0.0


@pytest.mark.parametrize(
    ("first", "cost"),
    [
        ("aaa", costs.RUNS_ON),
        ("aa,", costs.RUNS_ON),
        ("aa:", costs.RUNS_ON),
        ("aa.", 0.0),
        ("aa?", 0.0),
        ("a.\u201d", 0.0),
        ("a!)", 0.0),
    ],
)
def test_a_float_parts_a_sentence_but_where_one_ends_with_its_line(desk: Desk, first: str, cost: float) -> None:
    pieces = desk.flow(text(f"{first} bbb ccc"), "body", 30.0)
    assert [piece.runs_on for piece in pieces] == [cost, costs.RUNS_ON, 0.0]


def test_a_mark_of_a_note_ends_no_sentence_and_hides_no_end_of_one(desk: Desk) -> None:
    for words, cost in (("aa.", 0.0), ("aaa", costs.RUNS_ON)):
        marked = Text("t", "P", (Span(words), Span("1", superior=True), Span(" bbb")))
        assert desk.flow(marked, "body", 40.0)[0].runs_on == cost


def test_a_float_below_a_divided_word_is_worst(desk: Desk) -> None:
    pieces = desk.flow(text("aaaa bb\u00adbbb."), "body", 80.0)
    assert [piece.runs_on for piece in pieces] == [costs.WORD_RUNS_ON, 0.0]
