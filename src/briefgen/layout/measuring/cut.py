"""The last resort for what is taller than a page: a piece cut between its lines.

Comes: a segment. Goes: the same segment, in which no piece is taller than a page holds. Promise: no line and no picture is
cut through; the backgrounds of what is cut go on in each part.
"""

from bisect import bisect_left
from itertools import accumulate

import msgspec

from briefgen.geometry import Rect
from briefgen.layout.items import Drawing, Image, Rule
from briefgen.layout.measuring.pieces import Ingredient, Piece, Segment, Strip
from briefgen.layout.measuring.place import moved
from briefgen.theme import PageShape

ABOVE, BELOW = 0.8, 0.28  # of its size: what a line of text takes above and below its baseline


def cut_tall(segment: Segment, page: PageShape) -> Segment:
    """The segment with every piece that is taller than the page cut in parts."""
    most = int((page.rows * page.leading - 2 * segment.padding) / segment.leading)
    if all(piece.rows <= most for piece in segment.pieces):
        return segment
    parts = []
    for piece in segment.pieces:
        group = piece.group
        room = most - (group.open_rows + group.close_rows if group else 0)
        parts += _cut(piece, max(1, room), segment.leading) if piece.rows > room else [piece]
    return msgspec.structs.replace(segment, pieces=tuple(parts))


def _cut(piece: Piece, most: int, leading: float) -> list[Piece]:
    """The piece in parts of at most `most` rows."""
    extents = [_extent(item) for item in piece.ingredients]
    spans = sorted(extent for extent, item in zip(extents, piece.ingredients, strict=True) if not isinstance(item, Rule))
    reach = list(accumulate([stop for _, stop in spans], max))
    waiting = sorted(range(len(extents)), key=lambda number: extents[number][0], reverse=True)
    begun: list[int] = []  # rules that the last part has not ended
    parts: list[Piece] = []
    top = 0.0
    foot = piece.rows * leading
    while top < foot - 0.01:
        rows = min(most, -int(-(foot - top - 0.01) // leading))
        end = _free(spans, reach, top, top + rows * leading) if top + rows * leading < foot else foot
        here = begun
        while waiting and (extents[waiting[-1]][0] < end or end >= foot):
            here.append(waiting.pop())
        here.sort()  # the order of drawing
        items = [piece.ingredients[number] for number in here]
        inside = tuple(part for item in items if (part := _slice(item, top, end)) is not None)
        begun = [n for n, item in zip(here, items, strict=True) if isinstance(item, Rule) and item.rect.bottom > end]
        first, last = not parts, end >= foot
        height = -int(-(end - top - 0.01) // leading)
        parts.append(
            msgspec.structs.replace(
                piece,
                rows=height,
                ingredients=inside,
                lead=piece.lead if first else 0,
                top_shift=piece.top_shift if first else 0.0,
                elastic=piece.elastic if first else "",
                break_cost=piece.break_cost if last else 0.0,
            )
        )
        top = end
    return parts


def _extent(item: Ingredient) -> tuple[float, float]:
    if isinstance(item, Strip):
        size = max((run.size for run in item.line.runs), default=0.0)
        return item.y - ABOVE * size, item.y + BELOW * size
    if isinstance(item, Drawing | Image | Rule):
        return item.rect.y, item.rect.bottom
    return getattr(item, "y", 0.0), getattr(item, "y", 0.0)


def _free(spans: list[tuple[float, float]], reach: list[float], top: float, limit: float) -> float:
    """The lowest height above `limit` at which nothing is cut through; `limit` itself when there is none.

    `spans` are sorted; `reach` has how far down each of them, or any before it, goes.
    """
    end = limit
    for number in range(bisect_left(spans, (limit, 0.0)) - 1, -1, -1):
        if reach[number] <= end:
            break
        start, stop = spans[number]
        if start < end < stop:
            end = start
    return end if end > top + 1.0 else limit


def _slice(item: Ingredient, top: float, end: float) -> Ingredient | None:
    """An ingredient moved up to the part's own top; a rule is cut to fit, and None when nothing of it is left."""
    if isinstance(item, Rule):
        start, stop = max(item.rect.y, top), min(item.rect.bottom, end)
        if stop <= start:
            return None
        return msgspec.structs.replace(item, rect=Rect(item.rect.x, start - top, item.rect.width, stop - start))
    return moved(item, 0.0, -top)
