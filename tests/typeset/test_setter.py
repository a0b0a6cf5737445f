from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.content.brief import Span
from briefgen.problem import Problems
from briefgen.theme import TextStyle
from briefgen.typeset.choice import SCALE, VARIANT_TOLERANCE, VARIED_MOST
from briefgen.typeset.division import unbroken
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.lines import Line, Setting, Variant
from briefgen.typeset.paragraph import make_stretches
from briefgen.typeset.protrusion import MOST, RIGHT
from briefgen.typeset.setter import VARIANT_COST, Typesetter
from briefgen.typeset.shape import Shaper

LEFT = TextStyle("body", 10, 13)
JUSTIFIED = TextStyle("body", 10, 13, align="justify", hyphenate=True)
TEXT = (
    "The fight against drug cartels is not a conventional war; it is a fragmented, asymmetric conflict fought in crowded "
    "cities and remote rural villages. Because the military is not trained in intelligence-led policing or "
    "community-based security, its approach often relies on overwhelming force rather than surgical precision. This "
    "institutional inertia means that while the army can seize territory or capture high-value targets, it lacks the "
    "tools to dismantle the deep-rooted social and economic structures that allow cartels to thrive."
)


def text_of(line: Line) -> str:
    return "".join(glyph.text for run in line.runs for glyph in run.glyphs)


def lines_of(setting: Setting) -> list[str]:
    return [text_of(line) for line in setting.lines]


def plain(setting: Setting) -> str:
    return "".join(lines_of(setting)).replace("\u00ad", "")


def edges(line: Line) -> tuple[float, float]:
    """Where the glyphs of a line begin and end, their advances added up."""
    last = line.runs[-1]
    return line.runs[0].x, last.x + sum(glyph.advance for glyph in last.glyphs)


def codes(setting: Setting) -> list[tuple[str, str]]:
    return [(flaw.code, flaw.needle) for flaw in setting.flaws]


# Ten-point glyphs of the square font are ten points wide, and so is its space.


def test_ragged_lines_of_square_glyphs(square: Typesetter) -> None:
    setting = square.set((Span("aaa bbb ccc dd"),), LEFT, (75.0,))
    assert lines_of(setting) == ["aaa bbb ", "ccc dd"]
    assert [(line.width, line.measure) for line in setting.lines] == [(70, 75), (60, 75)]
    assert [glyph.advance for glyph in setting.lines[0].runs[0].glyphs] == [10] * 7 + [0]
    assert setting.lines[0].runs[0].width == 70


def test_each_line_has_the_width_given_for_it(square: Typesetter) -> None:
    setting = square.set((Span("aa bb cc dd ee ff gg hhhhhh"),), LEFT, (20.0, 50.0, 110.0))
    assert lines_of(setting) == ["aa ", "bb cc ", "dd ee ff gg ", "hhhhhh"]
    assert [line.measure for line in setting.lines] == [20, 50, 110, 110]


@pytest.mark.parametrize(("align", "x"), [("left", 0), ("right", 30), ("center", 15)])
def test_alignment(square: Typesetter, align: str, x: float) -> None:
    style = TextStyle("body", 10, 13, align=align)  # type: ignore[arg-type]  # the parameter's values are the literal's
    (line,) = square.set((Span("aa bb"),), style, (80.0,)).lines
    assert edges(line) == (x, x + 50)
    assert line.width == 50


def test_justified_lines_end_on_the_measure(square: Typesetter) -> None:
    setting = square.set((Span("aaa bbb ccc ddd eee fff ggg"),), JUSTIFIED, (120.0,))
    assert lines_of(setting) == ["aaa bbb ccc ", "ddd eee fff ", "ggg"]
    for line in setting.lines[:2]:
        assert edges(line) == pytest.approx((0, 120))
        assert line.width == pytest.approx(120)
        glyphs = line.runs[0].glyphs
        run = line.runs[0]
        assert run.scale == pytest.approx(1.02)
        assert run.spacing == pytest.approx(0.02 * 90 / 6)  # in six gaps between letters
        assert glyphs[0].advance == pytest.approx(10.2 + 0.3)
        assert glyphs[2].advance + glyphs[3].advance == pytest.approx(10.2 + (120 - 90 * 1.04) / 2)
        assert [glyph.advance for glyph in glyphs[-2:]] == pytest.approx([10.2, 0])  # nothing sticks out at the end
        assert line.ratio == pytest.approx(((120 - 90 * 1.04) / 2 - 10) / 5)


def test_the_last_line_follows_the_lines_above_it(square: Typesetter) -> None:
    setting = square.set((Span("aaa bbb ccc ddd eee fff ggg hhh"),), JUSTIFIED, (120.0,))
    last = setting.lines[-1]
    assert 0 < last.ratio <= 0.5
    assert last.runs[0].glyphs[3].advance == pytest.approx(10 * (1 + 0.5 * last.ratio))
    assert last.width == pytest.approx(60 + 10 * (1 + 0.5 * last.ratio))


def test_a_text_that_just_overfills_one_line_is_squeezed_into_it(square: Typesetter) -> None:
    (line,) = square.set((Span("aaa bbb ccc"),), JUSTIFIED, (109.0,)).lines
    assert line.width == pytest.approx(109)
    assert line.runs[0].scale == pytest.approx(0.99)
    assert line.runs[0].spacing == 0.0
    assert edges(line) == pytest.approx((0, 109))


@pytest.mark.parametrize(
    "spans", [(Span("aaaaaaaaaaa"),), (Span("aaaaa"), Span("aaaaaa", italic=True)), (Span("a" * 6 + "e\u0301aaaa"),)]
)
def test_a_word_that_just_overfills_its_line_is_squeezed_into_it(square: Typesetter, spans: tuple[Span, ...]) -> None:
    (line,) = square.set(spans, JUSTIFIED, (107.0,)).lines
    assert edges(line) == pytest.approx((0, 107))
    assert line.width == pytest.approx(107)


def test_letters_that_are_joined_are_not_spaced(square: Typesetter) -> None:
    """An Indic headline would be torn, and ideographs have no room to give: their lines take what their shapes give."""
    text = "aaa bbb \u0915\u0916\u0917 ccc ddd"
    lines = square.set((Span(text),), JUSTIFIED, (120.0,)).lines
    assert {run.spacing for line in lines for run in line.runs} == {0.0}
    assert plain(Setting(lines)) == text


def test_marks_hang_in_the_margin(square: Typesetter) -> None:
    hang = RIGHT["."] * 10 / 1000
    for style, right in ((JUSTIFIED, True), (LEFT, False), (TextStyle("body", 10, 13, align="right"), True)):
        first = square.set((Span("“aa bbb. cccccc dd"),), style, (80.0,)).lines[0]
        assert text_of(first) == "“aa bbb. "
        left, end = edges(first)
        assert (end > 80 + 0.99 * hang) is right
        assert (left < -1.9) is (style.align != "right")
        assert left >= -10 * MOST
        assert end <= 80 + 10 * MOST


def test_nothing_hangs_from_centred_lines(square: Typesetter) -> None:
    (line,) = square.set((Span("“aa.”"),), TextStyle("body", 10, 13, align="center"), (80.0,)).lines
    assert edges(line) == (15, 65)


def test_forced_breaks_are_kept_as_spaces(square: Typesetter) -> None:
    setting = square.set((Span("aa\nbb \n\ncc\n"),), LEFT, (80.0,))
    assert lines_of(setting) == ["aa ", "bb ", "", "cc "]
    assert [line.width for line in setting.lines] == [20, 20, 0, 20]


@pytest.mark.parametrize("spans", [(), (Span(""),), (Span("", italic=True), Span(""))])
def test_nothing_gives_no_lines(square: Typesetter, spans: tuple[Span, ...]) -> None:
    assert square.set(spans, LEFT, (80.0,)) == Setting(())
    assert square.natural_width(spans, LEFT) == square.min_width(spans, LEFT) == 0


def test_spaces_alone_take_no_room(square: Typesetter) -> None:
    setting = square.set((Span("   "),), LEFT, (80.0,))
    assert [line.width for line in setting.lines] == [0]


def test_a_setting_needs_a_width(square: Typesetter) -> None:
    with pytest.raises(ValueError, match="width"):
        square.set((Span("a"),), LEFT, ())


def test_spaces_at_both_ends_of_a_text_take_no_room(square: Typesetter) -> None:
    (line,) = square.set((Span("  aa bb  "),), TextStyle("body", 10, 13, align="right"), (80.0,)).lines
    assert (text_of(line), line.width) == ("  aa bb  ", 50)
    assert edges(line) == (30, 80)


def test_widths_for_tables(square: Typesetter) -> None:
    spans = (Span("aaa bb\ncccc-dddd e"),)
    assert square.natural_width(spans, LEFT) == 110
    assert square.min_width(spans, LEFT) == 50
    assert square.natural_width((Span("aa\u00a0bb"),), LEFT) == square.min_width((Span("aa\u00a0bb"),), LEFT) == 50


def test_spans_make_runs_that_know_them(setter: Typesetter) -> None:
    spans = (Span("See "), Span("the report", italic=True, uri="https://example.org"), Span("."))
    (line,) = setter.set(spans, LEFT, (300.0,)).lines
    assert [(run.span, run.face.name) for run in line.runs] == [
        (spans[0], "SourceSerifPro-Regular"),
        (spans[1], "SourceSerifPro-It"),
        (spans[2], "SourceSerifPro-Regular"),
    ]
    for before, after in pairwise(line.runs):
        assert after.x == pytest.approx(before.x + before.width)


def test_a_note_mark_stays_with_its_word(square: Typesetter) -> None:
    spans = (Span("aaaa bbbb"), Span("1", superior=True), Span(" cc"))
    for width in range(60, 130, 5):
        assert not any(text.startswith("1") for text in lines_of(square.set(spans, LEFT, (float(width),))))


def test_no_hyphen_is_put_next_to_a_note_mark(setter: Typesetter) -> None:
    spans = (Span("It is an institution"), Span("12", superior=True), Span(" of some standing in the country."))
    for width in range(45, 120, 3):
        for text in lines_of(setter.set(spans, JUSTIFIED, (float(width),))):
            assert not text.endswith(("12\u00ad", "institution\u00ad"))


def test_no_break_spaces_keep_words_together(square: Typesetter) -> None:
    text = "aaa 10\u00a0km bb\u202fcc\u2060dd"
    for width in range(80, 140, 5):
        setting = square.set((Span(text),), LEFT, (float(width),))
        joined = "|".join(lines_of(setting))
        assert "\u00a0|" not in joined
        assert "\u202f|" not in joined
        assert joined.replace("|", "") == text.replace("\u2060", "")


def test_no_break_spaces_give_way_when_the_line_is_too_narrow(square: Typesetter) -> None:
    setting = square.set((Span("aaa\u00a0bbb\u00a0ccc dd"),), LEFT, (60.0,))
    assert lines_of(setting) == ["aaa\u00a0", "bbb\u00a0", "ccc dd"]
    assert not setting.flaws


def test_punctuation_after_a_space_does_not_start_a_line(square: Typesetter) -> None:
    for width in range(70, 120, 5):
        lines = lines_of(square.set((Span("aaa bb ? « ccc » dd"),), LEFT, (float(width),)))
        assert not any(line.startswith(("?", "»")) or line.endswith("« ") for line in lines)


def test_a_soft_hyphen_divides_where_it_stands_and_is_gone_elsewhere(square: Typesetter) -> None:
    text = "aaaa bb\u00adcccc dddd ee\u00adff"
    setting = square.set((Span(text),), TextStyle("body", 10, 13, align="justify"), (80.0,))
    assert plain(setting) == text.replace("\u00ad", "")
    assert setting.lines[0].hyphenated
    assert text_of(setting.lines[0]) == "aaaa bb\u00ad"


def test_a_word_with_a_soft_hyphen_is_divided_nowhere_else(setter: Typesetter) -> None:
    text = "an inter\u00adnational government of a kind"
    ends = set()
    for width in range(60, 140, 2):
        lines = lines_of(setter.set((Span(text),), JUSTIFIED, (float(width),)))
        ends |= {line.split()[-1] for line in lines if line.endswith("\u00ad")}
    assert "inter\u00ad" in ends
    assert ends <= {"inter\u00ad", "gov\u00ad", "govern\u00ad", "ern\u00ad"}


def test_a_zero_width_space_opens_and_a_word_joiner_closes(square: Typesetter) -> None:
    assert lines_of(square.set((Span("aaaa\u200bbbbb"),), LEFT, (50.0,))) == ["aaaa", "bbbb"]
    assert len(square.set((Span("aaaa-\u2060bbbb"),), LEFT, (100.0,)).lines) == 1
    assert square.min_width((Span("aaaa-\u2060bbbb"),), LEFT) == 90
    assert square.min_width((Span("aaaa-bbbb"),), LEFT) == 50


@pytest.mark.parametrize("width", [26.0, 28.0, 30.0, 32.0, 34.0])
def test_a_part_that_does_not_fit_with_its_hyphen_is_torn(setter: Typesetter, width: float) -> None:
    for style in (LEFT, JUSTIFIED):
        setting = setter.set((Span("1 11111:\u00ad11"),), style, (width,))
        assert all(line.width <= width + 0.01 for line in setting.lines)


def test_the_last_word_of_a_paragraph_is_not_divided(setter: Typesetter) -> None:
    for width in range(100, 260, 7):
        lines = lines_of(setter.set((Span(TEXT + " Institutionalisation"),), JUSTIFIED, (float(width),)))
        assert lines[-1].endswith("Institutionalisation")


def test_a_word_wider_than_the_line_is_hyphenated_whatever_the_style(setter: Typesetter) -> None:
    setting = setter.set((Span("an internationalisation of it"),), TextStyle("body", 20, 24, balance=True), (110.0,))
    assert not setting.flaws
    assert any(line.hyphenated for line in setting.lines)
    assert all(line.width <= 110.01 for line in setting.lines)


@pytest.mark.parametrize("style", [LEFT, JUSTIFIED, TextStyle("body", 10, 13, balance=True)])
def test_an_unbreakable_word_is_torn_and_said(square: Typesetter, style: TextStyle) -> None:
    setting = square.set((Span("aa 123456789012 bb"),), style, (50.0,))
    assert plain(setting) == "aa 123456789012 bb"
    assert all(line.width <= 50.01 for line in setting.lines)
    assert ("typeset/overfull-line", "123456789012") in codes(setting)
    assert [code for code, _ in codes(setting)].count("typeset/overfull-line") == 1


def test_a_glyph_wider_than_the_line_is_set_and_said(square: Typesetter) -> None:
    setting = square.set((Span("abc"),), LEFT, (5.0,))
    assert lines_of(setting) == ["a", "b", "c"]
    assert {code for code, _ in codes(setting)} == {"typeset/overfull-line"}


def test_a_loose_line_is_said_with_its_first_words(square: Typesetter) -> None:
    setting = square.set((Span("aaa bbb ccc dddddddddddd eee"),), JUSTIFIED, (160.0,))
    assert lines_of(setting)[0] == "aaa bbb ccc "
    assert codes(setting) == [("typeset/loose-line", "aaa bbb ccc")]
    # two and a half times the usual word space is the most: the line is left ragged
    assert edges(setting.lines[0])[1] == pytest.approx(110)
    filled = square.set((Span("aaa bbb ccc dddddddddddd eee"),), JUSTIFIED, (140.0,))
    assert edges(filled.lines[0])[1] == pytest.approx(140)


@pytest.mark.parametrize("width", range(120, 200, 4))
def test_ragged_lines_end_before_an_email_address(setter: Typesetter, width: int) -> None:
    ragged = msgspec.structs.replace(JUSTIFIED, align="left", size=8.0)
    setting = setter.set((Span("Dana Whitfield, dana@prairiehealth.example"),), ragged, (float(width),))
    assert any("dana@prairiehealth.example" in line for line in lines_of(setting))


@pytest.mark.parametrize("width", range(95, 150, 5))
def test_ragged_lines_divide_an_email_address_at_its_signs_where_its_parts_fit(setter: Typesetter, width: int) -> None:
    ragged = msgspec.structs.replace(JUSTIFIED, align="left", size=8.0)
    lines = lines_of(setter.set((Span("kurzanalyse@energieforschung.example"),), ragged, (float(width),)))
    assert all(line[0] in "@." for line in lines[1:])
    assert lines[1].startswith("@") or len(lines) > 2


@pytest.mark.parametrize("width", range(60, 200, 10))
def test_justified_lines_divide_an_email_address_before_its_signs(setter: Typesetter, width: int) -> None:
    justified = msgspec.structs.replace(JUSTIFIED, size=8.0)
    words = "Please write to anab@health.example before May, or to the office."
    shown = "\n".join(lines_of(setter.set((Span(words),), justified, (float(width),))))
    address = shown[shown.index("ana") : shown.index("ple")]
    assert all(after in "@." for before, after in pairwise(address) if before == "\n")


@pytest.mark.parametrize("width", range(110, 260, 10))
def test_addresses_leave_no_holes_in_a_line(setter: Typesetter, width: int) -> None:
    """They are divided by their own rules, and where those do not help anywhere."""
    words = (
        "See https://www.barometer.example.org/en/nn2016/downloads/Public_Attitudes_to_Water_November_2016_final(1).pdf"
        "?utm_source=x&y=1#page=12 for the whole, and https://en.wikipedia.org/wiki/Water_(disambiguation) for the rest."
    )
    setting = setter.set((Span(words),), JUSTIFIED, (float(width),))
    assert "".join(lines_of(setting)) == words
    # where a line has one space and a letter is wider than what it can give, it is left ragged, and that is said
    assert all(flaw.code == "typeset/loose-line" and "make a link" in flaw.hint for flaw in setting.flaws)
    for line in setting.lines:
        spaces = [glyph.advance for run in line.runs for glyph in run.glyphs if glyph.text == " "]
        natural = 0.25 * JUSTIFIED.size
        assert all(space <= 2.6 * natural for space in spaces)


def test_a_line_of_one_word_stays_short_and_is_said(square: Typesetter) -> None:
    setting = square.set((Span("aaa dddddddd ee"),), JUSTIFIED, (90.0,))
    assert edges(setting.lines[0]) == (0, 30)
    assert codes(setting)[0] == ("typeset/loose-line", "aaa")


def test_a_missing_glyph_is_said_once_for_each_character(setter: Typesetter) -> None:
    setting = setter.set((Span("ᚠᚢ and ᚠ peace"),), LEFT, (300.0,))
    assert codes(setting) == [("typeset/missing-glyph", "ᚠ"), ("typeset/missing-glyph", "ᚢ")]
    assert "U+16A0 RUNIC LETTER FEHU FEOH FE F" in setting.flaws[0].message


def test_a_script_without_a_face_is_said_once(setter: Typesetter) -> None:
    setting = setter.set((Span("和平 and 和 peace"),), LEFT, (300.0,))
    assert codes(setting) == [("typeset/missing-script", "和")]


def test_balanced_lines_are_even_and_broken_by_sense(setter: Typesetter) -> None:
    style = TextStyle("body", 31, 34, weight="bold", balance=True)
    setting = setter.set((Span("Mexico’s military mismatch: why a conventional army struggles"),), style, (520.0,))
    assert lines_of(setting) == ["Mexico’s military mismatch: ", "why a conventional army struggles"]


def test_a_heading_does_not_leave_a_word_alone(square: Typesetter) -> None:
    style = TextStyle("display", 10, 13, balance=True)
    assert lines_of(square.set((Span("aaaa bbbb cccc dd"),), style, (150.0,))) == ["aaaa bbbb ", "cccc dd"]


def test_text_of_other_languages_is_divided_by_their_rules(default_book: FontBook) -> None:
    text = "Die Bundesregierung und die Zusammenhänge der Verwaltungsgerichtsbarkeit sind bekannt geworden."
    ends = set()
    for language in ("de", "en-GB"):
        setting = Typesetter(default_book, "en-GB").set((Span(text, language=language),), JUSTIFIED, (90.0,))
        ends.add(tuple(line for line in lines_of(setting) if line.endswith("\u00ad")))
    assert len(ends) == 2


@pytest.mark.parametrize("measure", [150.0, 235.0, 470.0])
def test_real_text_keeps_the_rules_of_the_trade(setter: Typesetter, measure: float) -> None:
    setting = setter.set((Span(TEXT),), JUSTIFIED, (measure,))
    assert plain(setting) == TEXT
    hyphens = [line.hyphenated for line in setting.lines]
    assert not any(hyphens[index : index + 3] == [True] * 3 for index in range(len(hyphens)))
    assert not hyphens[-1]
    for line in setting.lines[:-1]:
        left, right = edges(line)
        assert left == pytest.approx(0, abs=10 * MOST)
        assert right == pytest.approx(measure, abs=10 * MOST)
        assert line.width == pytest.approx(measure, abs=0.05)
        assert all(abs(run.scale - 1) <= SCALE + 1e-9 for run in line.runs)
        assert all(abs(run.spacing) <= 0.015 * run.size for run in line.runs)
    assert setting.lines[-1].width > 25


def test_setting_twice_gives_the_same_and_costs_nothing(setter: Typesetter, default_book: FontBook) -> None:
    spans = (Span(TEXT),)
    once = setter.set(spans, JUSTIFIED, (235.0,))
    assert setter.set(spans, JUSTIFIED, (235.0,)) is once
    setter.set(spans, JUSTIFIED, (150.0,))
    assert Typesetter(default_book, "en-GB").set(spans, JUSTIFIED, (235.0,)) == once


WORD = st.text(alphabet="abcdefgiéß-/–—’“”.,;:!?()…12@\u00ad\u200b\u2060", min_size=1, max_size=14)
SPACE = st.sampled_from([" ", " ", " ", " ", "\u00a0", "\u202f", "\n", "  "])
WIDTHS = st.lists(st.floats(30, 400), min_size=1, max_size=4)


@st.composite
def spans(draw: st.DrawFn) -> tuple[Span, ...]:
    parts = draw(st.lists(st.tuples(WORD, SPACE, st.booleans(), st.booleans()), min_size=1, max_size=25))
    return tuple(Span(word + space, italic=italic, superior=mark) for word, space, italic, mark in parts)


@given(spans(), st.sampled_from(["left", "right", "center", "justify"]), st.booleans(), st.booleans(), WIDTHS)
def test_no_character_is_lost_and_no_line_too_wide(
    default_book: FontBook, text: tuple[Span, ...], align: str, balance: bool, upper: bool, widths: list[float]
) -> None:
    style = TextStyle(
        "body",
        10,
        13,
        align=align,  # type: ignore[arg-type]  # the parameter's values are the literal's
        hyphenate=True,
        balance=balance,
        upper=upper,
    )
    setting = Typesetter(default_book, "en-GB").set(text, style, tuple(widths))
    written = "".join(span.text for span in text)
    for control in "\u00ad\u200b\u2060":
        written = written.replace(control, "")
    assert plain(setting).split() == written.split()
    for number, line in enumerate(setting.lines):
        assert line.measure == widths[min(number, len(widths) - 1)]
        assert line.width <= line.measure + 0.01 or any(code == "typeset/overfull-line" for code, _ in codes(setting))
        if line.runs:
            left, right = edges(line)
            assert left >= -10 * MOST
            assert right - left == pytest.approx(line.width, abs=2 * 10 * MOST)
            assert sum(run.width for run in line.runs) == pytest.approx(right - left)


@pytest.mark.parametrize(
    ("words", "width", "lines"),
    [
        # without the quotation marks the first line would end in the middle of them
        ("aa aaa “bbb ccc” dd", 140.0, ["aa aaa", "“bbb ccc” dd"]),
        ("aaaa bbb ccc dddd", 140.0, ["aaaa bbb", "ccc dddd"]),
        # a quotation of many words is divided like any text
        ("“aa bb cc dd ee ff gg hh”", 140.0, ["“aa bb cc dd", "ee ff gg hh”"]),
        # a comma is worth some unevenness
        ("aaaaaa bbb, ccc dddd eee", 160.0, ["aaaaaa bbb,", "ccc dddd eee"]),
        # a sentence begins a line rather than ending in one
        ("aa bbb. Cccc dddd eeee fff", 200.0, ["aa bbb.", "Cccc dddd eeee fff"]),
    ],
)
def test_display_text_is_broken_by_sense(square: Typesetter, words: str, width: float, lines: list[str]) -> None:
    style = TextStyle("body", 10, 13, balance=True)
    assert [line.strip() for line in lines_of(square.set((Span(words),), style, (width,)))] == lines


def variants(
    setter: Typesetter, spans: tuple[Span, ...], style: TextStyle, widths: tuple[float, ...], bound: float = VARIANT_COST
) -> list[Variant]:
    """The best setting of a text, and those of a line less and of a line more that there are."""
    others = [setter.variant(spans, style, widths, looseness, bound) for looseness in (-1, 1)]
    return [Variant(setter.set(spans, style, widths), 0, 0.0), *(variant for variant in others if variant)]


def test_variants_are_a_line_shorter_or_longer_and_say_what_that_costs(setter: Typesetter) -> None:
    seen = set()
    text = f"{TEXT} {TEXT}"
    for width in range(150, 300, 4):
        best, *others = variants(setter, (Span(text),), JUSTIFIED, (float(width),))
        assert best == Variant(setter.set((Span(text),), JUSTIFIED, (float(width),)), 0, 0.0)
        loosest = max(line.ratio for line in best.setting.lines)
        for variant in others:
            seen.add(variant.looseness)
            assert len(variant.setting.lines) == len(best.setting.lines) + variant.looseness
            assert plain(variant.setting) == text
            assert variant.cost <= VARIANT_COST
            assert max(line.ratio for line in variant.setting.lines) <= max(loosest, VARIANT_TOLERANCE) + 0.05
            assert not variant.setting.flaws
    assert seen == {-1, 1}


@pytest.mark.parametrize("style", [LEFT, JUSTIFIED, msgspec.structs.replace(JUSTIFIED, align="left")])
def test_variants_are_the_same_whether_the_best_setting_is_known_or_not(default_book: FontBook, style: TextStyle) -> None:
    text = f"{TEXT} {TEXT} incomprehensibilities\n{TEXT}"
    seen = set()
    for width in range(60, 300, 20):
        fresh, used = Typesetter(default_book, "en-GB"), Typesetter(default_book, "en-GB")
        for other in (width + 40.0, float(width)):  # in another width first: what is known is of one width alone
            used.set((Span(text),), style, (other,))
        for looseness in (-1, 0, 1):
            alone = fresh.variant((Span(text),), style, (float(width),), looseness)
            assert alone == used.variant((Span(text),), style, (float(width),), looseness)
            seen.add(looseness if alone else None)
    assert seen & {-1, 1}


def test_a_bound_leaves_dear_variants_out(setter: Typesetter) -> None:
    width = next(w for w in range(150, 300) if len(variants(setter, (Span(TEXT),), JUSTIFIED, (float(w),))) > 1)
    _, variant, *_ = variants(setter, (Span(TEXT),), JUSTIFIED, (float(width),))
    for bound, kept in ((variant.cost, True), (variant.cost - 1, False)):
        found = variants(setter, (Span(TEXT),), JUSTIFIED, (float(width),), bound)
        assert (variant.looseness in [other.looseness for other in found]) is kept


def test_variants_of_a_text_with_forced_breaks_change_one_line_in_all(square: Typesetter) -> None:
    text = "aa aa aa aa aa aa aa aa\n\nbb bb bb bb"
    best, *others = variants(square, (Span(text),), LEFT, (112.0,), 1e4)
    assert lines_of(best.setting) == ["aa aa aa aa ", "aa aa aa aa ", "", "bb bb bb bb"]
    assert [lines_of(other.setting) for other in others] == [
        ["aa aa aa ", "aa aa aa ", "aa aa ", "", "bb bb bb bb"],
    ]


@pytest.mark.parametrize("text", ["", "   ", "\n", "aaa"])
def test_what_cannot_vary_has_one_variant(square: Typesetter, text: str) -> None:
    assert [variant.looseness for variant in variants(square, (Span(text),), LEFT, (80.0,))] == [0]
    display = TextStyle("display", 10, 13, balance=True)
    assert [variant.looseness for variant in variants(square, (Span(TEXT),), display, (200.0,))] == [0]


def test_a_text_of_very_many_lines_has_one_variant(setter: Typesetter) -> None:
    """The search for others would take time with the square of the lines: minutes for a chapter in a margin."""
    width = 230.0
    found = {many: variants(setter, (Span(" ".join([TEXT] * many)),), JUSTIFIED, (width,), 1e9) for many in (2, 60)}
    assert len(found[2]) > 1
    assert len(found[60][0].setting.lines) > VARIED_MOST
    assert len(found[60]) == 1


@pytest.mark.parametrize("beside", [1, 3, 5])
def test_lines_beside_something_are_narrower_and_the_rest_are_full(setter: Typesetter, beside: int) -> None:
    """Above and below a pull quote lines are full: each ends on its own measure, its `x` counting from its own left edge."""
    for above in (0, 2):
        widths = (*[235.0] * above, *[190.0] * beside, 235.0)
        for variant in variants(setter, (Span(TEXT),), JUSTIFIED, widths):
            lines = variant.setting.lines
            assert [line.measure for line in lines] == [(*widths, *[235.0] * len(lines))[n] for n in range(len(lines))]
            assert plain(variant.setting) == TEXT
            for line in lines[:-1]:
                assert line.width == pytest.approx(line.measure, abs=0.01)
                left, _ = edges(line)
                assert -10 * MOST <= left <= 0


@pytest.mark.parametrize(
    ("spans", "lines"),
    [
        ((Span("aaa aaa aaa aaa bbb"),), ["aaa aaa aaa ", "aaa bbb"]),
        ((Span("aaa aaa aaa aaa b"), Span("b", italic=True), Span("b.")), ["aaa aaa aaa ", "aaa bbb."]),
        ((Span("aaa aaa aaa aaa bb-bb"),), ["aaa aaa aaa ", "aaa bb-bb"]),
        ((Span("aaaaaaaaaaaaaaa bbb"),), ["aaaaaaaaaaaaaaa ", "bbb"]),  # there is no other way
    ],
)
def test_no_last_line_has_fewer_than_six_letters(square: Typesetter, spans: tuple[Span, ...], lines: list[str]) -> None:
    assert lines_of(square.set(spans, LEFT, (155.0,))) == lines


@pytest.mark.parametrize("style", [LEFT, JUSTIFIED])
def test_real_text_has_no_stump_as_its_last_line(setter: Typesetter, style: TextStyle) -> None:
    for measure in range(150, 300, 3):
        last = lines_of(setter.set((Span(f"{TEXT[:-1]} as it is."),), style, (float(measure),)))[-1]
        assert sum(map(str.isalpha, last)) >= 6


def test_the_last_line_of_ragged_text_is_no_shorter_than_three_tenths_of_the_measure(square: Typesetter) -> None:
    words = "aa aa aa aa aa aa aa bbbbbb"
    assert lines_of(square.set((Span(words),), LEFT, (205.0,))) == ["aa aa aa aa aa aa ", "aa bbbbbb"]
    assert lines_of(square.set((Span(words),), LEFT, (200.0,))) == ["aa aa aa aa aa aa aa ", "bbbbbb"]


@pytest.mark.parametrize(
    ("language", "head"),
    [*((tag, "\u00adbbbb") for tag in ("pl", "pt-BR", "pt-PT", "cs", "sk", "hr", "sr-Latn", "bs")), ("de", "bbbb")],
)
def test_a_written_hyphen_is_repeated_where_usage_asks_for_it(square_book: FontBook, language: str, head: str) -> None:
    setter = Typesetter(square_book, language)
    for align in ("left", "justify"):
        style = TextStyle("body", 10, 13, align=align)
        setting = setter.set((Span("aa aaaa-bbbb cc"),), style, (85.0,))
        assert lines_of(setting)[0] == "aa aaaa-"
        assert lines_of(setting)[1].startswith(head)
        assert all(line.width <= line.measure + 0.01 for line in setting.lines)


@pytest.mark.parametrize(
    ("language", "text", "drawn", "said"),
    [
        ("hu", "egy hosszúkás", "hosz-", "hosz"),
        ("hu", "egy könnyűszerkezet", "köny-", "köny"),
        ("ca", "els intel·ligents", "intel-", "intel"),
    ],
)
def test_divisions_change_what_is_drawn_and_not_what_is_read(language: str, text: str, drawn: str, said: str) -> None:
    """Hungarian doubles a letter again that two of it share, Catalan drops its raised dot (AkH. 12, 227; IEC, 2017)."""
    setter = Typesetter(FontBook.load(None, None, (), Problems()), language)
    style = msgspec.structs.replace(LEFT, hyphenate=True)
    face = setter.book.face("body")
    hyphen = face.glyph(0x2010)
    for width in range(30, 120):
        setting = setter.set((Span(text),), style, (float(width),))
        assert plain(setting) == text
        for line in setting.lines[:-1]:
            ids = [glyph.id for run in line.runs for glyph in run.glyphs]
            wanted = [face.glyph(ord(letter)) for letter in said] + [hyphen]
            if ids[-len(wanted) :] == wanted:
                assert edges(line)[1] - line.runs[0].x <= width + 1
                assert text_of(line).endswith("\u00ad")
                return
    raise AssertionError(drawn)


@pytest.mark.parametrize("words", [12, 20, 28])
def test_a_short_ragged_text_has_no_word_divided_that_fits_its_line(setter: Typesetter, words: int) -> None:
    text = " ".join(TEXT.split()[:words])
    ragged = msgspec.structs.replace(LEFT, hyphenate=True)
    assert not any(line.hyphenated for line in setter.set((Span(text),), ragged, (190.0,)).lines)
    long = setter.set((Span("Telecommunications " + text),), ragged, (60.0,))
    assert long.lines[0].hyphenated


def test_the_last_line_of_a_ragged_text_takes_words_from_those_above(setter: Typesetter) -> None:
    text = "Nurses are hired away from hospitals. Evening pay should be the same at both."
    whole = setter.natural_width((Span(text),), LEFT)
    for share in (0.9, 0.93):
        *_, last = setter.set((Span(text),), LEFT, (share * whole,)).lines
        assert text_of(last).strip() == "same at both."


@pytest.mark.parametrize(("words", "width"), [(44, 200.0), (59, 190.0)])
def test_the_last_line_rather_begins_with_a_whole_word(setter: Typesetter, words: int, width: float) -> None:
    text = " ".join(TEXT.split()[:words]) + "."
    assert not lines_of(setter.set((Span(text),), JUSTIFIED, (width,)))[-2].endswith("\u00ad")


@pytest.mark.parametrize(("words", "width"), [(35, 190.0), (44, 210.0)])
def test_two_letters_are_divided_only_for_want_of_other_ways(setter: Typesetter, words: int, width: float) -> None:
    text = " ".join(TEXT.split()[:words]) + "."
    ends = [line.split()[-1] for line in lines_of(setter.set((Span(text),), JUSTIFIED, (width,))) if "\u00ad" in line[-1:]]
    assert all(len(word.strip("\u00ad")) > 2 for word in ends)


@pytest.mark.parametrize("style", [LEFT, JUSTIFIED, msgspec.structs.replace(LEFT, balance=True)])
def test_of_a_text_in_one_line_no_end_of_a_word_is_looked_at_but_the_last(default_book: FontBook, style: TextStyle) -> None:
    shaper = Shaper(default_book, "en-GB")
    (stretch,) = make_stretches((Span("A well, and a well-"),), style, shaper)
    whole = unbroken(stretch)
    assert stretch._ends is None
    breaks, cuts, _ = stretch.ends
    assert (whole.breaks[-1], whole.cuts[-1]) == (breaks[-1], cuts[-1])
    assert breaks[-1].hyphen
    assert len(breaks) == len(cuts) == 5


@pytest.mark.parametrize(("words", "width"), [(36, 200.0), (59, 210.0)])
def test_the_last_line_of_a_justified_text_is_no_shorter_than_that_of_a_ragged_one(
    setter: Typesetter, words: int, width: float
) -> None:
    text = " ".join(TEXT.split()[:words]) + "."
    assert setter.set((Span(text),), JUSTIFIED, (width,)).lines[-1].width >= 0.3 * width
