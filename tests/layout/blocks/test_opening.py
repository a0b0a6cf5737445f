"""The beginning of the text: a large capital, words in small capitals, and when neither suits."""

import shutil
import subprocess
from pathlib import Path

import msgspec
import pypdfium2
import pytest
from support.briefs import Maker, make_brief

from briefgen.build import build
from briefgen.content.brief import Design, Paragraph, Span, Text
from briefgen.layout.blocks import Place, measure
from briefgen.layout.items import Path as Shape
from briefgen.layout.measuring.pieces import FORBIDDEN, Piece, Strip
from briefgen.layout.measuring.text import Desk
from briefgen.looks.look import MODULES
from briefgen.problem import Problems
from briefgen.theme import make_theme
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter

SETTER = Typesetter(FontBook.load(None, None, (), Problems()), "en-GB")
WORDS = "Water is licensed in the basin, more than flows through it, and the wells make up the difference each year. " * 3
WIDTH = 233.0


def opened(variant: str, spans: tuple[Span, ...], *, lines: int = 3) -> tuple[Piece, ...]:
    record = msgspec.structs.replace(MODULES.opening, variant=variant, lines=lines)
    brief = make_brief((), Maker())
    desk = Desk(brief, make_theme(Design(look=msgspec.structs.replace(MODULES, opening=record))), SETTER)
    return measure(desk, [Paragraph(Text("t", "P", spans))], WIDTH, Place(opens=True))


def strips(pieces: tuple[Piece, ...]) -> list[Strip]:
    return [item for piece in pieces for item in piece.ingredients if isinstance(item, Strip)]


def words(pieces: tuple[Piece, ...]) -> str:
    glyphs = [glyph for strip in strips(pieces) for run in strip.line.runs for glyph in run.glyphs]
    return "".join(glyph.text for glyph in glyphs).replace("\xad", "")


def shapes(pieces: tuple[Piece, ...]) -> list[Shape]:
    return [item for piece in pieces for item in piece.ingredients if isinstance(item, Shape)]


@pytest.mark.parametrize("lines", [2, 3, 4])
@pytest.mark.parametrize("letter", ["W", "A", "I", "É", "Q", "Ж"])
def test_a_large_capital_stands_beside_its_lines(letter: str, lines: int) -> None:
    pieces = opened("drop-cap", (Span(letter + WORDS[1:]), Span("a note", italic=True)), lines=lines)
    (shape,) = shapes(pieces)
    first, *others = strips(pieces)
    assert shape.rect.x == pytest.approx(0.0)
    assert shape.rect.y >= -0.5
    hidden, rest = first.line.runs[:2]
    assert (hidden.hidden, rest.hidden) == (True, False)
    assert first.x + rest.x > shape.rect.right
    assert all(strip.x > shape.rect.right for strip in others[: lines - 1])
    assert [strip.x for strip in others[lines:]] == [0.0] * len(others[lines:])
    assert all(piece.break_cost == FORBIDDEN for piece in pieces[: lines - 1])
    assert words(pieces).split() == (letter + WORDS[1:] + "a note").split()
    assert [first.spans[0], first.spans[1], others[-1].spans[-1]] == [0, 0, 1]


@pytest.mark.parametrize(
    "spans",
    [
        (Span("“Water” " + WORDS),),
        (Span("2026 " + WORDS),),
        (Span("water " + WORDS),),
        (Span("Water", uri="https://example.org"), Span(WORDS)),
        (Span("Water is short."),),
        (Span("水は" + WORDS),),
        (Span("1", superior=True), Span(WORDS)),
    ],
)
def test_what_does_not_suit_begins_like_any_paragraph(spans: tuple[Span, ...]) -> None:
    pieces = opened("drop-cap", spans)
    assert shapes(pieces) == []
    assert not any(run.hidden for strip in strips(pieces) for run in strip.line.runs)


def test_small_capitals_are_whole_words_and_end_with_their_phrase() -> None:
    plain, short = opened("small-caps", (Span(WORDS),)), opened("small-caps", (Span("In dry, hot " + WORDS),))
    assert words(plain).split() == WORDS.split()
    for pieces, wanted in ((plain, "Water is licensed in the"), (short, "In dry,")):
        runs = strips(pieces)[0].line.runs
        assert "".join(glyph.text for glyph in runs[0].glyphs).strip() == wanted
        assert (runs[0].span.small, runs[1].span.small) == (True, False)


@pytest.mark.parametrize("variant", ["drop-cap", "small-caps"])
def test_readers_find_whole_words(tmp_path: Path, variant: str) -> None:
    source, output = tmp_path / "brief.yaml", tmp_path / "brief.pdf"
    look = f"design: {{look: {{opening: {{variant: {variant}}}}}}}"
    source.write_text(f'title: Wells\ndate: 2026-01-01\n{look}\nsections: [{{content: ["{WORDS}"]}}]\n', encoding="utf-8")
    assert build(source, output).problems == ()
    with pypdfium2.PdfDocument(output) as pdf:
        assert "Water is licensed in" in pdf[0].get_textpage().get_text_range()
    if shutil.which("pdftotext"):
        read = subprocess.run(["pdftotext", output, "-"], capture_output=True, text=True, encoding="utf-8", check=True)
        assert "Water is licensed in" in read.stdout
