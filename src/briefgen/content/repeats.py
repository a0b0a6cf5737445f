"""Pull quotes that repeat the text: shown to the eye, which passes over them, and not read a second time.

Comes: a brief's sections and its other texts. Goes: the sections, in which the role of such a quote is that of an artifact.
Promise: a quote is kept from being read only when each of its words, the attribution's too, stands in one text of the brief
that is read, and when it holds no link and no note mark. Refuses to know how quotes look.
"""

import re

import msgspec

from briefgen.content.brief import ARTIFACT, Aside, Block, Box, PullQuote, Section, Text
from briefgen.content.reading import blocks_in, elements_of

NO_LETTER = re.compile(r"[\W_]+")
MOST = 200  # quotes that are looked up, each in the whole text: enough for a person, bounded for a hostile outline


def silence(sections: tuple[Section, ...], *others: object) -> tuple[Section, ...]:
    """The sections with their repeating quotes made artifacts; `others` are further parts of the brief that are read."""
    quotes = [block for block in blocks_in(sections) if isinstance(block, PullQuote)]
    if not quotes:
        return sections
    own = {text.id for quote in quotes for text in _texts(quote)}
    texts = [record for record in elements_of((sections, others)) if isinstance(record, Text) and record.id not in own]
    # of each quote the longest word: in what it repeats that stands too, and nothing else need be looked at closely
    parts = [_words(text) for quote in quotes[:MOST] for text in _texts(quote)]
    longest = {max(part.split(), key=len, default="") for part in parts}
    said = "\n".join(_words(text) for text in texts if any(map(text.words.casefold().__contains__, longest)))
    repeating = {quote.id for quote in quotes[:MOST] if _repeats(quote, said)}
    if not repeating:
        return sections
    return tuple(msgspec.structs.replace(part, blocks=_silenced(part.blocks, repeating)) for part in sections)


def _repeats(quote: PullQuote, said: str) -> bool:
    spans = [span for text in _texts(quote) for span in text.spans]
    if any(span.uri or span.target or span.id for span in spans):
        return False
    return all(_words(text) in said for text in _texts(quote))


def _texts(quote: PullQuote) -> list[Text]:
    return [text for text in (quote.text, quote.attribution) if text]


def _words(text: Text) -> str:
    """The words of a text between spaces, without case and punctuation."""
    return f" {' '.join(NO_LETTER.sub(' ', text.words.casefold()).split())} "


def _silenced(blocks: tuple[Block, ...], repeating: set[str]) -> tuple[Block, ...]:
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, PullQuote) and block.id in repeating:
            found.append(_artifact(block))
        elif isinstance(block, Box | Aside):
            found.append(msgspec.structs.replace(block, blocks=_silenced(block.blocks, repeating)))
        else:
            found.append(block)
    return tuple(found)


def _artifact(quote: PullQuote) -> PullQuote:
    text = msgspec.structs.replace(quote.text, role=ARTIFACT)
    attribution = quote.attribution and msgspec.structs.replace(quote.attribution, role=ARTIFACT)
    return msgspec.structs.replace(quote, role=ARTIFACT, text=text, attribution=attribution)
