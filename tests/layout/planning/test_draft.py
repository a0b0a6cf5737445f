"""Drafts of one brief after the other: each has the theme of its own design and levers."""

from typing import Any

import msgspec
import pytest
from support.briefs import Maker, make_brief

from briefgen.content.brief import ARTIFACT, Block, Design, Paragraph, PullQuote, Section
from briefgen.layout.blocks import dispatch
from briefgen.layout.fit import USUAL, Levers
from briefgen.layout.measuring.pieces import Piece
from briefgen.layout.measuring.text import Desk, Surroundings
from briefgen.layout.planning.draft import make_draft, with_full_panel
from briefgen.memory import Memory
from briefgen.problem import Problems
from briefgen.theme import Theme
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter

NUMBERS = [name for name in Levers.__struct_fields__ if type(getattr(USUAL, name)) is float]


def theme(setter: Typesetter, fit: Levers = USUAL, **design: object) -> Theme:
    """The theme of a draft with these levers and this design."""
    return make_draft(make_brief((), Maker(), msgspec.structs.replace(Design(), **design)), setter, fit).theme


@pytest.fixture(scope="module")
def book() -> FontBook:
    return FontBook.load(None, None, (), Problems())


@pytest.mark.parametrize("lever", NUMBERS)
def test_a_theme_is_that_of_its_levers(book: FontBook, lever: str) -> None:
    kept = Typesetter(book, "en", Memory())
    for value in (1.0, 0.95, 1.05, 1.0):
        fit = msgspec.structs.replace(USUAL, **{lever: value})
        assert theme(kept, fit) == theme(Typesetter(book, "en"), fit)


def test_a_theme_is_that_of_its_design(book: FontBook) -> None:
    kept = Typesetter(book, "en", Memory())
    for accent in ("#8a1c1c", "#1d4e89", "#8a1c1c"):
        assert theme(kept, accent=accent) == theme(Typesetter(book, "en"), accent=accent)
    assert theme(kept) is theme(kept)


@pytest.mark.parametrize(("paragraphs", "larger"), [(3, True), (8, False), (27, True)])
def test_a_closing_panel_is_set_larger_where_white_above_it_has_room(
    book: FontBook, paragraphs: int, *, larger: bool
) -> None:
    maker = Maker()
    blocks = [
        Paragraph(maker.text("The survey of wells counted every pump that still works. " * 6)) for _ in range(paragraphs)
    ]
    draft = make_draft(make_brief((Section(maker.id(), None, tuple(blocks)),), maker), Typesetter(book, "en"), USUAL)
    full = with_full_panel(draft)
    assert full.sheets[:-1] == draft.sheets[:-1]
    before, after = draft.sheets[-1].bands, full.sheets[-1].bands
    assert after[:-1] == before[:-1]
    assert (full.segments[-1].leading > draft.segments[-1].leading) == larger
    assert (after[-1] != before[-1]) == larger
    room, needed = full.planner.white.room_of_panel(full.sheets[-1])
    assert (needed <= room) == larger


def test_a_quote_that_moves_leaves_the_blocks_elsewhere_as_they_were_measured(
    book: FontBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And what may stand otherwise, as a block that has lost its place beside the text, is measured anew."""
    maker, measured = Maker(), list[Block]()
    measure = dispatch._measure

    def noted(desk: Desk, block: Block, *more: Any) -> tuple[Piece, ...]:
        measured.append(block)
        return measure(desk, block, *more)

    monkeypatch.setattr(dispatch, "_measure", noted)
    blocks: list[Block] = [Paragraph(maker.text("The survey of wells counted every pump. " * 6)) for _ in range(8)]
    blocks.insert(1, PullQuote("quote", maker.text("Every pump.", ARTIFACT), role=ARTIFACT))
    brief = make_brief((Section(maker.id(), None, tuple(blocks)),), maker)
    draft = make_draft(brief, Typesetter(book, "en", Memory()), USUAL)
    assert len(measured) == len(blocks)
    measured.clear()
    below = blocks[6]
    assert isinstance(below, Paragraph)
    moved = draft.again(Surroundings(moved={"quote": below.text.id}))
    assert 1 <= len(measured) <= 4
    anew = make_draft(brief, Typesetter(book, "en"), USUAL).again(Surroundings(moved={"quote": below.text.id}))
    assert moved.segments == anew.segments
    measured.clear()
    draft.again(Surroundings(grounded=frozenset({"elsewhere"})))
    assert len(measured) == len(blocks)
