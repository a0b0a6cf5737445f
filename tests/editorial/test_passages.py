"""Every text of an outline is a passage, and nothing of briefgen's own words is."""

import re
from pathlib import Path

import pytest

from briefgen.content.compose import compose
from briefgen.editorial.passages import copy_of
from briefgen.editorial.tally import numbers, tally, told
from briefgen.outline.read import read
from briefgen.outline.tree import Map, Node, Scalar, Seq
from briefgen.problem import Problems

ROOT = Path(__file__).parents[2]
# what is no text, what is no words of the copy, and what is told apart (the masthead)
APART = (
    "id image alt qr credit width here align addresses confidence derived new_page place row_heads decorative design print "
    "publisher authors language date number series keywords marking advice kind"
).split()


def words(text: str) -> list[str]:
    text = re.sub(r"\]\([^)]*\)|\[\^[^\]]*\]|\{lang=[^}]*\}|\[?@[\w-]+\]?", " ", text)
    return re.findall(r"[^\W\d_]{2,}", text)


def scalars(node: Node) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Seq):
        return [found for item in node.items for found in scalars(item)]
    return [found for key, child in node.entries.items() if key not in APART for found in scalars(child)]


@pytest.mark.parametrize("name", ["brief.yaml", "assets/examples/one-column.yaml"])
def test_every_word_is_in_a_passage(name: str) -> None:
    outline = read(ROOT / name, Problems())
    assert outline is not None
    brief = compose(outline, Problems())
    assert brief is not None
    copy = copy_of(brief, outline.root)
    found = words("\n".join(passage.text for passage in copy.passages))
    wanted = [
        word
        for scalar in scalars(outline.root)
        if scalar.text not in {"findings", "recommendations"}
        for word in words(scalar.text)
    ]
    assert isinstance(outline.root, Map)
    assert sorted(set(wanted) - set(found)) == []
    assert len(found) >= len(wanted)
    assert brief.front.summary is not None
    assert not any(passage.text.startswith(("Answered by", "Addresses ")) for passage in copy.passages)


def test_words_are_counted_by_part(tmp_path: Path) -> None:
    path = tmp_path / "brief.yaml"
    path.write_text(
        "title: Two words\nsections:\n  - heading: Why now\n    content: [One two three.[^1]]\n"
        "  - content: [Four]\nnotes: {1: A note}\n"
    )
    outline = read(path, Problems())
    assert outline is not None
    brief = compose(outline, Problems())
    assert brief is not None
    found = tally(copy_of(brief, outline.root))
    assert found.parts == (("Title", 2), ("Why now", 5), ("Without a heading", 1))
    assert (found.total, found.behind, found.readability) == (8, 2, None)
    assert numbers(found)["text"] == 8
    assert told(found).split("\n")[-1] == "reading time: about 1 minute"
