"""reportlab's PDF objects, gathered into a file that PDF/A accepts.

Comes in: dictionaries, arrays and streams. Goes out: the bytes of a file whose objects stand in the order in which they
were added. The promise: equal objects give equal bytes; no clock, no environment, no font and no object that nobody
asked for (reportlab's own PDFDocument brings all four). Knows nothing of pages.
"""

import zlib
from hashlib import sha256

from briefgen.pdf.late import load_late

load_late("PIL.Image")  # reportlab imports it, for pictures that it makes itself: a thirtieth of a build

from reportlab.pdfbase.pdfdoc import (  # noqa: E402
    NoEncryption,
    PDFArray,
    PDFCrossReferenceTable,
    PDFDictionary,
    PDFFile,
    PDFIndirectObject,
    PDFObject,
    PDFObjectReference,
    PDFStream,
    PDFTrailer,
)
from reportlab.pdfbase.pdfdoc import format as format_any  # noqa: E402

Object = PDFObject
Reference = PDFObjectReference

# Stands for the file's fingerprint until the bytes are known, in the trailer and in the XMP packet: 32 hexadecimal
# digits.
FINGERPRINT = "b51efbc0ffee00000000000000000000"


LONGEST = 32767  # bytes of a string (ISO 19005-2, 6.1.13)
SURELY_SHORT = LONGEST // 4 - 2  # characters that come to no more in any encoding


def name(text: str) -> str:
    """A PDF name, `/Text`, with the characters escaped that a name cannot hold (ISO 32000-1, 7.3.5)."""
    if text.isalnum() and text.isascii():
        return "/" + text
    return "/" + "".join(chr(b) if 0x21 <= b <= 0x7E and b not in b"#%()/<>[]{}" else f"#{b:02x}" for b in text.encode())


class TooLongError(ValueError):
    """A text that no string of a PDF/A file can hold (ISO 19005-2, 6.1.13)."""

    def __init__(self, text: str) -> None:
        super().__init__(text[:60])
        self.text = text


def string(text: str) -> str:
    """A text string (ISO 32000-1, 7.9.2.2): printable ASCII as it is, anything else as UTF-16 in hexadecimal.

    Raises TooLongError.
    """
    if len(text) > SURELY_SHORT and max(len(text), len(text.encode("utf-16")) * (not text.isascii())) > LONGEST:
        raise TooLongError(text)
    if text.isascii() and text.isprintable():
        return "(" + text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") + ")"
    return f"<feff{text.encode('utf-16-be').hex()}>"


def byte_string(text: str) -> str:
    """A byte string (ISO 32000-1, 7.3.4): ASCII where that says it, else UTF-8 in hexadecimal. Raises TooLongError."""
    if len(text) > SURELY_SHORT and len(text.encode()) > LONGEST:
        raise TooLongError(text)
    return string(text) if text.isascii() and text.isprintable() else f"<{text.encode().hex()}>"


class Array(PDFArray):
    """An array that writes itself. reportlab's looks up its settings for each entry, which takes a twentieth of a build."""

    def format(self, document: "Document", IND: bytes = b"") -> bytes:  # noqa: ARG002, N803  as reportlab calls it
        return b"[ %b ]" % _lines([_written(value, document) for value in self.sequence], 10)


class Dictionary(PDFDictionary):
    """A dictionary that writes itself, its keys in order."""

    def format(self, document: "Document", IND: bytes = b"") -> bytes:  # noqa: ARG002, N803  as reportlab calls it
        entries = [b"%b %b" % (name(key).encode(), _written(self.dict[key], document)) for key in sorted(self.dict)]
        return b"<<\n%b\n>>" % _lines(entries, 6)


def _written(value: object, document: "Document") -> bytes:
    if type(value) is str:
        return value.encode("ascii")
    if type(value) is int:
        return b"%d" % value
    if isinstance(value, PDFObjectReference):
        return b"%b 0 R" % value.name.encode()
    if isinstance(value, Array | Dictionary):
        return value.format(document)
    written: bytes = format_any(value, document)
    return written


def _lines(parts: list[bytes], most: int) -> bytes:
    """The parts in lines of at most so many."""
    return b" \n  ".join([b" ".join(parts[at : at + most]) for at in range(0, len(parts), most)])


class Stream(PDFStream):
    """A stream, compressed here unless `packed` says that the data come so; `filter` "" leaves them as they are."""

    def __init__(
        self, data: bytes, keys: dict[str, object] | None = None, filter: str = "Flate", *, packed: bool = False
    ) -> None:
        ready = packed or filter != "Flate"
        super().__init__(Dictionary(keys or {}), data if ready else zlib.compress(data))
        if filter:
            self.dictionary["Filter"] = f"/{filter}Decode"

    def format(self, document: "Document") -> bytes:
        # PDF/A-2 (ISO 19005-2, 6.1.7.1) wants an end of line before `endstream`; reportlab writes none.
        written: bytes = super().format(document)
        return written.removesuffix(b"endstream\n") + b"\nendstream\n"


class Document(PDFObject):
    """The objects of one file.

    Its lower-camel-case members are the ones that reportlab's objects ask a document for.
    """

    encrypt = NoEncryption()
    defaultStreamFilters = None  # noqa: N815  reportlab's name

    def __init__(self) -> None:
        self._objects: dict[str, PDFObject] = {}
        self.idToObjectNumberAndVersion: dict[str, tuple[int, int]] = {}
        self.idToOffset: dict[str, int] = {}

    def reserve(self) -> Reference:
        """A reference to an object that is still to come, for objects that point at each other."""
        number = len(self.idToObjectNumberAndVersion) + 1
        self.idToObjectNumberAndVersion[str(number)] = (number, 0)
        return PDFObjectReference(str(number))

    def fill(self, reference: Reference, value: PDFObject) -> None:
        """Give the object for a reference that was reserved."""
        self._objects[reference.name] = value

    def add(self, value: PDFObject) -> Reference:
        """Add an object; returns the reference to it."""
        reference = self.reserve()
        self.fill(reference, value)
        return reference

    def finish(self, catalog: Reference, info: Reference, version: tuple[int, int] = (1, 7)) -> bytes:
        """The whole file, with the `version` of PDF in its header. KeyError when a reserved object never came.

        The file's identifier (ISO 32000-1, 14.4) is the hash of its own bytes, so that equal files have equal ones.
        """
        file = PDFFile(version)
        for key in self.idToObjectNumberAndVersion:
            self.idToOffset[key] = file.add(PDFIndirectObject(key, self._objects[key]).format(self))
        table = PDFCrossReferenceTable()
        table.addsection(0, list(self._objects))
        start = file.add(table.format(self))
        identifier = PDFArray([f"<{FINGERPRINT}>"] * 2)
        trailer = PDFTrailer(start, Size=len(self._objects) + 1, Root=catalog, Info=info, ID=identifier)
        file.add(trailer.format(self))
        data: bytes = file.format(self)
        digest = sha256(data).hexdigest()[: len(FINGERPRINT)]
        return data.replace(FINGERPRINT.encode(), digest.encode())


__all__ = (
    "FINGERPRINT",
    "Array",
    "Dictionary",
    "Document",
    "Object",
    "Reference",
    "Stream",
    "TooLongError",
    "byte_string",
    "name",
    "string",
)
