"""What the outline's ids name: figures, tables, boxes, findings, recommendations, sections, and the numbers of these.

Comes: the root of the outline. Goes, before any text is written: for each id what a reference to it reads, and where it
leads; for each figure, table and box its label, if its kind has labels. Promise: numbers follow the outline. Refuses to know
where references stand.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

import msgspec

from briefgen.content.marks import split
from briefgen.content.words import Words
from briefgen.outline.tree import Map, Scalar
from briefgen.problem import Place, Problems

NUMBERED = {"figure": "figure", "chart": "figure", "table": "table", "box": "box"}  # blocks, and as what they count
EXHIBITS = ("figure", "table")  # where those of one kind have numbers, those of the other that have a caption do too
# behind these a full stop ends no sentence; nor behind a single letter or within `e.g.`
ABBREVIATIONS = frozenset("approx bzw ca cf cfr ej esp ex incl resp s.a siehe usw vgl viz vs".split())
# not compiled here: few briefs ask where a sentence begins
_BEHIND = r"(?:\[\^[^\[\]\n]*\]|[\s*_(\[“”\"«»„‘’'¿¡])+$"
_LAST_WORD = r"([^\s(]+)\.$"


class Target(msgspec.Struct, frozen=True):
    """What a reference leads to: the id in the brief, its label as at the head of a sentence, and its language's habit."""

    id: str
    label: str
    language: str  # of the label, when it is not the brief's own
    nouns_capital: bool

    def words(self, *, begins: bool) -> str:
        """The label in a sentence, or at its beginning. No line ends between a word and its number."""
        label = self.label if begins or self.nouns_capital else self.label[:1].lower() + self.label[1:]
        return label if '"' in label else label.replace(" ", "\u00a0")


class References:
    """The targets of an outline by their ids, and the labels of what has none."""

    def __init__(self, root: Map, words: Words, problems: Problems) -> None:
        self._words = words
        self._labels: dict[int, str] = {}  # by the identity of the outline's mapping
        self.targets: dict[str, Target] = {}
        self.places: dict[str, Place] = {}  # where the outline gives each id
        self._name_numbered(root)
        self._name_sections(root, problems)
        for kind, label in (("finding", words.finding), ("recommendation", words.recommendation)):
            for number, entry in enumerate(root.maps(f"{kind}s"), 1):
                self._name(kind, entry, label.format(words.numerals(str(number))))

    @cached_property
    def names(self) -> frozenset[str]:
        """All ids, when every one has been met."""
        return frozenset(self.targets)

    def label(self, node: Map) -> str:
        """`Figure 2`: the label of a figure, table or box; "" where they have no numbers."""
        return self._labels.get(id(node), "")

    def _name(self, kind: str, entry: Map, label: str) -> None:
        own = entry.text("id")
        if own is not None:
            target = Target(element_id(kind, own), label, self._words.tongue(label), self._words.nouns_capital)
            self.targets[own.text] = target
            self.places[own.text] = own.place

    def _name_numbered(self, root: Map) -> None:
        found: dict[str, list[Map]] = {kind: [] for kind in NUMBERED.values()}
        for section in root.maps("sections"):
            for kind, node in numbered_in(section.maps("content")):
                found[kind].append(node)
        for kind, label in zip(found, (self._words.figure, self._words.table, self._words.box), strict=True):
            if any("id" in node for node in found[kind]):
                counted = found[kind]
            elif kind in EXHIBITS and any("id" in node for other in EXHIBITS for node in found[other]):
                counted = [node for node in found[kind] if "caption" in node or "title" in node]
            else:
                counted = []
            for number, node in enumerate(counted, 1):
                named = label.format(self._words.numerals(str(number)))
                self._labels[id(node)] = named.replace(" ", "\u00a0")
                self._name(kind, node, named)

    def _name_sections(self, root: Map, problems: Problems) -> None:
        for entry in (part for section in root.maps("sections") for part in (section, *_headings(section.maps("content")))):
            own = entry.text("id")
            if own is None:
                continue
            heading = entry.text("heading") or entry.text("text")
            if heading is None:
                said = "a section without a heading cannot be referred to"
                problems.add("content/section-without-heading", own.place, said, "give it a `heading`, or remove its `id`")
            # straight quotes, which become those of the brief's language
            label = self._words.section.format(f'"{_words_of(heading) if heading else "…"}"')
            target = Target(f"{element_id('section', own)}.heading", label, "", self._words.nouns_capital)
            self.targets[own.text] = target
            self.places[own.text] = own.place


def element_id(kind: str, own: Scalar) -> str:
    """The id in the brief of what the outline gives an id: a web page can point at `brief.pdf#figure-map`."""
    return f"{kind}-{own.text}"


def begins_sentence(before: str) -> bool:
    """Whether a sentence begins behind this text."""
    before = re.sub(_BEHIND, "", before)
    if not before or before[-1] in "!?":
        return True
    word = re.search(_LAST_WORD, before)
    if word is None:
        return False
    last = word[1]
    return not (last.lower() in ABBREVIATIONS or "." in last or (len(last) == 1 and last.isalpha()))


def numbered_in(content: Iterable[Map]) -> Iterator[tuple[str, Map]]:
    """All figures, tables and boxes with their kinds, in order. Ornaments and QR codes count only when they have an id."""
    for block in content:
        for kind in NUMBERED:
            node = block.map(kind) if kind in block else None
            if node is None:
                continue
            if "id" in node or not ("qr" in node or node.flag("decorative", False)):
                yield NUMBERED[kind], node
            if kind == "box":
                yield from numbered_in(node.maps("content"))
        pair = block.map("pair")
        if pair is not None:
            yield from numbered_in(pair.maps("items"))


def _headings(content: Iterable[Map]) -> Iterator[Map]:
    """All headings among blocks that are written as mappings."""
    for block in content:
        heading, box = block.entries.get("heading"), block.entries.get("box")
        if isinstance(heading, Map):
            yield heading
        if isinstance(box, Map):
            yield from _headings(box.maps("content"))
        pair = block.entries.get("pair")
        if isinstance(pair, Map):
            yield from _headings(pair.maps("items"))


def _words_of(heading: Scalar) -> str:
    """The words of a heading without marks."""
    shown = [part.text for part in split(heading.text) if not (part.note or part.reference or part.cited)]
    return " ".join("".join(shown).split())
