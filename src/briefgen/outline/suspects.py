"""Texts that YAML reads well and that their writer may have meant otherwise: lists that are none, quotes left open.

Comes in: a text that runs over several lines, as the source has it. Goes out: what is suspicious in it, and where. Promise:
the time is linear in the text's length. Refuses to know places in files.
"""

import re
from collections.abc import Iterator
from itertools import count, pairwise

import msgspec

LIST, QUOTE = "outline/list-in-text", "outline/open-quote"
_KEY = re.compile(r"\n( *)(?:- )?[a-z_]{2,30}:(?:[ \n]|$)")
_ITEM = re.compile(r"\n( *)- ")
_NUMBERED = re.compile(r"^[ \t]*(?P<sign>\(?(?P<count>[0-9]{1,2}|[A-Za-z])[.)])[ \t]", re.MULTILINE)
_OF_TABLES = frozenset(("table", "rows", "head", "data"))  # keys whose values are no texts anyway
_SIGNS = "•‣◦▪●·∙*"
ITEM_MOST = 5  # words of an item that is written beside others in one line
_DASHES = "-–—"  # a dash before a letter; before a digit it is a minus


class Suspect(msgspec.Struct, frozen=True):
    """What may be meant otherwise, and where in the text (the index of a character)."""

    code: str
    spot: int
    message: str
    hint: str


def suspects(source: str, style: str, indent: int, key: str = "") -> Iterator[Suspect]:
    """What is suspicious in a text written in a style (`""`, a quote, `|` or `>`); no more than one of a kind.

    `indent` is by how many spaces the line is indented in which the text begins; `key` is the one whose value it is.
    """
    if style in {"'", '"'}:
        yield from _open_quote(source, style, indent)
        return
    found = next(_bullets(source, style), None) or next(_numbers(source, style), None)
    if found is None and "\t" in source and key not in _OF_TABLES:
        found = _cells(source, style)
    if found is not None:
        yield found
    else:
        yield from _dashes(source, style, key)


def _open_quote(source: str, style: str, indent: int) -> Iterator[Suspect]:
    """A line that looks like a key and is not indented deeper than the text: whoever goes on with a text indents it."""
    found = next((found for found in _KEY.finditer(source) if len(found[1]) <= indent), None)
    if found is not None:
        line = " ".join(found[0].split())
        said = f"the text in quotes that begins here, with {style}, runs on over a line that looks like a key, `{line}`"
        hint = f"close it with {style} where it ends; if all of it is one text, indent that line deeper"
        yield Suspect(QUOTE, 0, said, hint)


def _cells(source: str, style: str) -> Suspect | None:
    """Lines with as many tabs each: rows of a table."""
    lines = [line.strip(" ") for line in source.split("\n")[1 if style else 0 :] if line.strip()]
    if len(lines) < 2 or len({line.count("\t") for line in lines}) > 1:
        return None
    from briefgen.outline.rows import table_of  # late: hardly any text has tabs

    said = "these lines have tabs, as rows of a table have, and are set as one text"
    return Suspect(LIST, 0, said, f"write `- {table_of(lines)}`")


def _bullets(source: str, style: str) -> Iterator[Suspect]:
    """Lines that begin with a bullet of another program, two of them or more."""
    lines = source.split("\n")
    starts = [line.lstrip(" \t") for line in lines]
    first = {start[:1] for start in starts}
    for sign in (each for each in _SIGNS + _DASHES if each in first):
        plain_dash = sign == "-"  # with a space behind it, it is of `_dashes`
        holding = [
            number
            for number, start in enumerate(starts)
            if start.startswith(sign) and start[1 : 2 if plain_dash else 3].strip()[:1].isalpha()
        ]
        if len(holding) > 1:
            number = holding[0]
            index = sum(len(line) + 1 for line in lines[:number]) + len(lines[number]) - len(starts[number])
            said = f"`{sign}` makes no list: these lines are set as one text"
            hint = f"begin each item, in a line of its own, with a dash and a space, `- `, in the place of `{sign}`"
            if style:
                hint = f"for a list, leave out the {style} behind the key; {hint}"
            yield Suspect(LIST, index, said, hint)
            return


def _numbers(source: str, style: str) -> Iterator[Suspect]:
    """Lines that begin with 1, 2 and so on, or with letters: a list as it is typed elsewhere."""
    found = list(_NUMBERED.finditer(source))
    for first, second in pairwise(found):
        if first["count"] in {"1", "a", "A"} and second["count"] == chr(ord(first["count"]) + 1):
            said = f"`{first[0].strip()}` makes no list: these lines are set as one text"
            hint = "begin each item, in a line of its own, with a dash and a space, `- `, in the place of its number"
            if style:
                hint = f"for a list, leave out the {style} behind the key; {hint}"
            yield Suspect(LIST, first.start("sign"), said, hint)
            return


def _dashes(source: str, style: str, key: str) -> Iterator[Suspect]:
    """Lines that look like items of a list. A single one, in a block text, may be prose."""
    found = list(_ITEM.finditer(source))
    if len(found) < (2 if style else 1):
        return
    said = "this line is no item of a list; it goes on with the text above"
    hint = "align its dash with the dash above, or put nothing behind the key; in prose, move the dash"
    word = source.split("\n")[0].strip()
    if not style and re.fullmatch("[a-z_]{2,30}", word):
        hint = f"for a list, write a colon behind the word above: `{word}:`; in prose, move the dash"
    if not style and key == "heading":
        hint = "write `content:` in a line of its own above this one, below the heading; in prose, move the dash"
    if style and _is_all_items(source):
        hint = f"for a list, leave out the {style} behind the key; in prose, move the dash"
    elif style:
        hint = "put what stands before, and behind, into items of their own, and the list into one more, `- list: […]`"
        hint = f"leave out the {style} behind the key, and {hint}; in prose, move the dash"
    yield Suspect(LIST, found[0].end(1), said, hint)


def _is_all_items(source: str) -> bool:
    """Whether a text begins with an item, and goes on with items and lines that are indented deeper than their dashes."""
    lines = [line for line in source.split("\n")[1:] if line.strip()]
    depth = min((len(line) - len(line.lstrip(" ")) for line in lines), default=0)
    return all(line[depth:].startswith(("- ", " ")) for line in lines) and lines[0][depth:].startswith("- ")


def enumerated(text: str, name: str) -> str:
    """What to do with a text that reads as items of a list, with commas or semicolons between; "" where it is a sentence."""
    sign = ";" if ";" in text else ","
    items = [item.strip() for item in text.split(sign)]
    if len(items) < 3 or text.rstrip()[-1] in ".!?" or max(len(item.split()) for item in items) > ITEM_MOST:
        return ""
    if not all(item and re.fullmatch(r"[\w%€$£][^,:#\[\]{}\"]*", item) for item in items):
        return ""
    return f"write `{name}: [{', '.join(items)}]`; where it is one, put it behind a dash in the next line"


def counted_by_hand(texts: list[str]) -> bool:
    """Whether items of a list, by the texts that they begin with, begin with 1, 2 and so on, or with a, b."""
    found = [_NUMBERED.match(text) for text in texts]
    counts = [each["count"] if each is not None else "" for each in found]
    first = counts[0]
    if first not in {"1", "a", "A"}:
        return False
    expected = map(str, count(1)) if first == "1" else map(chr, count(ord(first)))
    return all(each == other for each, other in zip(counts, expected, strict=False))
