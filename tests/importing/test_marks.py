"""What is written with marks is read back as it was meant, whatever characters and dresses it has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.content.marks import split
from briefgen.importing.document import BREAK, Run
from briefgen.importing.marks import marked

ALPHABET = "ab .,:*_`~^[]()<>\\&@#-|!{}1é”\u00a0"
text = st.text(st.sampled_from(ALPHABET), min_size=1, max_size=12)
dresses = st.fixed_dictionaries(
    {},
    optional={
        "bold": st.booleans(),
        "italic": st.booleans(),
        "code": st.booleans(),
        "script": st.sampled_from(["", "~", "^"]),
        "uri": st.sampled_from(["", "https://example.org/a_b(c)", "mailto:a@b.org", "javascript:alert(1)"]),
    },
)
runs = st.one_of(
    st.builds(lambda text, dress: Run(text, **dress), text, dresses), st.just(Run(BREAK)), st.just(Run(note="1"))
)


def seen(text: str) -> str:
    return "".join(char for stretch in split(text) for char in stretch.text if not stretch.note and not char.isspace())


@given(st.lists(runs, max_size=6))
def test_no_character_is_lost_or_added(content: list[Run]) -> None:
    want = "".join(char for run in content for char in run.text if not char.isspace())
    assert seen(marked(tuple(content))) == want


@given(st.lists(runs, max_size=6))
def test_every_note_keeps_its_mark(content: list[Run]) -> None:
    notes = [stretch.note for stretch in split(marked(tuple(content))) if stretch.note]
    assert notes == [run.note for run in content if run.note]


@pytest.mark.parametrize(
    ("content", "written"),
    [
        ([Run("plain")], "plain"),
        ([Run("bold ", bold=True), Run("on")], "**bold** on"),
        ([Run("a"), Run("b", italic=True), Run("c")], "a*b*c"),
        ([Run("both", bold=True, italic=True)], "***both***"),
        ([Run("H"), Run("2", script="~"), Run("O")], "H~2~O"),
        ([Run("see "), Run("here", uri="https://example.org")], "see [here](https://example.org)"),
        ([Run("https://example.org/a_b", uri="https://example.org/a_b")], "https://example.org/a_b"),
        ([Run("here", uri="file:///etc/passwd")], "here"),
        ([Run("one"), Run(BREAK), Run("two")], "one\\\ntwo"),
        ([Run("2 * 3 = [6] a_b")], "2 * 3 = [6] a_b"),
        ([Run("*not* [^1]")], "\\*not\\* \\[^1]"),
        ([Run("tick ` tick", code=True)], "``tick ` tick``"),
        ([Run("x\u2028y\ue000\x07 z")], "x yz".replace("yz", "y z")),
    ],
)
def test_marks_are_as_people_write_them(content: list[Run], written: str) -> None:
    assert marked(tuple(content)) == written
