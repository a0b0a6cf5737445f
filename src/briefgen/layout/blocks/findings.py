"""Findings: each a rule, a numeral that hangs, the statement, the evidence, how sure it is, and what it is answered by.

Comes: the findings and a width. Goes: pieces of a column; a finding goes on in the next only within its evidence.
"""

import msgspec

from briefgen.content.brief import Finding, Findings, Text
from briefgen.layout import costs
from briefgen.layout.blocks.meta import Small, advice_rule, ended, kept, parted, small_form, small_lines
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
LONGEST = 35.0  # em: a line of about 75 characters, the longest that is read with ease
PAIR = 2  # findings, which may stand in two columns
GRID = 400.0  # points: the least width of a page that has one


class Form(msgspec.Struct, frozen=True):
    """What all findings of a list have in common: how far their texts stand in, and to where these and their rules go."""

    hang: float
    width: float
    ruled: float
    small: Small
    group: Group | None


def finding_pieces(desk: Desk, findings: Findings, width: float, place: Place) -> tuple[Piece, ...]:
    """All findings, their texts as far from their numerals as the widest of these asks for."""
    numeral = _numeral(desk)
    hang = desk.look.finding.numeral_gap + max(desk.natural_width(item.label, numeral) for item in findings.items)
    grid = stands_in_grid(desk, findings) and place.group is None and width >= GRID
    each = _half(desk, width) if grid else width
    desk = _ragged(desk, findings, each - hang)
    form = Form(hang, each, each, small_form(desk, findings.items, (hang, each)), place.group)
    if grid:
        return _below(desk, _grid(desk, findings, width, form), place)
    pieces: list[Piece] = []
    count = len(findings.items)
    for number, finding in enumerate(findings.items, 1):
        *found, last = _finding(desk, finding, form)
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


def _grid(desk: Desk, findings: Findings, width: float, form: Form) -> tuple[Piece, ...]:
    """Findings side by side, those of a row from one line on; a row is never split.

    One that is left over stands across the page, in lines no longer than text has in one column.
    """
    pieces = []
    whole = msgspec.structs.replace(
        form, width=min(width, form.hang + LONGEST * desk.theme.style("evidence").size), ruled=width
    )
    for start in range(0, len(findings.items), ACROSS):
        row = findings.items[start : start + ACROSS]
        items: list[Ingredient] = []
        rows = 0
        for number, finding in enumerate(row):
            found = _finding(desk, finding, whole if len(row) == 1 else form)
            stack = Galley(tuple(found)).stack(0, len(found))
            x = number * (form.width + desk.theme.page.gutter)
            items += [moved(item, x, stand.top * desk.leading) for stand in stack.stands for item in stand.piece.ingredients]
            rows = max(rows, stack.rows)
        stop = start + len(row)
        piece = Piece(rows, tuple(items), lead=1, below=1, elastic="finding", break_cost=costs.BETWEEN_ADVICE)
        pieces.append(parted(piece, stop, len(findings.items) - stop))
    return tuple(pieces)


def _half(desk: Desk, width: float) -> float:
    """The width of a column of a grid."""
    return (width - desk.theme.page.gutter * (ACROSS - 1)) / ACROSS


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


def _finding(desk: Desk, finding: Finding, form: Form) -> list[Piece]:
    """The pieces of one finding."""
    return ended([_head(desk, finding, form), *_evidence(desk, finding, form)])


def _head(desk: Desk, finding: Finding, form: Form) -> Piece:
    """The numeral and the statement of a finding, below its rule."""
    x = form.hang
    look = desk.theme.style("finding")
    numeral = _numeral(desk)
    statement = desk.copy(finding.statement, look, form.width - x, x=x)
    more = bool(finding.evidence or finding.confidence or finding.answered)
    # the numeral's head is as high as the statement's capitals, but it ends within a line that stands alone
    base = look.leading * BASELINE + (numeral.size - look.size) * CAPITALS
    if not more:
        base = min(base, desk.rows(statement.height) * desk.leading - numeral.size * DIGITS_BELOW)
    label = desk.copy(finding.label, numeral, x, y=base - numeral.leading * BASELINE)
    return desk.piece(
        [label, statement],
        [anchor(finding.id), advice_rule(desk, -desk.look.finding.rise, form.ruled)],
        statement.height,
        lead=2 if desk.fit.airy else 1,
        break_cost=FORBIDDEN if more else costs.BETWEEN_ADVICE,
        elastic="finding",
        group=form.group,
    )


def _within(piece: Piece) -> Piece:
    """A line of evidence that more lines follow: a finding is best read at once."""
    cost, page_cost = piece.break_cost + costs.IN_ADVICE, piece.page_break_cost + costs.PAGE_ADVICE
    return msgspec.structs.replace(piece, break_cost=cost, page_break_cost=page_cost)


def _evidence(desk: Desk, finding: Finding, form: Form) -> list[Piece]:
    """What a finding rests on, and its small lines."""
    x = form.hang
    pieces: list[Piece] = []
    if finding.evidence:
        manner = Manner(x=x, group=form.group, after_heading=True)
        pieces += desk.flow(finding.evidence, "evidence", form.width - x, manner)
        pieces = kept([*map(_within, pieces[:-1]), pieces[-1]], last=bool(finding.confidence or finding.answered))
    return [*pieces, *small_lines(desk, finding, (x, form.width), form.small, form.group)]
