"""Covers: their grounds reach the edges of the paper, and what stands on them can be read."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
from support.briefs import Maker, make_brief

from briefgen.content.brief import (
    Back,
    Brief,
    Cover,
    CoverKind,
    Design,
    Entry,
    Figure,
    Paragraph,
    Picture,
    Section,
    Span,
    Text,
)
from briefgen.content.look import built_in
from briefgen.geometry import BLACK, WHITE, Colour, Rect, mm
from briefgen.layout.blocks.front import front_segments
from briefgen.layout.blocks.inks import ink_on_accent
from briefgen.layout.compose import lay_out
from briefgen.layout.items import Glyphs, Image, Page, Rule
from briefgen.layout.items import Path as Path_
from briefgen.layout.measuring.crop import crop_around
from briefgen.layout.measuring.text import Desk
from briefgen.layout.proof.verify import verify
from briefgen.pdf.office import Boxes
from briefgen.problem import Place, Problems
from briefgen.theme import make_palette, make_theme
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter

KINDS: tuple[CoverKind, ...] = ("band", "picture", "column", "plate")
WIDE = Picture(Path("wide.jpg"), 3000, 1000, Place("brief.yaml", 1, 1))
ENOUGH = 4.5


@pytest.fixture(scope="module")
def setter() -> Typesetter:
    return Typesetter(FontBook.load(None, None, (), Problems()), "en-GB")


def covered(kind: CoverKind, title: str = "", **design: Any) -> Brief:
    maker = Maker()
    brief = make_brief((), maker, Design(**design))
    credit = maker.text("Photograph: A. Example")
    figure = Figure("cover", WIDE, "A river", credit=credit) if kind == "picture" else None
    front = msgspec.structs.replace(brief.front, cover=Cover(kind, figure))
    if title:
        front = msgspec.structs.replace(front, title=maker.text(title, "H1"))
    return msgspec.structs.replace(brief, front=front)


def first_page(brief: Brief, setter: Typesetter) -> Page:
    problems = Problems()
    pages = lay_out(brief, setter, problems)
    assert pages.shape is not None
    verify(pages, pages.shape, brief, problems)
    assert [problem.code for problem in problems.sorted() if problem.code.startswith("layout/")] == []
    return pages.pages[0]


@pytest.mark.parametrize("paper", ["a4", "letter", "a5"])
@pytest.mark.parametrize("kind", KINDS)
def test_grounds_run_into_the_bleed_and_words_stand_within(kind: CoverKind, paper: str, setter: Typesetter) -> None:
    page = first_page(covered(kind, paper=paper), setter)
    ground = page.items[0]
    assert isinstance(ground, Rule | Image)
    bled = Boxes(page.width, page.height, mm(3), mm(3)).extended(ground.rect)
    assert (bled.x, bled.y) == (-mm(3), -mm(3))
    if kind != "column":
        assert bled.right == pytest.approx(page.width + mm(3))
    if kind == "plate":
        assert bled.bottom == pytest.approx(page.height + mm(3))
    for item in page.items:
        if isinstance(item, Glyphs):
            assert item.x > mm(5)
            assert item.x + item.width < page.width - mm(5)
            assert item.y - item.size > mm(5)


def colour_below(page: Page, run: Glyphs) -> Colour:
    """The colour on which a run stands; black for a picture that is darkened there."""
    found = WHITE
    for item in page.items:
        if isinstance(item, Rule | Image) and item.rect.height > 4 and holds(item.rect, run):
            found = item.colour if isinstance(item, Rule) else shade(item, run)
    return found


def holds(rect: Rect, run: Glyphs) -> bool:
    return rect.x <= run.x + 1 and run.x + run.width - 1 <= rect.right and rect.y <= run.y - 3 <= rect.bottom


def shade(image: Image, run: Glyphs) -> Colour:
    top, bottom = ((run.y - edge - image.rect.y) / image.rect.height for edge in (run.size * 0.8, 0.0))
    assert any(start <= top and bottom <= stop for start, stop in image.shades), "words on a picture that is not darkened"
    return BLACK


@pytest.mark.parametrize("accent", ["#8a1c1c", "#ffd800", "#d9822b", "#c77a1a", "#222222"])
@pytest.mark.parametrize("kind", KINDS)
def test_all_words_can_be_read(kind: CoverKind, accent: str, setter: Typesetter) -> None:
    brief = covered(kind, accent=accent)
    problems = Problems()
    page = lay_out(brief, setter, problems).pages[0]
    runs = [item for item in page.items if isinstance(item, Glyphs)]
    assert all(run.colour.contrast(colour_below(page, run)) >= ENOUGH for run in runs)
    said = "layout/faint-cover" in {problem.code for problem in problems.sorted()}
    assert said == (kind != "picture" and ink_on_accent(make_palette(brief.design)).altered)


@pytest.mark.parametrize(
    ("accent", "words"), [("#8a1c1c", WHITE), ("#b5651d", WHITE), ("#c77a1a", WHITE), ("#ffd800", BLACK)]
)
def test_a_light_accent_is_darkened_or_has_black_words(accent: str, words: Colour) -> None:
    palette = make_palette(Design(accent=accent))
    ink = ink_on_accent(palette)
    assert ink.words == words
    assert ink.fill.contrast(words) >= ENOUGH
    assert ink.fill in {palette.accent, palette.words}  # which a press knows in its own inks


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("words", [2, 9, 20])
def test_titles_step_down_and_are_at_most_34_points(kind: CoverKind, words: int, setter: Typesetter) -> None:
    page = first_page(covered(kind, "Water " * words), setter)
    largest = max(item.size for item in page.items if isinstance(item, Glyphs) and item.role == "H1")
    assert largest <= 34.01
    assert largest >= 20
    if words == 2:
        assert largest > 30.7


def test_a_title_that_no_cover_holds_stands_below_the_masthead(setter: Typesetter) -> None:
    brief = covered("band", "Water " * 400)
    problems = Problems()
    lay_out(brief, setter, problems)
    assert "layout/no-room-on-cover" in {problem.code for problem in problems.sorted()}


@pytest.mark.parametrize("kind", ["band", "picture", "column"])
def test_a_logo_has_white_round_it_or_is_made_for_the_ground(kind: CoverKind, setter: Typesetter) -> None:
    brief = covered(kind)
    logo = Picture(Path("logo.png"), 300, 100, Place("brief.yaml", 1, 1))
    other = Picture(Path("white.png"), 300, 100, Place("brief.yaml", 1, 1))
    masthead = msgspec.structs.replace(brief.front.masthead, logo=Figure("logo", logo, "A logo"))
    for reversed_logo in (None, other):
        front = msgspec.structs.replace(brief.front, masthead=msgspec.structs.replace(masthead, reversed_logo=reversed_logo))
        page = first_page(msgspec.structs.replace(brief, front=front), setter)
        (shown,) = [item for item in page.items if isinstance(item, Image) and item.id == "logo"]
        whites = [item for item in page.items if isinstance(item, Rule) and item.colour == WHITE]
        assert shown.picture == (reversed_logo or logo)
        assert [rule.rect.y for rule in whites] == ([] if reversed_logo else [0.0])
        assert all(rule.rect.x < shown.rect.x and shown.rect.bottom < rule.rect.bottom for rule in whites)


def test_a_plate_is_a_page_of_its_own(setter: Typesetter) -> None:
    brief = covered("plate")
    segments = front_segments(Desk(brief, make_theme(brief.design), setter), brief.front)
    assert [piece.rows for piece in segments[0].pieces] == [make_theme(brief.design).page.rows]
    assert brief.front.standfirst is not None
    texts: list[Text] = [brief.front.title, brief.front.standfirst]
    pages = lay_out(brief, setter, Problems()).pages
    where = {item.id: page.number for page in pages for item in page.items if isinstance(item, Glyphs)}
    assert [where[text.id] for text in texts] == [1, 1]


def test_a_standfirst_without_room_on_the_plate_opens_the_next_page(setter: Typesetter) -> None:
    brief = covered("plate")
    assert brief.front.standfirst
    long = msgspec.structs.replace(brief.front.standfirst, spans=(Span("More water than there is. " * 60),))
    brief = msgspec.structs.replace(brief, front=msgspec.structs.replace(brief.front, standfirst=long))
    pages = lay_out(brief, setter, Problems()).pages
    where = {item.id: page.number for page in pages for item in page.items if isinstance(item, Glyphs)}
    assert [where[text.id] for text in (brief.front.title, long)] == [1, 2]


@pytest.mark.parametrize("focus", [(0.5, 0.5), (0.0, 0.0), (1.0, 1.0), (0.2, 0.9)])
@pytest.mark.parametrize("shape", [(100, 300), (300, 100), (200, 200)])
def test_the_focus_stays_in_view_of_a_picture_that_is_cut_to_shape(
    shape: tuple[int, int], focus: tuple[float, float]
) -> None:
    picture = msgspec.structs.replace(WIDE, width=shape[0], height=shape[1])
    crop = crop_around(picture, Rect(0, 0, 200, 150), focus)
    assert crop.width * shape[0] / (crop.height * shape[1]) == pytest.approx(200 / 150)
    assert max(crop.width, crop.height) == pytest.approx(1.0)
    assert crop.x - 1e-9 <= focus[0] <= crop.right + 1e-9
    assert crop.y - 1e-9 <= focus[1] <= crop.bottom + 1e-9
    assert min(crop.x, crop.y, 1 - crop.right, 1 - crop.bottom) > -1e-9


def test_the_picture_of_a_cover_without_room_stands_below_the_title(setter: Typesetter) -> None:
    brief = covered("picture", "Water " * 400, paper="a5")
    problems = Problems()
    pages = lay_out(brief, setter, problems)
    assert pages.shape is not None
    verify(pages, pages.shape, brief, problems)
    assert {problem.code for problem in problems.sorted()} == {"layout/no-room-on-cover"}
    assert [item.id for page in pages.pages for item in page.items if isinstance(item, Image)] == ["cover"]


@pytest.mark.parametrize("paper", ["a4", "a5"])
def test_a_wide_logo_fits_into_a_column(paper: str, setter: Typesetter) -> None:
    brief = covered("column", paper=paper)
    logo = Figure("logo", Picture(Path("logo.png"), 900, 100, Place("brief.yaml", 1, 1)), "A logo")
    masthead = msgspec.structs.replace(brief.front.masthead, logo=logo)
    front = msgspec.structs.replace(brief.front, masthead=masthead)
    page = first_page(msgspec.structs.replace(brief, front=front), setter)
    (shown,) = [item for item in page.items if isinstance(item, Image)]
    column = page.items[0]
    assert isinstance(column, Rule)
    assert shown.rect.right < column.rect.right


def rings_of(brief: Brief, setter: Typesetter) -> list[Path_]:
    page, *_ = lay_out(brief, setter, Problems()).pages
    return [item for item in page.items if isinstance(item, Path_)]


TITLES = ("Wells", "Count every drop", "The slow repair of public housing", "Sharing a shrinking river", "水を数える、毎日")


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("paper", ["a4", "a5"])
def test_a_cover_page_without_a_picture_has_rings_that_reach_the_bleed(title: str, paper: str, setter: Typesetter) -> None:
    brief = covered("plate", title, paper=paper)
    page, *_ = lay_out(brief, setter, Problems()).pages
    rings = rings_of(brief, setter)
    assert 1 <= len(rings) == len({ring.fill for ring in rings}) <= 4
    for ring in rings:
        assert ring.rect.right == pytest.approx(page.width)
        assert ring.rect.x >= -0.01
        assert -0.01 <= ring.rect.y <= ring.rect.bottom <= page.height
    assert rings[0].rect.width >= 0.9 * page.width  # they fill the cover


def test_each_brief_has_rings_of_its_own_and_the_same_always(setter: Typesetter) -> None:
    drawn = [tuple(ring.segments for ring in rings_of(covered("plate", title), setter)) for title in TITLES]
    assert len(set(drawn)) == len(TITLES)
    assert drawn[1] == tuple(ring.segments for ring in rings_of(covered("plate", TITLES[1]), setter))


@pytest.mark.parametrize("accent", ["#0b5c66", "#8a1c1c", "#f2c14e", "#e07a1f"])
def test_rings_on_a_band_stay_on_it_and_its_words_can_be_read_on_each(accent: str, setter: Typesetter) -> None:
    brief = covered("band", look=built_in("band"), accent=accent)
    page, *_ = lay_out(brief, setter, Problems()).pages
    band = next(item for item in page.items if isinstance(item, Rule) and item.rect.height > 200)
    words = ink_on_accent(make_palette(brief.design)).words
    rings = rings_of(brief, setter)
    assert rings
    for ring in rings:
        assert ring.rect.bottom <= band.rect.bottom + 0.01
        assert ring.fill is not None
        assert ring.fill.contrast(words) >= max(4.5, band.colour.contrast(words))
    assert not rings_of(covered("band"), setter)  # a look asks for them


def back_of(brief: Brief, setter: Typesetter) -> Page:
    return lay_out(brief, setter, Problems()).pages[-1]


def test_each_brief_with_a_cover_page_has_a_back_page_that_names_who_made_it(setter: Typesetter) -> None:
    maker = Maker()
    words = Section("s", None, tuple(Paragraph(maker.text("Words in a row. " * 30)) for _ in range(15)))
    brief = make_brief((words,), maker)
    front = msgspec.structs.replace(brief.front, cover=Cover("plate"))
    bare = msgspec.structs.replace(brief, front=front, back=None)
    page = back_of(bare, setter)
    assert page.number == 4
    assert not any(isinstance(item, Glyphs) and item.id for item in page.items)  # all is read elsewhere
    assert any(isinstance(item, Glyphs) for item in page.items)
    long = Entry("e", "disclaimer", maker.text("Disclaimer", "H2"), (Paragraph(maker.text("Words in a row. " * 900)),))
    page = back_of(msgspec.structs.replace(bare, back=Back("back", None, (), (long,))), setter)
    assert not any(isinstance(item, Glyphs) and item.id for item in page.items)  # it stays in the closing panel
    anonymous = msgspec.structs.replace(front.masthead, publisher=None, logo=None)
    nameless = msgspec.structs.replace(bare, front=msgspec.structs.replace(front, masthead=anonymous))
    assert back_of(nameless, setter).number == 3  # the text ends it
    entry = Entry("e", "contact", maker.text("Contact", "H2"), (Paragraph(maker.text("Write to us.")),))
    page = back_of(msgspec.structs.replace(nameless, back=Back("back", None, (), (entry,))), setter)
    assert entry.heading
    assert entry.heading.id in {item.id for item in page.items if isinstance(item, Glyphs)}


@pytest.mark.parametrize("duplex", [True, False])
@pytest.mark.parametrize(("paragraphs", "count"), [(3, 2), (15, 4)])
def test_a_back_page_is_no_right_hand_page(paragraphs: int, count: int, duplex: bool, setter: Typesetter) -> None:
    maker = Maker()
    words = Section("s", None, tuple(Paragraph(maker.text("Words in a row. " * 30)) for _ in range(paragraphs)))
    brief = make_brief((words,), maker, Design(duplex=duplex))
    entry = Entry("e", "contact", maker.text("Contact", "H2"), (Paragraph(maker.text("Write to us.")),))
    front = msgspec.structs.replace(brief.front, cover=Cover("plate"))
    back = Back("back", None, (), (entry,))
    pages = lay_out(msgspec.structs.replace(brief, front=front, back=back), setter, Problems()).pages
    assert len(pages) == count
    assert entry.heading
    assert entry.heading.id in {item.id for item in pages[-1].items if isinstance(item, Glyphs)}
