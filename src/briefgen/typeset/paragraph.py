"""Text to numbers: words and spaces in a row, with what stands at the end of each word.

In come spans and a style; out come segments (what stands between forced breaks), which `division` finds breaks in.
The promise: every character of the text is in some atom, in order, but for invisible controls. Refuses to know measures.
"""

from functools import cached_property
from itertools import accumulate, pairwise, repeat

import msgspec

from briefgen.content.brief import Span
from briefgen.theme import TextStyle
from briefgen.typeset.atoms import TOKEN, Atom, Atoms, Token, find_tokens, has_controls, has_forced_breaks, strip_controls
from briefgen.typeset.breaks import Break
from briefgen.typeset.characters import (
    FORCED_BREAKS,
    LEAST_SPACE,
    NO_BREAK_SPACES,
)
from briefgen.typeset.parting import clings, may_part
from briefgen.typeset.protrusion import left_protrusion, right_protrusion
from briefgen.typeset.sense import begins_clause, ends_sentence, is_in_name, is_tied
from briefgen.typeset.shape import Shaper
from briefgen.typeset.word import Dress

_OPENING, _CLOSING = "“‘«„", "”’»“"
_POINTS, _STOPS = ",;:.!?…–—", ".!?…"

# scripts whose letters stand apart, besides those up to Armenian: later Latin and Greek and signs, those of southern India
# and Sinhala, Georgian and Ethiopic
SEPARABLE = (("\u1e00", "\u22ff"), ("\u0b80", "\u0dff"), ("\u10a0", "\u10ff"), ("\u1200", "\u139f"))

# more costs in the currency of `breaks`
DASHES = ("–", "—", "-")
BEFORE_DASH = 60.0  # a spaced dash stays with what is before it
BY_SENSE = 90.0  # after an article or a preposition, in balanced text
AFTER_POINT = -30.0  # after a comma or a stop, in balanced text
AFTER_SENTENCE = -120.0  # after a sentence, in balanced text: the next one begins a line
BEFORE_CLAUSE = -15.0  # before a word that begins a clause, in balanced text
STRAY = 150.0  # before the last word up to a comma or a stop, or after the first one behind a stop, in balanced text
IN_NAME = 900.0  # within a name, in balanced text: only where there is no other way
IN_QUOTES = 90.0  # within words in quotation marks, in balanced text
SHORT_QUOTE = 4  # words in quotation marks that a line should hold together


class Cut(msgspec.Struct, frozen=True):
    """Where a break is: the line ends within atom `atom` at `offset`, the next begins within `next_atom`."""

    atom: int
    offset: int
    next_atom: int
    next_offset: int
    added: bool = False  # a hyphen is added
    torn: bool = False
    repeats: bool = False  # the next line begins with the hyphen that this one ends with
    shown: str = ""  # the atom's text up to here as it is written before the hyphen, where that is another
    hang: float = 0.0  # by how much the last character stands beyond the line's end


# The break at the spaces after each token of a text, or at its end; where each is; and whether a line may end there: it may
# not where spaces or signs bind a token to the next one.
Ends = tuple[list[Break], list[Cut], list[bool]]


# How the breaks that end the lines of a text were chosen: among those with hyphens or without, narrow ones or not (as
# `division` finds them), and their numbers.
Chosen = tuple[bool, float | None, list[int]]


class Stretch:
    """What stands between two forced breaks. `x` and `space` count widths at each atom's start, and at the end."""

    def __init__(
        self,
        atoms: list[Atom],
        marks: dict[int, dict[int, str]],
        style: TextStyle,
        language: str,
        *,
        page: int | None = None,
    ) -> None:
        self.atoms = atoms
        self.marks = marks
        self.style = style
        # the paragraph’s level; whether anything runs otherwise than the page, so that lines are put in order; whether there
        # are letters that join, so that only word spaces give way; words without spaces, so that letters do; characters in
        # squares, with gaps between them. Of most texts nothing of this is so, and nothing is asked of each word
        self.base, self.mixed, self.joined, self.spaceless, self.square = 0, False, False, False, False
        if page is not None and atoms:
            self._find_way(atoms, page)
        self.tokens = find_tokens(atoms)
        self.simple = all(token.first == token.last for token in self.tokens)  # each is a word of one dress
        self.words = [token.text for token in self.tokens] if style.balance else []
        self._measure()
        self._language = language
        self._ends: Ends | None = None
        self._end: tuple[Break, Cut] | None = None
        self.chosen: dict[tuple[float, ...], Chosen] = {}  # by the widths of its lines
        self.natural: float | None = None  # points: its width in one line, and that of its widest part, once they are known
        self.least: float | None = None
        self.lost: tuple[float, float, float] | None = None  # points lost between two lines of it, as `tightness` has them
        # the share by which word spaces may shrink, a little more at times, and still be seen by readers
        least = min(
            [atom.width / atom.dress.size for atom in {id(each): each for each in atoms}.values() if atom.stretches],
            default=0.0,
        )
        self.slack = max(0.0, 0.95 - LEAST_SPACE / least) if least > 0 else 1.0
        self.separable = _is_separable("".join([atom.text for atom in atoms]))

    def _measure(self) -> None:
        """Sum up widths; spaces at the ends have none."""
        widths, gives = [atom.width for atom in self.atoms], [atom.give for atom in self.atoms]
        first, last = (self.tokens[0].first, self.tokens[-1].last) if self.tokens else (0, -1)
        for index in (*range(first), *range(last + 1, len(widths))):
            widths[index] = gives[index] = 0.0
        self.x, self.space = [0.0, *accumulate(widths)], [0.0, *accumulate(gives)]

    @property
    def ends(self) -> Ends:
        """What is known of the ends of tokens, once somebody asks: nobody does where breaks are known already."""
        if self._ends is None:
            self._ends = self._find_ends()
        return self._ends

    @property
    def end(self) -> tuple[Break, Cut]:
        """The break at the end of the last token, and where it is: all that is asked of a text in one line."""
        if self._end is None:
            last = self.tokens[-1].last
            atom, stop = self.atoms[last], len(self.atoms)
            end = self._line_end(atom, self.x[last + 1])
            hyphen = self.tokens[-1].text[-1] in "-‐"
            found = Break(end, self.x[stop], self.space[last + 1], self.space[stop], 0.0, hyphen)
            self._end = found, Cut(last, len(atom.text), stop, 0)
        return self._end

    def _find_ends(self) -> Ends:
        atoms, tokens, x, space = self.atoms, self.tokens, self.x, self.space
        if not tokens:
            return [], [], []
        lasts = [atoms[token.last] for token in tokens[:-1]]
        after = [token.first for token in tokens[1:]]
        stops = [token.last + 1 for token in tokens[:-1]]
        ends = [self._line_end(atom, x[stop]) for stop, atom in zip(stops, lasts, strict=True)]
        starts = [x[at] for at in after]
        if self.square:
            starts = [self.start(at, 0) for at in after]
        elif self.style.align in ("justify", "left"):
            starts = [x[at] + atoms[at].head for at in after]
        costs = self._space_costs(self._language)
        hyphens = [token.text[-1] in "-‐" for token in tokens[:-1]]
        breaks = map(Break, ends, starts, [space[stop] for stop in stops], [space[at] for at in after], costs, hyphens)
        cuts = map(Cut, [token.last for token in tokens[:-1]], [len(atom.text) for atom in lasts], after, repeat(0))
        end, cut = self.end
        return [*breaks, end], [*cuts, cut], [*self._may_part(lasts), True]

    def _line_end(self, atom: Atom, x: float) -> float:
        """Where a line ends with an atom that ends at `x`."""
        x -= atom.dress.tracking
        if self.style.align in ("justify", "right"):
            x -= atom.tail
        return x - _white_behind(atom) if self.square else x

    def _space_costs(self, language: str) -> list[float]:
        """The costs of a line's end after each token but the last."""
        if self.style.balance:
            return [_space_cost(self, number, language) for number in range(len(self.tokens) - 1)]
        return [BEFORE_DASH if token.text in DASHES else 0.0 for token in self.tokens[1:]]

    def _may_part(self, lasts: list[Atom]) -> list[bool]:
        """Whether a line may end after each token but the last, `lasts` being their last atoms."""
        atoms, tokens = self.atoms, self.tokens
        return [
            (
                atom.closes
                and atoms[following.first].opens
                and following.first == token.last + 2
                and atoms[token.last + 1].text == " "
                and not self.marks
            )
            or _may_part(self, token, following)
            for atom, token, following in zip(lasts, tokens, tokens[1:], strict=False)
        ]

    @cached_property
    def bound(self) -> list[float]:
        """For each token the width of all tokens that no-break spaces bind it to."""
        widths: list[float] = []
        for number, free in enumerate(self.ends[2]):
            if free:
                first = self.tokens[len(widths)].first
                width = self.x[self.tokens[number].last + 1] - self.x[first]
                widths += [width] * (number + 1 - len(widths))
        return widths

    def _find_way(self, atoms: list[Atom], page: int) -> None:
        """Find out how a text runs, of whose words some are of other scripts, or run the other way."""
        self.base = int(atoms[0].dress.along == (atoms[0].level % 2 == 1))
        self.mixed = any(atom.level != page for atom in atoms)
        self.joined = any(atom.dress.joined for atom in atoms)
        words = [atom for atom in atoms if atom.word is not None]
        alone = sum(len(atom.text) * atom.dress.spaceless for atom in words)
        self.spaceless = 2 * alone > sum(len(atom.text) for atom in words)
        self.square = any(atom.dress.square for atom in words)

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
        if self.square and word.spacing:
            x += word.spacing.heads.get(offset, 0.0)
        return x + left_edge(self.style, dress, self.atoms[atom].text[offset])


def make_stretches(spans: tuple[Span, ...], style: TextStyle, shaper: Shaper) -> list[Stretch]:
    """The segments of a text, one more than it has forced breaks; a forced break is kept as a space."""
    segments = []
    atoms: list[Atom] = []
    marks: dict[int, dict[int, str]] = {}
    ways = shaper.ways(spans)
    page = int(shaper.rtl) if ways else None  # its level; None where all runs one way
    beside = shaper.beside(style, ways) if ways and style.italic else style
    for number, span in enumerate(spans):
        controls = has_controls(span.text)
        plain = not controls and not has_forced_breaks(span.text)
        for text, way in ways[number] if ways else ((span.text, None),):
            dress = shaper.dress(span, beside if way and not way.script else style, way)
            level = way.level if way else 0
            known = atoms_of(number, dress, level, shaper)
            if plain:
                atoms += [known[piece] for piece in TOKEN.findall(text)]
                continue
            for piece in TOKEN.findall(text):
                if piece[0] in FORCED_BREAKS:
                    if atoms and atoms[-1].word is not None:
                        atoms.append(known[" "])
                    if page is not None:
                        atoms = _joined(atoms)
                    segments.append(Stretch(atoms, marks, style, shaper.language, page=page))
                    atoms, marks = [], {}
                else:
                    clean = piece
                    if controls and has_controls(piece):
                        clean, marks[len(atoms)] = strip_controls(piece)
                    if clean:
                        atoms.append(known[clean])
    if page is not None:
        atoms = _joined(atoms)
    segments.append(Stretch(atoms, marks, style, shaper.language, page=page))
    return segments


def atoms_of(span: int, dress: Dress, level: int, shaper: Shaper) -> Atoms:
    """The atoms of a dress that the texts so far have, in the place of a span."""
    key = (span, dress.key, level)
    found: Atoms | None = shaper.atoms.get(key)
    if found is None:
        found = shaper.atoms[key] = Atoms(span, dress, level, shaper)
    return found


def _joined(atoms: list[Atom]) -> list[Atom]:
    """The atoms of Chinese and Japanese text with the gaps between words of two dresses, and with their white."""
    if not any(atom.dress.square for atom in atoms):
        return atoms
    from briefgen.typeset.ideographs import join  # late: for such text alone

    found = []
    for atom, following in zip(atoms, [*atoms[1:], None], strict=True):
        word = atom.word
        if word is not None and following is not None and following.word is not None:
            level = atom.dress.rise == following.dress.rise == 0  # note marks stand close
            if level and (atom.dress.square or following.dress.square):
                word = join(word, following.word, max(atom.dress.size, following.dress.size))
        if word is not None and word.spacing is not None:
            white = word.spacing.white(len(word.text) + 1)
            atom = msgspec.structs.replace(atom, word=word, width=word.width, give=white)
        found.append(atom)
    return found


def _is_separable(text: str) -> bool:
    """Whether all letters stand apart, and have room to give; those of other scripts join, or have none."""
    return text.isascii() or all(c < "\u0590" or any(a <= c <= b for a, b in SEPARABLE) for c in set(text))


def right_edge(style: TextStyle, dress: Dress, character: str) -> float:
    """How far a line's last character stands out: only where there is a straight right edge."""
    return right_protrusion(character, dress.size) if dress.hangs and style.align in ("justify", "right") else 0.0


def left_edge(style: TextStyle, dress: Dress, character: str) -> float:
    """How far a line's first character stands out: only where there is a straight left edge."""
    return left_protrusion(character, dress.size) if dress.hangs and style.align in ("justify", "left") else 0.0


def _white_behind(atom: Atom) -> float:
    """The white of a word's last mark, which a line's end takes away."""
    spacing = atom.word.spacing if atom.word is not None else None
    return spacing.tails.get(len(atom.text) - 1, 0.0) if spacing else 0.0


def _may_part(segment: Stretch, token: Token, following: Token) -> bool:
    """Whether a line may end at the spaces between two tokens."""
    space = segment.atoms[following.first - 1].text
    if space != " " or following.first != token.last + 2:
        spaces = {atom.text for atom in segment.atoms[token.last + 1 : following.first]}
        if spaces <= NO_BREAK_SPACES or (space != " " and clings(following.text)):
            return False
    if segment.marks:  # a zero width space ends what the rules look at (LB8)
        before, after = segment.marks.get(token.last), segment.marks.get(following.first)
        return may_part(_parted(token.text, before)[-1], _parted(following.text, after)[0])
    return may_part(token.text, following.text)


def _parted(text: str, marks: dict[int, str] | None) -> list[str]:
    """The parts of a token between the zero width spaces of its last or only atom, or of its first; none of them empty."""
    spaces = [at for at, mark in (marks or {}).items() if mark == "\u200b"]
    return [part for start, end in pairwise([0, *spaces, len(text)]) if (part := text[start:end])]


def _space_cost(segment: Stretch, number: int, language: str) -> float:
    """The cost of a line's end after a token that is not the last one."""
    text = segment.tokens[number].text
    cost = BEFORE_DASH if segment.tokens[number + 1].text in DASHES else 0.0
    if segment.style.balance:
        follows = segment.words[number + 1]
        if is_tied(text, follows, language):
            cost += BY_SENSE
        elif begins_clause(follows, language):
            cost += BEFORE_CLAUSE
        elif ends_sentence(segment.words, number):
            cost += AFTER_SENTENCE
        elif text[-1] in _POINTS:
            cost += AFTER_POINT
        elif _is_stray(segment.words, number):
            cost += STRAY
        if _in_quotes(segment.tokens, number):
            cost += IN_QUOTES
        if is_in_name(segment.words, number, language):
            cost += IN_NAME
    return cost


def _is_stray(words: list[str], number: int) -> bool:
    """Whether a line's end after a word parts one word from the phrase that it ends, or from that which it begins."""
    following = words[number + 1].rstrip(_CLOSING)
    ends = number + 2 < len(words) and following[-1:] in _POINTS
    return ends or (number > 0 and words[number - 1].rstrip(_CLOSING)[-1:] in _STOPS)


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
