"""Large figures with what they count."""

from briefgen.content.blocks.bench import Bench, Spot, spans_page
from briefgen.content.brief import Stat, Stats
from briefgen.outline.tree import Map, Node


def make_stats(bench: Bench, node: Node, spot: Spot) -> tuple[Stats, ...]:
    """Large figures that stand together."""
    if not isinstance(node, Map):
        return ()
    writer = bench.writer
    id = writer.claim(spot.id)
    items = []
    for number, entry in enumerate(node.maps("items"), 1):
        own = writer.claim(f"{id}.{number}")
        value = writer.text(f"{own}.value", "P", entry.text("value"))
        label = writer.text(f"{own}.label", "P", entry.text("label"))
        items.append(Stat(own, value, label))
    if not items:  # all were refused
        return ()
    return (Stats(id, tuple(items), spans_page(node), node.flag("here", False)),)
