"""What every kind of block is made with: the writer, the outline's folder, and where the block stands."""

from collections.abc import Callable, Iterable, Sequence

import msgspec

from briefgen.content.brief import Block
from briefgen.content.files import Folder
from briefgen.content.writer import Writer
from briefgen.outline.tree import Map, Node

DEEPEST_HEADING = 6  # the structure types of PDF go from H1 to H6


class Spot(msgspec.Struct, frozen=True):
    """Where blocks stand: the id that theirs begin with, and the level of a heading among them (2: H2)."""

    id: str
    level: int


class Bench(msgspec.Struct, frozen=True):
    """What every maker has at hand; `blocks` makes those that stand in a block."""

    writer: Writer
    folder: Folder
    blocks: Callable[[Iterable[Map], Spot], tuple[Block, ...]]


# makes the blocks of one kind that a node of the outline says; none, with a problem, when it says nothing that can be made
Maker = Callable[[Bench, Node, Spot], Sequence[Block]]
