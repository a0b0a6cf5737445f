"""The pipeline of `briefgen words`: an outline in, its words counted.

Comes in: the path of an outline. Goes out: a tally, or the problems that keep it from being read. Refuses to
lay anything out.
"""

from pathlib import Path
from typing import NamedTuple

from briefgen.build import settle
from briefgen.content.compose import compose
from briefgen.editorial.passages import copy_of
from briefgen.editorial.tally import Tally, tally
from briefgen.outline.read import read
from briefgen.problem import Problem, Problems


class Counted(NamedTuple):
    """What came of it. Warnings are not what was asked for, and are left out."""

    problems: tuple[Problem, ...]
    tally: Tally | None = None

    @property
    def good(self) -> bool:
        """Whether the outline could be read."""
        return self.tally is not None


def count_words(path: str) -> Counted:
    """Count the words of an outline."""
    problems = Problems()
    outline = read(Path(path), problems)
    brief = compose(outline, problems) if outline is not None and not problems.fatal else None
    if outline is None or brief is None or problems.fatal:
        return Counted(settle(problems, strict=False))
    return Counted((), tally(copy_of(brief, outline.root)))
