"""Findings: each a rule, a numeral that hangs, the statement, the evidence, how sure it is, and what it is answered by.

Comes: the findings and a width. Goes: pieces of a column; a finding goes on in the next only within its evidence.
"""

from briefgen.content.brief import Finding, Findings
from briefgen.layout import costs
from briefgen.layout.blocks.meta import CAPITALS, advice_rule, ended, kept, small_lines
from briefgen.layout.blocks.setting import Place
from briefgen.layout.blocks.title import scaled
from briefgen.layout.measuring.pieces import FORBIDDEN, Group, Piece
from briefgen.layout.measuring.text import BASELINE, Desk, Manner, anchor
from briefgen.theme import TextStyle


def finding_pieces(desk: Desk, findings: Findings, width: float, place: Place) -> tuple[Piece, ...]:
    """All findings, their texts as far from their numerals as the widest of these asks for."""
    numeral = _numeral(desk)
    hang = desk.look.finding.numeral_gap + max(desk.natural_width(item.label, numeral) for item in findings.items)
    pieces: list[Piece] = []
    for finding in findings.items:
        pieces += _finding(desk, finding, (hang, width), place.group)
    return tuple(pieces)


def _numeral(desk: Desk) -> TextStyle:
    return scaled(desk.theme.style("numeral"), desk.look.finding.numeral)


def _finding(desk: Desk, finding: Finding, span: tuple[float, float], group: Group | None) -> list[Piece]:
    """The pieces of one finding; `span`: where its texts begin, and the column's width."""
    x, width = span
    look = desk.theme.style("finding")
    numeral = _numeral(desk)
    statement = desk.copy(finding.statement, look, width - x, x=x)
    # the numeral's head is as high as the statement's capitals
    capitals = look.leading * BASELINE - look.size * CAPITALS
    label = desk.copy(finding.label, numeral, x, y=capitals - numeral.leading * BASELINE + numeral.size * CAPITALS)
    small = bool(finding.confidence or finding.answered)
    head = desk.piece(
        [label, statement],
        [anchor(finding.id), advice_rule(desk, -desk.look.finding.rise, width)],
        statement.height,
        lead=2 if desk.fit.airy else 1,
        break_cost=FORBIDDEN if finding.evidence or small else costs.BETWEEN_ADVICE,
        stretchable=True,
        turn=2,
        group=group,
    )
    pieces = [head]
    if finding.evidence:
        manner = Manner(x=x, group=group, after_heading=True)
        pieces += desk.flow(finding.evidence, "evidence", width - x, manner)
    pieces = kept(pieces, last=small)
    return ended([*pieces, *small_lines(desk, finding, (x, width), group)])
