"""The tag tree as PDF objects.

Comes in: a tree of elements. Goes out: the structure tree, the parent tree that leads from what is on a page back to
its element, and the tree of ids (ISO 32000-1, 14.7). The promise: each marked content and each annotation has exactly
one parent. Refuses to know what the elements mean.
"""

from briefgen.layout.items import Pages
from briefgen.pdf.objects import (
    Array,
    Dictionary,
    Document,
    Reference,
    array,
    byte_string,
    dictionary,
    name,
    pointed,
    string,
)
from briefgen.pdf.tags import CELLS, Content, Element, Object

# The structure types of PDF 2.0 that briefgen uses (ISO 32000-2, 14.8.6); the others are those of PDF 1.7, as they ever were
NAMESPACE = "http://iso.org/pdf2/ssn"
OF_PDF_2 = frozenset(
    "Document Sect Div P H1 H2 H3 H4 H5 H6 FENote Lbl Span Link L LI LBody Table TR TH TD THead TBody Caption Figure".split()
)
CALLED_IN_PDF_2 = {"Note": "FENote"}
SAID_BY_MOST = frozenset(("role", "kids", "anchor"))  # of themselves: what has no entries


class Structure:
    """A structure tree in the making. `leaves` are the page objects, `marks` how many marked contents each page has.

    `edge`: how far the trim lies within the sheet. `places` are the elements by the ids of what they are, "" the whole, as
    references to them are written.
    """

    def __init__(
        self, document: Document, pages: Pages, leaves: list[Reference], marks: list[int], edge: float = 0.0
    ) -> None:
        self._edge = edge
        self._document = document
        self._pages = pages.pages
        self._sheets = [pointed(leaf) for leaf in leaves]
        self._parents = [["null"] * count for count in marks]
        self._annotated: list[str] = []  # the parents of annotations, which are numbered after the pages
        self._ids: dict[str, str] = {}
        self._namespace: Reference | None = None
        self._waiting: list[tuple[int, list[str], str]] = []  # entries of contents, which point to what comes later
        self.places: dict[str, str] = {}
        self.numbers: dict[str, int] = {}  # those of annotations in the parent tree, by the names of their references

    def plant(self, root: Element, *, modern: bool = False) -> Reference:
        """Add the whole tree; returns the structure tree root. `modern`: with the structure types of PDF 2.0."""
        tree = self._document.reserve()
        if modern:
            self._namespace = self._document.add(Dictionary({"Type": "/Namespace", "NS": string(NAMESPACE)}))
        entries: dict[str, object] = {"Type": "/StructTreeRoot", "K": Array([self._element(root, pointed(tree))])}
        for number, waiting, target in self._waiting:  # ISO 14289-2, 8.2.5.8
            self._document.put_at(number, dictionary([*waiting[:-1], f"/Ref [{self.places[target]}]", waiting[-1]]))
        pages = [self._document.add(array(parents).encode("ascii")) for parents in self._parents]
        numbers = [part for pair in enumerate([*pages, *self._annotated]) for part in pair]
        entries["ParentTree"] = self._document.add(Dictionary({"Nums": Array(numbers)}))
        entries["ParentTreeNextKey"] = len(pages) + len(self._annotated)
        if self._ids:
            names = [part for key in sorted(self._ids, key=str.encode) for part in (byte_string(key), self._ids[key])]
            entries["IDTree"] = self._document.add(Dictionary({"Names": Array(names)}))
        if self._namespace is not None:
            entries["Namespaces"] = Array([self._namespace])
        self._document.fill(tree, Dictionary(entries))
        return tree

    def _element(self, element: Element, parent: str) -> str:
        """Add an element and all below it (ISO 32000-1, table 323); returns how references to it are written."""
        number = self._document.hold()
        own = f"{number} 0 R"
        role = element.role if self._namespace is None else CALLED_IN_PDF_2.get(element.role, element.role)
        self.places.setdefault("", own)
        if element.anchor:
            self.places.setdefault(element.anchor, own)
        page: int | None = None  # that of the first content
        kids: list[str] = []
        # as text, in the order of the keys: a brief has thousands of elements, and dictionaries took thrice the time
        for kid in element.kids:
            kind = type(kid)
            if kind is Element:
                kids.append(self._element(kid, own))  # type: ignore[arg-type]  # its type has been asked for
                continue
            if page is None:
                page = kid.page  # type: ignore[union-attr]  # as above
            kids.append(self._kid(kid, own, page))  # type: ignore[arg-type]  # as above
        entries = [] if SAID_BY_MOST.issuperset(vars(element)) else self._entries(element, own, page)
        entries.append(f"/K {kids[0] if len(kids) == 1 else array(kids)}")
        if element.language:
            entries.append(f"/Lang {string(element.language)}")
        if self._namespace is not None and role in OF_PDF_2:
            entries.append(f"/NS {pointed(self._namespace)}")
        entries.append(f"/P {parent}")
        if page is not None:
            entries.append(f"/Pg {self._sheets[page]}")
        entries.append(f"/S {name(role)}")
        if element.refers and self._namespace is not None:
            self._waiting.append((number, entries, element.refers))
        else:
            self._document.put_at(number, dictionary(entries))
        return own

    def _entries(self, element: Element, own: str, page: int | None) -> list[str]:
        """The first entries of an element, which most do not have; `page` is that of its first content."""
        entries = []
        if attributes := self._attributes(element, page):
            entries.append(f"/A {Dictionary(attributes).format().decode('ascii')}")
        if element.words:
            entries.append(f"/ActualText {string(element.words)}")
        if element.alt is not None:
            entries.append(f"/Alt {string(element.alt)}")
        if element.id:
            entries.append(f"/ID {byte_string(element.id)}")
            self._ids[element.id] = own
        return entries

    def _kid(self, kid: Content | Object, parent: str, page: int) -> str:
        """One entry of K: a marked content's number, or a reference to content elsewhere or to an object."""
        if type(kid) is Content:
            self._parents[kid.page][kid.mark] = parent
            if kid.page == page:
                return str(kid.mark)
            return f"<<\n/MCID {kid.mark} /Pg {self._sheets[kid.page]} /Type /MCR\n>>"
        number = len(self._sheets) + len(self._annotated)
        self._annotated.append(parent)
        note = kid.annotation  # type: ignore[union-attr]  # it is an object
        self.numbers[note.reference.name] = number
        self._document.fill(note.reference, note.written(number))
        return f"<<\n/Obj {pointed(note.reference)} /Pg {self._sheets[kid.page]} /Type /OBJR\n>>"

    def _attributes(self, element: Element, page: int | None) -> dict[str, object]:
        """The attributes of an element (ISO 32000-1, 14.8.5)."""
        # an attribute of PDF 2.0 (ISO 32000-2, 14.8.5.4.5), which readers of PDF 1.7 complain of
        if element.raised and self._namespace is not None:
            return {"O": "/Layout", "TextPosition": name(element.raised)}
        if element.role in CELLS:
            found: dict[str, object] = {"Scope": name(element.scope)} if element.scope else {}
            if element.rows > 1:
                found["RowSpan"] = element.rows
            if element.heads:
                found["Headers"] = Array([byte_string(head.id) for head in element.heads])
            return {"O": "/Table", **found} if found else {}
        if element.summary:
            return {"O": "/Table", "Summary": string(element.summary)}
        if element.numbering:
            # terms are labels, and PDF 2.0 has a word for such lists (ISO 32000-2, table 382)
            described = self._namespace is not None and element.numbering == "None" and _is_labelled(element)
            return {"O": "/List", "ListNumbering": name("Description" if described else element.numbering)}
        if element.box is not None and page is not None:
            box, height = element.box, self._pages[page].height
            corners = (box.x, height - box.bottom, box.right, height - box.y)
            return {"O": "/Layout", "BBox": Array([round(corner + self._edge, 3) for corner in corners])}
        return {}


def _is_labelled(element: Element) -> bool:
    """Whether an item of a list has a label."""
    items = [kid for kid in element.kids if isinstance(kid, Element)]
    return any(isinstance(part, Element) and part.role == "Lbl" for item in items for part in item.kids)
