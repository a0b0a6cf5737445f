"""What is told to all who look: the newest state, as events of a server (WHATWG HTML, 9.2).

Comes in: states. Goes out: to each listener the newest at once, and every newer one; who is slow misses those between. The
promise: no more than MOST listeners, and all of them end with `close`. Refuses to know what a state says.
"""

import asyncio
from collections.abc import AsyncIterator

MOST = 40
BEAT = 15.0  # seconds between signs of life, by which a listener that has gone is noticed
RETRY = 500  # milliseconds after which a browser tries again


class Stream:
    """The stream of events. Belongs to one event loop."""

    def __init__(self) -> None:
        self._state = ""
        self._changed = asyncio.Event()
        self._listeners = 0
        self._closed = False

    @property
    def full(self) -> bool:
        """Whether there is no room for another listener."""
        return self._listeners >= MOST

    @property
    def listeners(self) -> int:
        """How many listen."""
        return self._listeners

    @property
    def state(self) -> str:
        """The newest state, one line of JSON; "" before the first."""
        return self._state

    def tell(self, state: str) -> None:
        """Tell all listeners."""
        self._state = state
        self._wake()

    def close(self) -> None:
        """End all listeners."""
        self._closed = True
        self._wake()

    async def listen(self) -> AsyncIterator[str]:
        """The events for one listener."""
        self._listeners += 1
        try:
            yield f"retry: {RETRY}\n\n"
            told = None
            while not self._closed:
                changed = self._changed
                if self._state and told is not self._state:
                    told = self._state
                    yield f"data: {told}\n\n"
                    continue
                try:
                    await asyncio.wait_for(changed.wait(), BEAT)
                except TimeoutError:
                    yield ": still here\n\n"
        finally:
            self._listeners -= 1

    def _wake(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()
