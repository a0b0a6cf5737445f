"""The styles of a Word file, and what they make of a paragraph: its kind, level, size, weight.

Comes in: styles.xml. Goes out: answers about paragraphs and runs, own properties first, then along `basedOn`, then the
defaults (ECMA-376-1, 17.7.2). Refuses to judge what is a heading.
"""

import re

from lxml import etree

from briefgen.importing.names import child, each, is_on, number, tag, value, words
from briefgen.importing.phrases import HEADING_STYLES

SIZE = 20.0  # half-points, of text whose size nobody says (17.3.2.38)
CHAIN_MOST = 20  # styles based on each other


class Styles:
    """The styles of one file."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._chains: dict[str, list[etree._Element]] = {}
        self._default = self._usual = ""
        defaults = child(root, "w:docDefaults/w:rPrDefault/w:rPr")
        self._size = number(value(defaults, "w:sz")) or SIZE
        for style in each(root, "w:style") if root is not None else ():
            self._styles[value(style, "", "w:styleId")] = style
            if value(style, "", "w:type") == "paragraph" and value(style, "", "w:default") in {"1", "true"}:
                self._default = value(style, "", "w:styleId")

    def chain(self, name: str) -> list[etree._Element]:
        """A style and those that it is based on."""
        if name not in self._chains:
            found: list[etree._Element] = []
            style = self._styles.get(name)
            while style is not None and style not in found and len(found) < CHAIN_MOST:
                found.append(style)
                style = self._styles.get(value(style, "w:basedOn"))
            self._chains[name] = found
        return self._chains[name]

    def of(self, paragraph: etree._Element) -> list[etree._Element]:
        """The styles of a paragraph, its own first."""
        return self.chain(value(paragraph, "w:pPr/w:pStyle") or self._default)

    def name(self, paragraph: etree._Element) -> str:
        """The name of a paragraph's style in small letters: identifiers are translated, names are not."""
        own = value(paragraph, "w:pPr/w:pStyle")
        return value(self._styles.get(own), "w:name").lower() if own in self._styles else own.lower()

    def level(self, paragraph: etree._Element) -> tuple[int, str]:
        """The level of a heading, from 1, and how it is known; 0 when the paragraph is none by its styles."""
        for steps, style in enumerate(self.of(paragraph)):
            name = value(style, "w:name").lower()
            found = re.fullmatch(rf"(?:{HEADING_STYLES}) ?([1-9])", name)
            if found and not (steps == 0 and value(style, "w:pPr/w:outlineLvl") == "9"):
                return int(found[1]), "style"
        for source in (paragraph, *self.of(paragraph)):
            level = value(source, "w:pPr/w:outlineLvl")
            if level:
                return (int(level) + 1, "outline") if level in "012345678" else (0, "")
        return 0, ""

    def is_styled(self, paragraph: etree._Element) -> bool:
        """Whether pandoc knows the paragraph for a heading: by a style's own English name."""
        return any(re.fullmatch("heading [1-9]", value(style, "w:name").lower()) for style in self.of(paragraph))

    def size(self, paragraph: etree._Element) -> float:
        """The size of most of its characters, in half-points."""
        counted: dict[float, int] = {}
        for run in paragraph.iter(tag("w:r")):
            size = self._run_size(run, paragraph)
            counted[size] = counted.get(size, 0) + len(words(run).strip())
        return max(counted, key=lambda size: counted[size]) if counted else self._size

    def is_bold(self, paragraph: etree._Element) -> bool:
        """Whether all that it shows is bold; Arabic and its like have a property of their own."""
        runs = [run for run in paragraph.iter(tag("w:r")) if words(run).strip()]
        return bool(runs) and all(self._has(run, paragraph, "w:b") or self._has(run, paragraph, "w:bCs") for run in runs)

    def is_hidden(self, run: etree._Element, paragraph: etree._Element) -> bool:
        """Whether a run is not shown."""
        return self._has(run, paragraph, "w:vanish") or self._has(run, paragraph, "w:webHidden")

    def in_list(self, paragraph: etree._Element) -> bool:
        """Whether it has a number or a bullet, of its own or by its style."""
        for source in (paragraph, *self.of(paragraph)):
            if child(source, "w:pPr/w:numPr") is not None:
                return value(source, "w:pPr/w:numPr/w:numId") != "0"
        return False

    def _run_size(self, run: etree._Element, paragraph: etree._Element) -> float:
        for source in self._sources(run, paragraph):
            size = number(value(source, "w:rPr/w:sz"))
            if size:
                return size
        return self._size

    def _has(self, run: etree._Element, paragraph: etree._Element, name: str) -> bool:
        for source in self._sources(run, paragraph):
            said = is_on(source, f"w:rPr/{name}")
            if said is not None:
                return said
        return False

    def _sources(self, run: etree._Element, paragraph: etree._Element) -> list[etree._Element]:
        return [run, *self.chain(value(run, "w:rPr/w:rStyle")), *self.of(paragraph)]
