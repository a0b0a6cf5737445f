"""The gallery of charts, and what a brief with charts promises: from the outline to the file."""

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from briefgen.build import build
from briefgen.preflight.judge import preflight

ROOT = Path(__file__).parents[1]
GALLERY = ROOT / "assets" / "examples" / "charts.yaml"
CHART = {"kind": "line", "title": "It falls", "alt": "auto", "source": "Example data"}
DATA = "Year,In,Out\n2022,41.5,30\n2023,,33\n2024,32,35\n"


def made(folder: Path, chart: dict[str, Any], **outline: Any) -> bytes:
    source = folder / "brief.yaml"
    content = ["A paragraph before.", {"chart": {**CHART, **chart}}, "A paragraph behind."]
    text = {"title": "Wells", "date": "2026-11-28", "sections": [{"content": content}], **outline}
    source.write_text(json.dumps(text), encoding="utf-8")
    result = build(source, folder / "brief.pdf")
    assert result.output is not None, result.problems
    return result.output.read_bytes()


@pytest.mark.parametrize("profile", ["office", "press", "gray"])
def test_the_gallery_is_sound(tmp_path: Path, profile: Any) -> None:
    result = build(GALLERY, tmp_path / "charts.pdf", profile=profile)
    assert not result.problems
    assert result.output is not None
    data = result.output.read_bytes()
    if profile == "press":
        assert [each.code for each in preflight(data) if each.severity == "error"] == []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        drawn = b"".join(page.Contents.read_bytes() for page in pdf.pages)
    assert b" Do Q" not in drawn  # no picture
    if profile != "office":
        assert b" rg\n" not in drawn
        assert b" RG\n" not in drawn
    if profile == "press":
        assert b"/Over gs 0 0 0 1 K" in drawn


def test_the_gallery_has_every_kind() -> None:
    from briefgen.charting.plot import KINDS

    text = GALLERY.read_text(encoding="utf-8")
    assert all(f"kind: {kind}" in text for kind in KINDS)


def test_words_are_read_in_their_order(tmp_path: Path) -> None:
    data = made(tmp_path, {"data": [row.split(",") for row in DATA.split()], "subtitle": "Million", "note": "Rounded"})
    with pypdfium2.PdfDocument(data) as pdf:
        text = pdf[0].get_textpage().get_text_range()
    wanted = ["A paragraph before", "It falls", "Million", "In", "Out", "Example data", "Rounded", "A paragraph behind"]
    places = [text.index(words) for words in wanted]
    assert places == sorted(places)


def test_a_file_of_numbers_goes_along_with_the_source(tmp_path: Path) -> None:
    (tmp_path / "flows.csv").write_text(DATA, encoding="utf-8")
    data = made(tmp_path, {"data": "flows.csv"}, design={"embed_source": "true"})
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.attachments["flows.csv"].get_file().read_bytes().decode() == DATA


def test_the_numbers_can_be_printed(tmp_path: Path) -> None:
    data = made(tmp_path, {"data": [row.split(",") for row in DATA.split()], "table": "true"})
    with pypdfium2.PdfDocument(data) as pdf:
        assert "41.5" in pdf[0].get_textpage().get_text_range()


def test_a_brief_without_charts_loads_nothing_of_them(tmp_path: Path) -> None:
    (tmp_path / "brief.yaml").write_text("title: Wells\nsections: [{content: [Words.]}]\n", encoding="utf-8")
    script = (
        "import sys; from pathlib import Path; from briefgen.build import build\n"
        "build(Path('brief.yaml'), Path('brief.pdf'))\n"
        "print([n for n in sys.modules if n.startswith(('briefgen.charting', 'briefgen.content.blocks.chart'))])"
    )
    found = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
