"""Asides: other blocks beside the text."""

from briefgen.content.blocks.bench import Bench, Spot
from briefgen.content.brief import Aside
from briefgen.outline.tree import Map, Node


def make_aside(bench: Bench, node: Node, spot: Spot) -> tuple[Aside, ...]:
    """An aside with the blocks that stand in it."""
    if not isinstance(node, Map):
        return ()
    id = bench.writer.claim(spot.id)
    blocks = bench.blocks(node.maps("content"), Spot(id, spot.level))
    return (Aside(id, blocks),) if blocks else ()
