"""Recommendations: what a reader flips for.

Comes: the numbered items of the brief and a width. Goes: pieces. Numerals hang at the left, large where there is something
to say; across a page the facts (for whom, by when) stand in a narrow column at the right, elsewhere below the text.
"""

import msgspec

from briefgen.content.brief import Fact, Recommendation, Recommendations
from briefgen.geometry import Rect
from briefgen.layout import costs
from briefgen.layout.blocks.meta import action_copy, advice_rule, closing_rule, numeral, parted
from briefgen.layout.blocks.setting import Place
from briefgen.layout.blocks.title import scaled
from briefgen.layout.measuring.pieces import FORBIDDEN, Group, Piece
from briefgen.layout.measuring.text import Copy, Desk, anchor
from briefgen.theme import TextStyle

RULED = 2  # ingredients of each that do not move as its texts do: its anchor and the rule above it

WIDEST_FACTS = 0.38  # of the width, for facts that need it
NARROWEST = 22.0  # em of the reasons: a line of 45 characters is left to them beside facts that need room


def recommendation_pieces(desk: Desk, recommendations: Recommendations, width: float, place: Place) -> tuple[Piece, ...]:
    """All recommendations, with a rule below the last; what is derived from the source's argument is said first, once."""
    group = place.group
    pieces: list[Piece] = []
    if recommendations.note:
        note = desk.copy(recommendations.note, "meta", width, y=-desk.look.recommendation.note_rise)
        pieces.append(desk.piece([note], [], note.height, group=group, break_cost=FORBIDDEN))
    compact = desk.fit.compact and group is None
    items = _compact(desk, recommendations, width) if compact else _items(desk, recommendations, width, group)
    count = len(recommendations.items)
    items = [parted(item, number, count - number) for number, item in enumerate(items, 1)]
    items = [*(msgspec.structs.replace(item, sinks=RULED) for item in items[:-1]), items[-1]]
    pieces += [items[0], *(msgspec.structs.replace(item, elastic="series") for item in items[1:])]
    return (*pieces[:-1], msgspec.structs.replace(pieces[-1], below=1))


def _compact(desk: Desk, recommendations: Recommendations, width: float) -> list[Piece]:
    from briefgen.layout.blocks.compact import Beside, compact_items, stacked  # late: only briefs that are short of room

    frame = _frame(desk, recommendations, width)
    x = hang_of(desk, recommendations, desk.look.compact.numeral)
    beside = Beside(frame.facts_x, frame.facts, frame.hang) if frame.wide else None
    main = frame.x + frame.main - x if beside else width - x
    measured = compact_items(desk, recommendations.items, (x, main), width, beside)
    *pieces, last, rule = stacked([*measured, ([closing_rule(desk, 0.0, width)], 0.0)], recommendations.id, desk.leading)
    return [*pieces, msgspec.structs.replace(last, break_cost=FORBIDDEN), rule]


def hang_of(desk: Desk, recommendations: Recommendations, size: float) -> float:
    """How far the text stands in from the numerals, these in a share of their size."""
    look = desk.look.recommendation
    numeral = scaled(desk.theme.style("numeral"), size)
    return look.numeral_gap + max(desk.natural_width(item.label, numeral) for item in recommendations.items)


class _Frame(msgspec.Struct, frozen=True):
    """Where the parts of all recommendations stand: their texts and facts from x on, in these widths.

    `numeral` is the style of the numerals, `hang` how far the values of facts stand in from their labels.
    """

    x: float
    main: float
    facts_x: float
    facts: float
    numeral: TextStyle
    hang: float
    wide: bool


def _items(desk: Desk, recommendations: Recommendations, width: float, group: Group | None) -> list[Piece]:
    """The pieces of each recommendation in its usual form."""
    frame = _frame(desk, recommendations, width)
    pieces = [_item(desk, item, width, frame, group) for item in recommendations.items]
    pieces[-1] = msgspec.structs.replace(pieces[-1], break_cost=FORBIDDEN)
    # a row that is let in above each recommendation is let in above this rule, too
    return [*pieces, Piece(0, (closing_rule(desk, 0.0, width),), group=group)]


def _frame(desk: Desk, recommendations: Recommendations, width: float) -> _Frame:
    """The frame that all share: with facts in a column of their own where enough is left for the reasons."""
    look = desk.look.recommendation
    labels = {fact.label.spans: fact.label for item in recommendations.items for fact in item.facts}
    hang = look.fact_gap + max([desk.natural_width(label, "fact_label") for label in labels.values()], default=0.0)
    wide = width >= look.wide
    # one line for each wants smaller numerals than a paragraph does
    brief = not any(item.rationale or item.addresses for item in recommendations.items)
    size = 1.0 if wide and not brief else look.small_numeral
    x = hang_of(desk, recommendations, size)
    if not wide or not labels:
        return _Frame(x, width - x, x, width - x, scaled(desk.theme.style("numeral"), size), hang, wide=False)
    reasons = NARROWEST * desk.theme.style("rationale").size
    facts = _facts_width(desk, recommendations, width, hang, width - x - look.side_gap - reasons)
    indent = desk.theme.page.indent
    if width - indent - facts - look.side_gap >= look.reasons:
        x = max(x, indent)
    main = width - x - facts - look.side_gap
    return _Frame(x, main, width - facts, facts, scaled(desk.theme.style("numeral"), size), hang, wide=True)


def _facts_width(desk: Desk, recommendations: Recommendations, width: float, hang: float, room: float) -> float:
    """The width of the column of facts: no word is broken, and a value stands on one line that fits in `room`."""
    values = [fact.value for item in recommendations.items for fact in item.facts]
    most, eased = width * WIDEST_FACTS, 0.5
    needed = [hang + desk.min_width(value, "fact") + eased for value in values]
    whole = [hang + desk.natural_width(value, "fact") + eased for value in values]
    fitting = [each for each in whole if each <= min(most, room)]
    return max(width * desk.look.recommendation.facts, min(most, max(needed)), *fitting)


def _item(desk: Desk, item: Recommendation, width: float, frame: _Frame, group: Group | None) -> Piece:
    """One recommendation: its numeral, what and why, for whom and by when; never split."""
    above, below = _air(desk)
    top = desk.leading * above
    look = desk.theme.style("action")
    action = action_copy(desk, item.action, look, Rect(frame.x, top, frame.main, 0.0))
    label = numeral(desk, item.label, frame.numeral, (frame.x, top), look)
    texts: list[Copy] = []
    y = top + action.height
    references = [text for text in (item.addresses, item.derived) if text]
    for text in (item.rationale, *(() if frame.wide else references)):
        if text:
            texts.append(desk.copy(text, "rationale" if text is item.rationale else "meta", frame.main, x=frame.x, y=y))
            y += texts[-1].height
    facts: list[Copy] = []
    facts_y = top if frame.wide else y
    for fact in item.facts:
        facts += _fact(desk, fact, Rect(frame.facts_x, facts_y, frame.facts, 0.0), frame.hang)
        facts_y += facts[-1].height
    for text in references if frame.wide else ():
        facts.append(desk.copy(text, "meta", frame.facts, x=frame.facts_x, y=facts_y))
        facts_y += facts[-1].height
    height = max(y, facts_y, top + label.height) + desk.leading * below
    rule = advice_rule(desk, 1.0, width)
    return desk.piece(
        [label, action, *texts, *facts], [anchor(item.id), rule], height, group=group, break_cost=costs.BETWEEN_ADVICE
    )


def _air(desk: Desk) -> tuple[float, float]:
    """The rows between a rule and the text below it, and below the text."""
    look = desk.look.recommendation
    return (look.airy_above, look.airy_below) if desk.fit.airy else (look.above, look.below)


def _fact(desk: Desk, fact: Fact, place: Rect, hang: float) -> list[Copy]:
    """A fact in a place of no height: its label, and its value `hang` points further in."""
    return [
        desk.copy(fact.label, "fact_label", hang, x=place.x, y=place.y),
        desk.copy(fact.value, "fact", place.width - hang, x=place.x + hang, y=place.y),
    ]
