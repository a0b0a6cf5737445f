"""The pipeline as a function: what is written, what is left alone, what is said."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from briefgen.build import Result, build, check

GOOD = "title: Water for Saltmarsh\ndate: 2026-11-22\nrecommendations: [{action: Mend the pipes.}]\n"
BAD = "title: Water for Saltmarsh\ncolour: red\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "brief.yaml").write_text(GOOD)
    return tmp_path


def codes(result: Result) -> list[str]:
    return [problem.code for problem in result.problems]


def test_build_writes_a_pdf_named_after_the_outline(folder: Path) -> None:
    (folder / "report.yaml").write_text(GOOD)
    result = build("report.yaml")
    assert (result.output, result.pages, result.paper, result.good) == (Path("build/report.pdf"), 1, "A4", True)
    with pikepdf.open(folder / "build" / "report.pdf") as pdf:
        assert len(pdf.pages) == 1
        assert str(pdf.docinfo.Title) == "Water for Saltmarsh"


def test_output_of_ones_own_choice(folder: Path) -> None:
    assert build("brief.yaml", "new/folder/x.pdf").output == Path("new/folder/x.pdf")
    assert (folder / "new/folder/x.pdf").stat().st_size > 1000


def test_check_lays_out_and_writes_nothing(folder: Path) -> None:
    result = check("brief.yaml")
    assert (result.output, result.pages, result.good) == (None, 1, True)
    assert [path.name for path in folder.iterdir()] == ["brief.yaml"]


def test_failed_build_leaves_the_last_good_pdf(folder: Path) -> None:
    build("brief.yaml")
    before = (folder / "build/brief.pdf").read_bytes()
    (folder / "brief.yaml").write_text(BAD)
    result = build("brief.yaml")
    assert not result.good
    assert result.output is None
    assert (folder / "build/brief.pdf").read_bytes() == before
    assert [path.name for path in (folder / "build").iterdir()] == ["brief.pdf"]


def test_strict_counts_warnings_as_errors(folder: Path) -> None:
    (folder / "brief.yaml").write_text(GOOD + "notes: {1: Nobody points here.}\n")
    assert codes(build("brief.yaml")) == ["content/unused-note"]
    (folder / "build/brief.pdf").unlink()
    result = build("brief.yaml", strict=True)
    assert [problem.severity for problem in result.problems] == ["error"]
    assert not result.good
    assert not (folder / "build/brief.pdf").exists()


def test_bytes_do_not_depend_on_the_folder_or_the_run(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other") / "brief.yaml"
    other.write_text(GOOD)
    build("brief.yaml", "one.pdf")
    build(other, "two.pdf", epoch=1)
    assert (folder / "one.pdf").read_bytes() == (folder / "two.pdf").read_bytes()


def test_epoch_dates_a_brief_without_a_date(folder: Path) -> None:
    (folder / "brief.yaml").write_text(GOOD.replace("date: 2026-11-22\n", ""))
    build("brief.yaml", "x.pdf", epoch=86400)
    with pikepdf.open("x.pdf") as pdf:
        assert str(pdf.docinfo.CreationDate) == "D:19700102000000Z"


def folder_as_output(folder: Path) -> str:
    (folder / "x.pdf").mkdir()
    return "x.pdf"


def outline_as_output(_: Path) -> str:
    return "brief.yaml"


def protected_output(folder: Path) -> str:
    (folder / "x.pdf").write_text("the last good one")
    (folder / "x.pdf").chmod(0o444)
    return "x.pdf"


def device_as_output(_: Path) -> str:
    return os.devnull


def file_as_folder(_: Path) -> str:
    return "brief.yaml/x.pdf"


def name_too_long(_: Path) -> str:
    return "x" * 300 + ".pdf"


@pytest.mark.parametrize(
    "make", [folder_as_output, outline_as_output, protected_output, device_as_output, file_as_folder, name_too_long]
)
def test_output_that_cannot_be_written(folder: Path, make: Callable[[Path], str]) -> None:
    output = make(folder)
    before = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    result = build("brief.yaml", output)
    assert codes(result) == ["build/unwritable"]
    assert result.output is None
    assert {path: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


def test_unwritable_output_is_reported_with_the_outline_s_own_problems(folder: Path) -> None:
    (folder / "brief.yaml").write_text(BAD)
    assert set(codes(build("brief.yaml", "brief.yaml"))) == {"build/unwritable", "outline/unknown-key"}


def test_full_disk(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build("brief.yaml")
    before = (folder / "build/brief.pdf").read_bytes()

    def full(self: Path, data: bytes) -> int:
        with self.open("wb") as stream:
            stream.write(data[:100])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_bytes", full)
    assert codes(build("brief.yaml")) == ["build/unwritable"]
    assert (folder / "build/brief.pdf").read_bytes() == before
    assert [path.name for path in (folder / "build").iterdir()] == ["brief.pdf"]


def test_symbolic_link_stays_one(folder: Path) -> None:
    (folder / "real.pdf").write_bytes(b"old")
    (folder / "link.pdf").symlink_to("real.pdf")
    assert build("brief.yaml", "link.pdf").good
    assert (folder / "link.pdf").is_symlink()
    assert (folder / "real.pdf").read_bytes().startswith(b"%PDF")


def test_new_file_has_the_permissions_of_any_new_file(folder: Path) -> None:
    build("brief.yaml", "x.pdf")
    (folder / "plain").touch()
    assert (folder / "x.pdf").stat().st_mode == (folder / "plain").stat().st_mode


def test_progress_names_the_stages(folder: Path) -> None:
    stages: list[str] = []
    build("brief.yaml", progress=stages.append)
    assert stages == ["reading", "setting", "proving", "writing"]
    assert folder.exists()


def test_a_hyphen_that_does_not_break_arrives_as_one(folder: Path) -> None:
    """The default display face has no such glyph; its plain hyphen is shown, and the text says what was written."""
    words = "the long\u2011term plan, the well\u2010made one, the short-term one"
    outline = f"title: {words}\nstandfirst: {words}\nsections:\n  - heading: {words}\n"
    (folder / "brief.yaml").write_text(outline, encoding="utf-8")
    result = build("brief.yaml")
    assert codes(result) == []
    assert result.output is not None
    pdf = pypdfium2.PdfDocument(result.output)
    text = " ".join("".join(page.get_textpage().get_text_bounded() for page in pdf).split())
    pdf.close()
    assert text.count("long\u2011term") >= 3
    assert text.count("short-term") >= 3


def test_what_the_hint_for_a_missing_outline_shows_is_a_brief(tmp_path: Path) -> None:
    outline = tmp_path / "brief.yaml"
    (missing,) = check(outline).problems
    assert (missing.code, str(missing.place)) == ("outline/unreadable", str(outline))
    outline.write_text(missing.hint[missing.hint.index("{") :], encoding="utf-8")
    result = check(outline)
    assert (result.problems, result.pages) == ((), 1)


LONG = {
    "alternative text": (f"sections: [{{content: [{{figure: {{image: a.png, alt: {'é' * 16400}}}}}]}}]", (4, 52)),
    "address": (f"sections: [{{content: ['A [survey of wells](https://example.org/{'é' * 8000})']}}]", (0, 0)),
    "keywords": (f"keywords: [{', '.join('water' * 80 + str(number) for number in range(100))}]", (0, 0)),
}


@pytest.mark.parametrize("name", LONG)
def test_a_text_that_no_string_of_pdfa_can_hold_gives_no_file(folder: Path, name: str) -> None:
    text, place = LONG[name]
    Image.new("L", (600, 450)).save(folder / "a.png")
    (folder / "brief.yaml").write_text(GOOD + text, encoding="utf-8")
    result = build("brief.yaml")
    assert codes(result) == ["build/too-long-text"]
    assert (result.problems[0].place.line, result.problems[0].place.column) == place
    assert result.output is None


def test_the_longest_text_is_good(folder: Path) -> None:
    Image.new("L", (600, 450)).save(folder / "a.png")
    figure = f"sections: [{{content: [{{figure: {{image: a.png, alt: {'é' * 16382}}}}}]}}]"
    (folder / "brief.yaml").write_text(GOOD + figure, encoding="utf-8")
    assert codes(build("brief.yaml")) == []


def test_a_box_whose_blocks_are_all_wrong_gives_problems(folder: Path) -> None:
    box = "sections: [{content: [{box: {heading: H, content: [{figure: {image: none.png, alt: A}}]}}]}]"
    (folder / "brief.yaml").write_text(GOOD + box, encoding="utf-8")
    assert codes(build("brief.yaml")) == ["content/missing-image"]
