"""Words divided at lines' ends, found by readers: those of a German brief, and those whose hyphen is written."""

import json
import re
import shutil
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from support import finders, tagtree

from briefgen.build import build
from briefgen.content.compose import compose
from briefgen.layout.compose import lay_out
from briefgen.layout.items import Glyphs, Pages
from briefgen.outline.read import read
from briefgen.problem import Problems
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter

FIRST = (
    "Bundes Landes Wohnungs Energie Verkehrs Wasser Gesundheits Verwaltungs Umwelt Sicherheits Bildungs Forschungs "
    "Wirtschafts Versorgungs"
).split()
LAST = "förderung ministerium gesetzgebung entwicklung zuständigkeit verordnung beratungsstellen vereinbarungen".split()
COMPOUNDS = [first + last for first in FIRST for last in LAST]
FINDERS = {
    "poppler": pytest.param(
        finders.with_poppler, marks=pytest.mark.skipif(not shutil.which("pdftotext"), reason="no poppler")
    ),
    "pdf.js": pytest.param(finders.with_pdfjs, marks=pytest.mark.skipif(not finders.has_pdfjs(), reason="no pdf.js")),
    "MuPDF": finders.with_mupdf,
    "pdfium": finders.with_pdfium,
}

Finder = Callable[[Path, list[str]], dict[str, int]]


def sentences() -> list[str]:
    """Each word of COMPOUNDS once, among short ones."""
    parts = [COMPOUNDS[at : at + 4] for at in range(0, len(COMPOUNDS), 4)]
    return [f"{one}, {two}, ihre {three} und {four}." for one, two, three, four in parts]


def outline(folder: Path) -> Path:
    said = sentences()
    content = [
        " ".join(said[:15]),
        {"list": said[15:19]},
        {"box": {"heading": "Ein Fall", "content": [" ".join(said[19:25])]}},
        {"table": {"head": ["Was", "Wer"], "rows": [[said[25], "Alle."]]}},
    ]
    source = folder / "wörter.yaml"
    brief = {
        "title": "Zuständigkeiten",
        "date": "2026-01-01",
        "language": "de",
        "design": {"paper": "a5"},
        "sections": [{"content": content}],
        "findings": [{"statement": said[26], "evidence": said[27]}],
    }
    source.write_text(json.dumps(brief), encoding="utf-8")
    return source


def pages_of(source: Path) -> Pages:
    problems = Problems()
    tree = read(source, problems)
    brief = compose(tree, problems) if tree else None
    assert brief is not None
    return lay_out(brief, Typesetter(FontBook.load(None, None, (), problems), brief.metadata.language), problems)


def divided(pages: Pages) -> list[str]:
    """The words that a line's end divides with a hyphen that nobody wrote.

    Not those that a column's end divides: poppler and MuPDF join no lines over it.
    """
    texts: dict[str, str] = defaultdict(str)
    places: dict[str, float] = {}
    for page in pages.pages:
        for item in page.items:
            if isinstance(item, Glyphs) and item.id:
                texts[item.id] += " " if item.y < places.get(item.id, 0.0) else ""
                places[item.id] = item.y
                texts[item.id] += "".join(glyph.text for glyph in item.glyphs)
    return [found.replace("\u00ad", "") for text in texts.values() for found in re.findall(r"\w+(?:\u00ad\w+)+", text)]


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A file, and the words that are divided in it."""
    folder = tmp_path_factory.mktemp("divided")
    source = outline(folder)
    assert build(source, folder / "wörter.pdf").output
    return folder / "wörter.pdf", divided(pages_of(source))


def test_there_are_divided_words_in_all_kinds_of_text(german: tuple[Path, list[str]]) -> None:
    words = german[1]
    assert len(words) == len(set(words)) >= 20


@pytest.mark.parametrize("finder", FINDERS.values(), ids=FINDERS)
def test_each_divided_word_is_found(german: tuple[Path, list[str]], finder: Finder) -> None:
    file, words = german
    assert {word: found for word, found in finder(file, words).items() if found != 1} == {}


def test_a_divided_word_is_read_with_a_soft_hyphen(german: tuple[Path, list[str]]) -> None:
    """For those who are read to: an element of its own, which may not be nested (poppler would lose what follows)."""
    file, words = german
    text = tagtree.read(file).text
    assert [word for word in words if not re.search("\u00ad?".join(word), text) or word in text] == []
    with pikepdf.open(file) as pdf:
        for page in pdf.pages:
            depth = 0
            for instruction in pikepdf.parse_content_stream(page):
                depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(str(instruction.operator), 0)
                assert depth <= 1


def test_a_hyphen_that_is_written_keeps_its_character(tmp_path: Path) -> None:
    source = tmp_path / "hyphens.yaml"
    words = " ".join(f"land-use-{number}-state-of-the-art" for number in range(60))
    source.write_text(json.dumps({"title": "T", "date": "2026-01-01", "sections": [{"content": [words]}]}), encoding="utf-8")
    assert build(source, tmp_path / "hyphens.pdf").output
    ends = [item.glyphs[-1].text for page in pages_of(source).pages for item in page.items if isinstance(item, Glyphs)]
    assert ends.count("-") > 10
    assert words in tagtree.read(tmp_path / "hyphens.pdf").text
