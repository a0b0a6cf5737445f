"""PDF 2.0: no information dictionary, namespaces of structure types, links that lead to elements."""

from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from briefgen.build import build
from briefgen.preflight.judge import preflight
from briefgen.preflight.rules import OFFICE

OUTLINE = """\
title: Wells
date: 2026-11-22
design: {standards: [PDF/UA-2, PDF/A-4]}
sections:
- heading: Water
  content:
  - "A paragraph of CO~2~ and m^2^ with a note.[^1]"
  - pull_quote: Rivers carry less water than they ever did.
findings: [{id: leaks, statement: Half of it leaks.}]
recommendations: [{id: meters, action: Meter each farm, addresses: [leaks]}]
notes: {"1": The source of it.}
references: [A source]
"""
NEWEST = "http://iso.org/pdf2/ssn"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("modern")
    (folder / "brief.yaml").write_text(OUTLINE)
    result = build(folder / "brief.yaml", folder / "brief.pdf")
    assert [problem for problem in result.problems if problem.severity == "error"] == []
    assert result.output is not None
    return result.output


def elements(node: Any) -> list[Any]:
    kids = node.get("/K", Array([]))
    below = list(kids) if isinstance(kids, Array) else [kids]
    return [node, *(one for kid in below if isinstance(kid, Dictionary) and "/S" in kid for one in elements(kid))]


def test_there_is_no_information_dictionary(output: Path) -> None:
    with pikepdf.open(output) as pdf:
        assert pdf.pdf_version == "2.0"
        assert "/Info" not in pdf.trailer


def test_scripts_say_where_they_stand(output: Path) -> None:
    with pikepdf.open(output) as pdf:
        tree = elements(pdf.Root.StructTreeRoot.K[0])
        found = [str(one.A.TextPosition) for one in tree if "/A" in one and "/TextPosition" in one.A]
    assert found == ["/Sub", "/Sup"]


def test_types_are_in_their_namespaces(output: Path) -> None:
    with pikepdf.open(output) as pdf:
        tree = elements(pdf.Root.StructTreeRoot.K[0])
        spaces = {str(one.S): str(one.NS.NS) if "/NS" in one else "" for one in tree}
    assert spaces["/Document"] == spaces["/P"] == spaces["/L"] == spaces["/FENote"] == NEWEST
    assert spaces["/BlockQuote"] == spaces["/Reference"] == ""
    assert "/Note" not in spaces


def test_links_lead_to_elements(output: Path) -> None:
    with pikepdf.open(output) as pdf:
        names = pdf.Root.Names.Dests.Names
        places = {bytes(names[at]).decode(): names[at + 1] for at in range(0, len(names), 2)}
        assert "recommendation-meters" in places
        for place in places.values():
            assert place.SD[0].get("/Type", Name.StructElem) == Name.StructElem
            assert list(map(str, place.SD[1:])) == list(map(str, place.D[1:]))
        element = places["recommendation-meters"].SD[0]
        assert str(element.S) == "/LI"
        assert str(places["noteref-1"].SD[0].S) == "/Reference"


def test_the_judge_believes_it(output: Path) -> None:
    found = preflight(output.read_bytes(), OFFICE)
    assert {(finding.code, finding.severity) for finding in found} == {("preflight/not-checked", "note")}


def test_a_press_file_in_pdf_2_is_pdfx_6(tmp_path: Path) -> None:
    source = tmp_path / "brief.yaml"
    source.write_text(OUTLINE)
    result = build(source, tmp_path / "press.pdf", profile="press")
    assert [problem for problem in result.problems if problem.severity == "error"] == []
    assert result.output is not None
    found = preflight(result.output.read_bytes())
    assert {finding.code for finding in found if finding.severity != "note"} == set()
    assert any("PDF/X-6" in finding.message for finding in found if finding.code == "preflight/not-checked")
    with pikepdf.open(result.output) as pdf:
        states = pdf.pages[0].Resources.ExtGState
        assert {str(state.UseBlackPtComp) for _, state in states.items()} == {"/ON"}
        assert [str(one.S) for one in pdf.Root.OutputIntents] == ["/GTS_PDFA1", "/GTS_PDFX"]
