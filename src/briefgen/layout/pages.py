"""Planned pages into placed items, with folios, running heads and the marking.

Comes: sheets of bands and their segments. Goes: pages of items in drawing order, backgrounds first. Promise: each piece is
drawn once, at the place the plan gives it. Knows no block.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from briefgen.content.brief import Brief, Span, Text
from briefgen.content.reading import ids_of
from briefgen.geometry import Rect
from briefgen.layout.items import Artifact, Glyphs, Item, Page, Rule
from briefgen.layout.pieces import Group, Piece, Placement, Segment, Strip
from briefgen.layout.place import place
from briefgen.layout.plan import Band, Sheet
from briefgen.layout.text import Desk
from briefgen.theme import TextStyle

BAR_WIDTH = 2.5  # of the bar at the left of a box
HEAD_GAP = 26.0  # from the running head's baseline to the frame
HEAD_SHARE = 0.75  # of the measure: a running head is cut there
MARKING_SHARE = 0.55  # of the measure, at most: the rest is for what stands at the other side
NARROWEST = 6.0  # more characters than this never stand in an em
FOOT_GAP = 30.0  # from the frame to the folio's baseline


class Point(msgspec.Struct, frozen=True):
    x: float
    y: float


class Board:
    """Draws the sheets of one brief."""

    def __init__(self, desk: Desk, segments: Sequence[Segment]) -> None:
        self._desk = desk
        self._segments = segments
        self._page = desk.theme.page
        self._order = {id: number for number, id in enumerate(ids_of(desk.brief))}

    def draw(self, sheets: Sequence[Sheet]) -> tuple[Page, ...]:
        """All pages."""
        return tuple(self._sheet(sheet, number + 1, len(sheets)) for number, sheet in enumerate(sheets))

    def _sheet(self, sheet: Sheet, number: int, total: int) -> Page:
        below: list[Item] = []
        above: list[Item] = []
        left = self._page.left(number)
        for band in sheet.bands:
            segment = self._segments[band.segment]
            if segment.background:
                below.append(self._panel(band, segment, left))
            if band.floating:
                above += self._float(band, segment, left)
                continue
            for placed, backgrounds, repeats in self._columns(band, segment, left):
                below += backgrounds
                above += repeats
                shift = placed.piece.top_shift if placed.at_top else 0.0
                for ingredient in placed.piece.ingredients:
                    above += place(ingredient, placed.rect.x, placed.rect.y + shift, self._desk.theme.palette.words)
        furniture = [*Furniture(self._desk, number, total).items()]
        read, shown = [item for item in furniture if item.id], [item for item in furniture if not item.id]
        items = (*below, *self._in_reading_order([*read, *above]), *shown)
        return Page(number, self._page.width, self._page.height, items)

    def _in_reading_order(self, items: list[Item]) -> list[Item]:
        """Items in the order of the brief, wherever on the page they stand; what has no id stays with what it follows."""
        keyed = []
        key = -1
        for place_, item in enumerate(items):
            key = self._order.get(getattr(item, "id", ""), key)
            keyed.append((key, place_, item))
        keyed.sort(key=lambda entry: entry[:2])
        return [item for _, _, item in keyed]

    def _float(self, band: Band, segment: Segment, left: float) -> list[Item]:
        piece = segment.floats[band.start].piece
        accent = self._desk.theme.palette.words
        return [item for part in piece.ingredients for item in place(part, left, self._page.top + band.top, accent)]

    def _panel(self, band: Band, segment: Segment, left: float) -> Rule:
        """The background of a whole band, across the frame."""
        assert segment.background  # noqa: S101  asked by the caller
        top = self._page.top + band.top - segment.padding
        height = band.columns.depth * segment.leading + 2 * segment.padding
        return Rule(Rect(left, top, self._page.measure, height), segment.background)

    def _columns(self, band: Band, segment: Segment, left: float) -> Iterator[tuple[Placement, list[Item], list[Item]]]:
        start = band.start
        for column, end in enumerate(band.columns.ends):
            x = left + segment.x + column * (segment.width + segment.gutter)
            corner = Point(x, self._page.top + band.top)
            yield from self._column(segment, range(start, end), corner, band.columns.spreads[column])
            start = end

    def _column(
        self, segment: Segment, extent: range, corner: Point, spread: int
    ) -> Iterator[tuple[Placement, list[Item], list[Item]]]:
        """One column from the top: leads, what groups take, and the rows let in where pieces can be moved apart."""
        run = segment.pieces[extent.start : extent.stop]
        x, y = corner.x, corner.y
        group: Group | None = None
        let_in = rows_let_in(run, spread)
        for index, piece in enumerate(run):
            backgrounds: list[Item] = []
            repeats: list[Item] = []
            if piece.group is not group:
                y += group.close_rows * segment.leading if group else 0.0
                group = piece.group
                if group:
                    y += (group.lead if index else 0) * segment.leading
            opening = index == 0 or piece.group is not run[index - 1].group
            if index:
                y += (piece.lead + (index in let_in)) * segment.leading
            if group and opening:
                part = _part_rows(run, index, let_in)
                backgrounds = _background(group, Rect(x, y, segment.width, part * segment.leading))
                first = extent.start + index == 0 or segment.pieces[extent.start + index - 1].group is not group
                repeats = self._group_head(group, x, y, first=first)
                y += group.open_rows * segment.leading
            height = piece.rows * segment.leading
            yield Placement(Rect(x, y, segment.width, height), piece, index == 0), backgrounds, repeats
            y += height

    def _group_head(self, group: Group, x: float, y: float, *, first: bool) -> list[Item]:
        ingredients = group.head if first else group.repeated
        accent = self._desk.theme.palette.words
        return [item for ingredient in ingredients for item in place(ingredient, x, y, accent)]


def rows_let_in(run: Sequence[Piece], spread: int) -> set[int]:
    """Before which pieces of a column a row is let in: by their turns, those with most space first, then the last first."""
    able = [index for index, piece in enumerate(run) if index and piece.stretchable]
    able.sort(key=lambda index: (run[index].turn, -run[index].lead, -index))
    return set(able[:spread])


def _part_rows(run: Sequence[Piece], start: int, let_in: set[int]) -> int:
    """The rows of a group's part in this column, from its opening at `start` to its closing."""
    group = run[start].group
    assert group is not None  # noqa: S101  asked by the caller
    rows = group.open_rows + group.close_rows + run[start].rows
    for index in range(start + 1, len(run)):
        if run[index].group is not group:
            break
        rows += run[index].rows + run[index].lead + (index in let_in)
    return rows


def _background(group: Group, rect: Rect) -> list[Item]:
    """The tint and the bar behind a group."""
    if group.fill is None:
        return []
    inner = Rect(rect.x, rect.y + group.inset_top, rect.width, rect.height - group.inset_top - group.inset_bottom)
    items: list[Item] = [Rule(inner, group.fill)]
    if group.bar:
        items.append(Rule(Rect(inner.x, inner.y, BAR_WIDTH, inner.height), group.bar))
    return items


class Furniture:
    """What stands outside the frame of page `number` of `total`: running head, folio, marking.

    All of them are artifacts but one: the marking is content where it stands first, at the head of page 1.
    """

    def __init__(self, desk: Desk, number: int, total: int) -> None:
        self._desk = desk
        self._brief: Brief = desk.brief
        self._number = number
        self._total = total
        self._page = desk.theme.page
        self._left = self._page.left(number)
        self._right = self._left + self._page.measure
        # on a left-hand page of a duplex brief the folio stands outside, at the left
        self._verso = self._page.duplex and number % 2 == 0

    def items(self) -> Iterator[Glyphs | Rule]:
        """The furniture's items."""
        head = self._page.top - HEAD_GAP
        foot = self._page.top + self._page.rows * self._page.leading + FOOT_GAP
        marking = self._brief.marking
        if marking:
            look = self._marking_look(marking)
            again = msgspec.structs.replace(marking, id="", role="")
            yield from self._line(marking if self._number == 1 else again, look, "right", head, "Pagination/Header")
            yield from self._line(again, look, "right", foot, "Pagination/Footer")
        if self._number == 1:
            return
        head_side = "left" if marking or self._verso else "right"
        folio_side = "left" if marking or self._verso else "right"
        room = self._page.measure * (0.95 - MARKING_SHARE if marking else HEAD_SHARE)
        running = self._fitting(self._brief.running_head, self._desk.theme.style("running_head"), room)
        yield from self._line(_words(running), self._desk.theme.style("running_head"), head_side, head, "Pagination/Header")
        yield Rule(
            Rect(self._left, head + 6.0, self._page.measure, 0.5),
            self._desk.theme.palette.line,
            artifact="Pagination/Header",
        )
        folio = f"{self._number} / {self._total}"
        yield from self._line(_words(folio), self._desk.theme.style("folio"), folio_side, foot, "Pagination/Footer")

    def _marking_look(self, marking: Text) -> TextStyle:
        """The style of the marking, smaller where it leaves no room for the folio and the running head beside it."""
        look = self._desk.theme.style("marking")
        width = self._desk.typesetter.natural_width(marking.spans, look)
        return msgspec.structs.replace(look, size=look.size * min(1.0, MARKING_SHARE * self._page.measure / width))

    def _line(self, text: Text, look: TextStyle, side: str, y: float, artifact: Artifact) -> Iterator[Glyphs]:
        """A text in one line; an artifact of this type when it has no id."""
        plain = msgspec.structs.replace(look, align="left", hyphenate=False)
        copy = self._desk.copy(text, plain, self._page.measure)
        x = self._left if side == "left" else self._right - copy.width
        strip = copy.strips[0]
        assert isinstance(strip, Strip)  # noqa: S101  a copy's first ingredient is a line
        for run in strip.line.runs:
            yield Glyphs(
                x=x + run.x,
                y=y,
                width=run.width,
                face=run.face,
                size=run.size,
                colour=run.colour,
                glyphs=run.glyphs,
                id=text.id,
                role=text.role,
                artifact="" if text.id else artifact,
            )

    def _fitting(self, words: str, look: TextStyle, room: float) -> str:
        """The words, cut at a word with an ellipsis when they are wider than `room`: a running head is no content."""
        most = int(room / look.size * NARROWEST)
        if len(words) <= most and self._desk.typesetter.natural_width((Span(words),), look) <= room:
            return words
        # the brief's title may be long, and every page asks
        kept = words[:most].split()
        if len(kept) < 2:
            return words[:most]
        count = bisect_left(
            range(1, len(kept)),
            True,
            key=lambda many: self._desk.typesetter.natural_width((Span(" ".join(kept[:many]) + "…"),), look) > room,
        )
        return " ".join(kept[: max(1, count)]) + "…"


def _words(words: str) -> Text:
    """Words that no element has."""
    return Text("", "", (Span(words),))
