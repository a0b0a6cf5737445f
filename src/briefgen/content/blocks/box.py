"""Boxes: other blocks under a heading of their own, or none."""

from collections.abc import Iterable

from briefgen.content.blocks.bench import DEEPEST_HEADING, Bench, Spot, spans_page
from briefgen.content.brief import Box
from briefgen.content.writer import Writer
from briefgen.outline.tree import Map, Node, Scalar

# the kinds that may span the page, and by which key
WIDE = (("figure", "width"), ("table", "width"), ("box", "width"), ("stats", "width"), ("pull_quote", "place"))


def make_box(bench: Bench, node: Node, spot: Spot) -> tuple[Box, ...]:
    """A box with the blocks that stand in it."""
    if not isinstance(node, Map):
        return ()
    writer = bench.writer
    id = bench.claim("box", node, spot)
    heading = writer.labelled(
        f"{id}.heading", f"H{spot.level}", writer.references.label(node), node.text("heading"), Scalar("", node.place)
    )
    level = min(spot.level + (heading is not None), DEEPEST_HEADING)
    content = node.maps("content")
    report_places(content, writer, "a box")
    blocks = bench.blocks(content, Spot(id, level))
    # what has neither was refused, block by block
    if not (heading or blocks):
        return ()
    width = node.text("width")
    full = width is not None and width.text.strip() == "full"
    wide, here = full or spans_page(node), full or node.flag("here", False)
    return (Box(id, heading, blocks, wide, named="id" in node, here=here, full=full),)


def report_places(content: Iterable[Map], writer: Writer, holder: str) -> None:
    """Report what is to leave what holds it, `holder` for people, or to begin a page in it."""
    for entry in content:
        heading = entry.entries.get("heading")
        if isinstance(heading, Map) and heading.flag("new_page", False):
            said = f"a heading in {holder} cannot begin a page"
            writer.problems.add(
                "content/new-page-in-box",
                heading.keys["new_page"],
                said,
                f"remove it, or move it out of the {holder.split()[-1]}",
            )
        for kind, key in WIDE:
            block = entry.map(kind)
            width = block.text(key) if block else None
            if width and width.text.strip() not in ("column", "half"):
                said = f"`{kind}` in {holder} is as wide as that"
                writer.problems.add(
                    "content/page-width-in-box", width.place, said, f"move it out of the {holder.split()[-1]}"
                )
