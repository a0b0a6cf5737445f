"""Words and spaces of a text in a row: atoms, each with what its ends ask of a line.

In come spans and a style; out come atoms. The promise: every character of the text is in some atom, in order, but for
invisible controls. An atom says nothing of what stands beside it: it is made once for each word of a dress, and all texts
share it. Refuses to know breaks.
"""

import re

import msgspec

from briefgen.typeset.characters import SPACES, STRETCHING_SPACES
from briefgen.typeset.lines import Glyph
from briefgen.typeset.parting import closes, opens
from briefgen.typeset.protrusion import left_protrusion, right_protrusion
from briefgen.typeset.shape import Shaper
from briefgen.typeset.word import Dress, Word

# A space or a forced break, or what stands between: white space is all of these, and four separators of data. Said so,
# for `re` takes 2.5 ms to make a set of them.
TOKEN = re.compile(r"\r\n|[^\S\x1c-\x1f]|[\S\x1c-\x1f]+")
# soft hyphen, zero width space, word joiners, directional controls: they say where to break, and have no shape
CONTROLS = (  # compiled where it is asked for: no text asks in which all is printed
    "[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)


class Atom(msgspec.Struct, frozen=True):
    """A word's stretch of one span, or one space."""

    span: int
    dress: Dress
    text: str
    word: Word | None  # None: a space
    glyph: Glyph | None  # of a space
    width: float
    stretches: bool = False
    level: int = 0  # of direction: odd from right to left
    give: float = 0.0  # what of its width may grow and shrink: all of a word space, of a word in squares its white
    head: float = 0.0  # how far its first and its last character stand out at a straight edge, in points
    tail: float = 0.0
    opens: bool = False  # it may stand behind a word space wherever what stands before that `closes`
    closes: bool = False


class Token(msgspec.Struct, frozen=True):
    """Atoms `first` to `last` without a space between them, and their joined text."""

    first: int
    last: int
    text: str


class Atoms(dict[str, Atom]):
    """The atoms of one dress, by their texts, in the place of one span."""

    def __init__(self, span: int, dress: Dress, level: int, shaper: Shaper) -> None:
        self._place = (span, dress, level)
        self._shaper = shaper

    def __missing__(self, text: str) -> Atom:
        span, dress, level = self._place
        made = make_space(span, dress, text, self._shaper, level) if text in SPACES else self._word(text)
        self[text] = made
        return made

    def _word(self, text: str) -> Atom:
        span, dress, level = self._place
        word = self._shaper.word(dress, text)
        head = left_protrusion(text[0], dress.size) if dress.hangs else 0.0
        tail = right_protrusion(text[-1], dress.size) if dress.hangs else 0.0
        return Atom(span, dress, text, word, None, word.width, False, level, 0.0, head, tail, opens(text), closes(text))


def make_space(span: int, dress: Dress, character: str, shaper: Shaper, level: int) -> Atom:
    """The atom of a space."""
    glyph = shaper.space(dress, " " if character == "\t" else character)
    gives = character in STRETCHING_SPACES
    return Atom(span, dress, glyph.text, None, glyph, glyph.advance, gives, level, glyph.advance if gives else 0.0)


def has_controls(text: str) -> bool:
    """Whether a text has controls; in most all is printed but two spaces of fixed width, which Python counts otherwise."""
    if text.isprintable() or text.replace("\u00a0", "").replace("\u202f", "").isprintable():
        return False
    return re.search(CONTROLS, text) is not None


def has_forced_breaks(text: str) -> bool:
    """Whether a text without controls has forced breaks, which are then all that ends a line to Python."""
    return text != "" and text.splitlines() != [text]


def strip_controls(piece: str) -> tuple[str, dict[int, str]]:
    """The text without its controls, and where they were."""
    clean, marks = "", {}
    for character in piece:
        if re.match(CONTROLS, character):
            marks[len(clean)] = character
        else:
            clean += character
    return clean, marks


def find_tokens(atoms: list[Atom]) -> list[Token]:
    """The tokens of a segment, in order."""
    words = [atom.word for atom in atoms]
    if None not in words[::2] and not any(words[1::2]):  # words and single spaces in turn, as in most texts
        places = range(0, len(atoms), 2)
        return list(map(Token, places, places, [atom.text for atom in atoms[::2]]))
    tokens = []
    first = -1
    for index, word in enumerate(words):
        if word is None:
            if first >= 0:
                tokens.append(_token(atoms, first, index - 1))
            first = -1
        elif first < 0:
            first = index
    if first >= 0:
        tokens.append(_token(atoms, first, len(atoms) - 1))
    return tokens


def _token(atoms: list[Atom], first: int, last: int) -> Token:
    return Token(first, last, "".join([atom.text for atom in atoms[first : last + 1]]))
