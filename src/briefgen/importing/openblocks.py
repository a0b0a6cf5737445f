"""What pandoc passes over in an .odt without a word, put where it reads it: boxes, shapes, lists of notes, tables of cells.

Comes in: the XML of a text. Goes out: the same tree; a text box is a table of one cell behind the paragraph that anchors it,
and what notes, cells and items of lists cannot hold is the paragraphs of it. Refuses to know pictures: the box round a
picture and its caption stays, for it is read.
"""

from collections.abc import Iterator

from lxml import etree

from briefgen.importing.pages import drop_whole

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
LINES = (f"{TEXT}p", f"{TEXT}h")
BLOCKS = frozenset((*LINES, f"{TEXT}list", f"{TEXT}section", f"{TEXT}numbered-paragraph", f"{TABLE}table"))
# the blocks that are read in what holds some (pandoc 3.x); a heading that is not among them is made a paragraph
READ = {
    f"{TEXT}note-body": frozenset(LINES[:1]),
    f"{TABLE}table-cell": frozenset((LINES[0], f"{TEXT}list")),
    f"{TABLE}covered-table-cell": frozenset((LINES[0], f"{TEXT}list")),
    f"{TEXT}list-item": frozenset((*LINES, f"{TEXT}list")),
    f"{TEXT}list-header": frozenset((*LINES, f"{TEXT}list")),
}


def open_blocks(root: etree._Element) -> None:
    """Put what is passed over where it is read."""
    for wrapper in list(root.iter(f"{TEXT}numbered-paragraph")):
        _replace(wrapper, list(_lines(wrapper)))
    for drawn in reversed(list(root.iter(f"{DRAW}*"))):  # boxes within boxes first
        own = [child for child in drawn if child.tag in BLOCKS]
        if own and not (drawn.tag == f"{DRAW}text-box" and _holds_picture(own)):
            _lift(drawn, own)
    for holder in reversed(list(root.iter(*READ))):  # what is within others first
        for child in list(holder):
            if child.tag in BLOCKS and child.tag not in READ[str(holder.tag)]:
                _replace(child, list(_lines(child)))
        for line in holder:
            if line.tag == LINES[1] and LINES[1] not in READ[str(holder.tag)]:
                line.tag = LINES[0]


def _lines(block: etree._Element) -> Iterator[etree._Element]:
    """The outermost paragraphs and headings of a block, itself included."""
    if block.tag in LINES:
        yield block
        return
    for child in block:
        yield from _lines(child)


def _replace(block: etree._Element, others: list[etree._Element]) -> None:
    """Put others in the place of a block; they may come out of it."""
    for other in others:
        block.addprevious(other)
        other.tail = None
    if block not in others:
        drop_whole(block)


def _holds_picture(blocks: list[etree._Element]) -> bool:
    """Whether a box is that of a picture with its caption: one paragraph."""
    return len(blocks) == 1 and next(blocks[0].iter(f"{DRAW}image"), None) is not None


def _lift(drawn: etree._Element, blocks: list[etree._Element]) -> None:
    """Put the blocks of a box behind the paragraph round it, or before it where there is none."""
    if not any("".join(str(part) for part in block.itertext()).strip() for block in blocks):
        return
    anchor: etree._Element | None = drawn.getparent()
    while anchor is not None and anchor.tag not in LINES:
        anchor = anchor.getparent()
    box = etree.Element(f"{TABLE}table")
    etree.SubElement(box, f"{TABLE}table-column")
    cell = etree.SubElement(etree.SubElement(box, f"{TABLE}table-row"), f"{TABLE}table-cell")
    for block in blocks:
        block.tail = None
        cell.append(block)
    if anchor is not None:
        tail, anchor.tail = anchor.tail, None
        anchor.addnext(box)
        box.tail = tail
    else:
        _outermost_drawn(drawn).addprevious(box)


def _outermost_drawn(drawn: etree._Element) -> etree._Element:
    """The drawing that a part of it belongs to."""
    parent = drawn.getparent()
    return drawn if parent is None or not str(parent.tag).startswith(DRAW) else _outermost_drawn(parent)
