"""Pull quotes."""

from briefgen.content.blocks.bench import Bench, Spot
from briefgen.content.brief import PullQuote
from briefgen.outline.tree import Map, Node


def make_quote(bench: Bench, node: Node, spot: Spot) -> tuple[PullQuote, ...]:
    """A sentence set large, with whose words they are."""
    if not isinstance(node, Map):
        return ()
    writer = bench.writer
    id = writer.claim(spot.id)
    text = writer.text(f"{id}.text", "P", node.text("text"))
    attribution = writer.optional(f"{id}.attribution", "P", node.text("attribution"))
    place = node.text("place")
    return (PullQuote(id, text, attribution, "page" if place is not None and place.text == "page" else "column"),)
