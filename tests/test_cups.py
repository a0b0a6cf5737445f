"""What CUPS makes of our files: brief, booklet and press file, through the filter that decides on size and order."""

from itertools import pairwise
from pathlib import Path

import pdfplumber
import pytest
from support.numbered import numbered
from support.queue import FILTER, POINTS, printed

from briefgen.booklet import booklet
from briefgen.build import build
from briefgen.impose.papers import printed as command
from briefgen.impose.scheme import Scheme

pytestmark = pytest.mark.skipif(not FILTER.exists(), reason="cups-filters is not installed")

OUTLINE = "title: Water for Saltmarsh\ndate: 2026-01-01\nrecommendations: [{action: Mend the pipes.}]\n"
Word = tuple[str, float, float]


def options_of(line: str) -> str:
    """The options of a command `lp`, as its filters get them."""
    words = line.split()
    return " ".join(after for word, after in pairwise(words) if word == "-o")


def words_of(file: Path) -> list[list[Word]]:
    """The words of each page as they stand on paper, with their width and their height."""
    with pdfplumber.open(file) as pdf:
        return [[(w["text"], w["x1"] - w["x0"], w["bottom"] - w["top"]) for w in page.extract_words()] for page in pdf.pages]


def sizes(file: Path) -> list[tuple[int, int]]:
    with pdfplumber.open(file) as pdf:
        return [(round(page.width), round(page.height)) for page in pdf.pages]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "brief.yaml").write_text(OUTLINE)
    return tmp_path


def test_a_brief_is_printed_at_its_size(folder: Path) -> None:
    assert build("brief.yaml").output
    made = printed(folder / "build/brief.pdf", "media=A4 sides=two-sided-long-edge print-scaling=none", folder)
    assert sizes(made) == [POINTS["A4"]]
    assert words_of(made)[0] == [pytest.approx(word, abs=0.01) for word in words_of(folder / "build/brief.pdf")[0]]


def test_a_press_file_is_printed_at_its_size_without_its_margin(folder: Path) -> None:
    assert build("brief.yaml", profile="press").output
    made = printed(folder / "build/brief-press.pdf", "media=A4 print-scaling=none", folder)
    assert sizes(made) == [POINTS["A4"]]
    with pdfplumber.open(made) as paper, pdfplumber.open(folder / "build/brief-press.pdf") as file:
        on_paper = {w["text"]: w for w in paper.pages[0].extract_words()}
        in_file = {w["text"]: w for w in file.pages[0].extract_words()}
    shift = (
        in_file["Saltmarsh"]["x0"] - on_paper["Saltmarsh"]["x0"],
        in_file["Saltmarsh"]["top"] - on_paper["Saltmarsh"]["top"],
    )
    assert shift[0] == pytest.approx(shift[1], abs=0.6)
    assert on_paper["Saltmarsh"]["x1"] - on_paper["Saltmarsh"]["x0"] == pytest.approx(
        in_file["Saltmarsh"]["x1"] - in_file["Saltmarsh"]["x0"], abs=0.01
    )


@pytest.mark.parametrize("queue", ["A3", "A4"])
def test_a_booklet_is_printed_whole_by_what_its_line_says(folder: Path, queue: str) -> None:
    numbered(folder / "report.pdf", 8)
    result = booklet("report.pdf")
    assert result.output
    made = printed(result.output, options_of(command(result.output, result.paper, "short")), folder, queue)
    assert sizes(made) == [POINTS["A3"]] * 4
    sides = [sorted(text for text, _, _ in page) for page in words_of(made)]
    assert sides == [sorted(text for text, _, _ in page) for page in words_of(result.output)]
    for paper, file in zip(words_of(made), words_of(result.output), strict=True):  # a quarter turn, and as large
        assert sorted(w[1:][::-1] for w in paper) == [pytest.approx(each, abs=0.1) for each in sorted(w[1:] for w in file)]


def test_a_booklet_for_small_paper_has_its_own_file_and_scale(folder: Path) -> None:
    numbered(folder / "report.pdf", 8)
    large, small = booklet("report.pdf"), booklet("report.pdf", scheme=Scheme(paper="a4"))
    assert (large.output, small.output) == (Path("build/report-booklet.pdf"), Path("build/report-booklet-a4.pdf"))
    assert large.scale == 1
    assert small.scale == pytest.approx(0.7071, abs=0.002)
    assert small.output
    made = printed(small.output, options_of(command(small.output, small.paper, "short")), folder)
    assert sizes(made) == [POINTS["A4"]] * 4


def test_without_the_options_a_booklet_is_made_smaller(folder: Path) -> None:
    """Why the line is there: it fails when CUPS has learnt to listen."""
    numbered(folder / "report.pdf", 4)
    result = booklet("report.pdf")
    assert result.output
    made = printed(result.output, "", folder)
    assert sizes(made) == [POINTS["A4"]] * 2


@pytest.mark.parametrize(("paper", "media"), [("A3", "A3"), ("300 × 400 mm", "Custom.300x400mm")])
def test_names_of_paper(paper: str, media: str) -> None:
    assert command(Path("a b.pdf"), paper, "long") == (
        f"lp -o media={media} -o sides=two-sided-long-edge -o print-scaling=none 'a b.pdf'"
    )
    assert "sides" not in command(Path("a.pdf"), paper, "")
