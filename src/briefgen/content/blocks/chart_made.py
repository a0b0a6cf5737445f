"""What content makes of a chart: a plot, and words for its table.

Comes: a chart of steps, which has no numbers; those of numbers `chart_plot` makes. Goes: what is drawn and what is read.
"""

import msgspec

from briefgen.charting.plot import Plot
from briefgen.content.blocks.bench import Bench
from briefgen.content.brief import Artwork
from briefgen.outline.tree import Map


class Made(msgspec.Struct, frozen=True):
    """A plot, and the words for its table: `place_name` heads the places, `label_name` the names of points,
    `group` the small charts.

    `percent`: the data have percent signs.
    """

    plot: Plot
    labels: frozenset[str]
    place_name: str = ""
    label_name: str = ""
    group: str = ""
    percent: bool = False


def make_steps(bench: Bench, node: Map) -> Made | None:
    """Steps: no numbers."""
    steps = tuple(" ".join(scalar.text.split()) for scalar in node.texts("steps"))
    back = node.text("back")
    said = " ".join(back.text.split()) if back else ""
    if len(steps) < 2:
        hint = "write `steps:` with two to eight texts"
        bench.writer.problems.add("chart/wrong-columns", node.place, f"a chart of steps has {len(steps)} of them", hint)
        return None
    plot = Plot("steps", steps, tuple(float(n) for n in range(len(steps))), (), back=said)
    return Made(plot, frozenset({*steps, said} - {""}))


def plot_of(artwork: Artwork) -> Plot:
    """The plot that an artwork draws."""
    assert isinstance(artwork.plot, Plot)  # noqa: S101  the record knows no charts
    return artwork.plot
