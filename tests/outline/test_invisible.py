"""Blanks that are no spaces to YAML are named at their place, and doing what the hint says mends the outline."""

from pathlib import Path

import pytest

from briefgen.outline.read import read_text
from briefgen.problem import Problems

BLANKS = "\u00a0\u2003\u200b\u202f\u2060\u3000"
AFTER_COLON = "title:{}Wells\nsubtitle: What meters change\n"
INDENT = "title: Wells\nauthors:\n  - name: A. Author\n{}   role: Fellow\n  - name: B. Writer\n"


def errors(text: str) -> list[str]:
    problems = Problems()
    read_text(text.encode(), "brief.yaml", Path(), problems)
    return [f"{p.code} {p.place.line}:{p.place.column}" for p in problems.sorted() if p.severity == "error"]


@pytest.mark.parametrize("blank", BLANKS)
@pytest.mark.parametrize(("text", "place"), [(AFTER_COLON, "1:7"), (INDENT, "4:1")])
def test_a_blank_that_is_no_space_is_named(text: str, place: str, blank: str) -> None:
    assert errors(text.format(blank)) == [f"outline/bad-character {place}"]
    assert errors(text.format(" ")) == []


def test_a_blank_that_is_not_to_blame_is_not_accused() -> None:
    text = "title: Wells\nabout: |\n  \u00a0indented\nsubtitle: a: b\n"
    assert errors(text) == ["outline/bad-yaml 4:12"]
