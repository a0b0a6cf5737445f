"""The tag tree of finished files, read by pikepdf: the outline's words in its order, each exactly once."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

import pikepdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from support.cases import Case, cases
from support.finished import Finished
from support.press import EXAMPLES, ROOT, brief_of, made
from support.strategies import outlines
from support.tagtree import Node, read

from briefgen.build import build
from briefgen.content.brief import ARTIFACT, Brief
from briefgen.content.reading import texts_of

EXAMPLES_MADE = min(60, int(os.environ.get("BRIEFGEN_EXAMPLES", "24")))
INLINE = {"Link", "Reference", "Span"}


class Golden(Protocol):
    def __call__(self, name: str, text: str) -> None: ...


def leaves(node: Node) -> Iterator[Node]:
    """The elements that hold words and no block. What stands in a drawing is said by its alternative text instead."""
    below = [kid for kid in node.kids if isinstance(kid, Node) and kid.role not in INLINE]
    if not below and node.role != "Figure":
        yield node
    for kid in below:
        yield from leaves(kid)


def plain(text: str) -> str:
    """A text with each space a plain one, and without the hyphens and joiners that typesetting adds."""
    return " ".join(text.replace("\u00ad", "").replace("\u2060", "").split())


def spoken(tree: Node) -> list[str]:
    return [words for leaf in leaves(tree) if (words := plain(leaf.text))]


def written(brief: Brief) -> list[str]:
    return [words for text in texts_of(brief) if text.role != ARTIFACT and (words := plain(text.plain))]


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_are_read_in_order_and_once(tmp_path: Path, name: str) -> None:
    source = ROOT / EXAMPLES[name]
    output = build(source, tmp_path / "brief.pdf").output
    assert output is not None
    assert spoken(read(output)) == written(brief_of(source))


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_all_cases_are_read_in_order_and_once(finished: Finished, case: Case) -> None:
    output = finished.file(case)
    heard, meant = spoken(read(output)), written(brief_of(output.with_suffix(".yaml")))
    if "contents" in case.outline:  # whose page numbers layout alone knows
        heard, meant = ([words for words in each if not words.isdigit()] for each in (heard, meant))
    assert heard == meant


@settings(max_examples=EXAMPLES_MADE, deadline=None, database=None, suppress_health_check=list(HealthCheck))
@given(outline=outlines)
def test_outlines_that_nobody_wrote_are_read_in_order_and_once(furnished: Path, outline: dict[str, Any]) -> None:
    output = made(outline, furnished, "any")
    assert spoken(read(output)) == written(brief_of(output.with_suffix(".yaml")))


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
