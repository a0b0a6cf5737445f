"""Bad outlines, each with all that must be said of it: codes and places, no more and no fewer.

An outline in outlines/bad ends with a line `# expect: code line:column` for each of its problems.
"""

import re
from pathlib import Path

import pytest

import briefgen
from briefgen.build import build
from briefgen.problem import CODES

TESTS = Path(__file__).parent
BAD = TESTS / "outlines" / "bad"
OUTLINES = sorted(BAD.glob("*.yaml"))

# what no outline in this folder can show, and the test that does
ELSEWHERE = {
    # a file that cannot stand there: too large, too deep, not text
    "outline/unreadable": "test_hostile_files.py",
    "outline/too-large": "test_hostile_files.py",
    "outline/too-long": "test_hostile_files.py",
    "outline/not-utf8": "test_hostile_files.py",
    "outline/too-deep": "test_hostile_files.py",
    "outline/wrong-file": "outline/test_foreign.py",
    # drawings, and a machine without what draws them
    **dict.fromkeys(
        "content/no-svg content/svg-undrawn content/svg-pixels content/svg-face content/svg-changing "
        "content/several-colours content/not-recoloured content/svg-otherwise".split(),
        "content/test_svg.py",
    ),
    # in a file beside the outline
    "content/unread-brand-key": "outline/test_brand.py",
    "content/font-not-fetched": "outline/test_brand.py",
    "content/cover-of-lines": "content/test_covers.py",
    "content/pdf-font": "pdf/test_art.py",
    "content/pdf-left-out": "pdf/test_art.py",
    # files of data, made by the test
    **{code: "data/test_bad_files.py" for code in CODES if code.startswith("data/")},
    # a font with other licence bits than any of ours
    "typeset/font-not-embeddable": "typeset/test_fonts.py",
    # a face without an italic, or some letters, made by the test
    "typeset/collection": "typeset/test_fonts.py",
    "typeset/borrowed-letters": "typeset/test_substitutes.py",
    "typeset/missing-style": "typeset/test_substitutes.py",
    "typeset/loose-marks": "typeset/test_substitutes.py",
    # the dictionary is there where tests run
    "typeset/missing-dictionary": "typeset/test_line_breaks.py",
    # a fault of briefgen, which no outline may bring about
    "layout/outside-frame": "layout/proof/test_verify.py",
    "layout/overlap": "layout/proof/test_verify.py",
    "layout/lost-words": "layout/proof/test_verify.py",
}


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


def test_every_code_is_seen() -> None:
    seen = {line.split()[0] for outline in OUTLINES for line in expected(outline)}
    assert not seen & set(ELSEWHERE)
    asked = [code for code in CODES if code.startswith(("outline/", "content/", "typeset/", "layout/"))]
    assert [code for code in asked if code not in seen and code not in ELSEWHERE] == []
    assert [code for code, test in ELSEWHERE.items() if code not in (TESTS / test).read_text(encoding="utf-8")] == []
    # the rest is about files that are written, and about PDFs
    tests = "\n".join(path.read_text(encoding="utf-8") for path in TESTS.rglob("test_*.py") if path != Path(__file__))
    assert [code for code in CODES if code not in asked and code not in seen and code not in tests] == []


def test_every_code_is_raised() -> None:
    sources = [path for path in Path(briefgen.__file__).parent.rglob("*.py") if path.name != "problem.py"]
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    assert [code for code in CODES if f'"{code}"' not in text] == []
