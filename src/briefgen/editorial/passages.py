"""The texts of a brief, in reading order, each with what it is.

Comes in: a brief. Goes out: passages. Promise: every text that the outline writes is one of them, without marks of notes,
and nothing of briefgen's own words is. Refuses to judge.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from briefgen.content.brief import (
    Aside,
    Block,
    Box,
    Brief,
    Chart,
    Code,
    Figure,
    Findings,
    Heading,
    List,
    Pair,
    Paragraph,
    PullQuote,
    Recommendations,
    Stats,
    Table,
    Text,
)
from briefgen.outline.tree import Map
from briefgen.problem import Place

Kind = Literal[
    "title", "standfirst", "message", "heading", "paragraph", "item", "quote", "attribution", "stat", "caption", "cell",
    "statement", "evidence", "action", "rationale", "fact", "note", "back",
]  # fmt: skip
FRONT: frozenset[Kind] = frozenset({"title", "standfirst", "message"})
BEHIND: frozenset[Kind] = frozenset({"note", "back"})
RUNNING: frozenset[Kind] = frozenset(
    {"standfirst", "message", "paragraph", "item", "statement", "evidence", "action", "rationale"}
)


class Passage(NamedTuple):
    """A text: its id in the brief, what it is, its words, and the heading of the part in which it stands."""

    id: str
    kind: Kind
    text: str
    part: str


class Copy(NamedTuple):
    """What an editor has on the desk: the brief, the outline's own keys, and all passages. `pages` is 0 when not known."""

    brief: Brief
    root: Map
    passages: tuple[Passage, ...]
    language: str
    pages: int = 0

    def place(self, passage: Passage, start: int = 0) -> Place:
        """Where in the outline a passage stands, or the words of it that begin at `start`."""
        needle = " ".join(passage.text[start:].split(" ")[:3]) if start else ""
        return self.brief.place(passage.id, needle)


def copy_of(brief: Brief, root: Map, pages: int = 0) -> Copy:
    """The copy of a brief."""
    return Copy(brief, root, tuple(_passages(brief)), brief.metadata.language, pages)


def _passages(brief: Brief) -> Iterator[Passage]:
    front = brief.front
    for kind, text in (("title", front.title), ("title", front.subtitle), ("standfirst", front.standfirst)):
        yield from _one(kind, text, "")  # type: ignore[arg-type]  # mypy widens the literals of a tuple
    if front.summary is not None:
        heading = front.summary.heading.words
        if front.summary.heading.id in brief.sources:  # else it is a word of briefgen's own, as may be that of a section
            yield from _one("heading", front.summary.heading, heading)
        yield from _list("message", front.summary.points, heading)
    for section in brief.sections:
        part = section.heading.text.words if section.heading else ""
        if section.heading and section.heading.text.id in brief.sources:
            yield from _one("heading", section.heading.text, part)
        for block in section.blocks:
            yield from _block(block, part)
    if brief.back is not None:
        for note in brief.back.notes:
            yield from _one("note", note.text, brief.back.notes_heading.words if brief.back.notes_heading else "")
        for entry in brief.back.entries:
            for block in entry.blocks:
                yield from (
                    each._replace(kind="back") for each in _block(block, entry.heading.words if entry.heading else "")
                )


def _one(kind: Kind, text: Text | None, part: str) -> Iterator[Passage]:
    # nor those of a citation, which are not the writer's
    own = [span for span in text.spans if not (span.superior or span.target.startswith("source-"))] if text else []
    words = "".join(span.text for span in own)
    if text is not None and words.strip():
        yield Passage(text.id, kind, words, part)


def _list(kind: Kind, found: List, part: str) -> Iterator[Passage]:
    for item in found.items:
        if found.labels in ("terms", "dates"):
            yield from _one(kind, item.label, part)
        yield from _one(kind, item.text, part)
        if item.sublist is not None:
            yield from _list(kind, item.sublist, part)


def _block(block: Block, part: str) -> Iterator[Passage]:
    if isinstance(block, Heading):
        yield from _one("heading", block.text, part)
    elif isinstance(block, Paragraph):
        yield from _one("paragraph", block.text, part)
    elif isinstance(block, PullQuote):
        yield from _one("quote", block.text, part)
        yield from _one("attribution", block.attribution, part)
    elif isinstance(block, List):
        yield from _list("item", block, part)
    elif isinstance(block, Aside | Box):
        yield from _one("heading", block.heading, part)
        for inner in block.blocks:
            yield from _block(inner, part)
    elif isinstance(block, Pair):
        for inner in block.items:
            yield from _block(inner, part)
    elif isinstance(block, Stats):
        for stat in block.items:
            yield from _one("stat", stat.value, part)
            yield from _one("stat", stat.label, part)
    elif isinstance(block, Figure):
        yield from _one("caption", block.caption, part)
        yield from _one("caption", block.source, part)
    elif isinstance(block, Code):
        yield from _one("caption", block.caption, part)
    elif isinstance(block, Chart):
        for text in (block.title, block.subtitle, block.source, block.note):
            yield from _one("caption", text, part)
        for label in block.artwork.words:
            yield Passage(block.artwork.id, "cell", label, part)
    elif isinstance(block, Table) and block.overview:
        return  # all its words stand elsewhere
    elif isinstance(block, Table):
        yield from _one("caption", block.caption, part)
        yield from _one("caption", block.units, part)
        for row in (block.head, *block.rows):
            for cell in row:
                yield from _one("cell", cell, part)
        yield from _one("caption", block.source, part)
        yield from _one("caption", block.note, part)
    else:
        yield from _advice(block, part)


def _advice(block: Block, part: str) -> Iterator[Passage]:
    if isinstance(block, Findings):
        for finding in block.items:
            yield from _one("statement", finding.statement, part)
            yield from _one("evidence", finding.evidence, part)
    elif isinstance(block, Recommendations):
        for item in block.items:
            yield from _one("action", item.action, part)
            yield from _one("rationale", item.rationale, part)
            for fact in item.facts:
                yield from _one("fact", fact.value, part)
