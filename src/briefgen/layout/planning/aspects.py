"""What planning looks at of segments: everything but what is drawn.

Comes: segments, pieces, floats. Goes: values that are equal where planning sees no difference. Plans nothing itself.
"""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from briefgen.layout.measuring.pieces import Beside, Float, Group, NoteLines, Piece, Segment

DRAWN = {  # the fields that planning does not look at, or that are taken apart below; all others are compared
    Piece: {"ingredients", "again", "group", "beside", "line"},
    Group: {"id", "fill", "bar", "bar_width", "inset_top", "head", "repeated"},
    Float: {"pieces"},
    Beside: {"id", "ingredients"},
    NoteLines: {"lines", "rule"},
    Segment: {"pieces", "floats", "quotes", "notes", "background", "back"},
}
OF_PIECE, OF_GROUP, OF_FLOAT, OF_BESIDE, OF_NOTES, OF_SEGMENT = [
    attrgetter(*(field for field in kind.__struct_fields__ if field not in drawn)) for kind, drawn in DRAWN.items()
]


def aspect_of(segment: Segment) -> tuple[object, ...]:
    """All of a segment that planning may look at."""
    groups: dict[int, int] = {}  # the numbers of groups, by identity: pieces of one group share it
    floats = tuple([(OF_FLOAT(floating), *_aspects(floating.pieces, groups)) for floating in segment.floats])
    notes = (len(segment.notes.lines), OF_NOTES(segment.notes)) if segment.notes else None
    return OF_SEGMENT(segment), segment.background is None, tuple(_aspects(segment.pieces, groups)), floats, notes


def _aspects(pieces: Sequence[Piece], groups: dict[int, int]) -> Iterator[object]:
    for piece in pieces:
        yield OF_PIECE(piece)
        if piece.group:
            yield groups.setdefault(id(piece.group), len(groups))
            yield OF_GROUP(piece.group)
        if piece.beside:
            yield tuple(map(OF_BESIDE, piece.beside))


def is_plain(piece: Piece) -> bool:
    """Whether planning looks at nothing of a piece but its own fields."""
    return piece.group is None and not piece.beside


def aspect_in_place(piece: Piece, before: Group | None) -> tuple[object, ...]:
    """All of a piece that planning may look at, wherever the piece stands; `before`: the group of the piece above it."""
    found: tuple[object, ...] = OF_PIECE(piece)
    if piece.group:
        found = (found, piece.group is before, OF_GROUP(piece.group))
    if piece.beside:
        found = (found, tuple(map(OF_BESIDE, piece.beside)))
    return found


def begun(notes: NoteLines, start: int, stop: int) -> tuple[int, ...]:
    """The notes that begin with the lines from `start` to before `stop`, counted from there."""
    return tuple([line - start for line in notes.begins if start <= line < stop])
