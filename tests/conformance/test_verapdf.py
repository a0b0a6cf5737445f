"""Every outline comes out as PDF/UA-1 and PDF/A-2a: asked of veraPDF, the reference validator of both.

BRIEFGEN_EXAMPLES says how many outlines are made at random, up to 200; `.ci/run` asks for that many.
"""

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import yaml
from hypothesis import HealthCheck, given, seed, settings
from support.cases import STANDARDS, cases
from support.finished import modern
from support.press import EXAMPLES as OUTLINES
from support.press import ROOT, made
from support.strategies import outlines
from support.verapdf import VeraPdf

from briefgen.build import build

EXAMPLES = min(200, int(os.environ.get("BRIEFGEN_EXAMPLES", "24")))
SHARES = 4


@pytest.mark.parametrize("outline", OUTLINES.values(), ids=list(OUTLINES))
def test_the_examples_conform(verapdf: VeraPdf, tmp_path: Path, outline: str) -> None:
    output = build(ROOT / outline, tmp_path / "brief.pdf").output
    assert output is not None
    assert verapdf.judge(output, *STANDARDS) == []


@pytest.mark.parametrize("share", range(SHARES))
def test_outlines_that_nobody_wrote_conform(verapdf: VeraPdf, furnished: Path, share: int) -> None:
    """In shares, so that they can be tried at the same time (`pytest -n auto`)."""

    @seed(share)
    @settings(max_examples=EXAMPLES // SHARES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(outline=outlines)
    def holds(outline: dict[str, Any]) -> None:
        assert verapdf.judge(made(outline, furnished, f"any-{share}"), *STANDARDS) == []

    holds()


def test_the_judge_finds_what_is_broken(verapdf: VeraPdf, tmp_path: Path) -> None:
    source, broken = tmp_path / "brief.yaml", tmp_path / "broken.pdf"
    source.write_text("title: Wells\nsections: [{content: [A paragraph.]}]")
    output = build(source, tmp_path / "brief.pdf").output
    assert output is not None
    assert verapdf.judge(output, *STANDARDS) == []
    with pikepdf.open(output) as pdf:
        del pdf.Root.MarkInfo
        pdf.Root.StructTreeRoot.K[0].K[0].S = pikepdf.Name.H2
        pdf.save(broken)
    found = {(breach.standard, breach.rule) for breach in verapdf.judge(broken, *STANDARDS)}
    # marked as tagged in both (14289-1 6.2, 19005-2 6.7.2.2), headings from H1 on in PDF/UA alone (7.4.2)
    assert found >= {("ua1", "6.2-1"), ("2a", "6.7.2.2-1"), ("ua1", "7.4.2-1")}


def test_the_judge_refuses_what_it_cannot_judge(verapdf: VeraPdf, tmp_path: Path) -> None:
    (tmp_path / "no.pdf").write_text("no PDF")
    with pytest.raises(RuntimeError, match="did not judge"):
        verapdf.judge(tmp_path / "no.pdf", "ua1")
    with pytest.raises(RuntimeError, match="did not judge"):
        verapdf.judge(tmp_path / "no.pdf", "ua0")


@pytest.mark.parametrize("outline", OUTLINES.values(), ids=list(OUTLINES))
@pytest.mark.parametrize("embeds", [False, True])
def test_the_examples_conform_in_pdf_2(verapdf: VeraPdf, tmp_path: Path, outline: str, embeds: bool) -> None:
    """PDF/UA-2, Well-Tagged PDF for accessibility and PDF/A-4 or, with the source, PDF/A-4f: one file."""
    source = ROOT / outline
    read: dict[str, Any] = yaml.load(source.read_text(encoding="utf-8"), yaml.BaseLoader)  # every value a text
    design = read.get("design") or {}
    changed, level = modern({**read, "design": design | ({"embed_source": "true"} if embeds else {})})
    folder = tmp_path / "copy"
    shutil.copytree(ROOT / "assets", folder / "assets")
    place = folder / outline
    place.write_text(json.dumps(changed), encoding="utf-8")
    output = build(place, tmp_path / "brief.pdf").output
    assert output is not None
    assert verapdf.judge(output, "ua2", "wt1a", level) == []
    assert output.read_bytes().startswith(b"%PDF-2.0")


def test_a_press_file_conforms_in_pdf_2(verapdf: VeraPdf, furnished: Path) -> None:
    """PDF/X-6, which veraPDF does not judge, takes nothing from the others."""
    outline, level = modern(cases()[0].outline)
    made(outline, furnished, "press")
    output = build(furnished / "press.yaml", furnished / "press-6.pdf", profile="press").output
    assert output is not None
    assert verapdf.judge(output, "ua2", "wt1a", level) == []
