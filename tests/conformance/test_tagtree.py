"""The tag tree of finished files, read by pikepdf: the outline's words in its order, each exactly once."""

import os
from pathlib import Path
from typing import Any, Protocol

import pikepdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from support.press import EXAMPLES, ROOT, brief_of, made, printed_brief
from support.spoken import plain, spoken, written
from support.strategies import outlines
from support.tagtree import read

from briefgen.build import build

EXAMPLES_MADE = min(60, int(os.environ.get("BRIEFGEN_EXAMPLES", "24")))


class Golden(Protocol):
    def __call__(self, name: str, text: str) -> None: ...


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_are_read_in_order_and_once(tmp_path: Path, name: str) -> None:
    source = ROOT / EXAMPLES[name]
    output = build(source, tmp_path / "brief.pdf").output
    assert output is not None
    assert spoken(read(output)) == written(brief_of(source))


@settings(max_examples=EXAMPLES_MADE, deadline=None, database=None, suppress_health_check=list(HealthCheck))
@given(outline=outlines)
def test_outlines_that_nobody_wrote_are_read_in_order_and_once(furnished: Path, outline: dict[str, Any]) -> None:
    output = made(outline, furnished, "any")
    brief = printed_brief(output.with_suffix(".yaml"), output)
    heard, meant = spoken(read(output)), written(brief)
    if brief.front.contents:  # whose page numbers layout alone knows
        heard, meant = ([words for words in each if not words.isdigit()] for each in (heard, meant))
    assert heard == meant


def test_the_marking_is_read_once_and_first(tmp_path: Path) -> None:
    paragraphs = ["Words enough for a page or two of a brief. " * 60] * 9
    output = made({"title": "Wells", "marking": "TLP:AMBER", "sections": [{"content": paragraphs}]}, tmp_path, "brief")
    assert spoken(read(output))[:3] == ["TLP:AMBER", "Wells", plain(paragraphs[0])]
    with pypdfium2.PdfDocument(output) as pdf:
        assert [page.get_textpage().get_text_range().count("TLP:AMBER") for page in pdf] == [2] * len(pdf)
        assert len(pdf) > 1


def test_a_quote_that_repeats_is_seen_and_not_heard(tmp_path: Path) -> None:
    content = ["Half of the water leaks away.", {"pull_quote": "Half of the water leaks away."}]
    output = made({"title": "Wells", "sections": [{"content": content}]}, tmp_path, "brief")
    assert spoken(read(output)) == ["Wells", "Half of the water leaks away."]
    with pypdfium2.PdfDocument(output) as pdf:
        assert pdf[0].get_textpage().get_text_range().count("Half of") == 2


def test_a_phrase_in_another_language_says_so(tmp_path: Path) -> None:
    text = "The [mot [juste](https://example.org)]{lang=fr} and [*palabras*]{lang=es-MX}, not [words]{lang=en-GB}."
    output = made({"title": "Wells", "language": "en-GB", "sections": [{"content": [text]}]}, tmp_path, "brief")
    phrases = [(node.role, node.language, node.text) for node in read(output).walk() if node.language]
    assert phrases == [("Span", "fr", "mot "), ("Link", "fr", "juste"), ("Span", "es-MX", "palabras")]


def test_what_is_lost_or_read_twice_is_found(tmp_path: Path) -> None:
    (tmp_path / "brief.yaml").write_text("title: Wells\nsections: [{content: [One., Two., Three.]}]")
    output = build(tmp_path / "brief.yaml", tmp_path / "brief.pdf").output
    assert output is not None
    assert spoken(read(output)) == ["Wells", "One.", "Two.", "Three."]
    for mark, said in ((0, "twice"), (99, "not on its page"), (None, "without an element")):
        broken = tmp_path / "broken.pdf"
        with pikepdf.open(output) as pdf:
            section = pdf.Root.StructTreeRoot.K[0].K[1]
            section.K[1].K = pikepdf.Array([] if mark is None else [mark])
            pdf.save(broken)
        with pytest.raises(ValueError, match=said):
            read(broken)


def test_the_tree_of_the_first_brief_is_as_before(golden: Golden, tmp_path: Path) -> None:
    output = build(ROOT / EXAMPLES["brief"], tmp_path / "brief.pdf").output
    assert output is not None
    golden("brief.tags.txt", read(output).dump() + "\n")
