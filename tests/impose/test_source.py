"""PDFs that somebody damaged, locked or made to break briefgen: a problem each, and never an exception."""

import logging
import os
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name
from support.numbered import box, numbered

from briefgen.booklet import booklet
from briefgen.impose import source
from briefgen.impose.scheme import Scheme

MEMORY = 300_000  # kB
EXAMPLES = int(os.environ.get("BRIEFGEN_EXAMPLES", "80")) // 4


def codes(path: Path, scheme: Scheme | None = None) -> list[str]:
    """What is said about a PDF; asserts that nothing is written when it is an error."""
    target = path.with_name("sheets.pdf")
    result = booklet(path, target, scheme)
    assert target.exists() is result.good
    assert {problem.place.file for problem in result.problems} <= {str(path)}
    return sorted({problem.code for problem in result.problems})


def pdf_with(tmp_path: Path, change: Callable[[pikepdf.Pdf], None], pages: int = 2) -> Path:
    return numbered(tmp_path / "in.pdf", pages, (300, 400), change)


def page_with(tmp_path: Path, **entries: object) -> Path:
    """A PDF whose first page has these entries, or lacks them when they are None."""

    def change(pdf: pikepdf.Pdf) -> None:
        for name, value in entries.items():
            if value is None:
                del pdf.pages[0].obj[f"/{name}"]
            else:
                pdf.pages[0].obj[f"/{name}"] = value

    return pdf_with(tmp_path, change)


def test_files_that_are_no_pdf(tmp_path: Path) -> None:
    path = tmp_path / "in.pdf"
    assert codes(path) == ["impose/unreadable"]
    for data in (b"", b"title: Wells\n", b"%PDF-1.7\n", os.urandom(2000), b"%PDF-1.7\ntrailer <</Root 1 0 R>>\n%%EOF"):
        path.write_bytes(data)
        assert codes(path) == ["impose/unreadable"]
    path.unlink()
    path.mkdir()
    assert codes(path) == ["impose/unreadable"]


def test_a_password_that_is_needed(tmp_path: Path) -> None:
    path = numbered(tmp_path / "open.pdf", 2)
    with pikepdf.open(path) as pdf:
        pdf.save(tmp_path / "in.pdf", encryption=pikepdf.Encryption(owner="o", user="u"))
    assert codes(tmp_path / "in.pdf") == ["impose/encrypted"]


@pytest.mark.parametrize("may_print", [True, False])
def test_a_password_for_the_owner_only(tmp_path: Path, may_print: bool) -> None:
    """Such a file opens without one; it is imposed if it may be printed."""
    path = numbered(tmp_path / "open.pdf", 2)
    allow = pikepdf.Permissions(print_highres=may_print, print_lowres=may_print)
    with pikepdf.open(path) as pdf:
        pdf.save(tmp_path / "in.pdf", encryption=pikepdf.Encryption(owner="o", user="", allow=allow))
    assert codes(tmp_path / "in.pdf") == ([] if may_print else ["impose/encrypted"])
    if may_print:
        with pikepdf.open(tmp_path / "sheets.pdf") as pdf:
            assert not pdf.is_encrypted
            assert b"(1) Tj" in pdf.pages[0].obj.Resources.XObject.P1.read_bytes()


def test_no_pages(tmp_path: Path) -> None:
    assert codes(pdf_with(tmp_path, lambda pdf: pdf.pages.__delitem__(slice(None)))) == ["impose/unreadable"]


def test_too_many_pages(tmp_path: Path) -> None:
    assert codes(numbered(tmp_path / "in.pdf", source.MAX_PAGES + 1, (30, 40))) == ["impose/too-large"]


def test_many_pages_are_slow_to_fold(tmp_path: Path) -> None:
    assert codes(numbered(tmp_path / "in.pdf", 101, (30, 40))) == ["impose/thick-booklet"]
    assert codes(numbered(tmp_path / "in.pdf", 101, (30, 40)), Scheme(4)) == []
    assert codes(numbered(tmp_path / "in.pdf", 40, (300, 400)), Scheme(thickness=2)) == ["impose/thick-booklet"]


def test_too_many_bytes(tmp_path: Path) -> None:
    path = tmp_path / "in.pdf"
    with path.open("wb") as stream:
        stream.write(b"%PDF-1.7\n")
        stream.truncate(source.MAX_BYTES + 1)
    assert codes(path) == ["impose/too-large"]


@pytest.mark.parametrize(
    "entries",
    [
        {"MediaBox": Array([0, 0, 0, 0])},
        {"MediaBox": Array([0, 0, 1, 1])},
        {"MediaBox": Array([0, 0, 99999, 99999])},
        {"UserUnit": 0},
        {"UserUnit": Name("/Inch")},
        {"Rotate": 45},
        {"Rotate": Name("/Left")},
        {"Contents": Name("/Nothing")},
        {"Contents": Dictionary(Length=3)},
        {"Contents": Array([Dictionary(Length=3)])},
    ],
    ids=str,
)
def test_pages_that_cannot_be_placed(tmp_path: Path, entries: dict[str, object]) -> None:
    assert codes(page_with(tmp_path, **entries)) == ["impose/bad-page"]


@pytest.mark.parametrize("value", [None, Name("/A4"), Array([0, 0, Name("/Wide"), 10])], ids=str)
def test_a_page_without_a_size_is_taken_for_letter(tmp_path: Path, value: object) -> None:
    """qpdf repairs it so, as viewers do; that is said."""
    assert codes(page_with(tmp_path, MediaBox=value)) == ["impose/damaged", "impose/mixed-sizes"]


def test_pages_without_contents_or_resources_are_blank(tmp_path: Path) -> None:
    assert codes(page_with(tmp_path, Contents=None)) == []
    assert codes(page_with(tmp_path, Resources=None)) == ["impose/damaged"]
    assert codes(page_with(tmp_path, Group=Name("/None"))) == []


def test_pages_of_different_sizes(tmp_path: Path) -> None:
    path = page_with(tmp_path, MediaBox=box(0, 0, 400, 300))
    assert codes(path) == ["impose/mixed-sizes"]


def test_a_file_cut_short_is_repaired_and_said_to_be(tmp_path: Path) -> None:
    path = numbered(tmp_path / "in.pdf", 4)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.save(path, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    path.write_bytes(path.read_bytes()[:-60])
    assert codes(path) == ["impose/damaged"]


def test_a_page_tree_in_a_circle(tmp_path: Path) -> None:
    def bend(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Pages.Kids.append(pdf.Root.Pages)

    def orphan(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Pages.Parent = pdf.Root.Pages
        del pdf.pages[0].obj["/MediaBox"]

    assert set(codes(pdf_with(tmp_path, bend))) <= {"impose/damaged", "impose/unreadable"}
    assert codes(pdf_with(tmp_path, orphan)) == ["impose/damaged", "impose/mixed-sizes"]


def test_objects_that_lead_back_to_the_pages(tmp_path: Path) -> None:
    """Copying the resources of a page must not copy the whole document."""

    def tie(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Resources.Tie = pdf.Root
        pdf.pages[1].obj.Resources.Tie = pdf.pages[0].obj

    path = pdf_with(tmp_path, tie)
    codes(path)
    with pikepdf.open(path.with_name("sheets.pdf")) as pdf:
        assert len(pdf.pages) == 2


def test_qpdf_does_not_speak_for_itself(caplog: pytest.LogCaptureFixture) -> None:
    before = pikepdf.settings.get_qpdf_limits()
    with source.bounded():
        logging.getLogger("pikepdf._core").error("ignoring")
        assert pikepdf.settings.get_qpdf_limits() != before
    assert not caplog.records
    assert pikepdf.settings.get_qpdf_limits() == before
    logging.getLogger("pikepdf._core").error("said")
    assert len(caplog.records) == 1


def test_streams_that_unpack_without_end(tmp_path: Path) -> None:
    """Eighty megabytes of blanks, twice, are refused; in one stream they are passed on as they are."""
    bomb = zlib.compress(b" " * (80 << 20), 1)

    def pack(pdf: pikepdf.Pdf, pieces: int) -> None:
        streams = [pdf.make_stream(bomb, Filter=Name.FlateDecode) for _ in range(pieces)]
        pdf.pages[0].obj.Contents = Array(streams) if pieces > 1 else streams[0]

    # by way of a small process: the system counts the memory of whoever starts a process to that process
    watch = (
        "import resource, subprocess, sys\n"
        "command = [sys.executable, '-m', 'briefgen', 'booklet', 'in.pdf', '-o', 'sheets.pdf', '-q']\n"
        "done = subprocess.run(command, capture_output=True, text=True)\n"
        "print(done.stderr, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    for pieces, expected in ((2, ["impose/bad-page:"]), (1, [])):
        pdf_with(tmp_path, lambda pdf, pieces=pieces: pack(pdf, pieces))  # type: ignore[misc]  # nothing types a lambda
        done = subprocess.run([sys.executable, "-c", watch], cwd=tmp_path, capture_output=True, text=True, check=True)
        *said, memory = done.stdout.split()
        assert [word for word in said if word.startswith("impose/")] == expected
        assert int(memory) // (1024 if sys.platform == "darwin" else 1) < MEMORY


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_damage_gives_problems_and_no_exception(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    folder = tmp_path_factory.mktemp("damage")
    path = numbered(folder / "in.pdf", 3, (300, 400))
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at : at + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=4))
    path.write_bytes(content)
    booklet(path, folder / "sheets.pdf", Scheme(data.draw(st.sampled_from([0, 2]))))
