"""Planned pages into placed items, with what stands around the text.

Comes: sheets of bands and their segments. Goes: pages of items in drawing order, backgrounds first. Promise: each piece is
drawn once, at the place the plan gives it. Knows no block.
"""

from collections.abc import Iterator, Sequence
from itertools import chain
from operator import le

import msgspec

from briefgen.content.same import inside, parts_of
from briefgen.geometry import Colour, Rect
from briefgen.layout.drawing.furniture import Furniture
from briefgen.layout.items import Item, Page, Rule
from briefgen.layout.measuring.galley import Galley, GroupPart, Stack
from briefgen.layout.measuring.pieces import Ground, Group, Ingredient, Segment
from briefgen.layout.measuring.place import Underline, place
from briefgen.layout.measuring.text import Desk
from briefgen.layout.planning.plan import Planner
from briefgen.layout.planning.planned import Band, Marginal, PlannedPage, WideBand
from briefgen.memory import Shelf
from briefgen.theme import PageShape

PLACED_KEPT = 4000  # lines and rules: those of some twenty pages
SIGNED, SIGNATURE = 5, 1.3  # rows below a panel's words for its publisher's name, and its size in headings of the panel
SHEETS_KEPT, ALIKE_KEPT = 200, 3  # numbers of pages, and pages of one number


class Parts(msgspec.Struct, frozen=True):
    """All that a page is drawn from, but the order in which it is read."""

    shape: PageShape
    links: Underline
    stacks: list[tuple[Rect, Stack, float]]  # columns, and what stands across them, with their leading
    besides: list[list[Item]]  # notes at the feet of columns, and what stands beside the text
    below: list[Item]
    frame: Rect | None
    furniture: list[Item]


class Board:
    """Draws the sheets of one brief."""

    def __init__(self, desk: Desk, planner: Planner, marginalia: Sequence[Marginal] = ()) -> None:
        self._desk = desk
        self._marginalia = marginalia
        self._planner = planner
        self._page = desk.theme.page
        self._links = Underline(desk.theme.palette.words, desk.look.link.rule, desk.look.link.depth)
        memory = desk.typesetter.memory
        self._drawn: Shelf[int, list[tuple[Parts, Page]]] | None = memory.shelf("sheets", SHEETS_KEPT) if memory else None
        # what builds come after can use
        self._known: Shelf[tuple[int, float, float], tuple[Ingredient, Underline, Sequence[Item]]] | None = None
        if memory and memory.lasting:
            self._known = memory.shelf("placed ingredients", PLACED_KEPT)
        found = inside(memory, parts_of(desk.brief))
        self._order = {id: number for number, id in enumerate(chain.from_iterable([part.ids for part in found]))}

    def draw(self, sheets: Sequence[PlannedPage]) -> tuple[Page, ...]:
        """All pages."""
        pages = tuple(self._sheet(sheet, number + 1, len(sheets)) for number, sheet in enumerate(sheets))
        contents = self._desk.brief.front.contents
        if contents is None:
            return pages
        from briefgen.layout.drawing.contents import numbered  # late: few briefs have contents

        return numbered(self._desk, pages, contents)

    def _sheet(self, sheet: PlannedPage, number: int, total: int) -> Page:
        ground, stacks = self._ground(sheet), [*self._stacks(sheet, number)]
        panels = [*self._panels(sheet, self._page.left(number))]
        furnisher = Furniture(self._desk, number, total, ground, foot=_at_foot(panels, self._page.height))
        parts = Parts(
            self._page,
            self._links,
            stacks,
            [[*self._notes(sheet, number)], *self._beside(number)],
            [*furnisher.grounds(), *panels],
            ground.frame if ground else None,
            [*furnisher.items(), *self._signature(sheet, number, furnisher)],
        )
        if self._drawn is None:
            return self._page_of(parts, number)
        alike = self._drawn.get(number) or self._drawn.keep(number, [])
        for before, page in alike:
            if before == parts and self._is_in_order(page):
                return page
        alike[:0] = [(parts, self._page_of(parts, number))]
        del alike[ALIKE_KEPT:]
        return alike[0][1]

    def _page_of(self, parts: "Parts", number: int) -> Page:
        """The page with all its parts."""
        below: list[Item] = []
        above: list[list[Item]] = []  # each what belongs together: the items of a piece, say
        for rect, stack, leading in parts.stacks:
            for part in stack.parts:
                top = rect.y + part.top * leading
                below += _background(part.group, Rect(rect.x, top, rect.width, part.rows * leading))
                above.append(self._group_head(part, rect.x, top))
            for stand in stack.stands:
                shift = stand.piece.top_shift if stand.at_head else 0.0
                y = rect.y + stand.top * leading + shift
                drawn = [(one, y) for one in stand.piece.ingredients]
                if stand.sunk:
                    sinks = stand.piece.sinks
                    drawn[sinks:] = [(one, y + stand.sunk * leading) for one, y in drawn[sinks:]]
                if stand.at_head:
                    drawn += [(one, y) for one in stand.piece.again]
                above.append([item for one, y in drawn for item in self._placed(one, rect.x, y)])
        above += parts.besides
        read, shown = [item for item in parts.furniture if item.id], [item for item in parts.furniture if not item.id]
        items = (*parts.below, *below, *self._in_reading_order([read, *above]), *shown)
        return Page(number, self._page.width, self._page.height, items, frame=parts.frame)

    def _placed(self, one: Ingredient, x: float, y: float) -> Sequence[Item]:
        """The items of an ingredient: those of an earlier page, if it had this very one at the same place."""
        if self._known is None:
            return [*place(one, x, y, self._links)]
        found = self._known.get((id(one), x, y))
        if found is None or found[1] != self._links:  # an ingredient that is kept keeps its identity
            found = self._known.keep((id(one), x, y), (one, self._links, [*place(one, x, y, self._links)]))
        return found[2]

    def _is_in_order(self, page: Page) -> bool:
        """Whether the items of a page drawn before stand in the order of this brief, too."""
        ranks = [rank for item in page.items if (rank := self._order.get(getattr(item, "id", ""), -1)) >= 0]
        return all(map(le, ranks, ranks[1:]))

    def _ground(self, sheet: PlannedPage) -> Ground | None:
        """What lies behind all of a page: that of the segment which begins at its head."""
        band = sheet.bands[0] if sheet.bands else None
        if not isinstance(band, Band) or band.columns.columns[0].start:
            return None
        return self._planner.segments[band.segment].ground

    def _beside(self, number: int) -> Iterator[list[Item]]:
        """What stands in the margin column or in the gutter of page `number`."""
        for marginal in self._marginalia:
            if marginal.page == number - 1:
                x, y = self._page.left(number) + marginal.x, self._page.top + marginal.y
                yield [item for one in marginal.beside.ingredients for item in place(one, x, y, self._links)]

    def _stacks(self, sheet: PlannedPage, page: int) -> Iterator[tuple[Rect, Stack, float]]:
        """The columns of a page and the floats across it, each with its rectangle and its leading."""
        left = self._page.left(page)
        for band in sheet.bands:
            y = self._page.top + band.top
            if isinstance(band, WideBand):
                pieces = self._planner.wide[band.number][1].pieces
                stack = Galley(pieces).stack(0, len(pieces))
                yield Rect(left, y, self._page.measure, stack.rows * self._page.leading), stack, self._page.leading
                continue
            segment = self._planner.segments[band.segment]
            for number, column in enumerate(band.columns.columns):
                stack = self._planner.fillers[band.segment].stack(column)
                x = self._column_left(segment, page, number)
                yield Rect(x, y, segment.width, stack.rows * segment.leading), stack, segment.leading

    def _column_left(self, segment: Segment, page: int, number: int) -> float:
        """The left edge of column `number`, from 0, of a segment on a page, from 1."""
        x = self._page.left(page) + segment.x + number * (segment.width + segment.gutter)
        return x + self._page.text_shift(page) if segment.beside else x

    def _notes(self, sheet: PlannedPage, page: int) -> Iterator[Item]:
        """The notes at the feet of columns."""
        for band in sheet.bands:
            segment = self._planner.segments[band.segment] if isinstance(band, Band) else None
            if not segment or not segment.notes or not isinstance(band, Band):
                continue
            foot = self._page.top + band.top + band.columns.depth * segment.leading
            for number, column in enumerate(band.columns.columns):
                lines = self._planner.fillers[band.segment].notes_of(column)
                x = self._column_left(segment, page, number)
                y = foot - segment.notes.height(len(lines))
                if lines:
                    yield from place(segment.notes.rule, x, y, self._links)
                y += segment.notes.gap
                for line in lines:
                    yield from (item for ingredient in line for item in place(ingredient, x, y, self._links))
                    y += segment.notes.leading

    def _in_reading_order(self, parts: Sequence[Sequence[Item]]) -> list[Item]:
        """Items in the order of the brief, wherever on the page they stand.

        What has no id stays with what it follows in its part; what begins a part, its ground, goes before all the part has.
        """
        keyed: list[tuple[int, int, Item]] = []
        key = -1
        for part in parts:
            keys = [self._order.get(getattr(item, "id", ""), -1) for item in part]
            key = min([found for found in keys if found >= 0], default=key)
            for found, item in zip(keys, part, strict=True):
                key = found if found >= 0 else key
                keyed.append((key, len(keyed), item))
        keyed.sort(key=lambda entry: entry[:2])
        return [item for _, _, item in keyed]

    def _panels(self, sheet: PlannedPage, left: float) -> Iterator[Rule]:
        """The backgrounds of whole bands, across the frame."""
        for band in sheet.bands:
            segment = self._planner.segments[band.segment] if isinstance(band, Band) else None
            if segment and segment.background and isinstance(band, Band):
                top = self._page.top + band.top - segment.padding - band.wider
                height = band.columns.depth * segment.leading + 2 * segment.padding
                if segment.at_foot:  # its words may stand higher than they need to
                    height = self._page.top + self._planner.height - top
                whole = segment.at_foot and self._desk.look.closing.reach == "edges" and not self._desk.brief.marking
                rect = Rect(left, top, self._page.measure, height)
                if whole:
                    rect = Rect(0.0, top, self._page.width, self._page.height - top)
                yield Rule(rect, segment.background)

    def _signature(self, sheet: PlannedPage, number: int, furnisher: Furniture) -> Iterator[Item]:
        """The publisher's name at the foot of a closing panel whose ground is much higher than its words."""
        band = sheet.bands[-1] if sheet.bands else None
        if not isinstance(band, Band) or not band.wider:
            return
        segment = self._planner.segments[band.segment]
        if self._planner.height - band.top - band.columns.depth * segment.leading < SIGNED * self._page.leading:
            return
        from briefgen.layout.blocks.title import scaled  # late: few panels have so much room
        from briefgen.layout.measuring.grounds import grounded

        style = grounded(self._desk, self._desk.look.closing.ground).theme.style("closing_heading")
        edges = self._desk.look.closing.reach == "edges"
        y = self._page.top + self._planner.height - (0.0 if edges else segment.padding)
        yield from furnisher.signature((self._page.left(number) + segment.x, y), scaled(style, SIGNATURE))

    def _group_head(self, part: GroupPart, x: float, y: float) -> list[Item]:
        ingredients = part.group.head if part.first else part.group.repeated
        return [item for ingredient in ingredients for item in place(ingredient, x, y, self._links)]


def _at_foot(panels: Sequence[Rule], height: float) -> Colour | None:
    """The colour of the panel that reaches the foot of a page."""
    return next((panel.colour for panel in panels if panel.rect.bottom >= height), None)


def _background(group: Group, rect: Rect) -> list[Item]:
    """The tint and the bar behind a group, where it has them."""
    inner = Rect(rect.x, rect.y + group.inset_top, rect.width, rect.height - group.inset_top - group.inset_bottom)
    items: list[Item] = [Rule(inner, group.fill)] if group.fill else []
    if group.bar and group.edge:
        items += [Rule(Rect(rect.x, y, rect.width, group.edge), group.bar) for y in (inner.y, inner.bottom - group.edge)]
    if group.bar and group.bar_width:
        items.append(Rule(Rect(inner.x, inner.y, group.bar_width, inner.height), group.bar))
    return items
