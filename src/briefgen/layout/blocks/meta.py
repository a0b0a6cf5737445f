"""What findings and recommendations have in common: small lines, and parts that stay together."""

import msgspec

from briefgen.content.brief import Text
from briefgen.geometry import Rect
from briefgen.layout.items import Rule
from briefgen.layout.measuring.pieces import FORBIDDEN, Group, Piece
from briefgen.layout.measuring.text import Desk, Manner


def advice_rule(desk: Desk, y: float, width: float) -> Rule:
    """The rule above a finding or a recommendation."""
    look = desk.look.advice
    return Rule(Rect(0, y, width, look.rule), desk.tone(look.rule_colour))


def small_lines(desk: Desk, texts: tuple[Text | None, ...], width: float, group: Group | None) -> list[Piece]:
    """Small lines: side by side where they fit in one line, below each other where not; a little smaller in compact form."""
    found = [text for text in texts if text]
    look = desk.theme.style("meta")
    if desk.fit.compact:
        look = msgspec.structs.replace(look, size=look.size * desk.look.advice.compact)
    gap = desk.look.advice.gap
    widths = [desk.natural_width(text, look) for text in found]
    if len(found) > 1 and sum(widths) + gap * (len(found) - 1) <= width:
        x = 0.0
        copies = []
        for text, natural in zip(found, widths, strict=True):
            copies.append(desk.copy(text, look, natural + 1, x=x))
            x += natural + gap
        return [desk.piece(copies, [], desk.leading, group=group)]
    pieces: list[Piece] = []
    for number, text in enumerate(found):
        pieces += desk.flow(text, "meta", width, Manner(group=group, keep_next=number + 1 < len(found)))
    return pieces


def kept(pieces: list[Piece], *, last: bool) -> list[Piece]:
    """The pieces, with a column's end after the last of them forbidden where `last` is true."""
    return [*pieces[:-1], msgspec.structs.replace(pieces[-1], break_cost=FORBIDDEN)] if last else pieces


def ended(pieces: list[Piece]) -> list[Piece]:
    """The pieces of one item, with a row of space below the last."""
    return [*pieces[:-1], msgspec.structs.replace(pieces[-1], below=1)]
