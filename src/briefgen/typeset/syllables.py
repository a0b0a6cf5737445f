"""Where words may be divided in languages whose syllables follow from their letters, and that pyphen has no patterns of.

In comes a word in small letters; out come positions. Sources: Türk Dil Kurumu, Yazım Kılavuzu, `Hece yapısı ve satır sonunda
kelimelerin bölünmesi`; Kielitoimiston ohjepankki, `Tavutus`; for Swahili, that all its syllables are open. Compounds are not
known, as they are not to patterns either. Refuses to know how many letters stay together.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise

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


RULES: dict[str, Callable[[str], Iterator[int]]] = {
    "tr": divide_turkish,
    "az": divide_turkish,
    "fi": divide_finnish,
    "sw": divide_swahili,
}
