"""What the file says of itself: the Info dictionary and the XMP packet.

Comes in: the brief's metadata, the build's date, and what the file claims to be. Goes out: both records, saying the same.
The promise: nothing is said that the outline or the claim does not say; no clock is read. Creation and modification date
are the outline's own date at midnight UTC, else the date passed in (SOURCE_DATE_EPOCH), else there is none. Refuses to know
what is on the pages.
"""

from briefgen import __version__
from briefgen.content.brief import Metadata
from briefgen.pdf.objects import FINGERPRINT, Dictionary, Stream, string
from briefgen.standards import NAMESPACES, Claim, Property

TOOL = f"briefgen {__version__}"
# what schema.org has for the authors of a file: their ORCID iDs and their addresses
PEOPLE = {
    "orcids": Property("schema", "author", "", "seq URI", "The authors of the document, by their ORCID iDs"),
    "emails": Property("schema", "email", "", "seq Text", "The e-mail addresses of the authors"),
}


def moment(metadata: Metadata, epoch: int | None) -> str:
    """The file's date as `YYYY-MM-DDThh:mm:ssZ`, or "". `epoch` in seconds since 1970 (SOURCE_DATE_EPOCH)."""
    if metadata.date:
        year, month, day = (*metadata.date.split("-"), "01", "01")[:3]
        return f"{year}-{month}-{day}T00:00:00Z"
    if epoch is None:
        return ""
    from datetime import UTC, datetime  # only here, for a brief without a date

    return datetime.fromtimestamp(epoch, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def info(metadata: Metadata, date: str, claim: Claim) -> Dictionary:
    """The Info dictionary (ISO 32000-1, 14.3.3)."""
    stamp = stamped(date)
    entries = {
        "Title": metadata.title,
        "Author": "; ".join(metadata.authors),
        "Subject": metadata.subject,
        "Keywords": ", ".join(metadata.keywords),
        "Creator": TOOL,
        "Producer": TOOL,
        "CreationDate": stamp,
        "ModDate": stamp,
    }
    return Dictionary({key: string(value) for key, value in entries.items() if value} | claim.information)


def stamped(date: str) -> str:
    """The file's date as PDF writes dates (ISO 32000-1, 7.9.4)."""
    return "D:" + "".join(c for c in date if c.isdigit()) + "Z" if date else ""


def packet(metadata: Metadata, date: str, claim: Claim) -> Stream:
    """The XMP packet (ISO 16684-1) as a metadata stream.

    Not compressed, so that any program finds it (ISO 19005-2, 6.6.2.1).
    """
    language = metadata.language
    properties = [
        _property("dc:format", "application/pdf"),
        _collection("dc:title", "Alt", [metadata.title], "x-default"),
        _collection("dc:creator", "Seq", metadata.authors),
        _collection("dc:description", "Alt", [metadata.subject], "x-default"),
        _collection("dc:subject", "Bag", metadata.keywords),
        _collection("dc:publisher", "Bag", [metadata.publisher]),
        _collection("dc:date", "Seq", [metadata.date]),
        _collection("dc:type", "Bag", ["Text"]),
        _property("dc:identifier", next(iter(metadata.identifiers), "")),
        _collection("xmp:Identifier", "Bag", metadata.identifiers),
        _collection("dc:relation", "Bag", [metadata.series]),
        _collection("dc:rights", "Alt", [metadata.licence], "x-default"),
        _rights(metadata),
        *[_collection(each.key, "Seq", getattr(metadata, name)) for name, each in PEOPLE.items()],
        _collection("dc:language", "Bag", [language]),
        _property("pdf:Keywords", ", ".join(metadata.keywords)),
        _property("pdf:Producer", TOOL),
        *[_property(each.key, each.value) for each in claim.properties],
        _descriptions((*claim.described, *(_told_of_people(metadata) if claim.describes else ()))),
        _declarations(claim.declared),
        _property("xmp:CreatorTool", TOOL),
        _property("xmp:CreateDate", date),
        _property("xmp:ModifyDate", date),
        _property("xmp:MetadataDate", date),
        _property("xmpMM:DocumentID", f"uuid:{FINGERPRINT}"),
        _property("xmpMM:InstanceID", f"uuid:{FINGERPRINT}"),
    ]
    text = "\n".join(
        [
            '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
            '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
            '<rdf:Description rdf:about=""',
            *[f' xmlns:{prefix}="{address}"' for prefix, (address, _) in NAMESPACES.items()],
            ' xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"',
            ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"',
            ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">',
            *filter(None, properties),
            "</rdf:Description></rdf:RDF></x:xmpmeta>",
            '<?xpacket end="r"?>',
        ]
    )
    return Stream(text.encode(), {"Type": "/Metadata", "Subtype": "/XML"}, filter="")


def _rights(metadata: Metadata) -> str:
    """That there is a licence, and where it stands (XMP, part 1, 8.5)."""
    if not metadata.licence_address:
        return ""
    space = 'xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"'
    return (
        f"<xmpRights:Marked {space}>True</xmpRights:Marked>"
        f"<xmpRights:WebStatement {space}>{_escape(metadata.licence_address)}</xmpRights:WebStatement>"
    )


def _told_of_people(metadata: Metadata) -> tuple[Property, ...]:
    return tuple([each for name, each in PEOPLE.items() if getattr(metadata, name)])


def _declarations(addresses: tuple[str, ...]) -> str:
    """PDF Declarations (PDF Association, 2019): what the file conforms to, by addresses."""
    told = "".join(
        f'<rdf:li rdf:parseType="Resource"><pdfd:conformsTo>{each}</pdfd:conformsTo></rdf:li>' for each in addresses
    )
    space = 'xmlns:pdfd="http://pdfa.org/declarations/"'
    return f"<pdfd:declarations {space}><rdf:Bag>{told}</rdf:Bag></pdfd:declarations>" if told else ""


def _descriptions(properties: tuple[Property, ...]) -> str:
    """The description of properties that PDF/A does not know, by their namespaces (ISO 19005-2, 6.6.2.3.3)."""
    schemas = ""
    for prefix in dict.fromkeys(each.prefix for each in properties):
        address, title = NAMESPACES[prefix]
        told = "".join(_description(each) for each in properties if each.prefix == prefix)
        schemas += (
            '<rdf:li rdf:parseType="Resource">'
            f"<pdfaSchema:schema>{title}</pdfaSchema:schema>"
            f"<pdfaSchema:namespaceURI>{address}</pdfaSchema:namespaceURI>"
            f"<pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>"
            f"<pdfaSchema:property><rdf:Seq>{told}</rdf:Seq></pdfaSchema:property>"
            "</rdf:li>"
        )
    return f"<pdfaExtension:schemas><rdf:Bag>{schemas}</rdf:Bag></pdfaExtension:schemas>" if schemas else ""


def _description(described: Property) -> str:
    return (
        '<rdf:li rdf:parseType="Resource">'
        f"<pdfaProperty:name>{described.name}</pdfaProperty:name>"
        f"<pdfaProperty:valueType>{described.kind}</pdfaProperty:valueType>"
        "<pdfaProperty:category>internal</pdfaProperty:category>"
        f"<pdfaProperty:description>{described.meaning}</pdfaProperty:description>"
        "</rdf:li>"
    )


def _property(name: str, value: str) -> str:
    return f"<{name}>{_escape(value)}</{name}>" if value else ""


def _collection(name: str, kind: str, values: tuple[str, ...] | list[str], language: str = "") -> str:
    mark = f' xml:lang="{language}"' if language else ""
    items = "".join(f"<rdf:li{mark}>{_escape(value)}</rdf:li>" for value in values if value)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>" if items else ""


def _escape(text: str) -> str:
    """Text as XML character data; a character that XML cannot hold (XML 1.0, 2.2) becomes U+FFFD."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if text.isprintable():
        return text
    return "".join(c if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff") else "\ufffd" for c in text)
