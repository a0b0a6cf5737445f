"""Which reader reads a file, and what is said of those that none can read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen import pandoc
from briefgen.importing.intake import Imported, import_file
from briefgen.start import SCHEMA

Import = Callable[[str, bytes | str], Imported]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "import/unread"),
        ("a.rtf", b"{\\rtf1 text}", "import/unread"),
        ("a.pdf", b"%PDF-1.7", "import/unread"),
        ("a.docx", b"", "import/unread"),
        ("a.docx", b"PK\x03\x04 no archive", "import/damaged"),
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0", "import/unread"),
        ("a.bin", b"\0\1\2\3", "import/unread"),
        ("~$a.docx", b"\7A. Author\0", "import/unread"),
    ],
)
def test_what_cannot_be_read_is_named(imported: Import, name: str, content: bytes, code: str) -> None:
    made = imported(name, content)
    assert [(problem.code, bool(problem.hint)) for problem in made.problems] == [(code, True)]
    assert made.text == ""


@pytest.mark.parametrize("name", ["missing.md", ".", "a\0b"])
def test_a_file_that_is_not_there(tmp_path: Path, name: str) -> None:
    assert [problem.code for problem in import_file(tmp_path / name, "brief.yaml", SCHEMA).problems] == ["import/unreadable"]


def test_a_page_under_the_name_of_a_word_file(imported: Import) -> None:
    assert "title: A page" in imported("a.docx", "<!DOCTYPE html><html><body><h1>A page</h1><p>text</p>").text


def test_without_pandoc_markdown_is_read_and_a_page_is_not(imported: Import, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pandoc, "program", lambda: "")
    assert [problem.code for problem in imported("a.html", "<html><p>x").problems] == ["import/no-pandoc"]
    assert "title: A title" in imported("a.md", "# A title\n\ntext").text
    assert "A LINE" in imported("a.txt", "A LINE\n\ntext").text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encodings_of_text(imported: Import, encoding: str) -> None:
    assert "Größe – Maß" in imported("a.txt", "Titel\n\nGröße – Maß".encode(encoding)).text


def test_a_page_has_its_heading_for_a_title_and_hidden_words_are_counted(imported: Import) -> None:
    hidden = "<span hidden>two words</span><p style='display:none'>x"
    made = imported("a.html", f"<title>Page | Site</title><h1>A page</h1><p>seen {hidden}")
    assert "title: A page" in made.text
    assert "Site" not in made.text
    assert "3 hidden words" in "".join(problem.message for problem in made.problems)


def test_words_of_fields_and_of_drawings_are_taken_over(imported: Import) -> None:
    page = (
        "<h1>A page</h1><p>Say <textarea>an area</textarea> here.</p><select><option>one<option>two</select>"
        "<p><input value='a field'><input type=hidden value=unseen><input type=checkbox value=unseen></p>"
        "<p>Drawn <svg><title>unseen</title><text>first <tspan>label</tspan></text><text>second</text></svg> so.</p>"
    )
    made = imported("a.html", page)
    for words in ("Say an area here.", "one two", "a field", "Drawn", "first label, second", "so."):
        assert words in made.text
    assert "unseen" not in made.text
    assert ["base64" in problem.message for problem in made.problems if problem.code == "import/unread-picture"] == [False]


def test_words_outside_of_the_main_part_of_a_page_are_counted(imported: Import) -> None:
    made = imported("a.html", "<nav>Home About</nav><main><h1>A page</h1><p>text</main><footer>Imprint</footer>")
    assert "Home" not in made.text
    assert "3 words outside of the page's main part" in "".join(problem.message for problem in made.problems)


def test_elements_that_are_newer_than_the_parser_stay(imported: Import) -> None:
    made = imported("a.html", "<!DOCTYPE html><meta charset=utf-8><title>x</title><section><h1>A page</h1><p>text</section>")
    assert "title: A page" in made.text
    assert "- text" in made.text


def test_pictures_beside_a_text_and_in_it(imported: Import, tmp_path: Path) -> None:
    from base64 import b64encode

    png = b"\x89PNG\r\n\x1a\n rest"
    (tmp_path / "map.png").write_bytes(png)
    address = f"data:image/png;base64,{b64encode(png + b'2').decode()}"
    made = imported("a.md", f"# T\n\n![A map](map.png)\n\n![]({address})\n\n![again](map.png)\n\n![](drawing.svg)")
    assert made.files == {"assets/picture-1.png": png, "assets/picture-2.png": png + b"2"}
    assert made.text.count("image: assets/picture-1.png") == 2
    assert "import/unread-picture" in {problem.code for problem in made.problems}
