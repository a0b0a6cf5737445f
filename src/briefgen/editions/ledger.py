"""What a series has come to so far: kept beside its PDFs, so that what has not changed is not made again.

Comes: the editions that are done. Goes: a file of a line for each, `.editions.jsonl`, and `index.csv` for people. Promise: a
run that is cut off loses at most the line that it was writing; an edition counts as done only while its PDF, the outline,
the files that it names and the cells that it asked for are what they were. Refuses to know how PDFs are made.
"""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from briefgen import __version__
from briefgen.editions.naming import Edition
from briefgen.problem import Place, Problem, Problems
from briefgen.saving import save

NAME, INDEX = ".editions.jsonl", "index.csv"
LARGEST = 200_000_000  # bytes of a ledger that is read


class Done(msgspec.Struct, frozen=True):
    """One edition that has been made, or has failed: then it has no digest.

    `asked` are the names of the cells that it depends on, `cells` is the digest of their texts (`digest_of_cells`), and
    `files` are the files besides the outline, with their digests.
    """

    target: str
    row: int
    language: str
    pages: int = 0
    words: int = 0
    digest: str = ""
    asked: tuple[str, ...] = ()
    cells: str = ""
    files: dict[str, str] = {}
    problems: tuple[Problem, ...] = ()

    @property
    def failed(self) -> bool:
        return not self.digest


class Recipe(NamedTuple):
    """What all editions of a run have in common."""

    outline: bytes
    options: tuple[str, ...]

    @property
    def seal(self) -> str:
        """A digest of it, and of the version of briefgen."""
        text = json.dumps([__version__, *self.options]).encode()
        return sha256(sha256(self.outline).digest() + text).hexdigest()


class Ledger:
    """The ledger of one folder."""

    def __init__(self, folder: Path, recipe: Recipe) -> None:
        self._folder = folder
        self._seal = recipe.seal
        self._digests: dict[str, str] = {}
        self._lines: int | None = 0  # of the file; None where it cannot be read
        self._before = self._read()

    def kept(self, edition: Edition) -> Done | None:
        """What is known of an edition that need not be made again."""
        done = self._before.get(str(edition.target))
        if done is None or done.failed or done.language != edition.language:
            return None
        cells = edition.row.cells() if edition.row else {}
        texts = [cells[name].text if name in cells else "" for name in done.asked]
        if digest_of_cells(texts) != done.cells or any(self.digest(file) != digest for file, digest in done.files.items()):
            return None
        if self.digest(done.target) != done.digest:
            return None
        return msgspec.structs.replace(done, row=edition.row.number if edition.row else 0)

    def digest(self, file: str) -> str:
        """The digest of a file, "" where there is none; asked for once in a run."""
        found = self._digests.get(file)
        if found is None:
            found = self._digests[file] = digest_of(Path(file))
        return found

    def open(self) -> io.TextIOWrapper:
        """The ledger, to be added to. Raises OSError."""
        self._folder.mkdir(parents=True, exist_ok=True)
        return (self._folder / NAME).open("a", encoding="utf-8")

    def note(self, file: io.TextIOWrapper, done: Done) -> None:
        """Add an edition. Raises OSError."""
        file.write(self._line(done))
        file.flush()
        if self._lines is not None:
            self._lines += 1

    def _line(self, done: Done) -> str:
        return json.dumps({"seal": self._seal, **msgspec.to_builtins(done)}, ensure_ascii=False) + "\n"

    def close(self, all_done: Iterable[Done], problems: Problems) -> None:
        """Write the index, and the ledger anew if anything in it is out of date."""
        found = [*all_done]
        is_exact = self._lines == len(found)  # each edition is there, and no line besides
        if not is_exact and not save("".join(map(self._line, found)).encode(), self._folder / NAME, Problems()):
            self.report("it is not a file that may be replaced", problems)
        save(_index(found).encode("utf-8-sig"), self._folder / INDEX, problems, thing="the index")

    def report(self, why: str, problems: Problems) -> None:
        """Report that the ledger cannot be written; the PDFs are what was asked for."""
        said, hint = (
            f"the ledger of editions cannot be written: {why}",
            "make room for it; the next run makes all of them anew",
        )
        problems.add("editions/no-ledger", Place(str(self._folder / NAME)), said, hint)

    def _read(self) -> dict[str, Done]:
        path = self._folder / NAME
        found: dict[str, Done] = {}
        try:
            if path.stat().st_size <= LARGEST:
                with path.open(encoding="utf-8", newline="\n") as file:
                    for self._lines, line in enumerate(file, 1):
                        done = self._read_line(line)
                        if done is not None:
                            found[done.target] = done
                return found
        except FileNotFoundError:
            return {}
        except (OSError, UnicodeDecodeError):
            pass
        self._lines = None
        return {}

    def _read_line(self, line: str) -> Done | None:
        """An edition that a line tells of; None where the line is cut off, or of another recipe."""
        try:
            written: Mapping[str, Any] = json.loads(line)
            if written.get("seal") != self._seal:
                return None
            return msgspec.convert({**written}, Done)
        except (ValueError, AttributeError, RecursionError, msgspec.ValidationError):
            return None


def digest_of_cells(texts: Iterable[str]) -> str:
    """The digest of the texts of cells, in the order in which their names are noted."""
    return sha256(json.dumps([*texts]).encode()).hexdigest()


def digest_of(path: Path) -> str:
    """The digest of a file's bytes; "" where it cannot be read."""
    try:
        with path.open("rb") as file:
            found = sha256()
            while block := file.read(1 << 20):
                found.update(block)
    except (OSError, ValueError):
        return ""
    return found.hexdigest()


def _index(found: Iterable[Done]) -> str:
    """The index as CSV: what a spreadsheet opens."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(("row", "language", "file", "pages", "words", "errors", "warnings"))
    for done in found:
        counts = [sum(problem.severity == each for problem in done.problems) for each in ("error", "warning")]
        file = "" if done.failed else Path(done.target).name
        writer.writerow((done.row, done.language, _harmless(file), done.pages or "", done.words or "", *counts))
    return text.getvalue()


def _harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t") else text
