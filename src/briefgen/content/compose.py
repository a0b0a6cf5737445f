"""The whole of content: a checked outline in, a brief out.

Comes: an `Outline` in its normal form. Goes: a `Brief` in which every word of the outline stands, with ids, roles, numbers
and links. Promise: every id is unique; every target exists, unless what it names was refused; what is wrong is reported with
its place, and the brief is made as far as it goes, so that later rooms can report too. Refuses to know pages and type.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from briefgen.content.back import make_back
from briefgen.content.blocks import Builder, Spot
from briefgen.content.brief import (
    LANGUAGE,
    Attachment,
    Back,
    Brief,
    Contents,
    ContentsEntry,
    Cover,
    Design,
    Figure,
    Front,
    Heading,
    Metadata,
    Offered,
    Printing,
    PullQuote,
    Section,
    Span,
    Text,
)
from briefgen.content.design import make_design
from briefgen.content.files import Folder
from briefgen.content.front import make_front
from briefgen.content.languages import is_hyphenated, leading_of, read_tag
from briefgen.content.notes import Notes
from briefgen.content.people import people_sections
from briefgen.content.reading import blocks_in
from briefgen.content.references import References, element_id
from briefgen.content.repeats import silence
from briefgen.content.same import same_part, same_sections
from briefgen.content.twice import report_twice
from briefgen.content.words import words_of
from briefgen.content.writer import COUNTED, Counter, Writer
from briefgen.memory import Memory
from briefgen.outline.tree import Map, Outline, Scalar
from briefgen.problem import Problems

if TYPE_CHECKING:
    from briefgen.content.citing import Citer

LABELS_SHOWN = 8
LISTED = 3  # sections: fewer are listed only where the outline says so
LEAST_DPI = 75  # of pictures, on a screen and an office printer
PLACED = ("findings", "recommendations")  # in their natural order, after the last section


def compose(
    outline: Outline,
    problems: Problems,
    *,
    printed: bool = False,
    least_dpi: int = LEAST_DPI,
    memory: Memory | None = None,
) -> Brief | None:
    """The brief that an outline describes; whatever is wrong goes to `problems`.

    `printed`: it is for paper alone, where a link needs its address written out. `least_dpi`: how few pixels an inch its
    pictures may have. `memory`: what is kept between briefs.
    """
    root = outline.root
    language = _language(root, problems)
    folder = Folder(outline.folder, problems, memory)
    texts = _Texts(root, language, printed, outline.file, memory)
    citer = _citer(outline, texts, folder, problems) if "bibliography" in root or "citation_style" in root else None
    written = texts.write(folder, problems, citer)
    writer, front, sections = written.writer, written.front, written.sections
    marking = root.text("marking")
    design = root.map("design")
    _find_companions(root, design, folder)
    _note_choices(root, design, writer)
    if not front.title.words.strip() and (title := root.text("title")):
        hint = "write words before the mark"
        problems.add("content/title-without-words", title.place, "the title has no words", hint)
    _report_foreign(root.text("language"), writer)
    made = make_design(design, folder)
    if (share := leading_of(writer.language)) != 1.0:
        made = msgspec.structs.replace(made, script_leading=share)
    front, sections = _dressed(front, sections, made, writer, own_cover=design is not None and "cover" in design)
    # what was changed since
    front, sections = (
        same_part(memory, outline.file, "dressed", front),
        same_sections(memory, outline.file, sections, "dressed"),
    )
    _report_places(root, made, sections, writer)
    report_twice(root, made, writer)
    return Brief(
        metadata=_metadata(root, front, writer),
        design=made,
        marking=writer.join("marking", "P", (Span(" ".join(marking.text.split())),), marking) if marking else None,
        running_head=_running_head(root, front, writer),
        page_word=writer.words.page,
        front=front,
        sections=sections,
        back=written.back,
        sources=writer.sources,
        file=outline.file,
        printing=_printing(root, folder),
        told=tuple(f"{data.wanted.file.text.strip()}: {data.found}" for data in folder.data.values() if data),
        worded_art=any(art and art.words for art in folder.drawings.values()),
        foreign_pages=any(art and art.page for art in folder.drawings.values()),
        attachments=_attachments(outline, folder) if made.embed_source else (),
        least_dpi=least_dpi,
        files=tuple(sorted({str(each.path) for each in folder.found.values()})),
        offered=written.offered,
        uncited=tuple(citer.uncited) if citer else (),
    )


def _find_companions(root: Map, design: Map | None, folder: Folder) -> None:
    """The files that were read with the outline are among those that it names."""
    if house := root.text("house"):
        folder.find(house, "content/unknown-house")
    if design and (brand := design.text("brand")):
        folder.find(brand, "content/unknown-brand")


def _note_choices(root: Map, design: Map | None, writer: Writer) -> None:
    """Where the outline chooses its pages, its colours and its language, for messages about them."""
    accent = design.map("accent") if design else None
    second = design.map("secondary") if design else None
    colours = {"accent": accent and accent.text("screen"), "secondary": second and second.text("screen")}
    for key, scalar in {"pages": design.text("pages") if design else None, **colours}.items():
        if scalar:
            writer.sources[writer.claim(f"design.{key}")] = scalar
    if own := root.text("language"):
        writer.sources[LANGUAGE] = own


def _dressed(
    front: Front, sections: tuple[Section, ...], made: Design, writer: Writer, *, own_cover: bool
) -> tuple[Front, tuple[Section, ...]]:
    """Front and sections as the look has them; `own_cover`: the outline has chosen one."""
    if made.look.cover.kind != "masthead" and not own_cover:
        front = msgspec.structs.replace(front, cover=Cover(made.look.cover.kind))
    if made.look.finding.links == "marks":
        from briefgen.content.blocks.advice import shortened

        sections = shortened(sections, writer.words)
    if front.cover.kind != "masthead" or made.look.colours.paper:  # a logo stands on a plate, or on a tint
        from briefgen.content.margins import front_trimmed

        front = front_trimmed(front)
    return front, sections


def _contents(root: Map, sections: tuple[Section, ...], writer: Writer) -> Contents | None:
    """The sections that have a heading; none where the outline wants no list of them, or where there is little to list."""
    headings = [section.heading.text for section in sections if section.heading and section.heading.text.words.strip()]
    if not headings or not root.flag("contents", len(headings) >= LISTED):
        return None
    id = writer.claim("contents")
    entries = []
    for number, heading in enumerate(headings, 1):
        own = writer.claim(f"{id}.{number}")
        text = writer.join(f"{own}.text", "P", _linked(heading))
        entries.append(ContentsEntry(own, heading.id, text, writer.join(f"{own}.page", "P", ())))
    said = writer.optional(f"{id}.heading", "Caption", root.text("contents_heading"))
    return Contents(id, said, tuple(entries))


def _linked(heading: Text) -> tuple[Span, ...]:
    """The words of a heading, linked to it and without note marks."""
    return tuple(msgspec.structs.replace(span, target=heading.id, uri="", id="", quiet=True) for span in heading.unmarked)


def _running_head(root: Map, front: Front, writer: Writer) -> str:
    """What stands at the heads of pages: the outline's short title, or its title."""
    short = root.text("short_title")
    return Text("", "", writer.spans(short)).words if short else front.title.words


class _Written(msgspec.Struct, frozen=True):
    """The texts of a brief, and who wrote them."""

    writer: Writer
    front: Front
    sections: tuple[Section, ...]
    back: Back | None
    offered: Offered | None


class _Texts(msgspec.Struct, frozen=True):
    """What an outline says in texts, to be written as often as need be."""

    root: Map
    language: str
    printed: bool
    file: str = ""
    memory: Memory | None = None

    def write(self, folder: Folder, problems: Problems, citer: "Citer | None") -> _Written:
        """All texts in reading order, for notes are numbered by their marks, and citations by where they stand."""
        root, words = self.root, words_of(self.language)
        own, digits = root.map("labels"), root.text("digits")
        if own or digits:
            from briefgen.content.relabel import relabel  # late: few outlines name their own

            words = relabel(words, own, digits)
        references = References(root, words, problems)
        notes = Notes(root.map("notes"), citer.notes if citer else 0)
        writer = Writer(self.language, words, notes, references, problems, "noted" if self.printed else "clicked")
        writer.citer = citer
        writer.memory = self.memory
        design = root.map("design")
        writer.counter = Counter() if design and design.flag("section_numbers", False) else None
        builder = Builder(root, writer, folder)
        front = make_front(root, writer, folder)
        sections = _sections(root, builder, writer)
        sections += tuple(people_sections(root, len(sections), writer, folder))
        contents = _contents(root, sections, writer)
        offered = Offered(contents) if contents and "contents" not in root else None
        front = msgspec.structs.replace(front, contents=None if offered else contents)
        memory, file = self.memory, self.file
        front, back = same_part(memory, file, "front", front), same_part(memory, file, "back", make_back(root, writer))
        sections = same_sections(memory, file, sections)
        return _Written(writer, front, silence(sections, front, back, memory=memory), back, offered)


def _citer(outline: Outline, texts: _Texts, folder: Folder, problems: Problems) -> "Citer":
    """What stands for each citation of an outline that names sources; a mere sign, with problems, when nothing can."""
    from briefgen.content.citing import open_bibliography, report_clashes  # late: most outlines name no sources

    root = texts.root
    bibliography = open_bibliography(root, folder, texts.language, outline.file, problems)
    unheard = Problems()  # what is wrong with the texts is told when they are written for good
    scratch = Folder(outline.folder, unheard)
    scratch.pixels = folder.pixels
    asked = bibliography.citer()
    written = texts.write(scratch, unheard, asked)
    report_clashes(written.writer.references.places, asked, problems)
    made = bibliography.set(asked, problems)
    if "citation_style" in root and not root.texts("citation") and made:
        from briefgen.content.record import record_of  # late: few outlines ask for it

        record = record_of(root, texts.language)
        asked.suggested = bibliography.suggest(record, problems) if "author" in record else ()
    return asked.again(made) if made else bibliography.citer()


def _report_places(root: Map, design: Design, sections: tuple[Section, ...], writer: Writer) -> None:
    """Say what is to stand in a margin or gutter that the design does not have."""
    settings = root.map("design")
    notes = settings.text("note_place") if settings else None
    if notes and notes.text.strip() == "margin" and not design.margin:
        said, hint = "there is no margin column; notes stand at the foot", "write `columns: margin` under `design`"
        writer.problems.add("content/no-such-place", notes.place, said, hint)
    for block in blocks_in(sections):
        if isinstance(block, PullQuote) and block.place in ("gutter", "margin"):
            fits = design.margin if block.place == "margin" else design.columns > 1
            what = f"`place: {block.place}`"
        elif isinstance(block, Figure) and block.aside:
            fits, what = design.margin, "`width: margin`"
        else:
            continue
        if not fits:
            id = block.text.id if isinstance(block, PullQuote) else block.id
            columns = "2" if what == "`place: gutter`" else "margin"
            said = f"{what} needs `columns: {columns}`; it stands in its column"
            hint = f"write `columns: {columns}` under `design`, or leave {what} out"
            writer.problems.add("content/no-such-place", writer.sources[id].place, said, hint)


def _report_foreign(language: Scalar | None, writer: Writer) -> None:
    """Say which labels are in English because there are none in the brief's language."""
    if language is None or not writer.foreign:
        return
    names = [label.rstrip("_") for label in writer.foreign]
    shown = ", ".join(f"`{name}`" for name in names[:LABELS_SHOWN]) + (", …" if len(names) > LABELS_SHOWN else "")
    said = f"labels are not translated to `{writer.language}`, and in English: {shown}"
    hint = f"give them in the outline, such as `labels: {{{names[0]}: …}}`"
    writer.problems.add("content/no-words", language.place, said, hint)


def _attachments(outline: Outline, folder: Folder) -> tuple[Attachment, ...]:
    from briefgen.content.attachments import attach  # late: few outlines ask for it

    return attach(outline, folder)


def _printing(root: Map, folder: Folder) -> Printing:
    """What a press is to get."""
    design = root.map("design")
    accent, second = (design.map(key) if design else None for key in ("accent", "secondary"))
    colours = {"accent": accent, "secondary colour": second}
    if "print" not in root and not any(colour is not None and "cmyk" in colour for colour in colours.values()):
        return Printing()
    from briefgen.content.printing import make_printing  # few outlines say anything of it

    return make_printing(root.map("print"), colours, folder)


def _language(root: Map, problems: Problems) -> str:
    """The brief's language as a tag that briefgen knows; English when the outline names none."""
    scalar = root.text("language")
    if scalar is None:
        return "en"
    tag = read_tag(scalar.text)
    if tag.fault:
        problems.add("content/unknown-language", scalar.place, tag.fault, tag.hint)
        return tag.text
    if not is_hyphenated(tag):
        said = f"there are no hyphenation patterns for `{tag.text}`; its words are not divided"
        problems.add("content/no-hyphenation", scalar.place, said, "set `justify: false` under `design`")
    return tag.text


def _sections(root: Map, builder: Builder, writer: Writer) -> tuple[Section, ...]:
    """The sections, and what the writer has not placed after the last of them."""
    found: list[Section] = []
    for entry in root.maps("sections"):
        id = f"s{len(found) + 1}"
        place = entry.text("place")
        if place is None:
            found.append(_section(entry, id, builder, writer))
        elif builder.may_place(place):
            found.append(_advice(place.text, id, root, builder, writer))
    found += [
        _advice(kind, f"s{len(found) + number}", root, builder, writer)
        for number, kind in enumerate((kind for kind in PLACED if builder.has(kind) and kind not in builder.placed), 1)
    ]
    return tuple(found)


def _section(entry: Map, id: str, builder: Builder, writer: Writer) -> Section:
    own = entry.text("id")
    id = writer.claim(element_id("section", own) if own else id)
    heading = _heading(f"{id}.heading", entry.text("heading"), writer, new_page=entry.flag("new_page", False))
    new_page = entry.text("new_page")
    if heading is None and new_page is not None and entry.flag("new_page", False):
        said = "a section without a heading cannot begin a page"
        writer.problems.add("content/section-without-heading", new_page.place, said, "give it a `heading`")
    # a heading within a section without one must not skip a level (ISO 14289-1, 7.4.2)
    spot = Spot(id, 3 if heading else 2, counted=heading is not None)
    return Section(id, heading, builder.blocks(entry.maps("content"), spot))


def _heading(id: str, scalar: Scalar | None, writer: Writer, *, new_page: bool = False) -> Heading | None:
    return Heading(_counted(id, writer.spans(scalar), writer, scalar), 1, new_page) if scalar else None


def _counted(id: str, spans: Iterable[Span], writer: Writer, source: Scalar | None = None) -> Text:
    """The heading of a section, behind its number where sections have numbers."""
    number = (writer.own(writer.counter.section() + COUNTED),) if writer.counter else ()
    return writer.join(id, "H2", (*number, *spans), source)


def _advice(kind: str, id: str, root: Map, builder: Builder, writer: Writer) -> Section:
    """A section of findings or recommendations, under the outline's heading or the usual one."""
    id = writer.claim(id)
    own = _heading(f"{kind}.heading", root.text(f"{kind}_heading"), writer)
    usual = writer.own(getattr(writer.words, kind))
    heading = own or Heading(_counted(f"{kind}.heading", (usual,), writer), 1)
    return Section(id, heading, builder.advice(kind, 3))


def _metadata(root: Map, front: Front, writer: Writer) -> Metadata:
    """What the file says of itself."""
    date, publisher, subject = root.text("date"), front.masthead.publisher, front.standfirst or front.subtitle
    return Metadata(
        title=front.title.words,
        authors=tuple(_of_authors(root, "name")),
        subject=subject.words if subject else "",
        keywords=tuple(scalar.text.strip() for scalar in root.texts("keywords")),
        publisher=publisher.words if publisher else _name_of_publisher(root),
        date=date.text.strip() if date else "",
        language=writer.language,
        digits=writer.words.digits,
        identifiers=_identifiers(root.text("doi"), root.text("isbn")),
        orcids=tuple(f"https://orcid.org/{each}" for each in _of_authors(root, "orcid")),
        emails=tuple(_of_authors(root, "email")),
        **_rights(root),
    )


def _of_authors(root: Map, key: str) -> list[str]:
    """The value of a key of each author who has it."""
    return [scalar.text.strip() for author in root.maps("authors") if (scalar := author.text(key))]


def _rights(root: Map) -> dict[str, str]:
    """The series by its number, and the licence, for the file's metadata."""
    issn, licence = root.text("issn"), root.text("licence")
    found = {"series": f"urn:issn:{issn.text.strip()}"} if issn else {}
    if licence:
        from briefgen.content.identifiers import address_of  # late: few briefs have one

        found |= {"licence": licence.text.strip(), "licence_address": address_of(licence.text.strip())}
    return found


def _name_of_publisher(root: Map) -> str:
    """The name that only the logo shows."""
    publisher = root.map("publisher")
    name = publisher.text("name") if publisher else None
    return " ".join(name.text.split()) if name else ""


def _identifiers(doi: Scalar | None, isbn: Scalar | None) -> tuple[str, ...]:
    """By what the brief is found anywhere: its DOI, its ISBN."""
    found = (f"doi:{doi.text.strip()}",) if doi else ()
    return (*found, f"urn:isbn:{isbn.text.strip().replace(' ', '-')}") if isbn else found
