"""What a bibliography holds: sources by their keys, each with its place.

Data types, and the limits that hold for every kind of file.
"""

from typing import Any

import msgspec

from briefgen.problem import Place, Problems, counted

MOST_BYTES = 20_000_000  # of a file; ten thousand sources with their abstracts
MOST_SOURCES = 50_000
MOST_REPORTS = 300  # of faults of one file
MOST_FAULTS = 3000  # of a file that is read on
CITED_MOST = 2000  # sources of one brief
CITATIONS_MOST = 5000


class BibEntry(msgspec.Struct, frozen=True):
    """An entry of a .bib file: its type, and its fields with their values as written (`{…}`, `"…" # jan`, `2020`)."""

    kind: str
    fields: dict[str, str]


class Source(msgspec.Struct, frozen=True):
    """A source. `fault` says why it cannot be cited, "" when it can.

    `data` is a BibEntry, or the variables of CSL; `marked`: their texts are Markdown, as in CSL-YAML, else as in CSL-JSON.
    """

    key: str
    place: Place
    data: BibEntry | dict[str, Any]
    marked: bool = False
    fault: str = ""
    needs: tuple[str, ...] = ()  # the keys of entries that it takes fields from
    macros: "Macros | None" = None


class Macros(msgspec.Struct):
    """The abbreviations of a .bib file: names in lower case, and their values as written."""

    values: dict[str, str]


class Library:
    """All sources that an outline names, by their keys."""

    def __init__(self) -> None:
        self.sources: dict[str, Source] = {}
        self.twice: dict[str, Place] = {}  # keys that two sources have, and where the second stands
        self.taken: dict[str, int] = {}  # how often each key was made for sources that had none
        self.whole = True  # no file is missing or broken

    def add(self, source: Source, reports: "Reports") -> None:
        """Take in a source; a key that is there already is reported."""
        first = self.sources.get(source.key)
        if first is None:
            self.sources[source.key] = source
            return
        self.twice.setdefault(source.key, source.place)
        said = f"the key `{source.key}` has been given at {first.place} already"
        reports.add("bibliography/duplicate-key", source.place, said, "rename one of the two, or remove it")


class Reports:
    """The faults of one file: the first of many, and how many more there are."""

    def __init__(self, file: str, problems: Problems) -> None:
        self._file = file
        self._problems = problems
        self._count = 0

    @property
    def hopeless(self) -> bool:
        """Whether there are so many that nobody would go on reading."""
        return self._count >= MOST_FAULTS

    def add(self, code: str, place: Place, message: str, hint: str = "") -> None:
        """Report a fault."""
        self._count += 1
        if self._count <= MOST_REPORTS:
            self._problems.add(code, place, message, hint)

    def close(self) -> None:
        """Say how many were not told."""
        if self._count > MOST_REPORTS:
            said = f"{counted(self._count - MOST_REPORTS, 'more fault')} of this file not told"
            self._problems.add("bibliography/odd-entry", Place(self._file), said, "mend those that are told first")


def shown(text: str) -> str:
    """A text of a file for a message."""
    text = " ".join("".join(char if char.isprintable() else " " for char in text[:200]).split())
    return text if len(text) <= 60 else f"{text[:60]}…"
