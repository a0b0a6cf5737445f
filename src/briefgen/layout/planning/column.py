"""One column and a page of them: what `columns` chooses and `pages` draws.

Comes: nothing. Goes: records of whole numbers: where columns begin and end, which floats stand where in them, which lines of
notes they take. Knows no costs.
"""

from collections.abc import Sequence
from typing import Literal, Self

import msgspec

from briefgen.layout.measuring.galley import Galley
from briefgen.layout.measuring.pieces import Piece

SPREAD_LIMIT = 3  # rows let into a column
WITHIN_LIMIT = (2 << SPREAD_LIMIT) - 1  # the bits of so many
REMEMBERED = 2000  # answers kept in mind: plans of the same page share them, those of later pages seldom
FLOATS_TOGETHER = 3  # floats in one column
BRANCHES = 10  # ends looked at for each full page
MARGIN = 5000.0  # what has cost so much more than the best is not gone on with


class Bounds(msgspec.Struct, frozen=True):
    """How many ways to go on from a page are looked at, and by how much they may cost more than the best."""

    branches: int = BRANCHES
    margin: float = MARGIN


USUAL = Bounds()

Position = Literal["head", "amid", "foot", "near"]  # near: at the head, and near to the text below it
POSITIONS: tuple[Position, ...] = ("head", "amid", "foot")


class Fill(msgspec.Struct, frozen=True):
    """A column that ends before piece `end`: its rows, the numbers of rows it may be let out by, the cost of ending there.

    Bit `n` of `able` is set where `n` rows can be let in.
    `positions` has the place of each float from number `floated` on that stands in it. `owed` lines of notes come from the
    column before, and `owes` go on to the next one.
    """

    start: int
    end: int
    rows: int
    able: int
    cost: float
    page_cost: float
    floated: int = 0
    positions: tuple[Position, ...] = ()
    owed: int = 0
    owes: int = 0


class Column(msgspec.Struct, frozen=True, cache_hash=True):
    """Pieces from `start` to before `end`, with the floats from number `floated` on at these positions; rows let in.

    `owed` lines of notes come from the column before, and `owes` go on to the next one.
    """

    start: int
    end: int
    spread: int = 0
    floated: int = 0
    positions: tuple[Position, ...] = ()
    owed: int = 0
    owes: int = 0


class Columns(msgspec.Struct, frozen=True):
    """A choice of columns, their depth in rows and the demerits."""

    columns: tuple[Column, ...]
    depth: int
    cost: float

    @property
    def end(self) -> int:
        """The piece before which the last column ends."""
        return self.columns[-1].end

    @property
    def floated(self) -> int:
        """How many floats of the segment have been placed."""
        return self.columns[-1].floated + len(self.columns[-1].positions)

    @property
    def owes(self) -> int:
        """How many lines of notes have still to be placed."""
        return self.columns[-1].owes


class Way(msgspec.Struct, frozen=True):
    """A choice of columns that are not made yet: the demerits, the rows of their common foot, what each may be."""

    cost: float
    foot: int
    fills: list[Fill]

    @property
    def end(self) -> int:
        """The piece before which the last column ends."""
        return self.fills[-1].end

    @property
    def floated(self) -> int:
        """How many floats of the segment have been placed."""
        return self.fills[-1].floated + len(self.fills[-1].positions)

    @property
    def owes(self) -> int:
        """How many lines of notes have still to be placed."""
        return self.fills[-1].owes


class Passage(msgspec.Struct, frozen=True):
    """The pieces from `start` to before `end` of a galley in a column: ends, rows, units of its elastic spaces."""

    galley: Galley
    start: int
    end: int
    first: Piece
    last: Piece
    rows: int
    elastic: int
    reluctant: int

    @classmethod
    def of(cls, galley: Galley, start: int, end: int) -> Self:
        """The stretch of these pieces, of which there is at least one."""
        pieces = galley.pieces
        rows = galley.feet[end - 1] - galley.above[start]
        elastic = galley.elastic[end] - galley.elastic[start]
        reluctant = galley.reluctant[end] - galley.reluctant[start]
        return cls(galley, start, end, pieces[start], pieces[end - 1], rows, elastic, reluctant)

    @property
    def pieces(self) -> Sequence[Piece]:
        return self.galley.pieces[self.start : self.end]
