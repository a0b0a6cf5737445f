"""The sRGB colour profile that says what the file's colours mean.

Comes in: nothing. Goes out: an ICC profile of class mntr, version 2.1 (ICC.1:1998-09), made from the numbers of IEC
61966-2-1. The promise: the same bytes everywhere, which a profile of a colour engine, with the date of its making
inside, does not keep.
"""

import struct
from pathlib import Path

DESCRIPTION = "sRGB IEC61966-2.1"
CURVE_POINTS = 1024

# The primaries and the white of IEC 61966-2-1, adapted from D65 to the D50 of ICC profiles by the Bradford transform.
RED = (0.43607, 0.22249, 0.01392)
GREEN = (0.38515, 0.71687, 0.09708)
BLUE = (0.14307, 0.06061, 0.71410)
WHITE = (0.9642, 1.0, 0.8249)

DATE = struct.pack(">6H", 1999, 10, 18, 0, 0, 0)  # of the standard


def srgb() -> bytes:
    """The profile (ICC.1:1998-09, 6.1 header, 6.4 tags)."""
    curve = b"curv" + struct.pack(f">2L{CURVE_POINTS}H", 0, CURVE_POINTS, *map(_tone, range(CURVE_POINTS)))
    text = DESCRIPTION.encode() + b"\0"
    described = b"desc" + struct.pack(">2L", 0, len(text)) + text + bytes(4 + 4 + 2 + 1 + 67)
    tags = {
        b"desc": described,
        b"cprt": b"text" + bytes(4) + b"No copyright is claimed; use it freely\0",
        b"wtpt": _colour(WHITE),
        b"rXYZ": _colour(RED),
        b"gXYZ": _colour(GREEN),
        b"bXYZ": _colour(BLUE),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    start = 128 + 4 + 12 * len(tags)
    table = struct.pack(">L", len(tags))
    places: dict[bytes, int] = {}
    body = b""
    for key, data in tags.items():
        if data not in places:
            places[data] = start + len(body)
            body += data + bytes(-len(data) % 4)
        table += key + struct.pack(">2L", places[data], len(data))
    size = struct.pack(">L", start + len(body))
    header = size + bytes(4) + b"\x02\x10\0\0mntrRGB XYZ " + DATE + b"acsp" + bytes(28) + _numbers(WHITE)
    return header.ljust(128, b"\0") + table + body


def default_profile() -> bytes:
    """The profile of CMYK inks that no other profile explains: SWOP on coated paper. `tools/default_profile.py` makes it."""
    return Path(__file__).with_name("press.icc").read_bytes()


def _tone(step: int) -> int:
    """The linear light of one step of the tone curve, 0 to 65535 (IEC 61966-2-1, 5.2)."""
    value = step / (CURVE_POINTS - 1)
    light = value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
    return round(65535 * light)


def _numbers(colour: tuple[float, float, float]) -> bytes:
    """XYZ as three numbers of 16 bits before the point and 16 behind it."""
    return struct.pack(">3l", *(round(65536 * value) for value in colour))


def _colour(colour: tuple[float, float, float]) -> bytes:
    return b"XYZ " + bytes(4) + _numbers(colour)
