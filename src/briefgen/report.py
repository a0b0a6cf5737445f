"""Problems as text: for a reader, with the line in question and a caret under the place, or as JSON for machines.

Comes in: problems, and the outline's own text. Goes out: text. The promise: nothing of an outline reaches the terminal that
could steer it; a character without a shape is shown as `<U+001B>`. Refuses to know where the text goes.
"""

import unicodedata
from pathlib import Path

import msgspec

from briefgen.problem import Problem

LINE_BREAKS = "\n\x85\u2028\u2029"  # what YAML 1.1 counts as the end of a line, once \r is out of the way
MAX_SOURCE = 1 << 20  # an outline above 1 MB is refused, so there is no line of it to show
WINDOW = 100  # columns of a long line that are shown round the place
MOST = 100  # problems that are printed for a reader
PLACES_MOST = 20  # places of one problem that are named
FORMAT = 1  # version of the JSON form: raised when a field changes its meaning or goes


class Paint(msgspec.Struct, frozen=True):
    """Escape codes for each part of a message; all empty when colours are off."""

    error: str = ""
    warning: str = ""
    advice: str = ""
    faint: str = ""
    bold: str = ""
    end: str = ""


PLAIN = Paint()
COLOURS = Paint(
    error="\x1b[1;31m", warning="\x1b[1;33m", advice="\x1b[1;34m", faint="\x1b[2m", bold="\x1b[1m", end="\x1b[0m"
)


def human(problems: tuple[Problem, ...], paint: Paint = PLAIN) -> str:
    """The problems one after the other, each with its source line and its hint.

    Of more than MOST the first errors, and warnings where there is room, are shown by their places, and the rest is counted.
    """
    sources: dict[str, list[str]] = {}
    blocks = []
    groups = _grouped(problems)
    chosen = groups
    if len(groups) > MOST:
        order = ("error", "warning", "advice")
        urgent = sorted(range(len(groups)), key=lambda number: order.index(groups[number][0].severity))
        chosen = [groups[number] for number in sorted(urgent[:MOST])]
    for problem, *others in chosen:
        colour = {"error": paint.error, "warning": paint.warning}.get(problem.severity, paint.advice)
        kind = f"{colour}{problem.severity} {problem.code}{paint.end}"
        lines = [f"{paint.bold}{visible(str(problem.place))}{paint.end}: {kind}: {visible(problem.message)}"]
        place = problem.place
        if place.line:
            if place.file not in sources:
                sources[place.file] = source_lines(place.file)
            source = sources[place.file]
            if place.line <= len(source):
                shown, caret = excerpt(source[place.line - 1], place.column)
                margin = f"{place.line:5} | "
                lines.append(f"{paint.faint}{margin}{paint.end}{shown}")
                lines.append(f"{' ' * (len(margin) + caret)}{colour}^{paint.end}")
        if others:
            lines.append(_also(others))
        if problem.hint:
            lines.append(f"hint: {visible(problem.hint)}")
        blocks.append("\n".join(lines))
    if len(groups) > MOST:
        printed = tuple(problem for group in chosen for problem in group)
        blocks.append(f"and {_more(problems, printed)}; `--format json` prints all of them")
    return "\n".join(blocks)


def _grouped(problems: tuple[Problem, ...]) -> list[list[Problem]]:
    """Problems that say the same of several places of a file, together, where the first of them stands."""
    groups: dict[tuple[str, ...], list[Problem]] = {}
    for problem in problems:
        one = (problem.code, problem.severity, problem.message, problem.hint, problem.place.file)
        groups.setdefault(one if problem.place.line else (*one, str(len(groups))), []).append(problem)
    return list(groups.values())


def _also(others: list[Problem]) -> str:
    """Where else the same is wrong."""
    places = [f"{problem.place.line}:{problem.place.column}" for problem in others[:PLACES_MOST]]
    more = f" and {len(others) - PLACES_MOST} more" if len(others) > PLACES_MOST else ""
    return f"the same in {len(others)} other place{'s' * (len(others) > 1)}: {', '.join(places)}{more}"


def _more(problems: tuple[Problem, ...], shown: tuple[Problem, ...]) -> str:
    """How many problems are not shown, in words."""
    counts = {}
    for severity in ("error", "warning", "advice"):
        total, here = ([problem.severity for problem in found].count(severity) for found in (problems, shown))
        counts[severity] = total - here
    plural = {"error": "errors", "warning": "warnings", "advice": "pieces of advice"}
    single = {"error": "error", "warning": "warning", "advice": "piece of advice"}
    return " and ".join(
        f"{count} more {(single if count == 1 else plural)[name]}" for name, count in counts.items() if count
    )


def machine(problems: tuple[Problem, ...], output: Path | None, pages: int, paper: str, **more: int) -> str:
    """One JSON object in ASCII: version, output, pages, paper, what else there is to count, and the problems.

    A problem has code, severity, message, hint, file, line and column; line and column are 0 when it is about a file as a
    whole. `output` is null when nothing was written.
    """
    import json  # late: most runs print no JSON

    found = [
        {
            "code": problem.code,
            "severity": problem.severity,
            "message": problem.message,
            "hint": problem.hint,
            "file": problem.place.file,
            "line": problem.place.line,
            "column": problem.place.column,
        }
        for problem in problems
    ]
    written = None if output is None else str(output)
    return json.dumps(
        {"version": FORMAT, "output": written, "pages": pages, "paper": paper, **more, "problems": found}, indent=2
    )


def source_lines(file: str) -> list[str]:
    """The lines of an outline as places count them; none when it cannot be read, or is too large to be an outline."""
    try:
        with Path(file).open("rb") as stream:
            data = stream.read(MAX_SOURCE + 1)
    except (OSError, ValueError):
        return []
    if len(data) > MAX_SOURCE or b"\0" in data:  # a workbook has no lines to show
        return []
    text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    for character in LINE_BREAKS[1:]:
        text = text.replace(character, "\n")
    return text.split("\n")


def excerpt(line: str, column: int) -> tuple[str, int]:
    """A source line made fit to print and the offset, in columns of a terminal, of the caret under `column`.

    A line longer than WINDOW is cut to what stands round the place, with an ellipsis at each cut.
    """
    at = min(max(column, 1) - 1, len(line))
    # no more of the line than can be shown, however long it is: it may be all of an outline
    start, end = max(0, at - WINDOW), at + WINDOW
    cells = [_cell(character) for character in line[start:end]]
    here = first = last = at - start
    if here < len(cells) and line[at] != " " and unicodedata.category(line[at]) == "Zs":
        cells[here] = _code(line[at])  # a no-break space, say: what cannot be seen is named where it is to blame
    room = WINDOW
    while first > 0 and room - cells[first - 1][1] > WINDOW // 2:
        first -= 1
        room -= cells[first][1]
    while last < len(cells) and room > 0:
        room -= cells[last][1]
        last += 1
    while first > 0 and room > 0:
        first -= 1
        room -= cells[first][1]
    before = "…" if start + first else ""
    after = "…" if start + last < len(line) else ""
    shown = "".join(text for text, _ in cells[first:last])
    return before + shown + after, len(before) + sum(width for _, width in cells[first:here])


def visible(text: str) -> str:
    """Text for a terminal: every control, format or unassigned character becomes its code."""
    return text if text.isprintable() else "".join(_cell(character)[0] for character in text)


def _cell(character: str) -> tuple[str, int]:
    """What is printed for a character and how many columns it takes (UAX #11)."""
    if character == "\t":
        return "    ", 4
    if not character.isprintable() and unicodedata.category(character) != "Zs":
        return _code(character)
    if unicodedata.combining(character):
        return character, 0
    return character, 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _code(character: str) -> tuple[str, int]:
    code = f"<U+{ord(character):04X}>"
    return code, len(code)
