"""Figures: pictures with their captions."""

from briefgen.content.blocks.bench import Bench, Spot, spans_page, stands_aside
from briefgen.content.brief import Code, Figure
from briefgen.content.images import open_picture
from briefgen.outline.tree import Map, Node


def make_figure(bench: Bench, node: Node, spot: Spot) -> tuple[Figure | Code, ...]:
    """A picture or, in its stead, a QR code."""
    if not isinstance(node, Map):
        return ()
    qr = node.text("qr")
    if qr is not None:
        from briefgen.content.blocks.code import make_code  # late: few briefs have a code

        return make_code(bench, node, qr, spot)
    image = node.text("image")
    picture = open_picture(bench.folder, image, node.text("recolour")) if image else None
    if picture is None or image is None:
        return ()
    writer = bench.writer
    id = bench.claim("figure", node, spot)
    writer.sources[id] = image
    alt = node.text("alt")
    if alt:
        writer.sources[f"{id}.alt"] = alt
    return (
        Figure(
            id=id,
            picture=picture,
            alt=" ".join(alt.text.split()) if alt else "",
            decorative=node.flag("decorative", False),
            caption=bench.caption(node, id),
            credit=writer.optional(f"{id}.credit", "P", node.text("credit")),
            named="id" in node,
            spanning=spans_page(node),
            aside=stands_aside(node),
            here=node.flag("here", False),
        ),
    )
