"""The tag tree: what a reader who does not see the page is told, in the order of the outline.

Comes in: the brief, and which marked content and which links show which of its elements. Goes out: a tree of elements. The
promise: the tree is the content tree, in its order, whatever layout did; whatever is marked on a page has a parent, or
KeyError is raised. It knows the roles of PDF (ISO 32000-1, 14.8.4) and what those demand of each other (ISO 14289-1, 7), and
no kind of block: any record with an id and a role is an element, the order of its fields is the order of its children.
"""

from collections import defaultdict
from typing import Any

import msgspec
from msgspec.structs import astuple

from briefgen.content.brief import Brief, Text
from briefgen.geometry import Rect
from briefgen.layout.items import Drawing, Image, Pages, Path
from briefgen.pdf.draw import DrawnPage
from briefgen.pdf.links import Annotation

CELLS = {"TH", "TD"}
SEEN = frozenset({Image, Path, Drawing})  # what a figure is shown by
TEXTS = frozenset({Text, *Text.__subclasses__()})
SIMPLE = frozenset({str, int, float, bool, bytes, dict, type(None)})  # what is no element and holds none
PLACES = {*CELLS, ""}  # in a row: a text without a role is covered by the cell above it
# the fields of a brief in which there are no elements
NOT_READ = frozenset(
    "metadata design running_head page_word sources file attachments printing told worded_art foreign_pages uncited".split()
)


class Content(msgspec.Struct, frozen=True):
    """Marked content `mark` of page `page`, both counted from 0."""

    page: int
    mark: int


class Object(msgspec.Struct, frozen=True):
    """A link annotation on page `page`, counted from 0."""

    page: int
    annotation: Annotation


class Element:
    """A node of the tree. `kids` are elements, marked content and link annotations, in reading order."""

    # what most elements do not say, and so have of their class
    id = ""
    anchor = ""  # the id in the brief of what it is, to which links lead
    alt: str | None = None
    words = ""  # what it is read as, where its content says something else
    language = ""
    scope = ""  # of a head cell: Column or Row
    rows = 1  # that a cell of a table takes
    heads: "tuple[Element, ...]" = ()  # of a cell: all that head it, where their scopes do not say it
    raised = ""  # of a script: Sup or Sub
    numbering = ""  # of a list: Decimal, LowerAlpha or Disc
    summary = ""  # of a table
    refers = ""  # of an entry of contents: the id of what it is about
    box: Rect | None = None  # of a figure: where it is on the page of its first content

    def __init__(self, role: str, kids: "list[Kid]") -> None:
        self.role = role
        self.kids = kids


Kid = Element | Content | Object


class Shown:
    """What the pages show of each element: by its id, marked content and links, each with the span that it belongs to."""

    def __init__(self, pages: Pages, drawings: list[DrawnPage], annotations: list[list[Annotation]]) -> None:
        self._contents: dict[str, list[tuple[int, Kid]]] = defaultdict(list)
        self._links: dict[str, list[tuple[int, Kid]]] = defaultdict(list)
        self.boxes: dict[str, Rect] = {}
        for page, drawing in enumerate(drawings):
            for number, mark in enumerate(drawing.marks):
                content: Kid = Content(page, number)
                if mark.words:
                    content = Element("Span", [content])
                    content.words = mark.words
                self._contents[mark.id].append((mark.span, content))
        for page, found in enumerate(annotations):
            for annotation in found:
                self._links[annotation.link.id].append((annotation.link.span, Object(page, annotation)))
        for sheet in pages.pages:
            seen: list[Any] = [item for item in sheet.items if type(item) in SEEN]
            self.boxes |= {item.id: item.rect for item in seen if item.id}

    def take(self, id: str) -> list[tuple[int, list[Kid]]]:
        """All that shows an element, given out once: the stretches of its spans, each with its content and its links."""
        contents, links = self._contents.pop(id, []), self._links.pop(id, None)
        if len(contents) == 1 and not links:  # as of most
            return [(contents[0][0], [contents[0][1]])]
        stretches: list[tuple[int, list[Kid]]] = []
        for span, content in contents:
            if not stretches or stretches[-1][0] != span:
                stretches.append((span, []))
            stretches[-1][1].append(content)
        last = dict(stretches)
        for span, link in links or ():
            if span not in last:
                last[span] = []
                stretches.append((span, last[span]))
            last[span].append(link)
        return stretches

    def left(self) -> list[str]:
        """The ids of what has not been given out."""
        return [*self._contents, *self._links]


def grow(brief: Brief, shown: Shown) -> Element:
    """The tag tree of a brief. KeyError for an id on the pages that no element of the brief has."""
    read = [getattr(brief, field) for field in Brief.__struct_fields__ if field not in NOT_READ]
    root = Element("Document", [element for part in read for element in _walk(part, shown)])
    if shown.left():
        raise KeyError(shown.left()[0])
    return root


def _walk(value: Any, shown: Shown) -> list[Element]:
    """The elements that a value of the brief comes to: none, one, or those of its parts when it is none itself."""
    kind = type(value)  # by types alone: a brief has thousands of values, most of which are no element
    if kind in SIMPLE:
        return []
    if isinstance(value, tuple):
        found = [element for part in value for element in _walk(part, shown)]
        row = (
            bool(value) and type(value[0]) in TEXTS and all(isinstance(part, Text) and part.role in PLACES for part in value)
        )
        return [Element("TR", [*found])] if row else found
    if kind in TEXTS:
        return _leaf(value, shown)
    if not hasattr(kind, "__struct_fields__"):
        return []
    role, key = getattr(value, "role", ""), getattr(value, "id", "")
    own = [kid for _, kids in shown.take(key) for kid in kids] if role else []
    below = [element for part in astuple(value) if type(part) not in SIMPLE for element in _walk(part, shown)]
    if not role:
        return below
    if role == "Figure" and not own:  # an ornament is no figure; what is written below it is still to be read
        return [Element("P", kid.kids) if kid.role == "Caption" else kid for kid in below]
    titles = [kid for kid in below if kid.role == "Caption"] if role == "Figure" else []  # above it, and read before it
    element = Element(role, [*titles, *own, *(kid for kid in _fit(role, below) if kid not in titles)])
    element.anchor = key
    if role == "Figure":
        element.alt = getattr(value, "alt", "")
        element.box = shown.boxes.get(key)
    if role == "TOCI":
        element.refers = getattr(value, "target", "")
    if role == "Note":  # ISO 14289-1, 7.9
        element.id = key
    if role == "Table":
        element.summary = getattr(value, "summary", "")
        return _hoist(element, {"Caption", "THead", "TBody"})
    if role == "L":
        element.numbering = getattr(value, "numbering")  # noqa: B009  the tree knows records by their fields alone
        return _hoist(element, {"LI", "L", "Caption"})
    return [element] if element.kids else []


def _hoist(element: Element, roles: set[str]) -> list[Element]:
    """A list or table, and beside it, before or after, what it may not hold (ISO 32000-1, tables 336 and 337)."""
    kids = [kid for kid in element.kids if isinstance(kid, Element)]
    items = [index for index, kid in enumerate(kids) if kid.role in roles]
    if not items:
        return kids
    element.kids = [kids[index] for index in items]
    inside = set(items)
    others = [(index, kid) for index, kid in enumerate(kids) if index not in inside]
    before = [kid for index, kid in others if index < items[-1]]
    return [*before, element, *(kid for index, kid in others if index > items[-1])]


def _leaf(text: Text, shown: Shown) -> list[Element]:
    """The element of one text; within it, one for each link, each script and each phrase in another language."""
    kids: list[Kid] = []
    leads = ""  # where the span before leads
    for index, parts in shown.take(text.id):
        span = text.spans[index] if 0 <= index < len(text.spans) else None
        linked = Object in map(type, parts)
        if linked or (span and span.language):
            inner = Element("Link" if linked else "Span", parts)
            inner.language = span.language if span else ""
            parts = [inner]
        if span and span.script and parts:
            inner = Element("Span", parts)
            inner.raised = "Sub" if span.script == "~" else "Sup"
            parts = [inner]
        if span and span.target and text.role != "Lbl":  # a note mark, “figure 2” (ISO 32000-1, table 338)
            if span.target == leads and isinstance(kids[-1], Element):  # the same in another dress: a citation's title
                kids[-1].kids += parts
            else:
                mark = Element("Reference", parts)
                mark.anchor = span.id
                kids.append(mark)
        else:
            kids += parts
        leads = span.target if span and text.role != "Lbl" else ""
    # an empty cell keeps its place in the row
    if not kids and text.role not in CELLS:
        return []
    element = Element(text.role, kids)
    element.anchor = text.id
    if type(text) is not Text:
        element.rows = getattr(text, "rows", 1)
    return [element]


def _one_caption(captions: list[Element]) -> list[Element]:
    """Captions as one, with a paragraph for each: a table may have no more."""
    if len(captions) < 2:
        return captions
    for each in captions:
        each.role = "P"
    return [Element("Caption", [*captions])]


def _name_heads(head: list[Element], body: list[Element]) -> None:
    """Say of each cell what heads it, in a table some of whose heads stand for several rows (ISO 32000-1, 14.8.5.7).

    Elsewhere there is one row and one column of heads: Scope says all (ISO 14289-1, 7.5).
    """
    rows = [[cell for cell in row.kids if isinstance(cell, Element)] for row in body]
    if all(cell.rows == 1 for row in rows for cell in row):
        return
    columns = [[cell for cell in row.kids if isinstance(cell, Element)] for row in head]
    above: list[tuple[Element, int]] = []  # heads of rows above, each with the rows that it has left
    for row in rows:
        covering = [cell for cell, _ in above]
        shift = len(covering)  # all of them stand before the cells of this row
        own = [cell for cell in row if cell.role == "TH"]
        for number, cell in enumerate(row, shift):
            before = [each for each in own if each is not cell]
            top = [heads[number] for heads in columns if number < len(heads)]
            cell.heads = (*covering, *(before if cell.role == "TD" else []), *top)
        above = [(cell, left - 1) for cell, left in above if left > 1]
        above += [(cell, cell.rows - 1) for cell in row if cell.rows > 1]
    for each in {id(cell): cell for row in rows for heads in row for cell in heads.heads}.values():
        each.id = each.anchor


def _fit(role: str, kids: list[Element]) -> list[Element]:
    """Children in the form that the role of their parent asks for."""
    if role == "Table":
        rows = [kid for kid in kids if kid.role == "TR"]
        head = [row for row in rows if all(isinstance(cell, Element) and cell.role == "TH" for cell in row.kids)]
        body = [row for row in rows if row not in head]
        for scope, group in (("Column", head), ("Row", body)):
            for cell in (cell for row in group for cell in row.kids if isinstance(cell, Element) and cell.role == "TH"):
                cell.scope = scope
        _name_heads(head, body)
        parts = [Element(name, [*group]) for name, group in (("THead", head), ("TBody", body)) if group]
        rest = [kid for kid in kids if kid.role not in {"TR", "Caption"}]
        return [*_one_caption([kid for kid in kids if kid.role == "Caption"]), *parts, *rest]
    if role == "LI":  # a label, and one body that holds all the rest, a list within it too
        labels = [kid for kid in kids if kid.role == "Lbl"]
        rest = [kid for kid in kids if kid.role != "Lbl"]
        if len(rest) == 1 and rest[0].role == "LBody":
            return [*labels, *rest]
        for kid in rest:
            kid.role = "P" if kid.role == "LBody" else kid.role
        return [*labels, Element("LBody", [*rest])]
    return kids
