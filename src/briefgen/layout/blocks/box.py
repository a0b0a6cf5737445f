"""Boxes as the look draws them: on a tint with a bar, between rules, below a bar with their heading, or reversed.

Asides in a column have a bar alone.
"""

from collections.abc import Callable, Sequence

import msgspec

from briefgen.content.brief import Aside, Block, Box, Chart, Figure, Heading, List, Paragraph, PullQuote, Stats, Table, Text
from briefgen.geometry import Colour, Rect
from briefgen.layout import costs
from briefgen.layout.blocks.heading import Barred, bar
from briefgen.layout.blocks.setting import Place, headed, set_off
from briefgen.layout.items import Rule
from briefgen.layout.measuring.galley import Galley, Stack
from briefgen.layout.measuring.grounds import on_ground
from briefgen.layout.measuring.pieces import Group, Ingredient, Piece, Strip
from briefgen.layout.measuring.place import moved
from briefgen.layout.measuring.text import BASELINE, CAPITALS, Desk, Manner

DESCENDERS = 2.5  # that hang below the last baseline
WHOLE_ROWS = 16  # a box up to this many rows is never split

Measure = Callable[[Desk, Sequence[Block], float, Place], tuple[Piece, ...]]


def box_pieces(desk: Desk, block: Box | Aside, width: float, place: Place, measure: Measure) -> tuple[Piece, ...]:
    """A box, or an aside in its column. `measure` measures what stands in it.

    It is one piece unless it is taller than WHOLE_ROWS rows.
    """
    if place.group or place.tinted:  # a box inside a box is a part of it
        return content_pieces(desk, block, width, msgspec.structs.replace(place, before=None), measure)
    look = _look(desk, block)
    head: Barred = [], 0.0
    if look.heading:
        colour = desk.tone(desk.look.box.bar_colour)
        air = look.padding * desk.look.box.heading_padding
        head = bar(desk, look.heading, "box_heading", width, colour, air, look.side)
    inside = on_ground(desk, look.ground) if look.reversed and look.ground else desk
    inner = width - 2 * look.side
    bare = msgspec.structs.replace(block, heading=None) if look.heading else block
    stack = _stacked(content_pieces(inside, bare, inner, Place(style="box"), measure))
    if stack.rows <= WHOLE_ROWS or place.least:
        return (_whole(desk, head, stack, width, place, look, bare.heading),)
    group = _group(desk, block, head, look)
    pieces = content_pieces(inside, bare, inner, Place(group=group, style="box"), measure)
    last = len(pieces) - 1
    return tuple([_inset(piece, look.side, costs.IN_BOX if number < last else 0.0) for number, piece in enumerate(pieces)])


def content_pieces(desk: Desk, block: Box | Aside, width: float, place: Place, measure: Measure) -> tuple[Piece, ...]:
    """The heading and the blocks of a box or an aside, the first of them without space above it."""
    kept = Manner(group=place.group, keep_next=True)
    heads = desk.flow(block.heading, "box_heading", width, kept) if block.heading else ()
    pieces = measure(desk, block.blocks, width, place)
    # what has words of its own above it would read on from the heading
    apart = heads and isinstance(next(iter(block.blocks), None), Chart | Figure | Table) and not place.group
    return (*heads, *(pieces if apart else headed(pieces, place.group)))


class _Look(msgspec.Struct, frozen=True):
    """The ground of a box, its bar or rules, and the padding of the ground round what stands on it.

    `heading` stands on a bar of its own; `reversed`: words are in white on the ground.
    """

    ground: Colour | None
    bar: Colour | None
    bar_width: float
    padding: float  # above and below
    side: float
    edge: float = 0.0  # the weight of rules above and below, in the colour of the bar
    heading: Text | None = None
    reversed: bool = False


def _look(desk: Desk, block: Box | Aside) -> _Look:
    record = desk.look.box
    if isinstance(block, Aside):
        aside = desk.look.aside
        return _Look(None, desk.tone(aside.bar_colour), aside.bar, 0.0, record.padding)
    colour, padding = desk.tone(record.bar_colour), record.padding
    match record.variant:
        case "ruled":
            return _Look(None, colour, 0.0, padding, 0.0, edge=record.rule)
        case "headed":
            return _Look(desk.tone(record.ground), None, 0.0, padding, padding, heading=block.heading)
        case "solid" if _is_plain(block):
            return _Look(colour, None, 0.0, padding, padding, reversed=True)
        case _:
            return _Look(desk.tone(record.ground), colour if record.bar else None, record.bar, padding, padding)


def _is_plain(block: Box) -> bool:
    """Whether a box holds words alone: tables, charts and pictures are drawn for a light ground."""
    return all(isinstance(each, Heading | List | Paragraph | PullQuote | Stats) for each in block.blocks)


def _stacked(pieces: tuple[Piece, ...]) -> Stack:
    """The pieces below each other, with no regard to the foot of a column."""
    end = Piece(0, ())
    return Galley([*pieces, end]).stack(0, len(pieces) + 1)


def _whole(desk: Desk, head: Barred, stack: Stack, width: float, place: Place, look: _Look, title: Text | None) -> Piece:
    """The box as one piece, its padding equal on all sides: from the capitals above, to the baseline below.

    `title`: its heading, where that stands among its lines.
    """
    gap = desk.look.box.heading_gap if title else 0.0
    heading, head_height = head
    # where there is no padding, a heading in larger type begins with its own capitals at the edge
    down = head_height + max(look.padding - _capitals(desk, "box"), -_capitals(desk, "box_heading"))
    rows = max([stand.top + stand.piece.rows for stand in stack.stands[:-1]], default=0.0)
    height = max(place.least, down + gap + (rows - 1 + BASELINE) * desk.leading + max(look.padding, DESCENDERS))
    items: list[Ingredient] = [Rule(Rect(0, 0, width, height), look.ground)] if look.ground else []
    if look.bar and look.bar_width:
        items.append(Rule(Rect(0, 0, look.bar_width, height), look.bar))
    if look.bar and look.edge:
        items += [Rule(Rect(0, y, width, look.edge), look.bar) for y in (0.0, height - look.edge)]
    items += heading
    for stand in stack.stands:
        shift = stand.piece.top_shift if stand.at_head else 0.0
        y = down + stand.top * desk.leading + shift
        if title and not any(isinstance(item, Strip) and item.text_id == title.id for item in stand.piece.ingredients):
            y += gap
        items += [moved(item, look.side, y) for item in stand.piece.ingredients]
    return set_off(desk, items, height, place)


def _capitals(desk: Desk, style: str) -> float:
    """From the top of a row to the capitals of a style of the box."""
    return desk.leading * BASELINE - desk.theme.style(style).size * CAPITALS


def _group(desk: Desk, block: Box | Aside, head: Barred, look: _Look) -> Group:
    """The group of a box that may go on in another column: its text stands on the grid, its ground in a row more.

    Its heading on a bar stands again where it goes on.
    """
    if look.ground is None and not look.edge:
        return Group(id=block.id, bar=look.bar, bar_width=look.bar_width, lead=1, below=1)
    heading, head_height = head
    opening = desk.rows(head_height + look.padding) if heading else 1
    top = opening * desk.leading + _capitals(desk, "box") - look.padding - head_height
    shown = tuple([moved(item, 0.0, top) for item in heading])
    return Group(
        id=block.id,
        open_rows=opening,
        close_rows=1,
        fill=look.ground,
        bar=look.bar,
        bar_width=look.bar_width,
        edge=look.edge,
        head=shown,
        repeated=tuple([_unread(item) for item in shown]),
        inset_top=top,
        inset_bottom=desk.leading * (2 - BASELINE) - look.padding,
        spare=1,
    )


def _unread(item: Ingredient) -> Ingredient:
    return msgspec.structs.replace(item, artifact="Layout") if isinstance(item, Strip) else item


def _inset(piece: Piece, x: float, cost: float) -> Piece:
    ingredients = tuple([moved(item, x, 0.0) for item in piece.ingredients])
    return msgspec.structs.replace(piece, ingredients=ingredients, break_cost=piece.break_cost + cost)
