"""A kind of block that is left out of a table fails here, and not in a user's build."""

import json
from pathlib import Path
from typing import get_args, get_type_hints

import msgspec
from support.cases import KINDS, cases, furnish
from support.composed import Desk, records

from briefgen.content import brief
from briefgen.content.blocks.builder import MAKERS
from briefgen.content.blocks.findings import make_findings
from briefgen.content.blocks.recommendations import make_recommendations
from briefgen.content.brief import Block
from briefgen.content.people import make_partners, make_people
from briefgen.outline.specification import MAPPINGS

BLOCKS = {*get_args(Block)}


def test_every_kind_that_an_outline_may_write_has_its_maker() -> None:
    assert [*MAKERS] == [key.name for key in MAPPINGS["block"].keys]


def test_every_kind_of_block_is_made_somewhere() -> None:
    found = {get_type_hints(make_findings)["return"]}
    for maker in (make_recommendations, *MAKERS.values()):
        item, _ = get_args(get_type_hints(maker)["return"])  # tuple[Kind, ...]
        found |= {*(get_args(item) or (item,))}
    for make in (make_people, make_partners):  # which stand behind all sections
        found |= {kind for kind in get_args(get_type_hints(make)["return"]) if kind is not type(None)}
    assert found == BLOCKS


def test_every_kind_of_block_is_among_the_cases_that_validators_judge(desk: Desk, square_font: Path) -> None:
    furnish(desk.folder, square_font)
    crossed = {case.name: case for case in cases() if case.position == "alone"}
    assert len(crossed) == len(KINDS)
    crossed |= {case.name: case for case in cases() if case.name == "people"}
    found = {type(record) for case in crossed.values() for record in records(desk.compose(json.dumps(case.outline)).brief)}
    assert found >= BLOCKS


def test_every_list_says_how_it_is_numbered() -> None:
    """PDF has no word for a list of unknown numbering, and what writes it knows no kind of block."""
    kinds = [kind for kind in vars(brief).values() if isinstance(kind, type) and issubclass(kind, msgspec.Struct)]
    lists = [kind for kind in kinds if _default(kind, "role") == "L"]
    assert brief.List in lists
    for kind in lists:
        assert hasattr(kind, "numbering"), kind


def _default(kind: type[msgspec.Struct], field: str) -> object:
    return next((found.default for found in msgspec.structs.fields(kind) if found.name == field), None)
