"""The printing condition that an ICC profile describes.

Comes in: the bytes of a profile. Goes out: its name, and whether the ICC's registry of printing conditions keeps it under
that name. The promise: nothing is claimed that the profile does not say of itself. Refuses to know how it converts colours.
"""

import msgspec

HEADER = 128
REGISTERED = "ICCHDAT "  # in the target tag, before a name of the registry (ICC.1:2010, 9.2.14)


class Condition(msgspec.Struct, frozen=True):
    """A printing condition. `registered`: the name is one of the ICC's characterization data registry."""

    name: str
    registered: bool


def condition(profile: bytes) -> Condition:
    """The condition of a profile; its description when it does not name a registered one."""
    target = _text(_tag(profile, b"targ")).strip()
    if target.startswith(REGISTERED):
        words = target.removeprefix(REGISTERED).split()
        if words:
            return Condition(words[0], True)
    return Condition(description(profile), False)


def description(profile: bytes) -> str:
    """What the profile calls itself; never ""."""
    return " ".join(_text(_tag(profile, b"desc")).split()) or "CMYK"


def _tag(profile: bytes, name: bytes) -> bytes:
    """The data of a tag (ICC.1:2010, 7.3); nothing when there is none."""
    count = int.from_bytes(profile[HEADER : HEADER + 4], "big")
    for at in range(HEADER + 4, min(HEADER + 4 + 12 * count, len(profile) - 11), 12):
        if profile[at : at + 4] == name:
            start, size = (int.from_bytes(profile[at + shift : at + shift + 4], "big") for shift in (4, 8))
            return profile[start : start + size]
    return b""


def _text(tag: bytes) -> str:
    """The text of a tag of type text, desc (ICC.1:2001-04, 6.5.17) or mluc (ICC.1:2010, 10.13)."""
    kind = tag[:4]
    if kind == b"text":
        return _ascii(tag[8:])
    if kind == b"desc":
        return _ascii(tag[12 : 12 + int.from_bytes(tag[8:12], "big")])
    if kind == b"mluc" and len(tag) >= 28:
        size, start = (int.from_bytes(tag[at : at + 4], "big") for at in (20, 24))
        return "".join(c for c in tag[start : start + size].decode("utf-16-be", "replace") if c.isprintable())
    return ""


def _ascii(data: bytes) -> str:
    return "".join(chr(byte) for byte in data.split(b"\0")[0] if 0x20 <= byte <= 0x7E)
