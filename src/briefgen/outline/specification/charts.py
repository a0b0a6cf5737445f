"""Charts: what they show, and what is said of them."""

from briefgen.outline.kinds import LINE_MOST, Key, ListKind, MapKind, Mapping, TextKind
from briefgen.outline.specification.common import FLAG, HERE, ID, PLAIN, TEXT, WIDTH
from briefgen.outline.specification.data import READING

KINDS = ("bar", "column", "line", "area", "dot", "range", "slope", "scatter", "pyramid", "waffle", "steps")
_DRAWN = "draw it elsewhere and show it with `figure:`, with its numbers in a `table:`"
_SHARES = "bars on one axis are read more exactly: write `kind: bar`, or `kind: waffle` for parts of a hundred"
REFUSED = (
    ("map", f"maps are not drawn from numbers: {_DRAWN}; or compare places with `kind: bar`"),
    ("choropleth", f"maps are not drawn from numbers: {_DRAWN}; or compare places with `kind: bar`"),
    ("pie", _SHARES),
    ("donut", _SHARES),
    ("doughnut", _SHARES),
    ("radar", "write `kind: dot`, a row for each subject"),
    ("bubble", "write `kind: scatter`; a second chart shows the third number"),
    ("histogram", "count the values of each class yourself, and write `kind: column`"),
)
VALUE = TextKind(most=60)
CELL = TextKind(may_be_empty=True, most=LINE_MOST)  # literally: what stands among numbers has no marks

CHART = Mapping(
    "chart",
    "A chart, drawn from numbers in the brief's own type and inks. Its title says the finding; what it counts, and in which "
    "unit, the subtitle.",
    (
        Key("kind", TextKind(choices=KINDS, refused=REFUSED), "The kind.", required=True),
        Key("title", TEXT, "What the chart shows, in a sentence: it stands above it."),
        Key("subtitle", TEXT, "What is counted, where, and in which unit."),
        Key(
            "data",
            ListKind(ListKind(CELL, single=False), single=False, file=True),
            "The numbers: rows, the first of which has the names of the columns; or a file of data, CSV or XLSX. An empty "
            "cell is a missing value.",
        ),
        *READING,
        Key("x", PLAIN, "The column of places: categories, years, dates such as 2026-11 or numbers.", default="the first"),
        Key("y", ListKind(PLAIN), "The columns of values, each of which is a series.", default="all others"),
        Key(
            "label",
            PLAIN,
            "Of a scatter, the column with the names of its points.",
            default="none, or the first where it has texts",
        ),
        Key("multiples", PLAIN, "A column: a small chart is drawn for each value in it, all with the same scale."),
        Key(
            "series",
            TextKind(choices=("grouped", "stacked", "share")),
            "Of bars, columns and areas: side by side, on top of each other, or as shares of a hundred.",
            default="grouped; of areas stacked",
        ),
        Key("steps", ListKind(PLAIN, most=8), "Of the kind `steps`: what follows each other; two to eight texts."),
        Key("back", PLAIN, "Of the kind `steps`: what leads from the last back to the first."),
        Key("highlight", ListKind(PLAIN), "The names of series or of places that stand out; the others step back."),
        Key("log", TextKind(choices=("x", "y", "both")), "Which axis is logarithmic; lengths cannot be."),
        Key("from", VALUE, "Where the axis of values begins. Lengths begin at 0: with any other number `cut` is needed."),
        Key("to", VALUE, "Where the axis of values ends, at least."),
        Key("cut", FLAG, "true to cut the axis of lengths, which then is marked as cut.", default="false"),
        Key("lines", ListKind(MapKind("chart_line"), most=12), "Lines across the chart: a target, a mean."),
        Key("periods", ListKind(MapKind("chart_period"), most=24), "Shaded stretches of the x axis."),
        Key("annotations", ListKind(MapKind("chart_annotation"), most=24), "Words at points of the chart."),
        Key(
            "alt",
            TextKind(),
            "What the chart shows, for those who cannot see it; `auto` makes it from the numbers.",
            required=True,
        ),
        Key(
            "table",
            FLAG,
            "true to print the numbers below the chart; they are always there to be read out.",
            default="false",
        ),
        Key("id", ID, "A name for references in texts; charts are numbered with the figures."),
        Key("source", TEXT, "Where the numbers come from: it stands below the chart."),
        Key("note", TEXT, "What has to be known to read it: it stands below the source."),
        WIDTH,
        HERE,
    ),
    """\
kind: line
title: Less flows in each year, and ever more flows out
subtitle: Million m³ a year. Example data
data:
  - [Year, In, Out]
  - [2022, 41, 30]
  - [2023, 37, 33]
  - [2024, 32, 35]
  - [2025, 30, 39]
alt: auto
source: Example data
""",
    unless=(("data", ("steps",)),),
    exclusive=(("data", "steps"),),
)

LINE = Mapping(
    "chart_line",
    "A line across a chart, at a value.",
    (
        Key("at", VALUE, "The value.", required=True),
        Key("label", PLAIN, "What it is.", required=True),
        Key("axis", TextKind(choices=("x", "y")), "Of which axis it is a value.", default="y: that of the values"),
    ),
    "{at: 35, label: Target}\n",
)

PERIOD = Mapping(
    "chart_period",
    "A shaded stretch of the x axis.",
    (
        Key("from", VALUE, "Where it begins.", required=True),
        Key("to", VALUE, "Where it ends.", required=True),
        Key("label", PLAIN, "What it is.", required=True),
    ),
    "{from: 2023, to: 2024, label: Drought}\n",
)

ANNOTATION = Mapping(
    "chart_annotation",
    "Words at a point of a chart.",
    (
        Key("x", VALUE, "The point's place on the x axis.", required=True),
        Key("y", VALUE, "The point's value.", default="that of the first series there"),
        Key("text", PLAIN, "The words.", required=True),
    ),
    "{x: 2024, text: The pumps were mended}\n",
)
