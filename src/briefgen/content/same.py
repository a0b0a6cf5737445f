"""Parts of a brief that an earlier brief has had, too: equal parts become the very records of before.

Comes: the front, the sections or the back of a brief, and what is kept between briefs. Goes: records that are equal to them,
those of before as far as there are such. Promise: whoever compares the parts of two briefs, or looks one up, sees at once
that they are the same, and what was found out about a part holds for it still. Refuses to know what the parts say.
"""

from collections.abc import Iterable, Iterator
from typing import TypeVar

import msgspec

from briefgen.content.brief import Brief, Section, Text
from briefgen.content.reading import ids_of, texts_of
from briefgen.memory import Memory, Shelf

Part = TypeVar("Part")
PARTS_KEPT = 400  # fronts, sections and backs: those of a few outlines


def same_part(memory: Memory | None, file: str, name: str, part: Part) -> Part:
    """The front or the back of the brief of a file, as the record of before if that is equal."""
    if memory is None:
        return part
    known: Shelf[tuple[str, str], Part] = memory.shelf("parts of briefs", PARTS_KEPT)
    before = known.get((file, name))
    return before if before is not None and before == part else known.keep((file, name), part)


def same_sections(memory: Memory | None, file: str, sections: tuple[Section, ...], name: str = "") -> tuple[Section, ...]:
    """The sections of the brief of a file; those that differ from before have blocks of before all the same.

    `name` tells sections as they were written from those that were changed for the brief as a whole.
    """
    if memory is None:
        return sections
    known: Shelf[tuple[str, str, str], Section] = memory.shelf("sections of briefs", PARTS_KEPT)
    return tuple([_same_section(known, (file, name, section.id), section) for section in sections])


def _same_section(known: Shelf[tuple[str, str, str], Section], key: tuple[str, str, str], section: Section) -> Section:
    before = known.get(key)
    if before is None:
        return known.keep(key, section)
    if before == section:
        return before
    blocks = [one if one == other else other for one, other in zip(before.blocks, section.blocks, strict=False)]
    blocks += section.blocks[len(blocks) :]
    heading = before.heading if before.heading == section.heading else section.heading
    return known.keep(key, msgspec.structs.replace(section, heading=heading, blocks=tuple(blocks)))


class Inside(msgspec.Struct, frozen=True):
    """What is in a part, in reading order: all ids, and all texts."""

    part: object
    ids: tuple[str, ...]
    texts: tuple[Text, ...]


def parts_of(brief: Brief) -> Iterator[object]:
    """All parts of a brief in which there are elements, in reading order."""
    yield from (brief.marking, brief.front, *brief.sections, brief.back)


def inside(memory: Memory | None, parts: Iterable[object]) -> list[Inside]:
    """What is in each part; a record that has been asked for before is not walked through again."""
    known: Shelf[int, Inside] | None = memory.shelf("inside of parts", PARTS_KEPT) if memory is not None else None
    found = []
    for part in parts:
        each = known.get(id(part)) if known is not None else None
        if each is None:  # a record that is kept keeps its identity
            each = Inside(part, tuple(ids_of(part)), tuple(texts_of(part)))
            if known is not None:
                known.keep(id(part), each)
        found.append(each)
    return found
