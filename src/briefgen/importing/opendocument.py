"""Documents of LibreOffice, made ready for pandoc and read by it.

Comes in: the bytes of a file. Goes out: a document. Refuses to open what it refers to.
"""

import io
import posixpath
import zipfile

from lxml import etree

from briefgen.importing.document import Block, Document, Ledger, Paragraph, Picture, Run, plain
from briefgen.importing.openblocks import DRAW, TABLE, TEXT, open_blocks
from briefgen.importing.package import Package
from briefgen.importing.pages import drop_whole, read_tree
from briefgen.importing.refusal import Refused, bound

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
MATH = "{http://www.w3.org/1998/Math/MathML}"
XLINK = "{http://www.w3.org/1999/xlink}"
MIME = b"application/vnd.oasis.opendocument.text"
# what has text of its own and is no field
KNOWN = frozenset(f"{TEXT}{name}" for name in "a h p span note-citation list-header ruby-base ruby-text deletion".split())
# what a blank, a column or a row can say of how often it stands there; more are empty ones to the edge of a sheet
REPEATS = (f"{TEXT}c", f"{TABLE}number-columns-repeated", f"{TABLE}number-rows-repeated")
REPEATS_MOST = 60
INDEXES = ("table-of-content", "illustration-index", "table-index", "object-index", "alphabetical-index", "user-index")
# styles of LibreOffice, and of pandoc; `Caption` is what LibreOffice makes its captions of figures and tables of
KINDS = {
    "Title": "title", "Subtitle": "subtitle", "Author": "author", "Date": "date", "Caption": "caption",
    "FigureCaption": "caption", "TableCaption": "caption",
}  # fmt: skip
ANCESTORS_MOST = 10


def read_open_document(data: bytes) -> Document:
    """The document in an .odt. Raises Refused."""
    package = Package(data)
    root = package.tree("content.xml")
    if root is None:
        raise Refused("import/unread", "this zip file is no text document", "save it as .odt")
    bound(sum(len(str(part)) for part in root.itertext()))
    ledger = Ledger()
    styles = package.tree("styles.xml")
    _clean(root, ledger)
    _write_formulas(root, package, ledger)
    open_blocks(root)
    kinds = _kinds(root, styles)
    for image in root.iter(f"{DRAW}image"):
        target = str(image.get(f"{XLINK}href", ""))
        if "://" in target:
            ledger.tell("import/external-picture", f"a picture lies elsewhere and was not fetched: {target[:120]}")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("mimetype", MIME)
        archive.writestr("content.xml", etree.tostring(root, encoding="UTF-8", xml_declaration=True))
        if styles is not None:
            archive.writestr("styles.xml", etree.tostring(styles, encoding="UTF-8", xml_declaration=True))
        for name in package.names():
            if name.startswith("Pictures/"):
                archive.writestr(name, b"")
    made = read_tree(out.getvalue(), "odt", ledger)
    described = {" ".join((each.text or "").split()) for each in root.iter(f"{SVG}desc", f"{SVG}title")}
    made.blocks = [_of_kind(block, kinds, described) for block in made.blocks]
    made.pictures = package.picture
    return made


def _clean(root: etree._Element, ledger: Ledger) -> None:
    """Without comments, indexes, and the record of tracked changes, in which deleted text stands; fields are their text."""
    for name, kind in ((f"{OFFICE}annotation", "comment"), (f"{TEXT}tracked-changes", "")):
        for found in list(root.iter(name)):
            if kind:
                ledger.count(kind)
            else:
                ledger.count("deleted", sum(1 for _ in found.iter(f"{TEXT}deletion")))
            drop_whole(found)
    for each in root.iter():
        for name in REPEATS:
            if each.get(name, "1").isdecimal() and int(each.get(name, "1")) > REPEATS_MOST:
                each.set(name, str(REPEATS_MOST))
    for index in list(root.iter(*(f"{TEXT}{name}" for name in INDEXES))):
        ledger.count("contents", sum(1 for _ in index.iter(f"{TEXT}p")))
        drop_whole(index)
    for field in [each for each in root.iter(f"{TEXT}*") if each.tag not in KNOWN and each.text and not len(each)]:
        field.tag = f"{TEXT}span"  # a field: what it shows is its text, which pandoc would leave out
        field.attrib.clear()


def _write_formulas(root: etree._Element, package: Package, ledger: Ledger) -> None:
    """Formulas, which are files of their own within the file, as what their makers typed, else their letters and numbers."""
    for found in list(root.iter(f"{DRAW}object")):
        frame, name = found.getparent(), posixpath.normpath(f"{found.get(f'{XLINK}href', '')}/content.xml")
        tree = package.tree(name)
        if frame is None or tree is None or tree.tag != f"{MATH}math":
            continue
        typed = next((each.text for each in tree.iter(f"{MATH}annotation") if each.text), None)
        span = etree.Element(f"{TEXT}span")
        span.text = " ".join((typed or "".join(str(part) for part in tree.itertext())).split())
        frame.addprevious(span)
        drop_whole(frame)
        ledger.count("formula")


def _kinds(root: etree._Element, styles: etree._Element | None) -> dict[str, str]:
    """What the styles of paragraphs say they are, by their texts."""
    parents = {}
    for tree in (styles, root):
        for style in tree.iter(f"{STYLE}style") if tree is not None else ():
            parents[str(style.get(f"{STYLE}name", ""))] = str(style.get(f"{STYLE}parent-style-name", ""))
    found: dict[str, str] = {}
    for paragraph in root.iter(f"{TEXT}p"):
        name = str(paragraph.get(f"{TEXT}style-name", ""))
        for _ in range(ANCESTORS_MOST):
            if name in KINDS or name not in parents:
                break
            name = parents[name]
        if kind := KINDS.get(name):
            found[" ".join("".join(str(part) for part in paragraph.itertext()).split())] = kind
    return found


def _of_kind(block: Block, kinds: dict[str, str], described: set[str]) -> Block:
    """The block as its style has it. A picture's caption, which stands in its frame, is its alternative text to pandoc."""
    if isinstance(block, Picture) and block.alt and block.alt not in described:
        return Picture(block.name, "", (Run(block.alt),))
    if isinstance(block, Paragraph) and not block.style and (kind := kinds.get(plain(block.text))):
        return Paragraph(block.text, kind, "style")
    return block
