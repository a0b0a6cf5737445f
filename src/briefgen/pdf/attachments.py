"""Embedded files, associated with the document as a whole.

Comes in: attachments with their names, types and relations. Goes out: the array of associated files and the name tree of
embedded files, for the catalog. The promise: the bytes are given back as they came, with their length and checksum.
Refuses to know what is in a file.
"""

from hashlib import md5

from briefgen.content.brief import Attachment
from briefgen.pdf.metadata import stamped
from briefgen.pdf.objects import Array, Dictionary, Document, Reference, Stream, byte_string, name, string


def embed(document: Document, attachments: tuple[Attachment, ...], date: str) -> tuple[Array, Reference]:
    """Add the files; returns AF (ISO 19005-3, 6.8) and the name tree EmbeddedFiles (ISO 32000-1, 7.11.4).

    `date` is the file's own, or "": when a file that it was made from was last changed is not for a document to tell.
    """
    files = {each.name: document.add(_specification(document, each, date)) for each in attachments}
    tree = [part for key in sorted(files, key=str.encode) for part in (byte_string(key), files[key])]
    return Array([*files.values()]), document.add(Dictionary({"Names": Array(tree)}))


def _specification(document: Document, attachment: Attachment, date: str) -> Dictionary:
    """A file specification (ISO 32000-1, table 44), with its relation (ISO 19005-3, 6.8)."""
    stream = document.add(_stream(attachment, date))
    title = string(attachment.name)
    return Dictionary(
        {
            "Type": "/Filespec",
            "F": title,
            "UF": title,
            "Desc": string(attachment.description),
            "AFRelationship": name(attachment.relation),
            "EF": Dictionary({"F": stream, "UF": stream}),
        }
    )


def _stream(attachment: Attachment, date: str) -> Stream:
    """An embedded file (ISO 32000-1, tables 45 and 46)."""
    digest = md5(attachment.data, usedforsecurity=False).hexdigest()
    parameters: dict[str, object] = {"Size": len(attachment.data), "CheckSum": f"<{digest}>"}
    if date:
        parameters["ModDate"] = string(stamped(date))
    entries = {"Type": "/EmbeddedFile", "Subtype": name(attachment.media)}
    return Stream(attachment.data, entries | {"Params": Dictionary(parameters)})
