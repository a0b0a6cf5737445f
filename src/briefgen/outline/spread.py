"""Blocks whose keys stand each behind a dash of its own, beside the name of the block.

Comes in: the items of a list of blocks. Goes out: those that stand for themselves, and a problem for each block that is so
spread. Loaded for lists with a block that has no value. Refuses to put a block together.
"""

from collections.abc import Sequence

from briefgen.outline.kinds import MapKind, Mapping
from briefgen.outline.parse import Null
from briefgen.outline.specification import mapping_of
from briefgen.outline.tree import Map, Node
from briefgen.problem import Problems


def without_spread(items: Sequence[Node], mapping: Mapping, problems: Problems) -> list[Node]:
    """The items but those blocks, of a mapping of which one key stands in each item; the blocks are reported."""
    kept: list[Node] = []
    number = 0
    while number < len(items):
        item = items[number]
        names = _below(items[number + 1 :], mapping, item)
        if names and isinstance(item, Map):
            (name,) = item.entries
            first = items[number + 1]
            said = f"`{names[0]}` stands beside `{name}` and not below it"
            keys = ", ".join(f"`{key}:`" for key in names)
            hint = f"write four spaces in the place of the dash and the space before {keys}: so it belongs to `{name}`"
            problems.add("outline/conflicting-keys", first.place, said, hint)
        else:
            kept.append(item)
        number += 1 + len(names)
    return kept


def _below(items: Sequence[Node], mapping: Mapping, item: Node) -> list[str]:
    """The keys of a block that follow it, each an item of its own."""
    if not isinstance(item, Map) or [type(child) for child in item.entries.values()] != [Null]:
        return []
    key = mapping.key(next(iter(item.entries)))
    if key is None or not isinstance(key.kind, MapKind):
        return []
    inner, names = mapping_of(key.kind.name), list[str]()
    for other in items:
        if not isinstance(other, Map) or len(other.entries) != 1:
            break
        (name,) = other.entries
        if not inner.key(name) or name in names or (mapping.key(name) and not names):
            break
        names.append(name)
    return names
