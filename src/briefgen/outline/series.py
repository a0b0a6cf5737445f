"""The JSON Schema of an outline for editions: placeholders, `when`, and texts in several languages may stand in it.

Comes: the schema of an outline. Goes: one of its own, for the editors of a series. Promise: what the schema of an outline
accepts this one accepts too. It does not know the columns of the data, nor whether a condition can be read.
"""

from typing import Any

from briefgen.outline.kinds import LANGUAGES
from briefgen.outline.placeholders import WHEN
from briefgen.outline.schema import FILLED, Schema, json_schema

_CONDITION: Schema = {
    "title": WHEN,
    "description": "The condition on which an edition has this.",
    "markdownDescription": "The condition on which an edition has this.\n\n```yaml\nwhen: rate > 5 and not closed\n```",
    "type": ["string", "number", "boolean"],
}
_TAG = rf"^(?:{'|'.join(sorted({tag.split('-')[0] for tag in LANGUAGES}))})(?:-[A-Za-z0-9]{{2,8}}){{0,3}}$"
_PLACED: Schema = {"type": "string", "pattern": r"\{\{[^{}]+\}\}"}
_GUARDED: Schema = {
    "type": "object",
    "properties": {"text": {"type": ["string", "number"], "pattern": FILLED}, WHEN: _CONDITION},
    "required": ["text", WHEN],
    "additionalProperties": False,
}


def series_schema() -> Schema:
    """The schema of an outline for `briefgen editions`, to be written as JSON."""
    schema = json_schema()
    for mapping in schema["$defs"].values():
        _open(mapping)
        mapping["properties"].setdefault(WHEN, _CONDITION)
        mapping["allOf"] = [_but_for_conditions(rule) for rule in mapping.get("allOf", ())]
    _open(schema)
    return schema


def _open(mapping: Schema) -> None:
    """Let what only a series has stand under each key of a mapping, and in the lists there."""
    for value in mapping["properties"].values():
        value["anyOf"] = [*(_opened_list(form) for form in value["anyOf"]), *_added(value["anyOf"])]


def _opened_list(form: Schema) -> Schema:
    if "items" not in form:
        return form
    items = form["items"]
    forms = items["anyOf"] if set(items) == {"anyOf"} else [items]
    return {**form, "items": {"anyOf": [*forms, *_added(forms)]}}


def _added(forms: list[Schema]) -> list[Schema]:
    """What may stand in the place of values of some forms: a text of each language, and in the place of a text more."""
    languages = {"type": "object", "minProperties": 1, "additionalProperties": {"anyOf": forms}}
    several = {**languages, "propertyNames": {"pattern": _TAG}}
    return [_PLACED, _GUARDED, several] if any(_is_text(form) for form in forms) else [several]


def _is_text(form: Schema) -> bool:
    types: Any = form.get("type", ())
    return "enum" in form or "string" in ([types] if isinstance(types, str) else types)


def _but_for_conditions(rule: Schema) -> Schema:
    """The rule that a mapping has one key: a condition may stand beside it."""
    if rule.get("if") != {"minProperties": 2}:
        return rule
    return {**rule, "if": {"anyOf": [{"minProperties": 3}, {"minProperties": 2, "not": {"required": [WHEN]}}]}}
