"""The outline format as a JSON Schema (draft 2020-12), for editors that complete and check an outline.

Comes: the specification. Goes: a schema of the data that YAML makes of an outline. Promise: what the checker accepts the
schema accepts, short forms included, and what it calls a wrong key, type or choice the schema refuses too. It does not know
what needs counting or comparing: table rows as long as their head, ids that stand twice, days that a month does not have.
"""

from typing import Any

from briefgen.outline.kinds import FORMS, Key, Kind, ListKind, MapKind, Mapping, NotesKind, TextKind
from briefgen.outline.specification import MAPPINGS

DRAFT = "https://json-schema.org/draft/2020-12/schema"
FILLED = r"\S"  # a text that is more than white space
TRUE = r"^\s*(?:[Tt]rue|TRUE|[Yy]es|YES|[Oo]n|ON)\s*$"

Schema = dict[str, Any]


def json_schema() -> Schema:
    """The schema, to be written as JSON. Dates are texts in it, and keys of any kind are texts, as JSON has it."""
    others = {name: _object(mapping) for name, mapping in MAPPINGS.items() if name != "outline"}
    return {"$schema": DRAFT, "title": "An outline for briefgen", **_object(MAPPINGS["outline"]), "$defs": others}


def _object(mapping: Mapping) -> Schema:
    """A mapping written out, without its short forms."""
    schema: Schema = {
        "description": mapping.doc,
        "type": "object",
        "properties": {key.name: _property(key, mapping) for key in mapping.keys},
        "additionalProperties": False,
    }
    required = [key.name for key in mapping.keys if key.required]
    if required:
        schema["required"] = required
    if mapping.one_of:
        schema |= {"minProperties": 1, "maxProperties": 1}
    if mapping.some_of:
        schema["anyOf"] = [_given(key.name) for key in mapping.keys]
    if mapping.exclusive:
        schema["not"] = {"anyOf": [{"required": [*pair]} for pair in mapping.exclusive]}
    if mapping.unless:
        schema["allOf"] = [part for name, others in mapping.unless for part in _unless(name, others, mapping)]
    return schema


def _property(key: Key, mapping: Mapping) -> Schema:
    default = f" Default: {key.default}." if key.default else ""
    value = _value(key.kind, needed=key.required or mapping.one_of)
    return {"description": key.doc + default, **value}


def _given(name: str) -> Schema:
    """The key stands and is not empty."""
    filled = {"not": {"enum": [None, []]}, "pattern": FILLED}
    return {"required": [name], "properties": {name: filled}}


def _unless(name: str, others: tuple[str, ...], mapping: Mapping) -> list[Schema]:
    """The key is given, or one of the others stands in for it: a flag that is true, with which it is not given, or a key."""
    flags = [other for other in others if _is_flag(mapping.key(other))]
    stand = [_said(other) if other in flags else _given(other) for other in others]
    return [{"anyOf": [_given(name), *stand]}, *({"not": {"allOf": [_given(name), _said(flag)]}} for flag in flags)]


def _is_flag(key: Key | None) -> bool:
    return key is not None and key.kind == TextKind("flag")


def _said(flag: str) -> Schema:
    """The flag is true."""
    return {"required": [flag], "properties": {flag: {"not": {"enum": [False, None]}, "pattern": TRUE}}}


def _value(kind: Kind, *, needed: bool) -> Schema:
    """What stands under a key or in a list. Where it is not `needed`, nothing may stand there as well."""
    if isinstance(kind, TextKind):
        return _text(kind, needed=needed and not kind.may_be_empty)
    if isinstance(kind, NotesKind):
        notes: Schema = {"type": "object", "additionalProperties": _text(TextKind(), needed=True)}
        return notes if needed else _or_null(notes)
    forms = _list_forms(kind, needed=needed) if isinstance(kind, ListKind) else _map_forms(kind, needed=needed)
    if not needed:
        forms.append({"type": "null"})
    return forms[0] if len(forms) == 1 else {"anyOf": forms}


def _list_forms(kind: ListKind, *, needed: bool) -> list[Schema]:
    array: Schema = {"type": "array", "items": _value(kind.item, needed=True)}
    if needed:
        array["minItems"] = 1
    if kind.said:
        array["contains"] = {"not": {"type": "null"}, "pattern": FILLED}
    arrays = [array]
    if kind.length:
        array |= {"minItems": kind.length, "maxItems": kind.length}
        arrays += [] if needed else [{"type": "array", "maxItems": 0}]
    return [*arrays, *_forms(_value(kind.item, needed=needed))] if kind.single else arrays


def _map_forms(kind: MapKind, *, needed: bool) -> list[Schema]:
    """The mapping, or what may stand in its stead."""
    mapping = MAPPINGS[kind.name]
    forms: list[Schema] = [{"$ref": f"#/$defs/{kind.name}"}]
    if mapping.words:
        forms.append({"enum": list(mapping.words)})
    short = mapping.key(mapping.short)
    if short is not None:
        forms += _forms(_value(short.kind, needed=needed))
    return forms


def _forms(schema: Schema) -> list[Schema]:
    """The alternatives of a schema, but null."""
    forms = schema["anyOf"] if set(schema) == {"anyOf"} else [schema]
    return [form for form in forms if form != {"type": "null"}]


def _text(kind: TextKind, *, needed: bool) -> Schema:
    """A scalar: every scalar is text, whatever YAML makes of it."""
    if kind.choices:
        numbers = [int(choice) for choice in kind.choices if choice.isdecimal()]
        return {"enum": [*kind.choices, *numbers, *([] if needed else [None])]}
    if kind.form:
        return _formed(kind.form, needed=needed)
    if needed:
        return {"type": ["string", "number", "boolean"], "pattern": FILLED}
    return {"type": ["string", "number", "boolean", "null"]}


def _formed(name: str, *, needed: bool) -> Schema:
    form = FORMS[name]
    types = ["string"]
    schema: Schema = {"pattern": rf"^\s*(?:{form.pattern}){'' if needed else '?'}\s*$"}
    if form.numbers:
        types.append("integer")
        schema |= {"minimum": form.numbers[0], "maximum": form.numbers[1]}
    if name in {"flag", "id", "language"}:  # to YAML 1.1, the tag `no` of Norwegian is false
        types.append("boolean")
    return {"type": types if needed else [*types, "null"], **schema}


def _or_null(schema: Schema) -> Schema:
    return schema | {"type": [schema["type"], "null"]}
