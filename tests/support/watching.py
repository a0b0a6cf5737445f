"""`briefgen watch` as a process of its own, and the address at which it shows its pages."""

import http.client
import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

OUTLINE = """title: Water for Saltmarsh
language: en
sections:
  - heading: What leaks
    content:
      - The pipes of the lower town leak a third of what is pumped into them.
      - Nobody has counted it, and nobody has been asked to.
  - heading: What it costs
    new_page: true
    content:
      - Each cubic metre that is lost was bought twice.
recommendations: [{action: Mend the pipes.}]
"""


def _hear_interrupts() -> None:
    """What a shell starts in its background is deaf to Ctrl-C, and so would be what it starts (POSIX, 2.11)."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Watched:
    """A preview that runs. `port` and `token` are those of its address; `outline` is what it shows."""

    def __init__(self, process: "subprocess.Popen[str]", url: str, outline: Path) -> None:
        self.process, self.url, self.outline = process, url, outline
        self._listeners: list[Listener] = []
        found = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/([\w-]+)/", url)
        assert found, url
        self.port, self.token = int(found[1]), found[2]

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[int, bytes]:
        """Status and body of the answer to a request. Headers with `_` for `-`; `path` begins behind the token."""
        return self.ask_plainly(
            f"/{self.token}/{path}", method, {key.replace("_", "-"): each for key, each in headers.items()}
        )

    def ask_plainly(self, path: str, method: str, headers: dict[str, str]) -> tuple[int, bytes]:
        """The same for any path."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.putrequest(method, path, skip_host="Host" in headers)
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        found = answer.status, answer.read()
        connection.close()
        return found

    def state(self) -> dict[str, Any]:
        """What tabs are told."""
        return dict(json.loads(self.ask("state")[1]))

    def wait(self, serial: int) -> dict[str, Any]:
        """The first state after the one with this number that is asked for."""
        end = time.monotonic() + 20
        while time.monotonic() < end:
            state = self.state()
            if state.get("serial", 0) > serial:
                return state
            time.sleep(0.02)
        raise AssertionError("nothing was built")

    def listen(self) -> "Listener":
        """All that tabs are told from now on."""
        self._listeners.append(Listener(self))
        return self._listeners[-1]

    def close(self) -> None:
        """End the process, whatever it does."""
        self.process.kill()
        self.process.wait()
        for listener in self._listeners:
            listener.close()
        if self.process.stdout:
            self.process.stdout.close()

    def end(self) -> int:
        """End it as Ctrl-C does; its exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(10)


class Listener:
    """One stream of events. `states` are all that have come."""

    def __init__(self, watched: Watched) -> None:
        self.states: list[dict[str, Any]] = []
        self._connection = http.client.HTTPConnection("127.0.0.1", watched.port, timeout=30)
        self._connection.request("GET", f"/{watched.token}/events")
        self._answer = self._connection.getresponse()
        self._thread = threading.Thread(target=self._follow, daemon=True)
        self._thread.start()
        self.wait(lambda _: True)

    def wait(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Wait until the newest state is as wanted."""
        end = time.monotonic() + 20
        while time.monotonic() < end:
            if self.states and wanted(self.states[-1]):
                return self.states[-1]
            time.sleep(0.01)
        raise AssertionError(f"never told: {self.states[-1:]}")

    def ended(self) -> bool:
        """Whether the stream ends within seconds."""
        self._thread.join(5)
        return not self._thread.is_alive()

    def close(self) -> None:
        """Stop listening, once the other side has."""
        self._thread.join(5)
        self._answer.close()
        self._connection.close()

    def _follow(self) -> None:
        try:
            for line in self._answer:
                if line.startswith(b"data: "):
                    self.states.append(json.loads(line[6:]))
        except (OSError, http.client.HTTPException):
            pass


@contextmanager
def watching(folder: Path, *options: str, **environment: str) -> Iterator[Watched]:
    """`briefgen watch` on folder/brief.yaml, once it has built it."""
    outline = folder / "brief.yaml"
    if not outline.exists():
        outline.write_text(OUTLINE, "utf-8")
    environment = {"XDG_CACHE_HOME": str(folder / "cache"), "VISUAL": "", "EDITOR": "", "TERM_PROGRAM": ""} | environment
    command = [sys.executable, "-m", "briefgen", "watch", "--no-browser", *options]
    pipe = subprocess.PIPE
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=os.environ | environment,
        stdout=pipe,
        stderr=subprocess.STDOUT,
        text=True,
        preexec_fn=_hear_interrupts,
    )
    assert process.stdout
    watched = Watched(process, process.stdout.readline().split()[-1], outline)
    try:
        watched.wait(0)
        yield watched
    finally:
        watched.close()
