"""One line of a segment: its glyphs at their final widths.

In come a segment, two cuts and a measure; out comes the line. The promise: a justified line ends on its measure to a
thousandth of a point, and no glyph is scaled beyond the fit. Refuses to choose breaks.
"""

from collections.abc import Sequence

import msgspec

from briefgen.content.brief import Span
from briefgen.theme import TextStyle
from briefgen.typeset.atoms import Atom
from briefgen.typeset.breaks import ROUNDING, Fit, rate
from briefgen.typeset.choice import SCALE, SPACING, SQUARE_MOST
from briefgen.typeset.face import Face
from briefgen.typeset.lines import Glyph, Line, Run
from briefgen.typeset.paragraph import Cut, Stretch, left_edge, right_edge
from briefgen.typeset.shape import Shaper
from briefgen.typeset.word import Fill, Part, Word

# glyphs are scaled and set apart in steps, so that the same word is made once for each: what that leaves, word spaces take
SCALE_STEP = 0.002
SPACING_STEP = 0.01  # points
ALLOWANCE = 0.05  # beyond the shrink: breaks are chosen by widths that leave a kern or two out
MOST_STRETCH = 1.5  # of word spaces, as a share of the natural ones: a line that needs more is left ragged
LAST_STRETCH, LAST_SHRINK = 0.5, 0.6  # how far a last line's word spaces go along with those of the lines above


class Chunk(msgspec.Struct, frozen=True):
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


class Spread(msgspec.Struct, frozen=True):
    """How a line is filled: the scale of its glyphs, points in each gap between letters, the share by which spaces grow."""

    scale: float = 1.0
    spacing: float = 0.0
    gaps: int = 0
    stretch: float = 0.0
    solid: bool = False  # only letters in squares get space between them, and none loses any


class Common(msgspec.Struct, frozen=True):
    """What all lines of a text have in common."""

    spans: tuple[Span, ...]
    style: TextStyle
    fit: Fit
    shaper: Shaper
    turned: bool  # it runs against the page, and begins at the other edge


def compose_line(
    copy: Common, segment: Stretch, cuts: tuple[Cut, Cut], measure: float, *, even: float | None, hyphen: bool
) -> Line:
    """The line between two cuts, which is `measure` points wide and ends in a hyphen or not.

    `even`: for a last line, the mean ratio of the lines above it.
    """
    style, fit = copy.style, copy.fit
    pieces = _pieces(segment, cuts, copy.shaper)
    if segment.square:
        pieces = _trimmed(pieces)
    sums = _measure(pieces, style, cuts[1].hang)
    ratio, spread = 0.0, Spread()
    if style.align == "justify":
        ratio = rate(fit, sums.text, sums.space, measure)
        if even is None or sums.text > measure:
            spread = _spread(sums, pieces, measure, fit)
            if spread.stretch > MOST_STRETCH:
                spread = Spread()
        else:
            ratio = min(ratio, max(-LAST_SHRINK, min(even, LAST_STRETCH)))
            spread = Spread(stretch=ratio * (fit.stretch if ratio > 0 else fit.shrink))
    width = sums.text + sums.glyphs * (spread.scale - 1) + spread.gaps * spread.spacing + sums.space * spread.stretch
    room = measure - width
    x = {"right": room, "center": room / 2}.get(style.align, 0.0) - sums.left
    runs = _runs(pieces, x, spread, copy, segment)
    if segment.mixed:
        runs = _in_order(runs, page=copy.shaper.rtl, own=segment.base == 1 if copy.turned else copy.shaper.rtl)
    if copy.turned:
        runs = tuple([msgspec.structs.replace(run, x=measure - run.x - run.width) for run in runs])
    return Line(runs, measure, width, hyphen, ratio, copy.turned)


def _spread(sums: Sums, pieces: list[Chunk], measure: float, fit: Fit) -> Spread:
    """How a full line is filled: by the shapes of its glyphs, then by the space between them, then by its word spaces."""
    room = measure - sums.text
    if not sums.glyphs or (not sums.space and room > 0 and fit.flex <= SCALE + SPACING):  # a word alone is not stretched
        return Spread()
    given = max(0.0 if fit.solid else -fit.flex, min(fit.flex, room / sums.glyphs))
    share = 0.0 if fit.solid else int(max(-SCALE, min(SCALE, given)) / SCALE_STEP) * SCALE_STEP
    gaps = 0
    if fit.flex > SCALE and (abs(given) > SCALE or not sums.space):
        gaps = _square_gaps(pieces) if fit.solid else _gaps(pieces)
    spacing = (given - share) * sums.glyphs / gaps if gaps else 0.0
    if fit.solid:
        spacing = min(spacing, SQUARE_MOST * min([piece.atom.dress.size for piece in pieces if piece.atom.dress.square]))
    elif sums.space:
        spacing = round(int(spacing / SPACING_STEP) * SPACING_STEP, 2)
    used = share * sums.glyphs + spacing * gaps
    if sums.space:
        least = -fit.shrink - ALLOWANCE
        return Spread(1.0 + share, spacing, gaps, max((room - used) / sums.space, least), fit.solid)
    if used > room + ROUNDING:  # what sticks out must go in, so the step is the next narrower one
        share = max(-SCALE, share - SCALE_STEP)
    return Spread(1.0 + share, spacing, gaps, solid=fit.solid)


def _trimmed(pieces: list[Chunk]) -> list[Chunk]:
    """The parts of a line in Chinese or Japanese without the white of the marks at its ends."""
    from briefgen.typeset.ideographs import trim  # late: for such text alone

    words = [number for number, piece in enumerate(pieces) if piece.word is not None]
    for number in dict.fromkeys([words[0], words[-1]] if words else []):
        piece = pieces[number]
        if piece.word is not None and piece.word.spacing is not None:
            word = trim(piece.word, head=number == words[0], tail=number == words[-1])
            pieces[number] = msgspec.structs.replace(piece, word=word, width=word.width)
    return pieces


def _pieces(segment: Stretch, cuts: tuple[Cut, Cut], shaper: Shaper) -> list[Chunk]:
    """The parts of the line between two cuts, with the spaces that its end swallows."""
    begin, end = cuts
    pieces = []
    for index in range(begin.next_atom, min(max(end.next_atom, end.atom + 1), len(segment.atoms))):
        atom = segment.atoms[index]
        if atom.word is None:
            inside = begin.next_atom < index < end.atom and segment.x[index + 1] > segment.x[index]
            pieces.append(Chunk(atom, None, atom.width if inside else 0.0, inside and atom.stretches))
            continue
        if index > end.atom:
            continue
        first = begin.next_offset if index == begin.next_atom else 0
        if begin.repeats and index == begin.next_atom:
            hyphen = shaper.word(atom.dress, "", hyphen=True)
            pieces.append(Chunk(atom, hyphen, hyphen.width, False))
        last = end.offset if index == end.atom else len(atom.text)
        word = atom.word
        added = end.added and index == end.atom
        if added or first or last < len(atom.text) or (segment.square and _is_tied(word, index == end.atom)):
            shown = end.shown[first:] if added else ""
            word = _cut_word(atom, first, last, shaper, hyphen=added, shown=shown, ends=index == end.atom)
        pieces.append(Chunk(atom, word, word.width, False))
    return pieces


def _is_tied(word: Word, last: bool) -> bool:
    """Whether a word has a gap behind it that a line's end takes away."""
    return last and word.spacing is not None and len(word.text) in word.spacing.whites


def _cut_word(atom: Atom, first: int, last: int, shaper: Shaper, *, hyphen: bool, shown: str, ends: bool) -> Word:
    """A part of a word; what stands behind it stays where the line goes on."""
    word = shaper.word(atom.dress, atom.text[first:last], hyphen, shown)
    whole = atom.word.spacing if atom.word is not None else None
    if whole is None or ends:
        return word
    from briefgen.typeset.ideographs import tie  # late: for Chinese and Japanese alone

    return tie(word, whole.joints.get(last, 0.0), whole.whites.get(last, 0.0))


def _measure(pieces: list[Chunk], style: TextStyle, hang: float = 0.0) -> Sums:
    text = space = glyphs = 0.0
    words = [piece for piece in pieces if piece.word is not None]
    for piece in pieces:
        text += piece.width
        if piece.word is not None:
            glyphs += piece.width
            if piece.word.spacing is not None:
                white = piece.word.spacing.white(len(piece.word.text) + 1)
                glyphs -= white
                space += white
        elif piece.stretches:
            space += piece.width
    if not words or words[0].word is None or words[-1].word is None:
        return Sums(text, space, glyphs, 0.0)
    left = left_edge(style, words[0].atom.dress, words[0].word.text[0])
    right = right_edge(style, words[-1].atom.dress, words[-1].word.text[-1])
    return Sums(text - left - right - hang - words[-1].atom.dress.tracking, space, glyphs, left)


def _square_gaps(pieces: list[Chunk]) -> int:
    """How many gaps stand behind letters in squares, but for the line's last."""
    words = [piece for piece in pieces if piece.word is not None]
    gaps = sum([len(piece.word.clusters()) + 1 for piece in words if piece.word is not None and piece.atom.dress.square])
    return gaps - words[-1].atom.dress.square


def _gaps(pieces: list[Chunk]) -> int:
    """How many gaps there are between the letters within the words of a line."""
    gaps = -1  # one less than there are letters and spaces
    for piece in pieces:
        if piece.word is not None:
            gaps += sum([sum(map(bool, [glyph.text for glyph in part.glyphs])) for part in piece.word.parts])
        elif piece.width:
            gaps -= 1
    return max(gaps, 0)


def _runs(pieces: list[Chunk], x: float, spread: Spread, copy: Common, segment: Stretch) -> tuple[Run, ...]:
    """The pieces' glyphs, joined while face, size and span stay the same."""
    runs: list[Run] = []
    glyphs: list[Glyph] = []
    key: tuple[int, Face, float, float, int] | None = None
    start = x
    scale, spacing, solid = spread.scale, spread.spacing, spread.solid
    fill = copy.shaper.fill(scale, spacing)
    unspaced = fill.unspaced or fill
    space: Part | None = None  # the one before, which is most often like the next
    alike: tuple[Glyph | None, Face, float, bool] | None = None
    last = next((piece for piece in reversed(pieces) if piece.word is not None), None) if spacing else None
    spans, colour, mixed = copy.spans, copy.style.colour, segment.mixed
    level = segment.base

    def close() -> None:
        if key is not None and glyphs:
            number, face, size, rise, own = key
            span, placed = spans[number], tuple(glyphs)
            runs.append(Run(start, x - start, face, size, colour, placed, span, rise, scale, spacing, own))

    for piece in pieces:
        atom = piece.atom
        dress = atom.dress
        if mixed:  # UAX #9, L1
            level = atom.level if piece.word is not None or piece.width else segment.base
        if piece.word is None:
            like = (atom.glyph, dress.face, piece.width, piece.stretches)
            if space is None or like != alike:
                space, alike = _space(piece, spread), like
            parts: Sequence[Part] = (space,)
        else:
            word = piece.word
            if segment.square:
                parts = _word(word, spread, fill if dress.square or not solid else unspaced)
            else:
                parts = word.filled(fill)
            if piece is last and (dress.square or not solid):
                parts = (*parts[:-1], _unspaced(parts[-1], spacing))
        for part in parts:
            wanted = (atom.span, part.face, dress.size, dress.rise, level)
            if wanted != key:
                close()
                key, glyphs, start = wanted, [], x
            glyphs += part.glyphs
            x += part.width
    close()
    return tuple(runs)


def _in_order(runs: tuple[Run, ...], *, page: bool, own: bool) -> tuple[Run, ...]:
    """The runs of a line at the places that their levels give them (UAX #9, L2), from its right edge if `own`.

    `page`: whether the page runs from right to left.
    """
    from briefgen.typeset.bidi import visual_order  # late: most briefs run one way

    x = runs[0].x if runs else 0.0
    order = visual_order([run.level for run in runs])
    placed = [*runs]
    for index in reversed(order) if own else order:
        against = runs[index].rtl != page
        placed[index] = msgspec.structs.replace(runs[index], x=x, against=against)
        x += runs[index].width
    return tuple(placed)


def _word(word: Word, spread: Spread, fill: Fill) -> tuple[Part, ...]:
    """A word as wide as the line wants it."""
    if word.spacing is None:
        return word.filled(fill)
    parts = _flexed(word, spread.stretch)
    return tuple([fill.spaced(part) for part in parts]) if fill.spacing else parts


def _flexed(word: Word, share: float) -> tuple[Part, ...]:
    from briefgen.typeset.ideographs import flex  # late: for Chinese and Japanese alone

    return flex(word, share)


def _unspaced(part: Part, spacing: float) -> Part:
    """The last part of a line without the space after its last letter: nothing sticks out there."""
    *before, last = part.glyphs
    last = last.advancing(last.advance - spacing)
    return Part(part.face, (*before, last), part.width - spacing)


def _space(piece: Chunk, spread: Spread) -> Part:
    """A space at its final width, less what the letter before it has given."""
    glyph = piece.atom.glyph
    assert glyph is not None  # noqa: S101  an atom without a word has one
    width = piece.width * (1 + spread.stretch) if piece.stretches else piece.width
    if width and not spread.solid:
        width -= spread.spacing
    return Part(piece.atom.dress.face, (Glyph(glyph.id, width, glyph.dx, glyph.dy, glyph.text),), width)
