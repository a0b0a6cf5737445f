"""Real faces of other makers: few fonts in the file, all words back, and the standards kept.

`tools/families.py` does the same with any folder of fonts, and measures time and memory.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.families import fonts, lost, outline
from support.verapdf import VeraPdf, lacking

from briefgen.build import build

FONTS = Path("/usr/share/fonts")
FACES = [  # of fonts-dejavu-core, fonts-b612 and fonts-gfs-porson: large, without most accents, Greek alone
    "truetype/dejavu/DejaVuSans.ttf",
    "truetype/dejavu/DejaVuSerif.ttf",
    "truetype/dejavu/DejaVuSansMono.ttf",
    "opentype/b612/B612-Regular.otf",
    "opentype/b612/B612Mono-Regular.otf",
    "opentype/porson/GFSPorson.otf",
]


@pytest.fixture(scope="module")
def judge() -> Iterator[VeraPdf]:
    made = VeraPdf()
    yield made
    made.close()


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is not installed")
@pytest.mark.parametrize("name", FACES, ids=lambda name: Path(name).stem)
def test_a_brief_in_any_face(tmp_path: Path, judge: VeraPdf, name: str) -> None:
    if not (FONTS / name).exists():
        pytest.skip(f"{name} is not installed")
    shutil.copy(FONTS / name, tmp_path)
    result = build(outline(tmp_path, Path(name).name), tmp_path / "brief.pdf")
    assert result.output, result.problems
    assert fonts(result.output) <= 24
    assert lost(result.output) == []
    if not lacking():
        assert judge.judge(result.output, "ua1", "2a") == []
