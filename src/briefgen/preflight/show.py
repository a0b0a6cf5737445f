"""The text operators: where each string lands on the page.

Comes in: the graphics state, the text object, operands. Goes out: a box and a size, for each string that shows anything.
The promise: the arithmetic of ISO 32000-1, 9.4.4. Refuses to know resources, colours and what is judged.
"""

import math
from collections.abc import Callable, Sequence
from typing import Any

import pikepdf

from briefgen.preflight.matrix import Box, matrix_of, multiply, place, shifted
from briefgen.preflight.state import State, Text

Show = Callable[[Box, float], None]
Reach = tuple[float | None, float, float]
Object = pikepdf.Object  # looked up for each string


class Shower:
    """Shows strings; `show` is told of each."""

    def __init__(self, show: Show) -> None:
        self._show = show

    def strings(self, state: State, text: Text, parts: Any) -> None:
        """Strings and the adjustments between them, in thousandths of an em, as TJ has them."""
        font, size = state.font, state.size
        plain = not state.character_space and (font.step == 2 or not state.word_space)
        start, end, at = (_of_plain(state, parts) if plain else None) or _of_any(state, parts)
        matrix = multiply(text.matrix, state.matrix)
        if not font.upright:
            at = 0.0  # written downwards; only where it starts is told
        if start is not None:
            box = place(matrix, start, font.fall * size + state.rise, end, font.rise * size + state.rise)
            self._show(box, abs(size) * math.hypot(matrix[2], matrix[3]))
        text.matrix = shifted(text.matrix, at, 0.0)


def _of_plain(state: State, parts: Any) -> Reach | None:
    """What `_of_any` finds, in half the time for most text: no spacing but the font's, no blank at ends. None for other."""
    font, wide = state.font, state.font.step == 2
    moved = before = after = 0.0
    raw = bytearray()
    for part in parts:
        if isinstance(part, Object):
            string = bytes(part)
            if string:
                raw += string
                after = moved
                if wide and len(string) % 2:
                    return None  # what is left over of each string is lost
        else:
            moved -= float(part)
            if not raw:
                before = moved
    codes = font.codes(raw) if wide else raw
    if not codes or codes[0] in font.blanks or codes[-1] in font.blanks:
        return None
    width, scale = font.width(codes), state.size * state.stretch
    return before / 1000 * scale, (after / 1000 + width) * scale, (moved / 1000 + width) * scale


def _of_any(state: State, parts: Any) -> Reach:
    """Where what shows begins, None when nothing does, and ends; and where the next glyph stands."""
    font, stretch = state.font, state.stretch
    scale = state.size * stretch
    start: float | None = None
    at = end = 0.0
    for part in parts:
        if not isinstance(part, Object):
            at -= float(part) / 1000 * scale
            continue
        codes = font.codes(bytes(part))
        begins = at
        at += _advance(state, codes)
        before, after = font.blanks_of(codes)
        if len(before) < len(codes):
            if start is None:
                start = begins + _advance(state, before) if before else begins
            end = at - (_advance(state, after) if after else 0.0) - state.character_space * stretch
    return start, end, at


def _advance(state: State, codes: Sequence[int]) -> float:
    """How far some glyphs move the next one; word space is for single-byte spaces only (ISO 32000-1, 9.3.3)."""
    moved = state.font.width(codes) * state.size
    if state.character_space:
        moved += len(codes) * state.character_space
    if state.word_space and state.font.step == 1:
        moved += codes.count(32) * state.word_space
    return moved * state.stretch


def _next(text: Text, x: float, y: float) -> None:
    text.line = shifted(text.line, x, y)
    text.matrix = text.line


def _move(_: Shower, _state: State, text: Text, given: Any) -> None:
    _next(text, float(given[0]), float(given[1]))


def _move_and_lead(_: Shower, state: State, text: Text, given: Any) -> None:
    state.leading = -float(given[1])
    _next(text, float(given[0]), float(given[1]))


def _place(_: Shower, _state: State, text: Text, given: Any) -> None:
    text.line = text.matrix = matrix_of([float(given[position]) for position in range(6)])


def _new_line(_: Shower, state: State, text: Text, _given: Any) -> None:
    text.line = text.matrix = shifted(text.line, 0.0, -state.leading)


def _one(shower: Shower, state: State, text: Text, given: Any) -> None:
    shower.strings(state, text, [given[0]])


def _many(shower: Shower, state: State, text: Text, given: Any) -> None:
    shower.strings(state, text, given[0].as_list())


def _new_line_and_one(shower: Shower, state: State, text: Text, given: Any) -> None:
    _next(text, 0.0, -state.leading)
    shower.strings(state, text, [given[0]])


def _spaced_one(shower: Shower, state: State, text: Text, given: Any) -> None:
    state.word_space, state.character_space = float(given[0]), float(given[1])
    _next(text, 0.0, -state.leading)
    shower.strings(state, text, [given[2]])


def _set(field: str, scale: float = 1.0) -> Callable[[Shower, State, Text, Any], None]:
    def act(_: Shower, state: State, _text: Text, given: Any) -> None:
        setattr(state, field, float(given[0]) * scale)

    return act


def _render(_: Shower, state: State, _text: Text, given: Any) -> None:
    state.rendering = int(given[0])


TEXT: dict[str, Callable[[Shower, State, Text, Any], None]] = {
    "Td": _move,
    "TD": _move_and_lead,
    "Tm": _place,
    "T*": _new_line,
    "Tj": _one,
    "TJ": _many,
    "'": _new_line_and_one,
    '"': _spaced_one,
    "Tc": _set("character_space"),
    "Tw": _set("word_space"),
    "Tz": _set("stretch", 0.01),
    "TL": _set("leading"),
    "Ts": _set("rise"),
    "Tr": _render,
}
