"""What a command prints on: a terminal with or without colours, a line of progress, an output that broke."""

import os
import sys
import time
from typing import TextIO

SLOW = 1.0  # seconds after which a build says what it is doing


def discard_output() -> None:
    """Send to nowhere what Python still holds back for stdout, so that it does not fail again on the way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def is_coloured(stream: TextIO) -> bool:
    """Colours only on a terminal that can show them, and not where NO_COLOR asks for none (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


class Progress:
    """Names the stage at work on a terminal once a build has lasted a second, in one line that is erased afterwards."""

    def __init__(self, stream: TextIO, started: float, *, watched: bool) -> None:
        self._stream = stream
        self._started = started
        self._watched = watched and stream.isatty() and os.environ.get("TERM") != "dumb"
        self._shown = False

    def __call__(self, stage: str) -> None:
        if self._watched and time.perf_counter() - self._started >= SLOW:
            self._stream.write(f"\r\x1b[K{stage} …")
            self._stream.flush()
            self._shown = True

    def erase(self) -> None:
        if self._shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
