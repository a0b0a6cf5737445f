"""The front of page 1: masthead or cover, title, subtitle, byline, standfirst, summary box.

Comes: the brief's front and the page's measure. Goes: segments that span the page and keep together as far as they fit.
"""

from collections.abc import Iterable
from typing import Literal

import msgspec

from briefgen.content.brief import Front, Masthead
from briefgen.geometry import Rect
from briefgen.layout.blocks.masthead import masthead_row
from briefgen.layout.blocks.summary import overview_pieces
from briefgen.layout.blocks.title import standfirst_copy, title_copies
from briefgen.layout.items import Rule
from briefgen.layout.measuring.pieces import FORBIDDEN, Ingredient, Piece, Segment, Strip
from briefgen.layout.measuring.slack import Elastic
from briefgen.layout.measuring.text import CAPITALS, Copy, Desk, anchor

SUNK_ROW, SUNK_APART = 0.8, 0.5  # of a row, for each by which the title stands lower: above it, and below it
SUNK_MOST = 2  # of them above the title
CLEAR, BESIDE = 46.0, 68.0  # points above the title, and beside a short one with those above it: more looks like a hole
PAST = 0.55  # of the width: a line that comes so far ends the white at the right of the title


def front_segments(desk: Desk, front: Front) -> list[Segment]:
    """Everything above the first section, in reading order: under the cover asked for, if its words have room there."""
    if covered := _covered(desk, front):
        return covered
    page = desk.theme.page
    pieces = front_pieces(desk, front, page.measure)
    if front.cover.figure:  # which is shown below the title where the cover has no room
        from briefgen.layout.blocks.cover import uncovered

        pieces = uncovered(desk, front, pieces)
    return [Segment(pieces, 1, page.measure, 0.0, page.leading, lead=0)]


def _covered(desk: Desk, front: Front) -> list[Segment]:
    """The front under a cover; none where there is none, or no room for its words."""
    # each late: most briefs have the usual masthead
    match front.cover.kind:
        case "masthead":
            return []
        case "column":
            from briefgen.layout.blocks.cover_column import column_segments

            return column_segments(desk, front)
        case "plate":
            from briefgen.layout.blocks.cover_plate import plate_segments

            return plate_segments(desk, front)
        case _:
            from briefgen.layout.blocks.cover_band import band_segments

            return band_segments(desk, front)


def front_pieces(desk: Desk, front: Front, width: float) -> tuple[Piece, ...]:
    """The usual front: a masthead, below it the title. Rows that its page lacks are let in above title and summary."""
    masthead, above = _masthead(desk, front.masthead, width)
    title, below = _title(desk, front, width, above)
    overview = overview_pieces(desk, front, width, below)
    if overview:
        rows = desk.look.title.below + SUNK_APART * sunk(desk.fit.sinkage)[2] + 1
        if rows * desk.leading + below - overview[0].top_shift < CLEAR:
            overview[0] = msgspec.structs.replace(overview[0], elastic="series")
    return (masthead, title, *overview)


def _masthead(desk: Desk, masthead: Masthead, width: float) -> tuple[Piece, float]:
    """A bar in the accent; the publisher with its logo at the left, series, number and date at the right.

    Logo, name and issue stand on one middle line between the bar and the rule below. Beside it the points of white below.
    """
    look = desk.look.masthead
    extra: list[Ingredient] = [Rule(Rect(0, 0, width, look.bar), desk.tone("accent"))]
    row = masthead_row(desk, masthead, width, look.bar + look.padding)
    if not row.height:
        return desk.piece([], extra, look.bar, break_cost=FORBIDDEN), desk.left_over(look.bar)
    if row.logo:
        extra.append(row.logo)
    bottom = look.bar + row.height + 2 * look.padding
    extra.append(Rule(Rect(0, bottom, width, look.rule), desk.tone("line")))
    height = bottom + look.below
    return desk.piece(row.copies, extra, height, break_cost=FORBIDDEN), desk.left_over(height) + look.below


def sunk(sinkage: int, most: int = SUNK_MOST) -> tuple[int, int, int]:
    """The rows by which the title stands lower: those above it, `most` of them, above the standfirst, and below that.

    They are shared out, for more than SUNK_MOST in one place would be a hole.
    """
    below = min((sinkage + 1) // 2, SUNK_MOST + 1)
    above = min(sinkage - below, most)
    return above, sinkage - above - below, below


def _title(desk: Desk, front: Front, width: float, white: float) -> tuple[Piece, float]:
    """The title with what goes with it, `white` points below the masthead; and the points that its rows leave over below."""
    record = desk.look.title
    y = desk.leading * record.above
    stacked = title_copies(desk, front, width, y)
    # the white that is seen above it: what stands at the left alone hardly ends it at the right
    clear = white + _white(stacked.copies[:1], 0.0)
    beside = white + (_white(stacked.copies, PAST * width) or stacked.height)
    most = int(min((CLEAR - clear) / desk.leading, (BESIDE - beside) / desk.leading) / SUNK_ROW)
    above, amid, below = sunk(desk.fit.sinkage, max(0, min(SUNK_MOST, most)))
    if above:
        y += desk.leading * SUNK_ROW * above
        stacked = title_copies(desk, front, width, y)
    copies = [*stacked.copies]
    y += stacked.height
    if front.standfirst:
        gap = record.standfirst_gap * (2 if front.signatures or front.byline else 1) + SUNK_APART * desk.leading * amid
        copies.append(standfirst_copy(desk, front.standfirst, width, y + gap))
        y += copies[-1].height + gap
    height = y + desk.leading * (record.below + SUNK_APART * below)
    elastic: Elastic | Literal[""] = "series" if most * SUNK_ROW >= above * SUNK_ROW + 1 else ""
    piece = desk.piece(copies, [anchor(front.title.id)], height, break_cost=FORBIDDEN)
    return msgspec.structs.replace(piece, elastic=elastic), desk.left_over(height)


def _white(copies: Iterable[Copy], x: float) -> float:
    """The points above the capitals of the first line that comes as far as `x`; 0 when none does."""
    for copy in copies:
        for item in copy.strips:
            if isinstance(item, Strip) and item.x + item.line.width > x:
                return item.y - CAPITALS * max((run.size for run in item.line.runs), default=0.0)
    return 0.0
