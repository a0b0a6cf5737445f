"""PNG files whose pixels can go into a PDF as they are.

Comes in: the bytes of a PNG file. Goes out: its packed rows with what a PDF needs to read them, or None when Pillow has to
look at it. The promise: the sums of all chunks are right, and what is given out unpacks to exactly the rows that the header
announces. A PDF's Flate filter knows PNG's row filters (ISO 32000-1, 7.4.4.4), so most images need no decoding, which would
take most of a build's time.
"""

import struct
import zlib
from collections.abc import Iterator

import msgspec

SIGNATURE = b"\x89PNG\r\n\x1a\n"
GRAY, RGB, INDEXED = 0, 2, 3  # colour types (PNG, third edition, 11.2.1)
DEPTHS = {GRAY: (1, 2, 4, 8), RGB: (8,), INDEXED: (1, 2, 4, 8)}  # bits that a PDF can take as they are
USUAL_GAMMA, NEAR = 1 / 2.2, 0.01
STEP = 1 << 20  # bytes unpacked at a time, to count them
MOST_BYTES = 60_000_000  # of a file
MOST_PIXELS = 50_000_000  # an A3 sheet at 500 dpi; more would take more than 200 MB to decode


class Rows(msgspec.Struct, frozen=True):
    """Rows of pixels with PNG's row filters, packed by zlib. `palette` is RGB RGB …, opaque, or empty."""

    data: bytes
    width: int
    height: int
    bits: int
    colours: int  # in one pixel: 3 for RGB, 1 for gray and indexed
    palette: bytes = b""
    profiled: bool = False  # the file holds an ICC profile


def plain_rows(data: bytes) -> Rows | None:
    """The rows of a PNG that is gray, RGB or indexed, of at most 8 bits, neither interlaced nor transparent.

    An indexed image may have transparent colours: they are mixed with white here, in the palette.
    """
    if not data.startswith(SIGNATURE):
        return None
    chunks: dict[bytes, bytes] = {}
    packed = []
    for kind, body in _chunks(data):
        if kind == b"IDAT":
            packed.append(body)
        else:
            chunks.setdefault(kind, body)
    if b"IEND" not in chunks or len(chunks.get(b"IHDR", b"")) != 13 or b"eXIf" in chunks:
        return None
    width, height, bits, kind, packing, filters, interlaced = struct.unpack(">LLBBBBB", chunks[b"IHDR"])
    if bits not in DEPTHS.get(kind, ()) or packing or filters or interlaced or (b"tRNS" in chunks and kind != INDEXED):
        return None
    if chunks.get(b"gAMA") and not _is_screen(chunks):
        return None
    palette = b""
    if kind == INDEXED:
        palette = _opaque(chunks.get(b"PLTE", b""), chunks.get(b"tRNS", b""))
        if not palette or len(palette) % 3:
            return None
    colours = 3 if kind == RGB else 1
    rows = b"".join(packed)
    if not 0 < width * height <= MOST_PIXELS or _unpacked(rows) != height * (1 + (width * colours * bits + 7) // 8):
        return None
    return Rows(rows, width, height, bits, colours, palette, b"iCCP" in chunks)


def _is_screen(chunks: dict[bytes, bytes]) -> bool:
    """Whether values are as a screen shows them: a gamma says otherwise if nothing better is there (4.3)."""
    if b"iCCP" in chunks or b"sRGB" in chunks or b"cICP" in chunks:
        return True
    return is_usual(int.from_bytes(chunks[b"gAMA"], "big") / 100_000)


def is_usual(gamma: float) -> bool:
    """Whether a gamma is near that of sRGB, 1/2.2."""
    return not gamma or abs(gamma - USUAL_GAMMA) < NEAR


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks of a file by kind (5.3), up to the first one that is cut short or whose sum is wrong (5.5)."""
    at = len(SIGNATURE)
    while at + 12 <= len(data):
        length, kind = struct.unpack_from(">L4s", data, at)
        end = at + 8 + length
        if end + 4 > len(data) or zlib.crc32(data[at + 4 : end]) != int.from_bytes(data[end : end + 4], "big"):
            return
        yield kind, data[at + 8 : end]
        at = end + 4


def _opaque(palette: bytes, alphas: bytes) -> bytes:
    """The palette with each colour laid on white according to its alpha."""
    mixed = bytearray(palette)
    for index, alpha in enumerate(alphas[: len(palette) // 3]):
        for at in range(3 * index, 3 * index + 3):
            mixed[at] = (palette[at] * alpha + 255 * (255 - alpha) + 127) // 255
    return bytes(mixed)


def _unpacked(packed: bytes) -> int:
    """How many bytes come out of a zlib stream; -1 when it is broken or cut short."""
    unpack = zlib.decompressobj()
    size = 0
    try:
        while not unpack.eof:
            part = unpack.decompress(packed, STEP)
            packed = unpack.unconsumed_tail
            if not part and not packed:
                return -1
            size += len(part)
    except zlib.error:
        return -1
    return size
