"""Faces that lack letters, marks or styles: what stands in, in how many faces, and what is said of it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString

from briefgen.build import build
from briefgen.content.brief import Span, Typeface
from briefgen.problem import Place, Problems
from briefgen.theme import TextStyle
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.scripts import Way
from briefgen.typeset.shape import Shaper
from briefgen.typeset.word import Word

BuildFont = Callable[..., Any]

STYLE = TextStyle("body", 10, 12)
PLACE = Place("brief.yaml", 7, 3)
CZECH = "Příliš žluťoučký kůň úpěl ďábelské ódy, pohár řeší číše i měď."


def shape(book: FontBook, text: str, *, italic: bool = False, bold: bool = False) -> Word:
    shaper = Shaper(book, "cs")
    dress = shaper.dress(Span("x", italic=italic, bold=bold), STYLE)
    return shaper.word(dress, text)


def book_of(path: Path, *fallback: Path) -> FontBook:
    problems = Problems()
    book = FontBook.load(Typeface(path, place=PLACE), None, fallback, problems)
    assert not len(problems)
    return book


@pytest.fixture
def ascii_font(build_font: BuildFont, tmp_path: Path) -> Path:
    path = tmp_path / "Plain.ttf"
    build_font([*range(0x20, 0x7F)], "Plain").save(path)
    return path


@pytest.fixture
def loose_marks(build_font: BuildFont, tmp_path: Path) -> Path:
    """A face with letters and a caron, that knows kerning and not where the caron goes."""
    font = build_font([*range(0x20, 0x7F), 0x30C], "Loose")
    addOpenTypeFeaturesFromString(font, "feature kern { pos u0041 u0056 -80; } kern;")
    font.save(tmp_path / "Loose.ttf")
    return tmp_path / "Loose.ttf"


def test_letters_that_a_face_lacks_come_from_one_further_face(ascii_font: Path) -> None:
    book = book_of(ascii_font)
    faces = {part.face for word in CZECH.split() for part in shape(book, word).parts}
    assert {face.name for face in faces} == {"Plain-Regular", "SourceSerifPro-Regular"}
    assert len(faces) == 2


def test_neighbours_from_one_face_are_one_run_and_are_kerned(ascii_font: Path) -> None:
    runs = [(part.face.name, "".join(g.text for g in part.glyphs)) for part in shape(book_of(ascii_font), "aŤŘČb").parts]
    assert runs == [("Plain-Regular", "a"), ("SourceSerifPro-Regular", "ŤŘČ"), ("Plain-Regular", "b")]


def test_few_fonts_are_embedded(ascii_font: Path, tmp_path: Path) -> None:
    paragraphs = "".join(f"      - {CZECH}\n" for _ in range(40))
    typefaces = "{body: NAME, display: NAME}".replace("NAME", ascii_font.name)
    (tmp_path / "b.yaml").write_text(
        f"title: Žluťoučký kůň\ndesign: {{typefaces: {typefaces}}}\nsections:\n  - content:\n{paragraphs}", encoding="utf-8"
    )
    result = build(tmp_path / "b.yaml", tmp_path / "b.pdf")
    assert result.good
    assert (tmp_path / "b.pdf").read_bytes().count(b"/FontFile") <= 8
    assert (tmp_path / "b.pdf").stat().st_size < 120_000


def test_a_composed_letter_of_the_next_face_is_better_than_a_mark_gone_astray(loose_marks: Path) -> None:
    assert [part.face.name for part in shape(book_of(loose_marks), "až").parts] == [
        "Loose-Regular",
        "SourceSerifPro-Regular",
    ]


def test_marks_that_no_face_can_place_are_set_over_their_letters(default_book: FontBook) -> None:
    for text in ("Ọ̀yọ́", "ẹ́", "Ẹ̀gbá"):
        word = shape(default_book, text)
        assert (word.missing, "".join(glyph.text for part in word.parts for glyph in part.glyphs)) == ("", text)
        for part in word.parts:
            left = 0.0
            for before, glyph in zip(part.glyphs, part.glyphs[1:], strict=False):
                left += before.advance
                if not glyph.text and glyph.id != part.face.glyph(0x20):
                    extents = part.face.hb_font.get_glyph_extents(glyph.id)
                    unit = STYLE.size / part.face.upem
                    middle = left + glyph.dx + unit * (extents.x_bearing + extents.width / 2)
                    assert left - before.advance < middle < left


def test_marks_that_a_face_places_stay_in_it(default_book: FontBook) -> None:
    (part,) = shape(default_book, "x\u030cb").parts
    assert part.face is default_book.face("body")


def test_borrowed_letters_are_said_once_for_a_family(ascii_font: Path) -> None:
    book, problems = book_of(ascii_font), Problems()
    for word in CZECH.split():
        shape(book, word)
    book.report_substitutes(problems)
    (problem,) = problems.sorted()
    assert (problem.code, problem.place) == ("typeset/borrowed-letters", PLACE)
    assert "SourceSerifPro-Regular" in problem.message


def test_letters_of_a_fallback_face_are_wanted_there(ascii_font: Path, square_font: Path) -> None:
    book, problems = book_of(ascii_font, square_font), Problems()
    shape(book, "žluť")
    book.report_substitutes(problems)
    assert not len(problems)


def test_emphasis_without_a_face_for_it_is_said(square_font: Path) -> None:
    book, problems = book_of(square_font), Problems()
    shape(book, "a", italic=True)
    shape(book, "b", bold=True)
    book.report_substitutes(problems)
    assert [(problem.code, problem.place) for problem in problems.sorted()] == [("typeset/missing-style", PLACE)] * 2


def test_emphasis_with_its_faces_needs_no_word(square_font: Path, build_font: BuildFont, tmp_path: Path) -> None:
    build_font([*range(0x20, 0x7F)], "Other").save(tmp_path / "other.ttf")
    other, problems = tmp_path / "other.ttf", Problems()
    book = FontBook.load(Typeface(square_font, other, other, other), None, (), problems)
    shape(book, "a", italic=True)
    shape(book, "b", bold=True)
    book.report_substitutes(problems)
    assert not len(problems)


def script_word(book: FontBook, text: str, script: str, *, italic: bool = False, bold: bool = False) -> Word:
    shaper = Shaper(book, "en")
    dress = shaper.dress(Span("x", italic=italic, bold=bold), STYLE, Way(script, 0, along=True))
    return shaper.word(dress, text)


def test_a_face_for_a_script_without_bold_is_said(build_font: BuildFont, tmp_path: Path) -> None:
    build_font([0x20, 0x4E00, 0x4EBA], "Han").save(tmp_path / "han.ttf")
    book = FontBook.load(None, None, (), Problems(), scripts={"cjk": Typeface(tmp_path / "han.ttf", place=PLACE)})
    problems = Problems()
    script_word(book, "一", "Hani")
    book.report_substitutes(problems)
    assert not len(problems)
    script_word(book, "人", "Hani", bold=True)
    book.report_substitutes(problems)
    assert [(problem.code, problem.place) for problem in problems.sorted()] == [("typeset/missing-style", PLACE)]


def test_signs_that_a_face_for_a_script_lacks_have_its_weight(build_font: BuildFont, tmp_path: Path) -> None:
    """A script without italics is set bold instead, and so are its commas."""
    for name in ("regular", "bold"):
        build_font([0x20, *range(0x10D0, 0x10D8)], name).save(tmp_path / f"{name}.ttf")
    own = Typeface(tmp_path / "regular.ttf", bold=tmp_path / "bold.ttf", place=PLACE)
    book = FontBook.load(None, None, (), Problems(), scripts={"georgian": own})
    letters, comma = script_word(book, "აბ,", "Geor", italic=True).parts
    assert letters.face.name.startswith("bold")
    assert comma.face is book.face("body", "bold")


def test_marks_that_no_face_has_a_place_for_are_reported(build_font: BuildFont, tmp_path: Path) -> None:
    """U+1AB7 stands under letters, and none of the default faces has it."""
    font = build_font([*range(0x20, 0x7F), 0x1AB7], "Marks")
    addOpenTypeFeaturesFromString(font, "feature kern { pos u0041 u0056 -80; } kern;")
    font.save(tmp_path / "Marks.ttf")
    problems = Problems()
    book = book_of(tmp_path / "Marks.ttf")
    shape(book, "ba\u1ab7d")
    book.report_substitutes(problems)
    assert [(problem.code, problem.place) for problem in problems.sorted()] == [("typeset/loose-marks", PLACE)]
    shape(FontBook.load(None, None, (tmp_path / "Marks.ttf",), problems), "ba\u1ab7d")
    assert len(problems) == 1
