"""Typewriter characters into the language's real ones: quotes, apostrophes, dashes, ellipses, fixed spaces.

Comes: the parts of one paragraph, some of them fixed (code, addresses, escaped characters), and a language. Goes: the same
parts corrected; a quote before a part in italics knows what follows it. Promise: what is fixed stays; no letter and no
digit is touched, but that ligatures copied out of a PDF become the letters that they are of; correcting twice changes
nothing more. Refuses to know what a part looks like.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from briefgen.content.quotes import QUOTE, QuoteReader
from briefgen.content.words import words_of

NO_BREAK = "\u00a0"
NARROW = "\u202f"

UNITS = frozenset(
    "% ‰ °C °F K km m cm mm µm μm nm ha km² m² m³ cm² cm³ kg g mg µg μg t kt Mt Gt l L ml mL hl W kW MW GW TW Wh kWh "
    "MWh GWh TWh V kV Hz kHz MHz GHz J kJ MJ GJ PJ kB MB GB TB h min s ms kn mph km/h m/s bar hPa kPa ppm dB € $ £ ¥ "
    "EUR USD GBP CHF MXN BRL JPY CNY percent hectares acres tonnes tons euros dollars pounds "
    "million millions billion billions trillion trillions millón millones milliard "
    "milliards Million Millionen Milliarde Milliarden Mio. Mrd. milione milioni miliardo miliardi milhão milhões "
    "bilhão bilhões".split()
)
BEFORE_NUMBERS = frozenset(
    "No. Nos. no. nos. Nr. nr. Nº nº N.º n.º N° n° № § §§ Art. art. Arts. arts. Abs. Ziff. Rn. Fig. fig. Figs. figs. "
    "Abb. Tab. tab. Kap. Bd. Vol. vol. vols. ch. chap. cap. núm. p. pp. S. pág. págs. par. para. paras. sec. eq. n. € "
    "$ £ ¥ US$ CA$ A$ R$ MX$ EUR USD GBP CHF MXN BRL JPY CNY Brief brief Report Paper Article article Section section "
    "Chapter chapter Annex annex Appendix appendix Figure figure Table table Box Note note Page page Part Step "
    "Finding finding Recommendation recommendation".split()
)

# words of one letter that do not end a line, where usage forbids it (pl: PWN, Zasady pisowni; cs: ČSN 01 6910; and the like)
ONE_LETTER = {
    "pl": "aiouwz", "cs": "aikosuvz", "sk": "aikosuvz", "ru": "авикосуя", "uk": "авзійоуєя", "be": "абвзіоуя",
}  # fmt: skip
# one character for several letters: they are neither found nor divided, and a face has ligatures of its own
_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_no_habits: tuple[frozenset[str], frozenset[str], frozenset[str]] = (frozenset(), frozenset(), frozenset())
_ORDINALS = ".ºª°erstndh"  # what stands behind the number of a day: 24., 1er, 2nd, 4th

# an address in running text: what typography must not change even where no mark makes a link of it
_ADDRESS = r"(?<![\w.+-])[\w.+-]+@\w[\w.-]*|\w+://\S+|\bwww\.\S+|\bdoi:\S+|(?<!\d)10\.\d{4,9}/\S+"
_LOOSE_SPACE = r"[ \t\r\f\v]*\n[ \t\r\f\v\n]*|[ \t\r\f\v]{2,}|[\t\r\f\v]"
_OPEN_BRACKETS = "([{«‹“„‘‚\"'"
_CLOSE_MARKS = ".,;:!?)]}»›”’“‘…\"'"
_BESIDE_STOPS = _CLOSE_MARKS[1:]
_APART = str.maketrans({NO_BREAK: " ", NARROW: " ", "\n": " "})


def correct(parts: Sequence[tuple[str, bool]], language: str) -> list[str]:
    """The parts of one paragraph, each a text and whether it is fixed, with real characters.

    Runs of spaces become one, spaces at the ends and around line feeds go; a line feed is a forced line break. As many
    parts come back as were given.
    """
    galley = Correction(parts)
    _tidy_spaces(galley)
    if not galley.text.isascii() and any(map(galley.text.__contains__, _LIGATURES)):
        galley.sub(f"[{''.join(_LIGATURES)}]", lambda found: _LIGATURES[found[0]])
    galley.fix(_ADDRESS, ("@", "://", "www.", "doi:", "10."))
    if "..." in galley.text:
        galley.sub(r"(?<!\.)\.{3,4}(?!\.)", lambda found: "…" + found[0][3:])
    if "--" in galley.text:
        # arrows keep their shafts
        galley.sub(r"(?<![-<])-{2,3}(?![->])", lambda found: "—" if len(found[0]) == 3 else "–")
    if '"' in galley.text or "'" in galley.text:
        galley.sub(QUOTE, QuoteReader(language).read)
    if language.split("-", 1)[0] == "fr":
        _space_french(galley, language)
    _fix_spaces(galley, language)
    return galley.parts()


class Correction:
    """A text being corrected. Each character has an owner, the index of its part; fixed characters never change."""

    def __init__(self, parts: Sequence[tuple[str, bool]]) -> None:
        self.text = "".join(text for text, _ in parts)
        self._count = len(parts)
        # the owner of each character, or its complement where the character is fixed
        self._owners: list[int] = []
        for number, (text, fixed) in enumerate(parts):
            self._owners += [~number if fixed else number] * len(text)

    def sub(self, pattern: str, change: Callable[[re.Match[str]], str]) -> None:
        """Change every match that holds no fixed character; an empty match needs one neighbour that is not fixed."""
        changes = []
        for found in re.finditer(pattern, self.text):
            start, end = found.span()
            around = self._owners[start:end] or self._neighbours(start)
            if not around or min(around) < 0:
                continue
            new = change(found)
            if new != found[0]:
                changes.append((start, end, new, around[0]))
        if changes:
            self._apply(changes)

    def _neighbours(self, spot: int) -> list[int]:
        """Who may take what is put in at `spot`: the part of the character after it, or before it, if not fixed."""
        around = (*self._owners[spot : spot + 1], *self._owners[max(0, spot - 1) : spot])
        return [owner for owner in around if owner >= 0][:1]

    def _apply(self, changes: Iterable[tuple[int, int, str, int]]) -> None:
        text, owners = [], []
        last = 0
        for start, end, new, owner in changes:
            text += [self.text[last:start], new]
            owners += self._owners[last:start]
            owners += [owner] * len(new)
            last = end
        self.text = "".join([*text, self.text[last:]])
        self._owners = [*owners, *self._owners[last:]]

    def fix(self, pattern: str, clues: Iterable[str]) -> None:
        """Fix what matches; the pattern is only tried on a text that holds one of the clues."""
        if any(map(self.text.__contains__, clues)):
            for found in re.finditer(pattern, self.text):
                for at in range(*found.span()):
                    self._owners[at] = min(self._owners[at], ~self._owners[at])

    def strip(self) -> None:
        """Take spaces and line breaks off both ends, unless they are fixed."""
        start, end = 0, len(self.text)
        while start < end and self.text[start] in " \t\r\n\f\v" and self._owners[start] >= 0:
            start += 1
        while end > start and self.text[end - 1] in " \t\r\n\f\v" and self._owners[end - 1] >= 0:
            end -= 1
        self.text, self._owners = self.text[start:end], self._owners[start:end]

    def replace(self, spots: Iterable[int], new: str) -> None:
        """Put the character `new` in place of those at `spots`, unless they are fixed."""
        found = [spot for spot in spots if self._owners[spot] >= 0]
        if found:
            characters = list(self.text)
            for spot in found:
                characters[spot] = new
            self.text = "".join(characters)

    def parts(self) -> list[str]:
        """The corrected text of each part."""
        if self._count == 1:
            return [self.text]
        starts = [bisect_left(self._owners, number, key=_part_of) for number in range(self._count + 1)]
        return [self.text[start:end] for start, end in pairwise(starts)]


def _part_of(owner: int) -> int:
    return max(owner, ~owner)


def _tidy_spaces(galley: Correction) -> None:
    if "  " in galley.text or any(map(galley.text.__contains__, "\n\t\r\f\v")):
        galley.sub(_LOOSE_SPACE, lambda found: "\n" if "\n" in found[0] else " ")
    galley.strip()


def _space_french(galley: Correction, language: str) -> None:
    """Fixed spaces before high punctuation and within guillemets (Imprimerie nationale, Lexique des règles typographiques).

    Canadian usage has no space before ; ! ? (Office québécois de la langue française), Swiss usage a thin one before : too
    (Guide du typographe). Spaces of the writer's that are already fixed stay as they are.
    """
    canadian = language == "fr-CA"
    inside = NO_BREAK if canadian else NARROW
    galley.sub(r"(?<=«)(?: |(?=\S))", lambda _: inside)
    galley.sub(r"(?<=\S) (?=»)|(?<=\S)(?=»)", lambda _: inside)
    after = r"[\w»”’)\]%…°]"
    if not canadian:
        galley.sub(rf"(?:(?<=\S) |(?<={after}))(?=[;!?]+(?:[\s»”’\")\]]|$))", lambda _: NARROW)
    colon = NARROW if language == "fr-CH" else NO_BREAK
    galley.sub(rf"(?:(?<=\S) |(?<={after}))(?=:(?:\s|$))", lambda _: colon)


def _fix_spaces(galley: Correction, language: str) -> None:
    """No line ends between a number and its unit, a sign and its number, a day and its month, an initial and its name, a
    word and its dash, and in some languages between a word of one letter and the next.
    """
    if " per cent" in galley.text:
        galley.sub(r"(?<=[0-9]) per cent\b", lambda found: found[0].replace(" ", NO_BREAK))
    words = galley.text.split(" ")
    if len(words) > 1:
        starts = [word[:1].isdigit() for word in words]
        galley.replace(_fixed_spots(words, starts, language), NO_BREAK)
        if True in starts:
            galley.replace(_date_spots(words, language), NO_BREAK)


def _fixed_spots(words: Sequence[str], starts: Sequence[bool], language: str) -> Iterator[int]:
    """The spaces where no line ends; `starts` says which words begin with a digit."""
    base = language.split("-", 1)[0]
    dashes, letters = base != "fr", ONE_LETTER.get(base, "")
    units, before, titles = _no_habits if base == "en" else _habits_of(language)
    ends = [word[-1:] for word in words]
    maybe = [
        number
        for number, last in enumerate(ends[:-1])
        if last == "."
        or last.isdigit()
        or starts[number + 1]
        or ends[number + 1] in "–—"
        or (letters and last.lower() in letters)
        or (titles and words[number] in titles)
    ]
    spots = [*accumulate(map(len, words))] if maybe else []
    for number in maybe:
        spot, left, right = spots[number] + number, words[number], words[number + 1]
        if not left or not right:
            continue
        last = left[-1]
        if (
            (last.isdigit() and _follows_number(left, right, units))
            or (right[0].isdigit() and ((own := _last_word(left)) in BEFORE_NUMBERS or own in before))
            or (last == "." and _is_initial(left, right))
            or (dashes and right in {"–", "—"})
            or (titles and right[0].isupper() and _last_word(left) in titles)
            or (letters and last.lower() in letters and len(_last_word(left)) == 1)
        ):
            yield spot


def _last_word(left: str) -> str:
    return left.translate(_APART).split(" ")[-1].lstrip(_OPEN_BRACKETS)


def _date_spots(words: Sequence[str], language: str) -> Iterator[int]:
    """The spaces between a day and its month, in the order that the language has them."""
    own = words_of(language)
    form = next((part for part in own.day_format.split(" ") if "{month}" in part), "{month}").rstrip(",")
    written = [form.replace("{month}", month) for month in own.months]  # a month may have letters before or behind it
    months = {month.rpartition(" ")[2].lower() for month in (*own.months, *own.standing, *written)}
    if any(map(str.isdigit, "".join(months))):  # they are numbers, which are told by nothing
        months = set()
    month_first = own.day_format.find("{month}") < own.day_format.find("{day}")
    spot = -1
    for number, (left, right) in enumerate(pairwise(words)):
        spot += len(left) + 1
        following = words[number + 2] if right in {"de", "di"} and number + 2 < len(words) else right
        after = month_first and _is_month(left, months) and _is_day(right.rstrip(_CLOSE_MARKS))
        numbered = left[-1:] == "." and right[-1:] == "." and _is_day(left) and right[:-1].isdecimal() and len(right) <= 3
        if after or numbered or (_is_day(left) and _is_month(following, months)):
            yield spot


def _is_day(word: str) -> bool:
    """24, 24., 1er, 3rd."""
    day = _last_word(word).rpartition("\u05be")[2]  # behind the hyphen of a Hebrew preposition
    if not day[:1].isdigit():
        return False
    digits = day.rstrip(_ORDINALS)
    return digits.isdecimal() and len(digits) <= 2 and 1 <= int(digits) <= 31


def _is_month(word: str, months: set[str]) -> bool:
    return word.translate(_APART).split(" ")[0].rstrip(_CLOSE_MARKS).lower() in months


def _habits_of(language: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    from briefgen.content.habits import habits_of  # late: English needs none of it

    return habits_of(language)


def _follows_number(left: str, right: str, units: frozenset[str]) -> bool:
    """Whether `right` is a unit, or the next three digits of the number that `left` ends with."""
    unit = right.translate(_APART).split(" ")[0]
    forms = {unit, unit.rstrip(_CLOSE_MARKS), unit.rstrip(_BESIDE_STOPS)}
    if not UNITS.isdisjoint(forms) or not units.isdisjoint(forms):
        return True
    group = left.translate(_APART).split(" ")[-1].lstrip(_OPEN_BRACKETS + "-–−~≈<>=±+")
    digits = unit.rstrip(_CLOSE_MARKS + "%")
    return group.isdecimal() and len(group) <= 3 and len(digits) == 3 and digits.isdecimal()


def _is_initial(left: str, right: str) -> bool:
    """Whether `left` ends with one letter and a stop, and a name or another such letter follows."""
    own = _last_word(left)
    if len(own) < 2 or not own[-2].isalpha() or (len(own) > 2 and own[-3] != "."):
        return False
    return (own[-2].isupper() and right[0].isupper()) or (right[0].isalpha() and right[1:2] == ".")
