"""When something changed beside an outline.

Comes in: the files that matter. Goes out: a sign for each change, several in one where they come close together. Folders are
watched, and not files: a file watched by itself goes silent as soon as an editor saves by renaming a new one over it. The
promise: a sign within POLL seconds at most after any change of those files, even where the system tells nothing (folders
renamed or deleted and made anew, network drives, no room for another watch). Refuses to know what is in the files.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from pathlib import Path

from watchfiles import Change, awatch

from briefgen.saving import stamp

STEP = 10  # milliseconds without a change that end a batch
LONGEST = 60  # milliseconds of a batch, while changes go on
POLL = 1.0  # seconds
MOST_FOLDERS = 200
TEMPORARY = (".swp", ".swx", ".swo", ".tmp", ".part", ".bak", "~", "#", ".crdownload", ".lock")
PROBES = {"4913"}  # vim makes a file of this name to see whether it may write

Files = Callable[[], frozenset[str]]


async def changes(files: Files, ignored: frozenset[str]) -> AsyncIterator[None]:
    """A sign for each batch of changes. `files`: those that matter now; `ignored`: what builds write."""

    def counts(_: Change, path: str) -> bool:
        return path not in ignored and not is_temporary(path)

    seen = stamps(files())
    while True:
        armed = folders(files())
        if not armed:
            await asyncio.sleep(POLL)
        else:
            try:
                watched = awatch(
                    *sorted(armed),
                    watch_filter=counts,
                    debounce=LONGEST,
                    step=STEP,
                    rust_timeout=int(1000 * POLL),
                    yield_on_timeout=True,
                    recursive=False,
                )
                async for batch in watched:
                    before, seen = seen, stamps(files())
                    if batch or _differ(before, seen):
                        yield
                    if folders(files()) != armed:
                        break
            except (OSError, RuntimeError):  # a folder that has just gone, or no room for another watch
                await asyncio.sleep(POLL)
        before, seen = seen, stamps(files())  # of what changed while nothing was watched
        if _differ(before, seen):
            yield


def is_temporary(path: str) -> bool:
    """Whether a file is one that programs make for themselves."""
    name = Path(path).name
    return name.startswith((".", "#", "~$")) or name.endswith(TEMPORARY) or name in PROBES


def folders(files: Iterable[str]) -> dict[str, int]:
    """The folders in which files are or would be, each with its number: one made anew is another."""
    found: dict[str, int] = {}
    for file in files:
        for path in (Path(file), Path(file).resolve()):  # of a symbolic link, its own and that of what it points to
            folder = str(path.parent)
            if folder not in found and len(found) < MOST_FOLDERS:
                try:
                    found[folder] = path.parent.stat().st_ino
                except OSError:
                    continue
    return found


def stamps(files: Iterable[str]) -> dict[str, object]:
    """What tells one state of each file from another."""
    return {file: stamp(Path(file)) for file in files}


def _differ(before: dict[str, object], now: dict[str, object]) -> bool:
    """Whether a file that mattered before is another."""
    return any(before[file] != state for file, state in now.items() if file in before)
