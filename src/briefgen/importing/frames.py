"""What floats in a Word file, put behind the paragraph that anchors it: text boxes, charts, SmartArt.

Comes in: the XML of a part, and a way to other parts by ids. Goes out: the same tree, with boxes as tables of one cell, the
values of charts as tables under their titles, and SmartArt as a list of its texts in a box. Refuses to know pictures.
"""

from collections.abc import Callable

from lxml import etree

from briefgen.importing.names import above, child, drop, each, tag
from briefgen.importing.syntax import OURS

Part = Callable[[str], "etree._Element | None"]
MOST_POINTS = 400  # values of a chart; more are no table that anybody reads
DRAWN = ("w:drawing", "w:pict", "w:object")


def lift(root: etree._Element, part: Part) -> None:
    """Put behind their paragraphs what floats in a part."""
    for content in reversed(list(each(root, "w:txbxContent"))):  # boxes within boxes first
        _place(content, _box(list(content)))
        for inner in list(content):
            content.remove(inner)
        _drop_drawn(content)
    for chart in each(root, "c:chart"):
        tree = part(str(chart.get(tag("r:id"), "")))
        if tree is not None:
            _place(chart, *_chart(tree))
        _drop_drawn(chart)
    for art in each(root, "dgm:relIds"):
        tree = part(str(art.get(tag("r:dm"), "")))
        lines = _smart_art(tree) if tree is not None else []
        if lines:
            _place(art, _box([_paragraph(line) for line in lines]))
        _drop_drawn(art)


def _place(inside: etree._Element, *blocks: etree._Element) -> None:
    """Put blocks behind the paragraph in which an element stands."""
    paragraph = above(inside, "w:p")
    if paragraph is None:
        return
    for block in reversed(blocks):
        paragraph.addnext(block)


def _drop_drawn(inside: etree._Element) -> None:
    """Take out a drawing whose content stands elsewhere now, unless it shows more: another box, a picture."""
    drawn = above(inside, *DRAWN)
    if drawn is None:
        return
    rest = list(each(drawn, "a:blip", "v:imagedata"))
    if not rest and not any(len(box) for box in each(drawn, "w:txbxContent")):
        drop(drawn)


def _box(content: list[etree._Element]) -> etree._Element:
    """A table of one cell."""
    table = etree.Element(tag("w:tbl"))
    etree.SubElement(etree.SubElement(table, tag("w:tblGrid")), tag("w:gridCol")).set(tag("w:w"), "1000")
    cell = etree.SubElement(etree.SubElement(table, tag("w:tr")), tag("w:tc"))
    for inner in content:
        cell.append(inner)
    if not len(cell) or cell[-1].tag != tag("w:p"):
        cell.append(etree.Element(tag("w:p")))
    return table


def _paragraph(text: str, style: str = "") -> etree._Element:
    paragraph = etree.Element(tag("w:p"))
    if style:
        etree.SubElement(etree.SubElement(paragraph, tag("w:pPr")), tag("w:pStyle")).set(tag("w:val"), style)
    run = etree.SubElement(etree.SubElement(paragraph, tag("w:r")), tag("w:t"))
    run.text = text
    run.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return paragraph


def _smart_art(tree: etree._Element) -> list[str]:
    """The texts of a diagram's points."""
    found = []
    for point in each(tree, "dgm:pt"):
        text = " ".join("".join(one.text or "" for one in line.iter(tag("a:t"))) for line in point.iter(tag("a:p")))
        if text.strip():
            found.append(" ".join(text.split()))
    return found


def _chart(tree: etree._Element) -> list[etree._Element]:
    """A chart's title, and a table of its values as the file keeps them: categories head the rows, series the columns."""
    title = " ".join("".join(one.text or "" for one in tree.iterfind(f".//{tag('c:title')}//{tag('a:t')}")).split())
    names: list[str] = []
    columns: list[dict[int, str]] = []
    heads: dict[int, str] = {}
    for series in each(tree, "c:ser"):
        names.append(_first(_points(child(series, "c:tx"))) or " ")
        heads |= _points(child(series, "c:cat")) or _points(child(series, "c:xVal"))
        columns.append(_points(child(series, "c:val")) or _points(child(series, "c:yVal")))
    rows = sorted({at for column in columns for at in column} | set(heads))[:MOST_POINTS]
    found = [_paragraph(title, f"{OURS}caption: chart")] if title else []
    if rows and columns:
        cells = [["", *names], *([heads.get(row, ""), *(column.get(row, "") for column in columns)] for row in rows)]
        found.append(_table(cells))
    return found


def _first(points: dict[int, str]) -> str:
    return next(iter(points.values()), "")


def _points(element: etree._Element | None) -> dict[int, str]:
    """The cached values below an element by their numbers; those of the lowest level where categories have several."""
    if element is None:
        return {}
    level = child(element, ".//c:lvl")
    found: dict[int, str] = {}
    for point in each(element if level is None else level, "c:pt"):
        written = child(point, "c:v")
        number = str(point.get("idx", ""))
        if written is not None and written.text and number.isdecimal():
            found[int(number)] = _number(written.text)
    return found


def _number(text: str) -> str:
    """A number as people write it: what arithmetic of two leaves behind the 10th digit is rounded away."""
    try:
        return f"{float(text):.10g}" if len(text) > 10 else text
    except ValueError:
        return text


def _table(rows: list[list[str]]) -> etree._Element:
    table = etree.Element(tag("w:tbl"))
    grid = etree.SubElement(table, tag("w:tblGrid"))
    for _ in rows[0]:
        etree.SubElement(grid, tag("w:gridCol")).set(tag("w:w"), "1000")
    for number, row in enumerate(rows):
        line = etree.SubElement(table, tag("w:tr"))
        if not number:
            etree.SubElement(etree.SubElement(line, tag("w:trPr")), tag("w:tblHeader"))
        for cell in row:
            etree.SubElement(line, tag("w:tc")).append(_paragraph(cell))
    return table
