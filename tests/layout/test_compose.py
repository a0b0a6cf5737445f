"""The whole of layout on briefs of all kinds: nothing lost, nothing over anything, everything on the grid."""

import re
from collections import Counter

import pytest
from support.briefs import Maker, make_brief, random_brief

from briefgen.content.brief import Brief, Design, Heading, Paragraph, PullQuote, Section, Table
from briefgen.content.reading import texts_of
from briefgen.layout.blocks import measure
from briefgen.layout.compose import lay_out
from briefgen.layout.items import Anchor, Glyphs, Pages, Rule
from briefgen.layout.measuring.galley import rows_let_in
from briefgen.layout.measuring.text import Desk
from briefgen.layout.proof.verify import verify, words_of
from briefgen.problem import Problems
from briefgen.theme import PageShape, make_theme
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter

PARAGRAPH = "The army was designed for territorial defence and not for a fragmented conflict in crowded cities. " * 4


@pytest.fixture(scope="module")
def setter() -> Typesetter:
    return Typesetter(FontBook.load(None, None, (), Problems()), "en-GB")


def lay(brief: Brief, setter: Typesetter) -> tuple[Pages, list[str]]:
    problems = Problems()
    pages = lay_out(brief, setter, problems)
    verify(pages, shape_of(pages), brief, problems)
    return pages, [f"{problem.code}: {problem.message}" for problem in problems.sorted()]


def prose(paragraphs: int, headings: int = 0, design: Design | None = None) -> Brief:
    maker = Maker()
    sections = []
    for number in range(max(1, headings)):
        heading = Heading(maker.text("A heading of the first level", "H2"), 1) if headings else None
        blocks = tuple(Paragraph(maker.text(PARAGRAPH)) for _ in range(paragraphs))
        sections.append(Section(f"s{number}", heading, blocks))
    return make_brief(tuple(sections), maker, design)


def shape_of(pages: Pages) -> PageShape:
    assert pages.shape is not None
    return pages.shape


def squeezed(words: str) -> str:
    return re.sub(r"\s+", "", words)


@pytest.mark.parametrize("seed", range(60))
def test_every_word_is_placed_once_and_nothing_overlaps(seed: int, setter: Typesetter) -> None:
    brief = random_brief(seed)
    pages, problems = lay(brief, setter)
    assert not [said for said in problems if said.startswith(("layout/outside", "layout/overlap"))]
    placed = words_of(pages)
    for text in texts_of(brief):
        assert squeezed(placed.get(text.id, "")) == squeezed(text.plain), text.id


@pytest.mark.parametrize("design", [Design(), Design(paper="letter"), Design(paper="a5"), Design(columns=1)])
def test_running_text_stands_on_one_grid(design: Design, setter: Typesetter) -> None:
    """Within 0.1 pt, in all columns of a page, after headings too."""
    brief = prose(3, 6, design)
    pages, _ = lay(brief, setter)
    shape = shape_of(pages)
    size = Counter(item.size for page in pages.pages for item in page.items if isinstance(item, Glyphs)).most_common(1)[0][0]
    running = {block.text.id for section in brief.sections for block in section.blocks if isinstance(block, Paragraph)}
    seen = 0
    for page in pages.pages:
        for item in page.items:
            if isinstance(item, Glyphs) and item.id in running and item.size == size:
                rows = (item.y - shape.top) / shape.leading - 0.77
                assert abs(rows - round(rows)) * shape.leading < 0.1
                seen += 1
    assert seen > 60


def columns_of(pages: Pages, brief: Brief, number: int) -> dict[float, list[float]]:
    """The baselines of running text on a page, by the left edge of their column."""
    running = {block.text.id for section in brief.sections for block in section.blocks if isinstance(block, Paragraph)}
    shape = make_theme(brief.design).page
    middle = shape.left(number) + shape.measure / 2
    found: dict[float, list[float]] = {}
    for item in pages.pages[number - 1].items:
        if isinstance(item, Glyphs) and item.id in running:
            found.setdefault(0.0 if item.x < middle else 1.0, []).append(item.y)
    return found


def test_columns_of_a_full_page_end_level(setter: Typesetter) -> None:
    brief = prose(60)
    pages, _ = lay(brief, setter)
    for number in range(1, len(pages.pages)):
        feet = [max(baselines) for baselines in columns_of(pages, brief, number).values()]
        assert len(feet) == 2
        assert max(feet) - min(feet) < 0.1, number


def test_the_last_page_is_balanced(setter: Typesetter) -> None:
    brief = prose(23)
    pages, _ = lay(brief, setter)
    feet = [max(baselines) for baselines in columns_of(pages, brief, len(pages.pages)).values()]
    assert max(feet) - min(feet) <= 2 * make_theme(brief.design).page.leading


def test_no_heading_stands_in_the_last_three_lines_of_a_column(setter: Typesetter) -> None:
    brief = prose(2, 30)
    pages, _ = lay(brief, setter)
    headings = {section.heading.text.id for section in brief.sections if section.heading}
    shape = make_theme(brief.design).page
    for page in pages.pages:
        middle = shape.left(page.number) + shape.measure / 2
        for side in (False, True):
            column = [i for i in page.items if isinstance(i, Glyphs) and i.id and (i.x >= middle) == side]
            lines = sorted({round(item.y, 1) for item in column if item.id.startswith("t")})
            for item in column:
                if item.id in headings:
                    assert len([y for y in lines if y > item.y + 1]) >= 3


def test_headings_stand_equally_far_from_their_text_at_the_head_of_a_column_and_within(setter: Typesetter) -> None:
    brief = prose(2, 30)
    pages, _ = lay(brief, setter)
    firsts = {section.heading.text.id: section.blocks[0] for section in brief.sections if section.heading}
    shape = make_theme(brief.design).page
    distances, tops = set(), set()
    for page in pages.pages:
        lines = [item for item in page.items if isinstance(item, Glyphs)]
        for item in lines:
            if item.id in firsts:
                text = firsts[item.id]
                assert isinstance(text, Paragraph)
                below = min(line.y for line in lines if line.id == text.text.id and line.y > item.y)
                distances.add(round(below - item.y, 2))
                tops.add(item.y < shape.top + 2 * shape.leading)
    assert len(distances) == 1
    assert tops == {True, False}


def test_a_quote_before_a_heading_is_moved_apart_on_both_sides(setter: Typesetter) -> None:
    """A row of space goes before a quote sooner than before the heading after it, which has more already."""
    maker = Maker()
    desk = Desk(prose(1), make_theme(Design()), setter)
    blocks = (
        Paragraph(maker.text(PARAGRAPH)),
        PullQuote(maker.id(), maker.text("An army."), None),
        Heading(maker.text("A heading", "H2"), 1),
        Paragraph(maker.text(PARAGRAPH)),
    )
    pieces = measure(desk, blocks, 229.0)
    quote = next(number for number, piece in enumerate(pieces) if piece.elastic)
    assert rows_let_in(pieces, 1) == {quote: 1}
    assert rows_let_in(pieces, 2) == {quote: 1, quote + 1: 1}


def test_no_line_of_a_paragraph_stands_alone(setter: Typesetter) -> None:
    brief = prose(40)
    pages, _ = lay(brief, setter)
    running = {block.text.id for section in brief.sections for block in section.blocks if isinstance(block, Paragraph)}
    parts: dict[tuple[str, int, bool], set[float]] = {}
    for page in pages.pages:
        middle = make_theme(brief.design).page.left(page.number) + make_theme(brief.design).page.measure / 2
        for item in page.items:
            if isinstance(item, Glyphs) and item.id in running:
                parts.setdefault((item.id, page.number, item.x >= middle), set()).add(item.y)
    assert all(len(lines) >= 2 for lines in parts.values())


def test_layout_is_a_pure_function(setter: Typesetter) -> None:
    brief = prose(8, 3)
    other = Typesetter(FontBook.load(None, None, (), Problems()), "en-GB")
    one, _ = lay(brief, setter)
    two, _ = lay(brief, other)
    assert words_of(one) == words_of(two)
    assert [[type(item) for item in page.items] for page in one.pages] == [
        [type(item) for item in page.items] for page in two.pages
    ]
    assert lay_out(brief, setter, Problems()) == one


def test_a_page_count_that_was_asked_for_and_missed_is_said(setter: Typesetter) -> None:
    _, problems = lay(prose(2, 1, Design(pages=4)), setter)
    assert [said.split(":")[0] for said in problems] == ["layout/page-count"]


@pytest.mark.parametrize("wanted", [1, 9])
def test_the_page_counts_that_are_offered_instead_can_be_had(setter: Typesetter, wanted: int) -> None:
    problems = Problems()
    lay_out(prose(6, 2, Design(pages=wanted)), setter, problems)
    (said,) = problems.sorted()
    offered = re.findall("`pages: ([0-9]+)`", said.hint)
    assert offered
    for count in offered:
        pages, left = lay(prose(6, 2, Design(pages=int(count))), setter)
        assert (len(pages.pages), left) == (int(count), [])


def test_duplex_mirrors_the_margins() -> None:
    design = Design(duplex=True)
    shape = make_theme(design).page
    assert shape.left(1) > shape.left(2)
    assert shape.left(1) + shape.left(2) + shape.measure == pytest.approx(shape.width)


def test_a_table_too_wide_for_its_column_stands_across_the_page(setter: Typesetter) -> None:
    maker = Maker()

    def table(id: str, columns: int) -> Table:
        head, row = (tuple(maker.text("Extraordinarily") for _ in range(columns)) for _ in range(2))
        return Table(id, None, None, head, (row,), ("left",) * columns)

    wide, narrow = table("wide", 5), table("narrow", 2)
    brief = make_brief((Section("s", None, (Paragraph(maker.text(PARAGRAPH)), wide, narrow)),), maker)
    pages, problems = lay(brief, setter)
    assert not problems
    rules = [item.rect.width for item in pages.pages[0].items if isinstance(item, Rule) and item.rect.height == 1.0]
    shape = make_theme(brief.design).page
    assert pytest.approx(shape.measure) in rules
    assert pytest.approx((shape.measure - shape.gutter) / 2) in rules


def test_bookmarks_lead_to_all_that_has_a_heading(setter: Typesetter) -> None:
    """The summary and the back matter too; each target is on a page."""
    for seed in range(8):
        brief = random_brief(seed)
        pages, _ = lay(brief, setter)
        anchors = {item.id for page in pages.pages for item in page.items if isinstance(item, Anchor)}
        assert {bookmark.target for bookmark in pages.bookmarks} <= anchors | {brief.front.title.id}
        titles = [bookmark.title for bookmark in pages.bookmarks if bookmark.level == 1]
        if brief.front.summary:
            assert titles[0] == brief.front.summary.heading.words
        headings = [entry.heading.words for entry in brief.back.entries if entry.heading] if brief.back else []
        if brief.back and brief.back.notes_heading:
            headings.insert(0, brief.back.notes_heading.words)
        assert titles[len(titles) - len(headings) :] == headings
