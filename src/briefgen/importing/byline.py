"""Who wrote a document, and which issue of a series it is, where no style says so: lines before its first heading.

Comes in: the blocks below the title. Goes out: the names, or the series with its number, and the blocks without that line.
Promise: a line is taken only as a whole, and what stands in it is kept word for word beside what it became. Refuses to look
behind a heading.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from briefgen.importing.document import Block, Heading, Paragraph, plain
from briefgen.outline.persons import is_name, several

LINES = 6  # blocks in which such a line is looked for
_BY = re.compile(r"(?:by|par|por|von|di|door)\s+", re.IGNORECASE)
# “Policy Brief No. 14”: a few words, and a number that is called one
_ISSUE = re.compile(
    r"([^\W\d_][^\d:;.!?]{2,40}?)[,\s]+((?:No|Nos|Nr|Núm|N|Issue|Numéro)?[.°º]?\s?#?\d{1,4}(?:[-/]\d{1,4})?)",
    re.IGNORECASE,
)
_CALLED = re.compile(r"\D")
Found = TypeVar("Found")


class Byline(NamedTuple):
    """The names of authors, and the line that has them."""

    names: tuple[str, ...]
    line: str


class Issue(NamedTuple):
    """A series and the number in it, as they are written."""

    series: str
    number: str


def take_byline(blocks: list[Block]) -> tuple[Byline | None, list[Block]]:
    """Who wrote it: several names, or one behind “by”."""
    return _taken(blocks, _byline)


def take_issue(blocks: list[Block]) -> tuple[Issue | None, list[Block]]:
    """The series and its number."""
    return _taken(blocks, _issue)


def _taken(blocks: list[Block], read: Callable[[str], Found | None]) -> tuple[Found | None, list[Block]]:
    for number, block in enumerate(blocks[:LINES]):
        if isinstance(block, Heading):
            break
        words = _line(block)
        found = read(words) if words else None
        if found is not None:
            return found, [*blocks[:number], *blocks[number + 1 :]]
    return None, blocks


def _line(block: Block) -> str:
    """The words of a paragraph without notes; "" of any other block."""
    if not isinstance(block, Paragraph) or block.style or any(run.note or run.uri for run in block.text):
        return ""
    return " ".join(plain(block.text).split())


def _byline(words: str) -> Byline | None:
    bare = _BY.sub("", words, count=1) if _BY.match(words) else words
    names: Sequence[str] = several(bare) or ([bare] if bare != words and is_name(bare) else [])
    return Byline(tuple(names), words) if names else None


def _issue(words: str) -> Issue | None:
    found = _ISSUE.fullmatch(words)
    return Issue(found[1].strip(), found[2].strip()) if found and _CALLED.match(found[2]) else None
