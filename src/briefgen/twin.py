"""A second process for long texts: a copy of this one that works ahead, and sends what it finds.

Comes: work, as a function that is given a way to send bytes. Goes: those bytes, message by message, in order. The promise: a
twin that cannot be had, or that fails, costs time and nothing else, since whoever asks it can do the work alone; it never
outlives the block that started it, prints nothing and writes no file. Refuses to know what the work is.
"""

import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from signal import SIGKILL
from typing import BinaryIO

Send = Callable[[bytes], object]
Work = Callable[[Send], None]

ROOM = 1 << 20  # bytes that a twin may be ahead of who reads: what Linux lets anybody have of a pipe
LENGTH = 4  # bytes that say how long a message is


class Twin:
    """What a twin has sent, message by message."""

    def __init__(self, pipe: BinaryIO, process: int) -> None:
        self._pipe = pipe
        self._process = process

    def receive(self) -> bytes | None:
        """The next message, which may have to be waited for; None when no further one comes."""
        length = self._pipe.read(LENGTH)
        if len(length) < LENGTH:
            return None
        message = self._pipe.read(size := int.from_bytes(length, "big"))
        return message if len(message) == size else None

    def end(self) -> None:
        """End the twin, whatever it is doing."""
        self._pipe.close()
        with suppress(ProcessLookupError):
            os.kill(self._process, SIGKILL)
        os.waitpid(self._process, 0)


def is_free() -> bool:
    """Whether there is a second processor, and a copy of this process would be whole: one of several threads is not.

    Only on Linux: elsewhere libraries of the system may hold what a copy cannot use.
    """
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1 and threading.active_count() == 1


@contextmanager
def twin(work: Work) -> Iterator[Twin | None]:
    """Start a twin that does this work, as long as the block runs; None where it cannot be had."""
    started = _start(work) if is_free() else None
    try:
        yield started
    finally:
        if started:
            started.end()


def _start(work: Work) -> Twin | None:
    reading, writing = os.pipe()
    try:
        process = os.fork()
    except OSError:  # too many processes, or too little memory
        os.close(reading)
        os.close(writing)
        return None
    if not process:
        os.close(reading)  # or the twin would wait for itself to read, when this process has been killed
        _work(work, writing)
    os.close(writing)
    return Twin(os.fdopen(reading, "rb"), process)


def _work(work: Work, writing: int) -> None:
    """Do the work in the copy, and end it without any of what this process does at its own end."""
    try:
        from fcntl import F_SETPIPE_SZ, fcntl  # of Linux alone

        null = os.open(os.devnull, os.O_WRONLY)
        for output in (1, 2):
            os.dup2(null, output)
        with suppress(OSError):
            fcntl(writing, F_SETPIPE_SZ, ROOM)
        with os.fdopen(writing, "wb", buffering=0) as pipe:  # so that the end of who reads is noticed at once
            work(lambda message: pipe.write(len(message).to_bytes(LENGTH, "big") + message))
    finally:
        os._exit(0)
