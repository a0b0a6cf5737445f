"""Each rule, on a clean file that is broken in one way: it is caught by its own code and no other."""

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import PIL.Image
import pytest
from pikepdf import Array, Dictionary, Name, Stream, String
from support.sheet import BLEED, BOTTOM, HEIGHT, LEFT, MM, RIGHT, TOP, WIDTH, Sheet, profile

from briefgen.preflight.judge import preflight
from briefgen.preflight.rules import OFFICE, PRESS, RULES, SETS

Break = Callable[[Sheet], None]
CASES: list[tuple[str, str, str, Break]] = []  # the rules, the code that is expected, what is broken, how


def case(rules: str, code: str) -> Callable[[Break], Break]:
    def keep(change: Break) -> Break:
        CASES.append((rules, code, change.__name__, change))
        return change

    return keep


def of(rules: str, change: Break) -> set[str]:
    sheet = Sheet()
    change(sheet)
    return {finding.code for finding in preflight(sheet.save(), SETS[rules])}


@pytest.mark.parametrize("rules", [PRESS, OFFICE], ids=["press", "office"])
def test_the_clean_sheet_is_clean(rules: Any) -> None:
    assert preflight(Sheet().save(), rules) == []


# boxes and pages


@case("press", "print/no-trim-box")
def no_trim_box(sheet: Sheet) -> None:
    del sheet.page["/TrimBox"]


@case("press", "print/boxes-not-nested")
def trim_out_of_bleed(sheet: Sheet) -> None:
    sheet.page.BleedBox = Array([LEFT + 5, BOTTOM - BLEED, RIGHT + BLEED, TOP + BLEED])


@case("office", "print/boxes-not-nested")
def trim_out_of_crop(sheet: Sheet) -> None:
    sheet.drop_claim()
    sheet.page.CropBox = Array([LEFT + 10, BOTTOM, RIGHT, TOP])


@case("press", "print/bleed-too-small")
def bleed_too_small(sheet: Sheet) -> None:
    sheet.page.BleedBox = Array([LEFT - 2 * MM, BOTTOM - BLEED, RIGHT + BLEED, TOP + BLEED])


@case("press", "print/bleed-not-filled")
def area_ends_at_the_trim(sheet: Sheet) -> None:
    sheet.paint(f"0.2 0 0 0 k {LEFT} 200 50 50 re f")


@case("press", "print/bleed-not-filled")
def image_ends_in_the_bleed(sheet: Sheet) -> None:
    sheet.paint(f"50 0 0 50 {RIGHT + 4 - 50} 200 cm /Im Do")


@case("press", "print/mixed-page-sizes")
def mixed_sizes(sheet: Sheet) -> None:
    sheet.add_page(WIDTH, HEIGHT - 20)
    sheet.pdf.pages[1].obj.Contents = Stream(sheet.pdf, b" ")


@case("office", "print/mixed-page-sizes")
def letter_among_a4(sheet: Sheet) -> None:
    sheet.add_page(612, 792)
    sheet.pdf.pages[1].obj.Contents = Stream(sheet.pdf, b" ")


@case("press", "print/page-count")
def three_pages(sheet: Sheet) -> None:
    sheet.add_page()
    sheet.add_page()


@case("office", "print/paper-size")
def odd_paper(sheet: Sheet) -> None:
    sheet.page.TrimBox = Array([LEFT, BOTTOM, RIGHT - 50, TOP])


@case("press", "print/user-unit")
def scaled_page(sheet: Sheet) -> None:
    sheet.page.UserUnit = 2
    sheet.resources.XObject.Im = sheet.image(600, 600, Name.DeviceGray, b"a")


@case("press", "preflight/no-pages")
def no_pages(sheet: Sheet) -> None:
    sheet.pdf.Root.Pages.Kids = Array([])
    sheet.pdf.Root.Pages.Count = 0


# text


@case("press", "print/font-not-embedded")
def font_not_embedded(sheet: Sheet) -> None:
    del sheet.resources.Font.F.FontDescriptor["/FontFile2"]


@case("office", "print/font-not-embedded")
def base_font(sheet: Sheet) -> None:
    sheet.drop_claim()
    sheet.resources.Font.F = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)


@case("press", "print/text-near-trim")
def text_near_the_left(sheet: Sheet) -> None:
    sheet.paint(f"0 0 0 1 k BT /F 10 Tf {LEFT + 4 * MM} 200 Td (near) Tj ET")


@case("press", "print/text-near-trim")
def text_near_the_right_by_spacing(sheet: Sheet) -> None:
    sheet.paint(f"0 0 0 1 k BT /F 10 Tf 100 Tz 10 Tc {RIGHT - 95} 200 Td [(aa) -2000 (aaa)] TJ ET")


@case("office", "print/text-near-trim")
def text_in_an_unprintable_margin(sheet: Sheet) -> None:
    sheet.paint(f"0 0 0 1 k BT /F 10 Tf 200 {TOP - 10} Td (high) Tj ET")


@case("press", "print/small-text")
def small_text(sheet: Sheet) -> None:
    sheet.paint("0 0 0 1 k BT /F 10 Tf 0.4 0 0 0.4 200 200 Tm (small) Tj ET")


@case("press", "print/black-text")
def text_in_four_inks(sheet: Sheet) -> None:
    sheet.paint("0.6 0.5 0.5 1 k BT /F 10 Tf 200 200 Td (rich) Tj ET")


@case("press", "print/black-text")
def text_in_managed_rgb_black(sheet: Sheet) -> None:
    rgb = Stream(sheet.pdf, profile(b"mntr", b"RGB "), N=3)
    sheet.resources.ColorSpace.S = Array([Name.ICCBased, rgb])
    sheet.paint("/S cs 0 0 0 scn BT /F 10 Tf 200 200 Td (rich) Tj ET")


@case("press", "print/black-knockout")
def black_text_knocks_out(sheet: Sheet) -> None:
    sheet.resources.ExtGState.Off = Dictionary(OP=False)
    sheet.paint("/Off gs 0 0 0 1 k BT /F 9 Tf 200 200 Td (text) Tj ET")


# lines and images


@case("press", "print/hairline")
def thin_line(sheet: Sheet) -> None:
    sheet.paint("0 0 0 1 K 1 w 0.2 0 0 0.2 0 0 cm 1000 1000 m 2000 1000 l S")


@case("press", "print/hairline")
def line_without_width(sheet: Sheet) -> None:
    sheet.paint("0 0 0 1 K 0 w 100 100 m 200 100 l S")


@case("press", "print/hairline")
def thin_rectangle(sheet: Sheet) -> None:
    sheet.paint("0 0 0 1 k 100 100 0.1 50 re 200 100 50 50 re f")


@case("press", "print/hairline")
def thin_rectangle_of_lines(sheet: Sheet) -> None:
    sheet.paint("0 0 0 1 k 100 100 m 200 200 l 200.1 199.9 l 100.1 99.9 l h f")


@case("press", "print/low-resolution")
def image_too_large(sheet: Sheet) -> None:
    sheet.paint("300 0 0 72 100 100 cm /Im Do")


@case("press", "print/low-resolution")
def turned_image_too_large(sheet: Sheet) -> None:
    sheet.paint("0 100 -100 0 300 100 cm /Im Do")


@case("office", "print/low-resolution")
def image_too_large_for_the_office(sheet: Sheet) -> None:
    sheet.paint("300 0 0 300 100 100 cm /Im Do")


@case("press", "print/coarse-line-art")
def coarse_line_art(sheet: Sheet) -> None:
    sheet.resources.XObject.Art = sheet.image(800, 800, Name.DeviceGray, b"\x55", bits=1)
    sheet.paint("72 0 0 72 100 100 cm /Art Do")


@case("press", "print/coarse-line-art")
def coarse_stencil(sheet: Sheet) -> None:
    image = sheet.image(800, 800, Name.DeviceGray, b"\x55", bits=1, ImageMask=True)
    del image["/ColorSpace"]
    sheet.resources.XObject.Art = image
    sheet.paint("0 0 0 1 k 72 0 0 72 100 100 cm /Art Do")


@case("press", "print/bad-image")
def image_cut_short(sheet: Sheet) -> None:
    sheet.resources.XObject.Im.Height = 400


@case("office", "print/bad-image")
def jpeg_that_is_none(sheet: Sheet) -> None:
    image = Stream(sheet.pdf, b"")
    image.write(b"not a picture", filter=Name.DCTDecode)
    said = {"Subtype": Name.Image, "Width": 300, "Height": 300, "BitsPerComponent": 8, "ColorSpace": Name.DeviceGray}
    for key, value in said.items():
        image["/" + key] = value
    sheet.resources.XObject.Art = image
    sheet.paint("72 0 0 72 100 100 cm /Art Do")


# colour


@case("press", "print/rgb")
def rgb_area(sheet: Sheet) -> None:
    sheet.paint("1 0 0 rg 100 100 50 50 re f")


@case("press", "print/rgb")
def rgb_image(sheet: Sheet) -> None:
    sheet.resources.XObject.Rgb = sheet.image(300, 300, Name.DeviceRGB, b"abc")
    sheet.paint("72 0 0 72 100 100 cm /Rgb Do")


@case("press", "print/rgb")
def rgb_inline_image(sheet: Sheet) -> None:
    sheet.paint("0.2 0 0 0.2 100 100 cm BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI")


@case("press", "print/rgb")
def rgb_palette(sheet: Sheet) -> None:
    space = Array([Name.Indexed, Name.DeviceRGB, 0, String(b"abc")])
    sheet.resources.XObject.Rgb = sheet.image(300, 300, space, b"\0")
    sheet.paint("72 0 0 72 100 100 cm /Rgb Do")


@case("press", "print/rgb")
def rgb_in_a_form_in_a_form(sheet: Sheet) -> None:
    sheet.resources.XObject.Inner = sheet.form("1 0 0 RG 2 w 100 100 m 200 200 l S")
    sheet.resources.XObject.Outer = sheet.form("/Inner Do")
    sheet.paint("/Outer Do")


@case("press", "print/rgb")
def rgb_in_a_pattern(sheet: Sheet) -> None:
    tile = Stream(sheet.pdf, b"1 0 0 rg 0 0 5 5 re f")
    said = {"PatternType": 1, "PaintType": 1, "TilingType": 1, "XStep": 9, "YStep": 9}
    for key, value in {**said, "BBox": Array([0, 0, 9, 9]), "Resources": Dictionary()}.items():
        tile["/" + key] = value
    sheet.resources.Pattern = Dictionary(Tile=tile)
    sheet.paint("/Pattern cs /Tile scn 100 100 50 50 re f")


@case("press", "print/rgb")
def rgb_in_a_drawn_glyph(sheet: Sheet) -> None:
    glyph = Stream(sheet.pdf, b"500 0 d0 1 0 0 rg 0 0 400 700 re f")
    font = Dictionary(Type=Name.Font, Subtype=Name.Type3, FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]))
    font.FontBBox = Array([0, 0, 500, 700])
    font.CharProcs = Dictionary(a=glyph)
    font.Encoding = Dictionary(Differences=Array([97, Name.a]))
    font.FirstChar, font.LastChar, font.Widths = 97, 97, Array([500])
    sheet.resources.Font.Drawn = font
    sheet.paint("0 0 0 1 k BT /Drawn 10 Tf 200 200 Td (aaa) Tj ET")


@case("press", "print/rgb")
def rgb_shading(sheet: Sheet) -> None:
    ends = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0]), C1=Array([1, 0, 0]), N=1)
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=Array([0, 0, 1, 1]), Function=ends)
    sheet.resources.Shading = Dictionary(Fade=shading)
    sheet.paint("100 100 50 50 re W n /Fade sh")


@case("press", "print/managed-rgb")
def managed_rgb(sheet: Sheet) -> None:
    rgb = Stream(sheet.pdf, profile(b"mntr", b"RGB "), N=3)
    sheet.resources.XObject.Rgb = sheet.image(300, 300, Array([Name.ICCBased, rgb]), b"abc")
    sheet.paint("72 0 0 72 100 100 cm /Rgb Do")


@case("press", "print/managed-rgb")
def rgb_by_a_default_space(sheet: Sheet) -> None:
    rgb = Stream(sheet.pdf, profile(b"mntr", b"RGB "), N=3)
    sheet.resources.ColorSpace.DefaultRGB = Array([Name.ICCBased, rgb])
    sheet.paint("1 0 0 rg 100 100 50 50 re f")


@case("press", "print/managed-rgb")
def jpeg_2000_that_names_its_own_colour(sheet: Sheet) -> None:
    data = io.BytesIO()
    PIL.Image.new("RGB", (300, 300), "red").save(data, "JPEG2000")
    image = Stream(sheet.pdf, b"")
    image.write(data.getvalue(), filter=Name.JPXDecode)
    image.Subtype, image.Width, image.Height = Name.Image, 300, 300
    sheet.resources.XObject.Jpx = image
    sheet.paint("72 0 0 72 100 100 cm /Jpx Do")


@case("press", "print/managed-rgb")
def lab(sheet: Sheet) -> None:
    sheet.resources.ColorSpace.L = Array([Name.Lab, Dictionary(WhitePoint=Array([0.96, 1, 0.82]))])
    sheet.paint("/L cs 50 0 0 scn 100 100 50 50 re f")


@case("press", "print/managed-cmyk")
def cmyk_with_a_profile(sheet: Sheet) -> None:
    sheet.resources.ColorSpace.Own = Array([Name.ICCBased, Stream(sheet.pdf, profile(), N=4)])
    sheet.paint("/Own cs 0.2 0 0 0 scn 100 100 50 50 re f")


@case("press", "print/managed-gray")
def gray_with_a_profile(sheet: Sheet) -> None:
    sheet.resources.ColorSpace.Own = Array([Name.ICCBased, Stream(sheet.pdf, profile(space=b"GRAY"), N=1)])
    sheet.paint("/Own cs 0.5 scn 100 100 50 50 re f")


@case("press", "print/white-overprint")
def white_overprints(sheet: Sheet) -> None:
    sheet.paint("0 0 0 0 k BT /F 10 Tf 200 200 Td (white) Tj ET")


@case("press", "print/total-ink")
def area_of_too_much_ink(sheet: Sheet) -> None:
    sheet.paint("0.9 0.8 0.8 0.6 k 100 100 50 50 re f")


@case("press", "print/total-ink")
def image_of_too_much_ink(sheet: Sheet) -> None:
    sheet.resources.XObject.Dark = sheet.image(300, 300, Name.DeviceCMYK, bytes((230, 200, 200, 200)))
    sheet.paint("72 0 0 72 100 100 cm /Dark Do")


@case("press", "print/registration-colour")
def registration_colour_on_the_page(sheet: Sheet) -> None:
    sheet.paint("/All cs 1 scn 100 100 50 50 re f")


@case("press", "print/spot-colours")
def spot_colour(sheet: Sheet) -> None:
    sheet.resources.ColorSpace.Spot = sheet.spot("PANTONE 7622 C")
    sheet.paint("/Spot cs 1 scn 100 100 50 50 re f")


@case("press", "print/blend-space")
def page_blends_in_rgb(sheet: Sheet) -> None:
    sheet.page.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    sheet.resources.ExtGState.Half = Dictionary(ca=0.5)
    sheet.paint("/Half gs 0 0 0 0.5 k 100 100 50 50 re f")


@case("press", "print/blend-space")
def form_blends_in_rgb(sheet: Sheet) -> None:
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    sheet.resources.ExtGState.Half = Dictionary(ca=0.5)
    sheet.resources.XObject.Group = sheet.form("/Half gs 0 0 0 0.5 k 100 100 50 50 re f", Group=group)
    sheet.paint("/Group Do")


@case("press", "print/transfer-function")
def transfer_function(sheet: Sheet) -> None:
    sheet.resources.ExtGState.T = Dictionary(TR=Dictionary(FunctionType=2, Domain=Array([0, 1]), N=2))
    sheet.paint("/T gs")


# output intent


@case("press", "print/no-output-intent")
def no_output_intent(sheet: Sheet) -> None:
    del sheet.pdf.Root["/OutputIntents"]


@case("press", "print/several-output-intents")
def two_output_intents(sheet: Sheet) -> None:
    sheet.pdf.Root.OutputIntents.append(sheet.pdf.Root.OutputIntents[0])


@case("press", "print/output-condition")
def no_printing_condition(sheet: Sheet) -> None:
    del sheet.pdf.Root.OutputIntents[0]["/OutputConditionIdentifier"]


@case("press", "print/no-output-profile")
def no_output_profile(sheet: Sheet) -> None:
    del sheet.pdf.Root.OutputIntents[0]["/DestOutputProfile"]


@case("press", "print/output-profile")
def scanner_profile(sheet: Sheet) -> None:
    sheet.pdf.Root.OutputIntents[0].DestOutputProfile = Stream(sheet.pdf, profile(b"scnr"), N=4)


@case("press", "print/output-profile")
def profile_of_other_channels(sheet: Sheet) -> None:
    sheet.pdf.Root.OutputIntents[0].DestOutputProfile.N = 3


@case("press", "print/output-profile")
def profile_that_is_none(sheet: Sheet) -> None:
    sheet.pdf.Root.OutputIntents[0].DestOutputProfile = Stream(sheet.pdf, b"none", N=4)


# what paper cannot do


@case("press", "print/javascript")
def javascript_by_name(sheet: Sheet) -> None:
    action = Dictionary(S=Name.JavaScript, JS=String("1"))
    sheet.pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), action])))


@case("office", "print/javascript")
def javascript_on_opening(sheet: Sheet) -> None:
    sheet.drop_claim()
    sheet.pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("1"))


@case("office", "print/action")
def launch(sheet: Sheet) -> None:
    sheet.drop_claim()
    link = Dictionary(Subtype=Name.Link, Rect=Array([100, 100, 200, 200]), A=Dictionary(S=Name.Launch, F=String("x")))
    sheet.page.Annots = Array([link])


@case("press", "print/action")
def action_of_the_page(sheet: Sheet) -> None:
    sheet.page.AA = Dictionary(O=Dictionary(S=Name.URI, URI=String("https://example.org")))


@case("press", "print/annotation")
def link_in_the_bleed(sheet: Sheet) -> None:
    action = Dictionary(S=Name.URI, URI=String("https://example.org"))
    sheet.page.Annots = Array([Dictionary(Subtype=Name.Link, Rect=Array([0, 0, 200, 200]), A=action)])


@case("press", "print/form-field")
def form_field(sheet: Sheet) -> None:
    field = sheet.pdf.make_indirect(
        Dictionary(Subtype=Name.Widget, FT=Name.Tx, T=String("a"), Rect=Array([100, 100, 200, 200]))
    )
    sheet.page.Annots = Array([field])
    sheet.pdf.Root.AcroForm = Dictionary(Fields=Array([field]))


@case("press", "print/embedded-file")
def embedded_file(sheet: Sheet) -> None:
    sheet.pdf.attachments["a.txt"] = b"text"


@case("press", "print/hidden-layers")
def layers(sheet: Sheet) -> None:
    layer = sheet.pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("a")))
    sheet.pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary())


@case("press", "print/external-content")
def external_stream(sheet: Sheet) -> None:
    form = sheet.form("")
    form.F = String("elsewhere.bin")
    sheet.resources.XObject.Away = form


@case("press", "print/external-content")
def open_prepress_interface(sheet: Sheet) -> None:
    sheet.resources.XObject.Away = sheet.form("", OPI=Dictionary())
    sheet.paint("/Away Do")


@case("press", "print/postscript")
def postscript(sheet: Sheet) -> None:
    stream = Stream(sheet.pdf, b"showpage")
    stream.Subtype = Name.PS
    sheet.resources.XObject.Ps = stream
    sheet.paint("/Ps Do")


# what the file says of itself


@case("office", "preflight/pdfx-not-kept")
def claims_pdfx_with_rgb(sheet: Sheet) -> None:
    sheet.paint("1 0 0 rg 100 100 50 50 re f")


@case("press", "preflight/pdfx-not-kept")
def claims_pdfx_with_a_new_header(sheet: Sheet) -> None:
    sheet.header = "1.7"


@case("press", "preflight/pdfx-not-kept")
def claims_pdfx_without_dates(sheet: Sheet) -> None:
    sheet.xmp = sheet.xmp.replace('xmp:MetadataDate="2026-11-22T00:00:00Z"', "")


@case("press", "preflight/pdfx-not-kept")
def claims_pdfx_and_nothing_of_trapping(sheet: Sheet) -> None:
    del sheet.pdf.docinfo["/Trapped"]
    sheet.xmp = sheet.xmp.replace('pdf:Trapped="False"', "")


@case("office", "preflight/pdfa-not-kept")
def claims_pdfa_without_tags(sheet: Sheet) -> None:
    sheet.claim('pdfaid:part="2" pdfaid:conformance="A"')
    del sheet.pdf.Root["/MarkInfo"]


@case("office", "preflight/pdfa-not-kept")
def claims_pdfa_with_unexplained_rgb(sheet: Sheet) -> None:
    sheet.drop_claim()
    sheet.claim('pdfaid:part="2" pdfaid:conformance="B"')
    sheet.paint("1 0 0 rg 100 100 50 50 re f")


@case("office", "preflight/pdfa-not-kept")
def claims_pdfa_2_with_a_text_file(sheet: Sheet) -> None:
    sheet.drop_claim()
    sheet.claim('pdfaid:part="2" pdfaid:conformance="B"')
    sheet.pdf.attachments["a.txt"] = b"text"


@case("office", "preflight/pdfua-not-kept")
def claims_pdfua_without_tags(sheet: Sheet) -> None:
    sheet.claim('pdfuaid:part="1"')
    del sheet.pdf.Root["/StructTreeRoot"]


@case("office", "preflight/pdfua-not-kept")
def claims_pdfua_with_content_outside_of_tags(sheet: Sheet) -> None:
    sheet.claim('pdfuaid:part="1"')
    sheet.content += "0 0 0 1 k 100 100 50 50 re f\n"


@case("press", "preflight/unknown-label")
def unknown_label(sheet: Sheet) -> None:
    sheet.xmp = sheet.xmp.replace("PDF/X-4", "PDF/X-9")


@case("press", "preflight/metadata-disagrees")
def two_titles(sheet: Sheet) -> None:
    sheet.pdf.docinfo.Title = String("Another sheet")


@case("office", "preflight/bad-metadata")
def metadata_with_entities(sheet: Sheet) -> None:
    sheet.xmp = '<!DOCTYPE x [<!ENTITY a "aaaa">]>' + sheet.xmp.partition("?>")[2]


@case("office", "preflight/no-tags")
def no_tags(sheet: Sheet) -> None:
    del sheet.pdf.Root["/StructTreeRoot"]


@case("office", "preflight/no-title")
def no_title(sheet: Sheet) -> None:
    sheet.drop_claim()
    del sheet.pdf.docinfo["/Title"]
    sheet.xmp = sheet.xmp.replace("A clean sheet", "")


@case("office", "preflight/no-language")
def no_language(sheet: Sheet) -> None:
    del sheet.pdf.Root["/Lang"]


@case("office", "preflight/no-alternative")
def figure_without_text(sheet: Sheet) -> None:
    del sheet.figure["/Alt"]


@case("office", "preflight/no-unicode")
def font_without_characters(sheet: Sheet) -> None:
    font = sheet.font()
    font.FontDescriptor.Flags = 4
    del font["/Encoding"]
    sheet.resources.Font.F = font


# reading


@case("press", "preflight/damaged")
def content_is_missing(sheet: Sheet) -> None:
    sheet.page.Contents = Dictionary()


@case("office", "preflight/faulty-content")
def content_with_a_fault(sheet: Sheet) -> None:
    sheet.paint("[ (never closed")


@case("press", "preflight/too-large")
def forms_without_end(sheet: Sheet) -> None:
    form = sheet.form("")
    sheet.resources.XObject.Loop = form
    form.write(b"/Loop Do")
    sheet.paint("/Loop Do")


@pytest.mark.parametrize(("rules", "code", "change"), [(c[0], c[1], c[3]) for c in CASES], ids=[c[2] for c in CASES])
def test_caught_by_its_own_code(rules: str, code: str, change: Break) -> None:
    assert of(rules, change) == {code}


def test_every_code_is_tried() -> None:
    elsewhere = {
        "preflight/verapdf",
        "preflight/not-checked",
        "print/ink-not-measured",
        "preflight/repaired",
        "preflight/unreadable",
        "preflight/password",
        "preflight/too-many",
        "print/encrypted",
    }
    doubled = {"print/unmanaged-colour", "print/output-not-cmyk", "print/spot-conflict"}
    assert set(RULES) - {code for _, code, _, _ in CASES} == elsewhere | doubled


def test_an_output_intent_for_a_screen() -> None:
    sheet = Sheet()
    sheet.pdf.Root.OutputIntents[0].DestOutputProfile = Stream(sheet.pdf, profile(space=b"RGB "), N=3)
    assert {finding.code for finding in preflight(sheet.save())} == {"print/output-not-cmyk", "print/unmanaged-colour"}


def test_a_spot_colour_of_two_kinds() -> None:
    sheet = Sheet()
    sheet.resources.ColorSpace.One = sheet.spot("House red")
    sheet.resources.ColorSpace.Two = sheet.spot("House red", (0, 0.9, 1, 0))
    sheet.paint("/One cs 1 scn 100 100 50 50 re f /Two cs 1 scn 200 100 50 50 re f")
    found = {finding.code: finding for finding in preflight(sheet.save())}
    assert set(found) == {"print/spot-colours", "print/spot-conflict"}
    assert found["print/spot-colours"].severity == "note"
    assert found["print/spot-colours"].measured == 1


def test_more_plates_than_a_press_has() -> None:
    sheet = Sheet()
    for name in ("Red", "Green", "Varnish"):
        sheet.resources.ColorSpace["/" + name] = sheet.spot(name)
        sheet.paint(f"/{name} cs 1 scn 100 100 50 50 re f")
    (found,) = preflight(sheet.save())
    assert (found.code, found.severity, found.measured, found.limit) == ("print/spot-colours", "warning", 3, 2)
    assert all(name in found.message for name in ("Red", "Green", "Varnish"))


def test_a_locked_file() -> None:
    data = Sheet().save(encryption=pikepdf.Encryption(owner="a", user="b", R=4))
    assert [finding.code for finding in preflight(data)] == ["preflight/password"]


def test_a_file_with_restrictions() -> None:
    data = Sheet().save(encryption=pikepdf.Encryption(owner="a", user="", R=4))
    assert [(f.code, f.severity) for f in preflight(data)] == [("print/encrypted", "error")]
    assert [(f.code, f.severity) for f in preflight(data, OFFICE)] == [("print/encrypted", "warning")]


@pytest.mark.parametrize("data", [b"", b"nothing", b"%PDF-1.6\n%%EOF", b"\x00" * 1000])
def test_no_pdf(data: bytes) -> None:
    assert [finding.code for finding in preflight(data)] == ["preflight/unreadable"]
