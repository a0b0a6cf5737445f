"""Curly quotes in the place of straight ones: to YAML they are letters, which hold no text together and are printed.

Comes in: texts without straight quotes, in brackets or alone. Goes out: what to write instead. Promise: whoever wants to
print the quotes is told how. Refuses to judge texts that only begin with a quotation.
"""

from collections.abc import Iterator, Sequence
from typing import TypeGuard

from briefgen.outline.hints import in_quotes, quoted, shown
from briefgen.outline.tree import Node, Scalar
from briefgen.problem import Problems

PAIRS = {
    "“": "”“\"", "„": "“”\"", "”": "”\"", "‟": "”\"", "«": "»", "»": "«",
    "‘": "’‘'", "‚": "‘’'", "’": "’'", "‹": "›", "›": "‹",
}  # fmt: skip
CODE = "outline/curly-quotes"
_MARKS = frozenset("".join(PAIRS)) | frozenset("".join(PAIRS.values()))
_STANDING = frozenset("“„”‟«»‘‚’‹›")
LONGEST = 10  # parts of a text that one pair of quotes may hold together


def wrapped(text: str) -> tuple[str, str]:
    """What to say of a text that stands as a whole in curly quotes, and what to do; two empty texts of another."""
    text = text.strip()
    inner = text[1:-1].strip()
    if not inner or text[-1] not in PAIRS.get(text[0], "") or _MARKS.intersection(inner) - {"’", "'"}:
        return "", ""
    hint = f"write {shown(quoted(inner))}"
    if {text[0], text[-1]}.isdisjoint("\"'"):
        hint += f"; where the quotes are to be printed, {shown(quoted(text))}"
    return f"{text[0]} is no quote to YAML, which takes it for a letter of the text", hint


def in_brackets(values: Sequence[Node]) -> Iterator[tuple[int, str, str]]:
    """Of a list or mapping in brackets, the numbers of its texts in curly quotes, and of those that a comma parts within
    such quotes, each with what to say of it and what to do."""
    skip = -1
    for number, node in enumerate(values):
        if number <= skip or not is_bare(node):
            continue
        said, hint = wrapped(node.text)
        if said:
            yield number, said, hint
        elif not set(PAIRS[node.text[0]]) & set(node.text[1:]):  # else it begins with a quotation
            parts = _parted(values[number : number + LONGEST])
            skip = number + len(parts) - 1
            if parts:
                said = f"{node.text[0]} is no quote to YAML: the comma parts the text"
                yield number, said, f"write {shown(quoted(_between(node, parts[-1])))}"


def _parted(values: Sequence[Node]) -> list[Scalar]:
    """The texts from one that begins with a curly quote to the one that ends with its like; none where none does."""
    parts: list[Scalar] = []
    for node in values:
        if not isinstance(node, Scalar):
            break
        parts.append(node)
        if parts[1:] and node.origin is not None and node.text[-1:] and node.text[-1] in PAIRS[parts[0].text[0]]:
            return parts
    return []


def _between(first: Scalar, last: Scalar) -> str:
    """What the source has from a text to another, without the quotes round it."""
    assert first.origin is not None  # noqa: S101  `is_bare` asks for it
    assert last.origin is not None  # noqa: S101  `_parted` does
    return " ".join(first.origin.source[first.origin.start : last.origin.end][1:-1].split())


def is_bare(node: Node) -> TypeGuard[Scalar]:
    """Whether it is a text that begins with a curly quote and stands in no straight ones."""
    return (
        isinstance(node, Scalar)
        and node.text[:1] in PAIRS  # an empty text begins with none
        and node.origin is not None
        and not node.origin.style
    )


def warn_of_stray(node: Scalar, problems: Problems) -> None:
    """Warn of a text without quotes that ends with one which nothing opens: it is printed. That of inches is meant."""
    text = node.text
    if node.origin is None or node.origin.style or text.count('"') % 2 == 0 or text[-2:-1].isdigit():
        return
    if not _STANDING.isdisjoint(text):  # one of them may open it
        return
    said = "the text ends with a quote that nothing opens, and it is printed"
    hint = f"remove it; where it is to be printed, write {in_quotes(text)}"
    problems.add("outline/stray-quote", node.at(len(text) - 1), said, hint)
