"""What of a Word file is title, heading and caption, also where no style says it.

Comes in: the text's XML and its styles. Goes out: the same tree, in which such paragraphs have styles that tell them, by
names that begin with `briefgen`. The rules and how often they are right were measured on 74 files of other people: titles in
60 of 67, headings by bold type in 93 of 100. Refuses to change a word.
"""

import re

from lxml import etree

from briefgen.importing.names import above, child, each, tag, value, words
from briefgen.importing.phrases import CAPTIONS
from briefgen.importing.roles import role
from briefgen.importing.styles import Styles
from briefgen.importing.syntax import OURS

FIRST = 8  # paragraphs among which a title is looked for
LARGER = 1.15  # times the body's size
LONGEST_TITLE = 40  # words
LONGEST_HEADING = 16
ENDS = ".:;,"  # of sentences, and of what leads to something
BODY = 20  # words of the first paragraph of text, behind which headings by formatting begin
FEW = 2  # with so many headings by styles, bold lines are none
STYLED = {"title": "title", "subtitle": "subtitle", "author": "author", "date": "date", "abstract": "abstract"}
_CAPTION = re.compile(rf"(?:{'|'.join(CAPTIONS)})\.? ?[0-9]+([.:\-–—  ]|$)", re.IGNORECASE)


class _Line:
    """A paragraph of the text with what the rules ask of it."""

    def __init__(self, element: etree._Element, styles: Styles) -> None:
        self.element = element
        self.text = " ".join(words(element).split())
        self.count = len(self.text.split())
        self.in_table = above(element, "w:tc") is not None
        self.style = styles.name(element)
        self.level, self.rule = styles.level(element)
        self.is_bold = not self.in_table and self.count <= LONGEST_TITLE and styles.is_bold(element)
        self.size = styles.size(element) if self.text else 0.0
        self.in_list = styles.in_list(element)

    @property
    def is_caption(self) -> bool:
        """Whether it is one by its style, a field that counts, or its first words."""
        fields = " ".join(field.text or "" for field in self.element.iter(tag("w:instrText")))
        return "caption" in self.style or " SEQ " in f" {fields} " or bool(_CAPTION.match(self.text))


def mark_headings(root: etree._Element, styles: Styles) -> set[str]:
    """Give titles, headings and captions their styles; returns the names of those."""
    lines = [line for line in (_Line(each, styles) for each in each(root, "w:p")) if line.text]
    body = _body_size(lines)
    used: set[etree._Element] = set()
    for line in lines:
        kind = STYLED.get(line.style) if not line.in_table else None
        if kind:
            _give(line.element, f"{kind}: style")
            used.add(line.element)
    title = _title(lines, body)
    if title and title[0].element not in used:
        _give(title[0].element, f"title: {title[1]}")
        used.add(title[0].element)
    for line in lines:
        if line.element not in used and line.is_caption and not line.level:
            _give(line.element, "caption: style")
            used.add(line.element)
    _mark_outline([line for line in lines if line.element not in used], styles)
    rest = [line for line in lines if line.element not in used]
    if sum(line.level > 0 for line in rest) < FEW:
        _mark_bold(rest, body)
    else:
        top = min(line.level for line in rest if line.level)
        for line in rest:
            if line.is_bold and not line.level and line.count <= LONGEST_HEADING and role(line.text):
                _give(line.element, f"heading {top}: bold")
    names = {value(line.element, "w:pPr/w:pStyle") for line in lines}
    return {name for name in names if name.startswith(OURS)}


def _body_size(lines: list[_Line]) -> float:
    """The size in which most characters are set."""
    counted: dict[float, int] = {}
    for line in lines:
        counted[line.size] = counted.get(line.size, 0) + len(line.text)
    return max(counted, key=lambda size: counted[size]) if counted else 20.0


def _title(lines: list[_Line], body: float) -> tuple[_Line, str] | None:
    """The paragraph that is the title, and by which rule."""
    if any(line.style == "title" and not line.in_table for line in lines):
        return None
    first = [line for line in lines if not line.in_table][:FIRST]
    first = [line for line in first if line.count <= LONGEST_TITLE and not line.is_caption]
    named = next((line for line in first if "title" in line.style and "subtitle" not in line.style), None)
    if named:
        return named, "style"
    largest = max(first, key=lambda line: line.size, default=None)
    if largest and largest.size >= LARGER * body:
        return largest, "largest"
    heading = next((line for line in first[:3] if line.level and not role(line.text)), None)
    if heading:
        return heading, "heading"
    bold = next((line for line in first if line.is_bold), None)
    if bold:
        return bold, "bold"
    top = first[0] if first and first[0] is lines[0] else None
    return (top, "first") if top and top.text[-1] not in ENDS else None


def _mark_outline(lines: list[_Line], styles: Styles) -> None:
    """Headings that pandoc does not know: by an outline level, or a style's translated name."""
    for line in lines:
        if line.level and not line.in_table and not styles.is_styled(line.element):
            _give(line.element, f"heading {line.level}: {line.rule}")
        elif not line.level and styles.is_styled(line.element):
            _give(line.element, "text")  # a heading to pandoc that the file says is none


def _mark_bold(lines: list[_Line], body: float) -> None:
    """Headings by bold type; the larger their letters, the higher their level."""
    began = next((number for number, line in enumerate(lines) if line.count >= BODY and not line.in_table), len(lines))
    found = [line for number, line in enumerate(lines) if _is_bold_heading(line, lines, number, began)]
    sizes = sorted({round(max(line.size, body)) for line in found}, reverse=True)
    for line in found:
        _give(line.element, f"heading {sizes.index(round(max(line.size, body))) + 1}: bold")


def _is_bold_heading(line: _Line, lines: list[_Line], number: int, began: int) -> bool:
    if not line.is_bold or line.in_table or line.in_list or line.count > LONGEST_HEADING:
        return False
    before_text = number < began and not (number + 1 < len(lines) and number + 1 >= began)
    ends = line.text[-1] in ".;," or re.search(r"\t\s*[0-9]+$", words(line.element).strip(" "))
    return (not before_text or bool(role(line.text))) and not ends and child(line.element, ".//w:drawing") is None


def _give(paragraph: etree._Element, name: str) -> None:
    """Give a paragraph one of our styles; pandoc tells an unknown style by its identifier."""
    properties = child(paragraph, "w:pPr")
    if properties is None:
        properties = etree.Element(tag("w:pPr"))
        paragraph.insert(0, properties)
    style = child(properties, "w:pStyle")
    if style is None:
        style = etree.Element(tag("w:pStyle"))
        properties.insert(0, style)
    style.set(tag("w:val"), f"{OURS}{name}")
    others = ("w:outlineLvl", "w:numPr") if name.startswith(("heading", "title")) else ("w:outlineLvl",)
    for other in others:
        if (own := child(properties, other)) is not None:
            properties.remove(own)
