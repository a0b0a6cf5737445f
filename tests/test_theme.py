"""Whatever the colours of a brand: words have enough contrast with every ground that a look makes of them."""

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
    assert make_palette(Design(look=looked)).second.to_hex() == looked.colours.second
