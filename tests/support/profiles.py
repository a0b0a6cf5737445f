"""ICC profiles made by hand: small, and as wrong as a test wants them."""

import itertools
import struct
from collections.abc import Callable, Iterable

GRID = 9  # points a side of the table from Lab to inks
HEADER = 128


def press_profile(
    *, kind: bytes = b"prtr", space: bytes = b"CMYK", version: int = 2, name: str = "A test press", target: str = ""
) -> bytes:
    """An output profile for inks that simply take away their share of light (ICC.1:2001-04, lut8Type)."""
    tags = {
        b"desc": b"desc" + bytes(4) + struct.pack(">L", len(name) + 1) + name.encode() + bytes(1 + 4 + 4 + 2 + 1 + 67),
        b"cprt": b"text" + bytes(4) + b"None\0",
        b"wtpt": b"XYZ " + bytes(4) + struct.pack(">3l", 63190, 65536, 54061),
        b"A2B0": _table(4, 3, 2, _seen),
        b"B2A0": _table(3, 4, GRID, _inked),
    }
    if target:
        tags[b"targ"] = b"text" + bytes(4) + target.encode() + b"\0"
    table, body = struct.pack(">L", len(tags)), b""
    for key, data in tags.items():
        table += key + struct.pack(">2L", HEADER + 4 + 12 * len(tags) + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    size = struct.pack(">L", HEADER + len(table) + len(body))
    head = size + bytes(4) + bytes([version, 0x20, 0, 0]) + kind + space + b"Lab " + struct.pack(">6H", 2026, 1, 1, 0, 0, 0)
    head += b"acsp" + bytes(28) + struct.pack(">3l", 63190, 65536, 54061)
    return head.ljust(HEADER, b"\0") + table + body


def _table(inputs: int, outputs: int, grid: int, make: Callable[[list[float]], Iterable[int]]) -> bytes:
    straight = bytes(range(256))
    nodes = itertools.product(range(grid), repeat=inputs)
    cells = b"".join(bytes(make([step / (grid - 1) for step in node])) for node in nodes)
    identity = struct.pack(">9l", 65536, 0, 0, 0, 65536, 0, 0, 0, 65536)
    head = b"mft1" + bytes(4) + bytes([inputs, outputs, grid, 0]) + identity
    return head + straight * inputs + cells + straight * outputs


def _seen(inks: list[float]) -> list[int]:
    """Inks as Lab in 8 bits."""
    cyan, magenta, yellow, black = inks
    light = (1 - 0.4 * cyan) * (1 - 0.45 * magenta) * (1 - 0.1 * yellow) * (1 - black)
    a = (0.5 * magenta - 0.3 * cyan) * (1 - black)
    b = (0.7 * yellow - 0.4 * cyan) * (1 - black)
    return [round(255 * light), round(128 + 127 * max(-1, min(1, a))), round(128 + 127 * max(-1, min(1, b)))]


def _inked(lab: list[float]) -> list[int]:
    """Lab as inks in 8 bits: black for the dark, magenta and cyan against green and red, yellow and cyan against blue."""
    light, a, b = lab[0], 2 * lab[1] - 1, 2 * lab[2] - 1
    if light in {0.0, 1.0} and abs(a) < 0.01 and abs(b) < 0.01:
        return [0, 0, 0, round(255 * (1 - light))]
    inks = [max(-2 * a, -1.5 * b, 0), max(2 * a, 0), max(1.4 * b, 0), 0.8 * (1 - light)]
    return [round(255 * max(0, min(1, ink))) for ink in inks]
