"""Paths that the outline names: only to files within its own folder.

Comes: a scalar with a path. Goes: the file's real path, or None with a problem. Promise: nothing outside the folder is
looked at, also not through a symbolic link, and nothing is fetched. Refuses to know what is in a file.
"""

import re
from os.path import normpath, relpath
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from briefgen.content.png import Rows
from briefgen.memory import Memory
from briefgen.outline.tree import Scalar
from briefgen.problem import Place, Problems

if TYPE_CHECKING:
    from briefgen.content.brief import Art
    from briefgen.data.record import Data

PATHS = "paths count from the outline's folder; copy the file into it"
HINTS_MOST = 50  # enough for a person, bounded for a hostile outline
FILES_MOST, DEPTH = 1000, 3  # files that a hint may name, and how deep they may lie
SHOWN = 80  # characters of a path in a message


class ImageFault(Exception):  # noqa: N818  it is a fault of the image, not of the program
    """Why an image cannot be used."""

    def __init__(self, code: str, said: str, hint: str) -> None:
        super().__init__(said)
        self.code = code
        self.hint = hint


class Named(msgspec.Struct, frozen=True):
    """A file that the outline names at `place`. `name` is its path from the outline's folder, with slashes."""

    name: str
    path: Path
    place: Place


class Pixels(msgspec.Struct, frozen=True):
    """What a picture has: its size in pixels, upright, and what a PDF can take over: rows of a PNG, a JPEG as it lies."""

    width: int
    height: int
    rows: Rows | None = None
    turned: int = 1


class Folder:
    """The outline's folder."""

    def __init__(self, path: Path, problems: Problems, memory: Memory | None = None) -> None:
        self.path = path
        self.memory = memory  # what is kept between briefs
        self.problems = problems
        self.found: dict[str, Named] = {}  # each file that has been found, by its name
        self._hints = HINTS_MOST
        self._listed: list[str] | None = None
        self.pixels: dict[Path, Pixels] = {}  # of each picture that has been opened
        self.drawings: dict[Path, Art | None] = {}  # likewise; None: it was found wrong
        self.data: dict[tuple[Path, str], Data | None] = {}  # what was read, by file and what was asked of it

    def find(self, scalar: Scalar, missing: str) -> Path | None:
        """The file that a scalar names; reported with the code `missing` when it is not there or not a file."""
        written = scalar.text.strip()
        if not self._is_inside(written, scalar):
            return None
        name = shown(written)
        below = self._below(scalar)
        try:
            path = (self.path / below / written.replace("\\", "/")).resolve()
            if not path.is_relative_to(self.path.resolve()):
                said = f"`{name}` leads out of the outline's folder"
                self.problems.add("content/path-outside", scalar.place, said, "copy the file into the outline's folder")
                return None
            if path.is_file():
                name = normpath(below / written.replace("\\", "/")).replace("\\", "/")
                self.found.setdefault(name, Named(name, path, scalar.place))
                return path
            said = f"`{name}` is not a file" if path.exists() else f"there is no file `{name}`"
        except (OSError, ValueError, RuntimeError):  # a name too long, a NUL, a loop of links
            said = f"there is no file `{name}`"
        self.problems.add(missing, scalar.place, said, self._hint(written, below))
        return None

    def _below(self, scalar: Scalar) -> Path:
        """Where the file that has a scalar lies in the outline's folder: paths count from there."""
        folder = Path(scalar.place.file).parent
        return folder.relative_to(self.path) if folder != self.path and folder.is_relative_to(self.path) else Path()

    def _is_inside(self, written: str, scalar: Scalar) -> bool:
        """Whether the path looks as if it were within the folder; reported when not."""
        name = shown(written)
        if ":" not in written and not written.startswith(("/", "\\")):
            return True
        scheme = re.match(r"(https?|ftps?|data|file):|([A-Za-z][A-Za-z0-9+.-]+)://", written, re.IGNORECASE)
        if scheme and written[:5].lower() != "file:":
            said = f"`{name}` is an address, and briefgen never uses the network"
            self.problems.add("content/remote-file", scalar.place, said, "save the file next to the outline")
            return False
        if scheme or re.match(r"[/\\]|[A-Za-z]:", written):
            near = self._hint(written, self._below(scalar))
            hint = (
                "copy it beside the outline and name it from there, such as assets/map.png"
                if near.startswith("paths count")
                else near
            )
            said = f"`{name}` is not a path within the outline's folder"
            self.problems.add("content/path-outside", scalar.place, said, hint)
            return False
        return True

    def _hint(self, written: str, below: Path) -> str:
        """A file of nearly the same name in the same folder, or of the same name in another, if there is one.

        `below`: the folder from which the path counts.
        """
        from difflib import get_close_matches  # only for an outline with a mistake

        self._hints -= 1
        if self._hints < 0:
            return PATHS
        if self._listed is None:
            self._listed = self._files()
        files = [relpath(path, below).replace("\\", "/") for path in self._listed] if below.parts else self._listed
        _, _, name = written.replace("\\", "/").rpartition("/")
        same = [path for path in files if path.rpartition("/")[2].lower() == name.lower()]
        near = get_close_matches(written.replace("\\", "/").lower(), [path.lower() for path in files], 1, 0.75)
        found = same or [path for path in files if near and path.lower() == near[0]]
        if found:
            return f"did you mean `{found[0]}`?"
        within = written.replace("\\", "/").rstrip("/")
        inside = next((path for path in files if path.startswith(f"{within}/")), "")
        if inside:
            return f"it is a folder: name a file in it, such as `{inside}`"
        into = within.rpartition("/")[0]
        return f"paths count from the outline's folder; copy the file into `{shown(into)}` in it" if into else PATHS

    def _files(self) -> list[str]:
        """The first files in the outline's folder and those in it, by their paths; links are not followed."""
        from os import walk

        found: list[str] = []
        try:
            for folder, folders, names in walk(self.path):
                below = Path(folder).relative_to(self.path)
                folders[:] = sorted(each for each in folders if not each.startswith(".")) if len(below.parts) < DEPTH else []
                found += [(below / name).as_posix() for name in sorted(names) if not name.startswith(".")]
                if len(found) > FILES_MOST:
                    break
        except (OSError, ValueError):
            return []
        return found[:FILES_MOST]


def shown(path: str) -> str:
    """A path for a message."""
    return path if len(path) <= SHOWN else f"{path[:SHOWN]}…"
