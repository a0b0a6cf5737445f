"""Claims of the oldest and the newest standards: kept ones are believed, broken ones told, what is not checked is said."""

from collections.abc import Callable

import pytest
from pikepdf import Array, Dictionary, Name, String
from support.faults import codes, layer
from support.sheet import Sheet

from briefgen.preflight.judge import preflight
from briefgen.preflight.rules import OFFICE

NEWEST = "http://iso.org/pdf2/ssn"
Break = Callable[[Sheet], None]


def old(version: str, header: str) -> Sheet:
    """A sheet that claims PDF/X-1a or -3, and keeps it."""
    sheet = Sheet()
    sheet.xmp = sheet.xmp.replace("PDF/X-4", version)
    sheet.header = header
    for key, value in {"CreationDate": "D:20261122", "ModDate": "D:20261122", "GTS_PDFXVersion": version}.items():
        sheet.pdf.docinfo["/" + key] = String(value)
    if version == "PDF/X-1:2001":
        sheet.pdf.docinfo.GTS_PDFXConformance = String("PDF/X-1a:2001")
    return sheet


def newest(properties: str) -> Sheet:
    """A sheet that claims PDF/A-4 or PDF/UA-2 in PDF 2.0."""
    sheet = Sheet()
    sheet.drop_claim()
    sheet.claim(properties)
    sheet.header = "2.0"
    tree, make = sheet.pdf.Root.StructTreeRoot, sheet.pdf.make_indirect
    space = make(Dictionary(Type=Name.Namespace, NS=String(NEWEST)))
    tree.K = Array([make(Dictionary(S=Name.Document, NS=space, K=tree.K, P=tree))])
    tree.Namespaces = Array([space])
    sheet.page.OutputIntents = sheet.pdf.Root.OutputIntents
    del sheet.pdf.trailer["/Info"]
    return sheet


A4, UA2 = 'pdfaid:part="4" pdfaid:rev="2020"', 'pdfuaid:part="2" pdfuaid:rev="2024"'
KEPT = {
    "X-1a:2001": lambda: old("PDF/X-1:2001", "1.3"),
    "X-1a:2003": lambda: old("PDF/X-1a:2003", "1.4"),
    "X-3:2002": lambda: old("PDF/X-3:2002", "1.3"),
    "X-3:2003": lambda: old("PDF/X-3:2003", "1.4"),
    "A-4": lambda: newest(A4),
    "UA-2": lambda: newest(UA2),
    "both": lambda: newest(f"{A4} {UA2}"),
}


@pytest.mark.parametrize("claim", KEPT)
def test_a_claim_that_is_kept(claim: str) -> None:
    data = KEPT[claim]().save()
    found = [(finding.code, finding.severity) for finding in preflight(data, OFFICE)]
    assert set(found) == {("preflight/not-checked", "note")}
    assert len(found) == (2 if claim == "both" else 1)


def test_pdfx_6_by_the_intents_of_pages() -> None:
    sheet = Sheet()
    sheet.xmp = sheet.xmp.replace("PDF/X-4", "PDF/X-6")
    sheet.header = "2.0"
    sheet.page.OutputIntents = sheet.pdf.Root.OutputIntents
    del sheet.pdf.Root["/OutputIntents"]
    assert codes(sheet) == set()
    sheet.header = "1.7"
    del sheet.page["/OutputIntents"]
    assert codes(sheet) == {"preflight/pdfx-not-kept", "print/no-output-intent"}


def with_layer(sheet: Sheet) -> None:
    layer(sheet)


def with_managed_grey(sheet: Sheet) -> None:
    sheet.resources.ColorSpace.Own = Array([Name.CalGray, Dictionary(WhitePoint=Array([0.96, 1, 0.82]))])
    sheet.paint("/Own cs 0.5 scn 100 100 50 50 re f")


def without_dates(sheet: Sheet) -> None:
    del sheet.pdf.docinfo["/ModDate"]


def without_conformance(sheet: Sheet) -> None:
    del sheet.pdf.docinfo["/GTS_PDFXConformance"]


def with_half_opacity(sheet: Sheet) -> None:
    sheet.resources.ExtGState.Half = Dictionary(ca=0.5)
    sheet.paint("/Half gs 0.2 0 0 0 k 100 100 50 50 re f")


@pytest.mark.parametrize("change", [with_layer, with_managed_grey, without_dates, without_conformance, with_half_opacity])
def test_pdfx_1a_that_is_not_kept(change: Break) -> None:
    sheet = old("PDF/X-1:2001", "1.3")
    change(sheet)
    assert codes(sheet, "office") == {"preflight/pdfx-not-kept"}


def test_pdfx_3_may_hold_managed_colour() -> None:
    sheet = old("PDF/X-3:2003", "1.4")
    with_managed_grey(sheet)
    assert codes(sheet) == {"print/managed-gray"}


def an_old_header(sheet: Sheet) -> None:
    sheet.header = "1.7"


def an_information_dictionary(sheet: Sheet) -> None:
    sheet.pdf.docinfo.Title = String("A clean sheet")


def no_year(sheet: Sheet) -> None:
    sheet.xmp = sheet.xmp.replace('pdfaid:rev="2020"', "").replace('pdfuaid:rev="2024"', "")


def a_text_file(sheet: Sheet) -> None:
    sheet.pdf.attachments["a.txt"] = b"text"


def a_plain_namespace(sheet: Sheet) -> None:
    del sheet.pdf.Root.StructTreeRoot.K[0]["/NS"]


def a_link_to_a_place(sheet: Sheet) -> None:
    link = Dictionary(Subtype=Name.Link, Rect=Array([100, 100, 200, 200]), A=Dictionary(S=Name.GoTo))
    link.A.D = Array([sheet.page, Name.Fit])
    sheet.page.Annots = Array([sheet.pdf.make_indirect(link)])
    sheet.page.Tabs = Name.S


@pytest.mark.parametrize("change", [an_old_header, an_information_dictionary, no_year, a_text_file])
def test_pdfa_4_that_is_not_kept(change: Break) -> None:
    sheet = newest(A4)
    change(sheet)
    assert codes(sheet, "office") == {"preflight/pdfa-not-kept"}


def test_pdfa_4f_is_for_embedded_files() -> None:
    sheet = newest(A4 + ' pdfaid:conformance="F"')
    assert codes(sheet, "office") == {"preflight/pdfa-not-kept"}
    a_text_file(sheet)
    assert codes(sheet, "office") == set()


@pytest.mark.parametrize("change", [an_old_header, no_year, a_plain_namespace, a_link_to_a_place])
def test_pdfua_2_that_is_not_kept(change: Break) -> None:
    sheet = newest(UA2)
    change(sheet)
    assert codes(sheet, "office") == {"preflight/pdfua-not-kept"}
