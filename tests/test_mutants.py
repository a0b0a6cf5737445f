"""Outlines with slips of the hand: a brief or messages come of each, and never a traceback or a page that does not hold.

BRIEFGEN_MUTANTS sets how many are built; `.ci/run` asks for 2,000. By hand: `python tools/mutants.py SECONDS SEED`.
"""

import os
from pathlib import Path

import pytest
from support.mutants import mutants

from briefgen.build import build

COUNT = int(os.environ.get("BRIEFGEN_MUTANTS", "40"))
SHARES = 4


@pytest.mark.parametrize("share", range(SHARES))
def test_slips_give_a_brief_or_messages(tmp_path: Path, share: int) -> None:
    """In shares, so that they can be tried at the same time (`pytest -n auto`)."""
    source, output = tmp_path / "outline.yaml", tmp_path / "brief.pdf"
    for text in mutants(share, COUNT // SHARES):
        source.write_text(text, encoding="utf-8")
        output.unlink(missing_ok=True)
        result = build(source, output, profile="press" if len(text) % 8 == 0 else "office")
        assert result.good == output.exists(), text
        assert result.output or any(problem.severity == "error" for problem in result.problems), text
        assert [each for each in result.problems if each.code in {"layout/overlap", "layout/outside-frame"}] == [], text
