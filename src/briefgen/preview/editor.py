"""Opens a place in the editor of whoever writes; knows whether there is a screen.

Comes in: the words of EDITOR or VISUAL, and a place. Goes out: a command, which is run without a shell. The promise: nothing
of an outline gets into it but its path, which is absolute, and two numbers. Refuses to run editors that need the terminal in
which briefgen runs.
"""

import asyncio
import os
import shlex
import sys
from asyncio.subprocess import DEVNULL, Process
from collections.abc import Mapping
from pathlib import Path, PurePath

import msgspec

# how editors with windows of their own are told a line: {file}, {line}, {column}
COLONS = ("{file}:{line}:{column}",)
GOTO = ("-g", *COLONS)
PLUS = ("+{line}", "{file}")
WAYS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("code", "code-insiders", "codium", "vscodium", "cursor", "windsurf", "positron"), GOTO),
    **dict.fromkeys(("subl", "sublime_text", "zed", "zeditor", "lapce"), COLONS),
    **dict.fromkeys(("gvim", "mvim", "nvim-qt", "neovide"), PLUS),
    **dict.fromkeys(("pycharm", "idea", "webstorm", "rstudio"), ("--line", "{line}", "{file}")),
    "emacsclient": ("-n", "+{line}:{column}", "{file}"),
    "gedit": ("{file}", "+{line}:{column}"),
    "xed": PLUS,
    "pluma": PLUS,
    "geany": ("{file}:{line}:{column}",),
    "kate": ("-l", "{line}", "-c", "{column}", "{file}"),
    "kwrite": ("-l", "{line}", "-c", "{column}", "{file}"),
    "mate": ("-l", "{line}:{column}", "{file}"),
    "bbedit": ("+{line}:{column}", "{file}"),
    "notepad++": ("-n{line}", "-c{column}", "{file}"),
}
WAITING = {"--wait", "-w"}  # for git; nobody waits here


class Editor(msgspec.Struct, frozen=True):
    """An editor. Without a `command` a link opens it, which a browser hands to VS Code."""

    name: str = "VS Code"
    command: tuple[str, ...] = ()
    chosen: bool = False  # by the environment: a click opens it

    def words(self, file: Path, line: int, column: int) -> list[str]:
        """The command that opens a file at a line and column, counted from 1."""
        way = WAYS[_program(self.command[0])]
        return [*self.command, *(word.format(file=file.absolute(), line=line, column=column) for word in way)]


def find_editor(environment: Mapping[str, str]) -> Editor:
    """The editor that VISUAL or EDITOR name, if it has a window of its own; else VS Code."""
    for name in ("VISUAL", "EDITOR"):
        try:
            words = [word for word in shlex.split(environment.get(name, ""), posix=os.name != "nt") if word not in WAITING]
        except ValueError:  # a quote that is not closed
            continue
        if words and _program(words[0]) in WAYS:
            return Editor(_program(words[0]), tuple(words), chosen=True)
    return Editor(chosen=environment.get("TERM_PROGRAM") == "vscode")


def has_screen(environment: Mapping[str, str]) -> bool:
    """Whether a browser has where to open: over SSH, say, one for terminals might take this one over."""
    named = any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"))
    return named or sys.platform in ("win32", "darwin")


async def open_in(editor: Editor, file: Path, line: int, column: int) -> Process | None:
    """Open a place; what runs then, or None when the editor cannot be run."""
    try:
        return await asyncio.create_subprocess_exec(
            *editor.words(file, line, column), stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL, start_new_session=True
        )
    except (OSError, ValueError):
        return None


def _program(word: str) -> str:
    return PurePath(word.strip('"')).name.lower().removesuffix(".exe").removesuffix(".cmd")
