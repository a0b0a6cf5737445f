"""Words, sentences and syllables of running text.

Comes in: a text and the tag of its language. Goes out: its parts. Promise: the time is linear in the text's length.
Refuses to judge; for languages that do not part words by spaces there are none.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

UNSPACED = frozenset("bo dz ja km ko lo my th zh".split())  # their words are not parted by spaces, or not as ours are
_WORD = re.compile(r"(?:https?://|www\.)\S+|[^\W_]+(?:['’.,·/&-][^\W_]+)*")
_END = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’»)\]]*\s+(?=[\"'“‘„«(\[¿¡]*[^\W_])")
# what a stop ends that ends no sentence; those of one letter are initials
_SHORT = {
    "en": "dr mr mrs ms prof st no nos vol fig figs eq e.g i.e etc cf vs p pp dept inc ltd al pp ed eds jan feb mar apr "
    "aug sept sep oct nov dec u.s u.k",
    "de": "dr prof nr abb tab kap bd vgl bzw ca usw etc evtl ggf inkl mio mrd z.b d.h u.a s.o s.u abs art st ff hrsg "
    "jan feb aug sept okt nov dez z b d h u a",
    "es": "dr dra sr sra srta núm no art fig cap vol pág págs p.ej ej etc ee.uu ee uu cf vs aprox",
    "fr": "m mm dr pr no n art fig chap vol p pp etc cf env av apr ex p.ex janv févr avr juil sept oct nov déc",
    "it": "dott prof sig sig.ra n art fig cap vol p pp ecc cfr es",
    "pt": "dr dra sr sra n art fig cap vol p pp etc cf ex",
    "nl": "dr mr drs prof nr art fig bijv bv enz o.a d.w.z m.b.t blz",
}
_ORDINAL = frozenset("cs da de et fi hr hu is lv nb nn no pl sk sl sr".split())  # 22. November


class Sentence(NamedTuple):
    """A sentence and where in its text it begins."""

    start: int
    text: str


def base_of(tag: str) -> str:
    """The language of a tag, without its region."""
    return tag.split("-", 1)[0]


def words_in(text: str) -> list[str]:
    """The words of a text; a number and an address are one each."""
    return _WORD.findall(text)


def sentences_of(text: str, language: str) -> Iterator[Sentence]:
    """The sentences of a text. A line break that is forced ends one too."""
    start = 0
    for found in re.finditer(rf"{_END.pattern}|\n", text):
        if found[0] != "\n" and not _ends(text, found.start(), found.end(), language):
            continue
        if text[start : found.end()].strip():
            yield Sentence(start, text[start : found.end()].strip())
        start = found.end()
    if text[start:].strip():
        yield Sentence(start, text[start:].strip())


def _ends(text: str, stop: int, after: int, language: str) -> bool:
    """Whether a sentence ends with the stop at `stop`; what comes next begins at `after`."""
    if text[after:].lstrip("\"'“‘„«([¿¡")[:1].islower():
        return False
    if text[stop] != "." or not text[stop + 1].isspace():
        return True
    last = re.search(r"[^\s(\[“\"]*$", text[max(0, stop - 20) : stop])
    word = last[0] if last else ""
    if len(word) == 1 and word.isalpha() and word.isupper():
        return False
    if word.isdecimal() and len(word) <= 2 and base_of(language) in _ORDINAL:
        return False
    return word.lower() not in _SHORT.get(base_of(language), "").split()


def syllables_of(word: str, language: str) -> int:
    """How many syllables a word has, as a rule; of a number one for each digit group, and never less than one."""
    word = word.lower()
    if not any(char.isalpha() for char in word):
        return max(1, len(re.findall(r"\d+", word)))
    count = _SYLLABLES.get(base_of(language), _groups)(word)
    return max(1, count)


def _groups(word: str) -> int:
    return len(re.findall(r"[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýœ]+", word))


def _english(word: str) -> int:
    count = len(re.findall(r"[aeiouy]+", word))
    # a last e is mute but behind a consonant and l (table), and so is that of most endings
    if re.search(r"(?:[^aeiouylr]|[^t]r)e$|[aeiouy]le$|[^aeioudty]ed$|[^aeiouyszxcghl]es$|[aeiouy]les$", word):
        count -= 1
    return count + len(
        re.findall(
            r"ia(?!n$|l$)|io(?!n)|[^q]ua(?!r|l$)|(?<!p)eo|area|idea|creat|ism$|[eyuo]ing|iu|(?<=sc)ie|(?<![tc])ie(?=t|n[ct])",
            word,
        )
    )


def _spanish(word: str) -> int:
    word = re.sub(r"([gq])u(?=[eéií])", r"\1", word)
    return len(re.findall(r"[aeoáéóíú]", word)) + len(re.findall(r"(?<![aeoáéóíú])(?:[iuü]+y?|y$)(?![aeoáéóíú])", word))


def _portuguese(word: str) -> int:
    word = re.sub(r"([gq])u(?=[eéií])", r"\1", re.sub(r"(ão|ãe|õe)", "ã", word))
    return len(re.findall(r"[aeoáéóâêôãõíú]", word)) + len(re.findall(r"(?<![aeoáéóâêôãõíú])[iu]+(?![aeoáéóâêôãõíú])", word))


def _german(word: str) -> int:
    return len(re.findall(r"aa|ee|oo|ie|ei|ai|au|äu|eu|ey|ay|[aeiouyäöü]", word))


def _french(word: str) -> int:
    word = re.sub(r"([gq])u(?=[eiéè])", r"\1", word)
    count = _groups(word)
    return count - 1 if count > 1 and re.search(r"[^aeiouyéèêà](?:e|es|ent)$", word) else count


def _dutch(word: str) -> int:
    return len(re.findall(r"aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|au|ou|[aeiouyéèëïöü]", word))


_SYLLABLES = {
    "en": _english, "es": _spanish, "pt": _portuguese, "de": _german, "fr": _french, "nl": _dutch,
}  # fmt: skip
