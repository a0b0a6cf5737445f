"""Links, destinations and bookmarks.

Comes in: pages with their Link and Anchor items, and bookmarks. Goes out: annotations, the name tree of destinations
and the outline tree. The promise: every link goes where it says; a target without an anchor is a fault of layout and
raises KeyError. Destinations have the names of the elements, so that a web page can point at `brief.pdf#id`.
"""

from collections.abc import Mapping

import msgspec

from briefgen.content.uris import ascii_address
from briefgen.layout.items import Anchor, Bookmark, Link, Page, Pages
from briefgen.memory import Memory, Shelf
from briefgen.pdf.number import number
from briefgen.pdf.objects import Dictionary, Document, Reference, array, byte_string, dictionary, pointed, string

ANNOTATIONS_KEPT = 3000  # between files
PRINT = 4  # annotation flag; PDF/A (ISO 19005-2, 6.3.2) wants it


class Annotation(msgspec.Struct, frozen=True):
    """An annotation of a page, its first entries in the order of their keys, and the link that it was made from."""

    reference: Reference
    entries: list[str]
    link: Link

    def written(self, parent: int) -> bytes:
        """The annotation as it is written, with its number in the parent tree (ISO 32000-1, 14.7.4.4)."""
        return dictionary([*self.entries, f"/StructParent {parent}", "/Subtype /Link", "/Type /Annot"])


# a page, and how it is scrolled, both as they are written (ISO 32000-1, 12.3.2.2)
Destination = tuple[str, str]


def destinations(pages: Pages, references: list[Reference], edge: float = 0.0) -> dict[str, Destination]:
    """Where each anchor is, by id: the page is scrolled to it, the zoom stays.

    `edge`: how far the trim lies within the sheet.
    """
    return {
        item.id: (pointed(reference), f"/XYZ {number(item.x + edge)} {number(page.height - item.y + edge)} null")
        for page, reference in zip(pages.pages, references, strict=True)
        for item in page.items
        if type(item) is Anchor  # by its type: to ask whether it is of a kind that it is not of takes thrice as long
    }


def structured(places: dict[str, Destination], elements: dict[str, str]) -> dict[str, str]:
    """The same destinations as they are written, each with the element that it leads to (ISO 32000-2, 12.3.2.3).

    `elements` has references to them, as they are written.

    What is no element of its own leads to the document, at its place.
    """
    found: dict[str, str] = {}
    for id, (page, view) in places.items():
        element = elements.get(id, elements[""])
        found[id] = f"<<\n/D [ {page} {view} ] /SD [ {element} {view} ]\n>>"
    return found


def plain(places: dict[str, Destination]) -> dict[str, str]:
    """The destinations as they are written."""
    return {id: f"[ {page} {view} ]" for id, (page, view) in places.items()}


def name_tree(places: Mapping[str, str]) -> Dictionary:
    """The destinations as one leaf of a name tree, sorted by the bytes of their names (ISO 32000-1, 7.9.6)."""
    names = sorted(places, key=str.encode)
    return Dictionary({"Names": array([part for each in names for part in (byte_string(each), places[each])])})


def annotations(document: Document, page: Page, places: Mapping[str, object]) -> list[Annotation]:
    """The link annotations of a page (ISO 32000-1, 12.5.6.5), without a border, for the tag tree to write.

    KeyError for a target without an anchor.
    """
    # by their types: to ask whether an item is of a kind that it is not of takes thrice as long
    links = [item for item in page.items if type(item) is Link]
    for link in links:
        if not link.uri:
            places[link.target]  # KeyError when nothing is there
    return [Annotation(document.reserve(), _entries(page.height, link, document.memory), link) for link in links]


def _entries(height: float, link: Link, memory: Memory | None) -> list[str]:
    """The entries of the annotation of a link, on a page of this height."""
    if memory is None:
        return _written_entries(height, link)
    known: Shelf[tuple[int, float], tuple[Link, list[str]]] = memory.shelf("annotations", ANNOTATIONS_KEPT)
    found = known.get((id(link), height))
    if found is None:  # a link of a page that is kept keeps its identity
        found = known.keep((id(link), height), (link, _written_entries(height, link)))
    return found[1]


def _written_entries(height: float, link: Link) -> list[str]:
    rect = link.rect
    corners = map(number, (rect.x, height - rect.bottom, rect.right, height - rect.y))
    leads = []
    if link.uri:
        action = Dictionary({"Type": "/Action", "S": "/URI", "URI": byte_string(ascii_address(link.uri))})
        leads = [f"/A {action.text()}"]
    entries = [*leads, "/Border [ 0 0 0 ]", f"/Contents {string(link.words)}"]
    if not link.uri:
        entries.append(f"/Dest {byte_string(link.target)}")
    return [*entries, f"/F {PRINT}", f"/Rect [ {' '.join(corners)} ]"]


def bookmarks(document: Document, entries: tuple[Bookmark, ...]) -> Reference | None:
    """The outline tree (ISO 32000-1, 12.3.3), all open; None when there are no bookmarks."""
    if not entries:
        return None
    root = _Node(document.reserve(), None)
    path: list[_Node] = [root]  # from the root to the last entry
    for entry in entries:
        del path[entry.level + 1 :]
        node = _Node(document.reserve(), entry)
        path[-1].children.append(node)
        path.append(node)
    _write_node(document, root)
    return root.reference


class _Node:
    def __init__(self, reference: Reference, entry: Bookmark | None) -> None:
        self.reference = reference
        self.entry = entry
        self.children: list[_Node] = []


def _write_node(document: Document, node: _Node, parent: _Node | None = None, place: int = 0) -> int:
    """Fill in the object of a node and of those below it; returns how many entries are below."""
    entries: dict[str, object] = {}
    if node.entry is None:
        entries["Type"] = "/Outlines"
    else:
        entries |= {"Title": string(node.entry.title), "Dest": byte_string(node.entry.target)}
    if parent is not None:
        entries["Parent"] = parent.reference
        if place > 0:
            entries["Prev"] = parent.children[place - 1].reference
        if place + 1 < len(parent.children):
            entries["Next"] = parent.children[place + 1].reference
    below = len(node.children)
    for index, child in enumerate(node.children):
        below += _write_node(document, child, node, index)
    if node.children:
        entries |= {"First": node.children[0].reference, "Last": node.children[-1].reference, "Count": below}
    document.fill(node.reference, Dictionary(entries))
    return below
