"""Pieces below each other: the one place where heights and positions in a column come from.

Comes: pieces in order. Goes: how many rows any part of them takes in one column, and where each of its pieces stands there.
Promise: what is measured is what is drawn, since both come from the same three lists. Knows no page and no costs.
"""

from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise

import msgspec

from briefgen.layout.measuring.pieces import Group, Piece
from briefgen.layout.measuring.slack import UNITS, shared


class Stand(msgspec.Struct, frozen=True):
    """A piece in a column: the rows from the column's head to the piece's own top, and whether it stands at the head.

    `sunk` are the rows by which those of its ingredients stand lower that share what is let in below it.
    """

    piece: Piece
    top: float
    at_head: bool
    sunk: float = 0.0


class GroupPart(msgspec.Struct, frozen=True):
    """What a column has of a group: from the top of its opening rows, `rows` high; the first has the group's head."""

    group: Group
    top: float
    rows: float
    first: bool


class Stack(msgspec.Struct, frozen=True):
    """A column: its pieces, the parts of groups behind them, and its rows in all."""

    stands: tuple[Stand, ...]
    parts: tuple[GroupPart, ...]
    rows: int


class Galley:
    """The pieces of one segment with sums of their rows, so that no column has to be added up.

    `spaces` has the rows between each piece and the one before it in the same column, `heads` those above a piece that
    begins a column, and `tails` those below one that ends it.
    """

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces
        self.heads = [_opening(piece.group) for piece in pieces]
        self.tails = [piece.group.close_rows if piece.group else 0 for piece in pieces]
        self.spaces = [*self.heads[:1], *(space(one, other) for one, other in pairwise(pieces))]
        tops = [*accumulate([gap + piece.rows for gap, piece in zip(self.spaces, pieces, strict=True)])]
        # the row at which a column ends after each piece, and the one at which it begins before it, when all stand in one
        self.feet = [foot + tail for foot, tail in zip(tops, self.tails, strict=True)]
        self.above = [foot - piece.rows - head for foot, piece, head in zip(tops, pieces, self.heads, strict=True)]
        # sums of the units of elastic spaces
        self.elastic = [0, *accumulate([UNITS[piece.elastic] for piece in pieces])]
        self.reluctant = [0, *accumulate([UNITS[piece.elastic] if piece.reluctant else 0 for piece in pieces])]

    def rows(self, start: int, end: int) -> int:
        """The rows of the pieces from `start` to before `end` in one column, with all that groups take."""
        return self.feet[end - 1] - self.above[start] if start < end else 0

    def slack(self, start: int, end: int) -> tuple[int, int]:
        """The sums of the units of the spaces between the pieces from `start` to before `end`: all, and the reluctant."""
        if start >= end:
            return 0, 0
        return self.elastic[end] - self.elastic[start + 1], self.reluctant[end] - self.reluctant[start + 1]

    def begun(self, start: int) -> Group | None:
        """The group that a column from piece `start` only goes on with."""
        return self.pieces[start - 1].group if start else None

    def stack(self, start: int, end: int, spread: int = 0, begun: Group | None = None) -> Stack:
        """The column of the pieces from `start` to before `end`, let out by `spread` rows.

        Of the group `begun` an earlier column has the head.
        """
        let_in = {start + index: rows for index, rows in rows_let_in(self.pieces[start:end], spread).items()}
        stands: list[Stand] = []
        parts: list[GroupPart] = []
        row: float = 0
        index = start
        while index < end:
            stop = self._part_end(index, end)
            group = self.pieces[index].group
            row += self._lead(start, index, let_in)
            top = row
            moved, wider = self._part_top(index, stop, at_head=index == start, at_foot=stop == end)
            spare = group.spare if group else 0
            ground = top + spare + moved  # what is spare lies outside of it
            row += self.heads[index]
            for number in range(index, stop):
                if number > index:
                    row += self.spaces[number] + let_in.get(number, 0)
                    moved += self.pieces[number].between * wider
                centred = self._centred(number, let_in) if start < number < end - 1 else 0.0
                sunk = let_in.get(number + 1, 0) / 2 if self.pieces[number].sinks else 0.0
                stands.append(Stand(self.pieces[number], row + moved - centred, number == start, sunk))
                row += self.pieces[number].rows
            row += self.tails[stop - 1]
            if group:
                parts.append(GroupPart(group, ground, row - top - spare, group is not begun))
            index = stop
        return Stack(tuple(stands), tuple(parts), round(row))

    def _centred(self, number: int, let_in: Mapping[int, float]) -> float:
        """The rows by which a piece stands higher where its neighbours, or a row let in, leave more above than below it.

        What follows may have a row of its own let in: no space grows by more than that.
        """
        piece, before, after = self.pieces[number], self.pieces[number - 1], self.pieces[number + 1]
        if not piece.centred:
            return 0.0
        above = gap(before, piece) - piece.lead if before.group is piece.group else 0
        # what is above a section's heading parts two sections, and belongs to it
        shared = after.group is piece.group and after.elastic != "heading"
        below = gap(piece, after) - piece.below if shared else 0
        return (above - below + (number in let_in and number + 1 not in let_in)) / 2

    def _part_top(self, index: int, stop: int, *, at_head: bool, at_foot: bool) -> tuple[float, float]:
        """Where the pieces from `index` to before `stop`, a part of a group, begin: rows from below the group's spare ones.

        What its pieces leave of the spare rows is shared above and below them. At a column's head, or below what heads the
        group, no space is left above; at its foot none below, and what exceeds half a row above goes between its pieces.
        These may come apart by as much again: the second number says how many times as far as usual.
        """
        group = self.pieces[index].group
        if not group or not group.spare:
            return 0.0, 1.0
        between = sum([piece.between for piece in self.pieces[index + 1 : stop]])
        if at_head or group.headed:
            return -float(group.spare), 1.0
        if not at_foot:
            return -(group.spare + between) / 2, 1.0
        wider = min(2.0, max(1.0, (group.spare - 0.5) / between)) if between else 1.0
        return -between * wider, wider

    def _part_end(self, index: int, end: int) -> int:
        """Before which piece the part of a group that begins with `index` ends; of one piece where there is no group."""
        group = self.pieces[index].group
        stop = index + 1
        while group and stop < end and self.pieces[stop].group is group:
            stop += 1
        return stop

    def _lead(self, start: int, index: int, let_in: Mapping[int, float]) -> float:
        """The rows above the opening of what begins with piece `index`: the space, less what is told elsewhere."""
        if index == start:
            return 0
        return self.spaces[index] - self.heads[index] - self.tails[index - 1] + let_in.get(index, 0)


def rows_let_in(pieces: Sequence[Piece], spread: int) -> dict[int, float]:
    """The rows let in before pieces of a column."""
    return shared([(piece.elastic if number else "", piece.reluctant) for number, piece in enumerate(pieces)], spread)


def space(above: Piece, below: Piece) -> int:
    """The rows between two pieces in one column: what their groups take, and the larger of what each asks for between them.

    As margins of blocks collapse in CSS (CSS 2.2, 8.3.1).
    """
    if above.group is below.group:
        return max(above.below, below.lead)
    left = above.group.below if above.group else above.below
    asked = below.group.lead if below.group else below.lead
    inside = below.lead if below.group else 0
    closing = above.group.close_rows if above.group else 0
    return closing + max(left, asked) + _opening(below.group) + inside


def gap(above: Piece, below: Piece) -> int:
    """The same without what their groups take, which belongs to the rows of each."""
    return space(above, below) - (above.group.close_rows if above.group else 0) - _opening(below.group)


def _opening(group: Group | None) -> int:
    return group.open_rows + group.spare if group else 0
