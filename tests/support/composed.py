"""Outlines as text into briefs."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from briefgen.content.brief import LANGUAGE, Brief, Span, Text
from briefgen.content.compose import compose
from briefgen.outline.read import read_text
from briefgen.problem import Problem, Problems

Kind = TypeVar("Kind")


class Composed(msgspec.Struct, frozen=True):
    """A brief and what was said while it was made."""

    brief: Brief
    problems: list[Problem]

    @property
    def codes(self) -> list[str]:
        return [problem.code for problem in self.problems]

    @property
    def said(self) -> list[str]:
        """Code and place of each problem."""
        return [f"{problem.code} {problem.place.line}:{problem.place.column}" for problem in self.problems]

    def texts(self) -> list[Text]:
        return [record for record in records(self.brief) if isinstance(record, Text)]

    def text(self, id: str) -> Text:
        return next(text for text in self.texts() if text.id == id)

    def plain(self, id: str) -> str:
        return self.text(id).plain

    def elements(self, kind: type[Kind]) -> list[Kind]:
        """All records of a kind, in reading order."""
        return [record for record in records(self.brief) if isinstance(record, kind)]

    def element(self, id: str) -> object:
        return next(record for record in records(self.brief) if getattr(record, "id", "") == id)


def records(value: object) -> Iterator[object]:
    """Every record of a brief, in reading order."""
    if isinstance(value, tuple):
        for part in value:
            yield from records(part)
    elif isinstance(value, msgspec.Struct):
        yield value
        for field in value.__struct_fields__:
            yield from records(getattr(value, field))


def ids(brief: Brief) -> list[str]:
    return [id for record in records(brief) if (id := getattr(record, "id", ""))]


def targets(brief: Brief) -> set[str]:
    return {record.target for record in records(brief) if isinstance(record, Span) and record.target}


class Desk:
    """Makes briefs of outlines in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def compose(self, outline: str, *, printed: bool = False) -> Composed:
        problems = Problems()
        read = read_text(outline.encode(), "brief.yaml", self.folder, problems)
        assert read is not None, problems.sorted()
        brief = compose(read, problems, printed=printed)
        assert brief is not None
        # whatever is wrong, every id is given once; every link goes somewhere, or an error keeps the file from being written
        assert len(ids(brief)) == len(set(ids(brief)))
        assert targets(brief) <= set(ids(brief)) or any(problem.severity == "error" for problem in problems.sorted())
        known = {id.removesuffix(".alt") for id in brief.sources}  # the alternative text of a figure is no element
        assert known - {LANGUAGE, "design.pages", "design.accent", "design.secondary", "design.cover"} <= set(ids(brief))
        return Composed(brief, problems.sorted())

    def body(self, text: str, more: str = "") -> Composed:
        """A brief with one paragraph, written as a literal block."""
        indented = text.replace("\n", "\n        ")
        return self.compose(f"title: T\n{more}\nsections:\n  - content:\n      - |-\n        {indented}\n")
