"""When something changed beside an outline.

Comes in: the files that matter. Goes out: a sign for each change, several in one where they come close together. Folders are
watched, and not files: a file watched by itself goes silent as soon as an editor saves by renaming a new one over it. The
promise: a sign within POLL seconds at most after any change of those files, even where the system tells nothing (folders
renamed or deleted and made anew, network drives, no room for another watch). Refuses to know what is in the files.
"""

import asyncio
from collections.abc import AsyncIterator, Iterable
from pathlib import Path
from typing import cast

from watchfiles import Change, awatch

from briefgen.saving import stamp

STEP = 5  # milliseconds without a change that end a batch
LONGEST = 60  # milliseconds of a batch, while changes go on
POLL = 1.0  # seconds
MOST_FOLDERS = 200
TEMPORARY = (".swp", ".swx", ".swo", ".tmp", ".part", ".bak", "~", "#", ".crdownload", ".lock")
PROBES = {"4913"}  # vim makes a file of this name to see whether it may write


class Seen:
    """The files that matter, as the last build saw them."""

    def __init__(self, files: Iterable[str]) -> None:
        self.files = frozenset(files)
        self._stamps = stamps(self.files)

    def look(self) -> None:
        """A build begins: what it reads is what is there now."""
        self._stamps = stamps(self.files)

    def name(self, files: frozenset[str]) -> None:
        """A build has ended, and these are the files that matter now."""
        if files != self.files:
            self._stamps = {file: self._stamps.get(file, stamp(Path(file))) for file in files}
            self.files = files

    def outdated(self) -> bool:
        """Whether a file is another than the build saw."""
        return stamps(self.files) != self._stamps


class _Elsewhere:
    """Says, as events do, that other files matter than those that are watched."""

    def __init__(self, seen: Seen) -> None:
        self._seen, self._files = seen, seen.files

    def is_set(self) -> bool:
        return self._seen.files is not self._files


async def changes(seen: Seen, output: Path) -> AsyncIterator[None]:
    """A sign for each batch of changes. `output` is what builds write, by whatever path: it is no change."""
    written = output.resolve()

    def counts(_: Change, path: str) -> bool:
        return not is_temporary(path) and not (path.endswith(written.name) and Path(path).resolve() == written)

    while True:
        armed = folders(seen.files)
        try:
            if not armed:
                await asyncio.sleep(POLL)
            else:
                async for batch in awatch(
                    *sorted(armed),
                    watch_filter=counts,
                    debounce=LONGEST,
                    step=STEP,
                    stop_event=cast("asyncio.Event", _Elsewhere(seen)),
                    rust_timeout=int(1000 * POLL),
                    yield_on_timeout=True,
                    recursive=False,
                ):
                    if batch or seen.outdated():
                        yield
                    if folders(seen.files) != armed:
                        break
        except (OSError, RuntimeError):  # a folder that has just gone, or no room for another watch
            await asyncio.sleep(POLL)
        if seen.outdated():  # while nothing was watched
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
