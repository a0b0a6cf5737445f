"""Files that were made to do harm are refused, before they can: small ones here, with the limits lowered."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from support.documents import Item, by_pandoc

from briefgen import pandoc
from briefgen.importing import package
from briefgen.importing.intake import Imported
from briefgen.outline.read import read_text
from briefgen.problem import Problems

Import = Callable[[str, bytes | str], Imported]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word(body: bytes, name: str = "word/document.xml") -> bytes:
    """A Word file in which a part has this content."""
    first, out = io.BytesIO(), io.BytesIO()
    docx.Document().save(first)
    with zipfile.ZipFile(first) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, body if part == name else old.read(part))
    return out.getvalue()


def document(inside: str, declared: str = "") -> bytes:
    return f'<?xml version="1.0"?>{declared}<w:document xmlns:w="{W}"><w:body>{inside}</w:body></w:document>'.encode()


def refused(made: Imported) -> str:
    assert made.text == ""
    assert made.files == {}
    return made.problems[0].code


def test_a_part_that_inflates_to_a_thousand_times_its_size(imported: Import) -> None:
    assert refused(imported("a.docx", word(b" " * 2_000_000))) == "import/hostile"


def test_parts_that_are_many(imported: Import, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_PARTS", 5)
    assert refused(imported("a.docx", word(document("")))) == "import/too-large"


def test_parts_that_are_large_together(imported: Import, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_INFLATED", 5000)
    assert refused(imported("a.docx", word(document("")))) == "import/hostile"


@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels", "_rels/.rels"])
@pytest.mark.parametrize("declared", ['<!DOCTYPE x [<!ENTITY a "b">]>', '<!DOCTYPE x SYSTEM "file:///etc/hostname">'])
def test_a_document_type(imported: Import, name: str, declared: str) -> None:
    assert refused(imported("a.docx", word(document("", declared), name))) == "import/hostile"


def test_a_document_type_in_utf_16(imported: Import) -> None:
    text = document("", '<!DOCTYPE x [<!ENTITY a "b">]>').decode()
    assert refused(imported("a.docx", word(text.encode("utf-16")))) == "import/hostile"


def test_tables_in_tables(imported: Import) -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 300 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 300
    assert refused(imported("a.docx", word(document(deep)))) == "import/hostile"


@pytest.mark.parametrize("ending", [".md", ".html"])
def test_quotations_in_quotations(imported: Import, ending: str) -> None:
    deep = "<blockquote>" * 200 + "x" + "</blockquote>" * 200 if ending == ".html" else "> " * 200 + "x"
    assert refused(imported(f"a{ending}", f"<html><body>{deep}" if ending == ".html" else deep)) == "import/hostile"


@pytest.mark.parametrize("sign", ["> ", "- "])
def test_however_deep_markdown_goes_it_is_read_or_refused(imported: Import, sign: str) -> None:
    for depth in (*range(1, 15), *range(40, 60), *range(90, 110)):
        made = imported("a.md", f"# T\n\n{sign * depth}words")
        assert "words" in made.text or refused(made) == "import/hostile", depth


@pytest.mark.parametrize("tag", ["<ul><li>", "<table><tr><td>", "<b>", "<div>"])
def test_elements_that_are_never_closed(imported: Import, tag: str) -> None:
    assert refused(imported("a.html", f"<html><body>{tag * 150}x")) == "import/hostile"


def test_cells_that_span_more_than_there_is(imported: Import) -> None:
    made = imported("a.html", "<html><body><h1>T</h1><table><tr><td colspan=9999>a<td>b<tr><td>c<td>d</table>")
    assert "head: [a, b]" in made.text


def test_a_reader_that_takes_too_long(imported: Import, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pandoc, "SECONDS", 0.0)
    assert refused(imported("a.html", "<html><body><p>x")) == "import/too-large"


def test_a_reader_that_says_too_much(imported: Import, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pandoc, "MOST_OUT", 10)
    assert refused(imported("a.html", "<html><body><p>x")) == "import/too-large"


def test_a_file_that_is_too_large(imported: Import, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefgen.importing.intake.MOST_BYTES", 10)
    assert refused(imported("a.md", "more than ten bytes")) == "import/too-large"


@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.html", "a.docx", "a.odt"])
def test_a_text_that_no_outline_can_hold(imported: Import, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr("briefgen.importing.refusal.MOST_TEXT", 10)
    text = "more than ten characters"
    made: dict[str, bytes] = {
        "a.docx": word(document(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")),
        "a.odt": by_pandoc("odt")([Item("h1", text)]),
        "a.html": f"<html><body><p>{text}".encode(),
    }
    assert refused(imported(name, made.get(name, text.encode()))) == "import/too-large"


def test_an_outline_that_would_be_too_large(imported: Import, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefgen.importing.intake.LARGEST", 100)
    assert refused(imported("a.md", "text")) == "import/too-large"


@pytest.mark.parametrize("cut", [10, 100, 1000, 5000])
def test_a_file_that_is_cut_short(imported: Import, cut: int) -> None:
    assert refused(imported("a.docx", word(document("<w:p/>"))[:cut])) in {"import/damaged", "import/unread"}


@pytest.mark.parametrize("body", [b"", b"no xml", b"<w:document/>", document("<w:p>").replace(b"</w:body>", b"")])
def test_a_part_that_is_damaged(imported: Import, body: bytes) -> None:
    assert refused(imported("a.docx", word(body))) == "import/damaged"


@pytest.mark.parametrize("name", ["../secret.png", "/etc/hostname", "file:///etc/hostname", "https://example.org/a.png"])
def test_pictures_outside_of_the_folder(imported: Import, name: str) -> None:
    made = imported("a.md", f"# T\n\n![a]({name})\n\n## H\n\n![b]({name})")
    assert made.files == {}
    problems = Problems()
    assert read_text(made.text.encode(), "a", Path(), problems) is not None
    assert len(problems) == 0
    assert {problem.code for problem in made.problems} & {"import/unread-picture", "import/external-picture"}
