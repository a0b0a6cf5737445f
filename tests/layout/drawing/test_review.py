"""A copy for reviewers: numbered lines and a mark in the margins, and everything else where it was."""

import itertools
import sys
from pathlib import Path

import pytest

from briefgen.content.compose import compose
from briefgen.geometry import WHITE
from briefgen.layout.compose import lay_out
from briefgen.layout.drawing.review import with_review
from briefgen.layout.items import Glyphs, Pages, Rule
from briefgen.layout.proof.verify import verify
from briefgen.outline.read import read_text
from briefgen.problem import Problems
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter

TEXT = "\n".join(["      - " + "The wells fall by a metre a year, and m^2^ of CO~2~ rise. " * 6] * 12)
OUTLINE = """\
title: Wells
marking: EMBARGOED
design: {{{design}}}
sections:
  - heading: Why now
    content:
{text}
      - table: {{head: [Year, Wells], rows: [[a, b]], width: page}}
"""


def laid_out(design: str) -> tuple[Pages, Pages, Problems]:
    problems = Problems()
    outline = read_text(OUTLINE.format(design=design, text=TEXT).encode(), "brief.yaml", Path(), problems)
    assert outline is not None
    brief = compose(outline, problems)
    assert brief is not None
    typesetter = Typesetter(FontBook.load(None, None, (), problems, {}), "en")
    pages = lay_out(brief, typesetter, problems)
    assert pages.shape is not None
    made = with_review(pages, brief, pages.shape, typesetter)
    verify(made, pages.shape, brief, problems)
    return pages, made, problems


@pytest.mark.parametrize(
    "design", ["columns: 2", "columns: 1", "columns: margin", "duplex: true", "paper: a5", "paper: letter, note_place: foot"]
)
def test_lines_are_numbered_in_the_margins(design: str) -> None:
    before, made, problems = laid_out(design)
    assert not [problem for problem in problems.sorted() if problem.severity == "error"]
    for page, old in zip(made.pages, before.pages, strict=True):
        assert page.items[: len(old.items)] == old.items
        added = [item for item in page.items[len(old.items) :] if isinstance(item, Glyphs)]
        assert all(item.artifact and not item.id for item in added)
        texts = [item for item in old.items if isinstance(item, Glyphs) and item.id and not item.artifact]
        left, right = min(item.x for item in texts), max(item.x + item.width for item in texts)
        numbers = [item for item in added if item.artifact == "Layout"]
        assert all(item.x + item.width <= left or item.x >= right for item in numbers)
        assert {round(item.y, 3) for item in numbers} <= {round(item.y, 3) for item in texts}
        assert all(item.x > 5 and item.x + item.width < page.width - 5 for item in added)
        assert [item.artifact for item in added if item not in numbers]


@pytest.mark.parametrize("design", ["paper: a5", "paper: a4", "paper: a5, columns: 1, duplex: true", "columns: margin"])
def test_the_mark_stands_where_a_long_marking_and_head_leave_room(design: str, monkeypatch: pytest.MonkeyPatch) -> None:
    long = OUTLINE.replace("title: Wells", f"title: {'A title that fills the head ' * 5}")
    monkeypatch.setattr(
        sys.modules[__name__], "OUTLINE", long.replace("EMBARGOED", "EMBARGOED AND NOT FOR CIRCULATION " * 2)
    )
    _, made, problems = laid_out(design)
    assert not [problem for problem in problems.sorted() if problem.severity == "error"]
    assert made.pages


def test_numbers_go_on_and_no_two_stand_together() -> None:
    _, made, _ = laid_out("columns: 2")
    for page in made.pages:
        numbers = [item for item in page.items if isinstance(item, Glyphs) and item.artifact == "Layout" and item.size == 6]
        for is_right in (False, True):
            heights = sorted(item.y for item in numbers if (item.x > page.width / 2) == is_right)
            assert all(below - above >= 4 for above, below in itertools.pairwise(heights))


@pytest.mark.parametrize("cover", ["band", "column", "plate"])
def test_what_is_added_on_a_cover_stands_on_white(cover: str) -> None:
    before, made, problems = laid_out(f"cover: {cover}")
    assert problems.sorted() == []
    ground = before.pages[0].items[0]
    assert isinstance(ground, Rule)
    added = made.pages[0].items[len(before.pages[0].items) :]
    for at, run in enumerate(added):
        if isinstance(run, Glyphs) and run.x < ground.rect.right and run.y - run.size < ground.rect.bottom:
            below = added[at - 1]
            assert isinstance(below, Rule)
            assert below.colour == WHITE
            assert below.rect.x < run.x
            assert run.x + run.width < below.rect.right
    if cover == "band":
        assert len(added) > len([item for item in added if isinstance(item, Glyphs)])
