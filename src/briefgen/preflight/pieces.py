"""The bytes of a stream, a piece at a time.

Comes in: a stream and how much of it is wanted. Goes out: its bytes. The promise: of a stream that Flate alone keeps, as
nearly all are, no more than one piece is in memory; for others what `objects.decoded` promises. Refuses to know pixels.
"""

import zlib
from collections.abc import Iterator
from typing import Any

from briefgen.preflight.objects import TooLargeError, decoded, entry, filters


def pieces(stream: Any, size: int, total: int, most: int) -> Iterator[bytes]:
    """The first `total` bytes of a stream, in pieces of `size` and a shorter last one.

    One of FAULTS when there are fewer, or when it is damaged; TooLargeError when there are more than `most`.
    """
    done = 0
    if filters(stream) == ["FlateDecode"] and entry(stream, "/DecodeParms") is None:
        inflating = _Inflating(stream.read_raw_bytes())
        while done < total and len(piece := inflating.read(min(size, total - done))) == min(size, total - done):
            yield piece
            done += len(piece)
        if done == total and inflating.ends_within(most - total, size):
            return
    data = decoded(stream, most, images=True)  # by qpdf, which reads on in damaged streams where that can be done
    if len(data) < total:
        raise ValueError("too few bytes")
    for at in range(done, total, size):
        yield data[at : min(at + size, total)]


class _Inflating:
    """Inflates piece by piece."""

    def __init__(self, data: bytes) -> None:
        self._rest = data
        self._inflater = zlib.decompressobj()

    def read(self, size: int) -> bytes:
        """The next bytes; fewer where they end, or where they are damaged."""
        found = bytearray()
        while len(found) < size and not self._inflater.eof:
            try:
                more = self._inflater.decompress(self._rest, size - len(found))
            except zlib.error:
                break
            self._rest = self._inflater.unconsumed_tail
            found += more
            if not more and not self._rest:
                break
        return bytes(found)

    def ends_within(self, spare: int, size: int) -> bool:
        """Whether the stream is whole; what is left over is read and thrown away. TooLargeError when that is too much."""
        while not self._inflater.eof and spare >= 0:
            found = len(self.read(size))
            if not found:
                return bool(self._inflater.eof)
            spare -= found
        if spare < 0:
            raise TooLargeError
        return True
