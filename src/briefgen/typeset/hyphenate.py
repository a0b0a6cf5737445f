"""Where words may be divided, by the patterns of their language.

In comes a language tag, then words; out come positions. The promise: patterns are read when first asked for, in a few
milliseconds, and parsed one by one as words need them. Uses pyphen's pattern files, not its code, which parses all of them
ahead (60 to 1000 ms). Refuses to know lines.
"""

from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from briefgen.content.languages import SCRIPTS

# letters that stay together at a word's start and end; the files' own figures are for text wider than a column
DEFAULT_MARGINS = (2, 3)
# languages of long words, where two letters may stand at a line's head too (AkH. 12, 224; Kielitoimiston ohjepankki; TDK;
# PWN, Zasady pisowni, 59; Мильчин, 5.6; Svenska skrivregler)
MARGINS = dict.fromkeys("be bg et fi hr hu lt lv mn pl ru sl sr sv tr uk az sw zu".split(), (2, 2))

TREMA = frozenset(("af", "nl"))
RESPELLED = frozenset(("ca", "hu"))  # the files of no other language have divisions that change the spelling
SYLLABIC = frozenset("as az bn fi gu hi hy ka kn ml mr ne or pa sw ta te tr".split())  # of `syllables.RULES`
LIKELY = {"en": "en_US", "de": "de_DE", "pt": "pt_BR", "nb": "nb_NO", "no": "nb_NO", "sr": "sr", "zh": ""}

COMMANDS = (
    "LEFTHYPHENMIN ",
    "RIGHTHYPHENMIN ",
    "COMPOUNDLEFTHYPHENMIN ",
    "COMPOUNDRIGHTHYPHENMIN ",
    "NEXTLEVEL",
)
DIGITS = "0123456789"
WITHOUT_DIGITS = str.maketrans("", "", DIGITS)

USUAL = 6  # letters that a pattern has at most, but for a few

Values = tuple[tuple[int, int], ...]  # place within the pattern, and level


class Hyphenator:
    """The patterns of one language, matched as Liang describes (Word Hy-phen-a-tion by Com-put-er, 1983)."""

    def __init__(self, patterns: dict[str, str], margins: tuple[int, int]) -> None:
        self._patterns = patterns
        self._parsed: dict[str, Values] = {}
        long = [pattern for pattern in patterns if len(pattern) > USUAL]  # one in twenty
        self._heads = {pattern[:USUAL] for pattern in long}
        self._longest = max(map(len, long), default=USUAL)
        self._left, self._right = margins
        self._parts: dict[int, list[slice]] = {}  # of words of so many letters
        self._known: dict[str, tuple[int, ...]] = {}

    @classmethod
    def load(cls, language: str) -> "Hyphenator | None":
        """The hyphenator of a language tag (BCP 47) such as en-GB; None when there are no patterns for it."""
        base = language.split("-")[0].lower()
        margins = MARGINS.get(base, DEFAULT_MARGINS)
        if base in SYLLABIC:
            return Syllables(base, margins)
        path = pattern_file(language)
        if path is None:
            return None
        kind = Respelling if base in RESPELLED else Dutch if base in TREMA else cls
        return kind(read_patterns(path), margins)

    def respelled(self, word: str) -> Mapping[int, str]:  # noqa: ARG002  no word is, in nearly all languages
        """By position, how the letters before a hyphen are written where the division changes them: asszony, asz-szony."""
        return {}

    def positions(self, word: str) -> tuple[int, ...]:
        """Where `word`, letters only, may be divided: numbers of letters before the hyphen."""
        found = self._known.get(word)
        if found is None:
            lower = word.lower()
            same = len(lower) == len(word)  # a letter such as İ grows: positions would be off
            found = self._known[word] = self._match(lower) if same else ()
        return found

    def _match(self, word: str) -> tuple[int, ...]:
        pointed = f".{word}."
        levels = [0] * (len(pointed) + 1)
        patterns, parsed = self._patterns, self._parsed
        parts = self._parts.get(len(pointed))
        if parts is None:
            parts = self._parts[len(pointed)] = _parts(len(pointed))
        found = [part for part in parts if pointed[part] in patterns]
        for start in range(len(pointed) - USUAL):
            if pointed[start : start + USUAL] in self._heads:
                found += self._long_at(pointed, start)
        for part in found:
            key, start = pointed[part], part.start
            for at, value in parsed.get(key) or self._parse(key):
                if value > levels[start + at]:
                    levels[start + at] = value
        last = len(word) - self._right
        return tuple([at - 1 for at, level in enumerate(levels) if level & 1 and self._left <= at - 1 <= last])

    def _long_at(self, pointed: str, start: int) -> list[slice]:
        """The parts of a word from `start` on that are patterns of more than USUAL letters."""
        most = min(start + self._longest, len(pointed))
        return [slice(start, end) for end in range(start + USUAL + 1, most + 1) if pointed[start:end] in self._patterns]

    def _parse(self, key: str) -> Values:
        """The levels of one pattern and where they begin: `a1b2` stands for level 1 before b, 2 after it."""
        pattern, _, change = self._patterns[key].partition("/")
        values = levels_of(pattern)
        if change:  # a division that changes the spelling, as in Hungarian: forbidden here, for no word may change
            values = [(at, value + value % 2) for at, value in values]
        self._parsed[key] = tuple(values)
        return self._parsed[key]


def _parts(length: int) -> list[slice]:
    """The parts of a word of so many letters, its ends among them, that may be patterns of at most USUAL letters."""
    return [slice(start, end) for start in range(length - 1) for end in range(start + 1, min(start + USUAL, length) + 1)]


class Dutch(Hyphenator):
    """The hyphenator of a language that drops a trema behind a hyphen: no word is divided there (Woordenlijst, 2.4)."""

    def _match(self, word: str) -> tuple[int, ...]:
        return tuple(at for at in super()._match(word) if word[at] not in "äëïöü")


class Respelling(Hyphenator):
    """The hyphenator of a language in which some divisions change the letters before the hyphen: Hungarian, Catalan."""

    def __init__(self, patterns: dict[str, str], margins: tuple[int, int]) -> None:
        super().__init__(patterns, margins)
        self._changed: dict[str, dict[int, str]] = {}

    def respelled(self, word: str) -> Mapping[int, str]:
        if word not in self._changed:
            self._changed[word] = self._find(word.lower())[1] if word == word.lower() else {}
        return self._changed[word]

    def _match(self, word: str) -> tuple[int, ...]:
        return self._find(word)[0]

    def positions(self, word: str) -> tuple[int, ...]:
        """As in other languages; capitals are not divided where their letters would have to change."""
        found = super().positions(word)
        lower = word.lower()
        return found if word == lower else tuple(at for at in found if at not in self.respelled(lower))

    def _find(self, word: str) -> tuple[tuple[int, ...], dict[int, str]]:
        pointed = f".{word}."
        levels = [0] * (len(pointed) + 1)
        given: dict[int, tuple[str, int]] = {}  # the pattern that a level comes from, and where it begins
        for start in range(len(pointed) - 1):
            for end in range(start + 1, min(start + self._longest, len(pointed)) + 1):
                key = pointed[start:end]
                if key in self._patterns:
                    for at, value in levels_of(self._patterns[key].partition("/")[0]):
                        if value > levels[start + at]:
                            levels[start + at], given[start + at] = value, (key, start)
        spots, changed = [], {}
        for at, level in enumerate(levels):
            if level & 1 and self._left <= at - 1 <= len(word) - self._right:
                key, start = given[at]
                change = self._patterns[key].partition("/")[2]
                shown = _respell(word, at - 1, change, start - 1 + key.startswith(".")) if change else ""
                if not change or shown:
                    spots.append(at - 1)
                if shown:
                    changed[at - 1] = shown
        return tuple(spots), changed


def _respell(word: str, at: int, change: str, start: int) -> str:
    """The letters before the hyphen at `at` as a change says: `sz=,2,1`, one letter from the second of the pattern becomes
    sz and a hyphen. "" where letters behind it would have to change too, which those of no dictionary do.
    """
    wanted, _, numbers = change.partition(",")
    before, _, after = wanted.partition("=")
    first, _, count = numbers.partition(",")
    if not (first.isdecimal() and count.isdecimal()):
        return ""
    begin = start + int(first) - 1
    end = begin + int(count)
    fits = word[begin:end].endswith(after) and end - len(after) == at
    return word[:begin] + before if fits else ""


def levels_of(pattern: str) -> list[tuple[int, int]]:
    """The levels of a pattern, each with how many letters stand before it."""
    values: list[tuple[int, int]] = []
    for at, character in enumerate(pattern):
        if character in DIGITS:
            values.append((at - len(values), int(character)))
    return values


class Syllables(Hyphenator):
    """The hyphenator of a language that is divided by rules, not by patterns."""

    def __init__(self, language: str, margins: tuple[int, int]) -> None:
        from briefgen.typeset.syllables import RULES  # late: most languages have patterns

        super().__init__({}, margins)
        self._rule = RULES[language]

    def _match(self, word: str) -> tuple[int, ...]:
        return tuple(at for at in self._rule(word) if self._left <= at <= len(word) - self._right)


def pattern_file(language: str) -> Path | None:
    """The pattern file for a language tag: of its region, else of the language's likeliest region, else of any."""
    spec = find_spec("pyphen")  # only its folder: importing it lists and sorts all languages
    if spec is None or not spec.submodule_search_locations:
        return None
    folder = Path(next(iter(spec.submodule_search_locations))) / "dictionaries"
    parts = language.replace("_", "-").split("-")
    base = parts[0].lower()
    if not base.isalpha():
        return None
    own = [*parts[1:], *([SCRIPTS[language]] if language in SCRIPTS else [])]  # Serbian of Montenegro is in Latin letters
    names = [f"{base}_{part.upper() if len(part) == 2 else part.title()}" for part in own if part.isalnum()]
    for name in (*names, LIKELY.get(base, base), base):
        path = folder / f"hyph_{name}.dic"
        if name and path.is_file():
            return path
    return next(iter(sorted(folder.glob(f"hyph_{base}_*.dic"))), None)


def read_patterns(path: Path) -> dict[str, str]:
    """The patterns of a hunspell hyphenation file, by the letters that they match."""
    head, _, data = path.read_bytes().partition(b"\n")
    encoding = head.decode("ascii", "replace").strip().lower()
    encoding = "cp1251" if encoding == "microsoft-cp1251" else encoding
    if b"\r" in data or b" \n" in data:
        data = b"\n".join(line.strip() for line in data.split(b"\n"))
    lines = data.decode(encoding).split("\n")
    keys = data.translate(None, b"0123456789").decode(encoding).split("\n")  # all at once: far quicker than each
    patterns = dict(zip(keys, lines, strict=True))
    if b"/" in data:
        for key in [key for key in patterns if "/" in key]:
            line = patterns.pop(key)
            patterns[line.partition("/")[0].translate(WITHOUT_DIGITS)] = line
    for key in ("", *COMMANDS):
        patterns.pop(key, None)
    return patterns
