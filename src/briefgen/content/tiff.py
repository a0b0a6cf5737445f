"""Which TIFF files come out as they were meant.

Comes: the first directory of a TIFF file. Goes: what it is, in words, where Pillow would make noise, black or white of it,
or does not know it. The promise: such a file is refused by its name, and not printed. Refuses to know pixels.
"""

import struct
from collections.abc import Iterator
from typing import BinaryIO

SIGNATURES = {b"II*\0": "<", b"MM\0*": ">"}
BITS, PHOTOMETRIC, CHANNELS, PLANES, SAMPLES = 258, 262, 277, 284, 339  # tags (TIFF 6.0, part 1)
READ = frozenset({1, 2, 4, 8, 16})  # bits per channel
COLOURS = frozenset({0, 1, 2, 3, 4, 5, 6})  # white is zero, black is zero, RGB, palette, mask, CMYK, YCbCr
UNSIGNED, SIGNED, FLOATING, UNDEFINED = 1, 2, 3, 4
SEPARATE = 2
WHITE_IS_ZERO = 0
SIZES = {1: "B", 3: "H", 4: "L"}  # types of values: BYTE, SHORT, LONG
MOST_ENTRIES = 1000


def is_tiff(head: bytes) -> bool:
    """Whether a file that begins like this is a TIFF (not a BigTIFF)."""
    return head[:4] in SIGNATURES


def unread(file: BinaryIO) -> str:
    """What a TIFF file is that cannot be read rightly; "" for all others, and for one whose directory makes no sense."""
    file.seek(0)
    head = file.read(8)
    if not is_tiff(head):
        return ""
    try:
        tags = dict(_tags(file, head))
    except struct.error:
        return ""
    bits, channels = tags.get(BITS, (1,)), tags.get(CHANNELS, (1,))[0]
    kind = tags.get(SAMPLES, (UNSIGNED,))[0]
    if kind == FLOATING:
        return f"a TIFF of floating-point numbers of {bits[0]} bits per channel"
    if len(set(bits)) > 1 or bits[0] not in READ:
        return f"a TIFF of {', '.join(str(each) for each in dict.fromkeys(bits))} bits per channel"
    if kind not in {UNSIGNED, UNDEFINED}:
        return "a TIFF of signed numbers"
    if tags.get(PHOTOMETRIC, (1,))[0] not in COLOURS:
        return "a TIFF in other colours than gray, RGB or CMYK"
    if channels == 2 and bits[0] == 16:
        return "a TIFF of 16 bits per channel, gray with transparency"
    if channels > 2 and bits[0] < 8:
        return f"a TIFF of {bits[0]} bits per channel in colour"
    if channels > 1 and bits[0] == 16 and tags.get(PLANES, (1,))[0] == SEPARATE:
        return "a TIFF of 16 bits per channel in separate planes"
    return ""


def _tags(file: BinaryIO, head: bytes) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The entries of the first directory that are whole numbers (TIFF 6.0, section 2). struct.error when it is cut."""
    order = SIGNATURES[head[:4]]
    file.seek(struct.unpack_from(f"{order}L", head, 4)[0])
    (count,) = struct.unpack(f"{order}H", file.read(2))
    entries = file.read(12 * min(count, MOST_ENTRIES))
    for at in range(0, len(entries) - 11, 12):
        tag, kind, number = struct.unpack_from(f"{order}HHL", entries, at)
        if tag not in {BITS, PHOTOMETRIC, CHANNELS, PLANES, SAMPLES} or kind not in SIZES or not 0 < number <= 16:
            continue
        form = f"{order}{number}{SIZES[kind]}"
        value = entries[at + 8 : at + 12]
        if struct.calcsize(form) > 4:
            file.seek(struct.unpack(f"{order}L", value)[0])
            value = file.read(struct.calcsize(form))
        yield tag, struct.unpack_from(form, value)
