"""Lists of terms, dates and boxes: where labels and texts stand, and the line of a timeline."""

from collections.abc import Sequence

import pytest
from support.briefs import Maker, make_brief

from briefgen.content.brief import Heading, Labels, List, ListItem, Paragraph, Text
from briefgen.layout import costs
from briefgen.layout.blocks import measure
from briefgen.layout.items import Path, Rule
from briefgen.layout.measuring.pieces import Piece, Strip
from briefgen.layout.measuring.text import Desk
from briefgen.problem import Problems
from briefgen.theme import make_theme
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter

LONG = "words that go on for some lines " * 6


@pytest.fixture(scope="module")
def desk() -> Desk:
    brief = make_brief((), Maker())
    return Desk(brief, make_theme(brief.design), Typesetter(FontBook.load(None, None, (), Problems()), "en"))


def told(labels: Labels, *items: tuple[str, str]) -> List:
    made = [
        ListItem(
            f"i{n}",
            Text(f"l{n}", "Lbl", Maker().text(label).spans if label else ()),
            Text(f"t{n}", "P", Maker().text(text).spans),
        )
        for n, (label, text) in enumerate(items)
    ]
    return List("list", False, tuple(made), labels=labels)


def strips(pieces: Sequence[Piece], id: str) -> list[tuple[int, Strip]]:
    """The lines of a text, each with the number of its piece."""
    found = [(n, item) for n, piece in enumerate(pieces) for item in piece.ingredients if isinstance(item, Strip)]
    return [(n, strip) for n, strip in found if strip.text_id == id]


def test_a_term_runs_into_its_text_and_a_long_one_stands_above_it(desk: Desk) -> None:
    pieces = measure(desk, [told("terms", ("Term", LONG), ("A term of many words, " * 3, "Short."))], 230.0)
    (row, term), lines = strips(pieces, "l0")[0], strips(pieces, "t0")
    assert lines[0][0] == row
    assert lines[0][1].x > term.x + term.line.width
    assert {line.x for _, line in lines[1:]} == {desk.look.list.indent}
    assert strips(pieces, "l1")[-1][0] < strips(pieces, "t1")[0][0]


def test_dates_stand_beside_a_line_from_the_first_dot_to_the_last(desk: Desk) -> None:
    pieces = measure(desk, [told("dates", ("2019", LONG), ("May 2024", "Short."), ("2030", LONG))], 230.0)
    dots = [item.rect for piece in pieces for item in piece.ingredients if isinstance(item, Path)]
    rules = [[item.rect for item in piece.ingredients if isinstance(item, Rule)] for piece in pieces]
    middle = {round(dot.x + dot.width / 2, 3) for dot in dots}
    assert len(dots) == 3
    assert {round(rect.x + rect.width / 2, 3) for found in rules for rect in found} == middle
    last = strips(pieces, "t2")
    assert [len(found) for found in rules] == [1] * (last[0][0] + 1) + [0] * (len(last) - 1)
    ends = max(strip.x + strip.line.width for n in range(3) for _, strip in strips(pieces, f"l{n}"))
    assert ends < min(middle) < min(strip.x for n in range(3) for _, strip in strips(pieces, f"t{n}"))


def test_a_box_to_be_ticked_is_square_and_as_high_as_capitals(desk: Desk) -> None:
    pieces = measure(desk, [told("boxes", ("", "One"), ("", LONG))], 230.0)
    rules = [item.rect for item in pieces[0].ingredients if isinstance(item, Rule)]
    assert len(rules) == 4
    width = max(rect.right for rect in rules) - min(rect.x for rect in rules)
    height = max(rect.bottom for rect in rules) - min(rect.y for rect in rules)
    assert width == pytest.approx(height)
    assert len({strip.x for n in range(2) for _, strip in strips(pieces, f"t{n}")}) == 1


@pytest.mark.parametrize(
    ("words", "together"), [("Run in.", True), ("Words that leave too little of the line to run in", False)]
)
def test_a_heading_runs_in_where_it_leaves_enough_of_the_line(desk: Desk, words: str, together: bool) -> None:
    maker = Maker()
    heading = Heading(maker.text(words, "H4"), 3, run_in=True)
    text = maker.text(LONG)
    pieces = measure(desk, [heading, Paragraph(text)], 230.0)
    (row, _), *_ = strips(pieces, heading.text.id)
    assert (strips(pieces, text.id)[0][0] == row) is together


def test_a_timeline_of_a_dozen_lines_is_torn_nowhere_if_that_can_be_had(desk: Desk) -> None:
    dates = [(f"{year}", "words that go on for some two lines of this column, and end") for year in range(2019, 2025)]
    whole, torn = (measure(desk, [told(labels, *dates)], 230.0) for labels in ("dates", "boxes"))
    assert 10 <= sum(piece.rows for piece in whole) <= 16
    assert min(piece.break_cost for piece in whole[:-1]) >= costs.SHORT_LIST
    assert min(piece.break_cost for piece in torn[:-1]) < costs.SHORT_LIST
