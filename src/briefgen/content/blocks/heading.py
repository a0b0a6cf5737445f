"""Headings among the blocks."""

import msgspec

from briefgen.content.blocks.bench import Bench, Spot
from briefgen.content.brief import Heading
from briefgen.content.references import element_id
from briefgen.content.writer import Writer
from briefgen.outline.tree import Map, Node, Scalar


def make_heading(bench: Bench, node: Node, spot: Spot) -> tuple[Heading, ...]:
    """A heading of the second level."""
    if not isinstance(node, Map):
        return ()
    own = node.text("id")
    id = bench.writer.claim(element_id("section", own)) if own else spot.id
    made = make_subheading(bench.writer, node.text("text"), Spot(id, spot.level))
    return (msgspec.structs.replace(made, new_page=node.flag("new_page", False)),)


def make_subheading(writer: Writer, text: Scalar | None, spot: Spot) -> Heading:
    """A heading of the second level that says `text`."""
    return Heading(writer.text(f"{spot.id}.heading", f"H{spot.level}", text), 2)
