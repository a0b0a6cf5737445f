"""Quotes that repeat their own page: between which paragraphs they may stand, and that they do stand there."""

import pytest
from support.briefs import Maker, make_brief

from briefgen.content.brief import ARTIFACT, Block, Brief, Heading, List, Paragraph, PullQuote, Section, Text
from briefgen.layout.compose import lay_out
from briefgen.layout.items import Glyphs
from briefgen.layout.segments.echoes import may_move, places, with_quotes_moved
from briefgen.problem import Problems
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter

SAID = "Water is counted where it is paid for."
FILLING = "Elsewhere it leaks, for nobody reads a meter that nobody pays for, and nobody mends one. " * 4


def text(id: str, words: str = FILLING, role: str = "P") -> Text:
    made = Maker().text(words, role)
    return Text(id, made.role, made.spans)


def quote(role: str = ARTIFACT) -> PullQuote:
    return PullQuote("quote", text("q", SAID, role), role=role)


def blocks_of(*kinds: str) -> list[Block]:
    """A paragraph for "p", a heading for "h", a list for "l", the quote for "q"; their ids are their numbers."""
    made = []
    for number, kind in enumerate(kinds):
        blocks: dict[str, Block] = {
            "p": Paragraph(text(str(number))),
            "h": Heading(text(str(number)), 1),
            "l": List(str(number), False, ()),
            "q": quote(),
        }
        made.append(blocks[kind])
    return made


def test_a_quote_may_stand_below_paragraphs_of_other_pages_but_not_before_a_list() -> None:
    blocks = blocks_of("p", "q", "p", "h", "p", "p", "l", "p", "h", "p")
    pages = {"0": 1, "2": 1, "4": 2, "5": 2, "7": 2, "9": 3}
    assert [*places(blocks, "quote", pages, {1})] == ["4", "7", "9"]
    assert [*places(blocks, "quote", pages, {1, 2})] == ["9"]
    assert [*places(blocks, "quote", pages, {2, 3})] == ["2"]  # its own paragraph is before it, and keeps it


def test_a_quote_that_moves_stands_below_its_paragraph_once() -> None:
    blocks = blocks_of("p", "q", "p", "p")
    assert with_quotes_moved(blocks, {"quote": "2"}) == [blocks[0], blocks[2], blocks[1], blocks[3]]
    assert with_quotes_moved(blocks, {}) == blocks


def test_two_quotes_below_one_paragraph_both_stay() -> None:
    second = PullQuote("second", text("q2", SAID, ARTIFACT), role=ARTIFACT)
    first = quote()
    blocks: list[Block] = [first, second, Paragraph(text("1"))]
    assert with_quotes_moved(blocks, {first.id: "1", second.id: "1"}) == [blocks[2], first, second]


@pytest.mark.parametrize(("role", "moves"), [(ARTIFACT, True), ("Quote", False)])
def test_only_a_quote_that_is_not_read_may_move(role: str, moves: bool) -> None:
    assert may_move(quote(role)) == moves


def brief_of(paragraphs: int, role: str = ARTIFACT) -> Brief:
    maker = Maker()
    filling = [Paragraph(maker.text(FILLING)) for _ in range(paragraphs)]
    blocks: tuple[Block, ...] = (Paragraph(text("said", f"{SAID} {FILLING}")), quote(role), *filling)
    return make_brief((Section("s", Heading(maker.text("Wells", "H2"), 1), blocks),), maker)


@pytest.mark.parametrize(("paragraphs", "role", "apart"), [(30, ARTIFACT, True), (30, "Quote", False), (2, ARTIFACT, False)])
def test_a_quote_stands_on_another_page_than_its_words_where_there_is_one(paragraphs: int, role: str, apart: bool) -> None:
    setter = Typesetter(FontBook.load(None, None, (), Problems()), "en-GB")
    pages = lay_out(brief_of(paragraphs, role), setter, Problems()).pages
    shown = [{item.id for item in page.items if isinstance(item, Glyphs)} for page in pages]
    assert sum("q" in ids for ids in shown) == 1
    assert all({"q", "said"} <= ids for ids in shown if "q" in ids) != apart
