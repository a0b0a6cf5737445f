import io

import pikepdf
import pytest

from briefgen.pdf.number import number
from briefgen.pdf.objects import Array, Dictionary, Document, Stream, name, string


def made(**entries: object) -> bytes:
    document = Document()
    tree = document.add(Dictionary({"Type": "/Pages", "Kids": Array([]), "Count": 0}))
    catalog = document.add(Dictionary({"Type": "/Catalog", "Pages": tree, **entries}))
    return document.finish(catalog, document.add(Dictionary({})))


@pytest.mark.parametrize("text", ["plain", "(unbalanced", r"back\slash)", "Ünïcödé “x”", "日本", "😀", "line\nbreak", ""])
def test_string_is_read_back(text: str) -> None:
    pdf = pikepdf.open(io.BytesIO(made(Said=string(text))))
    assert str(pdf.Root.Said) == text


@pytest.mark.parametrize("text", ["Plain", "With Space", "Sl/ash", "Ünï", "a#b", "x(y)", "Semibold-wght600+1.5"])
def test_name_is_read_back(text: str) -> None:
    pdf = pikepdf.open(io.BytesIO(made(Said=name(text))))
    assert str(pdf.Root.Said) == "/" + text


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0"), (-0.0001, "0"), (1e-9, "0"), (12.0, "12"), (0.1235, "0.123"), (100, "100"), (-1.5, "-1.5")]
)
def test_number(value: float, text: str) -> None:
    assert number(value) == text


def test_endstream_has_a_line_of_its_own() -> None:
    document = Document()
    stream = document.add(Stream(b"data", filter=""))
    data = document.finish(document.add(Dictionary({"Type": "/Catalog", "Said": stream})), document.add(Dictionary({})))
    assert b"stream\ndata\nendstream" in data


def test_identifier_follows_the_content() -> None:
    one, same, other = made(Said="(a)"), made(Said="(a)"), made(Said="(b)")
    assert one == same
    identifiers = [pikepdf.open(io.BytesIO(data)).trailer.ID[0] for data in (one, other)]
    assert bytes(identifiers[0]) != bytes(identifiers[1])


def test_object_that_never_came_is_refused() -> None:
    document = Document()
    catalog = document.reserve()
    with pytest.raises(KeyError):
        document.finish(catalog, document.add(Dictionary({})))
