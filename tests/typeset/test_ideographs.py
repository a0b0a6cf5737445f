"""Chinese and Japanese in the square font: a character is one em, so that all gaps are arithmetic."""

from typing import Any

import pytest

from briefgen.content.brief import Span, Typeface
from briefgen.problem import Problems
from briefgen.theme import TextStyle
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.lines import Line
from briefgen.typeset.opportunities import find_openings
from briefgen.typeset.setter import Typesetter

BEFORE, BEHIND, MIDDLE = (100, 400), (600, 900), (400, 600)  # where the outlines of marks are in their squares
INKS = {
    **dict.fromkeys(map(ord, "、。」』）"), BEFORE),
    **dict.fromkeys(map(ord, "「『（"), BEHIND),
    **dict.fromkeys(map(ord, "・，"), MIDDLE),
}
LETTERS = "一二三四五六七八九十字日本人年はきゃっと"
PLAIN = TextStyle("body", 10.0, 12.0)
FULL = TextStyle("body", 10.0, 12.0, align="justify")


@pytest.fixture(scope="module")
def japanese(build_font: Any, tmp_path_factory: pytest.TempPathFactory) -> Typesetter:
    path = tmp_path_factory.mktemp("fonts") / "Squares.ttf"
    build_font([*range(0x20, 0x7F), *INKS, *map(ord, LETTERS)], "Squares", inks=INKS).save(path)
    face = Typeface(path)
    return Typesetter(FontBook.load(face, face, (), Problems()), "ja")


def words(line: Line) -> str:
    return "".join([glyph.text for run in line.runs for glyph in run.glyphs])


def advances(line: Line) -> list[Any]:
    """Of the glyphs of a line, in em."""
    return [pytest.approx(glyph.advance / 10) for run in line.runs for glyph in run.glyphs]


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("日本人", 3),
        ("日本、人", 4),
        ("人、「日本", 4.5),  # JLREQ, 3.1.4: of two halves of white one goes
        ("人」。日本", 4.5),
        ("人「『日本", 4.5),
        ("人・「日本", 4.5),  # a quarter of an em stays between the middle dot and a bracket
        ("人，」日本", 5),  # in the middle of its square, as in Taiwan: a quarter of an em is less than there is to take
        ("「日本」", 3),  # neither white at a line's head nor at its end
        ("日本。」", 3),
        ("日本UN日本", 6.5),  # JLREQ, 3.2.6: a quarter of an em between ideographs and letters
        ("日本2026年", 7.5),
        ("日本 UN 日本", 8),  # a space is a space
        ("UN", 2),
        ("UN、日本", 5),
        ("日74%（本", 6.25),  # a percent sign is no mark of theirs
    ],
)
def test_how_wide_a_text_is(japanese: Typesetter, text: str, width: float) -> None:
    assert japanese.natural_width((Span(text),), PLAIN) == pytest.approx(10 * width)
    (line,) = japanese.set((Span(text),), PLAIN, (100.0,)).lines
    assert line.width == pytest.approx(10 * width)
    assert words(line) == text


def test_gaps_stand_between_spans_too(japanese: Typesetter) -> None:
    assert japanese.natural_width((Span("日本"), Span("UN", bold=True), Span("人")), PLAIN) == pytest.approx(55)
    assert japanese.natural_width((Span("日本」"), Span("「人", bold=True)), PLAIN) == pytest.approx(45)


def test_gaps_are_none_at_the_ends_of_lines(japanese: Typesetter) -> None:
    first, second = japanese.set((Span("一二三四UN五六"),), PLAIN, (60.0,)).lines
    assert words(first) == "一二三四"
    assert first.width == pytest.approx(40)
    assert words(second) == "UN五六"
    assert second.width == pytest.approx(42.5)
    first, second = japanese.set((Span("一二三UN四五六"),), PLAIN, (55.0,)).lines
    assert words(first) == "一二三UN"
    assert first.width == pytest.approx(52.5)
    assert words(second) == "四五六"
    assert second.width == pytest.approx(30)


def test_gaps_stay_behind_what_is_left_of_a_word(japanese: Typesetter) -> None:
    _, second = japanese.set((Span("一二三四五六七八UN九"),), PLAIN, (65.0,)).lines
    assert words(second).endswith("八UN九")
    assert second.width == pytest.approx(10 * len(words(second)) + 5)


def test_a_bracket_at_the_head_of_a_line_stands_at_its_edge(japanese: Typesetter) -> None:
    _, second = japanese.set((Span("一二三四五六「七八」九十"),), FULL, (60.0,)).lines
    head = second.runs[0].glyphs[0]
    assert head.text == "「"
    assert [head.dx, head.advance] == pytest.approx([-5, 5])
    assert second.runs[0].x == 0


def test_a_stop_stands_beyond_the_end_where_that_fills_the_line(japanese: Typesetter) -> None:
    first, _ = japanese.set((Span("一二三四五六。七八九"),), FULL, (60.0,)).lines
    assert words(first) == "一二三四五六。"
    assert first.width == pytest.approx(60)
    assert sum(run.width for run in first.runs) == pytest.approx(65)


def test_white_shrinks_before_anything_else_gives_way(japanese: Typesetter) -> None:
    first, _ = japanese.set((Span("一、二、三四五六七八九十"),), FULL, (77.5,)).lines
    assert words(first) == "一、二、三四五六"
    assert advances(first) == [1, 0.875, 1, 0.875, 1, 1, 1, 1]


def test_lines_are_filled_between_characters(japanese: Typesetter) -> None:
    first, _ = japanese.set((Span("一二三四五六七八九十"),), FULL, (72.4,)).lines
    assert words(first) == "一二三四五六七"
    assert advances(first) == [1.04] * 6 + [1]


def test_letters_of_latin_words_get_no_space(japanese: Typesetter) -> None:
    first, _ = japanese.set((Span("一二三UN四五六七八九十"),), FULL, (77.7,)).lines
    assert words(first) == "一二三UN四五"
    assert advances(first) == [1.0675, 1.0675, 1.3175, 1, 1.25, 1.0675, 1]


def test_kinsoku() -> None:
    assert [opening.offset for opening in find_openings("日きゃっと々")] == [1, 4]
    assert [opening.offset for opening in find_openings("日きゃっと々", loose=True)] == [1, 2, 3, 4, 5]
    assert [opening.offset for opening in find_openings("日。「っ", loose=True)] == [2]


def test_loose_kinsoku_lets_small_kana_begin_a_line(japanese: Typesetter) -> None:
    loose = Typesetter(japanese.book, "ja", loose=True)
    text, width = (Span("日本人日本きゃっと日本"),), (60.0,)
    assert words(loose.set(text, FULL, width).lines[1])[0] in "ゃっ"
    assert words(japanese.set(text, FULL, width).lines[1])[0] not in "ゃっ"


@pytest.mark.parametrize("token", ["세계인권선언은", "UN은", "2026년에"])
def test_words_of_korean_stay_whole(token: str) -> None:
    assert find_openings(token) == []


@pytest.mark.parametrize("text", ["、" * 3_000, "一、「二」。" * 600, "「" * 900 + "」" * 900, "一A" * 700, "一a。" * 700])
def test_text_that_nobody_writes_is_set_all_the_same(japanese: Typesetter, text: str) -> None:
    lines = japanese.set((Span(text),), FULL, (200.0,)).lines
    assert "".join(map(words, lines)) == text
