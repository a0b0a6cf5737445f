"""Lists whose every item is refused, wherever the specification has one: a message for each, and nothing to set.

A block of nothing has no height and no width, so that none may reach layout.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support.composed import Desk

from briefgen.build import build
from briefgen.outline.kinds import Kind, ListKind, MapKind, TextKind
from briefgen.outline.specification import mapping_of

HEAD = {"title": "T", "date": "2026-01-01"}


def wrong(kind: Kind) -> list[Any]:
    """What is refused as an item of this kind; a mapping that lacks keys is not, it goes on with “…” for them."""
    if isinstance(kind, TextKind):
        return [["a"], {"a": "b"}, *([] if kind.may_be_empty else [None, ""])]
    if isinstance(kind, MapKind):
        return [[["a"]], None, *([] if mapping_of(kind.name).short else ["a"])]
    return ["a", {"a": "b"}, None]


def refused(mapping: str) -> Iterator[tuple[dict[str, Any], int]]:
    """For each list of a mapping, values that hold nothing else, with the number of items that are refused."""
    for key in mapping_of(mapping).keys:
        if isinstance(key.kind, ListKind):
            yield from (({key.name: [bad, bad]}, 2) for bad in wrong(key.kind.item))
        elif isinstance(key.kind, MapKind):
            yield from (({key.name: inner}, count) for inner, count in refused(key.kind.name))


BLOCKS = [pytest.param(*case, id=json.dumps(case[0])) for case in refused("block")]
PARTS = [pytest.param(*case, id=json.dumps(case[0])) for case in refused("outline") if "design" not in case[0]]


def errors(outline: dict[str, Any], folder: Path) -> set[tuple[str, int]]:
    """Codes and lines of what is wrong with an outline that no PDF comes of; each item has a line of its own."""
    source = folder / "outline.yaml"
    source.write_text(json.dumps(outline, indent=1), encoding="utf-8")
    result = build(source, folder / "brief.pdf")
    assert result.output is None
    return {(problem.code, problem.place.line) for problem in result.problems if problem.severity == "error"}


@pytest.mark.parametrize(("block", "count"), BLOCKS)
@pytest.mark.parametrize("boxed", [False, True], ids=["in a section", "in a box"])
def test_a_block_of_nothing_is_reported_and_not_set(
    desk: Desk, tmp_path: Path, block: dict[str, Any], count: int, boxed: bool
) -> None:
    content = [{"box": {"content": [block]}}] if boxed else [block]
    outline = {**HEAD, "sections": [{"content": content}]}
    assert len(errors(outline, tmp_path)) >= count
    assert [section.blocks for section in desk.compose(json.dumps(outline)).brief.sections] == [()]


@pytest.mark.parametrize(("part", "count"), PARTS)
def test_a_part_of_nothing_is_reported(tmp_path: Path, part: dict[str, Any], count: int) -> None:
    assert len(errors({**HEAD, **part}, tmp_path)) >= count
