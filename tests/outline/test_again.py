"""A text read again after an edit: the tree that reading all of it gives, and the same objects where nothing has changed."""

from functools import partial

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefgen.memory import Shelf
from briefgen.outline.again import Trees, read_again
from briefgen.outline.parse import WEIGHT_MOST, _read_lines, parse
from briefgen.outline.tree import Map, Node, Scalar, Seq
from briefgen.problem import Problems

TEXT = """\
# a comment
title: Count every drop
summary: [one, {two: 2}]
about: >
  Folded over
  two lines
sections:
- heading: What leaks
  content:
    - A text of
      two lines
    - "Quoted
      text"
    - list:
        - a
        -   - b
            - c
    # between
    -
      pull_quote: |
        Kept
          as it is
    - c
- heading: The rest
  content: [a, b]

recommendations:
  - Meter
  - {action: Publish, for: all}
"""
BROKEN_ANYWHERE = "\n---\n...\n%\n- \n&a\n*a\n!!str\n<<\n: \n\"\n'\n[\n{\n|\n>\n #\n  \n    \n\t\n?\n~\nx\nx y: z\n".split(
    "\n"
)


def seen(node: Node | None) -> object:
    """A node with all its places, and those of the characters of its texts."""
    if isinstance(node, Scalar):
        return type(node).__name__, node.text, node.place, node.at(len(node.text) // 2)
    if isinstance(node, Seq):
        return node.place, [seen(item) for item in node.items]
    return node and (node.place, node.keys, {name: seen(child) for name, child in node.entries.items()})


def read(text: str, known: Trees | None = None) -> tuple[object, object]:
    problems = Problems()
    return seen(parse(text, "brief.yaml", problems, known)), problems.sorted()


@given(
    st.lists(
        st.tuples(
            st.integers(0, len(TEXT)), st.integers(0, 12), st.sampled_from(BROKEN_ANYWHERE) | st.text(" -:ab\n#", max_size=6)
        ),
        min_size=1,
        max_size=4,
    )
)
@example([(TEXT.index("A text"), 0, "... "), (TEXT.index("Kept"), 4, "Left")])
@example([(TEXT.index("    - list"), 10, "...       "), (0, 0, "")])
@example([(TEXT.index("- b"), 1, "- -")])
@example([(TEXT.index("-\n      pull_quote"), 1, " ")])
@example([(TEXT.index("Count"), 5, "a: b")])
def test_it_is_what_reading_all_gives(edits: list[tuple[int, int, str]]) -> None:
    known: Trees = Shelf(4)
    assert read(TEXT, known)[1] == []
    assert known.get("brief.yaml") is not None
    text = TEXT
    for start, length, new in edits:
        text = text[:start] + new + text[start + length :]
        assert read(text, known) == read(text)


def test_what_has_not_changed_is_the_same() -> None:
    known: Trees = Shelf(4)
    before = parse(TEXT, "brief.yaml", Problems(), known)
    after = parse(TEXT.replace("A text", "One text"), "brief.yaml", Problems(), known)
    assert isinstance(before, Map)
    assert isinstance(after, Map)
    assert after.entries["title"] is before.entries["title"]
    (one, rest), (other, same) = before.maps("sections"), after.maps("sections")
    assert same is rest
    first = other.seq("content")[0]
    assert isinstance(first, Scalar)
    assert first.text == "One text of two lines"
    assert all(a is b for a, b in zip(one.seq("content")[1:], other.seq("content")[1:], strict=True))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    - A text of\n", "    - First\n    - A text of\n"),
        ("    - A text of\n      two lines\n", ""),
        ("    # between\n", "\n    # between\n    - more\n"),
        ("        - a\n", "        - a\n        - two\n          lines\n"),
        ("          as it is\n", "          as it is\n\n\n"),
        ("  - Meter\n", "  - Meter\n  - Count\n"),
        ("  two lines\nsections", "  two lines\n\n  more\nsections"),
    ],
)
def test_lines_more_or_fewer_move_what_is_below(old: str, new: str) -> None:
    known: Trees = Shelf(4)
    read(TEXT, known)
    text = TEXT.replace(old, new)
    tree, wanted = known.get("brief.yaml"), parse(text, "brief.yaml", Problems())
    assert tree is not None
    found = read_again(tree, text, partial(_read_lines, "brief.yaml"), WEIGHT_MOST)
    assert found is not None
    assert seen(found[1]) == seen(wanted)


def test_bounds_hold_over_many_edits() -> None:
    known: Trees = Shelf(4)
    deep = f"title: a\nsections:\n  - {'[' * 30}{']' * 30}\n"
    read(deep, known)
    deeper = f"title: a\nsections:\n  - {'[' * 38}{']' * 38}\n"
    assert read(deeper, known) == read(deeper)
