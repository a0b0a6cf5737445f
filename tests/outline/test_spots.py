"""The place of each character of a scalar, in every way of writing it."""

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from briefgen.outline.parse import parse
from briefgen.outline.tree import Map, Scalar
from briefgen.problem import Problems

EXACT = """\
plain: over two
  lines
\x20\x20

  and an empty one
single: 'it''s on
  two lines'
double: "a\\u00e9b \\
    \\x63d\\n  e"
literal: |
    first *mark*

      second
folded: >+
    first
    joined

    apart

indented: |2-
      four
last: &anchor !!str
  # a comment
  'here'
decomposed: cafe\u0301s e\u0302\u0323!
"""


def scalars(source: str) -> dict[str, Scalar]:
    problems = Problems()
    root = parse(source, "brief.yaml", problems)
    assert len(problems) == 0
    assert isinstance(root, Map)
    return {key: node for key, node in root.entries.items() if isinstance(node, Scalar)}


def char_at(source: str, scalar: Scalar, index: int) -> str:
    place = scalar.at(index)
    return (source.split("\n")[place.line - 1] + "\n")[place.column - 1]


@pytest.mark.parametrize(
    ("key", "needle", "place"),
    [
        ("plain", "over", "1:8"),
        ("plain", " lines", "1:16"),
        ("plain", "lines", "2:3"),
        ("plain", "and", "5:3"),
        ("single", "it", "6:10"),
        ("single", "'", "6:12"),
        ("single", "s on", "6:14"),
        ("single", "two", "7:3"),
        ("double", "\u00e9", "8:11"),
        ("double", "b ", "8:17"),
        ("double", "c", "9:5"),
        ("double", "d", "9:9"),
        ("double", "\n", "9:10"),
        ("double", "e", "9:14"),
        ("literal", "*mark*", "11:11"),
        ("literal", "  second", "13:5"),
        ("folded", "joined", "16:5"),
        ("folded", "apart", "18:5"),
        ("indented", "    four", "21:3"),
        ("indented", "four", "21:7"),
        ("last", "here", "24:4"),
        ("decomposed", "caf\u00e9s", "25:13"),
        ("decomposed", "\u00e9", "25:16"),
        ("decomposed", "s", "25:18"),
        ("decomposed", "!", "25:23"),
    ],
)
def test_place_of_a_needle(key: str, needle: str, place: str) -> None:
    scalar = scalars(EXACT)[key]
    assert needle in scalar.text
    found = scalar.find(needle)
    assert f"{found.line}:{found.column}" == place


def test_the_scalar_itself_where_nothing_can_be_found() -> None:
    scalar = scalars("a: text\n")["a"]
    assert scalar.find("absent") == scalar.find("") == scalar.at(-1) == scalar.at(99) == scalar.place
    assert Scalar("text", scalar.place).at(2) == scalar.place


WORDS = st.text(st.sampled_from("ab'\"\\:#-*\u00e9\u65e5\u0301\t \n"), min_size=1, max_size=40)


@settings(max_examples=500, deadline=None)
@given(WORDS, st.sampled_from(["'", '"', "|", ">", None]), st.sampled_from([20, 80]), st.integers(2, 6), st.booleans())
def test_every_character_stands_where_it_says(text: str, style: str | None, width: int, indent: int, unicode: bool) -> None:
    """Whatever PyYAML writes, in any style, each visible character is found at its place, unless an escape stands for it."""
    written = yaml.safe_dump(
        {"key": text, "next": "x"}, default_style=style, width=width, indent=indent, allow_unicode=unicode
    )
    scalar = next(iter(scalars(written).values()))
    assume(scalar.text.strip())  # line breaks alone are not looked for
    for index, char in enumerate(scalar.text):
        found = char_at(written, scalar, index)
        if found == "\\" and char != "\\":
            continue
        if char.isspace():
            assert found in " \t\n"
        elif char.isascii() or unicode:
            # a composed letter is found at the letter that it begins with
            assert found == char or (not char.isascii() and found in "ab\u00e9\u65e5\u0301")


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("ab ,\n\t*:"), max_size=40), st.sampled_from(["|", ">", "|-", ">+", "|1", ">3-"]))
def test_block_scalars_by_hand(body: str, header: str) -> None:
    source = f"key: {header}\n" + "".join(f"   {line}\n" for line in body.split("\n"))
    try:
        scalar = scalars(source)["key"]
    except AssertionError:
        return  # not YAML: a tab where the indentation is found
    assume(scalar.text.strip())
    spots = [scalar.at(index) for index in range(len(scalar.text))]
    for index, char in enumerate(scalar.text):
        found = char_at(source, scalar, index)
        assert found == char or (char == " " and found == "\n")
    assert spots == sorted(spots)
