"""Copies for reviewers: what changed since the last PDF that carries its source."""

import os
from pathlib import Path

import pytest

from briefgen.build import Extras, build
from briefgen.cli import main
from briefgen.preflight.judge import preflight
from briefgen.preflight.rules import OFFICE
from briefgen.revision import revise

OLD = """\
title: Wells
date: 2026-11-22
design: {embed_source: true}
sections:
  - heading: Why now
    content: [One sentence of it., A second., A third.]
"""
NEW = OLD.replace("One sentence", "Two sentences").replace("A second., ", "").replace("A third.", "A third., And a fourth.")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("brief.yaml").write_text(OLD)
    return tmp_path


def test_what_changed_is_listed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-q"]) == 0
    (folder / "brief.yaml").write_text(NEW)
    found = revise("brief.yaml", [Path("build/brief.pdf"), Path("missing.pdf")])
    assert found.pdf == Path("build/brief.pdf")
    assert [change.kind for change in found.changes] == ["changed", "removed", "added"]
    assert {change.place.line for change in found.changes} == {6}
    assert main(["build", "--review"]) == 0
    said = capsys.readouterr().out
    assert "“One sentence of it.” → “Two sentences of it.”" in said
    assert Path("build/brief-review.pdf").is_file()
    assert main(["build", "--review"]) == 0
    assert "nothing changed since" in capsys.readouterr().out


def test_the_newest_pdf_with_a_source_is_taken(folder: Path) -> None:
    for name, text in (("a.pdf", OLD), ("b.pdf", NEW), ("c.pdf", OLD.replace("embed_source: true", "columns: 1"))):
        (folder / "brief.yaml").write_text(text)
        build("brief.yaml", name)
    for number, name in enumerate(("b.pdf", "a.pdf", "c.pdf")):
        os.utime(name, (number, number))
    Path("d.pdf").write_text("no PDF")
    (folder / "brief.yaml").write_text(OLD)
    found = revise("brief.yaml", [Path(f"{name}.pdf") for name in "bacd"])
    assert (found.pdf, found.changes) == (Path("a.pdf"), ())
    assert revise("brief.yaml", [Path("c.pdf")]).pdf is None


def test_a_copy_for_reviewers_keeps_what_a_brief_keeps(folder: Path) -> None:
    made = build("brief.yaml", "review.pdf", extras=Extras(review=True))
    assert made.problems == ()
    found = preflight((folder / "review.pdf").read_bytes(), OFFICE)
    assert [finding for finding in found if finding.severity == "error"] == []


@pytest.mark.usefixtures("folder")
def test_a_press_gets_no_drafts() -> None:
    with pytest.raises(SystemExit):
        main(["build", "--review", "--profile", "press"])
