"""Pull quotes: between two rules, centred in whole rows of the grid."""

import msgspec

from briefgen.content.brief import PullQuote
from briefgen.geometry import Rect
from briefgen.layout.blocks.setting import Place, set_off
from briefgen.layout.items import Rule
from briefgen.layout.measuring.pieces import Ingredient, Piece
from briefgen.layout.measuring.text import BASELINE, Desk


def quote_pieces(desk: Desk, block: PullQuote, width: float, place: Place) -> tuple[Piece, ...]:
    """Between a strong rule and a fine one, the words large, whoever said them below."""
    items, height = quote_items(desk, block, width)
    return (set_off(desk, items, height, place, turn=-1),)


def quote_items(desk: Desk, block: PullQuote, width: float, *, slim: bool = False) -> tuple[list[Ingredient], float]:
    """What is drawn of a quote, from its own corner, and its height; `slim`: it stands where there is little width."""
    look, record = desk.theme.style("quote"), desk.look.quote
    if slim:
        look = msgspec.structs.replace(look, size=look.size * record.slim, leading=look.leading * record.slim)
    accent = desk.theme.palette.accent
    cap = look.size * 0.67
    copy = desk.copy(block.text, look, width)
    inked = look.leading * (copy.lines - 1) + cap
    first = record.rule + record.padding + cap
    items: list[Ingredient] = [Rule(Rect(0, 0, width, record.rule), accent)]
    items += desk.copy(block.text, look, width, y=first - look.leading * BASELINE).strips
    foot = record.rule + record.padding + inked + record.padding + 1.0  # descenders hang into the space below
    if block.attribution:
        credit = desk.copy(block.attribution, "attribution", width, y=first + inked - cap + record.credit_gap)
        items += credit.strips
        foot += credit.height + record.credit_gap - 4.0  # as far from the rule as the words above are
    items.append(Rule(Rect(0, foot, width, record.fine_rule), accent))
    return items, foot + record.fine_rule
