"""Headings: in a column as the look draws them, above recommendations across the page."""

import msgspec

from briefgen.content.brief import ARTIFACT, Findings, Heading, Recommendations, Span, Text
from briefgen.geometry import Colour, Rect
from briefgen.layout.blocks.setting import Place
from briefgen.layout.blocks.title import scaled
from briefgen.layout.items import Rule
from briefgen.layout.measuring.grounds import clear_on
from briefgen.layout.measuring.pieces import FORBIDDEN, Ingredient, Piece
from briefgen.layout.measuring.place import moved
from briefgen.layout.measuring.text import BASELINE, CAPITALS, Copy, Desk, anchor
from briefgen.theme import TextStyle

INKED = 0.7  # the same with what some letters have above them
LOOSEST = 1.25  # of the size: the most that the leading of a heading grows to
REACH = 0.5  # of a row: how far a large numeral may stand out above its heading's rows
CLOSER, WIDER = 0.8, 4.0  # points by which what is around the words of a heading may shrink and grow to fill its rows

Barred = tuple[list[Ingredient], float]  # words on a bar, and its height


def heading_pieces(desk: Desk, block: Heading, width: float, place: Place) -> tuple[Piece, ...]:
    """A heading ends above the grid line of its row, so that almost twice as much space is above it as below.

    It stands as far from its text at the head of a column as within one.
    """
    banner = place.banner and desk.look.heading.banner == "bar"
    if block.level == 1 and banner:
        return (_banner(desk, block, width),)
    variant = desk.look.heading.variant if block.level == 1 else "plain"
    if variant == "bar":
        return (_barred(desk, block, width, place),)
    number = _number(desk, block) if variant == "numeral" else 0
    if number:
        return (_numbered(desk, block, (width, number), place),)
    look = desk.theme.style(f"heading{block.level}")
    if variant == "plain":
        copy = desk.copy(block.text, look, width)
        height = look.leading * (copy.lines - 1) + look.size * INKED
        return (_piece(desk, block, [(copy, look)], (), height, place),)
    record = desk.look.heading
    # a short one stands for the numeral that other sections have
    long = width + place.outdent if variant == "rule" else record.numeral_width - record.numeral_gap
    lines = desk.copy(block.text, look, width).lines
    usual = look.leading * (lines - 1) + look.size * INKED + record.rule_gap + record.rule
    look, more, _ = _filled(desk, look, usual + _below(desk, block), lines, 1)
    gap = record.rule_gap + more
    copy = desk.copy(block.text, look, width)
    height = look.leading * (lines - 1) + look.size * INKED + gap + record.rule
    above = Rule(Rect(-place.outdent, -height, long, record.rule), desk.tone(record.colour))
    return (_piece(desk, block, [(copy, look)], (above,), height, place),)


def _below(desk: Desk, block: Heading) -> float:
    """The points from the last baseline of a heading to the foot of its rows."""
    return desk.leading * (desk.look.space.heading if block.level == 1 else desk.look.space.subheading)


def _filled(desk: Desk, look: TextStyle, height: float, lines: int, gaps: int) -> tuple[TextStyle, float, int]:
    """A heading's style and what each of its `gaps` grows by so that it fills its rows, and how many these are.

    `height` has all that its rows hold in their usual measures. What is drawn of it then begins as high as the capitals of a
    line beside it, at the head of a column too, and the space to its text stays the same. Lines come apart first, then the
    gaps, and both no further than looks meant; what is over stands above.
    """
    leading = desk.leading
    rows = desk.rows(height - CLOSER * gaps)
    body = desk.theme.style("body")
    left = rows * leading - height - (body.leading * BASELINE - body.size * CAPITALS)
    apart = min(max(0.0, left) / (lines - 1), max(0.0, look.size * LOOSEST - look.leading)) if lines > 1 else 0.0
    left -= apart * (lines - 1)
    over = rows * leading - height
    more = (over if over < 0 else min(max(0.0, left), WIDER * gaps)) / gaps if gaps else 0.0
    return msgspec.structs.replace(look, leading=look.leading + apart), more, rows


def _piece(
    desk: Desk,
    block: Heading,
    copies: list[tuple[Copy, TextStyle]],
    drawn: tuple[Rule, ...],
    height: float,
    place: Place,
) -> Piece:
    """The piece of a heading whose last baselines stand on one line, `height` points below what is highest.

    Rules count from that line.
    """
    first_level = block.level == 1
    below = _below(desk, block)
    rows = desk.rows(height + below)
    # the last baseline stands `below` above the foot of the piece, whatever the number of lines
    base = rows * desk.leading - below
    shifted = [_lowered(copy, base - look.leading * (copy.lines - 1 + BASELINE)) for copy, look in copies]
    lifted = [Rule(Rect(rule.rect.x, base + rule.rect.y, rule.rect.width, rule.rect.height), rule.colour) for rule in drawn]
    _, look = copies[-1]
    return desk.piece(
        shifted,
        [anchor(block.text.id, base - look.leading * (copies[-1][0].lines - 1 + BASELINE)), *lifted],
        rows * desk.leading,
        lead=1,
        elastic="heading" if first_level else "subheading",
        break_cost=FORBIDDEN,
        group=place.group,
    )


def _numbered(desk: Desk, block: Heading, span: tuple[float, int], place: Place) -> Piece:
    """A large numeral at the left, in a column of its own, and the heading beside it, both on one line.

    `span`: the width of the column, and the number. Where the text stands in from the frame, the numeral stands before it.
    """
    width, counted = span
    record = desk.look.heading
    large, look = desk.theme.style("section_numeral"), desk.theme.style("heading1")
    number = Text("", ARTIFACT, (Span(str(counted)),))
    taken = max(record.numeral_width, desk.natural_width(number, large) + record.numeral_gap)
    out = taken if place.outdent >= taken else 0.0
    x = taken if taken <= width / 2 else 0.0
    if out:
        x = 0.0
    lines = desk.copy(block.text, look, width - x, x=x).lines
    # what the numeral is higher than the words reaches into the space above them, but no further than half a row
    first = max(look.size * INKED, large.size * INKED - desk.leading * REACH if x or out else 0.0)
    look, _, _ = _filled(desk, look, look.leading * (lines - 1) + first + _below(desk, block), lines, 0)
    copy = desk.copy(block.text, look, width - x, x=x)
    copies = [(copy, look)]
    if x or out:
        figure = desk.copy(number, large, taken, x=-out, artifact=True)
        copies.insert(0, (_lowered(figure, -look.leading * (lines - 1)), large))
    return _piece(desk, block, copies, (), look.leading * (lines - 1) + first, place)


def _number(desk: Desk, block: Heading) -> int:
    """Which of the headings of the argument it is, from 1; 0 where its section has numbers of its own.

    Two rows of numerals, those of sections and those of what they list, would read as one.
    """
    heads = [
        section.heading.text.id
        for section in desk.brief.sections
        if section.heading and not any(isinstance(each, Findings | Recommendations) for each in section.blocks)
    ]
    return heads.index(block.text.id) + 1 if block.text.id in heads else 0


def _barred(desk: Desk, block: Heading, width: float, place: Place) -> Piece:
    """A heading on a bar as wide as its column."""
    record = desk.look.heading
    ground, padding, below = desk.tone(record.colour), record.bar_padding, desk.leading * (1 - BASELINE) + record.bar_below
    look = desk.theme.style("heading1")
    lines = desk.copy(block.text, look, width - 2 * padding).lines
    usual = look.size * CAPITALS + look.leading * (lines - 1) + 2 * padding
    look, more, rows = _filled(desk, look, usual + below, lines, 2)
    items, height = bar(desk, block.text, look, width, ground, padding + more, side=padding)
    top = rows * desk.leading - height - below
    return desk.piece(
        [],
        [anchor(block.text.id, top), *(moved(item, 0.0, top) for item in items)],
        rows * desk.leading,
        lead=1,
        elastic="heading",
        break_cost=FORBIDDEN,
        group=place.group,
    )


def _lowered(copy: Copy, y: float) -> Copy:
    return msgspec.structs.replace(copy, strips=tuple(moved(item, 0.0, y) for item in copy.strips))


def bar(
    desk: Desk, text: Text, style: str | TextStyle, width: float, ground: Colour, padding: float, side: float | None = None
) -> Barred:
    """Words on a bar of colour, `padding` points above and below them and `side` (as many) beside, from the bar's corner."""
    usual = desk.theme.style(style) if isinstance(style, str) else style
    look = msgspec.structs.replace(usual, colour=clear_on(ground))
    side = padding if side is None else side
    copy = desk.copy(text, look, width - 2 * side, x=side, y=padding + look.size * CAPITALS - look.leading * BASELINE)
    height = look.size * CAPITALS + look.leading * (copy.lines - 1) + 2 * padding
    return [Rule(Rect(0, 0, width, height), ground), *copy.strips], height


def _banner(desk: Desk, block: Heading, width: float) -> Piece:
    """A heading on a bar of the accent across the page: found by flipping. Black on it where white would be too faint."""
    record = desk.look.heading
    ground = desk.tone(record.colour)
    # where other headings stand on bars, too, all begin at one edge
    side = record.bar_padding if record.variant == "bar" else record.banner_padding
    air = record.banner_padding * record.banner_air
    look = scaled(desk.theme.style("heading1"), record.banner_size)
    look = msgspec.structs.replace(look, colour=clear_on(ground))
    lines = desk.copy(block.text, look, width - 2 * side).lines
    inked = look.size * CAPITALS + look.leading * (lines - 1)
    height = inked + 2 * air
    y = air + look.size * CAPITALS - look.leading * BASELINE
    copy = desk.copy(block.text, look, width - 2 * side, x=side, y=y)
    drawn = Rule(Rect(0, 0, width, height), ground)
    return desk.piece([copy], [anchor(block.text.id), drawn], height + record.banner_below, break_cost=FORBIDDEN)
