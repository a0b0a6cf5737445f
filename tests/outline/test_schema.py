"""The JSON Schema against the checker: one format, two judges."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from briefgen.outline.kinds import FORMS, Kind, ListKind, Mapping, NotesKind, TextKind
from briefgen.outline.read import read_text
from briefgen.outline.schema import json_schema
from briefgen.outline.specification import MAPPINGS, mapping_of
from briefgen.problem import Problems

ROOT = Path(__file__).parents[2]
EXAMPLES = [ROOT / "brief.yaml", *sorted((ROOT / "assets" / "examples").glob("*.yaml"))]
SNIPPETS = re.findall(r"```yaml\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
# what the schema is to know; the rest is about YAML itself, or takes counting and comparing
KNOWN = {
    "outline/unknown-key",
    "outline/missing-key",
    "outline/wrong-type",
    "outline/conflicting-keys",
    "outline/empty-value",
}
UNKNOWN = {
    "outline-nothing-to-be-seen",  # which characters have no shape
    "outline-days-that-are-not",  # how many days a month has
    "outline-no-space-after-a-colon-in-a-list",  # a text as good as any
    *("outline-complex-key", "outline-merge-of-a-text", "outline-python-tag"),  # what a loader makes no data of
}
BAD = [
    path
    for path in sorted((ROOT / "tests" / "outlines" / "bad").glob("*.yaml"))
    if path.stem not in UNKNOWN
    and re.search(r"^# expect: outline/bad-value|" + "|".join(KNOWN), path.read_text(encoding="utf-8"))
]


VALIDATOR = Draft202012Validator(json_schema())


def load(text: str) -> Any:
    """An outline as an editor's YAML loader sees it; dates and keys become texts, as in JSON."""
    return json.loads(json.dumps(yaml.safe_load(text), default=str))


def checked(text: str) -> list[str]:
    """What the checker says of an outline."""
    problems = Problems()
    read_text(text.encode(), "brief.yaml", Path(), problems)
    return [
        f"{p.code} {p.place.line}:{p.place.column} {p.message}" for p in problems.sorted() if p.code.startswith("outline/")
    ]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(json_schema())


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples_fit(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert checked(text) == []
    assert [error.message for error in VALIDATOR.iter_errors(load(text))] == []


@pytest.mark.parametrize("number", range(len(SNIPPETS)))
def test_outlines_of_the_readme_fit(number: int) -> None:
    text = SNIPPETS[number] if SNIPPETS[number].startswith("title:") else "title: Count every drop\n" + SNIPPETS[number]
    assert checked(text) == []
    assert [error.message for error in VALIDATOR.iter_errors(load(text))] == []


@pytest.mark.parametrize("name", MAPPINGS)
def test_examples_of_the_reference_fit(name: str) -> None:
    value = load(MAPPINGS[name].example)
    schema = VALIDATOR.schema if name == "outline" else {"$ref": f"#/$defs/{name}", "$defs": VALIDATOR.schema["$defs"]}
    assert [error.message for error in Draft202012Validator(schema).iter_errors(value)] == []


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_bad_outlines_do_not_fit(path: Path) -> None:
    assert not VALIDATOR.is_valid(load(path.read_text(encoding="utf-8")))


def test_every_key_is_explained() -> None:
    schema = json_schema()
    for name, mapping in MAPPINGS.items():
        properties = (schema if name == "outline" else schema["$defs"][name])["properties"]
        assert list(properties) == [key.name for key in mapping.keys]
        assert all(properties[key.name]["description"].startswith(key.doc) for key in mapping.keys)


# values that people write, right and wrong, in every place: the two judges must agree

SCALARS = st.sampled_from(["a text", "findings", "page", "a4", "left", "high", "2026-11", "#123", "7", "true", "maybe"])
VALUES = st.recursive(
    st.one_of(SCALARS, st.integers(0, 2000), st.booleans(), st.none()),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=2), st.dictionaries(st.sampled_from(["text", "list", "x"]), inner, max_size=2)
    ),
    max_leaves=3,
)


def values(kind: Kind, depth: int) -> st.SearchStrategy[Any]:
    """Mostly what fits a kind."""
    if isinstance(kind, TextKind):
        fit: st.SearchStrategy[Any] = st.sampled_from(kind.choices) if kind.choices else SCALARS
        if kind.form:
            fit = st.from_regex(re.compile(FORMS[kind.form].pattern, re.ASCII), fullmatch=True).filter(
                lambda text: text.isascii() and text.isprintable()
            )
    elif isinstance(kind, NotesKind):
        fit = st.dictionaries(st.sampled_from(["1", "a"]), SCALARS, max_size=2)
    elif isinstance(kind, ListKind):
        inner = values(kind.item, depth)
        fit = st.one_of(st.lists(inner, min_size=1, max_size=2), inner)
    else:
        fit = SCALARS if depth <= 0 else mappings(mapping_of(kind.name), depth - 1)
    return st.one_of(fit, fit, fit, fit, fit, VALUES)


@st.composite
def mappings(draw: st.DrawFn, mapping: Mapping, depth: int) -> dict[str, Any]:
    """A mapping with the keys that it needs and up to two others."""
    others = [key for key in mapping.keys if not key.required]
    chosen = draw(st.lists(st.sampled_from(others), max_size=2, unique_by=lambda key: key.name)) if others else []
    keys = [*(key for key in mapping.keys if key.required), *chosen]
    return {key.name: draw(values(key.kind, depth)) for key in keys}


BEYOND = re.compile("duplicate-id|the head has|stands beside")


@settings(max_examples=150, deadline=None)
@given(outline=mappings(MAPPINGS["outline"], 4))
def test_checker_and_schema_agree_on_any_outline(outline: dict[str, Any]) -> None:
    said = [problem for problem in checked(json.dumps(outline)) if not BEYOND.search(problem)]
    assert (said == []) == VALIDATOR.is_valid(outline), said
