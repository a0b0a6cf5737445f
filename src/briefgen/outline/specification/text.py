"""Sections and the blocks of running text."""

from briefgen.outline.kinds import Key, ListKind, MapKind, Mapping, TextKind
from briefgen.outline.specification.common import CONTENT, FLAG, HERE, ID, NEW_PAGE, PLACED, TEXT

SECTION = Mapping(
    "section",
    "A section. The bare word `findings` or `recommendations` in its stead places those there.",
    (
        Key("heading", TEXT, "Its heading."),
        Key("id", ID, "A name for references in texts: `[@name]` or `@name` reads “section ‘Why now’”, linked."),
        NEW_PAGE,
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

BLOCK = Mapping(
    "block",
    "A block. A text is a paragraph, and the bare word `findings` or `recommendations` places those there; otherwise it has "
    "exactly one of these keys.",
    (
        Key("paragraph", TEXT, "A paragraph, the same as a text; a blank line in it begins another."),
        Key("heading", MapKind("heading"), "A heading of the second or third level."),
        Key("pull_quote", MapKind("pull_quote"), "A sentence set large."),
        Key("list", ListKind(MapKind("item")), "A bulleted list."),
        Key("numbered", ListKind(MapKind("item")), "A numbered list."),
        Key("checklist", ListKind(TEXT), "A list of what is to be ticked."),
        Key("definitions", ListKind(MapKind("definition")), "Terms, each with what it means."),
        Key("timeline", ListKind(MapKind("event")), "Dates, each with what happened, below each other on a line."),
        Key("box", MapKind("box"), "A tinted box."),
        Key("aside", MapKind("aside"), "Words beside the text, in the margin column where there is one."),
        Key("stats", MapKind("stats"), "Large figures in a row."),
        Key("pair", MapKind("pair"), "Two blocks side by side."),
        Key("figure", MapKind("figure"), "A picture."),
        Key("table", MapKind("table"), "A table."),
        Key("chart", MapKind("chart"), "A chart, drawn from numbers."),
    ),
    "list: [One thing., Another.]\n",
    short="paragraph",
    one_of=True,
    words=PLACED,
)

HEADING = Mapping(
    "heading",
    "A heading of the second or third level. A text is what it says, on the second.",
    (
        Key("text", TEXT, "What it says.", required=True),
        Key("level", TextKind(choices=("2", "3")), "Its level; the first is that of sections.", default="2"),
        Key("run_in", FLAG, "true for one of the third level that runs into the paragraph below it.", default="false"),
        Key("id", ID, "A name for references in texts, `[@name]` or `@name`."),
        NEW_PAGE,
    ),
    "{text: What was measured, id: method}\n",
    short="text",
)

DEFINITION = Mapping(
    "definition",
    "A term and what it means.",
    (
        Key("term", TEXT, "The term.", required=True),
        Key("text", TEXT, "What it means.", required=True),
    ),
    "{term: Return flow, text: Water that comes back to the river after use.}\n",
)

EVENT = Mapping(
    "event",
    "A date and what happened.",
    (
        Key("date", TEXT, "The date, as written.", required=True),
        Key("text", TEXT, "What happened.", required=True),
    ),
    "{date: March 2019, text: The basin was closed to new licences.}\n",
)

PULL_QUOTE = Mapping(
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

ITEM = Mapping(
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

BOX = Mapping(
    "box",
    "A box. A text or a list is its content.",
    (
        Key("heading", TEXT, "Its heading."),
        Key("id", ID, "A name for references in texts; with it all boxes are numbered, “Box 1”."),
        Key("content", CONTENT, "Its blocks.", required=True),
        Key(
            "width",
            TextKind(choices=("column", "page", "full")),
            "As wide as a column, or as the page; `full`: on a page of its own.",
            default="column",
        ),
        HERE,
    ),
    """\
heading: A case
content:
  - Text in a tinted box.
""",
    short="content",
)

ASIDE = Mapping(
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
