"""Every visible word of a document is in the outline that is made from it, once, and the outline is one."""

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.documents import ROLES, Item, by_pandoc, documents, html, markdown, plain, word, words_in

from briefgen.build import check
from briefgen.importing.intake import import_file
from briefgen.outline.read import read_text
from briefgen.problem import Problems
from briefgen.start import SCHEMA

Maker = Callable[[list[Item]], bytes | str]


def hold(document: list[Item], make: Maker, ending: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, f"document{ending}")
        made = make(document)
        path.write_bytes(made.encode() if isinstance(made, str) else made)
        outline = import_file(path, "brief.yaml", SCHEMA)
    assert [problem.code for problem in outline.problems if problem.severity == "error"] == []
    counts = Counter(word for line in outline.text.splitlines() for word in _words(line))
    assert counts == Counter(words_in(document)), outline.text
    problems = Problems()
    assert read_text(outline.text.encode(), "brief.yaml", Path(), problems) is not None
    assert [problem for problem in problems.sorted() if problem.code != "outline/missing-key"] == [], outline.text


def _words(line: str) -> list[str]:
    return re.findall(r"w\d+x", line)


@settings(deadline=None)
@given(documents)
def test_markdown(document: list[Item]) -> None:
    hold(document, markdown, ".md")


@settings(deadline=None)
@given(documents)
def test_plain_text(document: list[Item]) -> None:
    hold(document, plain, ".txt")


@settings(max_examples=40, deadline=None)
@given(documents)
def test_word(document: list[Item]) -> None:
    hold(document, word, ".docx")


@settings(max_examples=20, deadline=None)
@given(documents)
def test_pages(document: list[Item]) -> None:
    hold(document, html, ".html")


@settings(max_examples=20, deadline=None)
@given(documents, st.sampled_from(["docx", "odt"]))
def test_what_pandoc_writes(document: list[Item], form: str) -> None:
    hold(document, by_pandoc(form), f".{form}")


@settings(max_examples=15, deadline=None)
@given(documents)
def test_the_outline_builds_at_once(document: list[Item]) -> None:
    with TemporaryDirectory() as folder:
        Path(folder, "a.md").write_text(markdown(document), encoding="utf-8")
        outline = import_file(Path(folder, "a.md"), "brief.yaml", SCHEMA).text
        Path(folder, "brief.yaml").write_text(outline, encoding="utf-8")
        made = check(Path(folder, "brief.yaml"))
    assert [problem for problem in made.problems if problem.severity == "error"] == [], outline


@pytest.mark.parametrize("role", ROLES)
def test_below_the_heading_of_a_part(role: str) -> None:
    every = [
        Item("text", [["", "w1x"]]),
        Item("list", [[[["bold", "w2x w3x."], ["", "w4x"]], [[[["", "w5x"]], []]]], [[["", "w6x"]], []]]),
        Item("table", [["w7x", "w8x"], ["w9x", "w10x"]]),
        Item("h2", "w11x"),
        Item("text", [["bold", "w12x w13x."], ["", "w14x"]]),
        Item("quote", "w15x"),
        Item("note", ["w16x", "w17x"]),
    ]
    for length in range(1, len(every) + 1):
        hold([Item("h1", "w0x"), Item("role", role), *every[:length]], markdown, ".md")
