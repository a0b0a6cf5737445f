"""Quotes in the gutter: both columns run round them, on the grid, and nothing is set narrower anywhere else."""

from pathlib import Path

import pytest
from support.composed import Desk as Composer

from briefgen.layout.compose import lay_out
from briefgen.layout.items import Glyphs, Pages, Rule
from briefgen.layout.planning.wrap import APART
from briefgen.layout.proof.verify import verify, words_of
from briefgen.problem import Problems
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter

FAIL = ("layout/overlap", "layout/lost-words", "layout/outside-frame")
SYLLABLES = "ba de fi go lu ma ne pi ro su ta ve".split()


def prose(seed: int, count: int) -> str:
    """Words that do not repeat themselves in the same order."""
    words = []
    state = seed + 1
    for _ in range(count):
        parts = []
        for _ in range(1 + state % 3):
            state = (state * 48271) % 2147483647
            parts.append(SYLLABLES[state % 12])
        words.append("".join(parts))
    return " ".join(words).capitalize() + "."


def laid_out(folder: Path, content: str, design: str = "") -> tuple[Pages, list[str]]:
    done = Composer(folder).compose(
        f"title: A title as long as most titles\ndesign: {{columns: 2{design}}}\nsections:\n- content:\n{content}"
    )
    problems = Problems()
    pages = lay_out(done.brief, Typesetter(FontBook.load(None, None, (), Problems()), "en"), problems)
    assert pages.shape
    verify(pages, pages.shape, done.brief, problems)
    return pages, [*done.codes, *(problem.code for problem in problems.sorted())]


def text_of(seed: int, sizes: tuple[int, ...], quotes: tuple[int, ...]) -> str:
    content = ""
    for number, size in enumerate(sizes):
        content += f"  - {prose(seed * 100 + number, size)}\n"
        if number in quotes:
            content += f"  - pull_quote: {{text: {prose(7, 9)}, place: gutter}}\n"
    return content


def rows(pages: Pages, id: str) -> list[tuple[int, float, float, float]]:
    """Page, baseline, left and right edge of each line of a text."""
    found: dict[tuple[int, float], tuple[float, float]] = {}
    for page in pages.pages:
        for item in page.items:
            if isinstance(item, Glyphs) and item.id == id:
                left, right = found.get((page.number, item.y), (1e9, 0.0))
                found[page.number, item.y] = min(left, item.x), max(right, item.x + item.width)
    return [(*key, *edges) for key, edges in found.items()]


@pytest.mark.parametrize("seed", range(6))
def test_a_quote_stands_between_the_columns_and_both_run_round_it(tmp_path: Path, seed: int) -> None:
    pages, codes = laid_out(tmp_path, text_of(seed, (150, 170, 160, 180, 150, 140), (1,)))
    assert codes == []
    shape = pages.shape
    assert shape
    quote = rows(pages, "s1.b3.text")
    middle = shape.left(1) + shape.measure / 2
    for _, _, left, right in quote:
        assert middle - 75 < left < right < middle + 75
    page = quote[0][0]
    bars = [
        item.rect
        for item in pages.pages[page - 1].items
        if isinstance(item, Rule) and item.rect.x < middle < item.rect.right and item.rect.width < 200
    ]
    top, foot = min(bar.y for bar in bars), max(bar.bottom for bar in bars)
    width = (shape.measure - shape.gutter) / 2
    beside = {True: 0, False: 0}
    for text in [f"s1.b{number}" for number in (1, 2, 4, 5, 6, 7)]:
        for number, y, left, right in rows(pages, text):
            if number != page or not top - 5 < y < foot + 14:
                # elsewhere nothing is set narrower
                column = shape.left(1) if left < middle else shape.left(1) + width + shape.gutter
                assert left < column + 13
                continue
            beside[left < middle] += 1
            assert right < min(bar.x for bar in bars) - 8 or left > max(bar.right for bar in bars) + 8
            assert round((y - shape.top) / shape.leading - 0.77, 3) % 1 == pytest.approx(0, abs=0.01), "on the grid"
    assert beside[True] == beside[False] >= 5


def test_where_there_is_no_room_it_stands_in_its_column_and_that_is_said(tmp_path: Path) -> None:
    content = "".join(
        f"  - {prose(number, 12)}\n  - list: [{prose(number + 50, 6)}, {prose(number + 90, 6)}]\n" for number in range(6)
    )
    pages, codes = laid_out(tmp_path, f"{content}  - pull_quote: {{text: {prose(7, 9)}, place: gutter}}\n  - After.\n")
    assert codes == ["layout/no-room-in-gutter"]
    assert "s1.b13.text" in words_of(pages)


def test_two_quotes_called_near_each_other_stand_apart(tmp_path: Path) -> None:
    pages, codes = laid_out(tmp_path, text_of(5, (150, 170, 160, 180, 150, 140, 190, 150), (1, 2)))
    assert "layout/no-room-in-gutter" not in codes
    assert pages.shape
    (page, y, *_), (other, below, *_) = (rows(pages, f"s1.b{number}.text")[0] for number in (3, 5))
    assert page < other or below - y > (APART + 4) * pages.shape.leading


@pytest.mark.parametrize("seed", range(12))
def test_nothing_is_lost_and_nothing_overlaps_with_quotes_at_every_place(tmp_path: Path, seed: int) -> None:
    sizes = tuple(20 + (seed * 37 + number * 53) % 160 for number in range(10))
    _, codes = laid_out(tmp_path, text_of(seed, sizes, (1, 4, 8)), ", paper: a5" if seed % 3 == 0 else "")
    assert not set(codes) & set(FAIL)


def test_more_quotes_than_are_tried_are_all_on_the_pages(tmp_path: Path) -> None:
    sizes = (90,) * 14
    pages, codes = laid_out(tmp_path, text_of(5, sizes, tuple(range(14))))
    assert not set(codes) & set(FAIL)
    assert sum(1 for id in words_of(pages) if id.endswith(".text")) == 14
