"""The files that an outline may name.

Comes in: a checked outline. Goes out: paths. The promise: whatever key names a file beside the outline, it is among them,
whether it is there or not; none is outside the outline's folder. It knows no keys: a text that could be the name of a file
is taken for one, and what is no file never changes.
"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from briefgen.outline.tree import Map, Outline, Scalar, Seq

NAME = re.compile(r"[^\n\\:*?\"<>|]{1,200}\.\w{1,8}")
MOST = 500


def named_files(outline: Outline) -> frozenset[str]:
    """The paths of what the outline names, absolute."""
    folder = outline.folder.absolute()
    found: set[str] = set()
    for text in _texts(outline.root):
        name = PurePosixPath(text)
        if len(found) < MOST and NAME.fullmatch(text) and not name.is_absolute() and ".." not in name.parts:
            found.add(str(folder / name))
    return frozenset(found)


def _texts(node: object) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield node.text
    elif isinstance(node, Seq):
        for item in node.items:
            yield from _texts(item)
    elif isinstance(node, Map):
        for item in node.entries.values():
            yield from _texts(item)
