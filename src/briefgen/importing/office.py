"""Word files: made ready for pandoc, and read by it.

Comes in: the bytes of a .docx. Goes out: a document. What pandoc loses or lets out is put into the file's own XML before:
text boxes stand behind their paragraphs, values of charts are tables, hidden text is gone, titles and headings of any making
have styles that tell them. Pandoc gets a new archive with nothing but text in it. The promise: no part that is not asked for
is opened, no external target is kept but addresses of links. Refuses to know what a brief is.
"""

import io
import posixpath
import re
import zipfile
from functools import partial
from typing import Any

import msgspec
from lxml import etree

from briefgen.importing import pandoc
from briefgen.importing.cleaning import clean
from briefgen.importing.document import Document, Ledger
from briefgen.importing.fieldcites import FieldCitations, sources_of_word
from briefgen.importing.frames import lift
from briefgen.importing.headings import mark_headings
from briefgen.importing.names import SPACES, child, each, tag, value, words
from briefgen.importing.package import Package
from briefgen.importing.refusal import Refused, bound
from briefgen.importing.styles import Styles
from briefgen.importing.syntax import Reading

KINDS = ("styles", "numbering", "footnotes", "endnotes")  # the parts that pandoc is given beside the text
TEXTS = ("document", "footnotes", "endnotes")  # the parts that have paragraphs
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
MOST_RUNS = 80_000  # stretches of one type; a document of 16,000 words by many hands has a third of it
SAVE_ANEW = "open it in Word or LibreOffice, and save it as .docx"


class Relation(msgspec.Struct, frozen=True):
    """What a part refers to by an id: the last word of its type, a part's name or an address."""

    kind: str
    target: str
    external: bool


def read_word(data: bytes) -> Document:
    """The document in a .docx. Raises Refused."""
    package = Package(data)
    ledger = Ledger()
    name = _main_part(package)
    root = _bounded(_prefixed(package.tree(name)))
    relations = relations_of(package, name)
    trees = {kind: _prefixed(package.tree(_target(relations, kind))) for kind in KINDS}
    styles = Styles(trees.get("styles"))
    shown: dict[str, Shown] = {}
    cited = FieldCitations(_sources(package))
    for part, tree in {"document": root, **trees}.items():
        if tree is not None and part in TEXTS:
            own = relations if part == "document" else relations_of(package, _target(relations, part))
            cited.take(tree)
            clean(tree, styles, ledger)
            lift(tree, partial(_part, package, own))
            _name_pictures(tree, own, shown, ledger)
    ledger.count("list-of-sources", cited.lists)
    trees["styles"] = _with_styles(trees.get("styles"), mark_headings(root, styles))
    _count_margins(package, relations, ledger)
    read = pandoc.read(_archive(root, trees, package, relations), "docx+styles")
    reading = Reading(ledger)
    return Document(
        reading.blocks(read["blocks"]),
        reading.notes,
        ledger,
        language=value(trees.get("styles"), "w:docDefaults/w:rPrDefault/w:rPr/w:lang"),
        pictures=lambda name: package.picture(shown[name].part) if name in shown else None,
        crops={name: one.crop for name, one in shown.items() if any(one.crop)},
        sources=[*cited.sources.values()],
    )


def _sources(package: Package) -> dict[str, dict[str, Any]]:
    """Word's own list of sources, which is one of the parts beside the text."""
    found: dict[str, dict[str, Any]] = {}
    for name in package.names():
        if re.fullmatch(r"customXml/item[0-9]{1,3}\.xml", name):
            found |= sources_of_word(package.tree(name))
    return found


class Shown(msgspec.Struct, frozen=True):
    """A picture: its part, and what is cut off at the left, top, right and bottom, as parts of it."""

    part: str
    crop: tuple[float, float, float, float]


def relations_of(package: Package, part: str) -> dict[str, Relation]:
    """The relations of a part by their ids."""
    folder, _, file = part.rpartition("/")
    tree = package.tree(f"{folder}/_rels/{file}.rels".lstrip("/"))
    found: dict[str, Relation] = {}
    for one in each(tree, "rel:Relationship") if tree is not None else ():
        target, external = str(one.get("Target", "")), one.get("TargetMode") == "External"
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        found[str(one.get("Id", ""))] = Relation(str(one.get("Type", "")).rpartition("/")[2], target, external)
    return found


def _part(package: Package, relations: dict[str, Relation], id: str) -> etree._Element | None:
    """The XML of the part that has an id."""
    return package.tree(relations[id].target) if id in relations and not relations[id].external else None


def _bounded(root: etree._Element | None) -> etree._Element:
    """The document, when it is one that a brief can be made of. Raises Refused."""
    if root is None or child(root, "w:body") is None:
        raise Refused("import/damaged", "the file has no text of a Word file", SAVE_ANEW)
    bound(sum(len(text.text or "") for text in root.iter(tag("w:t"))))
    if sum(1 for _ in root.iter(tag("w:r"))) > MOST_RUNS:
        raise Refused("import/too-large", "the document changes its type more often than any does", SAVE_ANEW)
    return root


def _prefixed(root: etree._Element | None) -> etree._Element | None:
    """A part with the usual prefixes of its names, by which pandoc knows them."""
    if root is None or root.prefix == "w":
        return root
    new = etree.Element(root.tag, nsmap={prefix: SPACES[prefix] for prefix in ("w", "r", "a", "wp", "v", "mc")})
    new.extend(list(root))
    return new


def _main_part(package: Package) -> str:
    for one in relations_of(package, "").values():
        if one.kind == "officeDocument" and not one.external and package.has(one.target):
            return one.target
    raise Refused("import/unread", "this zip file is no Word file", SAVE_ANEW)


def _target(relations: dict[str, Relation], kind: str) -> str:
    return next((one.target for one in relations.values() if one.kind == kind and not one.external), "")


def _name_pictures(tree: etree._Element, relations: dict[str, Relation], shown: dict[str, Shown], ledger: Ledger) -> None:
    """Give each picture an id that is the name under which `_archive` has it, and note its part and what is cut off."""
    for blip in each(tree, "a:blip", "v:imagedata"):
        attribute = tag("r:embed") if blip.tag == tag("a:blip") else tag("r:id")
        relation = relations.get(str(blip.get(attribute, ""))) or relations.get(str(blip.get(tag("r:link"), "")))
        blip.attrib.pop(attribute, "")
        if relation is None:
            continue
        if relation.external:
            ledger.tell("import/external-picture", f"a picture lies elsewhere and was not fetched: {relation.target[:120]}")
            continue
        one = Shown(relation.target, _crop(blip))
        name = next((name for name, other in shown.items() if other == one), "")
        if not name:
            name = f"media/{len(shown) + 1}/{posixpath.basename(relation.target)}"
            shown[name] = one
        blip.set(attribute, name)


def _with_styles(tree: etree._Element | None, names: set[str]) -> etree._Element:
    """The styles with those that we have given."""
    root = etree.Element(tag("w:styles"), nsmap={"w": SPACES["w"]}) if tree is None else tree
    for name in sorted(names):
        style = etree.SubElement(root, tag("w:style"))
        style.set(tag("w:type"), "paragraph")
        style.set(tag("w:styleId"), name)
        etree.SubElement(style, tag("w:name")).set(tag("w:val"), name)
    return root


def _crop(blip: etree._Element) -> tuple[float, float, float, float]:
    """What is cut off of a picture (ECMA-376-1, 20.1.8.55)."""
    parent = blip.getparent()
    found = child(parent, "a:srcRect") if parent is not None else None
    if found is None:
        return (0, 0, 0, 0)
    cut = []
    for name in "ltrb":
        try:
            cut.append(min(max(int(found.get(name, "0")) / 100_000, 0), 1))
        except ValueError:
            cut.append(0)
    left, top, right, bottom = cut
    return (left, top, right, bottom) if left + right < 0.99 and top + bottom < 0.99 else (0, 0, 0, 0)


def _count_margins(package: Package, relations: dict[str, Relation], ledger: Ledger) -> None:
    """Count headers and footers that say something."""
    for name in {one.target for one in relations.values() if one.kind in {"header", "footer"} and not one.external}:
        tree = package.tree(name)
        ledger.count("margin", int(tree is not None and bool(words(tree).strip())))


def _archive(
    root: etree._Element,
    trees: dict[str, etree._Element | None],
    package: Package,
    relations: dict[str, Relation],
) -> bytes:
    """A new archive for pandoc: the text and what belongs to it, links, and an empty file for each picture."""
    out = io.BytesIO()
    parts = {"document": root} | {kind: tree for kind, tree in trees.items() if tree is not None}
    pictures: set[str] = set()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for part, tree in parts.items():
            if part in TEXTS:
                own = relations if part == "document" else relations_of(package, _target(relations, part))
                used = _used(tree)
                pictures |= used
                others = [kind for kind in parts if kind != "document"] if part == "document" else []
                archive.writestr(f"word/_rels/{part}.xml.rels", _relations(own, used, others))
            archive.writestr(f"word/{part}.xml", etree.tostring(tree, encoding="UTF-8", xml_declaration=True))
        for picture in pictures:
            archive.writestr(f"word/{picture}", b"")
        archive.writestr("_rels/.rels", _relations({}, set(), [], main=True))
        archive.writestr("[Content_Types].xml", _types(parts))
    return out.getvalue()


def _used(tree: etree._Element) -> set[str]:
    """The pictures that a part shows, by their ids, which are names of parts."""
    found = {str(blip.get(tag("r:embed"), "")) for blip in each(tree, "a:blip")}
    return (found | {str(blip.get(tag("r:id"), "")) for blip in each(tree, "v:imagedata")}) - {""}


def _relations(own: dict[str, Relation], pictures: set[str], others: list[str], *, main: bool = False) -> bytes:
    root = etree.Element(tag("rel:Relationships"), nsmap={"rel": SPACES["rel"]})
    rows = [(id, "hyperlink", one.target, True) for id, one in own.items() if one.kind == "hyperlink" and one.external]
    rows += [(picture, "image", picture, False) for picture in sorted(pictures)]
    rows += [(f"bg-{kind}", kind, f"{kind}.xml", False) for kind in others]
    if main:
        rows = [("main", "officeDocument", "word/document.xml", False)]
    for id, kind, target, external in rows:
        row = etree.SubElement(root, tag("rel:Relationship"), Id=id, Type=TYPES + kind, Target=target)
        if external:
            row.set("TargetMode", "External")
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _types(parts: dict[str, etree._Element]) -> bytes:
    root = etree.Element(tag("ct:Types"), nsmap={"ct": SPACES["ct"]})
    kinds = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    for ending, kind in kinds.items():
        etree.SubElement(root, tag("ct:Default"), Extension=ending, ContentType=kind)
    for part in parts:
        kind = f"{WORD}{'document.main' if part == 'document' else part}+xml"
        etree.SubElement(root, tag("ct:Override"), PartName=f"/word/{part}.xml", ContentType=kind)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)
