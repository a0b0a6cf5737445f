"""Whatever the colours of a brand: words have enough contrast with every ground that a look makes of them."""

from colorsys import rgb_to_hls
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as some
from support.composed import Desk

from briefgen.content.brief import Design
from briefgen.content.look import built_in
from briefgen.geometry import WHITE, Colour, mm
from briefgen.layout.fit import FARTHEST, TIGHTER
from briefgen.looks.built_in import NAMES
from briefgen.theme import LEAST_BESIDE, LEAST_SIZE, MOST_LEADING, make_palette, make_theme

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


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("columns", [1, 2])
def test_what_is_read_is_never_made_too_small_or_set_too_far_apart(name: str, columns: int) -> None:
    design = Design(look=built_in(name), columns=columns)
    usual = make_theme(design)
    for step in (*TIGHTER, *FARTHEST):
        theme = make_theme(design, size_factor=step.fit.size, leading_factor=step.fit.leading, narrower=step.fit.margins)
        body = theme.style("body")
        assert body.size >= LEAST_SIZE
        assert body.leading <= MOST_LEADING * body.size + 0.001
        for style in ("box", "summary", "list", "rationale"):
            assert theme.style(style).size >= min(LEAST_BESIDE, usual.style(style).size)
        narrower = usual.page.inner - theme.page.inner
        assert narrower == pytest.approx(mm(step.fit.margins))
        if columns == 1:  # lines of smaller type are as much shorter
            text = theme.page.measure - theme.page.indent
            assert text / body.size == pytest.approx((usual.page.measure - usual.page.indent) / usual.style("body").size)


KITS = [name for name in NAMES if built_in(name).colours.second]


@given(accent=HEX)
@example(accent="#a84d14")  # orange
@example(accent="#0d5c63")  # teal
@example(accent="#5e2b5c")  # plum
@example(accent="#c0a000")  # mustard, which is near to rust
@example(accent="#333333")
def test_an_accent_has_one_second_colour_in_all_looks_that_clashes_with_it_in_none(accent: str) -> None:
    kits = [built_in(name) for name in KITS]
    made = {make_palette(Design(look=kit, accent=accent)).second for kit in kits if kit.colours.accent != accent}
    assert len(made) == 1
    (second,) = made
    _assert_apart(accent, second.to_hex())
    assert second.contrast(WHITE) >= LEAST
    chosen = make_palette(Design(look=kits[0], accent=accent, secondary="#0f5257"))
    assert chosen.second.to_hex() == "#0f5257"


def test_a_look_keeps_its_second_colour_beside_its_own_accent() -> None:
    for name in KITS:
        look = built_in(name)
        assert make_palette(Design(look=look, accent=look.colours.accent)).second.to_hex() == look.colours.second
    assert make_palette(Design(accent="#0b5c66")).second.to_hex() == "#0b5c66"  # this look has none


@pytest.mark.parametrize(
    ("accent", "second", "kept"),
    [
        ("#0b5c66", "#0f5257", False),  # two teals
        ("#8a1c1c", "#b4540a", False),  # red beside orange
        ("#8a1c1c", "#0f5257", False),  # red beside teal
        ("#8a1c1c", "#3d5a45", True),  # a quiet green
        ("#0b5c66", "#b4540a", True),
        ("#333333", "#b4540a", True),  # grey goes with any colour
    ],
)
def test_a_second_colour_of_a_look_of_ones_own_stays_where_it_clashes_with_nothing(
    tmp_path: Path, accent: str, second: str, kept: bool
) -> None:
    look = f'{{extends: paper, colours: {{second: "{second}"}}}}'
    design = Desk(tmp_path).compose(f'title: T\ndesign: {{accent: "{accent}", look: {look}}}').brief.design
    found = make_palette(design).second.to_hex()
    assert (found == second) == kept
    _assert_apart(accent, found)


def _assert_apart(accent: str, second: str) -> None:
    """Two colours are of hues that are apart; beside a warm one no strong cool one stands."""
    (own, _, strong), (hue, _, other) = (
        rgb_to_hls(each.red, each.green, each.blue) for each in (Colour.from_hex(accent), Colour.from_hex(second))
    )
    apart = min(abs(own - hue), 1 - abs(own - hue))
    assert min(strong, other) < 0.15 or apart > 1 / 6
    if strong > 0.15 and (own < 0.19 or own > 0.87):
        assert hue <= 0.19 or hue > 0.87 or other < 0.37


def test_shades_of_rings_on_a_band_are_the_accent_with_black_on_a_press() -> None:
    look = built_in("band")
    palette = make_palette(Design(look=look, accent="#0b5c66"))
    found = palette.mixtures()
    assert look.cover.ring_shades
    for black in look.cover.ring_shades:
        assert found[palette.accent.shade(black)] == pytest.approx((1.0, black))
