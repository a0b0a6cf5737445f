"""Notes at the foot of the column that has their mark, or beside its line in the margin column.

Comes: segments and the notes of the brief. Goes: the same segments with the lines of the notes that their pieces call, and
floats with their notes below them. Promise: each note whose mark is set is placed once, in the segment of its mark. Refuses
to know blocks: a mark is found in the lines that were set, so that no kind of block can forget one.
"""

from collections.abc import Iterable, Iterator
from itertools import accumulate, chain

import msgspec

from briefgen.content.brief import Note
from briefgen.geometry import Rect
from briefgen.layout.blocks.closing import note_pieces
from briefgen.layout.items import Rule
from briefgen.layout.measuring.pieces import FORBIDDEN, Beside, Float, Ingredient, NoteLines, Piece, Segment, Strip
from briefgen.layout.measuring.place import moved
from briefgen.layout.measuring.text import Desk
from briefgen.layout.segments.beside import lines_beside

HIGHEST = 0.85  # of a page's rows: a float with its notes
RULE_AT = 0.4  # of the gap above the first line: its rule seems to stand in the middle

Lined = tuple[Ingredient, ...]  # a line of a note


class FootNotes:
    """Hands out the lines of notes as their marks are met."""

    def __init__(self, desk: Desk, notes: Iterable[Note]) -> None:
        self._desk = desk
        self._left = {note.id: note for note in notes}
        self._above: Segment | None = None  # whose notes are handed down
        self._carried: list[Beside] = []  # called above the text: they stand beside its head
        self._handed: list[list[Lined]] = []  # the lines of each: they stand at the foot of its first column

    @property
    def left(self) -> tuple[Note, ...]:
        """The notes whose marks have not been met."""
        return tuple(self._left.values())

    def attached(self, segment: Segment) -> Segment:
        """A segment with the notes that it calls."""
        if segment.beside and self._desk.brief.design.note_place == "margin":
            first, *rest = [self._with_beside(piece) for piece in segment.pieces]
            pieces = (msgspec.structs.replace(first, beside=(*self._carried, *first.beside)), *rest)
            self._carried = []
            floats = tuple(self._with_notes(floating, segment) for floating in segment.floats)
            return msgspec.structs.replace(segment, pieces=pieces, floats=floats)
        found = [[*self._notes(shown_by(piece), segment.width)] for piece in segment.pieces]
        if segment is not self._above:
            found[:1] = [[*self._handed, *notes] for notes in found[:1]]
            self._handed = []
        floats = tuple(self._with_notes(floating, segment) for floating in segment.floats)
        notes = None
        if any(found):
            called = [*chain.from_iterable(found)]
            lines = tuple(chain.from_iterable(called))
            begins = tuple(accumulate([len(note) for note in called[:-1]], initial=0))
            feet = tuple(accumulate([sum(map(len, notes)) for notes in found], initial=0))
            notes = NoteLines(lines, begins, feet, self._leading, self._desk.look.notes.gap, self._rule)
        return msgspec.structs.replace(segment, floats=floats, notes=notes)

    def hand_down(self, above: Segment, width: float) -> None:
        """Keep the notes that a segment calls for the first column, `width` points wide, of the text below it."""
        self._above = above
        self._handed = [note for piece in above.pieces for note in self._notes(shown_by(piece), width)]

    def carry(self, segment: Segment) -> None:
        """Keep the notes that a segment calls for the margin beside the text below it."""
        page = self._desk.theme.page
        for piece in segment.pieces:
            for id in _marks(shown_by(piece)):
                if id in self._left and id not in self._desk.around.grounded:
                    self._carried.append(lines_beside(self._desk, id, [*self._note_lines(id, page.margin)], self._leading))

    def _with_beside(self, piece: Piece) -> Piece:
        """A piece with the notes that it calls, each beside the line of its mark in the margin column."""
        found = list(piece.beside)
        heights = [(item, item.y if isinstance(item, Strip) else 0.0) for item in piece.ingredients]
        heights += [(item, beside.row * self._desk.leading) for beside in piece.beside for item in beside.ingredients]
        for item, y in heights:
            for id in _marks([item]):
                if id in self._left and id not in self._desk.around.grounded:
                    lines = [*self._note_lines(id, self._desk.theme.page.margin)]
                    found.append(lines_beside(self._desk, id, lines, self._leading, y))
        return msgspec.structs.replace(piece, beside=tuple(found)) if len(found) > len(piece.beside) else piece

    @property
    def _leading(self) -> float:
        return self._desk.theme.style("closing").leading

    @property
    def _rule(self) -> Rule:
        look = self._desk.look.notes
        return Rule(Rect(0.0, look.gap * RULE_AT, look.rule_width, look.rule), self._desk.tone("grey"))

    def _lines(self, ingredients: Iterable[Ingredient], width: float) -> Iterator[Lined]:
        """The lines of all notes whose marks stand in `ingredients`, and of those whose marks stand in these."""
        yield from chain.from_iterable(self._notes(ingredients, width))

    def _notes(self, ingredients: Iterable[Ingredient], width: float) -> Iterator[list[Lined]]:
        """The same, note by note."""
        for id in _marks(ingredients):
            if id in self._left and id not in self._desk.around.grounded:
                yield from self._handed_out(id, width)

    def _note_lines(self, id: str, width: float) -> Iterator[Lined]:
        """The lines of the note `id`, which is handed out, and of those whose marks stand in it."""
        yield from chain.from_iterable(self._handed_out(id, width))

    def _handed_out(self, id: str, width: float) -> Iterator[list[Lined]]:
        """The same, note by note."""
        note = self._left.pop(id)
        lines = [piece.ingredients for piece in note_pieces(self._desk, note, min(width, self._desk.look.notes.widest))]
        yield lines
        for line in lines:
            yield from self._notes(line, width)

    def _with_notes(self, floating: Float, segment: Segment) -> Float:
        """A float with its notes below it: it may stand on another page than the text around its call.

        Notes that would make it too high for a page are left for the end.
        """
        kept_back = dict(self._left)
        width = self._desk.theme.page.measure if floating.across else segment.width
        lines = [line for piece in floating.pieces for line in self._lines(shown_by(piece), width)]
        # the head of a table belongs to its group
        groups = {id(piece.group): piece.group for piece in floating.pieces if piece.group}
        lines += [line for group in groups.values() for line in self._lines(group.head, width)]
        if not lines:
            return floating
        gap = self._desk.look.notes.gap
        rows = self._desk.rows(gap + self._leading * len(lines))
        if rows + sum(piece.rows for piece in floating.pieces) > HIGHEST * self._desk.theme.page.rows:
            self._left = kept_back
            return floating
        ingredients = [moved_line for line in _stacked(lines, self._leading, gap) for moved_line in line]
        *others, last = floating.pieces
        kept = msgspec.structs.replace(last, break_cost=FORBIDDEN)
        return msgspec.structs.replace(floating, pieces=(*others, kept, Piece(rows, (self._rule, *ingredients))))


def shown_by(piece: Piece) -> Iterator[Ingredient]:
    """All that a piece shows, in its column and beside it."""
    yield from piece.ingredients
    yield from (item for beside in piece.beside for item in beside.ingredients)


def _stacked(lines: Iterable[tuple[Ingredient, ...]], leading: float, top: float) -> Iterator[tuple[Ingredient, ...]]:
    """Lines below each other, the first with its top at `top`."""
    for number, line in enumerate(lines):
        yield tuple(moved(item, 0.0, top + number * leading) for item in line)


def _marks(ingredients: Iterable[Ingredient]) -> Iterator[str]:
    """The ids of the notes whose first marks stand in lines."""
    for item in ingredients:
        if isinstance(item, Strip):
            for run in item.line.runs:
                if run.span.superior and run.span.id:
                    yield run.span.target
