"""The tree of a text that was read before and has been edited: only the item that holds the edit is read anew.

Comes: the text before with its tree, and the text now. Goes: the tree that `parse` would give, or None where all has to be
read. Promise: what has not changed is the same objects; where an edit may mean more than its own item (lines more or fewer,
a problem, an anchor, another document), None. Refuses to know what items mean.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from briefgen.memory import Shelf
from briefgen.outline.tree import Map, Node, Seq
from briefgen.problem import Place

Way = tuple[str | int, ...]
Tree = tuple[str, Map, int]
"""A text without anchors and marks of documents, in which there was nothing to say; its tree; what that weighs at most."""
Trees = Shelf[str, Tree]


class Lines(NamedTuple):
    """Lines to be read by themselves: behind so many others, and within so many lists and mappings."""

    text: str
    before: int
    within: int


class Item(NamedTuple):
    """Lines, from `first` to before `end` (from 0), that mean the same wherever they stand: an item of a list, or a key of
    the root with its value. `way` leads from the root to its node; `column` is that of its dash, 0 for a key.
    """

    way: Way
    first: int
    end: int
    column: int = 0


ReadLines = Callable[[Lines], tuple[Node, int] | None]
"""Gives the tree of lines and its weight; None where there is anything to say of them."""


def read_again(before: Tree, text: str, read_lines: ReadLines, most: int) -> Tree | None:
    """The tree of `text`, which may weigh `most`."""
    known, tree, weight = before
    old, new = known.split("\n"), text.split("\n")
    differ = [at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other]
    if len(old) != len(new):
        return None
    if not differ:
        return before
    edit = range(differ[0], differ[-1] + 1)
    *_, item = (None, *_items(tree, (), range(len(old)), edit, old))  # the smallest
    if item is None:
        return None
    lines = "\n".join(new[item.first : item.end]) + ("\n" if item.end < len(new) else "")
    found = read_lines(Lines(lines, item.first, len(item.way) - 1))
    if found is None or weight + found[1] > most:
        return None
    node = _only(found[0], item)
    root = _with(tree, item.way, node) if node is not None else None
    return (text, root, weight + found[1]) if isinstance(root, Map) else None


def _items(node: Node, way: Way, own: range, edit: range, lines: Sequence[str]) -> Iterator[Item]:
    """The items within a node that have all lines of an edit, the larger first. `own` are the node's lines."""
    if not isinstance(node, Map | Seq) or lines[node.place.line - 1][node.place.column - 1 :][:1] in ("{", "["):
        return
    begins: list[tuple[str | int, Place]]
    if isinstance(node, Map):
        begins = [*node.keys.items()]
    else:
        begins = [(number, item.place) for number, item in enumerate(node.items)]
    last: int = max((at for at, (_, place) in enumerate(begins) if place.line - 1 <= edit[0]), default=-1)
    following = begins[last + 1 :]
    end = following[0][1].line - 1 if following else own.stop
    if last < 0 or edit[-1] >= end or (following and not _begins(node, following[0][1], lines)):
        return
    name, place = begins[last]
    first = place.line - 1
    if (isinstance(node, Seq) or not way) and _begins(node, place, lines):
        yield Item((*way, name), first, end, node.place.column * isinstance(node, Seq))
    child = [*node.entries.values()][last] if isinstance(node, Map) else node.items[last]
    yield from _items(child, (*way, name), range(first, end), edit, lines)


def _begins(node: Map | Seq, place: Place, lines: Sequence[str]) -> bool:
    """Whether a key or an item of a node, which stands at a place, begins in that line, with nothing before it."""
    line, column = lines[place.line - 1], node.place.column
    if isinstance(node, Seq):
        return re.fullmatch(rf" {{{column - 1}}}-( .*)?", line) is not None
    return place.column == column and not line[: column - 1].strip(" ")


def _only(node: Node, item: Item) -> Node | None:
    """The one node that an item's lines have given; None where they have given others."""
    line, column = item.first + 1, item.column
    if isinstance(node, Seq) and column:
        place = node.place
        return node.items[0] if len(node.items) == 1 and (place.line, place.column) == (line, column) else None
    if isinstance(node, Map) and not column and [*node.entries] == [item.way[0]]:
        place = node.keys[str(item.way[0])]
        return node.entries[str(item.way[0])] if (place.line, place.column) == (line, 1) else None
    return None


def _with(node: Node, way: Way, new: Node) -> Node:
    """A node with another one at the end of a way."""
    if not way:
        return new
    name, *rest = way
    if isinstance(node, Map) and isinstance(name, str):
        return Map({**node.entries, name: _with(node.entries[name], (*rest,), new)}, node.keys, node.place)
    assert isinstance(node, Seq) and isinstance(name, int)  # noqa: S101, PT018  what ways lead through
    items = [*node.items]
    items[name] = _with(items[name], (*rest,), new)
    return Seq(tuple(items), node.place)
