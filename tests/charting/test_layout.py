"""Where words of charts stand: with letters that are all one em wide, on generated data."""

import os

import pytest
from support.plots import KINDS, EmTexts, faults, random_plot

from briefgen.charting.draw import draw_chart

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
