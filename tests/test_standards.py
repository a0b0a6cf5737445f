"""The table of standards: which can be kept together, and what a claim comes to."""

import pytest

from briefgen.standards import (
    NAMESPACES,
    PDF_A_2A,
    PDF_A_3A,
    PDF_A_4,
    PDF_A_4F,
    PDF_UA_1,
    PDF_UA_2,
    PDF_X_4,
    STANDARDS,
    USUAL,
    Claim,
)

PRESS = ("prtr", "CMYK")


@pytest.mark.parametrize(
    "claim",
    [
        USUAL,
        Claim(()),
        Claim((PDF_UA_1,), source=True),
        Claim((PDF_UA_1, PDF_A_3A), source=True),
        Claim((PDF_UA_1, PDF_A_3A)),
        Claim((PDF_X_4, PDF_UA_1, PDF_A_2A), linked=False, profile=PRESS),
        Claim((PDF_UA_1, PDF_A_2A), profile=("prtr", "GRAY"), dated=False),
        Claim((PDF_UA_1,), profile=("scnr", "Lab ")),  # nothing is said of what has no intent
        Claim((PDF_UA_2, PDF_A_4)),
        Claim((PDF_UA_2, PDF_A_4F), source=True),
    ],
)
def test_what_can_be(claim: Claim) -> None:
    assert claim.refusals == ()


@pytest.mark.parametrize(
    ("claim", "refused"),
    [
        (Claim((PDF_UA_1, PDF_A_2A), source=True), {PDF_A_2A: "source"}),
        (Claim((PDF_X_4,), profile=PRESS), {PDF_X_4: "links"}),
        (Claim((PDF_X_4,), linked=False, dated=False, profile=PRESS), {PDF_X_4: "date"}),
        (Claim((PDF_X_4,), linked=False), {PDF_X_4: "class"}),
        (Claim((PDF_X_4, PDF_A_2A), linked=False, profile=("prtr", "Lab ")), {PDF_X_4: "Lab", PDF_A_2A: "Lab"}),
        (Claim((PDF_A_2A,), profile=("scnr", "RGB ")), {PDF_A_2A: "scnr"}),
        (Claim((PDF_UA_2, PDF_A_4), source=True), {PDF_A_4: "source"}),
        (Claim((PDF_UA_2, PDF_A_4F)), {PDF_A_4F: "embed_source"}),
        (Claim((PDF_UA_2, PDF_A_2A)), {PDF_UA_2: "PDF/A-2a takes none newer than 1.7"}),
        (Claim((PDF_A_4, PDF_X_4), linked=False, profile=PRESS), {PDF_A_4: "2.0"}),
    ],
)
def test_what_cannot_be(claim: Claim, refused: dict[object, str]) -> None:
    said = claim.refusals
    assert len(said) == len(refused)
    for message, (standard, word) in zip(said, refused.items(), strict=True):
        assert message.startswith(getattr(standard, "name", "?"))
        assert word in message


def test_one_file_is_of_one_part_of_pdfa() -> None:
    (said,) = Claim((PDF_A_3A, PDF_UA_1, PDF_A_2A)).refusals
    assert {"PDF/A-2a", "PDF/A-3a"} <= set(said.split())


def test_the_header_suits_all() -> None:
    assert USUAL.version == (1, 7)
    assert Claim((PDF_UA_1, PDF_X_4, PDF_A_2A)).version == (1, 6)


def test_one_file_is_of_one_part_of_pdfua() -> None:
    (said,) = Claim((PDF_UA_1, PDF_UA_2)).refusals
    assert {"PDF/UA-1", "PDF/UA-2"} <= set(said.split())


def test_pdf_2_is_for_those_who_ask_for_it() -> None:
    assert not USUAL.modern
    claim = Claim((PDF_UA_2, PDF_A_4))
    assert claim.modern
    assert claim.version == (2, 0)
    assert claim.described == ()
    assert [address.rpartition("#")[2] for address in claim.declared] == ["accessibility1.0"]


def test_each_kind_of_intent_once() -> None:
    assert Claim((PDF_X_4, PDF_UA_1, PDF_A_2A)).intents == ("GTS_PDFX", "GTS_PDFA1")
    assert Claim((PDF_UA_1,)).intents == ()


def test_properties_are_described_where_pdfa_asks_for_it() -> None:
    assert Claim((PDF_X_4, PDF_UA_1)).described == ()
    keys = [each.key for each in Claim((PDF_X_4, PDF_UA_1, PDF_A_2A)).described]
    assert keys == ["pdfxid:GTS_PDFXVersion", "pdf:Trapped", "pdfuaid:part"]


@pytest.mark.parametrize("name", STANDARDS)
def test_the_table_is_whole(name: str) -> None:
    standard = STANDARDS[name]
    assert standard.name == name
    assert {part.prefix for part in standard.properties} <= set(NAMESPACES)
    assert all(bool(part.kind) == bool(part.meaning) for part in standard.properties)
    assert bool(standard.intent) == bool(standard.classes) == bool(standard.spaces)
