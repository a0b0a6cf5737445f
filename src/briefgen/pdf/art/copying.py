"""Objects of another PDF, copied as they are: fonts and plain values.

Comes: objects of pikepdf. Goes: objects of this file. Promise: each object once; nothing deeper or larger than a font is.
Raises ArtFault.
"""

from decimal import Decimal

import pikepdf

from briefgen.pdf.art.fault import ArtFault, Object
from briefgen.pdf.number import number
from briefgen.pdf.objects import Array, Dictionary, Document, Reference, Stream, name

DEEPEST = 12
OBJECTS_MOST = 20_000


def _sound(text: str) -> str:
    """A name that is UTF-8. Raises ArtFault."""
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise ArtFault("names that are no text")
    return text


class Copier:
    """Copies objects into one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._made: dict[tuple[int, int], Reference] = {}
        self._room = OBJECTS_MOST

    def reference(self, value: Object, depth: int = 0) -> Reference:
        """An object of its own for a dictionary or stream."""
        if value.objgen in self._made and value.objgen != (0, 0):
            return self._made[value.objgen]
        made = self._collection(value, depth)
        reference = self._document.add(made)
        self._made[value.objgen] = reference
        return reference

    def value(self, value: Object, depth: int = 0) -> object:
        """Any value, as it may stand in a dictionary or array."""
        self._room -= 1
        if depth > DEEPEST or self._room < 0:
            raise ArtFault("objects within objects without an end")
        match value:
            case bool():
                return "true" if value else "false"
            case int():
                return value
            case Decimal() | float():
                return number(float(value), 6)
            case pikepdf.Name():
                return name(_sound(str(value)[1:]))
            case pikepdf.String():
                return f"<{bytes(value).hex()}>"
            case pikepdf.Stream():
                return self.reference(value, depth)
            case pikepdf.Dictionary() | pikepdf.Array():
                return self.reference(value, depth) if value.is_indirect else self._collection(value, depth)
            case None:
                return "null"
            case _:
                raise ArtFault("an object that makes no sense")

    def _collection(self, value: Object, depth: int) -> Array | Dictionary | Stream:
        if isinstance(value, pikepdf.Array):
            return Array([self.value(each, depth + 1) for each in value])
        entries = {
            _sound(key[1:]): self.value(each, depth + 1)
            for key, each in sorted(value.items())
            if key not in {"/Length", "/Metadata"}
        }
        if isinstance(value, pikepdf.Stream):
            return Stream(value.read_raw_bytes(), entries, "", packed=True)
        return Dictionary(entries)
