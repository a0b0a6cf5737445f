"""Items of lists that are told by words: terms with what they mean, dates with what happened, boxes to be ticked.

Comes: an item and its place in a column. Goes: its lines as pieces. Promise: labels hang or run into the first line, never
over the text. Refuses to know what space a list has.
"""

from collections.abc import Iterator

import msgspec

from briefgen.content.brief import List, ListItem
from briefgen.geometry import Colour, Rect
from briefgen.layout.items import Path, Rule
from briefgen.layout.measuring.circle import circle
from briefgen.layout.measuring.pieces import Group, Ingredient, Piece
from briefgen.layout.measuring.text import BASELINE, CAPITALS, Desk, Manner
from briefgen.theme import TextStyle

Item = tuple[Piece, ...]  # an item's lines
LABEL_SHARE = 0.6  # of the width: a term that takes more stands in a line of its own
DATE_SHARE = 0.4  # of the width: dates that take more stand above what happened


class Column(msgspec.Struct, frozen=True):
    """Where a list stands: its left edge, the right one of its column, the style of its texts, the group around it."""

    x: float
    width: float
    style: str
    group: Group | None


def entries(desk: Desk, block: List, column: Column) -> Iterator[Item]:
    """The items of a list of terms, dates or boxes."""
    if block.labels == "boxes":
        for item in block.items:
            yield _ticked(desk, item, column)
    elif block.labels == "terms":
        for item in block.items:
            yield _term(desk, item, column)
    else:
        yield from _dates(desk, block, column)


def _label(desk: Desk, column: Column, name: str) -> TextStyle:
    return msgspec.structs.replace(desk.theme.style(name), size=desk.theme.style(column.style).size)


def _ticked(desk: Desk, item: ListItem, column: Column) -> Item:
    """A text behind an empty box, as high as its capitals."""
    look, record = desk.theme.style(column.style), desk.look.list
    side = look.size * CAPITALS
    top = desk.leading * BASELINE - side
    weight, colour = record.tick_rule, desk.tone(record.tick_colour)
    x = column.x
    box = (
        Rule(Rect(x, top, side, weight), colour),
        Rule(Rect(x, top + side - weight, side, weight), colour),
        Rule(Rect(x, top, weight, side), colour),
        Rule(Rect(x + side - weight, top, weight, side), colour),
    )
    hang = max(record.indent, side + record.label_gap)
    manner = Manner(x=x + hang, group=column.group, first=box)
    return desk.flow(item.text, column.style, column.width - x - hang, manner)


def _term(desk: Desk, item: ListItem, column: Column) -> Item:
    """A term that runs into what it means; a long one has a line of its own."""
    look, record = _label(desk, column, "term"), desk.look.list
    hang = column.x + record.indent
    width = column.width - hang
    own = desk.natural_width(item.label, look)
    if own > LABEL_SHARE * (column.width - column.x):
        head = desk.flow(item.label, "term", column.width - column.x, Manner(x=column.x, group=column.group, keep_next=True))
        return (*head, *desk.flow(item.text, column.style, width, Manner(x=hang, group=column.group)))
    label = desk.copy(item.label, look, own + 1.0, x=column.x, y=(desk.leading - look.leading) * BASELINE)
    indent = own + record.term_gap - record.indent
    return desk.flow(item.text, column.style, width, Manner(x=hang, indent=indent, group=column.group, first=label.strips))


def _dates(desk: Desk, block: List, column: Column) -> Iterator[Item]:
    """Dates in a column of their own, with a dot each on a line that goes on from the first to the last."""
    look, record = _label(desk, column, "date"), desk.look.list
    widest = max(desk.natural_width(item.label, look) for item in block.items)
    beside = widest <= DATE_SHARE * (column.width - column.x)
    rail = column.x + (widest + record.rail_gap if beside else record.dot / 2)
    start = rail + record.rail_gap
    colour = desk.tone(record.rail_colour)
    centre = desk.leading * BASELINE - look.size * CAPITALS / 2
    for number, item in enumerate(block.items):
        dot = Path(circle(rail, centre, record.dot / 2), desk.tone(record.dot_colour))
        if beside:
            label = desk.copy(item.label, look, widest + 1.0, x=column.x, y=(desk.leading - look.leading) * BASELINE)
            manner = Manner(x=start, group=column.group, first=(*label.strips, dot))
            lines = desk.flow(item.text, column.style, column.width - start, manner)
        else:
            head = Manner(x=start, group=column.group, keep_next=True, first=(dot,))
            manner = Manner(x=start, group=column.group)
            lines = (
                *desk.flow(item.label, "date", column.width - start, head),
                *desk.flow(item.text, column.style, column.width - start, manner),
            )
        last = number + 1 == len(block.items)
        yield tuple(
            _railed(desk, piece, Rect(rail, centre, record.rail, 0.0), colour, (number == 0 and not row, last, row))
            for row, piece in enumerate(lines)
        )


def _railed(desk: Desk, piece: Piece, rail: Rect, colour: Colour, where: tuple[bool, bool, int]) -> Piece:
    """A line of an item with its part of the rail; `where`: the first line, in the last item, its number in the item."""
    first, last, row = where
    top = rail.y if first else 0.0
    # between two items the rail goes through the space that the list has there
    end = rail.y if last else desk.leading + desk.look.list.apart_usual
    if end <= top or (last and row):
        return piece
    line: Ingredient = Rule(Rect(rail.x - rail.width / 2, top, rail.width, end - top), colour)
    return msgspec.structs.replace(piece, ingredients=(line, *piece.ingredients))
