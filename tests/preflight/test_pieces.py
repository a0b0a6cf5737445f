"""Streams, a piece at a time: the same bytes as at once, and the same refusals."""

import zlib
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.preflight.objects import FAULTS, TooLargeError, decoded
from briefgen.preflight.pieces import pieces

PDF = pikepdf.new()
REFUSED = (TooLargeError, *FAULTS)


def stream(data: bytes) -> Any:
    return pikepdf.Stream(PDF, data, Filter=pikepdf.Name.FlateDecode)


def whole(data: Any, total: int, most: int) -> bytes:
    found = decoded(data, most, images=True)
    if len(found) < total:
        raise ValueError(total)
    return found[:total]


@given(st.binary(max_size=3000), st.integers(1, 999), st.integers(0, 3100), st.integers(0, 200))
def test_the_same_bytes_as_at_once(data: bytes, size: int, total: int, spare: int) -> None:
    kept = stream(zlib.compress(data * 3))
    try:
        wanted = whole(kept, total, total + spare)
    except REFUSED as error:
        with pytest.raises(type(error)):
            list(pieces(kept, size, total, total + spare))
    else:
        parts = list(pieces(kept, size, total, total + spare))
        assert b"".join(parts) == wanted
        assert {len(part) for part in parts[:-1]} <= {size}


@given(st.integers(0, 400), st.integers(1, 99), st.binary(min_size=1, max_size=3))
def test_damage_is_read_as_far_as_at_once(at: int, size: int, damage: bytes) -> None:
    packed = bytearray(zlib.compress(bytes(range(256)) * 8))
    packed[at % len(packed) : at % len(packed) + len(damage)] = damage
    for kept in (stream(bytes(packed)), stream(bytes(packed[: at % len(packed)]))):
        try:
            wanted = whole(kept, 2048, 3000)
        except REFUSED:
            with pytest.raises(REFUSED):
                list(pieces(kept, size, 2048, 3000))
        else:
            assert b"".join(pieces(kept, size, 2048, 3000)) == wanted


def test_streams_of_other_filters() -> None:
    data = bytes(range(200))
    rows = b"".join(b"\0" + data[at : at + 20] for at in range(0, 200, 20))
    parms = pikepdf.Dictionary(Predictor=15, Columns=20, Colors=1, BitsPerComponent=8)
    for kept in (
        pikepdf.Stream(PDF, zlib.compress(rows), Filter=pikepdf.Name.FlateDecode, DecodeParms=parms),
        pikepdf.Stream(PDF, data.hex().encode() + b">", Filter=pikepdf.Name.ASCIIHexDecode),
        pikepdf.Stream(PDF, data),
    ):
        assert list(pieces(kept, 60, 200, 300)) == [data[:60], data[60:120], data[120:180], data[180:]]
