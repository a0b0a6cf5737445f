"""Who wrote the brief, below its title: names in one line, or many of them in columns with where they work.

Comes: the front and a width. Goes: copies below and beside each other. Promise: no name is divided where a line holds it.
"""

import msgspec

from briefgen.content.brief import Front, Signature
from briefgen.layout.measuring.text import Copy, Desk


class Signed(msgspec.Struct, frozen=True):
    """Copies, and how high they are together."""

    copies: tuple[Copy, ...]
    height: float


def signed(desk: Desk, front: Front, width: float, y: float) -> Signed:
    """The byline, or the signatures in as many columns as the width holds, from `y` on."""
    if front.byline:
        copy = desk.copy(front.byline, "byline", width, y=y)
        return Signed((copy,), copy.height)
    record = desk.look.title
    count = max(1, min(len(front.signatures), int((width + record.authors_gap) / (record.author + record.authors_gap))))
    each = (width - record.authors_gap * (count - 1)) / count
    copies: list[Copy] = []
    start = y
    for first in range(0, len(front.signatures), count):
        row = [
            _signature(desk, signature, (number * (each + record.authors_gap), y), each)
            for number, signature in enumerate(front.signatures[first : first + count])
        ]
        copies += [copy for found in row for copy in found]
        y += max(sum(copy.height for copy in found) for found in row) + record.author_below
    return Signed(tuple(copies), max(0.0, y - start - record.author_below))


def _signature(desk: Desk, signature: Signature, corner: tuple[float, float], width: float) -> list[Copy]:
    """A name, and below it where its bearer works."""
    x, y = corner
    copies = [desk.copy(signature.name, "author", width, x=x, y=y)]
    if signature.affiliation:
        copies.append(desk.copy(signature.affiliation, "affiliation", width, x=x, y=y + copies[0].height))
    return copies
