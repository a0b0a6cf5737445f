"""What the oldest and the newest standards ask beyond what all of their kind do: PDF/X-1a, -3 and -6, PDF/A-4, PDF/UA-2.

Comes in: facts. Goes out: findings, and a note of what was not looked at. The promise: no file that keeps a standard is
accused; what is not checked is said. Refuses to know the rules that `standards` holds for all.

ISO 15930-1, -4 (PDF/X-1a), -3, -6 (PDF/X-3), -9 (PDF/X-6); ISO 19005-4; ISO 14289-2.
"""

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from briefgen.preflight.acts import attached
from briefgen.preflight.document import catalog
from briefgen.preflight.facts import Facts
from briefgen.preflight.layers import Layers
from briefgen.preflight.objects import entry, items, name, path, text

NEWEST = "http://iso.org/pdf2/ssn"  # the namespace of the structure types of PDF 2.0 (ISO 32000-2, 14.8.6)
YEAR = re.compile(r"\d{4}")
MOST_LINKS = 20_000
DEEPEST = 8  # levels of a name tree
UNCHECKED = {
    "PDF/X-1": "trapping, and that no key is newer than PDF 1.3 or 1.4",
    "PDF/X-3": "trapping, the profiles of single objects, and that no key is newer than PDF 1.3 or 1.4",
    "PDF/X-6": "black-point compensation, mixing hints of spot colours, external profiles, encodings of spectra",
    "PDF/A-4": "glyphs against their fonts, the syntax of the file byte by byte, digital signatures, 3D content",
    "PDF/UA-2": "that tags fit their content, structure types in their namespaces, MathML, glyphs against their fonts",
}


def old_pdfx(said: str, facts: Facts) -> Iterator[str]:
    """What PDF/X-1a and PDF/X-3 forbid that later versions allow."""
    info, find = facts.metadata.info, facts.findings.has
    if Layers(facts.document.root).all:
        yield f"{said} allows no layers"
    if facts.seen.jpx:
        yield f"{said} allows no JPEG 2000"
    if name(entry(facts.document.pdf.trailer, "/Type")) == "XRef":
        yield f"{said} allows no cross-reference stream"
    missing = [key for key in ("Title", "CreationDate", "ModDate", "GTS_PDFXVersion") if not info.get(key)]
    if missing:
        yield f"the information dictionary has no {', '.join(missing)}"
    if said == "PDF/X-1:2001" and info.get("GTS_PDFXConformance", "") not in ("PDF/X-1:2001", "PDF/X-1a:2001"):
        yield "GTS_PDFXConformance says neither PDF/X-1:2001 nor PDF/X-1a:2001"
    if said.startswith("PDF/X-1") and any(find(f"print/managed-{kind}") for kind in ("rgb", "cmyk", "gray")):
        yield f"{said} allows no colours but inks"


def pdfx6(said: str, facts: Facts) -> Iterator[str]:
    """What PDF/X-6 asks."""
    if facts.document.version[0] != 2:
        yield f"{said} needs a header of PDF 2.0"
    wanted = ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate", "dc:title", "xmpMM:DocumentID", "xmpMM:RenditionClass")
    missing = [key for key in wanted if not facts.metadata.xmp.get(key)]
    if missing:
        yield f"the metadata have no {', '.join(missing)}"


def pdfa4(level: str, facts: Facts) -> Iterator[str]:
    """What PDF/A-4 asks (ISO 19005-4, 6.1.2, 6.1.3, 6.7.3, 6.9)."""
    if facts.document.version[0] != 2:
        yield "PDF/A-4 needs a header of PDF 2.0"
    if facts.document.info is not None and catalog(facts.document, "/PieceInfo") is None:
        yield "PDF/A-4 allows no information dictionary but beside PieceInfo"
    if not YEAR.fullmatch(facts.metadata.xmp.get("pdfaid:rev", "")):
        yield "the metadata do not say the year of PDF/A-4 (pdfaid:rev)"
    files = attached(facts.document)
    if level == "F" and not files:
        yield "PDF/A-4f is for files with embedded files, and here is none"
    if not level and any(not text(key).lower().endswith(".pdf") for key in files):
        yield "PDF/A-4 allows no embedded files but PDF/A; PDF/A-4f does"


def pdfua2(facts: Facts) -> Iterator[str]:
    """What PDF/UA-2 asks (ISO 14289-2, 5, 6.1, 8.2.5.2, 8.8)."""
    if facts.document.version[0] != 2:
        yield "PDF/UA-2 needs a header of PDF 2.0"
    if not YEAR.fullmatch(facts.metadata.xmp.get("pdfuaid:rev", "")):
        yield "the metadata do not say the year of PDF/UA-2 (pdfuaid:rev)"
    tops = items(catalog(facts.document, "/StructTreeRoot", "/K"))
    if len(tops) != 1 or name(entry(tops[0], "/S")) != "Document" or text(path(tops[0], "/NS", "/NS")) != NEWEST:
        yield "the tags are not all in one Document of the namespace of PDF 2.0"
    named = {bytes(key) for key, value in _destinations(facts) if isinstance(key, pikepdf.String) and _is_place(value)}
    plain = sum(1 for link in _links(facts) if _leads_to_a_place(link, named))
    if plain:
        yield f"{plain} links within the file lead to a place and not to an element (structure destination)"


def _links(facts: Facts) -> Iterator[Any]:
    count = 0
    for page in facts.document.pages:
        for note in items(entry(page.leaf, "/Annots")):
            count += 1
            if count > MOST_LINKS:
                return
            if name(entry(note, "/Subtype")) == "Link":
                yield note


def _destinations(facts: Facts) -> Iterator[tuple[Any, Any]]:
    """The named destinations of a file (ISO 32000-2, 12.3.2.4)."""
    waiting = [(catalog(facts.document, "/Names", "/Dests"), 0)]
    for _ in range(MOST_LINKS):
        if not waiting:
            return
        node, depth = waiting.pop()
        flat = items(entry(node, "/Names"))
        yield from zip(flat[::2], flat[1::2], strict=False)
        waiting += [(kid, depth + 1) for kid in items(entry(node, "/Kids")) if depth < DEEPEST]


def _is_place(value: Any) -> bool:
    """Whether a destination leads to no element: an array begins with one, a dictionary has one besides."""
    if isinstance(value, pikepdf.Array):
        return name(entry(value[0], "/Type")) == "Page" if len(value) else True
    return entry(value, "/SD") is None


def _leads_to_a_place(link: Any, named: set[bytes]) -> bool:
    """Whether a link within the file leads to no element. `named`: the names of destinations that do not."""
    action = entry(link, "/A")
    inner = name(entry(action, "/S")) == "GoTo"
    if inner and entry(action, "/SD") is not None:
        return False
    target = entry(action, "/D") if inner else entry(link, "/Dest")
    if target is None:
        return False
    return bytes(target) in named if isinstance(target, pikepdf.String) else _is_place(target)


def unchecked(facts: Facts) -> None:
    """Say what was not looked at of these standards."""
    claims = [facts.metadata.pdfx, f"PDF/A-{facts.metadata.pdfa[0]}", f"PDF/UA-{facts.metadata.pdfua}"]
    for standard, what in UNCHECKED.items():
        if any(claim.startswith(standard) for claim in claims):
            hint = "" if standard.startswith("PDF/X") else "`--verapdf` has veraPDF judge it, where it is installed"
            facts.findings.add("preflight/not-checked", f"of {standard} is not checked: {what}", hint=hint)
