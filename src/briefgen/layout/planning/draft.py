"""A brief laid out with one setting of the levers: measured and planned, not yet drawn.

Comes: a brief, faces, levers. Goes: a draft, in which what stands beside the text has its place. Promise: what cannot have
the place that the outline asks for is grounded: it stands in its column, or, a note, at the end. Draws nothing.
"""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

import msgspec

from briefgen.content.brief import Brief, Design
from briefgen.layout.blocks.closing import closing_segment
from briefgen.layout.fit import Levers
from briefgen.layout.measuring.cut import cut_tall
from briefgen.layout.measuring.pieces import Beside, Segment
from briefgen.layout.measuring.recall import Recall
from briefgen.layout.measuring.text import Desk, Surroundings
from briefgen.layout.planning.outcome import Planning
from briefgen.layout.planning.plan import Planner
from briefgen.layout.planning.planned import Marginal
from briefgen.layout.segments.flow import make_segments
from briefgen.memory import Memory, Shelf
from briefgen.theme import Theme, make_theme
from briefgen.typeset.setter import Typesetter

if TYPE_CHECKING:
    from briefgen.layout.planning.wrap import Wrapping

WELL_FULL = 0.76  # of the last page: below that the white on it is seen before the words
THEMES_KEPT = 40  # by their levers
LARGER = (1.19, 1.13, 1.07)  # factors of a closing panel's type: at most 9.5 points, from 8
ROUNDS = 3  # in which what stands beside the text finds its place


class Draft:
    """One layout of a brief. `count` pages, the last of which is full to `fill`; `cost` without that of its pages."""

    def __init__(self, brief: Brief, typesetter: Typesetter, fit: Levers, around: Surroundings | None = None) -> None:
        memory = typesetter.memory
        self.theme = _theme(brief.design, fit, memory)
        self.desk = Desk(brief, self.theme, typesetter, fit, around)
        if memory and not self.desk.around.reshape:
            self.desk.recall = Recall.of(memory, self.theme, self.desk.habits)
        self.segments = [cut_tall(segment, self.theme.page) for segment in make_segments(self.desk)]
        self._planning = Planning(self.segments, self.theme.page, memory)
        outcome = self._planning.outcome
        self.count, self.fill, self.cost = outcome.count, outcome.fill, outcome.cost
        self.holes, self.foot, self.worst = outcome.holes, outcome.foot, outcome.worst
        self.sheets = outcome.sheets
        self.thin = self.count > 1 and self.fill < WELL_FULL
        self.beside: tuple[Marginal, ...] = ()

    @property
    def has_back_page(self) -> bool:
        """Whether a page stands behind the end of the text, as the back of a cover."""
        return self._planning.has_back_page

    @property
    def planner(self) -> Planner:
        """What has planned its pages."""
        return self._planning.planner

    def again(self, around: Surroundings) -> "Draft":
        """The same brief with the same levers, and this told of what stands beside its text."""
        if not around.moved:  # what has found another place stays there
            around = msgspec.structs.replace(around, moved=self.desk.around.moved)
        return Draft(self.desk.brief, self.desk.typesetter, self.desk.levers, around)

    def with_segment(self, number: int, segment: Segment) -> "Draft":
        """The same pages, with another segment of this number, from 0: what stands on them is still that of the old one."""
        draft = object.__new__(Draft)
        vars(draft).update(vars(self))
        draft.segments = [*self.segments[:number], segment, *self.segments[number + 1 :]]
        draft._planning = Planning(draft.segments, self.theme.page, None)
        return draft


def _theme(design: Design, fit: Levers, memory: Memory | None) -> Theme:
    """The theme of a design with these levers, that of an earlier draft where it is equal."""
    levers = fit.size, fit.leading, fit.margins
    known: Shelf[tuple[float, ...], tuple[Design, Theme]] | None = memory.shelf("themes", THEMES_KEPT) if memory else None
    before = known.get(levers) if known is not None else None
    if before is not None and before[0] == design:
        return before[1]
    theme = make_theme(design, size_factor=fit.size, leading_factor=fit.leading, narrower=fit.margins)
    if known is not None:
        known.keep(levers, (design, theme))
    return theme


def make_draft(brief: Brief, typesetter: Typesetter, fit: Levers) -> Draft:
    """A draft with what stands in its margins, and without quotes in its gutters, which take a few lines."""
    draft = Draft(brief, typesetter, fit)
    return _with_margins(draft) if draft.theme.page.margin else draft


def with_full_panel(draft: Draft) -> Draft:
    """The draft with its closing panel in the largest type for which the white above it has room: all else stays."""
    place = len(draft.sheets) - 1 - draft.has_back_page
    sheet = draft.sheets[place]
    room, needed = draft.planner.white.room_of_panel(sheet)
    number = len(draft.segments) - 1 - draft.has_back_page
    back = draft.segments[number].back
    if room <= needed or back is None:
        return draft
    for factor in LARGER:
        segment = closing_segment(draft.desk, back, draft.theme.page.measure, factor)
        larger = draft.with_segment(number, cut_tall(segment, draft.theme.page))
        columns = larger.planner.fillers[number].balanced(0, int((room - 2 * segment.padding) / segment.leading))
        if columns is not None:
            page = larger.planner.white.with_panel(sheet, columns)
            larger.sheets = (*draft.sheets[:place], page, *draft.sheets[place + 1 :])
            return larger
    return draft


def with_quotes(draft: Draft) -> Draft:
    """The draft with its quotes in the gutters. That takes several drafts: it is worth while for the one that is chosen."""
    return _with_quotes(draft) if any(segment.quotes for segment in draft.segments) else draft


def _with_margins(draft: Draft) -> Draft:
    """The draft with what stands in its margins; what no margin has room for is grounded.

    That makes other columns, where more may lack room: each round grounds at least one more, and the last all of them.
    """
    from briefgen.layout.planning.marginalia import find_marginalia  # late: few briefs have a margin

    for number in range(ROUNDS + 1):
        found = find_marginalia(draft.planner, draft.sheets, draft.theme.page)
        if not found.left:
            draft.beside = found.standing
            return draft
        left = found.left
        if number == ROUNDS:
            left |= {beside.id for segment in draft.segments for beside in besides(segment)}
        draft = draft.again(Surroundings(draft.desk.around.grounded | left))
    draft.beside = find_marginalia(draft.planner, draft.sheets, draft.theme.page).standing
    return draft


def besides(segment: Segment) -> Iterator[Beside]:
    """All that stands beside the pieces of a segment and of its floats."""
    for piece in (*segment.pieces, *(piece for floating in segment.floats for piece in floating.pieces)):
        yield from piece.beside


def _with_quotes(draft: Draft) -> Draft:
    """The draft with the columns of its text round the quotes in their gutters; a quote that does not settle is grounded.

    The places of quotes depend on the text, and the text on them: one after the other they find their rows, the lines beside
    them are set anew, and all is planned again, at most ROUNDS times for each.
    """
    from briefgen.layout.planning.wrap import Wrapping  # late: few briefs have such quotes

    wrapping = Wrapping(draft.desk, draft.segments)
    grounded = draft.desk.around.grounded | wrapping.beyond
    wanted: tuple[str, ...] = ()
    found: tuple[Marginal, ...] | None = ()
    for id in wrapping.ids:
        state = wrapping.state
        tried, more = _settle(draft, wrapping, (*wanted, id), grounded)
        if more is None:  # it stands in its column, which moves the text behind it
            wrapping.state = state
            grounded |= {id}
            tried, more = _settle(draft, wrapping, wanted, grounded)
        else:
            wanted = (*wanted, id)
        draft, found = tried, more
    if found is None:
        return draft.again(Surroundings(grounded | {*wanted}))
    draft.beside = found
    return draft


def _settle(
    draft: Draft, wrapping: "Wrapping", wanted: Collection[str], grounded: frozenset[str]
) -> tuple[Draft, tuple[Marginal, ...] | None]:
    """The draft with the `wanted` quotes in the gutter, and their places; None instead where they do not settle."""
    found = None
    for _ in range(ROUNDS):
        draft = draft.again(wrapping.around(draft.planner, draft.sheets, wanted, grounded))
        found = wrapping.settled(draft.planner, draft.sheets, wanted)
        if found is not None:
            break
    return draft, found
