"""What is said of a PDF: a page of it at most, whatever the file; and all of it for machines."""

import json
import re
from pathlib import Path

import pytest
from pikepdf import Name, Stream
from support.sheet import Sheet

from briefgen.cli import main
from briefgen.geometry import Rect
from briefgen.judgement import Judged, for_machines, judgement, summary
from briefgen.preflight.finding import Finding
from briefgen.preflight.judge import preflight
from briefgen.preflight.rules import RULES


def thin(page: int, value: float = 0.1, **more: int) -> Finding:
    message = f"a line is {value} pt thick"
    return Finding(
        "print/hairline", "error", message, page, Rect(72, 72, 144, 1), value, 0.25, "pt", "draw it thicker", **more
    )


def test_few_findings_are_told_one_by_one() -> None:
    said = judgement(Judged("a.pdf", [thin(1), thin(2), thin(9, count=3)])).splitlines()
    assert [line.split(":")[1] for line in said if not line.startswith("hint")] == [
        f" page {page}, 25.4 × 25.4 mm in, 50.8 × 0.4 mm large" for page in (1, 2, 9)
    ]
    assert said[-1].endswith("(and 2 more on this page)")
    assert [line for line in said if line.startswith("hint")] == ["hint: draw it thicker"]


def test_what_repeats_is_told_once_with_its_pages_and_its_worst_place() -> None:
    said = judgement(Judged("a.pdf", [thin(page, 0.05 if page == 7 else 0.1) for page in (3, *range(5, 18))])).splitlines()
    assert len(said) == 2
    assert said[0].startswith(
        "a.pdf: pages 3, 5-17: error print/hairline: a line is 0.05 pt thick (the worst of 14, on page 7,"
    )


def test_every_rule_broken_on_every_page_is_a_page_of_text() -> None:
    findings = [
        Finding(code, severity, f"{kind} of {number} things", page, hint=f"do something about {kind}")
        for code, rule in RULES.items()
        if (severity := rule.press)
        for kind in ("an area", "a line", "text", "a shading", "an image", "a group")
        for number, page in enumerate(range(1, 100))
    ]
    said = judgement(Judged("a.pdf", findings)).splitlines()
    assert len(said) <= len({(finding.code, finding.severity) for finding in findings})
    assert all(line.startswith("a.pdf: pages 1-99: ") for line in said)


def test_a_long_file_with_faults_on_each_page() -> None:
    sheet = Sheet()
    for _ in range(59):
        sheet.add_page()
    sheet.resources.XObject.Rgb = sheet.image(100, 100, Name.DeviceRGB, b"abc")
    for number, page in enumerate(sheet.pdf.pages):
        more = f"1 0 0 rg 100 100 50 50 re f 0.1 w 100 200 m 200 200 l S {72 + number} 0 0 72 100 300 cm /Rgb Do"
        page.obj.Contents = Stream(sheet.pdf, (sheet.content + more).encode())
    findings = preflight(sheet.save())
    assert len(findings) > 200
    assert len(judgement(Judged("a.pdf", findings)).splitlines()) <= 12


def test_summaries() -> None:
    every = [Judged("a.pdf", []), Judged("b.pdf", [thin(1), thin(2)])]
    assert summary(every[:1], "press") == "a.pdf: no errors, no warnings (press rules)"
    assert summary(every, "press").splitlines()[1:] == [
        "b.pdf: 2 errors, no warnings (press rules)",
        "2 files: 1 without errors, 1 with errors",
    ]
    assert set(json.loads(for_machines(every[:1], "press"))) == {"version", "file", "rules", "findings"}
    said = json.loads(for_machines(every, "press"))
    assert [(one["file"], len(one["findings"])) for one in said["files"]] == [("a.pdf", 0), ("b.pdf", 2)]


def test_several_files_in_one_call(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    good, bad = Sheet(), Sheet()
    bad.paint("1 0 0 rg 100 100 50 50 re f")
    names = [str(tmp_path / name) for name in ("good.pdf", "bad.pdf", "missing.pdf")]
    Path(names[0]).write_bytes(good.save())
    Path(names[1]).write_bytes(bad.save())
    assert main(["preflight", *names]) == 1
    seen = capfd.readouterr()
    assert re.search(r"bad\.pdf: page 1, .*print/rgb", seen.err)
    assert "missing.pdf: error preflight/unreadable" in seen.err
    assert seen.out.splitlines()[-1] == "3 files: 1 without errors, 2 with errors"
    assert main(["preflight", names[0], names[0]]) == 0
