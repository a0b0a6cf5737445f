"""Any block of the brief into measured pieces: the only dispatch on the kind of a block.

Comes: blocks and a width. Goes: pieces for a column of that width, in reading order. Promise: a kind that is missing here
fails the type check. A block that spans the page is left to `compose`. Knows no page.
"""

from collections.abc import Sequence
from typing import assert_never

import msgspec

from briefgen.content.brief import (
    Aside,
    Block,
    Box,
    Chart,
    Code,
    Figure,
    Findings,
    Heading,
    List,
    Pair,
    Paragraph,
    Partners,
    People,
    PullQuote,
    Recommendations,
    Stats,
    Table,
)
from briefgen.layout.blocks.box import box_pieces
from briefgen.layout.blocks.findings import finding_pieces
from briefgen.layout.blocks.heading import heading_pieces
from briefgen.layout.blocks.lists import list_pieces
from briefgen.layout.blocks.paragraph import paragraph_pieces
from briefgen.layout.blocks.plates import plated
from briefgen.layout.blocks.quote import quote_pieces
from briefgen.layout.blocks.recommendations import recommendation_pieces
from briefgen.layout.blocks.setting import Place, append, headed
from briefgen.layout.blocks.stats import stat_pieces
from briefgen.layout.blocks.table import table_pieces
from briefgen.layout.measuring.pieces import Piece
from briefgen.layout.measuring.text import Desk, anchor


def measure(desk: Desk, blocks: Sequence[Block], width: float, place: Place | None = None) -> tuple[Piece, ...]:
    """All blocks as pieces of a column of `width` points."""
    # what stands in a group is recalled with all of it: its pieces know the group by its identity
    if desk.recall is None or (place and place.group):
        return _measured(desk, blocks, width, place or Place())
    return desk.recall.found(desk, lambda: _measured(desk, blocks, width, place or Place()), *blocks, width, place)


def _measured(desk: Desk, blocks: Sequence[Block], width: float, place: Place) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for number, block in enumerate(blocks):
        if runs_in(block, blocks[number + 1] if number + 1 < len(blocks) else None):
            place = msgspec.structs.replace(place, before=block)
            continue
        found = _measure(desk, block, width, place)
        if isinstance(block, Box | Chart | Code | Figure | Table) and block.named:
            found = _anchored(found, block.id)
        append(pieces, headed(found, place.group) if place.headed else found)
        place = msgspec.structs.replace(place, before=block)
    return tuple(pieces)


def runs_in(block: Block, following: Block | None) -> bool:
    """Whether a heading is set with the paragraph below it."""
    return isinstance(block, Heading) and block.run_in and isinstance(following, Paragraph)


def _anchored(pieces: tuple[Piece, ...], id: str) -> tuple[Piece, ...]:
    """The pieces of a block that references may lead to, the first of them their target."""
    first = pieces[0]
    return (msgspec.structs.replace(first, ingredients=(anchor(id), *first.ingredients)), *pieces[1:])


def _measure(desk: Desk, block: Block, width: float, place: Place) -> tuple[Piece, ...]:
    match block:
        case Paragraph():
            return paragraph_pieces(desk, block, width, place)
        case Heading():
            return heading_pieces(desk, block, width, place)
        case PullQuote():
            return quote_pieces(desk, block, width, place)
        case List():
            return list_pieces(desk, block, width, place)
        case Box() | Aside():
            return box_pieces(desk, block, width, place, measure)
        case Pair():
            from briefgen.layout.blocks.pair import pair_pieces  # late: few briefs have one

            return pair_pieces(desk, block, width, place, measure)
        case Stats():
            return stat_pieces(desk, block, width, place)
        case Figure():
            from briefgen.layout.blocks.figure import figure_pieces  # late: many briefs have no picture

            return plated(desk, block, width, place, figure_pieces)
        case Code():
            from briefgen.layout.blocks.code import code_pieces  # late: few briefs have a code

            return code_pieces(desk, block, width, place)
        case Chart():
            from briefgen.layout.blocks.chart import chart_pieces  # late: few briefs have a chart

            return chart_pieces(desk, block, width, place)
        case Table():
            return plated(desk, block, width, place, table_pieces)
        case Findings():
            return finding_pieces(desk, block, width, place)
        case Recommendations():
            return recommendation_pieces(desk, block, width, place)
        case People():
            from briefgen.layout.blocks.people import people_pieces  # late: few briefs have portraits

            return people_pieces(desk, block, width)
        case Partners():
            from briefgen.layout.blocks.people import partner_pieces  # late: few briefs name partners

            return partner_pieces(desk, block, width)
        case _:
            assert_never(block)
