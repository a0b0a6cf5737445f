"""Pages of a long file drawn by two processes: of each few pages the first half by this one, the others by a twin.

Comes in: pages, the fonts, whom the file is for. Goes out: drawn pages. The promise: each is drawn as one process would have
drawn it. How glyphs are shown depends on the fonts' state, on what they have shown before: the twin says from which state it
went on, and what it did from another is not taken. Pages with pictures, whose names go by the order of their use, are drawn
here.
"""

from collections.abc import Callable, Sequence
from itertools import chain

import msgspec

from briefgen.layout.items import Drawing, Glyphs, Image, Page
from briefgen.pdf.clusters import stretches
from briefgen.pdf.draw import DrawnPage
from briefgen.pdf.fonts import Fonts, State
from briefgen.twin import Send, Twin, twin

# Pages for which there is a twin: all that either of two processes touches is copied (refcounts are), so that they share the
# less the longer both live. A twin for twenty pages costs as much time as drawing one.
LEG = 20

Draw = Callable[[Page], DrawnPage]


class Turn(msgspec.Struct, frozen=True, array_like=True):
    """A page that the twin has drawn; or None where it has not, with the states of the fonts before and after it."""

    drawn: DrawnPage | None
    before: list[State] = []
    after: list[State] = []


def draw_by_two(pages: Sequence[Page], fonts: Fonts, draw: Draw) -> list[DrawnPage]:
    """All pages drawn, in order, by `draw`."""
    return [drawn for at in range(0, len(pages), LEG) for drawn in _leg(pages[at : at + LEG], fonts, draw)]


def _leg(pages: Sequence[Page], fonts: Fonts, draw: Draw) -> list[DrawnPage]:
    own = (len(pages) + 1) // 2

    def work(send: Send) -> None:
        encode = msgspec.msgpack.Encoder().encode
        send(encode(_foreseen(pages[:own], fonts)))
        for page in pages[own:]:
            send(encode(_foreseen([page], fonts) if _has_pictures(page) else Turn(draw(page))))
        send(encode(_foreseen([], fonts)))

    with twin(work) as started:
        first = [draw(page) for page in pages[:own]]
        return first + _taken_over(pages[own:], fonts, draw, started)


def _taken_over(pages: Sequence[Page], fonts: Fonts, draw: Draw, started: Twin | None) -> list[DrawnPage]:
    """The pages that the twin has drawn; drawn here where it has failed, or has not foreseen the right states."""
    decode = msgspec.msgpack.Decoder(Turn).decode
    turns: list[Turn] = []
    while started and len(turns) < len(pages) + 2 and (message := started.receive()) is not None:
        turns.append(decode(message))
    if len(turns) < len(pages) + 2 or turns[0].after != fonts.states:
        return [draw(page) for page in pages]
    found: list[DrawnPage] = []
    for page, turn in zip(pages, turns[1:-1], strict=True):
        if turn.drawn is not None:
            found.append(turn.drawn)
            continue
        fonts.go_on_from(turn.before)
        found.append(draw(page))
        if fonts.states != turn.after:
            return found + [draw(page) for page in pages[len(found) :]]
    fonts.go_on_from(turns[-1].after)
    return found


def _foreseen(pages: Sequence[Page], fonts: Fonts) -> Turn:
    """What takes the place of pages that are not drawn: their glyphs are taken in, as drawing them would."""
    before = fonts.states
    for item in chain.from_iterable([(*page.items, *page.slug) for page in pages]):
        runs = [item] if isinstance(item, Glyphs) else item.runs() if isinstance(item, Drawing) else ()
        for run in runs:
            for part in stretches(run):
                fonts.font(run.face).use(part.glyphs[::-1] if run.rtl else part.glyphs)
    return Turn(None, before, fonts.states)


def _has_pictures(page: Page) -> bool:
    return any(isinstance(item, Image | Drawing) for item in page.items)
