"""Texts as YAML writes them, so that people like to read them: plain, in quotes, or folded over lines.

Comes in: a text and where it stands. Goes out: lines. The promise: YAML reads the same text back, but for where its lines
end. Refuses to know keys.
"""

import re
from collections.abc import Iterable

WIDTH = 100  # of lines
FOLD = 76  # characters; a longer text is folded
_PLAIN = re.compile(r"[^\W_](?:[^\n:#]|:(?=[^\s:])|(?<=[^\s])#)*")
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_PLACES = frozenset({"findings", "recommendations"})  # bare words that place those
# a line that begins so looks like an item, a heading or a comment to people, and the first to the checker too
_AWKWARD = re.compile(r"[-#>|+*&!%@?]|[0-9]+[.)]$")


def inline(text: str, *, flow: bool = False) -> str:
    """A text on one line: plain where YAML takes it so, else in the quotes that need the fewest escapes."""
    if is_plain(text) and not (flow and re.search(r"[,\[\]{}]", text)):
        return text
    if "\n" in text or not text.isprintable():
        return _double(text)
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def is_plain(text: str) -> bool:
    """Whether YAML reads the text as it stands."""
    return (
        bool(_PLAIN.fullmatch(text)) and text not in _NULLS | _PLACES and text == text.strip() and not text.endswith(":")
        and text.isprintable() and not re.match(r"[\w-]+:", text)
    )  # fmt: skip


def lines_of(lead: str, text: str, indent: int) -> list[str]:
    """A text behind `lead`, such as `- ` or `title: `; a long one is folded below it, `indent` blanks deep."""
    if "\n" not in text and len(lead) + len(text) <= WIDTH and (len(text) <= FOLD or is_plain(text)):
        return [lead + inline(text)]
    if not _is_block(text):
        return [lead + _double(text)]
    style = "|-" if "\n" in text else ">-"
    pad = " " * indent
    return [f"{lead}{style}", *(pad + line for part in text.split("\n") for line in _wrapped(part, WIDTH - indent))]


def _is_block(text: str) -> bool:
    """Whether a block scalar can hold the text: it shows no escapes, and its first line tells the indentation."""
    shown = text.replace("\n", "").replace("\u00ad", "").replace("\u200b", "")
    return not text.startswith((" ", "\t")) and "  " not in text and " \n" not in text and "\n " not in text and bool(shown)


def _wrapped(text: str, width: int) -> list[str]:
    """The text in lines, broken at single spaces."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and (len(lines[-1]) + 1 + len(word) <= width or _AWKWARD.match(word) or not word):
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _double(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def comment(text: str, indent: int) -> list[str]:
    """A remark on lines of its own."""
    pad = f"{' ' * indent}# "
    words = " ".join(char if char.isprintable() else " " for char in text) if not text.isprintable() else text
    return [pad + line for line in _wrapped(words, WIDTH - len(pad))]


def row_lines(lead: str, cells: Iterable[str], indent: int) -> list[str]:
    """The cells of a row behind `lead`: in one line, or below it where one is long, `indent` blanks deep."""
    every = list(cells)
    line = f"{lead}[{', '.join(inline(cell, flow=True) for cell in every)}]"
    if len(line) <= WIDTH and not any("\n" in cell for cell in every):
        return [line]
    pad = " " * indent
    return [lead.rstrip(), *(row for cell in every for row in lines_of(f"{pad}- ", cell, indent + 2))]
