"""The closing panel: texts of notes stand in alike, and what is short stays together."""

import msgspec
from support.briefs import Maker, make_brief

from briefgen.content.brief import Note, Text
from briefgen.layout.blocks.closing import SHORT_COST, closing_segment
from briefgen.layout.pieces import Piece, Strip
from briefgen.layout.text import Desk
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
        assert all(piece.break_cost >= SHORT_COST for piece in own[:-1])
        assert own[-1].break_cost < SHORT_COST
