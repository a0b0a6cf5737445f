"""Large figures: in rows of as many as the width holds, their labels below."""

from briefgen.content.brief import Stats
from briefgen.geometry import Rect
from briefgen.layout.blocks.setting import Place
from briefgen.layout.items import Rule
from briefgen.layout.pieces import Ingredient, Piece
from briefgen.layout.text import Copy, Desk

GUTTER = 12.0
TOP = 9.0  # from the line above to the rule over a large figure
LEAST = 68.0  # the least that a large figure with its label takes
BETWEEN_COST = 90.0  # a column's end between two rows


def stat_pieces(desk: Desk, block: Stats, width: float, place: Place) -> tuple[Piece, ...]:
    """Large figures in rows of as many as the width holds, their labels below."""
    value, label = desk.theme.style("stat_value"), desk.theme.style("stat_label")
    widest = max(desk.natural_width(stat.value, "stat_value") for stat in block.items)
    fit = max(1, int((width + GUTTER) / (max(LEAST, widest) + GUTTER)))
    many = -(-len(block.items) // -(-len(block.items) // fit))
    each = (width - GUTTER * (many - 1)) / many
    pieces = []
    for start in range(0, len(block.items), many):
        copies: list[Copy] = []
        rules: list[Ingredient] = []
        height = 0.0
        for number, stat in enumerate(block.items[start : start + many]):
            x = number * (each + GUTTER)
            rules.append(Rule(Rect(x, TOP, each, 1.5), desk.theme.palette.accent))
            figure = desk.copy(stat.value, value, each, x=x, y=TOP + 6)
            words = desk.copy(stat.label, label, each, x=x, y=TOP + figure.height + 4)
            copies += [figure, words]
            height = max(height, TOP + figure.height + 4 + words.height)
        cost = BETWEEN_COST if start + many < len(block.items) else 0.0
        pieces.append(
            desk.piece(copies, rules, height + 4, stretchable=True, top_shift=-TOP, break_cost=cost, group=place.group)
        )
    return tuple(pieces)
