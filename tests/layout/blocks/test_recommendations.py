"""Recommendations that stand below each other look alike."""

import pytest
from support.briefs import Maker, make_brief

from briefgen.content.brief import Design, Fact, Recommendation, Recommendations
from briefgen.layout.blocks.recommendations import recommendation_pieces
from briefgen.layout.blocks.setting import Place
from briefgen.layout.measuring.pieces import Strip
from briefgen.layout.measuring.text import Desk
from briefgen.problem import Problems
from briefgen.theme import make_theme
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter


@pytest.fixture(scope="module")
def desk() -> Desk:
    setter = Typesetter(FontBook.load(None, None, (), Problems()), "en")
    return Desk(make_brief((), Maker()), make_theme(Design()), setter)


@pytest.mark.parametrize("width", [480.0, 230.0])
def test_the_values_of_all_facts_stand_in_one_line(desk: Desk, width: float) -> None:
    maker = Maker()
    items = []
    for number, labels in enumerate((("For",), ("By when", "Priority"), ("For", "A label that is longer"))):
        facts = tuple(Fact(maker.text(label), maker.text("value")) for label in labels)
        label = maker.text(f"Recommendation {number + 1}", "Lbl")
        items.append(Recommendation(maker.id(), label, number + 1, maker.text("Act."), facts=facts))
    values = {fact.value.id for item in items for fact in item.facts}
    pieces = recommendation_pieces(desk, Recommendations(maker.id(), None, tuple(items)), width, Place())
    strips = [item for piece in pieces for item in piece.ingredients if isinstance(item, Strip)]
    assert len([strip for strip in strips if strip.text_id in values]) == len(values)
    assert len({strip.x for strip in strips if strip.text_id in values}) == 1


def test_a_short_recommendation_takes_no_more_room_than_its_number(desk: Desk) -> None:
    """As much as one of an action and two lines more, so that the gaps below them do not differ by a row."""
    maker = Maker()
    label = maker.text("Recommendation 1", "Lbl")
    short = Recommendation(maker.id(), label, 1, maker.text("Act."))
    longer = Recommendation(maker.id(), label, 1, maker.text("Act."), maker.text("For a reason."), maker.text("See 1."))
    pieces = recommendation_pieces(desk, Recommendations(maker.id(), None, (short, longer)), 480.0, Place())
    assert [piece.rows for piece in pieces] == [4, 4]
