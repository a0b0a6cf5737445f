"""What planning looks at for one page, told so that an equal page is known wherever it stands.

Comes: segments, their floats, and how far the pages before have come. Goes: a key of all that stands within reach of the
page. Promise: pages with equal keys have the same endings, but for numbers that count from the beginning of the brief.

In the key, places are counted from the beginning of the page, and what is out of its reach is said by that alone.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise, takewhile

from briefgen.layout.measuring.galley import Galley
from briefgen.layout.measuring.pieces import Float, Group, NoteLines, Piece, Segment
from briefgen.layout.planning.across import Across
from briefgen.layout.planning.aspects import OF_SEGMENT, aspect_in_place, begun, is_plain
from briefgen.layout.planning.planned import Progress
from briefgen.memory import Memory, Shelf

TOKENS_KEPT = 4000  # of pieces: most lines are alike in all that planning looks at
Token = object


class Prospects:
    """The keys of the pages of one brief, each `height` points high."""

    def __init__(
        self, segments: Sequence[Segment], galleys: Sequence[Galley], across: Across, height: float, memory: Memory
    ) -> None:
        self._segments = segments
        self._galleys = galleys
        self._across = across
        self._height = height
        # what is equal has the same token, by which longer keys are compared at once
        self._tokens: Shelf[object, Token] = memory.shelf("aspects", TOKENS_KEPT)
        self._plain: Shelf[int, tuple[Piece, Token]] = memory.shelf("plain pieces", TOKENS_KEPT)
        self._pieces: dict[int, list[Token]] = {}
        self._own: dict[int, Token] = {}
        self._floats: dict[int, Token] = {}
        self._begun: dict[int, tuple[int, Token]] = {}  # of whole segments: the end within reach, and all up to there

    def of(self, state: Progress) -> tuple[object, ...] | None:
        """The key of a page that begins with `state`; None where floats are overdue from a segment before."""
        if state.wide < len(self._across.floats) and self._across.floats[state.wide][0] < state.segment:
            return None
        # the first segment, and the last, are treated apart
        found: list[object] = [state.segment == 0, len(self._segments) - state.segment, state.owed]
        first, narrow = state.piece, state.narrow
        if state.owed:
            found.append(self._owed(state))
        for number in range(state.segment, len(self._segments)):
            if first:
                end = self._reach(number, first)
                found += self._parts(number, first, end)
            else:
                end, parts = self._whole(number)
                found.append(parts)
            found += self._floating(number, first, end, narrow, state.wide)
            if end < len(self._segments[number].pieces):
                break
            first = narrow = 0
        # whether floats are still to come is all that a page knows of those beyond its reach
        calls = [(segment, floating.after) for segment, floating in self._across.floats[-1:]]
        found.append(calls > [(number, end)])
        return tuple(found)

    def _whole(self, number: int) -> tuple[int, Token]:
        """The end within reach of a page that begins with a segment, and all pieces up to there: many pages ask for it."""
        known = self._begun.get(number)
        if known is None:
            end = self._reach(number, 0)
            known = self._begun[number] = end, self._token(self._parts(number, 0, end))
        return known

    def _owed(self, state: Progress) -> tuple[int, ...]:
        """Where the notes begin of which lines are owed."""
        notes = self._segments[state.segment].notes
        foot = notes.feet[state.piece] if notes else 0
        if not notes:
            return ()
        number = bisect_right(notes.begins, foot - state.owed) - 1
        return tuple([line - foot for line in takewhile(lambda line: line < foot, notes.begins[number:])])

    def _reach(self, number: int, first: int) -> int:
        """Before which piece all lies that a page from piece `first` on can hold, or look for what it may hold.

        What is left beyond it fits on no page: `Filler.balanced` sees that by the sum of its rows.
        """
        segment, galley = self._segments[number], self._galleys[number]
        rows, count = int(self._height / segment.leading) + 1, len(segment.pieces)
        end = first
        for _ in range(segment.columns):
            if end < count:
                end = max(end + 1, bisect_right(galley.feet, rows + galley.above[end], end, count))
        if first < count:
            rows = segment.columns * (rows + 4)
            end = max(end, bisect_right(galley.feet, rows + galley.above[first], first, count))
        return min(count, end + 1)

    def _parts(self, number: int, first: int, end: int) -> tuple[object, ...]:
        """The pieces of a segment within reach, and the one before them, for a break after it may be disliked."""
        segment = self._segments[number]
        tokens = self._pieces.get(number)
        if tokens is None:
            tokens = self._pieces[number] = self._tokens_of(segment.pieces)
            if segment.notes:
                tokens = self._pieces[number] = self._with_notes(tokens, segment.notes)
            self._own[number] = self._token((OF_SEGMENT(segment), _measures(segment.notes)))
        return self._own[number], end < len(segment.pieces), *tokens[max(0, first - 1) : end]

    def _tokens_of(self, pieces: Sequence[Piece]) -> list[Token]:
        """The tokens of pieces below each other, most of which are the very ones of an earlier draft."""
        found: list[Token] = []
        group: Group | None = None
        for piece in pieces:
            known = self._plain.get(id(piece))
            if known is None:
                known = piece, self._token(aspect_in_place(piece, group))
                if is_plain(piece):
                    self._plain.keep(id(piece), known)  # with the piece, so that no other has its identity
            found.append(known[1])
            group = piece.group
        return found

    def _with_notes(self, tokens: list[Token], notes: NoteLines) -> list[Token]:
        """The tokens of pieces with those of their notes, where they call any."""
        found = tokens[:]
        for number, (start, stop) in enumerate(pairwise(notes.feet)):
            if stop > start:
                found[number] = self._token((tokens[number], stop - start, begun(notes, start, stop)))
        return found

    def _floating(self, number: int, first: int, end: int, narrow: int, wide: int) -> list[object]:
        """The floats that are called within reach, or before and have no place yet: first those across the page."""
        across, found = self._across, list[object]()
        for index in range(wide, len(across.floats)):
            segment, floating = across.floats[index]
            if segment > number:
                break
            if segment == number and floating.after <= end:
                found.append(self._float(floating, first, end, across.before[index].left(narrow)))
        found.append(None)
        for index, floating in enumerate(across.narrow[number][narrow:], narrow):
            if floating.after <= end:
                found.append(self._float(floating, first, end, across.before_narrow[number][index].left(wide)))
        return found

    def _float(self, floating: Float, first: int, end: int, needed: tuple[int, int]) -> tuple[object, ...]:
        token = self._floats.get(id(floating))
        if token is None:
            token = self._floats[id(floating)] = self._token(tuple(self._tokens_of(floating.pieces)))
        places = (floating.after, *(floating.home or ()), *([floating.barrier] if floating.barrier >= 0 else ()))
        told = (max(-1, min(at, end + 1) - first) for at in places)
        return token, *needed, *told  # as many as it has of a section and of findings

    def _token(self, aspect: object) -> Token:
        return self._tokens.get(aspect) or self._tokens.keep(aspect, object())


def _measures(notes: NoteLines | None) -> tuple[float, float] | None:
    return (notes.leading, notes.gap) if notes else None
