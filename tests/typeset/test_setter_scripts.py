"""Text of other scripts, and text from right to left, in lines."""

import subprocess
import sys
import unicodedata
from typing import Literal

import pytest
import uharfbuzz

from briefgen.content.brief import Span
from briefgen.problem import Problems
from briefgen.theme import TextStyle
from briefgen.typeset import scriptfaces
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.lines import Line, Run
from briefgen.typeset.paragraph import _is_separable
from briefgen.typeset.setter import Typesetter

STYLE = TextStyle("body", 10.0, 12.0)
JUSTIFIED = TextStyle("body", 10.0, 12.0, align="justify")


@pytest.fixture(scope="module")
def book() -> FontBook:
    return FontBook.load(None, None, (), Problems())


@pytest.fixture(scope="module")
def arabic(book: FontBook) -> Typesetter:
    return Typesetter(book, "ar")


def words(line: Line) -> str:
    return "".join([glyph.text for run in line.runs for glyph in run.glyphs])


def words_of(run: Run) -> str:
    return "".join([glyph.text for glyph in run.glyphs])


def shown(line: Line, *, rtl: bool) -> list[str]:
    """The runs of a line from left to right."""
    runs = sorted(line.runs, key=lambda run: run.x, reverse=rtl)
    return ["".join([glyph.text for glyph in run.glyphs]).strip() for run in runs]


def test_runs_stand_in_their_visual_order(arabic: Typesetter, setter: Typesetter) -> None:
    text = "وزارة UN Water في 2026."
    (line,) = arabic.set((Span(text),), STYLE, (300.0,)).lines
    assert words(line) == text
    assert [part for part in shown(line, rtl=True) if part] == [".", "2026", "في", "UN Water", "وزارة"]
    (line,) = setter.set((Span(f"the {text}"),), STYLE, (300.0,)).lines
    assert [part for part in shown(line, rtl=False) if part] == ["the", "وزارة", "UN Water", "2026", "في", "."]


@pytest.mark.parametrize("text", ["كتابٌ جميلٌ", "عقلاً وضميرًا", "لا إله", "שָׁלוֹם", "می‌گوید", "किताब और स्त्री", "น้ำ"])
def test_every_letter_is_there_in_order(arabic: Typesetter, text: str) -> None:
    (line,) = arabic.set((Span(text),), STYLE, (300.0,)).lines
    assert words(line) == text


def test_letters_that_stand_apart_may_give_room() -> None:
    assert all(map(_is_separable, ("“Łódź”", "საყოველთაო", "ஒருவர்", "ಪ್ರಕಟನೆ", "ሁሉ፡ሲወለድ", "ազատ")))
    assert not any(map(_is_separable, ("كتاب", "स्वतन्त्र", "অধিকার", "คน", "שלום", "世界")))


def natural_width(run: Run, word: str) -> float:
    """How wide a run's face has a word."""
    shaped = uharfbuzz.Buffer()
    shaped.add_str(word)
    shaped.guess_segment_properties()
    uharfbuzz.shape(run.face.hb_font, shaped, {})
    width: float = sum(each.x_advance for each in shaped.glyph_positions) * run.size / run.face.upem
    return width


ARABIC = ["تغيّر", "مُتغيّرات", "يّر", "ثمّ", "كلّيّة", "المدرّسين", "كتابٌ"]
POINTS = [*map(chr, range(0x5B0, 0x5BD)), "\u05c1", "\u05bc\u05c1", "\u05bc\u05b8"]
HEBREW = [letter + point + "ל" for letter in "אבגדהוזחטיכךלמםנןסעפףצץקרשת" for point in POINTS]


@pytest.mark.parametrize(("language", "words"), [("ar", ARABIC), ("he", HEBREW)], ids=["ar", "he"])
@pytest.mark.parametrize("face", ["body", "display"])
def test_words_are_as_wide_as_their_face_has_them(
    book: FontBook, face: Literal["body", "display"], language: str, words: list[str]
) -> None:
    """No mark, wherever its face puts it, takes away from the white beside its word."""
    setter = Typesetter(book, language)
    wrong = []
    for word in words:
        (marked,) = setter.set((Span(word),), TextStyle(face, 10.0, 12.0), (300.0,)).lines
        (run,) = marked.runs
        if marked.width != pytest.approx(natural_width(run, word)):
            wrong.append(word)
    assert not wrong


def test_latin_words_are_bold_among_bold_ones_of_a_script_without_italics(book: FontBook) -> None:
    italic = TextStyle("body", 10.0, 12.0, italic=True)
    setter = Typesetter(book, "he")
    (line,) = setter.set((Span("התוכנית של UNDP לפיתוח"),), italic, (300.0,)).lines
    (latin,) = [run for run in line.runs if "UNDP" in words_of(run)]
    assert latin.face is book.face("body", "bold")
    (line,) = setter.set((Span("Water for all, or שלום"),), italic, (300.0,)).lines
    (latin,) = [run for run in line.runs if "Water" in words_of(run)]
    assert latin.face is book.face("body", "regular", italic=True)


def test_only_word_spaces_fill_lines_of_joined_letters(arabic: Typesetter) -> None:
    text = "نشرت الوزارة تقريرا عن المياه في اليمن وفيه أن عدد السكان بلا ماء نظيف كبير جدا " * 4
    *full, _ = arabic.set((Span(text),), JUSTIFIED, (180.0,)).lines
    assert len(full) > 3
    for line in full:
        assert {(run.scale, run.spacing) for run in line.runs} == {(1.0, 0.0)}
        assert line.width == pytest.approx(180.0)


def test_sizes_are_matched_by_lower_case_letters(book: FontBook, arabic: Typesetter) -> None:
    (line,) = arabic.set((Span("كتاب x"),), STYLE, (300.0,)).lines
    script, latin = line.runs[0], line.runs[-1]
    assert script.face.name == "Amiri-Regular"
    assert script.size * script.face.x_height == pytest.approx(latin.size * latin.face.x_height, rel=0.01)
    assert latin.face is book.face("body")


def test_letters_that_join_are_not_tracked(arabic: Typesetter) -> None:
    spaced = TextStyle("display", 10.0, 12.0, tracking=100)
    plain = TextStyle("display", 10.0, 12.0)
    widths = [arabic.set((Span("كتاب"),), style, (300.0,)).lines[0].width for style in (plain, spaced)]
    assert widths[0] == widths[1]


def test_emphasis_is_bold_where_a_script_has_no_italic(arabic: Typesetter) -> None:
    (line,) = arabic.set((Span("किताब", italic=True),), STYLE, (300.0,)).lines
    assert "wght700" in line.runs[0].face.name


def test_a_family_that_is_not_installed_is_an_error_and_no_other_face(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scriptfaces, "find_family", lambda _: {})
    setter = Typesetter(FontBook.load(None, None, (), Problems()), "ar")
    (flaw,) = setter.set((Span("سلام ثم سلام"),), STYLE, (300.0,)).flaws
    assert (flaw.code, flaw.needle) == ("typeset/missing-script", "س")
    assert "briefgen[arabic]" in flaw.hint


@pytest.mark.parametrize(
    "text",
    ["سa" * 4000, "(سلام" * 2000 + ")" * 2000, "ب" + "\u064b" * 9000, "سلام" * 2000, "ไทย" * 3000, "\u2067" * 9000 + "س"],
)
def test_text_that_nobody_writes_is_set_all_the_same(arabic: Typesetter, text: str) -> None:
    lines = arabic.set((Span(text),), JUSTIFIED, (200.0,)).lines
    assert "".join(map(words, lines)) == text.replace("\u2067", "")


def test_every_character_of_other_scripts_can_be_asked_for(arabic: Typesetter) -> None:
    for block in range(0x0590, 0x1900, 0x40):
        characters = (chr(code) for code in range(block, block + 0x40))
        text = "".join([c for c in characters if unicodedata.category(c) not in {"Cn", "Cf", "Cc", "Zs"}])
        lines = arabic.set((Span(text),), STYLE, (4000.0,)).lines
        assert "".join(map(words, lines)) == text


def test_a_paragraph_of_latin_on_a_page_from_right_to_left_is_told(arabic: Typesetter) -> None:
    """It begins at the left, so that its first line is to be indented there: at the end from which layout does not count."""
    latin = arabic.set((Span("water and wells " * 20),), JUSTIFIED, (160.0, 180.0)).lines
    assert all(line.turned for line in latin)
    assert latin[0].runs[0].x == pytest.approx(160.0 - latin[0].runs[0].width)
    assert not any(line.turned for line in arabic.set((Span("سلام ثم سلام " * 20),), JUSTIFIED, (160.0, 180.0)).lines)


def test_what_no_face_has_is_shown_in_another_form_of_it(setter: Typesetter) -> None:
    """U+2024 is a dot of Armenian, and another form of the full stop (UnicodeData.txt); it is read as itself."""
    assert setter.set((Span("a\u2024b \u0149"),), STYLE, (300.0,)).flaws == ()
    (line,) = setter.set((Span("a\u2024b \u01c4"),), STYLE, (300.0,)).lines
    assert words(line) == "a\u2024b \u01c4"
    stop = setter.set((Span("a.b"),), STYLE, (300.0,)).lines[0]
    assert line.runs[0].glyphs[1].id == stop.runs[0].glyphs[1].id


def test_latin_text_needs_none_of_it() -> None:
    program = (
        "import sys; from briefgen.content.brief import Span; from briefgen.problem import Problems;"
        "from briefgen.theme import TextStyle; from briefgen.typeset.fonts import FontBook;"
        "from briefgen.typeset.setter import Typesetter;"
        "setter = Typesetter(FontBook.load(None, None, (), Problems()), 'en');"
        "setter.set((Span('“Wells” – Ωμέγα'),), TextStyle('body', 10, 12), (90,));"
        "print(*sorted(sys.modules))"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    for name in ("bidi", "scripts", "scriptfaces", "dictionary", "ideographs"):
        assert f"briefgen.typeset.{name}" not in said
