"""Where words of charts stand: with letters that are all one em wide, on generated data."""

import itertools
import os

import pytest
from support.plots import KINDS, EmTexts, faults, random_plot

from briefgen.charting.board import box_of
from briefgen.charting.draw import draw_chart
from briefgen.charting.plot import Annotation, Area, Disc, Line, Plot, Series, Words

# each seed is a data set; more of them by hand: CHARTS=1000 pytest tests/charting/test_layout.py
SETS = int(os.environ.get("CHARTS", "220"))
PER_TEST = 20


@pytest.mark.parametrize("first", range(0, SETS, PER_TEST))
def test_no_words_lie_over_anything(first: int) -> None:
    for seed in range(first, min(SETS, first + PER_TEST)):
        plot, width = random_plot(seed)
        picture = draw_chart(plot, width, 600.0, EmTexts())
        found = faults(picture)
        assert not found, (seed, plot.kind, width, found[:3])


def test_every_kind_is_among_them() -> None:
    assert {random_plot(seed)[0].kind for seed in range(SETS)} == set(KINDS)


def written(plot: Plot, width: float = 232.0) -> list[str]:
    return [mark.label for mark in draw_chart(plot, width, 600.0, EmTexts()).marks if isinstance(mark, Words)]


def test_years_have_no_decimals_and_no_groups() -> None:
    plot = Plot("line", ("2022", "2023", "2024"), (2022.0, 2023.0, 2024.0), (Series("y", (1.0, 2.0, 3.0)),), "year")
    assert [label for label in written(plot) if label.startswith("20")] == ["2022", "2023", "2024"]


def test_values_in_stacks_keep_their_signs_and_shares_are_shares() -> None:
    series = (Series("a", (30.0,)), Series("b", (-10.0,)))
    plot = Plot("bar", ("x",), (0.0,), series, arrangement="stacked")
    assert {"30", "-10"} <= {*written(plot)}
    whole = (Series("a", (30.0,)), Series("b", (10.0,)))
    assert {"75", "25"} <= {*written(Plot("bar", ("x",), (0.0,), whole, arrangement="share"))}


def test_exact_places() -> None:
    """Three columns in 232 points: no axis of values, bands of 77 1/3 points, values over the columns, labels below."""
    plot = Plot("column", ("a", "b", "c"), (0.0, 1.0, 2.0), (Series("y", (0.0, 5.0, 10.0)),))
    picture = draw_chart(plot, 232.0, 600.0, EmTexts())
    words = {mark.label: mark for mark in picture.marks if isinstance(mark, Words)}
    assert [words[label].x for label in "abc"] == pytest.approx([38.667, 116.0, 193.333], abs=0.001)
    areas = [mark for mark in picture.marks if isinstance(mark, Area)]
    tall, half = areas[2], areas[1]
    assert tall.points[2][0] - tall.points[0][0] == pytest.approx(34.0)  # SLIM
    heights = [mark.points[2][1] - mark.points[0][1] for mark in areas]
    assert heights == pytest.approx([0.0, heights[2] / 2, heights[2]])
    assert half.points[2][1] == tall.points[2][1]
    # its value stands 2.5 points and a descender's less than that above the column
    assert words["10"].y == pytest.approx(tall.points[0][1] - 2.5 - 0.8)


def test_a_column_chart_with_long_names_becomes_bars_and_says_so() -> None:
    plot = Plot("column", ("a long name of a place",) * 9, tuple(map(float, range(9))), (Series("y", (1.0,) * 9),))
    assert [code for code, _, _ in draw_chart(plot, 232.0, 600.0, EmTexts()).faults] == ["chart/columns-as-bars"]


def test_names_beside_lines_are_spread_and_a_gap_is_a_gap() -> None:
    rows = tuple(Series(name, (1.0, None, 2.0, 2.0 + number / 100)) for number, name in enumerate("abc"))
    picture = draw_chart(Plot("line", tuple("wxyz"), (0.0, 1.0, 2.0, 3.0), rows), 232.0, 600.0, EmTexts())
    tops = sorted(mark.y for mark in picture.marks if isinstance(mark, Words) and mark.label in "abc")
    assert all(below - above >= 7.5 for above, below in itertools.pairwise(tops))
    lines = [mark for mark in picture.marks if isinstance(mark, Line) and not mark.frame]
    assert [len(mark.points) for mark in lines] == [2, 2, 2]
    assert sum(isinstance(mark, Disc) for mark in picture.marks) == 3  # a value alone between gaps is a dot


@pytest.mark.parametrize("values", [(19.0, 44.0), (31.0, 52.0), (101.0, 262.0), (0.37, 2.4), (-7.0, -2.0)])
@pytest.mark.parametrize("kind", ["line", "scatter", "dot", "range"])
def test_axes_without_lengths_begin_and_end_with_ticks_beyond_all_values(kind: str, values: tuple[float, float]) -> None:
    series = tuple(Series(name, values) for name in ("ab" if kind == "range" else "a"))
    plot = Plot(kind, ("x", "y"), (1.0, 2.0), series, "category" if kind in {"dot", "range"} else "number")
    drawn = draw_chart(plot, 376.0, 600.0, EmTexts()).marks
    begins = next(number for number, mark in enumerate(drawn) if isinstance(mark, Line) and mark.tone == "grid")
    marks = drawn[begins:]  # after the legend
    across = 1 if kind in {"line", "scatter"} else 0  # the direction in which values are counted
    grid = {mark.points[0][across] for mark in marks if isinstance(mark, Line) and mark.tone == "grid"}
    ends = [mark.points[0][across] for mark in marks if isinstance(mark, Line) and mark.tone == "axis" and mark.width > 0.5]
    assert set(ends) <= grid
    shown = [point[across] for mark in marks if isinstance(mark, Line | Area) and not mark.frame for point in mark.points]
    shown += [(mark.x, mark.y)[across] for mark in marks if isinstance(mark, Disc)]
    steps = sorted(grid)
    assert steps[0] - 0.01 <= min(shown) <= max(shown) <= steps[-1] + 0.01


def test_no_line_of_the_grid_doubles_an_axis_that_begins_where_the_outline_says() -> None:
    plot = Plot("line", ("x", "y"), (1.0, 2.0), (Series("a", (25.0, 90.0)),), "number", start=19.0)
    marks = draw_chart(plot, 376.0, 600.0, EmTexts()).marks
    axis = next(mark.points[0][1] for mark in marks if isinstance(mark, Line) and mark.tone == "axis" and mark.width > 0.5)
    grid = [mark.points[0][1] for mark in marks if isinstance(mark, Line) and mark.tone == "grid"]
    assert grid
    assert all(abs(axis - y) >= 6.0 or y == axis for y in grid)


@pytest.mark.parametrize("width", [232.0, 482.0])
def test_pyramids_and_waffles_fill_the_measure(width: float) -> None:
    rows = (Series("w", (11.4, 5.0)), Series("m", (3.9, 1.2)))
    pyramid = draw_chart(Plot("pyramid", ("old", "new"), (0.0, 1.0), rows), width, 600.0, EmTexts())
    words = [mark for mark in pyramid.marks if isinstance(mark, Words)]
    assert min(mark.x - max(mark.lines) for mark in words if mark.align == "right") == pytest.approx(0.0, abs=1.0)
    assert max(mark.x + max(mark.lines) for mark in words if mark.align == "left") == pytest.approx(width, abs=1.0)
    bars = [mark.points[1][0] - mark.points[0][0] for mark in pyramid.marks if isinstance(mark, Area)]
    assert abs(bars[0] / bars[1]) == pytest.approx(11.4 / 3.9, rel=0.001)  # both sides have one scale
    waffle = draw_chart(Plot("waffle", ("a", "b"), (0.0, 1.0), (Series("y", (60.0, 40.0)),)), width, 600.0, EmTexts())
    squares = [mark for mark in waffle.marks if isinstance(mark, Area)]
    assert len(squares) == 102  # with those of the names
    assert max(mark.points[1][0] for mark in squares[:100]) >= 0.5 * width


@pytest.mark.parametrize("y", range(22, 44))
def test_words_at_a_point_stand_on_no_line_of_the_grid_where_another_place_is_near(y: int) -> None:
    note = Annotation(2.0, float(y), "a note")
    plot = Plot("line", ("x", "z"), (1.0, 3.0), (Series("a", (10.0, 52.0)),), "number", annotations=(note,))
    marks = draw_chart(plot, 376.0, 600.0, EmTexts()).marks
    words = next(mark for mark in marks if isinstance(mark, Words) and mark.label == "a note")
    box = box_of(words, EmTexts())
    grid = [mark.points[0][1] for mark in marks if isinstance(mark, Line) and mark.tone == "grid"]
    assert not any(box.y < line < box.bottom for line in grid)


def test_words_at_the_ends_of_slopes_are_a_leading_apart() -> None:
    texts = EmTexts()
    rows = tuple(Series(name, (48.0, 20.0 + number)) for number, name in enumerate("abcd"))
    picture = draw_chart(Plot("slope", ("then", "now"), (0.0, 1.0), rows), 232.0, 600.0, texts)
    ends = sorted(mark.y for mark in picture.marks if isinstance(mark, Words) and mark.label[-1] in "abcd")
    assert len(ends) == len(rows)
    assert all(below - above >= texts.leading("chart") - 0.01 for above, below in itertools.pairwise(ends))
