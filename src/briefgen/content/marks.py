"""Inline marks: a text with `*emphasis*`, `**strong**`, code, links, notes, phrases and line breaks into stretches.

Comes: a text. Goes: stretches in order, each with its dress and the index in the text where it starts. Promise: every
character but the marks themselves is in a stretch; marks without a partner are text; the time is linear in the text's
length. The rules are CommonMark's (0.31, chapter 6) for what is read here; there are no images, no HTML, no entities and no
link titles, and no block is ever read: `# x` and `1. x` are text. A phrase in another language, `[mot juste]{lang=fr}`, is
Pandoc's bracketed span with the one attribute that is read here; `H~2~O` and `m^2^` are Pandoc's sub- and superscripts;
`[@name]` and `@name` are its citations (`citations`).
Refuses to know addresses and notes from each other's names: what a link may point to and which notes exist is asked
elsewhere.
"""

import re
from collections.abc import Collection
from typing import Literal

import msgspec

from briefgen.content.addresses import (
    AUTOLINK,
    BARE,
    BARE_MAIL,
    CLUES,
    DOI,
    ESCAPABLE,
    MAIL,
    ORCID,
    WWW,
    address_stop,
    destination,
)
from briefgen.content.citations import Cited, longest, read_bracket, read_name
from briefgen.content.emphasis import Delimiter, Token, delimiter_at, pair

BREAK = "\n"  # every other line feed has become a space
LINE_END = "\u2028"  # Unicode's own line separator: always a forced break

_MARKS = frozenset("\\`*_[]<>~^\n\u2028\u2029")
_SPECIAL = r"[\\`*_\[\]<~^\n]|https?://"
_NOTE = r"\[\^([^\[\]\n]+)\]"
_LANGUAGE = r"\{lang=([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,8})\}"
# of what has no spaces; a subscript stands behind what it belongs to, for ~50 is “about 50”
_SCRIPT = r"([^\s~^\[\]*`\\]{1,20})"
_SUBSCRIPT = rf"(?<=[\w)\]*])~{_SCRIPT}~(?!~)"
_SUPERSCRIPT = rf"\^{_SCRIPT}\^"
# the name as the outline's form of an id has it; what goes on as a link or a phrase is that
_REFERENCE = r"\[@([^\s!-,./:-@\[-^`{-~]{1,80})\](?!\(|\{lang=)"
# what a text holds that has marks of other formats (content/foreign)
FOREIGN = (*"sub> sup> < & ~~ == ![ > | --- $ \\ ][ [[ { ^[ @ • ‣ ▪ · ■ □ ➢ ➤ → ✓ ✔".split(), "# ", "\n")
# stretches that are marks without a partner, or signs of links and scripts that are none
LEFT_OVER = frozenset("* ** *** _ __ ` `` ^ ~ ]".split())


class Stretch(msgspec.Struct, frozen=True):
    """Characters in one dress. `fixed`: typography must not touch them. `note` is the name in a note mark."""

    text: str
    start: int
    italic: bool = False
    bold: bool = False
    code: bool = False
    fixed: bool = False
    uri: str = ""
    note: str = ""
    language: str = ""  # the tag as written; "" for the brief's own
    script: Literal["", "~", "^"] = ""  # a subscript, a superscript
    reference: str = ""  # the name in `[@name]`, or in `@name` where there is such a name
    cited: tuple[Cited, ...] = ()  # what else is cited in a bracket, or by the key of a source


def split(text: str, names: Collection[str] = (), keys: Collection[str] = ()) -> list[Stretch]:
    """The stretches of a text. `names` and the `keys` of sources may be referred to without brackets, as `@name`."""
    if _MARKS.isdisjoint(text) and not any(map(text.__contains__, CLUES)):
        return [Stretch(text, 0)] if text else []
    return _Splitter(text, names, keys).split()


class _Splitter:
    def __init__(self, text: str, names: Collection[str], keys: Collection[str]) -> None:
        self._text = text
        self._names = names
        self._keys = keys
        self._tokens: list[Token] = []
        self._delimiters: list[Delimiter] = []
        self._brackets: list[tuple[int, int, int]] = []  # token, number of delimiters before it, index in the text
        self._inactive = 0  # this many brackets from the left may not become links: they would hold one
        self._fences: dict[int, list[int]] | None = None  # where runs of backticks start, by their length

    def split(self) -> list[Stretch]:
        text = self._text
        # the patterns of bare addresses are dear: they are tried on texts that hold their signs
        mail = f"|{BARE_MAIL}" if "@" in text else ""
        name = "|@" if self._names or self._keys else ""
        doi = rf"|(?<![\w./])(?i:{DOI})" if "10." in text and "doi" in text.lower() else ""
        orcid = rf"|(?<![\w./]){ORCID}" if "-000" in text or "orcid" in text.lower() else ""
        dear = mail or doi or orcid or "www." in text
        ends = "|[\u2028\u2029]" if "\u2028" in text or "\u2029" in text else ""
        special = re.compile(rf"{_SPECIAL}{ends}|www\.(?=[^\W_]){doi}{orcid}{mail}{name}" if dear else _SPECIAL + ends)
        at = 0
        while at < len(text):
            found = special.search(text, at)
            if found is None:
                break
            if found.start() > at:
                self._add(text[at : found.start()], at)
            at = self._read(found.start(), found[0])
        if at < len(text):
            self._add(text[at:], at)
        pair(self._delimiters, 0, self._tokens)
        return list(self._dressed())

    def _read(self, at: int, mark: str) -> int:
        """Read what begins with the special character at `at`; returns where it ends."""
        if mark in "*_":
            return self._read_delimiter(at, mark)
        if mark in "~^":
            return self._read_script(at, mark)
        if mark == "\\":
            return self._read_escape(at)
        if mark == "`":
            return self._read_code(at)
        if mark == "[":
            return self._read_open(at)
        if mark == "]":
            return self._read_close(at)
        if mark == "<":
            return self._read_autolink(at)
        if mark == "@":
            return self._read_name(at)
        if mark in "\n\u2028\u2029":
            return self._read_line_end(at)
        if "@" in mark:
            self._add(mark, at, fixed=True).uri = f"mailto:{mark}"
            return at + len(mark)
        if mark[0] in "0dDoO":
            return self._read_identifier(at, mark)
        return self._read_bare(at, mark)

    def _add(self, text: str, at: int, *, code: bool = False, fixed: bool = False) -> Token:
        token = Token(text, at, code=code, fixed=fixed)
        self._tokens.append(token)
        return token

    def _read_escape(self, at: int) -> int:
        after = self._text[at + 1 : at + 2]
        if after == "\n":
            self._add(BREAK, at)
            return at + 2
        if after and after in ESCAPABLE:
            self._add(after, at + 1, fixed=True)
            return at + 2
        self._add("\\", at)
        return at + 1

    def _read_script(self, at: int, mark: str) -> int:
        found = re.compile(_SUBSCRIPT if mark == "~" else _SUPERSCRIPT).match(self._text, at)
        if found is None:
            self._add(mark, at)
            return at + 1
        self._add(found[1], found.start(1)).script = "~" if mark == "~" else "^"
        return found.end()

    def _read_line_end(self, at: int) -> int:
        """A line's end is a space, or a forced break after two spaces or before a blank line."""
        text = self._text
        forced = text[at] != "\n" or text[max(0, at - 2) : at] == "  " or text[at + 1 : at + 2] == "\n"
        self._add(BREAK if forced else " ", at)
        return at + 1

    def _read_code(self, at: int) -> int:
        text = self._text
        if self._fences is None:
            self._fences = {}
            for found in re.finditer("`+", text):
                self._fences.setdefault(len(found[0]), []).append(found.start())
            for spots in self._fences.values():
                spots.reverse()
        end = at
        while text[end : end + 1] == "`":
            end += 1
        spots = self._fences.get(end - at, [])
        while spots and spots[-1] < end:
            spots.pop()
        if not spots:
            self._add(text[at:end], at, fixed=True)
            return end
        code = text[end : spots[-1]].replace("\n", " ")
        if len(code) > 2 and code[0] == code[-1] == " " and code.strip(" "):
            code = code[1:-1]
        self._add(code, end, code=True, fixed=True)
        return spots[-1] + end - at

    def _read_autolink(self, at: int) -> int:
        for pattern, prefix in ((AUTOLINK, ""), (MAIL, "mailto:")):
            found = re.compile(pattern).match(self._text, at)
            if found:
                self._add(found[1], at + 1, fixed=True).uri = prefix + found[1]
                return found.end()
        self._add("<", at)
        return at + 1

    def _read_bare(self, at: int, mark: str) -> int:
        """An address that stands in the text as it is; what ends the sentence does not belong to it."""
        www = mark == "www."
        found = re.compile(WWW if www else BARE).match(self._text, at)
        before = self._text[at - 1 : at] if at else ""
        if found is None or before.isalnum():
            self._add(self._text[at : at + 4], at)
            return at + 4
        end = address_stop(found[0])
        address = found[0][:end]
        token = self._add(address, at, fixed=True)
        if www and "." in address[len(mark) :]:
            token.uri = f"https://{address}"
        elif not www and (not address.endswith("/") or address.count("/") > 2):
            token.uri = address
        return at + end

    def _read_identifier(self, at: int, mark: str) -> int:
        """A DOI or an ORCID iD that stands in the text as it is."""
        number = re.search(r"10\.\d.*|\d{4}-.*", mark)
        assert number is not None  # noqa: S101  both patterns hold one
        end = address_stop(mark)
        bare = mark[:end][number.start() :]
        token = self._add(mark[:end], at, fixed=True)
        token.uri = f"https://doi.org/{bare}" if bare.startswith("10.") else f"https://orcid.org/{bare}"
        return at + end

    def _read_name(self, at: int) -> int:
        """A name that stands in the text as it is, if there is such a name; a dash at its end does not belong to it."""
        for names in (self._keys, self._names):
            cited, end = read_name(self._text, at, names, self._keys)
            if cited is not None:
                break
        else:
            self._add("@", at)
            return at + 1
        token = self._add(self._text[at:end], at)
        if cited.key in self._keys:
            token.cited = (cited,)
        else:
            token.reference = cited.key
        return end

    def _read_open(self, at: int) -> int:
        note = re.compile(_NOTE).match(self._text, at)
        if note:
            self._add(note[0], at, fixed=True).note = note[1].strip()
            return note.end()
        if "@" in self._text:
            reference = re.compile(_REFERENCE).match(self._text, at)
            if reference and reference[1] not in self._keys:
                self._add(reference[0], at).reference = reference[1]
                return reference.end()
            cited, end = read_bracket(self._text, at, prefixed=bool(self._keys))
            if cited:
                known = [longest(one.key, self._keys) or one.key for one in cited]
                self._add(self._text[at:end], at).cited = tuple(map(_with_key, cited, known))
                return end
        self._brackets.append((len(self._tokens), len(self._delimiters), at))
        self._add("[", at)
        return at + 1

    def _read_close(self, at: int) -> int:
        active = len(self._brackets) > self._inactive
        if self._brackets:
            first, below, opened = self._brackets.pop()
            self._inactive = min(self._inactive, len(self._brackets))
            address, end = destination(self._text, at + 1)
            if active and end:
                self._make_link(first, below, address, opened)
                return end
            language = re.compile(_LANGUAGE).match(self._text, at + 1)
            if language:
                self._make_phrase(first, language[1])
                return language.end()
        self._add("]", at)
        return at + 1

    def _make_link(self, first: int, below: int, address: str, opened: int) -> None:
        pair(self._delimiters, below, self._tokens)
        inside = self._tokens[first + 1 :]
        if not any(token.text.strip() for token in inside):
            inside = [self._add(address, opened, fixed=True)]  # a link without words reads as its address
        for token in inside:
            token.uri = address
            if token.text.startswith("@"):  # [@handle](https://…) is a handle
                token.reference = ""
                token.cited = ()
        self._tokens[first].text = ""
        self._inactive = len(self._brackets)

    def _make_phrase(self, first: int, language: str) -> None:
        """A phrase in another language: one within it has its own already."""
        for token in self._tokens[first + 1 :]:
            token.language = token.language or language
        self._tokens[first].text = ""

    def _read_delimiter(self, at: int, mark: str) -> int:
        end = at
        while self._text[end : end + 1] == mark:
            end += 1
        self._delimiters.append(delimiter_at(self._text, at, end, len(self._tokens)))
        self._add(self._text[at:end], at)
        return end

    def _dressed(self) -> list[Stretch]:
        italic = bold = 0
        found = []
        for token in self._tokens:
            italic += token.italic
            bold += token.bold
            if token.text:
                look = (italic > 0, bold > 0, token.code, token.fixed)
                more = (token.uri, token.note, token.language)
                found.append(Stretch(token.text, token.start, *look, *more, token.script, token.reference, token.cited))
        return found


def _with_key(cited: Cited, key: str) -> Cited:
    """What is cited by a key that ends sooner: what stood behind it is said after it."""
    if key == cited.key:
        return cited
    return msgspec.structs.replace(cited, key=key, suffix=cited.key[len(key) :] + cited.suffix)
