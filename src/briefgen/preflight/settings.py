"""The operators that set the graphics state and its colours.

Comes in: a state, the resources at hand, operands. Goes out: the state, changed. The promise: what makes no sense changes
nothing. Refuses to know what is painted.
"""

from collections.abc import Callable
from typing import Any

import pikepdf

from briefgen.preflight.colour import DEVICE, first
from briefgen.preflight.functions import is_identity
from briefgen.preflight.matrix import matrix_of, multiply
from briefgen.preflight.objects import entry, items, name, number, numbers_of, path
from briefgen.preflight.source import Source
from briefgen.preflight.state import Paint, State

Set = Callable[[Source, State, Any, Any], None]


def _concatenate(_: Source, state: State, _resources: Any, operands: Any) -> None:
    state.matrix = multiply(matrix_of(numbers_of(operands, 6)), state.matrix)


def _width(_: Source, state: State, _resources: Any, operands: Any) -> None:
    state.width = abs(float(operands[0]))


def _graphics(source: Source, state: State, resources: Any, operands: Any) -> None:
    """The gs operator (ISO 32000-1, 8.4.5)."""
    given = path(resources, "/ExtGState", operands[0])
    _overprint(state, given)
    _transparency(state, given)
    state.width = _or(number(entry(given, "/LW")), state.width)
    if (font := items(entry(given, "/Font"))) and len(font) == 2:
        state.font, state.size = source.font(font[0]), number(font[1]) or 0.0
    first, second = entry(given, "/TR"), entry(given, "/TR2")
    if first is not None or name(second) not in ("", "Default"):
        source.keys.add("TR" if first is not None else "TR2")
    used = first if second is None else second
    if used is not None and not is_identity(used):
        source.remark("print/transfer-function", "the content sets a transfer function")


def _overprint(state: State, given: Any) -> None:
    stroke, fill = entry(given, "/OP"), entry(given, "/op")
    if isinstance(stroke, bool):
        state.stroke_overprints = state.fill_overprints = stroke
    if isinstance(fill, bool):
        state.fill_overprints = fill
    state.mode = int(_or(number(entry(given, "/OPM")), state.mode))


def _transparency(state: State, given: Any) -> None:
    state.stroke_alpha = _or(number(entry(given, "/CA")), state.stroke_alpha)
    state.fill_alpha = _or(number(entry(given, "/ca")), state.fill_alpha)
    if blend := items(entry(given, "/BM")):
        state.blend = name(blend[0])
    if (mask := entry(given, "/SMask")) is not None:
        state.masked = name(mask) != "None"


def _or(given: float | None, otherwise: float) -> float:
    return otherwise if given is None else given


def _choose(stroke: bool) -> Set:
    def act(source: Source, state: State, resources: Any, operands: Any) -> None:
        space = source.spaces.read(operands[0], resources)
        _put(state, source.paint(space, first(space)), None, stroke)

    return act


def _colour(stroke: bool) -> Set:
    def act(source: Source, state: State, resources: Any, operands: Any) -> None:
        space = (state.stroke if stroke else state.fill)[0]
        pattern = None
        given = list(operands)
        if given and isinstance(given[-1], pikepdf.Name):
            pattern = path(resources, "/Pattern", given.pop())
        _put(state, source.paint(space, tuple([float(value) for value in given])), pattern, stroke)

    return act


def _device(family: str, stroke: bool) -> Set:
    def act(source: Source, state: State, resources: Any, operands: Any) -> None:
        space = source.device(family, resources)
        _put(state, source.paint(space, numbers_of(operands, DEVICE[family].size)), None, stroke)

    return act


def _put(state: State, paint: Paint, pattern: Any, stroke: bool) -> None:
    if stroke:
        state.stroke, state.stroke_pattern = paint, pattern
    else:
        state.fill, state.fill_pattern = paint, pattern


SETTINGS: dict[str, Set] = {
    "cm": _concatenate,
    "w": _width,
    "gs": _graphics,
    "cs": _choose(False),
    "CS": _choose(True),
    "sc": _colour(False),
    "scn": _colour(False),
    "SC": _colour(True),
    "SCN": _colour(True),
    "g": _device("gray", False),
    "G": _device("gray", True),
    "rg": _device("rgb", False),
    "RG": _device("rgb", True),
    "k": _device("cmyk", False),
    "K": _device("cmyk", True),
}
