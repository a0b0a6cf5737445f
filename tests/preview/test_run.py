"""`briefgen watch` as a command: how it begins, what it tells while files change, how it ends."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image
from support.watching import OUTLINE, Listener, Watched, watching

from briefgen.cli import main
from briefgen.preview.run import APART, SETTLING


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    with watching(tmp_path_factory.mktemp("watched")) as found:
        yield found


@pytest.fixture
def listener(watched: Watched) -> Listener:
    watched.outline.write_text(OUTLINE)
    time.sleep(0.5)
    found = watched.listen()
    found.wait(lambda state: state["title"] == "Water for Saltmarsh" and not state["problems"])
    return found


def test_what_is_half_written_is_never_told(watched: Watched, listener: Listener) -> None:
    for number in range(5):
        whole = OUTLINE.replace("Saltmarsh", f"Whole {number}")
        began, count = time.monotonic(), len(listener.states)
        with watched.outline.open("w") as stream:
            for part in (whole[:20], "[", ": ["):
                stream.write(part)
                stream.flush()
                time.sleep(0.02)
            stream.seek(0)
            stream.truncate()
            stream.write(whole)
        seconds = time.monotonic() - began
        listener.wait(lambda state, number=number: state["title"] == f"Water for Whole {number}")  # type: ignore[misc]  # the default
        if seconds < SETTLING:  # else the machine was too busy to write it in one go
            assert not [state for state in listener.states[count:] if state["stale"]]
            return
    pytest.fail("the machine is too busy")


def test_a_hundred_saves_in_a_second(watched: Watched, listener: Listener) -> None:
    began = time.monotonic()
    for number in range(100):
        draft = watched.outline.with_name(".brief.yaml.new")
        draft.write_text(OUTLINE.replace("Saltmarsh", f"Town {number}"))
        draft.replace(watched.outline)
        time.sleep(0.01)
    listener.wait(lambda state: state["title"] == "Water for Town 99")
    assert len(listener.states) < (time.monotonic() - began) / APART + 5
    assert not [state for state in listener.states if state["stale"]]


def test_an_outline_that_is_deleted_and_comes_back(watched: Watched, listener: Listener) -> None:
    watched.outline.unlink()
    state = listener.wait(lambda state: bool(state["stale"]))
    assert [problem["code"] for problem in state["problems"]] == ["outline/unreadable"]
    assert state["leaves"]  # the last good ones
    watched.outline.write_text(OUTLINE.replace("Saltmarsh", "Home"))
    listener.wait(lambda state: state["title"] == "Water for Home" and not state["stale"])


def test_the_pdf_is_the_last_good_one(watched: Watched, listener: Listener) -> None:
    pdf = watched.outline.parent / "build" / "brief.pdf"
    watched.outline.write_text(OUTLINE + "colour: red\n")
    listener.wait(lambda state: bool(state["stale"]))
    before = pdf.read_bytes()
    assert before.startswith(b"%PDF")
    time.sleep(0.2)
    assert pdf.read_bytes() == before
    watched.outline.write_text(OUTLINE.replace("Saltmarsh", "Harbour"))
    listener.wait(lambda state: not state["stale"])
    end = time.monotonic() + 5
    while pdf.read_bytes() == before and time.monotonic() < end:
        time.sleep(0.02)
    assert pdf.read_bytes() != before


def test_pages_that_are_too_many_are_shown_and_not_written(watched: Watched, listener: Listener) -> None:
    pdf = watched.outline.parent / "build" / "brief.pdf"
    before = pdf.read_bytes()
    watched.outline.write_text(OUTLINE.replace("Saltmarsh", "Many") + "design: {pages: 5}\n")
    state = listener.wait(lambda state: not state["good"])
    assert state["title"] == "Water for Many"
    assert not state["stale"]
    assert state["leaves"][0]["key"] != listener.states[0]["leaves"][0]["key"]
    time.sleep(0.2)
    assert pdf.read_bytes() == before


def test_a_picture_that_the_outline_names(watched: Watched, listener: Listener) -> None:
    folder = watched.outline.parent / "assets"
    folder.mkdir()
    Image.new("RGB", (600, 300), "red").save(folder / "map.png")
    figure = "      - figure: {image: assets/map.png, alt: A map}\n      - Nobody"
    watched.outline.write_text(OUTLINE.replace("      - Nobody", figure))
    keys = [leaf["key"] for leaf in listener.wait(lambda state: state["serial"] > listener.states[0]["serial"])["leaves"]]
    time.sleep(0.2)
    Image.new("RGB", (600, 300), "blue").save(folder / "map.png")
    listener.wait(lambda state: state["leaves"][0]["key"] != keys[0])
    (folder / "map.png").unlink()
    listener.wait(lambda state: [each["code"] for each in state["problems"]] == ["content/missing-image"])
    Image.new("RGB", (600, 300), "blue").save(folder / "map.png")
    listener.wait(lambda state: not state["stale"])


def test_what_changes_nothing_is_not_told(watched: Watched, listener: Listener) -> None:
    watched.outline.write_text(OUTLINE + "# a remark\n")
    (watched.outline.parent / "notes.txt").write_text("x")
    time.sleep(0.5)
    told = [{key: value for key, value in state.items() if key not in ("serial", "seconds")} for state in listener.states]
    assert all(one != other for one, other in pairwise(told))


def test_ctrl_c_ends_it_and_all_who_listen(tmp_path: Path) -> None:
    with watching(tmp_path) as watched:
        listener = watched.listen()
        assert watched.end() == 0
        assert listener.ended()


def test_it_ends_when_nobody_reads_what_it_says(tmp_path: Path) -> None:
    with watching(tmp_path) as watched:
        listener = watched.listen()
        assert watched.process.stdout
        watched.process.stdout.close()
        watched.outline.write_text(OUTLINE.replace("Saltmarsh", "Nobody"))
        assert watched.process.wait(10) == 141
        assert listener.ended()


def test_a_termination_ends_it_too(tmp_path: Path) -> None:
    with watching(tmp_path) as watched:
        listener = watched.listen()
        watched.process.terminate()
        assert watched.process.wait(5) == -signal.SIGTERM
        assert listener.ended()


def test_the_command_line_of_the_browser_opens_the_door_but_once(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf %s "$1" > {seen}.part\nmv {seen}.part {seen}\n')
    browser.chmod(0o755)
    (tmp_path / "brief.yaml").write_text(OUTLINE)
    environment = os.environ | {"BROWSER": f"{browser} %s", "XDG_CACHE_HOME": str(tmp_path / "cache")}
    command = [sys.executable, "-m", "briefgen", "watch"]
    process = subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    watched = Watched(process, process.stdout.readline().split()[-1], tmp_path / "brief.yaml")
    try:
        end = time.monotonic() + 10
        while not seen.exists() and time.monotonic() < end:
            time.sleep(0.02)
        ticket = seen.read_text().rpartition("/")[2]
        assert ticket
        assert ticket != watched.token
        assert watched.ask_plainly(f"/{ticket}", "GET", {})[0] == 303
        assert watched.ask_plainly(f"/{ticket}/state", "GET", {})[0] == 404
        watched.listen()
        assert watched.ask_plainly(f"/{ticket}", "GET", {})[0] == 404
    finally:
        watched.close()


def test_a_click_opens_the_editor_of_the_user(tmp_path: Path) -> None:
    seen, editor = tmp_path / "seen", tmp_path / "bin" / "code"
    editor.parent.mkdir()
    editor.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {seen}.part\nmv {seen}.part {seen}\n')
    editor.chmod(0o755)
    with watching(tmp_path, EDITOR=f"{editor} --wait") as watched:
        assert watched.state()["editor"] == {"name": "code", "link": False, "chosen": True}
        own = f"http://127.0.0.1:{watched.port}"
        assert watched.ask("open?id=s1.heading", "POST", Origin=own)[0] == 204
        assert watched.ask("open?id=nothing", "POST", Origin=own)[0] == 404
        end = time.monotonic() + 5
        while not seen.exists() and time.monotonic() < end:
            time.sleep(0.02)
        assert seen.read_text().splitlines() == ["-g", f"{watched.outline}:4:14"]


def test_the_kept_address_is_the_users_alone(tmp_path: Path) -> None:
    with watching(tmp_path) as watched:
        (kept,) = (tmp_path / "cache" / "briefgen" / "watch").iterdir()
        assert kept.read_text().split() == [str(watched.port), watched.token]
        assert kept.stat().st_mode & 0o777 == 0o600
        with watching(tmp_path) as other:  # of the same outline, at the same time
            assert other.port != watched.port
            assert other.token != watched.token
    kept.chmod(0o644)  # others may have read it
    with watching(tmp_path) as again:
        assert again.token not in (watched.token, other.token)


def test_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "brief.yaml").write_text(OUTLINE)
    assert main(["watch", "--once"]) == 0
    assert "2 pages, A4" in capfd.readouterr().out
    assert not (tmp_path / "build").exists()
    (tmp_path / "brief.yaml").write_text("colour: red\n")
    assert main(["watch", "--once"]) == 1
    assert "outline/unknown-key" in capfd.readouterr().err


def test_a_port_that_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    with socket.create_server(("127.0.0.1", 0)) as other:
        assert main(["watch", "--no-browser", "--port", str(other.getsockname()[1])]) == 1
    assert "--port" in capfd.readouterr().err


@pytest.mark.parametrize("arguments", [["-"], ["-o", "-"], ["--port", "80"], ["--port", "x"], ["--port", "70000"]])
def test_wrong_usage(arguments: list[str]) -> None:
    try:
        code = main(["watch", *arguments])
    except SystemExit as ended:
        code = int(str(ended.code))
    assert code == 2


@pytest.mark.parametrize("package", ["starlette", "uvicorn", "watchfiles", "pypdfium2"])
def test_what_is_not_installed_is_named_with_the_command(tmp_path: Path, package: str) -> None:
    script = (
        f"import sys; sys.modules[{package!r}] = None\nfrom briefgen.cli import main\nsys.exit(main(['watch', '--once']))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert f"watch needs {package}" in done.stderr
    assert f"{sys.executable} -m pip install starlette uvicorn watchfiles pypdfium2" in done.stderr
    assert "Traceback" not in done.stderr
