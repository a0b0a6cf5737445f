"""Files of other kinds in the place of an outline are named as such, with what to do."""

import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from briefgen.outline.foreign import COPY, IMPORT, PICTURE, SAVE, foreign
from briefgen.outline.read import LARGEST, read_text
from briefgen.problem import Place, Problems


def zipped() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    return stream.getvalue()


def picture(kind: str) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (2, 2)).save(stream, kind)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        (zipped(), IMPORT),
        (zipped() + bytes(LARGEST), IMPORT),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", SAVE),
        (b"{\\rtf1\\ansi Wells}", SAVE),
        (b"\xef\xbb\xbf\n<!DOCTYPE html><p>Wells", IMPORT),
        (b"<HTML><p>Wells", IMPORT),
        (b"<?xml version='1.0'?><a/>", COPY),
        (picture("PNG"), PICTURE),
        (picture("JPEG"), PICTURE),
        (picture("GIF"), PICTURE),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", PICTURE),
        (b"%PDF-1.7\n", foreign(b"%PDF-")[1]),
    ],
)
def test_another_kind_of_file_is_named(data: bytes, hint: str) -> None:
    problems = Problems()
    assert read_text(data, "brief.yaml", Path(), problems) is None
    assert [(p.code, p.place, p.hint) for p in problems.sorted()] == [("outline/wrong-file", Place("brief.yaml"), hint)]


@pytest.mark.parametrize("text", ["title: PDF", "%YAML 1.1\n---\ntitle: A", "{title: A}", "# <html>\ntitle: A", "", "PK: 1"])
def test_an_outline_is_not_taken_for_another(text: str) -> None:
    assert foreign(text.encode()) == ("", "")


@pytest.mark.parametrize("name", ["report.md", "REPORT.Markdown"])
def test_markdown_is_told_by_its_name(name: str) -> None:
    problems = Problems()
    assert read_text(b"# A report\n\n- [ ] a\n", name, Path(), problems) is None
    assert [(p.code, p.hint) for p in problems.sorted()] == [("outline/wrong-file", IMPORT)]
