"""What is kept between builds: bounded shelves, each for one kind of thing.

Comes in: keys and what was made for them. Goes out: the same again, or nothing. The promise: of each kind at most twice as
many things are kept as its shelf has room for, besides what the last build has used; what nobody has asked for the longest
goes first. A key has to say all that its thing depends on: whoever finds a thing must get what would be made anew. Refuses
to know what the things are.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Generic, TypeVar

Key = TypeVar("Key")
Thing = TypeVar("Thing")

# how seldom Python looks for things that only refer to each other: a brief has a million records and next to no such things,
# and to look at Python's own pace takes a third of the time of a long one
SELDOM = (2_000_000, 20, 20)


@contextmanager
def seldom_searched() -> Iterator[None]:
    """While a long work goes on, look as seldom for things that only refer to each other as the command does.

    Who looks more seldom, or never, goes on so.
    """
    before = gc.get_threshold()
    if 0 < before[0] < SELDOM[0]:
        gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


class Shelf(Generic[Key, Thing]):
    """Things of one kind by their keys, in two halves: what was used of late, and what was used before that.

    Nothing is thrown away while a build goes on, for its own things may be more than there is room for. Between builds, when
    the first half is full, it becomes the second, and what had stood there till then is gone.
    """

    def __init__(self, room: int) -> None:
        self.room = room
        self._used: dict[Key, Thing] = {}
        self._before: dict[Key, Thing] = {}

    def __len__(self) -> int:
        return len(self._used) + len(self._before)

    def __iter__(self) -> Iterator[Thing]:
        yield from self._used.values()
        yield from self._before.values()

    def get(self, key: Key) -> Thing | None:
        """What is kept under a key, or None."""
        found = self._used.get(key)
        if found is None and self._before:
            found = self._before.pop(key, None)
            if found is not None:
                self._used[key] = found
        return found

    def keep(self, key: Key, thing: Thing) -> Thing:
        """Keep a thing, which is returned."""
        self._used[key] = thing
        return thing

    def turn(self, *, at_once: bool = False) -> None:
        """Between builds: throw away what nobody has used for the longest, if there is too much; or `at_once`."""
        if at_once or len(self._used) >= self.room:
            self._used, self._before = {}, self._used


class Memory:
    """The shelves of one session, by name. `lasting`: what the next builds are given is much like what this one was."""

    def __init__(self, *, lasting: bool = True) -> None:
        self.lasting = lasting
        self._shelves: dict[str, Shelf[Any, Any]] = {}

    def shelf(self, name: str, room: int) -> Shelf[Any, Any]:
        """The shelf of that name, with room for so many things in each half; the same one each time."""
        found = self._shelves.get(name)
        if found is None:
            found = self._shelves[name] = Shelf(room)
        return found

    def turn(self, *, at_once: bool = False) -> None:
        """Between builds: throw away what nobody has used for the longest, of each kind that there is too much of.

        `at_once`: however little there is, so that nothing stays but what the last build has used.
        """
        for shelf in self._shelves.values():
            shelf.turn(at_once=at_once)

    def counts(self) -> dict[str, int]:
        """How many things of each kind are kept."""
        return {name: len(shelf) for name, shelf in self._shelves.items()}
