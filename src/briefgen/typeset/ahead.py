"""Where lines end, found out by a twin while this process is still busy with the texts before.

Comes: texts, and what sets them in order. Goes: ways, as the chooser would have found them. The promise: a way that the twin
has not found is None, and whoever asks finds it alone. Only numbers travel: glyphs are made where they are drawn.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import msgspec

from briefgen.content.brief import Span
from briefgen.twin import Send, Twin, twin
from briefgen.typeset.breaks import Break
from briefgen.typeset.choice import Choice, Way, Widths
from briefgen.typeset.division import Breaking
from briefgen.typeset.paragraph import Cut
from briefgen.typeset.setter import Typesetter

Spans = tuple[Span, ...]
# the fields of breaks, and of cuts
BreakNumbers = tuple[float, float, float, float, float, bool, float]
CutNumbers = tuple[int, int, int, int, bool, bool, bool, str, float]
Numbers = tuple[list[BreakNumbers], list[CutNumbers]]


class Found(msgspec.Struct, frozen=True, array_like=True):
    """A way to set text `number` in these widths: of each segment its start, and the breaks that were chosen."""

    number: int
    widths: Widths
    choices: tuple[Numbers | None, ...]


class Texts:
    """The texts that a twin is to look at: each is known by its identity, as the twin has the very same records."""

    def __init__(self, texts: Iterable[Spans]) -> None:
        self._texts = list(texts)  # which keeps them alive, and their identities theirs
        self._numbers = {id(spans): number for number, spans in enumerate(self._texts)}

    def number(self, spans: Spans) -> int:
        """The number of a text; -1 of any other."""
        return self._numbers.get(id(spans), -1)


class Scout:
    """In the twin: sends the ways that were found."""

    def __init__(self, texts: Texts, send: Send) -> None:
        self._texts = texts
        self._send = send
        self._encode = msgspec.msgpack.Encoder().encode

    def knows(self, spans: Spans) -> bool:
        """Whether a text is one of those that are asked for."""
        return self._texts.number(spans) >= 0

    def tell(self, spans: Spans, widths: Widths, way: Way) -> None:
        """Send the way that was found for a text."""
        choices = tuple([_numbers(choice) if choice else None for choice in way.choices])
        self._send(self._encode(Found(self._texts.number(spans), widths, choices)))


class Ahead:
    """In the process that has the twin: the ways that it has sent."""

    def __init__(self, texts: Texts, twin: Twin) -> None:
        self._texts = texts
        self._twin: Twin | None = twin
        self._next: Found | None = None
        self._decode = msgspec.msgpack.Decoder(Found).decode

    def way(self, spans: Spans, widths: Widths) -> Way | None:
        """The way for a text in these widths. Texts are asked for in their order, as the twin has been given them."""
        number = self._texts.number(spans)
        if number < 0:
            return None
        while self._next is None or self._next.number < number:
            message = self._twin.receive() if self._twin else None
            if message is None:
                self._twin = None
                return None
            self._next = self._decode(message)
        found = self._next
        if found.number != number or found.widths != widths:
            return None
        return Way(0.0, tuple([_choice(*choice) if choice else None for choice in found.choices]))


def _numbers(choice: Choice) -> Numbers:
    """The start of a segment and the breaks chosen, as numbers: all that composing its lines asks for."""
    breaks, cuts = choice.breaking.breaks, choice.breaking.cuts
    chosen = [0, *choice.ends]
    return [msgspec.structs.astuple(breaks[at]) for at in chosen], [msgspec.structs.astuple(cuts[at]) for at in chosen]


def _choice(breaks: Sequence[Sequence[Any]], cuts: Sequence[Sequence[Any]]) -> Choice:
    """The choice with these breaks and no others."""
    breaking = Breaking([Break(*fields) for fields in breaks], [Cut(*fields) for fields in cuts])
    return Choice(breaking, [*range(1, len(breaks))])


@contextmanager
def choosing_ahead(typesetter: Typesetter, texts: Iterable[Spans], rehearse: Callable[[], object]) -> Iterator[None]:
    """While the block runs, let a second process choose the breaks of texts, which are set once and in this order.

    `rehearse` sets them there, as this process will. Where no second process can be had, nothing is different.
    """
    known = Texts(texts)

    def work(send: Send) -> None:
        typesetter.scout = Scout(known, send)
        rehearse()

    with twin(work) as started:
        typesetter.ahead = Ahead(known, started) if started else None
        try:
            yield
        finally:
            typesetter.ahead = None
