"""`briefgen preflight --verapdf`: what veraPDF's own command says is among the findings."""

import os
import shlex
from pathlib import Path

import pytest
from support.sheet import Sheet
from support.verapdf import OPTIONS, jars, lacking

from briefgen.preflight.judge import preflight
from briefgen.preflight.rules import OFFICE

COMMAND = Path(__file__).with_name("Cli.java")  # the command line of veraPDF, which its jar has not
pytestmark = pytest.mark.skipif(bool(lacking()), reason=lacking())


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """veraPDF's command on the PATH."""
    words = ["exec", "java", *OPTIONS, "-cp", os.pathsep.join(map(str, jars())), str(COMMAND)]
    script = tmp_path / "verapdf"
    script.write_text(f'#!/bin/sh\n{shlex.join(words)} "$@"\n')
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")


@pytest.mark.usefixtures("installed")
def test_what_verapdf_finds_is_told() -> None:
    sheet = Sheet()
    sheet.drop_claim()
    sheet.claim('pdfuaid:part="1"')
    mine = {finding.message for finding in preflight(sheet.save(), OFFICE)}
    found = [finding for finding in preflight(sheet.save(), OFFICE, ask_verapdf=True) if finding.message not in mine]
    assert found
    assert {finding.code for finding in found} == {"preflight/pdfua-not-kept"}
    # the sheet has no parent tree, so nothing of it is tagged as veraPDF has it
    assert any("ISO 14289-1:2014, 7.1-3" in finding.message and finding.page == 1 for finding in found)
    assert all("veraPDF: " in finding.message for finding in found)


def test_verapdf_that_is_not_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    sheet = Sheet()
    sheet.claim('pdfuaid:part="1"')
    found = [finding for finding in preflight(sheet.save(), OFFICE, ask_verapdf=True) if finding.code == "preflight/verapdf"]
    assert [finding.severity for finding in found] == ["error"]


def test_nothing_to_ask() -> None:
    (found,) = preflight(Sheet().save(), OFFICE, ask_verapdf=True)
    assert (found.code, found.severity) == ("preflight/verapdf", "note")


def test_an_answer_that_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    script = tmp_path / "verapdf"
    script.write_text("#!/bin/sh\necho no XML\n")
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    sheet = Sheet()
    sheet.claim('pdfuaid:part="1"')
    found = preflight(sheet.save(), OFFICE, ask_verapdf=True)
    assert [finding.code for finding in found] == ["preflight/verapdf"]
