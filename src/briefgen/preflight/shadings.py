"""The colours of a shading, as far as its ends say them.

Comes in: a shading dictionary. Goes out: its colour space with the colours at the ends of its functions. The promise:
bounded depth. Refuses to know its shape: between its ends a shading may be lighter or darker.
"""

from collections.abc import Callable
from typing import Any

from briefgen.preflight.colour import Space
from briefgen.preflight.objects import entry, items, number
from briefgen.preflight.state import Paint, Values

MOST_DEPTH = 4


def colours(shading: Any, read: Callable[[Any, Any], Space], resources: Any) -> tuple[Paint, ...]:
    """The space with each colour that a function of the shading begins or ends with; the space alone when none is said."""
    space = read(entry(shading, "/ColorSpace"), resources)
    found = [values for values in _ends(entry(shading, "/Function"), 0) if len(values) == space.size]
    return tuple((space, values) for values in found) or ((space, ()),)


def _ends(function: Any, depth: int) -> list[Values]:
    kind = number(entry(function, "/FunctionType"))
    if kind == 2:
        ends = (items(entry(function, "/C0")) or [0], items(entry(function, "/C1")) or [1])
        return [tuple(number(value) or 0.0 for value in end) for end in ends]
    if kind == 3 and depth < MOST_DEPTH:
        return [values for part in items(entry(function, "/Functions"))[:64] for values in _ends(part, depth + 1)]
    return []
