"""Ways to mend lists and mappings in brackets, each as a person would do it in an editor.

Comes in: the lines of an outline and the number of one in which such a text begins, from 0. Goes out: the lines as they
would be, with the hint that says so. Promise: no word of the text is lost, and no line is added or removed. Refuses to judge
whether that is right: `recover` parses it.
"""

import re
from collections.abc import Collection

from briefgen.outline.failure import Mend
from briefgen.outline.hints import quoted
from briefgen.outline.indents import indent_of
from briefgen.outline.mends import lead_of, shown

FAR = 50  # lines above the one where YAML gives up
LONGEST = 5000  # characters of a text that a person would mend; more may be hostile, and takes long
_HALF = re.compile(r"""(?<=[\[{,:\s])"([^"“”\n]*)([”“])(?=\s*(?:[,\]}]|$))""")  # "…”: it is closed by a letter
_APOSTROPHE = re.compile(r"""(?<=[\[{,:\s])'((?:[^'"\n]*\w'(?=\w))+[^'"\n]*)'(?=\s*[,\]}])""")  # '…n't …'
# texts that have to stand in quotes: with brackets in them, a colon, or words behind a quote that is closed
_BRACKETED = re.compile(
    r"""(?<=[\[{,:])\s*(?P<text>(?!\w+:\s)[^\s\[\]{},:"'#&*!|>%@`?-][^\[\]{},"\n]*"""
    r"""(?:\[[^\[\]\n]*\][^\[\]{},"\n]*)+)(?=[,\]}])"""
)
_VALUE = re.compile(r"""(?<=:\s)(?P<text>[^\s"'\[\]{},#&*!|>%@`][^"\[\]{},\n]*)(?=[,}])""")
_KEY = re.compile(r"(\w+):\s")
_BEHIND = re.compile(r"""(?<=[\[{,:\s])(?P<text>(?:"[^"\n]*"|'[^'\n]*')[ ]+[^\s,\[\]{}:"'#][^,\[\]{}"'\n]*)(?=[,\]}])""")
_SIGNED = re.compile(r"""(?:(?<=[\[{,:])\s+|(?<=\[))(?P<text>(?:[*&!|>%@`]|'(?=[^'\n]*$))[^,\[\]{}"\n]*)(?=[,\]}])""")
CLOSING = {"[": "]", "{": "}"}
_COMMENT = re.compile(r"(?:^|\s)#")
_DASH = re.compile(r"([\[,][ ]*)-[ ]+(?=[^\s,\]])")  # before an item
_MINUS = re.compile(r"([\[,][ ]*)-[ ]+([0-9][0-9.]*%?)(?=\s*[,\]])")  # the same before a number
_HASH = re.compile(r"(?<=[:,\[{])\s+(?P<text>#[^,\]}]*)")  # a value that begins with it
# in brackets: texts in quotes, which begin only where a value may, comments, keys, and what opens, parts and closes
_TOKEN = re.compile(
    r"""(?<=[\[{,:\s])(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'(?!')|(?P<quote>["'])(?=\S))"""
    r"""|(?:^|(?<=\s))\#[^\n]*|(?P<sign>[\[\]{},])|(?<=[\s,{\[])(?P<key>[A-Za-z_]\w*):(?=\s)""",
    re.DOTALL,
)


class _Open:
    """A bracket that stands open: the commas and keys that have been met in it."""

    def __init__(self, sign: str) -> None:
        self.closing = CLOSING[sign]
        self.comma = -1
        self.in_value = False
        self.key: tuple[int, str] | None = None  # of a list: where `, key:` stands in it, which is hardly meant


class _Edits:
    """Changes of a text: what is put in the place of a span, from the first to the last."""

    def __init__(self) -> None:
        self.spans: list[tuple[int, int, str]] = []
        self.hints: list[str] = []

    def put(self, start: int, end: int, new: str, hint: str) -> None:
        self.spans.append((start, end, new))
        self.hints.append(hint)

    def made(self, text: str) -> str:
        for start, end, new in sorted(self.spans, reverse=True):
            text = text[:start] + new + text[end:]
        return text


def mend_brackets(lines: list[str], line: int, keys: Collection[str]) -> Mend | None:
    """Brackets that are closed by none or by the wrong one, that close nothing, and commas that `keys` lack before them."""
    last, lead = line, len(lead_of(lines[line]))
    for number in range(line + 1, len(lines)):
        if lines[number].strip() and indent_of(lines[number]) <= indent_of(lines[line]):
            break
        last = number if lines[number].strip() else last
    text = "\n".join([lines[line][lead:], *lines[line + 1 : last + 1]])
    edits = _Edits()
    standing = _walk(text, edits, keys) if text[:1] in CLOSING and len(text) <= LONGEST else None
    if standing is None:
        return None
    if standing:
        _close(text, standing, edits, "the line" if last == line else f"line {last + 1}")
    if not edits.spans:
        return None
    new = (lines[line][:lead] + edits.made(text)).split("\n")
    return Mend(dict(enumerate(new, line)), "; ".join(edits.hints))


def _walk(text: str, edits: _Edits, keys: Collection[str]) -> list[_Open] | None:
    """The brackets that stand open at the end, with what is wrong before it; None where that is not so plain."""
    standing: list[_Open] = []
    for found in _TOKEN.finditer(text):
        if found["quote"]:
            return None  # it begins a text that nothing ends
        sign, at = found["sign"] or "", found.start()
        if sign in CLOSING:
            standing.append(_Open(sign))
        elif sign == "," and standing:
            standing[-1].comma, standing[-1].in_value = at, False
        elif sign and sign != ",":
            _end(text, at, standing, edits)
        elif found["key"] and standing and (found["key"] in keys or not standing[-1].in_value):
            _meet_key(text, at, found["key"], standing[-1], edits)
    return standing


def _meet_key(text: str, at: int, key: str, inner: _Open, edits: _Edits) -> None:
    if inner.closing == "}":
        if inner.in_value:
            edits.put(len(text[:at].rstrip()), at, ", ", f"write a comma before `{key}:`")
        inner.in_value = True
    elif inner.key is None and inner.comma >= 0 and not text[inner.comma + 1 : at].strip():
        inner.key = (inner.comma, key)


def _end(text: str, at: int, standing: list[_Open], edits: _Edits) -> None:
    """A bracket that closes: those within are closed before it."""
    sign = text[at]
    if not standing:
        edits.put(at, at + 1, "", f"leave out the {sign} that closes nothing")
    elif all(each.closing != sign for each in standing):
        closing = standing.pop().closing
        edits.put(at, at + 1, closing, f"write {closing} in place of {sign}")
    else:
        while standing[-1].closing != sign:
            _close_within(standing.pop(), len(text[:at].rstrip()), sign, edits)
        standing.pop()


def _close_within(inner: _Open, at: int, before: str, edits: _Edits) -> None:
    """A bracket that another one ends: before the key that is hardly meant to be in it, or else before that other one."""
    if inner.key is not None:
        edits.put(inner.key[0], inner.key[0], inner.closing, f"write {inner.closing} before `, {inner.key[1]}:`")
    else:
        edits.put(at, at, inner.closing, f"write {inner.closing} before {before}")


def _close(text: str, standing: list[_Open], edits: _Edits, where: str) -> None:
    """Brackets that nothing closes: behind the last word of the text."""
    comment = _COMMENT.search(text, text.rfind("\n") + 1)
    end = comment.start() if comment else len(text)
    at = len(text[:end].rstrip().rstrip(","))
    missing = "".join(each.closing for each in reversed(standing))
    hint = f"close it with {missing} {'before the comment in' if comment else 'at the end of'} {where}"
    comma = text[at:end]
    edits.put(at, at + len(comma), missing + comma.replace(",", ""), hint)


def drop_dashes(lines: list[str], line: int) -> Mend | None:
    """Items in brackets without the dashes before them."""
    source = lines[line] if line < len(lines) else ""
    if len(source) > LONGEST // 5 or not _DASH.search(source):
        return None
    minus = _MINUS.search(source)
    if minus is not None and len(_DASH.findall(source)) < len(re.findall(r"[\[,]", source)):  # others have none
        said = f"write a minus right before its number, without a space: -{minus[2]}"
        return Mend({line: _DASH.sub(r"\1", _MINUS.sub(r"\1-\2", source))}, said)
    return Mend({line: _DASH.sub(r"\1", source)}, "leave out the dash, and the space after it, before each item in brackets")


def quote_hash(lines: list[str], line: int) -> Mend | None:
    """A value in brackets that begins with #, which makes a comment of all that follows: in quotes."""
    for number in range(min(line, len(lines) - 1), max(-1, line - FAR), -1):
        found = _HASH.search(lines[number]) if len(lines[number]) <= LONGEST else None
        if found and not {*"[{"}.isdisjoint(lines[number][: found.start()]):
            text = found["text"].rstrip()
            start = found.start("text")
            new = lines[number][:start] + quoted(text) + lines[number][start + len(text) :]
            return Mend({number: new}, f"put the text in quotes: {shown(quoted(text))}")
    return None


def quote_values(lines: list[str], line: int, keys: Collection[str]) -> tuple[Mend, int] | None:
    """Texts in brackets that have to stand in quotes, in quotes; with the column of the first."""
    source = lines[line]
    if len(source) > LONGEST // 5:
        return None
    edits = _Edits()
    for pattern in (_BRACKETED, _VALUE, _BEHIND, _SIGNED):
        for found in pattern.finditer(source):
            text = found["text"].rstrip()
            start = found.start("text")
            colon = _KEY.search(text)
            if pattern is _VALUE and (colon is None or colon[1] in keys):
                continue  # sound, or a comma is missing before a key
            if any(start < end and begin < found.end() for begin, end, _ in edits.spans):
                continue
            edits.put(start, start + len(text), quoted(text), f"put the text in quotes: {shown(quoted(text))}")
    if not edits.spans:
        return None
    return Mend({line: edits.made(source)}, "; ".join(edits.hints)), min(edits.spans)[0]


def requote(lines: list[str], line: int) -> tuple[Mend, int] | None:
    """Texts in brackets whose quotes are closed by a curly one, or by an apostrophe; with the column of the first."""
    source = lines[line]
    if len(source) > LONGEST // 5:
        return None
    edits = _Edits()
    for found in _HALF.finditer(source):
        edits.put(found.start(2), found.end(2), '"', f'write " in the place of {found[2]}')
    for found in _APOSTROPHE.finditer(source):
        edits.put(found.start(), found.end(), f'"{found[1]}"', f'write "{shown(found[1])}", in double quotes')
    if not edits.spans:
        return None
    return Mend({line: edits.made(source)}, "; ".join(dict.fromkeys(edits.hints))), min(edits.spans)[0]


def wrap(lines: list[str], line: int) -> Mend | None:
    """Several lists or mappings in brackets with commas between them, in brackets of their own."""
    lead = lead_of(lines[line])
    text = lines[line][len(lead) :].rstrip()
    if len(text) > LONGEST or not re.fullmatch(r"(?:\[[^\[\]]*\]|\{[^{}]*\})(?:\s*,\s*(?:\[[^\[\]]*\]|\{[^{}]*\}))+", text):
        return None
    return Mend({line: f"{lead}[{text}]"}, f"write one more [ before them, and one more ] behind: {shown(f'[{text}]')}")
