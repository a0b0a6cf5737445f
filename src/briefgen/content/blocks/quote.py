"""Pull quotes."""

from typing import Literal

from briefgen.content.blocks.bench import Bench, Spot
from briefgen.content.brief import PullQuote
from briefgen.outline.tree import Map, Node

PLACES: dict[str, Literal["column", "gutter", "margin", "page"]] = {
    "column": "column",
    "gutter": "gutter",
    "margin": "margin",
    "page": "page",
}


def make_quote(bench: Bench, node: Node, spot: Spot) -> tuple[PullQuote, ...]:
    """A sentence set large, with whose words they are."""
    if not isinstance(node, Map):
        return ()
    writer = bench.writer
    id = writer.claim(spot.id)
    text = writer.text(f"{id}.text", "P", node.text("text"))
    attribution = writer.optional(f"{id}.attribution", "P", node.text("attribution"))
    place = node.text("place")
    return (PullQuote(id, text, attribution, PLACES[place.text if place else "column"]),)
