"""Fixes within content: black text in black ink alone, lines no thinner than a press can print.

Comes in: an open PDF. Goes out: the same, changed, and what was done in words. The promise: instructions are added round
those that show text or draw lines, and the state is as it was after them; what cannot be taken apart stays as it is. Refuses
to know boxes and files.
"""

import copy
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pikepdf
from pikepdf import ContentStreamInstruction, Operator

from briefgen.preflight.colour import DEVICE, PROCESS, Space, Spaces, inks, is_black
from briefgen.preflight.matrix import IDENTITY, Matrix, matrix_of, multiply, scales
from briefgen.preflight.objects import entry, name, numbers, path
from briefgen.preflight.rules import Rules
from briefgen.problem import counted

MOST_BYTES = 1 << 23  # of one content
DEEPEST = 8
SHOWS = {"Tj", "TJ", "'", '"'}
STROKES = {"S", "s", "B", "B*", "b", "b*"}
PATHS = {"m", "l", "c", "v", "y", "h", "re", "W", "W*"}
COLOURS = {"g": "gray", "rg": "rgb", "k": "cmyk"}
BLACK = ContentStreamInstruction([0, 0, 0, 1], Operator("k"))
LIGHTEST = 0.005

Instructions = list[Any]


class State(msgspec.Struct):
    """What has to be known of the graphics state. `chosen`: the instructions that set the fill colour as it is."""

    matrix: Matrix
    text: Matrix = IDENTITY
    width: float = 1.0
    size: float = 0.0
    mode: int = 0
    space: Space = DEVICE["gray"]
    values: tuple[float, ...] = (0.0,)
    chosen: tuple[Any, ...] = (ContentStreamInstruction([0], Operator("g")),)


# what is to stand before and after an instruction, given the state; None: nothing
Around = Callable[[str, State, Rules], tuple[Instructions, Instructions] | None]


def black_text(pdf: pikepdf.Pdf, rules: Rules) -> list[str]:
    """Black text that has other inks, or is in RGB, in black ink alone."""
    count = _rewrite(pdf, rules, _in_black)
    return [f"{counted(count, 'text')} in black ink alone"] if count else []


def hairlines(pdf: pikepdf.Pdf, rules: Rules) -> list[str]:
    """Lines that are too thin, as thick as they have to be."""
    count = _rewrite(pdf, rules, _thicker)
    return [f"{counted(count, 'line')} made {rules.hairline:g} pt thick"] if count else []


def _in_black(word: str, state: State, rules: Rules) -> tuple[Instructions, Instructions] | None:
    low, high = scales(multiply(state.text, state.matrix))
    if word not in SHOWS or state.mode != 0 or state.size * (low + high) / 2 >= rules.black_text:
        return None
    taken = inks(state.space, state.values)
    if taken is None:  # RGB: only what is black itself is meant to be black
        black = state.space.family == "rgb" and len(state.values) == 3 and max(state.values) <= LIGHTEST
        return ([BLACK], list(state.chosen)) if black else None
    mixed = state.space.family == "cmyk" and any(taken.get(ink, 0.0) > LIGHTEST for ink in PROCESS[:3])
    return ([BLACK], list(state.chosen)) if mixed and is_black(state.space, state.values) else None


def _thicker(word: str, state: State, rules: Rules) -> tuple[Instructions, Instructions] | None:
    low, _ = scales(state.matrix)
    if word not in STROKES or not low or state.width * low >= rules.hairline - 0.004:
        return None
    wanted = round(rules.hairline / low + 0.0005, 4)
    before, after = (ContentStreamInstruction([width], Operator("w")) for width in (wanted, state.width))
    return [before], [after]


def _rewrite(pdf: pikepdf.Pdf, rules: Rules, around: Around) -> int:
    """Rewrite the content of all pages and of the forms that they paint; how often something was added."""
    writer = _Writer(rules, around)
    for page in pdf.pages:
        resources = _inherited(page.obj, "/Resources")
        before = writer.count
        made = writer.rewritten(page, resources, State(IDENTITY), 0)
        if writer.count > before and made is not None:
            page.obj.Contents = pdf.make_stream(made)
    for form, made in writer.forms:
        form.write(made)
    return writer.count


def _inherited(node: Any, key: str) -> Any:
    for _ in range(50):
        if node is None or (found := entry(node, key)) is not None:
            return found if node is not None else None
        node = entry(node, "/Parent")
    return None


class _Writer:
    """Goes through content, each form once."""

    def __init__(self, rules: Rules, around: Around) -> None:
        self._rules = rules
        self._around = around
        self._spaces = Spaces()
        self._seen: set[tuple[int, int]] = set()
        self.count = 0
        self.forms: list[tuple[Any, bytes]] = []

    def rewritten(self, stream: Any, resources: Any, state: State, depth: int) -> bytes | None:
        """A content as it is to be; None when it is too large."""
        instructions = list(pikepdf.parse_content_stream(stream))
        if len(instructions) > MOST_BYTES // 8:
            return None
        return pikepdf.unparse_content_stream(list(self._run(instructions, resources, state, depth)))

    def _run(self, instructions: Instructions, resources: Any, state: State, depth: int) -> Iterator[Any]:
        saved: list[State] = []
        path_: Instructions = []  # between its instructions none may stand that sets the state (ISO 32000-1, 8.2)
        for instruction in instructions:
            word = str(instruction.operator)
            if word in PATHS:
                path_.append(instruction)
                continue
            if word == "q":
                saved.append(copy.copy(state))
            elif word == "Q" and saved:
                state = saved.pop()
            elif word == "Do":
                self._form(path(resources, "/XObject", instruction.operands[0]), resources, state, depth)
            else:
                self._follow(word, instruction, resources, state)
            before, after = self._around(word, state, self._rules) or ([], [])
            self.count += bool(before)
            yield from (*before, *path_, instruction, *after)
            path_ = []
        yield from path_

    def _form(self, form: Any, resources: Any, state: State, depth: int) -> None:
        if name(entry(form, "/Subtype")) != "Form" or depth >= DEEPEST or form.objgen in self._seen:
            return
        self._seen.add(form.objgen)
        given, before = numbers(entry(form, "/Matrix"), 6), self.count
        inner = State(multiply(matrix_of(given), state.matrix) if given else state.matrix, width=state.width)
        made = self.rewritten(form, entry(form, "/Resources") or resources, inner, depth + 1)
        if self.count > before and made is not None:
            self.forms.append((form, made))

    def _follow(self, word: str, instruction: Any, resources: Any, state: State) -> None:
        """What an instruction changes of the state."""
        given = instruction.operands if hasattr(instruction, "operands") else []
        if word == "cm":
            state.matrix = multiply(matrix_of([float(value) for value in given]), state.matrix)
        elif word == "w":
            state.width = float(given[0])
        elif word == "gs":
            width = path(resources, "/ExtGState", given[0], "/LW")
            state.width = float(width) if width is not None else state.width
        elif word == "BT":
            state.text = IDENTITY
        elif word == "Tm":
            state.text = matrix_of([float(value) for value in given])
        elif word == "Tf":
            state.size = abs(float(given[1]))
        elif word == "Tr":
            state.mode = int(given[0])
        elif word in COLOURS:
            state.space, state.values = DEVICE[COLOURS[word]], tuple(float(value) for value in given)
            state.chosen = (instruction,)
        elif word == "cs":
            state.space, state.values = self._spaces.read(given[0], resources), ()
            state.chosen = (instruction,)
        elif word in ("sc", "scn"):
            state.values = tuple(float(value) for value in given if not isinstance(value, pikepdf.Object))
            state.chosen = (*[one for one in state.chosen if str(one.operator) == "cs"], instruction)
