"""Pull quotes that repeat the text: shown to the eye, which passes over them, and not read a second time.

Comes: a brief's sections and its other texts. Goes: the sections, in which the role of such a quote is that of an artifact.
Promise: a quote is kept from being read only when each of its words, the attribution's too, stands in one text of the brief
that is read, and when it holds no link and no note mark. Refuses to know how quotes look.
"""

import re
from collections.abc import Sequence

import msgspec

from briefgen.content.brief import ARTIFACT, Aside, Block, Box, PullQuote, Section, Text
from briefgen.content.reading import blocks_in, texts_of
from briefgen.content.same import PARTS_KEPT
from briefgen.memory import Memory, Shelf

NO_LETTER = re.compile(r"[\W_]+")
LOOKED_FOR = 3  # words of a quote
MOST = 200  # quotes that are looked up, each in the whole text: enough for a person, bounded for a hostile outline


def silence(sections: tuple[Section, ...], *others: object, memory: Memory | None = None) -> tuple[Section, ...]:
    """The sections with their repeating quotes made artifacts; `others` are further parts of the brief that are read.

    `memory`: what is kept between briefs.
    """
    quotes = [block for block in blocks_in(sections) if type(block) is PullQuote]
    if not quotes:
        return sections
    own = {text.id for quote in quotes for text in _texts(quote)}
    lines = [line for part in (*sections, *others) for id, line in _lines(part, memory) if id not in own]
    parts = [_words(text.words).split() for quote in quotes[:MOST] for text in _texts(quote)]
    said = "\n".join([_words(line) for part in parts for line in _having(lines, part)])
    repeating = {quote.id for quote in quotes[:MOST] if _repeats(quote, said)}
    if not repeating:
        return sections
    return tuple(msgspec.structs.replace(part, blocks=_silenced(part.blocks, repeating)) for part in sections)


def _lines(part: object, memory: Memory | None) -> list[tuple[str, str]]:
    """The texts of a part by their ids, without case."""
    known: Shelf[int, tuple[object, list[tuple[str, str]]]] | None = None
    if memory is not None:
        known = memory.shelf("words of parts", PARTS_KEPT)
        found = known.get(id(part))
        if found is not None:
            return found[1]
    lines = [(text.id, text.words.casefold()) for text in texts_of(part)]
    if known is not None:
        known.keep(id(part), (part, lines))  # a record that is kept keeps its identity
    return lines


def _having(lines: Sequence[str], words: list[str]) -> Sequence[str]:
    """The lines that have the longest of these words: nothing else need be looked at closely."""
    for word in sorted(words, key=len, reverse=True)[:LOOKED_FOR]:
        lines = [line for line in lines if word in line]
    return lines


def _repeats(quote: PullQuote, said: str) -> bool:
    spans = [span for text in _texts(quote) for span in text.spans]
    if any(span.uri or span.target or span.id for span in spans):
        return False
    return all(_words(text.words) in said for text in _texts(quote))


def _texts(quote: PullQuote) -> list[Text]:
    return [text for text in (quote.text, quote.attribution) if text]


def _words(text: str) -> str:
    """The words of a text between spaces, without case and punctuation."""
    return f" {' '.join(NO_LETTER.sub(' ', text.casefold()).split())} "


def _silenced(blocks: tuple[Block, ...], repeating: set[str]) -> tuple[Block, ...]:
    found: list[Block] = []
    for block in blocks:
        # by their types: to ask whether a record is of a kind that it is not of takes long
        if type(block) is PullQuote and block.id in repeating:
            found.append(_artifact(block))
        elif type(block) is Box or type(block) is Aside:
            found.append(msgspec.structs.replace(block, blocks=_silenced(block.blocks, repeating)))
        else:
            found.append(block)
    return tuple(found)


def _artifact(quote: PullQuote) -> PullQuote:
    text = msgspec.structs.replace(quote.text, role=ARTIFACT)
    attribution = quote.attribution and msgspec.structs.replace(quote.attribution, role=ARTIFACT)
    return msgspec.structs.replace(quote, role=ARTIFACT, text=text, attribution=attribution)
