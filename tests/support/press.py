"""From an outline to a finished file, and to the brief between."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pikepdf

from briefgen.content.brief import Brief
from briefgen.content.compose import compose
from briefgen.outline.read import read
from briefgen.problem import Problems
from briefgen.session import Session
from briefgen.stages import LONG

ROOT = Path(__file__).parents[2]
EXAMPLES = {name: f"assets/examples/{name}.yaml" for name in ("one-column", "charts")} | {"brief": "brief.yaml"}


def made(outline: dict[str, Any], folder: Path, name: str, session: Session | None = None) -> Path:
    """The PDF of an outline, which must have no error. Both stand in `folder` under `name`."""
    source, output = folder / f"{name}.yaml", folder / f"{name}.pdf"
    source.write_text(json.dumps(outline, ensure_ascii=False), encoding="utf-8")
    output.unlink(missing_ok=True)
    result = (session or Session()).build(source, output)
    assert [problem for problem in result.problems if problem.severity == "error"] == []
    return output


def brief_of(source: Path) -> Brief:
    """The brief that an outline's file describes."""
    problems = Problems()
    outline = read(source, problems)
    assert outline is not None
    brief = compose(outline, problems)
    assert brief is not None
    return brief


def printed_brief(source: Path, output: Path) -> Brief:
    """The brief that a file shows: with the contents that it is offered where it is long."""
    brief = brief_of(source)
    with pikepdf.open(output) as pdf:
        if brief.offered is None or len(pdf.pages) < LONG:
            return brief
    return msgspec.structs.replace(brief, front=msgspec.structs.replace(brief.front, contents=brief.offered.contents))
