"""The answer of pandoc's citeproc: its tree into runs of text.

Comes in: the document that pandoc gives back, as JSON. Goes out: what stands for each cluster, and the list. The promise:
every word of the tree is in a run, or KeyError, TypeError or IndexError is raised for a tree of another form. Quotes that
the style sets come out straight, for the brief has its own.
"""

import re
from collections.abc import Iterable
from typing import Any

import msgspec

from briefgen.bibliography.records import Answer, Listed, Run, Set

LABEL = "csl-left-margin"
HTML = {"<i>": "italic", "<b>": "bold", "<sup>": "^", "<sub>": "~", "<em>": "italic", "<strong>": "bold"}
OPENING, CLOSING = '“‘„‚«‹»›”’"', '”’“‘»›«‹"'
DEEPEST = 60
# controls, line separators, surrogates and noncharacters, which no page shows
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


class Reading:
    """Reads a tree. `keys` are the sources by the numbers that they were given."""

    def __init__(self, keys: dict[str, str]) -> None:
        self._keys = keys
        self.missing: list[str] = []  # the keys of sources that pandoc did not find

    def read(self, tree: dict[str, Any]) -> Set:
        """The whole answer."""
        answers: list[Answer] = []
        entries: list[Listed] = []
        for block in tree["blocks"]:
            if block["t"] == "Div":
                entries += [self._entry(inner) for inner in block["c"][1]]
            else:
                answers += self._answers(block["c"], inside=False)
        return Set(tuple(answers), tuple(entries))

    def _answers(self, inlines: list[Any], *, inside: bool) -> Iterable[Answer]:
        for inline in inlines:
            if inline["t"] == "Note":  # one of the brief's own
                for block in inline["c"]:
                    yield from self._answers(block["c"], inside=True)
            elif inline["t"] == "Cite":
                yield self._answer(inline["c"][1], inside=inside)

    def _answer(self, inlines: list[Any], *, inside: bool) -> Answer:
        words: list[Any] = []
        note: list[Any] | None = None
        for inline in inlines:
            if inline["t"] == "Note" and not inside:
                note = [*(note or []), *(part for block in inline["c"] for part in block["c"])]
            else:
                words.append(inline)
        return Answer(self.runs(words), None if note is None else self.runs(note))

    def _entry(self, block: dict[str, Any]) -> Listed:
        (id, _, _), inner = block["c"]
        label: list[Any] = []
        rest: list[Any] = []
        for one in inner:
            for inline in one["c"]:
                is_label = inline["t"] == "Span" and LABEL in inline["c"][0][1]
                (label if is_label else rest).append(inline)
            rest.append({"t": "Space"})
        text = "".join(run.text for run in self.runs(label))
        return Listed(self._keys[id.removeprefix("ref-")], text.strip(), self.runs(rest))

    def runs(self, inlines: list[Any]) -> tuple[Run, ...]:
        """Inlines as runs, those in one dress joined, without white space at the ends."""
        found: list[Run] = []
        self._walk(inlines, Run(""), found, 0)
        joined: list[Run] = []
        for run in found:
            if joined and msgspec.structs.replace(joined[-1], text="") == msgspec.structs.replace(run, text=""):
                joined[-1] = msgspec.structs.replace(run, text=joined[-1].text + run.text)
            elif run.text:
                joined.append(run)
        for at, strip in ((0, str.lstrip), (-1, str.rstrip)):
            while joined and not joined[at].text.strip():
                joined.pop(at)
            if joined:
                joined[at] = msgspec.structs.replace(joined[at], text=strip(joined[at].text))
        return tuple(joined)

    def _walk(self, inlines: list[Any], dress: Run, found: list[Run], depth: int) -> None:
        if depth > DEEPEST:
            raise TypeError(depth)
        for inline in inlines:
            kind, content = inline["t"], inline.get("c")
            if kind in ("Str", "Space", "SoftBreak", "LineBreak"):
                found.append(msgspec.structs.replace(dress, text=_UNPRINTABLE.sub(" ", content) if kind == "Str" else " "))
            elif kind == "RawInline":
                dress = _raw(content[1], dress)
            elif kind in ("Code", "Math"):
                found.append(msgspec.structs.replace(dress, text=content[1]))
            elif kind == "Note":
                for block in content:
                    self._walk(block["c"], dress, found, depth + 1)
            else:
                self._dressed(kind, content, dress, found, depth)

    def _dressed(self, kind: str, content: Any, dress: Run, found: list[Run], depth: int) -> None:
        """What has inlines within it."""
        inner = (
            content
            if kind in ("Emph", "Strong", "Superscript", "Subscript", "SmallCaps", "Underline", "Strikeout")
            else content[1]
        )
        if kind == "Emph":  # within what is in italics, upright
            dress = msgspec.structs.replace(dress, italic=not dress.italic)
        elif kind == "Strong":
            dress = msgspec.structs.replace(dress, bold=not dress.bold)
            self._note_missing(inner)
        elif kind in ("Superscript", "Subscript"):
            dress = msgspec.structs.replace(dress, script="^" if kind == "Superscript" else "~")
        elif kind == "Link":
            aim = content[2][0]
            source = self._keys.get(aim.removeprefix("#ref-"), "") if aim.startswith("#ref-") else ""
            dress = msgspec.structs.replace(dress, source=source, uri="" if source or aim.startswith("#") else aim)
        start = len(found)
        self._walk(inner, dress, found, depth + 1)
        if kind == "Quoted" and found[start:]:
            found[start:] = [
                msgspec.structs.replace(dress, text='"'),
                *found[start:],
                msgspec.structs.replace(dress, text='"'),
            ]
        elif kind == "Span":
            _straighten(found, start)

    def _note_missing(self, inner: list[Any]) -> None:
        said = "".join(one.get("c", "") for one in inner if one["t"] == "Str")
        id = said[:1].lower() + said[1:-1]  # at the head of a note it has a capital
        if said[-1:] == "?" and id in self._keys:
            self.missing.append(self._keys[id])


def _raw(tag: str, dress: Run) -> Run:
    """The dress behind a tag of HTML, as sources of CSL-YAML may hold it."""
    what = HTML.get(tag.replace("/", ""), "")
    closes = tag.startswith("</")
    if what == "italic":
        return msgspec.structs.replace(dress, italic=not closes)
    if what == "bold":
        return msgspec.structs.replace(dress, bold=not closes)
    return msgspec.structs.replace(dress, script="" if closes else what) if what else dress


def _straighten(found: list[Run], start: int) -> None:
    """Make quotes round what was walked straight: `correct` gives them the brief's own form."""
    if len(found) <= start:
        return
    first, last = found[start].text, found[-1].text
    if first[:1] in OPENING and last[-1:] in CLOSING and (len(found) - start > 1 or len(first) > 1) and first and last:
        found[start] = msgspec.structs.replace(found[start], text='"' + first[1:])
        last = found[-1].text
        found[-1] = msgspec.structs.replace(found[-1], text=last[:-1] + '"')
