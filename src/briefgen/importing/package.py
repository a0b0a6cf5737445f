"""The parts of an office file, which is a zip archive of XML and pictures, opened under limits.

Comes in: bytes of anybody's. Goes out: parts by name, XML as a tree. The promise: no part is larger than its limit when it
is inflated, XML declares no entities and is not deeper than 256 elements, and nothing outside the archive is looked at. What
breaks this raises Refused. Refuses to know what the parts mean.
"""

import io
import zipfile
import zlib

from lxml import etree

from briefgen.importing.names import STRICT
from briefgen.importing.refusal import MOST_PICTURE, Refused

MOST_PARTS = 4000
MOST_INFLATED = 400_000_000  # of all parts, by what the archive says of them
MOST_XML = 16_000_000  # of one part; the text of 200 pages has half of it
RATIO = 250  # a part that inflates to more, and to a megabyte, is a bomb: XML of office programs reaches 60
LARGE = 1_000_000
DAMAGED = "open it in the program that made it, and save it anew"


class Package:
    """An archive that has been found harmless."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            parts = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
            raise Refused("import/damaged", "the archive cannot be opened: it is damaged", DAMAGED) from error
        if len(parts) > MOST_PARTS:
            raise Refused("import/too-large", f"the archive has {len(parts)} parts, and {MOST_PARTS} are the most", DAMAGED)
        if sum(part.file_size for part in parts) > MOST_INFLATED or any(map(_is_bomb, parts)):
            said = "the archive inflates to many times its size, as no document does (a zip bomb?)"
            raise Refused("import/hostile", said, "do not open it; ask its sender")
        self._parts = {part.filename.lstrip("/"): part for part in parts}
        self._lowered = {name.lower(): name for name in self._parts}  # OPC compares names without their case

    def names(self) -> list[str]:
        """The names of all parts."""
        return list(self._parts)

    def has(self, name: str) -> bool:
        """Whether there is a part of that name."""
        return name.lower() in self._lowered

    def read(self, name: str, most: int = MOST_XML) -> bytes:
        """The bytes of a part; KeyError when there is none. Raises Refused when it is too large or damaged."""
        part = self._parts[self._lowered[name.lower()]]
        if part.flag_bits & 1:
            raise Refused("import/encrypted", "the file is encrypted", "save a copy without a password")
        if part.file_size > most:
            said = f"its part {name} has {part.file_size // 1_000_000} MB, and {most // 1_000_000} are the most"
            raise Refused("import/too-large", said, "divide the document")
        try:
            with self._zip.open(part) as stream:
                data = stream.read(most + 1)
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError, ValueError) as error:
            raise Refused("import/damaged", f"its part {name} is damaged", DAMAGED) from error
        if len(data) > most:
            raise Refused("import/hostile", f"its part {name} is larger than the archive says", "ask its sender")
        return data

    def picture(self, name: str) -> bytes | None:
        """The bytes of a picture, or None when there is none that can be read."""
        try:
            return self.read(name, MOST_PICTURE)
        except (KeyError, Refused):
            return None

    def tree(self, name: str) -> etree._Element | None:
        """The XML of a part, or None when there is no such part. Raises Refused."""
        return parse(self.read(name), name) if self.has(name) else None


def parse(data: bytes, name: str) -> etree._Element:
    """The root element of XML. Raises Refused when it is not well-formed, declares anything or is nested too deeply."""
    data = _utf8(data)
    if b"http://purl.oclc.org/ooxml/" in data:  # the strict conformance class says the same by other names
        for old, new in STRICT.items():
            data = data.replace(f'"{old}"'.encode(), f'"{new}"'.encode())
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        said = f"its part {name} declares a document type, which office programs never write and attacks do"
        raise Refused("import/hostile", said, "do not open it; ask its sender")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if "depth" in str(error):
            said = f"its part {name} is nested deeper than any program nests"
            raise Refused("import/hostile", said, "copy the text into a new document, and save that") from error
        raise Refused("import/damaged", f"its part {name} is not well-formed XML", DAMAGED) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Refused("import/hostile", f"its part {name} declares a document type", "do not open it; ask its sender")
    return root


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    """Whether a part inflates as only a bomb does; bitmaps of one colour come close, and are not inflated unless used."""
    name = part.filename.lower()
    if not name.endswith((".xml", ".rels")):
        return part.file_size > MOST_INFLATED // 2
    return part.file_size > max(LARGE, RATIO * part.compress_size)


def _utf8(data: bytes) -> bytes:
    """XML in UTF-8, whichever of the two encodings that OPC allows it had (ECMA-376-2, 6.1.4)."""
    if data[:2] not in {b"\xff\xfe", b"\xfe\xff"}:
        return data
    text = data.decode("utf-16", "replace")
    if text.startswith("<?xml"):
        text = text[text.find("?>") + 2 :]
    return text.encode()
