"""SVG drawings that the outline names, made harmless and plain.

Comes: the bytes of a file of anybody's. Goes: its `Art`, an SVG that refers to nothing outside itself and holds nothing
but what can be drawn, with remarks about the rest. Promise: no script, no network, no file; memory and time are bounded,
also against entities and elements that use each other; what cannot be drawn is told with its line. Refuses to know inks
and pages.
"""

import re
from collections.abc import Iterator

from lxml import etree

from briefgen.content.brief import BODY_FAMILY, DISPLAY_FAMILY, Art
from briefgen.content.files import ImageFault
from briefgen.content.remark import Remark
from briefgen.content.svgstyles import righted_style, unread_rules
from briefgen.content.svgvalues import ValueFault, properties_in, readable_value

SVG = "http://www.w3.org/2000/svg"
HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
BYTES_MOST = 20_000_000
ELEMENTS_MOST = 200_000  # also with all that is used written out
WORDS_MOST = 20_000  # characters of all words; to set more takes long
SHEET_MOST = 200_000  # characters of a style sheet
SIDE_MOST = 100_000  # px
USUAL_SIZE = (300.0, 150.0)  # px, of a drawing that says nothing of its size (CSS 2.1, 10.3.2)
UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "q": 96 / 101.6}
DEAD = frozenset("script handler listener animate animateColor animateMotion animateTransform set discard metadata".split())
FOREIGN = frozenset("foreignObject video audio canvas iframe object embed".split())
SHOWN = frozenset("path rect circle ellipse line polyline polygon text image use".split())
VERBATIM = frozenset("d points id class".split())
TEXTS = frozenset("text tspan textPath tref altGlyph".split())
PAINTS = re.compile(r"(?:^|[;\s{])(?:fill|stroke|stop-color|color|flood-color|lighting-color)\s*:\s*([^;}!]+)")
PAINT_NAMES = ("fill", "stroke", "stop-color", "color", "flood-color", "lighting-color")
SERIFS = re.compile(
    "serif|roman|times|georgia|garamond|palatino|cambria|minion|caslon|bodoni|century|baskerville|merriweather"
)
OWN = frozenset({"sourcesanspro", "sourceserifpro"})
GENERIC = frozenset("serif sans-serif monospace cursive fantasy system-ui ui-serif ui-sans-serif inherit".split())
_FAMILY = re.compile(r"(font-family\s*:\s*)([^;}]+)")
_FONT = re.compile(r"((?:^|[;{\s])font\s*:[^;}]{0,200}?[\d.]+(?:px|pt|em|rem|%|ex)?(?:\s*/\s*[\w.%]+)?\s+)([^;}]+)")
_DATA = re.compile(r"url\(\s*['\"]?data:[^)]*\)")  # in a sheet: faces, which are not taken from a drawing
_FILTERED = re.compile(r"\.([\w-]+)[^{}]{0,500}\{[^}]{0,2000}filter\s*:\s*url")
_REFERENCE = re.compile(r"url\(\s*['\"]?#([^'\")\s]+)")
_OUTSIDE = re.compile(r"url\(\s*['\"]?(?!#|data:)([^'\")]+)")


def read_svg(data: bytes) -> tuple[Art, list[Remark]]:
    """The drawing in a file, and what is to be said of it. Raises ImageFault."""
    root = _root(data)
    _bound(root)
    reader = _Reader(root)
    reader.run()
    if not reader.remarks and not any(_local(element) in SHOWN for element in root.iter()):
        raise ImageFault("content/bad-image", "draws nothing", "save it anew from the program that made it")
    width, height = _size(root)
    root.set("width", f"{width:g}")
    root.set("height", f"{height:g}")
    text = etree.tostring(root, encoding="unicode")
    words = " ".join(" ".join(reader.words).split())
    if len(words) > WORDS_MOST:
        said = f"has {len(words):,} characters of words"
        raise ImageFault("content/image-too-large", said, "save it with its words as outlines, or as PDF")
    filtered = any(remark.code == "content/svg-pixels" for remark in reader.remarks)
    return Art(text, width, height, words, len(reader.paints), filtered), reader.remarks


def _root(data: bytes) -> etree._Element:
    if len(data) > BYTES_MOST:
        raise ImageFault("content/image-too-large", "has more than 20 MB", "simplify the drawing, or save it as PNG")
    # what Illustrator writes names its namespaces by entities; libxml2 bounds how far they may swell
    parser = etree.XMLParser(
        resolve_entities="internal",  # type: ignore[arg-type]  # the stubs are older than this choice
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", 0)
        if "depth" in str(error):
            raise ImageFault("content/bad-image", "is nested deeper than any program nests", "simplify it") from error
        said = f"is damaged: its XML breaks off or is not well-formed{f', at line {line}' if line else ''}"
        raise ImageFault("content/bad-image", said, "save it anew from the program that made it") from error
    if root.tag not in {f"{{{SVG}}}svg", "svg"}:
        raise ImageFault("content/bad-image", "is XML, and no SVG", "save it as SVG")
    if root.tag == "svg":  # without its namespace, as some programs write it, no reader would draw it
        for element in root.iter():
            if isinstance(element.tag, str) and not element.tag.startswith("{"):
                element.tag = f"{{{SVG}}}{element.tag}"
    return root


def _local(element: etree._Element) -> str:
    """The name of an element of SVG; "" for all others."""
    tag = element.tag
    return tag.removeprefix(f"{{{SVG}}}") if isinstance(tag, str) and tag.startswith(f"{{{SVG}}}") else ""


def _bound(root: etree._Element) -> None:
    """Refuse a drawing that is too large, also with all written out that its elements use. Raises ImageFault."""
    ids = {own: element for element in root.iter() if (own := element.get("id"))}
    weights: dict[int, float] = {}
    order = list(root.iter())
    if len(order) > ELEMENTS_MOST:
        _refuse(f"has {len(order):,} elements")
    for _ in range(64):  # so many levels of use; each round carries weights one level on
        before = dict(weights)
        for element in reversed(order):
            weight = 1.0 + sum(weights.get(id(child), 1.0) for child in element)
            for used, times in _used(element):
                if used in ids:
                    weight += times * weights.get(id(ids[used]), 1.0)
            weights[id(element)] = min(weight, 1e9)
        if weights[id(root)] > ELEMENTS_MOST:
            _refuse("has more elements than can be drawn, with all that is used written out")
        if before == weights:
            return
    _refuse("has elements that use each other without an end")


def _refuse(said: str) -> None:
    raise ImageFault("content/image-too-large", said, "simplify the drawing, or save it as PNG")


def _used(element: etree._Element) -> Iterator[tuple[str, int]]:
    """The ids that an element uses, and how often it is drawn for each."""
    for key, written in element.attrib.items():
        name, value = str(key), str(written)
        if name in HREFS and value.startswith("#"):
            yield value[1:], 1
        elif "url(" in value:
            marks = len(re.findall("[A-Za-z]", element.get("d", ""))) + len(element.get("points", "").split())
            for used in _REFERENCE.findall(value):
                yield used, max(1, marks) if "marker" in f"{name}{value}" else 1


class _Reader:
    """Walks a drawing once: takes out what must not stand there, puts right what can be, and tells of the rest."""

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self.remarks: list[Remark] = []
        self.words: list[str] = []
        self.paints: set[str] = set()
        for sheet in root.iter(f"{{{SVG}}}style"):
            sheet.text = _DATA.sub("url()", "".join(map(str, sheet.itertext())))
            if len(sheet.text) > SHEET_MOST:
                _refuse(f"has a style sheet of {len(sheet.text):,} characters")
        styles = [element.text or "" for element in root.iter(f"{{{SVG}}}style")]
        styles += [element.get("style", "") for element in root.iter()]
        self._properties = properties_in(styles)
        self._foreign_families: dict[str, int] = {}
        self._filtered = {found for style in styles for found in _FILTERED.findall(style)}

    def run(self) -> None:
        for element in list(self._root.iter()):
            if element is not self._root and element.getparent() is None:
                continue  # it was taken out, or stands in what was
            name = _local(element)
            if not name:
                self._remove(element)
            elif name in DEAD:
                self._dead(element, name)
            elif name in FOREIGN:
                self._foreign(element, name)
            elif name == "image":
                self._image(element)
            elif name == "use" and not _href(element).startswith("#"):
                said = f"uses a part of another file, `{_href(element)[:60]}`" if _href(element) else ""
                self._lost(element, said, "copy that part into the SVG")
            else:
                self._values(element, name)
        if self.words:
            if "font-family" not in self._root.attrib:  # else words without a family would get one that is not at hand
                self._root.set("font-family", DISPLAY_FAMILY)
            for family, line in list(self._foreign_families.items())[:1]:
                said = f"has words in `{family[:60]}`, which is not at hand; they are set in the brief's own face"
                hint = "look at the words; or save the drawing with its words as outlines (paths)"
                self.remarks.append(Remark("content/svg-face", line, said, hint))

    def _family(self, element: etree._Element, value: str) -> str:
        """The brief's own family for a list of families."""
        names = [name.strip().strip("'\"") for name in value.replace("!important", "").split(",")]
        named = next((name for name in names if name and name.lower() not in GENERIC), "")
        if named and not self._is_own(named):
            self._foreign_families.setdefault(named, _line(element))
        first = next(filter(None, names), "").lower()
        serif = SERIFS.search(first) is not None and "sans" not in first
        return BODY_FAMILY if serif else DISPLAY_FAMILY

    def _is_own(self, name: str) -> bool:
        return name.lower().replace(" ", "") in OWN

    def _families(self, element: etree._Element, style: str) -> str:
        for pattern in (_FAMILY, _FONT):
            style = pattern.sub(lambda found: found[1] + self._family(element, found[2]), style)
        return style

    def _say(self, code: str, element: etree._Element, said: str, hint: str) -> None:
        if said:
            self.remarks.append(Remark(code, _line(element), said, hint))

    def _lost(self, element: etree._Element, said: str, hint: str) -> None:
        self._say("content/svg-undrawn", element, said, hint)
        self._remove(element)

    def _remove(self, element: etree._Element) -> None:
        parent = element.getparent()
        if parent is None:
            return
        for child in list(element.iter())[1:]:  # so that the walk passes over them
            owner = child.getparent()
            if owner is not None:
                owner.remove(child)
        if element.tail and _local(parent) in TEXTS:
            before = element.getprevious()
            if before is not None:
                before.tail = (before.tail or "") + element.tail
            else:
                parent.text = (parent.text or "") + element.tail
        parent.remove(element)

    def _dead(self, element: etree._Element, name: str) -> None:
        if name != "metadata":
            what = "a script" if name in {"script", "handler", "listener"} else "an animation"
            hint = "nothing need be done where the drawing looks right; else save it as it is to look"
            self._say("content/svg-changing", element, f"has {what}; it is drawn as it is without", hint)
        self._remove(element)

    def _foreign(self, element: etree._Element, name: str) -> None:
        parent = element.getparent()
        switched = parent is not None and _local(parent) == "switch" and len(parent) > 1
        said = "" if switched else f"holds `{name}`, which only a browser can draw"
        self._lost(element, said, "save it with its words as text of SVG, or as PDF or PNG")

    def _image(self, element: etree._Element) -> None:
        source = _href(element)
        if re.match(r"data:image/(png|jpe?g|gif|webp)[;,]", source, re.IGNORECASE):
            self._values(element, "image")
            return
        if source.startswith("data:"):
            said = f"holds a picture of a kind that is not read, `{source[5:30].partition(',')[0]}`"
            self._lost(element, said, "embed it as PNG or JPEG")
        else:
            said = f"takes a picture from outside, `{source[:60]}`, which is never fetched" if source else ""
            self._lost(element, said, "embed the picture in the SVG")

    def _values(self, element: etree._Element, name: str) -> None:
        """Put right the values of an element's attributes and style, and note texts, paints and filters."""
        for key, written in list(element.attrib.items()):
            key, value = str(key), str(written)
            if key.lower().startswith("on"):
                del element.attrib[key]
                continue
            if (
                not key.startswith("{")
                and key not in {"d", "points", "id", "class"}
                and ("(" in value or "--" in value or value.lower() == "currentcolor" or key == "style")
            ):
                value = self._righted(element, value)
                element.set(key, value)
            if key == "font-family":
                element.set(key, self._family(element, value))
            if key == "style":
                element.set(key, self._families(element, value))
            if key in PAINT_NAMES:
                self._paint(value)
        self._styles(element, name)
        if name == "style":
            element.text = self._families(element, self._righted(element, element.text or ""))
        for style in (element.text if name == "style" else "", element.get("style")):
            for paint in PAINTS.findall(style or ""):
                self._paint(paint)
        if name in TEXTS:
            self.words.append(" ".join(filter(None, (element.text, *(child.tail for child in element)))))
        self._filter(element)

    def _styles(self, element: etree._Element, name: str) -> None:
        """Say by attributes what only browsers read in styles, and tell of the rest."""
        unread = list(unread_rules(element.text or "")) if name == "style" else []
        if element.get("style"):
            style, attributes, passed = righted_style(element.get("style", ""))
            unread += passed
            element.set("style", style)
            for key, value in attributes.items():
                element.set(key, value)
        for key in ("width", "height", "x", "y", "r", "stroke-width", "font-size"):
            if "calc(" in element.get(key, ""):
                unread.append(f"a sum that is not worked out, `{element.get(key)}`")
        if not element.get("clip-path", "none").startswith(("none", "url(", "inherit")):
            unread.append(f"a clip that is not read, `{element.get('clip-path', '')[:40]}`")
        said = f"{element.get('vector-effect', '')} {element.get('style', '')} {element.text if name == 'style' else ''}"
        if "pathLength" in element.attrib and ("dasharray" in said or "stroke-dasharray" in element.attrib):
            unread.append("dashes that are counted by `pathLength`")
        if "non-scaling-stroke" in said:
            unread.append("lines that are to keep their width when they are scaled (`vector-effect`)")
        for each in dict.fromkeys(unread):
            hint = "look at it; or save it with its styles as attributes, or as PDF"
            self._say("content/svg-otherwise", element, f"has {each}, and may look otherwise than in a browser", hint)

    def _righted(self, element: etree._Element, value: str) -> str:
        outside = _OUTSIDE.search(value)
        if outside:
            said = f"refers to something outside, `{outside[1][:60]}`, which is never fetched"
            self._say("content/svg-undrawn", element, said, "take it into the SVG")
            value = _OUTSIDE.sub("url(#", value)
        try:
            return readable_value(value, self._properties)
        except ValueFault as fault:
            self._say("content/svg-undrawn", element, str(fault), "save it with colours written as #rrggbb, or as PDF")
            return value

    def _paint(self, value: str) -> None:
        value = value.strip().lower()
        if value and not value.startswith(("url(", "none", "inherit", "context-")):
            self.paints.add(value)

    def _filter(self, element: etree._Element) -> None:
        style = f"{element.get('style', '')};filter:{element.get('filter', '')}"
        filtered = re.search(r"filter\s*:\s*url", style) or self._filtered & set((element.get("class") or "").split())
        if not filtered:
            return
        if any(_local(each) in TEXTS for each in element.iter()):
            said = "has words under a filter (a shadow, a glow), where they cannot be drawn"
            self._say("content/svg-undrawn", element, said, "remove the filter, or save the drawing as PNG")
        else:
            said = "has a filter (a shadow, a blur), and what is under it is drawn as pixels"
            self._say("content/svg-pixels", element, said, "nothing need be done where it looks right; or remove the filter")


def _is_css(key: str, value: str) -> bool:
    """Whether a value may have to be put into plainer words."""
    return key == "style" or "(" in value or "--" in value or value.strip().lower() == "currentcolor"


def _line(element: etree._Element) -> int:
    line = element.sourceline
    return line if isinstance(line, int) else 0


def _href(element: etree._Element) -> str:
    return str(next((element.get(name) for name in HREFS if element.get(name)), "")).strip()


def _size(root: etree._Element) -> tuple[float, float]:
    """Width and height in px, from the drawing's own size or its view (SVG 2, 8.2). Raises ImageFault."""
    view = [float(part) for part in re.findall(r"-?\d*\.?\d+(?:[eE][+-]?\d+)?", root.get("viewBox", ""))]
    box = (view[2], view[3]) if len(view) == 4 else None
    width, height = _length(root.get("width", ""), box and box[0]), _length(root.get("height", ""), box and box[1])
    if width and height is None and box:
        height = width * box[1] / box[0] if box[0] else None
    if height and width is None and box:
        width = height * box[0] / box[1] if box[1] else None
    width, height = width or (box or USUAL_SIZE)[0], height or (box or USUAL_SIZE)[1]
    if not (0 < width <= SIDE_MOST and 0 < height <= SIDE_MOST):
        raise ImageFault("content/bad-image", f"has no size that can be drawn, {width:g} × {height:g}", "give it a viewBox")
    return width, height


def _length(written: str, whole: float | None) -> float | None:
    found = re.fullmatch(r"\s*(\d*\.?\d+(?:[eE][+-]?\d+)?)\s*([a-zA-Z%]*)\s*", written)
    if found is None:
        return None
    if found[2] == "%":
        return whole * float(found[1]) / 100 if whole else None
    factor = UNITS.get(found[2].lower())
    return float(found[1]) * factor if factor else None
