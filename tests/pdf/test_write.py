import io
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import Image as Pixels

from briefgen.content.brief import Picture
from briefgen.geometry import BLACK, Rect
from briefgen.layout.items import Anchor, Bookmark, Image, Link, Pages, Rule
from briefgen.pdf.write import write
from briefgen.problem import Place

# what a reader says although nothing is wrong with the file
NOISE = {"warning: ICC support is not available"}

READERS = [
    ["qpdf", "--check", "FILE"],
    ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dPDFSTOPONERROR", "-sDEVICE=nullpage", "FILE"],
    ["pdftotext", "FILE", "-"],
    ["pdffonts", "FILE"],
    ["mutool", "draw", "-q", "-F", "txt", "FILE"],
]


@pytest.fixture
def full(by_hand: Any, tmp_path: Path) -> Pages:
    """Two pages with an item of every kind."""
    Pixels.new("RGBA", (40, 30), (200, 30, 30, 128)).save(tmp_path / "image.png")
    picture = Picture(tmp_path / "image.png", 40, 30, Place("brief.yaml"))
    first = (
        Anchor("title", 50, 60),
        by_hand.run("The title", 50, 80, 24, face=by_hand.sans, id="title", role="H1"),
        by_hand.run("See the second page", 50, 120, id="p1", role="P", span=0),
        Link(Rect(50, 110, 80, 12), "See the second page", target="section", id="p1", span=0),
        Rule(Rect(50, 150, 300, 1), BLACK),
        Image(Rect(50, 200, 80, 60), picture, id="figure"),
    )
    second = (Anchor("section", 50, 50), by_hand.run("Second page", 50, 60, id="p2", role="P"))
    made: Pages = by_hand.pages(
        first, second, bookmarks=(Bookmark("The title", 0, "title"), Bookmark("Section", 1, "section"))
    )
    return made


@pytest.mark.parametrize("command", READERS, ids=lambda command: command[0])
def test_readers_open_it_without_a_word(by_hand: Any, full: Pages, tmp_path: Path, command: list[str]) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed; .ci/run installs it")
    path = tmp_path / "brief.pdf"
    path.write_bytes(write(full, by_hand.brief(full)))
    done = subprocess.run([part.replace("FILE", str(path)) for part in command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert not set(done.stderr.splitlines()) - NOISE
    if command[0] == "pdffonts":
        rows = [row.split() for row in done.stdout.splitlines()[2:]]
        assert rows
        assert all(row[-5:-2] == ["yes", "yes", "yes"] for row in rows)  # embedded, subset, Unicode map
    if command[0] in {"pdftotext", "mutool"}:
        assert [line.strip() for line in done.stdout.split("\n") if line.strip()] == [
            "The title",
            "See the second page",
            "Second page",
        ]


def test_pages_come_out_in_pdfium(by_hand: Any, full: Pages) -> None:
    pdf = pypdfium2.PdfDocument(write(full, by_hand.brief(full)))
    assert [page.get_size() for page in pdf] == [pytest.approx((by_hand.width, by_hand.height), abs=0.01)] * 2
    bitmap = pdf[0].render(scale=0.5).to_pil()
    assert bitmap.getpixel((40, 115)) != (255, 255, 255)  # in the picture


def test_catalog_and_pages(by_hand: Any, full: Pages) -> None:
    pdf = pikepdf.open(io.BytesIO(write(full, by_hand.brief(full, language="fr-FR"))))
    assert str(pdf.Root.Lang) == "fr-FR"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert pdf.Root.PageMode == "/UseOutlines"
    assert pdf.Root.PageLabels.Nums[1].S == "/D"
    for page in pdf.pages:
        assert page.trimbox == page.mediabox == page.obj.BleedBox
        assert page.obj.Tabs == "/S"


def test_same_pages_give_the_same_bytes(by_hand: Any, full: Pages) -> None:
    assert write(full, by_hand.brief(full)) == write(full, by_hand.brief(full))


def test_content_is_compressed(by_hand: Any) -> None:
    lines = tuple(by_hand.run("the same words again and again", 50, 50 + 12 * i, id="p") for i in range(60))
    stream = by_hand.open(*lines).pages[0].Contents
    assert len(stream.read_raw_bytes()) < len(stream.read_bytes()) / 4
