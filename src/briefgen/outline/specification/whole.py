"""The outline itself, and what stands at its head."""

from briefgen.outline.kinds import Key, ListKind, MapKind, Mapping, NotesKind, TextKind
from briefgen.outline.specification import sources
from briefgen.outline.specification.common import FLAG, PLAIN, TEXT, TEXTS

OUTLINE = Mapping(
    "outline",
    "The outline itself. A title and three recommendations already make a brief.",
    (
        Key("title", TEXT, "The title of the brief.", required=True),
        Key(
            "house",
            PLAIN,
            "A file of what the briefs of a house share: publisher, design, labels, disclaimer and the like, written as "
            "here. What the outline says itself wins.",
        ),
        Key(
            "short_title",
            PLAIN,
            "The title in a few words, for the heads of pages.",
            default="the title, cut where it is long",
        ),
        Key("subtitle", TEXT, "A line under the title."),
        Key("series", TEXT, "The series, such as Policy brief."),
        Key("number", TEXT, "The number within the series; mere digits become “No. 7”, in the brief's language."),
        Key("date", TextKind("date"), "The date of the brief, as exact as you like: 2026-11-22, 2026-11 or 2026."),
        Key("language", TextKind("language"), "The language as a BCP 47 tag: hyphenation, quotes, labels.", default="en"),
        Key(
            "digits",
            TextKind(
                choices=tuple(
                    "latin arabic-indic persian devanagari bengali gurmukhi gujarati odia tamil telugu kannada malayalam "
                    "thai lao tibetan burmese khmer".split()
                )
            ),
            "The digits that briefgen writes with: dates, numbers of pages, notes and labels, numbers from files of data. "
            "What you write stays as it is.",
            default="those of the language: of fa `persian`, of ne `devanagari`",
        ),
        Key("labels", MapKind("labels"), "Labels of your own in place of briefgen's, such as Advice for Recommendation."),
        Key("keywords", ListKind(PLAIN, most=100), "Keywords for the file's metadata, up to 100."),
        Key(
            "marking",
            TextKind(most=100),
            "A marking on every page, head and foot, such as EMBARGOED or TLP:AMBER; it is read once. Up to 100 characters.",
        ),
        Key("publisher", MapKind("publisher"), "Who publishes the brief."),
        Key("authors", ListKind(MapKind("author"), most=500), "Who wrote it: up to 500 authors."),
        Key("partners", MapKind("partners"), "Partners with their logos, at the end."),
        Key("standfirst", TEXT, "One paragraph under the title."),
        Key("summary", MapKind("summary"), "The box of key messages on page 1."),
        Key(
            "contents",
            FLAG,
            "true for a strip of contents below the summary: the sections with their pages.",
            default="true from eight pages and three sections on",
        ),
        Key("contents_heading", TEXT, "What stands over the contents.", default="nothing"),
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
        Key(
            "recommendations_overview",
            FLAG,
            "true for a table of all recommendations before the first: number, action, for whom, by when.",
            default="true from nine on",
        ),
        Key(
            "recommendations_grouped",
            FLAG,
            "true to group them by their priority, in the order in which the priorities first appear.",
            default="false",
        ),
        Key("notes", NotesKind(), "The notes by their names: the mark `[^1]` in a text points to the note `1`."),
        *sources.KEYS,
        Key("references", TEXTS, "Sources written by hand, one text for each; they follow those that are cited."),
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

PUBLISHER = Mapping(
    "publisher",
    "Who publishes the brief. A text is its name.",
    (
        Key("name", TEXT, "The name.", required=True),
        Key("logo", PLAIN, "A drawing (SVG, PDF) or an image file for the masthead."),
        Key(
            "show_name",
            FLAG,
            "false where the logo has the name: it is then read, and not shown.",
            default="false where `logo_alt` has the name and the logo is wide, else true",
        ),
        Key("logo_recolour", TextKind(choices=("accent",)), "accent to draw it in the accent, or its spot colour, alone."),
        Key(
            "logo_reversed",
            PLAIN,
            "The logo for dark grounds: it stands bare on a cover, where the other stands on white.",
        ),
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

AUTHOR = Mapping(
    "author",
    "An author. A text is the name.",
    (
        Key("name", TEXT, "The name.", required=True),
        Key("role", TEXT, "The role."),
        Key("affiliation", TEXT, "The institution."),
        Key("email", PLAIN, "The e-mail address."),
        Key("orcid", TextKind("orcid"), "The ORCID iD, which becomes a link."),
        Key("portrait", PLAIN, "An image file: it is shown as a disc of 22 mm, at the end, beside the biography."),
        Key("portrait_alt", PLAIN, "What the portrait shows, when it says more than the name does."),
        Key("bio", TEXTS, "A few words about the author; each item is a paragraph."),
    ),
    "{name: A. Author, role: Fellow, affiliation: Institute of Examples, email: author@example.org}\n",
    short="name",
)

PARTNERS = Mapping(
    "partners",
    "Who stands behind the brief besides its publisher. A list is the logos.",
    (
        Key("heading", TEXT, "What is said of them, such as With the support of."),
        Key("logos", ListKind(MapKind("partner"), most=24), "Their logos: each covers as much of the page.", required=True),
    ),
    """\
heading: With the support of
logos:
  - {name: Foundation of Examples, logo: assets/foundation.png}
  - {name: Ministry of Water, logo: assets/ministry.svg}
""",
    short="logos",
)

PARTNER = Mapping(
    "partner",
    "A partner with its logo.",
    (
        Key("name", PLAIN, "The name, which is read in place of the logo.", required=True),
        Key("logo", PLAIN, "A drawing (SVG, PDF) or an image file.", required=True),
    ),
    "{name: Foundation of Examples, logo: assets/foundation.png}\n",
)

SUMMARY = Mapping(
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

_NUMBERED = "`{}` stands for the number, which otherwise follows."
LABELS = Mapping(
    "labels",
    "Words that briefgen sets itself, in place of those that it has in the brief's language.",
    (
        Key("summary", PLAIN, "Over the box of key messages."),
        Key("findings", PLAIN, "Over the findings."),
        Key("finding", PLAIN, f"Of one finding. {_NUMBERED}"),
        Key("recommendations", PLAIN, "Over the recommendations."),
        Key("recommendation", PLAIN, f"Of one recommendation. {_NUMBERED}"),
        Key("for", PLAIN, "Before whom a recommendation is for."),
        Key("by", PLAIN, "Before the date by which."),
        Key("priority", PLAIN, "Before the priority."),
        Key("addresses", ListKind(PLAIN, most=2), "Before the number of one finding that is addressed, and of several."),
        Key("answered", ListKind(PLAIN, most=2), "Before the number of one recommendation that answers, and of several."),
        Key("confidence", ListKind(PLAIN, single=False, length=3), "What is said of high, medium and low confidence."),
        Key("derived", PLAIN, "Of a recommendation that the writer has derived."),
        Key("all_derived", ListKind(PLAIN, most=2), "Where all of them are derived: of one, and of several."),
        Key("notes", PLAIN, "Over the notes."),
        Key("references", PLAIN, "Over the sources."),
        Key("about", PLAIN, "Over what is said about the brief."),
        Key("authors", PLAIN, "Over the authors."),
        Key("contact", PLAIN, "Over how to reach the publisher."),
        Key("citation", PLAIN, "Over the suggested citation."),
        Key("acknowledgements", PLAIN, "Over thanks."),
        Key("disclaimer", PLAIN, "Over the disclaimer."),
        Key("imprint", PLAIN, "Over the imprint."),
        Key("number", PLAIN, f"Of the number in the series. {_NUMBERED}"),
        Key("figure", PLAIN, f"Of a figure. {_NUMBERED}"),
        Key("table", PLAIN, f"Of a table. {_NUMBERED}"),
        Key("box", PLAIN, f"Of a box. {_NUMBERED}"),
        Key("section", PLAIN, "Of a section that is referred to. `{}` stands for its heading, which otherwise follows."),
    ),
    """\
finding: Lesson
recommendation: Advice
addresses: [Follows from lesson, Follows from lessons]
confidence: [Sure, Likely, Possible]
""",
    some_of=True,
)
