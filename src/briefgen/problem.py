"""What briefgen has to say about an outline: problems with a stable code, a place and a hint.

Every room reports with `Problems.add`; a code that is not in `CODES` is a bug and raises KeyError, so the table (and the
reference made from it) is complete. Nothing here prints.
"""

from typing import Literal

import msgspec

Severity = Literal["error", "warning", "advice"]


class Place(msgspec.Struct, frozen=True, order=True):
    """A position in a file: line and column count from 1, the column in characters. Line 0: the file as a whole."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


class Problem(msgspec.Struct, frozen=True):
    """One thing wrong. `message` says what, in one sentence without a final stop; `hint` what to do, or ""."""

    code: str
    severity: Severity
    message: str
    place: Place
    hint: str = ""


class Code(msgspec.Struct, frozen=True):
    """A kind of problem: its severity and, for the reference, what it means."""

    severity: Severity
    meaning: str


def _error(meaning: str) -> Code:
    return Code("error", meaning)


def _warning(meaning: str) -> Code:
    return Code("warning", meaning)


def _advice(meaning: str) -> Code:
    """What nobody has to act on: briefgen has done what there was to do."""
    return Code("advice", meaning)


CODES: dict[str, Code] = {
    # outline: the YAML file and its shape
    "outline/unreadable": _error("The outline file is missing, a folder, or may not be read."),
    "outline/too-large": _error("The outline is larger than 1 MB."),
    "outline/wrong-file": _error("The file is of another kind: a Word file, a PDF, a picture, …"),
    "outline/not-utf8": _error("The outline is not UTF-8 text."),
    "outline/bad-character": _error("A control character, which YAML does not allow, or one for private use."),
    "outline/garbled": _warning("Letters that were read in a wrong encoding before they came here: `cafÃ©` for `café`."),
    "outline/bad-yaml": _error("The text is not YAML: a tab as indentation, a quote that is not closed, …"),
    "outline/several-documents": _error("The file holds more than one YAML document."),
    "outline/empty": _error("The file is empty, or holds only comments."),
    "outline/too-deep": _error("The outline is nested too deeply."),
    "outline/too-many-nodes": _error("With its aliases written out the outline is too large (an alias bomb)."),
    "outline/unknown-tag": _error("A YAML tag such as `!!python/object`; outlines are plain text, lists and mappings."),
    "outline/unknown-anchor": _error("An alias `*name` without its anchor `&name`."),
    "outline/duplicate-key": _error("The same key stands twice in one mapping."),
    "outline/unknown-key": _error("A key that this mapping does not have."),
    "outline/conflicting-keys": _error("Two keys that cannot stand together, such as two kinds of block in one."),
    "outline/comment": _warning("What stands behind a # is a comment to YAML, and may be meant as text."),
    "outline/curly-quotes": _warning("Curly quotes stand where straight ones hold a text together; they are printed."),
    "outline/list-in-text": _warning(
        "A line of a text begins with a dash, bullet or number, and may be meant as an item of a list."
    ),
    "outline/numbered-by-hand": _warning("The items of a list begin with numbers of their own, beside those that are set."),
    "outline/stray-quote": _warning("A text without quotes ends with one that nothing opens; it is printed."),
    "outline/open-quote": _warning("A text in quotes runs on over lines that look like keys; its quote may not be closed."),
    "outline/missing-key": _error("A key that this mapping needs."),
    "outline/wrong-type": _error("Text where a list is expected, a list where text is expected, …"),
    "outline/empty-value": _error("A key without a value where one is needed."),
    "outline/bad-value": _error("Text that is not one of the values allowed here (a choice, a colour, a date, …)."),
    "outline/too-long": _error("A text has more characters without a blank line, or a list more items, than are allowed."),
    "outline/duplicate-id": _error("Two parts of the outline have the same id."),
    # content: what the outline means
    "content/unknown-language": _error("`language` is not a language tag that briefgen knows."),
    "content/no-hyphenation": _warning("There are no hyphenation patterns for the language; words are not divided."),
    "content/no-words": _warning("Labels such as 'Recommendation' are not translated to the language; English is used."),
    "content/unknown-note": _error("A note mark [^x] without a note x."),
    "content/unknown-reference": _error("A reference [@x], and neither a source nor anything else has that name."),
    "content/unusable-source": _error("A source is cited that is broken, or whose key two sources have."),
    "content/ambiguous-name": _error("A name is both an id of the outline and the key of a source."),
    "content/section-without-heading": _error("A section has an `id` or `new_page`, and no heading."),
    "content/unused-note": _warning("A note that no mark points to; it is printed all the same."),
    "content/unknown-finding": _error("A recommendation addresses a finding that does not exist."),
    "content/unsafe-link": _error("A link that is not http, https, mailto, tel or doi."),
    "content/vague-link": _warning("The text of a link says nothing: “here”, “click here”, “this link”."),
    "content/foreign-mark": _warning("A mark of Markdown, HTML or TeX that is not read here; it is printed as it stands."),
    "content/missing-image": _error("The image file does not exist."),
    "content/code-too-long": _error("An address too long for a QR code that prints well."),
    "content/bad-image": _error("The file is not an image that briefgen can read: damaged, or of a kind that it names."),
    "content/image-too-large": _error("The image has too many pixels or bytes (a decompression bomb?)."),
    "content/no-svg": _error("The brief has an SVG, and svg2pdf-py, which draws it, is not installed."),
    "content/svg-undrawn": _error("A part of an SVG that cannot be drawn, with its line: HTML, a picture outside it, …"),
    "content/svg-pixels": _warning("A part of an SVG that is drawn as pixels: what is under a filter."),
    "content/svg-otherwise": _warning("An SVG has styles that only browsers read, and may look otherwise than there."),
    "content/svg-face": _warning("Words in an SVG are set in the brief's own face, for theirs is not at hand."),
    "content/svg-changing": _warning("An SVG with a script or an animation is drawn as it is without them."),
    "content/several-colours": _warning("A drawing of several colours that is to be in the accent alone."),
    "content/not-recoloured": _warning("A picture of pixels that is to be recoloured; it stays as it is."),
    "content/pdf-font": _error("A PDF as a drawing has a font that is not embedded, or cannot be read back."),
    "content/pdf-left-out": _warning("A PDF as a drawing has links, notes or fields, which are left out."),
    "content/path-outside": _error("A path that is absolute or leaves the outline's folder."),
    "content/remote-file": _error("A file named by an address; briefgen never uses the network."),
    "content/wrong-check-digit": _error("An ISSN, ISBN or ORCID iD is mistyped: its check digit is another."),
    "content/unknown-house": _error("The file of a house that there is not, or that cannot be read."),
    "content/unknown-brand": _error("The file of a brand that there is not, or that cannot be read."),
    "content/unread-brand-key": _warning("A key of a brand's file that nobody reads."),
    "content/font-not-fetched": _warning(
        "A family of a brand that is not installed; it is not fetched, the usual one is used."
    ),
    "content/unknown-look": _error("A look that there is not, whose file cannot be read, or that extends itself."),
    "content/title-without-words": _error("The title holds nothing but marks of notes."),
    "content/cannot-embed": _error("A file cannot be embedded as source: its name, its size or its licence forbids it."),
    "content/cover-without-picture": _error("A cover of the kind `picture` has no picture."),
    "content/cover-without-alt": _error("The picture of a cover has neither `alt` nor `decorative: true`."),
    "content/caption-on-lines": _warning("A caption is to stand on a drawing: only on pixels it can be made readable."),
    "content/cover-of-lines": _error("Words are to stand on a drawing, which cannot be measured: only on pixels they can."),
    "content/unused-cover-key": _warning("A key of `cover` that this kind of cover does not use."),
    "content/name-not-in-logo": _warning("The publisher's name is not to be shown, and there is no logo; it is shown."),
    "content/set-twice": _warning(
        "A text has a number, a name or quotation marks of its own, beside those that are set: `Figure 1. Figure 1: …`."
    ),
    "content/placed-twice": _error("Findings or recommendations are placed twice among the sections."),
    "content/page-width-in-box": _warning("A `width` or `place` in a box or an aside, where it says nothing."),
    "content/new-page-in-box": _warning("`new_page` in a box or an aside, where it says nothing."),
    "content/no-such-place": _warning(
        "A quote, figure or note is to stand in a margin or gutter that the design does not have."
    ),
    "content/no-such-row": _error("No row and no column of the table has the name that is to be highlighted."),
    "content/nothing-to-place": _error("Findings or recommendations are placed, but the outline has none."),
    # editions: one outline and rows of data, a PDF for each row
    "editions/no-data": _error(
        "A placeholder `{{name}}`, a `when`, or texts in several languages, in an outline that is built alone."
    ),
    "editions/no-such-column": _error("A placeholder, a condition or a pattern names a column that the data do not have."),
    "editions/no-value": _error("A placeholder whose cell is empty in a row."),
    "editions/bad-placeholder": _error("A value cannot be written in the form that the placeholder asks for."),
    "editions/bad-condition": _error("A condition (`when`, `where`) that cannot be read, or compares a text with a number."),
    "editions/no-text": _error("A text that is given in several languages lacks one that is asked for."),
    "editions/no-source": _error("`embed_source` in an outline of which editions are made."),
    "editions/same-name": _error("Two editions would have one file."),
    "editions/too-many": _error("The data have more rows than editions are made at once."),
    "editions/process-lost": _error("A process that made editions was ended by the system."),
    "editions/no-cluster": _error("There is no cluster at the address, or dask.distributed is not installed."),
    "editions/no-ledger": _warning("What has been made cannot be noted; the next run will make it again."),
    "data/no-rows": _error("No row of a file of data is as `where` asks."),
    # data: files of data beside the outline
    "data/missing-file": _error("The file of data does not exist."),
    "data/unread": _error("The file of data is of a kind that is not read, protected by a password, or may not be read."),
    "data/damaged": _error("The file of data is damaged."),
    "data/hostile": _error("The file of data does what only attacks do: a zip bomb, XML entities, endless nesting."),
    "data/too-large": _error("The file of data has more bytes, cells or columns than are read."),
    "data/not-text": _error("The file is neither UTF-8 nor Windows-1252 text, nor UTF-16 with its mark."),
    "data/empty": _error("The file of data holds nothing, or names of columns and no data."),
    "data/open-quote": _error("The quotes round a cell are not closed, or something stands behind them."),
    "data/ragged-row": _error("A row has more or fewer cells than the head."),
    "data/no-such-sheet": _error("The workbook has no sheet of that name."),
    "data/bad-range": _error("The range is not written like A1:D20, or holds nothing."),
    "data/no-such-column": _error("The file of data has no column of that name."),
    "data/same-name": _error("Two columns have the name that the outline asks for."),
    "data/no-name": _error("A column holds data and has no name."),
    "data/error-cell": _error("A cell of a workbook holds an error, such as #N/A."),
    "data/never-calculated": _error("A formula of a workbook was never calculated, so that there is no value of it."),
    "data/text-among-numbers": _warning("A cell is a text, and nearly all others of its column are numbers or dates."),
    "data/unclear-date": _warning("A date is in no ISO form, and nothing says in which order its parts stand."),
    "data/unclear-number": _warning("A number such as 1,234 in a file in which nothing tells the decimal sign."),
    "data/external": _warning("A workbook takes values from another one; the stored values are shown."),
    "data/hidden": _warning("Hidden sheets, rows or columns of a workbook are read like all others."),
    # bibliography: sources, and the style that they are cited in
    "bibliography/missing-file": _error("The bibliography, or the style, does not exist."),
    "bibliography/bad-file": _error("The bibliography is empty, not UTF-8, broken, or of a kind that is not read."),
    "bibliography/too-large": _error("The bibliography has more than 20 MB, or the brief cites more than 2000 sources."),
    "bibliography/broken-entry": _warning("An entry of a bibliography is broken; it cannot be cited until it is mended."),
    "bibliography/odd-entry": _warning("Something in an entry of a bibliography is not used: a month that is none, say."),
    "bibliography/duplicate-key": _warning("Two sources have the same key; neither can be cited."),
    "bibliography/locator-left-out": _warning("The style does not print the page, or the like, that a citation names."),
    "bibliography/unread-source": _error("A source is cited that pandoc cannot read."),
    "bibliography/unknown-style": _error("There is no style of citation of this name."),
    "bibliography/bad-style": _error("The file is no style of CSL."),
    "bibliography/not-installed": _error("To set citations, pandoc and the styles have to be installed."),
    "bibliography/wrong-pandoc": _error("The pandoc that is installed is of a version whose citations have not been tried."),
    "bibliography/failed": _error("Pandoc cannot set the citations, or takes too long or too much memory."),
    # chart: numbers to drawings
    "chart/no-data": _error("A chart without a number."),
    "chart/not-a-number": _error("A value of a chart is no number, or its place on the axis is none."),
    "chart/wrong-columns": _error("A kind of chart needs more or fewer columns or rows than there are."),
    "chart/too-many": _error("A chart has more series or rows than can be told apart."),
    "chart/too-tall": _error("A chart is taller than the page."),
    "chart/cut-axis": _error("An axis of lengths that does not begin at zero and is not said to be cut, or is logarithmic."),
    "chart/not-positive": _error("A value that is not above zero on a logarithmic axis or among shares."),
    "chart/no-such-name": _error("The chart has no series or place of that name."),
    "chart/not-100": _warning("Percentages that do not add up to a hundred."),
    "chart/columns-as-bars": _warning("Labels have no room below columns; the chart is drawn as bars."),
    "chart/names-left-out": _warning("Names of points, or numbers of parts, have no room in the chart."),
    # typeset: text to lines
    "typeset/bad-font": _error("A font file that is missing or cannot be read."),
    "typeset/no-family": _error("A family of faces that is not installed."),
    "typeset/font-not-embeddable": _error("The licence bits of a font file forbid embedding it."),
    "typeset/missing-glyph": _error("No face has a glyph for a character."),
    "typeset/collection": _warning("A file for text holds several faces; the first one is used."),
    "typeset/borrowed-letters": _warning("The outline's own face lacks characters; they are taken from another face."),
    "typeset/loose-marks": _warning("No face at hand says where the marks of some letters go; they are centred on them."),
    "typeset/missing-style": _warning("The outline's own face has no italic or bold for words that are to stand out."),
    "typeset/missing-dictionary": _error("Thai, Lao, Khmer or Burmese, and no dictionary that tells their words apart."),
    "typeset/missing-script": _error("No face is installed or named for a script, such as Arabic."),
    "typeset/loose-line": _warning("A line is set with wider word spaces than the bounds allow."),
    "typeset/overfull-line": _warning("A word is wider than its line; it is broken between letters."),
    # layout: lines to pages
    "layout/image-scaled": _warning("An image taller than the page allows is made smaller."),
    "layout/image-small": _warning(
        "A chart or map of pixels is set so much smaller than it was made that its words are too."
    ),
    "layout/image-coarse": _warning("An image has too few pixels for its width, and is made smaller."),
    "layout/table-scaled": _warning("A table too wide for its column is set in smaller type."),
    "layout/too-wide": _error("A table has more columns than there is room for, even in smaller type."),
    "layout/outside-frame": _error("A piece of the brief lies outside its frame (a fault of briefgen)."),
    "layout/overlap": _error("Two pieces of the brief overlap (a fault of briefgen)."),
    "layout/lost-words": _error("Words of the outline are not on the pages (a fault of briefgen)."),
    "layout/no-room-in-gutter": _warning("A quote that was to stand in the gutter stands in its column."),
    "layout/quote-beside-itself": _warning("A pull quote stands on the same page as the sentence it repeats."),
    "layout/faint-accent": _advice("The accent is too light for words; they are set in a darker one."),
    "layout/faint-cover": _warning("The accent is too light for white words on it: it is darkened, or its words are black."),
    "layout/no-room-on-cover": _warning("The words of a cover take too much room; page 1 has the usual masthead."),
    "layout/page-count": _error("The brief cannot be set on the number of pages that the outline asks for."),
    # import: a document of another program to an outline
    "import/unreadable": _error("The document is missing, a folder, or may not be read."),
    "import/unread": _error("The document is of a kind that is not read: an old Word file, RTF, a PDF, a picture, …"),
    "import/damaged": _error("The document is damaged."),
    "import/encrypted": _error("The document is encrypted."),
    "import/hostile": _error("The document does what only attacks do: a zip bomb, XML entities, endless nesting."),
    "import/too-large": _error("The document is too large, or takes too long or too much memory to read."),
    "import/no-pandoc": _error("To read Word, LibreOffice and HTML files, pandoc has to be installed."),
    "import/left-out": _warning("Comments, deleted or hidden words, contents lines and the like were left out."),
    "import/external-picture": _warning("A picture lies outside of the document; nothing is ever fetched."),
    "import/unread-picture": _warning("A picture is missing, or of a kind that a brief cannot show (EMF, WMF, SVG)."),
    "import/no-alt": _warning("A picture has no alternative text; the build asks for it."),
    "import/guessed": _warning("Something was guessed, and has to be looked at."),
    "import/unplaced": _warning("Parts of the document had no place; they stand in a last section."),
    # impose: a finished PDF to sheets
    "impose/unreadable": _error("The PDF is missing, may not be read, is not one, or has no pages."),
    "impose/encrypted": _error("The PDF asks for a password, or may not be printed."),
    "impose/too-large": _error("The PDF is larger than 256 MB, or has more than 2000 pages."),
    "impose/bad-page": _error("A page has no usable size, or its drawing cannot be read."),
    "impose/field-not-drawn": _error("A form's field is filled in, and the PDF does not say how that looks."),
    "impose/cropped": _warning("The CropBox hides text or marks that a printer may print."),
    "impose/damaged": _warning("The PDF had to be repaired, and something may be missing."),
    "impose/mixed-sizes": _warning("Not all pages have one size; the others are centred, and made smaller if need be."),
    "impose/thick-booklet": _warning("More sheets than fold and staple well (25), or pages that creep over 5 mm."),
    # print: what a press or a photocopier does not take
    "print/bad-profile": _error("The profile of the press is not a file that says what CMYK inks look like."),
    "print/too-much-ink": _error("The accent takes more ink than the paper."),
    "print/no-date": _error("A press file has to be dated, and neither the outline nor SOURCE_DATE_EPOCH gives a date."),
    "print/tints-merge": _warning("In grey, a tint of the accent cannot be told from another, or from the paper."),
    # build: files
    "build/unwritable": _error("The PDF cannot be written."),
    "build/wrong-ending": _error("The name for the PDF has the ending of another kind of file, such as .docx."),
    "build/too-long-text": _error("A text has more than the 32,767 bytes that PDF/A allows a string: of a link, say."),
    "build/impossible-standards": _error("No file can conform to all the standards that are asked for."),
    # new: a folder for a new brief
    "new/exists": _error("A file of a new brief is there already."),
    "new/unwritable": _error("The folder of a new brief cannot be written."),
    # extract: the source out of a PDF
    "extract/unreadable": _error("The PDF is missing, a folder, too large, or may not be read."),
    "extract/not-a-pdf": _error("The file is not a PDF."),
    "extract/damaged": _error("The PDF is damaged, or a file embedded in it."),
    "extract/encrypted": _error("The PDF is encrypted."),
    "extract/no-source": _error("The PDF does not carry its source."),
    "extract/bad-name": _error("The name of an embedded file is not a path within a folder, or stands twice."),
    "extract/too-large": _error("The embedded files are too many or too large."),
    "extract/exists": _error("A file of that name is there already."),
    "extract/unwritable": _error("An embedded file cannot be written."),
}


def counted(number: int, thing: str) -> str:
    """`no pages`, `1 page`, `2 pages`."""
    return f"{number or 'no'} {thing}{'' if number == 1 else 's'}"


MANY = 500  # with more problems it is no outline, and to set what is left of it would only keep its writer waiting


class Problems:
    """Collects problems, each once. Iterate to have them sorted by place."""

    def __init__(self) -> None:
        self._found: dict[Problem, None] = {}

    def add(self, code: str, place: Place, message: str, hint: str = "") -> None:
        """Report one problem. KeyError when the code is not in CODES."""
        self._found[Problem(code, CODES[code].severity, message, place, hint)] = None

    def report(self, problem: Problem) -> None:
        """Report a problem of another table: what preflight finds has codes of its own."""
        self._found[problem] = None

    def sorted(self) -> list[Problem]:
        """All problems by file, line and column; those at one place in the order of their codes."""
        return sorted(self._found, key=lambda p: (p.place, p.code, p.message))

    @property
    def fatal(self) -> bool:
        """Whether an error is among them."""
        return any(problem.severity == "error" for problem in self._found)

    @property
    def hopeless(self) -> bool:
        """Whether there are so many, with an error among them, that it is better not to go on."""
        return len(self._found) > MANY and self.fatal

    def __len__(self) -> int:
        return len(self._found)
