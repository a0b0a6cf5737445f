"""What every kind of block is told of where it stands."""

import msgspec

from briefgen.content.brief import Block
from briefgen.layout.pieces import Group


class Place(msgspec.Struct, frozen=True):
    """Where a block stands: what came before it, the group around it, the style of its text, its heading a banner."""

    before: Block | None = None
    group: Group | None = None
    style: str = "body"
    banner: bool = False
