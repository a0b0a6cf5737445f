"""What a command prints on: progress once it is slow, colours where they are wanted."""

import io
import time

import pytest

from briefgen.terminal import Progress, is_coloured


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("ago", "shown"), [(0.0, ""), (2.0, "\r\x1b[Klaying out …\r\x1b[K")])
def test_progress_shows_once_a_build_is_slow(ago: float, shown: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()
    progress = Progress(stream, time.perf_counter() - ago, watched=True)
    progress("laying out")
    progress.erase()
    assert stream.getvalue() == shown


@pytest.mark.parametrize(("variables", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_colours_on_a_terminal_that_wants_them(
    variables: dict[str, str], coloured: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert is_coloured(Terminal()) is coloured
    assert not is_coloured(io.StringIO())
