"""Emphasis: which runs of `*` and `_` are marks of it, and which of them are partners (CommonMark 0.31, chapter 6.2)."""

from typing import Literal
from unicodedata import category

from briefgen.content.citations import Cited


class Token:
    """A stretch that does not know its emphasis yet: `italic` and `bold` say how many ranges begin (less end) with it."""

    __slots__ = (
        "bold", "cited", "code", "fixed", "italic", "language", "note", "reference", "script", "start", "text", "uri",
    )  # fmt: skip

    def __init__(self, text: str, start: int, *, code: bool = False, fixed: bool = False) -> None:
        self.text = text
        self.start = start
        self.code = code
        self.fixed = fixed
        self.uri = ""
        self.note = ""
        self.reference = ""
        self.cited: tuple[Cited, ...] = ()
        self.language = ""
        self.script: Literal["", "~", "^"] = ""
        self.italic = 0
        self.bold = 0


class Delimiter:
    """A run of `*` or `_` that may open or close emphasis; `left` of its `length` characters are not used yet."""

    __slots__ = ("closes", "left", "length", "mark", "opens", "token")

    def __init__(self, token: int, mark: str, length: int, opens: bool, closes: bool) -> None:
        self.token = token
        self.mark = mark
        self.length = self.left = length
        self.opens = opens
        self.closes = closes


def delimiter_at(text: str, at: int, end: int, token: int) -> Delimiter:
    """The run of marks of emphasis from `at` to `end`, which is the token of that number."""
    mark = text[at]
    before, after = (text[at - 1] if at else " "), (text[end] if end < len(text) else " ")
    opens = not _is_space(after) and (not _is_punctuation(after) or _is_space(before) or _is_punctuation(before))
    closes = not _is_space(before) and (not _is_punctuation(before) or _is_space(after) or _is_punctuation(after))
    if mark == "_":  # not within words
        opens, closes = (
            opens and (not closes or _is_punctuation(before)),
            closes and (not opens or _is_punctuation(after)),
        )
    return Delimiter(token, mark, end - at, opens, closes)


def pair(delimiters: list[Delimiter], below: int, tokens: list[Token]) -> None:
    """Match the delimiters from number `below` on with each other, and let go of them.

    CommonMark 0.31, appendix, “process emphasis”.
    """
    openers: list[Delimiter] = []
    floors: dict[tuple[str, bool, int], int] = {}  # below them there is no partner for such a closer
    for closer in delimiters[below:]:
        while closer.closes and closer.left:
            key = (closer.mark, closer.opens, closer.length % 3)
            spot = len(openers) - 1
            floor = min(floors.get(key, 0), len(openers))
            while spot >= floor and not _match(openers[spot], closer):
                spot -= 1
            if spot < floor:
                floors[key] = len(openers)
                break
            del openers[spot + 1 :]
            _emphasise(openers[spot], closer, tokens)
            if not openers[spot].left:
                openers.pop()
            floors = {name: min(level, len(openers)) for name, level in floors.items()}
        if closer.opens and closer.left:
            openers.append(closer)
    for delimiter in delimiters[below:]:
        tokens[delimiter.token].text = delimiter.mark * delimiter.left
    del delimiters[below:]


def _emphasise(opener: Delimiter, closer: Delimiter, tokens: list[Token]) -> None:
    strong = opener.left > 1 and closer.left > 1
    opener.left -= 1 + strong
    closer.left -= 1 + strong
    for token, change in ((tokens[opener.token + 1], 1), (tokens[closer.token], -1)):
        if strong:
            token.bold += change
        else:
            token.italic += change


def _match(opener: Delimiter, closer: Delimiter) -> bool:
    """Whether two delimiters may pair (CommonMark 0.31, 6.2, rules 9 and 10)."""
    if opener.mark != closer.mark:
        return False
    if not (opener.closes or closer.opens) or (opener.length + closer.length) % 3:
        return True
    return not opener.length % 3 and not closer.length % 3


def _is_space(character: str) -> bool:
    return character.isspace()


def _is_punctuation(character: str) -> bool:
    return not character.isalnum() and category(character)[0] in "PS"
