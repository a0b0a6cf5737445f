"""Where the preview of an outline is: a port of this machine, and a token.

Comes in: the path of an outline. Goes out: an address. The promise: it is the same the next time, so that a page
that is still open finds the preview again, unless the port has been taken; the token comes from the system's chance and is
kept where only the user reads it. Refuses to listen anywhere but on this machine.
"""

import os
import secrets
import socket
from hashlib import sha256
from pathlib import Path

import msgspec

from briefgen.saving import cache_folder

HOST = "127.0.0.1"
BYTES = 24  # of a token
MOST_KEPT = 100  # addresses


class Address(msgspec.Struct):
    """A port, open to listen on, and a token. `again`: the same as the last time."""

    socket: socket.socket
    port: int
    token: str
    again: bool = False

    @property
    def url(self) -> str:
        """The address of the pages."""
        return f"http://{HOST}:{self.port}/{self.token}/"


def take(outline: Path, port: int = 0) -> Address:
    """An address for an outline: at `port`, or as the last time, or wherever there is room. OSError: the port is taken."""
    kept = _kept(outline)
    if port:
        found = Address(_listen(port), port, kept[1] if kept else new_token())
    else:
        found = _again(*kept) if kept else _anywhere(new_token())
    _keep(outline, found)
    return found


def new_token() -> str:
    """What nobody guesses."""
    return secrets.token_urlsafe(BYTES)


def _again(port: int, token: str) -> Address:
    try:
        return Address(_listen(port), port, token, again=True)
    except OSError:  # another preview of the same outline, it may be, which keeps its token to itself
        return _anywhere(new_token())


def _anywhere(token: str) -> Address:
    found = _listen(0)
    return Address(found, int(found.getsockname()[1]), token)


def _listen(port: int) -> socket.socket:
    # asyncio lets small answers go at once only where the protocol is named; otherwise each waits 40 ms for the one before
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name != "nt":  # where it would let two programs have one port
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind((HOST, port))
        found.listen()  # whoever knows the address may knock before the server is up
    except (OSError, OverflowError):
        found.close()
        raise
    return found


def _file(outline: Path) -> Path | None:
    """Where the address of an outline is kept."""
    folder = cache_folder("watch")
    name = sha256(str(outline.absolute()).encode("utf-8", "surrogateescape")).hexdigest()[:32]
    return None if folder is None else folder / name


def _kept(outline: Path) -> tuple[int, str] | None:
    """The port and token of the last time."""
    file = _file(outline)
    try:
        if file is None:
            return None
        port, token = file.read_text("ascii").split()
        if os.name != "nt" and file.stat().st_mode & 0o077:  # others may have read it
            return None
        return (int(port), token) if len(token) >= BYTES and 0 < int(port) < 65536 else None
    except (OSError, ValueError):
        return None


def _keep(outline: Path, address: Address) -> None:
    """Keep an address for the next time; without it, it will be another."""
    file = _file(outline)
    if file is None:
        return
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = file.with_name(f"{file.name}.{os.getpid()}.part")
        try:
            with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as stream:  # noqa: PTH123 (the only way that sets the mode at once)
                stream.write(f"{address.port} {address.token}\n")
            draft.replace(file)
        finally:
            draft.unlink(missing_ok=True)
        oldest = sorted(file.parent.iterdir(), key=lambda path: path.stat().st_mtime_ns)
        for path in oldest[:-MOST_KEPT]:
            path.unlink(missing_ok=True)
    except OSError:
        return
