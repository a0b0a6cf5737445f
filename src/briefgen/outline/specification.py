"""The outline format, once: from this table come the checker, the normal form, the JSON Schema and the reference.

Data only. Whoever adds a key here adds what content makes of it, and nothing else in this room.
"""

from briefgen.advice import RULES
from briefgen.outline.kinds import LINE_MOST, Key, ListKind, MapKind, Mapping, NotesKind, TextKind
from briefgen.standards import STANDARDS

TEXT = TextKind(marked=True)
PLAIN = TextKind(most=LINE_MOST)
CELL = TextKind(marked=True, may_be_empty=True)
TEXTS = ListKind(TEXT)
FLAG = TextKind("flag")
PLACED = ("findings", "recommendations")
CONTENT = ListKind(MapKind("block"))
WIDTH = TextKind(choices=("column", "page"))
ID = TextKind("id")
_WIDTH = Key("width", WIDTH, "As wide as a column, or as the page.", default="column")
_NEW_PAGE = Key("new_page", FLAG, "true to begin a page with it.", default="false")
_HERE = Key(
    "here",
    FLAG,
    "true to nail it down in the text; otherwise it may move to the head or foot of its column or page, or of the next.",
    default="false",
)

_OUTLINE = Mapping(
    "outline",
    "The outline itself. A title and three recommendations already make a brief.",
    (
        Key("title", TEXT, "The title of the brief.", required=True),
        Key("subtitle", TEXT, "A line under the title."),
        Key("series", TEXT, "The series, such as Policy brief."),
        Key("number", TEXT, "The number within the series; mere digits become “No. 7”, in the brief's language."),
        Key("date", TextKind("date"), "The date of the brief, as exact as you like: 2026-11-22, 2026-11 or 2026."),
        Key("language", TextKind("language"), "The language as a BCP 47 tag: hyphenation, quotes, labels.", default="en"),
        Key("keywords", ListKind(PLAIN, most=100), "Keywords for the file's metadata, up to 100."),
        Key(
            "marking",
            TextKind(most=100),
            "A marking on every page, head and foot, such as EMBARGOED or TLP:AMBER; it is read once. Up to 100 characters.",
        ),
        Key("publisher", MapKind("publisher"), "Who publishes the brief."),
        Key("authors", ListKind(MapKind("author"), most=500), "Who wrote it: up to 500 authors."),
        Key("standfirst", TEXT, "One paragraph under the title."),
        Key("summary", MapKind("summary"), "The box of key messages on page 1."),
        Key("sections", ListKind(MapKind("section")), "The sections of the brief, in order."),
        Key("findings", ListKind(MapKind("finding")), "The findings. They follow the sections unless they are placed."),
        Key("findings_heading", TEXT, "The heading of the findings.", default="Findings, in the brief's language"),
        Key(
            "recommendations",
            ListKind(MapKind("recommendation")),
            "The recommendations. They follow the findings unless they are placed.",
        ),
        Key(
            "recommendations_heading",
            TEXT,
            "The heading of the recommendations.",
            default="Recommendations, in the brief's language",
        ),
        Key("notes", NotesKind(), "The notes by their names: the mark `[^1]` in a text points to the note `1`."),
        Key("references", TEXTS, "The sources, one text for each."),
        Key("about", TEXTS, "About the brief or its publisher; each item is a paragraph."),
        Key("contact", TEXTS, "How to reach the publisher, besides the address and the URL given there."),
        Key("citation", TEXTS, "The suggested citation."),
        Key("acknowledgements", TEXTS, "Thanks."),
        Key("disclaimer", TEXTS, "What the publisher does not answer for."),
        Key("imprint", TEXTS, "Legal notice, licence, printer."),
        Key("design", MapKind("design"), "Paper, columns, colour, faces."),
        Key("print", MapKind("print"), "What a press is to get (`--profile press`)."),
        Key("advice", MapKind("advice"), "Which editorial advice is not wanted (`briefgen check`)."),
    ),
    """\
title: Count every drop
recommendations:
  - Meter each farm well before the next dry season.
  - Publish the readings monthly.
  - Let districts trade what they save.
""",
)

_PUBLISHER = Mapping(
    "publisher",
    "Who publishes the brief. A text is its name.",
    (
        Key("name", TEXT, "The name.", required=True),
        Key("logo", PLAIN, "An image file for the masthead."),
        Key("logo_alt", PLAIN, "What the logo shows, when it says more than the name does."),
        Key("url", PLAIN, "The web address."),
        Key("address", TEXT, "The postal address."),
    ),
    """\
name: Institute of Examples
logo: assets/logo.png
url: https://example.org
address: 1 Example Street, Exampletown
""",
    short="name",
)

_AUTHOR = Mapping(
    "author",
    "An author. A text is the name.",
    (
        Key("name", TEXT, "The name.", required=True),
        Key("role", TEXT, "The role."),
        Key("affiliation", TEXT, "The institution."),
        Key("email", PLAIN, "The e-mail address."),
    ),
    "{name: A. Author, role: Fellow, affiliation: Institute of Examples, email: author@example.org}\n",
    short="name",
)

_SUMMARY = Mapping(
    "summary",
    "The box of key messages. A list is its points.",
    (
        Key("heading", TEXT, "Its heading.", default="At a glance, in the brief's language"),
        Key("points", TEXTS, "The key messages.", required=True),
    ),
    """\
heading: At a glance
points:
  - Half of the water never reaches a tap.
  - Meters pay for themselves in two years.
""",
    short="points",
)

_SECTION = Mapping(
    "section",
    "A section. The bare word `findings` or `recommendations` in its stead places those there.",
    (
        Key("heading", TEXT, "Its heading."),
        Key("id", ID, "A name for references in texts: `[@name]` or `@name` reads “section ‘Why now’”, linked."),
        _NEW_PAGE,
        Key("content", CONTENT, "Its blocks."),
    ),
    """\
heading: Why now
content:
  - A paragraph with *emphasis* and a [survey](https://example.org).
  - pull_quote: A sentence that deserves to be large.
  - heading: A second level
  - findings
""",
    some_of=True,
    words=PLACED,
)

_BLOCK = Mapping(
    "block",
    "A block. A text is a paragraph, and the bare word `findings` or `recommendations` places those there; otherwise it has "
    "exactly one of these keys.",
    (
        Key("paragraph", TEXT, "A paragraph, the same as a text; a blank line in it begins another."),
        Key("heading", MapKind("heading"), "A heading of the second level."),
        Key("pull_quote", MapKind("pull_quote"), "A sentence set large."),
        Key("list", ListKind(MapKind("item")), "A bulleted list."),
        Key("numbered", ListKind(MapKind("item")), "A numbered list."),
        Key("box", MapKind("box"), "A tinted box."),
        Key("aside", MapKind("aside"), "Words beside the text, in the margin column where there is one."),
        Key("stats", MapKind("stats"), "Large figures in a row."),
        Key("figure", MapKind("figure"), "A picture."),
        Key("table", MapKind("table"), "A table."),
    ),
    "list: [One thing., Another.]\n",
    short="paragraph",
    one_of=True,
    words=PLACED,
)

_HEADING = Mapping(
    "heading",
    "A heading of the second level. A text is what it says.",
    (
        Key("text", TEXT, "What it says.", required=True),
        Key("id", ID, "A name for references in texts, `[@name]` or `@name`."),
        _NEW_PAGE,
    ),
    "{text: What was measured, id: method}\n",
    short="text",
)

_PULL_QUOTE = Mapping(
    "pull_quote",
    "A pull quote. A text is the quote. One that repeats words of the text is not read out a second time.",
    (
        Key("text", TEXT, "The quote.", required=True),
        Key("attribution", TEXT, "Whose words they are."),
        Key(
            "place",
            TextKind(choices=("column", "gutter", "margin", "page")),
            "In its column; in the gutter, where both columns run round it; in the margin column; or across the page.",
            default="column",
        ),
    ),
    "{text: Water is counted where it is paid for., attribution: The minister}\n",
    short="text",
)

_ITEM = Mapping(
    "item",
    "An item of a list. A text is its text.",
    (
        Key("text", TEXT, "The text.", required=True),
        Key("list", ListKind(MapKind("item")), "A bulleted list below it."),
        Key("numbered", ListKind(MapKind("item")), "A numbered list below it."),
    ),
    "{text: Two things, list: [the first, the second]}\n",
    short="text",
    exclusive=(("list", "numbered"),),
)

_BOX = Mapping(
    "box",
    "A box. A text or a list is its content.",
    (
        Key("heading", TEXT, "Its heading."),
        Key("id", ID, "A name for references in texts; with it all boxes are numbered, “Box 1”."),
        Key("content", CONTENT, "Its blocks.", required=True),
        _WIDTH,
        _HERE,
    ),
    """\
heading: A case
content:
  - Text in a tinted box.
""",
    short="content",
)

_ASIDE = Mapping(
    "aside",
    "An aside: it stands in the margin, beside the block before it, where `design.columns` is `margin`; elsewhere in its "
    "column. A text or a list is its content.",
    (
        Key("heading", TEXT, "Its heading."),
        Key("content", CONTENT, "Its blocks.", required=True),
    ),
    "content: [Words beside the text.]\n",
    short="content",
)

_STATS = Mapping(
    "stats",
    "Large figures that stand together. A list is the figures.",
    (
        Key("items", ListKind(MapKind("stat")), "The figures: two to eight, as a rule.", required=True),
        _WIDTH,
        _HERE,
    ),
    "{items: [{value: 48 %, label: of the water leaks away}, {value: 7, label: years of drought}], width: page}\n",
    short="items",
)

_STAT = Mapping(
    "stat",
    "A large figure.",
    (
        Key("value", TEXT, "The figure, as written.", required=True),
        Key("label", TEXT, "What it counts.", required=True),
    ),
    "{value: 48 %, label: of the water leaks away}\n",
)

_FIGURE = Mapping(
    "figure",
    "A figure: an image or a QR code. An image needs an `alt`, which says what it shows; an ornament has `decorative: true` "
    'and `alt: ""`, or none.',
    (
        Key("image", PLAIN, "An image file (PNG, JPEG, TIFF, WebP, GIF, BMP, AVIF, JPEG 2000)."),
        Key("qr", PLAIN, "An address, drawn as a QR code with the address below it."),
        Key("alt", TextKind(may_be_empty=True), "What the picture shows, for those who cannot see it."),
        Key(
            "decorative",
            FLAG,
            "true when the picture is an ornament that says nothing; no reader is told of it.",
            default="false",
        ),
        Key("caption", TEXT, "The caption."),
        Key("id", ID, "A name for references in texts, `[@name]` or `@name`; with it all figures are numbered, “Figure 1”."),
        Key("credit", TEXT, "Whose picture it is."),
        Key(
            "width",
            TextKind(choices=("column", "page", "margin")),
            "As wide as a column, as the page, or as the margin column, where `design.columns` is `margin`.",
            default="column",
        ),
        _HERE,
    ),
    """\
image: assets/map.png
alt: A map of the basin; the wells lie along the river.
caption: The basin
width: page
""",
    exclusive=(("image", "qr"), ("qr", "decorative"), ("qr", "width"), ("qr", "here")),
    unless=(("image", ("qr",)), ("alt", ("decorative", "qr"))),
)

_TABLE = Mapping(
    "table",
    "A table. Each row has as many cells as the head; an empty cell is `''`.",
    (
        Key(
            "head",
            ListKind(CELL, said=True),
            "Its column heads. Under an empty first one, the first column heads the rows.",
            required=True,
        ),
        Key("rows", ListKind(ListKind(CELL, single=False), single=False), "Its rows, each a list of cells.", required=True),
        Key(
            "row_heads",
            FLAG,
            "true when the first column heads the rows, for those who hear the table.",
            default="true under an empty first head",
        ),
        Key("summary", PLAIN, "What the table holds and how it is built: read out before it, and not shown."),
        Key("caption", TEXT, "The caption."),
        Key("id", ID, "A name for references in texts; with it all tables are numbered, “Table 1”."),
        Key(
            "align",
            ListKind(TextKind(choices=("left", "center", "right", "decimal"))),
            "How each column is aligned; `decimal` sets units under units. One value is for all of them.",
            default="left",
        ),
        _WIDTH,
        _HERE,
    ),
    """\
head: [Year, Wells]
rows:
  - [2024, 1.5]
  - [2025, 12]
align: [left, decimal]
""",
)

_FINDING = Mapping(
    "finding",
    "A finding. A text is its statement.",
    (
        Key("id", ID, "A name by which recommendations address it and texts refer to it, `[@name]` or `@name`."),
        Key("statement", TEXT, "What was found.", required=True),
        Key("evidence", TEXT, "What shows it."),
        Key("confidence", TextKind(choices=("high", "medium", "low")), "How sure it is."),
    ),
    "{id: leaks, statement: Half of the water leaks away., evidence: Two surveys of 2025., confidence: high}\n",
    short="statement",
)

_RECOMMENDATION = Mapping(
    "recommendation",
    "A recommendation. A text is its action.",
    (
        Key("id", ID, "A name for references in texts, `[@name]` or `@name`."),
        Key("action", TEXT, "What to do.", required=True),
        Key("for", TEXT, "Who is to do it."),
        Key("by", TEXT, "By when."),
        Key("priority", TEXT, "Its priority."),
        Key("rationale", TEXT, "Why."),
        Key("addresses", ListKind(ID), "The findings that it answers, by their ids or numbers."),
        Key("derived", FLAG, "true when it follows from the source's argument but does not stand in it.", default="false"),
    ),
    """\
action: Mend the pipes.
for: the water authority
by: within 12 months
addresses: [1]
""",
    short="action",
)

_DESIGN = Mapping(
    "design",
    "How the brief looks.",
    (
        Key("paper", TextKind(choices=("a4", "letter", "a5")), "The paper.", default="a4"),
        Key(
            "columns",
            TextKind(choices=("1", "2", "margin")),
            "The columns of text: one, two, or one beside a margin column.",
            default="2",
        ),
        Key("accent", MapKind("accent"), "The one colour besides black; it has to stand in quotes.", default='`"#8a1c1c"`'),
        Key("justify", FLAG, "true for justified text, false for ragged.", default="true"),
        Key("duplex", FLAG, "true for margins mirrored on left-hand pages.", default="false"),
        Key(
            "pages",
            TextKind("integer"),
            "The page count: the brief is fitted to it, or the build says by how many lines it is too long or short.",
        ),
        Key(
            "note_place",
            TextKind(choices=("foot", "margin", "end")),
            "Where notes stand: at the foot of the column that has their mark, in the margin column beside its line, or "
            "together at the end.",
            default="end, or margin where `columns` is `margin`",
        ),
        Key("typefaces", MapKind("typefaces"), "Font files of your own."),
        Key(
            "embed_source",
            FLAG,
            "true to embed the outline and all files that it names, whole and unchanged, in the PDF, which is then PDF/A-3a "
            "instead of PDF/A-2a; `briefgen extract` gives them back.",
            default="false",
        ),
        Key(
            "standards",
            ListKind(TextKind(choices=tuple(STANDARDS))),
            "What the PDF has to conform to. PDF/UA-2 with PDF/A-4, or -4f with the source embedded, is a file of PDF 2.0. "
            "Where no file can keep all of them, there is an error and no file.",
            default="PDF/UA-1 and PDF/A-2a, or PDF/A-3a with the source embedded",
        ),
    ),
    """\
paper: letter
columns: 1
accent: "#1c5a8a"
justify: false
""",
)

_ACCENT = Mapping(
    "accent",
    "The accent on a screen and in ink. A text is its colour on a screen; a press then gets the nearest inks.",
    (
        Key("screen", TextKind("colour"), "The colour on a screen.", required=True),
        Key(
            "cmyk",
            ListKind(TextKind("percent"), single=False, length=4),
            "The same in cyan, magenta, yellow and black, in percent; of a spot colour, what stands for it elsewhere.",
        ),
        Key("spot", TextKind("ink"), "The name of a spot colour that the press runs for it, on a plate of its own."),
    ),
    """\
screen: "#8a1c1c"
cmyk: [25, 95, 85, 20]
spot: PANTONE 7622 C
""",
    short="screen",
)

_PRINT = Mapping(
    "print",
    "What a press is to get. Ask the printer.",
    (
        Key("bleed", TextKind("length"), "How far colour runs over the edge that is trimmed.", default="3mm"),
        Key(
            "marks",
            TextKind(choices=("none", "crop", "all")),
            "Marks outside the bleed: none, crop marks, or also registration marks and colour bars.",
            default="none",
        ),
        Key("slug", FLAG, "true for a line outside the bleed that says what the sheet is.", default="false"),
        Key("ink_limit", TextKind("ink_limit"), "The most ink that may lie on one spot, in percent.", default="300"),
        Key(
            "profile",
            PLAIN,
            "The ICC profile of the press: an output profile for CMYK (.icc). Without it, SWOP inks on coated paper.",
        ),
    ),
    """\
bleed: 3mm
marks: crop
profile: assets/PSOcoated_v3.icc
""",
)

_ADVICE = Mapping(
    "advice",
    "What `briefgen check` says as an editor, besides what is wrong. A list is what is not wanted.",
    (
        Key(
            "without",
            ListKind(TextKind(choices=tuple(RULES))),
            "The rules that are to say nothing, by their names in [Editorial advice](#editorial-advice).",
            required=True,
        ),
    ),
    "{without: [long-sentence, no-deadline]}\n",
    short="without",
)

_TYPEFACES = Mapping(
    "typefaces",
    "Font files: TrueType, CFF OpenType, variable.",
    (
        Key("body", MapKind("typeface"), "The face of the text.", default="Source Serif Pro"),
        Key("display", MapKind("typeface"), "The face of headings, boxes and tables.", default="Source Sans Pro"),
        Key("fallback", ListKind(PLAIN), "Font files for characters that the others lack."),
    ),
    """\
body: {regular: fonts/Text.otf, italic: fonts/Text-Italic.otf}
fallback: [fonts/Symbols.ttf]
""",
)

_TYPEFACE = Mapping(
    "typeface",
    "One family of font files. A text is the regular face.",
    (
        Key("regular", PLAIN, "The regular face.", required=True),
        Key("italic", PLAIN, "The italic."),
        Key("bold", PLAIN, "The bold."),
        Key("bold_italic", PLAIN, "The bold italic."),
    ),
    "{regular: fonts/Text.otf, bold: fonts/Text-Bold.otf}\n",
    short="regular",
)

MAPPINGS: dict[str, Mapping] = {
    mapping.name: mapping
    for mapping in (
        _OUTLINE, _PUBLISHER, _AUTHOR, _SUMMARY, _SECTION, _BLOCK, _HEADING, _PULL_QUOTE, _ITEM, _BOX, _ASIDE, _STATS, _STAT,
        _FIGURE, _TABLE, _FINDING, _RECOMMENDATION, _DESIGN, _ACCENT, _TYPEFACES, _TYPEFACE, _PRINT, _ADVICE,
    )
}  # fmt: skip
