"""The outline format, once: from this table come the checker, the JSON Schema and the reference.

A mapping has keys, a key has a kind. `short` names the key that a bare text (or list) stands for, so that short forms stay
short. Data only.
"""

import msgspec


class TextKind(msgspec.Struct, frozen=True, tag="text"):
    """A text. `form` names a stricter form: date, colour, language, id, flag, integer; `choices` the values allowed."""

    form: str = ""
    choices: tuple[str, ...] = ()
    may_be_empty: bool = False


class ListKind(msgspec.Struct, frozen=True, tag="list"):
    """A list of `item`s; a single item may stand for a list of one where `single`."""

    item: "Kind"
    single: bool = True


class MapKind(msgspec.Struct, frozen=True, tag="map"):
    """The mapping of MAPPINGS named `name`."""

    name: str


class NotesKind(msgspec.Struct, frozen=True, tag="notes"):
    """A mapping from note marks to texts."""


Kind = TextKind | ListKind | MapKind | NotesKind


class Key(msgspec.Struct, frozen=True):
    """A key: what it holds and, for people, what it is for."""

    name: str
    kind: Kind
    doc: str
    required: bool = False


class Mapping(msgspec.Struct, frozen=True):
    """A mapping of the format. `one_of`: exactly one of its keys may stand. `marks`: bare words with a meaning of their own."""

    name: str
    doc: str
    keys: tuple[Key, ...]
    short: str = ""
    one_of: bool = False
    marks: tuple[str, ...] = ()


TEXT = TextKind()
TEXTS = ListKind(TEXT)
FLAG = TextKind("flag")
DATE = TextKind("date")
PLACED = ("findings", "recommendations")
CONTENT = ListKind(MapKind("block"))
WIDTH = TextKind(choices=("column", "page"))

_TOP = (
    Key("title", TEXT, "The title of the brief.", required=True),
    Key("subtitle", TEXT, "A line under the title."),
    Key("series", TEXT, "The series, such as Policy brief."),
    Key("number", TEXT, "The number within the series."),
    Key("date", DATE, "The date of the brief: 2026-11-22, 2026-11 or 2026. The file is dated by it."),
    Key("language", TextKind("language"), "The language as a BCP 47 tag, such as en-GB. English when left out."),
    Key("keywords", TEXTS, "Keywords for the file's metadata."),
    Key("marking", TEXT, "A marking on every page, head and foot, such as EMBARGOED or TLP:AMBER."),
    Key("publisher", MapKind("publisher"), "Who publishes the brief; a bare text is its name."),
    Key("authors", ListKind(MapKind("author")), "Who wrote it; a bare text is a name."),
    Key("standfirst", TEXT, "One paragraph under the title."),
    Key("summary", MapKind("summary"), "The box on page 1; a bare list is its points."),
    Key(
        "sections",
        ListKind(MapKind("section")),
        "The sections; the bare words findings and recommendations place those.",
    ),
    Key("findings", ListKind(MapKind("finding")), "The findings; a bare text is a statement."),
    Key("findings_heading", TEXT, "The heading over the findings, when not placed inside a section."),
    Key("recommendations", ListKind(MapKind("recommendation")), "The recommendations; a bare text is an action."),
    Key("recommendations_heading", TEXT, "The heading over the recommendations, when not placed inside a section."),
    Key("notes", NotesKind(), "The notes, by their marks: [^1] in a text points to the note 1."),
    Key("references", TEXTS, "The sources, one text each."),
    Key("about", TEXTS, "About the brief or the publisher; a list is paragraphs."),
    Key("contact", TEXTS, "How to reach the publisher."),
    Key("citation", TEXTS, "The suggested citation."),
    Key("acknowledgements", TEXTS, "Thanks."),
    Key("disclaimer", TEXTS, "What the publisher does not answer for."),
    Key("imprint", TEXTS, "Legal notice, licence, printer."),
    Key("design", MapKind("design"), "Paper, columns, colours, faces."),
)

MAPPINGS: dict[str, Mapping] = {
    mapping.name: mapping
    for mapping in (
        Mapping("outline", "The outline itself.", _TOP),
        Mapping(
            "publisher",
            "Who publishes the brief.",
            (
                Key("name", TEXT, "The name.", required=True),
                Key("logo", TEXT, "An image file for the masthead, inside the outline's folder."),
                Key("logo_alt", TEXT, "What the logo says, when it says more than the name."),
                Key("url", TEXT, "The web address."),
                Key("address", TEXT, "The postal address."),
            ),
            short="name",
        ),
        Mapping(
            "author",
            "An author.",
            (
                Key("name", TEXT, "The name.", required=True),
                Key("role", TEXT, "The role."),
                Key("affiliation", TEXT, "The institution."),
                Key("email", TEXT, "The e-mail address."),
            ),
            short="name",
        ),
        Mapping(
            "summary",
            "The summary box.",
            (
                Key("heading", TEXT, "Its heading; At a glance, in the brief's language, when left out."),
                Key("points", TEXTS, "The key messages.", required=True),
            ),
            short="points",
        ),
        Mapping(
            "section",
            "A section of the brief.",
            (
                Key("heading", TEXT, "Its heading."),
                Key("content", CONTENT, "Its blocks."),
            ),
            short="content",
            marks=PLACED,
        ),
        Mapping(
            "block",
            "A block: a bare text is a paragraph; otherwise exactly one of these keys.",
            (
                Key("paragraph", TEXT, "A paragraph, the same as a bare text."),
                Key("heading", TEXT, "A heading of the second level."),
                Key("pull_quote", MapKind("pull_quote"), "A sentence set large; a bare text is the quote."),
                Key("list", ListKind(MapKind("item")), "A bulleted list."),
                Key("numbered", ListKind(MapKind("item")), "A numbered list."),
                Key("box", MapKind("box"), "A tinted box; a bare text or list is its content."),
                Key("stats", ListKind(MapKind("stat")), "Large figures in a row."),
                Key("figure", MapKind("figure"), "A picture."),
                Key("table", MapKind("table"), "A table."),
            ),
            short="paragraph",
            one_of=True,
            marks=PLACED,
        ),
        Mapping(
            "pull_quote",
            "A pull quote.",
            (
                Key("text", TEXT, "The quote.", required=True),
                Key("attribution", TEXT, "Whose words they are."),
            ),
            short="text",
        ),
        Mapping(
            "item",
            "An item of a list; a bare text is its text.",
            (
                Key("text", TEXT, "The text.", required=True),
                Key("list", ListKind(MapKind("item")), "A bulleted list below it."),
                Key("numbered", ListKind(MapKind("item")), "A numbered list below it."),
            ),
            short="text",
        ),
        Mapping(
            "box",
            "A box.",
            (
                Key("heading", TEXT, "Its heading."),
                Key("content", CONTENT, "Its blocks.", required=True),
            ),
            short="content",
        ),
        Mapping(
            "stat",
            "A large figure.",
            (
                Key("value", TEXT, "The figure, as written.", required=True),
                Key("label", TEXT, "What it counts.", required=True),
            ),
        ),
        Mapping(
            "figure",
            "A figure. `alt` is needed unless it is decorative.",
            (
                Key("image", TEXT, "An image file (PNG, JPEG, TIFF, WebP, GIF) inside the outline's folder.", required=True),
                Key("alt", TextKind(may_be_empty=True), "What the picture shows, for those who cannot see it."),
                Key("decorative", FLAG, "true when the picture says nothing."),
                Key("caption", TEXT, "The caption."),
                Key("credit", TEXT, "Whose picture it is."),
                Key("width", WIDTH, "column, or page for all columns."),
            ),
        ),
        Mapping(
            "table",
            "A table.",
            (
                Key("head", ListKind(TextKind(may_be_empty=True)), "The heads of its columns.", required=True),
                Key(
                    "rows",
                    ListKind(ListKind(TextKind(may_be_empty=True), single=False), single=False),
                    "The rows, each with as many cells as the head.",
                    required=True,
                ),
                Key("caption", TEXT, "The caption."),
                Key(
                    "align",
                    ListKind(TextKind(choices=("left", "center", "right", "decimal"))),
                    "How each column is aligned.",
                ),
                Key("width", WIDTH, "column, or page for all columns."),
            ),
        ),
        Mapping(
            "finding",
            "A finding.",
            (
                Key("id", TextKind("id"), "A name for it, by which recommendations address it."),
                Key("statement", TEXT, "What was found.", required=True),
                Key("evidence", TEXT, "What shows it."),
                Key("confidence", TextKind(choices=("high", "medium", "low")), "How sure it is."),
            ),
            short="statement",
        ),
        Mapping(
            "recommendation",
            "A recommendation.",
            (
                Key("id", TextKind("id"), "A name for it."),
                Key("action", TEXT, "What to do.", required=True),
                Key("for", TEXT, "Who is to do it."),
                Key("by", TEXT, "By when."),
                Key("priority", TEXT, "Its priority."),
                Key("rationale", TEXT, "Why."),
                Key("addresses", ListKind(TextKind("id")), "The ids of the findings that it answers."),
                Key("derived", FLAG, "true when it follows from the source's argument but is not in the source."),
            ),
            short="action",
        ),
        Mapping(
            "design",
            "How the brief looks.",
            (
                Key("paper", TextKind(choices=("a4", "letter", "a5")), "The paper; a4 when left out."),
                Key("columns", TextKind(choices=("1", "2")), "The columns of text; 2 when left out."),
                Key("accent", TextKind("colour"), 'The one colour, as "#rrggbb".'),
                Key("justify", FLAG, "true for justified text, the default; false for ragged."),
                Key("duplex", FLAG, "true for margins mirrored on left-hand pages."),
                Key("pages", TextKind("integer"), "The page count wanted; a warning says when the brief has another."),
                Key("typefaces", MapKind("typefaces"), "Font files in place of Source Serif Pro and Source Sans Pro."),
            ),
        ),
        Mapping(
            "typefaces",
            "Font files (TrueType, CFF OpenType, variable) inside the outline's folder.",
            (
                Key("body", MapKind("typeface"), "The face of the text."),
                Key("display", MapKind("typeface"), "The face of headings, boxes and tables."),
                Key("fallback", TEXTS, "Files to look in for characters that the others lack."),
            ),
        ),
        Mapping(
            "typeface",
            "One family; a bare text is its regular face.",
            (
                Key("regular", TEXT, "The regular face.", required=True),
                Key("italic", TEXT, "The italic."),
                Key("bold", TEXT, "The bold."),
                Key("bold_italic", TEXT, "The bold italic."),
            ),
            short="regular",
        ),
    )
}
