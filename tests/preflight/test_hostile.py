"""Bytes that nobody meant to be a PDF, and PDFs that are meant to hurt: findings and no exception, in bounded time."""

import os
import tracemalloc
import zlib
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Stream, String
from support.sheet import Sheet

from briefgen.preflight import finding, source
from briefgen.preflight.document import LIMITS
from briefgen.preflight.judge import preflight, preflight_file
from briefgen.preflight.rules import OFFICE, PRESS

EXAMPLES = int(os.environ.get("BRIEFGEN_EXAMPLES", "24")) // 2


@cache
def good() -> tuple[bytes, bytes]:
    """A file as it is usually written, and one in which all can be read, so that more of its bytes mean something."""
    plain = Sheet()
    plain.resources.Pattern = Dictionary(Tile=plain.form("1 0 0 rg 0 0 5 5 re f", PatternType=1, PaintType=1))
    plain.paint("/Pattern cs /Tile scn 100 100 50 50 re f BT /F 9 Tf 200 200 Td [(a) 3 (b)] TJ ET")
    modes = pikepdf.ObjectStreamMode
    return Sheet().save(object_stream_mode=modes.generate), plain.save(
        compress_streams=False, object_stream_mode=modes.disable, stream_decode_level=pikepdf.StreamDecodeLevel.all
    )


def judged(data: bytes) -> None:
    for rules in (PRESS, OFFICE):
        for found in preflight(data, rules):
            assert found.message


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.integers(0, 1), st.floats(0, 1))
def test_any_beginning_of_a_file(which: int, share: float) -> None:
    data = good()[which]
    judged(data[: int(share * len(data))])


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.integers(0, 1), st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=6)), min_size=1, max_size=12))
def test_bytes_changed_anywhere(which: int, changes: list[tuple[float, bytes]]) -> None:
    data = bytearray(good()[which])
    for place, new in changes:
        at = int(place * (len(data) - len(new)))
        data[at : at + len(new)] = new
    judged(bytes(data))


OPERATORS = "q Q cm w gs cs scn rg k re m l c f S B W n BT Tf Td Tm Tj TJ Tr Do sh BDC EMC BI ID EI"
OPERANDS = ["", "1", "-1e30 0", "/F 1e9", "/Im", "/GS", "(a)", "[(a) /b 3]", "0 0 0 0 0 0", "1 2 3 4", "/X << /MCID 0 >>"]


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(OPERATORS.split()), st.sampled_from(OPERANDS)), max_size=40))
def test_any_operators(parts: list[tuple[str, str]]) -> None:
    sheet = Sheet()
    sheet.content += " ".join(f"{operands} {operator}" for operator, operands in parts)
    judged(sheet.save())


WRONG: list[Any] = [-7, "text", Name.Wrong, [1, [2, [3]]], {}, None]


def made(value: Any) -> Any:
    """A value of another type than an entry should have."""
    if isinstance(value, list):
        return Array([made(item) for item in value])
    return Dictionary(value) if isinstance(value, dict) else String(value) if isinstance(value, str) else value


def dictionaries(sheet: Sheet) -> list[Any]:
    """Every dictionary that the judge may look into."""
    found = [sheet.pdf.Root, sheet.page, sheet.resources, sheet.pdf.docinfo, sheet.pdf.Root.OutputIntents[0]]
    found += [sheet.resources.Font.F, sheet.resources.Font.F.FontDescriptor, sheet.resources.XObject.Im]
    return [*found, sheet.resources.ExtGState.GS, sheet.resources.ColorSpace, sheet.pdf.Root.StructTreeRoot, sheet.figure]


@pytest.mark.parametrize("which", range(12))
def test_any_entry_of_another_type(which: int) -> None:
    clean = Sheet()
    for key in list(dictionaries(clean)[which].keys()):
        for wrong in WRONG:
            sheet = Sheet()
            holder = dictionaries(sheet)[which]
            try:
                if wrong is None:
                    del holder[key]
                else:
                    holder[key] = made(wrong)
                data = sheet.save()
            except Exception:
                continue
            assert preflight(data) is not None


def codes(sheet: Sheet) -> list[str]:
    return [one.code for one in preflight(sheet.save())]


def test_a_content_that_swells() -> None:
    sheet = Sheet()
    stream = Stream(sheet.pdf, b"")
    stream.write(zlib.compress(b"q Q " * (1 << 23), 9), filter=Name.FlateDecode)
    sheet.page.Contents = stream
    assert codes(sheet) == ["preflight/too-large"]


def test_an_image_that_swells(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where a predictor leaves it to qpdf to inflate it."""
    monkeypatch.setitem(LIMITS, "flate_max_memory", 1 << 22)
    sheet = Sheet()
    inner = zlib.compress(bytes(1 << 23))
    image = sheet.resources.XObject.Im
    image.write(zlib.compress(inner), filter=Array([Name.FlateDecode, Name.FlateDecode]))
    assert codes(sheet) == ["preflight/too-large"]


@pytest.mark.parametrize("parameters", [None, Dictionary(Predictor=12, Columns=300, Colors=4)])
def test_a_bomb_is_not_blown_up(parameters: Any) -> None:
    """An eighth of a gigabyte of nothing in a few pixels: no more is inflated than shows that it is too much."""
    sheet = Sheet()
    image = sheet.resources.XObject.Im
    squeezer = zlib.compressobj(1)
    bomb = b"".join(squeezer.compress(bytes(1 << 24)) for _ in range(8)) + squeezer.flush()
    image.write(bomb, filter=Name.FlateDecode, decode_parms=parameters)
    data = sheet.save(compress_streams=False)
    tracemalloc.start()
    found = preflight(data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [one.code for one in found] == ["preflight/too-large"]
    assert peak < 1 << 26


def test_forms_that_double(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twelve forms, each of which paints the next one eight times: 68 thousand million marks."""
    monkeypatch.setattr(source, "OPERATORS", 100_000)
    sheet = Sheet()
    form = sheet.form("0 0 0 0.5 k 100 100 50 50 re f")
    for number in range(12):
        resources = Dictionary(XObject=Dictionary(X=form))
        form = sheet.form("/X Do " * 8, Resources=resources)
        sheet.resources.XObject[f"/X{number}"] = form
    sheet.paint(f"/X{number} Do")
    assert codes(sheet) == ["preflight/too-large"]


def test_pages_in_a_circle() -> None:
    sheet = Sheet()
    sheet.pdf.Root.Pages.Kids.append(sheet.pdf.Root.Pages)
    data = sheet.save()
    found = {one.code for one in preflight(data) if one.severity == "error"}
    assert found in ({"preflight/damaged"}, {"preflight/unreadable"})


# a tree of pages with numbers among them, of which pikepdf tells its log
STRAY = b"""%PDF-1.4
1 0 obj
<</Type/Catalog/Pages 2 0 R>>
endobj
2 0 obj
<</Type/Pages/Kids[3 0 R 4 0 , R]/Count 1>>
endobj
3 0 obj
<</Type/Page/MediaBox[0 0 9 9]/Parent 2 0 R>>
endobj
trailer<</Root 1 0 R>>"""


def test_nothing_is_logged(caplog: pytest.LogCaptureFixture, recwarn: pytest.WarningsRecorder) -> None:
    sheet = Sheet()
    sheet.content += "(never closed"
    data = sheet.save()
    caplog.clear()
    judged(data)
    judged(STRAY)
    assert caplog.records == []
    assert list(recwarn) == []


def test_colour_spaces_in_a_circle() -> None:
    sheet = Sheet()
    space = sheet.pdf.make_indirect(Array([Name.Indexed]))
    space.extend(Array([space, 1, String(b"ab")]))
    sheet.resources.ColorSpace.Loop = space
    sheet.paint("/Loop cs 1 scn 100 100 50 50 re f")
    assert codes(sheet) == []


def test_not_more_findings_of_a_code_than_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """One chatty rule takes no room from others."""
    monkeypatch.setattr(finding, "MOST", 1000)
    sheet = Sheet()
    sheet.add_page()
    sheet.paint(" ".join(f"q 72 0 0 72 {100 + number / 10} 300 cm /Rgb Do Q" for number in range(1500)))
    sheet.resources.XObject.Rgb = sheet.image(300, 300, Name.DeviceRGB, b"abc")
    del sheet.pdf.pages[1].obj["/TrimBox"]
    found = preflight(sheet.save())
    assert found[0].code == "preflight/too-many"
    assert [one.code for one in found].count("print/rgb") == 1000
    assert "print/no-trim-box" in {one.code for one in found}


def test_files_that_are_none(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.pdf", "a\0b"):
        assert [one.code for one in preflight_file(str(path))] == ["preflight/unreadable"]
