"""What files of LibreOffice hold besides plain paragraphs, each put here into a file that pandoc wrote."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
import yaml
from support.documents import Item, by_pandoc

from briefgen.importing.intake import Imported

Import = Callable[[str, bytes | str], Imported]


def outline(made: Imported) -> Any:
    return yaml.load(made.text, yaml.CBaseLoader)


def with_text(inside: str) -> bytes:
    """An .odt with a title and, as its text, the elements given."""
    first = by_pandoc("odt")([Item("h1", "A title"), Item("text", [["", "w0x"]])])
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(first)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            body = old.read(part)
            if part == "content.xml":
                start = body.index(b'<text:p text:style-name="First')
                end = body.index(b"</text:p>", start) + len(b"</text:p>")
                body = body[:start] + inside.encode() + body[end:]
            new.writestr(part, body)
    return out.getvalue()


@pytest.mark.parametrize(
    ("inside", "content"),
    [
        ('<text:p>by <text:user-field-get text:name="a">a field</text:user-field-get></text:p>', ["by a field"]),
        ('<text:p>on <text:date text:fixed="false">1 May</text:date> only</text:p>', ["on 1 May only"]),
        ("<text:p>a<office:annotation><text:p>remark</text:p></office:annotation> b</text:p>", ["a b"]),
        ("<text:table-of-content><text:index-body><text:p>Why 3</text:p></text:index-body></text:table-of-content>", None),
        ('<text:p>a<text:s text:c="99999999"/>b</text:p>', ["a b"]),
    ],
)
def test_what_its_reader_sees_comes_through(imported: Import, inside: str, content: list[str] | None) -> None:
    made = imported("a.odt", with_text(inside))
    assert made.text
    assert outline(made).get("sections", [{}])[0].get("content") == content
    assert "remark" not in made.text
    assert "Why 3" not in made.text


def test_styles_tell_title_and_subtitle(imported: Import) -> None:
    inside = '<text:p text:style-name="Title">Count every drop</text:p><text:p text:style-name="Subtitle">Meters</text:p>'
    made = outline(imported("a.odt", with_text(f"{inside}<text:p>text</text:p>")))
    assert (made["title"], made["subtitle"]) == ("Count every drop", "Meters")


def test_a_file_of_another_kind(imported: Import) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("content.txt", "text")
    assert [problem.code for problem in imported("a.odt", out.getvalue()).problems] == ["import/unread"]
