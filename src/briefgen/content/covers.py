"""How page 1 opens: the kind of its cover, and the picture on it.

Comes: the outline’s `design`. Goes: a `Cover`. Promise: a key that this kind of cover does not use is reported, and so is
what it lacks; the cover is then made without a picture. Refuses to know sizes.
"""

from briefgen.content.brief import Cover, CoverKind, Figure
from briefgen.content.files import Folder
from briefgen.content.images import focus_of, open_picture
from briefgen.content.lengths import points
from briefgen.content.writer import Writer
from briefgen.outline.tree import Map, Scalar

PICTURED = ("picture", "alt", "decorative", "focus", "credit")
USED: dict[CoverKind, tuple[str, ...]] = {
    "masthead": (),
    "band": ("height",),
    "picture": (*PICTURED, "height"),
    "column": (),
    "plate": (*PICTURED, "back"),
}


def make_cover(design: Map, writer: Writer, folder: Folder) -> Cover:
    """The cover that the outline's `design` asks for; the masthead where it asks for none."""
    node = design.map("cover")
    if node is None:
        return Cover()
    writer.sources[writer.claim("design.cover")] = Scalar("", node.place)
    kind = _kind(node)
    _report_unused(node, kind, writer)
    figure = _figure(node, kind, writer, folder)
    if kind == "picture" and figure is None:
        if "picture" not in node:
            said, hint = "this cover needs a picture", "name it: `picture: assets/river.jpg`, or choose `kind: band`"
            writer.problems.add("content/cover-without-picture", node.place, said, hint)
        return Cover("band")
    height = node.text("height") if "height" in USED[kind] else None
    return Cover(kind, figure, focus_of(node), points(height.text) if height else 0.0, node.flag("back", True))


def _kind(node: Map) -> CoverKind:
    """The kind that is named; without a name that which a picture asks for."""
    named = node.text("kind")
    for kind in USED:
        if named is not None and named.text.strip() == kind:
            return kind
    return "picture" if "picture" in node else "masthead"


def _report_unused(node: Map, kind: CoverKind, writer: Writer) -> None:
    for key, place in node.keys.items():
        if key != "kind" and key not in USED[kind] and node.entries[key] is not None:
            kinds = " or ".join(f"`kind: {each}`" for each, keys in USED.items() if key in keys)
            said = f"a cover of the kind `{kind}` has no `{key}`"
            writer.problems.add("content/unused-cover-key", place, said, f"leave it out, or choose {kinds}")


def _figure(node: Map, kind: CoverKind, writer: Writer, folder: Folder) -> Figure | None:
    image = node.text("picture")
    if image is None or "picture" not in USED[kind]:
        return None
    picture = open_picture(folder, image)
    if picture is None:
        return None
    if picture.art is not None and kind == "picture":
        said, hint = (
            "words stand on this picture, which has to be of pixels",
            "save it as PNG or JPEG, or choose `kind: plate`",
        )
        writer.problems.add("content/cover-of-lines", image.place, said, hint)
        return None
    id = writer.claim("cover")
    writer.sources[id] = image
    alt, decorative = node.text("alt"), node.flag("decorative", False)
    if not decorative and not _says(alt):
        said, hint = "nobody who cannot see the picture is told what it shows", "write `alt: …`, or `decorative: true`"
        writer.problems.add("content/cover-without-alt", image.place, said, hint)
    if alt:
        writer.sources[f"{id}.alt"] = alt
    words = " ".join(alt.text.split()) if alt else ""
    credit = writer.optional(f"{id}.credit", "P", node.text("credit"))
    return Figure(id, picture, words, decorative=decorative, credit=credit)


def _says(scalar: Scalar | None) -> bool:
    return scalar is not None and bool(scalar.text.strip())
