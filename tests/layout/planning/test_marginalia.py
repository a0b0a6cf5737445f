"""What stands in the margin column: beside its line, at the outside, and in its column where there is no room."""

from pathlib import Path

import pytest
from support.composed import Desk as Composer

from briefgen.layout.compose import lay_out
from briefgen.layout.items import Glyphs, Pages
from briefgen.layout.proof.verify import verify, words_of
from briefgen.problem import Problems
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter

WORDS = "Water is sold by the litre and lost by the mile in every district that was measured. " * 4
ASIDES = {
    "aside": ("aside: [Beside it.]", "s1.b2.b1"),
    "quote": ("pull_quote: {text: Beside it., place: margin}", "s1.b2.text"),
}


def laid_out(folder: Path, content: str, design: str = "") -> Pages:
    """Pages with a margin column, proved."""
    done = Composer(folder).compose(f"title: T\ndesign: {{columns: margin{design}}}\nsections:\n- content:\n{content}")
    assert done.codes == []
    problems = Problems()
    pages = lay_out(done.brief, Typesetter(FontBook.load(None, None, (), Problems()), "en"), problems)
    assert pages.shape
    verify(pages, pages.shape, done.brief, problems)
    assert [problem.code for problem in problems.sorted()] == []
    return pages


def lines(pages: Pages, id: str) -> list[tuple[int, float, float]]:
    """Page, x and baseline of each line of the text `id`."""
    return [
        (page.number, item.x, item.y)
        for page in pages.pages
        for item in page.items
        if isinstance(item, Glyphs) and item.id == id
    ]


@pytest.mark.parametrize(("block", "id"), ASIDES.values(), ids=ASIDES)
def test_it_stands_in_the_margin(tmp_path: Path, block: str, id: str) -> None:
    pages = laid_out(tmp_path, f"  - {WORDS}\n  - {block}\n  - {WORDS}\n")
    assert pages.shape
    page, x, _ = lines(pages, id)[0]
    assert x == pytest.approx(pages.shape.margin_left(page))
    assert all(at + 1 < x for _, at, _ in lines(pages, "s1.b3"))


def test_its_first_line_is_level_with_that_of_the_block_before(tmp_path: Path) -> None:
    pages = laid_out(tmp_path, f"  - Before.\n  - {WORDS}\n  - aside: [Beside it.]\n  - {WORDS}\n")
    assert lines(pages, "s1.b3.b1")[0][2] == pytest.approx(lines(pages, "s1.b2")[0][2])


def test_what_nothing_stands_before_is_level_with_the_block_behind(tmp_path: Path) -> None:
    pages = laid_out(tmp_path, f"  - aside: [Beside it.]\n  - heading: Head\n  - {WORDS}\n")
    assert lines(pages, "s1.b1.b1")[0][2] == pytest.approx(lines(pages, "s1.b3")[0][2])


def test_on_left_hand_pages_of_a_duplex_brief_the_margin_is_at_the_left(tmp_path: Path) -> None:
    content = f"  - {WORDS}\n" * 9 + f"  - heading: {{text: Next, new_page: true}}\n  - {WORDS}\n  - aside: [Beside it.]\n"
    pages = laid_out(tmp_path, content, ", duplex: true")
    assert pages.shape
    ((page, x, _),) = lines(pages, "s1.b12.b1")
    assert page == 2
    assert x == pytest.approx(pages.shape.left(2))
    assert lines(pages, "s1.b11")[0][1] == pytest.approx(pages.shape.left(2) + pages.shape.text_shift(2), abs=1)


def test_a_note_is_level_with_the_line_of_its_mark(tmp_path: Path) -> None:
    pages = laid_out(tmp_path, f"  - {WORDS}The mark.[^n] {WORDS}\nnotes: {{n: The source of it.}}\n")
    (mark,) = [
        item
        for page in pages.pages
        for item in page.items
        if isinstance(item, Glyphs) and item.id == "s1.b1" and item.span == 1
    ]
    note = lines(pages, "note-1.text")[0][2]
    assert note == pytest.approx(mark.y)


def test_what_no_margin_has_room_for_stands_in_its_column(tmp_path: Path) -> None:
    pages = laid_out(tmp_path, f"  - {WORDS}\n  - aside: [{WORDS * 12}]\n  - aside: [Short.]\n")
    assert pages.shape
    assert {x < pages.shape.margin_left(page) for page, x, _ in lines(pages, "s1.b2.b1")} == {True}
    assert lines(pages, "s1.b3.b1")[0][1] == pytest.approx(pages.shape.margin_left(1))
    assert "Short." in {words.replace(" ", "") for words in words_of(pages).values()}


@pytest.mark.parametrize("rows", [3, 24])
def test_a_table_keeps_its_head_above_its_rows(tmp_path: Path, rows: int) -> None:
    table = f"table: {{caption: Wells, head: [Year, Dug], rows: [{', '.join(['[a, b]'] * rows)}]}}"
    pages = laid_out(tmp_path, f"  - {WORDS}\n  - aside:\n    - {table}\n  - {WORDS}\n")
    assert pages.shape
    texts = [lines(pages, f"s1.b2.b1.{name}")[0] for name in ("caption", "head.c1", "r1.c1", f"r{rows}.c1")]
    assert all(x >= pages.shape.margin_left(page) - 1 for page, x, _ in texts)
    assert [y for _, _, y in texts] == sorted(y for _, _, y in texts)
