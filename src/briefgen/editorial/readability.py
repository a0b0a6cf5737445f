"""How hard a text is to read, by the index that is usual in its language.

Comes in: texts and a tag. Goes out: the index with its name and its scale. Promise: the formulas are those of their
authors: Flesch (1948), Amstad (1978), Szigriszt-Pazos (1993), Kandel and Moles (1958), Lucisano and Piemontese (Gulpease,
1988), Douma (1960), Martins and others (1996), Björnsson (LIX, 1968). Refuses to judge fewer than 100 words, for which
none was made.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from briefgen.editorial.language import UNSPACED, base_of, sentences_of, syllables_of, words_in

WORDS_LEAST = 100


class Counts(NamedTuple):
    words: int
    sentences: int
    syllables: int
    letters: int
    long_words: int  # more than six letters


class Scale(NamedTuple):
    """An index: its name, its formula, and the value at which a text counts as very difficult."""

    name: str
    formula: Callable[[Counts], float]
    hard: float
    falls: bool = True  # the lower, the harder


class Index(NamedTuple):
    """The index of a text."""

    name: str
    value: float
    hard: float  # where “very difficult” begins
    is_hard: bool


def _linear(constant: float, sentence: float, syllable: float) -> Callable[[Counts], float]:
    """A formula of words to the sentence and syllables to the word."""
    return lambda n: constant - sentence * n.words / n.sentences - syllable * n.syllables / n.words


SCALES = {
    "en": Scale("Flesch", _linear(206.835, 1.015, 84.6), 30),
    "de": Scale("Flesch-Amstad", _linear(180, 1, 58.5), 30),
    "es": Scale("Szigriszt-Pazos", _linear(206.835, 1, 62.3), 40),
    "fr": Scale("Kandel-Moles", _linear(207, 1.015, 73.6), 30),
    "it": Scale("Gulpease", lambda n: 89 + (300 * n.sentences - 10 * n.letters) / n.words, 40),
    "nl": Scale("Flesch-Douma", _linear(206.84, 0.93, 77), 30),
    "pt": Scale("Flesch-Martins", _linear(248.835, 1.015, 84.6), 25),
}
LIX = Scale("LIX", lambda n: n.words / n.sentences + 100 * n.long_words / n.words, 60, falls=False)


def index_of(texts: Iterable[str], language: str) -> Index | None:
    """The index of some texts together; None when there are too few words, or words cannot be told."""
    base = base_of(language)
    if base in UNSPACED:
        return None
    counts = _count(texts, language)
    if counts.words < WORDS_LEAST:
        return None
    scale = SCALES.get(base, LIX)
    value = scale.formula(counts)
    return Index(scale.name, value, scale.hard, value < scale.hard if scale.falls else value > scale.hard)


def _count(texts: Iterable[str], language: str) -> Counts:
    sentences = [words for text in texts for each in sentences_of(text, language) if (words := words_in(each.text))]
    words = [word for sentence in sentences for word in sentence]
    letters = [sum(map(str.isalnum, word)) for word in words]
    syllables = sum(syllables_of(word, language) for word in words)
    return Counts(len(words), max(1, len(sentences)), syllables, sum(letters), sum(count > 6 for count in letters))
