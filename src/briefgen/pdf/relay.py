"""Pages of a long file drawn by two processes: of each few pages the first half by this one, the others by a twin.

Comes in: pages, the fonts, whom the file is for. Goes out: drawn pages. The promise: each is drawn as one process would have
drawn it. How glyphs are shown depends on the fonts' state, on what they have shown before: where pages hold something new,
the twin says from which state it went on, and what it did from another is not taken. Where they hold nothing new, what is
shown before them does not matter. Pages with pictures, whose names go by the order of their use, are drawn here.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain

import msgspec

from briefgen.layout.items import Drawing, Glyphs, Image, Page
from briefgen.pdf.clusters import shown_alone, stretches
from briefgen.pdf.draw import DrawnPage
from briefgen.pdf.fonts import Fonts, State
from briefgen.pdf.objects import compressed
from briefgen.twin import Send, Twin, twin
from briefgen.typeset.face import Face
from briefgen.typeset.lines import Glyph

# Pages for which there is a twin: all that either of two processes touches is copied (refcounts are), so that they share the
# less the longer both live. A twin for twenty pages costs as much time as drawing one.
LEG = 20
OWN_SHARE = 0.55  # of its pages, what this process draws: a twin takes some time to begin

Draw = Callable[[Page], DrawnPage]


class Turn(msgspec.Struct, frozen=True, array_like=True):
    """A page that the twin has drawn; or None where it has not, with the states of the fonts before and after it.

    No states where all pages of the twin hold nothing new.
    """

    drawn: DrawnPage | None
    before: list[State] | None = None
    after: list[State] | None = None


def draw_by_two(pages: Sequence[Page], fonts: Fonts, draw: Draw) -> list[DrawnPage]:
    """All pages drawn, in order, by `draw`, and each compressed by the process that has drawn it."""

    def drawn(page: Page) -> DrawnPage:
        found = draw(page)
        return DrawnPage(compressed(found.content), found.marks, packed=True)

    return [each for at in range(0, len(pages), LEG) for each in _leg(pages[at : at + LEG], fonts, drawn)]


def _leg(pages: Sequence[Page], fonts: Fonts, draw: Draw) -> list[DrawnPage]:
    own = round(OWN_SHARE * len(pages))

    def work(send: Send) -> None:
        encode = msgspec.msgpack.Encoder().encode
        foresee = _foreseen if _is_new(pages[own:], fonts) else _steady
        send(encode(foresee(pages[:own], fonts)))
        for page in pages[own:]:
            send(encode(foresee([page], fonts) if _has_pictures(page) else Turn(draw(page))))
        send(encode(foresee([], fonts)))

    with twin(work) as started:
        first = [draw(page) for page in pages[:own]]
        return first + _taken_over(pages[own:], fonts, draw, started)


def _taken_over(pages: Sequence[Page], fonts: Fonts, draw: Draw, started: Twin | None) -> list[DrawnPage]:
    """The pages that the twin has drawn; drawn here where it has failed, or has not foreseen the right states."""
    decode = msgspec.msgpack.Decoder(Turn).decode
    turns: list[Turn] = []
    while started and len(turns) < len(pages) + 2 and (message := started.receive()) is not None:
        turns.append(decode(message))
    if len(turns) < len(pages) + 2 or turns[0].after not in (None, fonts.states):
        return [draw(page) for page in pages]
    found: list[DrawnPage] = []
    for page, turn in zip(pages, turns[1:-1], strict=True):
        if turn.drawn is not None:
            found.append(turn.drawn)
            continue
        if turn.before is not None:
            fonts.go_on_from(turn.before)
        found.append(draw(page))
        if turn.after not in (None, fonts.states):
            return found + [draw(page) for page in pages[len(found) :]]
    if turns[-1].after is not None:
        fonts.go_on_from(turns[-1].after)
    return found


def _steady(pages: Sequence[Page], fonts: Fonts) -> Turn:  # noqa: ARG001  as `_foreseen`
    """What takes the place of pages that are not drawn, where no state matters."""
    return Turn(None)


def _foreseen(pages: Sequence[Page], fonts: Fonts) -> Turn:
    """What takes the place of pages that are not drawn: their glyphs are taken in, as drawing them would."""
    before = fonts.states
    for run in _runs(pages):
        for part in stretches(run):
            fonts.font(run.face).use(part.glyphs[::-1] if run.rtl else part.glyphs)
    return Turn(None, before, fonts.states)


def _runs(pages: Sequence[Page]) -> Iterator[Glyphs]:
    for item in chain.from_iterable([(*page.items, *page.slug) for page in pages]):
        if type(item) is Glyphs:
            yield item
        elif type(item) is Drawing:
            yield from item.runs()


def _is_new(pages: Sequence[Page], fonts: Fonts) -> bool:
    """Whether fonts have to be told of any glyph of these pages, or may have: each is looked at once."""
    used: dict[Face, set[Glyph]] = {}
    for run in _runs(pages):
        used.setdefault(run.face, set()).update(run.glyphs)
    each = [(fonts.font(face), shown_alone(glyphs)) for face, glyphs in used.items()]
    return not all(glyphs is not None and font.knows(glyphs) for font, glyphs in each)


def _has_pictures(page: Page) -> bool:
    return any(isinstance(item, Image | Drawing) for item in page.items)
