"""Headings that no reader knows for such: bold lines, and short items of one numbered list with text between them.

Comes in: blocks as they are meant. Goes out: the same, with such lines as headings, and the rule by which each was told.
Refuses to know sizes of type: what `headings` has told in a Word file by them stays.
"""

from collections.abc import Sequence
from itertools import pairwise

from briefgen.importing.document import Block, Heading, Listing, Paragraph, Run, Text, plain
from briefgen.importing.roles import role
from briefgen.importing.structure import is_caption, plainer

LONGEST_HEADING = 14
LONGEST_BOLD = 16  # words of a bold line that is a heading
BODY = 20  # words of the first paragraph of text, behind which bold lines are no more those of a cover
FEW = 2  # with so many headings, bold lines are none, unless they tell a part of a brief


def with_bold_headings(blocks: Sequence[Block]) -> list[Block]:
    """Lines that are bold as a whole are headings where there are no others, and where they tell a part of a brief."""
    levels = [block.level for block in blocks if isinstance(block, Heading)]
    texts = [number for number, block in enumerate(blocks) if isinstance(block, Paragraph)]
    began = next((number for number in texts if len(_words(blocks[number])) >= BODY), len(blocks))
    found = list(blocks)
    for number, block in enumerate(blocks):
        if not isinstance(block, Paragraph) or not _is_bold_line(block):
            continue
        behind = number + 1 >= began and len(levels) < FEW
        if number + 1 < len(blocks) and (behind or role(plain(block.text))):
            found[number] = Heading(min(levels, default=1), plainer(block.text), "bold")
    return found


def _is_bold_line(block: Paragraph) -> bool:
    words = plain(block.text)
    bold = all(run.bold for run in block.text if run.text.strip()) and not any(run.note for run in block.text)
    return (
        bold
        and not block.style
        and 0 < len(words.split()) <= LONGEST_BOLD
        and words[-1] not in ".;,"
        and not is_caption(words)
    )


def _words(block: Block) -> list[str]:
    return plain(block.text).split() if isinstance(block, Paragraph) else []


def with_numbered_headings(blocks: Sequence[Block]) -> list[Block]:
    """Short items of one numbered list, each with text behind it, are headings with their numbers.

    A list is one where each further item goes on with the number, as `2.` behind the text that stands below `1.`
    """
    found = list(blocks)
    for chain in _chains(blocks):
        first = chain[0]
        above = [block.level for block in found[:first] if isinstance(block, Heading)]
        for number, at in enumerate(chain, 1):
            text = _only_text(blocks[at])
            found[at] = Heading((above[-1] if above else 0) + 1, (Run(f"{number}. "), *plainer(text)), "numbered")
    return found


def _chains(blocks: Sequence[Block]) -> list[list[int]]:
    """The places of lists of one short item that count on, two or more of them."""
    chains: list[list[int]] = []
    for at, block in enumerate(blocks):
        if not isinstance(block, Listing) or not block.numbered:
            continue
        text = _only_text(block)
        behind = blocks[at + 1] if at + 1 < len(blocks) else None
        short = len(plain(text).split()) <= LONGEST_HEADING and plain(text)[-1:] not in {".", ";", ","}
        if not text or not short or behind is None:
            continue
        if block.start == 1:
            chains.append([at])
        elif chains and block.start == len(chains[-1]) + 1:
            chains[-1].append(at)
    return [chain for chain in chains if len(chain) > 1 and all(b - a > 1 for a, b in pairwise(chain))]


def _only_text(block: Block) -> Text:
    """The text of a list that is a single paragraph."""
    if isinstance(block, Listing) and len(block.items) == 1 and len(block.items[0]) == 1:
        only = block.items[0][0]
        return only.text if isinstance(only, Paragraph) else ()
    return ()
