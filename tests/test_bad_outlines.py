"""Bad outlines, each with all that must be said of it: codes and places, no more and no fewer.

An outline in outlines/bad ends with a line `# expect: code line:column` for each of its problems.
"""

import re
from pathlib import Path

import pytest

from briefgen.build import build
from briefgen.problem import CODES

BAD = Path(__file__).parent / "outlines" / "bad"
OUTLINES = sorted(BAD.glob("*.yaml"))


def expected(outline: Path) -> list[str]:
    return re.findall(r"^# expect: (.+)$", outline.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("outline", OUTLINES, ids=lambda path: path.stem)
def test_bad_outline(outline: Path, tmp_path: Path) -> None:
    pdf = tmp_path / "brief.pdf"
    pdf.write_bytes(b"the last good one")
    result = build(outline, pdf)
    said = [f"{problem.code} {problem.place.line}:{problem.place.column}" for problem in result.problems]
    assert sorted(said) == sorted(expected(outline))
    assert {problem.place.file for problem in result.problems} == {str(outline)}
    assert all(problem.message and problem.hint for problem in result.problems)
    assert result.good == (result.output is not None) == (pdf.read_bytes() != b"the last good one")


def test_each_expects_something() -> None:
    assert len(OUTLINES) >= 45
    assert all(expected(outline) for outline in OUTLINES)


def test_every_code_of_the_rooms_up_to_the_lines_is_seen() -> None:
    # these need a file that cannot stand there: too large, too deep, not text; test_hostile_files has them
    elsewhere = {f"outline/{name}" for name in ("unreadable", "too-large", "not-utf8", "too-deep")}
    seen = {line.split()[0] for outline in OUTLINES for line in expected(outline)} | elsewhere
    assert [code for code in CODES if code.startswith(("outline/", "content/")) and code not in seen] == []
