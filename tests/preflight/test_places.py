"""Where findings are: page, rectangle, measured value and limit, in every coordinate system that a page can have."""

import io
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from support.sheet import BLEED, EDGE, HEIGHT, LEFT, MM, RIGHT, TOP, WIDTH, Sheet

from briefgen.geometry import Rect
from briefgen.preflight.finding import Finding
from briefgen.preflight.judge import preflight
from briefgen.preflight.rules import OFFICE, PRESS, Rules


def only(sheet: Sheet, rules: Rules = PRESS) -> Finding:
    (finding,) = preflight(sheet.save(), rules)
    return finding


def area(finding: Finding) -> tuple[float, ...]:
    assert finding.area is not None
    return finding.area.x, finding.area.y, finding.area.width, finding.area.height


def test_an_image_in_its_place() -> None:
    """300 pixels on 144 points are 150 dpi; at 300 dpi they are an inch wide."""
    sheet = Sheet()
    sheet.paint(f"144 0 0 100 {LEFT + 50} {TOP - 300} cm /Im Do")
    finding = only(sheet)
    assert (finding.code, finding.severity, finding.page) == ("print/low-resolution", "error", 1)
    assert (finding.measured, finding.limit, finding.unit) == (150, 300, "dpi")
    assert area(finding) == pytest.approx((50, 200, 144, 100), abs=0.02)
    assert "25 mm" in finding.hint


@pytest.mark.parametrize(("size", "severity"), [(72, None), (90, "warning"), (96, "warning"), (97, "error")])
def test_degrees_of_resolution(size: float, severity: str | None) -> None:
    sheet = Sheet()
    sheet.paint(f"{size} 0 0 {size} 100 100 cm /Im Do")
    assert [finding.severity for finding in preflight(sheet.save())] == ([severity] if severity else [])


@pytest.mark.parametrize(("size", "severity"), [(144, None), (150, "warning"), (288, "warning"), (300, "error")])
def test_degrees_of_resolution_in_the_office(size: float, severity: str | None) -> None:
    sheet = Sheet()
    sheet.paint(f"{size} 0 0 {size} 100 100 cm /Im Do")
    assert [finding.severity for finding in preflight(sheet.save(), OFFICE)] == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("distance", "severity"), [(5.1, None), (4.9, "warning"), (3.1, "warning"), (2.9, "error"), (-2, "error")]
)
def test_degrees_of_distance(distance: float, severity: str | None) -> None:
    sheet = Sheet()
    sheet.paint(f"0 0 0 1 k BT /F 10 Tf {LEFT + distance * MM} 200 Td (near) Tj ET")
    found = preflight(sheet.save())
    assert [(finding.code, finding.severity) for finding in found] == [("print/text-near-trim", severity)] * len(found)
    assert len(found) == (severity is not None)
    if found:
        assert found[0].measured == pytest.approx(distance, abs=0.02)
        assert (found[0].limit, found[0].unit) == (5, "mm")


@pytest.mark.parametrize(("columns", "rows", "found"), [(1, 1, 0), (2, 600, 0), (4, 4, 0), (5, 600, 1), (2, 60, 1)])
def test_a_shading_kept_as_an_image_has_no_resolution(columns: int, rows: int, found: int) -> None:
    sheet = Sheet()
    sheet.resources.XObject.Flow = sheet.image(columns, rows, Name.DeviceGray, b"\x80")
    sheet.paint("100 0 0 72 100 100 cm /Flow Do")
    assert [finding.code for finding in preflight(sheet.save())] == ["print/low-resolution"] * found


def test_limits_can_be_others() -> None:
    sheet = Sheet()
    sheet.paint("0.8 0.8 0.8 0.5 k 100 100 50 50 re f")
    newspaper = Rules(name="press", resolution=(100, 150), line_art=(300, 600), safety=PRESS.safety, ink=240)
    assert preflight(sheet.save()) == []
    assert (only(sheet, newspaper).measured, only(sheet, newspaper).limit) == (290, 240)


@pytest.mark.parametrize("text", ["(wide)", "(  wide  )", "[(wi) 0 (de)]", "[(w) -1000 (i) 1000 (de) -9000 ( )]"])
def test_a_text_without_its_blanks(text: str) -> None:
    """Four glyphs of half an em, in 20 pt."""
    sheet = Sheet()
    show = "TJ" if text.startswith("[") else "Tj"
    start = LEFT - 10 if text.startswith("(  ") else LEFT + 10  # two blanks are 20 pt wide
    sheet.paint(f"0 0 0 0.3 k BT /F 20 Tf {start} {TOP - 100} Td {text} {show} ET")
    x, y, width, height = area(only(sheet))
    assert (x, width) == pytest.approx((10, 40), abs=0.02)
    assert (y, height) == pytest.approx((100 - 14, 14 + 4), abs=0.02)


def test_text_operators() -> None:
    """Leading, rise, stretch, spacing and the two quotes move text as they should."""
    sheet = Sheet()
    text = "/F 10 Tf 50 Tz 4 Tc 2 Ts 30 TL 1 0 0 1 {} {} Tm (far) ' 0 1 (ab) \""
    sheet.paint("0 0 0 0.3 k BT " + text.format(RIGHT - 17, TOP - 40) + " ET")
    finding = only(sheet)
    # the second string: two lines down, 2 glyphs of 2.5 pt, half a point of spacing after the first
    assert finding.count == 2
    assert area(finding)[2] == pytest.approx(3 * 2.5 + 2 * 2, abs=0.02)


def test_a_line_under_a_matrix() -> None:
    sheet = Sheet()
    sheet.paint(f"q 0.1 0 0 0.1 {LEFT} 0 cm 0 0 0 1 K 2 w 1000 2000 m 3000 2000 l S Q")
    finding = only(sheet)
    assert finding.measured == pytest.approx(0.2)
    assert area(finding)[0] == pytest.approx(100 - 0.1, abs=0.02)
    assert area(finding)[2:] == pytest.approx((200 + 0.2, 0.2), abs=0.02)


def test_a_form_under_its_own_matrix_and_box() -> None:
    """What its box cuts off is not seen."""
    sheet = Sheet()
    matrix = Array([2, 0, 0, 2, LEFT, 0])
    content = "0.9 0.9 0.9 0.9 k 10 10 100 100 re f 200 200 10 10 re f"
    sheet.resources.XObject.Form = sheet.form(content, Matrix=matrix, BBox=Array([0, 0, 60, 60]))
    sheet.paint("/Form Do")
    finding = only(sheet)
    assert finding.count == 1
    assert (area(finding)[0], *area(finding)[2:]) == pytest.approx((20, 100, 100), abs=0.02)


@pytest.mark.parametrize(
    ("turn", "place"),
    [
        (0, (50, 200, 20, 10)),
        (90, (HEIGHT - 210, 50, 10, 20)),
        (180, (WIDTH - 70, HEIGHT - 210, 20, 10)),
        (270, (200, WIDTH - 70, 10, 20)),
    ],
)
def test_a_turned_page_as_it_is_read(turn: int, place: tuple[float, ...]) -> None:
    sheet = Sheet()
    sheet.page.Rotate = turn
    sheet.paint(f"0.9 0.9 0.9 0.9 k {LEFT + 50} {TOP - 210} 20 10 re f")
    assert area(only(sheet)) == pytest.approx(place, abs=0.02)


def test_inherited_boxes_and_resources() -> None:
    sheet = Sheet()
    sheet.paint("0.9 0.9 0.9 0.9 k 100 100 50 50 re f")
    data = sheet.save()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        page, tree = pdf.pages[0].obj, pdf.Root.Pages
        for key in ("/MediaBox", "/Resources"):
            tree[key] = page[key]
            del page[key]
        stream = io.BytesIO()
        pdf.save(stream, force_version="1.6")
    assert [finding.code for finding in preflight(stream.getvalue())] == ["print/total-ink"]


def test_what_lies_outside_of_the_bleed_is_not_judged_as_the_product() -> None:
    """Colour bars hold all inks, and the slug line is small."""
    sheet = Sheet()
    sheet.paint("1 1 1 1 k 40 2 10 10 re f /All cs 1 scn 60 2 10 10 re f 0 0 0 1 k BT /F 4 Tf 80 2 Td (slug) Tj ET")
    assert preflight(sheet.save()) == []


def test_what_is_clipped_away_is_not_judged() -> None:
    sheet = Sheet()
    sheet.paint("q 100 100 10 10 re W n 1 1 1 1 k 200 200 50 50 re f Q")
    sheet.paint("3 Tr 0.9 0.9 0.9 0.9 k BT /F 10 Tf 200 200 Td (unseen) Tj ET")
    assert preflight(sheet.save()) == []


def test_a_bleed_filled_by_several_marks() -> None:
    """Two strips in the bleed, which meet, do for an area that ends at the trim; with a gap they do not."""
    left = f"0.2 0 0 0 k {LEFT} 200 50 50 re f "
    strips = "0.2 0 0 0 k {} 190 {} 40 re f {} {} {} 40 re f"
    for start, codes in ((230, []), (240, ["print/bleed-not-filled"])):
        sheet = Sheet()
        sheet.paint(left + strips.format(LEFT - BLEED, BLEED, LEFT - BLEED, start, BLEED))
        assert [finding.code for finding in preflight(sheet.save())] == codes


def test_white_needs_no_bleed() -> None:
    sheet = Sheet()
    sheet.resources.ExtGState.Off = Dictionary(OP=False)
    sheet.paint(f"/Off gs 0 0 0 0 k {LEFT} {EDGE} {WIDTH} {HEIGHT} re f")
    assert preflight(sheet.save()) == []


@pytest.mark.parametrize(
    ("pixel", "ink"), [((255, 255, 255, 2), None), ((255, 255, 255, 12), 305), ((255, 255, 255, 255), 400)]
)
def test_ink_of_pixels(pixel: tuple[int, ...], ink: float | None) -> None:
    sheet = Sheet()
    sheet.resources.XObject.Im = sheet.image(300, 300, Name.DeviceCMYK, bytes(pixel))
    found = preflight(sheet.save())
    assert [round(finding.measured or 0) for finding in found] == ([ink] if ink else [])


def inverted(sheet: Sheet) -> Any:
    return sheet.image(300, 300, Name.DeviceCMYK, bytes((10, 10, 10, 10)), Decode=Array([1, 0] * 4))


def palette(sheet: Sheet) -> Any:
    space = Array([Name.Indexed, Name.DeviceCMYK, 1, pikepdf.String(bytes((0, 0, 0, 255, 250, 250, 250, 250)))])
    return sheet.image(300, 300, space, b"\1")


def unused_entry(sheet: Sheet) -> Any:
    image = palette(sheet)
    image.write(bytes(300 * 300))
    return image


def masked(sheet: Sheet) -> Any:
    mask = sheet.image(300, 300, Name.DeviceGray, b"\0")
    return sheet.image(300, 300, Name.DeviceCMYK, bytes((250,) * 4), SMask=mask)


def device_n(sheet: Sheet) -> Any:
    tint = Dictionary(FunctionType=4, Domain=Array([0, 1] * 4), Range=Array([0, 1] * 4))
    space = Array([Name.DeviceN, Array([Name.Cyan, Name.Magenta, Name.Yellow, Name.Black]), Name.DeviceCMYK, tint])
    return sheet.image(300, 300, space, bytes((250,) * 4))


@pytest.mark.parametrize(
    ("made", "wet"),
    [(inverted, True), (palette, True), (unused_entry, False), (masked, False), (device_n, True)],
)
def test_kinds_of_images(made: Any, wet: bool) -> None:
    sheet = Sheet()
    sheet.resources.XObject.Im = made(sheet)
    assert [finding.code for finding in preflight(sheet.save())] == ["print/total-ink"] * wet


def test_one_finding_a_page_for_what_is_everywhere() -> None:
    """The worst is shown, the rest is counted."""
    sheet = Sheet()
    sheet.paint("0 0 0 1 K 0.2 w 100 100 m 200 100 l S 0.1 w 100 120 m 200 120 l S 0.15 w 100 140 m 200 140 l S")
    finding = only(sheet)
    assert (finding.count, finding.measured) == (3, 0.1)


def test_findings_are_frozen_and_ordered() -> None:
    sheet = Sheet()
    sheet.add_page()
    sheet.paint("1 0 0 rg 100 100 50 50 re f 1 1 1 1 k 100 300 50 50 re f")
    found = preflight(sheet.save())
    assert [(f.page, f.code) for f in found] == [(n, c) for n in (1, 2) for c in ("print/rgb", "print/total-ink")]
    assert isinstance(found[0].area, Rect)
