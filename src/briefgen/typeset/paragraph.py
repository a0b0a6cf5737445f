"""Text to numbers: words and spaces in a row, and where lines may end among them.

In come spans and a style; out come segments (what stands between forced breaks) with the breaks that `breaks` chooses from.
The promise: every character of the text is in some atom, in order, but for invisible controls. Refuses to know measures.
"""

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise

import msgspec

from briefgen.content.brief import Span
from briefgen.theme import TextStyle
from briefgen.typeset.breaks import STUMP, Break
from briefgen.typeset.characters import (
    FORCED_BREAKS,
    LEAST_SPACE,
    NO_BREAK_SPACES,
    SOFT_HYPHEN,
    SPACES,
    STRETCHING_SPACES,
)
from briefgen.typeset.lines import Glyph
from briefgen.typeset.opportunities import Divider, Opening
from briefgen.typeset.protrusion import left_protrusion, right_protrusion
from briefgen.typeset.sense import is_bound
from briefgen.typeset.shape import Dress, Shaper, Word

_TOKEN = re.compile(f"[{''.join(SPACES | FORCED_BREAKS)}]|[^{''.join(SPACES | FORCED_BREAKS)}]+")
# soft hyphen, zero width space, word joiners, directional controls: they say where to break, and have no shape
_CONTROLS = re.compile(
    "[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)
_NOT_FIRST = ")]}!?;:,.»›…/%’”"  # UAX #14, LB13: these do not start a line, even after a space
_NOT_LAST = "([{«‹¿¡“‘„"  # LB14: these do not end one

_OPENING, _CLOSING = "“‘«„", "”’»“"

_JOINERS = "\u2060\ufeff"

# more costs in the currency of `breaks`
BEFORE_DASH = 60.0  # a spaced dash stays with what is before it
BY_SENSE = 90.0  # after an article or a preposition, in balanced text
AFTER_POINT = -30.0  # after a comma or a stop, in balanced text
IN_QUOTES = 90.0  # within words in quotation marks, in balanced text
SHORT_QUOTE = 4  # words in quotation marks that a line should hold together
RAGGED_HYPHEN = 6.0  # times the cost in ragged text, which needs hyphens least
WRITTEN = 60.0  # where a soft hyphen is written
LONG_WORD = 1000  # characters
STUMP_LETTERS = 6  # fewer letters and digits are no line
TORN = 2000.0  # between two letters, because nothing else helps


# what controls open: cost, whether the line ends in a hyphen, whether it is added
_SEPARATORS = {SOFT_HYPHEN: (WRITTEN, True, True), "\u200b": (0.0, False, False)}


class Atom(msgspec.Struct, frozen=True):
    """A word's stretch of one span, or one space."""

    span: int
    dress: Dress
    text: str
    word: Word | None  # None: a space
    glyph: Glyph | None  # of a space
    width: float
    stretches: bool = False


class Cut(msgspec.Struct, frozen=True):
    """Where a break is: the line ends within atom `atom` at `offset`, the next begins within `next_atom`."""

    atom: int
    offset: int
    next_atom: int
    next_offset: int
    added: bool = False  # a hyphen is added
    torn: bool = False


class Token(msgspec.Struct, frozen=True):
    """Atoms `first` to `last` without a space between them, and their joined text."""

    first: int
    last: int
    text: str


class End(msgspec.Struct, frozen=True):
    """The break after a token; not `free` where spaces or signs bind it to the next one."""

    at: Break
    cut: Cut
    free: bool


class Segment:
    """What stands between two forced breaks. `x` and `space` count widths at each atom's start, and at the end."""

    def __init__(self, atoms: list[Atom], marks: dict[int, dict[int, str]], style: TextStyle, language: str) -> None:
        self.atoms = atoms
        self.marks = marks
        self.style = style
        self.tokens = _tokens(atoms)
        first, last = (self.tokens[0].first, self.tokens[-1].last) if self.tokens else (0, -1)
        x = space = 0.0
        self.x, self.space = [x], [space]
        for index, atom in enumerate(atoms):
            if first <= index <= last:
                x += atom.width
                if atom.stretches:
                    space += atom.width
            self.x.append(x)
            self.space.append(space)
        self.ends = [_token_end(self, number, language) for number in range(len(self.tokens))]
        self.bound = _bound_widths(self)
        spaces = [atom.width / atom.dress.size for atom in atoms if atom.stretches]
        # the share by which word spaces may shrink, a little more at times, and still be seen by readers
        self.slack = max(0.0, 0.95 - LEAST_SPACE / min(spaces)) if spaces and min(spaces) > 0 else 1.0
        self.separable = _is_separable("".join([atom.text for atom in atoms]))

    @property
    def missing(self) -> str:
        return "".join([atom.word.missing for atom in self.atoms if atom.word is not None])

    def token_at(self, atom: int) -> str:
        """The text of the token that an atom belongs to."""
        return next((token.text for token in self.tokens if token.first <= atom <= token.last), "")

    def start(self, atom: int, offset: int) -> float:
        """Where a line's text starts that begins within an atom, its first character standing out."""
        if atom >= len(self.atoms):
            return self.x[-1]
        word, dress = self.atoms[atom].word, self.atoms[atom].dress
        if word is None:
            return self.x[atom]
        x = self.x[atom] + (word.offsets[offset] if offset else 0.0)
        return x + left_edge(self.style, dress, self.atoms[atom].text[offset])


class Breaking(msgspec.Struct, frozen=True):
    """How a segment may be broken: `cuts[i]` is where `breaks[i]` is; the first is the start, the last the end."""

    breaks: list[Break]
    cuts: list[Cut]


def make_segments(spans: tuple[Span, ...], style: TextStyle, shaper: Shaper) -> list[Segment]:
    """The segments of a text, one more than it has forced breaks; a forced break is kept as a space."""
    segments = []
    atoms: list[Atom] = []
    marks: dict[int, dict[int, str]] = {}
    for number, span in enumerate(spans):
        dress = shaper.dress(span, style)
        controls = _CONTROLS.search(span.text)
        for piece in _TOKEN.findall(span.text):
            if piece in FORCED_BREAKS:
                if atoms and atoms[-1].word is not None:
                    atoms.append(_space(number, dress, " ", shaper))
                segments.append(Segment(atoms, marks, style, shaper.language))
                atoms, marks = [], {}
            elif piece in SPACES:
                atoms.append(_space(number, dress, piece, shaper))
            else:
                clean = piece
                if controls and _CONTROLS.search(piece):
                    clean, marks[len(atoms)] = _strip_controls(piece)
                if clean:
                    word = shaper.word(dress, clean)
                    atoms.append(Atom(number, dress, clean, word, None, word.width))
    segments.append(Segment(atoms, marks, style, shaper.language))
    return segments


def unbroken(segment: Segment) -> Breaking:
    """A segment that has a token at least in one line."""
    first = segment.tokens[0].first
    start = segment.start(first, 0)
    end = segment.ends[-1]
    return Breaking([Break(start, start, segment.space[first], segment.space[first]), end.at], [Cut(0, 0, 0, 0), end.cut])


def find_breaks(
    segment: Segment, shaper: Shaper, divider: Divider, hyphens: bool = False, narrow: float | None = None
) -> Breaking:
    """Where the lines of a segment, which has a token at least, may end; with `hyphens` also within words.

    With `narrow`, the least width of a line in points, words that are wider are hyphenated in any case, parts of them that
    are still wider are torn between letters, and no-break spaces do not bind what is wider.
    """
    whole = unbroken(segment)
    breaks, cuts = whole.breaks[:1], whole.cuts[:1]
    last = len(segment.tokens) - 1
    for number, token in enumerate(segment.tokens):
        wide = narrow is not None and segment.x[token.last + 1] - segment.x[token.first] > narrow
        openings = _inner_openings(segment, token, divider, wide or (hyphens and number < last))
        if wide and narrow is not None:
            openings = _with_tears(segment, token, openings, narrow)
        for opening in openings:
            breaks.append(_inner_break(segment, token, opening, shaper))
            cuts.append(_inner_cut(segment, token, opening))
        end = segment.ends[number]
        if end.free:
            breaks.append(end.at)
            cuts.append(end.cut)
        elif narrow is not None and segment.bound[number] > narrow:
            breaks.append(msgspec.structs.replace(end.at, cost=TORN / 2))
            cuts.append(end.cut)
    return Breaking(_with_stumps(segment, breaks, cuts), cuts)


def _with_stumps(segment: Segment, breaks: list[Break], cuts: list[Cut]) -> list[Break]:
    """The breaks, those of them being dear after which only a few letters follow: they leave a stump as the last line."""
    atoms, letters = segment.atoms, 0
    at, offset = segment.tokens[-1].last, len(atoms[segment.tokens[-1].last].text)
    for index in range(len(breaks) - 2, 0, -1):
        cut = cuts[index]
        while at > cut.next_atom:
            letters += _letters(atoms[at].text[:offset])
            at -= 1
            offset = len(atoms[at].text)
        letters += _letters(atoms[at].text[cut.next_offset : offset])
        offset = cut.next_offset
        if letters >= STUMP_LETTERS:
            break
        breaks[index] = msgspec.structs.replace(breaks[index], stump=STUMP)
    return breaks


def _is_separable(text: str) -> bool:
    """Whether all letters stand apart: Latin, Greek, Cyrillic, Armenian, signs; others join, or have no room to give."""
    return text.isascii() or all(c < "\u0590" or "\u1e00" <= c <= "\u22ff" for c in set(text))


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def natural_width(breaking: Breaking) -> float:
    """The width in points of the whole text in one line."""
    return breaking.breaks[-1].end - breaking.breaks[0].start


def widest_fragment(breaking: Breaking) -> float:
    """The widest part that cannot be broken, in points."""
    return max([b.end - a.start for a, b in pairwise(breaking.breaks)])


def right_edge(style: TextStyle, dress: Dress, character: str) -> float:
    """How far a line's last character stands out: only where there is a straight right edge."""
    return right_protrusion(character, dress.size) if style.align in ("justify", "right") else 0.0


def left_edge(style: TextStyle, dress: Dress, character: str) -> float:
    """How far a line's first character stands out: only where there is a straight left edge."""
    return left_protrusion(character, dress.size) if style.align in ("justify", "left") else 0.0


def _space(span: int, dress: Dress, character: str, shaper: Shaper) -> Atom:
    glyph = shaper.space(dress, " " if character == "\t" else character)
    return Atom(span, dress, glyph.text, None, glyph, glyph.advance, character in STRETCHING_SPACES)


def _strip_controls(piece: str) -> tuple[str, dict[int, str]]:
    """The text without its controls, and where they were."""
    clean, marks = "", {}
    for character in piece:
        if _CONTROLS.match(character):
            marks[len(clean)] = character
        else:
            clean += character
    return clean, marks


def _tokens(atoms: list[Atom]) -> list[Token]:
    tokens = []
    first = -1
    for index, atom in enumerate(atoms):
        if atom.word is None:
            if first >= 0:
                tokens.append(_token(atoms, first, index - 1))
            first = -1
        elif first < 0:
            first = index
    if first >= 0:
        tokens.append(_token(atoms, first, len(atoms) - 1))
    return tokens


def _token(atoms: list[Atom], first: int, last: int) -> Token:
    if first == last:
        return Token(first, last, atoms[first].text)
    return Token(first, last, "".join([atom.text for atom in atoms[first : last + 1]]))


def _token_end(segment: Segment, number: int, language: str) -> End:
    """The break at the spaces after a token, or at the end of the segment."""
    token = segment.tokens[number]
    atom = segment.atoms[token.last]
    last = number == len(segment.tokens) - 1
    following = None if last else segment.tokens[number + 1]
    after = len(segment.atoms) if following is None else following.first
    character = token.text[-1]
    end = segment.x[token.last + 1] - atom.dress.tracking - right_edge(segment.style, atom.dress, character)
    cost = 0.0 if following is None else _space_cost(segment, number, language)
    space = segment.space[token.last + 1]
    place = Break(end, segment.start(after, 0), space, segment.space[after], cost, character in "-‐")
    free = following is None or _may_part(segment, token, following)
    return End(place, Cut(token.last, len(atom.text), after, 0), free)


def _bound_widths(segment: Segment) -> list[float]:
    """For each token the width of all tokens that no-break spaces bind it to."""
    widths: list[float] = []
    for number, end in enumerate(segment.ends):
        if end.free:
            first = segment.tokens[len(widths)].first
            width = segment.x[segment.tokens[number].last + 1] - segment.x[first]
            widths += [width] * (number + 1 - len(widths))
    return widths


def _may_part(segment: Segment, token: Token, following: Token) -> bool:
    """Whether a line may end at the spaces between two tokens."""
    if {atom.text for atom in segment.atoms[token.last + 1 : following.first]} <= NO_BREAK_SPACES:
        return False
    if len(following.text) == 1 and following.text in _NOT_FIRST:
        return False
    return not (len(token.text) == 1 and token.text in _NOT_LAST)


def _space_cost(segment: Segment, number: int, language: str) -> float:
    """The cost of a line's end after a token that is not the last one."""
    text = segment.tokens[number].text
    cost = BEFORE_DASH if segment.tokens[number + 1].text in ("–", "—", "-") else 0.0
    if segment.style.balance:
        if is_bound(text, language):
            cost += BY_SENSE
        elif text[-1] in ",;:.!?…–—":
            cost += AFTER_POINT
        if _in_quotes(segment.tokens, number):
            cost += IN_QUOTES
    return cost


def _in_quotes(tokens: list[Token], number: int) -> bool:
    """Whether a token and the next stand in the same short quotation."""
    for start in range(number, max(-1, number - SHORT_QUOTE), -1):
        text = tokens[start].text
        if start < number and text[-1] in _CLOSING:
            return False
        if text[0] in _OPENING:
            ends = [token.text.rstrip(",;:.!?…")[-1:] in _CLOSING for token in tokens[start : start + SHORT_QUOTE]]
            return any(ends[number + 1 - start :]) and not any(ends[: number + 1 - start])
    return False


def _inner_openings(segment: Segment, token: Token, divider: Divider, hyphens: bool) -> Sequence[Opening]:
    """A token's openings by position: what its letters allow, corrected by controls and by seams between spans."""
    language = segment.atoms[token.first].dress.language if hyphens else ""
    if token.first == token.last and not segment.marks:
        return divider.openings(token.text, language)
    marks = _token_marks(segment, token)
    if SOFT_HYPHEN in marks.values():
        language = ""
    openings = {o.offset: o for o in divider.openings(token.text, language)}
    for offset in _seams(segment, token):
        for near in (offset - 1, offset, offset + 1):  # what is joined there (a note mark, a letter) stays joined
            if near in openings and openings[near].added:
                del openings[near]
    for offset, kind in marks.items():
        if kind in _JOINERS:
            openings.pop(offset, None)
        elif kind in _SEPARATORS and 0 < offset < len(token.text):
            openings[offset] = Opening(offset, *_SEPARATORS[kind])
    return [openings[offset] for offset in sorted(openings)]


def _token_marks(segment: Segment, token: Token) -> dict[int, str]:
    """The controls within a token by their offset in its text."""
    found: dict[int, str] = {}
    start = 0
    for index in range(token.first, token.last + 1):
        for offset, kind in segment.marks.get(index, {}).items():
            found[start + offset] = kind
        start += len(segment.atoms[index].text)
    return found


def _seams(segment: Segment, token: Token) -> list[int]:
    """The offsets at which a token's atoms meet."""
    return list(accumulate([len(atom.text) for atom in segment.atoms[token.first : token.last]]))


def _inner_cut(segment: Segment, token: Token, opening: Opening) -> Cut:
    offset = opening.offset
    for index in range(token.first, token.last):
        length = len(segment.atoms[index].text)
        if offset == length:
            return Cut(index, offset, index + 1, 0, opening.added, opening.torn)
        if offset < length:
            return Cut(index, offset, index, offset, opening.added, opening.torn)
        offset -= length
    return Cut(token.last, offset, token.last, offset, opening.added, opening.torn)


def _inner_break(segment: Segment, token: Token, opening: Opening, shaper: Shaper) -> Break:
    """The numbers of a break within a token. The parts are measured within the whole: off by a kern, made good later."""
    cut = _inner_cut(segment, token, opening)
    atom = segment.atoms[cut.atom]
    word = atom.word
    end = segment.x[cut.atom] - atom.dress.tracking + (word.offsets[cut.offset] if word is not None else 0.0)
    cost = opening.cost
    if opening.added:
        end += shaper.word(atom.dress, "-").width - right_edge(segment.style, atom.dress, "-")
        if segment.style.align != "justify":
            cost *= RAGGED_HYPHEN
    else:
        end -= right_edge(segment.style, atom.dress, atom.text[cut.offset - 1])
    space = segment.space[cut.atom]
    return Break(end, segment.start(cut.next_atom, cut.next_offset), space, space, cost, opening.hyphen)


def _with_tears(segment: Segment, token: Token, openings: Sequence[Opening], narrow: float) -> list[Opening]:
    """The openings, and more of them between the clusters of those parts that are wider than the narrowest line."""
    offsets: list[float] = []
    clusters: list[int] = []
    for index in range(token.first, token.last + 1):
        word = segment.atoms[index].word
        if word is not None:
            start = len(offsets)
            clusters += [start, *(start + at for at in word.clusters())]
            offsets += [segment.x[index] + offset for offset in word.offsets[:-1]]
    offsets.append(segment.x[token.last + 1])
    edges = [0, *(opening.offset for opening in openings), len(token.text)]
    # a part may fit, and not with the hyphen that ends it: a tear too many does no harm, for nothing is dearer
    hyphen = 0.5 * segment.atoms[token.last].dress.size
    wide = [(a, b) for a, b in pairwise(edges) if offsets[b] - offsets[a] > narrow - hyphen]
    if len(clusters) > LONG_WORD:  # no word, but something that must not take for ever
        clusters = clusters[:: max(1, int(len(clusters) * narrow / offsets[-1] / 8))]
    tears = [Opening(at, TORN, torn=True) for at in clusters if any(a < at < b for a, b in wide)]
    return sorted([*openings, *tears])
