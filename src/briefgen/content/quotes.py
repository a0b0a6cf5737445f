"""Straight quotes and apostrophes into a language's own.

Comes: a language, then the quotes of a text one by one. Goes: the character for each. Promise: a quote is never dropped and
never becomes anything but a quote, an apostrophe, a prime, or in Hebrew a geresh or gershayim. Refuses to know
parts and styles.
"""

import re

from briefgen.content.languages import lookup

# any quote, straight or real: the real ones are read, so that text in both kinds nests well
QUOTE = r"[\"'“”„«»‘’‚‹›「」『』]"

# opening and closing quotes, outer and inner (Unicode CLDR delimiters, and national usage where it differs: the Academy of
# the Hebrew Language, Arabic and Persian books, PN-83/P-55366, Dansk Sprognævn, Guide du typographe)
QUOTES = {
    "": "“”‘’", "es": "«»“”", "fr": "«»“”", "it": "«»“”", "pt": "«»“”", "pt-BR": "“”‘’", "ca": "«»“”", "gl": "«»“”",
    "eu": "«»“”", "de": "„“‚‘", "de-CH": "«»‹›", "de-LI": "«»‹›", "fr-CH": "«»‹›", "it-CH": "«»‹›", "cs": "„“‚‘",
    "sk": "„“‚‘", "sl": "„“‚‘", "bg": "„“‚‘", "mk": "„“‚‘", "et": "„“‚‘", "lt": "„“‚‘", "is": "„“‚‘", "ka": "„“‚‘",
    "pl": "„”«»", "hu": "„”»«", "ro": "„”«»", "hr": "„”‚’", "bs": "„”‚’", "sr": "„”’’", "lv": "„”‚’", "sv": "””’’",
    "fi": "””’’", "da": "””’’", "nb": "«»‘’", "nn": "«»‘’", "ru": "«»„“", "uk": "«»„“", "be": "«»„“", "kk": "«»„“",
    "az": "«»‹›", "hy": "«»“”", "sq": "«»“”", "el": "«»“”", "he": "””’’", "yi": "„”‚’", "ar": "«»“”", "fa": "«»‹›",
    "ps": "«»‹›", "ur": "”“’‘", "am": "«»‹›", "ja": "「」『』", "zh-Hant": "「」『』",
}  # fmt: skip

# single quotes that the writer chose where no others surround them, in languages whose inner quotes are double
SINGLES = "‘’"

APOSTROPHE = "’"
PRIMES = {"'": "′", '"': "″"}

_BEFORE_OPENING = frozenset("([{<-–—/=¿¡|")
_DASHES = frozenset("-–—")
# a year or a decade without its century, and not the beginning of a number, a percentage or a quotation of two digits
_CLIPPED_YEAR = r"\d\ds?\b(?![.,:]\d|[\s\u00a0\u202f]?[%‰]|')"
# languages that set spaces within quotes; there a straight quote between spaces may be one of a pair
_SPACED = frozenset(("fr",))
# languages that set no spaces between words: there the first straight quote opens and the next one closes
_UNSPACED = frozenset(("ja", "zh"))
GERSHAYIM, GERESH = "\u05f4", "\u05f3"
_SPACED_CLOSING = r"(?<=\s)\"(?=[\s.,;:!?)\]}]|$)"
# words that begin with an apostrophe
_CLIPPED = {"en": r"(?:tis|twas|twere|em|til|cause|n)\b", "nl": r"[stn]\b", "af": r"n\b"}


def quotes_of(language: str) -> str:
    """The four quotes of a language tag: outer opening and closing, inner opening and closing."""
    return QUOTES.get(language) or next((QUOTES[tag] for tag in lookup(language) if tag in QUOTES), QUOTES[""])


def _is_hebrew(letter: str) -> bool:
    return "\u05d0" <= letter <= "\u05ea" or "\ufb1d" <= letter <= "\ufb4f"


def _hebrew_sign(quote: str, before: str, after: str) -> str:
    """The sign of an abbreviation or a number between Hebrew letters, or behind one (Unicode 17, 9.1); else nothing."""
    if not _is_hebrew(before[:1]):
        return ""
    if quote == '"':
        return GERSHAYIM if _is_hebrew(after[:1]) else ""
    return GERESH


class QuoteReader:
    """Reads the quotes of one text from left to right."""

    def __init__(self, language: str) -> None:
        self._outer, self._inner = quotes_of(language)[:2], quotes_of(language)[2:]
        base = language.split("-", 1)[0]
        self._clipped = _CLIPPED.get(base, "")
        self._spaced, self._unspaced = base in _SPACED, base in _UNSPACED
        self._hebrew = base in ("he", "yi")
        self._depth = 0  # of double quotes
        self._singles: list[str] = []  # what closes the single quotes that are open
        self._opened_at = -1  # where the last opening quote stands
        self._last_single = -1  # where the last straight single quote that may close one stands

    def read(self, found: re.Match[str]) -> str:
        """What the quote found becomes. To be called with the quotes of one text in their order."""
        text, at = found.string, found.start()
        before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
        if self._hebrew and found[0] in PRIMES and (sign := _hebrew_sign(found[0], before, after)):
            return sign
        opens = self._may_open(at, before, after)
        if found[0] == '"':
            return self._double(text, at, opens)
        if found[0] == "'":
            return self._straight_single(text, at, before, after, opens)
        self._note(found[0], at, opens)
        return found[0]

    def _may_open(self, at: int, before: str, after: str) -> bool:
        """Whether what surrounds a quote makes it an opening one."""
        apart = not before or before.isspace() or before in _BEFORE_OPENING or self._opened_at == at - 1 >= 0
        ends = not after or after.isspace() or after in ")]}"
        return apart and not ends and not ((before in _DASHES or before.isspace()) and after in ".,;:!?")

    def _double(self, text: str, at: int, opens: bool) -> str:
        before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
        spaced = not before or before.isspace()
        if spaced and (not after or after.isspace()):
            if not self._spaced or not (self._depth or re.compile(_SPACED_CLOSING).search(text, at + 2)):
                return '"'  # it stands alone: a ditto mark, say
            opens = not self._depth
        elif before in {"'", APOSTROPHE} and text[at - 2 : at - 1].isalpha() and after.isalnum():
            opens = True  # dell’«acqua»
        elif self._unspaced and not (before.isascii() and after.isascii()):
            opens = not self._depth
        if opens:
            pair = self._inner if self._depth % 2 else self._outer
            self._depth += 1
            self._opened_at = at
            return pair[0]
        if not self._depth:
            # a mark that nothing opened, apart from any word, is left alone too
            return PRIMES['"'] if before.isdigit() else '"' if before.isspace() else self._outer[1]
        self._depth -= 1
        return (self._inner if self._depth % 2 else self._outer)[1]

    def _straight_single(self, text: str, at: int, before: str, after: str, opens: bool) -> str:
        if (not before or before.isspace()) and (not after or after.isspace()):
            return "'"
        if before.isalnum() and after.isalnum():
            return PRIMES["'"] if before.isdigit() and after.isdigit() else APOSTROPHE
        if opens and not self._is_clipped(text, at) and self._closes_later(text, at):
            pair = self._inner if self._depth % 2 or self._inner[0] in "‘‚‹’" else SINGLES
            self._singles.append(pair[1])
            self._opened_at = at
            return pair[0]
        if opens or not self._singles:
            return PRIMES["'"] if before.isdigit() else APOSTROPHE
        return self._singles.pop()

    def _is_clipped(self, text: str, at: int) -> bool:
        """’07, ’90s, ’tis, rock ’n’ roll."""
        if re.compile(_CLIPPED_YEAR).match(text, at + 1):
            return True
        return bool(self._clipped) and bool(re.compile(self._clipped, re.IGNORECASE).match(text, at + 1))

    def _closes_later(self, text: str, at: int) -> bool:
        """Whether a straight single quote follows that may close one; the last such is looked for once a text."""
        if self._last_single < 0:
            spots = (found.start() for found in re.finditer(r"(?<=\S)'(?!\w)", text))
            self._last_single = max(spots, default=0)
        return self._last_single > at + 1

    def _note(self, quote: str, at: int, opens: bool) -> None:
        """Take account of a real quote. The apostrophe is one too, so a single one never counts."""
        opening, closing = (self._outer[0], self._inner[0]), (self._outer[1], self._inner[1])
        if quote == APOSTROPHE:
            return
        if quote in opening and (opens or quote not in closing):
            self._depth += quote == self._outer[0]
            self._opened_at = at
        elif quote == self._outer[1] and self._depth:
            self._depth -= 1
