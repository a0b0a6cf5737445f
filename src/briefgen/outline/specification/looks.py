"""The part of the format that tells looks: made from the records of `looks`, so that a field there is a key here.

Imported only for an outline that names a look, and for the reference and the schema.
"""

from collections.abc import Callable
from typing import Any

import msgspec

from briefgen.looks import units
from briefgen.looks.built_in import NAMES
from briefgen.looks.look import MODULES, Look
from briefgen.looks.styles import STYLES
from briefgen.looks.tokens import Style
from briefgen.outline.kinds import Key, Kind, ListKind, MapKind, Mapping, TextKind
from briefgen.outline.specification.common import FLAG, PLAIN

MOST = 12  # items of a list

FIRST = (
    Key("extends", PLAIN, f"The look that this one changes: {', '.join(NAMES)}, or a file.", default="modules"),
    Key("for", TextKind(), "What it is for, in a sentence; `briefgen looks` prints it."),
)


class _Brackets:
    """Stands for a name of `typing` in the annotations of records: makes something of what its brackets hold.

    `typing.get_type_hints` takes four times as long, which each brief in a look of its own would pay: 1 % of a build.
    """

    def __init__(self, make: Callable[[Any], Any]) -> None:
        self._make = make

    def __getitem__(self, inside: Any) -> Any:
        return self._make(inside)


def _unit(form: str) -> TextKind:
    return TextKind(choices=units.TONES) if form == "tone" else TextKind(form)


_NAMES = {
    "Annotated": _Brackets(lambda inside: inside),  # a kind, and what the value is for
    "Literal": _Brackets(lambda inside: TextKind(choices=inside)),
    "tuple": _Brackets(lambda inside: ListKind(inside[0], single=False, most=MOST)),
    "bool": FLAG,
    **{name: _unit(unit.__metadata__[0]) for name, unit in vars(units).items() if hasattr(unit, "__metadata__")},
}
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
    own = _fields(Look)
    keys = [*FIRST]
    for name in Look.__struct_fields__:
        if name == "styles":
            keys.append(Key(name, MapKind("look_styles"), "The styles of texts, by their names."))
        elif f"look_{name}" in _PARTS:
            keys.append(Key(name, MapKind(f"look_{name}"), _first_sentence(_PARTS[f"look_{name}"])))
        elif name in own:
            keys.append(Key(name, *own[name]))
    doc = (
        "A look: in the outline under `design.look`, or a file of its own, which begins with these keys. A text is the look "
        "that it extends, as it stands. What a look does not name is as in that. Sizes are in points."
    )
    return Mapping("look", doc, tuple(keys), EXAMPLE, short="extends")


def _fields(record: type[msgspec.Struct]) -> dict[str, tuple[Kind, str]]:
    """How the value of each field is written, and what it is for; not of fields that no file names."""
    told = ((name, text) for name, text in record.__annotations__.items() if text.startswith("Annotated["))
    source = ",".join(f"{name!r}:{text}" for name, text in told)
    found: dict[str, tuple[Kind, str]] = eval(f"{{{source}}}", {"__builtins__": {}}, _NAMES)  # noqa: S307  our own records
    return found


def _part(name: str, record: type[msgspec.Struct], defaults: dict[str, object] | None = None) -> Mapping:
    """The mapping of a record, with its own defaults unless others are given."""
    if defaults is None:
        defaults = dict(zip(record.__struct_fields__[::-1], record.__struct_defaults__[::-1], strict=False))
    fields = _fields(record)
    keys = tuple([Key(field, *told, default=_written(defaults.get(field, ""))) for field, told in fields.items()])
    first = next((key for key in keys if key.default), None)
    example = f"{{{first.name}: {first.default}}}\n" if first else "{size: 12, leading: 1 row, weight: semibold}\n"
    return Mapping(name, record.__doc__ or "", keys, example)


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
