"""Drawings within a file: as resvg draws them, in the file's own inks, the same bytes each time, and refused by name."""

import io
from base64 import b64encode
from pathlib import Path
from typing import Any

import msgspec
import pikepdf
import pypdfium2
import pytest
import resvg_py
from PIL import Image as Pixels
from PIL import ImageChops
from support.art import DRAWING, LOGO, page
from support.profiles import press_profile

from briefgen.content.brief import Design, Picture
from briefgen.content.files import Folder
from briefgen.content.images import open_picture
from briefgen.geometry import Rect
from briefgen.layout.items import Image, Page, Pages
from briefgen.outline.tree import Scalar
from briefgen.pdf.gray import Gray
from briefgen.pdf.images import BadImageError
from briefgen.pdf.office import Office
from briefgen.pdf.press import Press
from briefgen.pdf.write import write
from briefgen.problem import Place, Problem, Problems
from briefgen.typeset.families import default_folder

FACES = [str(default_folder("display") / f"SourceSansPro-{style}.otf") for style in ("Regular", "Bold")]
BOX = 'viewBox="0 0 80 60" xmlns="http://www.w3.org/2000/svg"'


def embedded() -> str:
    """A picture as an address that holds it."""
    made = io.BytesIO()
    Pixels.linear_gradient("L").resize((40, 30)).convert("RGB").save(made, "PNG")
    return f"data:image/png;base64,{b64encode(made.getvalue()).decode()}"


PLAIN = {
    "paths": '<path d="M5 5C60 0 70 50 20 55Q2 30 40 30A9 9 0 0 1 60 20z" fill="#1d4e89"/>',
    "even and odd": '<path fill-rule="evenodd" d="M5 5h60v50h-60zM20 20h30v20h-30z" fill="teal"/>',
    "strokes": '<path d="M5 50L30 10L60 50" fill="none" stroke="#a33" stroke-width="6" stroke-linejoin="round" '
    'stroke-dasharray="9 3"/>',
    "groups": '<g opacity="0.5" transform="rotate(10 40 30)"><rect width="50" height="40"/>'
    '<rect x="20" y="20" width="50" height="40" fill="red"/></g>',
    "styles": "<style>.a{fill:#0a0;stroke:navy;stroke-width:3}</style><circle class='a' cx='40' cy='30' r='20'/>",
    "markers": '<marker id="m" markerWidth="4" markerHeight="4" refX="2" refY="2"><circle cx="2" cy="2" r="2"/></marker>'
    '<path d="M10 10L40 40L70 10" fill="none" stroke="#555" stroke-width="2" marker-mid="url(#m)" marker-end="url(#m)"/>',
    "words": '<text x="5" y="40" font-size="24" font-family="sans-serif" font-weight="bold">Wells</text>',
    "a picture": f'<image width="80" height="60" href="{embedded()}"/>',
    "a filter": '<filter id="f"><feGaussianBlur stdDeviation="3"/></filter>'
    '<rect x="20" y="20" width="40" height="20" filter="url(#f)"/>',
}  # fmt: skip


def picture(data: str | bytes, folder: Path, name: str = "art", recolour: str = "") -> Picture:
    (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)
    problems, place = Problems(), Place("brief.yaml", 1, 1)
    found = open_picture(Folder(folder, problems), Scalar(name, place), Scalar(recolour, place) if recolour else None)
    assert found is not None, problems.sorted()
    return found


def refused(data: bytes, folder: Path) -> list[Problem]:
    (folder / "art").write_bytes(data)
    problems = Problems()
    assert open_picture(Folder(folder, problems), Scalar("art", Place("brief.yaml", 1, 1))) is None
    return problems.sorted()


def written(by_hand: Any, found: Picture, office: Office | None = None, design: Design | None = None) -> bytes:
    """A file with the drawing alone on its page."""
    width, height = 400.0, 400 * found.height / found.width
    pages = Pages((Page(1, width, height, (Image(Rect(0, 0, width, height), found, "f"),)),), (), "A4")
    brief = by_hand.brief(pages)
    if design is not None:
        brief = msgspec.structs.replace(brief, design=design)
    if office is None and design is not None:
        office = Press(brief, press_profile())
    return write(pages, brief, office=office)


def colours_of(data: bytes) -> set[str]:
    """The operators of colours in all streams of a file, and the spaces of its shadings, images and groups."""
    found = set()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for each in pdf.objects:
            if isinstance(each, pikepdf.Dictionary | pikepdf.Stream) and "/ColorSpace" in each:
                space = each["/ColorSpace"]
                found.add(str(space) if isinstance(space, pikepdf.Name) else type(space).__name__)
            if isinstance(each, pikepdf.Stream) and str(each.get("/Subtype")) == "/Form":
                found |= {str(line.operator) for line in pikepdf.parse_content_stream(each)} & set(
                    "g G rg RG k K sc SC".split()
                )
                if "/CS" in each.get("/Group", {}):
                    found.add(str(each["/Group"]["/CS"]))
    return found


def off(data: bytes, svg: str) -> float:
    """The share of pixels that are more than 32 levels away from what resvg draws."""
    sheet = pypdfium2.PdfDocument(data)[0]
    ours = sheet.render(scale=1600 / sheet.get_width()).to_pil().convert("RGB")
    family = "Source Sans Pro"
    png = resvg_py.svg_to_bytes(
        svg_string=svg,
        width=1600,
        dpi=96,
        background="#ffffff",
        skip_system_fonts=True,
        font_files=FACES,
        font_family=family,
        sans_serif_family=family,
    )
    theirs = Pixels.open(io.BytesIO(bytes(png))).convert("RGB")
    pair = [each.crop((0, 0, 1600, 4 * (ours.height // 4))).reduce(4) for each in (ours, theirs)]
    red, green, blue = ImageChops.difference(*pair).split()
    differences = ImageChops.lighter(ImageChops.lighter(red, green), blue).histogram()
    return sum(differences[33:]) / sum(differences)


@pytest.mark.parametrize("svg", [DRAWING, *(f"<svg {BOX}>{inner}</svg>" for inner in PLAIN.values())], ids=["all", *PLAIN])
def test_a_drawing_looks_as_resvg_draws_it(by_hand: Any, tmp_path: Path, svg: str) -> None:
    assert off(written(by_hand, picture(svg, tmp_path)), svg) < 0.005


def test_the_same_drawing_gives_the_same_bytes(by_hand: Any, tmp_path: Path) -> None:
    assert len({written(by_hand, picture(DRAWING, tmp_path)) for _ in range(4)}) == 1


@pytest.mark.parametrize("data", [DRAWING, page()], ids=["svg", "pdf"])
def test_colours_are_those_of_the_file(by_hand: Any, tmp_path: Path, data: str | bytes) -> None:
    found = picture(data, tmp_path)
    assert colours_of(written(by_hand, found)) <= {"g", "G", "rg", "RG", "/DeviceGray", "/DeviceRGB"}
    assert colours_of(written(by_hand, found, Gray())) <= {"g", "G", "/DeviceGray"}
    press = colours_of(written(by_hand, found, design=Design()))
    assert press <= {"g", "k", "K", "/DeviceGray", "/DeviceCMYK"}
    assert "k" in press


def test_black_is_black_alone_and_words_overprint(by_hand: Any, tmp_path: Path) -> None:
    svg = f'<svg {BOX}><rect width="80" height="60"/><text y="30">Wells</text></svg>'
    with pikepdf.open(io.BytesIO(written(by_hand, picture(svg, tmp_path), design=Design()))) as pdf:
        form = next(each for each in pdf.pages[0].Resources.XObject.values() if str(each.Subtype) == "/Form")
        lines = form.read_bytes().decode().splitlines()
    assert lines[0] == "/Out gs"
    assert "0 0 0 1 k" in lines
    assert lines[lines.index("BT") - 1] == "/Over gs"
    assert lines[lines.index("ET") + 1] == "/Out gs"


def test_a_drawing_in_the_accent_takes_its_spot_colour(by_hand: Any, tmp_path: Path) -> None:
    found = picture(LOGO, tmp_path, recolour="accent")
    design = Design(accent="#8a1c1c", cmyk=(25, 95, 85, 20), spot="Red 1")
    with pikepdf.open(io.BytesIO(written(by_hand, found, design=design))) as pdf:
        form = next(each for each in pdf.pages[0].Resources.XObject.values() if str(each.Subtype) == "/Form")
        assert b"/Spot cs 1 scn" in form.read_bytes()
        assert str(form.Resources.ColorSpace.Spot[1]) == "/Red 1"
    assert b"0.541 0.11 0.11 rg" in forms_of(written(by_hand, found))


def forms_of(data: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        streams = [each for each in pdf.objects if isinstance(each, pikepdf.Stream) and str(each.get("/Subtype")) == "/Form"]
        return b"\n".join(each.read_bytes() for each in streams)


@pytest.mark.parametrize("data", [DRAWING, page()], ids=["svg", "pdf"])
def test_words_in_a_drawing_can_be_read(by_hand: Any, tmp_path: Path, data: str | bytes) -> None:
    file = pypdfium2.PdfDocument(written(by_hand, picture(data, tmp_path)))
    assert file[0].get_textpage().get_text_range().strip() in {"Wells", "Words in a page"}


def test_a_page_looks_as_it_did(by_hand: Any, tmp_path: Path) -> None:
    own = pypdfium2.PdfDocument(page())[0].render(scale=4).to_pil().convert("RGB")
    taken = pypdfium2.PdfDocument(written(by_hand, picture(page(), tmp_path)))[0].render(scale=2).to_pil().convert("RGB")
    assert own.size == taken.size
    difference = ImageChops.difference(own, taken).convert("L").histogram()
    assert sum(difference[33:]) < 0.01 * sum(difference)


def turned(by: int) -> bytes:
    with pikepdf.open(io.BytesIO(page(picture=False))) as pdf:
        pdf.pages[0].obj.Rotate = by
        made = io.BytesIO()
        pdf.save(made)
        return made.getvalue()


@pytest.mark.parametrize("by", [90, 180, 270])
def test_a_turned_page_stands_upright(by_hand: Any, tmp_path: Path, by: int) -> None:
    found = picture(turned(by), tmp_path)
    assert (found.width, found.height) == ((200, 100) if by == 180 else (100, 200))
    own = pypdfium2.PdfDocument(turned(by))[0].render(scale=2).to_pil().convert("L")
    sheet = pypdfium2.PdfDocument(written(by_hand, found))[0]
    taken = sheet.render(scale=own.width / sheet.get_width()).to_pil().convert("L")
    difference = ImageChops.difference(own, taken.resize(own.size)).histogram()
    assert sum(difference[65:]) < 0.02 * sum(difference)


def layered() -> bytes:
    with pikepdf.open(io.BytesIO(page())) as pdf:
        pdf.Root.OCProperties = pikepdf.Dictionary(OCGs=[], D=pikepdf.Dictionary())
        made = io.BytesIO()
        pdf.save(made)
        return made.getvalue()


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (page(embedded=False), "content/pdf-font", "Helvetica"),
        (page(pages=2), "content/bad-image", "2 pages"),
        (layered(), "content/bad-image", "layers"),
        (page()[:300], "content/bad-image", "damaged"),
        (b"%PDF-1.7\n", "content/bad-image", "damaged"),
    ],
)
def test_a_page_that_cannot_be_taken_over_is_refused(data: bytes, code: str, said: str, tmp_path: Path) -> None:
    (problem,) = refused(data, tmp_path)
    assert problem.code == code
    assert said in problem.message
    assert problem.hint


def test_links_are_left_out_and_told(tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(page())) as pdf:
        link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9])
        pdf.pages[0].obj.Annots = pikepdf.Array([pdf.make_indirect(link)])
        pdf.save(tmp_path / "art")
    problems = Problems()
    assert open_picture(Folder(tmp_path, problems), Scalar("art", Place("brief.yaml", 1, 1))) is not None
    assert [problem.code for problem in problems.sorted()] == ["content/pdf-left-out"]


def test_a_mesh_is_refused_by_name(by_hand: Any, tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(page())) as pdf:
        shading = pdf.make_stream(b"", ShadingType=4, ColorSpace=pikepdf.Name.DeviceRGB)
        pdf.pages[0].obj.Resources.Shading = pikepdf.Dictionary(M=shading)
        pdf.pages[0].contents_add(b"/M sh")
        made = io.BytesIO()
        pdf.save(made)
    with pytest.raises(BadImageError, match="mesh"):
        written(by_hand, picture(made.getvalue(), tmp_path))


def lettered(procedure: bytes) -> bytes:
    """A page with a letter that is a drawing, as matplotlib writes all of its letters."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(200, 100))
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type3, FontBBox=[0, 0, 1000, 1000], FirstChar=65, LastChar=65,
            FontMatrix=[0.001, 0, 0, 0.001, 0, 0], Widths=[1000], CharProcs=pikepdf.Dictionary(A=pdf.make_stream(procedure)),
            Encoding=pikepdf.Dictionary(Type=pikepdf.Name.Encoding, Differences=[65, pikepdf.Name.A]),
        )  # fmt: skip
        pdf.pages[0].obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=pdf.make_indirect(font)))
        pdf.pages[0].contents_add(b"1 0 0 rg BT /F 80 Tf 10 10 Td (A) Tj ET")
        made = io.BytesIO()
        pdf.save(made)
        return made.getvalue()


def test_letters_that_are_outlines_are_taken_over(by_hand: Any, tmp_path: Path) -> None:
    data = written(by_hand, picture(lettered(b"1000 0 0 0 900 900 d1 0 0 900 900 re f"), tmp_path))
    drawn = pypdfium2.PdfDocument(data)[0].render(scale=1).to_pil().convert("RGB")
    assert drawn.crop((60, 120, 61, 121)).tobytes() == b"\xff\0\0"


@pytest.mark.parametrize("procedure", [b"1000 0 d0 0 1 0 rg 0 0 900 900 re f", b"1000 0 0 0 900 900 d1 /X Do", b""])
def test_letters_that_bring_colours_are_refused(by_hand: Any, tmp_path: Path, procedure: bytes) -> None:
    with pytest.raises(BadImageError, match="letters"):
        written(by_hand, picture(lettered(procedure), tmp_path))


def test_a_hard_mask_becomes_a_soft_one(by_hand: Any, tmp_path: Path) -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(200, 100))
        kind = {"/Type": pikepdf.Name.XObject, "/Subtype": pikepdf.Name.Image, "/Width": 8, "/Height": 1}
        mask = pdf.make_stream(b"\x0f", kind | {"/ImageMask": True, "/BitsPerComponent": 1})
        space = {"/ColorSpace": pikepdf.Name.DeviceGray, "/BitsPerComponent": 8, "/Mask": mask}
        pdf.pages[0].obj.Resources = pikepdf.Dictionary(
            XObject=pikepdf.Dictionary(I=pdf.make_stream(bytes(8), kind | space))
        )
        pdf.pages[0].contents_add(b"200 0 0 100 0 0 cm /I Do")
        made = io.BytesIO()
        pdf.save(made)
    data = written(by_hand, picture(made.getvalue(), tmp_path))
    drawn = pypdfium2.PdfDocument(data)[0].render(scale=1).to_pil().convert("L")
    assert [drawn.crop((x, 50, x + 1, 51)).tobytes()[0] for x in (50, 350)] == [0, 255]
