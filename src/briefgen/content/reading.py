"""The reading order of a brief: its records walked field by field. What it walks it does not change."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from msgspec.structs import astuple

from briefgen.content.brief import Design, Metadata, Offered, Picture, Printing, Symbol, Text

# by their types alone: to ask whether a record is of a kind that it is not of takes longer than all the rest of a walk
_TEXTS = frozenset({Text, *Text.__subclasses__()})
_PASSED = frozenset(
    {Metadata, Design, Offered, Picture, Printing, Symbol, str, int, float, bool, bytes, dict, type(None)}
)  # what holds no element


def elements_of(record: object) -> Iterator[msgspec.Struct]:
    """All records in a brief, or a part of one, that have an id, each before what it holds."""
    waiting: list[Any] = [record]  # the next last
    while waiting:
        item = waiting.pop()
        kind = type(item)
        if kind is tuple:
            waiting += item[::-1]
        elif kind in _TEXTS:
            yield item
        elif kind not in _PASSED and (fields := getattr(kind, "__struct_fields__", None)) is not None:
            if "id" in fields:
                yield item
            waiting += [part for part in astuple(item)[::-1] if type(part) not in _PASSED]


def blocks_in(holders: Iterable[object]) -> Iterator[object]:
    """All blocks of sections, entries or boxes, each before those that it holds."""
    for holder in holders:
        for block in getattr(holder, "blocks", ()):
            yield block
            yield from blocks_in((block,))


def texts_of(record: object) -> Iterator[Text]:
    """All texts in reading order."""
    return (element for element in elements_of(record) if type(element) in _TEXTS and isinstance(element, Text))


def ids_of(record: object) -> Iterator[str]:
    """All ids in reading order."""
    return (getattr(element, "id", "") for element in elements_of(record))
