"""Pull quotes: between two rules, centred in whole rows of the grid."""

from briefgen.content.brief import PullQuote
from briefgen.geometry import Rect
from briefgen.layout.blocks.setting import Place
from briefgen.layout.items import Rule
from briefgen.layout.pieces import Piece
from briefgen.layout.text import BASELINE, Desk


def quote_pieces(desk: Desk, block: PullQuote, width: float, place: Place) -> tuple[Piece, ...]:
    look = desk.theme.style("quote")
    accent = desk.theme.palette.accent
    padding = 9.0
    cap = look.size * 0.67
    copy = desk.copy(block.text, look, width)
    inked = look.leading * (copy.lines - 1) + cap
    copies = [copy]
    credit_height = 0.0
    if block.attribution:
        credit_height = desk.copy(block.attribution, "attribution", width).height + 2
    content = inked + credit_height + 2 * padding + 3
    rows = desk.rows(content + 2 * 5.0)
    top = (rows * desk.leading - content) / 2
    first = top + 2 + padding + cap
    copies = [desk.copy(block.text, look, width, y=first - look.leading * BASELINE)]
    if block.attribution:
        copies.append(desk.copy(block.attribution, "attribution", width, y=first + inked - cap + 3))
    rules = [
        Rule(Rect(0, top, width, 2.0), accent),
        Rule(Rect(0, top + content - 0.6, width, 0.6), accent),
    ]
    return (desk.piece(copies, rules, rows * desk.leading, stretchable=True, turn=-1, top_shift=-top, group=place.group),)
