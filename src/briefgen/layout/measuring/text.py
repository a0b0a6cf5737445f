"""Texts into strips and pieces: the meeting of typesetting with the grid.

Comes: a Text of the brief, a style and a width. Goes: strips that know their baseline, or one piece a line with the costs of
a break after each. Promise: every word of the text is on a strip. Knows columns only as widths.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, TypedDict, Unpack

import msgspec

from briefgen.content.brief import Brief, Span, Text
from briefgen.geometry import Colour
from briefgen.layout import costs
from briefgen.layout.fit import USUAL, Levers
from briefgen.layout.items import Anchor
from briefgen.layout.measuring.pieces import FORBIDDEN, Group, Ingredient, Piece, Remark, Strip
from briefgen.layout.measuring.recall import Asked, Fitted, Heeded, Recall
from briefgen.layout.measuring.runon import running_on
from briefgen.layout.measuring.slack import Elastic
from briefgen.looks.look import Look
from briefgen.theme import TextStyle, Theme
from briefgen.typeset.face import Face
from briefgen.typeset.lines import Flaw, Line, Setting
from briefgen.typeset.setter import Typesetter

if TYPE_CHECKING:
    from briefgen.layout.measuring.tones import Tones

# Where in a row of the grid its baseline stands: 0.77 of the leading leaves the descenders of a text face inside the row.
BASELINE = 0.77
CAPITALS = 0.66  # of the size: how high the capitals of small type and headings are


Inset = tuple[float, float]  # points by which a line is shorter at its left and at its right
Shape = tuple[Inset, ...]  # of the first lines of a text; the others have the whole width
UNSHAPED: Inset = (0.0, 0.0)


class Surroundings(msgspec.Struct, frozen=True):
    """What one round of layout tells the next of what stands beside the text.

    `grounded` has the ids of what is to stand in its column: beside it, it has no room. `shapes` has those of the texts that
    run round something, and `ends` the lines, by their texts, after which a column is to end if that costs little. `moved`
    has the ids of quotes, and of the paragraphs below which they are to stand.
    """

    grounded: frozenset[str] = frozenset()
    shapes: Mapping[str, Shape] = {}
    ends: Mapping[str, int] = {}
    moved: Mapping[str, str] = {}

    @property
    def reshape(self) -> bool:
        """Whether blocks are measured otherwise than without them: what has only moved is not."""
        return bool(self.grounded or self.shapes or self.ends)


NO_SURROUNDINGS = Surroundings()


class PieceOptions(TypedDict, total=False):
    """The fields of a Piece that `Desk.piece` passes on."""

    lead: int
    top_shift: float
    elastic: Elastic
    break_cost: float
    page_break_cost: float
    group: Group | None


class Manner(msgspec.Struct, frozen=True):
    """How running text runs: where its left edge is, how far the first line stands in, and what it must stay with."""

    x: float = 0.0
    indent: float = 0.0
    group: Group | None = None
    after_heading: bool = False
    keep_next: bool = False
    first: tuple[Ingredient, ...] = ()  # drawn with the first line: a bullet, say
    shapable: bool = False  # its lines can be set narrower, to run round something


class Matter(msgspec.Struct, frozen=True):
    """A text set in lines: the only maker of strips, so that what is wrong with a text goes wherever its lines go.

    `numbers` are the `span_numbers` of the text and its setting.
    """

    text: Text
    setting: Setting
    numbers: dict[int, int]

    @property
    def lines(self) -> tuple[Line, ...]:
        return self.setting.lines

    def strip(self, number: int, x: float, y: float, *, artifact: bool = False) -> Strip:
        """Line `number` with its baseline at (x, y)."""
        line = self.setting.lines[number]
        return Strip(
            x=x,
            y=y,
            line=line,
            text_id=self.text.id,
            role=self.text.role,
            artifact="Layout" if artifact else "",
            spans=tuple([self.numbers[id(run.span)] for run in line.runs]),
            flaws=self.setting.flaws if number == 0 else (),
        )


class Copy(msgspec.Struct, frozen=True):
    """A text as strips below each other, `height` points in all."""

    strips: tuple[Ingredient, ...]
    height: float
    lines: int
    width: float  # of the widest line


class Desk:
    """What every measuring function needs at hand: the theme, the typesetter, the language and the levers.

    What is measured in several layouts is recalled, unless it has asked for the whole `brief`, or for levers in `fit` that
    stand otherwise.
    """

    def __init__(
        self, brief: Brief, theme: Theme, typesetter: Typesetter, fit: Levers = USUAL, around: Surroundings | None = None
    ) -> None:
        self.around = around or NO_SURROUNDINGS
        self.language, self.digits = brief.metadata.language, brief.metadata.digits
        self.least_dpi = brief.least_dpi
        self.levers = fit
        self.asked = Asked()  # shared by the desks that come of this one
        self.fit = Heeded(fit, self.asked)
        self.theme = theme
        self.typesetter = typesetter
        self._brief = brief
        self.recall: Recall | None = None  # what desks like this one have measured; one with other styles has none

    def set(self, text: Text, look: TextStyle, widths: tuple[float, ...], *, fitted: bool = False) -> Matter:
        """A text in lines of the given widths, the last of which repeats. Set once, however often it is asked for.

        Where it is `fitted`, it has a line more or less than is best for it as the levers want that, where it costs little.
        """
        looseness = self.levers.looseness if fitted else 0
        variant = self.typesetter.variant(text.spans, look, widths, looseness) if looseness else None
        if fitted:
            self.asked.add((), ((text.spans, look, widths),), varied=variant is not None)
        setting = variant.setting if variant else self.typesetter.set(text.spans, look, widths)
        return Matter(text, setting, span_numbers(text, setting))

    def keeps_lines(self, texts: Sequence[Fitted]) -> bool:
        """Whether these texts, fitted, are set in as many lines as is best for each."""
        looseness = self.levers.looseness
        return not looseness or not any(self.typesetter.variant(*text, looseness) for text in texts)

    def with_styles(self, styles: dict[str, TextStyle]) -> "Desk":
        """The same desk with these styles in place of its own of the same names."""
        return self.with_theme(msgspec.structs.replace(self.theme, styles={**self.theme.styles, **styles}))

    def with_theme(self, theme: Theme) -> "Desk":
        """The same desk with another theme."""
        desk = Desk(self._brief, theme, self.typesetter, self.levers, self.around)
        desk.asked, desk.fit = self.asked, self.fit
        return desk

    @property
    def brief(self) -> Brief:
        """The whole brief. What asks for it is measured anew each time, since it may depend on any part of it."""
        self.asked.brief += 1
        return self._brief

    @property
    def habits(self) -> tuple[object, ...]:
        """What measuring may ask of the whole brief, and is recalled all the same where it is equal."""
        return self.language, self.digits, self.least_dpi

    @property
    def leading(self) -> float:
        return self.theme.page.leading

    @property
    def look(self) -> Look:
        """The records that say how parts of the brief look."""
        return self.theme.look

    def tone(self, name: str) -> Colour:
        """The colour that a look calls by this name."""
        return self.theme.palette.tone(name)

    def tones(self) -> "Tones":
        """The tones of charts."""
        from briefgen.layout.measuring.tones import tones_of  # late: few briefs have a chart

        return tones_of(self.typesetter.memory, self.theme.palette)

    def rows(self, height: float) -> int:
        """The rows of the grid that a height in points takes."""
        return max(1, -int(-(height - 0.01) // self.leading))

    def left_over(self, height: float) -> float:
        """The points that these rows have more than the height."""
        return self.rows(height) * self.leading - height

    @property
    def rtl(self) -> bool:
        """Whether lines run from right to left."""
        return self.typesetter.rtl

    def face(self, style: TextStyle, *, bold: bool = False) -> Face:
        """The face of a style, or its bold one."""
        return self.typesetter.book.face(style.family, "bold" if bold else style.weight, style.italic, style.size)

    def natural_width(self, text: Text, style: TextStyle | str) -> float:
        """The width of a text set in one line."""
        return self.typesetter.natural_width(text.spans, self._look(style))

    @property
    def square(self) -> float:
        """The width in points of an ideograph of the body."""
        return self.typesetter.natural_width((Span("\u4e00"),), self.theme.style("body"))

    def min_width(self, text: Text, style: TextStyle | str) -> float:
        """The width of the widest part of a text that no line may be broken in."""
        return self.typesetter.min_width(text.spans, self._look(style))

    def _look(self, style: TextStyle | str) -> TextStyle:
        return self.theme.style(style) if isinstance(style, str) else style

    def copy(
        self,
        text: Text,
        style: TextStyle | str,
        width: float,
        *,
        x: float = 0.0,
        y: float = 0.0,
        indent: float = 0.0,
        artifact: bool = False,
    ) -> Copy:
        """Set a text in lines of `width`, the first with the top of its leading at `y`; its baseline 0.77 leading below.

        The first line begins `indent` points further in.
        """
        look = self._look(style)
        matter = self.set(text, look, (width - indent, width) if indent else (width,))
        leading, foot = self._room(look, matter.lines)
        strips = tuple(
            [
                matter.strip(number, x if number else x + indent, y + leading * (BASELINE + number), artifact=artifact)
                for number in range(len(matter.lines))
            ]
        )
        widest = max([line.width for line in matter.lines], default=0.0)
        return Copy(strips, leading * len(strips) + foot, len(strips), widest)

    def _room(self, look: TextStyle, lines: Sequence[Line]) -> tuple[float, float]:
        """The leading of display text, and what it needs below: more where letters of other scripts reach further."""
        if not look.balance or not self.typesetter.book.lends:
            return look.leading, 0.0
        reaches = [self.typesetter.book.reach(line) for line in lines]
        needs = [depth + rise for (_, depth), (rise, _) in pairwise(reaches)]
        leading = max([look.leading, *needs])
        return leading, max(0.0, reaches[-1][1] - (1 - BASELINE) * leading) if reaches else 0.0

    def remark(self, id: str, code: str, message: str, hint: str) -> Remark:
        """What is wrong with an element as a whole; to go among the ingredients of its piece."""
        return Remark(id, Flaw(code, "", message, hint))

    def piece(
        self, copies: Sequence[Copy], extra: Sequence[Ingredient], height: float, **more: Unpack[PieceOptions]
    ) -> Piece:
        """A piece that no break may cut, from copies and further ingredients, as many rows high as `height` takes."""
        ingredients = (*extra, *(item for copy in copies for item in copy.strips))
        return Piece(rows=self.rows(height), ingredients=ingredients, **more)

    def flow(
        self,
        text: Text,
        style: str,
        width: float,
        manner: Manner = Manner(),  # noqa: B008  a frozen record never changes
    ) -> tuple[Piece, ...]:
        """Running text: a piece of one row for each line."""
        shape = self.around.shapes.get(text.id, ())
        if shape:
            matter = self.shaped(text, width, manner.indent, shape)
        else:
            matter = self.set(text, self.theme.style(style), (width - manner.indent, width), fitted=True)
        return self.lines(matter, manner, shape)

    def lines(self, matter: Matter, manner: Manner, shape: Shape = ()) -> tuple[Piece, ...]:
        """Running text that has been set: a piece of one row for each line."""
        indent, first, text = manner.indent, manner.first, matter.text
        pieces = []
        count = len(matter.lines)
        for number, line in enumerate(matter.lines):
            offset = (
                manner.x
                + (indent if number == 0 and (first or not line.turned) else 0.0)  # what stands there keeps its room
                + (shape[number][0] if number < len(shape) else 0.0)
            )
            cost, page_cost = _break_costs(number, count, line, after_heading=manner.after_heading)
            if self.around.ends.get(text.id, number) != number:
                cost += costs.MOVED_END
            last = number + 1 == count
            pieces.append(
                Piece(
                    rows=1,
                    ingredients=(
                        *(first if number == 0 else ()),
                        matter.strip(number, offset, self.leading * BASELINE),
                    ),
                    break_cost=FORBIDDEN if last and manner.keep_next else cost,
                    page_break_cost=page_cost,
                    runs_on=0.0 if last else running_on(line),
                    group=manner.group,
                    line=(text.id, number) if manner.shapable else None,
                )
            )
        return tuple(pieces)

    def shaped(self, text: Text, width: float, indent: float, shape: Shape) -> Matter:
        """Running text of the body whose first lines are shorter than `width` by their insets."""
        widths = [width - left - right for left, right in shape]
        widths[0] -= indent
        widths.append(width)
        return self.set(text, self.theme.style("body"), tuple(widths), fitted=True)


def anchor(id: str, y: float = 0.0) -> Anchor:
    """A target for links, in a piece."""
    return Anchor(id, 0.0, y)


def span_numbers(text: Text, setting: Setting) -> dict[int, int]:
    """The number of each span that lines of `setting` come from, in the text, by the span's identity.

    A setting that was made for an equal text has spans of its own: of equal spans the first counts. Comparing each with all
    of a text takes seconds when there are thousands.
    """
    numbers = {id(span): number for number, span in enumerate(text.spans)}
    others = {id(run.span): run.span for line in setting.lines for run in line.runs if id(run.span) not in numbers}
    if others:
        firsts = {span: number for number, span in reversed([*enumerate(text.spans)])}
        numbers.update({key: firsts.get(span, 0) for key, span in others.items()})
    return numbers


def _break_costs(number: int, count: int, line: Line, *, after_heading: bool) -> tuple[float, float]:
    """The cost of a column's end, and more for a page's end, after line `number` (from 0) of `count`."""
    if number + 1 == count:
        return (costs.AFTER_HEADING if after_heading and count < 3 else 0.0), 0.0
    if after_heading and number == 0:
        return FORBIDDEN, 0.0  # a heading keeps two lines at least
    cost = 0.0
    if number == 0:
        cost += costs.ORPHAN
    if number + 2 == count:
        cost += costs.WIDOW
    if after_heading and number == 1:
        cost += costs.AFTER_HEADING
    if after_heading and number == 2:
        cost += costs.SOON_AFTER_HEADING
    if line.hyphenated:
        cost += costs.HYPHEN
    return cost, costs.PAGE_HYPHEN if line.hyphenated else 0.0
