"""Quotes that repeat what their own page says: other places for them.

Comes: the blocks of a brief, and the pages on which their texts stand. Goes: places for a quote between paragraphs of other
pages, the nearest first. Promise: only quotes move that are not read aloud, for the text says all of their words; the order
of reading stays. Lays nothing out.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from briefgen.content.brief import ARTIFACT, Block, Code, Findings, List, Paragraph, PullQuote, Recommendations

LED_IN = frozenset({List, Code, Findings, Recommendations, PullQuote})  # what a paragraph is not parted from
MOST = 3  # places tried for all quotes of a brief


def may_move(block: Block) -> bool:
    """Whether a quote stands in a column, and is not read."""
    return type(block) is PullQuote and block.place == "column" and block.role == ARTIFACT


def places(blocks: Sequence[Block], quote: str, pages: Mapping[str, int], echoing: Collection[int]) -> Iterator[str]:
    """The ids of paragraphs below which the quote of this id may stand, the nearest to its own place first.

    `pages` has the last page of each text, `echoing` are those that say the words of the quote.
    """
    own = next(number for number, block in enumerate(blocks) if type(block) is PullQuote and block.id == quote)
    found = []
    for number, (block, following) in enumerate(pairwise((*blocks, None))):
        if type(block) is Paragraph and type(following) not in LED_IN:
            page = pages.get(block.text.id)
            if page is not None and page not in echoing:
                found.append((abs(number - own), block.text.id))
    yield from (id for _, id in sorted(found))


def with_quotes_moved(blocks: Sequence[Block], moved: Mapping[str, str]) -> list[Block]:
    """The blocks with each quote in `moved` below the paragraph whose id it has there."""
    quotes = {block.id: block for block in blocks if type(block) is PullQuote and block.id in moved}
    below: dict[str, list[Block]] = {}
    for id, quote in quotes.items():
        below.setdefault(moved[id], []).append(quote)
    found: list[Block] = []
    for block in blocks:
        if type(block) is PullQuote and block.id in quotes:
            continue
        found.append(block)
        if type(block) is Paragraph:
            found += below.get(block.text.id, [])
    return found
