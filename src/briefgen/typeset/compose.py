"""One line of a segment: its glyphs at their final widths.

In come a segment, two cuts and a measure; out comes the line. The promise: a justified line ends on its measure to a
thousandth of a point, and no glyph is scaled beyond the fit. Refuses to choose breaks.
"""

from math import floor

import msgspec

from briefgen.content.brief import Span
from briefgen.theme import TextStyle
from briefgen.typeset.breaks import Fit, rate
from briefgen.typeset.fonts import Face
from briefgen.typeset.lines import Glyph, Line, Run
from briefgen.typeset.paragraph import Atom, Cut, Segment, left_edge, right_edge
from briefgen.typeset.shape import Part, Shaper, Word, new_glyph, new_part

SCALE_STEP = 0.001  # glyphs are scaled in steps, so that the same word is made once for each
ALLOWANCE = 0.05  # beyond the shrink: breaks are chosen by widths that leave a kern or two out
MOST_STRETCH = 1.5  # of word spaces, as a share of the natural ones: a line that needs more is left ragged
LAST_STRETCH, LAST_SHRINK = 0.5, 0.6  # how far a last line's word spaces go along with those of the lines above


class Piece(msgspec.Struct, frozen=True):
    """A part of a line: a word or a part of one, or a space. A space that the line's end swallows has no width."""

    atom: Atom
    word: Word | None
    width: float
    stretches: bool


class Sums(msgspec.Struct, frozen=True):
    """Natural widths of a line in points. `text` is the visible width, less what protrudes."""

    text: float
    space: float
    glyphs: float
    left: float


class Copy(msgspec.Struct, frozen=True):
    """What all lines of a text have in common."""

    spans: tuple[Span, ...]
    style: TextStyle
    fit: Fit
    shaper: Shaper


def compose_line(
    copy: Copy, segment: Segment, cuts: tuple[Cut, Cut], measure: float, *, even: float | None, hyphen: bool
) -> Line:
    """The line between two cuts, which is `measure` points wide and ends in a hyphen or not.

    `even`: for a last line, the mean ratio of the lines above it.
    """
    style, fit = copy.style, copy.fit
    pieces = _pieces(segment, cuts, copy.shaper)
    sums = _measure(pieces, style)
    ratio, scale, stretch = 0.0, 1.0, 0.0
    if style.align == "justify":
        ratio = rate(fit, sums.text, sums.space, measure)
        if even is None or sums.text > measure:
            scale, stretch = _spread(sums, measure, fit)
            if stretch > MOST_STRETCH:
                scale, stretch = 1.0, 0.0
        else:
            ratio = min(ratio, max(-LAST_SHRINK, min(even, LAST_STRETCH)))
            stretch = ratio * (fit.stretch if ratio > 0 else fit.shrink)
    width = sums.text + sums.glyphs * (scale - 1) + sums.space * stretch
    room = measure - width
    x = {"right": room, "center": room / 2}.get(style.align, 0.0) - sums.left
    return Line(_runs(pieces, x, scale, stretch, copy.spans, style), measure, width, hyphen, ratio)


def _spread(sums: Sums, measure: float, fit: Fit) -> tuple[float, float]:
    """The scale of a full line's glyphs and the share by which its word spaces grow: glyphs give way first."""
    room = measure - sums.text
    if not sums.glyphs:
        return 1.0, 0.0
    share = max(-fit.flex, min(fit.flex, room / sums.glyphs))
    if not sums.space:  # what sticks out must go in, so the step is the next narrower one
        return (1.0 + max(-fit.flex, floor(share / SCALE_STEP) * SCALE_STEP) if room < 0 else 1.0), 0.0
    share = int(share / SCALE_STEP) * SCALE_STEP
    return 1.0 + share, max((room - share * sums.glyphs) / sums.space, -fit.shrink - ALLOWANCE)


def _pieces(segment: Segment, cuts: tuple[Cut, Cut], shaper: Shaper) -> list[Piece]:
    """The parts of the line between two cuts, with the spaces that its end swallows."""
    begin, end = cuts
    pieces = []
    for index in range(begin.next_atom, min(max(end.next_atom, end.atom + 1), len(segment.atoms))):
        atom = segment.atoms[index]
        if atom.word is None:
            inside = begin.next_atom < index < end.atom and segment.x[index + 1] > segment.x[index]
            pieces.append(Piece(atom, None, atom.width if inside else 0.0, inside and atom.stretches))
            continue
        if index > end.atom:
            continue
        first = begin.next_offset if index == begin.next_atom else 0
        if begin.repeats and index == begin.next_atom:
            hyphen = shaper.word(atom.dress, "", hyphen=True)
            pieces.append(Piece(atom, hyphen, hyphen.width, False))
        last = end.offset if index == end.atom else len(atom.text)
        word = atom.word
        added = end.added and index == end.atom
        if added or first or last < len(atom.text):
            word = shaper.word(atom.dress, atom.text[first:last], added)
        pieces.append(Piece(atom, word, word.width, False))
    return pieces


def _measure(pieces: list[Piece], style: TextStyle) -> Sums:
    text = space = glyphs = 0.0
    words = [piece for piece in pieces if piece.word is not None]
    for piece in pieces:
        text += piece.width
        if piece.word is not None:
            glyphs += piece.width
        elif piece.stretches:
            space += piece.width
    if not words or words[0].word is None or words[-1].word is None:
        return Sums(text, space, glyphs, 0.0)
    left = left_edge(style, words[0].atom.dress, words[0].word.text[0])
    right = right_edge(style, words[-1].atom.dress, words[-1].word.text[-1])
    return Sums(text - left - right - words[-1].atom.dress.tracking, space, glyphs, left)


def _runs(
    pieces: list[Piece], x: float, scale: float, stretch: float, spans: tuple[Span, ...], style: TextStyle
) -> tuple[Run, ...]:
    """The pieces' glyphs, joined while face, size and span stay the same."""
    runs: list[Run] = []
    glyphs: list[Glyph] = []
    key: tuple[int, Face, float, float] | None = None
    start = x

    def close() -> None:
        if key is not None and glyphs:
            number, face, size, rise = key
            runs.append(Run(start, x - start, face, size, style.colour, tuple(glyphs), spans[number], rise, scale))

    for piece in pieces:
        atom = piece.atom
        dress = atom.dress
        for face, new, width in piece.word.scaled(scale) if piece.word is not None else (_space(piece, stretch),):
            wanted = (atom.span, face, dress.size, dress.rise)
            if wanted != key:
                close()
                key, glyphs, start = wanted, [], x
            glyphs += new
            x += width
    close()
    return tuple(runs)


def _space(piece: Piece, stretch: float) -> Part:
    """A space at its final width."""
    glyph = piece.atom.glyph
    assert glyph is not None  # noqa: S101  an atom without a word has one
    width = piece.width * (1 + stretch) if piece.stretches else piece.width
    return new_part((piece.atom.dress.face, (new_glyph((glyph.id, width, glyph.dx, glyph.dy, glyph.text)),), width))
