"""The tree of a text that was read before and has been edited: only the item that holds the edit is read anew.

Comes: the text before with its tree, and the text now. Goes: the tree that `parse` would give, or None where all has to be
read. Promise: what stands in the lines in which it stood, without an edit, is the same objects; where an edit may mean more
than its own item (a problem, an anchor, another document), None. Refuses to know what items mean.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from briefgen.memory import Shelf
from briefgen.outline.tree import Map, Node, Seq
from briefgen.problem import Place

TRIED = 2  # items that have all of an edit
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
    if known == text:
        return before
    old, new = known.split("\n"), text.split("\n")
    more = len(new) - len(old)
    edit = _edit(old, new)
    # the smallest first: what comes behind its end may stand beside it, in a larger one
    for item in [*_items(tree, (), range(len(old)), edit, old)][: -1 - TRIED : -1]:
        end = item.end + more
        lines = "\n".join(new[item.first : end]) + ("\n" if end < len(new) else "")
        found = read_lines(Lines(lines, item.first, len(item.way) - 1))
        node = _only(found[0], item) if found else None
        root = _with(tree, item.way, node, more) if node is not None else None
        if found and isinstance(root, Map):
            return (text, root, weight + found[1]) if weight + found[1] <= most else None
    return None


def _edit(old: Sequence[str], new: Sequence[str]) -> range:
    """The lines of the text before that differ from those now; where there are more now or fewer, with the one above."""
    least = min(len(old), len(new))
    first = next((at for at in range(least) if old[at] != new[at]), least)
    same = next((at for at in range(least - first) if old[-1 - at] != new[-1 - at]), least - first)  # at the end
    begin = max(0, first - (len(old) != len(new)))  # what comes between two lines goes on with what is above it
    return range(begin, max(begin + 1, len(old) - same))


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


def _with(node: Node, way: Way, new: Node, more: int) -> Node:
    """A node with another one at the end of a way, which has so many lines more than the one before."""
    if not way:
        return new
    name, *rest = way
    if isinstance(node, Map) and isinstance(name, str):
        entries, keys = {}, {}
        behind = False
        for key, child in node.entries.items():
            own = key == name
            entries[key] = _with(child, (*rest,), new, more) if own else _moved(child, more * behind)
            keys[key] = _moved_place(node.keys[key], more * behind)
            behind = behind or own
        return Map(entries, keys, node.place)
    assert isinstance(node, Seq) and isinstance(name, int)  # noqa: S101, PT018  what ways lead through
    behind_it = [_moved(each, more) for each in node.items[name + 1 :]]
    return Seq((*node.items[:name], _with(node.items[name], (*rest,), new, more), *behind_it), node.place)


def _moved(node: Node, more: int) -> Node:
    """A node so many lines further down."""
    if not more:
        return node
    place = _moved_place(node.place, more)
    if isinstance(node, Map):
        keys = {name: _moved_place(each, more) for name, each in node.keys.items()}
        return Map({name: _moved(each, more) for name, each in node.entries.items()}, keys, place)
    if isinstance(node, Seq):
        return Seq(tuple([_moved(each, more) for each in node.items]), place)
    return replace(node, place=place)  # the text that it comes from may be that of before: places in it count from its own


def _moved_place(place: Place, more: int) -> Place:
    return Place(place.file, place.line + more, place.column) if more else place
