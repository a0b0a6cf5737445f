"""What is left of a file that Ghostscript has rewritten, as programs do that make PDFs smaller.

Tags, ActualText and output intents go, and ligatures are spoilt there; case, digits and hyphens have to stay.
"""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from support import finders

from briefgen.build import build

SERIES = "Policy brief 2026"
WORDS = "Built for 1,250 wells, state-of-the-art and Non-Partisan: ABC abc 0123456789"
OUTLINE = {
    "title": WORDS,
    "series": SERIES,  # in small capitals
    "number": "7",
    "date": "2026-01-01",
    "summary": [WORDS],
    "sections": [
        {
            "heading": WORDS,
            "content": [
                WORDS,
                {"table": {"head": ["What", "Wells"], "rows": [[WORDS, "1.5"]]}},
                {"stats": [{"value": "48 %", "label": WORDS}]},
            ],
        }
    ],
    "recommendations": [{"action": WORDS, "for": "the Water Authority", "by": "2027"}],
}


@pytest.mark.skipif(not (shutil.which("gs") and shutil.which("pdftotext")), reason="no Ghostscript or no poppler")
def test_case_digits_and_hyphens_survive(tmp_path: Path) -> None:
    source, made, small = tmp_path / "brief.yaml", tmp_path / "brief.pdf", tmp_path / "small.pdf"
    source.write_text(json.dumps(OUTLINE), encoding="utf-8")
    assert build(source, made).output
    subprocess.run(["gs", "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=pdfwrite", "-o", small, made], check=True)
    words = [*SERIES.split(), *WORDS.split(), "Water", "Authority", "2027", "RECOMMENDATION", "Recommendation"]
    before, after = finders.with_poppler(made, words), finders.with_poppler(small, words)
    assert before["Policy"] == 1
    assert after == before
