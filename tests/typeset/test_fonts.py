import io
import mmap
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fontTools.designspaceLib import AxisDescriptor, DesignSpaceDocument, SourceDescriptor
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTCollection, TTFont
from fontTools.ttLib.tables.DefaultTable import DefaultTable
from fontTools.varLib import build as build_variable

from briefgen.content.brief import Typeface
from briefgen.problem import Place, Problems
from briefgen.typeset.face import Face
from briefgen.typeset.families import default_family
from briefgen.typeset.fonts import FontBook

BuildFont = Callable[..., Any]

PLACE = Place("brief.yaml", 7, 3)
STATUS = Path("/proc/self/statm")


def load(regular: Path, problems: Problems, **others: Path) -> FontBook:
    return FontBook.load(Typeface(regular, place=PLACE, **others), None, (), problems)


def codes(problems: Problems) -> list[tuple[str, Place]]:
    return [(problem.code, problem.place) for problem in problems.sorted()]


@pytest.fixture(scope="session")
def variable_font(build_font: BuildFont, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A face with a weight axis from 300 to 800: at 800 each glyph is 1500 units wide, at 300 it is 1000."""
    folder = tmp_path_factory.mktemp("variable")
    document = DesignSpaceDocument()
    document.addAxis(AxisDescriptor(tag="wght", name="Weight", minimum=300, default=300, maximum=800))
    for weight, width in ((300, 1000), (800, 1500)):
        font = build_font([0x20, 0x41, 0x42], "Vary")
        for glyph in font.getGlyphOrder():
            font["hmtx"][glyph] = (width, 0)
        font.save(folder / f"{weight}.ttf")
        document.addSource(SourceDescriptor(path=str(folder / f"{weight}.ttf"), location={"Weight": weight}))
    font, _, _ = build_variable(document)
    font.save(folder / "Vary.ttf")
    return folder / "Vary.ttf"


@pytest.mark.parametrize("family", ["body", "display"])
@pytest.mark.parametrize("weight", ["regular", "semibold", "bold"])
def test_default_families_have_every_weight_in_both_slopes(default_book: FontBook, family: str, weight: str) -> None:
    upright, italic = default_book.face(family, weight), default_book.face(family, weight, italic=True)
    assert upright.italic_angle == 0
    assert italic.italic_angle < -5
    assert upright.cff
    assert 0.4 < upright.x_height < 0.55 < upright.cap_height < 0.75
    assert {"liga", "sups"} <= upright.features
    assert upright is default_book.face(family, weight)


def test_default_faces_have_the_features_that_styles_ask_for(default_book: FontBook) -> None:
    assert {"smcp", "tnum", "lnum", "onum", "pnum"} <= default_book.face("body").features
    assert {"smcp", "onum", "pnum"} <= default_book.face("display").features  # its own figures are tabular, lining


def test_metrics_are_fractions_of_an_em(square_book: FontBook) -> None:
    face = square_book.face("body")
    assert (face.name, face.upem, face.ascent, face.descent) == ("Square-Regular", 1000, 0.8, 0.2)
    assert (face.cap_height, face.x_height) == (0.8, 0.8)
    assert face.bbox == (0.0, -0.2, 1.0, 0.8)
    assert face.advance(face.glyph(0x41)) == 1.0
    assert (face.has(0x41), face.has(0x4E2D), face.glyph(0x4E2D)) == (True, False, 0)


def test_heights_are_measured_when_the_font_does_not_tell_them(build_font: BuildFont, tmp_path: Path) -> None:
    font = build_font([0x20, 0x48, 0x78], "Old")
    del font["OS/2"]
    font.save(tmp_path / "old.ttf")
    face = Face.read(tmp_path / "old.ttf")
    assert (face.cap_height, face.x_height) == (0.8, 0.8)


def test_missing_styles_fall_back_to_the_regular_one(square_book: FontBook) -> None:
    regular = square_book.face("body")
    assert {square_book.face("body", w, i) for w in ("regular", "semibold", "bold") for i in (True, False)} == {regular}


def test_semibold_falls_back_to_bold(build_font: BuildFont, square_font: Path, tmp_path: Path) -> None:
    build_font([0x20, 0x41], "Heavy").save(tmp_path / "heavy.ttf")
    book = load(square_font, Problems(), bold=tmp_path / "heavy.ttf")
    assert book.face("body", "semibold").name == "Heavy-Regular"
    assert book.face("body", "regular").name == "Square-Regular"


@pytest.mark.parametrize(
    "content",
    [None, b"", b"not a font", b"OTTO", b"\0\1\0\0" + 60 * b"\xff", b"ttcf\0\1\0\0\0\0\0\2"],
    ids=["missing", "empty", "text", "signature", "garbage", "collection"],
)
def test_a_bad_font_is_a_problem_and_the_default_face_is_used(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "bad.ttf"
    if content is not None:
        path.write_bytes(content)
    problems = Problems()
    book = load(path, problems)
    assert codes(problems) == [("typeset/bad-font", PLACE)]
    assert book.face("body").name == "SourceSerifPro-Regular"


def test_a_file_named_twice_is_one_face(square_font: Path) -> None:
    book = FontBook.load(Typeface(square_font), Typeface(square_font), (square_font,), Problems())
    assert book.face("body") is book.face("display") is book.fallbacks("body", "regular", False)[0]


def test_a_glyph_without_an_outline_is_not_there(build_font: BuildFont, tmp_path: Path) -> None:
    font = build_font([0x20, 0x41, 0x42, 0xA0, 0x200B], "Hollow")
    font["glyf"]["u0042"] = font["glyf"]["u200B"] = font["glyf"]["u0020"]
    font.save(tmp_path / "hollow.ttf")
    face = Face.read(tmp_path / "hollow.ttf")
    assert [face.has(ord(c)) for c in "AB \u00a0\u200b"] == [True, False, True, True, True]


def test_a_face_of_bitmaps_is_named_as_such(build_font: BuildFont, tmp_path: Path) -> None:
    font = build_font([0x20, 0x41], "Dots")
    del font["glyf"], font["loca"]
    font["EBDT"] = DefaultTable("EBDT")
    font["EBDT"].data = b"\0\2\0\0"
    font.save(tmp_path / "dots.ttf")
    problems = Problems()
    load(tmp_path / "dots.ttf", problems)
    (problem,) = problems.sorted()
    assert (problem.code, "no outlines" in problem.message) == ("typeset/bad-font", True)


def test_a_damaged_table_that_no_pdf_needs_is_left_out(build_font: BuildFont, tmp_path: Path) -> None:
    """HarfBuzz cuts nothing out of a font whose table OS/2 is shorter than its version says (Debian's fonts-mona)."""
    font = build_font([0x20, 0x41], "Short")
    font.save(tmp_path / "whole.ttf")
    short = DefaultTable("OS/2")
    short.data = font.getTableData("OS/2")[:70]
    font = TTFont(tmp_path / "whole.ttf")
    font["OS/2"] = short
    font.save(tmp_path / "short.ttf")
    program = Face.read(tmp_path / "short.ttf").plan_subset({2}).data
    assert "OS/2" not in TTFont(io.BytesIO(program))
    assert TTFont(io.BytesIO(program)).getGlyphSet()


def test_a_space_without_a_width_is_reported(build_font: BuildFont, tmp_path: Path) -> None:
    font = build_font([0x20, 0x41], "Tight")
    font["hmtx"]["u0020"] = (0, 0)
    font.save(tmp_path / "tight.ttf")
    problems = Problems()
    load(tmp_path / "tight.ttf", problems)
    (problem,) = problems.sorted()
    assert (problem.code, "fallback" in problem.hint) == ("typeset/bad-font", True)
    problems = Problems()
    FontBook.load(None, None, (tmp_path / "tight.ttf",), problems)
    assert not len(problems)


def test_the_other_faces_of_a_collection_are_named(build_font: BuildFont, tmp_path: Path) -> None:
    collection = TTCollection()
    collection.fonts = [build_font([0x20, 0x41], "One"), build_font([0x20, 0x41], "Two")]
    collection.save(tmp_path / "fonts.ttc")
    problems = Problems()
    assert load(tmp_path / "fonts.ttc", problems).face("body").name == "One-Regular"
    assert codes(problems) == [("typeset/collection", PLACE)]
    problems = Problems()
    FontBook.load(None, None, (tmp_path / "fonts.ttc",), problems)  # where the first one will do
    assert not len(problems)


def test_a_face_of_a_collection_is_chosen_by_its_number(build_font: BuildFont, tmp_path: Path) -> None:
    collection = TTCollection()
    collection.fonts = [build_font([0x20, 0x41], "One"), build_font([0x20, 0x41, 0x42], "Two")]
    collection.save(tmp_path / "fonts.ttc")
    for number, name in ((1, "One-Regular"), (2, "Two-Regular")):
        problems = Problems()
        face = load(tmp_path / f"fonts.ttc#{number}", problems).face("body")
        assert (face.name, face.has(0x42), codes(problems)) == (name, number == 2, [])
        program = TTFont(io.BytesIO(face.plan_subset({number + 1}).data))
        assert program["maxp"].numGlyphs == number + 2
    for number in (0, 3):
        problems = Problems()
        load(tmp_path / f"fonts.ttc#{number}", problems)
        assert codes(problems) == [("typeset/bad-font", PLACE)]


def test_a_folder_is_a_bad_font(tmp_path: Path) -> None:
    problems = Problems()
    load(tmp_path, problems)
    assert codes(problems) == [("typeset/bad-font", PLACE)]


def test_a_cut_font_is_a_bad_font(square_font: Path, tmp_path: Path) -> None:
    data = square_font.read_bytes()
    for share in range(1, 20):
        (tmp_path / "cut.ttf").write_bytes(data[: len(data) * share // 20])
        problems = Problems()
        assert load(tmp_path / "cut.ttf", problems).face("body").name == "SourceSerifPro-Regular"
        assert codes(problems) == [("typeset/bad-font", PLACE)]


def test_a_text_font_without_a_space_is_bad(build_font: BuildFont, tmp_path: Path) -> None:
    build_font([0x41], "Signs").save(tmp_path / "signs.ttf")
    problems = Problems()
    load(tmp_path / "signs.ttf", problems)
    assert codes(problems) == [("typeset/bad-font", PLACE)]


@pytest.mark.parametrize(("fs_type", "allowed"), [(0, True), (2, False), (4, True), (8, True), (0x200, False), (6, True)])
def test_licence_bits_decide_on_embedding(build_font: BuildFont, tmp_path: Path, fs_type: int, allowed: bool) -> None:
    build_font([0x20, 0x41], "Bits", fs_type).save(tmp_path / "bits.ttf")
    problems = Problems()
    book = load(tmp_path / "bits.ttf", problems)
    assert codes(problems) == ([] if allowed else [("typeset/font-not-embeddable", PLACE)])
    assert book.face("body").name.startswith("Bits" if allowed else "Source")


@pytest.mark.skipif(not STATUS.exists(), reason="memory is looked at as Linux tells of it")
def test_a_large_face_is_not_copied(build_font: BuildFont, tmp_path: Path) -> None:
    """Of the 20 MB of a Chinese face a brief needs some hundred kilobytes; each copy would be as much as half a build."""
    font = build_font([0x20, 0x41], "Large")
    font["zzzz"] = DefaultTable("zzzz")
    font["zzzz"].data = bytes(1 << 26)
    font.save(tmp_path / "large.ttf")
    before = resident()
    face = Face.read(tmp_path / "large.ttf")
    face.plan_subset([1])
    assert face.has(0x41)
    assert resident() - before < 1 << 23


def resident() -> int:
    """The bytes of this process that are in memory."""
    pages = int(STATUS.read_text(encoding="ascii").split()[1])
    return pages * mmap.PAGESIZE


def test_a_font_that_may_not_be_subset_is_embedded_whole(build_font: BuildFont, tmp_path: Path) -> None:
    build_font([0x20, 0x41, 0x42], "Whole", 0x100).save(tmp_path / "whole.ttf")
    face = Face.read(tmp_path / "whole.ttf")
    assert face.plan_subset([1]).data == face.data


def test_a_font_of_a_collection_that_may_not_be_subset_is_taken_out_whole(build_font: BuildFont, tmp_path: Path) -> None:
    collection = TTCollection()
    collection.fonts = [build_font(list(range(0x20, 0x60)), "One", 0x100), build_font([0x20, 0x41], "Two", 0x100)]
    collection.save(tmp_path / "fonts.ttc")
    face = Face.read(tmp_path / "fonts.ttc")
    font = TTFont(io.BytesIO(face.plan_subset([1]).data))
    assert face.name == "One-Regular"
    assert font["maxp"].numGlyphs == 1 + 0x40
    assert all(font["glyf"][glyph].numberOfContours for glyph in font.getGlyphOrder()[2:])


def test_a_collection_of_cubic_fonts_that_may_not_be_subset_is_drawn(default_book: FontBook, tmp_path: Path) -> None:
    font = TTFont(io.BytesIO(default_book.face("display").data))
    font["OS/2"].fsType = 0x100
    collection = TTCollection()
    collection.fonts = [font]
    collection.save(tmp_path / "fonts.otc")
    taken = TTFont(io.BytesIO(Face.read(tmp_path / "fonts.otc").plan_subset([1]).data))
    assert "CFF " in taken
    assert taken["maxp"].numGlyphs == font["maxp"].numGlyphs


@pytest.mark.parametrize("family", ["body", "display"])
@pytest.mark.parametrize("outlines", [".otf", ".ttf"])
def test_a_subset_says_the_numbers_of_its_glyphs_and_drops_other_outlines(family: str, outlines: str) -> None:
    """CFF glyphs get new numbers, for each that is left out would cost an entry; TrueType glyphs keep theirs."""
    files = [source.path.with_suffix(outlines) for source in default_family(family).sources.values()]
    face = Face.read(files[0])
    wanted = {face.glyph(ord(letter)): letter for letter in "AQz"}
    subset = face.plan_subset(wanted)
    data, numbers = subset.data, subset.numbers
    assert len(data) < len(face.data) / 10
    font, whole = TTFont(io.BytesIO(data)), TTFont(io.BytesIO(face.data))
    if outlines == ".otf":
        assert font["maxp"].numGlyphs == 4
    for glyph in wanted:
        own, before = RecordingPen(), RecordingPen()
        font.getGlyphSet()[font.getGlyphName(numbers.get(glyph, glyph))].draw(own)
        whole.getGlyphSet()[whole.getGlyphName(glyph)].draw(before)
        assert own.value == before.value
    drawn = [name for name in font.getGlyphOrder() if font.getGlyphSet()[name].draw(pen := RecordingPen()) or pen.value]
    assert len(drawn) == 4


def test_a_variable_face_gives_static_weights(variable_font: Path) -> None:
    problems = Problems()
    book = load(variable_font, problems)
    assert not len(problems)
    regular, semibold, bold = (book.face("body", weight) for weight in ("regular", "semibold", "bold"))
    assert [face.variations for face in (regular, semibold, bold)] == [
        (("wght", 400.0),),
        (("wght", 600.0),),
        (("wght", 700.0),),
    ]
    assert len({regular.name, semibold.name, bold.name}) == 3
    glyph = bold.glyph(0x41)
    assert [face.advance(glyph) for face in (regular, semibold, bold)] == [1.1, 1.3, 1.4]


def test_the_subset_of_a_variable_face_is_static_and_of_the_right_weight(variable_font: Path) -> None:
    face = load(variable_font, Problems()).face("body", "bold")
    subset = face.plan_subset([face.glyph(0x41)])
    data, numbers = subset.data, subset.numbers
    font = TTFont(io.BytesIO(data))
    assert "fvar" not in font
    assert "gvar" not in font
    assert font["hmtx"][font.getGlyphName(numbers.get(face.glyph(0x41), face.glyph(0x41)))][0] == 1400


def test_a_bold_file_is_preferred_to_the_weight_axis(variable_font: Path, square_font: Path) -> None:
    book = load(variable_font, Problems(), bold=square_font)
    assert book.face("body", "bold").name == "Square-Regular"
    assert book.face("body", "semibold").variations == (("wght", 600.0),)


def test_fallbacks_are_the_outlines_own_then_the_default_of_the_family(
    build_font: BuildFont, square_font: Path, tmp_path: Path
) -> None:
    build_font([0x4E2D], "Han").save(tmp_path / "han.ttf")
    book = FontBook.load(Typeface(square_font), None, (tmp_path / "han.ttf",), Problems())
    names = [face.name for face in book.fallbacks("body", "bold", False)]
    assert names == ["Han-Regular", "SourceSerifPro-Bold", "SourceSansPro-Bold"]
    assert book.fallbacks("body", "bold", False) is book.fallbacks("body", "bold", False)
    book = FontBook.load(None, Typeface(square_font), (), Problems())
    assert [face.name for face in book.fallbacks("display", "bold", False)] == ["SourceSansPro-Bold", "SourceSerifPro-Bold"]


def test_a_bad_fallback_is_a_problem(tmp_path: Path) -> None:
    problems = Problems()
    FontBook.load(None, None, (tmp_path / "none.ttf",), problems)
    assert [problem.code for problem in problems.sorted()] == ["typeset/bad-font"]
