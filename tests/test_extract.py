"""The source that a PDF carries, given back; and PDFs that somebody made to break out of the folder, or that carry none."""

import io
import json
import os
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream
from PIL import Image

from briefgen.build import Profile, build
from briefgen.cli import main
from briefgen.extract import Extraction, extract

OUTLINE = """\
\ufefftitle: Count every drop
date: 2026-11-22
publisher: {name: Institute, logo: "./assets/../assets/logo.png"}
sections:
  - content:
      - figure: {image: assets\\map.jpg, alt: A map of wells}
      - figure: {image: assets/map.jpg, decorative: true}
design: {embed_source: true, typefaces: {display: fonts/Square.ttf, fallback: [fonts/Square.ttf]}}
""".replace("\n", "\r\n").encode()
NAMES = ["report.yaml", "assets/logo.png", "assets/map.jpg", "fonts/Square.ttf"]


@pytest.fixture
def source(tmp_path: Path, square_font: Path) -> Path:
    """A folder with an outline that names files."""
    folder = tmp_path / "source"
    (folder / "assets").mkdir(parents=True)
    (folder / "fonts").mkdir()
    (folder / "report.yaml").write_bytes(OUTLINE)
    Image.linear_gradient("L").resize((1200, 600)).save(folder / "assets" / "logo.png")
    Image.radial_gradient("L").resize((1200, 600)).save(folder / "assets" / "map.jpg", comment=b"mine")
    (folder / "fonts" / "Square.ttf").write_bytes(square_font.read_bytes())
    return folder


def said(made: Extraction) -> list[str]:
    assert made.files == ()
    return [problem.code for problem in made.problems]


@pytest.mark.parametrize("profile", ["office", "press", "gray"])
def test_what_went_in_comes_out(source: Path, tmp_path: Path, profile: Profile) -> None:
    first = build(source / "report.yaml", tmp_path / "report.pdf", profile=profile)
    assert [problem.code for problem in first.problems if problem.severity == "error"] == []
    made = extract(tmp_path / "report.pdf", tmp_path / "out")
    assert made.good
    assert [path.relative_to(tmp_path / "out").as_posix() for path in made.files] == NAMES
    for name in NAMES:
        assert (tmp_path / "out" / name).read_bytes() == (source / name).read_bytes(), name
    again = build(made.files[0], tmp_path / "again.pdf", profile=profile)
    assert again.output is not None
    assert again.output.read_bytes() == (tmp_path / "report.pdf").read_bytes()


def test_the_files_are_associated_with_the_document(source: Path, tmp_path: Path) -> None:
    build(source / "report.yaml", tmp_path / "report.pdf")
    with pikepdf.open(tmp_path / "report.pdf") as pdf:
        found = {str(entry.UF): entry for entry in pdf.Root.AF}
        assert list(found) == NAMES
        assert [str(found[name].AFRelationship) for name in NAMES] == ["/Source", *["/Supplement"] * 3]
        assert [str(found[name].EF.F.Subtype) for name in NAMES] == [
            *("/application/yaml", "/image/png", "/image/jpeg", "/font/ttf"),
        ]
        assert [str(key) for key in list(pdf.Root.Names.EmbeddedFiles.Names)[::2]] == sorted(NAMES)
        for name, entry in found.items():
            parameters = entry.EF.F.Params
            assert entry.F == entry.UF
            assert str(entry.Desc)
            assert parameters.Size == len((source / name).read_bytes())
            assert str(parameters.ModDate) == "D:20261122000000Z"
        assert "/Dests" in pdf.Root.Names  # beside the other tree
        with pdf.open_metadata() as packet:
            assert (packet["pdfaid:part"], packet["pdfaid:conformance"], packet["pdfuaid:part"]) == ("3", "A", "1")


def test_without_a_date_nothing_is_dated(source: Path, tmp_path: Path) -> None:
    (source / "report.yaml").write_text("title: Wells\ndesign: {embed_source: yes}\n")
    build(source / "report.yaml", tmp_path / "report.pdf")
    with pikepdf.open(tmp_path / "report.pdf") as pdf:
        assert [str(entry.UF) for entry in pdf.Root.AF] == ["report.yaml"]
        assert "/ModDate" not in pdf.Root.AF[0].EF.F.Params


def test_the_command(source: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(source.parent)
    build(source / "report.yaml", "report.pdf")
    assert main(["extract", "report.pdf"]) == 0
    assert capfd.readouterr().out == f"{Path('report/report.yaml')}, and 3 files that it names\n"
    assert main(["extract", "report.pdf"]) == 1
    seen = capfd.readouterr()
    assert seen.out == ""
    assert seen.err.count("error extract/exists") == len(NAMES)
    assert main(["extract", "report.pdf", "-o", "new", "--format", "json"]) == 0
    answer = json.loads(capfd.readouterr().out)
    assert (Path(answer["output"]), answer["problems"]) == (Path("new/report.yaml"), [])
    assert main(["extract", "none.pdf", "--format", "json"]) == 1
    assert json.loads(capfd.readouterr().out)["problems"][0]["code"] == "extract/unreadable"
    with pytest.raises(SystemExit) as caught:
        main(["extract"])
    assert caught.value.code == 2


def test_nothing_is_written_over(source: Path, tmp_path: Path) -> None:
    build(source / "report.yaml", tmp_path / "report.pdf")
    kept = tmp_path / "out" / "assets" / "map.jpg"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"mine")
    assert said(extract(tmp_path / "report.pdf", tmp_path / "out")) == ["extract/exists"]
    assert kept.read_bytes() == b"mine"
    assert [path for path in (tmp_path / "out").rglob("*") if path.is_file()] == [kept]


def test_what_cannot_be_written_leaves_nothing_behind(source: Path, tmp_path: Path) -> None:
    build(source / "report.yaml", tmp_path / "report.pdf")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "fonts").write_bytes(b"no folder")
    assert said(extract(tmp_path / "report.pdf", tmp_path / "out")) == ["extract/unwritable"]
    assert [path.name for path in (tmp_path / "out").rglob("*") if path.is_file()] == ["fonts"]


def carrier(*files: tuple[str, bytes], change: Callable[[Any], object] = str) -> bytes:
    """A PDF that carries files, the first as its source, each changed by `change`."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    entries = []
    for number, (name, data) in enumerate(files):
        stream = pdf.make_indirect(Stream(pdf, data))
        relation = Name.Supplement if number else Name.Source
        entry = Dictionary(Type=Name.Filespec, F=name, UF=name, AFRelationship=relation, EF=Dictionary(F=stream))
        change(entry)
        entries.append(pdf.make_indirect(entry))
    pdf.Root.AF = Array(entries)
    return saved(pdf)


def saved(pdf: pikepdf.Pdf, **how: Any) -> bytes:
    buffer = io.BytesIO()
    pdf.save(buffer, compress_streams=False, **how)
    return buffer.getvalue()


GOOD = ("brief.yaml", b"title: Wells\n")


def locked(**passwords: Any) -> bytes:
    return saved(pikepdf.open(io.BytesIO(carrier(GOOD))), encryption=pikepdf.Encryption(**passwords))


def take(data: bytes, folder: Path) -> Extraction:
    folder.mkdir(exist_ok=True)
    (folder / "in.pdf").write_bytes(data)
    return extract(folder / "in.pdf", folder / "deep" / "out")


def test_a_carrier_of_another_make_will_do(tmp_path: Path) -> None:
    made = take(carrier(GOOD, ("a/b.png", b"\x89PNG")), tmp_path)
    assert [path.read_bytes() for path in made.files] == [GOOD[1], b"\x89PNG"]


@pytest.mark.parametrize(
    "name",
    [
        *("../brief.yaml", "/etc/brief.yaml", "a/../../b", "a//b", "./b", "", "..", "C:b", "C:/b", "a\\b"),
        *("a\nb", "a\0b", "a\u202eb", "x" * 256, "BRIEF.yaml", "brief.yaml/b", "brief.yaml"),
    ],
)
def test_a_name_is_a_path_within_the_folder(tmp_path: Path, name: str) -> None:
    before = sorted(tmp_path.rglob("*"))
    assert said(take(carrier(GOOD, (name, b"x")), tmp_path)) == ["extract/bad-name"]
    assert sorted(tmp_path.rglob("*")) == [*before, tmp_path / "in.pdf"]


def test_no_way_out_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "deep" / "out").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "deep" / "out" / "a").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "deep" / "out" / "c").symlink_to(tmp_path / "elsewhere" / "new")  # leads to nothing yet
    assert said(take(carrier(GOOD, ("a/b", b"x")), tmp_path)) == ["extract/bad-name"]
    assert said(take(carrier(GOOD, ("c", b"x")), tmp_path)) == ["extract/exists"]
    assert list((tmp_path / "elsewhere").iterdir()) == []


ROOM = 1 << 22


def full(entry: Any) -> None:
    entry.EF.F.write(zlib.compress(bytes(ROOM)), filter=Name.FlateDecode)


def bomb(entry: Any) -> None:
    entry.EF.F.write(zlib.compress(bytes(ROOM + 1)), filter=Name.FlateDecode)


def cut(entry: Any) -> None:
    entry.EF.F.write(zlib.compress(os.urandom(1000))[:500], filter=Name.FlateDecode)


def garbled(entry: Any) -> None:
    entry.EF.F.write(b"no zlib", filter=Name.FlateDecode)


def of_another_sum(entry: Any) -> None:
    entry.EF.F.Params = Dictionary(CheckSum=pikepdf.String(bytes(16)))


def nowhere(entry: Any) -> None:
    entry.EF = 3


def oddly_packed(entry: Any) -> None:
    entry.EF.F.write(b"61>", filter=Name.ASCIIHexDecode)


def no_source(entry: Any) -> None:
    entry.AFRelationship = Name.Data


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (bomb, "extract/too-large"),
        (cut, "extract/damaged"),
        (garbled, "extract/damaged"),
        (of_another_sum, "extract/damaged"),
        (nowhere, "extract/damaged"),
        (oddly_packed, "extract/damaged"),
        (no_source, "extract/no-source"),
    ],
)
def test_what_a_pdf_may_hold_instead(
    tmp_path: Path, change: Callable[[Any], None], code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefgen.extract.MOST_BYTES", ROOM)
    assert take(carrier(GOOD, change=full), tmp_path / "good").good
    assert said(take(carrier(GOOD, change=change), tmp_path)) == [code]


def without_files() -> bytes:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    return saved(pdf)


def of_no_type() -> bytes:
    pdf = pikepdf.open(io.BytesIO(carrier(GOOD)))
    pdf.Root.AF = Array([3, Name.No])
    return saved(pdf)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"title: Wells", "extract/not-a-pdf"),
        (b"", "extract/not-a-pdf"),
        (b"%PDF-1.7\nand no more", "extract/damaged"),
        (carrier(GOOD)[:200], "extract/damaged"),
        (of_no_type(), "extract/damaged"),
        (carrier(), "extract/no-source"),
        (without_files(), "extract/no-source"),
        (locked(owner="a", user="b"), "extract/encrypted"),
        (locked(owner="a"), "extract/encrypted"),
        (carrier(GOOD, *((f"{number}", b"") for number in range(1000))), "extract/too-large"),
    ],
)
def test_a_file_that_gives_nothing(tmp_path: Path, data: bytes, code: str) -> None:
    assert said(take(data, tmp_path)) == [code]


def test_a_folder_gives_nothing(tmp_path: Path) -> None:
    assert said(extract(tmp_path)) == ["extract/unreadable"]
    assert said(extract("no\0name.pdf")) == ["extract/unreadable"]
