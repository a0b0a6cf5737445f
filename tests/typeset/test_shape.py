from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefgen.content.brief import Span, Typeface
from briefgen.problem import Problems
from briefgen.theme import TextStyle
from briefgen.typeset.characters import find_clusters, is_invisible, to_capitals
from briefgen.typeset.face import Face
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.lines import Glyph
from briefgen.typeset.placing import Shaped
from briefgen.typeset.shape import Shaper
from briefgen.typeset.word import Word

BODY = TextStyle("body", 10, 13)
BuildFont = Callable[..., Any]


@pytest.fixture
def shaper(default_book: FontBook) -> Shaper:
    return Shaper(default_book, "en-GB")


def glyphs(word: Word) -> list[Glyph]:
    return [glyph for part in word.parts for glyph in part.glyphs]


def texts(word: Word) -> list[str]:
    return [glyph.text for glyph in glyphs(word)]


def shape(shaper: Shaper, text: str, style: TextStyle = BODY, **span: Any) -> Word:
    return shaper.word(shaper.dress(Span(text, **span), style), text)


def test_a_word_is_as_wide_as_its_glyphs(square_book: FontBook) -> None:
    word = shape(Shaper(square_book, "en"), "abc")
    assert [glyph.advance for glyph in glyphs(word)] == [10, 10, 10]
    assert (word.width, word.offsets, word.clusters(), word.missing) == (30, [0, 10, 20, 30], [1, 2], "")


def test_a_ligature_keeps_the_text_of_its_cluster(shaper: Shaper) -> None:
    word = shape(shaper, "office")
    assert len(glyphs(word)) < 6
    assert "".join(texts(word)) == "office"
    assert max(len(text) for text in texts(word)) >= 2
    assert word.offsets[0] == 0
    assert word.offsets == sorted(word.offsets)
    assert word.offsets[-1] == pytest.approx(word.width)
    assert not any("office"[at - 1 : at + 1] in ("ff", "fi") for at in word.clusters() if len(texts(word)) == 4)


def test_a_word_is_shaped_once_for_all_sizes_of_a_face(shaper: Shaper, monkeypatch: pytest.MonkeyPatch) -> None:
    """And anew where its glyphs may be others: in another face, with other features, in another language."""
    shaped: list[str] = []
    shape_anew = Shaper._shape

    def noted(shaper: Shaper, face: Face, text: str, *more: Any, **named: Any) -> Shaped:
        shaped.append(text)
        return shape_anew(shaper, face, text, *more, **named)

    monkeypatch.setattr(Shaper, "_shape", noted)
    small, large = shape(shaper, "office"), shape(shaper, "office", TextStyle("body", 20, 26))
    assert shaped == ["office"]
    assert [glyph.id for glyph in glyphs(large)] == [glyph.id for glyph in glyphs(small)]
    assert large.width == pytest.approx(2 * small.width)
    for style in (
        TextStyle("display", 10, 13),
        TextStyle("body", 10, 13, italic=True),
        TextStyle("body", 10, 13, tracking=50),
    ):
        shape(shaper, "office", style)
    shape(shaper, "office", language="tr")
    assert shaped == ["office"] * 5
    alone = shape(Shaper(shaper._book, "en-GB"), "office", TextStyle("body", 20, 26))
    assert glyphs(large) == glyphs(alone)


def test_kerning_pulls_letters_together(shaper: Shaper) -> None:
    assert shape(shaper, "AV").width < shape(shaper, "A").width + shape(shaper, "V").width


def test_tracking_widens_each_letter_and_parts_ligatures(shaper: Shaper) -> None:
    tracked = TextStyle("body", 10, 13, tracking=100)
    assert texts(shape(shaper, "office", tracked)) == list("office")
    single = shape(shaper, "n", tracked).width - shape(shaper, "n").width
    assert single == pytest.approx(1.0)


def test_features_change_the_figures(shaper: Shaper) -> None:
    plain, old = shape(shaper, "2006"), shape(shaper, "2006", TextStyle("body", 10, 13, features=("onum",)))
    assert [glyph.id for glyph in glyphs(plain)] != [glyph.id for glyph in glyphs(old)]


def test_tabular_figures_are_equally_wide(shaper: Shaper) -> None:
    for family in ("body", "display"):
        style = TextStyle(family, 10, 13, features=("lnum", "tnum"))
        assert len({shape(shaper, digit, style).width for digit in "0123456789"}) == 1


def test_real_small_capitals_keep_the_text(shaper: Shaper) -> None:
    word = shape(shaper, "unesco", TextStyle("body", 10, 13, features=("smcp",)))
    assert texts(word) == list("unesco")
    assert [glyph.id for glyph in glyphs(word)] != [glyph.id for glyph in glyphs(shape(shaper, "unesco"))]


@pytest.mark.parametrize(
    ("text", "language", "shown"),
    [
        ("brief", "en", "BRIEF"),
        ("straße", "de", "STRASSE"),
        ("izmir", "tr", "İZMİR"),
        ("ılık", "az", "ILIK"),
        ("έκθεση", "el", "ΕΚΘΕΣΗ"),
        ("ﬁn", "fr", "FIN"),
        ("ŉa", "af", "ʼNA"),
    ],
)
def test_capitals_keep_what_was_written(default_book: FontBook, text: str, language: str, shown: str) -> None:
    assert to_capitals(text, language)[0] == shown
    word = shape(Shaper(default_book, language), text, TextStyle("display", 10, 13, upper=True))
    assert "".join(texts(word)) == text


def test_span_marks_choose_the_face(shaper: Shaper) -> None:
    def face(style: TextStyle = BODY, **span: Any) -> str:
        return shaper.dress(Span("x", **span), style).face.name

    assert face() == "SourceSerifPro-Regular"
    assert face(italic=True) == "SourceSerifPro-It"
    assert face(bold=True) == "SourceSerifPro-Bold"
    assert face(bold=True, italic=True) == "SourceSerifPro-BoldIt"
    assert face(code=True) == "SourceSansPro-Regular"
    assert face(TextStyle("body", 10, 13, italic=True), italic=True) == "SourceSerifPro-Regular"
    assert face(TextStyle("display", 10, 13, weight="semibold"), bold=True) == "SourceSansPro-Bold"
    assert face(TextStyle("display", 10, 13, weight="bold"), bold=True) == "SourceSansPro-Bold"


def test_note_marks_are_real_superiors_where_the_face_has_them(shaper: Shaper) -> None:
    dress = shaper.dress(Span("12", superior=True), BODY)
    assert (dress.size, dress.rise) == (10, 0)
    assert glyphs(shaper.word(dress, "12"))[0].id != glyphs(shape(shaper, "12"))[0].id
    assert texts(shaper.word(dress, "12")) == ["1", "2"]


def test_other_superiors_are_small_and_raised_but_not_too_small(shaper: Shaper, square_book: FontBook) -> None:
    dress = shaper.dress(Span("†§", superior=True), BODY)
    assert [dress.size, dress.rise] == pytest.approx([5.8, 3.3])
    small = Shaper(square_book, "en").dress(Span("1", superior=True), TextStyle("body", 8, 10))
    assert [small.size, small.rise] == pytest.approx([5.5, 2.64])


def test_scripts_are_real_forms_where_the_face_has_them_and_small_ones_elsewhere(
    shaper: Shaper, square_book: FontBook
) -> None:
    assert ("subs", True) in shaper.dress(Span("2", script="~"), BODY).features
    assert ("sups", True) in shaper.dress(Span("2", script="^"), BODY).features
    marks: tuple[tuple[Literal["~", "^"], int], ...] = (("~", -1), ("^", 1))
    for script, sign in marks:
        dress = Shaper(square_book, "en").dress(Span("2", script=script), BODY)
        assert dress.size < BODY.size
        assert dress.rise * sign > 0


def test_a_character_without_a_glyph_is_named_and_placed(shaper: Shaper) -> None:
    word = shape(shaper, "a和b")
    assert word.missing == "和"
    assert texts(word) == ["a", "和", "b"]
    assert [glyph.id == 0 for glyph in glyphs(word)] == [False, True, False]


@pytest.mark.parametrize("character", ["\u2010", "\u2011"])
@pytest.mark.parametrize("has", ["-", "-\u2010", "-\u2010\u2011"])
def test_hyphens_stand_in_for_each_other(build_font: BuildFont, tmp_path: Path, character: str, has: str) -> None:
    build_font([*map(ord, " ab"), *map(ord, has)], "Few").save(tmp_path / "few.ttf")
    problems = Problems()
    book = FontBook.load(Typeface(tmp_path / "few.ttf"), None, (), problems)
    assert not len(problems)
    word = shape(Shaper(book, "en"), f"a{character}b")
    (part,) = word.parts
    assert part.face.name == "Few-Regular"
    shown = character if character in has else "\u2010" if "\u2010" in has else "-"
    assert [glyph.id for glyph in part.glyphs] == [part.face.glyph(ord(c)) for c in f"a{shown}b"]
    assert (word.missing, "".join(texts(word))) == ("", f"a{character}b")


def test_a_missing_glyph_comes_from_a_fallback_face(square_font: Path, build_font: BuildFont, tmp_path: Path) -> None:
    build_font([0x548C], "Han").save(tmp_path / "han.ttf")
    book = FontBook.load(Typeface(square_font), None, (tmp_path / "han.ttf",), Problems())
    word = shape(Shaper(book, "en"), "a和→b")
    assert [part.face.name for part in word.parts] == [
        "Square-Regular",
        "Han-Regular",
        "SourceSerifPro-Regular",
        "Square-Regular",
    ]
    assert (word.missing, "".join(texts(word))) == ("", "a和→b")


def test_a_letter_and_its_mark_come_from_one_face(square_font: Path) -> None:
    book = FontBook.load(Typeface(square_font), None, (), Problems())
    word = shape(Shaper(book, "en"), "ax\u0301b")
    assert [part.face.name for part in word.parts] == ["Square-Regular", "SourceSerifPro-Regular", "Square-Regular"]
    assert "".join(glyph.text for glyph in word.parts[1].glyphs) == "x\u0301"


@pytest.mark.parametrize("text", ["a\u200db", "a\ufe0fb", "a\u200cb", "f\u200ci", "\u034fa"])
def test_what_has_no_shape_is_not_missing(shaper: Shaper, text: str) -> None:
    word = shape(shaper, text)
    assert word.missing == ""
    assert "".join(texts(word)) == text


@pytest.mark.parametrize("text", ["שלום", "مرحبا", "नमस्ते", "👩‍👩‍👧", "🇲🇽", "𝔘"])
def test_scripts_that_no_face_has_do_no_harm(shaper: Shaper, text: str) -> None:
    word = shape(shaper, text)
    assert "".join(texts(word)) == text
    assert set(word.missing) == {c for c in text if not is_invisible(c)}


@pytest.mark.parametrize(
    ("character", "width"),
    [(" ", 2.33), ("\u00a0", 2.33), ("\u202f", 2.0), ("\u2009", 2.0), ("\u2003", 10.0), ("\u2007", 5.0), ("\u200a", 1.0)],
)
def test_spaces_have_their_width_even_where_the_face_lacks_them(shaper: Shaper, character: str, width: float) -> None:
    glyph = shaper.space(shaper.dress(Span(character), BODY), character)
    assert glyph.advance == pytest.approx(width)
    assert (glyph.text, glyph.id != 0) == (character, True)


def test_a_hyphen_that_is_added_reads_as_a_soft_hyphen(shaper: Shaper) -> None:
    dress = shaper.dress(Span("x"), BODY)
    word = shaper.word(dress, "insti", hyphen=True)
    assert "".join(texts(word)) == "insti\u00ad"
    assert word.width == pytest.approx(shaper.word(dress, "insti-").width)


def test_clusters_are_not_cut() -> None:
    assert find_clusters("ae\u0301👩‍👧b👍🏽") == [(0, 1), (1, 3), (3, 6), (6, 7), (7, 9)]


LETTERS = st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"])


@given(st.text(alphabet=LETTERS, min_size=1, max_size=12), st.booleans())
@example("ßƀ", True)  # two capitals for one letter, and then a capital that the face lacks
def test_the_text_of_the_glyphs_is_the_word(default_book: FontBook, text: str, upper: bool) -> None:
    shaper = Shaper(default_book, "en")
    word = shape(shaper, text, TextStyle("body", 10, 13, upper=upper))
    assert "".join(texts(word)) == text
    assert len(word.offsets) == len(text) + 1
    assert all(0 < at < len(text) for at in word.clusters())
    assert word.offsets[-1] == pytest.approx(word.width)


FILLS = st.tuples(st.sampled_from([0.98, 0.994, 1.0, 1.02]), st.sampled_from([-0.15, -0.01, 0.0, 0.08]))


@given(st.text(alphabet=LETTERS, min_size=1, max_size=12), FILLS)
@example("office", (0.98, 0.08))  # a ligature
@example("x\u0323\u0301y", (1.02, -0.01))  # marks, which stay with their letter
def test_a_word_fills_a_line_by_wider_glyphs_and_space_after_each_cluster(
    default_book: FontBook, text: str, fill: tuple[float, float]
) -> None:
    shaper, (scale, spacing) = Shaper(default_book, "en"), fill
    word = shape(shaper, text)
    filled = [glyph for part in word.filled(shaper.fill(scale, spacing)) for glyph in part.glyphs]
    ends = [after is None or after.text != "" for part in word.parts for after in (*part.glyphs[1:], None)]
    assert filled == [
        Glyph(own.id, own.advance * scale + spacing * end, own.dx * scale, own.dy, own.text)
        for own, end in zip(glyphs(word), ends, strict=True)
    ]
    width = sum(part.width for part in word.filled(shaper.fill(scale, spacing)))
    assert width == pytest.approx(sum(glyph.advance for glyph in filled))


@pytest.mark.parametrize("fill", [(1.0, 0.0), (0.98, 0.0), (0.98, 0.08), (1.0, 0.08)])
def test_words_of_a_size_and_lines_of_a_fill_have_their_glyphs_in_common(
    square_book: FontBook, fill: tuple[float, float]
) -> None:
    shaper = Shaper(square_book, "en")
    words = [shape(shaper, text) for text in ("abc", "bca", "cab", "aabbcc")]
    made = [glyph for word in words for part in word.filled(shaper.fill(*fill)) for glyph in part.glyphs]
    assert len({id(glyph) for glyph in made}) == 3
