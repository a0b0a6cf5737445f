"""What findings and recommendations have in common: small lines, and parts that stay together."""

import msgspec

from briefgen.content.brief import Finding, Text
from briefgen.geometry import Rect
from briefgen.layout import costs
from briefgen.layout.items import Path, Rule, Stroke
from briefgen.layout.measuring.circle import circle
from briefgen.layout.measuring.pieces import FORBIDDEN, Group, Ingredient, Piece
from briefgen.layout.measuring.text import BASELINE, CAPITALS, Copy, Desk, Manner
from briefgen.theme import SMALLEST_SIZE, TextStyle

SMALL_LETTERS = 0.48  # of the size: how high they are
LEVELS = 3  # of confidence
MANY = 6  # findings or recommendations, of which two alone look cut off


def advice_rule(desk: Desk, y: float, width: float) -> Rule:
    """The rule above a finding or a recommendation."""
    look = desk.look.advice
    return Rule(Rect(0, y, width, look.rule), desk.tone(look.rule_colour))


def numeral(desk: Desk, label: Text, look: TextStyle, place: tuple[float, float], action: TextStyle) -> Copy:
    """The numeral, its head as high as the capitals of the action; figures have no descenders.

    `place`: how far the action stands in, and the head of its first line.
    """
    room, top = place
    capitals = top + action.leading * BASELINE - action.size * CAPITALS
    copy = desk.copy(label, look, room, y=capitals - look.leading * BASELINE + look.size * CAPITALS)
    return msgspec.structs.replace(copy, height=copy.height - look.leading * (1 - BASELINE))


def closing_rule(desk: Desk, y: float, width: float) -> Rule:
    """The fine rule below the last of them."""
    look = desk.look.advice
    return Rule(Rect(0, y, width, look.closing_rule), desk.tone(look.rule_colour))


def small_lines(desk: Desk, finding: Finding, span: tuple[float, float], group: Group | None) -> list[Piece]:
    """How sure a finding is, and what answers it: side by side where they fit in one line, else below each other.

    `span`: where the lines begin, and the column's width. In the compact form they are a little smaller.
    """
    start, width = span
    look = desk.theme.style("meta")
    if desk.fit.compact:
        look = msgspec.structs.replace(look, size=max(SMALLEST_SIZE, look.size * desk.look.advice.compact))
    dots, dotted = _dots(desk, finding, look, start)
    marked = desk.look.finding.links == "marks"
    after = desk.look.finding.arrow + desk.look.finding.dot_text if marked else 0.0  # what an arrow takes
    lines = [(text, x) for text, x in ((finding.confidence, start + dotted), (finding.answered, start + after)) if text]
    if len(lines) == 2:
        (first, x), (second, _) = lines
        one, two = desk.natural_width(first, look), desk.natural_width(second, look)
        beside = x + one + desk.look.advice.gap
        if beside + after + two <= width:
            copies = [desk.copy(first, look, one + 1, x=x), desk.copy(second, look, two + 1, x=beside + after)]
            arrow = _arrow(desk, look, beside) if marked else ()
            return [desk.piece(copies, (*dots, *arrow), desk.leading, group=group)]
    pieces: list[Piece] = []
    for number, (text, x) in enumerate(lines):
        drawn = dots if text is finding.confidence else _arrow(desk, look, start) if marked else ()
        manner = Manner(x=x, group=group, keep_next=number + 1 < len(lines), first=drawn)
        pieces += desk.flow(text, "meta", width - x, manner)
    return pieces


def _dots(desk: Desk, finding: Finding, look: TextStyle, x: float) -> tuple[tuple[Ingredient, ...], float]:
    """As many of three dots filled as a finding is sure, amid the small letters of its line, and the width they take."""
    if not finding.certainty:
        return (), 0.0
    record, colour = desk.look.finding, desk.tone(desk.look.finding.dot_colour)
    radius = record.dot / 2
    y = desk.leading * BASELINE - look.size * SMALL_LETTERS / 2
    found: list[Ingredient] = []
    for number in range(LEVELS):
        centre = x + radius + number * (record.dot + record.dot_gap)
        if number < finding.certainty:
            found.append(Path(circle(centre, y, radius), colour))
        else:
            ring = Stroke(colour, record.ring)
            found.append(Path(circle(centre, y, radius - record.ring / 2), None, stroke=ring))
    return tuple(found), LEVELS * record.dot + (LEVELS - 1) * record.dot_gap + record.dot_text


def _arrow(desk: Desk, look: TextStyle, x: float) -> tuple[Ingredient, ...]:
    """An arrow amid the small letters of a line, before what it leads to."""
    record, colour = desk.look.finding, desk.tone(desk.look.finding.dot_colour)
    stroke = Stroke(colour, record.ring)
    y, end, head = desk.leading * BASELINE - look.size * SMALL_LETTERS / 2, x + record.arrow, record.dot / 2
    return (
        Path((("m", x, y), ("l", end, y)), None, stroke=stroke),
        Path((("m", end - head, y - head), ("l", end, y), ("l", end - head, y + head)), None, stroke=stroke),
    )


def parted(piece: Piece, before: int, after: int) -> Piece:
    """The last piece of what holds findings or recommendations, with the demerits of a page's end there.

    Of them `before` stand up to it and `after` after it. One alone on a page is taken for all there are, or for a stray.
    """
    fewest = min(before, after)
    cost = costs.LONE_ADVICE if fewest == 1 else costs.FEW_ADVICE if fewest == 2 and before + after >= MANY else 0.0
    return msgspec.structs.replace(piece, page_break_cost=piece.page_break_cost + cost) if cost else piece


def kept(pieces: list[Piece], *, last: bool) -> list[Piece]:
    """The pieces, with a column's end after the last of them forbidden where `last` is true."""
    return [*pieces[:-1], msgspec.structs.replace(pieces[-1], break_cost=FORBIDDEN)] if last else pieces


def ended(pieces: list[Piece]) -> list[Piece]:
    """The pieces of one item, with a row of space below the last."""
    return [*pieces[:-1], msgspec.structs.replace(pieces[-1], below=1)]
