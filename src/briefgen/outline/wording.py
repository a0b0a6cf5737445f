"""What the YAML parser objects to, in the words of somebody who writes an outline.

Comes: what libyaml says. Goes: what the mistake may be, the likeliest first, with the place where it was made, which is
often not where the parser stopped, and with ways to mend it. Promise: the last of them always applies.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import NamedTuple

import yaml

from briefgen.outline import elsewhere, flow, indents, mends
from briefgen.outline.belonging import all_keys, holding, list_beside, short_beside
from briefgen.outline.failure import Failure, Mend
from briefgen.outline.invisible import blanks_to_blame

_BRACKETS = {"]": "[", "}": "{", '"': '"', "'": "'"}
_ALL_OF_IT = "put the whole text in quotes"
_LINES_MOST = 10  # in which a quote in brackets is looked for, the last before the error first
_OPEN_MOST = 5  # quotes that are tried, the last before the error first


class Words(NamedTuple):
    """What a mistake may be. `hint` is for when none of its `mends` is right; with `needs_mend` it then is not this one."""

    message: str
    hint: str
    mends: Iterable[Mend | None] = ()
    needs_mend: bool = False
    code: str = "outline/bad-yaml"
    line: int = -1  # from 0, as the column; -1: where the parser stopped
    column: int = -1
    weighed: bool = False  # of such, one after the other, that is taken whose mend leads furthest
    beyond: int = -1  # the line behind which the text fails when a mend is right, if that is not where the parser stopped


def words_for(failure: Failure) -> Iterator[Words]:
    """What may be wrong."""
    for find in _FINDERS:
        yield from find(failure)


def _blank(failure: Failure) -> Iterator[Words]:
    for found in blanks_to_blame(failure.lines, failure.line):
        said = f"the character {found.name} stands where a space has to stand"
        if found.hint == "delete it":
            said = f"the character {found.name}, which cannot be seen, stands between the signs of YAML"
        mend = (Mend({found.line: found.mended}, found.hint),)
        yield Words(said, found.hint, mend, True, "outline/bad-character", found.line, found.column)


def _requoted(failure: Failure) -> Iterator[Words]:
    """A text in brackets whose quotes are of two kinds, or hold an apostrophe."""
    if "flow" not in failure.context and failure.source[len(mends.lead_of(failure.source)) :][:1] not in {"[", "{"}:
        return
    first, last = failure.began_line, min(failure.line, len(failure.lines) - 1)
    for number in dict.fromkeys((*range(last, max(first, last - _LINES_MOST), -1), *range(first, min(last, first + 2) + 1))):
        for said, found in (
            ("the quote that begins this text does not end it", flow.requote(failure.lines, number)),
            ("this text, in brackets, has to stand in quotes", flow.quote_values(failure.lines, number, all_keys())),
        ):
            if found is not None:
                mend, column = found
                yield Words(said, mend.hint, (mend,), True, line=number, column=column)


def _unclosed(failure: Failure) -> Iterator[Words]:
    """A quote that is not closed in its line, and ends at the next quote, wherever that stands."""
    for line, column in _open_quotes(failure):
        mark = failure.lines[line][column : column + 1]
        if mark not in {'"', "'"}:
            continue
        said = f"a text in quotes begins here, with {mark}, and is not closed"
        found = mends.close_quote(failure.lines, line, column)
        # a quote that nothing closes swallows all that is wrong behind it
        beyond = line if "unexpected" in failure.problem and line == failure.began_line else -1
        yield Words(said, f"close it with {mark} at its end", found, True, line=line, column=column, beyond=beyond)


def _open_quotes(failure: Failure) -> list[tuple[int, int]]:
    """Where quoted texts begin that run over the end of their line, up to the error; the last first."""
    found = []
    parser = yaml.CSafeLoader("\n".join(failure.lines))
    with suppress(yaml.YAMLError):
        while parser.check_token():
            token = parser.get_token()
            if token is None or (token.start_mark.line, token.start_mark.column) >= (failure.line, failure.column):
                break
            is_quoted = isinstance(token, yaml.ScalarToken) and token.style in {'"', "'"}
            if is_quoted and token.start_mark.line < token.end_mark.line:
                found.append((token.start_mark.line, token.start_mark.column))
    found = found[-_OPEN_MOST:][::-1]
    if "quoted scalar" in failure.context and "unexpected" in failure.problem:
        found.insert(0, (failure.began_line, failure.began_column))
    return found


def _tab(failure: Failure) -> Iterator[Words]:
    source = failure.source
    indent = source[: len(source) - len(source.lstrip(" \t-"))]
    if "\t" not in indent or (failure.column > len(indent) and "tab" not in failure.problem):
        return
    found = indents.spaces_for_tabs(failure.lines, failure.line)
    said = "a tab stands where only spaces may stand"
    yield Words(said, "indent with spaces, and no tab at all", found, column=indent.index("\t"))


def _quoted(failure: Failure) -> Iterator[Words]:
    if "quoted scalar" not in failure.context:
        return
    if "unexpected" in failure.problem:
        hint = "close it with the same quote; inside '…' write '' for an apostrophe"
        said = "a text in quotes begins here and is not closed"
        yield Words(said, hint, line=failure.began_line, column=failure.began_column)
        return
    column = max(0, failure.source.rfind("\\", 0, failure.column + 1))
    hint = "write \\\\ for a backslash, or use single quotes"
    if "Unicode" in failure.problem:
        hint = "write the character itself"
    said = f"there is no escape `{failure.source[column : column + 2]}` like this"
    yield Words(said, hint, (mends.unescape(failure.lines, failure.line),), column=column)


def _sign(failure: Failure) -> Iterator[Words]:
    """A text that begins with a sign that YAML reads as its own."""
    lines, at = failure.lines, failure.began_line
    kinds = ("scanning an alias", "scanning an anchor", "scanning a block scalar", "scanning a tag", "scanning for the next")
    if any(kind in failure.context for kind in kinds) or "undefined tag" in failure.problem:
        sign = failure.began[:1]
        place = (at, failure.began_column)
        code = "outline/unknown-tag" if "tag" in failure.context + failure.problem else "outline/bad-yaml"
        for said, mend in elsewhere.typed(lines, at, all_keys()):
            yield Words(said, mend.hint, (mend,), True, code, *place)
        said = f"a text without quotes cannot begin with {sign}"
        yield Words(said, _ALL_OF_IT, (mends.quote_text(lines, *place),), False, code, *place)
    if "mapping keys are not allowed" in failure.problem:
        said = "a text without quotes cannot begin with a question mark and a space"
        yield Words(said, _ALL_OF_IT, (mends.quote_text(lines, failure.line),))
    if "node content" in failure.problem and failure.source[failure.column : failure.column + 1] in set(",]}"):
        sign = failure.source[failure.column]
        found = (mends.add_value(lines, failure.line, failure.column),)
        yield Words(
            f"there is a value missing before `{sign}`",
            f'write it, or "" for nothing; put a text with {sign} in quotes',
            found,
        )


def _colon(failure: Failure) -> Iterator[Words]:
    if "mapping values are not allowed" not in failure.problem:
        return
    lines, line = failure.lines, failure.line
    before = failure.source[: failure.column]
    second = re.search(r"\S  +([a-z_]{2,60})$", before)
    if second and second[1] in all_keys():
        hint = f"begin `{second[1]}:` in a line of its own, under the other key"
        yield Words("two keys stand in one line", hint, column=second.start(1))
    key = re.fullmatch(r"\s*((?:- +)?)([\w-]{1,60})", before)
    if key is None:
        whole = mends.quote_text(lines, line)
        yield Words("a colon followed by a space cannot stand in a text without quotes", _ALL_OF_IT, (whole,))
        return
    yield from _line_above(lines, line)
    said = f"the {'item' if key[1] else 'key'} `{key[2]}` stands where the text of the line above goes on"
    hint = "check its indentation, and in the line above a missing space after the colon, or quotes"
    moved = [
        mend._replace(hint=f"{mend.hint}; a text that holds a colon has to stand in quotes")
        for mend in indents.reindent(lines, line)
    ]
    yield Words(said, hint, moved, column=key.start(1) if key[1] else key.start(2), weighed=True)
    yield from _first_of_them(failure, line - 1)
    yield from _first_of_them(failure, indents.beginning(lines, line))
    yield from _without_dash(lines, line)


def _without_dash(lines: list[str], line: int) -> Iterator[Words]:
    """A key that has lost the dash before it, here or in the line above."""
    if not 0 < line < len(lines):
        return
    for number, mend in ((line - 1, indents.dash_over(lines, line, line - 1)), (line, indents.put_dash(lines, line))):
        if mend is not None:
            at = indents.indent_of(lines[number])
            said = "there is no dash before this item"
            yield Words(said, mend.hint, (mend,), True, line=number, column=at, weighed=True)


def _line_above(lines: list[str], line: int) -> Iterator[Words]:
    """What may be wrong in the line over a key that seems to go on with its text."""
    above = line - 1
    if above < 0:
        return
    column = len(lines[above]) - len(lines[above].lstrip(" -"))
    key = re.match(r"[ ]*([a-z_]{2,60}):", lines[line])
    short = short_beside(key[1]) if key and mends.part_key(lines, above, all_keys()) is None else ""
    named = mends.name_text(lines, above, short) if short else None
    if named is not None and indents.indent_of(lines[line]) == column:
        said = "the text of this item has no key, and below it stands another"
        yield Words(said, named.hint, (named,), True, line=above, column=column)
    yield from _text_over_keys(lines, line)
    for said, mend in (
        (f"there is no space after `{lines[above][column:].partition(':')[0]}:`", mends.space_out(lines, above)),
        ("a key and its value have a colon between them", mends.colon_for_sign(lines, above, all_keys())),
        ("there is no colon behind this key", mends.part_key(lines, above, all_keys())),
        ("there is no colon behind this word", mends.add_colon(lines, above)),
    ):
        if mend is not None:
            yield Words(said, mend.hint, (mend,), True, line=above, column=column, weighed=True)
    for number in (above, indents.beginning(lines, line)):
        mend = mends.space_dash(lines, number) if number >= 0 else None
        if mend is not None:
            at = indents.indent_of(lines[number])
            yield Words("there is no space after the dash", mend.hint, (mend,), True, line=number, column=at, weighed=True)


def _text_over_keys(lines: list[str], line: int) -> Iterator[Words]:
    """A text behind a key that has room for more, with keys below it; and a list below the text of a heading."""
    above, named = line - 1, re.match(r"([ ]*)([a-z_]{2,60}): +[^\s#|>&*!]", lines[line - 1])
    key = re.match(r"([ ]*)([a-z_]{2,60}):", lines[line])
    if named and key and len(key[1]) > len(named[1]):
        short, is_item = holding(named[2], key[2])
        mend = mends.key_text(lines, line, short, is_item=is_item) if short else None
        if mend is not None:
            said = f"the text of `{named[2]}:` has no key of its own, and below it stands `{key[2]}:`"
            yield Words(said, mend.hint, (mend,), True, line=above, column=len(named[1]))
    heading = indents.heading_above(lines, line)
    if heading >= 0:
        first = next(number for number in range(heading + 1, line + 1) if lines[number].strip())
        said = "a list stands here below `heading:`, and has no key of its own"
        hint = f"write `content:` in a line of its own above it, below the heading in line {heading + 1}"
        mend = indents.key_for_text(lines, heading, "content")
        yield Words(said, hint, (mend,), True, line=first, column=indents.indent_of(lines[first]))


def _key(failure: Failure) -> Iterator[Words]:
    """A line that would have to be a key and is none."""
    if "could not find expected ':'" not in failure.problem:
        return
    lines, line = failure.lines, failure.began_line
    at = (line, failure.began_column)
    word = re.match(r"[\w-]*", failure.began)
    for said, mend in (
        (f"there is no space after `{word[0] if word else ''}:`", mends.space_out(lines, line)),
        ("a key and its value have a colon between them", mends.colon_for_sign(lines, line, all_keys())),
        *elsewhere.typed(lines, line, all_keys()),
        ("there is no colon behind this word", mends.add_colon(lines, line)),
        ("there is no colon behind this key", mends.part_key(lines, line, all_keys())),
    ):
        if mend is not None:
            yield Words(said, mend.hint, (mend,), True, "outline/bad-yaml", *at)
    said, hint = "this line is neither a key nor part of a text", "indent it if it belongs to the text above"
    glued = re.match(r"([\w-]{1,60}):(?=\S)", failure.began)
    if glued:
        said, hint = f"there is no space after `{glued[1]}:`", f"write `{glued[1]}: …`"
    yield Words(said, hint, (mends.go_on(lines, line),), False, "outline/bad-yaml", *at)


def _goes_on(failure: Failure) -> Iterator[Words]:
    """Text behind a closed quote or bracket."""
    before = failure.source[: failure.column].rstrip()
    closed = before[-1:]
    if closed not in _BRACKETS or "did not find expected" not in failure.problem or "flow" in failure.context:
        return
    if closed in "\"'":
        other = "'…'" if closed == '"' else '"…"'
        found = (mends.requote(failure.lines, failure.line),)
        yield Words("the quote ends before this, and the text goes on", f"put the whole text in {other}", found)
        return
    for said, typed in elsewhere.typed(failure.lines, failure.line, all_keys()):
        yield Words(said, typed.hint, (typed,), True, column=indents.indent_of(failure.source))
    several = flow.wrap(failure.lines, failure.line)
    if several is not None:
        yield Words("several of them in a line have to stand in brackets of their own", several.hint, (several,), True)
    twice = mends.drop_bracket(failure.lines, failure.line)
    balanced = flow.mend_brackets(failure.lines, failure.line, all_keys())
    for mend in (twice, balanced):
        if mend is not None:
            yield Words("there is one bracket too many", mend.hint, (mend,), True)
    said = f"what begins with `{_BRACKETS[closed]}` ends before this, and the text goes on"
    found = (mends.quote_text(failure.lines, failure.line),)
    yield Words(said, f"put a text that begins with {_BRACKETS[closed]} in quotes", found)


def _bracket(failure: Failure) -> Iterator[Words]:
    if "flow" not in failure.context:
        return
    sign, line, column = failure.began[:1], failure.began_line, failure.began_column
    yield from _hash(failure)
    dashes = flow.drop_dashes(failure.lines, failure.line)
    if dashes is not None:
        yield Words("commas part the items in brackets, and dashes do not", dashes.hint, (dashes,), True)
    if sign not in {"[", "{"}:
        said = "a list or mapping in brackets above does not end well"
        yield Words(said, "close it with the bracket that it lacks, or separate its values by commas")
        return
    closed = flow.mend_brackets(failure.lines, line, all_keys())
    twice = mends.drop_bracket(failure.lines, line)
    if twice is not None and (closed is None or closed.hint.startswith("close it")):
        yield Words("there is one bracket too many", twice.hint, (twice,), True, line=line, column=column)
    said = f"a list or mapping begins here with `{sign}` and does not end well"
    hint = f"close it, separate its values by commas, or put a text that begins with {sign} in quotes"
    ends = failure.lines[line].rstrip().endswith(("]", "}"))
    yield Words(said, hint, (closed, None if ends else mends.quote_text(failure.lines, line)), line=line, column=column)


def _hash(failure: Failure) -> Iterator[Words]:
    """A value in brackets that begins with #."""
    mend = flow.quote_hash(failure.lines, failure.line)
    if mend is None:
        return
    (number,) = mend.lines
    at = next(at for at, pair in enumerate(zip(failure.lines[number], mend.lines[number], strict=False)) if len({*pair}) > 1)
    said = "a # makes a comment of the rest of its line, and so the bracket is not closed"
    yield Words(said, mend.hint, (mend,), True, line=number, column=at)


def _indent(failure: Failure) -> Iterator[Words]:
    lines, line = failure.lines, failure.line
    above = next((number for number in range(line - 1, -1, -1) if lines[number].strip()), line)
    expects_key, expects_dash = "expected key" in failure.problem, "'-' indicator" in failure.problem
    if expects_key and re.search(r"(?:^|\s)#", lines[above]) and ":" not in failure.source:
        hint = f"line {above + 1} has a comment, which ends the text; move it, or put the text in quotes"
        yield Words("this line belongs to no text", hint)
    elif expects_key or expects_dash:
        what = "keys above it" if expects_key else "list above it"
        begin = "the keys of this mapping begin" if expects_key else "the items of this list begin"
        hint = f"{begin} in column {failure.began_column + 1}, from line {failure.began_line + 1} on"
        bullet = mends.swap_bullet(lines, line)
        if bullet is not None:
            yield Words("this is a bullet of another program", bullet.hint, (bullet,), True)
        if expects_key and failure.source.lstrip().startswith("- ") and failure.column == failure.began_column:
            said, missing = (
                "a list stands here beside keys, and has none itself",
                list_beside(indents.keys_above(lines, line)),
            )
            hint = f"write its key, {f'`{missing}:`' if missing else 'such as `content:`'}, in a line above it"
            beside = indents.text_of_content(lines, line)
            if beside >= 0:
                hint = f"begin the text of `content:` in line {beside + 1} in a new line, with a dash, as one more item"
            yield Words(said, hint, (indents.leave_list(lines, line),))
        dashed = indents.add_dash(lines, line, above)
        if dashed is not None:
            at = (above, indents.indent_of(lines[above]))
            said = "this line has no dash, and those below it have"
            yield Words(said, dashed.hint, (dashed,), True, line=at[0], column=at[1], weighed=True)
        glued = mends.space_dash(lines, line) if line < len(lines) else None
        if glued is not None:
            yield Words("there is no space after the dash", glued.hint, (glued,), True, weighed=True)
        tried = indents.reindent(lines, line) if line < len(lines) else ()
        yield Words(f"this does not fit the {what}", hint, tried, weighed=True)
        yield from _first_of_them(failure, failure.began_line)
        yield from _first_of_them(failure, above)
        yield from _without_dash(lines, line)
    elif "sequence entries are not allowed" in failure.problem:
        behind = mends.requote(lines, line) if re.search(r"[\"'] +$", failure.source[: failure.column]) else None
        if behind is not None:
            yield Words("the quote ends before this, and the text goes on", behind.hint, (behind,), True)
        lowered = indents.lower_list(lines, line) if line < len(lines) else None
        if lowered is not None:
            yield Words("a list cannot begin in the line of its key", lowered.hint, (lowered,), True)
        hint = "begin it in a new line, under the key; a text that begins with a dash has to stand in quotes"
        whole = mends.quote_text(lines, line) if line < len(lines) else None
        yield Words("a list cannot begin here", hint, (whole._replace(hint="", exact=False),) if whole else ())


def _first_of_them(failure: Failure, first: int) -> Iterator[Words]:
    """The line that begins what the failing line does not fit: it may itself be the one that is wrong."""
    mend = indents.realign(failure.lines, failure.line, first)
    if mend is not None:
        said = "this line does not begin where the lines that belong to it do"
        column = indents.indent_of(failure.lines[first])
        yield Words(said, mend.hint, (mend,), True, line=first, column=column, weighed=True)


def _document(failure: Failure) -> Iterator[Words]:
    if "directive" in failure.problem + failure.context or "YAML document" in failure.problem:
        said, hint = "this is read as a YAML directive", "put a text that begins with % in quotes"
        yield Words(said, hint, line=failure.began_line, column=failure.began_column)
    elif "document start" in failure.problem and "..." not in (line.strip() for line in failure.lines[: failure.line]):
        yield Words("this line is indented less than the first key", "let all keys of the outline begin in one column")
    elif "document start" in failure.problem:
        yield Words("the outline ends before this", "remove the line of three dots, or what follows it")


def _other(failure: Failure) -> Iterator[Words]:
    yield Words(f"this is not YAML: {failure.problem}", "check the indentation and the quotes")


_FINDERS = (_blank, _requoted, _unclosed, _tab, _quoted, _sign, _colon, _key, _goes_on, _bracket, _indent, _document, _other)
