"""The summary box: heading and points on a tint, across the page.

Comes: the summary and the page's measure. Goes: one piece, or on a small page a piece for each point. Promise: its columns
end level, within two lines; where the points cannot be shared out so, they stand in one column beside the heading.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

import msgspec

from briefgen.content.brief import Front, ListItem, Summary
from briefgen.geometry import Colour, Rect
from briefgen.layout import costs
from briefgen.layout.items import Rule
from briefgen.layout.measuring.grounds import grounded
from briefgen.layout.measuring.pieces import FORBIDDEN, Group, Ingredient, Piece
from briefgen.layout.measuring.place import moved
from briefgen.layout.measuring.text import BASELINE, CAPITALS, Copy, Desk, anchor

WIDE = 400.0  # from this width on the points stand in columns
LEVEL = 1.5  # lines that columns may differ by without another way being looked for
MOST = 40  # points in columns; of more nobody expects a summary
FEW = 4  # points: of fewer, columns should hold the same number
MORE_COLUMNS_COST, SIDE_COST = 1.0, 2.0  # in lines of the difference between columns that they are chosen to mend
UNEVEN_COST = 3.0  # the same
LOWER = 3.0  # points by which it stands below the middle of what rows leave over: below it words stand lower than their row
HEADING_RISE = 2.0  # of the heading on a small page, so that it stands clear of the points


class PointColumns(msgspec.Struct, frozen=True):
    """The points before each of `starts` stand in the columns before; `x` is where the first column begins."""

    starts: tuple[int, ...]
    x: float
    each: float
    difference: float  # in points, between the highest and the lowest column, and what the arrangement costs
    side: bool = False


def overview_pieces(desk: Desk, front: Front, width: float, spare: float = 0.0) -> list[Piece]:
    """The summary box, and below it the contents. Above it `spare` points are left over of the rows of what heads it."""
    pieces = summary_pieces(desk, front.summary, width, spare) if front.summary else []
    if front.contents:
        from briefgen.layout.blocks.contents import contents_pieces  # late: few briefs have contents

        pieces += contents_pieces(desk, front.contents, width)
    return pieces


def summary_pieces(desk: Desk, summary: Summary, width: float, spare: float = 0.0) -> list[Piece]:
    """The summary box. What rows leave over, `spare` points above it among that, it shares above and below it."""
    ground, colour = desk.tone(desk.look.summary.ground), desk.tone(desk.look.summary.rule_colour)
    desk = grounded(desk, desk.look.summary.ground)
    if width < WIDE:
        return _narrow_summary(desk, summary, width, (ground, colour))
    arrangement = min(_arrangements(desk, summary, width), key=lambda one: one.difference)
    record, padding = desk.look.summary, desk.look.summary.padding
    look = desk.theme.style("summary")
    heading_look = desk.theme.style("summary_heading")
    # the heading's capitals stand one padding below the edge
    first = padding + heading_look.size * CAPITALS
    room = arrangement.x - padding - record.gutter if arrangement.side else width - 2 * padding
    heading = desk.copy(summary.heading, heading_look, room, x=padding, y=first - heading_look.leading * BASELINE)
    end = first + heading_look.leading * (heading.lines - 1)
    top = first - look.leading * BASELINE if arrangement.side else end + record.heading_gap
    points, bottom = _points(desk, summary.points.items, arrangement, top)
    bottom = max(bottom - look.leading * (1 - BASELINE), end) + padding
    extra: list[Ingredient] = [
        Rule(Rect(0, 0, width, bottom), ground),
        Rule(Rect(0, 0, width, record.rule), colour),
        anchor(summary.id),
    ]
    rows = desk.rows(bottom + record.below - spare - record.overhang)
    left = rows * desk.leading - bottom - record.below + spare
    rise = spare - left / 2 - min(LOWER, left / 2 + record.overhang)
    items = (*extra, *heading.strips, *(strip for point in points for strip in point.strips))
    # at the head of a page nothing is above it
    return [Piece(rows, tuple([moved(item, 0.0, -rise) for item in items]), top_shift=rise)]


def _points(desk: Desk, items: Sequence[ListItem], arrangement: PointColumns, top: float) -> tuple[list[Copy], float]:
    """The points from `top` on, and where the highest column ends."""
    copies: list[Copy] = []
    record, hang = desk.look.summary, desk.look.summary.hang
    bottom = y = top
    column = -1
    for number, item in enumerate(items):
        if number in arrangement.starts:
            column += 1
            y = top
        x = arrangement.x + column * (arrangement.each + record.gutter)
        copies.append(desk.copy(item.label, "bullet", hang, x=x, y=y))
        copies.append(desk.copy(item.text, "summary", arrangement.each - hang, x=x + hang, y=y))
        bottom = max(bottom, y + copies[-1].height)
        y += copies[-1].height + record.between
    return copies, bottom


def _arrangements(desk: Desk, summary: Summary, width: float) -> Iterator[PointColumns]:
    """Two columns, three, or one beside the heading."""
    items, line, record = summary.points.items, desk.theme.style("summary").leading, desk.look.summary
    inner = width - 2 * record.padding
    for count in (2, 3):
        each = (inner - record.gutter * (count - 1)) / count
        if count <= len(items) <= MOST and each >= record.narrowest:
            heights = [desk.copy(item.text, "summary", each - record.hang).height + record.between for item in items]
            starts = _starts(heights, count)
            sums = [sum(heights[start:stop]) for start, stop in pairwise((*starts, len(items)))]
            uneven = len(items) % count > 0 and len(items) < FEW  # one beside two looks like a mistake, however level
            cost = (UNEVEN_COST if uneven else MORE_COLUMNS_COST * (count - 2)) * line
            yield PointColumns(starts, record.padding, each, max(sums) - min(sums) + cost)
            if count == 2 and not uneven and max(sums) - min(sums) <= LEVEL * line:
                return
    x = max(width * record.side + record.gutter, desk.theme.page.indent)
    yield PointColumns((0,), x, width - x - record.padding, SIDE_COST * line, side=True)


def _starts(heights: list[float], count: int) -> tuple[int, ...]:
    """With which points the columns begin, so that the box is as shallow as can be."""
    above = [0.0, *accumulate(heights)]
    total = len(heights)
    firsts = [(0, stop) for stop in range(1, total)]
    ways = firsts if count == 2 else [(0, one, two) for _, one in firsts for two in range(one + 1, total)]

    def depth(starts: tuple[int, ...]) -> tuple[float, tuple[int, ...]]:
        sums = [above[stop] - above[start] for start, stop in pairwise((*starts, total))]
        return round(max(sums), 3), starts

    return min(ways, key=depth)


def _narrow_summary(desk: Desk, summary: Summary, width: float, colours: tuple[Colour, Colour]) -> list[Piece]:
    """The box of a small page, on the grid: it may go on overleaf between two points, for page 1 has little room.

    `colours`: those of its ground and of the rule on it.
    """
    ground, colour = colours
    record, padding, hang = desk.look.summary, desk.look.summary.padding, desk.look.summary.hang
    look = desk.theme.style("summary")
    heading_look = msgspec.structs.replace(desk.theme.style("summary_heading"), leading=desk.leading)
    inset = desk.leading * (1 + BASELINE) - look.size * CAPITALS - padding
    rule = Rule(Rect(0, inset, width, record.rule), colour)
    group = Group(
        id=summary.id,
        open_rows=1,
        close_rows=1,
        fill=ground,
        inset_top=inset,
        inset_bottom=desk.leading * (2 - BASELINE) - padding,
        head=(rule,),
        repeated=(rule,),
    )
    heading = desk.copy(summary.heading, heading_look, width - 2 * padding, x=padding, y=-HEADING_RISE)
    pieces = [desk.piece([heading], [anchor(summary.id)], heading.height, break_cost=FORBIDDEN, group=group)]
    for item in summary.points.items:
        label = desk.copy(item.label, "bullet", hang, x=padding)
        text = desk.copy(item.text, look, width - 2 * padding - hang, x=padding + hang)
        pieces.append(desk.piece([label, text], [], text.height, break_cost=costs.BETWEEN_POINTS, group=group))
    return [*pieces[:-1], msgspec.structs.replace(pieces[-1], break_cost=0.0)]
