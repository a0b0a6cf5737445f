"""Texts whose letters were read in a wrong encoding before they came here: `Donâ€™t` for `Don’t`, `cafÃ©` for `café`.

Comes in: the source of an outline. Goes out: the places of such letters, with the word as it was. Promise: capitals before a
quotation mark or an ellipsis, which look alike, are let alone. Refuses to change the source.
"""

import re
from collections.abc import Iterator

# what the bytes 80 to 9F are in Windows-1252; the five that it lacks stay as they are
_HIGH = {
    ord(bytes([byte]).decode("cp1252")): byte for byte in range(0x80, 0xA0) if byte not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
}
_BYTES = _HIGH | {byte: byte for byte in range(0x80, 0x100) if byte not in _HIGH.values()}
_RUN = re.compile("[" + "".join(map(chr, _BYTES)) + "]{2,}")
_WORD = re.compile("[\\w’'" + "".join(map(chr, _BYTES)) + "]{2,60}")
_QUOTING = frozenset("«»‘’‚“”„‹›…")
# what such texts are of: Latin letters and signs, Greek, Cyrillic, punctuation and signs of money
_LIKELY = re.compile("[\u00a0-\u017f\u0370-\u04ff\u2010-\u203a\u20a0-\u20bf\u2122\u2212]+")


def garbled(source: str) -> Iterator[tuple[int, str, str]]:
    """Words with letters that were read in a wrong encoding: where each begins, how it is, and how it was."""
    for found in _WORD.finditer(source):
        before = "" if found[0].isascii() else _RUN.sub(_decoded, found[0])
        if before and before != found[0]:
            yield found.start(), found[0], before


def _decoded(run: re.Match[str]) -> str:
    """Letters as they were, or as they are where they may be meant."""
    try:
        text = bytes(_BYTES[ord(char)] for char in run[0]).decode()
    except UnicodeDecodeError:
        return run[0]
    alone = len(text) == 1 and "\u0370" <= text <= "\u04ff"  # Greek and Cyrillic come in words
    # a capital letter before a mark that closes a quotation, «MAÇÃ», or before an ellipsis
    closing = len(run[0]) == 2 and run[0][1] in _QUOTING and not run.string[run.end() : run.end() + 1].isalnum()
    return text if _LIKELY.fullmatch(text) and not alone and not closing else run[0]
