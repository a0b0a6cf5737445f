"""Content streams, run as a printer would run them.

Comes in: the content of a page, a form, a pattern. Goes out: its marks, one at a time, to whoever looks at them. The
promise: what is run is bounded, in operators and depth, whatever the file; an operator that makes no sense is passed over,
as readers do; layers that are not printed are not seen. Refuses to know which marks are wrong.
"""

import copy
import math
from collections.abc import Callable
from functools import partial
from typing import Any

import pikepdf

from briefgen.preflight.colour import is_white
from briefgen.preflight.fonts import Font
from briefgen.preflight.images import picture_of, space_of
from briefgen.preflight.matrix import IDENTITY, Box, inside, is_empty, matrix_of, multiply, overlap, place, scales
from briefgen.preflight.objects import FAULTS, entry, name, number, numbers, path
from briefgen.preflight.paths import PATH, THIN, Path
from briefgen.preflight.settings import SETTINGS
from briefgen.preflight.show import TEXT, Shower
from briefgen.preflight.source import FORM, Source
from briefgen.preflight.state import OPAQUE, Around, Mark, Paint, Picture, State, Text

DEEPEST = 16  # forms in forms; ISO 32000-1, Annex C, names 28 levels of saving the graphics state
MOST_SAVED = 512
PLAIN = ("Normal", "Compatible")  # blend modes that let nothing through
EVERYWHERE: Box = (-1e9, -1e9, 1e9, 1e9)


class Run:
    """The running of one content stream."""

    def __init__(self, source: Source, resources: Any, state: State, around: Around = Around()) -> None:  # noqa: B008  frozen
        self._source = source
        self._resources = resources
        self._state = state
        self._around = around
        self._saved: list[State] = []
        self._tagged = around.tagged
        self._contents: list[bool] = []  # for each open marked content, whether what is around it is tagged
        self._hidden: list[int] = []  # how many contents were open where each layer began that is not printed
        self._fonts: dict[bytes, Font] = {}
        self._path = Path()
        self._shower = Shower(self._show)
        self._text = Text()

    def execute(self, instructions: list[Any]) -> None:
        """Run instructions, as far as the budget goes."""
        source = self._source
        allowed = source.spend(len(instructions))
        for instruction in instructions if allowed == len(instructions) else instructions[:allowed]:
            kind, act = ACTS.get(str(instruction.operator), NOTHING)
            try:
                if kind == "path":
                    act(self._path, self._state.matrix, instruction.operands)
                elif kind == "text":
                    act(self._shower, self._state, self._text, instruction.operands)
                elif kind == "set":
                    act(source, self._state, self._resources, instruction.operands)
                elif kind == "run":
                    act(self, instruction.operands)
                elif kind == "image":
                    act(self, instruction)
            except FAULTS:
                continue  # too few operands, or of another type: readers pass over the operator too

    # graphics state: the rest is in `settings`

    def _save(self, _: Any) -> None:
        if len(self._saved) < MOST_SAVED:
            self._saved.append(copy.copy(self._state))

    def _restore(self, _: Any) -> None:
        if self._saved:
            self._state = self._saved.pop()

    # paths: what is done with them; how they are built is in `paths`

    def _finish(self, _: Any = None) -> None:
        if self._path.clips and (box := self._path.box) is not None:
            self._state.clip = overlap(self._state.clip, box)
        self._path.clear()

    def _paint(self, _: Any, fill: bool, stroke: bool, closed: bool = False) -> None:
        if closed:
            self._path.close()
        box, state = self._path.box, self._state
        if box is not None and fill:
            thickness, thin = (math.inf, box) if stroke else self._path.thin(box)
            alone = thin == box
            for area in [box] if alone or self._is_inner(box) else self._path.areas() or [box]:
                self._emit("fill", area, thickness=thickness if alone else math.inf)
            if not alone and thickness < THIN:
                self._emit("fill", thin, thickness=thickness)
        if box is not None and stroke:
            low, high = scales(state.matrix)
            half = state.width * high / 2
            for line in [box] if self._is_inner(box) else self._path.lines() or [box]:
                grown = (line[0] - half, line[1] - half, line[2] + half, line[3] + half)
                self._emit("stroke", grown, stroke=True, thickness=state.width * low)
        self._finish()

    def _is_inner(self, box: Box) -> bool:
        """Whether a path lies so that nobody asks which part of it lies where."""
        return self._around.region is not None or inside(box, self._source.trim, -1)

    # what is painted

    def _show(self, box: Box, size: float) -> None:
        mode, state = self._state.rendering, self._state
        if mode in (3, 7):
            return
        if mode in (0, 4):
            self._emit("text", box, size=size, font=state.font)
        else:
            # what is stroked besides being filled is bolder for it; where the fill is white, the line is all there is
            bare = mode in (1, 5) or is_white(*state.fill)
            both = mode in (2, 6) and "pattern" not in (state.fill[0].family, state.stroke[0].family)
            self._emit(
                "text",
                box,
                stroke=mode in (1, 5),
                paints=(state.fill, state.stroke) if both else None,
                size=size,
                font=state.font,
                thickness=state.width * scales(state.matrix)[0] if bare else math.inf,
            )
        if state.font.drawn:
            self._draw(state.font, box)

    def _draw(self, font: Font, box: Box) -> None:
        """What the glyphs of a font paint that are drawn like pages (ISO 32000-1, 9.6.5): all of them, once on each page."""
        state = self._state
        inner = multiply((state.size * state.stretch, 0.0, 0.0, state.size, 0.0, state.rise), self._text.matrix)
        matrix = multiply(font.matrix, multiply(inner, state.matrix))
        for glyph in font.drawn:
            if self._around.depth < DEEPEST and self._source.enters(glyph) and self._source.spend(FORM):
                below = State(matrix, EVERYWHERE, fill=state.fill, stroke=state.stroke)
                self._within(font.resources or self._resources, below, box).execute(self._source.form(glyph))

    def _within(self, resources: Any, state: State, region: Box | None, masking: bool = False) -> "Run":
        """The run of a content that this one paints."""
        around = self._around
        return Run(
            self._source,
            resources,
            state,
            Around(around.depth + 1, region, self._tagged, masking or around.masking),
        )

    def _emit(  # noqa: PLR0913  called for each mark: a record of what is asked would cost more than the mark
        self,
        kind: Any,
        box: Box,
        stroke: bool = False,
        paints: tuple[Paint, ...] | None = None,
        thickness: float = math.inf,
        size: float = 0.0,
        font: Font | None = None,
        picture: Picture | None = None,
        veiled: bool = False,
    ) -> None:
        state, around = self._state, self._around
        clip = state.clip
        if box[0] >= clip[0] and box[1] >= clip[1] and box[2] <= clip[2] and box[3] <= clip[3]:
            seen = box
        else:
            seen = overlap(box, clip)
            if seen[0] > seen[2] or seen[1] > seen[3]:
                return
        if self._hidden:
            return
        if around.region is not None:
            seen = around.region
        if stroke:
            paint, overprints, alpha = state.stroke, state.stroke_overprints, state.stroke_alpha
        else:
            paint, overprints, alpha = state.fill, state.fill_overprints, state.fill_alpha
        if paints is None:
            paints = (paint,)
            if paint[0].family == "pattern":
                paints = self._pattern(state.stroke_pattern if stroke else state.fill_pattern, paint, seen)
        blended = not around.masking and (veiled or alpha < OPAQUE or state.masked or state.blend not in PLAIN)
        source = self._source
        if blended:
            source.blends[-1] = True
        placed, masking, of = around.region is None, around.masking, source.of
        # in the order of the fields, which takes half the time of naming them
        mark = Mark(
            kind, seen, paints, overprints, blended, self._tagged, placed, thickness,
            size, font, picture, state.mode, masking, of, state.blend,
        )  # fmt: skip
        source.see(mark)

    def _pattern(self, pattern: Any, paint: Paint, region: Box) -> tuple[Paint, ...]:
        """The colours of a pattern; what a tiling pattern paints are marks of their own, in the place of the whole."""
        if number(entry(pattern, "/PatternType")) == 2:
            return self._source.shading(entry(pattern, "/Shading"), self._resources)
        if isinstance(pattern, pikepdf.Stream) and self._around.depth < DEEPEST and self._source.enters(pattern):
            matrix = numbers(entry(pattern, "/Matrix"), 6) or IDENTITY
            state = State(multiply(matrix_of(matrix), self._source.base), EVERYWHERE)
            if number(entry(pattern, "/PaintType")) == 2 and paint[0].base is not None:
                state.fill = state.stroke = (paint[0].base, paint[1])
            self._within(entry(pattern, "/Resources"), state, region).execute(self._source.form(pattern))
        return ()

    def _shade(self, operands: Any) -> None:
        shading = path(self._resources, "/Shading", operands[0])
        self._emit("shading", self._state.clip, paints=self._source.shading(shading, self._resources))

    def _do(self, operands: Any) -> None:
        """Paint an external object (ISO 32000-1, 8.8)."""
        thing = path(self._resources, "/XObject", operands[0])
        kind = name(entry(thing, "/Subtype"))
        if self._hidden or self._source.layers.hides(entry(thing, "/OC")):
            return
        if entry(thing, "/OPI") is not None or entry(thing, "/Ref") is not None:
            self._source.remark("print/external-content", "an object stands for one in another file")
        if kind == "Image":
            self._image(thing)
        elif kind == "PS" or (kind == "Form" and name(entry(thing, "/Subtype2")) == "PS"):
            self._source.remark("print/postscript", "the content holds a PostScript object")
        elif kind == "Form":
            self.form(thing)

    def form(self, form: Any, masking: bool = False) -> None:
        """Paint a form; with `masking`, look at what it would paint, for it decides what of other things is seen."""
        if self._around.depth >= DEEPEST:
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
        group = entry(form, "/Group")
        if name(entry(group, "/S")) == "Transparency":  # which begins with nothing to be seen through (ISO 32000-1, 11.6.6)
            state.fill_alpha = state.stroke_alpha = 1.0
            state.blend, state.masked = "Normal", False
        inner = self._within(resources, state, self._around.region, masking)
        if group is None or masking or self._around.masking:
            inner.execute(self._source.form(form))
        else:
            self._group(entry(group, "/CS"), inner, form, state.clip)

    def _group(self, value: Any, inner: "Run", form: Any, clip: Box) -> None:
        """Run a group, and tell of it as of a mark: with its space, if it has one, and whether anything is blended in it."""
        source, state = self._source, self._state
        whole = state.fill_alpha < OPAQUE or state.masked or state.blend not in PLAIN  # as a whole
        if value is None:
            inner.execute(source.form(form))
            source.blends[-1] |= whole
            source.see(Mark("group", self._around.region or clip, blended=whole, of=source.of, blend=self._state.blend))
            return
        source.blends.append(False)
        inner.execute(source.form(form))
        within = source.blends.pop()
        source.blends[-1] |= whole
        space = source.spaces.read(value, self._resources)
        placed = self._around.region is None
        box = self._around.region or clip
        blend = self._state.blend
        source.see(Mark("group", box, ((space, ()),), blended=within or whole, placed=placed, of=source.of, blend=blend))

    def _graphics(self, operands: Any) -> None:
        """The gs operator; the group of a soft mask is looked at where it is set (ISO 32000-1, 11.6.5.2)."""
        SETTINGS["gs"](self._source, self._state, self._resources, operands)
        group = path(self._resources, "/ExtGState", operands[0], "/SMask", "/G")
        if isinstance(group, pikepdf.Stream) and not self._hidden and self._source.enters(group):
            self.form(group, masking=True)

    def _inline(self, instruction: Any) -> None:
        try:
            self._image(instruction.iimage.obj)
        except FAULTS:
            self._source.remark("preflight/damaged", "an image within the content cannot be read")

    def _image(self, image: Any) -> None:
        picture = picture_of(image, self._state.matrix)
        paints = None if picture.stencil else ((space_of(image, self._source.spaces, self._resources), ()),)
        box = place(self._state.matrix, 0, 0, 1, 1)
        self._emit("image", box, paints=paints, picture=picture, veiled=isinstance(entry(image, "/SMask"), pikepdf.Stream))

    def _postscript(self, _: Any) -> None:
        self._source.remark("print/postscript", "the content holds a PostScript operator")

    # marked content

    def _begin(self, operands: Any) -> None:
        self._open(name(operands[0]) == "Artifact")

    def _begin_with(self, operands: Any) -> None:
        said, tag = operands[1], name(operands[0])
        if isinstance(said, pikepdf.Name):
            said = path(self._resources, "/Properties", said)
        if tag == "OC" and self._source.layers.hides(said):
            self._hidden.append(len(self._contents))
        self._open(tag == "Artifact" or entry(said, "/MCID") is not None)

    def _open(self, tagged: bool) -> None:
        self._contents.append(self._tagged)
        self._tagged = self._tagged or tagged

    def _end(self, _: Any) -> None:
        if self._contents:
            self._tagged = self._contents.pop()
        if self._hidden and self._hidden[-1] == len(self._contents):
            self._hidden.pop()

    # text: what depends on the resources; the rest is in `show`

    def _font(self, operands: Any) -> None:
        key = bytes(operands[0])
        if key not in self._fonts:
            self._fonts[key] = self._source.font(path(self._resources, "/Font", operands[0]))
        self._state.font, self._state.size = self._fonts[key], float(operands[1])

    def _begin_text(self, _: Any) -> None:
        self._text = Text()


FILL = partial(Run._paint, fill=True, stroke=False)
STROKE = partial(Run._paint, fill=False, stroke=True)
BOTH = partial(Run._paint, fill=True, stroke=True)
NOTHING: tuple[str, Any] = ("", None)
RUN: dict[str, Callable[[Run, Any], None]] = {
    "q": Run._save,
    "Q": Run._restore,
    "gs": Run._graphics,
    "n": Run._finish,
    **dict.fromkeys(("f", "F", "f*"), FILL),
    **dict.fromkeys(("B", "B*"), BOTH),
    **dict.fromkeys(("b", "b*"), partial(BOTH, closed=True)),
    "S": STROKE,
    "s": partial(STROKE, closed=True),
    "sh": Run._shade,
    "Do": Run._do,
    "BMC": Run._begin,
    "BDC": Run._begin_with,
    "EMC": Run._end,
    "BT": Run._begin_text,
    "Tf": Run._font,
    "PS": Run._postscript,
}
# who acts on an operator: the path, the text operators, those that set the state, and the run itself, which may stand for
# one of them
ACTS: dict[str, tuple[str, Any]] = {
    **{word: ("path", act) for word, act in PATH.items()},
    **{word: ("text", act) for word, act in TEXT.items()},
    **{word: ("set", act) for word, act in SETTINGS.items()},
    **{word: ("run", act) for word, act in RUN.items()},
    "INLINE IMAGE": ("image", Run._inline),  # pikepdf's name for BI, ID and EI together
}
