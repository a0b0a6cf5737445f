"""Ways to mend lines that begin in the wrong column, or without their dash.

Comes in: the lines of an outline and the number of one, from 0. Goes out: the lines as they would be, with the hint that
says so. Promise and refusal are those of `mends`.
"""

import re
from collections.abc import Iterator

from briefgen.outline.failure import Mend

_STRUCTURE = re.compile(r"[ ]*(?:- |-$|[\w-]{1,60}:(?: |$))")
_COLUMNS_MOST = 6  # indentations that are tried


def indent_of(line: str) -> int:
    """How many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def is_structure(line: str) -> bool:
    """Whether a line begins an item or a key."""
    return bool(_STRUCTURE.match(line))


def spaces_for_tabs(lines: list[str], line: int) -> Iterator[Mend]:
    """Tabs before a text: as many spaces as fit."""
    text = lines[line].lstrip(" \t-")
    lead = lines[line][: len(lines[line]) - len(text)]
    if "-" in lead and "\t" not in lead.partition("-")[0]:
        yield Mend({line: re.sub(r"(?<=-)[ \t]+", " ", lead) + text}, "put a space in its place")
    widths = [4, 2, 8, *(column for column, _ in _columns(lines, line, is_item="-" in lead))]
    for width in dict.fromkeys(widths):
        new = lead.replace("\t", " " * width)
        yield Mend({line: re.sub("- +", "- ", new) + text}, "indent with spaces, and no tab at all", exact=False)


_FIRST = re.compile(r"([ ]*(?:- +)*)[\w-]{1,60}: +(?=- +\S)")
_PLAIN = re.compile(r"- +([\w(“„«‘][^\"\\#\[\]{}]*)")  # an item that is a text, and needs no quotes
_IN_TEXT = re.compile(r": |:$| #")


def lower_list(lines: list[str], line: int) -> Mend | None:
    """A list that begins in the line of its key, `summary: - one`: a person is told to begin a new one.

    What is tried is the same in brackets, which keep the number of lines; of items that are more than a text, an empty one.
    """
    found = _FIRST.match(lines[line])
    if found is None:
        return None
    key = len(found[1])
    items = {line: lines[line][found.end() :].rstrip()}
    for number in range(line + 1, len(lines)):
        begins, text = indent_of(lines[number]), lines[number].strip()
        if text and begins <= key and not (begins == key and text.startswith("- ")):
            break
        items[number] = text
    below = [(indent_of(lines[number]), text) for number, text in items.items() if text and number > line]
    width = next((begins for begins, text in below if text.startswith("- ")), below[0][0] - 2 if below else key + 2)
    indent = max(key, width)
    hint = f"begin a new line before the dash, {f'and indent it by {indent} spaces' if indent else 'at its very beginning'}"
    hint += "" if below else "; a text that begins with a dash has to stand in quotes"
    texts = {number: _PLAIN.fullmatch(text) for number, text in items.items() if text}
    if not all(text and not _IN_TEXT.search(text[1]) for text in texts.values()):
        return Mend(dict.fromkeys(items, "") | {line: f"{lines[line][: found.end()]}[]"}, hint, exact=False)
    new = {number: f'{" " * (key + 2)}"{text[1]}",' for number, text in texts.items() if text}
    last = max(new)
    new[line] = f"{lines[line][: found.end()]}[{new[line].strip()}"
    return Mend(new | {last: f"{new[last][:-1]}]"}, hint)


def text_of_content(lines: list[str], line: int) -> int:
    """The line above in which `content:` of the same mapping has a text, beside which an item stands; -1: none has."""
    column = indent_of(lines[line])
    for number in range(line - 1, -1, -1):
        if lines[number].strip() and indent_of(lines[number]) < column:
            break
        if re.match(rf"[ ]{{{column}}}content: *[^\s#]", lines[number]):
            return number
    return -1


def keys_above(lines: list[str], line: int) -> Iterator[str]:
    """The keys above a line that begin where it does."""
    column = indent_of(lines[line])
    for number in range(line - 1, -1, -1):
        begins = _column_of(lines[number], is_item=False)
        key = re.match(r"[ ]*(?:- +)*([\w-]{1,60}):(?: |$)", lines[number])
        if key and begins == column:
            yield key[1]
        if lines[number].strip() and indent_of(lines[number]) < column:
            break


def heading_above(lines: list[str], line: int) -> int:
    """The line with a `heading:` and its text below which a list begins, up to an item in `line`; -1 where none does."""
    depth = indent_of(lines[line])
    if not lines[line].startswith("- ", depth):
        return -1
    number = line - 1
    while number >= 0 and (not lines[number].strip() or indent_of(lines[number]) >= depth):
        number -= 1
    found = re.match(r"([ ]*(?:- +)?)heading: +[^\s#]", lines[number]) if number >= 0 else None
    return number if found and depth >= len(found[1]) else -1


def key_for_text(lines: list[str], line: int, key: str) -> Mend | None:
    """A key in the place of another and its text: only to see what is wrong behind it."""
    found = re.match(r"[ ]*(?:- +)?", lines[line])
    return Mend({line: f"{found[0]}{key}:"}, exact=False) if found else None


def leave_list(lines: list[str], line: int) -> Mend:
    """A list left out, to see what is wrong behind it."""
    here, new = indent_of(lines[line]), {line: ""}
    for number in range(line + 1, len(lines)):
        if lines[number].strip() and indent_of(lines[number]) <= here and not lines[number][here:].startswith("- "):
            break
        new[number] = ""
    return Mend(new, exact=False)


def reindent(lines: list[str], line: int) -> Iterator[Mend]:
    """A line with all that is indented deeper, begun in the column of something above it."""
    here = indent_of(lines[line])
    end = line + 1
    while end < len(lines) and (not lines[end].strip() or indent_of(lines[end]) > here):
        end += 1
    is_item = lines[line].lstrip().startswith("-")
    for column, like in _columns(lines, line, is_item=is_item):
        if column == here:
            continue
        moved = {
            number: " " * max(0, indent_of(lines[number]) + column - here) + lines[number].lstrip(" ")
            for number in range(line, end)
            if lines[number].strip()
        }
        what = "the dash" if is_item else "the key"
        # one space too many or too few leaves no doubt of what was meant
        exact = abs(column - here) == 1
        yield Mend(moved, f"begin it in column {column + 1}, as {what} in line {like + 1}", exact)


def realign(lines: list[str], line: int, first: int) -> Mend | None:
    """The line that begins a list or keys, alone, moved to where a later one of them, in `line`, begins."""
    if not 0 <= first < line < len(lines) or not is_structure(lines[first]):
        return None
    is_item = lines[line].lstrip().startswith("-")
    shift = indent_of(lines[line]) - _column_of(lines[first], is_item=is_item)
    if not shift or indent_of(lines[first]) + shift < 0:
        return None
    moved = " " * (indent_of(lines[first]) + shift) + lines[first].lstrip(" ")
    what = "the dash" if is_item else "the key"
    column = indent_of(moved) + 1
    hint = f"begin it in column {column}, to stand over {what} in line {line + 1}"
    return Mend({first: moved}, hint, exact=abs(shift) == 1)


def add_dash(lines: list[str], line: int, first: int) -> Mend | None:
    """A line without a dash over one that has it."""
    if not 0 <= first < line < len(lines) or not lines[line].lstrip().startswith("- "):
        return None
    here = indent_of(lines[line])
    if lines[first].lstrip().startswith("-") or indent_of(lines[first]) <= here:
        return None
    return Mend({first: f"{' ' * here}- {lines[first].lstrip(' ')}"}, f"begin it with a dash in column {here + 1}")


def put_dash(lines: list[str], line: int) -> Mend | None:
    """A key that is an item of the list above it, whose dash is missing."""
    if not re.match(r"[ ]*[\w-]{1,60}:(?: |$)", lines[line]):
        return None
    columns = [column for column, _ in _columns(lines, line, is_item=True) if column < indent_of(lines[line])]
    if not columns:
        return None
    new = f"{' ' * columns[0]}- {lines[line].lstrip(' ')}"
    return Mend({line: new}, f"begin it with a dash, in column {columns[0] + 1}", exact=False)


def dash_over(lines: list[str], line: int, above: int) -> Mend | None:
    """The first key of an item, over its second one, with the dash that it lacks."""
    here = indent_of(lines[line])
    if here < 2 or lines[above].lstrip().startswith("-") or not 0 < here - indent_of(lines[above]) < 3:
        return None
    hint = f"begin it with a dash, in column {here - 1}"
    return Mend({above: f"{' ' * (here - 2)}- {lines[above].lstrip(' ')}"}, hint, exact=False)


def beginning(lines: list[str], line: int) -> int:
    """The line above with which those begin that are indented as this one: itself indented otherwise; -1 without one."""
    number, here = line - 1, indent_of(lines[line])
    while number >= 0 and (not lines[number].strip() or not is_structure(lines[number]) or indent_of(lines[number]) == here):
        number -= 1
    return number


def _column_of(line: str, *, is_item: bool) -> int:
    """Where a line's dash begins, or its key."""
    dashed = line.lstrip().startswith("-")
    return indent_of(line) + (len(line.lstrip(" ")) - len(line.lstrip(" -")) if dashed and not is_item else 0)


def _columns(lines: list[str], line: int, *, is_item: bool) -> list[tuple[int, int]]:
    """The columns in which items or keys above a line begin, each with a line that does; the nearest to it first."""
    found: dict[int, int] = {}
    here = indent_of(lines[line])
    for number in range(line - 1, max(-1, line - 200), -1):
        if not lines[number].strip() or not is_structure(lines[number]):
            continue
        column = _column_of(lines[number], is_item=is_item)
        dashed = lines[number].lstrip().startswith("-")
        if dashed or not is_item:
            found.setdefault(column, number)
        if not column:
            break
    return sorted(found.items(), key=lambda each: (abs(each[0] - here), -each[1]))[:_COLUMNS_MOST]


def leave_out(lines: list[str], line: int) -> Mend:
    """A line left out with all that is indented deeper: only to see what is wrong behind it."""
    here, new = indent_of(lines[line]), {line: ""}
    for number in range(line + 1, len(lines)):
        if lines[number].strip() and indent_of(lines[number]) <= here:
            break
        new[number] = ""
    return Mend(new, exact=False)
