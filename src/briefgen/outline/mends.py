"""Ways to mend a line that YAML cannot read, each as a person would do it in an editor.

Comes in: the lines of an outline and the number of one, from 0. Goes out: the lines as they would be, with the hint that
says so. Promise: no word of the text is lost, and no line is added or removed. Refuses to judge which of them is right:
`recover` parses each.
"""

import re
from collections.abc import Collection, Iterator

from briefgen.outline.failure import Mend
from briefgen.outline.hints import quoted
from briefgen.outline.indents import indent_of, is_structure

_BULLET = re.compile(r"[ ]*([•‣◦▪●·∙–—■□▶►→⇒➔➢➤❖✓✔☐☑※»]|o(?=\t)|[0-9]{1,2}[.)])[ \t\u00a0]*(?=\S)")
SHOWN = 60  # characters of a text in a hint
_LEAD = re.compile(r"[ ]*(?:- +)*(?:[\w-]{1,60}: +)?")
_CURLY = {"“": "”“", "„": "“”", "”": "”", "‘": "’‘", "‚": "‘’", "’": "’", "«": "»", "»": "«", "‹": "›", "›": "‹"}


def lead_of(line: str) -> str:
    """What stands before the text of a line: indentation, dashes, a key."""
    found = _LEAD.match(line)
    return found[0] if found else ""


def shown(text: str) -> str:
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def quote_text(lines: list[str], line: int, column: int = -1) -> Mend | None:
    """The whole text that runs through a line, put in quotes; of a list or mapping in brackets, the value at the column."""
    lead = lead_of(lines[line])
    placed = lines[line].startswith("{{", len(lead))  # a text that begins with a placeholder
    if column > len(lead) and not placed and lines[line][len(lead) : len(lead) + 1] in {"[", "{"}:
        text = re.split(r" *[,\]}]| #", lines[line][column:], maxsplit=1)[0].rstrip()
        value = lines[line][:column] + quoted(text) + lines[line][column + len(text) :]
        return Mend({line: value}, f"put the whole text in quotes: {shown(quoted(text))}") if text else None
    first = line
    while first > 0 and not is_structure(lines[first]):
        first -= 1
    lead = lead_of(lines[first])
    last = _last_of_text(lines, first)
    text = "\n".join([lines[first][len(lead) :], *lines[first + 1 : last + 1]]).rstrip()
    if not text.strip() or last < line:
        return None
    new = dict(enumerate((lead + quoted(text)).split("\n"), first))
    if last > first:
        return Mend(new, f"put the whole text in quotes, from line {first + 1} to the end of line {last + 1}")
    curly = _CURLY.get(text[0], "")
    if len(text) > 2 and text[-1] in curly and not set(text[1:-1]) & set(curly):
        bare = quoted(text[1:-1])
        said = f"{text[0]} is no quote to YAML, only a straight one is: {shown(bare)}"
        return Mend({first: lead + bare}, said)
    return Mend(new, f"put the whole text in quotes: {shown(quoted(text))}")


def _last_of_text(lines: list[str], first: int) -> int:
    """The last line of the text that begins in a line: those that are indented deeper and begin nothing."""
    last, here = first, indent_of(lines[first])
    for number in range(first + 1, len(lines)):
        if lines[number].strip() and (indent_of(lines[number]) <= here or is_structure(lines[number])):
            break
        last = number if lines[number].strip() else last
    return last


def requote(lines: list[str], line: int) -> Mend | None:
    """A text that holds the quotes that it stands in: with the other ones round it."""
    lead = lead_of(lines[line])
    text = lines[line][len(lead) :].rstrip()
    mark = text[:1]
    if mark not in "\"'" or len(text) < 2:
        return None
    inner = text[1:-1] if text[-1] == mark and text[1] != mark else text
    if "\\" in text:
        return None
    written = quoted(inner)
    return Mend({line: lead + written}, f"write {shown(written)}")


def unescape(lines: list[str], line: int) -> Mend | None:
    """A text with backslashes, in single quotes."""
    text = lines[line]
    found = re.search(r'"([^"\']*\\[^"\']*)"', text)
    if found is None:
        return None
    new = f"{text[: found.start()]}'{found[1]}'{text[found.end() :]}"
    return Mend({line: new}, f"use single quotes: {shown(chr(39) + found[1] + chr(39))}")


def space_out(lines: list[str], line: int) -> Mend | None:
    """A key with a space behind its colon."""
    found = re.match(r"[ ]*(?:- +)*([\w-]{1,60}):(?=[^\s:/])", lines[line])
    if found is None:
        return None
    return Mend({line: f"{found[0]} {lines[line][found.end() :]}"}, f"write `{found[1]}: …`")


def colon_for_sign(lines: list[str], line: int, keys: Collection[str]) -> Mend | None:
    """`key = value`, with a colon; with other signs only behind what is a key."""
    found = re.match(r"([ ]*(?:- +)*([\w-]{1,60})) *([-=]>|[=：;–—]|-(?= ))[ \u3000]*(?=\S)", lines[line])
    if found is None or (found[3] != "=" and found[2] not in keys):
        return None
    return Mend({line: f"{found[1]}: {lines[line][found.end() :]}"}, f"write `{found[2]}: …`")


def key_text(lines: list[str], line: int, short: str, *, is_item: bool) -> Mend | None:
    """A text behind a key, with keys below it from a line on: a person is told to begin a line with its own key.

    What is tried is the same in brackets, which keep the number of lines.
    """
    lead = lead_of(lines[line - 1])
    text, depth = lines[line - 1][len(lead) :].rstrip(), indent_of(lines[line])
    values = {}
    for number in range(line, len(lines)):
        if lines[number].strip() and indent_of(lines[number]) < depth:
            break
        found = re.fullmatch(r"([ ]*[a-z_]{2,60}: +)([^\s\"'\[{#&*!|>%@`].*)", lines[number].rstrip())
        if lines[number].strip() and (found is None or len(found[1]) - len(found[1].lstrip()) != depth or " #" in found[2]):
            return None
        if found is not None:
            values[number] = f"{found[1]}{quoted(found[2])},"
    name, (first, *_) = lead.split(":")[0].strip(), (value.split(":")[0].strip() for value in values.values())
    opening, closing, dash = ("[{", "}]", "- ") if is_item else ("{", "}", "")
    values[max(values)] = values[max(values)].removesuffix(",") + closing
    place = f"and `{first}:` below `{short}:`" if is_item else f"over `{first}:`"
    hint = f"write `{dash}{short}: {shown(text)}` in a line of its own below `{name}:`, {place}"
    written = text if text[0] in "\"'" else quoted(text)
    return Mend(values | {line - 1: f"{lead}{opening}{short}: {written},"}, hint)


def add_colon(lines: list[str], line: int) -> Mend | None:
    """A word alone in its line, with a colon behind it; what is indented below it is its value."""
    found = re.fullmatch(r"([ ]*(?:- +)*)([A-Za-z_]{2,60}) *", lines[line])
    return None if found is None else Mend({line: f"{found[1]}{found[2]}:"}, f"write a colon behind it: `{found[2]}:`")


def name_text(lines: list[str], line: int, key: str) -> Mend | None:
    """An item that is a text and goes on with a key, with the key of that text before it."""
    found = re.fullmatch(r"([ ]*- +)(?![\w-]+:)([^\s\"'\[{#&*!|>%@`].*)", lines[line])
    if found is None:
        return None
    return Mend({line: f"{found[1]}{key}: {found[2]}"}, f"write `{key}:` before the text: `- {key}: {shown(found[2])}`")


def part_key(lines: list[str], line: int, keys: Collection[str]) -> Mend | None:
    """A line that begins with a key and has no colon behind it."""
    found = re.match(r"([ ]*(?:- +)*([a-z_]{2,60})) +(?=\S)", lines[line])
    if found is None or found[2] not in keys:
        return None
    return Mend({line: f"{found[1]}: {lines[line][found.end() :]}"}, f"write a colon behind the key: `{found[2]}: …`")


def go_on(lines: list[str], line: int) -> Mend | None:
    """Lines that belong to the text above, indented below it."""
    above = line - 1
    while above >= 0 and not lines[above].strip():
        above -= 1
    while above > 0 and not is_structure(lines[above]):
        above -= 1
    if above < 0:
        return None
    width = indent_of(lines[above]) + 2
    here, new = indent_of(lines[line]), {}
    for number in range(line, len(lines)):
        if not lines[number].strip() or indent_of(lines[number]) != here or is_structure(lines[number]):
            break
        new[number] = " " * width + lines[number].strip()
    until = f", and the lines up to {max(new) + 1}" if len(new) > 1 else ""
    return Mend(new, f"if it belongs to the text above, indent it{until}, by {width} spaces") if new else None


def swap_bullet(lines: list[str], line: int) -> Mend | None:
    """`* item`, with a dash."""
    found = re.match(r"([ ]*(?:- )?)\*[ \t]+(?=\S)", lines[line])
    if found is None:
        return None
    lead = found[1] if found[1].endswith("- ") else f"{found[1]}- "
    return Mend({line: lead + lines[line][found.end() :]}, "an item of a list begins with a dash and a space, `- `")


def swap_bullets(lines: list[str], line: int) -> Mend | None:
    """Lines that begin with bullets of another program, or with numbers, each with a dash in the place of that."""
    indent, new, sign = indent_of(lines[line]), {}, ""
    for number in range(line, len(lines)):
        found = _BULLET.match(lines[number])
        if found is None or indent_of(lines[number]) != indent:
            break
        sign = sign or found[1]
        new[number] = f"{' ' * indent}- {lines[number][found.end() :]}"
    said = f"begin each item with a dash and a space, `- `, in the place of `{sign}`"
    return Mend(new, said) if new else None


def picture_block(lines: list[str], line: int) -> Mend | None:
    """A picture of Markdown, as a block."""
    found = re.fullmatch(r"([ ]*- +)!\[([^\]\n]*)\]\(([^)\s]+)\) *", lines[line])
    if found is None:
        return None
    block = f"figure: {{image: {quoted(found[3])}, alt: {quoted(found[2])}}}"
    return Mend({line: found[1] + block}, f"a picture is a block: `- {block}`")


def table_block(lines: list[str], line: int) -> Mend | None:
    """A table of Markdown: below the keys of a table as two more of them, and as an item of content as a block."""
    found = re.match(r"([ ]*)(- +)?\|", lines[line])
    if found is None:
        return None
    last = line
    while last + 1 < len(lines) and lines[last + 1].lstrip().startswith("|"):
        last += 1
    rows = [_cells(each[found.end() - 1 if number == 0 else 0 :]) for number, each in enumerate(lines[line : last + 1])]
    if len(rows) < 3 or not all(re.fullmatch(":?-+:?", cell) for cell in rows[1]):
        return None
    head, *body = (f"[{', '.join(map(quoted, row))}]" for row in (rows[0], *rows[2:]))
    if found[2]:
        block = f"table: {{head: {head}, rows: [{', '.join(body)}]}}"
        new = {line: f"{found[1]}{found[2]}{block}"} | dict.fromkeys(range(line + 1, last + 1), "")
        return Mend(new, f"a table is a block: `- {shown(block)}`")
    new = dict(enumerate((f"{found[1]}head: {head}", f"{found[1]}rows:", *(f"{found[1]}  - {row}" for row in body)), line))
    return Mend(new, f"give its heads and rows as lists: `head: {shown(head)}` and `rows: [{shown(body[0])}, …]`")


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip().strip("|").split("|")]


def close_quote(lines: list[str], line: int, column: int) -> Iterator[Mend]:
    """A quote that is opened in a line and not closed in it: closed at the end of it, or of the lines that go on."""
    mark = lines[line][column]
    text = lines[line][column + 1 :].rstrip()
    if mark == "'" and re.match(r"(?:[Tt](?:is|was)|[0-9]{2}s?|[snt]|em)\b", text):
        lead = len(lead_of(lines[line]))
        behind = re.search(r"\s*[,\]}]", text) if lines[line][lead] in "[{" and column > lead else None
        end = behind.start() if behind else len(text)
        written = f'"{mark}{text[:end]}"'
        new = lines[line][:column] + written + text[end:]
        yield Mend({line: new}, f"put the whole text in double quotes: {shown(written)}")
    if text and text[-1] in ("”“„" if mark == '"' else "’‘‚"):
        yield Mend({line: lines[line].rstrip()[:-1] + mark}, f"write {mark} in the place of {text[-1]}")
    yield Mend({line: lines[line].rstrip() + mark}, f"close it with {mark} at the end of the line")
    last = _last_of_text(lines, line)
    if last > line:
        yield Mend({last: lines[last].rstrip() + mark}, f"close it with {mark} at the end of line {last + 1}")


def add_value(lines: list[str], line: int, column: int) -> Mend:
    """An empty value where one is missing."""
    return Mend({line: f'{lines[line][:column]}""{lines[line][column:]}'}, exact=False)


def space_dash(lines: list[str], line: int) -> Mend | None:
    """An item with a space behind its dash."""
    found = re.match(r"([ ]*)-(-*)(?:(?=[^\s-])|(?<=--)[ ]+(?=\S))", lines[line])
    if found is None:
        return None
    hint = "write one dash, and a space after it" if found[2] else "write a space after the dash"
    return Mend({line: f"{found[1]}- {lines[line][found.end() :]}"}, hint)


def drop_bracket(lines: list[str], line: int) -> Mend | None:
    """A bracket that stands twice and is meant once."""
    for twice, sign in (("[[", "["), ("]]", "]"), ("{{", "{"), ("}}", "}")):
        if lines[line].count(twice) == 1:
            return Mend({line: lines[line].replace(twice, sign)}, f"write one {sign}, not two")
    return None
