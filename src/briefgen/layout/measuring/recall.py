"""Blocks that were measured before, found again.

Comes: blocks, and how they are measured. Goes: their pieces. Promise: pieces are found again for equal blocks at equal
places on a desk with an equal theme, equal habits and the same faces, where the levers that measuring has asked for stand
alike, and its texts take no other number of lines. Measures nothing itself.
"""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Generic, Protocol, TypeVar

import msgspec

from briefgen.content.brief import Span
from briefgen.layout.fit import Levers
from briefgen.memory import Memory, Shelf
from briefgen.theme import TextStyle, Theme

SETTINGS_KEPT = 60  # of theme and habits
PIECES_KEPT = 6000  # blocks, in all settings: some thirty on a page
WAYS_KEPT = 12  # in which one block was measured with other levers: a brief is tried in up to a dozen


Measured = TypeVar("Measured")
Fitted = tuple[
    tuple[Span, ...], TextStyle, tuple[float, ...]
]  # a text in as many lines as levers want: spans, style, widths


class Asked:
    """What measuring has asked a desk for besides its theme: the whole brief, levers, and texts as levers want them."""

    def __init__(self) -> None:
        self.brief = 0  # how often
        self.levers: dict[str, None] = {}  # by their names, in the order in which they were first asked for
        self.texts: list[Fitted] = []
        self.varied = False  # whether one of the texts is set in a line more or less than is best

    def add(self, levers: Sequence[str], texts: Sequence[Fitted], *, varied: bool) -> None:
        """Add what has been asked for elsewhere."""
        self.levers.update(dict.fromkeys(levers))
        self.texts += texts
        self.varied = self.varied or varied


class Heeded:
    """The levers that only some blocks ask for: each that is asked for is noted."""

    def __init__(self, levers: Levers, asked: Asked) -> None:
        self._levers, self._asked = levers, asked

    @property
    def spaces(self) -> float:
        self._asked.levers["spaces"] = None
        return self._levers.spaces

    @property
    def compact(self) -> bool:
        self._asked.levers["compact"] = None
        return self._levers.compact

    @property
    def airy(self) -> bool:
        self._asked.levers["airy"] = None
        return self._levers.airy

    @property
    def sinkage(self) -> int:
        self._asked.levers["sinkage"] = None
        return self._levers.sinkage

    @property
    def figures(self) -> float:
        self._asked.levers["figures"] = None
        return self._levers.figures


class Reader(Protocol):
    """A desk."""

    asked: Asked
    levers: Levers

    def keeps_lines(self, texts: Sequence[Fitted]) -> bool:
        """Whether all these texts are set in as many lines as is best for them."""


class Made(msgspec.Struct, Generic[Measured], eq=False):
    """What was measured with these levers; of them it has asked for some, and for texts as they want them."""

    measured: Measured
    levers: Levers
    heeded: tuple[str, ...]
    texts: tuple[Fitted, ...]
    varied: bool
    alike: dict[int, bool] = {}  # whether its texts are set alike with another looseness

    def holds(self, desk: Reader) -> bool:
        """Whether the same would be measured on a desk."""
        own, other = self.levers, desk.levers
        if own is other or own == other:
            return True
        if any(getattr(own, name) != getattr(other, name) for name in self.heeded):
            return False
        if own.looseness == other.looseness or not self.texts:
            return True
        if self.varied:
            return False
        known = self.alike.get(other.looseness)
        if known is None:
            known = self.alike[other.looseness] = desk.keeps_lines(self.texts)
        return known


class Recall:
    """What was measured with one theme."""

    def __init__(self, theme: Theme, known: Shelf[Hashable, Any]) -> None:
        self.theme = theme
        self._known = known

    @classmethod
    def of(cls, memory: Memory, theme: Theme, habits: Hashable) -> "Recall":
        """The one for a theme like this and a desk with these habits: what is kept in `memory` is for the same faces."""
        settings: Shelf[Hashable, list[Recall]] = memory.shelf("settings", SETTINGS_KEPT)
        key = habits, theme.page
        alike = settings.get(key)
        if alike is None:
            alike = settings.keep(key, [])
        found = next((each for each in alike if each.theme == theme), None)
        if found is None:
            found = cls(theme, memory.shelf("pieces", PIECES_KEPT))
            alike[:0] = [found]
            del alike[SETTINGS_KEPT:]
        return found

    def found(self, desk: Reader, measure: Callable[[], Measured], *key: Hashable) -> Measured:
        """What was measured under this key, or else is now; the key says all that measuring depends on but what it asks for.

        What has asked the desk for the whole brief may depend on any of it, and is not kept.
        """
        try:
            known: list[Made[Measured]] | None = self._known.get((self, key))
        except TypeError:
            return self._found_alike(desk, measure, key)
        if known is None:
            known = []
        measured = _measured(known, desk, measure)
        if len(known) == 1:
            self._known.keep((self, key), known)
        return measured

    def _found_alike(self, desk: Reader, measure: Callable[[], Measured], key: tuple[Any, ...]) -> Measured:
        """The same for what has no hash, as what a chart shows: it is compared with the last of the same kind and id."""
        kind = self, *[(type(part), getattr(part, "id", "")) for part in key]
        last: tuple[tuple[Any, ...], list[Made[Measured]]] | None = self._known.get(kind)
        known = last[1] if last is not None and last[0] == key else []
        measured = _measured(known, desk, measure)
        if len(known) == 1:
            self._known.keep(kind, (key, known))
        return measured


def _measured(known: list[Made[Measured]], desk: Reader, measure: Callable[[], Measured]) -> Measured:
    """What is known and holds on a desk, or else is measured now, and known from then on."""
    asked = desk.asked
    made = next((each for each in known if each.holds(desk)), None)
    if made is None:
        before, outer = asked.brief, (asked.levers, asked.texts, asked.varied)
        asked.levers, asked.texts, asked.varied = {}, [], False
        measured = measure()
        made = Made(measured, desk.levers, tuple(asked.levers), tuple(asked.texts), asked.varied, {})
        asked.levers, asked.texts, asked.varied = outer
        if asked.brief == before:
            known.insert(0, made)
            del known[WAYS_KEPT:]
    asked.add(made.heeded, made.texts, varied=made.varied)
    return made.measured
