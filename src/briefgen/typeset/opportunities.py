"""Where a token (text without spaces) may be divided between two lines, and what that costs.

In comes a token, out come openings by position. The promise: the line break opportunities of UAX #14 that editors of
Latin, Greek and Cyrillic text accept, all of them for other scripts, and never one within a grapheme cluster. Refuses to
know widths. Costs are in the currency of `breaks`.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from unicodedata import category

import msgspec

from briefgen.typeset.hyphenate import Hyphenator

SOFT = 100.0  # a hyphen that is added
SHORT = 250.0  # more, when only two letters stay before it
SMALL = 150.0  # more, in a word of less than seven letters
CAPITALISED = 400.0  # more, in what is probably a name
NOUNS = frozenset(("de", "lb"))  # languages in which each noun has a capital
COMPOUND = 100.0  # more, in a word that has a hyphen of its own
HARD = 40.0  # after a hyphen that is written
DASH = 10.0
RANGE = 150.0  # after the dash of 2006–2010
SLASH = 60.0
ADDRESS = 60.0
ADDRESS_SLASH = 30.0
MAIL_DOT = 150.0  # before a dot of an e-mail address: rather before its @, which readers know to go on
LOOSE = 60.0  # before what strict kinsoku keeps from a line's head
ANYWHERE = 350.0  # within the words of an address, rather than a line with holes

SHORTEST, LONGEST = 6, 120  # letters of a word that is hyphenated at all
WINDOW, OVERLAP = 200, 40  # signs that uniseg is given at a time, and round them: it is slow with many

# sets, for `re` takes 2 ms to make one of these
_RANGES = ("AZ", "az", "ªª", "ºº", "ÀÖ", "Øö", "ø\u024f", "\u0300\u052f", "\u1e00\u1fff")
LETTERS = frozenset(chr(code) for ends in _RANGES for code in range(ord(ends[0]), ord(ends[1]) + 1))
MARKS = ".,;:!?'\"’‘‚“”„«»‹›()[]%&§€$£°*+=<>†‡•·…#@_~|^{}©®™½¼¾×−\\"
SIGNS_AROUND = ".,;:!?()“”‘’"
_KNOWN = LETTERS.union("0123456789", MARKS, "-‐‑–—/\u200c\u200d", map(chr, range(0xFE00, 0xFE10)))
# letters, marks and digits of Hebrew and Arabic, and their signs at the ends (classes AL, HL, CM, NU, EX, IS of UAX #14)
_WHOLE = (  # compiled where it is asked for: no brief in Latin letters asks
    "[\u05d0-\u05ea\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u0660-\u0669\u06f0-\u06f9\u200c]+[\u060c\u061b\u061f\u06d4.:!?]?"
)
_ADDRESS = re.compile(r"://|^www\.|^mailto:|^doi:|^10\.\d{4,9}/|\w@\w|^[\w-]+(?:\.[\w-]{2,})+/")
_MAIL = re.compile(r"\w@\w")
# letters of scripts whose languages are divided by rules: of Armenian, of India, of Georgian
_SYLLABIC = "\u0531-\u0556\u0561-\u0587\u0900-\u0963\u0971-\u0d7f\u10d0-\u10fa\u200c\u200d"
_FAR_RUN = f"[{_SYLLABIC}]+"  # as _WHOLE
_INNER_CAPITAL = re.compile(r"\w[A-Z]")

# classes of UAX #14; what is ambiguous, unknown or South East Asian is a letter (LB1)
_LETTER_CLASSES = frozenset({"AL", "HL", "NU", "SA", "AI", "XX", "SG"})
_IDEOGRAPH_CLASSES = frozenset({"ID", "H2", "H3"})
_LETTER, _IDEOGRAPH, _MARK = "letter", "ideograph", "mark"
# what loose kinsoku lets begin a line (JLREQ, 3.1.7; CSS Text 3, line-break): small kana, the mark of long vowels, marks of
# repetition, wave dash and double hyphen. They are alike to the rules as other kana are.
_LOOSE = dict.fromkeys(
    map(ord, "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿー々〻ゝゞヽヾ〜゠"), "あ"
)
_HAN, _ANY_HAN = "[\u4e00-\u9fff]", "\u4e00"  # one stands for all of them: they are alike to the rules


class Opening(msgspec.Struct, frozen=True, order=True):
    """A break before the character at `offset`. `hyphen`: the line ends in one; `added`: one that the text lacks.

    `torn`: between two letters that belong together.
    """

    offset: int
    cost: float
    hyphen: bool = False
    added: bool = False
    torn: bool = False
    shown: str = ""  # what stands before the hyphen, where a division changes the spelling


class Divider:
    """The openings of tokens, each token looked at once; patterns of a language are loaded when a word first needs them."""

    def __init__(self, *, loose: bool = False) -> None:
        """`loose`: lines of Japanese may begin with what strict kinsoku forbids."""
        self._loose = loose
        self._hyphenators: dict[str, Hyphenator | None] = {}
        self._known: dict[str, Openings] = {}

    @property
    def known(self) -> int:
        """How many tokens it has looked at."""
        return sum(map(len, self._known.values()))

    def known_in(self, language: str) -> "Openings":
        """All openings of tokens by position; those that add a hyphen only when a language is given."""
        found = self._known.get(language)
        if found is None:
            found = self._known[language] = Openings(self, language)
        return found

    def openings(self, token: str, language: str = "") -> tuple[Opening, ...]:
        """The openings of one token."""
        return self.known_in(language)[token]

    def find(self, token: str, language: str) -> tuple[Opening, ...]:
        """Look at a token."""
        if not language:
            return tuple(find_openings(token, loose=self._loose))
        openings = self.openings(token)
        if len(token) < SHORTEST:
            return openings
        hyphens: list[Opening] = []
        hyphenator = self._hyphenator(language)
        if is_address(token):
            hyphens = [] if is_mail(token) else _torn_address(token)
        elif hyphenator is not None:
            hyphens = find_hyphens(token, hyphenator, named=language.split("-", 1)[0] not in NOUNS)
        if not openings:
            return tuple(hyphens)
        taken = {opening.offset for opening in openings}
        return tuple(sorted([*openings, *(o for o in hyphens if o.offset not in taken)]))

    def _hyphenator(self, language: str) -> Hyphenator | None:
        if language not in self._hyphenators:
            self._hyphenators[language] = Hyphenator.load(language)
        return self._hyphenators[language]


class Openings(dict[str, tuple[Opening, ...]]):
    """The openings of tokens of one language, each looked at when it is first asked for."""

    def __init__(self, divider: Divider, language: str) -> None:
        self._divider = divider
        self._language = language

    def __missing__(self, token: str) -> tuple[Opening, ...]:
        found = self[token] = self._divider.find(token, self._language)
        return found


def find_openings(token: str, *, loose: bool = False) -> list[Opening]:
    """The breaks that a token has without any hyphen being added; with `loose` those of loose kinsoku too."""
    if _bare(token) or _whole(token):
        return []
    if is_address(token):
        return _address_openings(token)
    if _KNOWN.issuperset(token):
        return [opening for index in range(1, len(token) - 1) if (opening := _after(token, index))]
    if any("\u0e01" <= c <= "\u17ff" or "\ua9e0" <= c <= "\uaa7f" for c in token):
        from briefgen.typeset.dictionary import LETTERS, find_words  # late: for scripts without spaces alone

        if LETTERS.search(token):
            return [Opening(offset, 0.0) for offset in find_words(token) if not _in_korean(token[offset - 1 : offset + 1])]
    found = {at: 0.0 for at in unicode_breaks(token) if not _in_korean(token[at - 1 : at + 1])}
    if loose and not _LOOSE.keys().isdisjoint(map(ord, token)):
        found = dict.fromkeys(unicode_breaks(token.translate(_LOOSE)), LOOSE) | found
    return [Opening(at, cost) for at, cost in sorted(found.items())]


def _in_korean(pair: str) -> bool:
    """Whether two characters are within a word of Korean: with its endings, those of letters and digits too.

    Words of it stay whole (Requirements for Hangul Text Layout, 3.2.1), though UAX #14 allows a break at any syllable.
    """
    hangul = ["\uac00" <= character <= "\ud7a3" for character in pair]
    return any(hangul) and all(
        own or (other < "\u0530" and other.isalnum()) for own, other in zip(hangul, pair, strict=True)
    )


def is_address(text: str) -> bool:
    """Whether a text holds an address, which has rules of its own."""
    return bool(_ADDRESS.search(text))


def _bare(token: str) -> str:
    """A token without the signs round it when that leaves letters of ASCII alone, as it does for most; else nothing."""
    bare = token.strip(SIGNS_AROUND)
    return bare if bare.isascii() and bare.isalpha() else ""


def _whole(token: str) -> bool:
    """Whether a token is a word of letters between which no line ends, though none is of Latin, Greek or Cyrillic."""
    bare = token.strip(SIGNS_AROUND)
    first = bare[:1]
    return ("\u05d0" <= first <= "\u06fc" or first == "\u200c") and re.fullmatch(_WHOLE, bare) is not None


def find_hyphens(token: str, hyphenator: Hyphenator, *, named: bool = True) -> list[Opening]:
    """The breaks that a hyphen makes: not in addresses, acronyms, words with digits or with capitals inside.

    `named`: a capital tells a name.
    """
    if len(token) < SHORTEST:
        return []
    bare = _bare(token)
    if bare:
        runs, compound = [(token.index(bare), bare)], False
    elif is_address(token) or any(c.isdigit() for c in token):
        return []
    elif not _KNOWN.issuperset(token):
        runs, compound = [(run.start(), run.group()) for run in re.finditer(_FAR_RUN, token)], False
    else:
        runs, compound = list(_letter_runs(token)), any(c in "-‐‑–—/" for c in token)
    openings = []
    for start, word in runs:
        if not SHORTEST <= len(word) <= LONGEST or _INNER_CAPITAL.search(word) or (compound and len(word) < 7):
            continue
        extra = (CAPITALISED if named and word[0].isupper() else 0) + (COMPOUND if compound else 0)
        for at in hyphenator.positions(word):
            if "\u0300" <= word[at] <= "\u036f":  # a combining mark stays with its letter
                continue
            cost = SOFT + extra + (SHORT if at < 3 else 0) + (SMALL if len(word) < 7 else 0)
            shown = hyphenator.respelled(word).get(at, "")
            openings.append(Opening(start + at, cost, hyphen=True, added=True, shown=shown and token[:start] + shown))
    return openings


def _letter_runs(token: str) -> Iterator[tuple[int, str]]:
    """The runs of letters in a token, and where each begins; the point of Catalan is a letter between two l."""
    letters = token.replace("l·l", "lll")
    for is_run, signs in groupby(range(len(token)), lambda at: letters[at] in LETTERS):
        if is_run:
            spots = list(signs)
            yield spots[0], token[spots[0] : spots[-1] + 1]


def unicode_breaks(token: str) -> list[int]:
    """Where UAX #14 allows a break within a token of any script.

    Between letters and digits there is none (LB23, LB25, LB28); at an ideograph or a syllable of Hangul there is one (LB31).
    Only the signs among them need the other rules, which read no further than the letter before and the one after them.
    """
    # late: it takes 15 ms to import, and most briefs never need it
    from uniseg.linebreak import line_break

    kinds = [_kind(line_break(character).name, character) for character in token]
    found = []
    known: dict[str, list[int]] = {}
    base = 0  # of the character before, which may have marks
    at = 1 if kinds[0] else 0
    while at < len(token):
        if not kinds[at]:
            end = next((index for index in range(at, len(token)) if kinds[index] not in ("", _MARK)), len(token))
            found += _sign_breaks(token, base, at, end, known)
            base, at = end, end + 1
            continue
        if kinds[at] != _MARK:  # which stays with what it stands on (LB9)
            if _IDEOGRAPH in (kinds[base], kinds[at]):
                found.append(at)
            base = at
        at += 1
    return _beyond_hyphen(token, kinds, found)


def _beyond_hyphen(token: str, kinds: list[str], found: list[int]) -> list[int]:
    """The breaks without that after a hyphen which begins the token, before a letter or sign (LB20a, as of Unicode 17)."""
    if token[0] not in "-\u2010\u05be":
        return found
    after = next((at for at in range(1, len(token)) if kinds[at] != _MARK), 0)
    from uniseg.linebreak import line_break  # late, as above

    held = line_break(token[after]).name in {"AL", "HL", "AI", "XX", "SG"}
    return [at for at in found if not held or at != after]


def _kind(line_break_class: str, character: str) -> str:
    """What a character is to these rules: "" when it needs all of them."""
    if line_break_class == "CM" or (line_break_class == "SA" and category(character)[0] == "M"):
        return _MARK
    return _LETTER if line_break_class in _LETTER_CLASSES else _IDEOGRAPH if line_break_class in _IDEOGRAPH_CLASSES else ""


def _sign_breaks(token: str, base: int, start: int, end: int, known: dict[str, list[int]]) -> list[int]:
    """The breaks before the signs from `start` on and before the letter at `end`; `base` is the letter before them.

    `known` holds what has been found, by text.
    """
    from uniseg.linebreak import line_break_boundaries  # late, as above

    found = []
    for first in range(start, end, WINDOW):
        left = base if first == start else first - OVERLAP
        last = min(first + WINDOW, end)
        text = re.sub(_HAN, _ANY_HAN, token[left : last + (1 if last == end else OVERLAP)])
        offsets = known.get(text)
        if offsets is None:
            offsets = known[text] = list(line_break_boundaries(text))
        found += [left + at for at in offsets if first <= left + at < last + (last == end) and 0 < left + at < len(token)]
    return found


def _after(token: str, index: int) -> Opening | None:
    """The break after the character at `index`, when that is a hyphen, dash, slash or ellipsis that allows one."""
    character, before, after = token[index], token[index - 1], token[index + 1]
    if character in "-‐":
        # UAX #14 (LB20a, LB25): not after a hyphen that begins a word, nor before a digit; and one letter stays with it
        joins = before.isalnum() and after.isalpha()
        whole = joins and _reach(token, index, -1) >= 2 and _reach(token, index, 1) >= 2
        return Opening(index + 1, HARD, hyphen=True) if whole else None
    if character == "–":
        return Opening(index + 1, RANGE if before.isdigit() and after.isdigit() else DASH) if after.isalnum() else None
    if character == "—":
        return Opening(index + 1, DASH)
    if character == "/":
        whole = _reach(token, index, -1) >= 2 and _reach(token, index, 1) >= 2
        return Opening(index + 1, SLASH) if whole and before.isalpha() and after.isalpha() else None
    if character == "…":
        return Opening(index + 1, DASH) if before.isalpha() and after.isalpha() else None
    return None


def _reach(token: str, index: int, step: int) -> int:
    """How many letters and digits follow in one direction."""
    count, index = 0, index + step
    while 0 <= index < len(token) and token[index].isalnum():
        count, index = count + 1, index + step
    return count


def _address_openings(token: str) -> list[Opening]:
    """Breaks of an address: after its slashes and marks, never with a hyphen, never leaving a letter or two alone."""
    if is_mail(token):
        return _mail_openings(token)
    openings = []
    for index in range(3, len(token) - 3):
        character, after = token[index], token[index + 1]
        if character in "@/.?&=-#_:" and after not in "@/.?&=-#_:" and not (character == "." and after.isdigit()):
            openings.append(Opening(index + 1, ADDRESS_SLASH if character == "/" else ADDRESS))
    return openings


def is_mail(token: str) -> bool:
    """Whether a token is an e-mail address, and no address of a page that holds an @."""
    return "/" not in token and _MAIL.search(token) is not None


def _mail_openings(token: str) -> list[Opening]:
    """Breaks of an e-mail address: before its @ or a dot, so that the next line shows that it goes on.

    After its other signs, where a hyphen would look like one that was added, only rather than a line with holes.
    """
    openings = []
    for index in range(3, len(token) - 3):
        character, within = token[index], token[index - 1].isalnum() and token[index + 1].isalnum()
        if character in "@." and within:
            openings.append(Opening(index, ADDRESS if character == "@" else MAIL_DOT))
        elif character in "-_" and within:
            openings.append(Opening(index + 1, ANYWHERE))
    return openings


def _torn_address(token: str) -> list[Opening]:
    """Breaks of an address where nothing else helps: between letters that are not near its scheme, its ends or its signs."""
    first = max(token.find("://"), 0) + 3
    spots = range(first, len(token) - 2)
    return [Opening(at, ANYWHERE) for at in spots if (near := token[at - 3 : at + 3]).isascii() and near.isalnum()]
