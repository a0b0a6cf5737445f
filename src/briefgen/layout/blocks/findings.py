"""Findings: each a rule, its label, the statement, the evidence, and what it is answered by."""

from briefgen.content.brief import Finding, Findings
from briefgen.layout import costs
from briefgen.layout.blocks.meta import advice_rule, ended, kept, small_lines
from briefgen.layout.blocks.setting import Place
from briefgen.layout.measuring.pieces import FORBIDDEN, Group, Piece
from briefgen.layout.measuring.text import Copy, Desk, Manner, anchor


def finding_pieces(desk: Desk, findings: Findings, width: float, place: Place) -> tuple[Piece, ...]:
    """Each finding: a rule, its label, the statement, the evidence, and what it is answered by."""
    pieces: list[Piece] = []
    for finding in findings.items:
        pieces += _finding(desk, finding, width, place.group)
    return tuple(pieces)


def _finding(desk: Desk, finding: Finding, width: float, group: Group | None) -> list[Piece]:
    copies, height = _head(desk, finding, width)
    head = desk.piece(
        copies,
        [anchor(finding.id), advice_rule(desk, 0, width)],
        height,
        lead=2 if desk.fit.airy else 1,
        break_cost=FORBIDDEN if finding.evidence or finding.confidence or finding.answered else costs.BETWEEN_ADVICE,
        stretchable=True,
        turn=2,
        group=group,
    )
    pieces = [head]
    if finding.evidence:
        pieces += desk.flow(finding.evidence, "evidence", width, Manner(group=group, after_heading=True))
    pieces = kept(pieces, last=bool(finding.confidence or finding.answered))
    return ended([*pieces, *small_lines(desk, (finding.confidence, finding.answered), width, group)])


def _head(desk: Desk, finding: Finding, width: float) -> tuple[list[Copy], float]:
    """Label and statement below each other; in the compact form the statement begins in the line of the label."""
    look = desk.look.finding
    side = desk.natural_width(finding.label, "label") + look.label_gap
    if desk.fit.compact and side <= look.label_share * width:
        y = look.label_drop  # clear of the rule
        label = desk.copy(finding.label, "label", side, y=y)
        statement = desk.copy(finding.statement, "finding", width, y=y, indent=side)
        return [label, statement], statement.height
    label = desk.copy(finding.label, "label", width, y=look.label_drop)
    statement = desk.copy(finding.statement, "finding", width, y=desk.leading)
    return [label, statement], desk.leading + statement.height
