"""What briefgen promises for every outline, tried on outlines that nobody wrote.

BRIEFGEN_EXAMPLES sets how many outlines are made; `.ci/run` asks for 1,000.
"""

import json
import os
import shutil
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from hypothesis import HealthCheck, given, seed, settings
from support.press import brief_of, printed_brief
from support.strategies import noted

from briefgen.build import build
from briefgen.content.brief import Brief, Offered, Text
from briefgen.typeset.families import default_folder

EXAMPLES = int(os.environ.get("BRIEFGEN_EXAMPLES", "24"))
SHARES = 4


def texts(node: object) -> Iterator[Text]:
    """All texts of a brief in reading order."""
    if isinstance(node, Text):
        yield node
    elif isinstance(node, tuple):
        for part in node:
            yield from texts(part)
    elif isinstance(node, msgspec.Struct) and not isinstance(node, Offered):  # which only a long brief takes
        for field in node.__struct_fields__:
            yield from texts(getattr(node, field))


def letters(text: str) -> str:
    """Letters and digits alone: how words are spaced, divided and punctuated is left aside."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())


def with_pdfium(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return "".join(page.get_textpage().get_text_range() for page in pdf)


def with_poppler(path: Path) -> str:
    return subprocess.run(
        ["pdftotext", "-raw", path, "-"], capture_output=True, text=True, encoding="utf-8", check=True
    ).stdout


def missing(brief: Brief, read_back: str) -> str:
    """The first text that is not read back, or ""; one that a page's end divides may be in parts.

    What floats stands apart from its place in the outline: the order is that of the tag tree, which other tests read. A text
    that says what another says is told from it by the number of letters in all.
    """
    found = letters(read_back)
    short = Counter("".join(letters(text.plain) for text in texts(brief)))
    short.subtract(found)
    for text in texts(brief):
        wanted = letters(text.plain)
        while wanted:
            size = len(wanted)
            while size and wanted[:size] not in found:
                size -= 1
            if size < min(len(wanted), 8):
                return text.plain
            wanted = wanted[size:]
    return "".join((+short).elements())


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("promises")


@pytest.mark.parametrize("share", range(SHARES))
def test_every_word_is_on_the_pages(folder: Path, share: int) -> None:
    """In shares, so that they can be tried at the same time (`pytest -n auto`)."""

    @seed(share)
    @settings(max_examples=EXAMPLES // SHARES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(outline=noted())
    def holds(outline: dict[str, Any]) -> None:
        source, output = folder / f"outline-{share}.yaml", folder / f"brief-{share}.pdf"
        source.write_text(json.dumps(outline, ensure_ascii=False), encoding="utf-8")
        output.unlink(missing_ok=True)
        result = build(source, output)
        assert [problem for problem in result.problems if problem.severity == "error"] == []
        brief = printed_brief(source, output)
        assert missing(brief, with_pdfium(output)) == ""
        if shutil.which("pdftotext"):
            assert missing(brief, with_poppler(output)) == ""

    holds()


@pytest.mark.parametrize("name", ["brief.yaml", "assets/examples/one-column.yaml"])
def test_every_word_of_the_examples_is_on_the_pages(folder: Path, name: str) -> None:
    source, output = Path(__file__).parents[1] / name, folder / "example.pdf"
    assert build(source, output).problems == ()
    assert missing(printed_brief(source, output), with_pdfium(output)) == ""
    if shutil.which("pdftotext"):
        assert missing(printed_brief(source, output), with_poppler(output)) == ""


@pytest.mark.parametrize(
    ("read_back", "lost"),
    [
        ("Water for all\nThe pipes leak.\n1 / 2\nThe wells are safe.", ""),
        ("Water for all\nThe pi\u00ad\npes leak.The wells\n1 / 2\nare safe.", ""),
        ("Water for all\nThe wells are safe. The pipes leak.", ""),
        ("Water for all\nThe pipes leak. The pipes leak.", "The wells are safe."),
        ("Water for all. The wells are safe. The pipes leak", ""),
        ("Water for all. The wells are safe. The pipes lea", "The pipes leak."),
        ("Water for all\nThe pipes leak. The are safe.", "The wells are safe."),
        ("The pipes leak. The wells are safe.", "Water for all"),
        ("Water for all\nThe pipes leak. The wells are", "The wells are safe."),
    ],
)
def test_the_judge_misses_what_is_missing(folder: Path, read_back: str, lost: str) -> None:
    source = folder / "judge.yaml"
    source.write_text("title: Water for all\nsections: [{content: [The pipes leak., The wells are safe.]}]")
    assert missing(brief_of(source), read_back) == lost


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is not installed")
@pytest.mark.parametrize("space", [0.12, 0.17, 0.19])
def test_words_are_apart_in_a_face_with_narrow_spaces(tmp_path: Path, space: float) -> None:
    """Readers tell words by the room between them; poppler wants more than 0.15 em."""
    font = TTFont(default_folder("body") / "SourceSerifPro-Regular.ttf")
    font["hmtx"]["space"] = (round(space * font["head"].unitsPerEm), 0)
    font.save(tmp_path / "narrow.ttf")
    words = " ".join(f"{word}{number}" for number in range(200) for word in ("water", "in", "of", "the", "districts"))
    outline = {
        "title": "Narrow", "date": "2026-01-01", "design": {"typefaces": {"body": "narrow.ttf"}},
        "sections": [{"content": [words]}],
    }  # fmt: skip
    source = tmp_path / "narrow.yaml"
    source.write_text(json.dumps(outline), encoding="utf-8")
    assert build(source, tmp_path / "narrow.pdf").output
    read = with_poppler(tmp_path / "narrow.pdf").split()
    assert [word for word in words.split() if word not in read] == []
