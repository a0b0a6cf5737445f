"""What stands around the text, as a look wants it: folios, running heads, strips, grounds, back pages."""

from typing import Any

import msgspec
import pytest
from support.briefs import Maker, make_brief

from briefgen.content.brief import Back, Brief, Cover, Design, Entry, Paragraph, Section
from briefgen.geometry import WHITE, mm
from briefgen.layout.compose import lay_out
from briefgen.layout.items import Glyphs, Page, Rule
from briefgen.layout.proof.verify import verify
from briefgen.looks.front import Furniture
from briefgen.looks.look import MODULES
from briefgen.problem import Problems
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter


@pytest.fixture(scope="module")
def setter() -> Typesetter:
    return Typesetter(FontBook.load(None, None, (), Problems()), "en-GB")


def brief_with(furniture: Furniture, cover: Cover | None = None, *, duplex: bool = True, **more: Any) -> Brief:
    maker = Maker()
    look = msgspec.structs.replace(MODULES, furniture=furniture)
    words = "the army was designed for territorial defence " * 20
    section = Section("s1", None, tuple(Paragraph(maker.text(words)) for _ in range(12)))
    design = Design(paper="a5", duplex=duplex, look=look)
    brief = make_brief((section,), maker, design, **more)
    metadata = msgspec.structs.replace(brief.metadata, publisher="Publisher")
    front = msgspec.structs.replace(brief.front, cover=cover or Cover())
    imprint = Entry("imprint", "imprint", maker.text("Imprint", "H2"), (Paragraph(maker.text("Set and printed.")),))
    assert brief.back is not None
    back: Back = msgspec.structs.replace(brief.back, entries=(*brief.back.entries, imprint))
    return msgspec.structs.replace(brief, metadata=metadata, front=front, back=back)


def laid_out(brief: Brief, setter: Typesetter) -> tuple[Page, ...]:
    problems = Problems()
    pages = lay_out(brief, setter, problems)
    assert pages.shape is not None
    verify(pages, pages.shape, brief, problems)
    assert [problem.code for problem in problems.sorted() if problem.severity == "error"] == []
    assert len(pages.pages) > 3
    return pages.pages


def said(page: Page, kind: str) -> dict[str, Glyphs]:
    """The words of the head or foot of a page."""
    runs = [item for item in page.items if isinstance(item, Glyphs) and item.artifact == f"Pagination/{kind}"]
    return {"".join(glyph.text for glyph in run.glyphs): run for run in runs}


def test_folios_stand_alone_or_say_how_many_there_are(setter: Typesetter) -> None:
    pages = laid_out(brief_with(Furniture(folio="of")), setter)
    assert f"2 / {len(pages)}" in said(pages[1], "Footer")
    assert said(pages[0], "Footer") == {}
    pages = laid_out(brief_with(Furniture(first=True)), setter)
    assert [number for page in pages for number in said(page, "Footer")] == [str(page.number) for page in pages]


@pytest.mark.parametrize("strip", [0.0, 0.03, 0.08])
@pytest.mark.parametrize("duplex", [True, False])
def test_a_folio_at_the_edge_can_be_read_and_is_not_trimmed(strip: float, duplex: bool, setter: Typesetter) -> None:
    pages = laid_out(brief_with(Furniture(folio="edge", strip=strip), duplex=duplex), setter)
    for page in pages[1:]:
        run = said(page, "Footer")[str(page.number)]
        verso = duplex and page.number % 2 == 0
        out = run.x if verso else page.width - run.x - run.width
        assert mm(5) - 0.01 <= out < mm(16)
        strips = [item for item in page.items if isinstance(item, Rule) and item.artifact == "Background"]
        assert len(strips) == (strip > 0)
        for item in strips:
            assert (item.rect.x, item.rect.right)[not verso] == pytest.approx((0.0, page.width)[not verso])
            assert (item.rect.y, item.rect.height) == (0.0, page.height)
            inside = item.rect.x <= run.x and run.x + run.width <= item.rect.right
            outside = run.x >= item.rect.right or run.x + run.width <= item.rect.x
            assert inside or outside
            assert run.colour.contrast(item.colour if inside else WHITE) >= 4.5


def test_left_hand_pages_may_say_something_else(setter: Typesetter) -> None:
    pages = laid_out(brief_with(Furniture(head="series", verso_head="publisher", foot="title")), setter)
    assert [*said(pages[1], "Header")] == ["Publisher"]
    assert [*said(pages[2], "Header")] == ["Series · No. 1"]
    assert "A title of some length for a brief" in said(pages[1], "Footer")
    assert said(laid_out(brief_with(Furniture(head="none")), setter)[1], "Header") == {}


def test_a_marking_on_a_cover_stands_on_white(setter: Typesetter) -> None:
    pages = laid_out(brief_with(Furniture(), Cover("plate"), marking="EMBARGOED"), setter)
    assert pages[0].items[0] != pages[1].items[0]
    runs = [item for item in pages[0].items if isinstance(item, Glyphs) and item.y < mm(20) and item.colour != WHITE]
    marked = [run for run in runs if "".join(glyph.text for glyph in run.glyphs) == "EMBARGOED"]
    assert len(marked) == 1
    grounds = [item for item in pages[0].items if isinstance(item, Rule) and item.rect.height > 4]
    holding = [rule for rule in grounds if rule.rect.x < marked[0].x < rule.rect.right and rule.rect.y < marked[0].y - 5]
    assert holding[-1].colour == WHITE


def test_a_back_page_mirrors_the_cover(setter: Typesetter) -> None:
    pages = laid_out(brief_with(Furniture(), Cover("plate"), duplex=False), setter)
    ends = pages[0], pages[-1]
    front, back = (page.items[0] for page in ends)
    assert isinstance(front, Rule)
    assert front == back
    first, last = (next(item for item in page.items if isinstance(item, Rule) and item.colour == WHITE) for page in ends)
    assert first.rect.x == 0.0
    assert last.rect.right >= pages[-1].width
    assert first.rect.bottom == pytest.approx(last.rect.bottom)
    words = {item.id for item in pages[-1].items if isinstance(item, Glyphs) and item.id}
    assert len(words) == 4  # about and the imprint with their headings; the publisher is shown again, not read
    assert not said(pages[-1], "Footer")
    assert not said(pages[-1], "Header")
    ties = [item for page in pages[1:-1] for item in page.items if isinstance(item, Rule) and item.artifact == "Background"]
    assert len(ties) == len(pages) - 2


def test_a_cover_page_may_have_no_back_page(setter: Typesetter) -> None:
    pages = laid_out(brief_with(Furniture(), Cover("plate", back=False)), setter)
    assert said(pages[-1], "Footer")


@pytest.mark.parametrize(
    ("paragraphs", "foot", "signed"), [(3, "title", True), (3, "publisher", False), (8, "title", False)]
)
def test_a_panel_much_higher_than_its_words_has_the_publishers_name_below_them(
    setter: Typesetter, paragraphs: int, foot: str, *, signed: bool
) -> None:
    maker = Maker()
    text = "The survey of wells counted every pump that still works. " * 6
    section = Section(maker.id(), None, tuple(Paragraph(maker.text(text)) for _ in range(paragraphs)))
    furniture = msgspec.structs.replace(MODULES.furniture, foot=foot, first=False)
    brief = make_brief((section,), maker, Design(look=msgspec.structs.replace(MODULES, furniture=furniture)))
    brief = msgspec.structs.replace(brief, metadata=msgspec.structs.replace(brief.metadata, publisher="Publisher"))
    pages = lay_out(brief, setter, Problems())
    (page,) = pages.pages
    shown = [item for item in page.items if isinstance(item, Glyphs) and item.artifact == "Pagination/Footer"]
    names = [item for item in shown if "".join(glyph.text for glyph in item.glyphs) == "Publisher"]
    assert bool(names) == signed
    panel = max((item.rect for item in page.items if isinstance(item, Rule)), key=lambda rect: rect.bottom)
    words = max(item.y for item in page.items if isinstance(item, Glyphs) and item.id)
    assert all(words < item.y < panel.bottom and panel.x < item.x for item in names)
