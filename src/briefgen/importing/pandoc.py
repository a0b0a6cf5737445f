"""The program pandoc, which reads documents: found, and run under limits.

Comes in: bytes and the name of their format. Goes out: pandoc's own tree of the document, from its JSON. The promise: pandoc
reads no file and no network (`--sandbox`), and is ended when it takes too long, too much memory or too much to say. Refuses
to know what the tree means.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from briefgen.importing.refusal import Refused

SECONDS = 20.0
HEAP = "-M512m"  # of pandoc's run-time system; a document of 40 pages takes 175 MB with the program itself
MOST_JSON = 60_000_000
MOST_SAID = 2000  # bytes of what it says of an error
# of the environment; on Windows a program looks up its user's folders by these
KEPT = ("PATH", "HOME", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "USERPROFILE", "APPDATA", "LOCALAPPDATA")
HINT = "run `{} -m pip install pypandoc-binary`, or install pandoc itself (pandoc.org); Markdown and plain text need none"


def program() -> str:
    """The path of pandoc: of the package pypandoc-binary, or else of the system; "" when there is none."""
    spec = find_spec("pypandoc")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        for name in ("pandoc", "pandoc.exe"):
            path = Path(folder, "files", name)
            if path.is_file():
                return str(path)
    return shutil.which("pandoc") or ""


def read(data: bytes, form: str) -> dict[str, Any]:
    """What pandoc makes of a document. Raises Refused."""
    pandoc = program()
    if not pandoc:
        raise Refused("import/no-pandoc", "to read this kind of file, briefgen needs the program pandoc", _hint())
    arguments = ["+RTS", HEAP, "-RTS", "--sandbox", "--track-changes=accept", "-f", form, "-t", "json"]
    out = _run([pandoc, *arguments], data)
    if len(out) > MOST_JSON:
        raise Refused("import/too-large", "the document holds too much for a brief", "divide it")
    try:
        tree = json.loads(out)
    except (ValueError, RecursionError) as error:
        said = "pandoc's reading of the document cannot be understood"
        raise Refused("import/unread", said, "copy the text into a new document, and save that") from error
    if not isinstance(tree, dict) or not isinstance(tree.get("blocks"), list):
        raise Refused("import/unread", "this pandoc is too old", "install pandoc 2.19 or newer")
    return tree


def _run(command: list[str], data: bytes) -> bytes:
    """What the program prints; it may write to a file of the system's only, which has no name."""
    environment = {key: os.environ[key] for key in KEPT if key in os.environ}
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        given.write(data)
        given.seek(0)
        try:
            done = subprocess.run(  # noqa: S603  no argument is another's
                command, stdin=given, stdout=out, stderr=errors, env=environment, timeout=SECONDS, check=False
            )
        except subprocess.TimeoutExpired as error:
            said = f"reading the document takes longer than {SECONDS:.0f} seconds"
            raise Refused("import/too-large", said, "divide it, or copy the text into a new document") from error
        except OSError as error:
            raise Refused("import/no-pandoc", f"pandoc cannot be started: {error.strerror}", _hint()) from error
        if done.returncode:
            errors.seek(0)
            raise _refusal(done.returncode, errors.read(MOST_SAID))
        out.seek(0)
        return out.read(MOST_JSON + 1)


def _hint() -> str:
    """How to get pandoc into the environment in which this runs."""
    return HINT.format(sys.executable)


def _refusal(code: int, said: bytes) -> Refused:
    if code == 251 or b"heap" in said.lower():  # the exit code of a heap that is used up
        return Refused("import/too-large", "reading the document takes too much memory", "divide it")
    first = said.decode("utf-8", "replace").strip().splitlines()[:1]
    shown = "".join(char for char in "".join(first) if char.isprintable())[:200]
    return Refused("import/damaged", f"pandoc cannot read the document: {shown or 'it is damaged'}", "save it anew")
