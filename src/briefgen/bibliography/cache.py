"""Answers of pandoc, kept between builds in a folder of the user's.

Comes in: the parts of a question. Goes out: the answer to the same question, if it is there. The promise: the folder holds a
bounded number of files and bytes, and may be deleted at any time; without it a brief comes out byte for byte the same.
"""

import os
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from briefgen.saving import cache_folder

FORM = b"1"  # of the kept files; another form has other names
FILES_MOST = 60
LARGEST = 4_000_000  # bytes of an answer that is kept
ROOM = 20_000_000  # bytes of all of them


def name_of(parts: Iterable[bytes]) -> str:
    """The name under which the answer to a question of these parts is kept."""
    found = sha256(FORM)
    for part in parts:
        found.update(f"{len(part)} ".encode())
        found.update(part)
    return found.hexdigest()


def folder() -> Path | None:
    """The folder."""
    return cache_folder("citations")


def look_up(name: str) -> bytes | None:
    """The answer of this name, if it is there."""
    place = folder()
    try:
        if place is None:
            return None
        path = place / name
        data = path.read_bytes() if path.stat().st_size <= LARGEST else None
        path.touch()  # those used last are kept
    except OSError:
        return None
    return data


def keep(name: str, data: bytes) -> None:
    """Keep an answer, and let those go that were used longest ago. What cannot be kept is made anew next time."""
    place = folder()
    if place is None or len(data) > LARGEST:
        return
    try:
        place.mkdir(parents=True, exist_ok=True)
        draft = place / f"{name}.{os.getpid()}.part"
        try:
            draft.write_bytes(data)
            draft.replace(place / name)
        finally:
            draft.unlink(missing_ok=True)
        kept = sorted(((path.stat().st_mtime_ns, path.stat().st_size, path) for path in place.iterdir()), reverse=True)
        room = ROOM
        for number, (_, size, path) in enumerate(kept):
            room -= size
            if number >= FILES_MOST or room < 0:
                path.unlink(missing_ok=True)
    except OSError:
        return
