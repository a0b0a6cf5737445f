"""The names of what office files are made of: XML namespaces (ECMA-376) and the questions that are asked of elements.

Data and small functions. Refuses to know what anything means.
"""

from collections.abc import Iterator

from lxml import etree

SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
}
# the same in files of the strict conformance class (ECMA-376-1, annex A)
STRICT = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main": SPACES["w"],
    "http://purl.oclc.org/ooxml/officeDocument/relationships": SPACES["r"],
    "http://purl.oclc.org/ooxml/drawingml/main": SPACES["a"],
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": SPACES["wp"],
    "http://purl.oclc.org/ooxml/drawingml/chart": SPACES["c"],
    "http://purl.oclc.org/ooxml/drawingml/diagram": SPACES["dgm"],
}


def tag(name: str) -> str:
    """The full name of `w:p`."""
    prefix, _, local = name.partition(":")
    return f"{{{SPACES[prefix]}}}{local}"


def child(element: etree._Element | None, path: str) -> etree._Element | None:
    """The first element on a path such as `w:pPr/w:pStyle`, or None."""
    return None if element is None else element.find(path, SPACES)


def value(element: etree._Element | None, path: str = "", name: str = "w:val") -> str:
    """An attribute of the element on a path; "" when there is neither."""
    found = child(element, path) if path else element
    return "" if found is None else str(found.get(tag(name), ""))


def number(text: str) -> float:
    """A number that is not negative; 0 for what is none, and for what no file can mean."""
    return float(text) if len(text) < 9 and text.replace(".", "", 1).isdecimal() else 0.0


def is_on(element: etree._Element | None, path: str) -> bool | None:
    """Whether a property that is on or off is on; None when it is not said (ECMA-376-1, 17.17.4)."""
    found = child(element, path)
    return None if found is None else value(found) not in {"0", "false", "off", "none"}


def each(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """All elements of these names below one, in order; the list is made first, so that they may be taken out."""
    yield from list(element.iter(*map(tag, names)))


def drop(element: etree._Element) -> None:
    """Take an element out."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: etree._Element) -> None:
    """Put what an element holds in its place."""
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    for number, inner in enumerate(list(element)):
        parent.insert(at + number, inner)
    parent.remove(element)


def words(element: etree._Element) -> str:
    """The text that an element shows."""
    parts = [
        each.text or "" if each.tag == tag("w:t") else " " for each in element.iter(*map(tag, ("w:t", "w:tab", "w:br")))
    ]
    return "".join(parts)


def above(element: etree._Element, *names: str) -> etree._Element | None:
    """The nearest element of these names around one, or None."""
    return next(element.iterancestors(*map(tag, names)), None)
