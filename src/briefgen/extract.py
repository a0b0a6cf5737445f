"""The source out of a PDF: the outline and the files that it names, as they were embedded.

Comes in: a PDF that anybody may have made. Goes out: files in a folder. The promise: either all of them are written, byte
for byte, or none; nothing is written outside the folder or over a file that is there; what a PDF can make of memory and disk
is bounded. Knows associated files (ISO 19005-3, 6.8; ISO 32000-2, 14.13), and nothing of how briefgen writes a PDF.
"""

import zlib
from hashlib import md5
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from briefgen.content.attachments import MOST_BYTES, MOST_FILES, faults
from briefgen.content.files import shown
from briefgen.problem import Place, Problem, Problems

if TYPE_CHECKING:
    from pikepdf import Pdf

LARGEST = 2 * MOST_BYTES  # bytes of a PDF: what it may carry, and the document itself
NEW_FOLDER = "name another folder with -o"
GOOD_COPY = "ask for a good copy"
NO_SOURCE = "only a brief made with `design: {embed_source: true}` carries its source"


class Extraction(msgspec.Struct, frozen=True):
    """What came of it: the files written, the source first; none when there is a problem."""

    problems: tuple[Problem, ...]
    files: tuple[Path, ...] = ()
    pages: int = 0  # a source has none, and no paper
    paper: str = ""

    @property
    def output(self) -> Path | None:
        """The outline."""
        return self.files[0] if self.files else None

    @property
    def good(self) -> bool:
        """Whether the source was written."""
        return not self.problems


class _Fault(Exception):  # noqa: N818  of the PDF, not of the program
    """Why a PDF does not give its source."""

    def __init__(self, code: str, said: str, hint: str = "") -> None:
        super().__init__(said)
        self.code = code
        self.hint = hint


def extract(file: str | Path, folder: str | Path | None = None) -> Extraction:
    """Write the source that a PDF carries into `folder`, which is made; by default one named after the PDF, here.

    Nothing is raised for a bad PDF: read the result's `problems`.
    """
    path = Path(file)
    target = Path(folder) if folder is not None else Path(path.stem)
    problems = Problems()
    try:
        found = _read(path)
        wrong = faults([*found])
        for name in wrong:
            problems.add("extract/bad-name", Place(str(path)), f"`{shown(name)}` cannot be written: {wrong[name]}")
        if not wrong:
            _refuse(found, target, problems)
        if not problems:
            return Extraction((), tuple(_write(found, target)))
    except _Fault as fault:
        problems.add(fault.code, Place(str(path)), str(fault), fault.hint)
    return Extraction(tuple(problems.sorted()))


def source_of(path: Path) -> bytes | None:
    """The outline that a PDF carries; None when it carries none, or cannot be read."""
    try:
        return next(iter(_read(path).values()))
    except _Fault:
        return None


def _read(path: Path) -> dict[str, bytes]:
    """The embedded files by their names, the source first. Raises _Fault."""
    try:
        if path.is_dir():
            raise _Fault("extract/unreadable", "this is a folder", "name a PDF")
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        said = getattr(error, "strerror", None) or str(error)
        raise _Fault("extract/unreadable", f"the file cannot be read: {said}", "name a PDF") from None
    if len(data) > LARGEST:
        raise _Fault("extract/unreadable", f"the file has more than {LARGEST // 1_000_000} MB")
    if b"%PDF-" not in data[:1024]:
        raise _Fault("extract/not-a-pdf", "this is not a PDF", "name a PDF")
    from io import BytesIO

    # late: 90 ms that a build does without
    import pikepdf

    from briefgen.preflight.document import bounded

    try:
        with bounded(), pikepdf.open(BytesIO(data)) as pdf:
            return _associated(pdf)
    except _Fault:
        raise
    except pikepdf.PasswordError:
        raise _Fault("extract/encrypted", "the PDF is encrypted", "save it without a password") from None
    except Exception as error:  # objects of any type may stand where they should not
        said = str(error).partition("\n")[0].rpartition(": ")[2] or type(error).__name__
        raise _Fault("extract/damaged", f"the PDF is damaged: {said}", GOOD_COPY) from None


def _associated(pdf: "Pdf") -> dict[str, bytes]:
    """The files associated with a document. Raises _Fault when none of them is its source."""
    if pdf.is_encrypted:
        raise _Fault("extract/encrypted", "the PDF is encrypted", "save it without a password")
    entries = [entry for entry in pdf.Root.get("/AF", []) if "/EF" in entry]
    entries.sort(key=lambda entry: str(entry.get("/AFRelationship")) != "/Source")
    if not entries or str(entries[0].get("/AFRelationship")) != "/Source":
        raise _Fault("extract/no-source", "the PDF does not carry its source", NO_SOURCE)
    if len(entries) > MOST_FILES:
        raise _Fault("extract/too-large", f"there are more than {MOST_FILES} embedded files")
    found: dict[str, bytes] = {}
    room = MOST_BYTES
    for entry in entries:
        name = str(entry.get("/UF", entry.get("/F", "")))
        if name in found:
            raise _Fault("extract/bad-name", f"two files have the name `{shown(name)}`")
        found[name] = _content(entry, name, room)
        room -= len(found[name])
    return found


def _content(entry: Any, name: str, room: int) -> bytes:
    """The bytes of one embedded file, at most `room`, proved by its checksum where it has one. Raises _Fault."""
    stream = entry.EF.get("/UF", entry.EF.get("/F"))
    packed: bytes = stream.read_raw_bytes()
    data = packed
    if stream.get("/Filter") == "/FlateDecode" and "/DecodeParms" not in stream:
        unpacker = zlib.decompressobj()
        data = unpacker.decompress(packed, room + 1)  # not by pikepdf, which knows no bound
        if len(data) <= room and not unpacker.eof:
            raise _Fault("extract/damaged", f"`{shown(name)}` is cut short", GOOD_COPY)
    elif "/Filter" in stream:
        raise _Fault("extract/damaged", f"`{shown(name)}` is packed in a way that briefgen does not use")
    if len(data) > room:
        raise _Fault("extract/too-large", f"the embedded files have more than {MOST_BYTES // 1_000_000} MB")
    checksum = stream.get("/Params", {}).get("/CheckSum")
    if checksum is not None and bytes(checksum) != md5(data, usedforsecurity=False).digest():
        raise _Fault("extract/damaged", f"`{shown(name)}` does not have the checksum that it should have", GOOD_COPY)
    return data


def _refuse(names: dict[str, bytes], folder: Path, problems: Problems) -> None:
    """Report what stands in the way: files that are there already, and links that lead out of the folder."""
    root = folder.resolve()
    for name in names:
        target = folder / name
        if target.exists() or target.is_symlink():
            problems.add("extract/exists", Place(str(target)), "this file is there already", NEW_FOLDER)
        elif not target.parent.resolve().is_relative_to(root):
            problems.add("extract/bad-name", Place(str(target)), "a link leads out of the folder", NEW_FOLDER)


def _write(names: dict[str, bytes], folder: Path) -> list[Path]:
    """Write the files, all or none. Raises _Fault."""
    done: list[Path] = []
    try:
        for name, data in names.items():
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as stream:  # never over a file, nor through a link
                done.append(target)
                stream.write(data)
    except (OSError, ValueError) as error:
        for target in done:
            target.unlink(missing_ok=True)
        said = getattr(error, "strerror", None) or str(error)
        raise _Fault("extract/unwritable", f"the files cannot be written to {folder}: {said}", NEW_FOLDER) from None
    return done
