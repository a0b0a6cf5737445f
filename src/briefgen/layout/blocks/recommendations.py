"""Recommendations: what a reader flips for.

Comes: the numbered items of the brief and a width. Goes: pieces. A recommendation set across a page has its label and its
facts (for whom, by when) in a side column; in a narrow column everything stands below each other.
"""

import msgspec

from briefgen.content.brief import Fact, Recommendation, Recommendations, Text
from briefgen.geometry import Rect
from briefgen.layout import costs
from briefgen.layout.blocks.compact import compact_item, split_label, stacked
from briefgen.layout.blocks.meta import advice_rule
from briefgen.layout.blocks.setting import Place
from briefgen.layout.measuring.pieces import FORBIDDEN, Group, Piece
from briefgen.layout.measuring.text import BASELINE, Copy, Desk, anchor


def recommendation_pieces(desk: Desk, recommendations: Recommendations, width: float, place: Place) -> tuple[Piece, ...]:
    """All recommendations; what is derived from the source's argument is said first, once."""
    group = place.group
    pieces: list[Piece] = []
    if recommendations.note:
        note = desk.copy(recommendations.note, "meta", width, y=-desk.look.recommendation.note_rise)
        pieces.append(desk.piece([note], [], note.height, group=group, break_cost=FORBIDDEN))
    compact = desk.fit.compact and group is None
    items = _compact(desk, recommendations, width) if compact else _items(desk, recommendations, width, group)
    if len(items) > 1:
        items[0] = msgspec.structs.replace(items[0], break_cost=items[0].break_cost + costs.LONE_ADVICE)
    pieces += [items[0], *(msgspec.structs.replace(item, alike=True) for item in items[1:])]
    return (*pieces[:-1], msgspec.structs.replace(pieces[-1], below=1))


def _compact(desk: Desk, recommendations: Recommendations, width: float) -> list[Piece]:
    x = _indent(desk, width) if width >= desk.look.recommendation.wide else 0.0
    measured = [compact_item(desk, item, x, width) for item in recommendations.items]
    return stacked(measured, recommendations.id, desk.leading)


def _items(desk: Desk, recommendations: Recommendations, width: float, group: Group | None) -> list[Piece]:
    """The pieces of each recommendation in its usual form."""
    measure = _wide if width >= desk.look.recommendation.wide else _narrow
    labels = {fact.label.spans: fact.label for item in recommendations.items for fact in item.facts}
    hang = desk.look.recommendation.fact_gap + max(
        [desk.natural_width(label, "fact_label") for label in labels.values()], default=0.0
    )
    return [measure(desk, item, width, hang, group) for item in recommendations.items]


def _indent(desk: Desk, width: float) -> float:
    """How far the text of one that stands across the page is set in."""
    look = desk.look.recommendation
    return max(width * look.side + look.side_gap, desk.theme.page.indent)


def _air(desk: Desk) -> tuple[float, float]:
    """The rows between a rule and the text below it, and below the text."""
    look = desk.look.recommendation
    return (look.airy_above, look.airy_below) if desk.fit.airy else (look.above, look.below)


def _wide(desk: Desk, item: Recommendation, width: float, hang: float, group: Group | None) -> Piece:
    """One recommendation across the page: label, what and why, for whom and by when side by side; never split.

    The values of its facts stand `hang` points in from their labels, as those of all others do.
    """
    x, gap = _indent(desk, width), desk.look.recommendation.side_gap
    side = x - gap
    facts_width = width * desk.look.recommendation.facts if item.facts else 0.0
    main = width - x - (facts_width + gap if item.facts else 0.0)
    above, below = _air(desk)
    top = desk.leading * above
    label = _numbered(desk, item.label, side, top)
    action = desk.copy(item.action, "action", main, x=x, y=top)
    facts: list[Copy] = []
    facts_bottom = top
    for fact in item.facts:
        facts += _fact(desk, fact, Rect(width - facts_width, facts_bottom, facts_width, 0.0), hang)
        facts_bottom += facts[-1].height
    reasons: list[Copy] = []
    y = top + action.height
    for text, style in ((item.rationale, "rationale"), (item.addresses, "meta"), (item.derived, "meta")):
        if text:
            reasons.append(desk.copy(text, style, main, x=x, y=y))
            y += reasons[-1].height
    copies = [label, action, *reasons, *facts]  # in reading order
    rule = advice_rule(desk, 1.0, width)
    height = max(y, facts_bottom, top + label.height) + desk.leading * below
    return desk.piece(copies, [anchor(item.id), rule], height, group=group, break_cost=costs.BETWEEN_ADVICE)


def _numbered(desk: Desk, label: Text, width: float, top: float) -> Copy:
    """A label whose number, its last word, stands large below the others."""
    parts = split_label(label)
    if not parts:
        return desk.copy(label, "label", width, y=top)
    spare = desk.theme.style("numeral")
    first = desk.copy(parts.words, "label", width, y=top)
    second = desk.copy(parts.number, spare, width, y=top + first.height - 1.0)
    return Copy(
        (*first.strips, *second.strips),
        first.height + second.height - 1.0 - spare.leading * (1 - BASELINE),  # figures have no descenders
        first.lines + second.lines,
        max(first.width, second.width),
    )


def _fact(desk: Desk, fact: Fact, place: Rect, hang: float) -> list[Copy]:
    """A fact in a place of no height: its label, and its value `hang` points further in."""
    return [
        desk.copy(fact.label, "fact_label", hang, x=place.x, y=place.y),
        desk.copy(fact.value, "fact", place.width - hang, x=place.x + hang, y=place.y),
    ]


def _narrow(desk: Desk, item: Recommendation, width: float, hang: float, group: Group | None) -> Piece:
    """One recommendation where little width is: rule, label, action, reasons and facts below each other; never split."""
    above, below = _air(desk)
    copies: list[Copy] = []
    y = desk.leading * above
    for text, style in (
        (item.label, "label"),
        (item.action, "action"),
        (item.rationale, "rationale"),
        (item.addresses, "meta"),
        (item.derived, "meta"),
    ):
        if text:
            copies.append(desk.copy(text, style, width, y=y))
            y += copies[-1].height
    for fact in item.facts:
        copies += _fact(desk, fact, Rect(0.0, y, width, 0.0), hang)
        y += copies[-1].height
    rule = advice_rule(desk, 1.0, width)
    height = y + desk.leading * below
    return desk.piece(copies, [anchor(item.id), rule], height, group=group, break_cost=costs.BETWEEN_ADVICE)
