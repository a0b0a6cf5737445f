"""Headings among the blocks."""

from briefgen.content.blocks.bench import Bench, Spot
from briefgen.content.brief import Heading
from briefgen.outline.tree import Node, Scalar


def make_heading(bench: Bench, node: Node, spot: Spot) -> tuple[Heading, ...]:
    """A heading of the second level."""
    if not isinstance(node, Scalar):
        return ()
    return (Heading(bench.writer.text(f"{spot.id}.heading", f"H{spot.level}", node), 2),)
