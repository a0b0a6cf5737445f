"""Recommendations: what a reader flips for.

Comes: the numbered items of the brief and a width. Goes: pieces. A recommendation set across a page has its label and its
facts (for whom, by when) in a side column; in a narrow column everything stands below each other.
"""

import msgspec

from briefgen.content.brief import Fact, Recommendation, Recommendations, Text
from briefgen.geometry import Rect
from briefgen.layout.blocks.compact import compact_item, facts_in_line, split_label, stacked
from briefgen.layout.blocks.meta import BETWEEN_COST, RULE, kept, small_lines
from briefgen.layout.blocks.setting import Place
from briefgen.layout.items import Rule
from briefgen.layout.pieces import FORBIDDEN, Group, Piece
from briefgen.layout.text import BASELINE, Copy, Desk, Manner, anchor

WIDE = 340.0  # from this width on recommendations have a side column
SIDE = 0.2  # the share of the width that a label takes
FACTS = 0.27  # and the facts
FACT_GAP = 6.0  # between the longest label of a fact and the values
SIDE_GAP = 18.0
LONE_COST = 2500.0  # more after the first: a heading, or a banner, over one item alone is a bad start
USUAL, AIRY = (0.55, 0.3), (0.85, 1.0)  # of a row: the space between a rule and the text below it, and below the text
NOTE_RISE = 3.5  # the note stands nearer to the heading than to the first rule


def recommendation_pieces(desk: Desk, recommendations: Recommendations, width: float, place: Place) -> tuple[Piece, ...]:
    """All recommendations; what is derived from the source's argument is said first, once."""
    group = place.group
    pieces: list[Piece] = []
    if recommendations.note:
        note = desk.copy(recommendations.note, "meta", width, y=-NOTE_RISE)
        pieces.append(desk.piece([note], [], note.height, group=group, break_cost=FORBIDDEN))
    compact = desk.fit.compact and width >= WIDE and group is None
    items = _compact(desk, recommendations, width) if compact else _items(desk, recommendations, width, group)
    # no space is let in between a heading and what it heads
    pieces.append(msgspec.structs.replace(items[0][0], stretchable=False))
    pieces += items[0][1:]
    if len(items) > 1:
        pieces[-1] = msgspec.structs.replace(pieces[-1], break_cost=pieces[-1].break_cost + LONE_COST)
    pieces += [piece for item in items[1:] for piece in item]
    return (*pieces[:-1], msgspec.structs.replace(pieces[-1], below=1))


def _compact(desk: Desk, recommendations: Recommendations, width: float) -> list[list[Piece]]:
    measured = [compact_item(desk, item, _indent(desk, width), width) for item in recommendations.items]
    return [[piece] for piece in stacked(measured, recommendations.id, desk.leading)]


def _items(desk: Desk, recommendations: Recommendations, width: float, group: Group | None) -> list[list[Piece]]:
    """The pieces of each recommendation in its usual form."""
    measure = _wide if width >= WIDE else _narrow
    labels = {fact.label.spans: fact.label for item in recommendations.items for fact in item.facts}
    hang = FACT_GAP + max([desk.natural_width(label, "fact_label") for label in labels.values()], default=0.0)
    return [measure(desk, item, width, hang, group) for item in recommendations.items]


def _indent(desk: Desk, width: float) -> float:
    """How far the text of one that stands across the page is set in."""
    return max(width * SIDE + SIDE_GAP, desk.theme.page.indent)


def _wide(desk: Desk, item: Recommendation, width: float, hang: float, group: Group | None) -> list[Piece]:
    """One recommendation across the page: label, what and why, for whom and by when side by side; never split.

    The values of its facts stand `hang` points in from their labels, as those of all others do.
    """
    x = _indent(desk, width)
    side = x - SIDE_GAP
    facts_width = width * FACTS if item.facts else 0.0
    main = width - x - (facts_width + SIDE_GAP if item.facts else 0.0)
    above, below = AIRY if desk.fit.airy else USUAL
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
    rule = Rule(Rect(0, 1.0, width, RULE), desk.theme.palette.accent)
    height = max(y, facts_bottom, top + label.height) + desk.leading * below
    piece = desk.piece(
        copies, [anchor(item.id), rule], height, stretchable=True, turn=2, group=group, break_cost=BETWEEN_COST
    )
    return [piece]


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


def _narrow(desk: Desk, item: Recommendation, width: float, hang: float, group: Group | None) -> list[Piece]:
    """One recommendation in a column: rule, label and action, the reasons as running text, the facts in a block."""
    top = desk.leading * (AIRY if desk.fit.airy else USUAL)[0]
    copies = [desk.copy(item.label, "label", width, y=top)]
    y = top + copies[0].height
    copies.append(desk.copy(item.action, "action", width, y=y))
    y += copies[-1].height + 1.0
    rule = Rule(Rect(0, 1.0, width, RULE), desk.theme.palette.accent)
    tail = item.rationale or item.addresses or item.derived or item.facts
    cost = FORBIDDEN if tail else BETWEEN_COST
    pieces = [desk.piece(copies, [anchor(item.id), rule], y, stretchable=True, turn=2, group=group, break_cost=cost)]
    if item.rationale:
        pieces += desk.flow(item.rationale, "rationale", width, Manner(group=group, after_heading=True))
        pieces = kept(pieces, last=bool(item.addresses or item.derived or item.facts))
    if desk.fit.compact and tail:
        small, height = facts_in_line(desk, item, Rect(0.0, 0.0, width, 0.0))
        return [*pieces, desk.piece(small, [], height, group=group)] if small else pieces
    pieces += small_lines(desk, (item.addresses, item.derived), width, group)
    if item.facts:
        facts: list[Copy] = []
        y = 0.0
        for fact in item.facts:
            facts += _fact(desk, fact, Rect(0.0, y, width, 0.0), hang)
            y += facts[-1].height
        pieces = [*kept(pieces, last=True), desk.piece(facts, [], y + desk.leading * 0.4, group=group)]
    return pieces
