"""Large figures with what they count."""

from briefgen.content.blocks.bench import Bench, Spot, spans_page
from briefgen.content.brief import Figure, Stat, Stats
from briefgen.content.images import open_picture
from briefgen.outline.tree import Map, Node, Scalar

IN_COLUMN = 3  # of more the usual place is across the page


def make_stats(bench: Bench, node: Node, spot: Spot) -> tuple[Stats, ...]:
    """Large figures that stand together."""
    if not isinstance(node, Map):
        return ()
    writer = bench.writer
    id = writer.claim(spot.id)
    items = []
    for number, entry in enumerate(node.maps("items"), 1):
        own = writer.claim(f"{id}.{number}")
        value = writer.text(f"{own}.value", "P", entry.text("value"))
        label = writer.text(f"{own}.label", "P", entry.text("label"))
        items.append(Stat(own, value, label, _icon(bench, entry.text("icon"), own)))
    if not items:  # all were refused
        return ()
    wide = spans_page(node) if "width" in node else len(items) > IN_COLUMN
    return (Stats(id, tuple(items), wide, node.flag("here", False)),)


def _icon(bench: Bench, image: Scalar | None, id: str) -> Figure | None:
    """An ornament above the figure; a drawing is in the accent alone."""
    if image is None:
        return None
    drawn = image.text.strip().lower().endswith((".svg", ".pdf"))
    picture = open_picture(bench.folder, image, Scalar("accent", image.place) if drawn else None)
    if picture is None:
        return None
    own = bench.writer.claim(f"{id}.icon")
    bench.writer.sources[own] = image
    return Figure(own, picture, "", decorative=True)
