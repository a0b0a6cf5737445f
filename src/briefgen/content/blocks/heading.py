"""Headings among the blocks."""

import msgspec

from briefgen.content.blocks.bench import Bench, Spot
from briefgen.content.brief import Heading
from briefgen.content.references import element_id
from briefgen.content.writer import COUNTED, Writer
from briefgen.outline.tree import Map, Node, Scalar


def make_heading(bench: Bench, node: Node, spot: Spot) -> tuple[Heading, ...]:
    """A heading of the second or third level."""
    if not isinstance(node, Map):
        return ()
    own = node.text("id")
    id = bench.writer.claim(element_id("section", own)) if own else spot.id
    level = node.text("level")
    deep = level is not None and level.text.strip() == "3"
    if deep:
        text = bench.writer.text(f"{id}.heading", f"H{spot.level}", node.text("text"))
        made = Heading(text, 3, run_in=node.flag("run_in", False))
    else:
        made = make_subheading(bench.writer, node.text("text"), msgspec.structs.replace(spot, id=id))
    return (msgspec.structs.replace(made, new_page=node.flag("new_page", False)),)


def make_subheading(writer: Writer, text: Scalar | None, spot: Spot) -> Heading:
    """A heading of the second level that says `text`."""
    id = f"{spot.id}.heading"
    if not spot.counted or writer.counter is None:
        return Heading(writer.text(id, f"H{spot.level}", text), 2)
    number = writer.own(writer.counter.part() + COUNTED)
    return Heading(writer.join(id, f"H{spot.level}", (number, *writer.spans(text)), text), 2)
