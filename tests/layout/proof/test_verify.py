"""The proof finds what it is there to find."""

import msgspec
import pytest
from support.briefs import Maker, make_brief

from briefgen.content.brief import Paragraph, Section
from briefgen.geometry import Colour, Rect
from briefgen.layout.compose import lay_out
from briefgen.layout.items import Drawing, Glyphs, Page, Pages, Rule
from briefgen.layout.proof.verify import verify
from briefgen.problem import Problems
from briefgen.theme import make_theme
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter

MAKER = Maker()
BRIEF = make_brief((Section("s1", None, (Paragraph(MAKER.text("Some words of a paragraph.")),)),), MAKER)


@pytest.fixture(scope="module")
def pages() -> Pages:
    return lay_out(BRIEF, Typesetter(FontBook.load(None, None, (), Problems()), "en-GB"), Problems())


def codes(pages: Pages) -> set[str]:
    problems = Problems()
    verify(pages, make_theme(BRIEF.design).page, BRIEF, problems)
    return {problem.code for problem in problems.sorted()}


def with_items(pages: Pages, items: list[object]) -> Pages:
    page = msgspec.structs.replace(pages.pages[0], items=tuple(items))
    assert isinstance(page, Page)
    return msgspec.structs.replace(pages, pages=(page, *pages.pages[1:]))


def test_good_pages_are_good(pages: Pages) -> None:
    assert codes(pages) == set()


@pytest.mark.parametrize(
    ("shift", "code"), [((500.0, 0.0), "layout/outside-frame"), ((0.0, -700.0), "layout/outside-frame")]
)
def test_glyphs_outside_the_frame_are_found(pages: Pages, shift: tuple[float, float], code: str) -> None:
    items: list[object] = list(pages.pages[0].items)
    index = next(i for i, item in enumerate(items) if isinstance(item, Glyphs) and item.id)
    moved = items[index]
    assert isinstance(moved, Glyphs)
    items[index] = msgspec.structs.replace(moved, x=moved.x + shift[0], y=moved.y + shift[1])
    assert code in codes(with_items(pages, items))


@pytest.mark.parametrize(("out", "sound"), [(0.2, True), (0.3, False)])
def test_an_opening_quote_hangs_out_by_a_share_of_its_size(pages: Pages, out: float, sound: bool) -> None:
    items: list[object] = list(pages.pages[0].items)
    index = next(i for i, item in enumerate(items) if isinstance(item, Glyphs) and item.id)
    title = items[index]
    assert isinstance(title, Glyphs)
    left = make_theme(BRIEF.design).page.left(1)
    items[index] = msgspec.structs.replace(title, x=left - out * 60, y=400.0, size=60.0)
    assert ("layout/outside-frame" not in codes(with_items(pages, items))) == sound


def test_overlapping_glyphs_are_found(pages: Pages) -> None:
    items: list[object] = list(pages.pages[0].items)
    lines = [item for item in items if isinstance(item, Glyphs) and item.id]
    items.append(msgspec.structs.replace(lines[0], x=lines[1].x, y=lines[1].y + 2))
    assert "layout/overlap" in codes(with_items(pages, items))


def test_lost_words_are_found(pages: Pages) -> None:
    items: list[object] = [item for item in pages.pages[0].items if not (isinstance(item, Glyphs) and item.id == "t1")]
    assert codes(with_items(pages, items)) == {"layout/lost-words"}


def test_words_under_a_ground_are_found(pages: Pages) -> None:
    items: list[object] = list(pages.pages[0].items)
    word = next(item for item in items if isinstance(item, Glyphs) and item.id)
    ground = Rule(Rect(word.x - 5, word.y - 20, 200.0, 30.0), Colour(0.9, 0.9, 0.9))
    assert codes(with_items(pages, [*items, ground])) == {"layout/overlap"}
    assert codes(with_items(pages, [ground, *items])) == set()


def test_drawings_are_proved(pages: Pages) -> None:
    items: list[object] = list(pages.pages[0].items)
    lines = [item for item in items if isinstance(item, Glyphs) and item.id]
    foot = make_theme(BRIEF.design).page
    free = Rect(foot.left(1), foot.top + 400.0, 100.0, 50.0)
    inside = msgspec.structs.replace(lines[0], x=0.0, y=20.0, width=20.0, glyphs=lines[0].glyphs[:2])
    assert codes(with_items(pages, [*items, Drawing(free, (inside,), "s1")])) == set()
    outside = msgspec.structs.replace(inside, x=99.0, width=20.0)
    assert "layout/outside-frame" in codes(with_items(pages, [*items, Drawing(free, (outside,), "s1")]))
    over = Rect(lines[0].x, lines[0].y - 10, 100.0, 50.0)
    assert "layout/overlap" in codes(with_items(pages, [*items, Drawing(over, (inside,), "s1")]))
