"""A session: builds that remember what the ones before have made.

Comes in: names of outlines. Goes out: PDFs, problems on the way. The promise: the bytes are those of a first build, whatever
was built before; a build that fails leaves the last good PDF as it was; bad input gives problems and no exception. Knows
nothing of the command line.
"""

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from briefgen.memory import Shelf, seldom_searched
from briefgen.outline.read import Fill
from briefgen.problem import Problem, Problems
from briefgen.saving import Profile, refuse, save, usual_output
from briefgen.stages import Keeping, Kept, Made, Progress, Wanted, data_of, make, silent

if TYPE_CHECKING:
    from briefgen.rendering import Look, Rendering


OUTLINES = 4  # how many have their pages compared with the ones before


STILL_SHOWN = {"layout/page-count"}  # errors of pages that are whole


class Result(msgspec.Struct, frozen=True):
    """What a build came to. `output` is the PDF when one was written; `pages` and `paper` say what was laid out."""

    problems: tuple[Problem, ...]
    output: Path | None = None
    pages: int = 0
    paper: str = ""
    fitted: str = ""  # what was done to bring the brief to its number of pages
    told: tuple[str, ...] = ()  # how files of data were read, and what was done to pictures

    @property
    def good(self) -> bool:
        """Whether there is no error."""
        return all(problem.severity != "error" for problem in self.problems)


class Extras(msgspec.Struct, frozen=True):
    """What a build may do besides.

    `advice` adds what an editor would say to the problems of a brief without errors; it keeps nothing from being written.
    `review` makes a copy for reviewers, build/NAME-review.pdf: lines are numbered, each page says that it is a draft.
    `fill` puts the values of an edition in the place of the outline's placeholders.
    """

    advice: bool = False
    review: bool = False
    fill: Fill | None = None


NONE = Extras()


class Session:
    """Builds briefs, one after the other, and keeps what the next build can use: that one is many times as fast.

    Keep one for an outline that is being written, or for a series of outlines in the same look. What is kept depends on
    nothing but what it was made from, so that each build gives the bytes that it would give alone. Memory is bounded, and
    what has not been used for the longest goes first (`briefgen.memory`). A session belongs to one thread. While it builds,
    Python looks more seldom for things that only refer to each other.

    `keeping`: "last" for a series of outlines that differ in most of their words: little more is kept than faces and the
    shapes of words; "nothing" for one build alone, which then takes less memory.
    """

    def __init__(self, keeping: Keeping = "much") -> None:
        self._kept = Kept(keeping)
        self._looks: Shelf[tuple[str, str, bool], tuple[Look, ...]] = self._kept.memory.shelf("looks of pages", OUTLINES)

    @seldom_searched()
    def build(
        self,
        outline: str | Path,
        output: str | Path | None = None,
        *,
        profile: Profile = "office",
        strict: bool = False,
        epoch: int | None = None,
        progress: Progress = silent,
        extras: Extras = NONE,
    ) -> Result:
        """Make the PDF of an outline.

        `profile` says whom the file is for: an office printer and screens, a press, or a photocopier, which has no colours.
        `output` is build/NAME.pdf in the current folder unless it is given, build/NAME-press.pdf for a press; folders are
        made. `strict` counts warnings as errors. `epoch`, in seconds since 1970, dates the file when the outline has no date
        (SOURCE_DATE_EPOCH). `progress` is called with the name of each stage as it starts. Nothing is written when there
        is an error, and nothing is raised for bad input: read the result's `problems`.
        """
        source = Path(outline)
        target = Path(output) if output is not None else usual_output(source, profile, review=extras.review)
        problems = Problems()
        refuse(target, source, problems)
        wanted = Wanted(source, profile, epoch, extras.review, extras.fill)
        made, data = self._render(wanted, problems, strict, progress)
        if made is None:
            return Result(settle(problems, strict))
        written = target if data is not None and save(data, target, problems) else None
        found = (*settle(problems, strict), *(_advice(made, problems) if extras.advice else ()))
        return _result(made, found, written)

    @seldom_searched()
    def check(
        self,
        outline: str | Path,
        *,
        profile: Profile = "office",
        strict: bool = False,
        epoch: int | None = None,
        progress: Progress = silent,
        extras: Extras = NONE,
    ) -> Result:
        """Everything that `build` does, up to the finished pages, without writing."""
        problems = Problems()
        made = self._make(Wanted(Path(outline), profile, epoch, fill=extras.fill), problems, progress)
        if made is None:
            return Result(settle(problems, strict))
        return _result(made, (*settle(problems, strict), *(_advice(made, problems) if extras.advice else ())), None)

    @seldom_searched()
    def render(
        self,
        outline: str | Path,
        *,
        profile: Profile = "office",
        strict: bool = False,
        epoch: int | None = None,
        progress: Progress = silent,
        extras: Extras = NONE,
    ) -> "Rendering":
        """Make the PDF of an outline in memory, for a program that shows it. The arguments are those of `build`.

        What comes back says besides which pages look otherwise than in the rendering of this outline before, what stands
        where on them, and where the outline says it. Where there are errors, nothing has changed, unless there is a draft;
        the next rendering is compared with the last that had pages to show.
        """
        from briefgen.rendering import Rendering, changed_pages, looks_of  # late: a build does without it

        problems = Problems()
        wanted = Wanted(Path(outline), profile, epoch, extras.review, extras.fill)
        made, data = self._render(wanted, problems, strict, progress)
        if made is None:
            return Rendering(settle(problems, strict))
        changed: tuple[int, ...] = ()
        draft = self._draft(made, wanted, problems) if data is None else None
        if data is not None or draft is not None:
            looks, key = looks_of(made.pages, self._kept.memory), (str(outline), profile, extras.review)
            changed = changed_pages(self._looks.get(key) or (), looks)
            self._looks.keep(key, looks)
        found = (*settle(problems, strict), *(_advice(made, problems) if extras.advice else ()))
        told = (*made.brief.told, *made.told)
        return Rendering(found, data, made.pages, made.brief, changed, told, made.outline, draft)

    def _make(self, wanted: Wanted, problems: Problems, progress: Progress) -> Made | None:
        self._kept.turn()
        return make(wanted, self._kept, problems, progress)

    def _render(
        self, wanted: Wanted, problems: Problems, strict: bool, progress: Progress
    ) -> tuple[Made | None, bytes | None]:
        """What is made of an outline, and the file of it where nothing speaks against one."""
        made = self._make(wanted, problems, progress)
        if made is None or problems.fatal or (strict and problems):
            return made, None
        data = data_of(made, wanted, self._kept, problems, progress)
        return made, None if problems.fatal or (strict and problems) else data

    def _draft(self, made: Made, wanted: Wanted, problems: Problems) -> bytes | None:
        """The file all the same, to be looked at, where its content is without errors."""
        if any(problem.severity == "error" and problem.code not in STILL_SHOWN for problem in problems.sorted()):
            return None
        return data_of(made, wanted, self._kept, Problems(), silent)


def _result(made: Made, problems: tuple[Problem, ...], output: Path | None) -> Result:
    pages = made.pages
    return Result(problems, output, len(pages.pages), pages.paper, pages.fitted, (*made.brief.told, *made.told))


def _advice(made: Made, problems: Problems) -> tuple[Problem, ...]:
    """What an editor would say of a brief without errors."""
    if problems.fatal:
        return ()
    # late: a build does without it
    from briefgen.editorial.advise import advise
    from briefgen.editorial.remark import Remark

    place = made.brief.place
    white = [Remark(each.rule, place(each.id), each.message, each.hint) for each in made.pages.white]
    return advise(made.brief, made.outline.root, len(made.pages.pages), white)


def settle(problems: Problems, strict: bool) -> tuple[Problem, ...]:
    """The problems in order; all of them errors when `strict`."""
    found = problems.sorted()
    if strict:
        found = [msgspec.structs.replace(problem, severity="error") for problem in found]
    return tuple(found)
