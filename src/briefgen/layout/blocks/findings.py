"""Findings: each a rule, a numeral that hangs, the statement, the evidence, how sure it is, and what it is answered by.

Comes: the findings and a width. Goes: pieces of a column; a finding goes on in the next only within its evidence.
"""

from collections.abc import Sequence

import msgspec

from briefgen.content.brief import Finding, Findings, Text
from briefgen.layout import costs
from briefgen.layout.blocks.meta import advice_rule, ended, kept, parted, small_lines
from briefgen.layout.blocks.setting import Place
from briefgen.layout.blocks.title import scaled
from briefgen.layout.items import Rule
from briefgen.layout.measuring.galley import Galley
from briefgen.layout.measuring.pieces import FORBIDDEN, Group, Ingredient, Piece
from briefgen.layout.measuring.place import moved
from briefgen.layout.measuring.text import BASELINE, CAPITALS, Desk, Manner, anchor
from briefgen.theme import TextStyle

DIGITS_BELOW = 0.12  # of the size: what is kept free below digits
ACROSS = 2  # columns of a grid
EVEN = 19.0  # em: a line of about 40 characters, the shortest that is justified
PAIR = 2  # findings, which may stand in two columns
GRID = 400.0  # points: the least width of a page that has one


def finding_pieces(desk: Desk, findings: Findings, width: float, place: Place) -> tuple[Piece, ...]:
    """All findings, their texts as far from their numerals as the widest of these asks for."""
    numeral = _numeral(desk)
    hang = desk.look.finding.numeral_gap + max(desk.natural_width(item.label, numeral) for item in findings.items)
    grid = stands_in_grid(desk, findings) and place.group is None and width >= GRID
    desk = _ragged(desk, findings, (_half(desk, width) if grid else width) - hang)
    if grid:
        return _below(desk, _grid(desk, findings, width), place)
    pieces: list[Piece] = []
    count = len(findings.items)
    for number, finding in enumerate(findings.items, 1):
        *found, last = _finding(desk, finding, (hang, width), place.group)
        if 1 in (number, count - number) and count > PAIR:
            last = msgspec.structs.replace(last, break_cost=last.break_cost + costs.LONE_FINDING)
        pieces += [*found, parted(last, number, count - number)]
    return _below(desk, tuple(pieces), place)


def _below(desk: Desk, pieces: tuple[Piece, ...], place: Place) -> tuple[Piece, ...]:
    """Findings without the rules of the first, where a bar right above them is rule enough."""
    if not (pieces and place.below_bar(desk)):
        return pieces
    words = tuple([item for item in pieces[0].ingredients if not isinstance(item, Rule)])
    return (msgspec.structs.replace(pieces[0], ingredients=words), *pieces[1:])


def stands_in_grid(desk: Desk, findings: Findings) -> bool:
    """Whether the look has so many findings stand across the page."""
    least = desk.look.finding.grid
    return bool(least) and len(findings.items) >= least


def _grid(desk: Desk, findings: Findings, width: float) -> tuple[Piece, ...]:
    """Findings side by side, those of a row from one line on; a row is never split.

    One that is left over has its statement at the left and its evidence at the right, so that no half of the page is white.
    """
    each = _half(desk, width)
    pieces = []
    for start in range(0, len(findings.items), ACROSS):
        row = findings.items[start : start + ACROSS]
        items: list[Ingredient] = []
        rows = 0
        halves = _halves(desk, row[0], (each, width)) if len(row) == 1 else ()
        for number, found in enumerate(halves or [_alone(desk, findings, finding, each) for finding in row]):
            stack = Galley(found).stack(0, len(found))
            x = number * (each + desk.look.finding.grid_gap)
            items += [moved(item, x, stand.top * desk.leading) for stand in stack.stands for item in stand.piece.ingredients]
            rows = max(rows, stack.rows)
        stop = start + len(row)
        piece = Piece(rows, tuple(items), lead=1, below=1, elastic="finding", break_cost=costs.BETWEEN_ADVICE)
        pieces.append(parted(piece, stop, len(findings.items) - stop))
    return tuple(pieces)


def _alone(desk: Desk, findings: Findings, finding: Finding, width: float) -> tuple[Piece, ...]:
    return finding_pieces(desk, msgspec.structs.replace(findings, items=(finding,)), width, Place())


def _halves(desk: Desk, finding: Finding, widths: tuple[float, float]) -> Sequence[Sequence[Piece]]:
    """A finding's statement, and what it rests on; none where that is nothing. `widths`: of a half, and of all."""
    each, width = widths
    x = desk.look.finding.numeral_gap + desk.natural_width(finding.label, _numeral(desk))
    evidence = _evidence(desk, finding, (x, each), None)
    return [[_head(desk, finding, (x, each), width, None)], evidence] if evidence else []


def _half(desk: Desk, width: float) -> float:
    """The width of a column of a grid."""
    return (width - desk.look.finding.grid_gap * (ACROSS - 1)) / ACROSS


def _ragged(desk: Desk, findings: Findings, width: float) -> Desk:
    """A desk whose evidence, in lines of this width, is ragged: where they are too short to be filled evenly, or one is not.

    Findings beside each other are set alike, so that one with a loose line makes all ragged.
    """
    look = desk.theme.style("evidence")
    if look.align != "justify":
        return desk
    texts = [finding.evidence for finding in findings.items if finding.evidence]
    if width >= EVEN * look.size and not any(_is_loose(desk, text, look, width) for text in texts):
        return desk
    return desk.with_styles({"evidence": msgspec.structs.replace(look, align="left")})


def _is_loose(desk: Desk, text: Text, look: TextStyle, width: float) -> bool:
    """Whether a line of a text that is to be filled cannot be."""
    flaws = desk.set(text, look, (width, width), fitted=True).setting.flaws
    return any(flaw.code == "typeset/loose-line" for flaw in flaws)


def _numeral(desk: Desk) -> TextStyle:
    return scaled(desk.theme.style("numeral"), desk.look.finding.numeral)


def _finding(desk: Desk, finding: Finding, span: tuple[float, float], group: Group | None) -> list[Piece]:
    """The pieces of one finding; `span`: where its texts begin, and the column's width."""
    return ended([_head(desk, finding, span, span[1], group), *_evidence(desk, finding, span, group)])


def _head(desk: Desk, finding: Finding, span: tuple[float, float], ruled: float, group: Group | None) -> Piece:
    """The numeral and the statement of a finding, below a rule of this width."""
    x, width = span
    look = desk.theme.style("finding")
    numeral = _numeral(desk)
    statement = desk.copy(finding.statement, look, width - x, x=x)
    more = bool(finding.evidence or finding.confidence or finding.answered)
    # the numeral's head is as high as the statement's capitals, but it ends within a line that stands alone
    base = look.leading * BASELINE + (numeral.size - look.size) * CAPITALS
    if not more:
        base = min(base, desk.rows(statement.height) * desk.leading - numeral.size * DIGITS_BELOW)
    label = desk.copy(finding.label, numeral, x, y=base - numeral.leading * BASELINE)
    return desk.piece(
        [label, statement],
        [anchor(finding.id), advice_rule(desk, -desk.look.finding.rise, ruled)],
        statement.height,
        lead=2 if desk.fit.airy else 1,
        break_cost=FORBIDDEN if more else costs.BETWEEN_ADVICE,
        elastic="finding",
        group=group,
    )


def _within(piece: Piece) -> Piece:
    """A line of evidence that more lines follow: a finding is best read at once."""
    cost, page_cost = piece.break_cost + costs.IN_ADVICE, piece.page_break_cost + costs.PAGE_ADVICE
    return msgspec.structs.replace(piece, break_cost=cost, page_break_cost=page_cost)


def _evidence(desk: Desk, finding: Finding, span: tuple[float, float], group: Group | None) -> list[Piece]:
    """What a finding rests on, and its small lines."""
    x, width = span
    pieces: list[Piece] = []
    if finding.evidence:
        pieces += desk.flow(finding.evidence, "evidence", width - x, Manner(x=x, group=group, after_heading=True))
        pieces = kept([*map(_within, pieces[:-1]), pieces[-1]], last=bool(finding.confidence or finding.answered))
    return [*pieces, *small_lines(desk, finding, span, group)]
