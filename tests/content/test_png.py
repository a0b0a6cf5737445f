import io
import struct
import zlib
from typing import Any

import pytest
from PIL import Image as Pixels

from briefgen.content.png import SIGNATURE, plain_rows


def png(kind: int = 2, bits: int = 8, rows: bytes = bytes(4 * 13), interlaced: int = 0, **chunks: bytes) -> bytes:
    """A PNG of 4 by 4 pixels, written by hand."""
    header = struct.pack(">LLBBBBB", 4, 4, bits, kind, 0, 0, interlaced)
    parts = [(b"IHDR", header), *((key.encode(), body) for key, body in chunks.items()), (b"IDAT", zlib.compress(rows))]
    return SIGNATURE + b"".join(
        struct.pack(">L", len(body)) + key + body + struct.pack(">L", zlib.crc32(key + body))
        for key, body in [*parts, (b"IEND", b"")]
    )


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB"])
def test_rows_of_plain_files(mode: str) -> None:
    image = Pixels.effect_noise((33, 7), 90).convert(mode)
    image.save(stream := io.BytesIO(), "PNG")
    rows = plain_rows(stream.getvalue())
    assert rows is not None
    assert (rows.width, rows.height, rows.colours) == (33, 7, 3 if mode == "RGB" else 1)
    assert bool(rows.palette) == (mode == "P")


@pytest.mark.parametrize("mode", ["LA", "RGBA", "I;16"])
def test_files_to_be_decoded(mode: str) -> None:
    Pixels.new(mode, (5, 5)).save(stream := io.BytesIO(), "PNG")
    assert plain_rows(stream.getvalue()) is None


def test_the_file_made_by_hand_is_plain() -> None:
    assert plain_rows(png()) is not None
    assert plain_rows(png(kind=3, rows=bytes(4 * 5), PLTE=bytes(3))) is not None


@pytest.mark.parametrize(
    "changes",
    [
        {"interlaced": 1},
        {"bits": 16, "rows": bytes(4 * 25)},
        {"rows": bytes(4 * 13 - 1)},
        {"rows": bytes(4 * 13 + 1)},
        {"tRNS": bytes(6)},
        {"eXIf": b"MM"},
        {"kind": 3, "rows": bytes(4 * 5)},
        {"kind": 3, "rows": bytes(4 * 5), "PLTE": bytes(4)},
    ],
    ids=str,
)
def test_what_cannot_be_taken_over(changes: dict[str, Any]) -> None:
    assert plain_rows(png(**changes)) is None


@pytest.mark.parametrize("data", [b"", SIGNATURE, SIGNATURE + bytes(40), b"\xff\xd8\xff", png()[:50]], ids=len)
def test_what_is_no_png(data: bytes) -> None:
    assert plain_rows(data) is None


def test_a_file_that_is_cut_short() -> None:
    assert all(plain_rows(png()[:end]) is None for end in range(len(png())))


def test_a_wrong_sum() -> None:
    data = bytearray(png())
    data[-13] ^= 0xFF  # the sum of the pixels' chunk, before the last chunk
    assert plain_rows(bytes(data)) is None


def test_a_profile_is_said() -> None:
    rows = plain_rows(png(iCCP=b"x"))
    assert rows is not None
    assert rows.profiled


def test_broken_stream() -> None:
    data = bytearray(png())
    data[data.index(b"IDAT") + 6] ^= 0xFF
    assert plain_rows(bytes(data)) is None
