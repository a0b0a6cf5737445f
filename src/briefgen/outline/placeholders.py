"""Placeholders such as `{{district}}` and `{{rate|0.1}}`: where a brief of a series has its own words and numbers.

Comes: a text, or the raw tree of an outline. Goes: the placeholders in it; of a tree that is built alone, each of them is a
problem, and so is each `when`. A backslash before the braces makes them braces: `\\{{district}}`. Knows no data.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefgen.outline.kinds import LANGUAGES
from briefgen.outline.parse import Lost, Null
from briefgen.outline.tree import Map, Node, Scalar, Seq
from briefgen.problem import Place, Problems

PLACEHOLDER = re.compile(r"(?<!\\)\{\{\s*([^{}|\n]{1,80}?)\s*(?:\|\s*([^{}|\n]{1,20}?)\s*)?\}\}")
COMPARES = re.compile(r"[<>=≤≥≠]|\b(and|or|not|in)\b")
WHEN = "when"
NAMED = frozenset({"notes"})  # mappings whose keys are chosen freely, and may look like anything
_TONGUES = frozenset(tag.partition("-")[0] for tag in LANGUAGES)  # of which there may be editions
DATA = "`briefgen editions OUTLINE --data FILE.csv` makes one PDF for each row of a file"


class Placeholder(NamedTuple):
    """A placeholder: the name of a column, how its value is written, and where it begins and ends in its text."""

    name: str
    form: str
    start: int
    end: int


def placeholders(text: str) -> Iterator[Placeholder]:
    """The placeholders of a text, in order."""
    for found in PLACEHOLDER.finditer(text):
        yield Placeholder(found[1], found[2] or "", *found.span())


def refuse_placeholders(root: Map, problems: Problems) -> Map:
    """The tree of an outline that is built alone. What only a series of briefs can have is reported, and left out."""
    entries = {name: child if name in NAMED else _refused(child, problems) for name, child in root.entries.items()}
    return Map(entries, root.keys, root.place)


def is_by_language(node: Map) -> bool:
    """Whether a mapping has a text, or a list, for each of several languages."""
    return len(node.entries) > 1 and all(name.partition("-")[0] in _TONGUES for name in node.entries)


def _refused(node: Node, problems: Problems) -> Node:
    if isinstance(node, Map):
        if is_by_language(node):
            _report("this is in several languages, and none is asked for", node.place, problems)
            return Lost("", node.place)
        if WHEN in node.entries and _is_condition(node.entries[WHEN]):
            _report("a block with `when` is for editions, and no data are given", node.keys[WHEN], problems)
            return Lost("", node.place)
        entries = {name: _refused(child, problems) for name, child in node.entries.items()}
        return Map(entries, node.keys, node.place)
    if isinstance(node, Seq):
        return Seq(tuple(_refused(item, problems) for item in node.items), node.place)
    if isinstance(node, Null | Lost) or "{{" not in node.text:
        return node
    found = False
    for each in placeholders(node.text):
        found = True
        written = node.text[each.start : each.end]
        _report(f"`{written[:80]}` is a placeholder, and no data are given", node.at(each.start), problems)
    return Lost(node.text, node.place) if found else node


def _is_condition(node: Node) -> bool:
    """Whether a `when` compares; a mere word, such as April, is more likely to be meant as a date."""
    return isinstance(node, Scalar) and COMPARES.search(node.text) is not None


def _report(said: str, place: Place, problems: Problems) -> None:
    if "languages" in said:
        problems.add("editions/no-data", place, said, "`briefgen editions OUTLINE --languages en,es` makes one PDF for each")
        return
    hint = f"{DATA}; write \\{{{{ where braces are meant" if "placeholder" in said else f"{DATA}; or leave `when` out"
    problems.add("editions/no-data", place, said, hint)
