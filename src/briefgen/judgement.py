"""What was found in PDFs, for a reader or for machines.

Comes in: findings, file by file. Goes out: text. The promise: of a file no more than a page is printed for a reader,
whatever its length: what repeats is told once, with its pages and its worst place; for machines there is all. Refuses to
know how anything was found.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from briefgen.geometry import POINTS_PER_MM, Rect
from briefgen.preflight.finding import Finding
from briefgen.problem import counted
from briefgen.report import FORMAT, PLAIN, Paint, visible

MOST_LINES = 58  # of a file
MOST_RANGES = 12  # of pages that are named
# how much is told of one code in one degree: findings that are told one by one, kinds of them, and whether with hints
DETAIL = ((3, 5, True), (1, 2, True), (1, 1, True), (1, 1, False))
NUMBER = re.compile(r"\d+(?:\.\d+)?")


class Judged(NamedTuple):
    """A file and what was found in it."""

    file: str
    findings: list[Finding]

    def count(self, severity: str) -> int:
        return sum(finding.severity == severity for finding in self.findings)


def judgement(judged: Judged, paint: Paint = PLAIN) -> str:
    """The findings of a file: each with its page, and its place in millimetres from the top left of the sheet."""
    lines: list[str] = []
    for singles, kinds, hints in DETAIL:
        lines = list(_lines(judged, singles, kinds, hints, paint))
        if len(lines) <= MOST_LINES:
            break
    return "\n".join(lines)


def _lines(judged: Judged, singles: int, kinds: int, hints: bool, paint: Paint) -> Iterable[str]:
    by_code: dict[tuple[str, str], list[Finding]] = {}
    for finding in judged.findings:
        by_code.setdefault((finding.code, finding.severity), []).append(finding)
    for same in by_code.values():
        groups: dict[str, list[Finding]] = {}
        for number, finding in enumerate(same):
            key = str(number) if len(same) <= singles else NUMBER.sub("#", finding.message)
            groups.setdefault(key, []).append(finding)
        told = list(groups.values())
        if len(told) > max(kinds, singles):
            told = [*told[: kinds - 1], [finding for group in told[kinds - 1 :] for finding in group]]
        hint = ""
        for group in told:
            yield _line(judged.file, group, paint)
            worst = _worst(group)
            if hints and worst.hint and NUMBER.sub("#", worst.hint) != hint:
                hint = NUMBER.sub("#", worst.hint)
                yield f"hint: {visible(worst.hint)}"


def _worst(group: list[Finding]) -> Finding:
    return max(group, key=lambda finding: finding.distance)


def _line(file: str, group: list[Finding], paint: Paint) -> str:
    finding = _worst(group)
    colour = {"error": paint.error, "warning": paint.warning}.get(finding.severity, paint.faint)
    times = sum(one.count for one in group)
    place = visible(file)
    if len(group) == 1:
        place += (f": page {finding.page}" if finding.page else "") + _where(finding.area)
        more = f" (and {times - 1} more on this page)" if times > 1 else ""
    else:
        pages = sorted({one.page for one in group})
        place += f": {_pages(pages)}"
        where = f" on page {finding.page}" if len(pages) > 1 else ""
        which = "the worst" if finding.distance else "the first"
        more = f" ({which} of {times},{where}{_where(finding.area)})".replace(",,", ",").replace(",)", ")")
    kind = f"{colour}{finding.severity} {finding.code}{paint.end}"
    return f"{paint.bold}{place}{paint.end}: {kind}: {visible(finding.message)}{more}"


def _pages(pages: list[int]) -> str:
    """`page 3`, `pages 3, 5-17`."""
    ranges: list[list[int]] = []
    for page in pages:
        if ranges and page == ranges[-1][1] + 1:
            ranges[-1][1] = page
        else:
            ranges.append([page, page])
    named = [f"{first}" if first == last else f"{first}-{last}" for first, last in ranges[:MOST_RANGES]]
    return f"page{'' if len(pages) == 1 else 's'} {', '.join(named)}" + (", …" if len(ranges) > MOST_RANGES else "")


def _where(area: Rect | None) -> str:
    if area is None:
        return ""
    x, y, width, height = (value / POINTS_PER_MM for value in (area.x, area.y, area.width, area.height))
    return f", {x:.1f} × {y:.1f} mm in, {width:.1f} × {height:.1f} mm large"


def summary(every: list[Judged], rules: str) -> str:
    """One line for each file, and one for all where there are several."""
    lines = []
    for one in every:
        errors, warnings = counted(one.count("error"), "error"), counted(one.count("warning"), "warning")
        lines.append(f"{visible(one.file)}: {errors}, {warnings} ({rules} rules)")
    if len(every) > 1:
        good = sum(not one.count("error") for one in every)
        lines.append(f"{len(every)} files: {good} without errors, {len(every) - good} with errors")
    return "\n".join(lines)


def for_machines(every: list[Judged], rules: str, fixed: list[str] | None = None) -> str:
    """One JSON object in ASCII: of one file its version, file, rules and findings; of several, version, rules and files.

    `fixed`: what was done to the file, where that was asked for.

    A finding has the fields of `briefgen.preflight.finding.Finding`; its area, in points from the top left corner of the
    trimmed sheet, is null when the finding is about a page or the file as a whole.
    """
    import json  # late: most runs print no JSON

    found = [{"file": one.file, "findings": [msgspec.to_builtins(finding) for finding in one.findings]} for one in every]
    if len(found) == 1:
        (one,) = found
        done = {} if fixed is None else {"fixed": fixed}
        said = {"version": FORMAT, "file": one["file"], "rules": rules, **done, "findings": one["findings"]}
        return json.dumps(said, indent=2)
    return json.dumps({"version": FORMAT, "rules": rules, "files": found}, indent=2)
