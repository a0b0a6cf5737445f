"""The tag tree of a file in its objects, that of an earlier file where it is the same.

Comes in: a brief, its pages, what is drawn and linked on them, and what is kept between files. Goes out: the structure tree,
and the elements by the ids of what they are. The promise: the tree is planted as it would be without memory. Words are in no
element, so that a brief in which only words have changed has the same tree, if what its pages show of it is the same.
"""

import msgspec
from msgspec.structs import astuple, replace

from briefgen.content.brief import Brief, Span
from briefgen.layout.items import Pages
from briefgen.memory import Memory, Shelf
from briefgen.pdf.draw import DrawnPage
from briefgen.pdf.links import Annotation
from briefgen.pdf.objects import Document, Reference, Written
from briefgen.pdf.structure import Structure
from briefgen.pdf.tags import NOT_READ, Shown, grow
from briefgen.problem import Place

TREES_KEPT, ALIKE_KEPT = 8, 3


class Soil(msgspec.Struct, frozen=True):
    """What a tag tree grows from."""

    pages: Pages
    leaves: list[Reference]
    drawings: list[DrawnPage]
    annotations: list[list[Annotation]]
    edge: float
    modern: bool


class Planted(msgspec.Struct, frozen=True):
    """A tree that was planted: the brief, what its pages showed of it, and the objects."""

    brief: Brief
    shown: object
    root: Reference
    places: dict[str, str]
    parents: list[int]  # the numbers of the annotations in the parent tree, in order
    objects: Written


def plant(document: Document, brief: Brief, soil: Soil, memory: Memory | None) -> tuple[Reference, dict[str, str]]:
    """Add the tag tree; returns the structure tree root, and references, as they are written, to the elements by the ids of
    what they are, "" the whole.

    KeyError for an id on the pages that no element of the brief has.
    """
    shown = Shown(soil.pages, soil.drawings, soil.annotations)
    notes = [note for page in soil.annotations for note in page]
    start = document.count
    known: Shelf[object, list[Planted]] | None = memory.shelf("tag trees", TREES_KEPT) if memory else None
    alike = known.get((start, len(notes))) or known.keep((start, len(notes)), []) if known is not None else []
    seen = _seen(soil, shown) if known is not None else None
    for tree in alike:
        if tree.shown == seen and _grows_alike(tree.brief, brief):
            document.put(tree.objects)
            for note, parent in zip(notes, tree.parents, strict=True):
                document.fill(note.reference, note.written(parent))
            return tree.root, tree.places
    structure = Structure(document, soil.pages, soil.leaves, [len(page.marks) for page in soil.drawings], soil.edge)
    root = structure.plant(grow(brief, shown), modern=soil.modern)
    if known is not None:
        parents = [structure.numbers[note.reference.name] for note in notes]
        alike[:0] = [Planted(brief, seen, root, structure.places, parents, document.written(start))]
        del alike[ALIKE_KEPT:]
    return root, structure.places


def _seen(soil: Soil, shown: Shown) -> object:
    """All that a tree depends on but the brief itself."""
    linked = [(each.reference.name, each.link.id, each.link.span) for page in soil.annotations for each in page]
    sizes = [(page.height, leaf.name) for page, leaf in zip(soil.pages.pages, soil.leaves, strict=True)]
    return [page.marks for page in soil.drawings], linked, sizes, shown.boxes, soil.edge, soil.modern


def _grows_alike(one: Brief, other: Brief) -> bool:
    """Whether two briefs have the same elements: nothing differs but words, and places in the outline."""
    return all(
        _alike(getattr(one, field), getattr(other, field)) for field in Brief.__struct_fields__ if field not in NOT_READ
    )


def _alike(one: object, other: object) -> bool:
    if one is other or one == other:
        return True
    if type(one) is not type(other):
        return False
    if isinstance(one, Span) and isinstance(other, Span):
        return replace(one, text="") == replace(other, text="")
    if isinstance(one, Place):
        return True
    if isinstance(one, msgspec.Struct) and isinstance(other, msgspec.Struct):
        return all(map(_alike, astuple(one), astuple(other)))
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(_alike, one, other))
    return False
