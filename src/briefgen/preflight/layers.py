"""Layers: which of them are printed (ISO 32000-1, 8.11).

Comes in: a catalog, and what content says of its layers. Goes out: whether that content is printed. The promise: a layer is
off only where the file says so; nesting is bounded. Refuses to know what is on a layer.
"""

from typing import Any

import msgspec
import pikepdf

from briefgen.preflight.objects import entry, identity, items, name, path, text

DEEPEST = 8
Id = tuple[int, int]


class Layer(msgspec.Struct, frozen=True):
    """A layer, whether it is shown on a screen, and whether it is printed."""

    id: Id
    title: str
    shown: bool
    printed: bool


class Layers:
    """The layers of one file."""

    def __init__(self, root: Any) -> None:
        properties = entry(root, "/OCProperties")
        self.all = tuple(_layers(properties))
        self._off = {layer.id for layer in self.all if not layer.printed}

    def hides(self, value: Any, depth: int = 0) -> bool:
        """Whether what belongs to a layer, or to a rule about layers, is left out in print."""
        if not self._off or value is None or depth > DEEPEST:
            return False
        if (id := identity(value)) is not None and id in self._off:
            return True
        if name(entry(value, "/Type")) != "OCMD":
            return False
        expression = entry(value, "/VE")
        if isinstance(expression, pikepdf.Array) and len(expression):
            return not self._true(expression, depth + 1)
        groups = [self.hides(group) for group in items(entry(value, "/OCGs")) if group is not None]
        policy = name(entry(value, "/P")) or "AnyOn"
        visible = {
            "AllOn": not any(groups),
            "AnyOff": any(groups),
            "AllOff": all(groups),
        }.get(policy, not all(groups))
        return bool(groups) and not visible

    def _true(self, expression: Any, depth: int) -> bool:
        """An expression of And, Or and Not (ISO 32000-1, 8.11.2.2)."""
        if not isinstance(expression, pikepdf.Array):
            return not self.hides(expression, depth)
        if depth > DEEPEST or not len(expression):
            return True
        results = [self._true(part, depth + 1) for part in items(expression)[1:]]
        kind = name(expression[0])
        return not all(results) if kind == "Not" else any(results) if kind == "Or" else all(results)


def _layers(properties: Any) -> list[Layer]:
    default = entry(properties, "/D")
    base = name(entry(default, "/BaseState")) != "OFF"
    on, off = ({identity(group) for group in items(entry(default, key))} for key in ("/ON", "/OFF"))
    switched = {
        identity(group)
        for use in items(entry(default, "/AS"))
        if name(entry(use, "/Event")) == "Print" and "Print" in [name(item) for item in items(entry(use, "/Category"))]
        for group in items(entry(use, "/OCGs"))
    }
    found = []
    for group in items(entry(properties, "/OCGs")):
        if (id := identity(group)) is None:
            continue
        shown = id in on or (base and id not in off)
        state = name(path(group, "/Usage", "/Print", "/PrintState")) if id in switched else ""
        found.append(Layer(id, text(entry(group, "/Name")) or "without a name", shown, state == "ON" if state else shown))
    return found
