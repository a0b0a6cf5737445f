"""Runs as the outline's marked text: the way back from what `content/marks` reads.

Comes in: runs. Goes out: a text such as `*Who* pays [here](https://example.org)?[^1]`. The promise: read by `content/marks`
it gives the same characters, each in its dress; where no marks can say a dress, the words stand without it. Refuses to know
YAML.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

import msgspec

from briefgen.content.marks import split
from briefgen.importing.citesigns import with_citations
from briefgen.importing.document import BREAK, Run, Text
from briefgen.outline.parse import is_forbidden

_SCHEMES = re.compile(r"(https?://|mailto:|tel:|doi:)[^\s<>]+", re.IGNORECASE)
_SCRIPT = re.compile(r"[^\s~^\[\]*`\\]{1,20}")
_BARE = re.compile(r"https?://[^\s<>\[\]`\\\"“”„«»]+")
_EVERY = re.compile(r"[\\`*_\[\]<~^@]")
# what is given up, one after the other, where no marks can say all of it
_DROPPED: tuple[dict[str, Any], ...] = (
    {},
    {"bold": False, "italic": False},
    {"bold": False, "italic": False, "script": ""},
    {"bold": False, "italic": False, "script": "", "code": False, "uri": ""},
)
_ANY = re.compile(r"[\\`*_\[\]<>~^@&]|\w\.\w")
_FEW = re.compile(
    r"\\(?=[!-/:-@\[-`{-~\n]|$)|`|^\*|\*(?!\s)|(?<=\S)\*|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!])|\[(?=[\^@])|&(?=#?\w+;)"
)
_ATTEMPTS = ((_FEW, "_"), (_FEW, "*"), (_EVERY, "*"), (_EVERY, "_"))  # characters that are escaped, the mark of italics
_BREAKS = re.compile("[\u2028\u2029\x0b\x0c\x85]")
_LINE_MOST = 18_000  # characters without a line's end; the outline's limit is 20,000


def marked(text: Text) -> str:
    """The text with its marks, its lines broken by a backslash and a line feed."""
    return with_citations(_marked(text))


def _marked(text: Text) -> str:
    runs = tidied(text)
    if len(runs) == 1 and runs[0] == Run(runs[0].text) and not _ANY.search(runs[0].text):
        return runs[0].text
    # at the beginning of a line a star looks like an item of a list
    first = 0 if any(run.text == BREAK for run in runs) else 1
    for dropped in _DROPPED:
        kept = [msgspec.structs.replace(run, **dropped) for run in runs]
        wanted = _looks((run.text, run.bold, run.italic, run.code, run.script, run.uri, run.note) for run in kept)
        for pattern, mark in _ATTEMPTS[first:]:
            written = _written(kept, pattern, mark)
            if _read(written, wanted) == wanted:
                return written
    return _written([msgspec.structs.replace(run, **_DROPPED[-1]) for run in runs], _EVERY, "*")


def cleaned(text: str) -> str:
    """Characters that an outline may hold; each kind of blank but the fixed ones is a space."""
    text = unicodedata.normalize("NFC", _BREAKS.sub(" ", text))
    if text.isprintable():
        return text
    return "".join(" " if char in "\t\n\r" else char for char in text if char in "\t\n\r" or not is_forbidden(char))


def tidied(text: Text) -> list[Run]:
    """Runs that marks can say: neighbours of one dress are one, blanks stand once and in no dress of their own."""
    found: list[Run] = []
    for run in text:
        if run.text == BREAK and not run.code:
            found.append(Run(BREAK))
            continue
        run = msgspec.structs.replace(run, text=cleaned(run.text), uri=run.uri if is_address(run.uri) else "")
        if not run.text and not run.note:
            continue
        if run.script and not (_SCRIPT.fullmatch(run.text) and (run.script == "^" or _carries(found))):
            run = msgspec.structs.replace(run, script="")
        if run.script or run.code:
            run = msgspec.structs.replace(run, bold=False, italic=False, code=run.code and not run.script)
        if found and not run.note and _dress(found[-1]) == _dress(run) and found[-1].text != BREAK:
            found[-1] = msgspec.structs.replace(run, text=found[-1].text + run.text)
        else:
            found.append(run)
    return _spaced(found)


def is_address(uri: str) -> bool:
    """Whether an outline may link to it."""
    return bool(_SCHEMES.fullmatch(uri)) and not any(is_forbidden(char) for char in uri)


def _dress(run: Run) -> tuple[object, ...]:
    return (run.bold, run.italic, run.code, run.script, run.uri, run.note)


def _carries(found: Sequence[Run]) -> bool:
    """Whether a subscript can follow: behind a letter, a digit or a closing bracket."""
    last = found[-1].text[-1:] if found and not found[-1].note and not found[-1].uri else ""
    return bool(last) and (last.isalnum() or last == ")") and not found[-1].script


def _spaced(runs: list[Run]) -> list[Run]:
    """The runs with one space for many, none at the ends of lines, and those at the ends of marks outside of them."""
    found: list[Run] = []
    for run in runs:
        if run.text == BREAK or run.note:
            found.append(run)
            continue
        body = re.sub(" +", " ", run.text)
        bare = body.strip(" ")
        if not bare:
            found.append(Run(" "))
            continue
        lead = [Run(" ")] if body[0] == " " else []
        tail = [Run(" ")] if body[-1] == " " else []
        found += [*lead, msgspec.structs.replace(run, text=bare), *tail]
    kept: list[Run] = []
    for run in found:
        if run.text == " " and (not kept or kept[-1].text in {" ", BREAK}):
            continue
        if run.text == BREAK:
            while kept and kept[-1].text == " ":
                kept.pop()
            if not kept or kept[-1].text == BREAK:
                continue
        kept.append(run)
    while kept and kept[-1].text in {" ", BREAK}:
        kept.pop()
    return kept


def _looks(parts: Iterator[tuple[str, bool, bool, bool, str, str, str]]) -> list[tuple[object, ...]]:
    """What is seen: each character that is no blank, with its dress, and each mark of a note."""
    found: list[tuple[object, ...]] = []
    for text, bold, italic, code, script, uri, note in parts:
        if note:
            found.append(("", note))
        elif not code and not script:
            found += [(char, bold, italic, code, script, uri) for char in text if not char.isspace()]
        else:
            found += [(char, False, False, code, script, uri) for char in text if not char.isspace()]
    return found


def _read(written: str, wanted: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    """What `content/marks` reads; a link that it adds to a bare address is not looked at."""
    stretches = split(written)
    found = _looks(
        ("" if each.note else each.text, each.bold, each.italic, each.code, each.script, each.uri, each.note)
        for each in stretches
    )
    if len(found) != len(wanted):
        return found
    return [
        (*own[:5], "") if len(own) == 6 and len(other) == 6 and not other[5] else own
        for own, other in zip(found, wanted, strict=True)
    ]


def _written(runs: Sequence[Run], escaped: re.Pattern[str], italic: str) -> str:
    """The runs with marks round them: links outermost, then bold, then italic."""
    parts: list[str] = []
    for uri, group in groupby(runs, key=lambda run: run.uri):
        inside = _emphasised(list(group), escaped, italic)
        if not uri or inside in {uri, uri.removeprefix("mailto:")}:
            parts.append(inside)
        else:
            target = f"<{uri}>" if re.search(r"[()\\]", uri) else uri
            parts.append(f"[{inside}]({target})")
    return "".join(parts)


def _emphasised(runs: list[Run], escaped: re.Pattern[str], italic: str) -> str:
    parts: list[str] = []
    for bold, group in _grouped(runs, "bold"):
        inner: list[str] = []
        for slanted, few in _grouped(group, "italic"):
            body = "".join(_bare(run, escaped) for run in few)
            inner.append(f"{italic}{body}{italic}" if slanted else body)
        parts.append(f"**{''.join(inner)}**" if bold else "".join(inner))
    return "".join(parts)


def _grouped(runs: list[Run], name: str) -> Iterator[tuple[bool, list[Run]]]:
    """Stretches of runs that have a dress, or not; a blank between two that have it belongs to it."""
    flags = [bool(getattr(run, name)) for run in runs]
    for at in range(1, len(runs) - 1):
        if runs[at].text == " " and flags[at - 1] and flags[at + 1]:
            flags[at] = True
    for flag, pairs in groupby(zip(flags, runs, strict=True), key=lambda pair: pair[0]):
        yield flag, [run for _, run in pairs]


def _bare(run: Run, escaped: re.Pattern[str]) -> str:
    """One run, with its own characters kept from being marks."""
    if run.note:
        return f"[^{run.note}]"
    if run.text == BREAK:
        return "\\\n"
    if run.code:
        longest = max((len(found) for found in re.findall("`+", run.text)), default=0)
        fence = "`" * (longest + 1)
        pad = " " if run.text[0] == "`" or run.text[-1] == "`" else ""
        return f"{fence}{pad}{run.text}{pad}{fence}"
    if run.script:
        return f"{run.script}{run.text}{run.script}"
    parts, at = [], 0
    for found in _BARE.finditer(run.text):  # an address is read as it stands
        parts += [_escape(run.text[at : found.start()], escaped), found[0]]
        at = found.end()
    return "".join([*parts, _escape(run.text[at:], escaped)])


def _escape(text: str, escaped: re.Pattern[str]) -> str:
    return escaped.sub(lambda found: f"\\{found[0]}", text)
