from itertools import accumulate
from pathlib import Path
from typing import Any

import msgspec
import pypdfium2
import pytest
from support.cases import widened

from briefgen.layout.items import Glyphs
from briefgen.pdf.fonts import to_unicode
from briefgen.typeset.face import Face
from briefgen.typeset.families import default_family


def read(data: bytes) -> str:
    """The text that pdfium finds; U+FFFE is its mark for a word that goes on in the next line."""
    text: str = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()
    return text.replace("\ufffe", "").replace("\r\n", "\n")


def fonts(by_hand: Any, data: bytes) -> list[Any]:
    return list(by_hand.read(data).pages[0].Resources.Font.values())


def say(run: Glyphs, **texts: str) -> Glyphs:
    """The run with other texts for some of its glyphs."""
    return msgspec.structs.replace(run, glyphs=tuple(g.saying(texts.get(g.text, g.text)) for g in run.glyphs))


@pytest.fixture(scope="session")
def truetype() -> Face:
    path: Path = default_family("body").sources["regular", False].path
    return Face.read(path.with_suffix(".ttf"))


@pytest.mark.parametrize("outlines", ["cff", "truetype"])
def test_text_is_read_back(by_hand: Any, truetype: Face, outlines: str) -> None:
    text = "The office’s “affable” flight: Ærø, Łódź, 100 %"
    data = by_hand.file(by_hand.run(text, 50, 100, face=truetype if outlines == "truetype" else by_hand.serif))
    assert read(data) == text
    (font,) = fonts(by_hand, data)
    descendant = font.DescendantFonts[0]
    assert descendant.Subtype == ("/CIDFontType2" if outlines == "truetype" else "/CIDFontType0")
    assert ("/FontFile2" if outlines == "truetype" else "/FontFile3") in descendant.FontDescriptor


def test_widths_are_those_of_the_program_and_places_those_of_the_layout(by_hand: Any, tmp_path: Path) -> None:
    """A CFF font has widths of its own beside those of the table hmtx, by which lines are set."""
    widened(default_family("body").sources["regular", False].path, tmp_path / "wide.otf")
    wide = Face.read(tmp_path / "wide.otf")
    run = by_hand.run("minimum", 50, 100, face=wide)
    data = by_hand.file(run)
    (font,) = fonts(by_hand, data)
    (usual,) = fonts(by_hand, by_hand.file(by_hand.run("minimum", 50, 100)))
    assert repr(font.DescendantFonts[0].W) == repr(usual.DescendantFonts[0].W)
    page = pypdfium2.PdfDocument(data)[0].get_textpage()
    lefts = [page.get_charbox(number, loose=True)[0] for number in range(7)]
    places = [50 + advance for advance in accumulate([0.0, *(glyph.advance for glyph in run.glyphs[:-1])])]
    assert lefts == pytest.approx(places, abs=0.02)


def test_one_glyph_may_stand_for_two_texts(by_hand: Any) -> None:
    capitals = say(by_hand.run("NATO", 50, 100), N="n", A="a", T="t", O="o")
    data = by_hand.file(capitals, by_hand.run("NATO", 50, 120))
    assert read(data) == "nato\nNATO"
    one, two = fonts(by_hand, data)
    assert one.DescendantFonts[0].FontDescriptor.objgen == two.DescendantFonts[0].FontDescriptor.objgen  # embedded once
    # programs that rewrite files merge fonts that share one, with their maps: "PolICy" for "Policy"
    assert one.DescendantFonts[0].objgen != two.DescendantFonts[0].objgen


def test_cluster_of_several_glyphs_is_read_once(by_hand: Any) -> None:
    run = by_hand.run("e\u0323\u0301", 50, 100)
    assert "" in {glyph.text for glyph in run.glyphs}
    assert read(by_hand.file(run)) == "e\u0323\u0301"


def test_widths_are_the_face_s(by_hand: Any) -> None:
    (font,) = fonts(by_hand, by_hand.file(by_hand.run("abc W", 50, 100)))
    seen: dict[int, int] = {}
    parts = list(font.DescendantFonts[0].W)
    for first, widths in zip(parts[::2], parts[1::2], strict=True):
        seen |= {int(first) + i: int(width) for i, width in enumerate(widths)}
    face = by_hand.serif
    numbers = face.plan_subset(face.glyph(ord(c)) for c in "abc W").numbers
    wanted = {face.glyph(ord(c)): round(1000 * face.advance(face.glyph(ord(c)))) for c in "abc W"}
    assert {number: seen[number] for number in seen if number} == {numbers[glyph]: width for glyph, width in wanted.items()}


def test_unicode_map_in_blocks_of_100() -> None:
    written = to_unicode({glyph: chr(0x4E00 + glyph) for glyph in range(1, 251)}).decode()
    assert [line for line in written.split("\n") if line.endswith("beginbfchar")] == [
        "100 beginbfchar",
        "100 beginbfchar",
        "50 beginbfchar",
    ]
    assert "<0001> <4e01>" in written


def test_same_face_is_embedded_once(by_hand: Any) -> None:
    data = by_hand.file(by_hand.run("one", 50, 100), by_hand.run("two", 50, 120, size=20))
    assert len(fonts(by_hand, data)) == 1
