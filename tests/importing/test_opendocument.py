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


BLOCKS = {
    "list": "<text:list><text:list-item><text:p>w1x</text:p><text:list><text:list-item><text:p>w2x</text:p></text:list-item>"
    "</text:list></text:list-item></text:list>",
    "list header": "<text:list><text:list-header><text:p>w1x</text:p></text:list-header></text:list>",
    "table": "<table:table><table:table-column/><table:table-row><table:table-cell><text:p>w1x</text:p></table:table-cell>"
    "</table:table-row></table:table>",
    "heading": '<text:h text:outline-level="1">w1x</text:h>',
    "numbered paragraph": "<text:numbered-paragraph><text:p>w1x</text:p></text:numbered-paragraph>",
    "box": "<text:p>w1x<draw:frame><draw:text-box><text:p>w2x</text:p><text:p>w3x</text:p></draw:text-box></draw:frame>w4x"
    "</text:p>",
    "box of a page": "<draw:frame><draw:text-box><text:p>w1x</text:p></draw:text-box></draw:frame>",
    "box in a box": "<text:p>w1x<draw:frame><draw:text-box><text:p>w2x<draw:frame><draw:text-box><text:p>w3x</text:p>"
    "</draw:text-box></draw:frame></text:p></draw:text-box></draw:frame></text:p>",
    "shape with a picture": '<text:p>w1x<draw:custom-shape><text:p><draw:frame><draw:image xlink:href="Pictures/none.png"/>'
    "</draw:frame>w2x</text:p></draw:custom-shape></text:p>",
    "shape": "<text:p>w1x<draw:g><draw:custom-shape><text:p>w2x</text:p></draw:custom-shape></draw:g></text:p>",
}
HOLDERS = {
    "text": "{}",
    "section": '<text:section text:name="a">{}</text:section>',
    "cell": "<table:table><table:table-column/><table:table-row><table:table-cell>{}</table:table-cell></table:table-row>"
    "</table:table>",
    "item": "<text:list><text:list-item>{}</text:list-item></text:list>",
    "note": '<text:p>t<text:note text:id="n" text:note-class="footnote"><text:note-citation>1</text:note-citation>'
    "<text:note-body>{}</text:note-body></text:note></text:p>",
}


@pytest.mark.parametrize("holder", HOLDERS)
@pytest.mark.parametrize("block", BLOCKS)
def test_every_block_comes_through_wherever_it_stands(imported: Import, block: str, holder: str) -> None:
    made = imported("a.odt", with_text(HOLDERS[holder].format(BLOCKS[block])))
    words = [f"w{number}x" for number in range(1, 5) if f"w{number}x" in BLOCKS[block]]
    assert [made.text.count(word) for word in words] == [1] * len(words)


def test_styles_tell_title_and_subtitle(imported: Import) -> None:
    inside = '<text:p text:style-name="Title">Count every drop</text:p><text:p text:style-name="Subtitle">Meters</text:p>'
    made = outline(imported("a.odt", with_text(f"{inside}<text:p>text</text:p>")))
    assert (made["title"], made["subtitle"]) == ("Count every drop", "Meters")


def test_a_file_of_another_kind(imported: Import) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("content.txt", "text")
    assert [problem.code for problem in imported("a.odt", out.getvalue()).problems] == ["import/unread"]


@pytest.mark.parametrize("style", ["Caption", "Illustration", "P1", "TableCaption"])
def test_a_caption_by_its_style_belongs_to_its_table(imported: Import, style: str) -> None:
    """LibreOffice's own `Illustration` is made of `Caption`, and what an author changes in a line is made of that."""
    cells = "".join(f"<table:table-cell><text:p>w{number}x</text:p></table:table-cell>" for number in (1, 2))
    row = f"<table:table-row>{cells}</table:table-row>"
    table = f'<table:table><table:table-column table:number-columns-repeated="2"/>{row}{row}</table:table>'
    made = with_text(f'<text:p text:style-name="{style}">Wells by year</text:p>{table}')
    styles = "".join(
        f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="{parent}"/>'
        for name, parent in (("P1", "Illustration"), ("Illustration", "Caption"))
    )
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            body = old.read(part)
            if part == "styles.xml":
                body = body.replace(b"</office:styles>", f"{styles}</office:styles>".encode())
            new.writestr(part, body)
    (block,) = outline(imported("a.odt", out.getvalue()))["sections"][0]["content"]
    assert block["table"]["caption"] == "Wells by year"
