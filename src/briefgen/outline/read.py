"""An outline file into a checked outline.

Comes: a path. Goes: an `Outline`, or None when nothing can be said about its content. Promise: bad bytes, bad YAML and bad
shapes become problems with their places; nothing is executed and nothing but this one file is opened.
"""

import re
from pathlib import Path

from briefgen.outline.check import check
from briefgen.outline.parse import Null, parse
from briefgen.outline.tree import Map, Outline, Seq
from briefgen.problem import Place, Problems

LARGEST = 1_000_000  # bytes; the outline of a hundred-page brief has a third of it
# what YAML 1.1 does not count as printable (5.1), the line feed and the tab aside
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def read(path: Path, problems: Problems) -> Outline | None:
    """Read and check the outline at `path`. Places name the file as the path is given."""
    file = str(path)
    try:
        if path.is_dir():
            problems.add("outline/unreadable", Place(file), "this is a folder, not an outline")
            return None
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except FileNotFoundError:
        problems.add("outline/unreadable", Place(file), "there is no such file", "name an outline: briefgen build my.yaml")
        return None
    except (OSError, ValueError) as error:
        said = getattr(error, "strerror", None) or str(error)
        problems.add("outline/unreadable", Place(file), f"the file cannot be read: {said}")
        return None
    return read_text(data, file, path.parent, problems)


def read_text(data: bytes, file: str, folder: Path, problems: Problems) -> Outline | None:
    """Check an outline that is already in memory. `folder` is where its images and fonts are."""
    if len(data) > LARGEST:
        problems.add("outline/too-large", Place(file), f"the outline has more than {LARGEST // 1000} kB")
        return None
    source = _decode(data, file, problems)
    if source is None:
        return None
    root = parse(source, file, problems)
    if root is None:
        return None
    if isinstance(root, Null):
        problems.add("outline/empty", Place(file, 1, 1), "the outline is empty", "start with `title: …`")
        return None
    if not isinstance(root, Map):
        kind = "a list" if isinstance(root, Seq) else "a single text"
        problems.add(
            "outline/wrong-type",
            root.place,
            f"the outline is {kind}; it has to be keys with values",
            "start with `title: …`",
        )
        return None
    checked = check(root, problems)
    return Outline(checked, folder, file, source)


def _decode(data: bytes, file: str, problems: Problems) -> str | None:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        problems.add("outline/not-utf8", Place(file, 1, 1), "the outline is UTF-16 text", "save it as UTF-8")
        return None
    try:
        source = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace")
        place = Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
        problems.add("outline/not-utf8", place, f"the byte {data[error.start]:#04x} is not UTF-8", "save the file as UTF-8")
        return None
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    found = _CONTROL.search(source)
    if found:
        before = source[: found.start()]
        place = Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
        problems.add(
            "outline/bad-character", place, f"the character U+{ord(found[0]):04X} is not allowed in an outline", "remove it"
        )
        return None
    return source
