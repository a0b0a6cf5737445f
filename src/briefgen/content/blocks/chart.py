"""Charts: their numbers into plots, with what is said of them.

Comes: a chart of the outline. Goes: a chart of the brief, with its numbers as a table. Promise: what cannot be drawn as it
is asked for is reported, and nothing is drawn that deceives: lengths begin at zero unless the axis is marked as cut.
"""

import msgspec

from briefgen.charting.plot import Plot
from briefgen.content.blocks.bench import Bench, Spot, spans_page
from briefgen.content.blocks.chart_made import Made, make_steps
from briefgen.content.brief import Artwork, Chart, Span, Table, Text
from briefgen.content.typography import correct
from briefgen.content.writer import Writer
from briefgen.outline.tree import Map, Node, Scalar

READ_MOST = 720  # numbers that are read out one by one: twelve series of sixty
PRINTED_MOST = 5000  # forty pages of table


def make_chart(bench: Bench, node: Node, spot: Spot) -> tuple[Chart, ...]:
    """A chart, or none with a problem."""
    if not isinstance(node, Map):
        return ()
    kind = node.text("kind")
    made = None
    if kind is not None and kind.text == "steps":
        made = make_steps(bench, node)
    elif kind is not None:
        from briefgen.content.blocks.chart_plot import make_plot  # late: what reads numbers, steps do without

        made = make_plot(bench, node, kind)
    if made is None:
        return ()
    writer = bench.writer
    id = bench.claim("figure", node, spot)
    writer.sources[id] = Scalar("", node.place)
    label = writer.references.label(node)
    title = writer.labelled(f"{id}.title", "Caption", label, node.text("title"), Scalar("", node.place))
    subtitle = writer.optional(f"{id}.subtitle", "P", node.text("subtitle"))
    artwork = _artwork(bench, node, made, writer.claim(f"{id}.drawing"))
    numbers = _Numbers(writer, node, made)
    wanted = node.flag("table", False)
    heard = 0 < numbers.count <= (PRINTED_MOST if wanted else READ_MOST)
    table = numbers.table(writer.claim(f"{id}.table")) if heard else None
    return (
        Chart(
            id=id,
            title=title,
            subtitle=subtitle,
            artwork=artwork,
            table=table,
            source=writer.optional(f"{id}.source", "P", node.text("source")),
            note=writer.optional(f"{id}.note", "P", node.text("note")),
            printed=wanted and table is not None,
            spanning=spans_page(node),
            named="id" in node,
            here=node.flag("here", False),
        ),
    )


def _artwork(bench: Bench, node: Map, made: Made, id: str) -> Artwork:
    writer = bench.writer
    alt = node.text("alt")
    words = {label: _dressed(label, writer.language) for label in sorted(made.labels)}
    writer.sources[id] = Scalar("", node.place)
    artwork = Artwork(id, " ".join(alt.text.split()) if alt else "", made.plot, words, made.percent)
    if artwork.alt == "auto":
        from briefgen.content.blocks.chart_alt import has_phrases, with_alt  # late: many charts have words of their own

        if alt and not has_phrases(writer.language):
            said = f"`alt: auto` has no words in `{writer.language}`: it describes the chart in English"
            writer.problems.add("content/no-words", alt.place, said, "write the `alt` yourself")
        artwork = with_alt(artwork, writer.language)
    elif alt:
        writer.sources[f"{id}.alt"] = alt
    # what is drawn of shares is in percent, whatever the numbers are
    return msgspec.structs.replace(artwork, percent=made.percent or made.plot.arrangement == "share")


def _dressed(label: str, language: str) -> tuple[Span, ...]:
    """A label as spans: literally, but for the language's own characters."""
    return tuple(Span(part) for part in correct([(label, False)], language) if part)


class _Numbers:
    """Makes the cells of the table of one chart."""

    def __init__(self, writer: Writer, node: Map, made: Made) -> None:
        self._writer = writer
        self._source = Scalar("", node.place)
        self._made = made
        self._panels = made.plot.panels or (("", made.plot),)
        self._grouped = bool(made.plot.panels)

    @property
    def count(self) -> int:
        """How many numbers there are."""
        return sum(len(panel.xs) * len(panel.series) for _, panel in self._panels)

    def table(self, id: str) -> Table:
        """A row for each place, a column for each series."""
        names = [series.name for series in self._panels[0][1].series]
        made = self._made
        heads = [
            *([made.group] if self._grouped else []),
            *([made.label_name] if made.label_name else []),
            made.place_name,
            *names,
        ]
        head = tuple(self._text(f"{id}.head.c{number}", "TH", words) for number, words in enumerate(heads, 1))
        places = [(name, panel, at) for name, panel in self._panels for at in range(len(panel.xs))]
        rows = tuple(self._row(f"{id}.r{number}", *place) for number, place in enumerate(places, 1))
        align = ("left",) * (len(heads) - len(names)) + ("decimal",) * len(names)
        return Table(id=id, caption=None, units=None, head=head, rows=rows, align=align)

    def _row(self, id: str, name: str, panel: Plot, at: int) -> tuple[Text, ...]:
        first = [*([name] if self._grouped else []), *([panel.labels[at]] if panel.labels else [])]
        if panel.kind == "scatter":
            from briefgen.content.blocks.chart_alt import place_number  # late, as above

            first.append(self._writer.words.numerals(place_number(panel, panel.xs[at], self._writer.language)))
        words = [*first, *(self._number(series.values[at]) for series in panel.series)]
        roles = ["TH" if text else "TD" for text in first] + ["TD"] * len(panel.series)
        cells = zip(roles, words, strict=True)
        return tuple(self._text(f"{id}.c{number}", role, text) for number, (role, text) in enumerate(cells, 1))

    def _number(self, value: float | None) -> str:
        if value is None:
            return ""
        from briefgen.content.numbers import write_float  # late: as `make_plot`

        writer, made = self._writer, self._made
        return write_float(value, made.plot.decimals, writer.language, percent=made.percent, digits=writer.words.digits)

    def _text(self, id: str, role: str, words: str) -> Text:
        return self._writer.join(id, role, _dressed(words, self._writer.language) if words else (), self._source)
