"""The compact and airy forms: how much lower and higher, and that nothing is lost or overlaps in any of them."""

from collections.abc import Sequence
from itertools import pairwise
from math import ceil

import msgspec
import pytest
from support.briefs import Maker, make_brief, random_brief

from briefgen.content.brief import Design, Fact, Finding, Findings, Recommendation, Recommendations
from briefgen.content.reading import texts_of
from briefgen.layout.blocks import measure
from briefgen.layout.blocks.closing import closing_segment
from briefgen.layout.drawing.pages import Board
from briefgen.layout.fit import Levers
from briefgen.layout.items import Pages
from briefgen.layout.measuring.galley import Galley
from briefgen.layout.measuring.pieces import Piece, Strip
from briefgen.layout.measuring.text import Desk
from briefgen.layout.planning.draft import make_draft, with_quotes
from briefgen.layout.proof.verify import verify, words_of
from briefgen.problem import Problems
from briefgen.theme import make_theme
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter

USUAL, COMPACT, AIRY = Levers(), Levers(compact=True), Levers(airy=True)
FITS = [COMPACT, AIRY, Levers(compact=True, spaces=0.75, figures=0.92), Levers(airy=True, spaces=1.25)]


@pytest.fixture(scope="module")
def setter() -> Typesetter:
    return Typesetter(FontBook.load(None, None, (), Problems()), "en-GB")


def desk(setter: Typesetter, fit: Levers) -> Desk:
    return Desk(make_brief((), Maker()), make_theme(Design()), setter, fit)


def height(pieces: Sequence[Piece]) -> int:
    return Galley(pieces).feet[-1]


def recommendations(count: int) -> Recommendations:
    maker = Maker()
    items = []
    for number in range(1, count + 1):
        facts = tuple(Fact(maker.text(label), maker.text(value)) for label, value in (("For", "Parliament"), ("By", "2027")))
        label = maker.text(str(number), "Lbl")
        action = maker.text("Base operations on intelligence, and intelligence on the trust of communities.")
        reason = maker.text("Local cooperation is essential for it, and the present approach spends it.")
        items.append(
            Recommendation(maker.id(), label, number, action, reason, maker.text("Addresses finding 2"), facts=facts)
        )
    return Recommendations(maker.id(), None, tuple(items))


def findings(count: int) -> Findings:
    maker = Maker()
    items = []
    for number in range(1, count + 1):
        texts = [maker.text(words) for words in (str(number), "It is so", "As was seen", "Confidence: high")]
        items.append(Finding(maker.id(), texts[0], number, texts[1], texts[2], texts[3], maker.text("Answered by 1")))
    return Findings(maker.id(), tuple(items))


@pytest.mark.parametrize("count", [1, 4, 9])
def test_recommendations_are_a_tenth_lower_in_compact_and_a_row_higher_in_airy_form(count: int, setter: Typesetter) -> None:
    usual, compact, airy = (
        height(measure(desk(setter, fit), [recommendations(count)], 479.0)) for fit in (USUAL, COMPACT, AIRY)
    )
    assert compact <= ceil(0.9 * usual)
    assert airy == usual + count


def test_findings_have_more_space_above_them_in_airy_form(setter: Typesetter) -> None:
    usual, compact, airy = (height(measure(desk(setter, fit), [findings(5)], 229.0)) for fit in (USUAL, COMPACT, AIRY))
    assert compact <= usual
    assert airy == usual + 4  # none is higher than a row more, and the first stands at the head


def test_the_closing_panel_is_lower_and_higher(setter: Typesetter) -> None:
    brief = make_brief((), Maker())
    assert brief.back
    heights = []
    for fit in (COMPACT, USUAL, AIRY):
        segment = closing_segment(desk(setter, fit), brief.back, 479.0)
        heights.append(height(segment.pieces) * segment.leading + 2 * segment.padding)
    assert heights[0] < 0.92 * heights[1]
    assert heights[2] > 1.05 * heights[1]


def test_headings_of_the_closing_panel_have_one_form(setter: Typesetter) -> None:
    back = make_brief((), Maker()).back
    assert back
    assert back.notes_heading
    for given in (back, msgspec.structs.replace(back, notes=(), notes_heading=None)):
        pieces = closing_segment(desk(setter, COMPACT), given, 479.0).pieces
        lines = [{item.text_id for item in piece.ingredients if isinstance(item, Strip)} for piece in pieces]
        headings = {entry.heading.id for entry in given.entries if entry.heading}
        assert headings
        run_in = {len(line) > 1 for line in lines if line & headings}  # with the first words of their texts
        assert run_in == {given.notes_heading is None}


def test_compact_recommendations_stand_below_each_other_without_a_gap_or_an_overlap(setter: Typesetter) -> None:
    own = desk(setter, COMPACT)
    pieces = measure(own, [recommendations(7)], 479.0)
    for start in (0, 3):
        tops, feet = [], []
        for stand in Galley(pieces).stack(start, len(pieces)).stands:
            strips = [item.y for item in stand.piece.ingredients if isinstance(item, Strip)]
            if strips:  # the last piece is the closing rule
                tops.append(stand.top * own.leading)
                feet.append(stand.top * own.leading + max(strips))
        gaps = {round(top - foot, 1) for top, foot in zip(tops[1:], feet[:-1], strict=True)}
        assert len(gaps) == 1
        assert 5.0 < gaps.pop() < 10.0
        assert feet[-1] <= Galley(pieces).rows(start, len(pieces)) * own.leading


@pytest.mark.parametrize("count", [4, 10, 17])
def test_any_part_of_compact_recommendations_takes_a_spare_row_and_no_more(count: int, setter: Typesetter) -> None:
    """What a part has not needed of the spare rows of all would be white at the foot of its column."""
    own = desk(setter, COMPACT)
    pieces = measure(own, [recommendations(count)], 479.0)
    galley = Galley(pieces)
    [*whole, rule] = galley.stack(0, len(pieces)).stands
    item = (rule.top - whole[0].top) / count
    for start in range(count):
        for stop in range(start + 1, count):
            assert (stop - start) * item <= galley.rows(start, stop) < (stop - start) * item + 2


def test_no_gap_in_a_line_of_facts_looks_like_one_between_columns(setter: Typesetter) -> None:
    """Poppler takes what is wider than 0.7 of the type's size for the gap between two columns, and reads down these."""
    pieces = measure(desk(setter, COMPACT), [recommendations(3)], 330.0)  # too narrow for a column of facts
    seen = 0
    for piece in pieces[:-1]:
        strips = [item for item in piece.ingredients if isinstance(item, Strip)]
        foot = max(strip.y for strip in strips)
        line = sorted((strip for strip in strips if strip.y == foot), key=lambda strip: strip.x)
        for one, other in pairwise(line):
            seen += 1
            assert other.x - (one.x + one.line.width) < 0.7 * one.line.runs[0].size
    assert seen == 18


@pytest.mark.parametrize("fit", FITS, ids=str)
@pytest.mark.parametrize("seed", range(8))
def test_nothing_is_lost_and_nothing_overlaps_in_any_form(seed: int, fit: Levers, setter: Typesetter) -> None:
    brief = random_brief(seed)
    layout = with_quotes(make_draft(brief, setter, fit))
    pages = Board(layout.desk, layout.planner, layout.beside).draw(layout.sheets)
    whole = Pages(pages, (), layout.theme.page.name, layout.theme.page)
    problems = Problems()
    verify(whole, layout.theme.page, brief, problems)
    assert [problem.message for problem in problems.sorted()] == []
    placed = words_of(whole)
    assert all("".join(placed.get(text.id, "").split()) == "".join(text.plain.split()) for text in texts_of(brief))


def test_compact_recommendations_keep_the_form_of_the_others(setter: Typesetter) -> None:
    """Facts stand in the same column, their values in the same line."""
    starts = []
    for fit in (USUAL, COMPACT):
        block = recommendations(2)
        strips = [
            item
            for piece in measure(desk(setter, fit), [block], 479.0)
            for item in piece.ingredients
            if isinstance(item, Strip)
        ]
        facts = [fact for item in block.items for fact in item.facts]
        ids = [{fact.label.id for fact in facts}, {fact.value.id for fact in facts}]
        starts.append([{item.x for item in strips if item.text_id in each} for each in ids])
    assert starts[0] == starts[1]
    assert [len(each) for each in starts[0]] == [1, 1]
