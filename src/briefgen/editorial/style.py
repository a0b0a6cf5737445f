"""Advice about sentences, paragraphs, abbreviations and how hard the text is to read.

Comes in: the copy. Goes out: advice. Promise: all that is said of the text is true of it, whatever the language.
"""

import re
from collections.abc import Iterator

from briefgen.advice import LONG_PARAGRAPH, LONG_SENTENCE
from briefgen.editorial.language import UNSPACED, base_of, sentences_of, words_in
from briefgen.editorial.passages import BEHIND, RUNNING, Copy, Passage
from briefgen.editorial.readability import index_of
from briefgen.editorial.remark import Remark

# what readers of briefs know, and codes; of currencies and standards too
_KNOWN = frozenset(
    "AD AI AIDS AM BBC BC CD CEO CO COVID CV DNA DVD EC EU EUR GB GDP GBP GPS HIV ID IMF ISBN ISO ISSN IT MP NATO NB NHS "
    "OECD OK PDF PhD PM PS QR RNA SIM SMS TB TV UK UN UNESCO UNICEF US USA USB USD VAT WHO WWW "
    "R&D Q&A kW MW GW TW MB GB PB MJ GJ TJ PJ HP MHz GHz HD PC ATM DIY FAQ RGB CMYK "
    "EE UU EEUU FMI IVA MXN OCDE OMS ONU OTAN PIB SIDA UE "
    "VIH BIP DDR GG UNO USt BRD TVA CHF JPY CAD AUD BRL CNY INR ZAR".split()
)
_SHORT = re.compile(r"(?<![\w.@/-])([A-Z][A-Z&]{1,5})(?:s|’s|'s)?(?![\w@/-]|\.[A-Z])")
_ROMAN = re.compile(r"[IVXLCDM]+")
_SEARCHED_MOST = 200_000  # characters in which explanations are looked for
_MOST = 60  # abbreviations that are looked for in a text


def long_sentences(copy: Copy) -> Iterator[Remark]:
    """Sentences with too many words."""
    if base_of(copy.language) in UNSPACED:
        return
    for passage in copy.passages:
        if passage.kind in RUNNING:
            for sentence in sentences_of(passage.text, copy.language):
                count = len(words_in(sentence.text))
                if count > LONG_SENTENCE:
                    said = f"this sentence has {count} words"
                    hint = f"make two of it; {LONG_SENTENCE} are the most that most people follow"
                    yield Remark("long-sentence", copy.place(passage, sentence.start), said, hint)


def long_paragraphs(copy: Copy) -> Iterator[Remark]:
    """Paragraphs with too many words."""
    if base_of(copy.language) in UNSPACED:
        return
    for passage in copy.passages:
        count = len(words_in(passage.text)) if passage.kind in {"paragraph", "evidence", "rationale"} else 0
        if count > LONG_PARAGRAPH:
            said = f"this paragraph has {count} words"
            yield Remark("long-paragraph", copy.place(passage), said, f"divide it; {LONG_PARAGRAPH} are the most")


def unexplained(copy: Copy) -> Iterator[Remark]:
    """Abbreviations that nobody has explained where they are first used. Names of who made the brief are none."""
    known = set(_KNOWN) | set(_SHORT.findall(_names(copy)))
    passages = [passage for passage in copy.passages if passage.kind not in BEHIND and not _shouts(passage.text)]
    whole = "\n".join(passage.text for passage in passages)[:_SEARCHED_MOST]
    offset = 0
    for passage in passages:
        for found in _SHORT.finditer(passage.text):
            short = found[1]
            if short in known or _ROMAN.fullmatch(short):
                continue
            known.add(short)
            if len(known) > _MOST + len(_KNOWN):
                return
            place = _explained_at(short, whole)
            used = offset + found.start()
            if place is None or place > used + LONG_PARAGRAPH:
                yield _remark(short, passage, copy, late=place is not None)
        offset += len(passage.text) + 1


def _remark(short: str, passage: Passage, copy: Copy, *, late: bool) -> Remark:
    said = f"`{short}` is used here and explained only later" if late else f"`{short}` is not explained"
    hint = f"write it in full where it first stands, with ({short}) behind it"
    return Remark("unexplained-abbreviation", copy.brief.place(passage.id, short), said, hint)


def _names(copy: Copy) -> str:
    """The names on the brief: of the publisher, the series, the authors and where they work."""
    publisher = copy.root.map("publisher")
    maps = [*([publisher] if publisher else []), *copy.root.maps("authors")]
    texts = [one.text(key) for one in maps for key in ("name", "affiliation", "role") if key in one]
    return "\n".join(text.text for text in (*texts, copy.root.text("series")) if text is not None)


def _shouts(text: str) -> bool:
    """Whether a text is set in capitals, in which abbreviations cannot be told from words."""
    letters = [char for char in text if char.isalpha()]
    return sum(map(str.isupper, letters)) > len(letters) / 2


def _explained_at(short: str, text: str) -> int | None:
    """Where a text explains an abbreviation: `Words (ABC)`, `ABC (its words)`, or words with its letters close by."""
    name = re.escape(short)
    bracket = re.search(
        rf"\([^()\n]{{0,40}}\b{name}s?\b[^()\n]{{0,60}}\)|\b{name}s? \([^()\n]*[^\W\d_]{{3}}[^()\n]* [^()\n]+\)", text
    )
    letters = [char for char in short if char.isalpha()]
    small = r"(?:[^\W\d_]{1,4}[ -]+){0,2}"
    initials = re.search(
        r"\b" + rf"[^\W\d_]*[ -]+{small}".join(f"[{char}{char.lower()}]" for char in letters) + r"[^\W\d_]+", text
    )
    spots = [found.start() for found in (bracket, initials) if found]
    return min(spots) if spots else None


def hard_to_read(copy: Copy) -> Iterator[Remark]:
    """A text that the language's index calls very difficult."""
    kinds = {"standfirst", "paragraph", "evidence", "rationale"}
    index = index_of((passage.text for passage in copy.passages if passage.kind in kinds), copy.language)
    if index is not None and index.is_hard:
        said = f"the readability index of the text ({index.name}) is {index.value:.0f}; {index.hard:.0f} is very difficult"
        hint = "write shorter sentences, and shorter words where there are any"
        yield Remark("hard-to-read", copy.brief.place(copy.brief.front.title.id), said, hint)


RULES = (long_sentences, long_paragraphs, unexplained, hard_to_read)
