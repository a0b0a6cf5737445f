"""Large numerals beside headings, and what reaches out before a column that stands in from its frame."""

from typing import Literal

import msgspec
import pytest
from support.briefs import Maker, make_brief

from briefgen.content.brief import Block, Brief, Design, Finding, Findings, Heading, Paragraph, Section
from briefgen.layout.blocks import Place, measure
from briefgen.layout.items import Rule
from briefgen.layout.measuring.pieces import Piece, Strip
from briefgen.layout.measuring.text import BASELINE, Desk
from briefgen.looks.look import MODULES
from briefgen.problem import Problems
from briefgen.theme import make_theme
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter

SETTER = Typesetter(FontBook.load(None, None, (), Problems()), "en")
WIDTH = 233.0


Variant = Literal["rule", "bar", "numeral"]


def brief(variant: Variant, words: str = "A heading") -> Brief:
    """Two sections of argument, and between them one whose findings have numerals of their own."""
    maker = Maker()
    text = maker.text
    found = Findings("f", (Finding("f1", text("1", "Lbl"), 1, text("The river is drawn down.")),))
    contents: tuple[Block, ...] = (Paragraph(text("Words.")), found, Paragraph(text("More.")))
    sections = tuple(Section(f"s{number}", Heading(text(words, "H2"), 1), (block,)) for number, block in enumerate(contents))
    heading = msgspec.structs.replace(MODULES.heading, variant=variant)
    return make_brief(sections, maker, Design(look=msgspec.structs.replace(MODULES, heading=heading)))


def heads(variant: Variant, outdent: float = 0.0, words: str = "A heading") -> list[Piece]:
    made = brief(variant, words)
    desk = Desk(made, make_theme(made.design), SETTER)
    place = Place(outdent=outdent)
    return [measure(desk, [section.heading], WIDTH, place)[0] for section in made.sections if section.heading]


def numerals(piece: Piece) -> list[tuple[str, float]]:
    strips = [item for item in piece.ingredients if isinstance(item, Strip) and not item.text_id]
    return [("".join(glyph.text for run in strip.line.runs for glyph in run.glyphs), strip.x) for strip in strips]


def test_sections_whose_items_are_numbered_have_no_number() -> None:
    first, findings, last = heads("numeral")
    assert [words for words, _ in (*numerals(first), *numerals(last))] == ["1", "2"]
    assert numerals(findings) == []
    assert any(isinstance(item, Rule) and item.rect.height > 0 for item in findings.ingredients)


@pytest.mark.parametrize("outdent", [100.0, 10.0])
def test_a_numeral_stands_out_where_it_has_room(outdent: float) -> None:
    piece, *_ = heads("numeral", outdent)
    (_, x), *_ = numerals(piece)
    words = [item.x for item in piece.ingredients if isinstance(item, Strip) and item.text_id]
    assert (x < 0, set(words) == {0.0}) == (outdent > 50, outdent > 50)


@pytest.mark.parametrize(("variant", "start"), [("rule", -100.0), ("bar", 0.0)])
def test_rules_go_from_the_frame_on_and_bars_are_as_wide_as_the_text(variant: Variant, start: float) -> None:
    rules = [item.rect for item in heads(variant, 100.0)[0].ingredients if isinstance(item, Rule)]
    assert (min(rect.x for rect in rules), max(rect.right for rect in rules)) == (start, WIDTH)


def test_a_numeral_stands_on_the_first_line_and_hardly_out_of_its_rows() -> None:
    for words, several in (("Costs", False), ("What militarised policing costs all of us who live there", True)):
        piece = heads("numeral", 0.0, words)[0]
        (number, *_) = [item for item in piece.ingredients if isinstance(item, Strip) and not item.text_id]
        lines = [item for item in piece.ingredients if isinstance(item, Strip) and item.text_id]
        assert (len(lines) > 1) == several
        assert number.y == pytest.approx(lines[0].y)
        assert number.y - number.line.runs[0].size * 0.7 >= -6.51


@pytest.mark.parametrize("variant", ["rule", "bar"])
@pytest.mark.parametrize("leading", [12.2, 12.6, 13.0, 13.6, 14.0])
def test_marked_headings_begin_level_and_stand_as_far_from_their_text(variant: Variant, leading: float) -> None:
    made = brief(variant)
    theme = make_theme(made.design)
    body = msgspec.structs.replace(theme.style("body"), leading=leading)
    page = msgspec.structs.replace(theme.page, leading=leading)
    desk = Desk(made, msgspec.structs.replace(theme, page=page, styles={**theme.styles, "body": body}), SETTER)
    capitals = leading * BASELINE - body.size * 0.66
    below = set()
    for words in ("Costs", "What militarised policing costs", "What militarised policing costs all of us who live there"):
        heading = Heading(Maker().text(words, "H2"), 1)
        piece, *_ = measure(desk, [heading], WIDTH, Place())
        rule = next(item.rect for item in piece.ingredients if isinstance(item, Rule))
        last = max(item.y for item in piece.ingredients if isinstance(item, Strip))
        below.add(round(piece.rows * leading - (rule.bottom if variant == "bar" else last), 2))
        assert -0.01 <= rule.y <= capitals + 4.5
        assert piece.top_shift == 0.0
    assert len(below) == 1
