"""What looks like a fault and is none: nothing is said of it, or a note at most."""

import re
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream, String
from support.faults import MARKS, Break, calculated, codes, conflict, exponential, jpeg, layer, masked, sampled, stamp
from support.sheet import LEFT, RIGHT, TOP, Sheet

from briefgen.preflight.judge import preflight
from briefgen.preflight.rules import OFFICE

SOUND: list[Break] = []


def sound(change: Break) -> Break:
    SOUND.append(change)
    return change


@sound
def page_could_blend_in_rgb_and_does_not(sheet: Sheet) -> None:
    sheet.page.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)


@sound
def group_could_blend_in_rgb_and_does_not(sheet: Sheet) -> None:
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    sheet.resources.XObject.Group = sheet.form("0.2 0 0 0 k 100 100 50 50 re f", Group=group)
    sheet.paint("/Group Do")


@sound
def what_blends_does_so_in_cmyk_within_an_rgb_group(sheet: Sheet) -> None:
    sheet.page.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    sheet.resources.ExtGState.Half = Dictionary(ca=0.5)
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK, I=True)
    sheet.resources.XObject.Group = sheet.form("/Half gs 0.2 0 0 0 k 100 100 50 50 re f", Group=group)
    sheet.paint("/Group Do")


@sound
def opacity_within_rounding_of_one(sheet: Sheet) -> None:
    sheet.page.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    sheet.resources.ExtGState.Whole = Dictionary(ca=0.999999, CA=1.0000001)
    sheet.paint("/Whole gs 0.2 0 0 0 k 100 100 50 50 re f")


@sound
def title_with_codes_of_its_languages(sheet: Sheet) -> None:
    sheet.pdf.docinfo.Title = String(b"\xfe\xff" + "\x1benGB\x1bA \x1ben\x1bclean sheet".encode("utf-16-be"))


@sound
def luminosity_in_rgb(sheet: Sheet) -> None:
    masked(sheet, "1 0 0 rg 100 100 50 50 re f", space=Name.DeviceRGB)


@sound
def mask_of_four_pixels(sheet: Sheet) -> None:
    mask = sheet.image(2, 2, Name.DeviceGray, b"\x80")
    sheet.resources.XObject.Im = sheet.image(300, 300, Name.DeviceCMYK, bytes(4), SMask=mask)


@sound
def crop_marks_in_one_path(sheet: Sheet) -> None:
    sheet.paint(f"/All CS 1 SCN 0.25 w {MARKS} S")


@sound
def frame_of_the_sheet_in_the_registration_colour(sheet: Sheet) -> None:
    """Its box is that of the page, and its lines lie outside."""
    sheet.paint(f"/All CS 1 SCN 0.25 w 5 5 {RIGHT + 13} {TOP + 18} re S")


@sound
def colour_bars_in_one_path(sheet: Sheet) -> None:
    sheet.paint(f"1 1 1 1 k 40 2 10 10 re {RIGHT + 15} 300 10 10 re 300 {TOP + 15} 10 10 re f")


def transfer(sheet: Sheet, key: str, value: Any) -> None:
    sheet.drop_claim()
    sheet.resources.ExtGState.T = Dictionary({"/" + key: value})
    sheet.paint("/T gs")


@sound
def transfer_function_by_name(sheet: Sheet) -> None:
    transfer(sheet, "TR", Name.Identity)


@sound
def transfer_functions_by_name(sheet: Sheet) -> None:
    transfer(sheet, "TR", Array([Name.Identity] * 4))


@sound
def transfer_function_that_is_the_default(sheet: Sheet) -> None:
    transfer(sheet, "TR2", Name.Default)


@sound
def transfer_function_that_changes_nothing(sheet: Sheet) -> None:
    transfer(sheet, "TR", exponential((0,), (1,)))


@sound
def layer_that_is_off(sheet: Sheet) -> None:
    layer(sheet, OFF=True)
    sheet.resources.XObject.Coarse = sheet.image(10, 10, Name.DeviceRGB, b"abc")
    sheet.paint("/OC /Layer BDC 1 0 0 rg 100 100 50 50 re f 72 0 0 72 100 100 cm /Coarse Do EMC")


@sound
def form_and_picture_of_a_layer_that_is_off(sheet: Sheet) -> None:
    made = layer(sheet, BaseState=Name.OFF)
    sheet.resources.XObject.Form = sheet.form("1 0 0 rg 100 100 50 50 re f", OC=made)
    sheet.resources.XObject.Coarse = sheet.image(10, 10, Name.DeviceRGB, b"abc", OC=made)
    sheet.paint("/Form Do 72 0 0 72 100 100 cm /Coarse Do")


@sound
def layer_off_within_a_layer_that_is_on(sheet: Sheet) -> None:
    made = layer(sheet, OFF=True)
    rule = Array([Name.And, made, Array([Name.Not, made])])
    sheet.resources.Properties.Rule = Dictionary(Type=Name.OCMD, VE=rule)
    sheet.paint("/OC /Rule BDC /OC /Layer BDC q EMC 1 0 0 rg 100 100 50 50 re f Q EMC")


@sound
def bold_by_a_stroke(sheet: Sheet) -> None:
    sheet.paint("0.1 w 2 Tr 0 0 0 1 k 0 0 0 1 K BT /F 12 Tf 200 200 Td (bold) Tj ET")


@sound
def line_that_is_stroked_and_filled(sheet: Sheet) -> None:
    sheet.paint("0.5 w 0.2 0 0 0 k 0.2 0 0 0 K 100 100 m 200 150 l B")


@sound
def small_dots_and_thick_shapes(sheet: Sheet) -> None:
    sheet.paint("0.2 0 0 0 k 100 100 0.2 0.2 re 150 100 m 160 100 l 160 110 l 158 110 l 158 102 l 150 102 l h f")


@sound
def jpeg_with_parameters(sheet: Sheet) -> None:
    sheet.resources.XObject.Im = jpeg(sheet, (40, 20, 0, 10), Dictionary(ColorTransform=0))


@sound
def jpeg_with_parameters_and_nothing_of_its_own(sheet: Sheet) -> None:
    sheet.resources.XObject.Im = jpeg(sheet, (40, 20, 0, 10), Dictionary(ColorTransform=0), marked=False)


@sound
def white_in_mode_0(sheet: Sheet) -> None:
    sheet.resources.ExtGState.Zero = Dictionary(OP=True, op=True, OPM=0)
    sheet.paint("/Zero gs 0 0 0 0 k BT /F 12 Tf 200 200 Td (white) Tj ET")


@sound
def spot_by_a_table_and_by_a_formula_that_agree(sheet: Sheet) -> None:
    table = sampled(sheet, [(0, 0, 0, 0), (0, 1, 1, 0)])
    conflict(sheet, sheet.spot("Gold"), Array([Name.Separation, Name.Gold, Name.DeviceCMYK, table]))


@sound
def spot_within_a_device_n_that_agrees(sheet: Sheet) -> None:
    names = Array([Name.Gold, Name.Black])
    mix = calculated(sheet, "{ exch dup 3 -1 roll 0 4 1 roll }", inputs=2)
    conflict(sheet, sheet.spot("Gold"), Array([Name.DeviceN, names, Name.DeviceCMYK, mix]))


@sound
def shading_from_white_that_overprints(sheet: Sheet) -> None:
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=Array([0, 0, 1, 1]))
    shading.Function = exponential((0, 0, 0, 0), (0.5, 0, 0, 0))
    sheet.resources.Shading = Dictionary(Fade=shading)
    sheet.paint("q 100 100 50 50 re W n /Fade sh Q")


def collection(sheet: Sheet) -> None:
    """A font of one of Adobe's collections, whose numbers are characters."""
    below = Dictionary(Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.Song)
    below.CIDSystemInfo = Dictionary(Registry=String("Adobe"), Ordering=String("GB1"), Supplement=2)
    below.FontDescriptor = sheet.font().FontDescriptor
    font = Dictionary(Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.Song, DescendantFonts=Array([below]))
    font.Encoding = Name("/Identity-H")
    sheet.resources.Font.Song = font
    sheet.paint("0 0 0 1 k BT /Song 12 Tf 200 200 Td <04D204D3> Tj ET")


@pytest.mark.parametrize("change", SOUND, ids=[change.__name__ for change in SOUND])
def test_nothing_is_said(change: Break) -> None:
    sheet = Sheet()
    change(sheet)
    assert codes(sheet) == set()


def test_characters_of_a_known_collection() -> None:
    sheet = Sheet()
    collection(sheet)
    assert codes(sheet, "office") == set()


@pytest.mark.parametrize("change", [layer_that_is_off, form_and_picture_of_a_layer_that_is_off])
def test_a_layer_is_a_note(change: Break) -> None:
    sheet = Sheet()
    change(sheet)
    assert codes(sheet, notes=True) == {"print/hidden-layers"}


@pytest.mark.parametrize("flags", [0, 2, 6])
def test_an_annotation_that_is_not_printed_has_no_content(flags: int) -> None:
    sheet = Sheet()
    stamp(sheet, "1 0 0 rg 0 0 50 50 re f", flags=flags)
    assert codes(sheet) == {"print/annotation"}


# files that readers mend


def a_size_that_is_wrong(data: bytes) -> bytes:
    return re.sub(rb"/Size (\d)", rb"/Size 9\1", data, count=1)


@pytest.mark.parametrize("change", [a_size_that_is_wrong])
def test_what_readers_mend_is_a_note(change: Any) -> None:
    data = Sheet().save(object_stream_mode=pikepdf.ObjectStreamMode.disable)
    changed = change(data)
    assert changed != data
    assert [(finding.code, finding.severity) for finding in preflight(changed)] == [("preflight/repaired", "note")]


def test_what_had_to_be_guessed_is_damage() -> None:
    data = Sheet().save(object_stream_mode=pikepdf.ObjectStreamMode.disable)
    changed = data.replace(b"startxref\n", b"startxref\n9")
    assert [finding.code for finding in preflight(changed)] == ["preflight/damaged"]


# claims


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "utf-16", "utf-32-le", "utf-32-be"])
def test_metadata_in_any_utf(coding: str) -> None:
    sheet = Sheet()
    data = sheet.xmp.encode(coding)
    sheet.pdf.Root.Metadata = Stream(sheet.pdf, data, Type=Name.Metadata, Subtype=Name.XML)
    assert codes(sheet) == set()


def test_metadata_in_utf_that_is_cut_short() -> None:
    sheet = Sheet()
    sheet.drop_claim()
    data = sheet.xmp.encode("utf-16")[:-301]
    sheet.pdf.Root.Metadata = Stream(sheet.pdf, data, Type=Name.Metadata, Subtype=Name.XML)
    assert codes(sheet) == {"preflight/bad-metadata"}


def test_a_language_that_stands_deeper() -> None:
    sheet = Sheet()
    sheet.claim('pdfuaid:part="1"')
    del sheet.pdf.Root["/Lang"]
    tree = sheet.pdf.Root.StructTreeRoot
    tree.K = sheet.pdf.make_indirect(Dictionary(S=Name.Document, K=tree.K, Lang=String("en")))
    assert codes(sheet) == set()
    del tree.K["/Lang"]
    sheet.paragraph.Lang = sheet.figure.Lang = String("en")
    assert codes(sheet) == set()


def test_intents_of_pages_in_pdfa_4() -> None:
    sheet = Sheet()
    sheet.drop_claim()
    sheet.claim('pdfaid:part="4" pdfaid:rev="2020"')
    sheet.header = "2.0"
    del sheet.pdf.trailer["/Info"]
    sheet.page.OutputIntents = sheet.pdf.Root.OutputIntents
    del sheet.pdf.Root["/OutputIntents"]
    assert codes(sheet, "office") == set()


def test_a_box_is_called_by_its_name() -> None:
    sheet = Sheet()
    sheet.drop_claim()
    sheet.page.ArtBox = Array([LEFT - 60, 0, RIGHT, TOP])
    del sheet.page["/TrimBox"]
    found = preflight(sheet.save(), OFFICE)
    assert {finding.code for finding in found} >= {"print/boxes-not-nested"}
    assert all("ArtBox" in finding.message for finding in found if finding.code == "print/boxes-not-nested")
    assert not any("TrimBox" in finding.message for finding in found)


def test_plurals() -> None:
    sheet = Sheet()
    layer(sheet)
    sheet.pdf.attachments["a.txt"] = b"text"
    said = " ".join(finding.message for finding in preflight(sheet.save()))
    assert "1 layer:" in said
    assert "1 embedded file" in said
    assert "files" not in said
