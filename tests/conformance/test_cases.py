"""The cases are what their names say: the blocks stand where they are said to, and every key of the format is met."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support.cases import KINDS, POSITIONS, SWITCHES, Case, cases

from briefgen.content.brief import Box, Brief, Figure, Stats, Table
from briefgen.content.compose import compose
from briefgen.content.reading import ids_of
from briefgen.layout.compose import lay_out
from briefgen.layout.items import Glyphs, Image, Pages
from briefgen.memory import Memory
from briefgen.outline.kinds import TextKind
from briefgen.outline.read import read_text
from briefgen.outline.specification import MAPPINGS
from briefgen.problem import Problems
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter

CROSSED = [case for case in cases() if case.position]


def laid_out(outline: dict[str, Any], folder: Path) -> tuple[Brief, Pages]:
    problems = Problems()
    read = read_text(json.dumps(outline).encode(), "brief.yaml", folder, problems)
    assert read is not None
    brief = compose(read, problems)
    assert brief is not None
    book = FontBook.load(None, None, (), problems)
    return brief, lay_out(brief, Typesetter(book, brief.metadata.language, Memory()), problems)


def keys(node: object) -> Iterator[str]:
    """All keys of an outline."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield key
            yield from keys(value)
    elif isinstance(node, list):
        for value in node:
            yield from keys(value)


def test_there_are_enough() -> None:
    names = [case.name for case in cases()]
    assert len(names) == len(set(names)) == len(KINDS) * len(POSITIONS) + len(SWITCHES)
    assert len(names) >= 60


@pytest.mark.parametrize("case", CROSSED, ids=lambda case: case.name)
def test_the_blocks_stand_where_they_are_said_to(furnished: Path, case: Case) -> None:
    brief, pages = laid_out(case.outline, furnished)
    watched = set(ids_of(brief.sections[-1].blocks))
    middle = pages.pages[0].width / 2
    spots = [
        (page.number, item.x >= middle if isinstance(item, Glyphs) else item.rect.x >= middle)
        for page in pages.pages
        for item in page.items
        if isinstance(item, Glyphs | Image) and item.id in watched
    ]
    assert spots
    match case.position:
        case "alone":
            assert min(spots)[0] == 1
        case "in a box":
            assert len(brief.sections[-1].blocks) == 1
            assert watched == set(ids_of(brief.sections[-1].blocks[0]))
        case "across a column break":
            assert len(set(spots)) > 1  # what is set across the page goes on on the next
        case "across a page break":
            assert len({page for page, _ in spots}) > 1
        case "in the last column":
            last = max(page for page, _ in spots)
            assert last == len(pages.pages)
            floats = any(isinstance(block, Box | Figure | Stats | Table) for block in brief.sections[-1].blocks)
            assert floats or (last, True) in spots  # what floats may stand in the other one


def test_every_key_of_the_format_is_met() -> None:
    known = {key.name for mapping in MAPPINGS.values() for key in mapping.keys}
    met = {key for case in cases() for key in keys(case.outline)}
    assert known - met == set()


def test_every_choice_of_design_is_met() -> None:
    met = {(key, str(value)) for case in cases() for key, value in case.outline.get("design", {}).items()}
    for key in MAPPINGS["design"].keys:
        if isinstance(key.kind, TextKind):
            choices = ("true", "false") if key.kind.form == "flag" else key.kind.choices
            assert {(key.name, choice) for choice in choices} <= met
