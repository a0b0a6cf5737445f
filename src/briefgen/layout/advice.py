"""Findings and recommendations: what a reader flips for.

Comes: the numbered items of the brief and a width. Goes: pieces. A recommendation set across a page has its label and its
facts (for whom, by when) in a side column; in a narrow column everything stands below each other.
"""

import msgspec

from briefgen.content.brief import Fact, Finding, Findings, Recommendation, Recommendations, Text
from briefgen.geometry import Rect
from briefgen.layout.items import Rule
from briefgen.layout.pieces import FORBIDDEN, Group, Piece
from briefgen.layout.text import Copy, Desk, anchor

WIDE = 340.0  # from this width on recommendations have a side column
SIDE = 0.245  # its share of the width
SIDE_GAP = 18.0
BETWEEN_COST = 20.0  # a column's end between two of them
RULE = 1.2  # the rule above each
LABEL_DROP = 1.2  # its label stands a little low, clear of the rule


def finding_pieces(desk: Desk, findings: Findings, width: float, group: Group | None) -> tuple[Piece, ...]:
    """Each finding: a rule, its label, the statement, the evidence, and what it is answered by."""
    pieces: list[Piece] = []
    for finding in findings.items:
        pieces += _finding(desk, finding, width, group)
    return tuple(pieces)


def _finding(desk: Desk, finding: Finding, width: float, group: Group | None) -> list[Piece]:
    head = desk.piece(
        [
            desk.copy(finding.label, "label", width, y=LABEL_DROP),
            desk.copy(finding.statement, "finding", width, y=desk.leading),
        ],
        [anchor(finding.id), Rule(Rect(0, 0, width, RULE), desk.theme.palette.accent)],
        desk.leading + desk.copy(finding.statement, "finding", width).height,
        lead=1,
        break_cost=FORBIDDEN if finding.evidence or finding.confidence or finding.answered else BETWEEN_COST,
        stretchable=True,
        group=group,
    )
    pieces = [head]
    if finding.evidence:
        pieces += desk.flow(finding.evidence, "evidence", width, group=group, after_heading=True)
    pieces = _keep_last(pieces, bool(finding.confidence or finding.answered))
    return [*pieces, *_meta(desk, (finding.confidence, finding.answered), width, group)]


def _meta(desk: Desk, texts: tuple[Text | None, ...], width: float, group: Group | None) -> list[Piece]:
    """Small lines: side by side where they fit in one line, below each other where not."""
    found = [text for text in texts if text]
    widths = [desk.natural_width(text, "meta") for text in found]
    gap = 14.0
    if len(found) > 1 and sum(widths) + gap * (len(found) - 1) <= width:
        x = 0.0
        copies = []
        for text, natural in zip(found, widths, strict=True):
            copies.append(desk.copy(text, "meta", natural + 1, x=x))
            x += natural + gap
        return [desk.piece(copies, [], desk.leading, group=group)]
    pieces: list[Piece] = []
    for number, text in enumerate(found):
        pieces += desk.flow(text, "meta", width, group=group, keep_next=number + 1 < len(found))
    return pieces


def recommendation_pieces(
    desk: Desk, recommendations: Recommendations, width: float, group: Group | None
) -> tuple[Piece, ...]:
    """All recommendations; what is derived from the source's argument is said first, once."""
    pieces: list[Piece] = []
    if recommendations.note:
        pieces += desk.flow(recommendations.note, "meta", width, group=group, keep_next=True)
    measure = _wide if width >= WIDE else _narrow
    for item in recommendations.items:
        pieces += measure(desk, item, width, group)
    return tuple(pieces)


def _wide(desk: Desk, item: Recommendation, width: float, group: Group | None) -> list[Piece]:
    """One recommendation across the page: label and facts at the left, what and why at the right; never split."""
    side = width * SIDE
    x = side + SIDE_GAP
    main = width - x
    top = desk.leading * 0.55
    label = desk.copy(item.label, "label", side, y=top)
    action = desk.copy(item.action, "action", main, x=x, y=top)
    facts: list[Copy] = []
    left_bottom = top + label.height + 1.5
    for fact in item.facts:
        facts += _fact(desk, fact, side, left_bottom)
        left_bottom = max(_bottom(copy) for copy in facts[-2:])
    reasons: list[Copy] = []
    y = top + action.height
    for text, style in ((item.rationale, "rationale"), (item.addresses, "meta"), (item.derived, "meta")):
        if text:
            reasons.append(desk.copy(text, style, main, x=x, y=y))
            y += reasons[-1].height
    copies = [label, action, *facts, *reasons]  # in reading order
    rule = Rule(Rect(0, 1.0, width, RULE), desk.theme.palette.accent)
    height = max(y, left_bottom) + desk.leading * 0.3
    piece = desk.piece(copies, [anchor(item.id), rule], height, stretchable=True, group=group, break_cost=BETWEEN_COST)
    return [piece]


def _bottom(copy: Copy) -> float:
    """Where the leading of a copy's last line ends, in its piece."""
    last = copy.strips[-1]
    leading = copy.height / max(1, copy.lines)
    return getattr(last, "y", 0.0) + leading * 0.23


def _fact(desk: Desk, fact: Fact, width: float, y: float, x: float = 0.0) -> list[Copy]:
    """A fact: its label and value on one line if they fit, else the value below the label."""
    label_width = desk.natural_width(fact.label, "fact_label") + 5.0
    label = desk.copy(fact.label, "fact_label", width, x=x, y=y)
    if label_width + desk.natural_width(fact.value, "fact") <= width:
        return [label, desk.copy(fact.value, "fact", width - label_width + 1, x=x + label_width, y=y)]
    return [label, desk.copy(fact.value, "fact", width, x=x, y=y + label.height)]


def _narrow(desk: Desk, item: Recommendation, width: float, group: Group | None) -> list[Piece]:
    """One recommendation in a column: a block of rule, label, action and facts, then the reasons as running text."""
    top = desk.leading * 0.55
    copies = [desk.copy(item.label, "label", width, y=top)]
    y = top + copies[0].height
    copies.append(desk.copy(item.action, "action", width, y=y))
    y += copies[-1].height + 1.0
    for fact in item.facts:
        copies += _fact(desk, fact, width, y)
        y = _bottom(copies[-1])
    rule = Rule(Rect(0, 1.0, width, RULE), desk.theme.palette.accent)
    tail = [text for text in (item.rationale, item.addresses, item.derived) if text]
    pieces = [
        desk.piece(
            copies,
            [anchor(item.id), rule],
            y + 1.0,
            stretchable=True,
            group=group,
            break_cost=FORBIDDEN if tail else BETWEEN_COST,
        )
    ]
    if item.rationale:
        pieces += desk.flow(item.rationale, "rationale", width, group=group, after_heading=True)
    pieces = _keep_last(pieces, bool(item.addresses or item.derived))
    pieces += _meta(desk, (item.addresses, item.derived), width, group)
    return pieces


def _keep_last(pieces: list[Piece], keep: bool) -> list[Piece]:
    return [*pieces[:-1], _with_cost(pieces[-1], FORBIDDEN)] if keep else pieces


def _with_cost(piece: Piece, cost: float) -> Piece:
    return msgspec.structs.replace(piece, break_cost=cost)
