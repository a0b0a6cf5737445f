"""What every kind of block is made with: the writer, the outline's folder, and where the block stands."""

from collections.abc import Callable, Iterable, Sequence

import msgspec

from briefgen.content.brief import Block, Text
from briefgen.content.files import Folder
from briefgen.content.references import element_id
from briefgen.content.writer import Writer
from briefgen.outline.tree import Map, Node, Scalar

DEEPEST_HEADING = 6  # the structure types of PDF go from H1 to H6


class Spot(msgspec.Struct, frozen=True):
    """Where blocks stand: the id that theirs begin with, the level of a heading among them (2: H2), if it counts."""

    id: str
    level: int
    counted: bool = False


class Bench(msgspec.Struct, frozen=True):
    """What every maker has at hand; `blocks` makes those that stand in a block."""

    writer: Writer
    folder: Folder
    blocks: Callable[[Iterable[Map], Spot], tuple[Block, ...]]

    def claim(self, kind: str, node: Map, spot: Spot) -> str:
        """The id of a block of this kind: by the outline's own id, or by where it stands."""
        own = node.text("id")
        return self.writer.claim(element_id(kind, own) if own else spot.id)

    def caption(self, node: Map, id: str) -> Text | None:
        """The caption of a figure or table, with its label where its kind has labels."""
        label = self.writer.references.label(node)
        return self.writer.labelled(f"{id}.caption", "Caption", label, node.text("caption"), Scalar("", node.place))


def spans_page(node: Map) -> bool:
    """Whether a block is as wide as the page."""
    width = node.text("width")
    return width is not None and width.text == "page"


def stands_aside(node: Map) -> bool:
    """Whether a block is to stand in the margin column."""
    width = node.text("width")
    return width is not None and width.text == "margin"


# makes the blocks of one kind that a node of the outline says; none, with a problem, when it says nothing that can be made
Maker = Callable[[Bench, Node, Spot], Sequence[Block]]
