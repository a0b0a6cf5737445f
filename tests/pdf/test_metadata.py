import io
from typing import Any
from xml.etree import ElementTree

import pikepdf
import pytest

from briefgen.content.brief import Metadata
from briefgen.pdf.metadata import moment
from briefgen.pdf.write import write
from briefgen.standards import PDF_A_3A, PDF_UA_1, PDF_X_4, Claim

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"


def test_info_and_packet_say_the_same(by_hand: Any) -> None:
    brief = by_hand.brief(
        title="War & <peace> “now”", authors=("Ann Ó", "Bo"), subject="S", keywords=("a", "b]]>"), publisher="P & Q"
    )
    pdf = pikepdf.open(io.BytesIO(write(by_hand.pages(()), brief)))
    info = {key: str(value) for key, value in pdf.docinfo.items()}
    assert info["/Title"] == "War & <peace> “now”"
    assert info["/Author"] == "Ann Ó; Bo"
    assert info["/CreationDate"] == info["/ModDate"] == "D:20261122000000Z"
    with pdf.open_metadata() as packet:
        assert packet["dc:title"] == info["/Title"]
        assert packet["dc:creator"] == ["Ann Ó", "Bo"]
        assert packet["dc:language"] == {"en-GB"}
        assert packet["dc:publisher"] == {"P & Q"}
        assert packet["pdf:Keywords"] == info["/Keywords"] == "a, b]]>"
        assert packet["pdf:Producer"] == info["/Producer"]
        assert packet["xmp:CreateDate"] == "2026-11-22T00:00:00Z"


def test_control_characters_leave_the_packet_well_formed(by_hand: Any) -> None:
    pdf = pikepdf.open(io.BytesIO(write(by_hand.pages(()), by_hand.brief(title="a\x01b\ufffec"))))
    tree = ElementTree.fromstring(pdf.Root.Metadata.read_bytes())
    assert [li.text for li in tree.iterfind(f".//{DC}title//{RDF}li")] == ["a\ufffdb\ufffdc"]


@pytest.mark.parametrize(
    ("date", "epoch", "stamp"),
    [
        ("2026-11-22", None, "2026-11-22T00:00:00Z"),
        ("2026-11", 0, "2026-11-01T00:00:00Z"),
        ("2026", None, "2026-01-01T00:00:00Z"),
        ("", 86399, "1970-01-01T23:59:59Z"),
        ("", None, ""),
    ],
)
def test_date_is_the_outline_s_or_the_one_passed_in(date: str, epoch: int | None, stamp: str) -> None:
    assert moment(Metadata("t", date=date), epoch) == stamp


def test_without_a_date_nothing_is_dated(by_hand: Any) -> None:
    pdf = pikepdf.open(io.BytesIO(write(by_hand.pages(()), by_hand.brief(date=""))))
    assert "/CreationDate" not in pdf.docinfo
    assert b"CreateDate" not in pdf.Root.Metadata.read_bytes()


def described(packet: bytes) -> set[str]:
    """The properties that a packet explains, with their prefixes."""
    schema = "{http://www.aiim.org/pdfa/ns/schema#}"
    return {
        f"{entry.findtext(f'{schema}prefix')}:{name.text}"
        for entry in ElementTree.fromstring(packet).iter(f"{RDF}li")
        if entry.find(f"{schema}prefix") is not None
        for name in entry.iter("{http://www.aiim.org/pdfa/ns/property#}name")
    }


def test_the_file_says_what_the_claim_says(by_hand: Any) -> None:
    claim = Claim((PDF_X_4, PDF_UA_1, PDF_A_3A))
    data = write(by_hand.pages(()), by_hand.brief(), claim=claim)
    pdf = by_hand.read(data)
    assert data.startswith(b"%PDF-1.6")
    with pdf.open_metadata() as packet:
        assert (packet["pdfaid:part"], packet["pdfaid:conformance"], packet["pdfuaid:part"]) == ("3", "A", "1")
        assert packet["pdf:Trapped"] == "False"
        assert packet["{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"] == "PDF/X-4"
    assert described(pdf.Root.Metadata.read_bytes()) == {"pdfxid:GTS_PDFXVersion", "pdf:Trapped", "pdfuaid:part"}
    assert str(pdf.docinfo["/Trapped"]) == "/False"
    intents = list(pdf.Root.OutputIntents)
    assert [str(intent.S) for intent in intents] == ["/GTS_PDFX", "/GTS_PDFA1"]
    assert len({intent.DestOutputProfile.objgen for intent in intents}) == 1


def test_a_file_that_claims_nothing_says_nothing(by_hand: Any) -> None:
    pdf = by_hand.read(write(by_hand.pages(()), by_hand.brief(), claim=Claim(())))
    packet = pdf.Root.Metadata.read_bytes()
    assert described(packet) == set()
    assert b"pdfaExtension:schemas" not in packet
    assert b"id:part" not in packet
    assert "/OutputIntents" not in pdf.Root


@pytest.mark.parametrize("described", [True, False])
def test_authors_orcid_ids_and_addresses_are_told_and_described_where_pdf_a_wants_it(by_hand: Any, described: bool) -> None:
    ids = ("https://orcid.org/0000-0002-1825-0097", "https://orcid.org/0000-0001-5109-3700")
    claim = Claim((PDF_UA_1, PDF_A_3A) if described else (PDF_UA_1,))
    data = write(by_hand.pages(()), by_hand.brief(orcids=ids, emails=("a@example.org",)), claim=claim)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        packet = pdf.Root.Metadata.read_bytes()
    tree = ElementTree.fromstring(packet)
    assert [li.text for li in tree.iterfind(f".//{{https://schema.org/}}author/{RDF}Seq/{RDF}li")] == [*ids]
    assert [li.text for li in tree.iterfind(f".//{{https://schema.org/}}email/{RDF}Seq/{RDF}li")] == ["a@example.org"]
    for name in (b"author", b"email"):
        assert (b"<pdfaProperty:name>" + name + b"</pdfaProperty:name>" in packet) == described
