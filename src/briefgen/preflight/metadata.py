"""What a file says of itself: XMP metadata, the information dictionary, and the standards that they claim.

Comes in: a document. Goes out: Metadata. The promise: hostile XML is not read. Refuses to know whether a claim is kept.
"""

import re
import xml.etree.ElementTree as ET
from typing import Any

import msgspec
import pikepdf

from briefgen.preflight.document import Document, catalog
from briefgen.preflight.finding import Findings
from briefgen.preflight.objects import FAULTS, TooLargeError, decoded, entry, filters, name, text

MOST_XMP = 1 << 22  # bytes
NAMESPACES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/xap/1.0/mm/": "xmpMM",
    "http://ns.adobe.com/pdf/1.3/": "pdf",
    "http://www.aiim.org/pdfa/ns/id/": "pdfaid",
    "http://www.aiim.org/pdfua/ns/id/": "pdfuaid",
    "http://www.npes.org/pdfx/ns/id/": "pdfxid",
    "http://ns.adobe.com/pdfx/1.3/": "pdfx",
}
CODINGS = [(coding, "\ufeff") for coding in ("utf-32-be", "utf-32-le", "utf-16-be", "utf-16-le", "utf-8")]
DECLARED = re.compile(r"^\ufeff?\s*<\?xml [^>]*\?>")  # what it says of its coding is of its bytes
INFORMATION = ("Title", "Author", "Subject", "CreationDate", "ModDate", "GTS_PDFXVersion", "GTS_PDFXConformance", "Trapped")
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"


class Metadata(msgspec.Struct, frozen=True):
    """What a file says of itself. `xmp`: properties by names such as `dc:title`; `info`: the information dictionary."""

    xmp: dict[str, str]
    info: dict[str, str]
    present: bool
    packed: bool

    @property
    def pdfx(self) -> str:
        """The PDF/X version that is claimed, such as `PDF/X-4`."""
        return (
            self.xmp.get("pdfxid:GTS_PDFXVersion")
            or self.xmp.get("pdfx:GTS_PDFXVersion")
            or self.info.get("GTS_PDFXVersion", "")
        )

    @property
    def pdfa(self) -> tuple[str, str]:
        """The part and the level of PDF/A that is claimed, such as 2 and A."""
        return self.xmp.get("pdfaid:part", ""), self.xmp.get("pdfaid:conformance", "").upper()

    @property
    def pdfua(self) -> str:
        """The part of PDF/UA that is claimed."""
        return self.xmp.get("pdfuaid:part", "")

    @property
    def title(self) -> str:
        return self.xmp.get("dc:title") or self.info.get("Title", "")


def read(document: Document, findings: Findings) -> Metadata:
    """The metadata of a file; a finding when they cannot be read, or when the two kinds say different things."""
    stream = catalog(document, "/Metadata")
    xmp: dict[str, str] = {}
    if isinstance(stream, pikepdf.Stream):
        try:
            xmp = _properties(decoded(stream, MOST_XMP))
        except (ET.ParseError, TooLargeError, LookupError, MemoryError, *FAULTS):
            findings.add("preflight/bad-metadata", "the XMP metadata cannot be read")
    info = {key: said for key in INFORMATION if (said := _said(document, key))}
    for mine, other in (("Title", "dc:title"), ("GTS_PDFXVersion", "pdfxid:GTS_PDFXVersion"), ("Trapped", "pdf:Trapped")):
        if mine in info and other in xmp and info[mine] != xmp[other]:
            message = f"{mine} is {info[mine][:60]!r} in one place and {xmp[other][:60]!r} in another"
            findings.add("preflight/metadata-disagrees", message)
    return Metadata(xmp, info, isinstance(stream, pikepdf.Stream), bool(filters(stream)))


def _said(document: Document, key: str) -> str:
    value: Any = entry(document.info, "/" + key)
    if isinstance(value, bool):
        return str(value)
    return (text(value) or name(value)).strip()


def _properties(data: bytes) -> dict[str, str]:
    """The properties of an XMP packet, each with its first value. ET.ParseError when it is no XML, or has entities."""
    packet = _unicode(data)
    if re.search(r"<!\s*(DOCTYPE|ENTITY)", packet):
        raise ET.ParseError
    tree = ET.fromstring(packet.strip("\0\ufeff \r\n\t"))  # noqa: S314 - a text without entities cannot swell
    found: dict[str, str] = {}
    for description in tree.iter(RDF + "Description"):
        for key, value in description.attrib.items():
            found.setdefault(_short(key), value.strip())
        for child in description:
            words = [part.strip() for part in child.itertext() if part.strip()]
            found.setdefault(_short(child.tag), words[0] if words else "")
    return found


def _unicode(data: bytes) -> str:
    """A packet as text; it may be in any UTF (ISO 16684-1, 7.1), which shows at its first `<` or before it."""
    for coding, mark in CODINGS:
        for start in (mark.encode(coding), "<".encode(coding)):
            if data.startswith(start):
                return DECLARED.sub("", data.decode(coding))
    return DECLARED.sub("", data.decode("utf-8"))


def _short(tag: str) -> str:
    namespace, _, local = tag.removeprefix("{").rpartition("}")
    return f"{NAMESPACES.get(namespace, namespace)}:{local}"
