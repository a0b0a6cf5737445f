"""Where YAML fails, and what may be tried to have it go on.

Comes in: the lines of a text and what libyaml said of it. Goes out: records that `wording` words and `recover` tries.
Promise: a mend is tried by parsing again, within a budget. Refuses to know words for people.
"""

from typing import NamedTuple

import yaml

BUDGET = (
    3_000_000  # characters that may be parsed again in all: seconds for the largest outline, and ample for any usual one
)


class Mend(NamedTuple):
    """Lines to be put in the place of others (counted from 0), and what a person is told to do, which is the same.

    `exact`: what is mended so means what its writer meant, and the rest of the outline can be checked.
    """

    lines: dict[int, str]
    hint: str = ""
    exact: bool = True


class Failure(NamedTuple):
    """What libyaml says: a problem at a mark, found while doing something (`context`) that began at another mark."""

    problem: str
    line: int  # from 0, as the column
    column: int
    context: str
    began_line: int
    began_column: int
    lines: list[str]

    @property
    def source(self) -> str:
        """The line with the problem."""
        return self.lines[self.line] if self.line < len(self.lines) else ""

    @property
    def began(self) -> str:
        """The source from where the context began."""
        return self.lines[self.began_line][self.began_column :] if self.began_line < len(self.lines) else ""


def read_error(error: yaml.YAMLError, lines: list[str]) -> Failure | None:
    """The failure that an error tells of; None when it names no place."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return None
    began = getattr(error, "context_mark", None) or mark
    said, context = getattr(error, "problem", None), getattr(error, "context", None)
    return Failure(str(said or ""), mark.line, mark.column, str(context or ""), began.line, began.column, lines)


class Trial:
    """Parses texts again and again, until its budget is spent."""

    def __init__(self, budget: int = BUDGET) -> None:
        self._budget = budget

    def error(self, lines: list[str]) -> yaml.YAMLError | None:
        """What is wrong with these lines as YAML; events only, as in `parse`."""
        text = "\n".join(lines)
        self._budget -= len(text)
        parser = yaml.CSafeLoader(text)
        try:
            while parser.check_event():
                parser.get_event()
        except yaml.YAMLError as error:
            return error
        return None

    def fails_at(self, lines: list[str]) -> float:
        """The line at which these lines fail, from 0, or infinity; -1 when that is unknown or the budget is spent."""
        if self._budget <= 0:
            return -1
        error = self.error(lines)
        if error is None:
            return float("inf")
        mark = getattr(error, "problem_mark", None)
        return -1 if mark is None else int(mark.line)


def applied(lines: list[str], mend: Mend) -> list[str]:
    """The lines with a mend in them."""
    return [mend.lines.get(number, line) for number, line in enumerate(lines)]
