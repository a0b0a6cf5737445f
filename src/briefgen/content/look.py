"""The look that an outline asks for: a built-in one, one of its own, and what the outline changes of it.

Comes: the mapping `design.look` and the outline's folder. Goes: a `Look`. Promise: a look is checked as an outline is, and
what is wrong with a file of one is said with its place in that file. Refuses to know how anything is drawn.
"""

import re
from pathlib import Path
from typing import Any

import msgspec

from briefgen.content.files import Folder
from briefgen.looks.built_in import FIRST, NAMES, file_of
from briefgen.looks.look import MODULES, Look
from briefgen.looks.tokens import Style
from briefgen.outline.read import read_mapping
from briefgen.outline.tree import Map, Scalar, Seq
from briefgen.problem import Problems

Values = dict[str, Any]  # what a look changes: numbers, words, lists and mappings of these
UNKNOWN = "content/unknown-look"
LARGEST = 200_000  # bytes of a look's file
DEEPEST = 5  # looks that extend each other
GRID = 1.3  # of the body's size: the grid, about
SOLID = 1.04  # of the size: lines of type on the grid stand at least so far apart


def make_look(wanted: Map, folder: Folder) -> Look:
    """The look that is wanted; the first one in place of what was reported."""
    return _extended(wanted, folder, ())


def _extended(wanted: Map, folder: Folder, names: tuple[str, ...]) -> Look:
    """A look with what a mapping changes of it. `names`: the looks that are being read."""
    base = wanted.text("extends")
    look = _named(base, folder, names) if base is not None else MODULES
    purpose = wanted.text("for")
    if wanted.entries.keys() <= {"extends", "for"}:
        return look
    made = changed(look, _plain(wanted), purpose.text if purpose is not None else "")
    colours = wanted.map("colours")
    named = colours is not None and "second" in colours.entries
    return msgspec.structs.replace(made, own=True, own_second=look.own_second or named)


def _named(name: Scalar, folder: Folder, names: tuple[str, ...]) -> Look:
    """The look of this name, or in this file."""
    written = name.text.strip()
    if written == FIRST:
        return MODULES
    if written in NAMES:
        return built_in(written)
    if not re.search(r"[./\\]", written):
        _report_unknown(name, folder.problems)
        return MODULES
    path = folder.find(name, UNKNOWN)
    if path is None:
        return MODULES
    if written in names or len(names) == DEEPEST:
        said = f"`{written}` extends itself" if written in names else f"more than {DEEPEST} looks extend each other"
        folder.problems.add(UNKNOWN, name.place, said, f"extend one of {', '.join(NAMES)}")
        return MODULES
    found = _read(name, path, folder.problems)
    return _extended(found, folder, (*names, written)) if found is not None else MODULES


def built_in(name: str) -> Look:
    """A look that comes with briefgen. Its file is good, as the tests say: it is not checked again at each build."""
    if name == FIRST:
        return MODULES
    values: Values = msgspec.json.decode(file_of(name).read_bytes())
    base = values.get("extends")
    return msgspec.structs.replace(changed(built_in(base) if base else MODULES, values, values["for"]), name=name)


def _read(name: Scalar, path: Path, problems: Problems) -> Map | None:
    """A look's file in its normal form; None, with a problem, when it cannot be read."""
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as error:
        said = f"`{name.text.strip()}` cannot be read: {error.strerror}"
        problems.add(UNKNOWN, name.place, said, "check its permissions")
        return None
    if len(data) > LARGEST:
        said = f"`{name.text.strip()}` has more than {LARGEST // 1000} kB, and no look has"
        problems.add(UNKNOWN, name.place, said, "name the file of a look")
        return None
    return read_mapping(data, name.text.strip(), "look", problems)


def _report_unknown(name: Scalar, problems: Problems) -> None:
    from difflib import get_close_matches  # late: only a mistake needs it

    written = name.text.strip()
    near = get_close_matches(written.lower(), NAMES, 1, 0.6)
    hint = f"did you mean `{near[0]}`?" if near else f"it may be {', '.join(NAMES)}, or a file such as looks/house.yaml"
    problems.add(UNKNOWN, name.place, f"there is no look `{written[:60]}`", hint)


def changed(look: Look, values: Values, purpose: str = "") -> Look:
    """A look with the values that a mapping has for it, which has been checked."""
    fields = {
        name: _value(getattr(look, name), value)
        for name, value in values.items()
        if name not in {"extends", "for", "styles"}
    }
    found = msgspec.structs.replace(look, purpose=purpose or look.purpose, **fields)
    body = found.text.size
    styles = dict(found.styles)
    for name, value in values.get("styles", {}).items():
        styles[name] = _style(styles[name], value, body)
    if found.sizes:
        styles = _snapped(styles, body, found.sizes)
    return msgspec.structs.replace(found, styles=styles)


def _plain(node: object) -> Any:
    """What a node of an outline in its normal form says, as our own looks say it: numbers are texts still."""
    if isinstance(node, Map):
        return {name: _plain(child) for name, child in node.entries.items()}
    if isinstance(node, Seq):
        return [_plain(item) for item in node.items]
    assert isinstance(node, Scalar)  # noqa: S101  there is nothing else
    return node.text.strip()


def _value(now: object, value: Any) -> object:
    """What is said of a field, as a value of the type of what it has now."""
    if isinstance(now, msgspec.Struct):
        fields = {name: _value(getattr(now, name), each) for name, each in value.items()}
        return msgspec.structs.replace(now, **fields)
    if isinstance(now, tuple):
        made: type = int if now and isinstance(now[0], int) else float
        return tuple([made(item) for item in value])
    if isinstance(now, bool):
        return value if isinstance(value, bool) else value.lower() in {"true", "yes", "on"}
    return int(value) if isinstance(now, int) else float(value) if isinstance(now, float) else value


def _style(style: Style, values: Values, body: float) -> Style:
    """A style with what a mapping changes of it. Where its size is given alone, its leading goes with it."""
    fields: dict[str, Any] = {}
    for name, value in values.items():
        if name in {"size", "leading"}:
            fields |= _size(str(value)) if name == "size" else _leading(str(value))
        else:
            fields[name] = _value(getattr(style, name), value)
    made = msgspec.structs.replace(style, **fields)
    return made if "leading" in fields or "size" not in fields else _led(style, made, body)


def _led(before: Style, style: Style, body: float) -> Style:
    """A style with a leading for its size: as it was in proportion, or as many half rows of the grid as it takes."""
    old, new = (each.size + (body if each.on_body else 0.0) for each in (before, style))
    if not style.on_grid:
        return msgspec.structs.replace(style, leading=round(before.leading * new / old, 2))
    halves = -int(-new * SOLID * 2 // (body * GRID))
    return msgspec.structs.replace(style, leading=max(style.leading, halves / 2)) if new > old else style


def _size(text: str) -> dict[str, Any]:
    """`12`, `body`, `body + 0.4`."""
    if text.startswith("body"):
        more = text.removeprefix("body").replace(" ", "")
        return {"on_body": True, "size": float(more or 0)}
    return {"on_body": False, "size": float(text)}


def _leading(text: str) -> dict[str, Any]:
    """`14`, `1.5 rows`."""
    rows = text.removesuffix("s").removesuffix("row").rstrip()
    return {"on_grid": rows != text, "leading": float(rows)}


def _snapped(styles: dict[str, Style], body: float, sizes: tuple[float, ...]) -> dict[str, Style]:
    """Styles in the nearest of some sizes, the larger of two that are as near; the leading of each goes with it."""
    nearest: dict[float, float] = {}  # most styles share a few sizes
    found = {}
    for name, style in styles.items():
        own = body if style.on_body else 0.0
        size = style.size + own
        if size not in nearest:
            nearest[size] = min((round(abs(each - size), 3), -each, each) for each in sizes)[-1]
        if abs(nearest[size] - size) >= 0.001:
            style = _led(style, msgspec.structs.replace(style, size=nearest[size] - own), body)
        found[name] = style
    return found
