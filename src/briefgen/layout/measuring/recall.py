"""Blocks that were measured before, found again.

Comes: blocks, and how they are measured. Goes: their pieces. Promise: pieces are found again for equal blocks at equal
places on a desk with an equal theme, equal levers, equal habits and the same faces. Measures nothing itself.
"""

from collections.abc import Callable, Hashable
from typing import Any, Protocol, TypeVar

from briefgen.layout.fit import Levers
from briefgen.memory import Memory, Shelf
from briefgen.theme import Theme

SETTINGS_KEPT = 60  # of theme and levers: a brief is tried in up to a dozen
PIECES_KEPT = 6000  # blocks, in all settings: some thirty on a page


Measured = TypeVar("Measured")


class Reader(Protocol):
    """A desk: it counts how often it has been asked for the whole brief."""

    @property
    def asked(self) -> int: ...


class Recall:
    """The pieces measured with one theme and one setting of the levers."""

    def __init__(self, theme: Theme, known: Shelf[Hashable, Any]) -> None:
        self.theme = theme
        self._known = known

    @classmethod
    def of(cls, memory: Memory, theme: Theme, fit: Levers, habits: Hashable) -> "Recall":
        """The one for a theme like this and a desk with these habits: what is kept in `memory` is for the same faces."""
        settings: Shelf[Hashable, list[Recall]] = memory.shelf("settings", SETTINGS_KEPT)
        key = fit, habits, theme.page
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
        """What was measured under this key, or else is now; the key says all that measuring depends on besides.

        What has asked the desk for the whole brief may depend on any of it, and is not kept.
        """
        try:
            known: Measured | None = self._known.get((self, key))
        except TypeError:
            return self._found_alike(desk, measure, key)
        if known is None:
            before = desk.asked
            known = measure()
            if desk.asked == before:
                self._known.keep((self, key), known)
        return known

    def _found_alike(self, desk: Reader, measure: Callable[[], Measured], key: tuple[Any, ...]) -> Measured:
        """The same for what has no hash, as what a chart shows: it is compared with the last of the same kind and id."""
        kind = self, *[(type(part), getattr(part, "id", "")) for part in key]
        last: tuple[tuple[Any, ...], Measured] | None = self._known.get(kind)
        if last is not None and last[0] == key:
            return last[1]
        before = desk.asked
        made = measure()
        if desk.asked == before:
            self._known.keep(kind, (key, made))
        return made
