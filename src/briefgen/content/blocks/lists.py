"""Lists with bullets or numbers, and the lists within their items."""

from collections.abc import Sequence

from briefgen.content.blocks.bench import Bench, Spot
from briefgen.content.brief import Labels, List, ListItem
from briefgen.content.writer import Writer
from briefgen.outline.tree import Map, Node, Scalar, Seq

BULLETS = ("•", "–")
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def make_list(bench: Bench, node: Node, spot: Spot) -> tuple[List, ...]:
    """A list with bullets."""
    return (_list(bench.writer, node, spot.id, ordered=False, depth=0),) if isinstance(node, Seq) else ()


def make_numbered(bench: Bench, node: Node, spot: Spot) -> tuple[List, ...]:
    """A list with numbers."""
    return (_list(bench.writer, node, spot.id, ordered=True, depth=0),) if isinstance(node, Seq) else ()


def make_checklist(bench: Bench, node: Node, spot: Spot) -> tuple[List, ...]:
    """A list with boxes to be ticked."""
    items = [(None, item) for item in node.items if isinstance(item, Scalar)] if isinstance(node, Seq) else []
    return _told(bench.writer, items, spot.id, "boxes")


def make_definitions(bench: Bench, node: Node, spot: Spot) -> tuple[List, ...]:
    """Terms, each with what it means."""
    return _told(bench.writer, _pairs(node, "term"), spot.id, "terms")


def make_timeline(bench: Bench, node: Node, spot: Spot) -> tuple[List, ...]:
    """Dates, each with what happened."""
    return _told(bench.writer, _pairs(node, "date"), spot.id, "dates")


def _pairs(node: Node, key: str) -> list[tuple[Scalar | None, Scalar | None]]:
    items = node.items if isinstance(node, Seq) else ()
    return [(item.text(key), item.text("text")) for item in items if isinstance(item, Map)]


def _told(writer: Writer, items: Sequence[tuple[Scalar | None, Scalar | None]], id: str, labels: Labels) -> tuple[List, ...]:
    """A list whose labels are the outline's own words, or boxes, which have none."""
    if not items:
        return ()
    id = writer.claim(id)
    made = []
    for number, (label, text) in enumerate(items, 1):
        own = writer.claim(f"{id}.{number}")
        first = writer.cell(f"{own}.label", "Lbl", None) if labels == "boxes" else writer.text(f"{own}.label", "Lbl", label)
        made.append(ListItem(own, first, writer.text(f"{own}.text", "LBody", text)))
    return (List(id, ordered=False, items=tuple(made), labels=labels),)


def _list(writer: Writer, node: Seq, id: str, *, ordered: bool, depth: int) -> List:
    id = writer.claim(id)
    entries = [item for item in node.items if isinstance(item, Map)]
    lettered = ordered and depth % 2 == 1 and len(entries) <= len(LETTERS)
    labels = [_label(number, ordered, lettered, depth) for number in range(1, len(entries) + 1)]
    made = [
        _item(writer, item, f"{id}.{number}", label, depth)
        for number, (item, label) in enumerate(zip(entries, labels, strict=True), 1)
    ]
    return List(id, ordered, tuple(made), lettered)


def _item(writer: Writer, entry: Map, id: str, label: str, depth: int) -> ListItem:
    id = writer.claim(id)
    source = entry.text("text")
    mark = writer.label(f"{id}.label", "Lbl", label, source)
    text = writer.text(f"{id}.text", "LBody", source)
    below = None
    for kind in ("list", "numbered"):
        node = entry.entries.get(kind)
        if isinstance(node, Seq) and below is None:
            below = _list(writer, node, f"{id}.list", ordered=kind == "numbered", depth=depth + 1)
    return ListItem(id, mark, text, below)


def _label(number: int, ordered: bool, lettered: bool, depth: int) -> str:
    """The bullet or number of a list's item: `1.`, within a list `a.`."""
    if not ordered:
        return BULLETS[min(depth, len(BULLETS) - 1)]
    return f"{LETTERS[number - 1]}." if lettered else f"{number}."
