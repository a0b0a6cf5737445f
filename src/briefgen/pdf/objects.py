"""reportlab's PDF objects, gathered into a file that PDF/A accepts.

Comes in: dictionaries, arrays and streams. Goes out: the bytes of a file whose objects stand in the order in which they
were added. The promise: equal objects give equal bytes; no clock, no environment, no font and no object that nobody
asked for (reportlab's own PDFDocument brings all four). The objects are reportlab's kinds of them, and write themselves:
reportlab's way would load its standard fonts to encode plain ASCII, and look up its settings for each entry. Knows nothing
of pages.
"""

import zlib
from _blake2 import blake2b  # hashlib, where it is public, loads all of OpenSSL: a hundredth of a build
from codecs import utf_16_be_encode  # by its name, Python would import a module for it
from collections.abc import Callable, Sequence
from functools import partial

import msgspec

from briefgen.late import late_names, late_patterns, load_late
from briefgen.memory import Memory, Shelf
from briefgen.pdf.number import number

# What reportlab imports for documents, pictures and standard fonts of its own, which no file of ours has: a sixteenth of a
# build.
load_late("reportlab.pdfbase.pdfmetrics")

with late_patterns(), late_names("hashlib", "reportlab.rl_config", "reportlab.lib.utils", "reportlab.lib.rl_accel"):
    from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFObjectReference, PDFStream

Reference = PDFObjectReference

# Stands for the file's fingerprint until the bytes are known, in the trailer and in the XMP packet: 32 hexadecimal
# digits.
FINGERPRINT = "b51efbc0ffee00000000000000000000"


LONGEST = 32767  # bytes of a string (ISO 19005-2, 6.1.13)
ENTRIES_OF_A_LINE, VALUES_OF_A_LINE = 6, 10
LINE_END = " \n  "
DECIMALS = 6  # of a number outside content streams
PACKING = 5  # of zlib's levels: the usual 6 takes nearly twice as long for pages, and makes files 0.5 % smaller
PACKED_LATE = 1 << 18  # bytes of a stream that wait to be compressed
JOINED_MOST = 1 << 23  # bytes of a file that is copied once more; pictures make it larger
STREAMS_KEPT = 300  # between files: those of fonts, and of a hundred pages
ALONE = [0]  # where an object begins that is written by itself
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
    return f"<feff{utf_16_be_encode(text)[0].hex()}>"


def byte_string(text: str) -> str:
    """A byte string (ISO 32000-1, 7.3.4): ASCII where that says it, else UTF-8 in hexadecimal. Raises TooLongError."""
    if len(text) > SURELY_SHORT and len(text.encode()) > LONGEST:
        raise TooLongError(text)
    return string(text) if text.isascii() and text.isprintable() else f"<{text.encode().hex()}>"


class Array(PDFArray):
    """An array (ISO 32000-1, 7.3.6)."""

    def format(self, document: object = None, IND: bytes = b"") -> bytes:  # noqa: ARG002, N803  as reportlab has it
        return self.text().encode("ascii")

    def text(self) -> str:
        """The array as it is written."""
        return array([_written(value) for value in self.sequence])


class Dictionary(PDFDictionary):
    """A dictionary (ISO 32000-1, 7.3.7), its keys in order."""

    def format(self, document: object = None, IND: bytes = b"") -> bytes:  # noqa: ARG002, N803  as reportlab has it
        return self.text().encode("ascii")

    def text(self) -> str:
        """The dictionary as it is written."""
        entries = [f"{name(key)} {_written(self.dict[key])}" for key in sorted(self.dict)]
        return f"<<\n{_lines(entries, ENTRIES_OF_A_LINE)}\n>>"


def dictionary(entries: Sequence[str]) -> bytes:
    """A dictionary of entries that are written already, `/Key value`, in the order of their keys."""
    return f"<<\n{_lines(entries, ENTRIES_OF_A_LINE)}\n>>".encode("ascii")


def array(values: Sequence[str]) -> str:
    """An array of values that are written already."""
    return f"[ {_lines(values, VALUES_OF_A_LINE)} ]"


def pointed(reference: Reference) -> str:
    """A reference as it is written."""
    return f"{reference.name} 0 R"


def _written(value: object) -> str:
    # by their types alone: a file has hundreds of values
    kind = type(value)
    if kind is str:
        return value  # type: ignore[return-value]
    if kind is int:
        return str(value)
    if isinstance(value, PDFObjectReference):
        return pointed(value)
    if isinstance(value, Array) or isinstance(value, Dictionary):  # noqa: SIM101  a union would be made anew each time
        return value.text()
    if isinstance(value, float):
        return number(value, DECIMALS)
    if isinstance(value, bytes):
        return value.decode("ascii")
    raise TypeError(kind)


def _lines(parts: Sequence[str], most: int) -> str:
    """The parts in lines of at most so many."""
    if len(parts) <= most:
        return " ".join(parts)
    return LINE_END.join([" ".join(parts[at : at + most]) for at in range(0, len(parts), most)])


def compressed(data: bytes | bytearray) -> bytes:
    """Data as a stream has them by its filter Flate (ISO 32000-1, 7.4.4)."""
    return zlib.compress(data, PACKING)


class Stream(PDFStream):
    """A stream, compressed here unless `packed` says that the data come so; `filter` "" leaves them as they are."""

    def __init__(
        self, data: bytes | bytearray, keys: dict[str, object] | None = None, filter: str = "Flate", *, packed: bool = False
    ) -> None:
        ready = packed or filter != "Flate"
        # what is large is not kept as it came; what is not may have been compressed for an earlier file
        self._waits = not ready and len(data) <= PACKED_LATE
        super().__init__(Dictionary(keys or {}), data if ready or self._waits else compressed(data))
        if filter:
            self.dictionary["Filter"] = f"/{filter}Decode"

    def parts(self, pack: Callable[[bytes], bytes] = compressed) -> list[bytes]:
        """What the stream is written as, piece by piece; `pack` compresses what has not been."""
        content = pack(self.content) if self._waits else self.content
        keys = Dictionary(self.dictionary.dict | {"Length": len(content)})
        # with an end of line before `endstream`, as PDF/A-2 wants it (ISO 19005-2, 6.1.7.1)
        return [keys.format(), b"\nstream\n", content, b"\nendstream"]

    def format(self, document: object = None) -> bytes:  # noqa: ARG002  as reportlab has it
        return b"".join(self.parts())


Object = Array | Dictionary | Stream


class Written(msgspec.Struct, frozen=True):
    """Objects in a row as they are written, and where each begins."""

    data: bytes
    starts: list[int]


class Document:
    """The objects of one file."""

    def __init__(self, memory: Memory | None = None) -> None:
        self._objects: list[Object | bytes | Written | None] = []
        self.memory = memory
        self._packed: Shelf[bytes, bytes] | None = memory.shelf("streams", STREAMS_KEPT) if memory else None

    def reserve(self) -> Reference:
        """A reference to an object that is still to come, for objects that point at each other."""
        self._objects.append(None)
        return PDFObjectReference(str(len(self._objects)))

    def hold(self) -> int:
        """The number of an object that is still to come, where its reference is written by others."""
        self._objects.append(None)
        return len(self._objects)

    def put_at(self, number: int, value: bytes) -> None:
        """Give the object of a number that was held, as it is written."""
        self._objects[number - 1] = value

    def fill(self, reference: Reference, value: Object | bytes) -> None:
        """Give the object for a reference that was reserved; as bytes, it is written already."""
        self._objects[int(reference.name) - 1] = value

    def add(self, value: Object | bytes) -> Reference:
        """Add an object; returns the reference to it."""
        reference = self.reserve()
        self.fill(reference, value)
        return reference

    @property
    def count(self) -> int:
        """How many objects there are."""
        return len(self._objects)

    def written(self, start: int) -> Written:
        """The objects behind the first `start`, for a file in which as many stand before them. All must have come."""
        parts: list[bytes] = []
        starts: list[int] = []
        at = 0
        for index in range(start, len(self._objects)):
            body = self._body(index)
            starts.append(at)
            parts += body
            at += sum(map(len, body))
        found = Written(b"".join(parts), starts)
        del self._objects[start:]
        self.put(found)
        return found

    def put(self, objects: Written) -> None:
        """Add objects that are written already."""
        if objects.starts:
            self._objects += [objects, *[b""] * (len(objects.starts) - 1)]

    def _body(self, index: int) -> list[bytes]:
        """An object as it is written, in parts. KeyError for one that never came."""
        value = self._objects[index]
        if isinstance(value, bytes):  # as most
            return [b"%d 0 obj\n%b\nendobj\n" % (index + 1, value)]
        if value is None or isinstance(value, Written):
            raise KeyError(index + 1)
        if isinstance(value, Stream):  # a picture is not copied with what stands round it
            return [b"%d 0 obj\n" % (index + 1), *value.parts(self._pack), b"\nendobj\n"]
        return [b"%d 0 obj\n%b\nendobj\n" % (index + 1, value.format())]

    def _pack(self, data: bytes) -> bytes:
        """Data compressed: what an earlier file had was compressed for that."""
        if self._packed is None:
            return compressed(data)
        return self._packed.get(data) or self._packed.keep(data, compressed(data))

    def finish(self, catalog: Reference, info: Reference | None, version: tuple[int, int] = (1, 7)) -> bytes:
        """The whole file, with the `version` of PDF in its header. KeyError when a reserved object never came.

        `info`: the information dictionary, which PDF 2.0 has no more (ISO 32000-2, 14.3.3).

        The file's identifier (ISO 32000-1, 14.4) is the hash of its own bytes, so that equal files have equal ones.
        """
        parts = [b"%%PDF-%d.%d\n%%\x93\x8c\x8b\x9e\n" % version]
        at = len(parts[0])
        places: list[int] = []
        index = 0
        while index < len(self._objects):
            value = self._objects[index]
            body, starts = ([value.data], value.starts) if isinstance(value, Written) else (self._body(index), ALONE)
            places += [at + start for start in starts]
            at += sum(map(len, body))
            parts += body
            index += len(starts)
        identifier = Array([f"<{FINGERPRINT}>"] * 2)
        count = len(places) + 1
        known = {"Size": count, "Root": catalog, "ID": identifier}
        trailer = Dictionary(known if info is None else known | {"Info": info})
        end = b"trailer\n%b\nstartxref\n%d\n%%%%EOF\n" % (trailer.format(), at)
        table = b"%010d 00000 n \n" * len(places) % tuple(places)  # as one: a file has a thousand objects
        parts += [b"xref\n0 %d\n0000000000 65535 f \n" % count, table, end]
        return _signed(parts)


_digest = partial(blake2b, digest_size=len(FINGERPRINT) // 2)


def _signed(parts: list[bytes]) -> bytes:
    """The parts of a file as one, with the hash of them all in the place of FINGERPRINT."""
    mark = FINGERPRINT.encode()
    if sum(map(len, parts)) <= JOINED_MOST:
        data = b"".join(parts)
        return data.replace(mark, _digest(data).hexdigest().encode())
    whole = _digest()
    for part in parts:
        whole.update(part)
    digest = whole.hexdigest().encode()
    return b"".join([part.replace(mark, digest) if mark in part else part for part in parts])


__all__ = (
    "FINGERPRINT",
    "Array",
    "Dictionary",
    "Document",
    "Object",
    "Reference",
    "Stream",
    "TooLongError",
    "Written",
    "array",
    "byte_string",
    "dictionary",
    "name",
    "pointed",
    "string",
)
