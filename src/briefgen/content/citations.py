"""Citations as they are written in a text: `[see @cooper2021, p. 4; -@un:2019]`, and `@cooper2021 [p. 4]`.

Comes: a text and where a bracket opens, or a name begins. Goes: the citations in it and where they end. The syntax is that
of pandoc's Markdown (MANUAL, “Citation syntax”), which Quarto has too; brackets within brackets are not read. The time is
linear in the text's length. Refuses to know which keys there are, but for where a name ends.
"""

import re
from collections.abc import Collection
from typing import Literal

import msgspec

LONGEST = 1000  # characters of a bracket
MOST = 50  # citations in one
# inner signs belong to a key when it goes on behind them: un:2019, o'neil, smith_jones.2020
_KEY = r"\{[^{}\[\]\n]{1,200}\}|\w(?:\w|[:.#$%&+?<>~/'-]{1,2}(?=\w)){0,199}"
_BRACKET = rf"\[([^\[\]]{{1,{LONGEST}}})\](?!\(|\{{lang=)"
_CITED = rf"(?<![\w.+/\\@])(-?)@({_KEY})"
_BEHIND = rf"[ \n]\[([^\[\]^@][^\[\]]{{0,{LONGEST}}})\](?!\(|\{{lang=)"
_NAME = rf"(?<![\w.+/@-])@({_KEY})"
_GOES_ON = r"[@\w]|[.:/][\w/]"  # name@host, @user@host, @host.org


class Cited(msgspec.Struct, frozen=True):
    """A key that is cited, the index of its sign in the text, what stands before and behind it in the bracket."""

    key: str
    start: int
    mode: Literal["NormalCitation", "AuthorInText", "SuppressAuthor"] = "NormalCitation"
    prefix: str = ""
    suffix: str = ""


def read_bracket(text: str, at: int, *, prefixed: bool) -> tuple[tuple[Cited, ...], int]:
    """The citations in the bracket that opens at `at`, and where it ends; none when it holds none.

    `prefixed`: words may stand before the first key; else a bracket with a mere @ in it is text.
    """
    found = re.compile(_BRACKET).match(text, at)
    if found is None or "@" not in found[1]:
        return (), at
    inside = found[1]
    spots = list(re.finditer(_CITED, inside))
    if not spots or len(spots) > MOST or not (prefixed or not inside[: spots[0].start()].strip()):
        return (), at
    cited: list[Cited] = []
    before = ""
    for number, spot in enumerate(spots):
        end = spots[number + 1].start() if number + 1 < len(spots) else len(inside)
        prefix = inside[: spot.start()] if number == 0 else before
        # what stands behind the last semicolon belongs to the next key
        suffix, semicolon, before = inside[spot.end() : end].rpartition(";") if end < len(inside) else ("", "", "")
        if number + 1 < len(spots) and not semicolon:
            return (), at
        suffix = suffix if semicolon else inside[spot.end() : end]
        mode: Literal["NormalCitation", "SuppressAuthor"] = "SuppressAuthor" if spot[1] else "NormalCitation"
        start = at + 1 + spot.start(2) - 1
        cited.append(Cited(spot[2].strip("{}"), start, mode, _spaced(prefix).strip(), _located(suffix).rstrip()))
    return tuple(cited), found.end()


def read_name(text: str, at: int, names: Collection[str], keys: Collection[str]) -> tuple[Cited | None, int]:
    """The name at `at` without brackets, if there is such a name; behind a key with a bracket; and where it ends."""
    found = re.compile(_NAME).match(text, at)
    if found is None:
        return None, at
    if found[1].startswith("{"):
        name, end = found[1].strip("{}"), found.end()
        name = name if name in names else ""
    else:
        name = longest(found[1], names)
        end = found.start(1) + len(name)
    if not name or re.compile(_GOES_ON).match(text, end):
        return None, at
    behind = re.compile(_BEHIND).match(text, end) if name in keys else None
    if behind is None:
        return Cited(name, at, "AuthorInText"), end
    return Cited(name, at, "AuthorInText", suffix=_located(behind[1]).strip()), behind.end()


def longest(written: str, names: Collection[str]) -> str:
    """The longest name that a text begins with and that ends where a word does; "" when there is none."""
    while written and written not in names:
        cut = re.search(r"[^\w]+\w*$|[-_]+$", written)
        written = written[: cut.start()] if cut else ""
    return written


def as_written(key: str) -> str:
    """A key as it stands behind its sign: in braces, when it has signs that would end it."""
    return key if re.fullmatch(_KEY, key) else f"{{{key}}}"


def _spaced(text: str) -> str:
    return " ".join(text.split("\n"))


def _located(suffix: str) -> str:
    """What stands behind a key, with the stop and blank by which pandoc knows a page: `p4`, `pp 4-6`, `ch.2`, `S.4`."""
    paged = re.compile(r"^(\s*,?\s*pp?)\.? ?(?=[0-9])").sub(r"\1. ", _spaced(suffix))
    return re.compile(r"^(\s*,?\s*[^\W\d_]{1,5}\.)(?=[0-9])").sub(r"\1 ", paged)
