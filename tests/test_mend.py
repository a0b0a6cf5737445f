"""Fixes: each takes its fault away and nothing else, and the judge says so."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Name, Stream, String
from PIL import ImageChops
from support.sheet import BLEED, BOTTOM, LEFT, RIGHT, TOP, Sheet, profile

from briefgen.cli import main
from briefgen.mend import Mended, mend
from briefgen.preflight.judge import preflight
from briefgen.preflight.rules import PRESS

Break = Callable[[Sheet], None]
CURABLE: list[tuple[str, Break]] = []


def curable(code: str) -> Callable[[Break], Break]:
    def keep(change: Break) -> Break:
        CURABLE.append((code, change))
        return change

    return keep


def no_trim_box(sheet: Sheet) -> None:
    sheet.page.MediaBox = sheet.page.TrimBox
    del sheet.page["/TrimBox"]
    del sheet.page["/BleedBox"]
    sheet.content = "0 0 0 1 k /GS gs /P <</MCID 0>> BDC BT /F 10 Tf 100 600 Td (Text) Tj ET EMC\n"


@curable("print/boxes-not-nested")
def bleed_out_of_the_medium(sheet: Sheet) -> None:
    sheet.page.BleedBox = Array([LEFT - BLEED, BOTTOM - BLEED, RIGHT + BLEED, TOP + 100])


@curable("print/bleed-too-small")
def small_bleed_box(sheet: Sheet) -> None:
    sheet.page.BleedBox = sheet.page.TrimBox


@curable("print/no-output-intent")
def intent_of_an_archive_alone(sheet: Sheet) -> None:
    sheet.intent.S = Name.GTS_PDFA1


@curable("print/output-condition")
def condition_without_a_name(sheet: Sheet) -> None:
    del sheet.pdf.Root.OutputIntents[0]["/OutputConditionIdentifier"]


@curable("print/output-profile")
def profile_with_other_channels(sheet: Sheet) -> None:
    sheet.pdf.Root.OutputIntents[0].DestOutputProfile.N = 3


@curable("preflight/metadata-disagrees")
def two_titles(sheet: Sheet) -> None:
    sheet.pdf.docinfo.Title = String("Another sheet")


@curable("print/black-text")
def text_in_four_inks(sheet: Sheet) -> None:
    sheet.paint("0.6 0.5 0.5 1 k BT /F 10 Tf 200 200 Td (rich) Tj 0 -12 Td [(a) 9 (b)] TJ ET 0.2 0 0 0 k 200 100 50 20 re f")


@curable("print/black-text")
def text_in_black_of_a_managed_rgb(sheet: Sheet) -> None:
    rgb = Stream(sheet.pdf, profile(b"mntr", b"RGB "), N=3)
    sheet.resources.ColorSpace.S = Array([Name.ICCBased, rgb])
    sheet.paint("/S cs 0 0 0 scn BT /F 10 Tf 200 200 Td (rich) Tj ET")


@curable("print/hairline")
def thin_lines(sheet: Sheet) -> None:
    sheet.paint(
        "0 0 0 1 K 0.1 w 100 100 m 200 100 l S 1 w 100 120 m 200 120 l S q 0.5 0 0 0.5 0 0 cm 0 w 10 500 m 90 500 l s Q"
    )


@curable("print/hairline")
def thin_line_in_a_form(sheet: Sheet) -> None:
    sheet.resources.XObject.Form = sheet.form("0.1 w 0 0 0 1 K 100 100 m 200 100 l S", Matrix=Array([2, 0, 0, 2, 0, 0]))
    sheet.paint("0.5 0 0 0.5 0 0 cm /Form Do")


def mended(sheet: Sheet) -> tuple[bytes, Mended]:
    data = sheet.save()
    return data, mend(data, PRESS)


@pytest.mark.parametrize(("code", "change"), CURABLE, ids=[change.__name__ for _, change in CURABLE])
def test_a_fault_is_cured(code: str, change: Break) -> None:
    sheet = Sheet()
    change(sheet)
    data, made = mended(sheet)
    assert {finding.code for finding in preflight(data)} == {code}
    assert made.data is not None
    assert made.done
    assert made.findings == []
    assert preflight(made.data) == []
    assert mend(made.data, PRESS).data is None


def test_the_size_of_a_sheet_of_paper_is_said() -> None:
    """Which shows that there is no bleed."""
    sheet = Sheet()
    no_trim_box(sheet)
    data, made = mended(sheet)
    assert {finding.code for finding in preflight(data)} == {"print/no-trim-box"}
    assert {finding.code for finding in made.findings} == {"print/bleed-too-small"}


def test_black_in_rgb_is_black_in_ink() -> None:
    sheet = Sheet()
    sheet.paint("0 0 0 rg BT /F 10 Tf 200 200 Td (black) Tj ET 0.4 0 0 rg BT /F 10 Tf 200 180 Td (red) Tj ET")
    data, made = mended(sheet)
    assert [finding.count for finding in preflight(data)] == [2]
    assert [(finding.code, finding.count) for finding in made.findings] == [("print/rgb", 1)]


def picture(data: bytes) -> Any:
    return pypdfium2.PdfDocument(io.BytesIO(data))[0].render(scale=2).to_pil().convert("L")


@pytest.mark.parametrize("change", [text_in_four_inks, thin_lines, thin_line_in_a_form, two_titles])
def test_nothing_else_changes(change: Break) -> None:
    """Only where the text or the line is, and there not by much."""
    sheet = Sheet()
    change(sheet)
    data, made = mended(sheet)
    assert made.data is not None
    changed = ImageChops.difference(picture(data), picture(made.data)).point(lambda tone: 255 * (tone > 8)).getbbox()
    if changed is None:
        return
    left, top, right, bottom = (side / 2 for side in changed)
    height = picture(data).height / 2
    assert left >= 4
    assert right <= 320
    assert top >= height - 262
    assert bottom <= height - 90


def test_a_title_goes_without_codes_of_languages_into_xml() -> None:
    """XML has no escape characters at all."""
    sheet = Sheet()
    sheet.pdf.docinfo.Title = String(b"\xfe\xff" + "\x1benGB\x1bA clean sheet".encode("utf-16-be"))
    sheet.xmp = sheet.xmp.replace("A clean sheet", "")
    _, made = mended(sheet)
    assert made.findings == []
    assert made.data is not None
    with pikepdf.open(io.BytesIO(made.data)) as pdf, pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == "A clean sheet"


def incurable_rgb(sheet: Sheet) -> None:
    sheet.paint("1 0 0 rg 100 100 50 50 re f")


def incurable_size(sheet: Sheet) -> None:
    """The page is larger than its artwork: nobody knows what the final size is, but to say so makes the bleed a fault."""
    del sheet.page["/TrimBox"]


def incurable_intent(sheet: Sheet) -> None:
    del sheet.pdf.Root["/OutputIntents"]


def rich_black_of_a_large_heading(sheet: Sheet) -> None:
    sheet.paint("0.6 0.5 0.5 1 k BT /F 30 Tf 200 200 Td (rich) Tj ET")


@pytest.mark.parametrize("change", [incurable_rgb, incurable_size, incurable_intent, rich_black_of_a_large_heading])
def test_what_cannot_be_cured_is_left(change: Break) -> None:
    sheet = Sheet()
    change(sheet)
    data, made = mended(sheet)
    assert made.data is None
    assert [finding.code for finding in made.findings] == [finding.code for finding in preflight(data)]


@pytest.mark.parametrize("data", [b"", b"none", b"%PDF-1.4\n%%EOF"])
def test_no_pdf(data: bytes) -> None:
    assert mend(data, PRESS).data is None


def test_several_faults_at_once_and_one_that_stays() -> None:
    sheet = Sheet()
    for change in (text_in_four_inks, thin_lines, two_titles, incurable_rgb):
        change(sheet)
    _, made = mended(sheet)
    assert len(made.done) == 3
    assert {finding.code for finding in made.findings} == {"print/rgb"}


def test_the_command(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    sheet = Sheet()
    thin_lines(sheet)
    source, target = tmp_path / "a.pdf", tmp_path / "b.pdf"
    data = sheet.save()
    source.write_bytes(data)
    assert main(["preflight", str(source), "--fix", str(target)]) == 0
    seen = capfd.readouterr().out
    assert f"{target}: 2 lines made 0.25 pt thick" in seen
    assert source.read_bytes() == data
    assert main(["preflight", str(target)]) == 0
    assert main(["preflight", str(target), "--fix", str(tmp_path / "c.pdf")]) == 0
    assert "nothing to fix exactly" in capfd.readouterr().out
    assert not (tmp_path / "c.pdf").exists()
    assert main(["preflight", str(source), "--fix", str(source)]) == 1
    assert source.read_bytes() == data


@settings(max_examples=8, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=6)), min_size=1, max_size=12))
def test_bytes_changed_anywhere(changes: list[tuple[float, bytes]]) -> None:
    """Whatever the file, there is an answer: fixed or left."""
    sheet = Sheet()
    thin_lines(sheet)
    modes = pikepdf.ObjectStreamMode
    data = bytearray(sheet.save(compress_streams=False, object_stream_mode=modes.disable))
    for place, new in changes:
        at = int(place * (len(data) - len(new)))
        data[at : at + len(new)] = new
    made = mend(bytes(data), PRESS)
    assert (made.data is None) == (not made.done)
