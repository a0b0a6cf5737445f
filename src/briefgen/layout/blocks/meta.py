"""What findings and recommendations have in common: small lines, and parts that stay together."""

from collections.abc import Sequence

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


def action_copy(desk: Desk, text: Text, look: TextStyle, place: Rect) -> Copy:
    """What a recommendation says is to be done, from a corner on: its first line on that of a row, others less tight.

    Bold type that is as large as rows let it be would else be set solid.
    """
    wider = max(0.0, look.size * desk.look.recommendation.action_leading - look.leading)
    apart = msgspec.structs.replace(look, leading=look.leading + wider)
    copy = desk.copy(text, apart, place.width, x=place.x, y=place.y - wider * BASELINE)
    return msgspec.structs.replace(copy, height=copy.height - wider)


def closing_rule(desk: Desk, y: float, width: float) -> Rule:
    """The fine rule below the last of them."""
    look = desk.look.advice
    return Rule(Rect(0, y, width, look.closing_rule), desk.tone(look.rule_colour))


class Small(msgspec.Struct, frozen=True):
    """How the small lines of findings that belong together are set: all alike.

    `beside`: what answers a finding stands in the line that says how sure it is.
    """

    look: TextStyle
    beside: bool


def small_form(desk: Desk, findings: Sequence[Finding], span: tuple[float, float]) -> Small:
    """The form of the small lines of all these: side by side where those of each fit in one line, smaller if need be.

    `span`: where the lines begin, and the column's width. In the compact form they are a little smaller in any case.
    """
    usual = desk.theme.style("meta")
    smaller = msgspec.structs.replace(usual, size=max(SMALLEST_SIZE, usual.size * desk.look.advice.compact))
    looks = (smaller,) if desk.fit.compact else (usual, smaller)
    both = [finding for finding in findings if finding.confidence and finding.answered]
    for look in looks:
        if all(_beside(desk, finding, look, span) for finding in both):
            return Small(look, beside=True)
    return Small(looks[0], beside=False)


def _beside(desk: Desk, finding: Finding, look: TextStyle, span: tuple[float, float]) -> tuple[float, float, float] | None:
    """Where in the line of the first text the second begins, with the width of each; nothing where it has no room."""
    start, width = span
    if not (finding.confidence and finding.answered):
        return None
    one, two = desk.natural_width(finding.confidence, look), desk.natural_width(finding.answered, look)
    x = start + _dotted(desk, finding) + one + desk.look.advice.gap
    return (x, one, two) if x + _pointed(desk) + two <= width else None


def small_lines(desk: Desk, finding: Finding, span: tuple[float, float], small: Small, group: Group | None) -> list[Piece]:
    """How sure a finding is, and what answers it: side by side or below each other. `span`: as of `small_form`."""
    start, width = span
    look = small.look
    dots, dotted, after = _dots(desk, finding, look, start), _dotted(desk, finding), _pointed(desk)
    found = _beside(desk, finding, look, span) if small.beside else None
    if found and finding.confidence and finding.answered:
        beside, one, two = found
        copies = [
            desk.copy(finding.confidence, look, one + 1, x=start + dotted),
            desk.copy(finding.answered, look, two + 1, x=beside + after),
        ]
        arrow = _arrow(desk, look, beside) if after else ()
        return [desk.piece(copies, (*dots, *arrow), desk.leading, group=group)]
    desk = desk.with_styles({"meta": look})
    lines = [(text, x) for text, x in ((finding.confidence, start + dotted), (finding.answered, start + after)) if text]
    pieces: list[Piece] = []
    for number, (text, x) in enumerate(lines):
        drawn = dots if text is finding.confidence else _arrow(desk, look, start) if after else ()
        manner = Manner(x=x, group=group, keep_next=number + 1 < len(lines), first=drawn)
        pieces += desk.flow(text, "meta", width - x, manner)
    return pieces


def _pointed(desk: Desk) -> float:
    """What an arrow before a text takes of its line."""
    record = desk.look.finding
    return record.arrow + record.dot_text if record.links == "marks" else 0.0


def _dotted(desk: Desk, finding: Finding) -> float:
    """What the dots take of their line."""
    record = desk.look.finding
    return LEVELS * record.dot + (LEVELS - 1) * record.dot_gap + record.dot_text if finding.certainty else 0.0


def _dots(desk: Desk, finding: Finding, look: TextStyle, x: float) -> tuple[Ingredient, ...]:
    """As many of three dots filled as a finding is sure, amid the small letters of its line."""
    if not finding.certainty:
        return ()
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
    return tuple(found)


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
