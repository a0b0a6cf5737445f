"""The reading order of a brief: its records walked field by field. What it walks it does not change."""

from collections.abc import Iterator

import msgspec

from briefgen.content.brief import Design, Metadata, Picture, Printing, Symbol, Text

_DATA = (Metadata, Design, Picture, Printing, Symbol)


def elements_of(record: object) -> Iterator[msgspec.Struct]:
    """All records in a brief, or a part of one, that have an id, each before what it holds."""
    if isinstance(record, tuple):
        for item in record:
            yield from elements_of(item)
    elif isinstance(record, msgspec.Struct) and not isinstance(record, _DATA):
        if hasattr(record, "id"):
            yield record
        if not isinstance(record, Text):
            for field in record.__struct_fields__:
                yield from elements_of(getattr(record, field))


def texts_of(record: object) -> Iterator[Text]:
    """All texts in reading order."""
    return (element for element in elements_of(record) if isinstance(element, Text))


def ids_of(record: object) -> Iterator[str]:
    """All ids in reading order."""
    return (getattr(element, "id", "") for element in elements_of(record))
