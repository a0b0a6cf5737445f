"""Addresses in a text: how those look that stand there as they are, and where each ends."""

import re

AUTOLINK = r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)>"
MAIL = r"<([\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*)>"
WWW = r"www\.[^\W_][^\s<>\[\]`\\\"“”„«»]*"
BARE_MAIL = r"(?<![\w.+/@-])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+"
BARE = r"https?://[^\s<>\[\]`\\\"“”„«»]+"
# identifiers that have an address of their own (doi.org; orcid.org, whose last sign may be an X)
DOI = r"(?:doi:[ \u00a0]?|(?:dx\.)?doi\.org/)10\.\d{4,9}/[^\s<>\[\]`\\\"“”„«»]+"
ORCID = r"(?:orcid\.org/)?(?<![\d-])\d{4}-\d{4}-\d{4}-\d{3}[\dX](?![\w-])"
ESCAPABLE = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
CLUES = ("://", "www.", "@", "doi", "DOI", "-000")  # of addresses; all ORCID iDs begin with 0000-000
_BARE_ENDS = frozenset(".,;:!?'’…*_|")
_NESTED_PARENTHESES = 8  # CommonMark asks for three; the bound keeps the time linear


def address_stop(address: str) -> int:
    """How much of an address belongs to it: what ends the sentence, or closes a parenthesis round it, does not."""
    opened, closed = address.count("("), address.count(")")
    end = len(address)
    while end and (address[end - 1] in _BARE_ENDS or (address[end - 1] == ")" and closed > opened)):
        closed -= address[end - 1] == ")"
        end -= 1
    return end


def destination(text: str, at: int) -> tuple[str, int]:
    """The address in parentheses at `at`, and where they end; 0 when there is none."""
    if text[at : at + 1] != "(":
        return "", 0
    at += 1
    while text[at : at + 1] in {" ", "\n"}:
        at += 1
    found = re.compile(r"<([^<>\n]+)>").match(text, at)
    if found:
        address, at = found[1], found.end()
    else:
        start = at
        at = _address_end(text, at)
        address = text[start:at]
    while text[at : at + 1] in {" ", "\n"}:
        at += 1
    if not address or text[at : at + 1] != ")":
        return "", 0
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", address), at + 1


def _address_end(text: str, at: int) -> int:
    """Where an address without spaces ends: at a space, or at a parenthesis that was not opened in it."""
    depth = 0
    while at < len(text) and depth <= _NESTED_PARENTHESES:
        character = text[at]
        if character.isspace() or character == "<" or (character == ")" and not depth):
            break
        if character == "\\" and text[at + 1 : at + 2] in ESCAPABLE:
            at += 1
        depth += (character == "(") - (character == ")")
        at += 1
    return at
