"""Paragraphs: a text makes one between blank lines each."""

from briefgen.content.blocks.bench import Bench, Spot
from briefgen.content.brief import Paragraph
from briefgen.outline.tree import Node, Scalar


def make_paragraphs(bench: Bench, node: Node, spot: Spot) -> tuple[Paragraph, ...]:
    """The paragraphs of a text."""
    if not isinstance(node, Scalar):
        return ()
    return tuple(Paragraph(text) for text in bench.writer.paragraphs(spot.id, "P", node))
