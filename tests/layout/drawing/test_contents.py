"""The strip of contents: each section once, in order, with the page on which it begins."""

from pathlib import Path

import pytest

from briefgen.content.brief import Brief
from briefgen.content.compose import compose
from briefgen.layout.compose import lay_out
from briefgen.layout.items import Anchor, Glyphs, Link, Pages
from briefgen.layout.proof.verify import verify
from briefgen.outline.read import read_text
from briefgen.problem import Problems
from briefgen.stages import LONG, Kept, Wanted, make, silent
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter

WORDS = "the army was designed for territorial defence and not for a fragmented conflict "


@pytest.fixture(scope="module")
def setter() -> Typesetter:
    return Typesetter(FontBook.load(None, None, (), Problems()), "en")


def laid_out(cover: str, sections: int, setter: Typesetter) -> tuple[Brief, Pages]:
    parts = "".join(f"  - {{heading: 'Section {at}[^1]', content: ['{WORDS * 24}']}}\n" for at in range(sections))
    text = f"title: Water\ncontents: true\ncontents_heading: In this brief\ndesign: {{cover: {cover}}}\nsections:\n{parts}"
    problems = Problems()
    outline = read_text(f"{text}notes: {{1: A note.}}\n".encode(), "brief.yaml", Path(), problems)
    assert outline is not None
    brief = compose(outline, problems)
    assert brief is not None
    pages = lay_out(brief, setter, problems)
    assert pages.shape is not None
    verify(pages, pages.shape, brief, problems)
    assert [problem.code for problem in problems.sorted() if problem.severity == "error"] == []
    return brief, pages


@pytest.mark.parametrize(("cover", "sections"), [("masthead", 12), ("band", 3), ("column", 5), ("plate", 8)])
def test_entries_say_where_sections_begin(cover: str, sections: int, setter: Typesetter) -> None:
    brief, pages = laid_out(cover, sections, setter)
    contents = brief.front.contents
    assert contents is not None
    headings = [section.heading.text for section in brief.sections if section.heading]
    assert [entry.target for entry in contents.entries] == [heading.id for heading in headings]
    assert [entry.text.plain for entry in contents.entries] == [heading.words for heading in headings]  # without the marks
    begins = {item.id: page.number for page in pages.pages for item in page.items if isinstance(item, Anchor)}
    runs = [(page.number, item) for page in pages.pages for item in page.items if isinstance(item, Glyphs)]
    for entry in contents.entries:
        number = "".join(glyph.text for _, run in runs if run.id == entry.page.id for glyph in run.glyphs)
        assert number == str(begins[entry.target])
        assert entry.page.id not in begins  # its anchor was a place to write in
    shown = {page for page, run in runs if run.id in {entry.page.id for entry in contents.entries}}
    assert shown == {2 if cover == "plate" else 1}
    links = {item.target for page in pages.pages for item in page.items if isinstance(item, Link)}
    assert links >= {entry.target for entry in contents.entries}


def test_numbers_end_at_one_edge(setter: Typesetter) -> None:
    brief, pages = laid_out("masthead", 12, setter)
    assert brief.front.contents is not None
    ids = {entry.page.id for entry in brief.front.contents.entries}
    ends = {round(item.x + item.width, 1) for item in pages.pages[0].items if isinstance(item, Glyphs) and item.id in ids}
    assert len(ends) == 2  # columns


@pytest.mark.parametrize(
    ("size", "sections", "key", "listed"),
    [
        (6000, 8, "", True),
        (4000, 8, "contents: false\n", False),
        (400, 8, "", False),
        (10_000, 2, "", False),
        (400, 2, "contents: true\n", True),
        (4000, 8, "design: {pages: 8}\n", True),
        (400, 8, "# " + "x" * 30_000 + "\n", False),  # an outline that looks long, and is not
    ],
)
def test_a_long_brief_lists_its_sections(tmp_path: Path, size: int, sections: int, key: str, listed: bool) -> None:
    text = (WORDS * (size // len(WORDS) + 1))[:size]
    parts = "".join(f"  - {{heading: 'Section {at}', content: ['{text}']}}\n" for at in range(sections))
    (tmp_path / "brief.yaml").write_text(f"title: Water\n{key}sections:\n{parts}", encoding="utf-8")
    problems = Problems()
    made = make(Wanted(tmp_path / "brief.yaml"), Kept(), problems, silent)
    assert made is not None
    assert [problem.code for problem in problems.sorted() if problem.severity == "error"] == []
    assert (made.brief.front.contents is not None) == listed
    if not key:
        assert (len(made.pages.pages) >= LONG) == listed
