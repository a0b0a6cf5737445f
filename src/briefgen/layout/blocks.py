"""Any block of the brief into measured pieces: the only dispatch on the kind of a block.

Comes: blocks and a width. Goes: pieces for a column of that width, in reading order. A block that spans the page is left to
`segments`. Knows no page.
"""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from briefgen.content.brief import (
    Block,
    Box,
    Code,
    Figure,
    Findings,
    Heading,
    List,
    ListItem,
    Paragraph,
    PullQuote,
    Recommendations,
    Stats,
    Table,
)
from briefgen.geometry import Rect
from briefgen.layout.advice import finding_pieces, recommendation_pieces
from briefgen.layout.figures import figure_pieces
from briefgen.layout.items import Rule
from briefgen.layout.pieces import FORBIDDEN, Group, Ingredient, Piece
from briefgen.layout.place import moved
from briefgen.layout.tables import table_pieces
from briefgen.layout.text import BASELINE, Copy, Desk, Manner, anchor

PARAGRAPH_INDENT = 12.0
BULLET_INDENT = 11.0
BOX_PADDING = 10.0
BANNER_PADDING = 10.0
IN_LIST_COST = 90.0  # a column's end between two items of a list
IN_BOX_COST = 900.0  # and inside a box
BOX_ROWS = 16  # a box up to this many rows is never split
STAT_GUTTER = 12.0
STAT_TOP = 9.0  # from the line above to the rule over a large figure
STAT_WIDTH = 68.0  # the least that a large figure with its label takes


class Place(msgspec.Struct, frozen=True):
    """Where a block stands: what came before it, the group around it, the style of its text, its heading a banner."""

    before: Block | None = None
    group: Group | None = None
    style: str = "body"
    banner: bool = False


def measure(desk: Desk, blocks: Sequence[Block], width: float, place: Place | None = None) -> tuple[Piece, ...]:
    """All blocks as pieces of a column of `width` points."""
    place = place or Place()
    pieces: list[Piece] = []
    before = place.before
    for block in blocks:
        pieces += _MEASURES[type(block)](desk, block, width, msgspec.structs.replace(place, before=before))
        before = block
    return tuple(pieces)


def _paragraph(desk: Desk, block: Paragraph, width: float, place: Place) -> tuple[Piece, ...]:
    # after a list, too: without a space or an indent it would read as the last item's end
    indented = isinstance(place.before, Paragraph | List) and place.style == "body"
    return desk.flow(
        block.text,
        place.style,
        width,
        Manner(
            indent=PARAGRAPH_INDENT if indented else 0.0,
            group=place.group,
            after_heading=isinstance(place.before, Heading),
        ),
    )


def _heading(desk: Desk, block: Heading, width: float, place: Place) -> tuple[Piece, ...]:
    """A heading ends above the grid line of its row, so that almost twice as much space is above it as below.

    It stands as far from its text at the head of a column as within one.
    """
    if place.banner and block.level == 1:
        return (_banner(desk, block, width),)
    first_level = block.level == 1
    look = desk.theme.style("heading1" if first_level else "heading2")
    copy = desk.copy(block.text, look, width)
    inked = look.leading * (copy.lines - 1) + look.size * 0.7
    below = desk.leading * (0.77 if first_level else 0.23)
    rows = desk.rows(inked + below)
    # the last baseline stands `below` above the foot of the piece, whatever the number of lines
    shift = rows * desk.leading - below - look.leading * (copy.lines - 1 + BASELINE)
    copy = desk.copy(block.text, look, width, y=shift)
    after_heading = isinstance(place.before, Heading)
    piece = desk.piece(
        [copy],
        [anchor(block.text.id, shift)],
        rows * desk.leading,
        lead=0 if after_heading else 1,
        stretchable=not after_heading,
        turn=0 if first_level else 1,
        break_cost=FORBIDDEN,
        group=place.group,
    )
    return (piece,)


def _banner(desk: Desk, block: Heading, width: float) -> Piece:
    """A heading on a bar of the accent across the page: found by flipping. Black on it where white would be too faint."""
    palette = desk.theme.palette
    readable = palette.accent.contrast(palette.paper) >= 4.5
    look = msgspec.structs.replace(desk.theme.style("heading1"), colour=palette.paper if readable else palette.ink)
    lines = desk.copy(block.text, look, width - 2 * BANNER_PADDING).lines
    inked = look.size * 0.66 + look.leading * (lines - 1)
    height = inked + 2 * BANNER_PADDING * 0.8
    y = BANNER_PADDING * 0.8 + look.size * 0.66 - look.leading * BASELINE
    copy = desk.copy(block.text, look, width - 2 * BANNER_PADDING, x=BANNER_PADDING, y=y)
    bar = Rule(Rect(0, 0, width, height), palette.accent)
    return desk.piece([copy], [anchor(block.text.id), bar], height + 4, break_cost=FORBIDDEN)


def _pull_quote(desk: Desk, block: PullQuote, width: float, place: Place) -> tuple[Piece, ...]:
    look = desk.theme.style("quote")
    accent = desk.theme.palette.accent
    padding = 9.0
    cap = look.size * 0.67
    copy = desk.copy(block.text, look, width)
    inked = look.leading * (copy.lines - 1) + cap
    copies = [copy]
    credit_height = 0.0
    if block.attribution:
        credit_height = desk.copy(block.attribution, "attribution", width).height + 2
    content = inked + credit_height + 2 * padding + 3
    rows = desk.rows(content + 2 * 5.0)
    top = (rows * desk.leading - content) / 2
    first = top + 2 + padding + cap
    copies = [desk.copy(block.text, look, width, y=first - look.leading * BASELINE)]
    if block.attribution:
        copies.append(desk.copy(block.attribution, "attribution", width, y=first + inked - cap + 3))
    rules = [
        Rule(Rect(0, top, width, 2.0), accent),
        Rule(Rect(0, top + content - 0.6, width, 0.6), accent),
    ]
    return (desk.piece(copies, rules, rows * desk.leading, stretchable=True, turn=-1, top_shift=-top, group=place.group),)


def _list(desk: Desk, block: List, width: float, place: Place) -> tuple[Piece, ...]:
    style = "list" if place.style == "body" else place.style
    return _list_pieces(desk, block, width, 0.0, style, place.group)


def _list_pieces(desk: Desk, block: List, width: float, x: float, style: str, group: Group | None) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    labels = [desk.natural_width(item.label, "bullet") for item in block.items]
    hang = max([BULLET_INDENT, *(label + 5.0 for label in labels)])
    for number, item in enumerate(block.items):
        pieces += _item_pieces(desk, item, (x, hang, width), style, group)
        if number + 1 < len(block.items):
            pieces[-1] = _dearer(pieces[-1], IN_LIST_COST)
    return tuple(pieces)


def _item_pieces(
    desk: Desk, item: ListItem, span: tuple[float, float, float], style: str, group: Group | None
) -> tuple[Piece, ...]:
    """A list item: `span` is where its bullet stands, how far its text hangs in from there, and the column's width."""
    x, hang, width = span
    look = desk.theme.style(style)
    bullet = desk.copy(
        item.label,
        _resized(desk, "bullet", look.size),
        width,
        x=x,
        y=desk.leading * BASELINE - look.leading * BASELINE,
    )
    manner = Manner(x=x + hang, group=group, first=bullet.strips, keep_next=bool(item.sublist))
    pieces = desk.flow(item.text, style, width - x - hang, manner)
    if item.sublist:
        pieces += _list_pieces(desk, item.sublist, width, x + hang, style, group)
    return pieces


def _resized(desk: Desk, name: str, size: float) -> Any:

    return msgspec.structs.replace(desk.theme.style(name), size=size)


def _dearer(piece: Piece, cost: float) -> Piece:

    return msgspec.structs.replace(piece, break_cost=piece.break_cost + cost)


def _box(desk: Desk, block: Box, width: float, place: Place) -> tuple[Piece, ...]:
    """A tinted box with a bar at its left edge. It is not split unless it is taller than BOX_ROWS rows."""
    if place.group:  # a box inside a box is a part of it
        kept = Manner(group=place.group, keep_next=True)
        heads = desk.flow(block.heading, "box_heading", width, kept) if block.heading else ()
        return (*heads, *measure(desk, block.blocks, width, msgspec.structs.replace(place, before=None)))
    box = desk.theme.style("box")
    cap_top = desk.leading * BASELINE - box.size * 0.66
    foot = desk.leading * (1 - BASELINE)
    group = Group(
        id=block.id,
        open_rows=1,
        close_rows=1,
        fill=desk.theme.palette.tint,
        bar=desk.theme.palette.accent,
        inset_top=desk.leading + cap_top - BOX_PADDING,
        inset_bottom=desk.leading + foot - BOX_PADDING,
    )
    inner = width - 2 * BOX_PADDING
    pieces: list[Piece] = []
    if block.heading:
        pieces += desk.flow(block.heading, "box_heading", inner, Manner(group=group, keep_next=True))
    pieces += measure(desk, block.blocks, inner, Place(None, group, "box"))
    height = sum(piece.rows + piece.lead for piece in pieces)
    limit = FORBIDDEN if height <= BOX_ROWS else IN_BOX_COST
    return tuple(
        _inset(piece, BOX_PADDING, limit if number + 1 < len(pieces) else 0.0) for number, piece in enumerate(pieces)
    )


def _inset(piece: Piece, x: float, cost: float) -> Piece:
    ingredients = tuple(moved(item, x, 0.0) for item in piece.ingredients)
    return msgspec.structs.replace(piece, ingredients=ingredients, break_cost=piece.break_cost + cost)


def _stats(desk: Desk, block: Stats, width: float, place: Place) -> tuple[Piece, ...]:
    """Large figures in rows of as many as the width holds, their labels below."""
    value, label = desk.theme.style("stat_value"), desk.theme.style("stat_label")
    widest = max(desk.natural_width(stat.value, "stat_value") for stat in block.items)
    fit = max(1, int((width + STAT_GUTTER) / (max(STAT_WIDTH, widest) + STAT_GUTTER)))
    many = -(-len(block.items) // -(-len(block.items) // fit))
    each = (width - STAT_GUTTER * (many - 1)) / many
    pieces = []
    for start in range(0, len(block.items), many):
        copies: list[Copy] = []
        rules: list[Ingredient] = []
        height = 0.0
        for number, stat in enumerate(block.items[start : start + many]):
            x = number * (each + STAT_GUTTER)
            rules.append(Rule(Rect(x, STAT_TOP, each, 1.5), desk.theme.palette.accent))
            figure = desk.copy(stat.value, value, each, x=x, y=STAT_TOP + 6)
            words = desk.copy(stat.label, label, each, x=x, y=STAT_TOP + figure.height + 4)
            copies += [figure, words]
            height = max(height, STAT_TOP + figure.height + 4 + words.height)
        cost = IN_LIST_COST if start + many < len(block.items) else 0.0
        pieces.append(
            desk.piece(copies, rules, height + 4, stretchable=True, top_shift=-STAT_TOP, break_cost=cost, group=place.group)
        )
    return tuple(pieces)


def _figure(desk: Desk, block: Figure, width: float, place: Place) -> tuple[Piece, ...]:
    return figure_pieces(desk, block, width, place.group)


def _code(desk: Desk, block: Code, width: float, place: Place) -> tuple[Piece, ...]:
    from briefgen.layout.codes import code_pieces  # late: few briefs have a code

    return code_pieces(desk, block, width, place.group)


def _table(desk: Desk, block: Table, width: float, place: Place) -> tuple[Piece, ...]:
    return table_pieces(desk, block, width, place.group)


def _findings(desk: Desk, block: Findings, width: float, place: Place) -> tuple[Piece, ...]:
    return finding_pieces(desk, block, width, place.group, after_heading=isinstance(place.before, Heading))


def _recommendations(desk: Desk, block: Recommendations, width: float, place: Place) -> tuple[Piece, ...]:
    return recommendation_pieces(desk, block, width, place.group)


_MEASURES: dict[type, Callable[[Desk, Any, float, Place], tuple[Piece, ...]]] = {
    Paragraph: _paragraph,
    Heading: _heading,
    PullQuote: _pull_quote,
    List: _list,
    Box: _box,
    Stats: _stats,
    Figure: _figure,
    Code: _code,
    Table: _table,
    Findings: _findings,
    Recommendations: _recommendations,
}
