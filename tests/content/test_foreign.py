"""Marks of other formats: which text is looked at, and that a long one takes no longer than it should."""

from briefgen.content.foreign import KINDS, find_foreign
from briefgen.content.marks import FOREIGN, LEFT_OVER, split


def test_every_kind_has_a_clue_that_lets_a_text_be_looked_at() -> None:
    signs = {*FOREIGN, *(sign for sign in LEFT_OVER if len(sign) == 1)}
    assert all(any(clue in kind.clue for clue in signs) for kind in KINDS)


def test_code_addresses_and_what_is_escaped_are_not_looked_at() -> None:
    text = "`<sub>` \\<sub> https://example.org/==a== [x](http://a.org/~~b~~)"
    assert [*find_foreign(text, split(text))] == []


def test_the_first_of_a_kind_is_said() -> None:
    text = "a &amp; b &nbsp; <b>c</b>"
    found = [(mark.start, mark.hint) for mark in find_foreign(text, split(text))]
    assert [(start, hint.split()[-1]) for start, hint in found] == [(17, "them"), (2, "&nbsp;")]
    assert found[1][1] == "write & for &amp;, and a space for &nbsp;"


def test_a_link_of_html_keeps_its_address() -> None:
    text = 'See <a class="x" href="https://example.org/a">our *own* data</a> and <b>more</b>.'
    found = [(mark.start, mark.hint) for mark in find_foreign(text, split(text))]
    assert found[0] == (4, "write [our *own* data](https://example.org/a)")
    assert [start for start, _ in found] == [4, text.index("<b>")]


def test_commands_of_tex_are_said() -> None:
    text = r"A \textbf{strong} word, \textile and \& more."
    assert [mark.start for mark in find_foreign(text, split(text))] == [2]


def test_hostile_texts_take_linear_time() -> None:
    """No timed limit, but a text that took quadratic time would hold the tests up for minutes."""
    for part in (
        "[",
        "](",
        "![",
        "<a ",
        "|",
        "==a",
        "~~a",
        "$a",
        "\\n# ",
        "\\n| ",
        "^[",
        "{.a",
        "&a",
        "[a](",
        "<a href=",
        "<a " + "href=a" * 300,
        "\\\\text",
    ):
        text = part * (200_000 // len(part))
        assert len([*find_foreign(text, ())]) < 5
