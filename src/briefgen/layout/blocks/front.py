"""The front of page 1: masthead, title, subtitle, byline, standfirst, summary box.

Comes: the brief's front and the page's measure. Goes: pieces that span the page and keep together as far as they fit.
"""

import msgspec

from briefgen.content.brief import Front, Masthead, Text
from briefgen.geometry import Rect
from briefgen.layout.blocks.summary import summary_pieces
from briefgen.layout.items import Artifact, Image, Rule
from briefgen.layout.measuring.pieces import FORBIDDEN, Ingredient, Piece
from briefgen.layout.measuring.place import moved
from briefgen.layout.measuring.text import BASELINE, Copy, Desk, anchor
from briefgen.theme import TextStyle

SUNK_ROW = 0.8  # of a row, for each by which the title stands lower: more of them would be a hole
CAPITALS = 0.66  # of the size: how high capitals are


def front_pieces(desk: Desk, front: Front, width: float) -> tuple[Piece, ...]:
    """Everything above the first section, in reading order."""
    pieces = [_masthead(desk, front.masthead, width), _title(desk, front, width)]
    if front.summary:
        pieces += summary_pieces(desk, front.summary, width)
    return tuple(pieces)


def _masthead(desk: Desk, masthead: Masthead, width: float) -> Piece:
    """A bar in the accent; the publisher with its logo at the left, series, number and date at the right.

    Logo, name and issue stand on one middle line between the bar and the rule below.
    """
    look = desk.look.masthead
    extra: list[Ingredient] = [Rule(Rect(0, 0, width, look.bar), desk.tone("accent"))]
    issue = [
        (text, style)
        for text, style in ((masthead.series, "series"), (masthead.number, "issue"), (masthead.date, "issue"))
        if text
    ]
    right = width * look.issue
    room = width - (right + look.issue_gap if issue else 0)
    wide, logo_height = _logo_size(desk, masthead)
    x = wide + look.logo_gap if wide else 0.0
    stacks = [
        _stack(desk, [(masthead.publisher, "publisher")] if masthead.publisher else [], room - x, x),
        _stack(desk, issue, right, width - right),
    ]
    band = max([logo_height, *(ink for _, _, ink in stacks)])
    if not band:
        return desk.piece([], extra, look.bar, break_cost=FORBIDDEN)
    middle = look.bar + look.padding + band / 2
    if masthead.logo:
        artifact: Artifact = "Layout" if masthead.logo.decorative else ""
        rect = Rect(0, middle - logo_height / 2, wide, logo_height)
        extra.append(Image(rect, masthead.logo.picture, masthead.logo.id, artifact))
    copies = []
    for stack, above, ink in stacks:
        top = middle - ink / 2 - above
        copies += [_lowered(copy, top) for copy in stack]
    bottom = look.bar + band + 2 * look.padding
    extra.append(Rule(Rect(0, bottom, width, look.rule), desk.tone("line")))
    return desk.piece(copies, extra, bottom + look.below, break_cost=FORBIDDEN)


def _logo_size(desk: Desk, masthead: Masthead) -> tuple[float, float]:
    """Width and height of the logo in points, 0 without one."""
    if not masthead.logo:
        return 0.0, 0.0
    picture = masthead.logo.picture
    look = desk.look.masthead
    wide = min(look.logo_height * picture.width / picture.height, look.logo_width)
    return wide, wide * picture.height / picture.width


def _stack(desk: Desk, texts: list[tuple[Text, str]], width: float, x: float) -> tuple[list[Copy], float, float]:
    """Texts below each other; what is above the first one's capitals, and the height from these to the last baseline."""
    copies: list[Copy] = []
    y = 0.0
    for text, style in texts:
        copies.append(desk.copy(text, style, width, x=x, y=y))
        y += copies[-1].height
    if not copies:
        return [], 0.0, 0.0
    first, last = desk.theme.style(texts[0][1]), desk.theme.style(texts[-1][1])
    above = first.leading * BASELINE - first.size * CAPITALS
    return copies, above, y - last.leading * (1 - BASELINE) - above


def _lowered(copy: Copy, y: float) -> Copy:
    return msgspec.structs.replace(copy, strips=tuple(moved(item, 0.0, y) for item in copy.strips))


def _title(desk: Desk, front: Front, width: float) -> Piece:
    copies, record = [], desk.look.title
    below = (desk.fit.sinkage + 1) // 2
    y = desk.leading * (record.above + SUNK_ROW * (desk.fit.sinkage - below))
    styles = desk.theme.styles
    for text, style, gap in (
        (front.title, _title_style(desk, front.title, width), 0.0),
        (front.subtitle, styles["subtitle"], record.gap),
        (front.byline, styles["byline"], record.gap),
    ):
        if text:
            copies.append(desk.copy(text, style, width, y=y + gap))
            y += copies[-1].height + gap
    if front.standfirst:
        look = styles["standfirst"]
        copies.append(
            desk.copy(front.standfirst, look, min(width, record.standfirst_width * look.size), y=y + record.standfirst_gap)
        )
        y += copies[-1].height + record.standfirst_gap
    return desk.piece(
        copies, [anchor(front.title.id)], y + desk.leading * (record.below + 0.5 * below), break_cost=FORBIDDEN
    )


def _title_style(desk: Desk, title: Text, width: float) -> TextStyle:
    """The title's style, at the largest step at which it takes no more than its lines, else at the smallest.

    One that a single line holds grows as far as the line goes.
    """
    look, record = desk.theme.style("title"), desk.look.title
    natural = desk.natural_width(title, look)
    steps = [(step, 1) for step in record.grown if natural * step <= width] + [(step, record.lines) for step in record.steps]
    for step, lines in steps:
        stepped = msgspec.structs.replace(look, size=look.size * step, leading=look.leading * step)
        if desk.copy(title, stepped, width).lines <= lines:
            break
    return stepped
