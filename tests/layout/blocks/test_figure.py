"""Figures: how large the picture is, which part of it is shown, and where its words stand."""

from pathlib import Path

import msgspec
import pytest
from support.briefs import Maker, make_brief

from briefgen.content.brief import Design, Figure, Picture
from briefgen.layout.blocks.figure import GOOD_DPI, figure_pieces
from briefgen.layout.blocks.setting import Place
from briefgen.layout.items import Image
from briefgen.layout.measuring.pieces import Piece, Remark, Strip
from briefgen.layout.measuring.text import BASELINE, Desk
from briefgen.preflight.rules import PRESS
from briefgen.problem import Place as Spot
from briefgen.problem import Problems
from briefgen.theme import make_theme
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter

WIDTH = 240.0


@pytest.fixture(scope="module")
def desk() -> Desk:
    brief = make_brief((), Maker())
    return Desk(brief, make_theme(brief.design), Typesetter(FontBook.load(None, None, (), Problems()), "en"))


def figure(width: float = 1600, height: float = 800) -> Figure:
    maker = Maker()
    made = Figure("f", Picture(Path("a.png"), width, height, Spot("x")), "A map", caption=maker.text("Title", "Caption"))
    return msgspec.structs.replace(made, source=maker.text("Source"), credit=maker.text("Credit"))


def set_in(desk: Desk, made: Figure) -> tuple[Piece, Image]:
    (piece,) = figure_pieces(desk, made, WIDTH, Place())
    return piece, next(item for item in piece.ingredients if isinstance(item, Image))


def baselines(piece: Piece) -> dict[str, tuple[float, float]]:
    found = {}
    for item in piece.ingredients:
        if isinstance(item, Strip):
            words = "".join(glyph.text for run in item.line.runs for glyph in run.glyphs)
            found[words] = (item.x, item.y)
    return found


def test_the_title_stands_above_and_the_source_below(desk: Desk) -> None:
    piece, image = set_in(desk, figure())
    found = baselines(piece)
    assert found["Title"][1] < image.rect.y < image.rect.bottom < found["Source"][1] < found["Credit"][1]
    assert image.rect.width == WIDTH


@pytest.mark.parametrize(("made_wide", "said"), [(0.0, []), (390.0, []), (480.0, ["layout/image-small"])])
def test_what_is_set_much_smaller_than_it_was_made_is_told(desk: Desk, made_wide: float, said: list[str]) -> None:
    piece, _ = set_in(desk, msgspec.structs.replace(figure(), natural=made_wide))
    assert [item.flaw.code for item in piece.ingredients if isinstance(item, Remark)] == said


@pytest.mark.parametrize("duplex", [False, True])
def test_what_bleeds_reaches_both_edges_of_every_page(desk: Desk, duplex: bool) -> None:
    page = make_theme(Design(duplex=duplex)).page
    own = desk.with_theme(make_theme(Design(duplex=duplex)))
    made = msgspec.structs.replace(figure(3000, 1500), bleed=True, spanning=True, height=170.0)
    (piece,) = figure_pieces(own, made, page.measure, Place())
    image = next(item for item in piece.ingredients if isinstance(item, Image))
    for number in (1, 2):
        assert page.left(number) + image.rect.x <= 0.01
        assert page.left(number) + image.rect.right >= page.width - 0.01
    assert image.rect.height == 170.0
    assert image.crop.width / image.crop.height * 2 == pytest.approx(image.rect.width / 170.0)


def test_what_is_too_coarse_to_bleed_stays_within_the_margins(desk: Desk) -> None:
    measure = desk.theme.page.measure
    (piece,) = figure_pieces(desk, msgspec.structs.replace(figure(550, 200), bleed=True, spanning=True), measure, Place())
    image = next(item for item in piece.ingredients if isinstance(item, Image))
    assert (image.rect.x, image.rect.width) == (0.0, measure)
    assert [item.flaw.code for item in piece.ingredients if isinstance(item, Remark)] == ["layout/image-coarse"]


def test_a_crop_has_its_shape_and_holds_what_matters(desk: Desk) -> None:
    _, image = set_in(desk, msgspec.structs.replace(figure(), crop=1.0, focus=(0.1, 0.5)))
    assert image.rect.width == pytest.approx(image.rect.height)
    assert (image.crop.x, image.crop.width) == (0.0, 0.5)


def test_a_picture_is_no_higher_than_the_outline_says(desk: Desk) -> None:
    _, image = set_in(desk, msgspec.structs.replace(figure(), height=50.0))
    assert [image.rect.width, image.rect.height] == pytest.approx([100, 50])


def test_half_of_the_width_is_for_the_words(desk: Desk) -> None:
    piece, image = set_in(desk, msgspec.structs.replace(figure(), half=True))
    assert image.rect.width < WIDTH / 2
    assert all(x > image.rect.right for x, _ in baselines(piece).values())


def test_a_caption_on_the_picture_stands_on_its_darkened_foot(desk: Desk) -> None:
    piece, image = set_in(desk, msgspec.structs.replace(figure(), reversed=True))
    ((start, end),) = image.shades
    title = baselines(piece)["Title"][1]
    assert image.rect.y + start * image.rect.height < title < image.rect.y + end * image.rect.height
    assert image.behind


def test_the_caption_of_a_photograph_stands_below_it_near_and_in_its_own_type(desk: Desk) -> None:
    piece, image = set_in(desk, msgspec.structs.replace(figure(), below=True))
    found = baselines(piece)
    assert image.rect.bottom < found["Title"][1] < found["Source"][1] < found["Credit"][1]
    style = desk.theme.style("caption")
    gap = found["Title"][1] - style.leading * BASELINE - image.rect.bottom
    assert gap == pytest.approx(desk.look.figure.caption_gap)
    sizes = {run.size for item in piece.ingredients if isinstance(item, Strip) for run in item.line.runs}
    assert desk.theme.style("caption_head").size not in sizes
    above, titled = set_in(desk, figure())
    assert titled.rect.y > image.rect.y
    assert {run.size for item in above.ingredients if isinstance(item, Strip) for run in item.line.runs} != sizes


@pytest.mark.parametrize(("dpi", "width"), [(75, WIDTH), (225, 96.0)])
def test_no_picture_is_wider_than_its_pixels_allow(desk: Desk, dpi: int, width: float) -> None:
    brief = msgspec.structs.replace(desk.brief, least_dpi=dpi)
    piece, image = set_in(Desk(brief, desk.theme, desk.typesetter), figure(300, 150))
    assert image.rect.width == pytest.approx(width)
    codes = [item.flaw.code for item in piece.ingredients if isinstance(item, Remark)]
    assert codes == ([] if width == WIDTH else ["layout/image-coarse"])


@pytest.mark.parametrize(("pixels", "narrower"), [(1001, False), (995, True), (975, True), (960, False)])
@pytest.mark.parametrize("least", [75, 225])
def test_pixels_that_nearly_suit_a_press_are_made_to(desk: Desk, pixels: int, narrower: bool, least: int) -> None:
    brief = msgspec.structs.replace(desk.brief, least_dpi=least)
    _, image = set_in(Desk(brief, desk.theme, desk.typesetter), figure(pixels, pixels / 2))
    assert (image.rect.width < WIDTH) == narrower
    if narrower:
        assert 300 <= pixels / image.rect.width * 72 < 300.1


def test_what_a_press_asks_for_is_what_the_judge_asks_for() -> None:
    assert PRESS.resolution[1] == GOOD_DPI
