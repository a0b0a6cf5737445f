"""`briefgen new`: the folder builds, what its comments show is right, and nothing that is there is lost."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from briefgen.build import build, check
from briefgen.cli import main
from briefgen.outline.schema import json_schema
from briefgen.start import SCHEMA, TEMPLATE, start

EXAMPLE = re.compile(r"^( *)# (?=\w+: |- \w+: )", re.MULTILINE)


def test_a_new_brief_builds_without_a_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "wells", "-q"]) == 0
    assert sorted(path.name for path in (tmp_path / "wells").iterdir()) == [
        ".gitignore",
        "assets",
        "brief.schema.json",
        "brief.yaml",
    ]
    monkeypatch.chdir(tmp_path / "wells")
    made = build("brief.yaml", strict=True)
    assert made.problems == ()
    assert made.output == Path("build", "brief.pdf")


def test_the_schema_that_the_outline_names_is_beside_it(tmp_path: Path) -> None:
    assert start(tmp_path / "a").good
    assert TEMPLATE.splitlines()[0] == f"# yaml-language-server: $schema={SCHEMA}"
    assert json.loads((tmp_path / "a" / SCHEMA).read_text(encoding="utf-8")) == json_schema()


def test_every_example_in_its_comments_is_right(tmp_path: Path) -> None:
    shown, count = EXAMPLE.subn(r"\1", TEMPLATE)
    assert count == 15
    (tmp_path / "brief.yaml").write_text(shown, encoding="utf-8")
    assert check(tmp_path / "brief.yaml", strict=True).problems == ()


def test_a_folder_that_has_a_brief_is_one_problem(tmp_path: Path) -> None:
    assert start(tmp_path).good
    (problem,) = start(tmp_path).problems
    assert problem.code == "new/exists"
    assert all(name in f"{problem.place.file} {problem.message}" for name in ("brief.yaml", SCHEMA, ".gitignore"))


@pytest.mark.parametrize("name", ["brief.yaml", SCHEMA, ".gitignore"])
def test_a_file_that_is_there_stays(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine")
    made = start(tmp_path)
    assert [problem.code for problem in made.problems] == ["new/exists"]
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_text() == "mine"


@pytest.mark.parametrize("name", ["file", "file/deeper", "a\0b", "x" * 5000])
def test_a_folder_that_cannot_be(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("mine")
    assert [problem.code for problem in start(f"{tmp_path}/{name}").problems] == ["new/unwritable"]
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.parametrize("name", ["brief.docx", "brief.HTML", "brief.yaml", "brief.png"])
@pytest.mark.parametrize("command", ["build", "booklet"])
def test_a_pdf_is_not_written_under_the_name_of_another_kind(tmp_path: Path, name: str, command: str) -> None:
    assert start(tmp_path / "new").good
    done = subprocess.run(
        [sys.executable, "-m", "briefgen", command, "new/brief.yaml", "-o", name, "--format", "json"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert [found["code"] for found in json.loads(done.stdout)["problems"]] == ["build/wrong-ending"]
    assert not (tmp_path / name).exists()


def test_a_build_does_not_load_it(tmp_path: Path) -> None:
    assert start(tmp_path).good
    said = "import sys; from briefgen.cli import main; main(['-q']); print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", said], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "briefgen.build" in done.stdout.split()
    assert not {"briefgen.start", "briefgen.outline.schema", "lxml", "markdown_it", "zipfile"} & set(done.stdout.split())
    assert not [name for name in done.stdout.split() if name.startswith("briefgen.importing")]


@pytest.mark.parametrize(("name", "loaded"), [("a.md", {"markdown_it"}), ("a.txt", set())])
def test_an_import_loads_only_its_reader(tmp_path: Path, name: str, loaded: set[str]) -> None:
    (tmp_path / name).write_text("A title\n\nA text.", encoding="utf-8")
    order = ["new", "a", "--from", name, "-q"]
    said = f"import sys; from briefgen.cli import main; main({order}); print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", said], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert (tmp_path / "a" / "brief.yaml").exists()
    assert {"lxml", "markdown_it", "pikepdf", "reportlab", "uharfbuzz"} & set(done.stdout.split()) == loaded


DOCUMENT = """\
# Count every drop

## Summary

- Half of the water leaks away.
- Meters pay for themselves.

## Why now

A paragraph with *emphasis*, [a survey](https://example.org) and a note.[^a]

![A map of the basin](map.png)

Table 1: Wells

| Year | Wells |
|------|-------|
| 2024 | 1.5   |

## Recommendations

1. The ministry should publish all readings by 2027.
2. **Meter each farm well.** Nobody knows what is drawn.

[^a]: The source.
"""


def test_a_brief_from_a_document_builds_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "draft.md").write_text(DOCUMENT, encoding="utf-8")
    Image.new("RGB", (600, 400), "gray").save(tmp_path / "map.png")
    assert main(["new", "wells", "--from", "draft.md"]) == 0
    monkeypatch.chdir(tmp_path / "wells")
    made = build("brief.yaml")
    assert [problem for problem in made.problems if problem.severity == "error"] == []
    assert made.output == Path("build", "brief.pdf")
    text = (tmp_path / "wells" / "brief.yaml").read_text(encoding="utf-8")
    for part in (
        "- action: Meter each farm well.",
        "rationale: Nobody knows",
        "for: The ministry  # review",
        "by: 2027  # review",
    ):
        assert part in text


def test_nothing_is_written_for_a_document_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0 old")
    assert main(["new", str(tmp_path / "wells"), "--from", str(tmp_path / "old.doc"), "-q"]) == 1
    assert not (tmp_path / "wells").exists()
