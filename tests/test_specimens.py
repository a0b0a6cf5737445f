"""`briefgen looks`: a list, and a specimen of each look."""

import json
from pathlib import Path

import pytest

from briefgen.cli import main
from briefgen.looks.built_in import NAMES


def test_each_look_has_a_line_and_a_specimen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["looks", "--format", "json"]) == 0
    seen = capsys.readouterr()
    assert seen.err == ""
    assert [(one["name"], one["output"]) for one in json.loads(seen.out)] == [
        (name, str(Path("build", "looks", f"{name}.pdf"))) for name in NAMES
    ]
    assert all(Path("build", "looks", f"{name}.pdf").read_bytes().startswith(b"%PDF") for name in NAMES)


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    assert main(["looks", "-o", str(tmp_path / "file" / "looks")]) == 1
    assert "build/unwritable" in capsys.readouterr().err
