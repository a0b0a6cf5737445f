"""Where words may be divided in languages whose syllables follow from their letters, instead of by pyphen's patterns.

In comes a word in small letters; out come positions. Sources: Türk Dil Kurumu, Yazım Kılavuzu, `Hece yapısı ve satır
sonunda kelimelerin bölünmesi`; Kielitoimiston ohjepankki, `Tavutus`; for Swahili, that all its syllables are open; for the
scripts of India, that a syllable is a consonant, or several that a virama joins, with its signs (The Unicode Standard,
12.1); for Georgian and Armenian, that a syllable begins with the last consonant before its vowel, in Georgian with both of
a harmonic complex, in Armenian with the one before յ. Compounds are not known, as they are not to patterns either. Refuses
to know how many letters stay together.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise
from unicodedata import category, combining

# what one syllable may hold in Finnish: long vowels and diphthongs
_FINNISH = frozenset("aa ee ii oo uu yy ää öö ai ei oi ui yi äi öi au ou eu iu ey iy äy öy ie uo yö".split())


def divide_turkish(word: str) -> Iterator[int]:
    """Before each vowel but the first, with the consonant before it: so-rum-lu-luk, sa-at."""
    yield from _before_vowels(word, "aeıioöuüâîûə", frozenset())


def divide_finnish(word: str) -> Iterator[int]:
    """Likewise, and not within long vowels and diphthongs: maa-il-ma, ve-si-huol-to."""
    yield from _before_vowels(word, "aeiouyäöå", _FINNISH)


def divide_swahili(word: str) -> Iterator[int]:
    """Behind each vowel that consonants follow, and a vowel after them: ma-pe-nde-ke-zo."""
    spots = [at for at, letter in enumerate(word) if letter in "aeiou"]
    yield from (at + 1 for at, following in pairwise(spots) if following > at + 1)


def _before_vowels(word: str, vowels: str, joined: frozenset[str]) -> Iterator[int]:
    begun = False  # whether a syllable has its vowel
    inside = False  # whether the letter before is the second of a long vowel or diphthong
    for at, letter in enumerate(word):
        if letter not in vowels:
            inside = False
            continue
        before = word[at - 1 : at] if at else ""
        if before in vowels and before and not inside and before + letter in joined:
            inside = True
            continue
        if begun:
            yield at if before in vowels else at - 1
        begun, inside = True, False


def divide_indic(word: str) -> Iterator[int]:
    """Before each syllable that has two before it and one behind it: ರಾಜ-ಕೀ-ಯಾ-ಭಿ-ಪ್ರಾಯ.

    Not before a consonant that closes a syllable: one with a virama, or a letter of Malayalam for such a one.
    """
    letters = [at for at, letter in enumerate(word) if category(letter) == "Lo"]
    starts = [at for at in letters if not _is_joined(word, at) and not _is_closed(word, at)]
    yield from starts[2:-1]


def divide_tamil(word: str) -> Iterator[int]:
    """Likewise; a consonant with a virama always closes the syllable before it: பிறக்-கின்றனர்."""
    starts = [at for at, letter in enumerate(word) if category(letter) == "Lo" and word[at + 1 : at + 2] != "\u0bcd"]
    yield from starts[2:-1]


def _is_joined(word: str, at: int) -> bool:
    """Whether the letter at `at` is joined to that before it by a virama."""
    before = word[:at].rstrip("\u200c\u200d")[-1:]
    return bool(before) and combining(before) == VIRAMA


def _is_closed(word: str, at: int) -> bool:
    """Whether the letter at `at` has no vowel: a virama stands behind it, and no letter that it is joined to."""
    after = word[at + 1 : at + 2]
    if "\u0d7a" <= word[at] <= "\u0d7f" or word[at] == "\u09ce":  # chillus of Malayalam, ৎ of Bengali
        return True
    return bool(after) and combining(after) == VIRAMA and not category(word[at + 2 : at + 3] or " ").startswith("L")


def divide_georgian(word: str) -> Iterator[int]:
    """Before the last consonant that a vowel follows, or the last two that are spoken as one: ადა-მიანთა, სა-ყოველთაო."""
    yield from _before_last(word, "აეიოუ", lambda pair: pair[0] in "ბდძჯფთცჩპტწჭ" and pair[1] in HARMONIC[pair[0]])


def divide_armenian(word: str) -> Iterator[int]:
    """Before the last consonant that a vowel follows, and before that in front of its յ: ազա-տու-թյուն."""
    yield from (at for at in _before_last(word, "աեէըիոօև", lambda pair: pair[1] == "յ") if word[at : at + 1] != "ւ")


def _before_last(word: str, vowels: str, together: Callable[[str], bool]) -> Iterator[int]:
    """Behind a vowel: before the last consonant, or the last two that stay together, which another vowel follows."""
    spots = [at for at, letter in enumerate(word) if letter in vowels or word[at - 1 : at + 1] == "ու"]
    for before, following in pairwise(spots):
        count = following - before - 1
        if count:
            yield following - (2 if count > 1 and together(word[following - 2 : following]) else 1)


VIRAMA = 9  # combining class
# consonants of Georgian that are spoken as one, by the first of them (harmonic complexes)
HARMONIC = {
    **dict.fromkeys("ბდძჯ", "გღ"),
    **dict.fromkeys("ფთცჩ", "ქხ"),
    **dict.fromkeys("პტწჭ", "კყ"),
}
RULES: dict[str, Callable[[str], Iterator[int]]] = {
    "tr": divide_turkish,
    "az": divide_turkish,
    "fi": divide_finnish,
    "sw": divide_swahili,
    "ka": divide_georgian,
    "hy": divide_armenian,
    "ta": divide_tamil,
    **dict.fromkeys("as bn gu hi kn ml mr ne or pa te".split(), divide_indic),
}
