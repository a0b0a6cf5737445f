"""The JSON Schema for outlines of a series: what only they may have, and nothing else."""

import pytest
import yaml
from jsonschema import Draft202012Validator

from briefgen.outline.schema import json_schema
from briefgen.outline.series import series_schema

SERIES = Draft202012Validator(series_schema())
ALONE = Draft202012Validator(json_schema())
FIRST = "title: Water\n"
SECTION = FIRST + "sections:\n  - heading: Why\n    content:\n      - "


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SERIES.schema)


@pytest.mark.parametrize(
    "text",
    [
        FIRST + "date: '{{day}}'",
        FIRST + "number: {en: Note 1, es: Nota 1}",
        FIRST + "summary: [One., {text: Two., when: rate > 5}]",
        FIRST + "summary: {en: [One.], es: [Uno.]}",
        FIRST + "recommendations:\n  - {action: Count., when: rate > 5}",
        SECTION + "paragraph: More.\n        when: rate > 5",
        SECTION + "paragraph: {en: More., es: Más.}\n        when: wells",
        SECTION + "list: [One., '{{two}}', {text: Three., when: rate > 5}]",
        SECTION + "stats: [{value: '{{rate|0.1}}', label: km, when: rate > 0}]",
        SECTION + "box: {heading: A, content: [{paragraph: More., when: rate > 5}]}",
        SECTION + "chart: {kind: '{{kind}}', title: A, data: a.csv, x: year, y: flow, alt: auto, when: rate > 5}",
    ],
)
def test_what_a_series_may_have(text: str) -> None:
    assert [error.message for error in SERIES.iter_errors(yaml.safe_load(text))] == []


@pytest.mark.parametrize(
    "text",
    [
        FIRST + "when: rate > 5",  # the outline itself has no condition
        FIRST + "date: tomorrow",
        FIRST + "titel: Wasser",
        FIRST + "number: {en: Note 1, colour: Nota 1}",
        SECTION + "paragraph: More.\n        heading: Two",
        SECTION + "paragraph: More.\n        heading: Two\n        when: rate > 5",
        SECTION + "chart: '{{chart}}'",
        SECTION + "stats: [{value: 1, label: km, wen: rate > 0}]",
    ],
)
def test_what_no_outline_may_have(text: str) -> None:
    assert not SERIES.is_valid(yaml.safe_load(text))


def test_what_is_built_alone_has_none_of_it() -> None:
    assert not ALONE.is_valid(yaml.safe_load(FIRST + "recommendations:\n  - {action: Count., when: rate > 5}"))
    assert not ALONE.is_valid(yaml.safe_load(FIRST + "date: '{{day}}'"))
