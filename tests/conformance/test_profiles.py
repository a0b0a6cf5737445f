"""Files for a press and for a photocopier stay PDF/UA-1 and PDF/A-2a: asked of veraPDF."""

import shutil
from pathlib import Path

import pytest
from PIL import Image
from support.art import DRAWING, LOGO, page
from support.cases import STANDARDS
from support.profiles import press_profile
from support.verapdf import VeraPdf

from briefgen.build import Profile, build

ROOT = Path(__file__).parents[2]
FULL = """\
title: Water for *Saltmarsh*
date: 2026-11-22
publisher: {name: Institute, logo: rgb.png, url: example.org}
sections:
  - heading: A [linked](https://example.org/heading) heading
    content:
      - See [the survey](https://example.org/survey) and the note.[^1]
      - figure: {qr: "https://example.org/report", caption: Read on}
      - box: {heading: A box, content: [Text., {figure: {qr: "https://example.org"}}]}
      - figure: {image: gray.png, alt: Gray, caption: "[Where](https://example.org/where)"}
      - figure: {image: inks.jpg, alt: Inks}
      - figure: {image: drawing.svg, alt: Wells}
      - figure: {image: logo.svg, alt: A sign, recolour: accent}
      - figure: {image: page.pdf, alt: A page}
      - table: {head: [a, b], rows: [["[x](https://example.org/x)", y]]}
findings: [{id: leaks, statement: Half leaks.}]
recommendations: [{action: Mend the pipes., addresses: [leaks]}]
notes: {1: "Said [here](https://example.org/here)."}
references: ["A [book](https://example.org/book)."]
design: {accent: {screen: "#e0a000", cmyk: [0, 35, 100, 5], spot: Sea 1}}
print: {profile: press.icc, marks: all, slug: true, bleed: 5mm}
"""


@pytest.mark.parametrize("profile", ["press", "gray"])
@pytest.mark.parametrize("outline", ["brief.yaml", "full"])
def test_press_and_gray_conform(verapdf: VeraPdf, tmp_path: Path, profile: Profile, outline: str) -> None:
    (tmp_path / "press.icc").write_bytes(press_profile())
    if outline == "full":
        for name, mode in (("rgb.png", "RGB"), ("gray.png", "L"), ("inks.jpg", "CMYK")):
            Image.new(mode, (1200, 900)).save(tmp_path / name)
        (tmp_path / "drawing.svg").write_text(DRAWING, encoding="utf-8")
        (tmp_path / "logo.svg").write_text(LOGO, encoding="utf-8")
        (tmp_path / "page.pdf").write_bytes(page())
        text = FULL
    else:
        shutil.copytree(ROOT / "assets", tmp_path / "assets")
        text = (ROOT / outline).read_text(encoding="utf-8") + "\nprint: {profile: press.icc}\n"
    (tmp_path / "brief.yaml").write_text(text, encoding="utf-8")
    result = build(tmp_path / "brief.yaml", tmp_path / "brief.pdf", profile=profile)
    assert result.output is not None, result.problems
    assert verapdf.judge(result.output, *STANDARDS) == []
