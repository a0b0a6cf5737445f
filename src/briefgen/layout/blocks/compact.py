"""Recommendations in their compact form: each a few lines across the page, lower than usual.

Comes: a recommendation and the page's measure. Goes: what is drawn, and its height in points, which need not be whole rows.
It is the usual form with less space: facts stand in their column at the right where there is one. Where there is none they
share a line, their labels in the accent, with references behind them.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

import msgspec

from briefgen.content.brief import ARTIFACT, Recommendation, Span, Text
from briefgen.geometry import Rect
from briefgen.layout import costs
from briefgen.layout.blocks.meta import action_copy, advice_rule, numeral
from briefgen.layout.blocks.title import scaled
from briefgen.layout.measuring.pieces import Group, Ingredient, Piece
from briefgen.layout.measuring.text import Copy, Desk, anchor
from briefgen.theme import TextStyle

DOT = Text("", ARTIFACT, (Span("·"),))
LEAST = 60.0  # of a line that begins beside another text
ROUNDING = 1e-6  # of rows


Drawn = tuple[list[Ingredient], float]  # a recommendation, and its height


class Beside(msgspec.Struct, frozen=True):
    """The column of facts: where it begins, its width, and how far values stand in from their labels.

    `refers`: references stand there too, below the facts.
    """

    x: float
    width: float
    hang: float
    refers: bool = False


def compact_items(
    desk: Desk, items: Sequence[Recommendation], span: tuple[float, float], width: float, beside: Beside | None
) -> list[Drawn]:
    """All recommendations, the references of all below their facts, or of all below their text where that is lower."""
    found = [_compact_item(desk, item, span, width, beside) for item in items]
    if beside is None:
        return found
    referring = msgspec.structs.replace(beside, refers=True)
    others = [_compact_item(desk, item, span, width, referring) for item in items]
    return min(others, found, key=lambda drawn: sum(height for _, height in drawn))


def _compact_item(desk: Desk, item: Recommendation, span: tuple[float, float], width: float, beside: Beside | None) -> Drawn:
    """One recommendation. `span`: where its text begins, and its width."""
    look = desk.look.compact
    x, main = span
    y = look.above
    action = _action(desk)
    label = numeral(desk, item.label, scaled(desk.theme.style("numeral"), look.numeral), (x, y), action)
    copies = [label, action_copy(desk, item.action, action, Rect(x, y, main, 0.0))]
    y += copies[-1].height
    if item.rationale:
        copies.append(desk.copy(item.rationale, _tight(desk, "rationale"), main, x=x, y=y))
        y += copies[-1].height
    column, foot = _facts_beside(desk, item, beside, look.above) if beside else ([], 0.0)
    rest = msgspec.structs.replace(item, facts=()) if beside else item
    if beside and beside.refers:
        facts, foot = facts_in_line(desk, rest, Rect(beside.x, foot, beside.width, 0.0))
    else:
        facts, y = facts_in_line(desk, rest, Rect(x, y, main, 0.0))
    rule = advice_rule(desk, 0.0, width)
    strips = [strip for copy in (*copies, *facts, *column) for strip in copy.strips]
    return [anchor(item.id), rule, *strips], max(y, foot, look.above + copies[0].height) + look.below


def _facts_beside(desk: Desk, item: Recommendation, place: Beside, y: float) -> tuple[list[Copy], float]:
    """The facts below each other, from `y` on, and where they end."""
    copies: list[Copy] = []
    for fact in item.facts:
        copies.append(desk.copy(fact.label, _tight(desk, "fact_label"), place.hang, x=place.x, y=y))
        value = desk.copy(fact.value, _tight(desk, "fact"), place.width - place.hang, x=place.x + place.hang, y=y)
        copies.append(value)
        y += value.height
    return copies, y


def stacked(pieces: list[Drawn], id: str, leading: float) -> list[Piece]:
    """Pieces of these heights right below each other: one spare row has what they have more than whole rows.

    A piece has a row more where the sum of what those up to it have more comes to one: so that the pieces of any part of the
    series, in a column of its own, take no more than that row besides their heights.
    """
    whole = [int(height / leading) for _, height in pieces]
    sums = [0.0, *accumulate([height / leading - rows for (_, height), rows in zip(pieces, whole, strict=True)])]
    more = [int(after + ROUNDING) - int(before + ROUNDING) for before, after in pairwise(sums)]
    group = Group(id, below=1, spare=int(sums[-1] > ROUNDING), headed=True)
    return [
        Piece(
            rows=whole[number] + more[number],
            ingredients=tuple(items),
            between=sums[number] - sums[number - 1] - more[number - 1] if number else 0.0,
            break_cost=costs.BETWEEN_ADVICE,
            group=group,
        )
        for number, (items, _) in enumerate(pieces)
    ]


def facts_in_line(desk: Desk, item: Recommendation, place: Rect) -> tuple[list[Copy], float]:
    """Facts and references side by side from the top left corner of `place` on, and where they end.

    A dot stands between two: programs that read a page by its gaps would take a wider one for that between columns.
    """
    copies: list[Copy] = []
    apart, fact_gap = desk.look.compact.apart, desk.look.compact.fact_gap
    x, y = 0.0, place.y
    look = _tight(desk, "meta")
    dot = desk.natural_width(DOT, look)
    dotted = not desk.set(DOT, look, (place.width,)).setting.flaws  # a face may lack it
    for parts in _small(desk, item):
        widths = [desk.natural_width(text, style) for text, style in parts]
        whole = sum(widths) + fact_gap * (len(parts) - 1)
        if x and x + apart + dot + apart + whole > place.width:
            x, y = 0.0, y + look.leading
        elif x:
            if dotted:
                copies.append(desk.copy(DOT, look, dot + 1.0, x=place.x + x + apart, y=y, artifact=True))
            x += apart + dot + apart
        lines = 1
        for (text, style), width in zip(parts, widths, strict=True):
            # what is wider than a line is set in several
            if x and x + min(width, LEAST) > place.width:
                x, y, lines = 0.0, y + look.leading * lines, 1
            copies.append(desk.copy(text, style, min(width + 1.0, place.width - x), x=place.x + x, y=y))
            lines = max(lines, copies[-1].lines)
            x += width + fact_gap
        x -= fact_gap
        y += look.leading * (lines - 1)
    return copies, y + look.leading if copies else y


def _small(desk: Desk, item: Recommendation) -> Iterator[list[tuple[Text, TextStyle]]]:
    label = msgspec.structs.replace(_tight(desk, "fact_label"), weight="bold", colour=desk.theme.palette.words)
    for fact in item.facts:
        yield [(fact.label, label), (fact.value, _tight(desk, "fact"))]
    for text in (item.addresses, item.derived):
        if text:
            yield [(text, _tight(desk, "meta"))]


def _action(desk: Desk) -> TextStyle:
    """What is to be done, rather smaller than its lines further apart: a brief in this form has no room."""
    look = _tight(desk, "action")
    most = look.leading / desk.look.recommendation.action_leading
    return msgspec.structs.replace(look, size=min(look.size * desk.look.compact.action, most))


def _tight(desk: Desk, style: str) -> TextStyle:
    look = desk.theme.style(style)
    return msgspec.structs.replace(look, leading=look.leading * desk.look.compact.leading)
