"""Broken YAML: what is wrong with it, in several places at once, and the text as it is when that has been mended.

Comes in: the first error of libyaml. Goes out: a problem for each mistake, at the place where it was made, and the mended
text if nothing in it was guessed. Promise: whatever libyaml says, there is a problem; rounds and parsing are bounded.
Refuses to change the outline: the mended text is for checking what else is wrong.
"""

import yaml

from briefgen.outline.failure import Failure, Mend, Trial, applied, read_error
from briefgen.outline.indents import leave_out
from briefgen.outline.wording import Words, words_for
from briefgen.problem import Place, Problems

ROUNDS_MOST = 20  # mistakes that are looked for


class Mended:
    """A mended text, and where its places were before."""

    def __init__(self, before: list[str], after: list[str]) -> None:
        self.text = "\n".join(after)
        self._changed = {
            number: (old, new) for number, (old, new) in enumerate(zip(before, after, strict=True)) if old != new
        }

    def touches(self, first: int, last: int) -> bool:
        """Whether one of these lines was changed (both counted from 0)."""
        return any(first <= number <= last for number in self._changed)

    def column(self, line: int, column: int) -> int:
        """Where a character of the mended text stood, counted from 0."""
        old, new = self._changed.get(line, ("", ""))
        if old == new:
            return column
        same = next(
            (at for at, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]), min(len(old), len(new))
        )
        return column if column <= same else min(max(same, column + len(old) - len(new)), len(old))


def recover(error: yaml.YAMLError, text: str, file: str, problems: Problems) -> Mended | None:
    """Report what is wrong. The mended text when all of it could be mended exactly, else None."""
    before = text.split("\n")
    lines, trial, exact = before, Trial(), True
    current: yaml.YAMLError | None = error
    seen: set[int] = set()
    for _ in range(ROUNDS_MOST):
        failure = read_error(current, lines) if current is not None else None
        if failure is None:
            break
        words, mend = _diagnose(failure, trial)
        line, column = _spot(words, failure)
        if line not in seen:
            at = Mended(before, lines).column(line, column)
            problems.add(words.code, Place(file, line + 1, at + 1), words.message, (mend and mend.hint) or words.hint)
            seen.add(line)
        if mend is None:
            mend = leave_out(lines, min(failure.line, len(lines) - 1))
            if not failure.line < trial.fails_at(applied(lines, mend)):
                return None
        lines, exact = applied(lines, mend), exact and mend.exact
        seen |= set(mend.lines)
        current = trial.error(lines)
    if not seen:  # an error without a place
        said = str(getattr(error, "reason", None) or getattr(error, "problem", None) or "it cannot be read")
        problems.add("outline/bad-yaml", Place(file, 1, 1), f"this is not YAML: {said}", "save it as plain text in UTF-8")
    return Mended(before, lines) if exact and current is None else None


def _diagnose(failure: Failure, trial: Trial) -> tuple[Words, Mend | None]:
    """What the mistake is: the first of those it may be that can be mended so that the text goes on, or else the first."""
    first: Words | None = None
    best: tuple[float, Words, Mend] | None = None
    for words in words_for(failure):
        if best is not None and not words.weighed:
            break
        mend, reached = _first_good(words, failure, trial)
        if words.weighed:
            if mend is not None and (best is None or reached > best[0]):
                best = (reached, words, mend)
            first = first or (None if words.needs_mend else words)
            continue
        if mend is not None or not (words.mends or words.needs_mend or first):
            return words, mend
        first = first or (None if words.needs_mend else words)
    if best is not None:
        return best[1], best[2]
    assert first is not None  # noqa: S101  the last of them always applies
    return first, None


def _first_good(words: Words, failure: Failure, trial: Trial) -> tuple[Mend | None, float]:
    """The first mend with which the text fails later, or not at all, and where it then fails."""
    beyond = words.beyond if words.beyond >= 0 else failure.line
    for mend in words.mends:
        reached = trial.fails_at(applied(failure.lines, mend)) if mend is not None else -1
        if reached > beyond:
            return mend, reached
    return None, -1


def _spot(words: Words, failure: Failure) -> tuple[int, int]:
    """Where the problem is, from 0; where that is behind the last line, the end of the text."""
    line = words.line if words.line >= 0 else failure.line
    column = words.column if words.column >= 0 else failure.column
    filled = len(failure.lines) - 1
    while line > 0 and line >= filled and not (failure.lines[line : line + 1] or [""])[0]:
        line -= 1
        column = len(failure.lines[line])
    return line, column
