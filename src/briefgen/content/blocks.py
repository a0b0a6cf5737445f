"""The blocks of a section, a box or an entry.

Comes: blocks of the outline, each with one key that says its kind. Goes: blocks of the brief with ids that tell where they
stand (`s2.b3`). Promise: no word of a block is left out; a block that cannot be made has been reported. Refuses to know what
stands around it but for the level of its headings.
"""

from collections.abc import Callable, Iterable, Sequence

import msgspec

from briefgen.content.advice import Advice
from briefgen.content.brief import (
    Block,
    Box,
    Code,
    Figure,
    Heading,
    List,
    ListItem,
    Paragraph,
    PullQuote,
    Span,
    Stat,
    Stats,
    Table,
    Text,
)
from briefgen.content.files import Folder
from briefgen.content.images import open_picture
from briefgen.content.writer import Writer, ascii_address, readable
from briefgen.outline.tree import Map, Node, Scalar, Seq
from briefgen.problem import Place

BULLETS = ("•", "–")
DEEPEST_HEADING = 6  # the structure types of PDF go from H1 to H6
LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Spot(msgspec.Struct, frozen=True):
    """Where blocks stand: the id that theirs begin with, and the level of a heading among them (2: H2)."""

    id: str
    level: int


class Builder:
    """Makes the blocks of one brief, in reading order."""

    def __init__(self, root: Map, writer: Writer, folder: Folder) -> None:
        self._root = root
        self._writer = writer
        self._folder = folder
        self._advice = Advice(root, writer)
        self.placed: dict[str, Place] = {}  # where findings and recommendations stand
        self._makers: dict[str, Callable[[Node, Spot], Sequence[Block]]] = {
            "paragraph": self._paragraph,
            "heading": self._heading,
            "pull_quote": self._pull_quote,
            "list": self._list,
            "numbered": self._numbered,
            "box": self._box,
            "stats": self._stats,
            "figure": self._figure,
            "table": self._table,
            "place": self._place,
        }

    def blocks(self, entries: Iterable[Map], spot: Spot) -> tuple[Block, ...]:
        """All blocks of a list; those that `spot` tells the place of."""
        found: list[Block] = []
        for number, entry in enumerate(entries, 1):
            own = Spot(f"{spot.id}.b{number}", spot.level)
            for kind, node in entry.entries.items():
                found += self._makers[kind](node, own)
        return tuple(found)

    def has(self, kind: str) -> bool:
        """Whether the outline has findings, or recommendations."""
        return bool(self._root.maps(kind))

    def advice(self, kind: str) -> Block:
        """The block of findings or of recommendations."""
        return self._advice.make_findings() if kind == "findings" else self._advice.make_recommendations()

    def may_place(self, scalar: Scalar) -> bool:
        """Whether findings or recommendations can stand where `scalar` places them; reported when not."""
        kind = scalar.text
        problems = self._writer.problems
        if kind in self.placed:
            hint = f"the first place is line {self.placed[kind].line}; remove one of them"
            problems.add("content/placed-twice", scalar.place, f"{kind} are placed a second time", hint)
            return False
        self.placed[kind] = scalar.place
        if not self.has(kind):
            hint = f"add `{kind}:` to the outline, or remove this place"
            problems.add("content/nothing-to-place", scalar.place, f"there are no {kind} to place here", hint)
            return False
        return True

    def _place(self, node: Node, spot: Spot) -> Sequence[Block]:
        """Findings or recommendations among the blocks of a section, under a heading only when they have their own."""
        if not isinstance(node, Scalar) or not self.may_place(node):
            return ()
        own = self._root.text(f"{node.text}_heading")
        heading = self._heading(own, Spot(node.text, spot.level)) if own else ()
        return (*heading, self.advice(node.text))

    def _paragraph(self, node: Node, spot: Spot) -> Sequence[Block]:
        if not isinstance(node, Scalar):
            return ()
        return [Paragraph(text) for text in self._writer.paragraphs(spot.id, "P", node)]

    def _heading(self, node: Node, spot: Spot) -> Sequence[Block]:
        if not isinstance(node, Scalar):
            return ()
        return (Heading(self._writer.text(f"{spot.id}.heading", f"H{spot.level}", node), 2),)

    def _pull_quote(self, node: Node, spot: Spot) -> Sequence[Block]:
        if not isinstance(node, Map):
            return ()
        id = self._writer.claim(spot.id)
        text = self._writer.text(f"{id}.text", "P", node.text("text"))
        return (PullQuote(id, text, self._writer.optional(f"{id}.attribution", "P", node.text("attribution"))),)

    def _list(self, node: Node, spot: Spot) -> Sequence[Block]:
        return (self._items(node, spot.id, ordered=False, depth=0),) if isinstance(node, Seq) else ()

    def _numbered(self, node: Node, spot: Spot) -> Sequence[Block]:
        return (self._items(node, spot.id, ordered=True, depth=0),) if isinstance(node, Seq) else ()

    def _items(self, node: Seq, id: str, *, ordered: bool, depth: int) -> List:
        id = self._writer.claim(id)
        entries = [item for item in node.items if isinstance(item, Map)]
        lettered = ordered and depth % 2 == 1 and len(entries) <= len(LETTERS)
        made = [
            self._item(item, f"{id}.{n}", _label(n, ordered, lettered, depth), depth) for n, item in enumerate(entries, 1)
        ]
        return List(id, ordered, tuple(made), lettered)

    def _item(self, entry: Map, id: str, label: str, depth: int) -> ListItem:
        writer = self._writer
        id = writer.claim(id)
        source = entry.text("text")
        mark = writer.label(f"{id}.label", "Lbl", label, source)
        text = writer.text(f"{id}.text", "LBody", source)
        below = None
        for kind in ("list", "numbered"):
            node = entry.entries.get(kind)
            if isinstance(node, Seq) and below is None:
                below = self._items(node, f"{id}.list", ordered=kind == "numbered", depth=depth + 1)
        return ListItem(id, mark, text, below)

    def _box(self, node: Node, spot: Spot) -> Sequence[Block]:
        if not isinstance(node, Map):
            return ()
        id = self._writer.claim(spot.id)
        heading = self._writer.optional(f"{id}.heading", f"H{spot.level}", node.text("heading"))
        level = min(spot.level + (heading is not None), DEEPEST_HEADING)
        content = node.maps("content")
        self._refuse_page_width(content)
        blocks = self.blocks(content, Spot(id, level))
        # what has neither was refused, block by block
        return (Box(id, heading, blocks),) if heading or blocks else ()

    def _refuse_page_width(self, content: Iterable[Map]) -> None:
        """Report what is to span the page, and stands in a box."""
        for entry in content:
            for kind in ("figure", "table"):
                block = entry.map(kind)
                width = block.text("width") if block else None
                if width and width.text.strip() == "page":
                    said = f"a {kind} in a box is as wide as the box"
                    self._writer.problems.add("content/page-width-in-box", width.place, said, "move it out of the box")

    def _stats(self, node: Node, spot: Spot) -> Sequence[Block]:
        if not isinstance(node, Seq):
            return ()
        id = self._writer.claim(spot.id)
        items = []
        for number, entry in enumerate((item for item in node.items if isinstance(item, Map)), 1):
            own = self._writer.claim(f"{id}.{number}")
            value = self._writer.text(f"{own}.value", "P", entry.text("value"))
            label = self._writer.text(f"{own}.label", "P", entry.text("label"))
            items.append(Stat(own, value, label))
        return (Stats(id, tuple(items)),)

    def _code(self, node: Map, qr: Scalar, spot: Spot) -> Sequence[Block]:
        """A QR code; nothing, with a problem, when its address is none."""
        from briefgen.content.codes import MOST_BYTES, make_symbol  # late: few briefs have a code

        writer = self._writer
        uri = writer.address(qr.text.strip(), lambda: qr.place)
        encoded = ascii_address(uri)
        if len(encoded) > MOST_BYTES:
            said = f"the address has {len(encoded)} bytes, and a code that prints well holds {MOST_BYTES}"
            writer.problems.add("content/code-too-long", qr.place, said, "use a shorter address that leads there")
            return ()
        if not uri:
            return ()
        id = writer.claim(spot.id)
        writer.sources[id] = qr
        alt = node.text("alt")
        if alt:
            writer.sources[f"{id}.alt"] = alt
        return (
            Code(
                id=id,
                symbol=make_symbol(encoded),
                alt=(" ".join(alt.text.split()) if alt else "") or f"QR: {uri}",
                caption=writer.optional(f"{id}.caption", "Caption", node.text("caption")),
                address=writer.join(f"{id}.address", "P", (Span(readable(uri), uri=uri),), qr),
                credit=writer.optional(f"{id}.credit", "P", node.text("credit")),
            ),
        )

    def _figure(self, node: Node, spot: Spot) -> Sequence[Block]:
        qr = node.text("qr") if isinstance(node, Map) else None
        if isinstance(node, Map) and qr is not None:
            return self._code(node, qr, spot)
        image = node.text("image") if isinstance(node, Map) else None
        picture = open_picture(self._folder, image) if image else None
        if not isinstance(node, Map) or picture is None or image is None:
            return ()
        id = self._writer.claim(spot.id)
        self._writer.sources[id] = image
        alt, width = node.text("alt"), node.text("width")
        if alt:
            self._writer.sources[f"{id}.alt"] = alt
        return (
            Figure(
                id=id,
                picture=picture,
                alt=" ".join(alt.text.split()) if alt else "",
                decorative=node.flag("decorative", False),
                caption=self._writer.optional(f"{id}.caption", "Caption", node.text("caption")),
                credit=self._writer.optional(f"{id}.credit", "P", node.text("credit")),
                spanning=width is not None and width.text == "page",
            ),
        )

    def _table(self, node: Node, spot: Spot) -> Sequence[Block]:
        if not isinstance(node, Map):
            return ()
        rows = [row.items for row in node.seq("rows") if isinstance(row, Seq)]
        heads = node.seq("head")
        columns = max([len(heads), *(len(row) for row in rows)], default=0)
        if not columns or not rows:
            return ()
        id = self._writer.claim(spot.id)
        self._writer.sources[id] = Scalar("", node.place)  # for what is said of the table as a whole
        caption = self._writer.optional(f"{id}.caption", "Caption", node.text("caption"))
        aligns = [scalar.text for scalar in node.texts("align")]
        aligns = aligns * columns if len(aligns) == 1 else aligns
        width = node.text("width")
        # an empty corner: what stands below it heads the rows
        corner = bool(heads) and isinstance(heads[0], Scalar) and not heads[0].text.strip()
        first = "TH" if columns > 1 and node.flag("row_heads", corner) else "TD"
        summary = node.text("summary")
        return (
            Table(
                id=id,
                caption=caption,
                head=self._row(heads, f"{id}.head", "TH", columns),
                rows=tuple(self._row(row, f"{id}.r{number}", "TD", columns, first) for number, row in enumerate(rows, 1)),
                align=tuple((aligns + ["left"] * columns)[:columns]),
                spanning=width is not None and width.text == "page",
                summary=" ".join(summary.text.split()) if summary else "",
            ),
        )

    def _row(self, cells: Sequence[Node], id: str, role: str, columns: int, first: str = "") -> tuple[Text, ...]:
        """The cells of a row, with empty ones where it is short; the role of the first is `first` when it says something."""
        scalars = [cell if isinstance(cell, Scalar) else None for cell in cells]
        scalars += [None] * (columns - len(scalars))
        heads = first and scalars[0] is not None and scalars[0].text.strip()
        roles = [first if heads else role, *[role] * (columns - 1)]
        return tuple(
            self._writer.cell(f"{id}.c{number}", own, scalar)
            for number, (own, scalar) in enumerate(zip(roles, scalars, strict=True), 1)
        )


def _label(number: int, ordered: bool, lettered: bool, depth: int) -> str:
    """The bullet or number of a list's item: `1.`, within a list `a.`."""
    if not ordered:
        return BULLETS[min(depth, len(BULLETS) - 1)]
    return f"{LETTERS[number - 1]}." if lettered else f"{number}."
