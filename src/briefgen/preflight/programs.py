"""Programs of others that the judge may ask: Ghostscript, veraPDF. The only module that starts any.

Comes in: a name, arguments of ours. Goes out: what the program printed, or None. The promise: no shell, a folder of its own,
a limit of time; a program that is missing, fails or takes too long is None and no exception. Refuses to know what it does.
"""

import os
import shutil
import subprocess
from pathlib import Path

SECONDS = 120.0
KEPT = ("PATH", "HOME", "LANG", "LC_ALL", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "JAVA_HOME")  # of the environment


def found(*names: str) -> str:
    """The path of the first program of these that is installed; "" when none is."""
    return next((path for name in names if (path := shutil.which(name))), "")


def run(program: str, arguments: list[str], folder: Path, codes: tuple[int, ...] = (0,)) -> bytes | None:
    """What a program prints; None when it is not there, does not end in time, or with another code than `codes`."""
    if not program:
        return None
    environment = {key: os.environ[key] for key in KEPT if key in os.environ}
    try:
        done = subprocess.run(  # noqa: S603  the program was found by a name of ours, and no argument is another's
            [program, *arguments], cwd=folder, env=environment, capture_output=True, timeout=SECONDS, check=False
        )
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    return done.stdout if done.returncode in codes else None
