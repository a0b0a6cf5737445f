"""The colours of a shading.

Comes in: a shading (ISO 32000-1, 8.7.4.5). Goes out: its colour space with colours that it shows: those of its functions at
even steps, or those of the corners of its mesh. The promise: bounded steps and corners. Refuses to know its shape.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pikepdf

from briefgen.preflight import functions
from briefgen.preflight.colour import Space
from briefgen.preflight.objects import FAULTS, TooLargeError, decoded, entry, items, number
from briefgen.preflight.state import Paint, Values

STEPS = 16
FEWER = 4  # steps of each side of a plane of colours
MOST_MESH = 1 << 18  # bytes
MOST_COLOURS = 1000


def colours(shading: Any, read: Callable[[Any, Any], Space], resources: Any) -> tuple[Paint, ...]:
    """The space with each of the colours; the space alone when none can be read."""
    space = read(entry(shading, "/ColorSpace"), resources)
    try:
        found = dict.fromkeys(values for values in _values(shading, space) if len(values) == space.size)
    except (TooLargeError, *FAULTS):
        found = {}
    return tuple((space, values) for values in list(found)[:MOST_COLOURS]) or ((space, ()),)


def _values(shading: Any, space: Space) -> Iterator[Values]:
    kind = number(entry(shading, "/ShadingType"))
    function = entry(shading, "/Function")
    run = functions.read(function) if function is not None else None
    limits = [number(item) or 0.0 for item in items(entry(shading, "/Domain"))]
    if kind == 1 and run is not None:
        left, right, bottom, top = limits if len(limits) == 4 else (0.0, 1.0, 0.0, 1.0)
        for row in range(FEWER + 1):
            for column in range(FEWER + 1):
                yield run((left + (right - left) * column / FEWER, bottom + (top - bottom) * row / FEWER))
    elif kind in (2, 3) and run is not None:
        start, end = limits if len(limits) == 2 else (0.0, 1.0)
        for step in range(STEPS + 1):
            yield run((start + (end - start) * step / STEPS,))
    elif kind in (4, 5, 6, 7) and isinstance(shading, pikepdf.Stream):
        for corner in _corners(shading, int(kind), 1 if run is not None else space.size):
            yield run(corner) if run is not None else corner


def _corners(mesh: Any, kind: int, components: int) -> Iterator[Values]:
    """The colours of the corners of a mesh (ISO 32000-1, 8.7.4.5.5 to .8)."""
    place, colour, flag = (
        int(number(entry(mesh, key)) or 0) for key in ("/BitsPerCoordinate", "/BitsPerComponent", "/BitsPerFlag")
    )
    decode = [number(item) or 0.0 for item in items(entry(mesh, "/Decode"))][4:]
    if not 1 <= place <= 32 or not 1 <= colour <= 16 or flag > 8 or len(decode) < 2 * components:
        return
    bits = _Bits(decoded(mesh, MOST_MESH))
    while bits.left >= place + colour:
        joined = bits.take(flag) if kind != 5 else 0
        points, corners = {4: (1, 1), 5: (1, 1), 6: (12, 4), 7: (16, 4)}[kind]
        if kind in (6, 7) and joined:  # it shares a side with the one before
            points, corners = points - 4, 2
        bits.take(points * 2 * place)
        for _ in range(corners):
            parts = [bits.take(colour) / (2**colour - 1) for _ in range(components)]
            yield tuple(low + part * (high - low) for part, low, high in zip(parts, decode[::2], decode[1::2], strict=False))
        bits.pad()


class _Bits:
    """Bits, taken one after the other; ValueError when there are no more."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    @property
    def left(self) -> int:
        return 8 * len(self._data) - self._at

    def take(self, count: int) -> int:
        if count > self.left:
            raise ValueError("too short")
        first, last = self._at // 8, -(-(self._at + count) // 8)
        whole = int.from_bytes(self._data[first:last], "big") >> (8 * last - self._at - count)
        self._at += count
        return whole & ((1 << count) - 1)

    def pad(self) -> None:
        """On to the next byte."""
        self._at = -(-self._at // 8) * 8
