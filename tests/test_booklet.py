"""The command `briefgen booklet`, end to end."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from support.numbered import folded, halves, numbered

from briefgen.arguments import parse
from briefgen.booklet import booklet
from briefgen.cli import main
from briefgen.order import Order

GOOD = "title: Water for Saltmarsh\nrecommendations: [{action: Mend the pipes.}]\n"
WARNED = GOOD + "notes: {1: Nobody points here.}\n"
BAD = "title: Water for Saltmarsh\ncolour: red\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    (tmp_path / "brief.yaml").write_text(GOOD)
    numbered(tmp_path / "report.pdf", 6)
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (
            [],
            r"build/brief-booklet\.pdf: 1 sheet of A3 for 1 page, 3 blank pages added at the end; "
            r"print on both sides, flip on the short edge",
        ),
        (
            ["report.pdf", "--flip", "long", "--paper", "a4"],
            r"build/report-booklet-a4\.pdf: 2 sheets of A4 for 6 pages, 2 blank pages added at the end; "
            r"pages at 71% of their size; print on both sides, flip on the long edge",
        ),
        (["report.pdf", "--n-up", "2"], r"build/report-2up\.pdf: 3 sides of A4 for 6 pages"),
        (["report.pdf", "--n-up", "4", "-o", "x.pdf"], r"x\.pdf: 2 sides of A4 for 6 pages"),
    ],
)
def test_one_line_says_what_was_made(
    folder: Path, arguments: list[str], line: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["booklet", *arguments]) == 0
    seen = capfd.readouterr()
    assert seen.err == ""
    assert re.fullmatch(line + r", \d+\.\d\d s\nCUPS: lp -o media=A[34] .*\n", seen.out.replace("\\", "/"))
    assert (folder / line.split(":")[0].replace("\\", "")).exists()


def test_options_reach_the_sheets(folder: Path) -> None:
    assert main(["booklet", "report.pdf", "--flip", "long", "--paper-thickness", "0.2mm", "--no-fold-marks", "-q"]) == 0
    path = folder / "build/report-booklet.pdf"
    sides = halves(path)
    assert folded(sides, "long") == [1, 2, 3, 4, 5, 6, None, None]
    with pikepdf.open(path) as pdf:
        assert pdf.Root.ViewerPreferences.Duplex == "/DuplexFlipLongEdge"
        assert all(b" S" not in page.Contents.read_bytes() for page in pdf.pages)
    assert sides[2]["right"].x - sides[0]["right"].x == pytest.approx(-0.2 * 72 / 25.4, abs=1e-3)


@pytest.mark.parametrize(("text", "points"), [("0.1mm", 0.28346), ("0.1", 0.28346), ("100um", 0.28346), ("0.004in", 0.288)])
def test_thicknesses(text: str, points: float) -> None:
    assert parse(["booklet", "--paper-thickness", text]).paper_thickness == pytest.approx(points, abs=1e-4)


def test_arguments() -> None:
    assert parse(["booklet"]) == Order("booklet")
    assert parse(["booklet", "x.pdf", "--n-up", "4"]) == Order("booklet", "x.pdf", n_up=4)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--n-up", "3"],
        ["--flip", "up"],
        ["--paper", "a9"],
        ["--paper-thickness", "thick"],
        ["--paper-thickness", "nan"],
        ["--paper-thickness", "-1mm"],
        ["--paper-thickness", "2in"],
        ["--n-up", "2", "--flip", "long"],
        ["--n-up", "2", "--no-fold-marks"],
    ],
    ids=" ".join,
)
def test_wrong_usage(arguments: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["booklet", *arguments])
    assert caught.value.code == 2
    assert capfd.readouterr().err.startswith("usage: briefgen")


def test_json_counts_sides_and_blanks(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["booklet", "report.pdf", "--format", "json"]) == 0
    seen = json.loads(capfd.readouterr().out)
    assert {"version": 1, "pages": 6, "sides": 4, "blanks": 2, "paper": "A3", "problems": []}.items() <= seen.items()
    (folder / "report.pdf").write_bytes(b"%PDF-1.7 and no more")
    assert main(["booklet", "report.pdf", "--format", "json"]) == 1
    seen = json.loads(capfd.readouterr().out)
    assert (seen["output"], seen["problems"][0]["code"]) == (None, "impose/unreadable")


def test_problems_of_the_outline_stop_it(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["booklet"]) == 0
    before = (folder / "build/brief-booklet.pdf").read_bytes()
    (folder / "brief.yaml").write_text(BAD)
    assert main(["booklet"]) == 1
    assert "brief.yaml:2:1: error outline/unknown-key" in capfd.readouterr().err
    assert (folder / "build/brief-booklet.pdf").read_bytes() == before
    (folder / "brief.yaml").write_text(WARNED)
    assert [(p.code, p.severity) for p in booklet("brief.yaml").problems] == [("content/unused-note", "warning")]
    assert [(p.code, p.severity) for p in booklet("brief.yaml", strict=True).problems] == [("content/unused-note", "error")]


def test_warnings_of_the_pdf_count_when_strict(folder: Path) -> None:
    numbered(folder / "long.pdf", 104, (30, 40))
    assert booklet("long.pdf", "x.pdf").output == Path("x.pdf")
    result = booklet("long.pdf", "y.pdf", strict=True)
    assert [(p.code, p.severity) for p in result.problems] == [("impose/thick-booklet", "error")]
    assert result.output is None
    assert not (folder / "y.pdf").exists()


def test_a_pdf_is_known_by_its_beginning(folder: Path) -> None:
    (folder / "report.pdf").rename(folder / "report")
    assert booklet("report").pages == 6


def test_the_source_is_not_overwritten(folder: Path) -> None:
    before = (folder / "report.pdf").read_bytes()
    assert [p.code for p in booklet("report.pdf", "report.pdf").problems] == ["build/unwritable"]
    assert [p.code for p in booklet("brief.yaml", "brief.yaml").problems] == ["build/unwritable"]
    assert (folder / "report.pdf").read_bytes() == before


def test_no_outline_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert [p.code for p in booklet("brief.yaml").problems] == ["outline/unreadable"]
    assert [p.code for p in booklet("a\0b").problems] == ["outline/unreadable"]
    assert [p.code for p in booklet("a\0b.pdf", "x.pdf").problems] == ["impose/unreadable"]


def test_bytes_are_the_same_in_any_process(folder: Path) -> None:
    made = set()
    for seed, zone in [("0", "UTC"), ("1", "Asia/Tokyo")]:
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        command = [sys.executable, "-m", "briefgen", "booklet", "-q"]
        subprocess.run(command, cwd=folder, env=environment, check=True)
        made.add((folder / "build/brief-booklet.pdf").read_bytes())
    assert len(made) == 1


def test_a_build_does_not_load_pikepdf(folder: Path) -> None:
    program = "import sys; from briefgen.cli import main; main(['build', '-q']); sys.exit('pikepdf' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], cwd=folder, check=False).returncode == 0
