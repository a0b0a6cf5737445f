"""Sheets as files: read back by other readers, folded, looked at as pixels."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import ImageChops
from support.numbered import A4, box, folded, halves, numbered, pictures

from briefgen.booklet import Imposed, booklet
from briefgen.build import build
from briefgen.geometry import mm
from briefgen.impose.scheme import Scheme

READERS = [
    ["qpdf", "--check", "FILE"],
    ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dPDFSTOPONERROR", "-sDEVICE=nullpage", "FILE"],
    ["pdftotext", "FILE", "-"],
    ["mutool", "draw", "-q", "-F", "txt", "FILE"],
]
NOISE = {"warning: ICC support is not available"}
OUTLINE = Path(__file__).parents[2] / "brief.yaml"


def made(source: Path, scheme: Scheme | None = None) -> tuple[Imposed, Path]:
    result = booklet(source, source.with_name("sheets.pdf"), scheme)
    assert result.output is not None, result.problems
    return result, result.output


@pytest.mark.parametrize("flip", ["short", "long"])
@pytest.mark.parametrize("pages", range(1, 21))
def test_the_folded_booklet_reads_in_order(tmp_path: Path, pages: int, flip: Literal["short", "long"]) -> None:
    result, path = made(numbered(tmp_path / "in.pdf", pages), Scheme(flip=flip))
    blank = -pages % 4
    assert (result.pages, result.blanks, result.sides, result.paper) == (pages, blank, (pages + blank) // 2, "A3")
    assert folded(halves(path), flip) == [*range(1, pages + 1), *[None] * blank]


@pytest.mark.parametrize("flip", ["short", "long"])
def test_a_booklet_of_slender_pages_folds_too(tmp_path: Path, flip: Literal["short", "long"]) -> None:
    """Two of them make a sheet that is higher than wide, whose short edges are head and foot."""
    _, path = made(numbered(tmp_path / "in.pdf", 8, (200, 600)), Scheme(flip=flip))
    assert folded(halves(path), flip, wide=False) == [*range(1, 9)]


def test_the_wrong_flip_would_be_noticed(tmp_path: Path) -> None:
    _, path = made(numbered(tmp_path / "in.pdf", 8), Scheme(flip="short"))
    with pytest.raises(AssertionError):
        folded(halves(path), "long")


def test_inner_pages_move_into_the_fold(tmp_path: Path) -> None:
    source = numbered(tmp_path / "in.pdf", 12)
    (_, path) = made(source)
    plain = halves(path)
    (_, path) = made(source, Scheme(thickness=mm(0.2)))
    for index, (before, after) in enumerate(zip(plain, halves(path), strict=True)):
        shift = mm(0.2) * (index // 2)
        assert after["left"].x - before["left"].x == pytest.approx(shift, abs=1e-3)
        assert before["right"].x - after["right"].x == pytest.approx(shift, abs=1e-3)


def test_nothing_shows_beyond_the_fold(tmp_path: Path) -> None:
    def darken(pdf: pikepdf.Pdf) -> None:
        pdf.pages[4].Contents = pdf.make_stream(b"0 g -500 -500 5000 5000 re f")  # page 5, left of which page 4 stands

    _, path = made(numbered(tmp_path / "in.pdf", 8, change=darken), Scheme(thickness=mm(1), fold_marks=False))
    side = pictures(path)[3]
    fold = side.width // 2
    assert side.getpixel((fold + 3, 300)) == 0
    assert side.getpixel((fold - 3, 300)) == 255


def handouts(tmp_path: Path, n_up: Literal[2, 4]) -> list[list[int]]:
    _, path = made(numbered(tmp_path / "in.pdf", 5), Scheme(n_up))
    done = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True)
    return [[int(word) for word in side.split()] for side in done.stdout.split("\f") if side.strip()]


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed; .ci/run installs it")
def test_handouts_are_read_from_left_to_right_and_down(tmp_path: Path) -> None:
    assert handouts(tmp_path, 2) == [[1, 2], [3, 4], [5]]
    assert handouts(tmp_path, 4) == [[1, 2, 3, 4], [5]]


def test_pages_of_a_handout_are_framed(tmp_path: Path) -> None:
    _, path = made(numbered(tmp_path / "in.pdf", 2, (400, 600)), Scheme(2, paper="a4"))
    side = pictures(path, 2)[0]
    across = side.crop((0, side.height // 2, side.width, side.height // 2 + 1)).tobytes()
    assert sum(value < 200 for value in across) >= 4


def pieces(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    lines = page.obj.Contents.read_bytes().split(b"\n")
    page.obj.Contents = Array([pdf.make_stream(line) for line in lines])


def change(**entries: object) -> Callable[[pikepdf.Pdf, pikepdf.Page], None]:
    return lambda _, page: page.obj.update({f"/{name}": value for name, value in entries.items()})


CHANGES = {
    "as it is": change(),
    "turned right": change(Rotate=90),
    "on its head": change(Rotate=-180),
    "turned left": change(Rotate=630),
    "cropped": change(CropBox=box(50, 80, 350, 500)),
    "cropped and turned": change(CropBox=box(50, 80, 350, 500), Rotate=90),
    "cropped beyond the page": change(CropBox=box(-50, 100, 1000, 1000)),
    "corners in another order": change(MediaBox=box(400, 600, 0, 0)),
    "origin elsewhere": change(MediaBox=box(-30, -70, 370, 530)),
    "boxes that are none": change(CropBox=Array([1, 2]), TrimBox=Name("/None"), Group=Name("/None")),
    "contents in pieces": pieces,
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_page_looks_on_its_sheet_as_it_does_alone(tmp_path: Path, name: str) -> None:
    def apply(pdf: pikepdf.Pdf) -> None:
        CHANGES[name](pdf, pdf.pages[0])

    source = numbered(tmp_path / "in.pdf", 1, (400, 600), apply)
    _, path = made(source, Scheme(fold_marks=False))
    alone, sheet = pictures(source)[0], pictures(path)[0]
    half = sheet.crop((sheet.width - alone.width, 0, sheet.width, sheet.height))
    assert half.size == alone.size
    difference = ImageChops.difference(half, alone).point(lambda value: 255 if value > 100 else 0)
    assert sum(difference.histogram()[255:]) < 0.002 * half.width * half.height


def test_user_units_make_a_page_larger(tmp_path: Path) -> None:
    """pdfium does not know them, so that a picture would not show it."""
    half = (A4[0] / 2, A4[1] / 2)
    result, _ = made(numbered(tmp_path / "in.pdf", 1, half, lambda pdf: change(UserUnit=2)(pdf, pdf.pages[0])))
    assert (result.paper, result.problems) == ("A3", ())


def test_the_trim_is_what_is_placed(tmp_path: Path) -> None:
    def bleed(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            page.obj.MediaBox = box(-20, -20, A4[0] + 20, A4[1] + 20)
            page.obj.TrimBox = box(0, 0, *A4)

    result, path = made(numbered(tmp_path / "in.pdf", 4, change=bleed))
    assert result.paper == "A3"
    with pikepdf.open(path) as pdf:
        assert [float(v) for v in pdf.pages[0].obj.Resources.XObject.P1.BBox] == pytest.approx([0, 0, *A4], abs=1e-2)


def test_attributes_come_from_the_page_tree(tmp_path: Path) -> None:
    def hoist(pdf: pikepdf.Pdf) -> None:
        tree = pdf.Root.Pages
        first = pdf.pages[0].obj
        tree.MediaBox, tree.Resources, tree.Rotate = first.MediaBox, first.Resources, 90
        for page in pdf.pages:
            for name in ("/MediaBox", "/Resources"):
                del page.obj[name]

    result, path = made(numbered(tmp_path / "in.pdf", 4, change=hoist))
    assert result.paper == "594 × 210 mm"
    assert {half.number for side in halves(path) for half in side.values()} == {1, 2, 3, 4}


def test_what_annotations_print_is_not_lost(tmp_path: Path) -> None:
    def stamp(pdf: pikepdf.Pdf) -> None:
        look = pdf.make_stream(b"0 g 0 0 100 50 re f")
        look.Type, look.Subtype, look.BBox = Name.XObject, Name.Form, box(0, 0, 100, 50)
        note = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=box(150, 500, 250, 550), F=4, AP=Dictionary(N=look))
        link = Dictionary(
            Type=Name.Annot, Subtype=Name.Link, Rect=box(0, 0, 9, 9), A=Dictionary(S=Name.URI, URI="https://example.org")
        )
        pdf.pages[0].Annots = Array([pdf.make_indirect(note), pdf.make_indirect(link)])

    _, path = made(numbered(tmp_path / "in.pdf", 1, (400, 600), stamp))
    side = pictures(path)[0]
    assert side.getpixel((600, 75)) == 0
    with pikepdf.open(path) as pdf:
        assert all("/Annots" not in page.obj for page in pdf.pages)


def test_layers_that_are_off_stay_off(tmp_path: Path) -> None:
    def layer(pdf: pikepdf.Pdf) -> None:
        group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Draft"))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group])))
        pdf.pages[0].obj.Resources.Properties = Dictionary(L1=group)
        pdf.pages[0].Contents = pdf.make_stream(b"/OC /L1 BDC 0 g 0 0 5000 5000 re f EMC")

    _, path = made(numbered(tmp_path / "in.pdf", 1, (400, 600), layer))
    assert pictures(path)[0].getpixel((600, 300)) == 255


@pytest.fixture(scope="module")
def brief(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first brief as a booklet."""
    result = booklet(OUTLINE, tmp_path_factory.mktemp("brief") / "booklet.pdf")
    assert result.output is not None
    return result.output


@pytest.mark.parametrize("command", READERS, ids=lambda command: command[0])
def test_readers_open_it_without_a_word(brief: Path, command: list[str]) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed; .ci/run installs it")
    done = subprocess.run(
        [part.replace("FILE", str(brief)) for part in command], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert not set(done.stderr.splitlines()) - NOISE
    if command[0] in {"pdftotext", "mutool"}:
        assert "Built for another war" in done.stdout


def test_the_sheets_claim_no_standard_and_keep_the_title(brief: Path) -> None:
    with pikepdf.open(brief) as pdf:
        packet = pdf.Root.Metadata.read_bytes()
        assert b"pdfaid" not in packet
        assert b"pdfuaid" not in packet
        assert b"pdfxid" not in packet
        assert b"Built for another war" in packet
        assert str(pdf.docinfo.Title) == "Built for another war"
        assert not {"/MarkInfo", "/StructTreeRoot", "/Outlines", "/Names"} & set(pdf.Root.keys())
        assert pdf.Root.ViewerPreferences.Duplex == "/DuplexFlipShortEdge"
        assert pdf.Root.ViewerPreferences.PrintScaling == "/None"


def test_streams_are_placed_as_they_were(tmp_path: Path) -> None:
    """No drawing, font or picture is written anew."""
    built = build(OUTLINE, tmp_path / "brief.pdf").output
    assert built is not None
    _, path = made(built)
    with pikepdf.open(built) as before, pikepdf.open(path) as after:
        kept = {bytes(o.read_raw_bytes()) for o in after.objects if isinstance(o, pikepdf.Stream)}
        for page in before.pages:
            assert page.obj.Contents.read_raw_bytes() in kept
            for name in ("/Font", "/XObject"):
                for value in page.resources.get(name, {}).values():
                    if isinstance(value, pikepdf.Stream):
                        assert value.read_raw_bytes() in kept


def test_the_same_pdf_gives_the_same_bytes(tmp_path: Path) -> None:
    source = numbered(tmp_path / "in.pdf", 7)
    assert made(source)[1].read_bytes() == made(source)[1].read_bytes()
