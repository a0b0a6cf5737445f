"""What the outline says to a press: bleed, marks, inks, profile.

Comes: the outline's `print` and its colours. Goes: a `Printing` whose profile is a file that a CMYK press can be described
with. Promise: a profile of another kind, and a colour of more ink than the paper takes, are reported with their places.
Refuses to know how a profile is used.
"""

from collections.abc import Mapping
from pathlib import Path

from briefgen.content.brief import Printing
from briefgen.content.files import Folder, shown
from briefgen.content.lengths import points
from briefgen.outline.tree import Map, Scalar, Seq

MISSING = "print/bad-profile"
MOST_BYTES = 20_000_000  # the largest output profiles in use have some 3 MB
HEADER = 132  # bytes: the header, and how many tags follow (ICC.1:2010, 7.2 and 7.3)
NEEDED = {b"A2B0", b"B2A0"}  # between inks and colours, both ways (ICC.1:2010, 8.5)


def make_printing(press: Map | None, colours: Mapping[str, Map | None], folder: Folder) -> Printing:
    """What a press is to get. `colours`: what the outline says of its colours, by their names in messages."""
    if press is None:
        found = Printing()
    else:
        bleed, marks, limit, profile = (press.text(key) for key in ("bleed", "marks", "ink_limit", "profile"))
        plain = Printing()
        path = folder.find(profile, MISSING) if profile else None
        found = Printing(
            bleed=points(bleed.text) if bleed else plain.bleed,
            marks=marks.text if marks else plain.marks,
            slug=press.flag("slug", plain.slug),
            ink_limit=int(limit.text) if limit else plain.ink_limit,
            profile=path if path and profile and _is_good(path, profile, folder) else None,
            profile_place=profile.place if profile else None,
        )
    for name, colour in colours.items():
        cmyk = colour.entries.get("cmyk") if colour else None
        if isinstance(cmyk, Seq):
            _check_ink(name, cmyk, found.ink_limit, folder)
    return found


def _check_ink(name: str, cmyk: Seq, limit: int, folder: Folder) -> None:
    total = sum(int(item.text) for item in cmyk.items if isinstance(item, Scalar))
    if total > limit:
        said = f"the {name} takes {total} % of ink, and the paper {limit} %"
        folder.problems.add("print/too-much-ink", cmyk.place, said, "lower the four values, or raise `print: {ink_limit}`")


def _is_good(path: Path, scalar: Scalar, folder: Folder) -> bool:
    """Whether a file is an output profile for CMYK with tables both ways; reported when it is not."""
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MOST_BYTES else b""
    except OSError as error:
        fault = f"cannot be read: {error.strerror}"
    else:
        fault = "is too large for a profile" if size > MOST_BYTES else fault_of(data)
    if fault:
        said = f"`{shown(scalar.text.strip())}` {fault}"
        hint = "ask the printer for the ICC profile of the press, such as PSOcoated_v3.icc"
        folder.problems.add(MISSING, scalar.place, said, hint)
    return not fault


def fault_of(data: bytes) -> str:
    """What is wrong with the ICC profile of a press, as the end of a sentence; "" when nothing is.

    PDF/X-4 wants an output profile (ISO 15930-7, 6.2.2), and PDF/A-2 one of version 4 at most (ISO 19005-2, 6.2.3).
    """
    if len(data) < HEADER or data[36:40] != b"acsp":
        return "is not an ICC profile"
    if int.from_bytes(data[:4], "big") != len(data):
        return "is cut short or has something behind its end"
    if data[8] > 4:
        return f"is an ICC profile of version {data[8]}, and PDF knows up to 4"
    if data[12:16] != b"prtr":
        return f"is an ICC profile of class {_name(data[12:16])}, and not of an output device (prtr)"
    if data[16:20] != b"CMYK":
        return f"is a profile for {_name(data[16:20])}, and not for CMYK"
    count = int.from_bytes(data[128:HEADER], "big")
    names = {data[HEADER + 12 * at : HEADER + 12 * at + 4] for at in range(min(count, 100))}
    if not names >= NEEDED:
        return "has no tables between inks and colours"
    return ""


def _name(signature: bytes) -> str:
    return "".join(chr(byte) for byte in signature if 0x21 <= byte <= 0x7E) or "none"
