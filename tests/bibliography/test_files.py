"""CSL-JSON, CSL-YAML, RIS and entries of an outline; and files that are none of these."""

from pathlib import Path
from typing import Any

import pytest
from support.composed import Desk

from briefgen.bibliography.load import load
from briefgen.bibliography.source import MOST_BYTES, Library
from briefgen.outline.tree import Map, Scalar
from briefgen.problem import Place, Problems

RIS = """\
TY  - RPRT
AU  - Cooper, Ann
A1  - United Nations
TI  - Counting
PY  - 2020/03/05/
Y2  - 2021/02/03
SP  - 4
EP  - 9
ER  -

TY  - JOUR
ID  - un:2019
AU  - Müller, Jörg, Jr.
SN  - 1234-5678
ER  -
TY  - WORDS
AU  - Cooper, Ann
PY  - 2020
"""


def loaded(folder: Path, name: str, data: str | bytes) -> tuple[Library, list[str]]:
    """The library of one file, and what is said: code, line, column."""
    problems = Problems()
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    item = Map({"file": Scalar(name, Place("brief.yaml", 2, 15))}, {}, Place("brief.yaml", 2, 15))
    library = load([item], lambda scalar: folder / scalar.text, "", problems)
    assert all(problem.hint for problem in problems.sorted())
    return library, [f"{each.code} {each.place}" for each in problems.sorted()]


def data(library: Library, key: str) -> dict[str, Any]:
    found = library.sources[key].data
    assert isinstance(found, dict)
    return found


def test_ris(tmp_path: Path) -> None:
    library, said = loaded(tmp_path, "a.ris", RIS)
    assert [(key, source.place.line) for key, source in library.sources.items()] == [
        ("cooper2020", 1),
        ("un:2019", 11),
        ("cooper2020a", 16),
    ]
    assert data(library, "cooper2020") == {
        "type": "report",
        "author": [{"family": "Cooper", "given": "Ann"}, {"literal": "United Nations"}],
        "title": "Counting",
        "issued": {"date-parts": [[2020, 3, 5]]},
        "accessed": {"date-parts": [[2021, 2, 3]]},
        "page": "4-9",
    }
    assert data(library, "un:2019")["author"] == [{"family": "Müller", "given": "Jörg", "suffix": "Jr."}]
    assert data(library, "un:2019")["ISSN"] == "1234-5678"
    assert said == ["bibliography/odd-entry a.ris:16:1"] * 2  # neither type nor end; two messages at one place


@pytest.mark.parametrize(
    ("name", "text", "keys", "said"),
    [
        ("a.json", '[{"id": "a", "title": "A"},\n {"id": 7, "title": "B"}]', ["a", "7"], []),
        ("a.json", '{"items": [{"id": "a"}]}', ["a"], []),
        ("a.json", '[{"id": "a"}\n {"id": "b"}]', ["a"], ["bibliography/bad-file a.json:2:2"]),
        ("a.json", '[{"id": "a"},\n {"id": }]', ["a"], ["bibliography/bad-file a.json:2:9"]),
        (
            "a.json",
            '[{"title": "A"},\n"words"]',
            [],
            ["bibliography/broken-entry a.json:1:2", "bibliography/broken-entry a.json:2:1"],
        ),
        ("a.json", '[{"id": "a", "issued": {"date-parts": [["x"]]}}]', ["a"], ["bibliography/odd-entry a.json:1:2"]),
        ("a.json", '[{"id": "a"}, {"id": "a"}]', ["a"], ["bibliography/duplicate-key a.json:1:15"]),
        ("a.json", "[" * 100_000, [], ["bibliography/bad-file a.json:1:2"]),
        ("a.yaml", "references:\n- id: a\n  title: A\n- title: B\n", ["a"], ["bibliography/broken-entry a.yaml:4:3"]),
        ("a.yaml", "---\nreferences: [{id: a}]\n---\n", ["a"], []),
        ("a.yaml", "- {id: a}\n", ["a"], []),
        ("a.yaml", "title: x\n", [], ["bibliography/bad-file a.yaml:1:1"]),
        ("a.yaml", "references: [\n", [], ["outline/bad-yaml a.yaml:1:14"]),
        ("a.bib", "", [], ["bibliography/bad-file a.bib"]),
        ("a.bib", b"@book{a, title = {\xfc}}", [], ["bibliography/bad-file a.bib:1:19"]),
        ("a.docx", "x", [], ["bibliography/bad-file brief.yaml:2:15"]),
        ("a.bib", b" " * (MOST_BYTES + 1), [], ["bibliography/too-large brief.yaml:2:15"]),
        ("a.ris", "words\nTY  - RPRT\nER  -", ["source"], ["bibliography/odd-entry a.ris:1:1"]),
    ],
    ids=lambda value: str(value)[:60],
)
def test_other_files(tmp_path: Path, name: str, text: str | bytes, keys: list[str], said: list[str]) -> None:
    library, found = loaded(tmp_path, name, text)
    assert list(library.sources) == keys
    assert found == said


def test_entries_of_an_outline(desk: Desk) -> None:
    done = desk.compose(
        "title: A\n"
        "bibliography:\n"
        "  - {id: a, type: report, title: On *rivers*, author: ['Cooper, Ann', United Nations], issued: 2020-03}\n"
        "  - {id: b, type: book, title: B, author: {literal: 'Rivers, Lakes'}, issued: forthcoming}\n"
        "  - {id: c, type: book, title: C, author: [{family: Müller, given: Jörg}], issued: 2019/2020}\n"
        "sections: [{content: ['Said [@a; @b; @c].']}]\n"
    )
    assert done.codes == []
    assert done.plain("s1.b1") == "Said (Cooper & United Nations, 2020; Müller, 2019–2020; Rivers, Lakes, forthcoming)."
    entry = next(text for text in done.texts() if text.id == "source-a.text")
    assert entry.plain == "Cooper, A., & United Nations. (2020). On rivers."


def test_a_source_that_says_nothing_cannot_be_cited(desk: Desk) -> None:
    done = desk.compose("title: A\nbibliography: [{id: a, type: book}]\nsections: [{content: ['Said [@a].']}]\n")
    assert done.said == ["content/unusable-source 3:30"]


def test_a_file_elsewhere_and_a_source_written_by_hand(desk: Desk) -> None:
    for written in ("../refs.bib", "/etc/refs.bib", "https://example.org/refs.bib", "none.bib"):
        done = desk.compose(f"title: A\nbibliography: {written}\nsections: [{{content: [A.]}}]\n")
        assert set(done.codes) <= {"content/path-outside", "content/remote-file", "bibliography/missing-file"}, written
        assert done.codes
    done = desk.compose("title: A\nbibliography: ['Cooper, A. (2020) Counting every drop.']\n")
    assert done.said == ["bibliography/missing-file 2:16"]
    assert "`references`" in done.problems[0].hint


def test_a_missing_file_is_told_once_and_not_each_key(desk: Desk) -> None:
    done = desk.compose("title: A\nbibliography: none.bib\nsections: [{content: ['Said [@a], [@b, p. 4].']}]\n")
    assert done.codes == ["bibliography/missing-file"]


def test_keys_that_nobody_could_write_are_made(tmp_path: Path) -> None:
    record = (
        '{"id": "http://zotero.org/users/1/items/%s", "author": [{"family": "Doe"}], "issued": {"date-parts": [["2020"]]}}'
    )
    library, said = loaded(tmp_path, "a.json", f"[{record % 'A'}, {record % 'B'}]")
    assert list(library.sources) == ["doe2020", "doe2020a"]
    assert said == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.ris", "TY  - BOOK\nID  - a\nTI  - A\nPY  - {}\nER  -\n"),
        ("a.json", '[{{"id": "a", "type": "book", "title": "A", "issued": {{"literal": "{}"}}}}]'),
        ("b.json", '[{{"id": "a", "type": "book", "title": "A", "issued": {{"raw": "{}"}}}}]'),
        ("a.yaml", 'references:\n- {{id: a, type: book, title: A, issued: "{}"}}\n'),
    ],
)
@pytest.mark.parametrize(("written", "span"), [("2019-2020", "2019–2020"), ("2019-20", "2019–20")])
def test_a_span_of_years_has_its_dash(tmp_path: Path, name: str, text: str, written: str, span: str) -> None:
    library, said = loaded(tmp_path, name, text.format(written))
    assert said == []
    assert data(library, "a")["issued"] == {"literal": span}


def test_ris_keeps_both_years_of_a_stroke(tmp_path: Path) -> None:
    library, _ = loaded(tmp_path, "a.ris", "TY  - BOOK\nID  - a\nTI  - A\nPY  - 2019/2020\nER  -\n")
    assert data(library, "a")["issued"] == {"literal": "2019/2020"}
