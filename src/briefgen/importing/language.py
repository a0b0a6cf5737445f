"""The language of a document: guessed from its words, for what files say of it is wrong in one of four.

Comes in: a document. Goes out: a tag with the rule. Refuses to guess from few words.
"""

from collections.abc import Sequence

from briefgen.content.languages import read_tag
from briefgen.importing.document import Block, Document, Run, plain, texts
from briefgen.importing.draft import Told
from briefgen.importing.phrases import COMMON

LOOKED_AT = 4000  # words
FEWEST = 30
CLEAR = 1.3  # times as many common words as of the next language
# letters that tell a language, by their first and last
SCRIPTS = (
    ("el", "\u0370", "\u03ff"),
    ("ru", "\u0400", "\u04ff"),
    ("he", "\u0590", "\u05ff"),
    ("ar", "\u0600", "\u06ff"),
    ("hi", "\u0900", "\u097f"),
    ("ja", "\u3040", "\u30ff"),
    ("zh", "\u4e00", "\u9fff"),
    ("ko", "\uac00", "\ud7a3"),
)


def guess_language(document: Document, blocks: Sequence[Block]) -> Told:
    """The tag of the document's language; its region is the file's, where both speak of one language."""
    said = read_tag(document.language) if document.language else None
    own = said.text if said and not said.fault else ""
    words = [word.strip(".,;:!?()“”«»\"'").lower() for text in texts(blocks) for word in plain(text).split()][:LOOKED_AT]
    guessed = _by_script(words) or _by_words(words)
    if guessed and own.split("-")[0] != guessed:
        return Told((Run(guessed),), "words")
    return Told((Run(own or "en"),), "" if own else "unknown")


def _by_script(words: Sequence[str]) -> str:
    letters = [char for word in words for char in word if char.isalpha()]
    for tag, first, last in SCRIPTS:
        if sum(first <= char <= last for char in letters) * 4 > len(letters) > 0:
            return tag
    return ""


def _by_words(words: Sequence[str]) -> str:
    """The language most of whose common words occur, if that is clear."""
    if len(words) < FEWEST:
        return ""
    counts = sorted(((sum(word in common for word in words), tag) for tag, common in _tables()), reverse=True)
    (most, tag), (next_most, _) = counts[:2]
    return tag if most * 8 > len(words) and most > CLEAR * next_most else ""


def _tables() -> list[tuple[str, frozenset[str]]]:
    return [(tag, frozenset(common.split())) for tag, common in COMMON.items()]
