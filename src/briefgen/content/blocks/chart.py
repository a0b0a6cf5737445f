"""Charts: their numbers into plots, with what is said of them.

Comes: a chart of the outline. Goes: a chart of the brief, with its numbers as a table. Promise: what cannot be drawn as it
is asked for is reported, and nothing is drawn that deceives: lengths begin at zero unless the axis is marked as cut.
"""

from briefgen.content.blocks.bench import Bench, Spot, spans_page
from briefgen.content.blocks.chart_alt import with_alt
from briefgen.content.blocks.chart_plot import Made, make_plot, make_steps
from briefgen.content.brief import Artwork, Chart, Span, Table, Text
from briefgen.content.numbers import write_float
from briefgen.content.typography import correct
from briefgen.content.writer import Writer
from briefgen.outline.tree import Map, Node, Scalar

READ_MOST = 720  # numbers that are read out one by one: twelve series of sixty


def make_chart(bench: Bench, node: Node, spot: Spot) -> tuple[Chart, ...]:
    """A chart, or none with a problem."""
    if not isinstance(node, Map):
        return ()
    kind = node.text("kind")
    made = None
    if kind is not None:
        made = make_steps(bench, node) if kind.text == "steps" else make_plot(bench, node, kind)
    if made is None:
        return ()
    writer = bench.writer
    id = bench.claim("figure", node, spot)
    writer.sources[id] = Scalar("", node.place)
    label = writer.references.label(node)
    title = writer.labelled(f"{id}.title", "Caption", label, node.text("title"), Scalar("", node.place))
    subtitle = writer.optional(f"{id}.subtitle", "P", node.text("subtitle"))
    artwork = _artwork(bench, node, made, writer.claim(f"{id}.drawing"))
    table = _table(writer, node, made, f"{id}.table", percent=artwork.percent)
    return (
        Chart(
            id=id,
            title=title,
            subtitle=subtitle,
            artwork=artwork,
            table=table,
            source=writer.optional(f"{id}.source", "P", node.text("source")),
            note=writer.optional(f"{id}.note", "P", node.text("note")),
            printed=table is not None and node.flag("table", False),
            spanning=spans_page(node),
            named="id" in node,
            here=node.flag("here", False),
        ),
    )


def _artwork(bench: Bench, node: Map, made: Made, id: str) -> Artwork:
    writer = bench.writer
    alt = node.text("alt")
    words = {label: _dressed(label, writer.language) for label in made.labels}
    writer.sources[id] = Scalar("", node.place)
    artwork = Artwork(id, " ".join(alt.text.split()) if alt else "", made.plot, words, made.percent)
    if artwork.alt == "auto":
        return with_alt(artwork, writer.language)
    if alt:
        writer.sources[f"{id}.alt"] = alt
    return artwork


def _dressed(label: str, language: str) -> tuple[Span, ...]:
    """A label as spans: literally, but for the language's own characters."""
    return tuple(Span(part) for part in correct([(label, False)], language) if part)


def _table(writer: Writer, node: Map, made: Made, id: str, *, percent: bool) -> Table | None:
    """The numbers as a table: a row for each place, a column for each series; None where there are too many to be heard."""
    plot = made.plot
    if plot.kind == "steps":
        return None
    panels = plot.panels or (("", plot),)
    count = sum(len(panel.xs) * len(panel.series) for _, panel in panels)
    if count > READ_MOST and not node.flag("table", False):
        return None
    source = Scalar("", node.place)

    def text(own: str, role: str, words: str) -> Text:
        return writer.join(own, role, _dressed(words, writer.language) if words else (), source)

    id = writer.claim(id)
    grouped = len(panels) > 1
    heads = [*([made.group] if grouped else []), made.place_name, *(series.name for series in panels[0][1].series)]
    rows: list[tuple[Text, ...]] = []
    for name, panel in panels:
        for at in range(len(panel.xs)):
            own = f"{id}.r{len(rows) + 1}"
            values = [series.values[at] for series in panel.series]
            cells = [
                "" if value is None else write_float(value, plot.decimals, writer.language, percent=percent)
                for value in values
            ]
            place = made.place_of(panel, at)
            first = [*([name] if grouped else []), place]
            texts = [*first, *cells]
            roles = ["TH" if words else "TD" for words in first] + ["TD"] * len(cells)
            rows.append(
                tuple(
                    text(f"{own}.c{number}", role, words)
                    for number, (role, words) in enumerate(zip(roles, texts, strict=True), 1)
                )
            )
    head = tuple(text(f"{id}.head.c{number}", "TH", words) for number, words in enumerate(heads, 1))
    align = tuple(["left"] * (len(heads) - len(panels[0][1].series)) + ["decimal"] * len(panels[0][1].series))
    return Table(id=id, caption=None, head=head, rows=tuple(rows), align=align)
