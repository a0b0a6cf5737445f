"""A finished layout as the bytes of a PDF file.

Comes in: pages and the brief that they show. Goes out: bytes. The promise: the same pages and brief give the same
bytes, in any process, folder or time zone; every font is embedded with a Unicode map; nothing refers to anything
outside the file. Refuses to know how the pages came about.
"""

from briefgen.content.brief import Brief
from briefgen.layout.items import Page, Pages
from briefgen.pdf import links, metadata, profile
from briefgen.pdf.attachments import embed
from briefgen.pdf.draw import draw
from briefgen.pdf.fonts import Fonts
from briefgen.pdf.images import Images
from briefgen.pdf.objects import Array, Dictionary, Document, Reference, Stream, string
from briefgen.pdf.structure import Structure
from briefgen.pdf.tags import Shown, grow
from briefgen.standards import USUAL, Claim


def write(pages: Pages, brief: Brief, epoch: int | None = None, claim: Claim = USUAL) -> bytes:
    """The PDF of a brief. `epoch`: seconds since 1970, the file's date when the brief has none (SOURCE_DATE_EPOCH).

    `claim`: the standards that the file is to conform to; whether one can, the claim itself knows. Raises BadImageError when
    a picture can no longer be read.
    """
    document = Document()
    fonts, images = Fonts(), Images()
    tree = document.reserve()
    leaves = [document.reserve() for _ in pages.pages]
    places = links.destinations(pages, leaves)
    drawings = [draw(page, fonts, images) for page in pages.pages]
    annotations = [links.annotations(document, page, places) for page in pages.pages]
    resources = document.add(Dictionary({"Font": fonts.embed(document), "XObject": images.embed(document)}))
    for number, (page, leaf) in enumerate(zip(pages.pages, leaves, strict=True)):
        content = document.add(Stream(drawings[number].content))
        notes = [note.reference for note in annotations[number]]
        document.fill(leaf, Dictionary(_page(page, tree, resources, content, notes)))
    document.fill(tree, Dictionary({"Type": "/Pages", "Kids": Array(leaves), "Count": len(leaves)}))
    date = metadata.moment(brief.metadata, epoch)
    tags = grow(brief, Shown(pages, drawings, annotations))
    structure = Structure(document, pages, leaves, [len(drawing.marks) for drawing in drawings])
    catalog = _catalog(document, tree, brief) | {
        "Metadata": document.add(metadata.packet(brief.metadata, date, claim)),
        "StructTreeRoot": structure.plant(tags),
    }
    if claim.intents:
        catalog["OutputIntents"] = _intents(document, claim)
    names: dict[str, object] = {}
    if places:
        names["Dests"] = document.add(links.name_tree(places))
    if brief.attachments:
        catalog["AF"], names["EmbeddedFiles"] = embed(document, brief.attachments, date)
    if names:
        catalog["Names"] = Dictionary(names)
    outline = links.bookmarks(document, pages.bookmarks)
    if outline is not None:
        catalog |= {"Outlines": outline, "PageMode": "/UseOutlines"}
    information = document.add(metadata.info(brief.metadata, date, claim))
    return document.finish(document.add(Dictionary(catalog)), information, claim.version)


def _page(
    page: Page, tree: Reference, resources: Reference, content: Reference, annotations: list[Reference]
) -> dict[str, object]:
    """A page object (ISO 32000-1, 7.7.3.3). There is no bleed: the sheet, its trim and its bleed box are one."""
    box = Array([0, 0, round(page.width, 3), round(page.height, 3)])
    entries: dict[str, object] = {
        "Type": "/Page",
        "Parent": tree,
        "MediaBox": box,
        "BleedBox": box,
        "TrimBox": box,
        "Resources": resources,
        "Contents": content,
        "Tabs": "/S",
        "StructParents": page.number - 1,
    }
    if annotations:
        entries["Annots"] = Array(annotations)
    return entries


def _catalog(document: Document, tree: Reference, brief: Brief) -> dict[str, object]:
    """The catalog's entries (ISO 32000-1, 7.7.2) that every brief has."""
    return {
        "Type": "/Catalog",
        "Pages": tree,
        "Lang": string(brief.metadata.language),
        "ViewerPreferences": Dictionary({"DisplayDocTitle": "true"}),
        "MarkInfo": Dictionary({"Marked": "true"}),
        "PageLabels": document.add(Dictionary({"Nums": Array([0, Dictionary({"S": "/D"})])})),
    }


def _intents(document: Document, claim: Claim) -> Array:
    """The output intents: what DeviceRGB and DeviceGray mean in this file; all share one profile (ISO 19005-2, 6.2.3)."""
    entries = {
        "Type": "/OutputIntent",
        "OutputConditionIdentifier": string(profile.DESCRIPTION),
        "Info": string(profile.DESCRIPTION),
        "DestOutputProfile": document.add(Stream(profile.srgb(), {"N": 3})),
    }
    return Array([document.add(Dictionary({"S": f"/{kind}"} | entries)) for kind in claim.intents])
