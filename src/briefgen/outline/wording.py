"""What the YAML parser objects to, in the words of somebody who writes an outline.

Comes: an error of libyaml. Goes: one problem, at the place where the mistake was made, which is often not where the parser
stopped. Promise: whatever libyaml says, there is a problem.
"""

import re
from contextlib import suppress
from typing import Any, NamedTuple

import yaml

from briefgen.outline.invisible import blank_to_blame
from briefgen.problem import Place, Problems

_BRACKETS = {"]": "[", "}": "{", '"': '"', "'": "'"}
_ALL_OF_IT = "put the whole text in quotes"


class _Report(NamedTuple):
    """What libyaml says: a problem at a mark, found while doing something (`context`) that began at another mark."""

    problem: str
    line: int  # from 0, as the column
    column: int
    context: str
    began_line: int
    began_column: int
    text: str
    lines: list[str]

    @property
    def source(self) -> str:
        """The line with the problem."""
        return self.lines[self.line] if self.line < len(self.lines) else ""

    @property
    def began(self) -> str:
        """The source from where the context began."""
        return self.lines[self.began_line][self.began_column :] if self.began_line < len(self.lines) else ""


class _Words(NamedTuple):
    message: str
    hint: str
    at_start: bool = False  # the place is where the context began
    code: str = "outline/bad-yaml"
    line: int = -1
    column: int = -1


def explain(error: yaml.YAMLError, text: str, file: str, problems: Problems) -> None:
    """Report a YAML error."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read")
    if mark is None:
        problems.add("outline/bad-yaml", Place(file, 1, 1), f"this is not YAML: {said}")
        return
    began = getattr(error, "context_mark", None) or mark
    context = str(getattr(error, "context", None) or "")
    report = _Report(said, mark.line, mark.column, context, began.line, began.column, text, text.split("\n"))
    words = next(filter(None, (find(report) for find in _FINDERS)))
    line, column = (report.began_line, report.began_column) if words.at_start else (report.line, report.column)
    line = words.line if words.line >= 0 else line
    column = words.column if words.column >= 0 else column
    problems.add(words.code, _place(file, line, column, report), words.message, words.hint)


def _place(file: str, line: int, column: int, report: _Report) -> Place:
    """The place; where that is behind the last line, the end of the text."""
    filled = len(report.lines) - 1
    while line > 0 and line >= filled and not (report.lines[line : line + 1] or [""])[0]:
        line -= 1
        column = len(report.lines[line])
    return Place(file, line + 1, column + 1)


def _tab(report: _Report) -> _Words | None:
    indent = report.source[: len(report.source) - len(report.source.lstrip(" \t-"))]
    if "\t" not in indent or (report.column > len(indent) and "tab" not in report.problem):
        return None
    return _Words("a tab stands where only spaces may stand", "indent with spaces", column=indent.index("\t"))


def _quoted(report: _Report) -> _Words | None:
    if "quoted scalar" not in report.context:
        return None
    if "unexpected" in report.problem:
        hint = "close it with the same quote; inside '…' write '' for an apostrophe"
        return _Words("a quoted text begins here and is not closed", hint, at_start=True)
    column = max(0, report.source.rfind("\\", 0, report.column + 1))
    hint = "write \\\\ for a backslash, or use single quotes"
    if "Unicode" in report.problem:
        hint = "write the character itself"
    return _Words(f"there is no escape `{report.source[column : column + 2]}` like this", hint, column=column)


def _sign(report: _Report) -> _Words | None:
    """A text that begins with a sign that YAML reads as its own."""
    sign = report.began[:1]
    kinds = ("scanning an alias", "scanning an anchor", "scanning a block scalar", "scanning a tag", "scanning for the next")
    if any(kind in report.context for kind in kinds) or "undefined tag" in report.problem:
        code = "outline/unknown-tag" if "tag" in report.context + report.problem else "outline/bad-yaml"
        return _Words(f"a text without quotes cannot begin with {sign}", _ALL_OF_IT, at_start=True, code=code)
    if "mapping keys are not allowed" in report.problem:
        return _Words("a text without quotes cannot begin with a question mark and a space", _ALL_OF_IT)
    if "node content" in report.problem and report.source[report.column : report.column + 1] in set(",]}"):
        sign = report.source[report.column]
        return _Words(f"there is a value missing before `{sign}`", f"write it, or put a text with {sign} in quotes")
    return None


def _colon(report: _Report) -> _Words | None:
    if "mapping values are not allowed" not in report.problem:
        return None
    before = report.source[: report.column]
    if re.fullmatch(r"\s*[\w-]{1,60}", before):
        column = len(before) - len(before.lstrip())
        hint = "check its indentation, and in the line above a missing space after the colon, or quotes"
        return _Words(f"the key `{before.strip()}` stands where the text of the line above goes on", hint, column=column)
    return _Words("a colon followed by a space cannot stand in a text without quotes", _ALL_OF_IT)


def _key(report: _Report) -> _Words | None:
    """A line that would have to be a key and is none."""
    if "could not find expected ':'" not in report.problem:
        return None
    glued = re.match(r"([\w-]{1,60}):(?=\S)", report.began)
    if glued:
        return _Words(f"there is no space after `{glued[1]}:`", f"write `{glued[1]}: …`", at_start=True)
    hint = "indent it if it belongs to the text above"
    return _Words("this line is neither a key nor part of a text", hint, at_start=True)


def _goes_on(report: _Report) -> _Words | None:
    """Text behind a closed quote or bracket."""
    before = report.source[: report.column].rstrip()
    closed = before[-1:]
    if closed not in _BRACKETS or "did not find expected" not in report.problem or "flow" in report.context:
        return None
    if closed in "\"'":
        opened = _opened(report)
        if opened is not None:
            said = f"a quoted text begins here and ends only in line {report.line + 1}, where text goes on"
            return _Words(said, "close the quote in its own line", line=opened.line, column=opened.column)
        other = "'…'" if closed == '"' else '"…"'
        return _Words("the quote ends before this, and the text goes on", f"put the whole text in {other}")
    said = f"what begins with `{_BRACKETS[closed]}` ends before this, and the text goes on"
    return _Words(said, f"put a text that begins with {_BRACKETS[closed]} in quotes")


def _opened(report: _Report) -> Any:
    """The mark where the quoted text begins that ends before the problem, when that is in an earlier line."""
    found = None
    parser = yaml.CSafeLoader(report.text)
    with suppress(yaml.YAMLError):
        while parser.check_token():
            token = parser.get_token()
            if token is None or (token.start_mark.line, token.start_mark.column) >= (report.line, report.column):
                break
            found = token
    if isinstance(found, yaml.ScalarToken) and not found.plain and found.start_mark.line < report.line:
        return found.start_mark
    return None


def _bracket(report: _Report) -> _Words | None:
    if "flow" not in report.context:
        return None
    hint = f"close it, separate its values by commas, or put a text that begins with {report.began[:1]} in quotes"
    return _Words(f"a list or mapping begins here with `{report.began[:1]}` and does not end well", hint, at_start=True)


def _indent(report: _Report) -> _Words | None:
    above = next((number for number in range(report.line - 1, -1, -1) if report.lines[number].strip()), report.line)
    if "expected key" in report.problem and re.search(r"(?:^|\s)#", report.lines[above]) and ":" not in report.source:
        hint = f"line {above + 1} has a comment, which ends the text; move it, or put the text in quotes"
        return _Words("this line belongs to no text", hint)
    if "expected key" in report.problem:
        hint = f"the keys of this mapping begin in column {report.began_column + 1}, from line {report.began_line + 1} on"
        return _Words("this does not fit the keys above it", hint)
    if "'-' indicator" in report.problem:
        hint = f"the items of this list begin in column {report.began_column + 1}, from line {report.began_line + 1} on"
        return _Words("this does not fit the list above it", hint)
    if "sequence entries are not allowed" in report.problem:
        return _Words("a list cannot begin here", "begin it in a new line, or put the text in quotes")
    return None


def _document(report: _Report) -> _Words | None:
    if "directive" in report.problem + report.context or "YAML document" in report.problem:
        return _Words("this is read as a YAML directive", "put a text that begins with % in quotes", at_start=True)
    if "document start" in report.problem and "..." not in (line.strip() for line in report.lines[: report.line]):
        return _Words("this line is indented less than the first key", "let all keys of the outline begin in one column")
    if "document start" in report.problem:
        return _Words("the outline ends before this", "remove the line of three dots, or what follows it")
    return None


def _other(report: _Report) -> _Words:
    return _Words(f"this is not YAML: {report.problem}", "check the indentation and the quotes")


def _blank(report: _Report) -> _Words | None:
    found = blank_to_blame(report.lines, report.line)
    if found is None:
        return None
    said = f"the character {found.name} stands where a space has to stand"
    return _Words(said, "delete it and type a space", code="outline/bad-character", line=found.line, column=found.column)


_FINDERS = (_blank, _tab, _quoted, _sign, _colon, _key, _goes_on, _bracket, _indent, _document, _other)
