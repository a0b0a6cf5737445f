"""The strip of contents: the sections with their pages, below the summary.

Comes: the contents of a brief and a width. Goes: one piece. Promise: entries stand in columns, down first, on rules; where a
page number is to stand, an anchor with its id says so: pages are known when all is planned (`drawing/contents`).
"""

from briefgen.content.brief import Contents, ContentsEntry
from briefgen.geometry import Rect
from briefgen.layout.items import Anchor, Rule
from briefgen.layout.measuring.pieces import Ingredient, Piece
from briefgen.layout.measuring.place import moved
from briefgen.layout.measuring.text import BASELINE, Desk, anchor

FEW = 3  # entries stand in one column


def contents_pieces(desk: Desk, contents: Contents, width: float) -> list[Piece]:
    """All entries, and above them what the outline says."""
    look = desk.look.contents
    count = 1 if len(contents.entries) <= FEW else max(1, int((width + look.gutter) / (look.column + look.gutter)))
    each = (width - look.gutter * (count - 1)) / count
    items: list[Ingredient] = [anchor(contents.id)]
    top = desk.leading * look.above
    if contents.heading:
        heading = desk.copy(contents.heading, "summary_heading", width, y=top)
        items += heading.strips
        top += heading.height + look.padding
    rows = -(-len(contents.entries) // count)
    bottom = top
    for column in range(count):
        y = top
        for entry in contents.entries[column * rows : (column + 1) * rows]:
            found, height = _entry(desk, entry, each)
            items += [moved(item, column * (each + look.gutter), y) for item in found]
            y += height
        bottom = max(bottom, y)
    return [Piece(desk.rows(bottom + look.rule), tuple(items), below=1)]


def _entry(desk: Desk, entry: ContentsEntry, width: float) -> tuple[list[Ingredient], float]:
    """A rule, the section's heading below it, and at the right the place of its page; and how high that is."""
    look, style = desk.look.contents, desk.theme.style("contents")
    copy = desk.copy(entry.text, style, width - look.number, y=look.padding)
    rule = Rule(Rect(0.0, 0.0, width, look.rule), desk.tone("line"))
    baseline = look.padding + style.leading * BASELINE
    return [rule, *copy.strips, Anchor(entry.page.id, width, baseline)], copy.height + 2 * look.padding
