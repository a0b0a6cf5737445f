"""What stands at a point of a page, and how the elements of a brief begin.

Comes in: items, or a brief. Goes out: the item at a point, or words by ids. Refuses to know where the outline says it.
"""

from collections.abc import Iterable, Iterator

import msgspec

from briefgen.content.brief import Text
from briefgen.geometry import Rect
from briefgen.layout.items import Drawing, Glyphs, Image, Item


def words_of(value: object) -> Iterator[tuple[str, str]]:
    """Id and words of each element of a brief, in the order in which they are read; of a picture what is said of it."""
    if isinstance(value, tuple):
        for part in value:
            yield from words_of(part)
    elif isinstance(value, Text):
        yield value.id, " ".join(value.words.split())
    elif isinstance(value, msgspec.Struct):
        if getattr(value, "role", "") and getattr(value, "id", ""):
            yield getattr(value, "id", ""), str(getattr(value, "alt", ""))
        for field in value.__struct_fields__:
            yield from words_of(getattr(value, field))


def hit(items: Iterable[Item], x: float, y: float, near: float) -> Item | None:
    """The item of content at a point, or that near to it: the smallest of those that hold it."""
    found = [
        (box.width * box.height, item)
        for item in items
        if getattr(item, "id", "") and (box := _box(item)) and holds(box, x, y, near)
    ]
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _box(item: Item) -> Rect | None:
    """The rectangle that an item of content takes; None for what is no content."""
    if isinstance(item, Glyphs):
        top = item.y - item.face.ascent * item.size
        return Rect(item.x, top, item.width, (item.face.ascent + item.face.descent) * item.size)
    return item.rect if isinstance(item, Image | Drawing) else None


def holds(box: Rect, x: float, y: float, near: float = 0.0) -> bool:
    """Whether a point is in a box, or that near to it."""
    return box.x - near <= x <= box.right + near and box.y - near <= y <= box.bottom + near
