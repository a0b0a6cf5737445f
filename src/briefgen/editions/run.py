"""The pipeline of `briefgen editions`: an outline and rows in, a PDF for each row out, and one report of all problems.

Comes in: names of files, a pattern, languages. Goes out: PDFs, an index, problems once for each kind. Promise: what has not
changed is not made again; the same bytes on one core, on many, or on a cluster; no more is kept in memory than is being
made. Refuses to know how a brief is made.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from briefgen.editions.ledger import Done, Ledger, Recipe
from briefgen.editions.naming import Edition, name_editions, usual_pattern
from briefgen.editions.roads import Road, make_all
from briefgen.editions.rows import Series, read_rows, said_rows
from briefgen.editions.work import Order
from briefgen.outline.kinds import FORMS
from briefgen.outline.placeholders import PLACEHOLDER
from briefgen.outline.read import LARGEST, STANDARD, read
from briefgen.problem import Place, Problem, Problems
from briefgen.saving import Profile, refuse

if TYPE_CHECKING:
    from io import TextIOWrapper

REFUSED_MOST = 10  # files that cannot be written, reported one by one
Progress = Callable[[str], None]


class Wanted(NamedTuple):
    """What is to be made, and by which road."""

    outline: str
    data: str = ""
    pattern: str = ""
    languages: tuple[str, ...] = ()
    road: Road = Road()
    profile: Profile = "office"
    strict: bool = False
    epoch: int | None = None


class Outcome(msgspec.Struct, frozen=True):
    """What came of it: how many editions were made anew, kept from before, and not made; `output` is their folder."""

    problems: tuple[Problem, ...]
    output: Path | None = None
    made: int = 0
    kept: int = 0
    failed: int = 0
    pages: int = 0  # of all editions together
    paper: str = ""

    @property
    def good(self) -> bool:
        """Whether there is no error."""
        return all(problem.severity != "error" for problem in self.problems)


def make_editions(wanted: Wanted, progress: Progress) -> Outcome:
    """Make all editions that are not there yet. Nothing is raised for bad input: read the outcome's `problems`."""
    problems = Problems()
    outline = _outline(wanted.outline, problems)
    _check_languages(wanted.languages, problems)
    series = read_rows(Path(wanted.data), problems) if wanted.data else None
    if outline is None or problems.fatal or (wanted.data and series is None):
        return Outcome(tuple(problems.sorted()))
    pattern = wanted.pattern or usual_pattern(Path(wanted.outline), series, wanted.languages)
    editions = name_editions(pattern, series, wanted.languages, problems)
    _refuse_targets(editions, Path(wanted.outline), problems)
    if problems.fatal or not editions:
        return Outcome(tuple(problems.sorted()))
    folder = _folder(pattern)
    ledger = Ledger(folder, Recipe(outline, _options(wanted)))
    done = {edition.target: found for edition in editions if (found := ledger.kept(edition))}
    todo = [edition for edition in editions if edition.target not in done]
    kept = len(done)
    for each in _recorded(ledger, make_all(_order(wanted, series), todo, wanted.road, problems), problems):
        done[Path(each.target)] = each
        progress(f"{len(done)} of {len(editions)} editions")
    in_order = [done[edition.target] for edition in editions if edition.target in done]
    ledger.close(in_order, problems)
    failed = sum(each.failed for each in in_order) + len(editions) - len(in_order)
    return Outcome(
        problems=(*problems.sorted(), *combined(in_order)),
        output=folder,
        made=len(editions) - kept - failed,
        kept=kept,
        failed=failed,
        pages=sum(each.pages for each in in_order),
    )


def combined(found: Sequence[Done]) -> tuple[Problem, ...]:
    """The problems of all editions, once for each kind and place, with the rows that have it."""
    rows: dict[tuple[str, str, Place], list[int]] = {}
    first: dict[tuple[str, str, Place], Problem] = {}
    for done in found:
        for problem in done.problems:
            key = (problem.code, problem.severity, problem.place)
            first.setdefault(key, problem)
            own = rows.setdefault(key, [])
            if not own or own[-1] != done.row:
                own.append(done.row)
    count = len({done.row for done in found})
    return tuple([_said(first[key], rows[key], count) for key in sorted(first, key=lambda key: (key[2], key[0]))])


def _said(problem: Problem, rows: Sequence[int], count: int) -> Problem:
    if not any(rows):
        return problem
    which = f"all {count} rows" if len(rows) == count > 1 else said_rows(rows)
    return msgspec.structs.replace(problem, message=f"{problem.message} ({which})")


def _outline(name: str, problems: Problems) -> bytes | None:
    """The bytes of the outline, for the ledger; None, with a problem, where there is none."""
    path = Path(name)
    if name != STANDARD and path.is_file():
        try:
            with path.open("rb") as file:
                return file.read(LARGEST + 1)
        except OSError:
            pass
    if name == STANDARD:
        said = "editions are made of an outline that is a file"
        problems.add("outline/unreadable", Place(name), said, "save it, and name the file")
    else:
        read(path, problems)
    return None


def _check_languages(languages: Sequence[str], problems: Problems) -> None:
    import re

    for language in languages:
        if not re.fullmatch(FORMS["language"].pattern, language):
            said = f"`{language[:40]}` is no language tag"
            problems.add("content/unknown-language", Place("--languages"), said, "write them like this: --languages en,es")


def _refuse_targets(editions: Sequence[Edition], source: Path, problems: Problems) -> None:
    """Report files that must not be replaced."""
    found = Problems()
    for edition in editions:
        refuse(edition.target, source, found)
        if len(found.sorted()) >= REFUSED_MOST:
            break
    for problem in found.sorted():
        problems.report(problem)


def _folder(pattern: str) -> Path:
    """The folder that all editions share: what the pattern says before its first placeholder."""
    found = PLACEHOLDER.search(pattern)
    return Path(f"{pattern[: found.start()]}x" if found else pattern).parent


def _options(wanted: Wanted) -> tuple[str, ...]:
    """What an edition's bytes depend on besides its outline, its files and its row."""
    return (wanted.profile, str(wanted.strict), str(wanted.epoch), ",".join(wanted.languages))


def _order(wanted: Wanted, series: Series | None) -> Order:
    return Order(
        wanted.outline,
        wanted.profile,
        wanted.strict,
        wanted.epoch,
        wanted.languages,
        wanted.data,
        series.columns if series else (),
    )


def _recorded(ledger: Ledger, found: Iterator[Done], problems: Problems) -> Iterator[Done]:
    """What is done, each noted in the ledger as it comes."""
    file: TextIOWrapper | None = None
    try:
        for done in found:
            try:
                file = file or ledger.open()
                ledger.note(file, done)
            except OSError as error:
                ledger.report(error.strerror or str(error), problems)
            yield done
    finally:
        if file:
            file.close()
