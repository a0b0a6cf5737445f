"""The brief: one content tree that feeds the page, the tag tree, the bookmarks and the messages.

Comes from `compose`; goes to layout and pdf. Every record with an `id` and a `role` is an element; the order of the fields
is the reading order. Roles are standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4), or ARTIFACT. All words are
here already, labels in the brief's language too: later rooms add folios, running heads and hyphens, and nothing else.
"""

from pathlib import Path
from typing import Literal

import msgspec

from briefgen.content.png import Rows
from briefgen.geometry import Rect, mm
from briefgen.looks.look import MODULES, Look
from briefgen.outline.tree import Scalar
from briefgen.problem import Place

ARTIFACT = "Artifact"  # the role of what is shown and not read
COVERED = ""  # the role of a cell of a table whose place the cell above it takes: it says nothing
# what a list says of its labels (ISO 32000-1, table 347)
Numbering = Literal["Disc", "Decimal", "LowerAlpha", "Square", "None"]
Labels = Literal["bullets", "numbers", "none", "boxes", "terms", "dates"]


# numbers: those that a style of citation gives; none: first lines hang out; boxes to be ticked; terms and dates are words
NUMBERINGS: dict[Labels, Numbering] = {
    "bullets": "Disc", "numbers": "Decimal", "none": "None", "boxes": "Square", "terms": "None", "dates": "None",
}  # fmt: skip


class Span(msgspec.Struct, frozen=True, cache_hash=True):
    """A stretch of text in one dress. A line feed in `text` is a forced line break."""

    text: str
    italic: bool = False
    bold: bool = False
    code: bool = False
    superior: bool = False  # a note mark
    uri: str = ""  # an external link
    target: str = ""  # an internal link: the id of another element
    title: str = ""  # what a link leads to, when its own words do not say it
    id: str = ""  # set where something links back to this span
    language: str = ""  # when it is not the brief's own
    script: Literal["", "~", "^"] = ""  # a subscript, a superscript
    quiet: bool = False  # a link that looks like the words round it
    small: bool = False  # in small capitals
    light: bool = False  # of no more weight than running text, in a style that is heavier


class Text(msgspec.Struct, frozen=True, cache_hash=True):
    """A leaf: one paragraph's worth of words. Layout puts `id` on every item made from it."""

    id: str
    role: str  # P, H1, H2, H3, Lbl, LBody, Caption, TH, TD, Span, …
    spans: tuple[Span, ...]

    @property
    def plain(self) -> str:
        return "".join([span.text for span in self.spans])

    @property
    def words(self) -> str:
        """The text in one line and without note marks: for bookmarks, running heads, metadata."""
        return "".join([span.text for span in self.spans if not span.superior]).replace("\n", " ")

    @property
    def unmarked(self) -> tuple[Span, ...]:
        """The spans without note marks, and without the white space that these leave at the ends."""
        spans = [span for span in self.spans if not span.superior]
        while spans and not spans[-1].code and spans[-1].text != (kept := spans[-1].text.rstrip()):
            spans[-1:] = [msgspec.structs.replace(spans[-1], text=kept)] if kept else []
        while spans and not spans[0].code and spans[0].text != (kept := spans[0].text.lstrip()):
            spans[:1] = [msgspec.structs.replace(spans[0], text=kept)] if kept else []
        return tuple(spans)


class Cell(Text, frozen=True, cache_hash=True):
    """A cell of a table that stands for so many rows; the cells below it that it covers have the role COVERED."""

    rows: int = 1


class Heading(msgspec.Struct, frozen=True, cache_hash=True):
    """A heading among the blocks. Level 1 heads a section, 2 a part of one, 3 a part of that; the title is H1."""

    text: Text
    level: int
    new_page: bool = False  # it begins a page
    run_in: bool = False  # it runs into the paragraph below it


class Paragraph(msgspec.Struct, frozen=True, cache_hash=True):
    text: Text


class PullQuote(msgspec.Struct, frozen=True, cache_hash=True):
    id: str
    text: Text
    attribution: Text | None = None
    place: Literal["column", "gutter", "margin", "page"] = "column"
    role: str = "BlockQuote"


class ListItem(msgspec.Struct, frozen=True, cache_hash=True):
    id: str
    label: Text  # the bullet, or "1."
    text: Text
    sublist: "List | None" = None
    role: str = "LI"


class List(msgspec.Struct, frozen=True, cache_hash=True):
    """A list; `lettered`: its items are a, b, c. `labels` are those of a list that is not `ordered`: see NUMBERINGS."""

    id: str
    ordered: bool
    items: tuple[ListItem, ...]
    lettered: bool = False
    labels: Labels = "bullets"
    role: str = "L"

    @property
    def numbering(self) -> Numbering:
        if not self.ordered:
            return NUMBERINGS[self.labels]
        return "LowerAlpha" if self.lettered else "Decimal"


class Box(msgspec.Struct, frozen=True, cache_hash=True):
    id: str
    heading: Text | None
    blocks: "tuple[Block, ...]"
    spanning: bool = False  # across all columns
    named: bool = False  # by an id of the outline: references may lead to it
    here: bool = False  # it does not float
    full: bool = False  # a page of its own
    role: str = "Sect"


class Aside(msgspec.Struct, frozen=True, cache_hash=True):
    """What is said beside the text: in the margin column beside the block before it, elsewhere in the text's column."""

    id: str
    heading: Text | None
    blocks: "tuple[Block, ...]"
    role: str = "Sect"


class Stat(msgspec.Struct, frozen=True, cache_hash=True):
    """A large figure with what it counts. The icon says nothing."""

    id: str
    value: Text
    label: Text
    icon: "Figure | None" = None
    role: str = "Div"


class Pair(msgspec.Struct, frozen=True, cache_hash=True):
    """Two blocks side by side."""

    id: str
    items: "tuple[Block, ...]"
    spanning: bool = False
    here: bool = False
    role: str = "Div"


class Stats(msgspec.Struct, frozen=True, cache_hash=True):
    id: str
    items: tuple[Stat, ...]
    spanning: bool = False
    here: bool = False
    role: str = "Div"


# what stands in a drawing for the families of the brief
BODY_FAMILY, DISPLAY_FAMILY = "briefgen-body", "briefgen-display"


class Art(msgspec.Struct, frozen=True):
    """A drawing of lines and areas: an SVG that refers to nothing outside itself, or a page of PDF (`page`).

    `width` and `height` in px or points; `words` are those in an SVG; `colours` counts what it is painted with.
    """

    text: str
    width: float
    height: float
    words: str = ""
    colours: int = 0
    filtered: bool = False  # parts of it can only be drawn as pixels
    page: bytes = b""


class Picture(msgspec.Struct, frozen=True):
    """A picture file that has been opened and found good. `width` and `height` in pixels, turned upright by EXIF."""

    path: Path
    width: float
    height: float
    place: Place  # where the outline names it
    rows: Rows | None = None  # of a PNG whose pixels a PDF can take over: nobody need read the file again
    turned: int = 1  # EXIF orientation of a JPEG that a PDF can take over, and turn where it stands
    art: Art | None = None  # of a drawing of lines and areas
    recoloured: bool = False  # a drawing in the accent alone


class Figure(msgspec.Struct, frozen=True, cache_hash=True):
    """A picture. `height`: its most, in points, 0 for any; `crop`: the width for a height of 1 of the part that is shown.

    `focus`: the point that stays in view, in shares of its width and height. `reversed`: the caption stands on the picture,
    `below`: below it. `half`: the picture is half as wide as its column, with its words beside it.
    """

    id: str
    picture: Picture
    alt: str
    decorative: bool = False
    caption: Text | None = None
    source: Text | None = None
    credit: Text | None = None
    height: float = 0.0
    crop: float = 0.0
    focus: tuple[float, float] = (0.5, 0.5)
    reversed: bool = False
    below: bool = False
    half: bool = False
    spanning: bool = False
    bleed: bool = False  # to both edges of the paper
    aside: bool = False  # in the margin column
    named: bool = False  # by an id of the outline: references may lead to it
    here: bool = False
    natural: float = 0.0  # points: how wide its file says that it was made, if it looks like a chart; else 0
    part: Rect | None = None  # of a logo: what is seen of its picture, in shares of its width and height; None: all
    white: bool = False  # of a logo: it stands on a white of its own, which is paper wherever it stands
    role: str = "Figure"


class Symbol(msgspec.Struct, frozen=True):
    """A QR code: its modules row by row, 1 for a dark one, without the quiet zone round it."""

    modules: tuple[bytes, ...]


class Code(msgspec.Struct, frozen=True):
    """A QR code with its address written out."""

    id: str
    symbol: Symbol
    alt: str
    caption: Text | None
    address: Text
    credit: Text | None = None
    named: bool = False  # by an id of the outline: references may lead to it
    role: str = "Figure"


class Table(msgspec.Struct, frozen=True, cache_hash=True):
    """A table. `strong_rows` and `strong_columns` are those that stand out, by their numbers from 0."""

    id: str
    caption: Text | None
    units: Text | None  # below the caption, and read with it
    head: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    align: tuple[str, ...]  # left, center, right, decimal: one for each column
    source: Text | None = None
    note: Text | None = None
    total: bool = False  # the last row adds up the others
    overview: bool = False  # it lists what is told below it: its second column takes what is left of the width
    strong_rows: tuple[int, ...] = ()
    strong_columns: tuple[int, ...] = ()
    spanning: bool = False
    summary: str = ""  # what is said of it before it is read out
    named: bool = False  # by an id of the outline: references may lead to it
    here: bool = False
    role: str = "Table"


class Artwork(msgspec.Struct, frozen=True):
    """What a chart draws: a `charting.plot.Plot`.

    `words` are the spans of its labels; `percent`: values are written with a percent sign.
    """

    id: str
    alt: str
    plot: object  # of charting, which is loaded for a brief with charts alone
    words: dict[str, tuple[Span, ...]]
    percent: bool = False
    role: str = "Figure"


class Chart(msgspec.Struct, frozen=True):
    """A chart with what is said of it. The table has its numbers; it is read out, and shown only where it is `printed`."""

    id: str
    title: Text | None
    subtitle: Text | None
    artwork: Artwork
    table: Table | None = None
    source: Text | None = None
    note: Text | None = None
    printed: bool = False
    spanning: bool = False
    named: bool = False  # by an id of the outline: references may lead to it
    here: bool = False
    role: str = "Sect"


class Finding(msgspec.Struct, frozen=True, cache_hash=True):
    id: str
    label: Text  # "1"
    number: int
    statement: Text
    evidence: Text | None = None
    confidence: Text | None = None  # "Confidence: high"
    answered: Text | None = None  # "Answered by recommendation 2", linked
    certainty: int = 0  # the confidence as a number, 1 to 3; 0 where nothing is said of it
    role: str = "LI"


class Findings(msgspec.Struct, frozen=True, cache_hash=True):
    id: str
    items: tuple[Finding, ...]
    role: str = "L"
    numbering: Numbering = "Decimal"


class Fact(msgspec.Struct, frozen=True, cache_hash=True):
    """One row of a recommendation's who, what, by when."""

    label: Text  # "For"
    value: Text  # "the Congress"


class Recommendation(msgspec.Struct, frozen=True, cache_hash=True):
    id: str
    label: Text  # "1"
    number: int
    action: Text
    rationale: Text | None = None
    addresses: Text | None = None  # "Addresses findings 1 and 3", linked
    derived: Text | None = None  # "Derived from the argument of the source"
    # last: a reader that sorts words by their height must not mix them with the reasons beside them
    facts: tuple[Fact, ...] = ()  # for, by, priority
    role: str = "LI"


class Recommendations(msgspec.Struct, frozen=True, cache_hash=True):
    id: str
    note: Text | None  # said once and first, when it is true of all of them, instead of `derived` on each
    items: tuple[Recommendation, ...]
    role: str = "L"
    numbering: Numbering = "Decimal"


class Biography(msgspec.Struct, frozen=True):
    """An author with a portrait and a few words about the life."""

    id: str
    portrait: Figure | None
    text: Text  # name, role, affiliation, addresses
    bio: tuple[Text, ...]
    role: str = "Div"


class People(msgspec.Struct, frozen=True):
    """The authors, as soon as one has a portrait or a biography."""

    id: str
    heading: Text
    items: tuple[Biography, ...]
    role: str = "Sect"


class Partners(msgspec.Struct, frozen=True):
    """The logos of those who stand behind the brief besides its publisher; each is read as a name."""

    id: str
    heading: Text | None
    logos: tuple[Figure, ...]
    role: str = "Sect"


Block = (
    Heading
    | Paragraph
    | PullQuote
    | List
    | Box
    | Aside
    | Stats
    | Pair
    | Figure
    | Code
    | Table
    | Chart
    | Findings
    | Recommendations
    | People
    | Partners
)


class Section(msgspec.Struct, frozen=True):
    id: str
    heading: Heading | None
    blocks: tuple[Block, ...]
    role: str = "Sect"


class Masthead(msgspec.Struct, frozen=True, cache_hash=True):
    id: str
    publisher: Text | None
    logo: Figure | None
    series: Text | None  # "Policy brief"
    number: Text | None  # "No. 1"
    date: Text | None  # "22 November 2026"
    reversed_logo: Picture | None = None  # in place of the logo's picture on dark grounds
    role: str = "Div"


class Summary(msgspec.Struct, frozen=True, cache_hash=True):
    id: str
    heading: Text
    points: List
    role: str = "Sect"


class Signature(msgspec.Struct, frozen=True):
    """One of many authors, with where they work."""

    id: str
    name: Text
    affiliation: Text | None
    role: str = "Div"


class ContentsEntry(msgspec.Struct, frozen=True):
    """A section among the contents: its heading, linked to it, and its page, which layout alone knows."""

    id: str
    target: str  # the id of its heading
    text: Text
    page: Text  # without words
    role: str = "TOCI"


class Contents(msgspec.Struct, frozen=True):
    id: str
    heading: Text | None
    entries: tuple[ContentsEntry, ...]
    role: str = "TOC"


CoverKind = Literal["masthead", "band", "picture", "column", "plate"]


class Cover(msgspec.Struct, frozen=True):
    """How page 1 opens. `focus`: the point of its picture that stays in view, in shares of its width and height.

    `height`: of the ground behind its words, in points; 0: as they need it.
    """

    kind: CoverKind = "masthead"
    figure: Figure | None = None
    focus: tuple[float, float] = (0.5, 0.5)
    height: float = 0.0
    back: bool = True  # a cover page has its like at the back


class Offered(msgspec.Struct, frozen=True):
    """Contents that nobody has asked for: a long brief gets them, a short one does not."""

    contents: Contents


class Front(msgspec.Struct, frozen=True, cache_hash=True):
    """What stands on top of page 1."""

    masthead: Masthead
    title: Text
    subtitle: Text | None
    byline: Text | None  # authors' names, in one line
    standfirst: Text | None
    summary: Summary | None
    cover: Cover = Cover()
    signatures: tuple[Signature, ...] = ()  # of more authors than a byline holds: then there is none
    contents: Contents | None = None


class Note(msgspec.Struct, frozen=True, cache_hash=True):
    id: str
    label: Text  # "1", linked back to its mark
    text: Text
    role: str = "Note"


class Entry(msgspec.Struct, frozen=True, cache_hash=True):
    """A part of the back matter: about, authors, contact, citation, …; `kind` is the outline's key."""

    id: str
    kind: str
    heading: Text | None
    blocks: tuple[Block, ...]
    role: str = "Sect"


class Back(msgspec.Struct, frozen=True, cache_hash=True):
    """What closes the brief. References are a List in an entry of kind "references"."""

    id: str
    notes_heading: Text | None
    notes: tuple[Note, ...]
    entries: tuple[Entry, ...]
    role: str = "Sect"


class FamilyName(msgspec.Struct, frozen=True):
    """A family of faces by its name, such as Work Sans, and where the outline names it. Its files `typeset` looks up."""

    name: str
    place: Place | None = None


class Typeface(msgspec.Struct, frozen=True):
    """Faces of one design, each a font file or of a family; only `regular` is needed, the others fall back to it."""

    regular: Path | FamilyName
    italic: Path | FamilyName | None = None
    bold: Path | FamilyName | None = None
    bold_italic: Path | FamilyName | None = None
    place: Place | None = None


# at the foot of the column that has the mark, beside its line in the margin column, or in the closing panel
NotePlace = Literal["foot", "margin", "end"]


# how much stands on a page
Density = Literal["airy", "usual", "dense"]


class Design(msgspec.Struct, frozen=True):
    """The outline's choices. `accent` is `#rrggbb`; `cmyk` is the same in inks, in percent, `spot` an ink of its own."""

    paper: str = "a4"  # a4, letter, a5
    columns: int = 2
    margin: bool = False  # beside the one column of text, a narrow one for asides, notes, quotes and captions
    accent: str = "#8a1c1c"
    cmyk: tuple[int, ...] = ()
    spot: str = ""
    secondary: str = ""  # `#rrggbb`; "": as the look says
    second_cmyk: tuple[int, ...] = ()
    justify: bool = True
    duplex: bool = False
    scripts: dict[str, Typeface] = {}  # by the key of a script: arabic, thai
    pages: int = 0  # the page count that the outline asks for; 0: any
    note_place: NotePlace = "end"
    embed_source: bool = False
    standards: tuple[str, ...] = ()  # by their names; none: the usual ones
    standards_place: Place | None = None
    body: Typeface | None = None
    display: Typeface | None = None
    fallback: tuple[Path | FamilyName, ...] = ()
    font_places: dict[Path, Place] = {}  # where the outline names each font file
    look: Look = MODULES
    density: Density = "usual"
    script_leading: float = 1.0  # what the language's letters take of it, as a share of the look's
    kinsoku: Literal["strict", "loose"] = "strict"  # what may not begin a line of Japanese


class Printing(msgspec.Struct, frozen=True):
    """What a press is to get. `bleed` in points; `marks` none, crop or all; `profile` is the ICC profile of the press."""

    bleed: float = mm(3)
    marks: str = "none"
    slug: bool = False
    ink_limit: int = 300  # percent
    profile: Path | None = None
    profile_place: Place | None = None


class Metadata(msgspec.Struct, frozen=True):
    """What the file says of itself. `date` is ISO 8601, as exact as the outline gives it, or ""."""

    title: str
    authors: tuple[str, ...] = ()
    subject: str = ""
    keywords: tuple[str, ...] = ()
    publisher: str = ""
    date: str = ""
    language: str = "en"
    digits: str = ""  # the ten that numbers are written with, where they are not 0 to 9
    identifiers: tuple[str, ...] = ()  # doi:…, urn:isbn:…
    series: str = ""  # urn:issn:…
    licence: str = ""  # such as CC BY 4.0
    licence_address: str = ""
    orcids: tuple[str, ...] = ()  # of the authors that have one, as addresses
    emails: tuple[str, ...] = ()


class Attachment(msgspec.Struct, frozen=True):
    """A file that the PDF carries along: `name` is its path from the outline's folder, `media` its type (RFC 6838)."""

    name: str
    data: bytes
    media: str
    relation: Literal["Source", "Supplement"]  # to the PDF (ISO 19005-3, annex E)
    description: str


LANGUAGE = "(language)"  # the id of what says in which language the brief is; no element can have it


class Brief(msgspec.Struct, frozen=True):
    """A whole brief. `sources` has the outline's scalar behind each Text id, for messages about it."""

    metadata: Metadata
    design: Design
    marking: Text | None  # what stands on every page, head and foot; read once, and first
    running_head: str
    page_word: str  # "Page": for a reader's label of the folio
    front: Front
    sections: tuple[Section, ...]
    back: Back | None
    sources: dict[str, Scalar]
    file: str = ""
    attachments: tuple[Attachment, ...] = ()  # none unless the outline asks for them
    printing: Printing = Printing()
    told: tuple[str, ...] = ()  # how files of data were read
    worded_art: bool = False  # a drawing in it has words
    foreign_pages: bool = False  # a drawing in it is a page of another PDF
    least_dpi: int = 75  # pixels an inch: no figure is set so wide that it has fewer
    files: tuple[str, ...] = ()  # those that the outline names, sorted
    offered: Offered | None = None
    uncited: tuple[tuple[str, Place], ...] = ()  # the keys of sources that no text cites, and where those stand

    def place(self, id: str, needle: str = "") -> Place:
        """Where the outline says what the element `id` says; the file as a whole when it says it nowhere."""
        source = self.sources.get(id)
        return Place(self.file) if source is None else source.find(needle)

    def place_of_words(self, id: str, needle: str) -> Place:
        """Where the outline has the words of the element `id`, or, of briefgen's own words, asks for their language."""
        return self.place(id if id in self.sources else LANGUAGE, needle)
