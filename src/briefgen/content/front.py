"""What stands on top of page 1: masthead, title, standfirst, summary.

Comes: the root of the outline. Goes: the `Front`. Promise: everything the outline says for page 1 is in it.
"""

import re

import msgspec

from briefgen.content.brief import Cover, Figure, Front, List, ListItem, Masthead, Signature, Span, Summary, Text
from briefgen.content.files import Folder
from briefgen.content.images import open_picture
from briefgen.content.words import format_date
from briefgen.content.writer import Writer
from briefgen.outline.tree import Map, Scalar

BYLINE, COLUMNS = 4, 12  # authors in one line; in columns: more of them are a paragraph again
LONG_NAME = 4  # words: longer ones are divided
WORD = r"\w+"
WORDMARK = 2.0  # times its height: how wide a logo with words is at the least
NO_BREAK = "\u00a0"


def make_front(root: Map, writer: Writer, folder: Folder) -> Front:
    """The front of a brief, in reading order."""
    return Front(
        masthead=_masthead(root, writer, folder),
        title=writer.text("title", "H1", root.text("title")),
        subtitle=writer.optional("subtitle", "P", root.text("subtitle")),
        byline=_byline(root, writer),
        signatures=_signatures(root, writer),
        standfirst=writer.optional("standfirst", "P", root.text("standfirst")),
        summary=_summary(root, writer),
        cover=_cover(root, writer, folder),
    )


def _cover(root: Map, writer: Writer, folder: Folder) -> Cover:
    design = root.map("design")
    if design is None or "cover" not in design:
        return Cover()
    from briefgen.content.covers import make_cover  # late: most briefs have the usual masthead

    return make_cover(design, writer, folder)


def _masthead(root: Map, writer: Writer, folder: Folder) -> Masthead:
    id = writer.claim("masthead")
    publisher = root.map("publisher")
    logo = _logo(publisher, id, writer, folder) if publisher else None
    named = publisher.text("name") if publisher else None
    shown = publisher.flag("show_name", not (logo and named and _says(logo, named))) if publisher else True
    if logo and named and not shown:  # it is read as what the logo says
        logo, named = msgspec.structs.replace(logo, alt=logo.alt or " ".join(named.text.split()), decorative=False), None
    elif publisher and "logo" not in publisher and not publisher.flag("show_name", True):
        said, hint = "there is no logo that has the name, which is shown", "name the `logo`, or leave `show_name` out"
        writer.problems.add("content/name-not-in-logo", publisher.keys["show_name"], said, hint)
    reversed_logo = publisher.text("logo_reversed") if publisher else None
    return Masthead(
        id=id,
        publisher=writer.optional(f"{id}.publisher", "P", named),
        logo=logo,
        series=writer.optional(f"{id}.series", "P", root.text("series")),
        number=_number(root, id, writer),
        date=_date(root, id, writer),
        reversed_logo=open_picture(folder, reversed_logo) if reversed_logo else None,
    )


def _says(logo: Figure, named: Scalar) -> bool:
    """Whether the logo shows the name: it is wide, and what it is read as has the words of the name in a row."""
    if logo.picture.width < WORDMARK * logo.picture.height:
        return False  # an emblem, which may well be called so
    said, name = (f" {' '.join(re.findall(WORD, text.casefold()))} " for text in (logo.alt, named.text))
    return bool(name.strip()) and name in said


def _logo(publisher: Map, id: str, writer: Writer, folder: Folder) -> Figure | None:
    """The publisher's logo: an ornament beside its name, unless the outline says what it says."""
    image = publisher.text("logo")
    picture = open_picture(folder, image, publisher.text("logo_recolour")) if image else None
    if picture is None or image is None:
        return None
    own = writer.claim(f"{id}.logo")
    writer.sources[own] = image
    alt = publisher.text("logo_alt")
    return Figure(own, picture, " ".join(alt.text.split()) if alt else "", decorative=alt is None)


def _number(root: Map, id: str, writer: Writer) -> Text | None:
    """`No. 1`; a number that is more than digits stays as it is written."""
    scalar = root.text("number")
    if scalar is None:
        return None
    number = scalar.text.strip()
    if number.isdecimal():
        return writer.label(f"{id}.number", "P", writer.words.number.format(number), scalar)
    return writer.text(f"{id}.number", "P", scalar)


def _date(root: Map, id: str, writer: Writer) -> Text | None:
    scalar = root.text("date")
    if scalar is None:
        return None
    return writer.join(f"{id}.date", "P", (Span(format_date(writer.words, scalar.text.strip())),), scalar)


def _byline(root: Map, writer: Writer) -> Text | None:
    """The authors' names in one line."""
    names = [name for author in root.maps("authors") if (name := author.text("name"))]
    if not names or _are_many(len(names)):
        return None
    spans: list[Span] = []
    for name in names:
        spans += [*([Span(", ")] if spans else []), *_bound(writer.spans(name), name)]
    return writer.join("byline", "P", spans, names[0])


def _are_many(count: int) -> bool:
    """Whether authors stand in columns: more than one line holds, and not so many that columns would be a page."""
    return BYLINE < count <= COLUMNS


def _bound(spans: tuple[Span, ...], name: Scalar) -> tuple[Span, ...]:
    """The spans of a name that no line divides, unless it is long: that of an institution."""
    if len(name.text.split()) > LONG_NAME:
        return spans
    return tuple(msgspec.structs.replace(span, text=span.text.replace(" ", NO_BREAK)) for span in spans)


def _signatures(root: Map, writer: Writer) -> tuple[Signature, ...]:
    """Many authors with where they work."""
    authors = [author for author in root.maps("authors") if author.text("name")]
    if not _are_many(len(authors)):
        return ()
    found = []
    for number, author in enumerate(authors, 1):
        id = writer.claim(f"author.{number}")
        name = writer.text(f"{id}.name", "P", author.text("name"))
        found.append(Signature(id, name, writer.optional(f"{id}.affiliation", "P", author.text("affiliation"))))
    return tuple(found)


def _summary(root: Map, writer: Writer) -> Summary | None:
    summary = root.map("summary")
    points = summary.texts("points") if summary else ()
    if summary is None or not points:
        return None
    id = writer.claim("summary")
    own = summary.text("heading")
    heading = writer.text(f"{id}.heading", "H2", own) if own else writer.label(f"{id}.heading", "H2", writer.words.summary)
    items = []
    for number, point in enumerate(points, 1):
        item = writer.claim(f"{id}.p{number}")
        label = writer.label(f"{item}.label", "Lbl", "•", point)
        items.append(ListItem(item, label, writer.text(f"{item}.text", "LBody", point)))
    return Summary(id, heading, List(writer.claim(f"{id}.points"), False, tuple(items)))
