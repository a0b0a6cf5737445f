"""Faults that are easily missed: each is caught by its own code, and by no other but those that are named with it."""

import re
import shutil
from collections.abc import Callable
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, Stream, String
from support.faults import (
    CODED,
    MARKS,
    NAME,
    Break,
    calculated,
    codes,
    conflict,
    exponential,
    jpeg,
    layer,
    masked,
    mesh,
    renamed,
    sampled,
    shade,
    stamp,
)
from support.sheet import BOTTOM, LEFT, TOP, WIDTH, Sheet, profile

from briefgen.preflight import source
from briefgen.preflight.judge import preflight

DARK = (0.9, 0.9, 0.9, 0.9)
needs_ghostscript = pytest.mark.skipif(shutil.which("gs") is None, reason="gs is not installed; .ci/run installs it")

LIGHT = (0.1, 0.0, 0.0, 0.0)
INK = "print/total-ink"
FAULTS: list[tuple[set[str], Break]] = []


def fault(*expected: str) -> Callable[[Break], Break]:
    def keep(change: Break) -> Break:
        FAULTS.append((set(expected), change))
        return change

    return keep


# what annotations and fields show in print


@fault("print/annotation", "print/rgb")
def stamp_in_rgb(sheet: Sheet) -> None:
    stamp(sheet, "1 0 0 rg 0 0 50 50 re f")


@fault("print/annotation", "print/font-not-embedded")
def stamp_in_a_font_that_is_not_there(sheet: Sheet) -> None:
    sheet.resources.Font.Away = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    stamp(sheet, "/GS gs 0 0 0 1 k BT /Away 20 Tf 10 40 Td (PAID) Tj ET")


@fault("print/annotation", INK)
def stamp_with_too_much_ink(sheet: Sheet) -> None:
    stamp(sheet, "0.9 0.9 0.9 0.9 k 0 0 50 50 re f")


@fault("print/annotation", "print/low-resolution")
def stamp_of_a_coarse_picture(sheet: Sheet) -> None:
    sheet.resources.XObject.Coarse = sheet.image(30, 30, Name.DeviceCMYK, bytes(4))
    stamp(sheet, "100 0 0 100 0 0 cm /Coarse Do")


@fault("print/form-field", "print/rgb")
def field_in_rgb(sheet: Sheet) -> None:
    stamp(sheet, "1 0 0 rg 0 0 50 50 re f")
    field = sheet.page.Annots[0]
    field.Subtype, field.FT, field.T = Name.Widget, Name.Tx, String("a")
    sheet.pdf.Root.AcroForm = Dictionary(Fields=Array([field]))


@fault("print/form-field", "print/rgb")
def field_in_the_state_that_is_on(sheet: Sheet) -> None:
    stamp(sheet, "")
    field = sheet.page.Annots[0]
    on = sheet.form("1 0 0 rg 0 0 50 50 re f", BBox=Array([0, 0, 100, 100]))
    field.Subtype, field.FT, field.T, field.AS = Name.Widget, Name.Btn, String("a"), Name.Yes
    field.AP.N = Dictionary(Yes=on, Off=sheet.form(""))
    sheet.pdf.Root.AcroForm = Dictionary(Fields=Array([field]))


# masks


@fault("print/low-resolution")
def soft_mask_of_few_pixels(sheet: Sheet) -> None:
    mask = sheet.image(30, 30, Name.DeviceGray, b"\x80")
    sheet.resources.XObject.Im = sheet.image(300, 300, Name.DeviceCMYK, bytes(4), SMask=mask)


@fault("print/low-resolution")
def stencil_mask_of_few_pixels(sheet: Sheet) -> None:
    mask = sheet.image(32, 32, Name.DeviceGray, b"\x55", bits=1, ImageMask=True)
    del mask["/ColorSpace"]
    sheet.resources.XObject.Im = sheet.image(300, 300, Name.DeviceCMYK, bytes(4), Mask=mask)


@fault("print/low-resolution")
def coarse_picture_in_a_soft_mask(sheet: Sheet) -> None:
    sheet.resources.XObject.Coarse = sheet.image(30, 30, Name.DeviceGray, b"\x80")
    masked(sheet, "72 0 0 72 100 100 cm /Coarse Do")


@fault("print/font-not-embedded")
def font_of_a_soft_mask_is_not_there(sheet: Sheet) -> None:
    sheet.resources.Font.Away = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    masked(sheet, "1 g BT /Away 20 Tf 100 110 Td (mask) Tj ET")


@fault("print/blend-space")
def soft_mask_in_a_page_that_blends_in_rgb(sheet: Sheet) -> None:
    sheet.page.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    masked(sheet, "1 g 100 100 50 50 re f")


@fault("print/blend-space")
def picture_with_a_soft_mask_in_a_page_that_blends_in_rgb(sheet: Sheet) -> None:
    sheet.page.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    mask = sheet.image(300, 300, Name.DeviceGray, b"\x80")
    sheet.resources.XObject.Im = sheet.image(300, 300, Name.DeviceCMYK, bytes(4), SMask=mask)


@fault("print/blend-space")
def group_in_rgb_is_painted_at_half(sheet: Sheet) -> None:
    sheet.resources.ExtGState.Half = Dictionary(ca=0.5)
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    sheet.resources.XObject.Group = sheet.form("0.2 0 0 0 k 100 100 50 50 re f", Group=group)
    sheet.paint("/Half gs /Group Do")


# shadings


@fault(INK)
def axial_shading(sheet: Sheet) -> None:
    shade(sheet, ShadingType=2, Coords=Array([0, 0, 1, 1]), Function=exponential(LIGHT, DARK))


@fault(INK)
def radial_shading_that_is_dark_in_the_middle(sheet: Sheet) -> None:
    parts = [exponential(LIGHT, DARK), exponential(DARK, LIGHT)]
    whole = Dictionary(FunctionType=3, Domain=Array([0, 1]), Functions=Array(parts), Bounds=Array([0.5]))
    whole.Encode = Array([0, 1, 0, 1])
    shade(sheet, ShadingType=3, Coords=Array([0, 0, 0, 1, 1, 9]), Function=whole)


@fault(INK)
def shading_by_a_table(sheet: Sheet) -> None:
    shade(sheet, ShadingType=2, Coords=Array([0, 0, 1, 1]), Function=sampled(sheet, [LIGHT, DARK, LIGHT]))


@fault(INK)
def shading_by_a_program(sheet: Sheet) -> None:
    program = "{ dup 0.5 gt { pop 0.9 } { 0.2 mul } ifelse dup dup dup }"
    shade(sheet, ShadingType=2, Coords=Array([0, 0, 1, 1]), Function=calculated(sheet, program))


@fault(INK)
def shading_by_a_function_for_each_ink(sheet: Sheet) -> None:
    parts = Array([exponential((0.1,), (0.9,)) for _ in range(4)])
    shade(sheet, ShadingType=2, Coords=Array([0, 0, 1, 1]), Function=parts)


@fault(INK)
def shading_by_both_coordinates(sheet: Sheet) -> None:
    program = "{ add 2 div dup 2 copy }"
    shade(sheet, ShadingType=1, Function=calculated(sheet, program, inputs=2))


@fault(INK)
def shading_as_a_pattern(sheet: Sheet) -> None:
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=Array([0, 0, 1, 1]))
    shading.Function = exponential(LIGHT, DARK)
    sheet.resources.Pattern = Dictionary(Fade=Dictionary(PatternType=2, Shading=shading))
    sheet.paint("/Pattern cs /Fade scn 100 100 50 50 re f")


CORNER, WET = bytes((0, 10, 10, 20, 0, 0, 0)), bytes((0, 90, 90, 230, 230, 230, 230))


@fault(INK)
def free_mesh(sheet: Sheet) -> None:
    mesh(sheet, 4, CORNER + CORNER + WET)


@fault(INK)
def mesh_of_rows(sheet: Sheet) -> None:
    mesh(sheet, 5, (CORNER[1:] * 3 + WET[1:]))


@fault(INK)
def mesh_of_patches(sheet: Sheet) -> None:
    first = bytes([0, *range(24)]) + bytes(16)
    second = bytes([1, *range(16)]) + bytes(4) + bytes([230] * 4)
    mesh(sheet, 6, first + second)


# pixels


def picture_of(sheet: Sheet, bits: int, data: bytes) -> None:
    image = sheet.image(300, 300, Name.DeviceCMYK, b"")
    image.write(data * 300)
    image.BitsPerComponent = bits
    sheet.resources.XObject.Im = image


@fault(INK)
def picture_of_two_bits(sheet: Sheet) -> None:
    picture_of(sheet, 2, bytes([0b11111110] * 300))


@fault(INK)
def picture_of_four_bits(sheet: Sheet) -> None:
    picture_of(sheet, 4, bytes([0xDD] * 600))


@fault(INK)
def picture_of_sixteen_bits(sheet: Sheet) -> None:
    picture_of(sheet, 16, bytes([0xD0] * 2400))


@fault(INK)
def separations_of_one_bit(sheet: Sheet) -> None:
    """At 1200 dpi, with all inks on fifteen of sixteen dots."""
    image = sheet.image(1200, 1200, Name.DeviceCMYK, b"")
    image.write(bytes([0xFF] * 7 + [0xF0]) * 75 * 1200)
    image.BitsPerComponent = 1
    sheet.resources.XObject.Im = image


@fault(INK)
def picture_in_jpeg(sheet: Sheet) -> None:
    sheet.resources.XObject.Im = jpeg(sheet, (230, 230, 230, 230))


@fault(INK)
def picture_in_jpeg_with_parameters(sheet: Sheet) -> None:
    sheet.resources.XObject.Im = jpeg(sheet, (230, 230, 230, 230), Dictionary(ColorTransform=0))


@fault(INK)
def picture_in_jpeg_that_says_nothing(sheet: Sheet) -> None:
    sheet.resources.XObject.Im = jpeg(sheet, (230, 230, 230, 230), Dictionary(ColorTransform=0), marked=False)


# colours


@fault("print/spot-conflict")
def spot_within_a_device_n(sheet: Sheet) -> None:
    names = Array([Name.Gold, Name.Black])
    mix = calculated(sheet, "{ exch pop 0 0 0 4 3 roll }", inputs=2)
    conflict(sheet, sheet.spot("Gold", (0, 0.2, 0.8, 0.1)), Array([Name.DeviceN, names, Name.DeviceCMYK, mix]))


@fault("print/spot-conflict")
def spot_by_a_table_and_by_a_formula(sheet: Sheet) -> None:
    table = sampled(sheet, [(0, 0, 0, 0), (0, 0.5, 0.5, 0)])
    conflict(sheet, sheet.spot("Gold"), Array([Name.Separation, Name.Gold, Name.DeviceCMYK, table]))


@fault("print/spot-conflict")
def spot_in_lab_and_in_cmyk(sheet: Sheet) -> None:
    lab = Array([Name.Lab, Dictionary(WhitePoint=Array([0.96, 1, 0.82]))])
    conflict(sheet, sheet.spot("Gold"), Array([Name.Separation, Name.Gold, lab, exponential((100, 0, 0), (60, 9, 60))]))


@fault("print/managed-gray")
def calibrated_grey(sheet: Sheet) -> None:
    sheet.resources.ColorSpace.Own = Array([Name.CalGray, Dictionary(WhitePoint=Array([0.96, 1, 0.82]))])
    sheet.paint("/Own cs 0.5 scn 100 100 50 50 re f")


@fault("print/managed-gray")
def picture_in_grey_with_a_profile(sheet: Sheet) -> None:
    own = Array([Name.ICCBased, Stream(sheet.pdf, profile(space=b"GRAY"), N=1)])
    sheet.resources.XObject.Im = sheet.image(300, 300, own, b"\x80")


@fault("print/black-knockout")
def black_text_overprints_in_the_wrong_mode(sheet: Sheet) -> None:
    """In mode 0 a colour of CMYK takes away the other three inks (ISO 32000-1, 8.6.7)."""
    sheet.resources.ExtGState.Zero = Dictionary(OP=True, op=True, OPM=0)
    sheet.paint("/Zero gs 0 0 0 1 k BT /F 9 Tf 200 200 Td (text) Tj ET")


@fault("print/white-overprint")
def tint_of_nothing_overprints(sheet: Sheet) -> None:
    sheet.resources.ExtGState.Zero = Dictionary(OP=True, op=True, OPM=0)
    sheet.resources.ColorSpace.Spot = sheet.spot("Gold")
    sheet.paint("/Zero gs /Spot cs 0 scn 100 100 50 50 re f")


# lines


@fault("print/hairline")
def thin_triangle(sheet: Sheet) -> None:
    sheet.paint("0.2 0 0 0 k 100 100 m 200 100.1 l 100 100.2 l f")


@fault("print/hairline")
def thin_shape_that_leans(sheet: Sheet) -> None:
    sheet.paint("0.2 0 0 0 k 100 100 m 150 180 l 200 260 l 200.1 260 l 150.1 180 l 100.1 100 l h f")


@fault("print/hairline")
def thin_shape_with_round_ends(sheet: Sheet) -> None:
    sheet.paint("0.2 0 0 0 k 100 100 m 200 100 l 200.1 100 200.1 100.2 200 100.2 c 100 100.2 l h f")


@fault("print/hairline")
def line_that_is_filled(sheet: Sheet) -> None:
    sheet.paint("0.2 0 0 0 k 100 100 m 200 150 l f")


@fault("print/hairline")
def thin_shape_among_thick_ones(sheet: Sheet) -> None:
    sheet.paint("0.2 0 0 0 k 100 100 50 50 re 200 100 m 200.1 180 l 200.2 100 l h 300 100 50 50 re f")


@fault("print/hairline")
def outlined_text(sheet: Sheet) -> None:
    sheet.paint("0.1 w 1 Tr 0 0 0 1 K BT /F 30 Tf 200 200 Td (outline) Tj ET")


@fault("print/hairline")
def white_text_with_an_outline(sheet: Sheet) -> None:
    sheet.resources.ExtGState.Off = Dictionary(OP=False)
    sheet.paint("/Off gs 0.1 w 2 Tr 0 0 0 0 k 0 0 0 1 K BT /F 30 Tf 200 200 Td (outline) Tj ET")


@fault("print/bleed-not-filled")
def crop_marks_in_one_path_round_art_without_bleed(sheet: Sheet) -> None:
    sheet.content = sheet.content.replace("0.2 0 0 0 k", f"0.2 0 0 0 k {LEFT} {BOTTOM} {WIDTH} 60 re f", 1)
    sheet.paint(f"/All CS 1 SCN 0.25 w {MARKS} S")


@fault("print/registration-colour")
def one_of_the_crop_marks_stands_on_the_page(sheet: Sheet) -> None:
    sheet.paint(f"/All CS 1 SCN 0.25 w {MARKS} 200 200 m 220 200 l S")


# layers


@fault("print/hidden-layers", "print/rgb")
def layer_that_is_printed_and_not_shown(sheet: Sheet) -> None:
    use: Any = Dictionary(Event=Name.Print, Category=Array([Name.Print]))
    made = layer(sheet, OFF=True, AS=Array([use]))
    use = sheet.pdf.Root.OCProperties.D.AS[0]
    use.OCGs = Array([made])
    made.Usage = Dictionary(Print=Dictionary(PrintState=Name.ON))
    sheet.paint("/OC /Layer BDC 1 0 0 rg 100 100 50 50 re f EMC")


@fault("print/rgb")
def content_that_is_seen_while_a_layer_is_off(sheet: Sheet) -> None:
    made = layer(sheet, OFF=True)
    rule = Dictionary(Type=Name.OCMD, OCGs=Array([made]), P=Name.AllOff)
    sheet.resources.Properties.Layer = rule
    sheet.paint("/OC /Layer BDC 1 0 0 rg 100 100 50 50 re f EMC")


@fault("print/rgb")
def content_after_a_layer_that_is_off(sheet: Sheet) -> None:
    layer(sheet, OFF=True)
    sheet.paint("/OC /Layer BDC /Span BMC 1 0 0 rg 100 100 50 50 re f EMC EMC 1 0 0 rg 200 100 50 50 re f")


# claims


@fault("preflight/pdfx-not-kept")
def transfer_function_that_changes_nothing_in_a_pdfx(sheet: Sheet) -> None:
    sheet.resources.ExtGState.T = Dictionary(TR=Name.Identity)
    sheet.paint("/T gs")


@fault("preflight/pdfx-not-kept")
def picture_with_a_soft_mask_in_a_pdfx_3(sheet: Sheet) -> None:
    sheet.xmp = sheet.xmp.replace("PDF/X-4", "PDF/X-3:2003")
    sheet.header = "1.4"
    mask = sheet.image(300, 300, Name.DeviceGray, b"\x80")
    sheet.resources.XObject.Im = sheet.image(300, 300, Name.DeviceCMYK, bytes(4), SMask=mask)


@fault("preflight/pdfua-not-kept")
def language_of_one_paragraph_alone(sheet: Sheet) -> None:
    sheet.claim('pdfuaid:part="1"')
    del sheet.pdf.Root["/Lang"]
    sheet.paragraph.Lang = String("en")


@fault("preflight/pdfa-not-kept")
def page_without_an_intent_of_its_own(sheet: Sheet) -> None:
    sheet.drop_claim()
    sheet.claim('pdfaid:part="4"')
    sheet.add_page()
    intent = sheet.pdf.Root.OutputIntents
    del sheet.pdf.Root["/OutputIntents"]
    sheet.page.OutputIntents = intent


@pytest.mark.parametrize(("expected", "change"), FAULTS, ids=[change.__name__ for _, change in FAULTS])
def test_caught_by_its_own_code(expected: set[str], change: Break) -> None:
    sheet = Sheet()
    change(sheet)
    rules = "office" if expected == {"preflight/pdfa-not-kept"} else "press"
    assert codes(sheet, rules) == expected


# names that are not in UTF-8


def font(sheet: Sheet) -> None:
    made = sheet.font(BaseFont=Name("/" + NAME))
    del made.FontDescriptor["/FontFile2"]
    sheet.resources.Font.F = sheet.pdf.make_indirect(made)


def resource_of_a_font(sheet: Sheet) -> None:
    sheet.resources.Font["/" + NAME] = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    sheet.paint(f"0 0 0 1 k BT /{NAME} 20 Tf 200 200 Td (text) Tj ET")


def image(sheet: Sheet) -> None:
    sheet.resources.XObject["/" + NAME] = sheet.image(300, 300, Name.DeviceRGB, b"abc")
    sheet.paint(f"72 0 0 72 100 100 cm /{NAME} Do")


def form(sheet: Sheet) -> None:
    sheet.resources.XObject["/" + NAME] = sheet.form("1 0 0 rg 100 100 50 50 re f")
    sheet.paint(f"/{NAME} Do")


def space(sheet: Sheet) -> None:
    rgb = Stream(sheet.pdf, profile(b"mntr", b"RGB "), N=3)
    sheet.resources.ColorSpace["/" + NAME] = Array([Name.ICCBased, rgb])
    sheet.paint(f"/{NAME} cs 1 0 0 scn 100 100 50 50 re f")


def spot(sheet: Sheet) -> None:
    conflict(sheet, sheet.spot(NAME), sheet.spot(NAME, (0, 0.9, 1, 0)))


def graphics_state(sheet: Sheet) -> None:
    sheet.resources.ExtGState["/" + NAME] = Dictionary(TR=exponential((0,), (0.5,)))
    sheet.paint(f"/{NAME} gs")


def pattern(sheet: Sheet) -> None:
    tile = sheet.form("1 0 0 rg 0 0 5 5 re f", PatternType=1, PaintType=1, TilingType=1, XStep=9, YStep=9)
    sheet.resources.Pattern = Dictionary({"/" + NAME: tile})
    sheet.paint(f"/Pattern cs /{NAME} scn 100 100 50 50 re f")


def shading(sheet: Sheet) -> None:
    fade = Dictionary(ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=Array([0, 0, 1, 1]))
    fade.Function = exponential(LIGHT, DARK)
    sheet.resources.Shading = Dictionary({"/" + NAME: fade})
    sheet.paint(f"q 100 100 50 50 re W n /{NAME} sh Q")


NAMED = {
    font: "print/font-not-embedded",
    resource_of_a_font: "print/font-not-embedded",
    image: "print/rgb",
    form: "print/rgb",
    space: "print/managed-rgb",
    spot: "print/spot-conflict",
    graphics_state: "print/transfer-function",
    pattern: "print/rgb",
    shading: INK,
}


@pytest.mark.parametrize("coding", CODED)
@pytest.mark.parametrize(("change", "code"), NAMED.items(), ids=[change.__name__ for change in NAMED])
def test_names_in_other_codings(change: Break, code: str, coding: str) -> None:
    sheet = Sheet()
    change(sheet)
    found = [finding for finding in preflight(renamed(sheet, coding)) if finding.severity != "note"]
    assert [finding.code for finding in found] == [code]
    if change in (font, spot):  # spelled as the file spells it
        assert re.search(r"#[0-9A-F]{2}", found[0].message)


# limits


def test_a_page_with_too_much_on_it_costs_no_other_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "OPERATORS", 500)
    sheet = Sheet()
    sheet.add_page()
    sheet.add_page()
    sheet.add_page()
    for number, page in enumerate(sheet.pdf.pages):
        more = "q Q " * 1000 if number == 1 else "1 0 0 rg 100 100 50 50 re f"
        page.obj.Contents = Stream(sheet.pdf, (sheet.content + more).encode())
    found = preflight(sheet.save())
    assert [(f.code, f.page) for f in found] == [
        ("print/rgb", 1),
        ("preflight/too-large", 2),
        ("print/rgb", 3),
        ("print/rgb", 4),
    ]


def test_a_file_with_too_much_in_it_says_where_it_was_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "MOST_OPERATORS", 300)
    sheet = Sheet()
    for _ in range(11):
        sheet.add_page()
    sheet.paint("q Q " * 40)
    found = preflight(sheet.save())
    assert {finding.code for finding in found} == {"preflight/too-large"}
    assert 2 <= found[0].page <= 5


# ink that adds up

HALVES = "0.8 0.8 0 0 k 100 100 100 100 re f", "0 0 0.8 0.8 k 150 150 100 100 re f"


def multiplied(sheet: Sheet) -> None:
    sheet.resources.ExtGState.Times = Dictionary(BM=Name.Multiply, OP=False, op=False)
    sheet.paint(f"{HALVES[0]} /Times gs {HALVES[1]}")


def overprinted(sheet: Sheet) -> None:
    sheet.paint(" ".join(HALVES))


def group_multiplied(sheet: Sheet) -> None:
    sheet.resources.ExtGState.Times = Dictionary(BM=Name.Multiply, OP=False, op=False)
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)
    sheet.resources.XObject.Group = sheet.form(HALVES[1], Group=group)
    sheet.paint(f"{HALVES[0]} /Times gs /Group Do")


def spot_over_a_picture(sheet: Sheet) -> None:
    sheet.resources.ColorSpace.Spot = sheet.spot("Gold")
    sheet.resources.XObject.Dark = sheet.image(300, 300, Name.DeviceCMYK, bytes((180, 180, 180, 180)))
    sheet.paint("q 72 0 0 72 100 100 cm /Dark Do Q /Spot cs 1 scn 110 110 30 30 re f")


@needs_ghostscript
@pytest.mark.parametrize("change", [multiplied, overprinted, group_multiplied, spot_over_a_picture])
def test_ink_that_adds_up(change: Break) -> None:
    sheet = Sheet()
    change(sheet)
    (found,) = [finding for finding in preflight(sheet.save()) if finding.severity != "note"]
    assert found.code == INK
    assert found.measured == pytest.approx(382 if change is spot_over_a_picture else 320, abs=3)
    area = found.area
    assert area is not None
    if change is not spot_over_a_picture:
        assert (area.x, area.width, area.height) == pytest.approx((150 - LEFT, 50, 50), abs=2)
        assert area.bottom == pytest.approx(TOP - 150, abs=2)


def knocked_out(sheet: Sheet) -> None:
    sheet.resources.ExtGState.Off = Dictionary(OP=False, op=False)
    sheet.paint(f"/Off gs {' '.join(HALVES)}")


def side_by_side(sheet: Sheet) -> None:
    sheet.paint(f"{HALVES[0]} {HALVES[1].replace('150 150', '200 100')}")


def half_transparent(sheet: Sheet) -> None:
    sheet.resources.ExtGState.Half = Dictionary(ca=0.5, OP=False, op=False)
    sheet.paint(f"{HALVES[0]} /Half gs {HALVES[1]}")


def black_over_a_tint(sheet: Sheet) -> None:
    sheet.paint(f"{HALVES[0]} 0 0 0 1 k BT /F 20 Tf 110 150 Td (black) Tj ET")


def light_in_the_overlap_of_boxes(sheet: Sheet) -> None:
    """Two triangles whose boxes overlap and which do not."""
    sheet.paint("0.8 0.8 0 0 k 100 100 m 190 100 l 100 190 l f 0 0 0.8 0.8 k 200 200 m 110 200 l 200 110 l f")


@pytest.mark.parametrize(
    "change", [knocked_out, side_by_side, half_transparent, black_over_a_tint, light_in_the_overlap_of_boxes]
)
def test_ink_that_does_not_add_up(change: Break) -> None:
    sheet = Sheet()
    change(sheet)
    assert codes(sheet) == set()


def test_ink_is_not_measured_without_ghostscript(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    sheet = Sheet()
    multiplied(sheet)
    assert [(finding.code, finding.severity) for finding in preflight(sheet.save())] == [("print/ink-not-measured", "note")]
