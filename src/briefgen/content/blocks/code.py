"""QR codes: what a figure is that has an address instead of an image."""

from briefgen.content.blocks.bench import Bench, Spot
from briefgen.content.brief import Code, Span
from briefgen.content.codes import MOST_BYTES, make_symbol
from briefgen.content.uris import ascii_address, readable
from briefgen.outline.tree import Map, Scalar


def make_code(bench: Bench, node: Map, qr: Scalar, spot: Spot) -> tuple[Code, ...]:
    """A QR code; nothing, with a problem, when its address is none."""
    writer = bench.writer
    uri = writer.address(qr.text.strip(), lambda: qr.place)
    encoded = ascii_address(uri)
    if len(encoded) > MOST_BYTES:
        said = f"the address has {len(encoded)} bytes, and a code that prints well holds {MOST_BYTES}"
        writer.problems.add("content/code-too-long", qr.place, said, "use a shorter address that leads there")
        return ()
    if not uri:
        return ()
    id = bench.claim("figure", node, spot)
    writer.sources[id] = qr
    alt = node.text("alt")
    if alt:
        writer.sources[f"{id}.alt"] = alt
    return (
        Code(
            id=id,
            symbol=make_symbol(encoded),
            alt=(" ".join(alt.text.split()) if alt else "") or f"QR: {uri}",
            caption=bench.caption(node, id),
            address=writer.join(f"{id}.address", "P", (Span(readable(uri), uri=uri),), qr),
            credit=writer.optional(f"{id}.credit", "P", node.text("credit")),
            named="id" in node,
        ),
    )
