"""What is shown: large figures, pictures and tables."""

from briefgen.outline.kinds import Key, ListKind, MapKind, Mapping, TextKind
from briefgen.outline.specification.common import CELL, FLAG, FOCUS, FULL, HERE, ID, PLAIN, TEXT, WIDTH
from briefgen.outline.specification.data import TABLE_FILE

STATS = Mapping(
    "stats",
    "Large figures that stand together. A list is the figures.",
    (
        Key("items", ListKind(MapKind("stat")), "The figures: two to eight, as a rule.", required=True),
        Key(
            "width",
            TextKind(choices=("column", "page"), refused=FULL),
            "As wide as a column, or as the page.",
            default="column, or page for more than three",
        ),
        HERE,
    ),
    "{items: [{value: 48 %, label: of the water leaks away}, {value: 7, label: years of drought}], width: page}\n",
    short="items",
)

PAIR = Mapping(
    "pair",
    "Two blocks side by side: figures, boxes, charts, tables. A list is the two.",
    (
        Key("items", ListKind(MapKind("block"), single=False, length=2), "The two blocks.", required=True),
        Key(
            "width",
            TextKind(choices=("column", "page"), refused=FULL),
            "As wide as a column, or as the page.",
            default="page",
        ),
        HERE,
    ),
    """\
items:
  - box: {heading: Before, content: Nobody counted.}
  - box: {heading: After, content: Everybody does.}
""",
    short="items",
)

STAT = Mapping(
    "stat",
    "A large figure.",
    (
        Key("value", TEXT, "The figure, as written.", required=True),
        Key("label", TEXT, "What it counts.", required=True),
        Key("icon", PLAIN, "A drawing or image file above it: an ornament. An SVG or a PDF is drawn in the accent alone."),
    ),
    "{value: 48 %, label: of the water leaks away}\n",
)

OF_IMAGES = (
    "decorative", "recolour", "width", "here", "source", "caption_place", "height", "crop", "focus", "bleed",
)  # fmt: skip

FIGURE = Mapping(
    "figure",
    "A figure: an image or a QR code. An image needs an `alt`, which says what it shows; an ornament has `decorative: true` "
    'and `alt: ""`, or none.',
    (
        Key("image", PLAIN, "A drawing (SVG, PDF) or an image file (PNG, JPEG, TIFF, WebP, GIF, BMP, AVIF, JPEG 2000)."),
        Key(
            "recolour",
            TextKind(choices=("accent",)),
            "accent to draw an SVG or a PDF in the accent, or its spot colour, alone.",
        ),
        Key("qr", PLAIN, "An address, drawn as a QR code with the address below it."),
        Key("alt", TextKind(may_be_empty=True), "What the picture shows, for those who cannot see it."),
        Key(
            "decorative",
            FLAG,
            "true when the picture is an ornament that says nothing; no reader is told of it.",
            default="false",
        ),
        Key("caption", TEXT, "The caption: its title, above it; below a photograph; of a QR code, beside it."),
        Key(
            "caption_place",
            TextKind(choices=("above", "below", "on")),
            "Above the picture, below it, or in white on its foot, darkened there until it can be read.",
            default="below a photograph, above all else",
        ),
        Key(
            "id",
            ID,
            "A name for references in texts, `[@name]` or `@name`; with it all figures are numbered, “Figure 1”, "
            "and tables with a caption too.",
        ),
        Key("source", TEXT, "Where what it shows comes from: it stands below it."),
        Key("credit", TEXT, "Who made the picture: it stands below that."),
        Key(
            "width",
            TextKind(choices=("column", "page", "half", "margin"), refused=(*FULL, ("50%", "write half"))),
            "As wide as a column, as the page, as half a column with its words beside it, or as the margin column, where "
            "`design.columns` is `margin`.",
            default="column",
        ),
        Key(
            "height",
            TextKind("figure_height"),
            "How high the picture is at the most: 60mm.",
            default="as its width asks for",
        ),
        Key(
            "crop",
            TextKind("ratio"),
            "The shape of the part that is shown, its width to its height: 3:2.",
            default="all of it",
        ),
        FOCUS,
        Key(
            "bleed",
            FLAG,
            "true for a picture across the page that runs to both edges of the paper, and into the bleed for a press; its "
            "words stay within the margins.",
            default="false",
        ),
        HERE,
    ),
    """\
image: assets/map.png
alt: A map of the basin; the wells lie along the river.
caption: The basin
width: page
""",
    exclusive=(("image", "qr"), *(("qr", key) for key in OF_IMAGES)),
    ways=(
        ("width", "leave out `width`: a QR code has its own size; for the margin, put it into an `aside`"),
        ("here", "leave out `here`: a QR code stands where it is written"),
    ),
    unless=(("image", ("qr",)), ("alt", ("decorative", "qr"))),
)

TABLE = Mapping(
    "table",
    "A table: its rows, or a file that holds them. Each row has as many cells as the head; an empty cell is `''`.",
    (
        Key(
            "head",
            ListKind(CELL, said=True),
            "Its column heads; of a file, in the stead of the names in it. Under an empty first one, the first column heads "
            "the rows.",
        ),
        Key("rows", ListKind(ListKind(CELL, single=False), single=False), "Its rows, each a list of cells."),
        *TABLE_FILE,
        Key(
            "row_heads",
            FLAG,
            "true when the first column heads the rows, for those who hear the table.",
            default="true under an empty first head, or where a file has texts before numbers",
        ),
        Key("summary", PLAIN, "What the table holds and how it is built: read out before it, and not shown."),
        Key("caption", TEXT, "The caption, above it."),
        Key("units", TEXT, "In which units it counts, such as € million: a line below the caption."),
        Key(
            "id",
            ID,
            "A name for references in texts; with it all tables are numbered, “Table 1”, and figures with a caption too.",
        ),
        Key(
            "align",
            ListKind(TextKind(choices=("left", "center", "right", "decimal"))),
            "How each column is aligned; `decimal` sets units under units. One value is for all of them.",
            default="columns of numbers but the first are decimal; years and all else left",
        ),
        Key(
            "groups",
            FLAG,
            "true to leave out a first cell that repeats the one above it: rows that begin alike are a group.",
            default="false",
        ),
        Key("total", FLAG, "true when the last row adds up the others.", default="false"),
        Key(
            "highlight",
            ListKind(PLAIN),
            "What stands out: rows by what they begin with, columns by their heads.",
        ),
        Key("source", TEXT, "Where it comes from: it stands below the table."),
        Key("note", TEXT, "What has to be known to read it: it stands below the source."),
        WIDTH,
        HERE,
    ),
    """\
head: [Year, Wells]
rows:
  - [2024, 1.5]
  - [2025, 12]
align: [left, decimal]
""",
    exclusive=tuple(("rows", key.name) for key in TABLE_FILE),
    unless=(("head", ("file",)), ("rows", ("file",))),
)
