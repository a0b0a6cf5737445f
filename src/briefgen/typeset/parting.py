"""Whether a line may end at the spaces between two words.

In come two tokens with spaces between them; out comes whether the spaces may part them: rules LB13 to LB17 of UAX #14 (of
Unicode 16), which hold closing signs to what stands before the spaces and opening ones to what follows. Further signs stay
with the word before: two when they stand alone, and those that end a sentence, or repeat a word, in scripts whose writers
put a space before them. Refuses to know widths and costs.
"""

import unicodedata

# line break classes of the signs of Latin, Greek and Cyrillic text; what is not here and no letter is looked up
_CLASSES = {
    **dict.fromkeys("([{¿¡„‚", "OP"),
    **dict.fromkeys("“‘«‹”’»›\"'", "QU"),
    **dict.fromkeys("!?", "EX"),
    **dict.fromkeys(")]", "CP"),
    **dict.fromkeys(".,:;", "IS"),
    **dict.fromkeys("+−±×=<>~#&*@^_\\`§¶†‡•·%‰°′″$£€¥№…\u2011©®™½¼¾←→", "AL"),
    **dict.fromkeys("|–", "BA"),
    **dict.fromkeys("-‐", "HY"),
    "}": "CL",
    "/": "SY",
    "—": "B2",
}
_HARMLESS = frozenset(".,:;!?)]}’”»›…%-–")  # before spaces they part from any letter
_CLOSING = frozenset(("CL", "CP", "EX", "SY"))
# UAX #14 would let these begin a line where a space stands before them
_ALONE = frozenset("%…")
# stops of Devanagari and its sisters, Tibetan, Burmese, Khmer and Ethiopic; marks of repetition of Thai, Lao and Khmer, and
# Thai's mark of abbreviation (Royal Institute of Thailand, หลักเกณฑ์การเว้นวรรค: a space before ๆ, and no line begins with it)
_ENDS = frozenset("।॥།༎၊။។៕៖ៗ።፣፤፥፦፧ๆฯໆ")
_CLINGING = frozenset(("BA", "HY", "HH", "NS", "CJ"))


def closes(before: str) -> bool:
    """Whether a line may end after a text, whatever it is that `opens` the next one."""
    return before[-1].isalnum() or before[-1] in _HARMLESS


def opens(after: str) -> bool:
    """Whether a line may begin with a text, whatever it is that `closes` the one before."""
    return after[0].isalnum() and after[0] < "\u3000" and after[0] not in _ENDS


def may_part(before: str, after: str) -> bool:
    """Whether a line may end after `before` and the next begin with `after`."""
    first, last = after[0], before[-1]
    if opens(after) and closes(before):
        return True
    if first in _ENDS:
        return False
    if first.isalnum() and last.isalnum():
        return True
    if after in _ALONE or not may_begin(after):
        return False
    kind = _class(first)
    base = _base(before, len(before))
    ending = _class(before[base : base + 1])
    if ending == "OP" or (ending == "QU" and _opens(before, base)):  # LB14, LB15a
        return False
    return not ((ending in ("CL", "CP") and kind in ("NS", "CJ")) or (ending == kind == "B2"))  # LB16, LB17


def clings(after: str) -> bool:
    """Whether a text stays with what stands before it but for a word space (LB21): fixed spaces do not part them."""
    return _class(after[0]) in _CLINGING


def may_begin(text: str) -> bool:
    """Whether a line may begin with a text, whatever stands before it: not with signs that close (LB13, LB15b to LB15d)."""
    first, kind = text[0], _class(text[0])
    if kind == "QU" and unicodedata.category(first) == "Pf":
        return _class(text[1:2]) not in (*_CLOSING, "", "IS", "QU")
    return kind not in _CLOSING and not (kind == "IS" and _class(text[1:2]) != "NU")


def _opens(text: str, at: int) -> bool:
    """Whether the quote at `at` is one that opens, with nothing but signs that open before it."""
    if unicodedata.category(text[at]) != "Pi":
        return False
    base = _base(text, at)
    return base < 0 or _class(text[base]) in ("OP", "QU")


def _base(text: str, end: int) -> int:
    """Where the last character before `end` stands that is no mark on another one (LB9); -1 where there is none."""
    if text[:end].isascii():
        return end - 1
    return next((at for at in range(end - 1, -1, -1) if unicodedata.category(text[at])[0] != "M"), -1)


def _class(character: str) -> str:
    """The line break class; "AL" of all letters, "NU" of all digits, "" of nothing."""
    if not character or character in _CLASSES:
        return _CLASSES.get(character, "")
    if character < "\u3000" and character.isalnum():
        return "NU" if character.isdigit() else "AL"
    from uniseg.linebreak import line_break  # late: it takes 15 ms to import, and most briefs never need it

    name: str = line_break(character).name
    return name
