"""Whatever the colours of a brand: words have enough contrast with every ground that a look makes of them."""

from colorsys import rgb_to_hls

import pytest
from hypothesis import given
from hypothesis import strategies as some

from briefgen.content.brief import Design
from briefgen.content.look import built_in
from briefgen.looks.built_in import NAMES
from briefgen.theme import make_palette

LEAST, LEAST_READ = 4.5, 7.0  # of words in colour, and of what is read
HEX = some.integers(0, 0xFFFFFF).map("#{:06x}".format)


@pytest.mark.parametrize("name", NAMES)
@given(accent=HEX, second=HEX)
def test_words_stand_out_from_grounds_of_any_colour(name: str, accent: str, second: str) -> None:
    palette = make_palette(Design(look=built_in(name), accent=accent, secondary=second))
    for ground in (palette.paper, palette.tint, palette.second_tint):
        assert palette.ink.contrast(ground) >= LEAST_READ
        assert palette.grey.contrast(ground) >= LEAST
        assert palette.words.contrast(ground) >= LEAST or ground == palette.second_tint
        assert palette.second_words.contrast(ground) >= LEAST


def test_a_colour_that_is_dark_enough_stays_as_it_is() -> None:
    palette = make_palette(Design(accent="#14523c", secondary="#8a1c1c"))
    assert (palette.words, palette.second_words) == (palette.accent, palette.second)
    looked = built_in("band")
    own = Design(look=looked, accent=looked.colours.accent)
    assert make_palette(own).second.to_hex() == looked.colours.second


@pytest.mark.parametrize(
    ("name", "accent", "kept"),
    [
        ("blocks", "#0b5c66", False),  # two teals
        ("band", "#8a1c1c", False),  # red beside orange
        ("band", "#0b5c66", True),
        ("band", "#1d3557", True),
        ("plate", "#8a1c1c", False),  # red beside rust
        ("blocks", "#8a1c1c", False),  # red beside teal
        ("blocks", "#1d3557", False),  # two blues
        ("paper", "#8a1c1c", True),  # a quiet green
        ("plate", "#333333", True),  # grey goes with any colour
        ("modules", "#0b5c66", True),  # it has none
    ],
)
def test_a_second_colour_clashes_with_no_accent(name: str, accent: str, kept: bool) -> None:
    look = built_in(name)
    palette = make_palette(Design(look=look, accent=accent))
    assert (palette.second.to_hex() == (look.colours.second or accent)) == kept
    (own, _, strong), (second, _, other) = (
        rgb_to_hls(each.red, each.green, each.blue) for each in (palette.accent, palette.second)
    )
    apart = min(abs(own - second), 1 - abs(own - second))
    assert min(strong, other) < 0.15 or apart > 1 / 6 or name == "modules"
    if strong > 0.15 and (own < 0.19 or own > 0.87):  # beside a warm accent no strong cool one
        assert second <= 0.19 or second > 0.87 or other < 0.37
    chosen = make_palette(Design(look=look, accent=accent, secondary="#0f5257"))
    assert chosen.second.to_hex() == "#0f5257"


def test_shades_of_rings_on_a_band_are_the_accent_with_black_on_a_press() -> None:
    look = built_in("band")
    palette = make_palette(Design(look=look, accent="#0b5c66"))
    found = palette.mixtures()
    assert look.cover.ring_shades
    for black in look.cover.ring_shades:
        assert found[palette.accent.shade(black)] == pytest.approx((1.0, black))
