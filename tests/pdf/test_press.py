"""The press file: boxes, bleed, inks, marks, intents. Content streams are read back; Ghostscript separates the plates."""

import io
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import msgspec
import pikepdf
import pytest
from PIL import Image as Pixels
from PIL import ImageCms
from support.profiles import press_profile

from briefgen.content.brief import Brief, Design, Picture, Printing
from briefgen.geometry import BLACK, WHITE, Colour, Rect, mm
from briefgen.layout.items import Image, Item, Link, Pages, Rule
from briefgen.layout.items import Path as Outline
from briefgen.pdf.gray import Gray
from briefgen.pdf.office import Boxes
from briefgen.pdf.press import Press
from briefgen.pdf.write import write
from briefgen.problem import Place
from briefgen.theme import make_theme

ACCENT = "#8a1c1c"
PLAIN = Design(accent=ACCENT)
GIVEN = Design(accent=ACCENT, cmyk=(25, 95, 85, 20))
SPOT = Design(accent=ACCENT, cmyk=(25, 95, 85, 20), spot="PANTONE 7622 C")
EDGE = mm(3)
SQUARE = Rect(100, 100, 50, 50)


class Made:
    """Press files of hand-made pages."""

    def __init__(self, by_hand: Any) -> None:
        self.by_hand = by_hand

    def brief(self, pages: Pages, design: Design = PLAIN, **printing: Any) -> Brief:
        brief: Brief = self.by_hand.brief(pages)
        return msgspec.structs.replace(brief, design=design, printing=Printing(**printing))

    def data(self, items: tuple[Item, ...], design: Design = PLAIN, profile: bytes = b"", **printing: Any) -> bytes:
        pages = self.by_hand.pages(items)
        brief = self.brief(pages, design, **printing)
        return write(pages, brief, office=Press(brief, profile or press_profile()))

    def open(self, *items: Item, **more: Any) -> pikepdf.Pdf:
        pdf: pikepdf.Pdf = self.by_hand.read(self.data(items, **more))
        return pdf

    def content(self, *items: Item, **more: Any) -> str:
        return self.open(*items, **more).pages[0].Contents.read_bytes().decode()


@pytest.fixture
def made(by_hand: Any) -> Made:
    return Made(by_hand)


def box(page: Any, key: str) -> list[float]:
    return [float(value) for value in page.obj[key]]


def rule(colour: Colour, rect: Rect = SQUARE) -> Rule:
    return Rule(rect, colour)


def operators(text: str) -> str:
    """How the one rule of a page is filled."""
    found = re.search(r"BDC\n(.+)\n\S+ \S+ \S+ \S+ re f", text)
    assert found
    return found[1]


def test_boxes_lie_within_each_other(made: Made, by_hand: Any) -> None:
    page = made.open().pages[0]
    width, height = by_hand.width, by_hand.height
    assert box(page, "/MediaBox") == box(page, "/BleedBox")
    assert box(page, "/MediaBox") == pytest.approx([0, 0, width + 2 * EDGE, height + 2 * EDGE], abs=0.001)
    assert box(page, "/TrimBox") == pytest.approx([EDGE, EDGE, width + EDGE, height + EDGE], abs=0.001)
    marked = made.open(marks="crop", bleed=mm(5)).pages[0]
    media, bleed, trim = (box(marked, key) for key in ("/MediaBox", "/BleedBox", "/TrimBox"))
    assert trim[0] - bleed[0] == pytest.approx(mm(5), abs=0.001)
    assert bleed[0] - media[0] == pytest.approx(mm(8), abs=0.001)


def test_items_stand_where_they_stand_on_the_trim(made: Made, by_hand: Any) -> None:
    text = made.content(rule(BLACK, Rect(10, 20, 30, 40)))
    assert text.startswith(f"1 0 0 1 {EDGE:.3f} {EDGE:.3f} cm")
    assert f"10 {by_hand.height - 60:.2f}" in text


@pytest.mark.parametrize(
    ("rect", "wanted"),
    [
        (Rect(0, 0, 100, 50), Rect(-9, -9, 109, 59)),
        (Rect(500, 700, 100, 100), Rect(500, 700, 109, 109)),
        (Rect(0, 0, 600, 800), Rect(-9, -9, 618, 818)),
        (Rect(-2, 10, 20, 20), Rect(-9, 10, 27, 20)),
        (Rect(0.005, 10, 20, 20), Rect(-9, 10, 29.005, 20)),
        (Rect(0.1, 10, 20, 20), Rect(0.1, 10, 20, 20)),
    ],
)
def test_what_reaches_the_trim_goes_on_into_the_bleed(rect: Rect, wanted: Rect) -> None:
    found = Boxes(600, 800, 9, 9).extended(rect)
    assert [found.x, found.y, found.width, found.height] == pytest.approx([wanted.x, wanted.y, wanted.width, wanted.height])


def test_rules_outlines_and_pictures_fill_the_bleed(made: Made, by_hand: Any, tmp_path: Path) -> None:
    width, height = by_hand.width, by_hand.height
    Pixels.new("L", (60, 40), 90).save(tmp_path / "dark.png")
    picture = Picture(tmp_path / "dark.png", 60, 40, Place("brief.yaml"))
    triangle = (("m", width, 100), ("l", width, 300), ("l", width - 200, 200), ("z",))
    pixels = drawn(
        made.data(
            (
                rule(BLACK, Rect(0, 0, width, 50)),
                Image(Rect(0, height - 80, 120, 80), picture, "f"),
                Outline(triangle, BLACK, artifact="Layout"),
            )
        )
    )
    right, bottom = pixels.width - 2, pixels.height - 2
    assert all(tone(pixels, spot) < 100 for spot in ((1, 1), (right, 1), (1, 50)))
    assert all(tone(pixels, spot) < 140 for spot in ((1, bottom), (100, bottom), (1, bottom - 70)))
    assert tone(pixels, (right, int(200 + EDGE))) < 100
    assert tone(pixels, (right, int(400 + EDGE))) == 255


def tone(pixels: Pixels.Image, spot: tuple[int, int]) -> int:
    found = pixels.getpixel(spot)
    assert isinstance(found, int)
    return found


def drawn(data: bytes) -> Pixels.Image:
    """The first sheet with its bleed, in gray, a pixel a point."""
    import pypdfium2

    with pypdfium2.PdfDocument(data) as pdf:
        image: Pixels.Image = pdf[0].render(scale=1).to_pil().convert("L")
    return image


@pytest.mark.parametrize(
    ("colour", "wanted"),
    [
        (BLACK, "/Over gs 0 0 0 1 k"),
        (WHITE, "/Out gs 0 0 0 0 k"),
        (Colour(0.4, 0.4, 0.4), "/Out gs 0 0 0 0.6 k"),
    ],
)
def test_black_overprints_white_knocks_out_gray_is_a_tint(made: Made, colour: Colour, wanted: str) -> None:
    assert operators(made.content(rule(colour))) == wanted


def test_overprint_speaks_of_inks_that_are_there(made: Made) -> None:
    states = made.open(rule(BLACK)).pages[0].Resources.ExtGState
    assert [states.Over[key] for key in ("/op", "/OP", "/OPM")] == [True, True, 1]
    assert [states.Out[key] for key in ("/op", "/OP", "/OPM")] == [False, False, 0]


@pytest.mark.parametrize(
    ("design", "accent", "tint"),
    [
        (GIVEN, "/Out gs 0.25 0.95 0.85 0.2 k", "/Out gs 0.02 0.076 0.068 0.016 k"),
        (SPOT, "/Out gs /Spot cs 1 scn", "/Out gs /Spot cs 0.08 scn"),
        (Design(accent="#666666"), "/Out gs 0 0 0 0.6 k", "/Out gs 0 0 0 0.048 k"),
    ],
)
def test_accent_and_its_tints_are_the_inks_given(made: Made, design: Design, accent: str, tint: str) -> None:
    palette = make_theme(design).palette
    assert operators(made.content(rule(palette.accent), design=design)) == accent
    assert operators(made.content(rule(palette.tint), design=design)) == tint


def test_accent_without_inks_goes_through_the_profile(made: Made) -> None:
    red = operators(made.content(rule(make_theme(PLAIN).palette.accent)))
    inks = [float(value) for value in red.split()[2:6]]
    assert inks[1] > inks[0]
    assert inks[1] > 0.3


def test_accent_too_faint_for_words_gets_black_and_no_more_than_the_limit(made: Made) -> None:
    design = Design(accent="#ffe000", cmyk=(0, 10, 100, 0))
    words = make_theme(design).palette.words
    inks = [float(value) for value in operators(made.content(rule(words), design=design)).split()[2:6]]
    assert inks[:3] == [0, 0.1, 1]
    assert 0.3 < inks[3] < 0.7
    spot = msgspec.structs.replace(design, spot="Signal yellow")
    pdf = made.open(rule(words), design=spot)
    assert "/Darkened cs 1 " in pdf.pages[0].Contents.read_bytes().decode()
    space = pdf.pages[0].Resources.ColorSpace.Darkened
    assert [str(part) for part in space[1]] == ["/Signal yellow", "/Black"]
    assert list(space[3].read_bytes()) == [0, 0, 0, 0, 0, 26, 255, 0, 0, 0, 0, 255, 0, 26, 255, 255]
    assert space[4].Colorants["/Signal yellow"][0] == "/Separation"
    dark = made.content(rule(words), design=msgspec.structs.replace(design, cmyk=(60, 80, 100, 0)), ink_limit=245)
    assert sum(float(value) for value in operators(dark).split()[2:6]) == pytest.approx(2.45, abs=0.002)


def test_both_intents_share_one_profile(made: Made) -> None:
    profile = press_profile(name="Test press, coated")
    intents = list(made.open(profile=profile).Root.OutputIntents)
    assert [str(intent.S) for intent in intents] == ["/GTS_PDFA1", "/GTS_PDFX"]
    assert len({intent.DestOutputProfile.objgen for intent in intents}) == 1
    assert intents[0].DestOutputProfile.read_bytes() == profile
    assert {str(intent.OutputConditionIdentifier) for intent in intents} == {"Test press, coated"}
    assert "/RegistryName" not in intents[0]


def test_condition_is_the_registered_one_where_the_profile_says_so(made: Made) -> None:
    intent = made.open(profile=press_profile(target="ICCHDAT FOGRA51")).Root.OutputIntents[0]
    assert str(intent.OutputConditionIdentifier) == "FOGRA51"
    assert str(intent.RegistryName) == "http://www.color.org"
    assert str(intent.Info) == "A test press"


def test_it_says_what_it_is(made: Made) -> None:
    pdf = made.open()
    assert pdf.docinfo["/Trapped"] == pikepdf.Name("/False")
    with pdf.open_metadata() as packet:
        assert packet["pdfxid:GTS_PDFXVersion"] == "PDF/X-4"
        assert packet["pdf:Trapped"] == "False"
        assert packet["xmpMM:RenditionClass"] == "default"
        assert packet["xmpMM:DocumentID"] == packet["xmpMM:InstanceID"]
    described = pdf.Root.Metadata.read_bytes().decode()
    assert described.count("<pdfaProperty:name>") == 3


@pytest.mark.parametrize(
    ("mode", "colour", "space", "bits"),
    [
        ("RGB", (200, 30, 30), "/DeviceCMYK", 8),
        ("RGB", (90, 90, 90), "/DeviceGray", 8),
        ("P", (90, 90, 90), "/DeviceGray", 8),
        ("RGBA", (90, 90, 90), "/DeviceGray", 8),
        ("L", (90, 90, 90), "/DeviceGray", 8),
        ("1", (0, 0, 0), "/DeviceGray", 1),
        ("CMYK", (90, 90, 90), "/DeviceCMYK", 8),
    ],
)
def test_pictures_are_in_ink_and_gray_stays_gray(
    made: Made, tmp_path: Path, mode: str, colour: tuple[int, int, int], space: str, bits: int
) -> None:
    image = Pixels.new("RGB", (40, 30), colour)
    (image.quantize(4) if mode == "P" else image.convert(mode)).save(tmp_path / "image.tif")
    picture = Picture(tmp_path / "image.tif", 40, 30, Place("brief.yaml"))
    (found,) = made.open(Image(Rect(50, 50, 9, 7), picture, "f")).pages[0].Resources.XObject.values()
    assert (str(found.ColorSpace), int(found.BitsPerComponent)) == (space, bits)


def test_a_picture_too_large_for_one_strip_is_all_of_one_kind(made: Made, tmp_path: Path) -> None:
    tall = Pixels.new("RGB", (1200, 2000), (90, 90, 90))
    tall.putpixel((600, 1900), (200, 30, 30))
    tall.save(tmp_path / "tall.png")
    picture = Picture(tmp_path / "tall.png", 1200, 2000, Place("brief.yaml"))
    (image,) = made.open(Image(Rect(50, 50, 120, 200), picture, "f")).pages[0].Resources.XObject.values()
    assert image.ColorSpace == "/DeviceCMYK"
    assert len(image.read_bytes()) == 1200 * 2000 * 4


def test_no_link_can_be_clicked(made: Made) -> None:
    link = Link(Rect(50, 100, 80, 12), "the report", uri="https://example.org", id="p")
    pdf = made.open(link)
    assert "/Annots" not in pdf.pages[0].obj
    assert b"/Annot" not in made.data((link,))


def test_same_pages_give_the_same_bytes(made: Made) -> None:
    items = (rule(BLACK), rule(WHITE))
    assert made.data(items, SPOT, marks="all") == made.data(items, SPOT, marks="all")


@pytest.mark.parametrize("marks", ["crop", "all"])
def test_marks_lie_between_bleed_and_sheet(made: Made, by_hand: Any, marks: str) -> None:
    text = made.content(rule(BLACK), marks=marks, design=SPOT).split("/Type /Page >>")[1]
    bleed = (-EDGE, -EDGE, by_hand.width + EDGE, by_hand.height + EDGE)
    spots = [tuple(map(float, spot)) for spot in re.findall(r"(-?[\d.]+) (-?[\d.]+) (?:m|l|c)\b", text)]
    for x, y, width, height in re.findall(r"(-?[\d.]+) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+) re", text):
        spots += [(float(x), float(y)), (float(x) + float(width), float(y) + float(height))]
    assert len(spots) == (16 if marks == "crop" else 16 + 4 * 9 + 2 * 13)
    sheet = EDGE + mm(8)
    for x, y in spots:
        assert not (bleed[0] < x < bleed[2] and bleed[1] < y < bleed[3])
        assert -sheet <= x <= by_hand.width + sheet
        assert -sheet <= y <= by_hand.height + sheet
    assert "/All CS 1 SCN" in text
    assert not re.search(r"\b[kgK]\b", text) or marks == "all"


def test_slug_is_on_every_plate_and_no_content(made: Made, by_hand: Any) -> None:
    words = by_hand.run("1 / 4", 30, by_hand.height + 20, 6, artifact="Page")
    pages = by_hand.pages((rule(BLACK),))
    pages = msgspec.structs.replace(pages, pages=(msgspec.structs.replace(pages.pages[0], slug=(words,)),))
    brief = made.brief(pages, slug=True)
    pdf = by_hand.read(write(pages, brief, office=Press(brief, press_profile())))
    text = pdf.pages[0].Contents.read_bytes().decode()
    assert "/Artifact << /Type /Page >> BDC\n/Out gs /All cs 1 scn\nBT" in text
    assert pdf.pages[0].Resources.ColorSpace.All[1] == "/All"


def test_gray_has_no_colour(by_hand: Any, tmp_path: Path) -> None:
    Pixels.new("RGB", (4, 4), (200, 30, 30)).save(tmp_path / "red.png")
    Pixels.new("1", (4, 4), 1).save(tmp_path / "line.png")
    items = (
        rule(Colour.from_hex(ACCENT)),
        *(Image(Rect(9, 9, 9, 9), Picture(tmp_path / name, 4, 4, Place("b")), "f") for name in ("red.png", "line.png")),
    )
    pages = by_hand.pages(items)
    pdf = pikepdf.open(io.BytesIO(write(pages, by_hand.brief(pages), office=Gray())))
    assert re.findall(r"([\d.]+) g\n", pdf.pages[0].Contents.read_bytes().decode()) == ["0.279"]
    assert [(str(x.ColorSpace), int(x.BitsPerComponent)) for x in pdf.pages[0].Resources.XObject.values()] == [
        ("/DeviceGray", 8),
        ("/DeviceGray", 1),
    ]


needs_ghostscript = pytest.mark.skipif(shutil.which("gs") is None, reason="gs is not installed; .ci/run installs it")


def plates(data: bytes, folder: Path) -> dict[str, float]:
    """The plates that Ghostscript's tiffsep makes of the first page, each with its share of ink in percent."""
    (folder / "press.pdf").write_bytes(data)
    command = [
        "gs",
        "-q",
        "-dNOPAUSE",
        "-dBATCH",
        "-dSAFER",
        "-sDEVICE=tiffsep",
        "-r72",
        "-sOutputFile=plate.tif",
        "press.pdf",
    ]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    found = {}
    for path in folder.glob("plate(*.tif"):
        with Pixels.open(path) as plate:
            histogram = plate.convert("L").histogram()
        ink = sum((255 - tone) * count for tone, count in enumerate(histogram)) / 255
        found[path.name[len("plate(") : -len(").tif")]] = 100 * ink / sum(histogram)
    return found


@needs_ghostscript
def test_body_text_is_on_the_black_plate_only(made: Made, by_hand: Any, tmp_path: Path) -> None:
    lines = tuple(by_hand.run("the same words again and again", 50, 50 + 12 * i, id="p") for i in range(40))
    found = plates(made.data(lines), tmp_path)
    assert {name for name, ink in found.items() if ink} == {"Black"}
    assert found["Black"] > 0.2


@needs_ghostscript
def test_spot_is_on_its_own_plate_and_black_prints_over_it(made: Made, tmp_path: Path) -> None:
    palette = make_theme(SPOT).palette
    area = Rect(100, 100, 200, 200)
    alone = plates(made.data((rule(palette.accent, area),), SPOT), tmp_path)
    assert {name for name, ink in alone.items() if ink} == {"PANTONE 7622 C"}
    under = plates(made.data((rule(palette.accent, area), rule(BLACK, Rect(150, 150, 50, 50))), SPOT), tmp_path)
    assert under["PANTONE 7622 C"] == pytest.approx(alone["PANTONE 7622 C"], abs=0.001)
    assert under["Black"] > 0.3
    knocked = plates(made.data((rule(palette.accent, area), rule(WHITE, Rect(150, 150, 50, 50))), SPOT), tmp_path)
    assert knocked["PANTONE 7622 C"] == pytest.approx(alone["PANTONE 7622 C"] * 15 / 16, rel=0.01)


@pytest.mark.parametrize("accent", [ACCENT, "#1c5a8a", "#0f766e", "#5b2a86", "#ffd800"])
def test_a_tint_has_all_inks_of_its_colour_and_is_as_light_as_on_a_screen(made: Made, accent: str) -> None:
    palette = make_theme(Design(accent=accent)).palette
    full = inks_of(made, palette.accent, accent)
    for tint in (palette.tint, palette.line):
        found = inks_of(made, tint, accent)
        shares = [part / whole for part, whole in zip(found, full, strict=True) if whole > 0.02]
        assert min(shares) > 0
        assert max(shares) - min(shares) < 0.03  # numbers in a file have few digits
        assert abs(lightness(found) - 100 * (tint.luminance ** (1 / 3) * 1.16 - 0.16)) < 1


def inks_of(made: Made, colour: Colour, accent: str) -> tuple[float, ...]:
    found = operators(made.content(rule(colour), design=Design(accent=accent))).split()[2:6]
    return tuple(float(part) for part in found)


def lightness(inks: tuple[float, ...]) -> float:
    """L* of inks on the paper of the press, paper being white, by Little CMS."""
    flat = (ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION)
    profile = ImageCms.ImageCmsProfile(io.BytesIO(press_profile()))
    transform = ImageCms.buildTransform(profile, ImageCms.createProfile("LAB"), "CMYK", "LAB", *flat)
    cyan, magenta, yellow, black = (round(255 * part) for part in inks)
    pixel = ImageCms.applyTransform(Pixels.new("CMYK", (1, 1), (cyan, magenta, yellow, black)), transform)
    assert pixel is not None
    return pixel.getchannel(0).tobytes()[0] / 2.55


def test_the_second_colour_and_its_tint_have_the_inks_that_are_given(made: Made) -> None:
    design = Design(accent=ACCENT, secondary="#c0673a", second_cmyk=(10, 60, 80, 10))
    palette = make_theme(design).palette
    rules = [Rule(Rect(100, 100 + 60 * n, 50, 50), colour) for n, colour in enumerate((palette.second, palette.second_tint))]
    content = made.content(*rules, design=design)
    assert "0.1 0.6 0.8 0.1 k" in content
    share = palette.second_share
    assert " ".join(f"{share * ink:.4g}" for ink in (0.1, 0.6, 0.8, 0.1)) + " k" in content
    assert "0.1 0.6 0.8 0.1 k" not in made.content(*rules, design=Design(accent=ACCENT, secondary="#c0673a"))
