"""The report to look at: one file that loads nothing, with the findings at their places."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from pikepdf import Name, String
from support.sheet import BOTTOM, LEFT, TOP, Sheet

from briefgen.cli import main
from briefgen.judgement import Judged
from briefgen.markup import markup
from briefgen.preflight.judge import preflight


def report(sheet: Sheet, file: str = "a.pdf") -> str:
    data = sheet.save()
    return markup([(Judged(file, preflight(data)), data)], "press")


def rectangles(html: str) -> list[dict[str, str]]:
    return [ET.fromstring(found).attrib for found in re.findall(r"<rect .*?</rect>", html) if "place" in found]


def test_findings_are_drawn_at_their_places() -> None:
    sheet = Sheet()
    sheet.paint("1 0 0 rg 100 100 50 40 re f")
    html = report(sheet)
    (place,) = rectangles(html)
    assert place["class"] == "place error"
    assert float(place["x"]) == pytest.approx(100 - LEFT, abs=0.02)
    assert float(place["y"]) == pytest.approx(TOP - 140, abs=0.02)
    assert (float(place["width"]), float(place["height"])) == pytest.approx((50, 40), abs=0.02)
    box = re.search(r'viewBox="([^"]+)"', html)
    assert box
    left, top, width, height = map(float, box[1].split())
    assert (left, top) == pytest.approx((-LEFT, -BOTTOM), abs=0.02)
    assert (width, height) == pytest.approx((LEFT + sheet_width(sheet), BOTTOM + sheet_height(sheet)), abs=0.02)
    assert f'href="#{place["id"]}"' in html


def sheet_width(sheet: Sheet) -> float:
    return float(sheet.page.MediaBox[2]) - LEFT


def sheet_height(sheet: Sheet) -> float:
    return float(sheet.page.MediaBox[3]) - BOTTOM


def test_a_line_is_large_enough_to_be_seen() -> None:
    sheet = Sheet()
    sheet.paint("0 0 0 1 K 0.1 w 100 100 m 200 100 l S")
    (place,) = rectangles(report(sheet))
    assert float(place["height"]) >= 4


def test_nothing_of_a_pdf_is_run_or_loaded() -> None:
    sheet = Sheet()
    evil = '"><script src="https://example.org/x.js"></script>'
    font = sheet.font(BaseFont=Name("/" + evil.replace("/", "")))
    del font.FontDescriptor["/FontFile2"]
    sheet.resources.Font.F = sheet.pdf.make_indirect(font)
    sheet.pdf.docinfo.Title = String(evil)
    html = report(sheet, evil + "\x1b[2J")
    assert "<script" not in html
    assert "\x1b" not in html
    assert "default-src 'none'" in html
    assert not re.search(r'(src|href)="(?!data:image/png;base64,|#)', html)


def test_a_file_that_is_none() -> None:
    assert "preflight/unreadable" in markup([(Judged("a.pdf", preflight(b"none")), b"none")], "press")


def test_only_so_many_pages_are_shown() -> None:
    sheet = Sheet()
    for _ in range(103):
        sheet.add_page()
    del sheet.pdf.pages[103].obj["/TrimBox"]
    html = report(sheet)
    assert html.count("<h3>") == 100
    assert "<h3>Page 104</h3>" in html


def test_the_command_writes_it(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    pdf, target = tmp_path / "a.pdf", tmp_path / "out" / "a.html"
    data = Sheet().save()
    pdf.write_bytes(data)
    assert main(["preflight", str(pdf), "--report", str(target)]) == 0
    assert "<h3>Page 1</h3>" in target.read_text(encoding="utf-8")
    assert main(["preflight", str(pdf), "--report", str(pdf)]) == 1
    assert "build/unwritable" in capfd.readouterr().err
    assert pdf.read_bytes() == data


@pytest.mark.parametrize("name", ["brief.yaml", "map.png", "report.pdf", "report"])
def test_a_report_replaces_no_file_of_another_kind(name: str, tmp_path: Path) -> None:
    pdf, other = tmp_path / "a.pdf", tmp_path / name
    pdf.write_bytes(Sheet().save())
    other.write_text("title: T")
    assert main(["preflight", str(pdf), "--report", str(other)]) == 1
    assert other.read_text() == "title: T"
