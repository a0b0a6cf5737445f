"""JPEG files without what their makers wrote beside the pixels.

Comes in and goes out: the bytes of a JPEG (ITU-T T.81). The promise: the pixels stay as they are. Refuses to decode.
"""

import re

MARKER, END = re.compile(rb"\xff([^\x00\xd0-\xd7\xff])"), b"\xd9"  # one that is no part of a scan; the last


def bare_jpeg(data: bytes) -> bytes:
    """A JPEG without its application segments and comments, but for JFIF's and Adobe's: they say what its colours are.

    Nor with what telephones put behind its end: a second picture, a few seconds of film with their sound.
    ITU-T T.81, annex B: markers stand one after the other, each with its length, up to the first scan.
    """
    kept = [data[:2]]
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # a fill byte
            at += 1
            continue
        if marker == 0xDA:  # start of scan
            break
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if not (0xE1 <= marker <= 0xED or marker in {0xEF, 0xFE}):
            kept.append(data[at:end])
        at = end
    return b"".join([*kept, data[at : _end(data, at)]])


def _end(data: bytes, at: int) -> int:
    """The place behind a JPEG whose first scan begins at `at` (T.81, B.1.1.2: within a scan no marker follows FF)."""
    while at + 4 <= len(data):
        found = MARKER.search(data, at + 2 + int.from_bytes(data[at + 2 : at + 4], "big"))
        if found is None:
            break
        if found[1] == END:
            return found.end()
        at = found.end() - 2
    return len(data)
