"""What a browser is told of the newest build: JSON.

Comes in: an outcome, and the last edition. Goes out: what becomes one line. The promise: no file but those that a message
names is named, and of the outline's text there is nothing in it but what messages quote. Refuses to know who listens.
"""

import json
from pathlib import Path
from typing import Any

import msgspec

from briefgen.geometry import Rect
from briefgen.layout.measuring.tones import SIGHTS
from briefgen.preview.edition import Edition, Outcome
from briefgen.preview.editor import Editor
from briefgen.preview.lines import Earlier
from briefgen.preview.places import boxes_at
from briefgen.problem import Problem
from briefgen.report import visible

MOST_PROBLEMS = 300

Sight = tuple[tuple[float, float, float], ...]


class Told(msgspec.Struct, frozen=True):
    """What there is to tell. `run` names the process, `name` the outline."""

    run: str
    name: str
    outcome: Outcome
    edition: Edition | None
    assets: str  # another when the page's own files are others


def state(told: Told, editor: Editor) -> dict[str, Any]:
    """The state."""
    edition, outcome = told.edition, told.outcome
    shown = outcome.problems[:MOST_PROBLEMS]
    earlier = Earlier(edition.source, outcome.source) if edition is not None and edition.source != outcome.source else None
    found: dict[str, Any] = {
        "run": told.run,
        "name": told.name,
        "good": outcome.good,
        "stale": outcome.edition is None,  # the pages are those of an older text
        "assets": told.assets,
        "sights": sights(),
        "editor": {"name": editor.name, "link": not editor.command, "chosen": editor.chosen},
        "problems": [_problem(problem, edition, earlier) for problem in shown],
        "more": len(outcome.problems) - len(shown),
        "leaves": [],
    }
    if edition is not None:
        found |= {
            "title": edition.brief.metadata.title,
            "language": edition.brief.metadata.language,
            "paper": edition.pages.paper,
            "leaves": [{"key": leaf.key, "width": leaf.width, "height": leaf.height} for leaf in edition.leaves],
        }
    return found


def dumps(state: dict[str, Any]) -> str:
    """JSON in one line."""
    return json.dumps(state, ensure_ascii=True, separators=(",", ":"))


def sights() -> dict[str, Sight]:
    """What readers see of colours: matrices of linear RGB, by their names."""
    light = (0.2126, 0.7152, 0.0722)  # of which a photocopier sees nothing else (IEC 61966-2-1)
    return {name: rows for name, rows in SIGHTS.items() if name != "all"} | {"gray": (light, light, light)}


def _problem(problem: Problem, edition: Edition | None, earlier: Earlier | None) -> dict[str, Any]:
    marks = boxes_at(edition, problem.place, earlier) if edition is not None else ()
    return {
        "severity": problem.severity,
        "code": problem.code,
        "message": visible(problem.message),
        "hint": visible(problem.hint),
        "file": visible(Path(problem.place.file).name),
        "line": problem.place.line,
        "column": problem.place.column,
        "marks": [[one.page, *box(one.rect)] for one in marks],
    }


def box(rect: Rect) -> list[float]:
    """A rectangle as x, y, width, height, to a hundredth of a point."""
    return [round(value, 2) for value in (rect.x, rect.y, rect.width, rect.height)]
