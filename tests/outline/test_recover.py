"""Several mistakes in YAML are told in one run, and what is mended to look behind them keeps every word."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.mistakes import BASE

from briefgen.outline.failure import Trial
from briefgen.outline.read import read_text
from briefgen.outline.recover import recover
from briefgen.problem import Problems

MANY = """\
title: Wells: a view
subtitle:What meters change
authors:
  - name: A. Author
     role: Fellow
standfirst: % of it
sections:
  - heading: "Why now
    content:
      - *One* thing
\t- tabbed
recommendations:
  - action: [Mend
"""
PIECES = [
    "\t",
    "  ",
    " ",
    '"',
    "'",
    ": ",
    "* ",
    "- ",
    "[",
    "{",
    "#",
    "| a |",
    "&x ",
    "\u00a0",
    "\u200b",
    "%",
    "@",
    "\n",
    ",",
]


def said(text: str) -> list[str]:
    problems = Problems()
    read_text(text.encode(), "brief.yaml", Path(), problems)
    return [f"{p.code} {p.place.line}:{p.place.column}" for p in problems.sorted()]


def test_all_of_them_are_told_at_once() -> None:
    assert said(MANY) == [
        f"outline/bad-yaml {place}" for place in ("1:13", "2:1", "5:6", "6:13", "8:14", "10:9", "11:1", "13:13")
    ]


def test_where_all_is_mended_exactly_the_rest_is_checked_too() -> None:
    text = "title: Wells: a view\nsubtitel: x\nsections:\n  - content: ['It's', b\n      - {figure: x}\ndate: soon\n"
    assert said("title: Wells: a view\nsubtitel: x\ndate: soon\n") == [
        "outline/bad-yaml 1:13",
        "outline/unknown-key 2:1",
        "outline/bad-value 3:7",
    ]
    assert all(each.startswith("outline/bad-yaml") for each in said(text))


def test_the_place_in_a_mended_line_is_that_of_the_file() -> None:
    assert said("title: a: [x](www.example.org)\nsubtitle: 'It's'\nseries: |\n  a\n") == [
        "outline/bad-yaml 1:9",
        "outline/bad-yaml 2:15",
    ]
    assert said("title: {a: b: c}\n")[0].startswith("outline/")


def test_a_budget_bounds_what_is_parsed_again() -> None:
    trial = Trial(budget=10)
    assert trial.fails_at(["a: b: c"]) == 0
    assert trial.fails_at(["a: b: c"]) == 0
    assert trial.fails_at(["a: b"]) == -1


@given(st.lists(st.tuples(st.integers(0, len(BASE) - 1), st.sampled_from(PIECES)), min_size=1, max_size=4))
def test_no_mend_loses_a_word(edits: list[tuple[int, str]]) -> None:
    text = BASE
    for at, piece in edits:
        text = text[:at] + piece + text[at:]
    error = Trial().error(text.split("\n"))
    if error is None:
        return
    problems = Problems()
    mended = recover(error, text, "brief.yaml", problems)
    assert len(problems) > 0
    assert {problem.severity for problem in problems.sorted()} == {"error"}
    if mended is not None:
        assert Trial().error(mended.text.split("\n")) is None
        assert set(re.findall(r"[^\W\d_]+", text)) <= set(re.findall(r"[^\W\d_]+", mended.text))


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("publisher: {name: Foo", "publisher: {name: Foo}"),
        ('publisher: {name: "Foo, Bar"', 'publisher: {name: "Foo, Bar"}'),
        ("publisher: {name: 'Foo''s {'", "publisher: {name: 'Foo''s {'}"),
        ("publisher: {name: Foo,", "publisher: {name: Foo}"),
        ("publisher: {name: Foo  # {and Bar", "publisher: {name: Foo}  # {and Bar"),
        ("authors: [{name: A. Author", "authors: [{name: A. Author}]"),
        ("authors: [{name: A. Author}", "authors: [{name: A. Author}]"),
        ("authors: [{name: One's Friend", "authors: [{name: One's Friend}]"),
        ("publisher: {name: Foo,\n  url: foo.org", "publisher: {name: Foo,\n  url: foo.org}"),
        ("authors: [{name: A. Author,\n  role: Fellow,", "authors: [{name: A. Author,\n  role: Fellow}]"),
        # the right one before what ends it, or before a key that no list has
        ("design: {fallback: [a.ttf, paper: a4}", "design: {fallback: [a.ttf], paper: a4}"),
        ("authors: [{name: A. Author]", "authors: [{name: A. Author}]"),
        ("box: {rows: [[1, 2], [3, 4], head: [A, B]}", "box: {rows: [[1, 2], [3, 4]], head: [A, B]}"),
        ("box: {head: [A, B, rows: [[1, 2], [3, 4]], note: x}", "box: {head: [A, B], rows: [[1, 2], [3, 4]], note: x}"),
        ("summary: [One, two}", "summary: [One, two]"),
        ("summary: [One, two]}", "summary: [One, two]"),
        ('publisher: {name: Foo url: "foo.org"}', 'publisher: {name: Foo, url: "foo.org"}'),
        # what # makes a comment of
        ("design: {accent: #8a1c1c}", 'design: {accent: "#8a1c1c"}'),
        ("design: {accent: #8a1c1c, columns: 1}", 'design: {accent: "#8a1c1c", columns: 1}'),
        (
            "stats: [{value: 4, label: # of wells}, {value: 3, label: x}]",
            'stats: [{value: 4, label: "# of wells"}, {value: 3, label: x}]',
        ),
    ],
)
def test_what_stands_in_brackets_is_mended_as_a_person_would(text: str, closed: str) -> None:
    problems = Problems()
    error = Trial().error(f"title: x\n{text}\nnumber: y\n".split("\n"))
    assert error is not None
    mended = recover(error, f"title: x\n{text}\nnumber: y\n", "brief.yaml", problems)
    assert mended is not None
    assert mended.text == f"title: x\n{closed}\nnumber: y\n"
    assert len(problems.sorted()) == 1


@pytest.mark.parametrize("part", ["a [b](c) ", "'a'b", "a's ", ' "a" b', "b: c ", "*a* ", "“a, ", "[^1]"])
@pytest.mark.parametrize("begin", ["title: [", "title: {a: "])
def test_long_texts_in_brackets_come_to_an_end(begin: str, part: str) -> None:
    problems = Problems()
    read_text((begin + part * 100).encode(), "brief.yaml", Path(), problems)
    assert problems.fatal
