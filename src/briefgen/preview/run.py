"""The pipeline of `briefgen watch`: builds when something changes, and shows it in a browser.

Comes in: what is wanted. Goes out: an exit code; what there is to say goes to `say` and `complain`. The promise: a build
with errors leaves the last good pages and the last good PDF; what is half written when it is read is not told, unless it
stays so for SETTLING seconds; it ends when the process is asked to, with all that listens. Refuses to know the terminal.
"""

import asyncio
import gc
import webbrowser
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import msgspec
import uvicorn

from briefgen.preview.address import Address, new_token, take
from briefgen.preview.changes import Seen, changes
from briefgen.preview.desk import Desk, Wanted
from briefgen.preview.edition import Outcome
from briefgen.preview.editor import Editor
from briefgen.preview.guard import Guard
from briefgen.preview.render import Renderer
from briefgen.preview.room import Room
from briefgen.preview.server import application
from briefgen.problem import Problem, counted

if TYPE_CHECKING:
    from collections.abc import Coroutine

SETTLING = 0.15  # seconds after which a text with errors is taken to be finished
APART = 0.1  # seconds from the beginning of a build to that of the next: a burst of saves is no reason for more
BACK = 1.2  # seconds in which a page that is still open has come back
QUIET = 2.0  # seconds without a change, after which there is time to tidy up
GRACE = 2  # seconds for answers under way when all ends


class Looking(msgspec.Struct, frozen=True):
    """How the pages are shown: at a `port` of its own choice, 0 for any; whether a `browser` is opened; by which editor."""

    port: int = 0
    browser: bool = True
    editor: Editor = Editor()


class Teller(msgspec.Struct, frozen=True):
    """Where what there is to say goes: lines, and problems. `quiet`: no lines about what was built."""

    say: Callable[[str], object]
    complain: Callable[[tuple[Problem, ...]], object]
    quiet: bool = False


class _Server(uvicorn.Server):
    """A server that ends its streams before it waits for what is still being answered."""

    def __init__(self, config: uvicorn.Config, room: Room) -> None:
        super().__init__(config)
        self._room = room

    def ends_with(self, task: "asyncio.Task[None]") -> None:
        """End when a task has failed: pages that no longer follow would deceive."""
        self.should_exit |= not task.cancelled() and task.exception() is not None

    async def shutdown(self, sockets: Any = None) -> None:
        self._room.stream.close()
        await super().shutdown(sockets)


def once(wanted: Wanted, teller: Teller) -> bool:
    """Build once, draw each page, and end; whether there were no errors."""
    outcome = Desk(wanted, "once").make()
    teller.complain(outcome.problems)
    if outcome.edition is None or not outcome.good:
        return False
    renderer = Renderer()
    for leaf in outcome.edition.leaves:
        renderer.picture(outcome.edition.data, leaf.number, leaf.key, round(leaf.width), "png", None)
    if not teller.quiet:
        teller.say(f"{wanted.outline}: {_summary(outcome)}, all drawn; nothing is written")
    return True


def watch(wanted: Wanted, looking: Looking, teller: Teller) -> None:
    """Build and show, until the process is interrupted. OSError: the port is taken."""
    address = take(wanted.outline, looking.port)
    gc.disable()  # looking for cycles takes longer than a build, and waits until nothing is written
    try:
        asyncio.run(_watch(wanted, looking, teller, address))
    finally:
        gc.enable()
        address.socket.close()


async def _watch(wanted: Wanted, looking: Looking, teller: Teller, address: Address) -> None:
    run = new_token()[:8]
    room = Room(wanted.outline, run, looking.editor)
    guard = Guard(application(room), address.token, address.port)
    config = uvicorn.Config(
        guard, log_config=None, access_log=False, lifespan="off", server_header=False, timeout_graceful_shutdown=GRACE
    )
    server = _Server(config, room)
    builder = _Builder(wanted, run, room, teller)
    work = [builder.follow(), builder.listen(), *([_open(guard, room, address)] if looking.browser else [])]
    teller.say(f"{wanted.outline}: its pages are at {address.url}\nThey follow each change; Ctrl-C ends this.")
    tasks = [asyncio.create_task(each) for each in work]
    for task in tasks:
        task.add_done_callback(server.ends_with)
    try:
        await server.serve(sockets=[address.socket])
    finally:
        for task in tasks:
            task.cancel()
        room.close()
        await asyncio.gather(*tasks, return_exceptions=True)
    for task in tasks:
        if not task.cancelled():
            task.result()  # raises what ended it


async def _open(guard: Guard, room: Room, address: Address) -> None:
    """Open the browser, unless a page that was open before has come back.

    The browser's command line, which others on this machine may read, has a ticket in it that opens the door but once.
    """
    if address.again:
        await asyncio.sleep(BACK)
        if room.stream.listeners:
            return
    guard.ticket = new_token()

    def spend() -> None:
        guard.ticket = ""

    room.entered = spend
    await asyncio.to_thread(webbrowser.open, address.url.replace(address.token, guard.ticket).rstrip("/"))


class _Builder:
    """Builds in a thread of its own, when something has changed and the build before has ended."""

    def __init__(self, wanted: Wanted, run: str, room: Room, teller: Teller) -> None:
        self._wanted = wanted
        self._desk = Desk(wanted, run)
        self._room = room
        self._teller = teller
        self._seen = Seen([str(wanted.outline.absolute())])
        self._dirty = asyncio.Event()
        self._told: tuple[object, ...] = ()
        self._next = 0.0  # when the next build may begin

    async def follow(self) -> None:
        """Build, and build again after each change."""
        self._dirty.set()
        with ThreadPoolExecutor(1, "builds") as thread:
            while True:
                if not await self._happens(self._dirty.wait(), QUIET):
                    await asyncio.get_running_loop().run_in_executor(thread, gc.collect)
                    await self._dirty.wait()
                await asyncio.sleep(max(0.0, self._next - asyncio.get_running_loop().time()))
                self._dirty.clear()
                await self._build(thread)

    async def listen(self) -> None:
        """Notice changes."""
        async for _ in changes(self._seen, self._wanted.output):
            self._dirty.set()

    async def _build(self, thread: ThreadPoolExecutor) -> None:
        loop = asyncio.get_running_loop()
        started = loop.time()
        self._next = started + APART
        self._seen.look()
        outcome = await loop.run_in_executor(thread, self._desk.make)
        seconds = loop.time() - started
        self._seen.name(outcome.files)
        if outcome.edition is None and await self._happens(self._dirty.wait(), SETTLING):
            return  # it was read while it was being written, or is being mended
        self._room.show(outcome, seconds)
        if outcome.edition is not None and outcome.good:
            problems = await loop.run_in_executor(thread, self._desk.write, outcome.edition)
            self._teller.complain(tuple(problems.sorted()))
        self._tell(outcome, seconds)

    @staticmethod
    async def _happens(what: "Coroutine[object, object, object]", seconds: float) -> bool:
        try:
            await asyncio.wait_for(what, seconds)
        except TimeoutError:
            return False
        return True

    def _tell(self, outcome: Outcome, seconds: float) -> None:
        """Say what a build came to, unless it is what the one before came to."""
        keys = tuple(leaf.key for leaf in outcome.edition.leaves) if outcome.edition else ()
        if self._told == (outcome.problems, keys):
            return
        self._told = (outcome.problems, keys)
        self._teller.complain(outcome.problems)
        shown = "these pages are shown, and not written" if outcome.edition else "the last good pages stay"
        kept = "" if outcome.good else f"{self._wanted.outline}: has errors; {shown}"
        if not self._teller.quiet:
            self._teller.say(kept or f"{self._wanted.output}: {_summary(outcome)}, {seconds:.2f} s")


def _summary(outcome: Outcome) -> str:
    edition = outcome.edition
    return "" if edition is None else f"{counted(len(edition.leaves), 'page')}, {edition.pages.paper}"
