"""Texts that nobody wrote, of everything that a citation is made of: a brief comes of each, and it holds together."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.composed import Desk

from briefgen.content.marks import split

PARTS = [
    "[", "]", "[@", "@", "-@", ";", ",", "un", "cooper", "{", "}", " ", "p. 4", "see ", "*", "**", "[^1]", "](https://x.org)",
    "[@un]", "[@cooper, p. 3; @un]", "@cooper", " [p. 4]", ".", "\n", "\\", "`", "word ", "@nobody", "'s", "{lang=fr}",
    "~", "^",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PARTS), min_size=1, max_size=14).map("".join)
SOURCES = """\
bibliography:
  - {id: un, type: report, title: Water, author: United Nations, issued: 2024}
  - {id: cooper, type: book, title: Wells, author: ["Cooper, Ann"], issued: 2020}
"""


@given(TEXTS)
def test_every_character_is_in_a_stretch(text: str) -> None:
    """But the marks themselves; those of a citation stand in its own."""
    stretches = split(text, (), {"un": None, "cooper": None})
    shown = "".join(stretch.text for stretch in stretches)
    assert [char for char in text if char.isalnum() and char not in shown and char not in "langfr1httpsx"] == []
    for stretch in stretches:
        for one in stretch.cited:
            assert text[one.start] == "@"
            assert one.key in text


@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    st.lists(TEXTS, min_size=1, max_size=4), st.sampled_from(["apa", "chicago-notes-bibliography", "nature"]), st.booleans()
)
def test_a_brief_comes_of_any_citations(desk: Desk, texts: list[str], style: str, printed: bool) -> None:
    """That ids are unique and that targets exist is asked by the desk itself."""
    content = "".join(f"      - {text!r}\n" if "'" not in text else "      - word\n" for text in texts)
    outline = f"title: A\n{SOURCES}citation_style: {style}\nsections:\n  - content:\n{content}"
    done = desk.compose(outline.replace("\\n", " ").replace("\\\\", "\\") + "notes: {1: 'N [@un].'}\n", printed=printed)
    assert all(problem.hint for problem in done.problems)
    for text in done.texts():
        assert text.spans or text.role in {"TH", "TD", "Lbl"}, text.id
