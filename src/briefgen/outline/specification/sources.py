"""The part of the format that tells sources: the variables of CSL that an entry in an outline may have.

The names are those of CSL 1.0.2, appendix IV.
"""

from briefgen.outline.kinds import LINE_MOST, Key, ListKind, MapKind, Mapping, TextKind

TEXT = TextKind(marked=True, most=LINE_MOST)
PLAIN = TextKind(most=LINE_MOST)
LICENCES = (*(f"CC {terms} 4.0" for terms in "BY BY-SA BY-NC BY-ND BY-NC-SA BY-NC-ND".split()), "CC0 1.0")
PEOPLE = ListKind(MapKind("name"), most=500)
TYPES = (
    "article article-journal article-magazine article-newspaper bill book broadcast chapter dataset document entry "
    "entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation manuscript map "
    "motion_picture pamphlet paper-conference patent periodical personal_communication post post-weblog regulation report "
    "review software song speech standard thesis treaty webpage"
).split()
_DATE = "2024-03-31, 2024-03, 2024, or a span of two, 2024-03/2024-05; other text, such as forthcoming, stands as it is"

SOURCE = Mapping(
    "source",
    "A source. A text is a file of sources. An entry has the variables of CSL, as Zotero's CSL JSON has them.",
    (
        Key("file", PLAIN, "A file: BibTeX or biblatex (.bib), CSL-JSON (.json), CSL-YAML (.yaml) or RIS (.ris)."),
        Key("id", TextKind("key"), "The key by which texts cite it: `[@un2024]`, `[@un2024, p. 4]`, `@un2024`."),
        Key("type", TextKind(choices=tuple(TYPES)), "What it is.", default="document"),
        Key("title", TEXT, "Its title."),
        Key("author", PEOPLE, "Who wrote it, or the institution."),
        Key("editor", PEOPLE, "Who edited it."),
        Key("translator", PEOPLE, "Who translated it."),
        Key("issued", PLAIN, f"When it came out: {_DATE}."),
        Key("accessed", PLAIN, f"When a web page was read: {_DATE}."),
        Key("publisher", TEXT, "Who published it; of a report, the institution."),
        Key("publisher-place", TEXT, "Where the publisher is."),
        Key("container-title", TEXT, "The journal, newspaper, website, or the book of a chapter."),
        Key("collection-title", TEXT, "The series."),
        Key("collection-number", PLAIN, "The number within the series."),
        Key("genre", TEXT, "The kind of report, thesis, …: Working paper."),
        Key("number", PLAIN, "The number of a report, law or standard."),
        Key("volume", PLAIN, "The volume."),
        Key("issue", PLAIN, "The issue of a journal."),
        Key("page", PLAIN, "The pages: 12-30."),
        Key("chapter-number", PLAIN, "The number of a chapter."),
        Key("edition", PLAIN, "The edition: 2."),
        Key("version", PLAIN, "The version of a dataset or program."),
        Key("medium", TEXT, "The medium: PDF."),
        Key("section", PLAIN, "The section of a law or newspaper."),
        Key("authority", TEXT, "The court or parliament of a law or case."),
        Key("jurisdiction", PLAIN, "The country of a law or case."),
        Key("status", TEXT, "in press, say."),
        Key("event-title", TEXT, "The conference."),
        Key("original-date", PLAIN, f"When it first came out: {_DATE}."),
        Key("language", PLAIN, "Its language, as a tag: es."),
        Key("DOI", PLAIN, "Its DOI: 10.1000/182."),
        Key("URL", PLAIN, "Its address."),
        Key("ISBN", PLAIN, "Its ISBN."),
        Key("ISSN", PLAIN, "The ISSN of its journal."),
        Key("note", TEXT, "What else is to be said of it."),
    ),
    """\
id: undesa2024
type: report
title: World Population Prospects 2024
author: [{literal: United Nations Department of Economic and Social Affairs}]
issued: 2024
publisher: United Nations
""",
    short="file",
    exclusive=(("file", "id"), ("file", "title")),
    unless=(("id", ("file",)),),
)

NAME = Mapping(
    "name",
    "A name. A text with one comma is that of a person, “Cooper, Ann”; any other is that of an institution, as it stands.",
    (
        Key("family", PLAIN, "The family name."),
        Key("given", PLAIN, "The given names."),
        Key("suffix", PLAIN, "Jr, III."),
        Key("non-dropping-particle", PLAIN, "de, von: a particle that stays with the family name."),
        Key("literal", PLAIN, "The name of an institution, or of a person as it stands."),
    ),
    "{family: Cooper, given: Ann}\n",
    short="literal",
    some_of=True,
)

KEYS = (
    Key(
        "bibliography",
        ListKind(MapKind("source"), most=5000),
        "Where the sources are that texts cite by their keys, `[@un2024, p. 4]`: files, or the sources themselves. Needs "
        "`briefgen[references]`.",
    ),
    Key(
        "citation_style",
        PLAIN,
        "How they are cited: the name of a style of zotero.org/styles, such as apa, chicago-notes-bibliography, "
        "nlm-citation-sequence or harvard-cite-them-right, or a .csl file. Naming one makes a suggested citation too, "
        "unless `citation` is given.",
        default="apa",
    ),
    Key(
        "reference_list",
        TextKind("flag"),
        "false for no list of the sources cited, where notes say enough.",
        default="true",
    ),
    Key("doi", TextKind("doi"), "The DOI of the brief itself, for its suggested citation and its metadata."),
    Key("isbn", TextKind("isbn"), "The ISBN of the brief itself."),
    Key("issn", TextKind("issn"), "The ISSN of its series."),
    Key(
        "licence",
        TextKind(choices=LICENCES),
        "The licence of Creative Commons under which it may be used; it is linked. Any other stands in `imprint`.",
    ),
)
