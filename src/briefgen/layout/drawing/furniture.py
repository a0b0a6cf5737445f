"""What stands around the text: running heads, folios, the marking, and what lies behind a whole page.

Comes: a desk, the number of a page, the ground of what begins it. Goes: items. Promise: all of them are artifacts but one,
the marking where it stands first, at the head of page 1; what is written on a ground can be read there; no words stand
nearer to the trim than EDGE. What there is, a look says.
"""

from bisect import bisect_left
from collections.abc import Iterator

import msgspec

from briefgen.content.brief import Brief, Span, Text
from briefgen.content.numbers import in_digits
from briefgen.geometry import WHITE, Colour, Rect, mm
from briefgen.layout.items import Artifact, Glyphs, Image, Path, Rule
from briefgen.layout.measuring.pieces import Ground, Strip
from briefgen.layout.measuring.text import Desk
from briefgen.theme import TextStyle

NARROWEST = 6.0  # more characters than this never stand in an em
EDGE = mm(5)
BESIDE_MARKING = 0.95  # of the measure: what the marking and what stands beside it take
PLATE = 4.0  # of white round a marking that stands on a ground
APART = " · "  # between series and number


class Furniture:
    """The furniture of page `number` of `total`.

    `ground` is that of what begins the page; `foot` is the colour of what reaches its foot.
    """

    def __init__(
        self, desk: Desk, number: int, total: int, ground: Ground | None = None, *, foot: Colour | None = None
    ) -> None:
        self._foot_ground = foot
        self._desk = desk
        self._brief: Brief = desk.brief
        self._look = desk.look.furniture
        self._number = number
        self._total = total
        self._ground = ground
        self._page = desk.theme.page
        self._left = self._page.left(number)
        self._right = self._left + self._page.measure
        # on a left-hand page of a duplex brief the folio stands outside, at the left
        self._verso = self._page.duplex and number % 2 == 0
        self._head = self._page.top - self._look.head_gap
        self._foot = self._page.top + self._page.rows * self._page.leading + self._look.foot_gap

    def grounds(self) -> Iterator[Rule | Path | Image]:
        """What lies behind the page, from the lowest on: the tint of the paper, a strip, the ground of a cover."""
        page, palette = self._page, self._desk.theme.palette
        if palette.paper != WHITE:
            yield Rule(Rect(0.0, 0.0, page.width, page.height), palette.paper, artifact="Background")
        if self._strip:
            colour = self._desk.tone(self._look.strip_tone)
            yield Rule(self._at_edge(self._strip, 0.0, page.height), colour, artifact="Background")
        if self._ground:
            yield from self._ground.items
            yield from (_aside(plate, self._left) for plate in self._ground.plates)
            yield from (Rule(rect, WHITE, artifact="Background") for rect in self._marked())
        elif self._brief.front.cover.kind == "plate":
            cover = self._desk.look.cover
            high, foot = cover.tie_height * page.height, cover.plate_foot * page.height
            yield Rule(self._at_edge(cover.tie, foot - high, high), palette.accent, artifact="Background")

    def items(self) -> Iterator[Glyphs | Rule]:
        """The furniture's items."""
        marking = self._brief.marking
        if marking:
            again = msgspec.structs.replace(marking, id="", role="")
            look = self._marking_look(marking)
            yield from self._line(marking if self._number == 1 else again, look, "right", self._head, "Pagination/Header")
            yield from self._line(again, look, "right", self._foot, "Pagination/Footer")
        if self._ground and self._ground.bare:
            return
        if self._number > 1:
            yield from self._running_head()
        if self._number > 1 or self._look.first:
            yield from self._folio()
            yield from self._running_foot()

    def signature(self, corner: tuple[float, float], style: TextStyle) -> Iterator[Glyphs]:
        """The publisher's name on a line that begins at this point, unless the foot of the page says it."""
        x, y = corner
        said = self._said("publisher")
        if said and self._look.foot != "publisher" and not self._brief.marking:
            name = self._fitting(said, style, self._page.measure - 2 * (x - self._left))
            for run in self._line(_words(name), style, "left", y, "Pagination/Footer"):
                yield msgspec.structs.replace(run, x=run.x - self._left + x)

    def _running_head(self) -> Iterator[Glyphs | Rule]:
        said = self._said(self._look.verso_head if self._verso and self._look.verso_head != "same" else self._look.head)
        if not said:
            return
        style = self._desk.theme.style("running_head")
        side = "left" if self._brief.marking or self._verso else "right"
        share = BESIDE_MARKING - self._look.marking if self._brief.marking else self._look.running_head
        running = self._fitting(said, style, self._page.measure * share)
        yield from self._line(_words(running), style, side, self._head, "Pagination/Header")
        if self._look.rule:
            yield Rule(
                Rect(self._left, self._head + self._look.rule_gap, self._page.measure, self._look.rule),
                self._desk.theme.palette.line,
                artifact="Pagination/Header",
            )

    def _running_foot(self) -> Iterator[Glyphs]:
        """At the foot, opposite the folio."""
        said = self._said(self._look.foot)
        if said and not self._brief.marking:
            style = self._at_foot("running_head")
            running = self._fitting(said, style, self._page.measure * self._look.running_head)
            yield from self._line(
                _words(running), style, "right" if self._verso else "left", self._foot, "Pagination/Footer"
            )

    def _at_foot(self, name: str) -> TextStyle:
        """A style as it is readable at the foot of the page."""
        style = self._desk.theme.style(name)
        if self._foot_ground is None:
            return style
        return msgspec.structs.replace(style, colour=readable_on(self._foot_ground, self._desk))

    def _folio(self) -> Iterator[Glyphs]:
        style = self._at_foot("folio")
        folio = f"{self._number} / {self._total}" if self._look.folio == "of" else str(self._number)
        digits = self._desk.brief.metadata.digits
        folio = in_digits(folio, digits) if digits else folio
        if self._look.folio == "edge":
            yield from self._folio_at_edge(folio, style)
            return
        side = "left" if self._brief.marking or self._verso else "right"
        yield from self._line(_words(folio), style, side, self._foot, "Pagination/Footer")

    def _folio_at_edge(self, folio: str, style: TextStyle) -> Iterator[Glyphs]:
        """The folio in the outer margin: on the strip where it is wide enough, else in the middle."""
        width = self._desk.typesetter.natural_width((Span(folio),), style)
        margin = self._left if self._verso else self._page.width - self._right
        # from the edge of the paper to the outer side of the number
        out = max(
            EDGE,
            (self._strip - width) / 2 if self._strip >= EDGE + width else self._strip + (margin - self._strip - width) / 2,
        )
        if out + width <= self._strip and self._foot_ground is None:
            strip = self._desk.tone(self._look.strip_tone)
            style = msgspec.structs.replace(style, colour=readable_on(strip, self._desk))
        x = out if self._verso else self._page.width - out - width
        for run in self._line(_words(folio), style, "left", self._foot, "Pagination/Footer"):
            yield msgspec.structs.replace(run, x=run.x - self._left + x)

    @property
    def _strip(self) -> float:
        """The width of the strip: it leaves room between it and the text."""
        margin = self._left if self._verso else self._page.width - self._right
        return min(self._look.strip * self._page.width, max(0.0, margin - EDGE))

    def _at_edge(self, width: float, top: float, height: float) -> Rect:
        """A rectangle at the outer edge of the page."""
        return Rect(0.0 if self._verso else self._page.width - width, top, width, height)

    def _said(self, what: str) -> str:
        """The words that a look calls by a name."""
        head = self._brief.front.masthead
        match what:
            case "title":
                return self._brief.running_head
            case "publisher":
                return self._brief.metadata.publisher
            case "series":
                return APART.join(text.words for text in (head.series, head.number) if text)
            case _:
                return ""

    def _marked(self) -> Iterator[Rect]:
        """The rectangles of white under the marking where it stands on a ground."""
        marking = self._brief.marking
        if not marking or not self._ground:
            return
        look = self._marking_look(marking)
        width = self._desk.typesetter.natural_width(marking.spans, look)
        for y in (self._head, self._foot):
            rect = Rect(self._right - width - PLATE, y - look.size * 0.8 - PLATE, width + 2 * PLATE, look.size + 2 * PLATE)
            if any(_meet(rect, item.rect) for item in self._ground.items):
                yield rect

    def _marking_look(self, marking: Text) -> TextStyle:
        """The style of the marking, smaller where it leaves no room for the folio and the running head beside it."""
        look = self._desk.theme.style("marking")
        width = self._desk.typesetter.natural_width(marking.spans, look)
        return msgspec.structs.replace(look, size=look.size * min(1.0, self._look.marking * self._page.measure / width))

    def _line(self, text: Text, look: TextStyle, side: str, y: float, artifact: Artifact) -> Iterator[Glyphs]:
        """A text in one line; an artifact of this type when it has no id."""
        plain = msgspec.structs.replace(look, align="left", hyphenate=False)
        copy = self._desk.copy(text, plain, self._page.measure)
        x = self._left if side == "left" else self._right - copy.width
        strip = copy.strips[0]
        assert isinstance(strip, Strip)  # noqa: S101  a copy's first ingredient is a line
        for run in strip.line.runs:
            yield Glyphs(
                x=x + run.x,
                y=y,
                width=run.width,
                face=run.face,
                size=run.size,
                colour=run.colour,
                glyphs=run.glyphs,
                id=text.id,
                role=text.role,
                artifact="" if text.id else artifact,
                rtl=run.rtl,
            )

    def _fitting(self, words: str, look: TextStyle, room: float) -> str:
        """The words, cut at a word with an ellipsis when they are wider than `room`: a running head is no content."""
        most = int(room / look.size * NARROWEST)
        if len(words) <= most and self._desk.typesetter.natural_width((Span(words),), look) <= room:
            return words
        # the brief's title may be long, and every page asks
        kept = words[:most].split()
        if len(kept) < 2:
            return words[:most]
        count = bisect_left(
            range(1, len(kept)),
            True,
            key=lambda many: self._desk.typesetter.natural_width((Span(" ".join(kept[:many]) + "…"),), look) > room,
        )
        return " ".join(kept[: max(1, count)]) + "…"


def readable_on(ground: Colour, desk: Desk) -> Colour:
    """The colour of words on a ground: on the accent what covers have, elsewhere white or black."""
    from briefgen.layout.blocks.inks import ink_on_accent  # late: many briefs have no grounds

    palette = desk.theme.palette
    ink = ink_on_accent(palette)
    if ground == ink.fill:
        return ink.words
    return WHITE if ground.contrast(WHITE) >= ground.contrast(palette.ink) else palette.ink


def _aside(rule: Rule, x: float) -> Rule:
    return msgspec.structs.replace(rule, rect=msgspec.structs.replace(rule.rect, x=rule.rect.x + x))


def _meet(one: Rect, other: Rect) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def _words(words: str) -> Text:
    """Words that no element has."""
    return Text("", "", (Span(words),))
