"""A part of a Word file without what its reader does not see.

Comes in: the XML of a text, footnotes or endnotes. Goes out: the same tree, changed: tracked changes accepted, one of the
alternatives of each drawing, no comments, no hidden text, no tables of contents; form fields and simple fields are their
text. What is left out is counted. Refuses to know what a paragraph is.
"""

import re

from lxml import etree

from briefgen.importing.document import Ledger
from briefgen.importing.names import above, child, drop, each, is_on, number, tag, unwrap, value, words
from briefgen.importing.phrases import MACHINE_MADE
from briefgen.importing.styles import Styles

COLUMNS_MOST = 200
GALLERY = "Table of Contents"
COMMENTS = ("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference")
DELETED = ("w:del", "w:moveFrom", "w:moveFromRangeStart", "w:moveFromRangeEnd", "w:moveToRangeStart", "w:moveToRangeEnd")
WRAPPERS = ("w:fldSimple", "w:smartTag", "w:customXml", "w:dir", "w:bdo")  # round what is seen, and nothing themselves
UNKNOWN = {"w:cr": "w:br", "w:ptab": "w:tab"}  # between words, passed over by pandoc, and what says the same
_ADDRESS = re.compile(r"(https?://|www\.|[A-Za-z]:\\|file:)\S+|\S+\.(png|jpe?g|gif|tiff?|bmp|emf|wmf|svg)", re.IGNORECASE)


def clean(root: etree._Element, styles: Styles, ledger: Ledger) -> None:
    """Take out of a part what is not seen."""
    _alternatives(root)
    _changes(root, ledger)
    comments = [each for name in COMMENTS for each in root.iter(tag(name))]
    ledger.count("comment", sum(each.tag == tag("w:commentReference") for each in comments))
    for comment in comments:
        drop(comment)
    _controls(root, ledger)
    for about in each(root, "w:smartTagPr", "w:customXmlPr"):
        drop(about)
    for wrapper in each(root, *WRAPPERS):
        unwrap(wrapper)
    _glosses(root)
    for name, known in UNKNOWN.items():
        for space in each(root, name):
            space.tag = tag(known)
    _contents(root, styles, ledger)
    _hidden(root, styles, ledger)
    _looks(root)
    _alternative_texts(root, ledger)


def _alternatives(root: etree._Element) -> None:
    """Of each choice between drawings the first, which is the newest: the fallback says the same once more."""
    for choice in each(root, "mc:AlternateContent"):
        chosen = child(choice, "mc:Choice")
        if chosen is None or not len(chosen):
            chosen = child(choice, "mc:Fallback")
        for other in list(choice):
            if other is not chosen:
                choice.remove(other)
        if chosen is not None:
            unwrap(chosen)
        unwrap(choice)


def _changes(root: etree._Element, ledger: Ledger) -> None:
    """Tracked changes as if accepted."""
    for name in DELETED:
        for deleted in each(root, name):
            ledger.count("deleted", int(name in DELETED[:2] and above(deleted, "w:rPr") is None))
            if above(deleted, "w:rPr", "w:trPr") is None:
                drop(deleted)
    for inserted in each(root, "w:ins", "w:moveTo"):
        if above(inserted, "w:rPr", "w:trPr") is None:
            unwrap(inserted)
    for row in each(root, "w:tr"):
        if child(row, "w:trPr/w:del") is not None:
            drop(row)


def _controls(root: etree._Element, ledger: Ledger) -> None:
    """Content controls are their content, but for placeholders and tables of contents."""
    for control in each(root, "w:sdt"):
        content = child(control, "w:sdtContent")
        gallery = value(control, "w:sdtPr/w:docPartObj/w:docPartGallery")
        if content is None:
            drop(control)
        elif gallery == GALLERY:
            ledger.count("contents", sum(bool(words(line).strip()) for line in content.iter(tag("w:p"))))
            drop(control)
        elif is_on(control, "w:sdtPr/w:showingPlcHdr"):
            ledger.count("placeholder", int(bool(words(content).strip())))
            for run in each(content, "w:r"):
                drop(run)
            unwrap(content)
            unwrap(control)
        else:
            unwrap(content)
            for end in [inner for inner in control if inner.tag in {tag("w:sdtPr"), tag("w:sdtEndPr")}]:
                control.remove(end)
            unwrap(control)


def _glosses(root: etree._Element) -> None:
    """What stands above words, such as their pronunciation, in brackets behind them."""
    for ruby in each(root, "w:ruby"):
        run, base, gloss = above(ruby, "w:r"), child(ruby, "w:rubyBase"), child(ruby, "w:rt")
        if run is None or base is None:
            continue
        for inner in each(base, "w:r"):
            run.addprevious(inner)
        if gloss is not None and words(gloss).strip():
            behind = etree.Element(tag("w:r"))
            etree.SubElement(behind, tag("w:t")).text = f"({words(gloss)})"
            run.addprevious(behind)
        drop(ruby)


def _contents(root: etree._Element, styles: Styles, ledger: Ledger) -> None:
    """Lines of tables of contents and of figures."""
    for paragraph in each(root, "w:p"):
        if re.fullmatch(r"toc [1-9]|toc heading|table of figures", styles.name(paragraph)):
            ledger.count("contents", int(bool(words(paragraph).strip())))
            if above(paragraph, "w:tc") is None and child(paragraph, "w:pPr/w:sectPr") is None:
                drop(paragraph)
            else:
                for run in each(paragraph, "w:r", "w:hyperlink"):
                    drop(run)


def _hidden(root: etree._Element, styles: Styles, ledger: Ledger) -> None:
    for run in each(root, "w:r"):
        paragraph = above(run, "w:p")
        if paragraph is not None and styles.is_hidden(run, paragraph):
            ledger.count("hidden", len(words(run).split()))
            drop(run)


def _looks(root: etree._Element) -> None:
    """Tables whose grid holds all cells, and that do not say their first row is a head: Word has nearly all say so."""
    for look in each(root, "w:tblLook"):
        drop(look)
    for table in each(root, "w:tbl"):
        _widen(table)


def _widen(table: etree._Element) -> None:
    """Give a table as many columns as its widest row has: pandoc drops cells for which the grid has none."""
    widths = [
        sum(int(number(value(cell, "w:tcPr/w:gridSpan")) or 1) for cell in row.iterchildren(tag("w:tc")))
        + sum(int(number(value(row, f"w:trPr/w:{name}"))) for name in ("gridBefore", "gridAfter"))
        for row in table.iterchildren(tag("w:tr"))
    ]
    grid = child(table, "w:tblGrid")
    if grid is None:
        grid = etree.Element(tag("w:tblGrid"))
        table.insert(0 if child(table, "w:tblPr") is None else 1, grid)
    for _ in range(len(grid), min(max(widths, default=0), COLUMNS_MOST)):
        etree.SubElement(grid, tag("w:gridCol")).set(tag("w:w"), "1000")  # without a width it does not count


def _alternative_texts(root: etree._Element, ledger: Ledger) -> None:
    """Only alternative texts that a person wrote."""
    for drawn in each(root, "wp:docPr"):
        text = str(drawn.get("descr", ""))
        if any(phrase in text.lower() for phrase in MACHINE_MADE) or _ADDRESS.fullmatch(text.strip()):
            ledger.count("machine-alt")
            drawn.set("descr", "")
        drawn.attrib.pop("title", "")
