"""All blocks of a brief: the only table of the kinds that an outline may write.

Comes: blocks of the outline, each with one key that says its kind. Goes: blocks of the brief with ids that tell where they
stand (`s2.b3`). Promise: no word of a block is left out; a block that cannot be made has been reported. Refuses to know what
stands around it but for the level of its headings.
"""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from briefgen.content.blocks.advice import Advice
from briefgen.content.blocks.bench import DEEPEST_HEADING, Bench, Maker, Spot
from briefgen.content.blocks.box import make_box
from briefgen.content.blocks.findings import make_findings
from briefgen.content.blocks.heading import make_heading, make_subheading
from briefgen.content.blocks.lists import make_checklist, make_definitions, make_list, make_numbered, make_timeline
from briefgen.content.blocks.paragraph import make_paragraphs
from briefgen.content.blocks.quote import make_quote
from briefgen.content.blocks.recommendations import make_recommendations
from briefgen.content.blocks.stats import make_stats
from briefgen.content.blocks.table import make_table
from briefgen.content.brief import Aside, Block, Chart, Code, Figure, Heading, Pair
from briefgen.content.files import Folder
from briefgen.content.writer import Writer
from briefgen.outline.tree import Map, Node, Scalar
from briefgen.problem import Place

# what many briefs have none of is imported when the first is made


def make_aside(bench: Bench, node: Node, spot: Spot) -> tuple[Aside, ...]:
    """An aside with the blocks that stand in it."""
    from briefgen.content.blocks import aside

    return aside.make_aside(bench, node, spot)


def make_pair(bench: Bench, node: Node, spot: Spot) -> tuple[Pair, ...]:
    """Two blocks side by side."""
    from briefgen.content.blocks import pair

    return pair.make_pair(bench, node, spot)


def make_figure(bench: Bench, node: Node, spot: Spot) -> tuple[Figure | Code, ...]:
    """A picture or, in its stead, a QR code."""
    from briefgen.content.blocks import figure

    return figure.make_figure(bench, node, spot)


def make_chart(bench: Bench, node: Node, spot: Spot) -> tuple[Chart, ...]:
    """A chart."""
    from briefgen.content.blocks import chart

    return chart.make_chart(bench, node, spot)


MAKERS: dict[str, Maker] = {
    "paragraph": make_paragraphs,
    "heading": make_heading,
    "pull_quote": make_quote,
    "list": make_list,
    "numbered": make_numbered,
    "checklist": make_checklist,
    "definitions": make_definitions,
    "timeline": make_timeline,
    "box": make_box,
    "aside": make_aside,
    "stats": make_stats,
    "pair": make_pair,
    "figure": make_figure,
    "table": make_table,
    "chart": make_chart,
}
SECOND = 2  # the level of headings among blocks
PLACE = "place"  # what the checker makes of the bare word `findings` or `recommendations`


def _deepened(blocks: Iterable[Block], level: int) -> Iterator[Block]:
    """Blocks in which headings of the third level are one deeper than those of the second before them.

    Without one before it, no level is skipped (ISO 14289-1, 7.4.2).
    """
    seen = False
    for block in blocks:
        if isinstance(block, Heading):
            seen = seen or block.level == SECOND
            if block.level > SECOND and seen:
                text = msgspec.structs.replace(block.text, role=f"H{min(level + 1, DEEPEST_HEADING)}")
                block = msgspec.structs.replace(block, text=text)
        yield block


class Builder:
    """Makes the blocks of one brief, in reading order."""

    def __init__(self, root: Map, writer: Writer, folder: Folder) -> None:
        self._root = root
        self._writer = writer
        self._bench = Bench(writer, folder, self.blocks)
        self._advice = Advice(root, writer)
        self.placed: dict[str, Place] = {}  # where findings and recommendations stand

    def blocks(self, entries: Iterable[Map], spot: Spot) -> tuple[Block, ...]:
        """All blocks of a list; those that `spot` tells the place of."""
        found: list[Block] = []
        for number, entry in enumerate(entries, 1):
            own = msgspec.structs.replace(spot, id=f"{spot.id}.b{number}")
            for kind, node in entry.entries.items():
                found += self._place(node, own) if kind == PLACE else MAKERS[kind](self._bench, node, own)
        return tuple(_deepened(found, spot.level))

    def has(self, kind: str) -> bool:
        """Whether the outline has findings, or recommendations."""
        return bool(self._root.maps(kind))

    def advice(self, kind: str, level: int) -> tuple[Block, ...]:
        """The blocks of findings or of recommendations, which may have headings of this level."""
        if kind == "findings":
            return (make_findings(self._writer, self._advice),)
        return make_recommendations(self._root, self._writer, self._advice, level)

    def may_place(self, scalar: Scalar) -> bool:
        """Whether findings or recommendations can stand where `scalar` places them; reported when not."""
        kind = scalar.text
        problems = self._writer.problems
        if kind in self.placed:
            hint = f"the first place is line {self.placed[kind].line}; remove one of them"
            problems.add("content/placed-twice", scalar.place, f"{kind} are placed a second time", hint)
            return False
        self.placed[kind] = scalar.place
        if not self.has(kind):
            hint = f"add `{kind}:` to the outline, or remove this place"
            problems.add("content/nothing-to-place", scalar.place, f"there are no {kind} to place here", hint)
            return False
        return True

    def _place(self, node: Node, spot: Spot) -> Sequence[Block]:
        """Findings or recommendations among the blocks of a section, under a heading only when they have their own."""
        if not isinstance(node, Scalar) or not self.may_place(node):
            return ()
        own = self._root.text(f"{node.text}_heading")
        heading = (make_subheading(self._writer, own, Spot(node.text, spot.level)),) if own else ()
        level = min(spot.level + len(heading), DEEPEST_HEADING)
        return (*heading, *self.advice(node.text, level))
