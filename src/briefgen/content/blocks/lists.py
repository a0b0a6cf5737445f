"""Lists with bullets or numbers, and the lists within their items."""

from briefgen.content.blocks.bench import Bench, Spot
from briefgen.content.brief import List, ListItem
from briefgen.content.writer import Writer
from briefgen.outline.tree import Map, Node, Seq

BULLETS = ("•", "–")
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def make_list(bench: Bench, node: Node, spot: Spot) -> tuple[List, ...]:
    """A list with bullets."""
    return (_list(bench.writer, node, spot.id, ordered=False, depth=0),) if isinstance(node, Seq) else ()


def make_numbered(bench: Bench, node: Node, spot: Spot) -> tuple[List, ...]:
    """A list with numbers."""
    return (_list(bench.writer, node, spot.id, ordered=True, depth=0),) if isinstance(node, Seq) else ()


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
