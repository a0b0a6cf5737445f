"""Pages for languages that are written from right to left."""

import msgspec
import pytest
from support.composed import Desk

from briefgen.content.brief import Span
from briefgen.geometry import BLACK, Rect
from briefgen.layout.compose import lay_out
from briefgen.layout.drawing.mirror import mirror, mirrored
from briefgen.layout.items import Anchor, Glyphs, Pages, Rule
from briefgen.layout.items import Path as Outline
from briefgen.layout.proof.verify import verify, words_of
from briefgen.problem import Problems
from briefgen.theme import TextStyle, make_theme
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter

OUTLINE = """
title: كتاب
language: ar
design: {duplex: true}
publisher: {name: دار}
sections:
  - heading: باب
    content:
      - وهبوا في (UNDP) عام 2026 [رابط](https://example.org) ثم.
      - list: [بند]
      - table: {head: [البلد, العدد], rows: [[مصر, "1.5"], [اليمن, "12.25"]]}
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Pages, Pages, list[str]]:
    """The pages before and after, and what is wrong with those after."""
    brief = Desk(tmp_path_factory.mktemp("mirror")).compose(OUTLINE).brief
    problems = Problems()
    made = lay_out(brief, Typesetter(FontBook.load(None, None, (), problems), "ar"), problems)
    turned = mirror(made)
    verify(turned, turned.shape or make_theme(brief.design).page, brief, problems)
    return made, turned, [problem.code for problem in problems.sorted()]


def words(run: Glyphs) -> str:
    return "".join([glyph.text for glyph in run.glyphs]).strip()


def find(pages: Pages, text: str) -> Glyphs:
    return next(item for item in pages.pages[0].items if isinstance(item, Glyphs) and text in words(item))


def test_nothing_leaves_its_frame_or_is_lost(pages: tuple[Pages, Pages, list[str]]) -> None:
    before, after, codes = pages
    assert codes == []
    assert words_of(before) == words_of(after)


def test_all_is_at_the_other_side(pages: tuple[Pages, Pages, list[str]]) -> None:
    before, after, _ = pages
    width = after.pages[0].width
    for one, other in zip(before.pages[0].items, after.pages[0].items, strict=True):
        if isinstance(one, Glyphs):
            assert isinstance(other, Glyphs)
            assert one.x + other.x + one.width == pytest.approx(width)
        elif isinstance(one, Rule):
            assert isinstance(other, Rule)
            assert one.rect.x + other.rect.right == pytest.approx(width)
    assert find(after, "كتاب").x > width / 2


def test_words_stand_from_right_to_left_and_others_among_them_as_they_are_read(
    pages: tuple[Pages, Pages, list[str]],
) -> None:
    after = pages[1]
    first, latin, number = find(after, "وهبوا"), find(after, "UNDP"), find(after, "2026")
    assert first.x > latin.x > number.x
    assert (first.rtl, latin.rtl, number.rtl) == (True, False, False)


def test_columns_of_a_table_begin_at_the_right_and_units_stand_under_units(
    pages: tuple[Pages, Pages, list[str]],
) -> None:
    after = pages[1]
    assert find(after, "البلد").x > find(after, "العدد").x
    places = []
    for text in ("1.5", "12.25"):
        run = find(after, text)
        places.append(run.x + sum(glyph.advance for glyph in run.glyphs[: text.index(".")]))
    assert places[0] == pytest.approx(places[1], abs=0.01)


def test_pictures_are_moved_and_grounds_are_turned() -> None:
    corner = (("m", 10.0, 0.0), ("l", 40.0, 0.0), ("l", 10.0, 5.0), ("z",))
    assert mirrored(Outline(corner, BLACK), 100.0).segments[0] == ("m", 90.0, 0.0)  # type: ignore[union-attr]  # a path stays one
    code = mirrored(Outline(corner, BLACK, "code"), 100.0)
    assert isinstance(code, Outline)
    assert code.segments[0] == ("m", 60.0, 0.0)
    assert code.rect == Rect(60.0, 0.0, 30.0, 5.0)
    assert mirrored(Anchor("a", 30.0, 7.0), 100.0) == Anchor("a", 0.0, 7.0)


def test_a_paragraph_of_latin_letters_begins_at_the_left() -> None:
    setter = Typesetter(FontBook.load(None, None, (), Problems()), "ar")
    style = TextStyle("body", 10.0, 12.0)
    spans = (Span("Nothing in "), Span("this", bold=True), Span(" sentence runs from right to left."))
    setting = setter.set(spans, style, (90.0,))
    assert len(setting.lines) > 1
    for line in setting.lines:  # counted from the right edge, so that what is read first stands furthest from it
        places = [run.x for run in line.runs]
        assert places == sorted(places, reverse=True)
    assert all(line.runs[0].x + line.runs[0].width == pytest.approx(line.measure, abs=1.0) for line in setting.lines)
    assert not any(run.rtl for line in setting.lines for run in line.runs)
    kept = setter.set((Span("One line."),), msgspec.structs.replace(style, size=9.0), (90.0,))
    assert kept.lines[0].runs[0].x == pytest.approx(0.0, abs=1.0)
