"""Blocks that were measured before are found again, each in one piece."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image
from support.briefs import Maker, make_brief

from briefgen.content.brief import Block, Box, Brief, List, ListItem, Paragraph, Span, Text
from briefgen.content.compose import compose
from briefgen.layout.blocks import Place, measure
from briefgen.layout.fit import CLOSER, FARTHEST, SINKING, TIGHTER, USUAL, Levers
from briefgen.layout.measuring.pieces import Group, Piece
from briefgen.layout.measuring.recall import Recall
from briefgen.layout.measuring.text import Desk
from briefgen.layout.segments.flow import make_segments
from briefgen.memory import Memory
from briefgen.outline.read import read_text
from briefgen.problem import Problems
from briefgen.theme import make_theme
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter


def text_of(id: str, words: str) -> Text:
    return Text(id, "P", (Span(words),))


def paragraph(id: str, words: str) -> Paragraph:
    return Paragraph(text_of(id, words))


@pytest.fixture
def desk() -> Desk:
    brief, memory = make_brief((), Maker()), Memory()
    theme = make_theme(brief.design)
    found = Desk(brief, theme, Typesetter(FontBook.load(None, None, (), Problems()), "en-GB", memory))
    found.recall = Recall.of(memory, theme, found.habits)
    return found


def test_equal_blocks_at_equal_places_are_found_again(desk: Desk) -> None:
    one = measure(desk, [paragraph("a", "One thing.")], 200.0)
    assert measure(desk, [paragraph("a", "One thing.")], 200.0) is one
    assert measure(desk, [paragraph("a", "One thing.")], 210.0) is not one
    assert measure(desk, [paragraph("b", "One thing.")], 200.0) is not one


def test_what_has_asked_for_the_whole_brief_is_not(desk: Desk) -> None:
    assert desk.recall is not None
    one, other = (desk.recall.found(desk, lambda: [desk.brief.running_head], "a head") for _ in range(2))
    assert one == other
    assert one is not other


def test_pieces_have_the_very_group_in_which_they_were_measured(desk: Desk) -> None:
    for _ in range(2):
        group = Group("box")
        pieces = measure(desk, [paragraph("a", "One thing.")], 200.0, Place(group=group))
        assert all(piece.group is group for piece in pieces)


def test_charts_and_pictures_are_found_again_though_they_ask_for_habits_of_the_brief(tmp_path: Path) -> None:
    Image.new("RGB", (900, 600)).save(tmp_path / "dot.png")
    outline = """
title: T
sections:
  - content:
      - chart: {kind: bar, title: Flow, data: [[year, flow], [a, 1], [b, 3]], alt: auto}
      - figure: {image: dot.png, alt: A dot}
"""
    read = read_text(outline.encode(), "brief.yaml", tmp_path, Problems())
    assert read is not None
    brief = compose(read, Problems())
    assert brief is not None
    theme, memory = make_theme(brief.design), Memory()
    found = Desk(brief, theme, Typesetter(FontBook.load(None, None, (), Problems()), "en-GB", memory))
    found.recall = Recall.of(memory, theme, found.habits)
    for block in brief.sections[0].blocks:
        assert measure(found, [block], 200.0) is measure(found, [block], 200.0)


ROOT = Path(__file__).parents[3]
LEVERS = list(dict.fromkeys([USUAL, *[step.fit for step in (*TIGHTER, *FARTHEST, *SINKING, CLOSER)]]))


def brief_of(file: Path, look: str) -> Brief:
    outline = yaml.safe_load(file.read_text(encoding="utf-8"))
    outline["design"] = {**outline.get("design", {}), "look": look}
    read = read_text(yaml.safe_dump(outline).encode(), "brief.yaml", file.parent, Problems())
    assert read is not None
    brief = compose(read, Problems())
    assert brief is not None
    return brief


@pytest.mark.parametrize(
    ("name", "look"),
    [
        ("brief.yaml", "modules"),
        ("brief.yaml", "band"),
        ("assets/examples/one-column.yaml", "plate"),
        ("assets/examples/charts.yaml", "modules"),
    ],
)
def test_whatever_levers_were_tried_before_a_brief_is_measured_as_at_first(name: str, look: str) -> None:
    brief = brief_of(ROOT / name, look)
    typesetter = Typesetter(FontBook.load(None, None, (), Problems()), "en-GB")
    memory = Memory()
    for levers in (*LEVERS, *LEVERS[::-1]):
        theme = make_theme(brief.design, size_factor=levers.size, leading_factor=levers.leading, narrower=levers.margins)
        fresh, used = (Desk(brief, theme, typesetter, levers) for _ in range(2))
        used.recall = Recall.of(memory, theme, used.habits)
        assert make_segments(used) == make_segments(fresh)


def test_blocks_are_found_again_with_levers_that_they_do_not_ask_for(desk: Desk) -> None:
    """A paragraph that takes no line less is found again where lines are to be saved; a list with less space is not."""

    def pieces(block: Block, **levers: Any) -> tuple[Piece, ...]:
        own = Desk(desk.brief, desk.theme, desk.typesetter, Levers(**levers))
        own.recall = desk.recall
        return measure(own, [block], 200.0)

    seen = set()
    for count in range(3, 30):
        block: Block = paragraph("a", " ".join(["One thing after the other is told."] * count))
        usual = pieces(block)
        assert pieces(block, spaces=0.75, compact=True, sinkage=2) is usual
        for looseness in (-1, 1):
            fitted = pieces(block, looseness=looseness)
            assert (fitted is usual) == (len(fitted) == len(usual))
            assert pieces(block, looseness=looseness, spaces=0.75) is fitted
            assert pieces(block) is usual
            seen.add(len(fitted) - len(usual))
    assert seen == {-1, 0, 1}
    items = [text_of(str(number), "One thing, and then another one that is longer.") for number in range(3)]
    points = List("b", False, tuple([ListItem(f"i{item.id}", text_of(f"l{item.id}", "•"), item) for item in items]))
    for block in (points, Box("c", None, (points,))):
        usual = pieces(block)
        assert pieces(block, compact=True, airy=True) is usual
        assert pieces(block, spaces=0.75) is not usual
        assert pieces(block, spaces=0.75) is pieces(block, spaces=0.75, sinkage=2)


def test_what_holds_something_asks_for_its_levers(desk: Desk) -> None:
    recall = desk.recall
    assert recall is not None

    def found(spaces: float) -> list[float]:
        own = Desk(desk.brief, desk.theme, desk.typesetter, Levers(spaces=spaces))
        return recall.found(own, lambda: recall.found(own, lambda: [own.fit.spaces], "inner"), "outer")

    assert found(1.0) is found(1.0)
    assert [found(spaces) for spaces in (1.25, 1.0)] == [[1.25], [1.0]]
