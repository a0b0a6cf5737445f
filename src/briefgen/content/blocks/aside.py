"""Asides: other blocks beside the text."""

from briefgen.content.blocks.bench import DEEPEST_HEADING, Bench, Spot
from briefgen.content.blocks.box import report_places
from briefgen.content.brief import Aside
from briefgen.outline.tree import Map, Node


def make_aside(bench: Bench, node: Node, spot: Spot) -> tuple[Aside, ...]:
    """An aside with the blocks that stand in it."""
    if not isinstance(node, Map):
        return ()
    writer = bench.writer
    id = writer.claim(spot.id)
    heading = writer.optional(f"{id}.heading", f"H{spot.level}", node.text("heading"))
    content = node.maps("content")
    report_places(content, writer, "an aside")
    blocks = bench.blocks(content, Spot(id, min(spot.level + (heading is not None), DEEPEST_HEADING)))
    return (Aside(id, heading, blocks),) if heading or blocks else ()
