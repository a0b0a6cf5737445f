"""One outline for an office, a press and a photocopier."""

from pathlib import Path

import pikepdf
import pytest
from support.profiles import press_profile

from briefgen.build import Profile, Result, build, check

OUTLINE = """\
title: Water for Saltmarsh
date: 2026-11-22
sections: [{content: ["See [the survey](https://example.org/survey)."]}]
recommendations: [{action: Mend the pipes.}]
print: {profile: press.icc}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "brief.yaml").write_text(OUTLINE)
    (tmp_path / "press.icc").write_bytes(press_profile())
    return tmp_path


def said(result: Result) -> list[str]:
    return [f"{problem.code} {problem.place.line}:{problem.place.column}" for problem in result.problems]


def words(path: Path) -> str:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as pdf:
        return " ".join(page.get_textpage().get_text_range() for page in pdf)


def test_each_profile_has_a_file_of_its_own(folder: Path) -> None:
    assert build("brief.yaml").output == Path("build/brief.pdf")
    assert build("brief.yaml", profile="press").output == Path("build/brief-press.pdf")
    assert build("brief.yaml", profile="gray").output == Path("build/brief-gray.pdf")
    assert build("brief.yaml", "x.pdf", profile="press").output == Path("x.pdf")
    with pikepdf.open(folder / "build/brief-press.pdf") as pdf:
        assert [str(intent.S) for intent in pdf.Root.OutputIntents] == ["/GTS_PDFA1", "/GTS_PDFX"]
        assert pdf.pdf_version == "1.6"


@pytest.mark.usefixtures("folder")
def test_paper_has_the_addresses_of_links() -> None:
    wanted: dict[Profile, bool] = {"office": False, "press": True, "gray": True}
    for profile, there in wanted.items():
        output = build("brief.yaml", profile=profile).output
        assert output is not None
        assert ("https://example.org/survey" in words(output)) == there


def test_press_file_is_the_same_each_time(folder: Path) -> None:
    build("brief.yaml", "a.pdf", profile="press")
    build("brief.yaml", "b.pdf", profile="press")
    assert (folder / "a.pdf").read_bytes() == (folder / "b.pdf").read_bytes()


def test_press_file_has_to_be_dated(folder: Path) -> None:
    (folder / "brief.yaml").write_text(OUTLINE.replace("date: 2026-11-22\n", ""))
    assert said(build("brief.yaml", profile="press")) == ["print/no-date 0:0"]
    assert said(check("brief.yaml", profile="press")) == ["print/no-date 0:0"]
    assert said(build("brief.yaml", profile="press", epoch=0)) == []
    assert said(build("brief.yaml")) == []


def test_unsound_profile_leaves_the_last_good_file(folder: Path) -> None:
    output = build("brief.yaml", profile="press").output
    assert output is not None
    before = output.read_bytes()
    good = press_profile()
    (folder / "press.icc").write_bytes(good[:300] + bytes(len(good) - 300))  # the tags are there, and nothing in them
    result = build("brief.yaml", profile="press")
    assert said(result) == ["print/bad-profile 5:18"]
    assert output.read_bytes() == before


def test_light_accent_is_warned_of_in_gray_only(folder: Path) -> None:
    (folder / "brief.yaml").write_text(OUTLINE + 'design: {accent: "#e0a000"}\n')
    assert "print/tints-merge 6:18" in said(build("brief.yaml", profile="gray"))
    assert "print/tints-merge 6:18" not in said(build("brief.yaml"))
