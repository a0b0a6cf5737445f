"""A finished layout as the bytes of a PDF file.

Comes in: pages and the brief that they show. Goes out: bytes. The promise: the same pages and brief give the same
bytes, in any process, folder or time zone; every font is embedded with a Unicode map; nothing refers to anything
outside the file. Refuses to know how the pages came about.
"""

from briefgen.content.brief import Brief
from briefgen.layout.items import Page, Pages
from briefgen.memory import Memory
from briefgen.pdf import links, metadata
from briefgen.pdf.objects import Array, Dictionary, Document, Reference, Stream, string
from briefgen.pdf.office import Boxes, Office
from briefgen.pdf.planting import Soil, plant
from briefgen.pdf.sketches import Artist
from briefgen.standards import Claim


def write(
    pages: Pages,
    brief: Brief,
    epoch: int | None = None,
    claim: Claim | None = None,
    office: Office | None = None,
    told: list[str] | None = None,
    memory: Memory | None = None,
) -> bytes:
    """The PDF of a brief. `epoch`: seconds since 1970, the file's date when the brief has none (SOURCE_DATE_EPOCH).

    `office` says whom the file is for; without it, for screens and office printers. `claim`: the standards that the file is
    to conform to, the usual ones of that kind of file without it; whether one can, the claim itself knows. `told` is given
    what was done to pictures. `memory` is what is kept between files. Raises BadImageError when a picture can no longer be
    read.
    """
    office = office or Office()
    claim = claim or office.claim
    document = Document(memory)
    images = office.images()
    artist = Artist(pages.pages, office, images, memory)
    tree = document.reserve()
    leaves = [document.reserve() for _ in pages.pages]
    edge = office.boxes(pages.pages[0]).edge if pages.pages else 0.0
    places = links.destinations(pages, leaves, edge)
    drawings = artist.draw()
    annotations = [links.annotations(document, page, places) if claim.linked else [] for page in pages.pages]
    parts: dict[str, object] = {"Font": artist.fonts.embed(document), "XObject": (pixels := images.embed(document))}
    parts |= office.resources(document, modern=claim.modern)
    if told is not None:
        told += images.told
    if images.drawings():
        from briefgen.pdf.art.drawings import forms  # late: few briefs have a drawing, and pikepdf takes 90 ms to load

        parts["XObject"] = Dictionary({**pixels.dict, **forms(document, brief, office, images, parts)})
    resources = document.add(Dictionary(parts))
    for number, (page, leaf) in enumerate(zip(pages.pages, leaves, strict=True)):
        content = document.add(Stream(drawings[number].content, packed=drawings[number].packed))
        notes = [note.reference for note in annotations[number]]
        entries = {"Parent": tree, "Resources": resources, "Contents": content} | _page(page, office.boxes(page), notes)
        document.fill(leaf, Dictionary(entries))
    document.fill(tree, Dictionary({"Type": "/Pages", "Kids": Array(leaves), "Count": len(leaves)}))
    date = metadata.moment(brief.metadata, epoch)
    catalog = _catalog(document, tree, brief, mirrored=pages.mirrored)
    catalog["Metadata"] = document.add(metadata.packet(brief.metadata, date, claim))
    soil = Soil(pages, leaves, drawings, annotations, edge, claim.modern)
    catalog["StructTreeRoot"], elements = plant(document, brief, soil, memory)
    if claim.intents:
        catalog["OutputIntents"] = office.intents(document, claim.intents)
    names: dict[str, object] = {}
    if places:
        named = links.structured(places, elements) if claim.modern else links.plain(places)
        names["Dests"] = document.add(links.name_tree(named))
    if brief.attachments:
        from briefgen.pdf.attachments import embed  # late: few briefs carry any

        catalog["AF"], names["EmbeddedFiles"] = embed(document, brief.attachments, date)
    if names:
        catalog["Names"] = Dictionary(names)
    outline = links.bookmarks(document, pages.bookmarks)
    if outline is not None:
        catalog |= {"Outlines": outline, "PageMode": "/UseOutlines"}
    information = None if claim.modern else document.add(metadata.info(brief.metadata, date, claim))
    return document.finish(document.add(Dictionary(catalog)), information, claim.version)


def _page(page: Page, boxes: Boxes, annotations: list[Reference]) -> dict[str, object]:
    """The entries of a page object that are its own (ISO 32000-1, 7.7.3.3)."""
    entries: dict[str, object] = {
        "Type": "/Page",
        "MediaBox": boxes.around(boxes.edge),
        "BleedBox": boxes.around(boxes.bleed),
        "TrimBox": boxes.around(0),
        "Tabs": "/S",
        "StructParents": page.number - 1,
    }
    if annotations:
        entries["Annots"] = Array(annotations)
    return entries


def _catalog(document: Document, tree: Reference, brief: Brief, *, mirrored: bool) -> dict[str, object]:
    """The catalog's entries (ISO 32000-1, 7.7.2) that every brief has."""
    return {
        "Type": "/Catalog",
        "Pages": tree,
        "Lang": string(brief.metadata.language),
        "ViewerPreferences": Dictionary({"DisplayDocTitle": "true"} | ({"Direction": "/R2L"} if mirrored else {})),
        "MarkInfo": Dictionary({"Marked": "true"}),
        "PageLabels": document.add(Dictionary({"Nums": Array([0, Dictionary({"S": "/D"})])})),
    }
