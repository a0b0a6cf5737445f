"""Content streams, run as a printer would run them.

Comes in: a page. Goes out: its marks, one at a time, to whoever looks at them. The promise: what is run is bounded, in
operators and depth, whatever the file; an operator that makes no sense is passed over, as readers do. Refuses to know which
marks are wrong.
"""

import copy
import math
from collections.abc import Callable
from typing import Any

import pikepdf

from briefgen.preflight.colour import of_jpeg2000
from briefgen.preflight.document import Page
from briefgen.preflight.fonts import Font
from briefgen.preflight.matrix import IDENTITY, Box, is_empty, matrix_of, multiply, overlap, place, scales
from briefgen.preflight.objects import FAULTS, entry, filters, name, number, numbers, path
from briefgen.preflight.paths import Path
from briefgen.preflight.settings import SETTINGS, numbers_of
from briefgen.preflight.shadings import colours
from briefgen.preflight.show import TEXT, Shower
from briefgen.preflight.source import FORM, Source
from briefgen.preflight.state import Mark, Paint, Picture, State, Text

DEEPEST = 16  # forms in forms; ISO 32000-1, Annex C, names 28 levels of saving the graphics state
MOST_SAVED = 512
THIN = 1.0  # points: a rectangle thinner than this is told of by itself when it is part of a larger path
EVERYWHERE: Box = (-1e9, -1e9, 1e9, 1e9)
PAINTED = {
    **dict.fromkeys(("f", "F", "f*"), (True, False)),
    **dict.fromkeys(("S", "s"), (False, True)),
    **dict.fromkeys(("B", "B*", "b", "b*"), (True, True)),
}


def interpret(page: Page, source: Source) -> None:
    """Run a page's content; `source` is told of the marks."""
    source.turn_to(page.base)
    space = path(page.leaf, "/Group", "/CS")
    if space is not None:
        source.see(Mark("group", page.crop, ((source.spaces.read(space, page.resources), ()),)))
    instructions = source.contents(entry(page.leaf, "/Contents"))
    Run(source, page.resources, State(page.base, page.media)).execute(instructions)


class Run:
    """The running of one content stream: a page's, a form's or a pattern's.

    `region` stands for the place of all marks in a pattern's content. `tagged`: the stream is run from tagged content.
    """

    def __init__(
        self,
        source: Source,
        resources: Any,
        state: State,
        depth: int = 0,
        region: Box | None = None,
        tagged: bool = False,
    ) -> None:
        self._source = source
        self._resources = resources
        self._state = state
        self._depth = depth
        self._region = region
        self._saved: list[State] = []
        self._contents: list[bool] = [tagged]  # for each open marked content, whether it is tagged
        self._path = Path()
        self._shower = Shower(self._show)
        self._text = Text()

    def execute(self, instructions: list[Any]) -> None:
        """Run instructions, as far as the budget goes."""
        for instruction in instructions:
            if not self._source.spend():
                return
            if isinstance(instruction, pikepdf.ContentStreamInlineImage):
                self._inline(instruction)
                continue
            operator = str(instruction.operator)
            act = OPERATORS.get(operator)
            try:
                if act is not None:
                    act(self, instruction.operands)
                elif operator in SETTINGS:
                    SETTINGS[operator](self._source, self._state, self._resources, instruction.operands)
                elif operator in PAINTED:
                    self._paint(*PAINTED[operator], operator in ("s", "b", "b*"))
                elif operator in TEXT:
                    TEXT[operator](self._shower, self._state, self._text, instruction.operands)
                elif operator == "PS":
                    self._source.remark("print/postscript", "the content holds a PostScript operator")
            except FAULTS:
                continue  # too few operands, or of another type: readers pass over the operator too

    # graphics state: the rest is in `settings`

    def _save(self, _: Any) -> None:
        if len(self._saved) < MOST_SAVED:
            self._saved.append(copy.copy(self._state))

    def _restore(self, _: Any) -> None:
        if self._saved:
            self._state = self._saved.pop()

    # paths

    def _move(self, operands: Any) -> None:
        self._path.move(self._state.matrix, *numbers_of(operands, 2))

    def _line(self, operands: Any) -> None:
        self._path.line(self._state.matrix, *numbers_of(operands, 2))

    def _curve(self, operands: Any) -> None:
        given = tuple(float(value) for value in operands)
        self._path.curve(self._state.matrix, tuple(zip(given[::2], given[1::2], strict=True)))

    def _rectangle(self, operands: Any) -> None:
        self._path.rectangle(self._state.matrix, *numbers_of(operands, 4))

    def _close(self, _: Any) -> None:
        self._path.end()

    def _clip(self, _: Any) -> None:
        self._path.clips = True

    def _finish(self, _: Any = None) -> None:
        if self._path.clips and self._path.box is not None:
            self._state.clip = overlap(self._state.clip, self._path.box)
        self._path.clear()

    def _paint(self, fill: bool, stroke: bool, closed: bool) -> None:
        if closed or fill:
            self._path.end()
        box, state, thin = self._path.box, self._state, self._path.thin
        if box is not None and fill:
            alone = thin == box
            self._emit("fill", box, thickness=self._path.thickness if alone else math.inf)
            if not alone and self._path.thickness < THIN:
                self._emit("fill", thin, thickness=self._path.thickness)
        if box is not None and stroke:
            low, high = scales(state.matrix)
            half = state.width * high / 2
            grown = (box[0] - half, box[1] - half, box[2] + half, box[3] + half)
            self._emit("stroke", grown, stroke=True, thickness=state.width * low)
        self._finish()

    # what is painted

    def _show(self, box: Box, size: float) -> None:
        mode, state = self._state.rendering, self._state
        if mode in (3, 7):
            return
        if mode in (2, 6):
            self._emit("stroke", box, stroke=True, thickness=state.width * scales(state.matrix)[0])
        self._emit("text", box, stroke=mode in (1, 5), size=size, font=state.font)
        if state.font.drawn:
            self._draw(state.font, box)

    def _draw(self, font: Font, box: Box) -> None:
        """What the glyphs of a font paint that are drawn like pages (ISO 32000-1, 9.6.5): all of them, once on each page."""
        state = self._state
        inner = multiply((state.size * state.stretch, 0.0, 0.0, state.size, 0.0, state.rise), self._text.matrix)
        matrix = multiply(font.matrix, multiply(inner, state.matrix))
        for glyph in font.drawn:
            if self._depth < DEEPEST and self._source.enters(glyph) and self._source.spend(FORM):
                below = State(matrix, EVERYWHERE, fill=state.fill, stroke=state.stroke)
                run = Run(self._source, font.resources or self._resources, below, self._depth + 1, box, any(self._contents))
                run.execute(self._source.form(glyph))

    def _emit(self, kind: Any, box: Box, stroke: bool = False, paints: tuple[Paint, ...] | None = None, **more: Any) -> None:
        state = self._state
        seen = overlap(box, state.clip)
        if is_empty(seen):
            return
        if self._region is not None:
            seen = self._region
        paint = state.stroke if stroke else state.fill
        if paints is None:
            paints = (paint,)
            if paint[0].family == "pattern":
                paints = self._pattern(state.stroke_pattern if stroke else state.fill_pattern, paint, seen)
        alpha = state.stroke_alpha if stroke else state.fill_alpha
        self._source.see(
            Mark(
                kind,
                seen,
                paints,
                overprints=state.stroke_overprints if stroke else state.fill_overprints,
                blended=alpha < 1 or state.blend not in ("Normal", "Compatible") or state.masked,
                tagged=any(self._contents),
                placed=self._region is None,
                **more,
            )
        )

    def _pattern(self, pattern: Any, paint: Paint, region: Box) -> tuple[Paint, ...]:
        """The colours of a pattern; what a tiling pattern paints are marks of their own, in the place of the whole."""
        if number(entry(pattern, "/PatternType")) == 2:
            return colours(entry(pattern, "/Shading"), self._source.spaces.read, self._resources)
        if isinstance(pattern, pikepdf.Stream) and self._depth < DEEPEST and self._source.enters(pattern):
            matrix = numbers(entry(pattern, "/Matrix"), 6) or IDENTITY
            state = State(multiply(matrix_of(matrix), self._source.base), EVERYWHERE)
            if number(entry(pattern, "/PaintType")) == 2 and paint[0].base is not None:
                state.fill = state.stroke = (paint[0].base, paint[1])
            inner = Run(self._source, entry(pattern, "/Resources"), state, self._depth + 1, region, any(self._contents))
            inner.execute(self._source.form(pattern))
        return ()

    def _shade(self, operands: Any) -> None:
        shading = path(self._resources, "/Shading", str(operands[0]))
        self._emit("shading", self._state.clip, paints=colours(shading, self._source.spaces.read, self._resources))

    def _do(self, operands: Any) -> None:
        """Paint an external object (ISO 32000-1, 8.8)."""
        thing = path(self._resources, "/XObject", str(operands[0]))
        kind = name(entry(thing, "/Subtype"))
        if entry(thing, "/OPI") is not None or entry(thing, "/Ref") is not None:
            self._source.remark("print/external-content", "an object stands for one in another file")
        if kind == "Image":
            self._image(thing, entry(thing, "/ColorSpace"))
        elif kind == "PS" or (kind == "Form" and name(entry(thing, "/Subtype2")) == "PS"):
            self._source.remark("print/postscript", "the content holds a PostScript object")
        elif kind == "Form":
            self._form(thing)

    def _form(self, form: Any) -> None:
        if self._depth >= DEEPEST:
            self._source.remark("preflight/too-large", "forms are nested too deeply to be judged")
            return
        if not self._source.spend(FORM):
            return
        state = copy.copy(self._state)
        given = numbers(entry(form, "/Matrix"), 6)
        if given is not None:
            state.matrix = multiply(matrix_of(given), state.matrix)
        box = numbers(entry(form, "/BBox"), 4)
        if box is not None:
            state.clip = overlap(state.clip, place(state.matrix, *box))
        if is_empty(state.clip):
            return
        resources = entry(form, "/Resources") or self._resources
        group = path(form, "/Group", "/CS")
        if group is not None:
            space = self._source.spaces.read(group, resources)
            self._source.see(Mark("group", self._region or state.clip, ((space, ()),), placed=self._region is None))
        inner = Run(self._source, resources, state, self._depth + 1, self._region, any(self._contents))
        inner.execute(self._source.form(form))

    def _inline(self, instruction: Any) -> None:
        try:
            image = instruction.iimage
            source = image.obj
            resources, value = self._resources, source.get("/ColorSpace", source.get("/CS"))
            self._image(source, value, resources)
        except FAULTS:
            self._source.remark("preflight/damaged", "an image within the content cannot be read")

    def _image(self, image: Any, value: Any, resources: Any = None) -> None:
        def said(long: str, short: str) -> Any:
            found = entry(image, long)
            return entry(image, short) if found is None else found

        columns, rows = number(said("/Width", "/W")), number(said("/Height", "/H"))
        matrix = self._state.matrix
        stencil = said("/ImageMask", "/IM") is True
        bits = 1 if stencil else int(number(said("/BitsPerComponent", "/BPC")) or 8)
        width, height = (matrix[0] ** 2 + matrix[1] ** 2) ** 0.5, (matrix[2] ** 2 + matrix[3] ** 2) ** 0.5
        picture = Picture(int(columns or 0), int(rows or 0), width, height, bits, stencil, image)
        if value is None and filters(image)[-1:] == ["JPXDecode"]:
            space = of_jpeg2000(image.read_raw_bytes())
        else:
            space = self._source.spaces.read(value, resources or self._resources)
        paints = None if stencil else ((space, ()),)
        self._emit("image", place(matrix, 0, 0, 1, 1), paints=paints, picture=picture)

    # marked content

    def _begin(self, operands: Any) -> None:
        self._contents.append(str(operands[0]) == "/Artifact")

    def _begin_with(self, operands: Any) -> None:
        said = operands[1]
        if isinstance(said, pikepdf.Name):
            said = path(self._resources, "/Properties", str(said))
        self._contents.append(str(operands[0]) == "/Artifact" or entry(said, "/MCID") is not None)

    def _end(self, _: Any) -> None:
        if len(self._contents) > 1:
            self._contents.pop()

    # text: what depends on the resources; the rest is in `show`

    def _font(self, operands: Any) -> None:
        self._state.font = self._source.font(path(self._resources, "/Font", str(operands[0])))
        self._state.size = float(operands[1])

    def _begin_text(self, _: Any) -> None:
        self._text = Text()


Act = Callable[[Run, Any], None]

OPERATORS: dict[str, Act] = {
    "q": Run._save,
    "Q": Run._restore,
    "m": Run._move,
    "l": Run._line,
    "c": Run._curve,
    "v": Run._curve,
    "y": Run._curve,
    "re": Run._rectangle,
    "h": Run._close,
    "W": Run._clip,
    "W*": Run._clip,
    "n": Run._finish,
    "sh": Run._shade,
    "Do": Run._do,
    "BMC": Run._begin,
    "BDC": Run._begin_with,
    "EMC": Run._end,
    "BT": Run._begin_text,
    "Tf": Run._font,
}
