"""The outline format as a JSON Schema (draft 2020-12), for editors that complete and check an outline.

Comes: the specification. Goes: a schema of the data that YAML makes of an outline. Promise: what the checker accepts the
schema accepts, short forms included, and what it calls a wrong key, type or choice the schema refuses too. It does not know
what needs counting or comparing: table rows as long as their head, ids that stand twice, days that a month does not have.

It is written for the YAML language server, which most editors run. That takes types, enumerations and properties for what
may be offered, so what is merely accepted (nothing, `no` as a text) stands behind two negations, and conditions are `if`. It
joins the titles of alternatives that it cannot tell apart, so each has properties of its own. `errorMessage`,
`patternErrorMessage` and `markdownDescription` are its own keywords, which other validators pass over.
"""

from typing import Any

from briefgen.outline.examples import example_of
from briefgen.outline.hints import article, wanted
from briefgen.outline.kinds import FORMS, LANGUAGES, Key, Kind, ListKind, MapKind, Mapping, NotesKind, TextKind
from briefgen.outline.specification import MAPPINGS, all_mappings, mapping_of

DRAFT = "https://json-schema.org/draft/2020-12/schema"
NAME = "urn:briefgen:outline"  # by which a catalogue of schemas may list it
FILLED = r"\S"  # a text that is more than white space
TRUE = r"^\s*(?:[Tt]rue|TRUE|[Yy]es|YES|[Oo]n|ON)\s*$"

Schema = dict[str, Any]


def json_schema() -> Schema:
    """The schema, to be written as JSON. Dates are texts in it, and keys of any kind are texts, as JSON has it."""
    others = {name: _object(mapping) for name, mapping in all_mappings().items() if name != "outline"}
    named = {"$schema": DRAFT, "$id": NAME, "title": "An outline for briefgen"}
    return {**named, **_object(MAPPINGS["outline"]), "$defs": others}


def _accepted(*types: str) -> Schema:
    """Values of some types: accepted, and not offered."""
    return {"not": {"type": [name for name in _TYPES if name not in types]}}


_TYPES = ("null", "boolean", "number", "string", "array", "object")


def _object(mapping: Mapping) -> Schema:
    """A mapping written out, without its short forms."""
    schema: Schema = {
        "description": mapping.doc,
        "properties": {key.name: _property(key, mapping) for key in mapping.keys},
        "additionalProperties": False,
    }
    # apart from the properties: else the server offers all of them at once, under the name of the mapping
    rules = [_needs(key) for key in mapping.keys if key.required]
    rules.append({"type": "object", "errorMessage": f"it has to be {_in_words(mapping)}"})
    if mapping.one_of:
        schema["minProperties"] = 1
        rules.append({"if": {"minProperties": 2}, "then": _refused(f"{article(mapping)} has one of these keys, not two")})
    if mapping.some_of:
        rules.append(_one_filled([key.name for key in mapping.keys], mapping))
    rules += [_never(second, {"required": [first]}) for first, second in mapping.exclusive]
    rules += [rule for name, others in mapping.unless for rule in _unless(name, others, mapping)]
    if rules:
        schema["allOf"] = rules
    return schema


def _in_words(mapping: Mapping) -> str:
    """What may stand in the place of a mapping."""
    short = mapping.key(mapping.short)
    return f"{wanted(short.kind)}, or {wanted(MapKind(mapping.name))}" if short else wanted(MapKind(mapping.name))


def _property(key: Key, mapping: Mapping) -> Schema:
    default = f" Default: {key.default}." if key.default else ""
    value = _value(key.kind, needed=key.required or mapping.one_of)
    shown = f"{key.doc}{default}\n\n```yaml\n{example_of(mapping, key)}\n```"
    named = {"title": key.name, "description": key.doc + default, "markdownDescription": shown}
    return {**named, **_scaffold(key.kind), "anyOf": _told_apart(_alternatives(value), shown)}


def _scaffold(kind: Kind) -> Schema:
    """What tells the server to begin a list, or keys, in a line of their own; it asks for nothing."""
    if isinstance(kind, ListKind):
        return {"items": {}} if not kind.single or isinstance(kind.item, MapKind) else {}
    begins = isinstance(kind, NotesKind) or (isinstance(kind, MapKind) and not _takes_text(kind))
    return {"properties": {}} if begins else {}


def _takes_text(kind: MapKind) -> bool:
    """Whether a mapping is mostly written as a text: a heading, a pull quote."""
    mapping = mapping_of(kind.name)
    short = mapping.key(mapping.short)
    return short is not None and isinstance(short.kind, TextKind)


def _told_apart(forms: list[Schema], shown: str) -> list[Schema]:
    """Alternatives that the server can tell apart, and never a single one, for which it shows nothing.

    It compares their titles, descriptions and properties. What a reference leads to has a description, which would be shown.
    """
    several = forms if forms[1:] else [*forms, {"not": {}}]
    reference: Schema = {"markdownDescription": shown}
    return [form | (reference if "$ref" in form else {"properties": {}}) for form in several]


def _alternatives(schema: Schema) -> list[Schema]:
    return schema["anyOf"] if set(schema) == {"anyOf"} else [schema]


def _empty(name: str) -> Schema:
    """The key stands and is empty, or does not stand."""
    nothing = {"anyOf": [{"type": "null"}, {"type": "array", "maxItems": 0}, {"type": "string", "pattern": r"^\s*$"}]}
    return {"properties": {name: nothing}}


def _given(name: str) -> Schema:
    """The key stands and is not empty."""
    return {"required": [name], "not": _empty(name)}


def _never(name: str, when: Schema) -> Schema:
    """A key that cannot stand where something holds."""
    said = f"`{name}` cannot stand beside the others"
    return {"if": when, "then": {"properties": {name: False}, "errorMessage": said}}


def _refused(said: str) -> Schema:
    """No mapping that there can be, in the words of `said`: the server has none of its own for what is merely forbidden."""
    return {"required": [" "], "errorMessage": said}


def _needs(key: Key) -> Schema:
    return {"required": [key.name], "errorMessage": f"`{key.name}` is missing: {wanted(key.kind)}"}


def _one_filled(names: list[str], mapping: Mapping) -> Schema:
    """At least one of the keys is given."""
    said = f"this {mapping.spoken} is empty"
    return {"if": {"allOf": [{"not": _given(name)} for name in names]}, "then": _refused(said)}


def _unless(name: str, others: tuple[str, ...], mapping: Mapping) -> list[Schema]:
    """The key is given, or one of the others stands in for it: a flag that is true, with which it is not given, or a key."""
    flags = [other for other in others if _is_flag(mapping.key(other))]
    stand = [_said(other) if other in flags else _given(other) for other in others]
    needed: Schema = {
        "required": [name],
        "errorMessage": f"`{name}` is missing",
        "if": _empty(name),
        "then": {"properties": {name: False}, "errorMessage": f"`{name}` is empty"},
    }
    without = [_never(name, {"allOf": [_said(flag), _given(name)]}) for flag in flags]
    return [{"if": {"anyOf": stand}, "else": needed}, *without]


def _is_flag(key: Key | None) -> bool:
    return key is not None and key.kind == TextKind("flag")


def _said(flag: str) -> Schema:
    """The flag is true."""
    true = {"anyOf": [{"const": True}, {"type": "string", "pattern": TRUE}]}
    return {"required": [flag], "properties": {flag: true}}


def _value(kind: Kind, *, needed: bool) -> Schema:
    """What stands under a key or in a list. Where it is not `needed`, nothing may stand there as well."""
    if isinstance(kind, TextKind):
        return _text(kind, needed=needed and not kind.may_be_empty)
    if isinstance(kind, NotesKind):
        notes: Schema = {"type": "object", "additionalProperties": _text(TextKind(), needed=True)}
        return notes if needed else {"anyOf": [notes, _accepted("null")]}
    forms = _list_forms(kind, needed=needed) if isinstance(kind, ListKind) else _map_forms(kind, needed=needed)
    if not needed:
        forms.append(_accepted("null"))
    return forms[0] if len(forms) == 1 else {"anyOf": forms}


def _list_forms(kind: ListKind, *, needed: bool) -> list[Schema]:
    array: Schema = {"type": "array", "items": _value(kind.item, needed=True), "errorMessage": "it has to be a list"}
    if needed:
        array["minItems"] = 1
    if kind.said:
        array["contains"] = {"not": {"anyOf": [{"type": "null"}, {"type": "string", "pattern": r"^\s*$"}]}}
    arrays = [array]
    if kind.length:
        array |= {"minItems": kind.length, "maxItems": kind.length}
        arrays += [] if needed else [{"not": {"not": {"type": "array", "maxItems": 0}}}]
    if kind.file:
        arrays += _forms(_value(TextKind(), needed=needed))
    return [*arrays, *_forms(_value(kind.item, needed=needed))] if kind.single else arrays


def _map_forms(kind: MapKind, *, needed: bool) -> list[Schema]:
    """The mapping, or what may stand in its stead."""
    mapping = mapping_of(kind.name)
    forms: list[Schema] = [{"$ref": f"#/$defs/{kind.name}"}]
    if mapping.words:
        forms.append({"enum": list(mapping.words), "errorMessage": f"it has to be {' or '.join(mapping.words)}"})
    short = mapping.key(mapping.short)
    if short is not None:
        forms += _forms(_value(short.kind, needed=needed))
    return forms


def _forms(schema: Schema) -> list[Schema]:
    """The alternatives of a schema, but null."""
    return [form for form in _alternatives(schema) if form != _accepted("null")]


def _text(kind: TextKind, *, needed: bool) -> Schema:
    """A scalar: every scalar is text, whatever YAML makes of it."""
    if kind.choices:
        return _choice(kind.choices, needed=needed)
    if kind.form:
        return _formed(kind.form, needed=needed)
    said = "it has to be a text; put it in quotes when it holds a colon"
    text: Schema = {"type": ["string", "number"], "errorMessage": said}
    if needed:
        text |= {"pattern": FILLED, "patternErrorMessage": "it is empty"}
    return {"anyOf": [text, _accepted("boolean") if needed else _accepted("boolean", "null")]}


def _choice(choices: tuple[str, ...], *, needed: bool) -> Schema:
    """One of some words; digits are offered as numbers, and may be texts."""
    said = f"it has to be {' or '.join((', '.join(choices[:-1]), choices[-1])) if choices[1:] else choices[0]}"
    offered = [int(choice) if choice.isdecimal() else choice for choice in choices]
    forms: list[Schema] = [{"enum": offered, "errorMessage": said}]
    digits = [choice for choice in choices if choice.isdecimal()]
    if digits:
        forms.append({"not": {"not": {"enum": digits}}})
    return {"anyOf": [*forms, *([] if needed else [_accepted("null")])]}


def _formed(name: str, *, needed: bool) -> Schema:
    form = FORMS[name]
    said = f"it has to be {form.words}"
    schema: Schema = {
        "type": ["boolean", "string"] if name == "flag" else "string",
        "pattern": rf"^\s*(?:{form.pattern}){'' if needed else '?'}\s*$",
        "errorMessage": said,
        "patternErrorMessage": said,
    }
    if form.numbers:
        schema |= {
            "type": ["string", "number" if form.decimals else "integer"],
            "minimum": form.numbers[0],
            "maximum": form.numbers[1],
        }
    forms = [{"enum": list(LANGUAGES), "errorMessage": said}, schema] if name == "language" else [schema]
    if name in {"id", "language"}:  # to YAML 1.1, the tag `no` of Norwegian is false
        forms.append(_accepted("boolean"))
    return {"anyOf": [*forms, *([] if needed else [_accepted("null")])]}
