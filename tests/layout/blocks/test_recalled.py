"""Blocks that were measured before are found again, each in one piece."""

from pathlib import Path

import pytest
from PIL import Image
from support.briefs import Maker, make_brief

from briefgen.content.brief import Paragraph, Span, Text
from briefgen.content.compose import compose
from briefgen.layout.blocks import Place, measure
from briefgen.layout.fit import USUAL
from briefgen.layout.measuring.pieces import Group
from briefgen.layout.measuring.recall import Recall
from briefgen.layout.measuring.text import Desk
from briefgen.memory import Memory
from briefgen.outline.read import read_text
from briefgen.problem import Problems
from briefgen.theme import make_theme
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter


def paragraph(id: str, words: str) -> Paragraph:
    return Paragraph(Text(id, "P", (Span(words),)))


@pytest.fixture
def desk() -> Desk:
    brief, memory = make_brief((), Maker()), Memory()
    theme = make_theme(brief.design)
    found = Desk(brief, theme, Typesetter(FontBook.load(None, None, (), Problems()), "en-GB", memory))
    found.recall = Recall.of(memory, theme, USUAL, found.habits)
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
    found.recall = Recall.of(memory, theme, USUAL, found.habits)
    for block in brief.sections[0].blocks:
        assert measure(found, [block], 200.0) is measure(found, [block], 200.0)
