"""Long texts: a second process finds out where lines end, while this one sets the beginning.

Comes: a desk and all blocks. Goes: nothing but time. Promise: the pages are those that one process makes. Knows no page.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from briefgen.content.brief import Block, Paragraph
from briefgen.layout.measuring.text import Desk
from briefgen.layout.segments.flow import Flow
from briefgen.typeset.ahead import choosing_ahead

# Of the text, what this process sets alone before it takes what the other has found. Setting a paragraph takes it 58 parts
# of time, of which the other does 38: with a tenth of the text both are busy to the end.
OWN_SHARE = 0.1


@contextmanager
def rehearsed(desk: Desk, blocks: Sequence[Block]) -> Iterator[None]:
    """While the block runs, a second process chooses the breaks of the paragraphs behind the first of a brief."""
    first = max(1, int(OWN_SHARE * len(blocks)))

    def rehearse() -> None:
        Flow(desk).add_all(blocks[first - 1 :])  # from the one before, on which the indent of the next depends

    texts = [block.text.spans for block in blocks[first:] if isinstance(block, Paragraph)]
    with choosing_ahead(desk.typesetter, texts, rehearse):
        yield
