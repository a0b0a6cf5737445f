"""The reading order of a brief: its records walked field by field. What it walks it does not change."""

from collections.abc import Iterable, Iterator

import msgspec
from msgspec.structs import astuple

from briefgen.content.brief import Design, Metadata, Offered, Picture, Printing, Symbol, Text

_DATA = (Metadata, Design, Offered, Picture, Printing, Symbol)
_HOLDERS = (tuple, msgspec.Struct)  # made once: a union that is written in a loop is made anew at each turn


def elements_of(record: object) -> Iterator[msgspec.Struct]:
    """All records in a brief, or a part of one, that have an id, each before what it holds."""
    waiting = [record]  # the next last
    while waiting:
        item = waiting.pop()
        if isinstance(item, Text):
            yield item
        elif isinstance(item, tuple):
            waiting += item[::-1]
        elif isinstance(item, msgspec.Struct) and not isinstance(item, _DATA):
            if "id" in item.__struct_fields__:
                yield item
            waiting += [part for part in astuple(item)[::-1] if isinstance(part, _HOLDERS)]


def blocks_in(holders: Iterable[object]) -> Iterator[object]:
    """All blocks of sections, entries or boxes, each before those that it holds."""
    for holder in holders:
        for block in getattr(holder, "blocks", ()):
            yield block
            yield from blocks_in((block,))


def texts_of(record: object) -> Iterator[Text]:
    """All texts in reading order."""
    return (element for element in elements_of(record) if isinstance(element, Text))


def ids_of(record: object) -> Iterator[str]:
    """All ids in reading order."""
    return (getattr(element, "id", "") for element in elements_of(record))
