"""What a masthead holds: the publisher with its logo, the series, number and date, on one middle line.

Comes: a masthead, a width, the height at which it begins. Goes: its lines, its logo and how high it is. Refuses to know what
is drawn around it.
"""

import msgspec

from briefgen.content.brief import Masthead, Text
from briefgen.geometry import Rect
from briefgen.layout.items import WHOLE, Artifact, Image
from briefgen.layout.measuring.crop import shape_of
from briefgen.layout.measuring.place import moved
from briefgen.layout.measuring.text import BASELINE, CAPITALS, Copy, Desk


class Row(msgspec.Struct, frozen=True):
    """A masthead set: its texts, its logo, and how high it is in points."""

    copies: tuple[Copy, ...]
    logo: Image | None
    height: float


def masthead_row(desk: Desk, masthead: Masthead, width: float, top: float, beside: float = 0.0) -> Row:
    """The publisher at the left, the issue at the right, `top` points below where the row is placed.

    Between the logo and the publisher's name are `beside` points more than the look leaves there.
    """
    look = desk.look.masthead
    issue = [
        (text, style)
        for text, style in ((masthead.series, "series"), (masthead.number, "issue"), (masthead.date, "issue"))
        if text
    ]
    right = width * look.issue
    room = width - (right + look.issue_gap if issue else 0)
    wide, logo_height = logo_size(desk, masthead)
    x = wide + look.logo_gap + beside if wide else 0.0
    stacks = [
        stack(desk, [(masthead.publisher, "publisher")] if masthead.publisher else [], room - x, x),
        stack(desk, issue, right, width - right),
    ]
    band = max([logo_height, *(ink for _, _, ink in stacks)])
    middle = top + band / 2
    copies = []
    for texts, above, ink in stacks:
        copies += [lowered(copy, middle - ink / 2 - above) for copy in texts]
    return Row(tuple(copies), logo_image(desk, masthead, 0.0, middle - logo_height / 2), band)


def logo_size(desk: Desk, masthead: Masthead, widest: float = 999.0) -> tuple[float, float]:
    """Width and height of the logo in points, 0 without one; no wider than `widest`."""
    if not masthead.logo:
        return 0.0, 0.0
    width, height = shape_of(masthead.logo)
    look = desk.look.masthead
    wide = min(look.logo_height * width / height, look.logo_width, widest)
    return wide, wide * height / width


def logo_image(desk: Desk, masthead: Masthead, x: float, y: float, widest: float = 999.0) -> Image | None:
    """The logo with its corner at (x, y)."""
    if not masthead.logo:
        return None
    logo = masthead.logo
    artifact: Artifact = "Layout" if logo.decorative else ""
    rect = Rect(x, y, *logo_size(desk, masthead, widest))
    return Image(rect, logo.picture, logo.id, artifact, logo.part or WHOLE, paper=logo.white)


def stack(desk: Desk, texts: list[tuple[Text, str]], width: float, x: float) -> tuple[list[Copy], float, float]:
    """Texts below each other; what is above the first one's capitals, and the height from these to the last baseline."""
    copies: list[Copy] = []
    y = 0.0
    for text, style in texts:
        copies.append(desk.copy(text, style, width, x=x, y=y))
        y += copies[-1].height
    if not copies:
        return [], 0.0, 0.0
    first, last = desk.theme.style(texts[0][1]), desk.theme.style(texts[-1][1])
    above = first.leading * BASELINE - first.size * CAPITALS
    return copies, above, y - last.leading * (1 - BASELINE) - above


def lowered(copy: Copy, y: float) -> Copy:
    """The copy moved down by `y` points."""
    return msgspec.structs.replace(copy, strips=tuple(moved(item, 0.0, y) for item in copy.strips))
