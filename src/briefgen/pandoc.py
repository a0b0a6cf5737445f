"""The program pandoc: found, and run under limits.

Comes in: arguments, and bytes for its standard input. Goes out: what it prints. The promise: pandoc reads no file but those
that the arguments name and no network (`--sandbox`), and is ended when it takes too long, too much memory or too much to
say. Refuses to know what it is asked and what its answer means.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

SECONDS = 20.0
HEAP = "-M512m"  # of pandoc's run-time system; a document of 40 pages takes 175 MB with the program itself
MOST_OUT = 60_000_000  # bytes
MOST_SAID = 2000  # bytes of what it says of an error
OUT_OF_HEAP = 251  # the exit code
# of the environment; on Windows a program looks up its user's folders by these
KEPT = ("PATH", "HOME", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "USERPROFILE", "APPDATA", "LOCALAPPDATA")

Reason = Literal["missing", "slow", "memory", "large", "failed"]


class PandocError(Exception):
    """Why there is no answer. `said` is the reason of the system, or the first lines of what pandoc says."""

    def __init__(self, reason: Reason, said: str = "") -> None:
        super().__init__(said)
        self.reason = reason
        self.said = said


def program() -> str:
    """The path of pandoc: of the package pypandoc-binary, or else of the system; "" when there is none."""
    spec = find_spec("pypandoc")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        for name in ("pandoc", "pandoc.exe"):
            path = Path(folder, "files", name)
            if path.is_file():
                return str(path)
    return shutil.which("pandoc") or ""


def run(arguments: Sequence[str], data: bytes) -> bytes:
    """What pandoc prints for arguments that are briefgen's own. Raises PandocError."""
    pandoc = program()
    if not pandoc:
        raise PandocError("missing")
    # its output goes to a file of the system's, which has no name
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        given.write(data)
        given.seek(0)
        environment = {key: os.environ[key] for key in KEPT if key in os.environ}
        command = [pandoc, "+RTS", HEAP, "-RTS", "--sandbox", *arguments]
        try:
            done = subprocess.run(  # noqa: S603  no argument is another's
                command, stdin=given, stdout=out, stderr=errors, env=environment, timeout=SECONDS, check=False
            )
        except subprocess.TimeoutExpired as error:
            raise PandocError("slow", f"{SECONDS:.0f} seconds") from error
        except OSError as error:
            raise PandocError("missing", error.strerror or "it cannot be started") from error
        if done.returncode:
            errors.seek(0)
            raise _failure(done.returncode, errors.read(MOST_SAID))
        out.seek(0)
        found = out.read(MOST_OUT + 1)
    if len(found) > MOST_OUT:
        raise PandocError("large")
    return found


def _failure(code: int, said: bytes) -> PandocError:
    if code == OUT_OF_HEAP or b"heap" in said.lower():
        return PandocError("memory")
    lines = said.decode("utf-8", "replace").strip().splitlines()
    return PandocError("failed", "\n".join("".join(char for char in line if char.isprintable()) for line in lines[:12]))
