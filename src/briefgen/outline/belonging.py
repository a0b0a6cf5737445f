"""Which key a text or a list stands for that has none, told by the keys beside it or below it.

Comes in: names of keys. Goes out: the key, or nothing where it is not certain. Loaded for broken YAML alone.
"""

from collections.abc import Iterable

from briefgen.outline.kinds import ListKind, MapKind
from briefgen.outline.specification import MAPPINGS, mapping_of

_LISTS = ("content", "rows", "points")  # keys of most lists that stand beside other keys


def short_beside(key: str) -> str:
    """The key that a bare text stands for where `key` may stand beside it; "" where that is not certain."""
    having = [mapping for mapping in MAPPINGS.values() if mapping.key(key)]
    found = {mapping.short for mapping in having if mapping.short not in {key, ""}}
    # a section has none: its text is what it begins with
    found = found or {mapping.keys[0].name for mapping in having if mapping.keys[0].name == "heading"}
    return found.pop() if len(found) == 1 else ""


def holding(name: str, key: str) -> tuple[str, bool]:
    """The key that a text behind `name:` stands for where `key` stands below it, and whether it is of an item of a list."""
    for kind in (found.kind for mapping in MAPPINGS.values() if (found := mapping.key(name)) is not None):
        inner = kind.item if isinstance(kind, ListKind) else kind
        whole = mapping_of(inner.name) if isinstance(inner, MapKind) else None
        if whole is not None and whole.key(key) and whole.short not in {"", key}:
            return whole.short, isinstance(kind, ListKind)
    return "", False


def list_beside(keys: Iterable[str]) -> str:
    """The key that a list lacks which stands beside these; "" where that is not certain."""
    beside = set(keys)
    found = {
        name
        for mapping in MAPPINGS.values()
        if beside and all(mapping.key(key) for key in beside)
        for name in _LISTS
        if mapping.key(name) and name not in beside
    }
    return found.pop() if len(found) == 1 else ""


def all_keys() -> set[str]:
    """The names of all keys that an outline may have."""
    return {key.name for mapping in MAPPINGS.values() for key in mapping.keys}
