"""Recommendations that stand below each other look alike."""

from collections.abc import Iterable

import msgspec
import pytest
from support.briefs import Maker, make_brief

from briefgen.content.brief import ARTIFACT, Design, Fact, Recommendation, Recommendations
from briefgen.content.look import built_in
from briefgen.layout import costs
from briefgen.layout.blocks.recommendations import recommendation_pieces
from briefgen.layout.blocks.setting import Place
from briefgen.layout.fit import Levers
from briefgen.layout.items import Rule
from briefgen.layout.measuring.galley import Galley
from briefgen.layout.measuring.pieces import Piece, Strip
from briefgen.layout.measuring.text import CAPITALS, Desk
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
        label = maker.text(str(number + 1), "Lbl")
        items.append(Recommendation(maker.id(), label, number + 1, maker.text("Act."), facts=facts))
    values = {fact.value.id for item in items for fact in item.facts}
    pieces = recommendation_pieces(desk, Recommendations(maker.id(), None, tuple(items)), width, Place())
    strips = [item for piece in pieces for item in piece.ingredients if isinstance(item, Strip)]
    assert len([strip for strip in strips if strip.text_id in values]) == len(values)
    assert len({strip.x for strip in strips if strip.text_id in values}) == 1


def recommendations(reason: str = "", numbers: Iterable[int] = (1, 10)) -> Recommendations:
    maker = Maker()
    facts = tuple(Fact(maker.text(label), maker.text("value")) for label in ("For", "By when"))
    why = maker.text(reason) if reason else None
    labels = [(number, maker.text(str(number), "Lbl")) for number in numbers]
    items = [Recommendation(maker.id(), label, n, maker.text("Act."), why, facts=facts) for n, label in labels]
    return Recommendations(maker.id(), None, tuple(items))


def strips_of(pieces: tuple[Piece, ...]) -> list[Strip]:
    return [item for piece in pieces for item in piece.ingredients if isinstance(item, Strip)]


@pytest.mark.parametrize("design", [Design(), Design(paper="letter"), Design(columns=1), Design(paper="letter", columns=1)])
def test_across_a_page_reasons_have_a_readable_width_and_facts_a_column(desk: Desk, design: Design) -> None:
    own = desk.with_theme(make_theme(design))
    width = own.theme.page.measure
    block = recommendations("So it is. " * 40)
    lines = strips_of(recommendation_pieces(own, block, width, Place()))
    for item in block.items:
        assert item.rationale
        reasons = [strip for strip in lines if strip.text_id == item.rationale.id]
        assert min(strip.line.measure for strip in reasons) >= 270
        ends = max(strip.x + strip.line.width for strip in reasons)
        starts = [strip.x for strip in lines if strip.text_id in {fact.label.id for fact in item.facts}]
        assert min(starts) > ends


def test_with_little_to_say_numerals_are_smaller_and_rows_lower(desk: Desk) -> None:
    sizes, rows = [], []
    for reason in ("", "So it is."):
        block = recommendations(reason)
        pieces = recommendation_pieces(desk, block, 480.0, Place())
        first = next(strip for strip in strips_of(pieces) if strip.text_id == block.items[0].label.id)
        sizes.append(first.line.runs[0].size)
        rows.append(pieces[0].rows)
    assert sizes[0] < sizes[1]
    assert rows[0] <= 3


@pytest.mark.parametrize("fit", [Levers(), Levers(compact=True)])
@pytest.mark.parametrize("width", [480.0, 230.0])
def test_numerals_hang_and_a_rule_closes_the_list(desk: Desk, fit: Levers, width: float) -> None:
    own = Desk(desk.brief, desk.theme, desk.typesetter, fit)
    block = recommendations("So it is.")
    pieces = recommendation_pieces(own, block, width, Place())
    lines = strips_of(pieces)
    numerals = {item.label.id for item in block.items}
    right = max(strip.x + strip.line.width for strip in lines if strip.text_id in numerals)
    assert all(strip.x > right for strip in lines if strip.text_id not in numerals and strip.role != ARTIFACT)
    (action, *_), (numeral, *_) = (
        [strip for strip in lines if strip.text_id == text.id] for text in (block.items[0].action, block.items[0].label)
    )
    heads = [strip.y - max(run.size for run in strip.line.runs) * CAPITALS for strip in (action, numeral)]
    assert heads[0] == pytest.approx(heads[1], abs=0.01)
    stands = Galley(pieces).stack(0, len(pieces)).stands
    below = [(stand.top * own.leading, item) for stand in stands for item in stand.piece.ingredients]
    rules = [top + item.rect.y for top, item in below if isinstance(item, Rule)]
    assert len(rules) == 3
    assert rules[2] > max(top + item.y for top, item in below if isinstance(item, Strip))


@pytest.mark.parametrize("fit", [Levers(), Levers(compact=True)])
def test_a_row_let_in_above_each_is_let_in_above_the_closing_rule_too(desk: Desk, fit: Levers) -> None:
    own = Desk(desk.brief, desk.theme, desk.typesetter, fit)
    _, *others = recommendation_pieces(own, recommendations("So it is."), 480.0, Place())
    assert [(piece.rows > 0, piece.elastic) for piece in others] == [(True, "series"), (False, "series")]


@pytest.mark.parametrize("fit", [Levers(), Levers(compact=True)])
def test_neither_the_first_recommendation_nor_the_last_stands_alone(desk: Desk, fit: Levers) -> None:
    """And of many not two: the demerits of a page's end after each but the last."""
    own = Desk(desk.brief, desk.theme, desk.typesetter, fit)
    lone, few = costs.LONE_ADVICE, costs.FEW_ADVICE
    for expected in ([lone], [lone, lone], [lone, 0, 0, lone], [lone, few, 0, few, lone], [lone, few, 0, 0, 0, few, lone]):
        block = recommendations("So it is.", range(1, len(expected) + 2))
        pieces = recommendation_pieces(own, block, 480.0, Place())
        assert [piece.page_break_cost for piece in pieces[: len(expected)]] == expected
        assert not any(piece.page_break_cost for piece in pieces[len(expected) :])


@pytest.mark.parametrize("fit", [Levers(), Levers(compact=True)])
@pytest.mark.parametrize("rows", [1, 2])
def test_of_what_is_let_in_each_recommendation_has_half_above_its_texts(desk: Desk, fit: Levers, rows: int) -> None:
    """Its rule stays where it is: no other white grows, and that is the same above and below all of them."""
    own = Desk(desk.brief, desk.theme, desk.typesetter, fit)
    block = recommendations("So it is.", (1, 2, 3))
    pieces = recommendation_pieces(own, block, 480.0, Place())
    galley = Galley(pieces)
    before, after = galley.stack(0, 4).stands, galley.stack(0, 4, 3 * rows).stands
    assert [stand.sunk for stand in before] == [0.0] * 4
    assert [stand.sunk for stand in after] == [rows / 2] * 3 + [0.0]
    moved = [stand.top - other.top for stand, other in zip(after, before, strict=True)]
    assert moved == pytest.approx([0, rows, 2 * rows, 3 * rows])
    for piece in pieces[:3]:
        assert isinstance(piece.ingredients[piece.sinks - 1], Rule)
        assert not any(isinstance(item, Rule) for item in piece.ingredients[piece.sinks :])


def test_a_long_word_of_a_fact_has_a_column_that_holds_it(desk: Desk) -> None:
    maker = Maker()
    fact = Fact(maker.text("For"), maker.text("Landwirtschaftskammerpräsidentin"))
    item = Recommendation("r", maker.text("1", "Lbl"), 1, maker.text("Act."), maker.text("So it is."), facts=(fact,))
    strips = strips_of(recommendation_pieces(desk, Recommendations("rs", None, (item,)), 480.0, Place()))
    (value,) = [strip for strip in strips if strip.text_id == fact.value.id]
    assert value.line.width > 480 * desk.look.recommendation.facts - 40
    assert not value.flaws


@pytest.mark.parametrize(
    ("width", "value", "lines", "reasons"),
    [
        (480.0, "SEDENA, National Guard", 1, 270),
        (480.0, "Hospital trust, County and Council of the whole province", 3, 270),
        (430.0, "2027, with the first meters", 1, 210),  # the reasons keep 45 characters, and the date its line
        (350.0, "2027, with the first meters", 2, 200),
    ],
)
def test_a_fact_stands_in_one_line_where_its_column_may_be_as_wide(
    desk: Desk, width: float, value: str, lines: int, reasons: float
) -> None:
    maker = Maker()
    fact = Fact(maker.text("By when"), maker.text(value))
    item = Recommendation("r", maker.text("1", "Lbl"), 1, maker.text("Act."), maker.text("So it is. " * 20), facts=(fact,))
    strips = strips_of(recommendation_pieces(desk, Recommendations("rs", None, (item,)), width, Place()))
    assert len([strip for strip in strips if strip.text_id == fact.value.id]) == lines
    assert item.rationale
    assert min(strip.line.measure for strip in strips if strip.text_id == item.rationale.id) >= reasons


@pytest.mark.parametrize("fit", [Levers(), Levers(compact=True)])
@pytest.mark.parametrize("look", ["modules", "band", "plate", "blocks", "paper"])
def test_an_action_of_two_lines_is_not_set_solid(desk: Desk, fit: Levers, look: str) -> None:
    """Its first line stands on that of the facts beside it, the second at least a fifth more than its size below."""
    own = Desk(desk.brief, make_theme(Design(look=built_in(look))), desk.typesetter, fit)
    block = recommendations("So it is.", (1,))
    item = msgspec.structs.replace(
        block.items[0], action=Maker().text("Register all wells in a year, and close others. " * 2)
    )
    (piece, *_) = recommendation_pieces(own, msgspec.structs.replace(block, items=(item,)), 480.0, Place())
    strips = [strip for strip in piece.ingredients if isinstance(strip, Strip)]
    first, second = [strip for strip in strips if strip.text_id == item.action.id and strip.role == item.action.role][:2]
    size = max(run.size for run in first.line.runs)
    assert second.y - first.y >= 1.2 * size - 0.01
    facts = [strip.y for strip in strips if strip.text_id == item.facts[0].value.id]
    assert first.y == pytest.approx(facts[0], abs=0.01)


def test_a_compact_action_has_smaller_type_rather_than_higher_lines(desk: Desk) -> None:
    """Where the grid is closer, too: a brief that is short of room would lose the row that it has been given."""
    theme = make_theme(Design(), leading_factor=0.92)
    own = Desk(desk.brief, theme, desk.typesetter, Levers(compact=True, leading=0.92))
    block = recommendations("So it is.", (1,))
    item = msgspec.structs.replace(block.items[0], action=Maker().text("Register all wells this year, and others. " * 3))
    (piece, *_) = recommendation_pieces(own, msgspec.structs.replace(block, items=(item,)), 480.0, Place())
    strips = [strip for strip in piece.ingredients if isinstance(strip, Strip)]
    first, second = [strip for strip in strips if strip.text_id == item.action.id and strip.role == item.action.role][:2]
    size = max(run.size for run in first.line.runs)
    assert second.y - first.y == pytest.approx(own.leading * own.look.compact.leading)
    assert second.y - first.y >= own.look.recommendation.action_leading * size - 0.01
