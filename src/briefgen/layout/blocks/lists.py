"""Lists: bullets and numbers hang, texts align, sublists stand in further.

A list in running text has half a row of space above and below it, and a little between items of several lines.
"""

from collections.abc import Iterator

import msgspec

from briefgen.content.brief import Block, List, ListItem, Paragraph
from briefgen.layout import costs
from briefgen.layout.blocks.setting import Place, dearer
from briefgen.layout.measuring.pieces import FORBIDDEN, Group, Piece
from briefgen.layout.measuring.text import BASELINE, Desk, Manner
from briefgen.theme import TextStyle

LAST_SPACES = 1.5
MOST_SPARE = 2  # rows that a list takes for all its space
FEW_ITEMS, FEW_LINES = 5, 10  # a list with no more of both is short
RAIL_LINES = 16  # a timeline with no more is one drawing, whose line is not cut
COLONS = ":\uff1a,;\u2013\u2014"  # with which, as with a small letter, a text leads in what comes below it

Item = tuple[Piece, ...]  # an item's lines


def list_pieces(desk: Desk, block: List, width: float, place: Place) -> tuple[Piece, ...]:
    """The lines of a list, which goes with the text before it; its first two items stay together."""
    first, *rest = _lines(desk, block, width, place)
    return (msgspec.structs.replace(first, held=_held(place.before)), *rest)


def _held(before: Block | None) -> float:
    """What a column's end before a list costs, after this block."""
    if not isinstance(before, Paragraph):
        return 0.0
    last = before.text.words.rstrip()[-1:]
    return costs.LEAD_IN if last in COLONS or last.islower() else costs.BEFORE_LIST


def _lines(desk: Desk, block: List, width: float, place: Place) -> tuple[Piece, ...]:
    style = "list" if place.style == "body" else place.style
    if place.group or (place.tinted and place.before is None):  # a box has its own space above what begins it
        items = [*_items(desk, block, (0.0, width), style, place.group)]
        return _joined(items, short=_is_short(block, items))
    items = [*_items(desk, block, (0.0, width), style, Group(block.id))]
    spare, between = _space(desk, items)
    group = Group(block.id, spare=spare)
    spaced = [_with_space(item, group, between if number else 0.0) for number, item in enumerate(items)]
    return _joined(spaced, short=_is_short(block, items))


def _is_short(block: List, items: list[Item]) -> bool:
    """Whether a list is to stay whole where that can be had."""
    lines = sum(map(len, items))
    return lines <= (RAIL_LINES if block.labels == "dates" else FEW_LINES if len(items) <= FEW_ITEMS else 0)


def _space(desk: Desk, items: list[Item]) -> tuple[int, float]:
    """The rows of space that a list takes, and the share of a row that stands between two items."""
    gaps = len(items) - 1
    # a list goes with what introduces it: only the last lever parts them
    wide = desk.fit.spaces > LAST_SPACES
    if not gaps or all(len(item) == 1 for item in items):
        return 1 + wide, 0.0
    look = desk.look.list
    for spare in range(1 + wide, MOST_SPARE + 1):
        apart = min(look.apart_usual, (spare * desk.leading - 2 * look.around) / gaps)
        if apart >= look.apart or spare == MOST_SPARE:
            break
        if desk.fit.spaces < 1:
            break
    return spare, apart / desk.leading


def _with_space(item: Item, group: Group, between: float) -> Item:
    first, *rest = [msgspec.structs.replace(piece, group=group) for piece in item]
    return (msgspec.structs.replace(first, between=between), *rest)


def _joined(items: list[Item], *, short: bool) -> tuple[Piece, ...]:
    """All lines, and what a column's end between two items costs: the first two stay together, the last is not alone."""
    found: list[Piece] = []
    torn = (costs.SHORT_LIST, costs.PAGE_LIST) if short else (0.0, 0.0)
    for number, item in enumerate(items[:-1], 1):
        between = costs.BETWEEN_ITEMS + (costs.LONE_ITEM if number + 1 == len(items) else 0.0)
        found += [dearer(line, *torn) for line in item[:-1]]  # no better torn there than between two
        found.append(dearer(item[-1], FORBIDDEN if number == 1 else torn[0] + between, torn[1]))
    *lines, end = items[-1]
    return (*found, *(dearer(line, *torn) for line in lines), end)


def _items(desk: Desk, block: List, span: tuple[float, float], style: str, group: Group | None) -> Iterator[Item]:
    """The items, those of sublists after the item that they belong to. `span`: from where, and the column's width."""
    x, width = span
    if block.labels in ("boxes", "terms", "dates"):
        from briefgen.layout.blocks.entries import Column, entries  # late: few briefs have such lists

        yield from entries(desk, block, Column(x, width, style, group))
        return
    labels = [desk.natural_width(item.label, "bullet") for item in block.items]
    hang = max([desk.look.list.indent, *(label + desk.look.list.label_gap for label in labels)])
    for item in block.items:
        yield _item(desk, item, (x, hang, width), style, group)
        if item.sublist:
            yield from _items(desk, item.sublist, (x + hang, width), style, group)


def _item(desk: Desk, item: ListItem, span: tuple[float, float, float], style: str, group: Group | None) -> Item:
    """A list item: `span` is where its bullet stands, how far its text hangs in from there, and the column's width."""
    x, hang, width = span
    look = desk.theme.style(style)
    bullet = desk.copy(
        item.label, _resized(desk, "bullet", look.size), width, x=x, y=(desk.leading - look.leading) * BASELINE
    )
    manner = Manner(x=x + hang, group=group, first=bullet.strips, keep_next=bool(item.sublist))
    return desk.flow(item.text, style, width - x - hang, manner)


def _resized(desk: Desk, name: str, size: float) -> TextStyle:
    return msgspec.structs.replace(desk.theme.style(name), size=size)
