"""The part of the format that tells looks: made from the records of `looks`, so that a field there is a key here.

Imported only for an outline that names a look, and for the reference and the schema.
"""

from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec

from briefgen.looks.built_in import NAMES
from briefgen.looks.look import MODULES, Look
from briefgen.looks.styles import STYLES
from briefgen.looks.tokens import Style
from briefgen.looks.units import TONES
from briefgen.outline.kinds import Key, Kind, ListKind, MapKind, Mapping, TextKind
from briefgen.outline.specification.common import FLAG, PLAIN

MOST = 12  # items of a list

FIRST = (
    Key("extends", PLAIN, f"The look that this one changes: {', '.join(NAMES)}, or a file.", default="modules"),
    Key("for", TextKind(), "What it is for, in a sentence; `briefgen looks` prints it."),
)
_PARTS = {
    f"look_{name}": type(part)
    for name in Look.__struct_fields__
    if isinstance(part := getattr(MODULES, name), msgspec.Struct)
}
EXAMPLE = """\
extends: modules
colours: {tint: 0.12}
sizes: [8, 9, 10, 12, 18, 32]
styles:
  heading1: {size: 18, weight: bold}
box: {padding: 12}
"""


def look_mapping(name: str) -> Mapping:
    """The mapping called `look`, `look_styles`, `look_style` or, for a part, `look_` and its name. KeyError for any other.

    Each is made when it is asked for: an outline needs few of them.
    """
    if name == "look":
        return _whole()
    if name == "look_styles":
        keys = tuple(
            Key(name, MapKind("look_style"), f"{style.family.capitalize()} family.") for name, style in STYLES.items()
        )
        doc = "Texts, and how each is set. A style is made up by the look that this one extends; here is what differs."
        return Mapping(name, doc, keys, "heading1: {size: 18}\nquote: {italic: false}\n")
    if name == "look_style":
        return _part(name, Style, {})
    return _part(name, _PARTS[name])


def look_mappings() -> dict[str, Mapping]:
    """All of them."""
    return {name: look_mapping(name) for name in ("look", *_PARTS, "look_styles", "look_style")}


def _whole() -> Mapping:
    keys = [*FIRST]
    for name, (base, units) in _fields(Look).items():
        if name == "styles":
            keys.append(Key(name, MapKind("look_styles"), "The styles of texts, by their names."))
        elif f"look_{name}" in _PARTS:
            keys.append(Key(name, MapKind(f"look_{name}"), _first_sentence(base)))
        elif units:
            keys.append(Key(name, _kind(base, units), units[-1]))
    doc = (
        "A look: in the outline under `design.look`, or a file of its own, which begins with these keys. A text is the look "
        "that it extends, as it stands. What a look does not name is as in that. Sizes are in points."
    )
    return Mapping("look", doc, tuple(keys), EXAMPLE, short="extends")


def _fields(record: type[msgspec.Struct]) -> dict[str, tuple[Any, tuple[str, ...]]]:
    """Of each field its type, and what is written beside it: its unit, if it has one, and its meaning."""
    hints = get_type_hints(record, include_extras=True)
    return {
        name: (getattr(hint, "__origin__", hint), getattr(hint, "__metadata__", ()))
        for name, hint in hints.items()
        if name in record.__struct_fields__
    }


def _part(name: str, record: type[msgspec.Struct], defaults: dict[str, object] | None = None) -> Mapping:
    """The mapping of a record, with its own defaults unless others are given."""
    keys = []
    if defaults is None:
        defaults = dict(zip(record.__struct_fields__[::-1], record.__struct_defaults__[::-1], strict=False))
    for field, (base, units) in _fields(record).items():
        if units:
            keys.append(Key(field, _kind(base, units), units[-1], default=_written(defaults.get(field, ""))))
    first = next((key for key in keys if key.default), None)
    example = f"{{{first.name}: {first.default}}}\n" if first else "{size: 12, leading: 1 row, weight: semibold}\n"
    return Mapping(name, record.__doc__ or "", tuple(keys), example)


def _kind(base: Any, units: tuple[str, ...]) -> Kind:
    """How a value of a record is written. `units`: those of its type, then its meaning."""
    if get_origin(base) is tuple:
        item = get_args(base)[0]
        inner = getattr(item, "__metadata__", ())
        return ListKind(_kind(getattr(item, "__origin__", item), (*inner, "")), single=False, most=MOST)
    if get_origin(base) is Literal:
        return TextKind(choices=get_args(base))
    if base is bool:
        return FLAG
    unit = units[0]
    return TextKind(choices=TONES) if unit == "tone" else TextKind(unit)


def _written(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return f"[{', '.join(map(_written, value))}]" if value else ""
    if isinstance(value, float):
        return f"{value:g}"
    text = str(value)
    return f'"{text}"' if text.startswith("#") else text if not isinstance(value, msgspec.Struct) else ""


def _first_sentence(record: type[msgspec.Struct]) -> str:
    return (record.__doc__ or "").split("\n", 1)[0]
