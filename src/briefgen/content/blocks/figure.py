"""Figures: pictures with their captions."""

from briefgen.content.blocks.bench import Bench, Spot, spans_page, stands_aside
from briefgen.content.brief import Code, Figure, Picture
from briefgen.content.images import focus_of, open_picture
from briefgen.content.lengths import points
from briefgen.content.natural import is_photograph, natural_width
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
    if picture.art is not None and _stands_on(node):
        said = "the caption cannot stand on a drawing, and stands above it"
        bench.writer.problems.add(
            "content/caption-on-lines", image.place, said, "save it as PNG or JPEG, or leave out `caption_place`"
        )
    writer = bench.writer
    crop, height = node.text("crop"), node.text("height")
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
            source=writer.optional(f"{id}.source", "P", node.text("source")),
            credit=writer.optional(f"{id}.credit", "P", node.text("credit")),
            named="id" in node,
            spanning=spans_page(node) or node.flag("bleed", False),
            bleed=node.flag("bleed", False),
            height=points(height.text) if height else 0.0,
            crop=_ratio(crop.text) if crop else 0.0,
            focus=focus_of(node),
            reversed=picture.art is None and _stands_on(node),
            below=_stands_below(node, picture),
            half=_width(node) == "half" and not node.flag("bleed", False),
            aside=stands_aside(node) and not node.flag("bleed", False),
            here=node.flag("here", False),
            natural=natural_width(picture),
        ),
    )


def _ratio(text: str) -> float:
    """The width for a height of 1: of 3:2, 1.5."""
    width, _, height = text.partition(":")
    return float(width) / float(height)


def _stands_on(node: Map) -> bool:
    place = node.text("caption_place")
    return place is not None and place.text == "on"


def _stands_below(node: Map, picture: Picture) -> bool:
    """Whether the caption stands below the picture, as it does below a photograph unless the outline says otherwise."""
    place = node.text("caption_place")
    if place is not None:
        return place.text == "below"
    return "caption" in node and is_photograph(picture)


def _width(node: Map) -> str:
    width = node.text("width")
    return width.text if width else ""
