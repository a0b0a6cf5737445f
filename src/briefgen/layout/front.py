"""The front of page 1: masthead, title, subtitle, byline, standfirst, summary box.

Comes: the brief's front and the page's measure. Goes: pieces that span the page and keep together as far as they fit.
"""

from briefgen.content.brief import Front, Masthead, Summary
from briefgen.geometry import Rect
from briefgen.layout.items import Image, Rule
from briefgen.layout.pieces import FORBIDDEN, Ingredient, Piece
from briefgen.layout.text import Copy, Desk, anchor

LOGO_HEIGHT = 30.0
LOGO_WIDEST = 130.0
BAR = 5.0  # the masthead's bar
PADDING = 14.0  # of the summary box
SUMMARY_GUTTER = 22.0
TWO_COLUMNS = 400.0  # from this width on the summary's points stand in two columns
STANDFIRST_MEASURE = 0.9  # of the page's measure: some 75 characters a line


def front_pieces(desk: Desk, front: Front, width: float) -> tuple[Piece, ...]:
    """Everything above the first section, in reading order."""
    pieces = [_masthead(desk, front.masthead, width), _title(desk, front, width)]
    if front.summary:
        pieces += _summary(desk, front.summary, width)
    return tuple(pieces)


def _masthead(desk: Desk, masthead: Masthead, width: float) -> Piece:
    """A bar in the accent; the publisher with its logo at the left, series, number and date at the right."""
    accent = desk.theme.palette.accent
    extra: list[Ingredient] = [Rule(Rect(0, 0, width, BAR), accent)]
    copies: list[Copy] = []
    top = BAR + 9.0
    x = 0.0
    right = width * 0.42
    right_text = any((masthead.series, masthead.number, masthead.date))
    room = width - (right + 12 if right_text else 0)
    bottom = top
    if masthead.logo:
        picture = masthead.logo.picture
        wide = min(LOGO_HEIGHT * picture.width / picture.height, LOGO_WIDEST)
        high = wide * picture.height / picture.width
        artifact = "Layout" if masthead.logo.decorative else ""
        extra.append(Image(Rect(0, top, wide, high), picture, masthead.logo.id, artifact))  # type: ignore[arg-type]
        x, bottom = wide + 10.0, top + high
    if masthead.publisher:
        name = desk.copy(masthead.publisher, "publisher", room - x, x=x, y=top)
        middle = max(top, top + (bottom - top - name.height) / 2)
        copies.append(desk.copy(masthead.publisher, "publisher", room - x, x=x, y=middle))
        bottom = max(bottom, middle + name.height)
    y = top + 1.0
    for text, style in ((masthead.series, "series"), (masthead.number, "issue"), (masthead.date, "issue")):
        if text:
            copies.append(desk.copy(text, style, right, x=width - right, y=y))
            y += copies[-1].height
    bottom = max(bottom, y) + 7.0
    if not copies and not masthead.logo:
        return desk.piece([], extra, BAR, break_cost=FORBIDDEN)
    extra.append(Rule(Rect(0, bottom, width, 0.5), desk.theme.palette.line))
    return desk.piece(copies, extra, bottom + 6, break_cost=FORBIDDEN)


def _title(desk: Desk, front: Front, width: float) -> Piece:
    copies = []
    y = desk.leading * 0.6
    for text, style, gap in (
        (front.title, "title", 0.0),
        (front.subtitle, "subtitle", 5.0),
        (front.byline, "byline", 5.0),
    ):
        if text:
            copies.append(desk.copy(text, style, width, y=y + gap))
            y += copies[-1].height + gap
    if front.standfirst:
        copies.append(desk.copy(front.standfirst, "standfirst", width * STANDFIRST_MEASURE, y=y + 8.0))
        y += copies[-1].height + 8.0
    return desk.piece(copies, [anchor(front.title.id)], y + desk.leading * 0.7, break_cost=FORBIDDEN)


def _summary(desk: Desk, summary: Summary, width: float) -> list[Piece]:
    """The summary box: heading and points on a tint, the points in two balanced columns where the page is wide."""
    look = desk.theme.style("summary")
    palette = desk.theme.palette
    many = 2 if width >= TWO_COLUMNS and len(summary.points.items) > 1 else 1
    inner = width - 2 * PADDING
    each = (inner - SUMMARY_GUTTER * (many - 1)) / many
    heading_look = desk.theme.style("summary_heading")
    cap = heading_look.size * 0.66
    first = PADDING + cap  # the heading's baseline: its capitals stand one padding below the edge
    heading = desk.copy(summary.heading, heading_look, inner, x=PADDING, y=first - heading_look.leading * 0.77)
    copies = [heading]
    top = first + heading_look.leading * (heading.lines - 1) + 7.0
    hang = 12.0
    heights = [desk.copy(item.text, look, each - hang).height for item in summary.points.items]
    left = _split(heights) if many == 2 else len(heights)
    bottom = top
    y = top
    for number, item in enumerate(summary.points.items):
        if number == left:
            y = top
        x = PADDING + (each + SUMMARY_GUTTER if number >= left else 0.0)
        copies.append(desk.copy(item.label, "bullet", hang, x=x, y=y))
        copies.append(desk.copy(item.text, look, each - hang, x=x + hang, y=y))
        y += copies[-1].height + 4.0
        bottom = max(bottom, y - 4.0)
    box_bottom = bottom - look.leading * 0.23 + PADDING
    extra: list[Ingredient] = [
        Rule(Rect(0, 0, width, box_bottom), palette.tint),
        Rule(Rect(0, 0, width, 2.0), palette.accent),
        anchor(summary.id),
    ]
    return [desk.piece(copies, extra, box_bottom)]


def _split(heights: list[float]) -> int:
    """How many points go into the first of two columns, so that the box is as shallow as can be."""
    return min(
        range(1, len(heights)),
        key=lambda many: (max(sum(heights[:many]), sum(heights[many:])), many),
    )
