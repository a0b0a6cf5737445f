"""A brief laid out with one setting of the levers: measured and planned, not yet drawn.

Comes: a brief, faces, levers. Goes: a draft, in which what stands beside the text has its place. Promise: what cannot have
the place that the outline asks for is grounded: it stands in its column, or, a note, at the end. Draws nothing.
"""

from collections.abc import Iterator

from briefgen.content.brief import Brief
from briefgen.layout import costs
from briefgen.layout.cut import cut_tall
from briefgen.layout.fit import Levers
from briefgen.layout.flow import make_segments
from briefgen.layout.marginalia import Marginal, find_marginalia
from briefgen.layout.pieces import Beside, Segment
from briefgen.layout.plan import Planner
from briefgen.layout.text import Desk, Shape
from briefgen.layout.wrap import Wrapping
from briefgen.theme import make_theme
from briefgen.typeset.setter import Typesetter

ATTEMPTS = 2  # with fewer quotes in the gutter each
ROUNDS = 3  # in which what stands beside the text finds its place


class Draft:
    """One layout of a brief. `count` pages, the last of which is full to `fill`; `cost` without that of its pages."""

    def __init__(
        self,
        brief: Brief,
        typesetter: Typesetter,
        fit: Levers,
        grounded: frozenset[str] = frozenset(),
        shapes: dict[str, Shape] | None = None,
    ) -> None:
        self.theme = make_theme(brief.design, size_factor=fit.size, leading_factor=fit.leading)
        self.desk = Desk(brief, self.theme, typesetter, fit, grounded, shapes)
        self.segments = [cut_tall(segment, self.theme.page) for segment in make_segments(self.desk)]
        self.planner = Planner(self.segments, self.theme.page.rows, self.theme.page.leading)
        plans = self.planner.plan()
        self.count = min(plans)
        self.sheets = plans[self.count].sheets()
        self.fill, _ = self.planner.fill(self.sheets[-1])
        self.cost = plans[self.count].cost - costs.PAGE * self.count
        self.beside: tuple[Marginal, ...] = ()

    def again(self, grounded: frozenset[str], shapes: dict[str, Shape] | None = None) -> "Draft":
        """The same brief with the same levers, where these ids have no place beside the text, and texts these shapes."""
        return Draft(self.desk.brief, self.desk.typesetter, self.desk.fit, grounded, shapes)


def make_draft(brief: Brief, typesetter: Typesetter, fit: Levers) -> Draft:
    """A draft with all that stands beside its text."""
    draft = Draft(brief, typesetter, fit)
    if draft.theme.page.margin:
        return _with_margins(draft)
    if any(segment.quotes for segment in draft.segments):
        return _with_quotes(draft)
    return draft


def _with_margins(draft: Draft) -> Draft:
    """The draft with what stands in its margins; what no margin has room for is grounded.

    That makes other columns, where more may lack room: each round grounds at least one more, and the last all of them.
    """
    for number in range(ROUNDS + 1):
        found = find_marginalia(draft.planner, draft.sheets, draft.theme.page)
        if not found.left:
            draft.beside = found.standing
            return draft
        left = found.left
        if number == ROUNDS:
            left |= {beside.id for segment in draft.segments for beside in besides(segment)}
        draft = draft.again(draft.desk.grounded | left)
    draft.beside = find_marginalia(draft.planner, draft.sheets, draft.theme.page).standing
    return draft


def besides(segment: Segment) -> Iterator[Beside]:
    """All that stands beside the pieces of a segment and of its floats."""
    for piece in (*segment.pieces, *(piece for floating in segment.floats for piece in floating.pieces)):
        yield from piece.beside


def _with_quotes(draft: Draft) -> Draft:
    """The draft with the columns of its text round the quotes in their gutters; a quote that is not settled is grounded.

    The places of quotes depend on the text, and the text on them: they find their rows, the lines beside them are set anew,
    and all is planned again, at most ROUNDS times. What is not settled by then is grounded, and in the last attempt all are.
    """
    plain = draft
    for attempt in range(ATTEMPTS + 1):
        wrapping = Wrapping(plain.desk, plain.segments)
        draft = plain
        for _ in range(ROUNDS):
            draft = draft.again(draft.desk.grounded, wrapping.shapes(draft.planner, draft.sheets))
            found = wrapping.settled(draft.planner, draft.sheets)
            if found is not None:
                draft.beside = found
                return draft
        last = attempt == ATTEMPTS
        unsettled = {quoted.block.id for each in plain.segments for quoted in each.quotes} if last else wrapping.unsettled
        plain = plain.again(plain.desk.grounded | unsettled)
        if not any(segment.quotes for segment in plain.segments):
            break
    return plain
