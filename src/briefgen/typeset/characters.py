"""What characters are to typesetting: spaces, invisible ones, clusters, capitals. Knows no face.

In come characters, out come plain facts about them, each from The Unicode Standard.
"""

import unicodedata
from itertools import pairwise

SOFT_HYPHEN = "\u00ad"

# widths in em of fixed spaces (The Unicode Standard, 6.2, Space Characters), for faces that lack them
FIXED_SPACES = {
    "\u2000": 1 / 2,
    "\u2001": 1.0,
    "\u2002": 1 / 2,
    "\u2003": 1.0,
    "\u2004": 1 / 3,
    "\u2005": 1 / 4,
    "\u2006": 1 / 6,
    "\u2009": 1 / 5,
    "\u200a": 1 / 10,
    "\u202f": 1 / 5,
    "\u205f": 4 / 18,
    "\u3000": 1.0,
}
WIDE_AS = {"\u2007": "0", "\u2008": "."}  # the figure space and the punctuation space
# em: words with no more between them are taken for one by poppler, in the order of the content, and by others
LEAST_SPACE = 0.1505
STRETCHING_SPACES = frozenset(" \t\u00a0")
NO_BREAK_SPACES = frozenset("\u00a0\u2007\u202f")
SPACES = frozenset({*FIXED_SPACES, *WIDE_AS, *STRETCHING_SPACES, "\u1680"})
JOINERS = frozenset("\u200c\u200d")  # that keep letters from joining, or join them, and have no width
FORCED_BREAKS = frozenset("\n\v\f\r\x85\u2028\u2029")

# hyphens that look the same and differ in where a line may end (The Unicode Standard, 6.2, Dashes and Hyphens): each stands
# in for those before it where a face lacks them
HYPHENS = "\u2011\u2010-"

# signs beyond Cyrillic that English text is full of; and all that is beyond it
USUAL_SIGNS = frozenset("\u2010\u2011\u2012–—‘’‚“”„†‡•…‰′″‹›⁄€™−√≈≠≤≥←↑→↓")
LAST_CYRILLIC = "\u052f"

# further ones of Default_Ignorable_Code_Point: the joiner of graphemes, Hangul's fillers, Khmer's vowels, selectors
IGNORABLE = (
    ("\u034f", "\u034f"),
    ("\u115f", "\u1160"),
    ("\u17b4", "\u17b5"),
    ("\u180b", "\u180f"),
    ("\u3164", "\u3164"),
    ("\ufe00", "\ufe0f"),
    ("\uffa0", "\uffa0"),
    ("\U000e0100", "\U000e01ef"),
)
# marks that a face may have and not know how to set over a letter: the blocks of combining diacritical marks
DIACRITICS = (("\u0300", "\u036f"), ("\u1ab0", "\u1aff"), ("\u1dc0", "\u1dff"))


def is_near(text: str) -> bool:
    """Whether a text surely holds no script beyond Latin, Greek and Cyrillic, and no sign of direction."""
    if text.isascii():
        return True
    for sign in "’–“”":  # which are nearly all; without them most texts need no look at each letter
        text = text.replace(sign, "")
    return text.isascii() or USUAL_SIGNS.issuperset(sign for sign in set(text) if sign > LAST_CYRILLIC)


def is_invisible(character: str) -> bool:
    """Whether a character has no shape of its own: joiners, selectors, controls (Default_Ignorable_Code_Point)."""
    return unicodedata.category(character) in {"Cf", "Cc"} or any(a <= character <= b for a, b in IGNORABLE)


def compatible(character: str) -> str:
    """What a character is another form of (UnicodeData.txt, tag <compat>), but for what needs a space; else nothing."""
    tag, *codes = unicodedata.decomposition(character).split() or [""]
    found = "".join([chr(int(code, 16)) for code in codes]) if tag == "<compat>" else ""
    return "" if " " in found else found


def is_visible(character: str) -> bool:
    """Whether a character is to be seen as a shape: no space, no filler, nothing invisible."""
    return unicodedata.category(character)[0] != "Z" and character != "\u2800" and not is_invisible(character)


def is_diacritic(character: str) -> bool:
    """Whether a character is a mark that stands over, under or through any letter."""
    return any(a <= character <= b for a, b in DIACRITICS)


def share_letters(text: str, count: int) -> list[str]:
    """A text cut into so many parts, in its order, for as many glyphs; fewer where it has fewer characters.

    Which glyph of a cluster stands for which of its letters nobody can tell, and need not: in their order they are the text.
    It is cut before letters rather than before marks and joiners: MuPDF counts no width for a glyph whose text begins with a
    mark.
    """
    if count < 2 or len(text) <= count:
        return [*text] if count > 1 else [text]
    marks = {at for at in range(1, len(text)) if unicodedata.category(text[at]) in ("Mn", "Cf")}
    cuts = [at for at in range(1, len(text)) if at not in marks]
    cuts = sorted([*cuts, *sorted(marks)][: count - 1])
    return [text[start:end] for start, end in pairwise([0, *cuts, len(text)])]


def find_clusters(text: str) -> list[tuple[int, int]]:
    """Start and end of characters with the marks, joiners and selectors after them: what must stay in one face."""
    starts = [0]
    for index in range(1, len(text)):
        joined = text[index - 1] == "\u200d" or text[index] == "\u200d" or "\U0001f3fb" <= text[index] <= "\U0001f3ff"
        if not joined and unicodedata.category(text[index])[0] != "M":
            starts.append(index)
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def to_capitals(text: str, language: str) -> tuple[str, list[int]]:
    """The text in capitals, and for each of its characters (and its end) the index in `text` that it comes from.

    Follows The Unicode Standard, 3.13 and 5.18: ß gives SS, Turkish i keeps its dot, Lithuanian capitals lose the one that
    small letters get under accents, Greek capitals carry no tonos, but for Ή alone, `or` (CLDR, el-Upper).
    """
    base = language.split("-")[0].lower()
    if base == "el":
        return _greek_capitals(text)
    shown, origins = "", []
    for index, character in enumerate(text):
        capital = character.upper()
        if base in {"tr", "az"} and character == "i":
            capital = "\u0130"
        if base == "lt" and character == "\u0307":
            capital = ""
        shown += capital
        origins += [index] + [index + 1] * (len(capital) - 1) if capital else []
    return shown, [*origins, len(text)]


def _greek_capitals(text: str) -> tuple[str, list[int]]:
    """Greek in capitals. A vowel that loses its tonos would be read as one with ι or υ behind it: those get a diaeresis."""
    shown, origins = "", []
    stressed = False  # whether the letter before has lost a tonos
    for index, character in enumerate(text):
        parts = unicodedata.normalize("NFD", character.upper())
        around = text[max(index - 1, 0) : index] + text[index + 1 : index + 2]
        alone = parts[:2] == "\u0397\u0301" and not any(map(str.isalpha, around))
        bare = parts if alone else parts.replace("\u0301", "")
        if stressed and bare in ("\u0399", "\u03a5") and parts == bare:
            bare += "\u0308"
        stressed = bare != parts and parts[0] in "\u0391\u0395\u0397\u039f\u03a5"
        capital = unicodedata.normalize("NFC", bare)
        shown += capital
        origins += [index] + [index + 1] * (len(capital) - 1) if capital else []
    return shown, [*origins, len(text)]
