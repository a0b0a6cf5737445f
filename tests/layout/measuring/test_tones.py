"""The tones of charts are told apart by those who see colours otherwise, and on a photocopier."""

from itertools import combinations

import pytest

from briefgen.content.brief import Design
from briefgen.geometry import BLACK, WHITE
from briefgen.layout.measuring.tones import LEAST_LINE, SIGHTS, difference, lightness, make_tones
from briefgen.theme import make_theme

ACCENTS = ["#8a1c1c", "#1d4e89", "#0b6e4f", "#6a2c91", "#222222", "#ffd800", "#00a3e0", "#e3000f"]
APART = 12.0  # ΔE (CIELAB 1976): five times what is just seen
APART_IN_GRAY = 8.0  # of L*


@pytest.mark.parametrize("accent", ACCENTS)
@pytest.mark.parametrize("sight", SIGHTS)
def test_whoever_sees_them_tells_them_apart(accent: str, sight: str) -> None:
    tones = make_tones(make_theme(Design(accent=accent)).palette)
    for row in (tones.fills, tones.lines):
        assert len(row) == 4
        assert min(difference(one, other, sight) for one, other in combinations(row, 2)) >= APART / 1.5


@pytest.mark.parametrize("accent", ACCENTS)
def test_they_differ_in_gray(accent: str) -> None:
    tones = make_tones(make_theme(Design(accent=accent)).palette)
    for one, other in combinations(tones.fills, 2):
        assert abs(lightness(one.luminance) - lightness(other.luminance)) >= APART_IN_GRAY


@pytest.mark.parametrize("accent", ACCENTS)
def test_lines_stand_out_from_the_paper(accent: str) -> None:
    palette = make_theme(Design(accent=accent)).palette
    assert all(tone.contrast(WHITE) >= LEAST_LINE for tone in make_tones(palette).lines)


def test_known_sights() -> None:
    """Red and green, which deuteranopes mix up, are nearer for them; blue and yellow stay apart."""
    from briefgen.geometry import Colour

    red, green = Colour.from_hex("#d33"), Colour.from_hex("#393")
    assert difference(red, green, "deutan") < difference(red, green, "all") / 2
    blue, yellow = Colour.from_hex("#22c"), Colour.from_hex("#dd2")
    assert difference(blue, yellow, "deutan") > 100


@pytest.mark.parametrize("accent", [*ACCENTS, "#0b5c66", "#2d6a2d"])
def test_charts_that_need_three_tones_have_no_area_in_black(accent: str) -> None:
    tones = make_tones(make_theme(Design(accent=accent)).palette)
    for row in (tones.fills, tones.lines):
        assert min(lightness(tone.luminance) for tone in row[1:3]) >= 20.0


@pytest.mark.parametrize("accent", [*ACCENTS, "#0b5c66", "#2d6a2d"])
@pytest.mark.parametrize("second", ["", "#b4540a"])
def test_numbers_on_fills_are_clearly_black_or_clearly_white(accent: str, second: str) -> None:
    """On a middling tone neither is easy to read, whatever the ratio of WCAG 2.2; the accent and the second stay."""
    palette = make_theme(Design(accent=accent, secondary=second)).palette
    chosen = [tone for tone in make_tones(palette).fills if tone not in {palette.accent, palette.second}]
    assert chosen
    for tone in chosen:
        assert max(tone.contrast(WHITE) / 4.5, tone.contrast(BLACK) / 7.0) >= 1.0
