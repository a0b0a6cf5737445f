"""Files that others made: sound ones are not accused, and labels that are not honoured are not believed."""

import io
import subprocess
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from briefgen.build import build
from briefgen.preflight.document import bounded, read
from briefgen.preflight.finding import Findings
from briefgen.preflight.interpret import interpret
from briefgen.preflight.judge import preflight
from briefgen.preflight.rules import OFFICE, PRESS
from briefgen.preflight.source import Source
from briefgen.preflight.state import Mark

# WeasyPrint leaves files open when it converts images, and says so when a library is not there that it can do without
pytestmark = pytest.mark.filterwarnings(
    "ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning", "ignore:HarfBuzz-Subset:DeprecationWarning"
)

ROOT = Path(__file__).parents[2]
TYPST = """
#set document(title: "A brief", author: "A. Author")
#set page(paper: "a4")
#set text(lang: "en")
= Heading
#lorem(300)
#figure(image("noise.png", width: 6cm, alt: "Noise"), caption: [Noise])
#table(columns: 2, table.header([a], [b]), [1], [2])
#link("https://example.org")[a link]
#rect(fill: gradient.linear(red, blue), width: 5cm)
"""
HTML = """<html lang="en"><head><title>A brief</title><style>@page { size: A4; margin: 2cm } h1 { color: #8a1c1c }
.band { background: linear-gradient(red, blue); height: 1cm; opacity: 0.5 }</style></head>
<body><h1>Heading</h1><p>Some words of text, <a href="https://example.org">a link</a> and more.</p>
<img src="noise.png" alt="Noise" style="width: 6cm"><table><tr><th>a<th>b</tr><tr><td>1<td>2</tr></table>
<div class="band"></div></body></html>"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("others")
    Image.effect_noise((600, 400), 60).convert("RGB").save(path / "noise.png")
    (path / "brief.typ").write_text(TYPST)
    return path


def by_typst(folder: Path, *standards: str) -> bytes:
    typst = pytest.importorskip("typst")
    data: bytes = typst.compile(str(folder / "brief.typ"), pdf_standards=list(standards))
    return data


def by_weasyprint(folder: Path, **options: Any) -> bytes:
    try:
        import weasyprint
    except (ImportError, OSError):  # OSError: no Pango
        pytest.skip("WeasyPrint is not installed")
    data: bytes = weasyprint.HTML(string=HTML, base_url=f"{folder}/").write_pdf(**options)
    return data


def by_ghostscript(folder: Path, data: bytes, *options: str) -> bytes:
    (folder / "in.pdf").write_bytes(data)
    command = [
        "gs",
        "-q",
        "-dNOPAUSE",
        "-dBATCH",
        "-dSAFER",
        "-sDEVICE=pdfwrite",
        *options,
        "-sOutputFile=out.pdf",
        "in.pdf",
    ]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return (folder / "out.pdf").read_bytes()


def errors(data: bytes) -> list[str]:
    return [f"{finding.code}: {finding.message}" for finding in preflight(data, OFFICE) if finding.severity == "error"]


@pytest.mark.parametrize("standards", [(), ("a-2b",), ("ua-1",), ("a-3u",)], ids=lambda value: "-".join(value) or "plain")
def test_typst(folder: Path, standards: tuple[str, ...]) -> None:
    data = by_typst(folder, *standards)
    assert preflight(data, OFFICE) == []


@pytest.mark.parametrize("variant", [None, "pdf/ua-1", "pdf/a-3b", "pdf/a-2u"])
def test_weasyprint(folder: Path, variant: str | None) -> None:
    assert errors(by_weasyprint(folder, pdf_variant=variant)) == []


def test_weasyprint_claims_pdfx_with_rgb_and_without_an_intent(folder: Path) -> None:
    data = by_weasyprint(folder, pdf_variant="pdf/x-4")
    assert {"preflight/pdfx-not-kept"} == {
        finding.code for finding in preflight(data, OFFICE) if finding.severity == "error"
    }
    assert {"print/rgb", "print/no-output-intent", "print/annotation"} == {
        finding.code for finding in preflight(data, PRESS) if finding.severity == "error"
    }


def test_ghostscript(folder: Path) -> None:
    assert errors(by_ghostscript(folder, by_typst(folder))) == []
    assert errors(by_ghostscript(folder, by_weasyprint(folder))) == []


def test_ghostscript_claims_pdfa_without_an_intent(folder: Path) -> None:
    rgb = "-sColorConversionStrategy=RGB"
    data = by_ghostscript(folder, by_weasyprint(folder), "-dPDFA=2", "-dPDFACompatibilityPolicy=1", rgb)
    assert [error.split(":")[0] for error in errors(data)] == ["preflight/pdfa-not-kept"]


@pytest.fixture(scope="module")
def brief(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    result = build(ROOT / "brief.yaml", tmp_path_factory.mktemp("brief") / "brief.pdf")
    assert result.output is not None
    return result.output.read_bytes()


def test_our_own_brief_is_fit_for_the_office(brief: bytes) -> None:
    assert preflight(brief, OFFICE) == []


def test_our_own_brief_is_not_fit_for_a_press(brief: bytes) -> None:
    assert {"print/no-output-intent", "print/rgb", "print/annotation"} == {
        finding.code for finding in preflight(brief, PRESS) if finding.severity == "error"
    }


def text_edges(data: bytes) -> list[tuple[float, float, float]]:
    """For each page, the left and right edge of its text and its lowest baseline's letters, as the judge sees them."""
    edges = []
    with bounded():
        document = read(data, Findings(OFFICE))
        assert document is not None
        marks: list[Mark] = []
        source = Source(document.pdf, marks.append, lambda *_: None)
        for page in document.pages:
            marks.clear()
            interpret(page, source)
            boxes = [mark.box for mark in marks if mark.kind == "text"]
            edges.append((min(box[0] for box in boxes), max(box[2] for box in boxes), max(box[3] for box in boxes)))
    return edges


def edges_by_pdfium(data: bytes) -> list[tuple[float, float, float]]:
    found = []
    for page in pypdfium2.PdfDocument(io.BytesIO(data)):
        text = page.get_textpage()
        boxes = [text.get_charbox(at, loose=True) for at in range(text.count_chars()) if text.get_text_range(at, 1).strip()]
        height = page.get_height()
        found.append((min(b[0] for b in boxes), max(b[2] for b in boxes), height - min(b[1] for b in boxes)))
    return found


@pytest.mark.parametrize("maker", ["own", "typst", "weasyprint", "ghostscript"])
def test_text_stands_where_pdfium_sees_it(maker: str, folder: Path, brief: bytes) -> None:
    """Within three points: letters reach over their widths, and a font says of its depth what it likes."""
    made = {
        "own": lambda: brief,
        "typst": lambda: by_typst(folder),
        "weasyprint": lambda: by_weasyprint(folder),
        "ghostscript": lambda: by_ghostscript(folder, by_typst(folder)),
    }
    data = made[maker]()
    for mine, theirs in zip(text_edges(data), edges_by_pdfium(data), strict=True):
        assert mine == pytest.approx(theirs, abs=3)


def test_a_page_of_another_reader(brief: bytes) -> None:
    """Turned pages are judged as they are read: what is near the trim stays near it."""
    turned = []
    for turn in (0, 90, 180, 270):
        with pikepdf.open(io.BytesIO(brief)) as pdf:
            for page in pdf.pages:
                page.rotate(turn, relative=False)
            stream = io.BytesIO()
            pdf.save(stream)
        turned.append(sorted((f.code, f.page, f.count) for f in preflight(stream.getvalue(), PRESS)))
    assert turned[0] == turned[1] == turned[2] == turned[3]
