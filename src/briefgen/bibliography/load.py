"""The bibliography that an outline names: its files and entries into one library.

Comes in: what stands under `bibliography`, and how to find a file within the outline's folder. Goes out: a library. The
promise: each file is read once, and bounded; all its faults are told with their places. Refuses to know what is cited.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from briefgen.bibliography.source import MOST_BYTES, Library, Reports
from briefgen.outline.tree import Map, Scalar
from briefgen.problem import Place, Problems

ENDINGS = (".bib", ".bibtex", ".json", ".yaml", ".yml", ".ris")


def load(items: Sequence[Map], find: Callable[[Scalar], Path | None], folder: str, problems: Problems) -> Library:
    """The library of the items of `bibliography`. `folder` is what paths of its files begin with in messages."""
    library = Library()
    own = tuple(item for item in items if "file" not in item)
    for item in items:
        named = item.text("file")
        if named and _is_prose(named.text):
            said = "this is a source written by hand, and no file of sources"
            hint = "write it under `references`; or name a file such as refs.bib"
            problems.add("bibliography/missing-file", named.place, said, hint)
            library.whole = False
            continue
        path = find(named) if named else None
        library.whole = library.whole and (path is not None or named is None)
        if named and path:
            file = f"{folder}{named.text.strip()}"
            heard = Problems()
            reports = Reports(file, heard)
            _read(path, file, named, library, reports, heard)
            reports.close()
            library.whole = library.whole and not heard.fatal
            for problem in heard.sorted():
                problems.report(problem)
    if own:
        from briefgen.bibliography.cslfiles import read_entries

        reports = Reports(own[0].place.file, problems)
        read_entries(own, library, reports)
        reports.close()
    return library


def _is_prose(text: str) -> bool:
    """Whether a text is rather a source as it would be printed."""
    return not text.strip().lower().endswith(ENDINGS) and len(text.split()) > 3


def _read(path: Path, file: str, named: Scalar, library: Library, reports: Reports, problems: Problems) -> None:
    """Take in a file, by the reader of its ending; each is loaded when a file needs it."""
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        said = f"`{named.text.strip()[:60]}` is no bibliography that is read"
        problems.add("bibliography/bad-file", named.place, said, f"export it as one of {', '.join(ENDINGS)}")
        return
    text = _text(path, file, named, problems)
    if text is None:
        return
    if not text.strip():
        problems.add("bibliography/bad-file", Place(file), "the bibliography is empty", "export it once more")
    elif ending in (".bib", ".bibtex"):
        from briefgen.bibliography.bibtex import read_bibtex

        read_bibtex(text, file, library, reports)
    elif ending == ".ris":
        from briefgen.bibliography.ris import read_ris

        read_ris(text, file, library, reports)
    elif ending == ".json":
        from briefgen.bibliography.cslfiles import read_json

        read_json(text, file, library, reports)
    else:
        from briefgen.bibliography.cslfiles import read_yaml

        read_yaml(text, file, library, reports, problems)


def _text(path: Path, file: str, named: Scalar, problems: Problems) -> str | None:
    """The text of a file with line feeds as its only line breaks; None with a problem."""
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        said = f"the bibliography cannot be read: {error.strerror}"
        problems.add("bibliography/bad-file", named.place, said, "check its permissions")
        return None
    if len(data) > MOST_BYTES:
        said = f"the bibliography has more than {MOST_BYTES // 1_000_000} MB"
        hint = "export the sources of this brief alone, without their abstracts and files"
        problems.add("bibliography/too-large", named.place, said, hint)
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace").replace("\r\n", "\n")
        place = Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
        said = f"the byte {data[error.start]:#04x} is not UTF-8"
        problems.add("bibliography/bad-file", place, said, "export or save the file as UTF-8")
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")
