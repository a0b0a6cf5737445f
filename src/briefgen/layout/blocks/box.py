"""Boxes: other blocks on a tint, with a bar at the left edge. Asides in a column: the same without a tint."""

from collections.abc import Callable, Sequence

import msgspec

from briefgen.content.brief import Aside, Block, Box
from briefgen.geometry import Colour, Rect
from briefgen.layout import costs
from briefgen.layout.blocks.setting import Place, headed, set_off
from briefgen.layout.items import Rule
from briefgen.layout.measuring.galley import Galley, Stack
from briefgen.layout.measuring.pieces import Group, Ingredient, Piece
from briefgen.layout.measuring.place import moved
from briefgen.layout.measuring.text import BASELINE, Desk, Manner

DESCENDERS = 2.5  # that hang below the last baseline
WHOLE_ROWS = 16  # a box up to this many rows is never split

Measure = Callable[[Desk, Sequence[Block], float, Place], tuple[Piece, ...]]


def box_pieces(desk: Desk, block: Box | Aside, width: float, place: Place, measure: Measure) -> tuple[Piece, ...]:
    """A tinted box, or an aside in its column, which has the bar alone. `measure` measures what stands in it.

    It is one piece unless it is taller than WHOLE_ROWS rows.
    """
    if place.group or place.tinted:  # a box inside a box is a part of it
        return content_pieces(desk, block, width, msgspec.structs.replace(place, before=None), measure)
    look = _look(desk, block)
    inner = width - 2 * desk.look.box.padding
    stack = _stacked(content_pieces(desk, block, inner, Place(style="box"), measure))
    if stack.rows <= WHOLE_ROWS:
        return (_whole(desk, stack, width, place, look),)
    group = _group(desk, block, look)
    pieces = content_pieces(desk, block, inner, Place(group=group, style="box"), measure)
    last = len(pieces) - 1
    inset = desk.look.box.padding
    return tuple([_inset(piece, inset, costs.IN_BOX if number < last else 0.0) for number, piece in enumerate(pieces)])


def content_pieces(desk: Desk, block: Box | Aside, width: float, place: Place, measure: Measure) -> tuple[Piece, ...]:
    """The heading and the blocks of a box or an aside, the first of them without space above it."""
    kept = Manner(group=place.group, keep_next=True)
    heads = desk.flow(block.heading, "box_heading", width, kept) if block.heading else ()
    return (*heads, *headed(measure(desk, block.blocks, width, place), place.group))


class _Look(msgspec.Struct, frozen=True):
    """The ground of a box, its bar, and the padding of the ground above and below what stands on it."""

    ground: Colour | None
    bar: Colour
    bar_width: float
    padding: float


def _look(desk: Desk, block: Box | Aside) -> _Look:
    if isinstance(block, Box):
        box = desk.look.box
        return _Look(desk.tone(box.ground), desk.tone(box.bar_colour), box.bar, box.padding)
    aside = desk.look.aside
    return _Look(None, desk.tone(aside.bar_colour), aside.bar, 0.0)


def _stacked(pieces: tuple[Piece, ...]) -> Stack:
    """The pieces below each other, with no regard to the foot of a column."""
    end = Piece(0, ())
    return Galley([*pieces, end]).stack(0, len(pieces) + 1)


def _whole(desk: Desk, stack: Stack, width: float, place: Place, look: _Look) -> Piece:
    """The box as one piece, its padding equal on all sides: from the capitals above, to the baseline below."""
    down = look.padding - _capitals(desk)
    rows = max([stand.top + stand.piece.rows for stand in stack.stands[:-1]], default=0.0)
    height = down + (rows - 1 + BASELINE) * desk.leading + max(look.padding, DESCENDERS)
    items: list[Ingredient] = [Rule(Rect(0, 0, width, height), look.ground)] if look.ground else []
    items.append(Rule(Rect(0, 0, look.bar_width, height), look.bar))
    for stand in stack.stands:
        shift = stand.piece.top_shift if stand.at_head else 0.0
        y = down + stand.top * desk.leading + shift
        items += [moved(item, desk.look.box.padding, y) for item in stand.piece.ingredients]
    return set_off(desk, items, height, place)


def _capitals(desk: Desk) -> float:
    """From the top of a row to the capitals of the box's text."""
    return desk.leading * BASELINE - desk.theme.style("box").size * 0.66


def _group(desk: Desk, block: Box | Aside, look: _Look) -> Group:
    """The group of a box that may go on in another column: its text stands on the grid, its ground in a row more."""
    if look.ground is None:
        return Group(id=block.id, bar=look.bar, bar_width=look.bar_width, lead=1, below=1)
    return Group(
        id=block.id,
        open_rows=1,
        close_rows=1,
        fill=look.ground,
        bar=look.bar,
        bar_width=look.bar_width,
        inset_top=desk.leading + _capitals(desk) - look.padding,
        inset_bottom=desk.leading * (2 - BASELINE) - look.padding,
        spare=1,
    )


def _inset(piece: Piece, x: float, cost: float) -> Piece:
    ingredients = tuple([moved(item, x, 0.0) for item in piece.ingredients])
    return msgspec.structs.replace(piece, ingredients=ingredients, break_cost=piece.break_cost + cost)
