"""The summary box: columns that end level, and points in the order of the outline."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.briefs import Maker, make_brief

from briefgen.content.brief import Design, List, ListItem, Summary
from briefgen.layout.blocks.summary import LOWER, summary_pieces
from briefgen.layout.items import Rule
from briefgen.layout.measuring.pieces import Strip
from briefgen.layout.measuring.text import Desk
from briefgen.problem import Problems
from briefgen.theme import make_theme
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter

SETTER = Typesetter(FontBook.load(None, None, (), Problems()), "en")


def columns_of(words: list[int], design: Design) -> dict[float, list[tuple[str, float]]]:
    """For each column, by the left edge of its texts, the words and baselines of its lines."""
    maker = Maker()
    points = tuple(ListItem(maker.id(), maker.text("•", "Lbl"), maker.text("word " * count, "LBody")) for count in words)
    summary = Summary("summary", maker.text("At a glance", "H2"), List("points", False, points))
    theme = make_theme(design)
    (piece,) = summary_pieces(Desk(make_brief((), Maker()), theme, SETTER), summary, theme.page.measure)
    ids = {point.text.id for point in points}
    found: dict[float, list[tuple[str, float]]] = {}
    for item in piece.ingredients:
        if isinstance(item, Strip) and item.text_id in ids:
            found.setdefault(round(item.x, 1), []).append((item.text_id, item.y))
    order = [id for x in sorted(found) for id, _ in found[x]]
    assert list(dict.fromkeys(order)) == [point.text.id for point in points]
    return found


@given(st.lists(st.integers(1, 40), min_size=1, max_size=7), st.sampled_from([Design(), Design(columns=1)]))
def test_columns_end_within_two_lines(words: list[int], design: Design) -> None:
    found = columns_of(words, design)
    feet = [max(y for _, y in lines) for lines in found.values()]
    assert max(feet) - min(feet) <= 2 * make_theme(design).style("summary").leading + 0.1


@pytest.mark.parametrize(
    ("words", "columns"),
    [([10], 1), ([20, 20], 2), ([20, 21, 20], 3), ([20] * 4, 2), ([40, 3, 3], 1), ([30, 2], 1), ([20, 9, 9], 1)],
)
def test_points_stand_in_the_columns_that_make_them_level(words: list[int], columns: int) -> None:
    assert len(columns_of(words, Design())) == columns


@pytest.mark.parametrize("spare", [0.0, 3.0, 9.0, 13.0])
@pytest.mark.parametrize("words", [3, 12, 30])
def test_what_rows_leave_over_is_shared_above_and_below(words: int, spare: float) -> None:
    """Rows are whole only together with those above, and the box stands LOWER points below their middle.

    Words below stand lower than their row, so to the eye the box is as far from them as from those above it.
    """
    maker = Maker()
    point = ListItem(maker.id(), maker.text("•", "Lbl"), maker.text("word " * words, "LBody"))
    summary = Summary("summary", maker.text("At a glance", "H2"), List("points", False, (point,)))
    theme = make_theme(Design())
    (piece,) = summary_pieces(Desk(make_brief((), Maker()), theme, SETTER), summary, theme.page.measure, spare)
    ground = next(item for item in piece.ingredients if isinstance(item, Rule))
    leading = theme.page.leading
    above, below = spare + ground.rect.y, piece.rows * leading - ground.rect.bottom
    overhang = theme.look.summary.overhang
    assert below == pytest.approx(max((above + below) / 2 - LOWER, -overhang))
    assert -overhang / 2 <= (above + below) / 2 < leading / 2
    assert ground.rect.y + piece.top_shift == pytest.approx(0.0)
