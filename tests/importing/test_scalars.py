"""YAML reads back what was written, and the outline's own checker has nothing to say of it."""

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefgen.importing.scalars import comment, inline, is_plain, lines_of, row_lines

characters = st.characters(exclude_categories=["Cc", "Cs", "Co"], exclude_characters="\u2028\u2029\ufeff\ufffe\uffff\x85")
awkward = st.text(st.sampled_from("ab :#-?!&*|>%@`'\"[]{},\\\u00ad\u200b~01="), max_size=40)
line = st.one_of(st.text(characters, max_size=60), awkward, st.lists(awkward, max_size=12).map(" ".join))


def same(one: object, other: str) -> bool:
    return isinstance(one, str) and re.sub(r"[ \n]+", " ", one).strip() == re.sub(r"[ \n]+", " ", other).strip()


@given(line)
def test_a_text_behind_a_key_is_read_back(text: str) -> None:
    tidy = " ".join(part for part in text.split(" ") if part)
    written = "\n".join(["a:", *(f"  {one}" for one in lines_of("b: ", tidy, 2))])
    assert same(yaml.load(written, yaml.CBaseLoader)["a"]["b"], tidy)


@given(st.lists(line, min_size=1, max_size=4))
def test_the_cells_of_a_row_are_read_back(cells: list[str]) -> None:
    rows = yaml.load("\n".join(["r:", *row_lines("  - ", cells, 4)]), yaml.CBaseLoader)["r"]
    assert rows == [cells]


@given(line)
def test_a_remark_is_nothing_but_a_remark(text: str) -> None:
    assert yaml.load("\n".join([*comment(text, 2), "a: b"]), yaml.CBaseLoader) == {"a": "b"}


@pytest.mark.parametrize(
    "text", ["null", "~", "findings", "a: b", "a #b", "- a", "", " a", "key:", "@a", "`a`", "# a", "x:y"]
)
def test_what_yaml_would_take_otherwise_is_not_plain(text: str) -> None:
    assert not is_plain(text)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain text", "plain text"),
        ("a: b", '"a: b"'),
        ('say "no": never', "'say \"no\": never'"),
        ("1:30 p.m.", '"1:30 p.m."'),
    ],
)
def test_quotes_are_those_that_need_the_fewest_escapes(text: str, written: str) -> None:
    assert inline(text) == written
