"""What the file says of itself: the Info dictionary and the XMP packet.

Comes in: the brief's metadata and the build's date. Goes out: both records, saying the same. The promise: nothing is
said that the outline does not say; no clock is read. Creation and modification date are the outline's own date at
midnight UTC, else the date passed in (SOURCE_DATE_EPOCH), else there is none. Refuses to know what is on the pages.
"""

from briefgen import __version__
from briefgen.content.brief import Metadata
from briefgen.pdf.objects import FINGERPRINT, Dictionary, Stream, string

TOOL = f"briefgen {__version__}"

# PDF/A-2 knows no pdfuaid: a property that it does not know is described in the packet itself (ISO 19005-2, 6.6.2.3).
EXTENSION = """\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>"""


def moment(metadata: Metadata, epoch: int | None) -> str:
    """The file's date as `YYYY-MM-DDThh:mm:ssZ`, or "". `epoch` in seconds since 1970 (SOURCE_DATE_EPOCH)."""
    if metadata.date:
        year, month, day = (*metadata.date.split("-"), "01", "01")[:3]
        return f"{year}-{month}-{day}T00:00:00Z"
    if epoch is None:
        return ""
    from datetime import UTC, datetime  # only here, for a brief without a date

    return datetime.fromtimestamp(epoch, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def info(metadata: Metadata, date: str) -> Dictionary:
    """The Info dictionary (ISO 32000-1, 14.3.3)."""
    stamp = "D:" + "".join(c for c in date if c.isdigit()) + "Z" if date else ""
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
    return Dictionary({key: string(value) for key, value in entries.items() if value})


def packet(metadata: Metadata, date: str) -> Stream:
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
        _collection("dc:language", "Bag", [language]),
        _property("pdf:Keywords", ", ".join(metadata.keywords)),
        _property("pdf:Producer", TOOL),
        _property("pdfaid:part", "2"),
        _property("pdfaid:conformance", "A"),
        _property("pdfuaid:part", "1"),
        EXTENSION,
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
            ' xmlns:dc="http://purl.org/dc/elements/1.1/"',
            ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/"',
            ' xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
            ' xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"',
            ' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"',
            ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"',
            ' xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"',
            ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"',
            ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">',
            *filter(None, properties),
            "</rdf:Description></rdf:RDF></x:xmpmeta>",
            '<?xpacket end="r"?>',
        ]
    )
    return Stream(text.encode(), {"Type": "/Metadata", "Subtype": "/XML"}, filter="")


def _property(name: str, value: str) -> str:
    return f"<{name}>{_escape(value)}</{name}>" if value else ""


def _collection(name: str, kind: str, values: tuple[str, ...] | list[str], language: str = "") -> str:
    mark = f' xml:lang="{language}"' if language else ""
    items = "".join(f"<rdf:li{mark}>{_escape(value)}</rdf:li>" for value in values if value)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>" if items else ""


def _escape(text: str) -> str:
    """Text as XML character data; a character that XML cannot hold (XML 1.0, 2.2) becomes U+FFFD."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return "".join(c if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff") else "\ufffd" for c in text)
