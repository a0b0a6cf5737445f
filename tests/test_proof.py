"""What the judge finds in a press file is said at the outline's own places."""

from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from support.profiles import press_profile

from briefgen.build import build

OUTLINE = """\
title: Water for Saltmarsh
date: 2026-11-22
sections:
  - content:
      - figure:
          image: map.png
          alt: A map
recommendations: [{action: Mend the pipes.}]
print: {profile: press.icc}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "brief.yaml").write_text(OUTLINE)
    (tmp_path / "press.icc").write_bytes(press_profile())
    return tmp_path


def map_of(width: int) -> None:
    Image.new("RGB", (width, width // 2), (90, 120, 200)).save("map.png")


@pytest.mark.usefixtures("folder")
def test_a_picture_too_coarse_for_a_press_is_an_error_at_its_place() -> None:
    """A figure is set smaller; the picture of a cover has its size."""
    map_of(459)
    cover = "design: {cover: {picture: map.png, alt: A map}}\n"
    Path("brief.yaml").write_text(cover + OUTLINE)
    result = build("brief.yaml", profile="press")
    problem = next(problem for problem in result.problems if problem.severity == "error")
    assert (problem.code, str(problem.place), problem.severity) == ("print/low-resolution", "brief.yaml:1:27", "error")
    assert problem.hint
    assert result.output is None
    assert not Path("build").exists()


@pytest.mark.usefixtures("folder")
def test_a_figure_too_coarse_for_a_press_is_set_smaller_there() -> None:
    map_of(459)
    result = build("brief.yaml", profile="press")
    said = [(problem.code, str(problem.place), problem.severity) for problem in result.problems]
    assert said == [
        ("layout/image-coarse", "brief.yaml:6:18", "warning"),
        ("print/low-resolution", "brief.yaml:6:18", "warning"),
    ]
    assert result.problems[0].message == "map.png has too few pixels for 81 mm; it is set at 52 mm wide"
    assert result.problems[0].hint == "take one that is at least 720 pixels wide"
    assert result.output == Path("build/brief-press.pdf")
    assert build("brief.yaml").problems == ()


@pytest.mark.usefixtures("folder")
def test_a_picture_that_will_do_is_a_warning() -> None:
    map_of(800)
    result = build("brief.yaml", profile="press")
    assert [(problem.code, problem.severity) for problem in result.problems] == [("print/low-resolution", "warning")]
    assert result.output == Path("build/brief-press.pdf")
    assert build("brief.yaml", "strict.pdf", profile="press", strict=True).output is None
    assert not Path("strict.pdf").exists()


@pytest.mark.usefixtures("folder")
def test_a_fine_picture_is_passed_over_in_silence() -> None:
    map_of(1000)
    assert build("brief.yaml", profile="press").problems == ()


@pytest.mark.usefixtures("folder")
def test_beside_a_page_of_another_an_office_file_may_have_a_coarse_picture() -> None:
    map_of(250)
    with pikepdf.new() as other:
        page = other.add_blank_page(page_size=(100, 100))
        page.Contents = other.make_stream(b"0 0 1 rg 10 10 80 80 re f")
        other.save("other.pdf")
    Path("brief.yaml").write_text(
        OUTLINE.replace("recommendations", "      - figure: {image: other.pdf, alt: A square}\nrecommendations")
    )
    assert build("brief.yaml").problems == ()
