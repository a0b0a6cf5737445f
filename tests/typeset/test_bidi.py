"""The Unicode Bidirectional Algorithm, judged by Unicode's own test (package unicode-data of Debian)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.typeset.bidi import base_level, find_levels, visual_order, with_ends

TEST = Path("/usr/share/unicode/BidiCharacterTest.txt")
LRE, RLE, PDF, RLI, PDI = "\u202a", "\u202b", "\u202c", "\u2067", "\u2069"


def cases() -> Iterator[tuple[str, str, str]]:
    """The fields of each line: characters with the direction wanted, levels, order."""
    for line in TEST.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            codes, wanted, base, levels, order = line.split(";")
            yield f"{codes};{wanted};{base}", levels, order


@pytest.mark.skipif(not TEST.exists(), reason="the package unicode-data is not installed")
def test_levels_and_order_are_those_of_unicode() -> None:
    wrong, count = [], 0
    for given_, levels, order in cases():
        codes, wanted, base = given_.split(";")
        text = "".join([chr(int(code, 16)) for code in codes.split()])
        own = base_level(text) or 0 if wanted == "2" else int(wanted)
        found = with_ends(text, find_levels(text, own), own)
        kept = [at for at, level in enumerate(levels.split()) if level != "x"]  # X9 removes the others
        shown = [found[at] for at in kept]
        told = [int(level) for level in levels.split() if level != "x"]
        if (own, shown, [kept[at] for at in visual_order(shown)]) != (int(base), told, [*map(int, order.split())]):
            wrong.append(given_)
        count += 1
    assert count > 90_000
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "base", "levels"),
    [
        ("", 0, []),
        ("a ب 1", 0, [0, 0, 1, 1, 2]),
        ("عام 2026.", 1, [1, 1, 1, 1, 2, 2, 2, 2, 1]),
        ("(UN)", 1, [1, 2, 2, 1]),
        ("12.5%", 1, [2, 2, 2, 2, 2]),
        ("ب 12.5%", 1, [1, 1, 2, 2, 2, 2, 1]),  # the numbers of Arabic text, without the sign after them
    ],
)
def test_what_briefs_hold(text: str, base: int, levels: list[int]) -> None:
    assert find_levels(text, base) == levels


@pytest.mark.parametrize("opening", [RLE, LRE, RLI, "\u2068", "(", "[\u05d0", "\u202e"])
def test_ten_thousand_levels_cost_no_more_than_a_long_line(opening: str) -> None:
    text = opening * 10_000 + "a\u05d0" + PDF * 10_000 + PDI * 10_000
    levels = find_levels(text, 0)
    assert len(levels) == len(text)
    assert max(levels) <= 126


@given(st.text(alphabet=["a", "א", "ع", "1", "٣", " ", "(", ")", "\u0301", LRE, RLE, PDF, RLI, PDI], max_size=30))
def test_each_character_has_a_level_and_a_place(text: str) -> None:
    for base in (0, 1):
        levels = with_ends(text, find_levels(text, base), base)
        assert len(levels) == len(text)
        assert sorted(visual_order(levels)) == [*range(len(text))]
