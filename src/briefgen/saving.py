"""Files that briefgen writes: where they go, what must not be replaced, and a save that leaves no half of a file.

Comes in: bytes and a path. Goes out: a file, or a problem. The promise: what was there before stays until all of the new
file is there. Refuses to know what is in it.
"""

import os
import sys
from pathlib import Path
from typing import Literal

from briefgen.problem import Place, Problems

Profile = Literal["office", "press", "gray"]
STANDARD = "-"  # the name of standard input, and of standard output
OTHER_ENDINGS = frozenset(
    ".doc .docx .odt .rtf .ppt .pptx .epub .htm .html .xml .md .txt .tex .yaml .yml .json .png .jpg .jpeg .svg .zip".split()
)


def usual_output(source: Path, profile: Profile = "office", *, review: bool = False) -> Path:
    """Where a PDF goes when nothing else is said."""
    name = "brief" if str(source) == STANDARD else source.stem
    suffix = "-review" if review else "" if profile == "office" else f"-{profile}"
    return Path("build", f"{name}{suffix}.pdf")


def cache_folder(name: str) -> Path | None:
    """Where files go that may be deleted at any time: a folder of briefgen's within that of the system for such files."""
    home = os.environ.get("HOME", "")
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = f"{home}/Library/Caches" if home else ""
    else:
        base = os.environ.get("XDG_CACHE_HOME", "") or (f"{home}/.cache" if home else "")
    return Path(base, "briefgen", name) if Path(base).is_absolute() else None


def stamp(path: Path) -> tuple[int, int, int] | None:
    """What tells a file from what it was before: its number, its time and its size; None where there is none."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def refuse(
    target: Path, source: Path, problems: Problems, *, is_pdf: bool = True, read: str = "the outline", option: str = "-o"
) -> None:
    """Report an output that must not be replaced: a folder, a device, a write-protected file, what is read itself.

    So is the name of a PDF with the ending of another kind of file, which no program would open. `read`: what `source` is;
    `option`: by which the output is named.
    """
    code, said, hint = "build/unwritable", "", f"name another file with {option}"
    if str(target) == STANDARD:
        return
    try:
        there = target.exists()
        if there and not target.is_file():
            said, hint = "the output is not a file", f"name a file with {option}"
        elif there and source.exists() and target.samefile(source):
            said = f"the output is {read} itself"
        elif there and not (target.stat().st_mode & 0o222 and os.access(target, os.W_OK)):
            # replacing a file needs no permission to write to it, so its protection would be passed over in silence
            said, hint = "the output is write-protected", f"allow writing to it, or {hint}"
        elif is_pdf and target.suffix.lower() in OTHER_ENDINGS:
            code, hint = "build/wrong-ending", f"name it {target.stem}.pdf"
            said = f"the output is a PDF, and {target.suffix} is the ending of another kind of file"
    except (OSError, ValueError) as error:
        said = f"the output cannot be looked at: {_reason(error)}"
    if said:
        problems.add(code, Place(str(target)), said, hint)


def save(data: bytes, target: Path, problems: Problems, *, thing: str = "the PDF", option: str = "-o") -> bool:
    """Write beside the target and move into place, so that there is never half a PDF. Reports and returns False if not.

    `thing` and `option` are for the report: what is written, and what it is named by. `-` is standard output.
    """
    try:
        if str(target) == STANDARD:
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
            return True
        target.parent.mkdir(parents=True, exist_ok=True)
        target = target.resolve()  # a symbolic link stays one
        draft = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            draft.write_bytes(data)
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)
    except BrokenPipeError:
        raise  # who reads standard output has had enough
    except (OSError, ValueError) as error:
        said, hint = (
            f"{thing} cannot be written: {_reason(error)}",
            f"name another file with {option}, or make room on the disk",
        )
        problems.add("build/unwritable", Place(str(target)), said, hint)
        return False
    return True


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
