"""Pull quotes that repeat what the brief says elsewhere."""

import pytest
from support.composed import Desk

from briefgen.content.brief import Box, PullQuote

BODY = "Half of the water leaks away, and *nobody* counts it.[^1]"


def role(desk: Desk, quote: str, more: str = "") -> str:
    """The role of a pull quote below that body; its texts have the same role, or are read as paragraphs."""
    done = desk.compose(
        f"title: Wells\\nstandfirst: Count every drop.\\nsections: [{{content: ['{BODY}', {{pull_quote: {quote}}}]}}]\\n"
        f"notes: {{1: A survey.}}\\n{more}".replace("\\n", "\n")
    )
    found = done.element("s1.b2")
    assert isinstance(found, PullQuote)
    inner = "P" if found.role == "BlockQuote" else found.role
    assert {text.role for text in (found.text, found.attribution) if text} == {inner}
    return found.role


@pytest.mark.parametrize(
    "quote",
    [
        "Half of the water leaks away, and nobody counts it.",
        "'Nobody counts it!'",
        "half of the WATER leaks away",
        "Count every drop",  # the standfirst is read too
        "{text: Half of the water, attribution: Nobody}",
    ],
)
def test_a_quote_that_repeats_is_not_read(desk: Desk, quote: str) -> None:
    assert role(desk, quote) == "Artifact"


@pytest.mark.parametrize(
    "quote",
    [
        "Half of the water is lost.",
        "Half of the wat",  # words, not letters
        "Count every drop. Half of the water leaks away",  # two texts are no repetition of one
        "{text: Half of the water leaks away, attribution: The minister}",
        "'[Half of the water](https://example.org) leaks away'",
        "'Half of the water leaks away[^1]'",
    ],
)
def test_a_quote_that_says_more_is_read(desk: Desk, quote: str) -> None:
    assert role(desk, quote) == "BlockQuote"


def test_two_quotes_do_not_silence_each_other(desk: Desk) -> None:
    done = desk.compose("title: T\nsections: [{content: [{pull_quote: Count it.}, {pull_quote: Count it.}]}]")
    assert [getattr(done.element(f"s1.b{n}"), "role", "") for n in (1, 2)] == ["BlockQuote", "BlockQuote"]


def test_a_quote_in_a_box_is_found(desk: Desk) -> None:
    done = desk.compose("title: T\nsections: [{content: [{box: [{pull_quote: count it}]}, Let us count it.]}]")
    box = done.element("s1.b1")
    assert isinstance(box, Box)
    assert [getattr(block, "role", "") for block in box.blocks] == ["Artifact"]
