"""What is filled in is on the sheets, or the booklet is refused by the field's name; layers and crops are as in print."""

from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, Stream, String

from briefgen.booklet import Imposed, booklet

FONT = Dictionary(Helv=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))


def form(path: Path, needs: bool = True, **entries: Any) -> Path:
    """A page with one field."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(595, 842))
        said = {"Type": Name.Annot, "Subtype": Name.Widget, "FT": Name.Tx, "T": String("name"), "F": 4}
        said |= {"Rect": Array([100, 700, 300, 720]), "DA": String("/Helv 12 Tf 0 g"), **entries}
        field = pdf.make_indirect(Dictionary({"/" + key: value for key, value in said.items()}))
        page.obj.Annots = Array([field])
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]), DR=Dictionary(Font=FONT), NeedAppearances=needs)
        pdf.save(path)
    return path


def imposed(path: Path) -> Imposed:
    return booklet(path, path.with_name("sheets.pdf"))


def words(made: Imposed) -> str:
    assert made.output is not None
    document = pypdfium2.PdfDocument(made.output)
    return " ".join(page.get_textpage().get_text_range() for page in document)


@pytest.mark.parametrize("needs", [True, False])
def test_a_value_without_a_look_is_drawn(tmp_path: Path, needs: bool) -> None:
    made = imposed(form(tmp_path / "form.pdf", needs, V=String("Jane (Doe)")))
    assert made.problems == ()
    assert "Jane (Doe)" in words(made)


HARD: list[dict[str, Any]] = [
    {"V": String("two\nlines"), "Ff": 1 << 12},
    {"V": String("Żółć")},
    {"V": String("a value much longer than the room that its field has")},
    {"V": String("auto"), "DA": String("/Helv 0 Tf 0 g")},
    {"V": String("comb"), "Ff": 1 << 24, "MaxLen": 4},
    {"FT": Name.Btn, "V": Name.Yes, "AS": Name.Yes},
]


@pytest.mark.parametrize("entries", HARD)
def test_a_value_that_cannot_be_drawn_refuses(tmp_path: Path, entries: dict[str, Any]) -> None:
    made = imposed(form(tmp_path / "form.pdf", **entries))
    assert made.output is None
    (problem,) = made.problems
    assert problem.code == "impose/field-not-drawn"
    assert "“name”" in problem.message


@pytest.mark.parametrize(
    "entries", [{}, {"V": String("")}, {"F": 6, "V": String("unseen")}, {"F": 0, "V": String("unseen")}]
)
def test_fields_with_nothing_to_print(tmp_path: Path, entries: dict[str, Any]) -> None:
    made = imposed(form(tmp_path / "form.pdf", **entries))
    assert made.problems == ()
    assert "unseen" not in words(made)


def layered(path: Path, state: str) -> Path:
    """Words on a layer that is shown and printed otherwise, and in an annotation on that layer."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(595, 842))
        made = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Notes")))
        made.Usage = Dictionary(Print=Dictionary(PrintState=Name("/" + state)))
        use = Dictionary(Event=Name.Print, Category=Array([Name.Print]), OCGs=Array([made]))
        hidden = Array([made] if state == "ON" else [])
        pdf.Root.OCProperties = Dictionary(OCGs=Array([made]), D=Dictionary(OFF=hidden, AS=Array([use])))
        page.obj.Resources = Dictionary(Font=FONT, Properties=Dictionary(L=made))
        page.obj.Contents = Stream(pdf, b"/OC /L BDC BT /Helv 20 Tf 100 600 Td (layer) Tj ET EMC")
        look = Stream(pdf, b"BT /Helv 20 Tf 10 10 Td (stamp) Tj ET", Type=Name.XObject, Subtype=Name.Form)
        look.BBox, look.Resources = Array([0, 0, 100, 50]), Dictionary(Font=FONT)
        note = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([100, 300, 200, 350]), F=4, OC=made)
        note.AP = Dictionary(N=look)
        page.obj.Annots = Array([pdf.make_indirect(note)])
        pdf.save(path)
    return path


@pytest.mark.parametrize(("state", "printed"), [("ON", True), ("OFF", False)])
def test_layers_are_as_they_are_printed(tmp_path: Path, state: str, printed: bool) -> None:
    """The sheets' layers are, by themselves and without a printer's help, as they are printed."""
    made = imposed(layered(tmp_path / "layers.pdf", state))
    assert made.problems == ()
    with pikepdf.open(str(made.output)) as pdf:
        default = pdf.Root.OCProperties.D
        assert (len(default.OFF) == 0) == printed
        assert "/AS" not in default
        assert (b"stamp" in b"".join(_streams(pdf))) == printed


def _streams(pdf: pikepdf.Pdf) -> list[bytes]:
    return [thing.read_bytes() for thing in pdf.objects if isinstance(thing, Stream)]


def cropped(path: Path, content: bytes, **boxes: Any) -> Path:
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(595, 842))
        page.obj.Resources = Dictionary(Font=FONT)
        page.obj.Contents = Stream(pdf, content)
        for name, box in boxes.items():
            page.obj["/" + name] = Array(box)
        pdf.save(path)
    return path


CROP = [50, 50, 545, 792]
LOST = [
    b"BT /Helv 12 Tf 100 20 Td (below the crop) Tj ET",
    b"BT /Helv 12 Tf 10 400 Td (half in the crop) Tj ET",
    b"1 0 0 rg 10 10 20 20 re f",
]
KEPT = [
    b"BT /Helv 12 Tf 100 400 Td (within) Tj ET",
    b"0.9 g 0 0 595 842 re f",  # the paper's tint goes on within
    b"1 g 10 10 20 20 re f",
]


@pytest.mark.parametrize("content", LOST)
def test_what_a_crop_hides_is_told(tmp_path: Path, content: bytes) -> None:
    made = imposed(cropped(tmp_path / "crop.pdf", content, CropBox=CROP))
    assert [(problem.code, problem.severity) for problem in made.problems] == [("impose/cropped", "warning")]
    assert made.output is not None


@pytest.mark.parametrize("content", KEPT)
def test_what_a_crop_leaves(tmp_path: Path, content: bytes) -> None:
    assert imposed(cropped(tmp_path / "crop.pdf", content, CropBox=CROP)).problems == ()


@pytest.mark.parametrize("content", LOST)
def test_what_lies_outside_of_the_final_size_is_not_missed(tmp_path: Path, content: bytes) -> None:
    assert imposed(cropped(tmp_path / "crop.pdf", content, CropBox=CROP, TrimBox=CROP)).problems == ()


def test_a_language_that_is_an_object_of_its_own(tmp_path: Path) -> None:
    path = cropped(tmp_path / "plain.pdf", KEPT[0])
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.Root.Lang = pdf.make_indirect(String("en-GB"))
        pdf.save(path)
    made = imposed(path)
    assert made.problems == ()
    with pikepdf.open(str(made.output)) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
