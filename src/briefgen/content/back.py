"""What closes the brief: notes, authors, sources, contact, imprint.

Comes: the root of the outline, after all other texts are written, so that every note mark before it has its number. Goes:
the `Back`, or None when there is nothing to say. Promise: everything the outline says for the back matter is in it.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from briefgen.content.brief import Back, Block, Entry, Labels, List, ListItem, Note, Paragraph, Span
from briefgen.content.design import note_place
from briefgen.content.notes import NoteText
from briefgen.content.people import author_text, has_lives
from briefgen.content.uris import readable
from briefgen.content.writer import Writer
from briefgen.outline.tree import Map, Scalar

if TYPE_CHECKING:
    from briefgen.bibliography.records import Listed


NUMBERED = ("doi", "isbn", "issn", "licence")  # keys of which the imprint has a line


def make_back(root: Map, writer: Writer) -> Back | None:
    """The back matter, in the order in which a reader looks for it: who, what from, how to quote and reach, the rest."""
    writer.in_back()
    entries = [
        _authors(root, writer),
        _texts(root, writer, "about"),
        _references(root, writer),
        _texts(root, writer, "acknowledgements"),
        _citation(root, writer),
        _contact(root, writer),
        _texts(root, writer, "disclaimer"),
        _imprint(root, writer),
    ]
    # last, for the entries may hold marks too
    notes = tuple(_note(note, writer) for note in writer.notes.each(writer.problems))
    found = tuple(entry for entry in entries if entry)
    if not notes and not found:
        return None
    design = root.map("design")
    # beside or below their column notes need no heading
    headed = notes and note_place(design) == "end"
    heading = writer.label("notes.heading", "H2", writer.words.notes) if headed else None
    return Back(writer.claim("back"), heading, notes, found)


def _note(note: NoteText, writer: Writer) -> Note:
    id = writer.claim(f"note-{note.number}")
    back = f"noteref-{note.number}" if note.marked else ""
    label = writer.join(f"{id}.label", "Lbl", (Span(str(note.number), target=back),), note.text)
    if note.spans is not None:
        return Note(id, label, writer.join(f"{id}.text", "P", note.spans, note.text))
    if note.address:
        shown = Span(readable(note.address), uri=note.address)
        return Note(id, label, writer.join(f"{id}.text", "P", (shown,), note.text))
    writer.within_note = note.number
    return Note(id, label, writer.text(f"{id}.text", "P", note.text))


def _entry(kind: str, blocks: Iterable[Block], writer: Writer) -> Entry:
    heading = writer.label(f"{kind}.heading", "H2", getattr(writer.words, kind))
    return Entry(writer.claim(kind), kind, heading, tuple(blocks))


def _texts(root: Map, writer: Writer, kind: str) -> Entry | None:
    scalars = root.texts(kind)
    if not scalars:
        return None
    return _entry(kind, _paragraphs(scalars, kind, writer), writer)


def _paragraphs(scalars: Iterable[Scalar], kind: str, writer: Writer) -> list[Block]:
    return [
        Paragraph(text)
        for number, scalar in enumerate(scalars, 1)
        for text in writer.paragraphs(f"{kind}.p{number}", "P", scalar)
    ]


def _authors(root: Map, writer: Writer) -> Entry | None:
    """A paragraph for each author: name, role, affiliation, address. Names alone are in the byline already."""
    authors = root.maps("authors")
    if has_lives(root) or not any(len(author.entries) > 1 for author in authors):
        return None
    texts = (author_text(author, f"authors.p{number}", writer) for number, author in enumerate(authors, 1))
    return _entry("authors", [Paragraph(text) for text in texts], writer)


def _citation(root: Map, writer: Writer) -> Entry | None:
    """How to cite the brief: in the outline's words, or in its style."""
    runs = writer.citer.suggested if writer.citer else ()
    if not runs or writer.citer is None or root.texts("citation"):
        return _texts(root, writer, "citation")
    source = root.text("title")
    text = writer.join("citation.p1", "P", writer.citer.spans(runs, writer), source)
    return _entry("citation", [Paragraph(text)], writer)


def _references(root: Map, writer: Writer) -> Entry | None:
    """The sources as a list: those cited, then those that the outline writes; a single one of these as a paragraph."""
    scalars = root.texts("references")
    made = writer.citer.entries if writer.citer else ()
    if len(scalars) < 2 and not made:
        return _texts(root, writer, "references")
    labelled = any(entry.label for entry in made) or not made
    items = [_cited(entry, writer) for entry in made]
    for number, scalar in enumerate(scalars, 1):
        id = writer.claim(f"references.p{number}")
        label = writer.join(f"{id}.label", "Lbl", (writer.own("•"),) if labelled else (), scalar)
        items.append(ListItem(id, label, writer.text(f"{id}.text", "LBody", scalar)))
    labels: Labels = "bullets" if not made else "numbers" if labelled else "none"
    return _entry("references", [List(writer.claim("references.list"), False, tuple(items), labels=labels)], writer)


def _cited(entry: "Listed", writer: Writer) -> ListItem:
    """An entry of the list of sources, linked back to where it is first cited."""
    citer = writer.citer
    assert citer is not None  # noqa: S101  it has made the entry
    id, source = writer.claim(f"source-{entry.key}"), Scalar("", citer.keys[entry.key].place)
    back = citer.firsts.get(entry.key, "")
    label = (Span(entry.label, target=back),) if entry.label else ()
    text = writer.join(f"{id}.text", "BibEntry", citer.listed_spans(entry, writer), source)
    return ListItem(id, writer.join(f"{id}.label", "Lbl", label, source), text)


def _imprint(root: Map, writer: Writer) -> Entry | None:
    """The outline's own words, then its numbers and its licence."""
    blocks = _paragraphs(root.texts("imprint"), "imprint", writer)
    if any(key in root for key in NUMBERED) or any("orcid" in author for author in root.maps("authors")):
        from briefgen.content.identifiers import check_identifiers, imprint_of  # late: few briefs have any

        check_identifiers(root, writer.problems)
        blocks += imprint_of(root, writer)
    return _entry("imprint", blocks, writer) if blocks else None


def _contact(root: Map, writer: Writer) -> Entry | None:
    """The outline's own words, then the publisher's postal and web address where those do not hold them."""
    scalars = root.texts("contact")
    said = "\n".join(scalar.text for scalar in scalars)
    blocks = _paragraphs(scalars, "contact", writer)
    publisher = root.map("publisher")
    address, url = (publisher.text("address"), publisher.text("url")) if publisher else (None, None)
    if address and address.text.strip() not in said:
        blocks.append(Paragraph(writer.lines("contact.address", "P", address)))
    if url and url.text.strip() not in said:
        blocks.append(Paragraph(writer.join("contact.url", "P", (_web(url, writer),), url)))
    return _entry("contact", blocks, writer) if blocks else None


def _web(scalar: Scalar, writer: Writer) -> Span:
    """A web address as it is written, linked. `example.org` is understood as https."""
    written = scalar.text.strip()
    scheme, dot, _ = written.partition(".")
    bare = dot and ":" not in scheme and "/" not in scheme and " " not in written
    return writer.literal(scalar, writer.address(f"https://{written}" if bare else written, lambda: scalar.place))
