"""The title and what stands with it: subtitle, byline, standfirst.

Comes: the front and a width. Goes: copies below each other. Promise: a long title steps down until it takes few lines, a
short one grows as far as one line goes. Refuses to know what lies behind them.
"""

from collections.abc import Iterable

import msgspec

from briefgen.content.brief import Front, Text
from briefgen.layout.measuring.pieces import Ingredient, Strip
from briefgen.layout.measuring.text import Copy, Desk
from briefgen.theme import TextStyle

ROUNDING = 0.01
NEARLY = 0.9  # of its size: a title hardly looks smaller
SHORT = 0.6  # of its line: a title of a few words looks lost where it fills less


class Stacked(msgspec.Struct, frozen=True):
    """Copies below each other, and how high they are together, from the top of the first line's leading."""

    copies: tuple[Copy, ...]
    height: float


def title_copies(desk: Desk, front: Front, width: float, y: float, title: TextStyle | None = None) -> Stacked:
    """Title, subtitle and byline from `y` on; the title in the style given, or else in that which it takes."""
    styles, gap = desk.theme.styles, desk.look.title.gap
    start = y
    style = title or title_style(desk, front.title, width)
    copies = [_title_copy(desk, front.title, style, width, y)]
    y += copies[0].height
    if front.subtitle:
        copies.append(desk.copy(front.subtitle, styles["subtitle"], width, y=y + gap))
        y += copies[-1].height + gap
    if front.byline or front.signatures:
        space = gap if front.byline else 3 * gap
        from briefgen.layout.blocks.authors import signed  # late: many briefs name no authors

        authors = signed(desk, front, width, y + space)
        copies += authors.copies
        y += authors.height + space
    return Stacked(tuple(copies), y - start)


def _title_copy(desk: Desk, title: Text, style: TextStyle, width: float, y: float) -> Copy:
    """The title; of one that takes many lines what follows its colon is lighter."""
    copy, record = desk.copy(title, style, width, y=y), desk.look.title
    least = desk.theme.style("title").size * min(record.steps, default=1.0)
    if copy.lines <= record.most and style.size > least - ROUNDING:
        return copy
    for number, span in enumerate(title.spans):
        head, colon, rest = span.text.partition(": ")
        if colon and rest.strip():
            lighter = [msgspec.structs.replace(each, light=True) for each in title.spans[number + 1 :]]
            parts = (msgspec.structs.replace(span, text=head + colon), msgspec.structs.replace(span, text=rest, light=True))
            divided = msgspec.structs.replace(title, spans=(*title.spans[:number], *parts, *lighter))
            return _renumbered(desk.copy(divided, style, width, y=y), number)
    return copy


def _renumbered(copy: Copy, divided: int) -> Copy:
    """The copy of a text whose span `divided` had been cut in two, as if it were one."""
    strips: list[Ingredient] = []
    for strip in copy.strips:
        if isinstance(strip, Strip):
            spans = tuple(number if number <= divided else number - 1 for number in strip.spans)
            strip = msgspec.structs.replace(strip, spans=spans)
        strips.append(strip)
    return msgspec.structs.replace(copy, strips=tuple(strips))


def standfirst_copy(desk: Desk, standfirst: Text, width: float, y: float) -> Copy:
    """The standfirst, in lines that are no longer than can be read."""
    look = desk.theme.style("standfirst")
    return desk.copy(standfirst, look, min(width, desk.look.title.standfirst_width * look.size), y=y)


def title_style(desk: Desk, title: Text, width: float) -> TextStyle:
    """The title's style, at the largest step at which it takes no more than its lines, else at the smallest.

    One that a single line holds grows as far as the line goes, one of a few words further; a size hardly smaller is taken
    where it saves one of two short lines.
    """
    look, record = desk.theme.style("title"), desk.look.title
    natural = desk.natural_width(title, look)
    one_line = [step for step in record.steps if natural > width and step >= NEARLY and natural * step <= width]
    steps = [(step, 1) for step in record.short if natural * step <= SHORT * width]
    steps += [(step, 1) for step in (*record.grown, *one_line) if natural * step <= width]
    steps += [(step, record.lines) for step in record.steps]
    steps += [(step, record.most) for step in (*record.steps[-1:], *record.small)]
    return stepped(desk, title, width, look, steps)


def stepped(desk: Desk, title: Text, width: float, look: TextStyle, steps: Iterable[tuple[float, int]]) -> TextStyle:
    """The style at the first of the steps, each of its size, at which the title takes no more than so many lines."""
    found = look
    for step, lines in steps:
        found = scaled(look, step)
        if desk.copy(title, found, width).lines <= lines:
            break
    return found


def scaled(look: TextStyle, step: float) -> TextStyle:
    """The style, its size and leading by this factor."""
    return msgspec.structs.replace(look, size=look.size * step, leading=look.leading * step)
