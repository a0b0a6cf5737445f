"""Who wrote the brief, with portraits and biographies, and who else stands behind it: partners with their logos.

Comes: the root of the outline. Goes: sections of their own, behind all others. Promise: each author is in it as soon as one
of them has a portrait or a biography. Refuses to know sizes.
"""

import msgspec

from briefgen.content.brief import Biography, Figure, Partners, People, Section, Span, Text
from briefgen.content.files import Folder
from briefgen.content.images import open_picture
from briefgen.content.writer import Writer
from briefgen.outline.tree import Map, Scalar

LIVES = ("portrait", "bio")


def has_lives(root: Map) -> bool:
    """Whether an author has a portrait or a biography."""
    return any(author.entries.get(key) is not None for author in root.maps("authors") for key in LIVES)


def author_text(author: Map, id: str, writer: Writer) -> Text:
    """An author in one text: name, role, affiliation, address, ORCID iD."""
    email, orcid, name = author.text("email"), author.text("orcid"), author.text("name")
    parts = [writer.spans(scalar) for key in ("role", "affiliation") if (scalar := author.text(key))]
    if email:
        written = email.text.strip()
        parts.append((writer.literal(email, f"mailto:{written}" if "@" in written else ""),))
    if orcid:
        parts.append((Span("ORCID\u00a0"), writer.literal(orcid, f"https://orcid.org/{orcid.text.strip()}")))
    spans = [_bold(span) for span in writer.spans(name)]
    for part in parts:
        spans += [Span(", "), *part]
    return writer.join(id, "P", spans, name)


def people_sections(root: Map, count: int, writer: Writer, folder: Folder) -> list[Section]:
    """The sections of authors and partners; `count` come before them."""
    found = [block for block in (make_people(root, writer, folder), make_partners(root, writer, folder)) if block]
    return [Section(writer.claim(f"s{number}"), None, (block,)) for number, block in enumerate(found, count + 1)]


def make_people(root: Map, writer: Writer, folder: Folder) -> People | None:
    """The authors, when one has a portrait or a biography."""
    if not has_lives(root):
        return None
    id = writer.claim("authors")
    heading = writer.label(f"{id}.heading", "H2", writer.words.authors)
    authors = enumerate(root.maps("authors"), 1)
    return People(id, heading, tuple(_biography(author, f"{id}.p{number}", writer, folder) for number, author in authors))


def make_partners(root: Map, writer: Writer, folder: Folder) -> Partners | None:
    """The partners whose logos can be shown."""
    partners = root.map("partners")
    logos = [_logo(partner, writer, folder) for partner in partners.maps("logos")] if partners else []
    shown = tuple(logo for logo in logos if logo)
    if partners is None or not shown:
        return None
    id = writer.claim("partners")
    return Partners(id, writer.optional(f"{id}.heading", "H2", partners.text("heading")), shown)


def _biography(author: Map, id: str, writer: Writer, folder: Folder) -> Biography:
    id = writer.claim(id)
    return Biography(
        id=id,
        portrait=_portrait(author, id, writer, folder),
        text=author_text(author, f"{id}.name", writer),
        bio=tuple(
            text
            for number, scalar in enumerate(author.texts("bio"), 1)
            for text in writer.paragraphs(f"{id}.bio{number}", "P", scalar)
        ),
    )


def _portrait(author: Map, id: str, writer: Writer, folder: Folder) -> Figure | None:
    """A portrait: the name beside it says who it is, unless the outline says what it shows."""
    return _figure(author.text("portrait"), author.text("portrait_alt"), f"{id}.portrait", writer, folder)


def _logo(partner: Map, writer: Writer, folder: Folder) -> Figure | None:
    """A logo that is read as the partner's name."""
    logo = _figure(partner.text("logo"), partner.text("name"), "partner", writer, folder)
    if logo is None:
        return None
    from briefgen.content.margins import trimmed  # late: few briefs name partners

    return trimmed(logo)


def _figure(image: Scalar | None, alt: Scalar | None, id: str, writer: Writer, folder: Folder) -> Figure | None:
    picture = open_picture(folder, image) if image else None
    if picture is None or image is None:
        return None
    own = writer.claim(id)
    writer.sources[own] = image
    return Figure(own, picture, " ".join(alt.text.split()) if alt else "", decorative=alt is None)


def _bold(span: Span) -> Span:
    return span if span.superior else msgspec.structs.replace(span, bold=True)
