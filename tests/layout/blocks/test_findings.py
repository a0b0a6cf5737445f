"""Findings: numerals that hang, and dots that say how sure a finding is."""

from itertools import pairwise

import msgspec
import pytest
from support.briefs import Maker, make_brief

from briefgen.content.brief import Finding, Findings, Heading
from briefgen.layout import costs
from briefgen.layout.blocks.findings import LONGEST, finding_pieces, stands_in_grid
from briefgen.layout.blocks.setting import Place
from briefgen.layout.items import Path, Rule
from briefgen.layout.measuring.pieces import FORBIDDEN, Strip
from briefgen.layout.measuring.text import Desk
from briefgen.layout.proof.verify import DESCENT
from briefgen.problem import Problems
from briefgen.theme import make_theme
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter


@pytest.fixture(scope="module")
def desk() -> Desk:
    brief = make_brief((), Maker())
    return Desk(brief, make_theme(brief.design), Typesetter(FontBook.load(None, None, (), Problems()), "en"))


def finding(certainty: int, answered: str = "Answered by recommendation 1") -> Finding:
    maker = Maker()
    texts = [maker.text(words) for words in ("1", "It is so", "As was seen " * 9, "Confidence: high", answered)]
    return Finding("f", texts[0], 1, texts[1], texts[2], texts[3], texts[4], certainty)


def test_rows_of_a_grid_begin_on_one_line(desk: Desk) -> None:
    look = msgspec.structs.replace(desk.look, finding=msgspec.structs.replace(desk.look.finding, grid=3))
    own = desk.with_theme(msgspec.structs.replace(desk.theme, look=look))
    items = []
    for number, evidence in enumerate(("Short.", "Long. " * 40, "Short.")):
        made, maker = finding(number), Maker()
        maker.count = 100 + 10 * number
        items.append(msgspec.structs.replace(made, statement=maker.text("It is so"), evidence=maker.text(evidence)))
    assert not stands_in_grid(own, Findings("fs", tuple(items[:2])))
    first, second = finding_pieces(own, Findings("fs", tuple(items)), 480.0, Place())
    tops = {strip.text_id: (strip.x, strip.y) for strip in first.ingredients if isinstance(strip, Strip)}
    left, right = tops["t101"], tops["t111"]
    assert right[1] == left[1]
    assert right[0] - left[0] == pytest.approx((480 + own.theme.page.gutter) / 2)
    assert first.rows > second.rows


def test_a_finding_left_over_in_a_grid_stands_across_the_page(desk: Desk) -> None:
    """Below one rule, all its texts at one edge, in lines that are no longer than those of one column."""
    look = msgspec.structs.replace(desk.look, finding=msgspec.structs.replace(desk.look.finding, grid=3))
    own = desk.with_theme(msgspec.structs.replace(desk.theme, look=look))
    first, last = finding_pieces(own, Findings("fs", (finding(1), finding(1), finding(1))), 480.0, Place())
    assert [rule.rect.width for rule in last.ingredients if isinstance(rule, Rule)] == [480.0]
    left = next(strip.x for strip in first.ingredients if isinstance(strip, Strip) and strip.text_id == "t2")
    texts = [strip for strip in last.ingredients if isinstance(strip, Strip) and strip.text_id in ("t2", "t3")]
    assert {strip.x for strip in texts} == {left}
    longest = LONGEST * own.theme.style("evidence").size
    assert (480.0 - own.theme.page.gutter) / 2 < max(strip.line.measure for strip in texts) == pytest.approx(longest)
    assert last.rows < first.rows


@pytest.mark.parametrize("grid", [0, 2])
def test_small_lines_of_all_findings_are_set_alike(desk: Desk, grid: int) -> None:
    """Beside each other where those of all have room for it, smaller if need be; else all below each other."""
    look = msgspec.structs.replace(desk.look, finding=msgspec.structs.replace(desk.look.finding, grid=grid))
    own = desk.with_theme(msgspec.structs.replace(desk.theme, look=look))
    forms = []
    for answered in ("Answered by 2", "Answered by recommendations 1, 2", "Answered by recommendations 6, 7 and 10"):
        items = (finding(1, "Answered by 1"), finding(2, answered))
        lines: dict[tuple[int, float, bool], set[str]] = {}
        sizes = set()
        for number, piece in enumerate(finding_pieces(own, Findings("fs", items), 480.0 if grid else 228.0, Place())):
            for item in piece.ingredients:
                if isinstance(item, Strip) and item.text_id in ("t4", "t5"):
                    lines.setdefault((number, item.y, item.x > 240.0), set()).add(item.text_id)
                    sizes |= {run.size for run in item.line.runs}
        (size,) = sizes
        forms.append(({len(ids) for ids in lines.values()}, size < own.theme.style("meta").size))
    assert forms == [({2}, False), ({2}, True), ({1}, False)]


def test_neither_the_first_finding_nor_the_last_stands_alone(desk: Desk) -> None:
    """Neither in a column, where two findings may stand side by side, nor on a page: the demerits of ends after each."""
    found = []
    for count in (2, 3, 6):
        items = [msgspec.structs.replace(finding(0), id=f"f{number}") for number in range(count)]
        pieces = finding_pieces(desk, Findings("fs", tuple(items)), 230.0, Place())
        ends = [piece for piece, other in pairwise(pieces) if other.elastic == "finding"]
        found.append([(piece.break_cost, piece.page_break_cost) for piece in ends])
    within, page, few = costs.LONE_FINDING, costs.LONE_ADVICE, costs.FEW_ADVICE
    assert found[0] == [(0, page)]
    assert found[1] == [(within, page)] * 2
    assert found[2] == [(within, page), (0, few), (0, 0), (0, few), (within, page)]


def test_a_finding_is_rather_cut_nowhere_and_least_by_a_page(desk: Desk) -> None:
    """More within its evidence than after it, which is held to the line below it."""
    pieces = finding_pieces(desk, Findings("fs", (finding(1), finding(1), finding(1))), 190.0, Place())
    lines = [
        piece
        for piece in pieces
        if any(isinstance(item, Strip) and item.text_id == "t3" for item in piece.ingredients)
        and piece.break_cost < FORBIDDEN
    ]
    assert lines
    assert all(piece.break_cost >= costs.IN_ADVICE for piece in lines)
    assert all(piece.page_break_cost >= costs.PAGE_ADVICE for piece in lines)


def test_no_finding_of_a_grid_stands_alone_on_its_page(desk: Desk) -> None:
    """The last row of an odd number is one finding; where rows hold two, as few as that are many's last."""
    look = msgspec.structs.replace(desk.look, finding=msgspec.structs.replace(desk.look.finding, grid=3))
    own = desk.with_theme(msgspec.structs.replace(desk.theme, look=look))
    for count, expected in ((3, [costs.LONE_ADVICE]), (4, [0]), (5, [0, costs.LONE_ADVICE]), (6, [costs.FEW_ADVICE] * 2)):
        items = tuple([msgspec.structs.replace(finding(0), id=f"f{number}") for number in range(count)])
        *pieces, last = finding_pieces(own, Findings("fs", items), 480.0, Place())
        assert [piece.page_break_cost for piece in pieces] == expected
        assert last.page_break_cost == 0


@pytest.mark.parametrize("certainty", [0, 1, 2, 3])
def test_as_many_dots_are_filled_as_a_finding_is_sure(desk: Desk, certainty: int) -> None:
    pieces = finding_pieces(desk, Findings("fs", (finding(certainty),)), 230.0, Place())
    dots = [item for piece in pieces for item in piece.ingredients if isinstance(item, Path)]
    assert [dot.fill is not None for dot in dots] == [number < certainty for number in range(3 if certainty else 0)]
    words = [item for piece in pieces for item in piece.ingredients if isinstance(item, Strip) and item.text_id == "t4"]
    assert all(dot.rect.right < words[0].x for dot in dots)


def test_texts_stand_in_from_the_widest_numeral(desk: Desk) -> None:
    first = finding(3)
    tenth = msgspec.structs.replace(
        first, id="g", label=msgspec.structs.replace(first.label, spans=Maker().text("10").spans)
    )
    pieces = finding_pieces(desk, Findings("fs", (first, tenth)), 230.0, Place())
    lines = [item for piece in pieces for item in piece.ingredients if isinstance(item, Strip)]
    assert len({line.x for line in lines if line.text_id in ("t2", "t3")}) == 1
    assert max(line.x + line.line.width for line in lines if line.text_id == "t1") < min(
        line.x for line in lines if line.text_id == "t2"
    )


@pytest.mark.parametrize("width", [150.0, 185.0, 240.0, 320.0])
def test_evidence_in_short_lines_is_ragged(desk: Desk, width: float) -> None:
    made = finding(0, "")
    maker = Maker()
    maker.count = 100
    evidence = maker.text("The wells of the district were drawn down by many who had no licence. " * 3)
    pieces = finding_pieces(desk, Findings("fs", (msgspec.structs.replace(made, evidence=evidence),)), width, Place())
    strips = [
        item for piece in pieces for item in piece.ingredients if isinstance(item, Strip) and item.text_id == evidence.id
    ]
    lines = [item.line for item in strips]
    filled = all(line.width == pytest.approx(line.measure, abs=3.0) for line in lines[:-1])
    assert filled == (lines[0].measure >= 190.0)


@pytest.mark.parametrize("words", ["As was seen in many places, and again later. " * 4, f"As {'w' * 25} and {'m' * 20} "])
def test_one_finding_that_no_line_fills_makes_the_evidence_of_all_ragged(desk: Desk, words: str) -> None:
    maker = Maker()
    maker.count = 100
    items = (finding(1), msgspec.structs.replace(finding(2), evidence=maker.text(words * 2)))
    pieces = finding_pieces(desk, Findings("fs", items), 260.0, Place())
    shown = [item.line for piece in pieces for item in piece.ingredients if isinstance(item, Strip) and item.text_id == "t3"]
    filled = all(line.width == pytest.approx(line.measure) for line in shown[:-1])
    assert len(shown) > 1
    assert filled == (len(words) > 100)


@pytest.mark.parametrize(("width", "lines"), [(330.0, 1), (150.0, 2)])
def test_what_answers_a_finding_stands_behind_an_arrow_where_the_look_wants_marks(
    desk: Desk, width: float, lines: int
) -> None:
    look = msgspec.structs.replace(desk.look, finding=msgspec.structs.replace(desk.look.finding, links="marks"))
    own = desk.with_theme(msgspec.structs.replace(desk.theme, look=look))
    pieces = finding_pieces(own, Findings("fs", (finding(0, "Recommendation 1"),)), width, Place())
    (small,) = [piece for piece in pieces if any(isinstance(item, Path) for item in piece.ingredients)]
    shaft, head = [item for item in small.ingredients if isinstance(item, Path)]
    words = [item for item in small.ingredients if isinstance(item, Strip)]
    assert len(words) == 3 - lines
    assert shaft.rect.right == pytest.approx(head.rect.right)
    assert shaft.rect.width == pytest.approx(look.finding.arrow)
    assert shaft.rect.right < words[-1].x


def test_the_numeral_of_a_single_line_ends_within_it(desk: Desk) -> None:
    bare = msgspec.structs.replace(finding(0), evidence=None, confidence=None, answered=None)
    (piece,) = finding_pieces(desk, Findings("fs", (bare,)), 230.0, Place())
    (numeral,) = [item for item in piece.ingredients if isinstance(item, Strip) and item.text_id == bare.label.id]
    assert numeral.y + DESCENT * numeral.line.runs[0].size <= piece.rows * desk.leading


@pytest.mark.parametrize("grid", [0, 2])
def test_no_rule_stands_right_below_the_bar_of_a_heading(desk: Desk, grid: int) -> None:
    look = msgspec.structs.replace(desk.look, finding=msgspec.structs.replace(desk.look.finding, grid=grid))
    place = Place(before=Heading(Maker().text("Findings", "H2"), 1))
    for variant, ruled in (("bar", False), ("rule", True)):
        heading = msgspec.structs.replace(look.heading, variant=variant)
        theme = msgspec.structs.replace(desk.theme, look=msgspec.structs.replace(look, heading=heading))
        own = desk.with_theme(theme)
        first, *rest = finding_pieces(own, Findings("fs", (finding(1), finding(2), finding(3))), 480.0, place)
        assert any(isinstance(item, Rule) for item in first.ingredients) == ruled
        assert any(isinstance(item, Rule) for piece in rest for item in piece.ingredients)
