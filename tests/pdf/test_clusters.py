"""Letters with marks, and clusters whose glyphs cannot be told apart: read as they were written, by every reader."""

import json
import shutil
import subprocess
import unicodedata
from pathlib import Path
from typing import Any

import msgspec
import pikepdf
import pymupdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import tagtree

from briefgen.build import build
from briefgen.geometry import BLACK
from briefgen.layout.items import Glyphs
from briefgen.pdf.clusters import stretches
from briefgen.typeset.characters import share_letters
from briefgen.typeset.face import Face
from briefgen.typeset.families import default_folder
from briefgen.typeset.lines import Glyph

MARKED = "Ọ̀yọ́ and Ẹ̀gbá, ẹ̀kọ́ for ọjọ́; e\u0323\u0301, x\u030co and ậ, į́ or ų̃ ą́ ṁ at ends, then the rest."


FACE = Face.read(default_folder("body") / "SourceSerifPro-Regular.otf", known=True)


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


def with_poppler(file: Path, *options: str) -> str:
    command: list[str | Path] = ["pdftotext", *options, file, "-"]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout


def with_pdfium(file: Path) -> str:
    with pypdfium2.PdfDocument(file) as pdf:
        return "".join(page.get_textpage().get_text_range() for page in pdf)


def with_mupdf(file: Path) -> str:
    with pymupdf.Document(file) as pdf:  # type: ignore[no-untyped-call]  # it has no types
        return "".join(page.get_text() for page in pdf)


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("marked")
    source = folder / "marked.yaml"
    outline = {"title": "Marks", "date": "2026-01-01", "design": {"columns": "1"}, "sections": [{"content": [MARKED]}]}
    source.write_text(json.dumps(outline), encoding="utf-8")
    assert build(source, folder / "marked.pdf").output
    return folder / "marked.pdf"


def test_letters_with_marks_are_read_by_pdfium_and_mupdf(marked: Path) -> None:
    assert nfc(MARKED) in nfc(with_pdfium(marked))
    assert nfc(MARKED) in nfc(with_mupdf(marked))
    assert nfc(MARKED) in nfc(tagtree.read(marked).text)


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is not installed")
@pytest.mark.parametrize("option", ["-raw", "-layout"])
def test_letters_with_marks_are_read_by_poppler(marked: Path, option: str) -> None:
    """Without a space inside a word."""
    assert nfc(MARKED) in nfc(with_poppler(marked, option))


@pytest.mark.skipif(not shutil.which("pdfinfo"), reason="poppler is not installed")
def test_the_tag_tree_keeps_what_follows_a_mark(marked: Path) -> None:
    said = subprocess.run(["pdfinfo", "-struct-text", marked], capture_output=True, text=True, encoding="utf-8", check=True)
    assert "then the rest." in said.stdout


def cluster(by_hand: Any, drop: float = 0.0) -> Any:
    """A run in which two glyphs have one text, the second of them `drop` points below the line."""
    run = by_hand.run("so ab cd ef", 50, 100, id="p", role="P", span=0)
    glyphs = list(run.glyphs)
    at = next(number for number, glyph in enumerate(glyphs) if glyph.text == "a")
    glyphs[at] = glyphs[at].saying("\u0915\u0902")  # of a script whose marks belong to no glyph
    glyphs[at + 1] = msgspec.structs.replace(glyphs[at + 1], text="", dy=-drop)
    return msgspec.structs.replace(run, glyphs=tuple(glyphs))


@pytest.mark.parametrize("drop", [0.0, 1.0])
def test_a_cluster_is_read_as_it_was_written(by_hand: Any, tmp_path: Path, drop: float) -> None:
    file = tmp_path / "cluster.pdf"
    file.write_bytes(by_hand.file(cluster(by_hand, drop)))
    text = "so \u0915\u0902 cd ef"
    assert tagtree.read(file).text.endswith(text)
    assert with_pdfium(file).strip() == text
    if shutil.which("pdftotext"):
        assert with_poppler(file).strip() == text


def test_the_same_cluster_twice_is_read_twice(by_hand: Any, tmp_path: Path) -> None:
    """Two elements with the same words side by side, and not one for both."""
    run = cluster(by_hand)
    at = next(number for number, glyph in enumerate(run.glyphs) if glyph.text == "\u0915\u0902")
    twice = (*run.glyphs[: at + 2], *run.glyphs[at : at + 2], *run.glyphs[at + 2 :])
    file = tmp_path / "twice.pdf"
    file.write_bytes(by_hand.file(msgspec.structs.replace(run, glyphs=twice)))
    text = "so \u0915\u0902\u0915\u0902 cd ef"
    assert tagtree.read(file).text.endswith(text)
    assert with_pdfium(file).strip() == text


def test_a_run_with_a_cluster_is_one_text_object(by_hand: Any) -> None:
    """pdf.js counts no width for a glyph that stands for a mark, and reads a space where a pen is set behind it."""
    names = [str(each.operator) for each in pikepdf.parse_content_stream(by_hand.open(cluster(by_hand)).pages[0])]
    assert names.count("BT") == names.count("Td") == 1
    assert names.count("BDC") > 1


GLYPHS = st.lists(
    st.tuples(
        st.text("कखम\u093e\u093f\u0941\u094d\u200c\u200d\u00ad ", max_size=4), st.sampled_from([0.0, 1.0]), st.booleans()
    ),
    min_size=1,
    max_size=12,
)  # text, height, whether it has a width


@given(GLYPHS, st.booleans())
def test_stretches_say_the_text_of_a_run(made: list[tuple[str, float, bool]], rtl: bool) -> None:
    glyphs = [Glyph(7 + number, 5.0 * wide, 0.0, rise, text) for number, (text, rise, wide) in enumerate(made)]
    glyphs[0] = glyphs[0].saying(glyphs[0].text or "क")
    item = Glyphs(0, 0, 60, FACE, 10.0, BLACK, tuple(glyphs), id="p", role="P", rtl=rtl)
    said = "".join(part.words or "".join(glyph.text for glyph in part.glyphs) for part in stretches(item))
    assert said == "".join(glyph.text for glyph in glyphs)


@given(st.text("कखम\u093e\u0941\u094d\u200d", min_size=1, max_size=8), st.integers(1, 9))
def test_shared_letters_are_the_text(text: str, count: int) -> None:
    parts = share_letters(text, count)
    assert "".join(parts) == text
    assert all(parts)
    assert len(parts) == min(count, len(text))


def test_a_cluster_is_an_element_and_not_nested(by_hand: Any) -> None:
    pdf = by_hand.open(cluster(by_hand))
    depth = 0
    for instruction in pikepdf.parse_content_stream(pdf.pages[0]):
        depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(str(instruction.operator), 0)
        assert depth <= 1
    paragraph = pdf.Root.StructTreeRoot.K[0].K.K
    spans = [kid for kid in paragraph.K if isinstance(kid, pikepdf.Dictionary)]
    assert [str(span.ActualText) for span in spans] == ["\u0915\u0902 "]


def test_a_truetype_glyph_of_two_texts_has_two_codes_in_one_font(by_hand: Any) -> None:
    """So that a run is shown by one operator: pdfium takes each for a text of its own."""
    face = Face.read(default_folder("body") / "SourceSerifPro-Regular.ttf")
    run = by_hand.run("NATO", 50, 100, face=face)
    small = msgspec.structs.replace(run, glyphs=tuple(glyph.saying(glyph.text.lower()) for glyph in run.glyphs))
    both = msgspec.structs.replace(run, glyphs=(*run.glyphs, *small.glyphs))
    pdf = by_hand.open(both)
    (font,) = pdf.pages[0].Resources.Font.values()
    assert isinstance(font.DescendantFonts[0].CIDToGIDMap, pikepdf.Stream)
    assert [str(i.operator) for i in pikepdf.parse_content_stream(pdf.pages[0])].count("TJ") == 1
    data = by_hand.file(both)
    assert pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range() == "NATOnato"
