"""Large figures: rows as equal as their number allows, smaller type before more rows, never torn apart."""

import pytest
from support.briefs import Maker, make_brief

from briefgen.content.brief import Design, Stat, Stats
from briefgen.layout.blocks import Place
from briefgen.layout.blocks.stats import stat_pieces
from briefgen.layout.items import Rule
from briefgen.layout.measuring.pieces import Strip
from briefgen.layout.measuring.text import Desk
from briefgen.layout.proof.verify import DESCENT
from briefgen.problem import Problems
from briefgen.theme import make_theme
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter

COLUMN, PAGE = 229.0, 479.0


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk(make_brief((), Maker()), make_theme(Design()), Typesetter(FontBook.load(None, None, (), Problems()), "en"))


def rows_of(desk: Desk, values: list[str], width: float) -> tuple[list[int], float]:
    """How many figures stand in each row, and the size of their type."""
    maker = Maker()
    stats = tuple(Stat(maker.id(), maker.text(value), maker.text("of them")) for value in values)
    (piece,) = stat_pieces(desk, Stats(maker.id(), stats), width, Place())
    tops = [round(item.rect.y, 2) for item in piece.ingredients if isinstance(item, Rule)]
    sizes = {run.size for item in piece.ingredients if isinstance(item, Strip) for run in item.line.runs}
    return [tops.count(top) for top in sorted(set(tops))], max(sizes)


@pytest.mark.parametrize(
    ("count", "width", "rows"),
    [
        (1, COLUMN, [1]),
        (2, COLUMN, [2]),
        (3, COLUMN, [3]),
        (4, COLUMN, [2, 2]),
        (5, COLUMN, [3, 2]),
        (6, COLUMN, [3, 3]),
        (7, COLUMN, [3, 2, 2]),
        (8, COLUMN, [3, 3, 2]),
        (4, PAGE, [4]),
        (5, PAGE, [5]),
        (6, PAGE, [6]),
        (7, PAGE, [4, 3]),
        (8, PAGE, [4, 4]),
    ],
)
def test_rows_are_as_equal_as_their_number_allows(count: int, width: float, rows: list[int], desk: Desk) -> None:
    assert rows_of(desk, ["48"] * count, width)[0] == rows


def test_smaller_type_comes_before_more_rows(desk: Desk) -> None:
    large, small = rows_of(desk, ["48", "17", "3"], COLUMN), rows_of(desk, ["4,532", "1,120", "€640"], COLUMN)
    assert large[0] == small[0] == [3]
    assert small[1] < large[1]
    assert rows_of(desk, ["1,234,567", "2,345,678", "345,678"], COLUMN)[0] != [3]


def test_a_figure_too_wide_for_any_place_stands_in_a_row_of_its_own(desk: Desk) -> None:
    assert rows_of(desk, ["12,345,678,901,234", "2"], COLUMN)[0] == [1, 1]


def test_the_labels_of_a_row_stand_on_one_line(desk: Desk) -> None:
    maker = Maker()
    stats = tuple(Stat(maker.id(), maker.text("48"), maker.text(label)) for label in ("of them", "of the others who came"))
    (piece,) = stat_pieces(desk, Stats(maker.id(), stats), COLUMN, Place())
    firsts: dict[str, float] = {}
    for item in piece.ingredients:
        if isinstance(item, Strip):
            firsts.setdefault(item.text_id, item.y)
    assert len({round(firsts[stat.label.id], 2) for stat in stats}) == 1


def test_three_that_no_row_holds_have_their_labels_beside_them(desk: Desk) -> None:
    maker = Maker()
    labels = ["of the quota", "harbours no longer land cod at all", "years that pass until the last of the lines ends " * 5]
    stats = tuple(
        Stat(maker.id(), maker.text(value), maker.text(label))
        for value, label in zip(["1,234,567", "17 of 43", "58"], labels, strict=True)
    )
    (piece,) = stat_pieces(desk, Stats(maker.id(), stats), COLUMN, Place())
    rules = [item.rect for item in piece.ingredients if isinstance(item, Rule)]
    assert [round(rect.width, 2) for rect in rules] == [COLUMN] * 3
    feet = [*(rect.y for rect in rules[1:]), piece.rows * desk.leading]
    for stat, rule, foot in zip(stats, rules, feet, strict=True):
        strips = [item for item in piece.ingredients if isinstance(item, Strip)]
        (figure,) = [strip for strip in strips if strip.text_id == stat.value.id]
        said = [strip for strip in strips if strip.text_id == stat.label.id]
        assert all(rule.y < strip.y <= foot - DESCENT * strip.line.runs[0].size for strip in (figure, *said))
        assert all(strip.x > figure.x + figure.line.width for strip in said)
        if len(said) < 3:
            assert (said[0].y + said[-1].y) / 2 < figure.y


def test_a_label_stands_clear_of_the_comma_of_its_figure(desk: Desk) -> None:
    """All labels of a row stand lower for the comma of one; for digits alone they do not."""
    gaps = []
    for value in ("4532", "4,532"):
        maker = Maker()
        stats = tuple(Stat(maker.id(), maker.text(each), maker.text("of them")) for each in (value, "12"))
        (piece,) = stat_pieces(desk, Stats(maker.id(), stats), COLUMN, Place())
        ys = sorted({strip.y for strip in piece.ingredients if isinstance(strip, Strip)})
        assert len(ys) == 2
        gaps.append(ys[1] - ys[0])
    assert 1.0 < gaps[1] - gaps[0] < 6.0
