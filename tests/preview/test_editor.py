"""Which editor opens a place, and how it is told."""

import asyncio
import sys
from pathlib import Path

import pytest

from briefgen.preview.editor import Editor, find_editor, has_screen, open_in


@pytest.mark.parametrize(
    ("environment", "name", "words"),
    [
        ({"EDITOR": "code --wait"}, "code", ["code", "-g", "/a b/x.yaml:3:7"]),
        ({"EDITOR": "vim", "VISUAL": "/usr/bin/gvim -f"}, "gvim", ["/usr/bin/gvim", "-f", "+3", "/a b/x.yaml"]),
        ({"VISUAL": "vim", "EDITOR": "subl -w"}, "subl", ["subl", "/a b/x.yaml:3:7"]),
        ({"EDITOR": "'/opt/my editors/kate'"}, "kate", ["/opt/my editors/kate", "-l", "3", "-c", "7", "/a b/x.yaml"]),
        ({"EDITOR": "emacsclient -c"}, "emacsclient", ["emacsclient", "-c", "-n", "+3:7", "/a b/x.yaml"]),
    ],
)
def test_editors_with_windows_are_told_line_and_column(environment: dict[str, str], name: str, words: list[str]) -> None:
    editor = find_editor(environment)
    assert editor.name == name
    assert editor.chosen
    assert editor.words(Path("/a b/x.yaml"), 3, 7) == words


@pytest.mark.parametrize("environment", [{}, {"EDITOR": "vim"}, {"EDITOR": ""}, {"EDITOR": "'code"}, {"VISUAL": "nano -w"}])
def test_otherwise_a_link_for_vs_code(environment: dict[str, str]) -> None:
    assert find_editor(environment) == Editor()


def test_in_the_terminal_of_vs_code_a_click_opens_it() -> None:
    assert find_editor({"TERM_PROGRAM": "vscode"}) == Editor(chosen=True)


def test_a_browser_is_opened_where_there_is_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert not has_screen({"SSH_CONNECTION": "x"})
    assert has_screen({"DISPLAY": ":0"})
    assert has_screen({"BROWSER": "firefox"})
    monkeypatch.setattr(sys, "platform", "darwin")
    assert has_screen({})


def test_no_shell_sees_the_path(tmp_path: Path) -> None:
    program, seen = tmp_path / "code", tmp_path / "seen"
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {seen}.part\nmv {seen}.part {seen}\n')
    program.chmod(0o755)
    file = tmp_path / "$(touch x); -rf.yaml"

    async def run() -> int | None:
        process = await open_in(find_editor({"EDITOR": str(program)}), file, 3, 7)
        return None if process is None else await process.wait()

    assert asyncio.run(run()) == 0
    assert seen.read_text().splitlines() == ["-g", f"{file}:3:7"]
    assert asyncio.run(open_in(find_editor({"EDITOR": str(tmp_path / "none" / "code")}), file, 3, 7)) is None
