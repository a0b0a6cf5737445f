"""The closing panel: texts of notes stand in alike, and what is short stays together."""

import msgspec
import pytest
from support.briefs import Maker, make_brief

from briefgen.content.brief import Entry, List, ListItem, Note, Paragraph, Text
from briefgen.layout import costs
from briefgen.layout.blocks.closing import closing_segment
from briefgen.layout.fit import Levers
from briefgen.layout.measuring.pieces import Piece, Strip
from briefgen.layout.measuring.text import Desk
from briefgen.problem import Problems
from briefgen.theme import make_theme
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter

WORDS = "A note of so many words that it takes some lines in a narrow column of the closing panel."


def pieces_of(notes: int) -> tuple[tuple[Piece, ...], tuple[Note, ...]]:
    maker = Maker()
    brief = make_brief((), maker)
    made = tuple(Note(f"note-{n}", maker.text(str(n), "Lbl"), maker.text(WORDS)) for n in range(1, notes + 1))
    assert brief.back is not None
    back = msgspec.structs.replace(brief.back, notes=made)
    desk = Desk(brief, make_theme(brief.design), Typesetter(FontBook.load(None, None, (), Problems()), "en"))
    return closing_segment(desk, back, 480.0).pieces, made


def strips_of(piece: Piece, text: Text) -> list[Strip]:
    return [item for item in piece.ingredients if isinstance(item, Strip) and item.text_id == text.id]


def test_the_texts_of_notes_stand_in_alike() -> None:
    pieces, notes = pieces_of(12)
    assert len({strip.x for piece in pieces for note in notes for strip in strips_of(piece, note.text)}) == 1


def test_a_short_note_stays_together() -> None:
    pieces, notes = pieces_of(3)
    for note in notes:
        own = [piece for piece in pieces if strips_of(piece, note.text)]
        assert len(own) > 1
        assert all(piece.break_cost >= costs.IN_SHORT_ENTRY for piece in own[:-1])
        assert own[-1].break_cost < costs.IN_SHORT_ENTRY


@pytest.mark.parametrize(
    ("heading", "words", "runs_in"),
    [
        ("Contact", WORDS, True),
        ("Contact", "somebody.with.a.very.long.name.indeed@an-institute.of.letters.and.of.law.example", False),
        ("A heading as long as the column is wide", WORDS, False),
    ],
)
def test_a_short_heading_runs_in_with_its_text_in_the_compact_form(heading: str, words: str, *, runs_in: bool) -> None:
    maker = Maker()
    brief = make_brief((), maker)
    assert brief.back is not None
    entry = Entry("contact", "contact", maker.text(heading, "H2"), (Paragraph(maker.text(words)),))
    back = msgspec.structs.replace(brief.back, notes_heading=None, notes=(), entries=(entry,))
    setter = Typesetter(FontBook.load(None, None, (), Problems()), "en")
    for fit in (Levers(), Levers(compact=True)):
        first = closing_segment(Desk(brief, make_theme(brief.design), setter, fit), back, 480.0).pieces[0]
        shown = {item.text_id for item in first.ingredients if isinstance(item, Strip)}
        assert (len(shown) == 2) == (runs_in and fit.compact)


def test_headings_run_in_all_or_none_does() -> None:
    """A list cannot stand beside its heading, so that no other text of its panel does either."""
    maker = Maker()
    brief = make_brief((), maker)
    assert brief.back is not None
    text = Entry("about", "about", maker.text("About", "H2"), (Paragraph(maker.text(WORDS)),))
    items = (ListItem("item", maker.text("1", "Lbl"), maker.text(WORDS)),)
    listed = Entry("sources", "sources", maker.text("Sources", "H2"), (List("list", True, items),))
    setter = Typesetter(FontBook.load(None, None, (), Problems()), "en")
    desk = Desk(brief, make_theme(brief.design), setter, Levers(compact=True))
    for entries, together in (((text,), 2), ((text, listed), 1)):
        back = msgspec.structs.replace(brief.back, notes_heading=None, notes=(), entries=entries)
        first = closing_segment(desk, back, 480.0).pieces[0]
        assert len({item.text_id for item in first.ingredients if isinstance(item, Strip)}) == together


def panel_with(address: str, fit: Levers) -> tuple[int, list[str]]:
    """The columns of a panel whose contact is an address, and the lines of that."""
    maker = Maker()
    brief = make_brief((), maker)
    assert brief.back is not None
    words = maker.text(address)
    entry = Entry("contact", "contact", maker.text("Contact", "H2"), (Paragraph(words),))
    back = msgspec.structs.replace(brief.back, notes_heading=None, notes=(), entries=(entry,))
    setter = Typesetter(FontBook.load(None, None, (), Problems()), "en")
    segment = closing_segment(Desk(brief, make_theme(brief.design), setter, fit), back, 480.0)
    lines = [strip.line for piece in segment.pieces for strip in strips_of(piece, words)]
    return segment.columns, ["".join(glyph.text for run in line.runs for glyph in run.glyphs) for line in lines]


@pytest.mark.parametrize(
    ("address", "fit", "columns"),
    [
        ("short@institute.example", Levers(), 3),
        ("short@institute.example", Levers(airy=True), 3),
        ("kurzanalyse@energieforschung.example", Levers(), 3),
        ("kurzanalyse@energieforschung.example", Levers(airy=True), 3),  # in the type of the usual form
        ("somebody.long@institute-of-energy.example", Levers(), 2),
        ("somebody.long@institute-of-energy.example", Levers(airy=True), 2),
    ],
)
def test_an_address_stands_on_one_line(address: str, fit: Levers, columns: int) -> None:
    assert panel_with(address, fit) == (columns, [address])


@pytest.mark.parametrize(("notes", "columns"), [(1, 2), (2, 2), (5, 3)])
def test_there_are_no_more_columns_than_things_to_begin_them_with(notes: int, columns: int) -> None:
    """One of two entries would be torn apart to fill the third."""
    maker = Maker()
    brief = make_brief((), maker)
    made = tuple(Note(f"note-{n}", maker.text(str(n), "Lbl"), maker.text(WORDS)) for n in range(1, notes + 1))
    authors = Entry("authors", "authors", maker.text("Authors"), (Paragraph(maker.text("A. Author")),))
    assert brief.back is not None
    back = msgspec.structs.replace(brief.back, notes=made, entries=(authors,))
    desk = Desk(brief, make_theme(brief.design), Typesetter(FontBook.load(None, None, (), Problems()), "en"))
    assert closing_segment(desk, back, 480.0).columns == columns


@pytest.mark.parametrize(
    ("words", "size", "columns"),
    [(WORDS, 9.6, 3), ("surveys-of-the-wells@energy-research.example", 9.6, 2), (f"{'some' * 20}@wells.example", 8.0, 3)],
)
def test_a_panel_is_larger_in_fewer_columns_or_not_at_all_before_an_address_is_divided(
    words: str, size: float, columns: int
) -> None:
    maker = Maker()
    brief = make_brief((), maker)
    assert brief.back is not None
    entry = Entry("contact", "contact", maker.text("Contact", "H2"), (Paragraph(maker.text(words)),))
    back = msgspec.structs.replace(brief.back, notes_heading=None, notes=(), entries=(entry,))
    desk = Desk(brief, make_theme(brief.design), Typesetter(FontBook.load(None, None, (), Problems()), "en"))
    segment = closing_segment(desk, back, 480.0, 1.2)
    assert segment.columns == columns
    sizes = {
        run.size
        for piece in segment.pieces[1:]
        for item in piece.ingredients
        if isinstance(item, Strip)
        for run in item.line.runs
    }
    assert sizes == {size}


@pytest.mark.parametrize(("notes", "whole"), [(2, True), (12, False)])
def test_few_notes_stay_below_their_heading(notes: int, *, whole: bool) -> None:
    pieces, made = pieces_of(notes)
    last = [piece for piece in pieces if strips_of(piece, made[0].text)][-1]
    assert (last.break_cost >= costs.IN_SHORT_ENTRY) == whole
