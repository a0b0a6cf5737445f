"""Text to numbers: words and spaces in a row, and where lines may end among them.

In come spans and a style; out come segments (what stands between forced breaks) with the breaks that `breaks` chooses from.
The promise: every character of the text is in some atom, in order, but for invisible controls. Refuses to know measures.
"""

import re
from itertools import pairwise
from typing import NamedTuple

from briefgen.content.brief import Span
from briefgen.theme import TextStyle
from briefgen.typeset.breaks import Break
from briefgen.typeset.hyphenate import Hyphenator
from briefgen.typeset.lines import Glyph
from briefgen.typeset.opportunities import Opening, find_hyphens, find_openings
from briefgen.typeset.protrusion import left_protrusion, right_protrusion
from briefgen.typeset.sense import is_bound
from briefgen.typeset.shape import Dress, Shaper, Word

FIXED = "\u1680\u2000-\u200a\u202f\u205f\u3000"
_TOKEN = re.compile(rf"[\n\v\f\r\x85\u2028\u2029]|[ \t\u00a0{FIXED}]|[^ \t\u00a0{FIXED}\n\v\f\r\x85\u2028\u2029]+")
_FORCED = "\n\v\f\r\x85\u2028\u2029"
_SPACES = re.compile(rf"[ \t\u00a0{FIXED}]")
_BREAKING = re.compile("[ \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]")
_STRETCHING = " \t\u00a0"
# soft hyphen, zero width space, word joiners, directional controls: they say where to break, and have no shape
_CONTROLS = re.compile(
    "[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)
_NOT_FIRST = ")]}!?;:,.»›…/%’”"  # UAX #14, LB13: these do not start a line, even after a space
_NOT_LAST = "([{«‹¿¡“‘„"  # LB14: these do not end one

# more costs in the currency of `breaks`
BEFORE_DASH = 60.0  # a spaced dash stays with what is before it
BY_SENSE = 90.0  # after an article or a preposition, in balanced text
AFTER_POINT = -15.0  # after a comma or a stop, in balanced text
RAGGED_HYPHEN = 3.0  # times the cost in ragged text, which needs hyphens least
TORN = 2000.0  # between two letters, because nothing else helps


class Atom(NamedTuple):
    """A word's stretch of one span, or one space."""

    span: int
    dress: Dress
    text: str
    word: Word | None  # None: a space
    glyph: Glyph | None  # of a space
    stretches: bool = False

    @property
    def width(self) -> float:
        return self.word.width if self.word is not None else self.glyph.advance if self.glyph is not None else 0.0


class Cut(NamedTuple):
    """Where a break is: the line ends within atom `atom` at `offset`, the next begins within `next_atom`."""

    atom: int
    offset: int
    next_atom: int
    next_offset: int
    added: bool = False  # a hyphen is added
    torn: bool = False


class Token(NamedTuple):
    """Atoms `first` to `last` without a space between them, and their joined text."""

    first: int
    last: int
    text: str


class Segment:
    """What stands between two forced breaks. `x` and `space` count widths at each atom's start, and at the end."""

    def __init__(self, atoms: list[Atom], marks: list[tuple[int, int, str]]) -> None:
        self.atoms = atoms
        self.marks: dict[int, list[tuple[int, str]]] = {}
        for number, offset, kind in marks:
            self.marks.setdefault(number, []).append((offset, kind))
        words = [index for index, atom in enumerate(atoms) if atom.word is not None]
        first, last = (words[0], words[-1]) if words else (0, -1)
        self.x, self.space = [0.0], [0.0]
        for position, atom in enumerate(atoms):
            inside = first <= position <= last
            width = atom.width if inside else 0.0
            self.x.append(self.x[-1] + width)
            self.space.append(self.space[-1] + (width if atom.stretches else 0.0))
        self.tokens = _tokens(atoms)

    @property
    def missing(self) -> str:
        return "".join(atom.word.missing for atom in self.atoms if atom.word is not None)

    def fragment(self, cut: Cut) -> float:
        """The width of the text up to a cut, without what a break adds."""
        atom = self.atoms[cut.atom]
        if atom.word is None or cut.offset >= len(atom.text):
            return self.x[cut.atom + 1]
        return self.x[cut.atom] + atom.word.offsets[cut.offset]


class Breaking(NamedTuple):
    """How a segment may be broken: `cuts[i]` is where `breaks[i]` is; the first is the start, the last the end."""

    breaks: list[Break]
    cuts: list[Cut]


def make_segments(spans: tuple[Span, ...], style: TextStyle, shaper: Shaper) -> list[Segment]:
    """The segments of a text, one more than it has forced breaks; a forced break is kept as a space."""
    segments = []
    atoms: list[Atom] = []
    marks: list[tuple[int, int, str]] = []
    for number, span in enumerate(spans):
        dress = shaper.dress(span, style)
        for piece in _TOKEN.findall(span.text):
            if piece in _FORCED:
                if atoms and atoms[-1].word is not None:
                    atoms.append(Atom(number, dress, " ", None, shaper.space(dress, " "), True))
                segments.append(Segment(atoms, marks))
                atoms, marks = [], []
            elif _SPACES.match(piece):
                character = " " if piece == "\t" else piece
                atoms.append(Atom(number, dress, character, None, shaper.space(dress, character), piece in _STRETCHING))
            else:
                clean = piece
                if _CONTROLS.search(piece):
                    clean, found = _strip_controls(piece)
                    marks += [(len(atoms), offset, kind) for offset, kind in found]
                if clean:
                    atoms.append(Atom(number, dress, clean, shaper.word(dress, clean), None))
    segments.append(Segment(atoms, marks))
    return segments


def find_breaks(
    segment: Segment,
    style: TextStyle,
    language: str,
    shaper: Shaper,
    hyphenator: Hyphenator | None,
    narrow: float | None = None,
) -> Breaking:
    """Where the lines of a segment may end; hyphens are added when there is a hyphenator.

    With `narrow`, the least width of a line in points, what is wider may be hyphenated, and torn between letters.
    """
    justified = style.align == "justify"
    tokens = segment.tokens
    first = tokens[0]
    start = segment.x[first.first] + _left(segment, style, first.first, 0)
    breaks = [Break(start, start, segment.space[first.first], segment.space[first.first])]
    cuts = [Cut(0, 0, 0, 0)]
    for number, token in enumerate(tokens):
        is_last = number == len(tokens) - 1
        for opening, torn in _inner_openings(segment, token, hyphenator, narrow, is_last and narrow is None):
            cost = opening.cost * (RAGGED_HYPHEN if opening.added and not justified else 1.0)
            cut = _inner_cut(segment, token, opening, torn)
            breaks.append(_break_at(segment, style, shaper, cut, cost, opening.hyphen))
            cuts.append(cut)
        if is_last:
            cut = Cut(token.last, len(segment.atoms[token.last].text), len(segment.atoms), 0)
            breaks.append(_break_at(segment, style, shaper, cut, 0.0, False))
            cuts.append(cut)
            continue
        following = tokens[number + 1]
        if _may_part(segment, token, following):
            cut = Cut(token.last, len(segment.atoms[token.last].text), following.first, 0)
            hyphen = token.text[-1] in "-‐"
            cost = _space_cost(token, following, style, language)
            breaks.append(_break_at(segment, style, shaper, cut, cost, hyphen))
            cuts.append(cut)
    return Breaking(breaks, cuts)


def widest_fragment(breaking: Breaking) -> float:
    """The widest part that cannot be broken, in points."""
    return max(b.end - a.start for a, b in pairwise(breaking.breaks))


def _tokens(atoms: list[Atom]) -> list[Token]:
    tokens = []
    first = None
    for index, atom in enumerate([*atoms, None]):
        if atom is not None and atom.word is not None:
            first = index if first is None else first
        elif first is not None:
            tokens.append(Token(first, index - 1, "".join([a.text for a in atoms[first:index]])))
            first = None
    return tokens


def _strip_controls(token: str) -> tuple[str, list[tuple[int, str]]]:
    """The token without its controls, and where they were."""
    clean, marks = "", []
    for character in token:
        if _CONTROLS.match(character):
            marks.append((len(clean), character))
        else:
            clean += character
    return clean, marks


def _inner_openings(
    segment: Segment, token: Token, hyphenator: Hyphenator | None, narrow: float | None, is_last: bool
) -> list[tuple[Opening, bool]]:
    """A token's openings by position, each with whether it tears a word apart."""
    openings = {opening.offset: opening for opening in find_openings(token.text)}
    marks = _token_marks(segment, token)
    if marks:
        _apply_marks(openings, marks, len(token.text))
    wide = narrow is not None and segment.x[token.last + 1] - segment.x[token.first] > narrow
    if hyphenator is not None and "\u00ad" not in marks.values() and (wide or not is_last):
        for opening in find_hyphens(token.text, hyphenator):
            if marks.get(opening.offset) not in ("\u2060", "\ufeff") and not _in_join(segment, token, opening.offset):
                openings.setdefault(opening.offset, opening)
    torn = set()
    if wide and narrow is not None:
        for offset in _tears(segment, token, sorted(openings), narrow):
            openings[offset] = Opening(offset, TORN)
            torn.add(offset)
    return [(openings[offset], offset in torn) for offset in sorted(openings)]


def _token_marks(segment: Segment, token: Token) -> dict[int, str]:
    """The controls within a token by their offset in its text."""
    marks: dict[int, str] = {}
    if not segment.marks:
        return marks
    start = 0
    for index in range(token.first, token.last + 2):
        for offset, kind in segment.marks.get(index, ()):
            if index <= token.last or offset == 0:
                marks[start + offset] = kind
        if index <= token.last:
            start += len(segment.atoms[index].text)
    return marks


def _apply_marks(openings: dict[int, Opening], marks: dict[int, str], length: int) -> None:
    for offset, kind in marks.items():
        if not 0 < offset < length:
            continue
        if kind == "\u00ad":
            openings[offset] = Opening(offset, 20.0, hyphen=True, added=True)
        elif kind == "\u200b":
            openings[offset] = Opening(offset, 0.0)
        elif kind in ("\u2060", "\ufeff"):
            openings.pop(offset, None)


def _in_join(segment: Segment, token: Token, offset: int) -> bool:
    """Whether an offset falls on the seam of two spans: what is joined there (a mark, a letter) stays joined."""
    start = 0
    for index in range(token.first, token.last):
        start += len(segment.atoms[index].text)
        if abs(start - offset) < 2:
            return True
    return False


def _tears(segment: Segment, token: Token, openings: list[int], narrow: float) -> list[int]:
    """Offsets at which a token is torn: between the clusters of each fragment wider than the narrowest line."""
    offsets: list[float] = []
    clusters: list[int] = []
    start, x = 0, 0.0
    for index in range(token.first, token.last + 1):
        word = segment.atoms[index].word
        if word is not None:
            clusters += [start + at for at in ([0] if start else []) + word.clusters()]
            offsets += [x + offset for offset in word.offsets[:-1]]
            x += word.width
            start += len(word.text)
    offsets.append(x)
    edges = [0, *openings, len(token.text)]
    wide = [(a, b) for a, b in pairwise(edges) if offsets[b] - offsets[a] > narrow]
    return [at for at in clusters if any(a < at < b for a, b in wide)]


def _inner_cut(segment: Segment, token: Token, opening: Opening, torn: bool) -> Cut:
    offset = opening.offset
    for index in range(token.first, token.last + 1):
        length = len(segment.atoms[index].text)
        if offset < length or index == token.last:
            return Cut(index, offset, index, offset, opening.added, torn)
        if offset == length:
            return Cut(index, offset, index + 1, 0, opening.added, torn)
        offset -= length
    raise IndexError(opening.offset)


def _break_at(segment: Segment, style: TextStyle, shaper: Shaper, cut: Cut, cost: float, hyphen: bool) -> Break:
    """The numbers of a cut."""
    atom = segment.atoms[cut.atom]
    end = segment.fragment(cut)
    space = segment.space[cut.atom]
    if cut.next_offset:
        start, space_start = end, space
    else:
        start, space_start = segment.x[cut.next_atom], segment.space[cut.next_atom]
    start += _left(segment, style, cut.next_atom, cut.next_offset)
    end -= atom.dress.tracking
    if cut.added:
        end += shaper.word(atom.dress, "-").width
    end -= right_edge(style, atom.dress, "-" if cut.added else atom.text[cut.offset - 1])
    return Break(end, start, space, space_start, cost, hyphen)


def right_edge(style: TextStyle, dress: Dress, character: str) -> float:
    """How far a line's last character stands out: only where there is a straight right edge."""
    return right_protrusion(character, dress.size) if style.align in ("justify", "right") else 0.0


def left_edge(style: TextStyle, dress: Dress, character: str) -> float:
    """How far a line's first character stands out: only where there is a straight left edge."""
    return left_protrusion(character, dress.size) if style.align in ("justify", "left") else 0.0


def _left(segment: Segment, style: TextStyle, atom: int, offset: int) -> float:
    if atom >= len(segment.atoms) or segment.atoms[atom].word is None:
        return 0.0
    return left_edge(style, segment.atoms[atom].dress, segment.atoms[atom].text[offset])


def _may_part(segment: Segment, token: Token, following: Token) -> bool:
    """Whether a line may end at the spaces between two tokens."""
    spaces = [atom.text for atom in segment.atoms[token.last + 1 : following.first]]
    if not any(_BREAKING.match(space) for space in spaces):
        return False
    if following.text[0] in _NOT_FIRST and len(following.text) == 1:
        return False
    return not (token.text[-1] in _NOT_LAST and len(token.text) == 1)


def _space_cost(token: Token, following: Token, style: TextStyle, language: str) -> float:
    cost = 0.0
    if following.text in ("–", "—", "-"):
        cost += BEFORE_DASH
    if style.balance:
        if is_bound(token.text, language):
            cost += BY_SENSE
        elif token.text[-1] in ",;:.!?…–—":
            cost += AFTER_POINT
    return cost
