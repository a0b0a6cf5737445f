"""Pairs: two blocks side by side."""

from briefgen.content.blocks.bench import Bench, Spot
from briefgen.content.blocks.box import report_places
from briefgen.content.brief import Pair
from briefgen.outline.tree import Map, Node


def make_pair(bench: Bench, node: Node, spot: Spot) -> tuple[Pair, ...]:
    """Two blocks; none of them where both were refused."""
    if not isinstance(node, Map):
        return ()
    id = bench.writer.claim(spot.id)
    content = node.maps("items")
    report_places(content, bench.writer, "a pair")
    items = bench.blocks(content, Spot(id, spot.level))
    width = node.text("width")
    column = width is not None and width.text.strip() == "column"
    return (Pair(id, items, not column, node.flag("here", False)),) if items else ()
