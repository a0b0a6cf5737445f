"""Pairs: two blocks that begin on one line, and boxes that end on one."""

import pytest
from support.briefs import Maker, make_brief

from briefgen.content.brief import Block, Box, Pair, Paragraph
from briefgen.layout.blocks import measure
from briefgen.layout.items import Rule
from briefgen.layout.measuring.pieces import Piece, Strip
from briefgen.layout.measuring.text import Desk
from briefgen.problem import Problems
from briefgen.theme import make_theme
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter


@pytest.fixture(scope="module")
def desk() -> Desk:
    brief = make_brief((), Maker())
    return Desk(brief, make_theme(brief.design), Typesetter(FontBook.load(None, None, (), Problems()), "en"))


def pair() -> Pair:
    maker = Maker()
    boxes: list[Block] = [Box(maker.id(), None, (Paragraph(maker.text("word " * count)),)) for count in (5, 90)]
    return Pair("pair", tuple(boxes))


def grounds(piece: Piece) -> list[Rule]:
    return [item for item in piece.ingredients if isinstance(item, Rule) and item.rect.width > 20]


def test_boxes_side_by_side_begin_and_end_together(desk: Desk) -> None:
    (piece,) = measure(desk, [pair()], 480.0)
    left, right = grounds(piece)
    assert [left.rect.y, left.rect.height] == pytest.approx([right.rect.y, right.rect.height])
    assert right.rect.x - left.rect.right == pytest.approx(desk.theme.page.gutter)
    first = {strip.text_id: strip.y for strip in reversed([i for i in piece.ingredients if isinstance(i, Strip)])}
    assert len(set(first.values())) == 1


def test_where_little_width_is_one_stands_below_the_other(desk: Desk) -> None:
    assert [len(grounds(piece)) for piece in measure(desk, [pair()], 240.0)] == [1, 1]
