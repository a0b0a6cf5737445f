"""Portraits are discs; the logos of partners cover the same area, on one middle line."""

from pathlib import Path

import pytest
from support.briefs import Maker, make_brief

from briefgen.content.brief import Biography, Figure, Partners, People, Picture
from briefgen.layout.blocks.people import partner_pieces, people_pieces
from briefgen.layout.items import Image
from briefgen.layout.measuring.pieces import Piece, Strip
from briefgen.layout.measuring.text import Desk
from briefgen.problem import Place, Problems
from briefgen.theme import make_theme
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter

MAKER = Maker()


@pytest.fixture(scope="module")
def desk() -> Desk:
    brief = make_brief((), MAKER)
    return Desk(brief, make_theme(brief.design), Typesetter(FontBook.load(None, None, (), Problems()), "en-GB"))


def figure(width: int, height: int) -> Figure:
    return Figure(MAKER.id(), Picture(Path("a.png"), width, height, Place("brief.yaml", 1, 1)), "A name")


def images(pieces: tuple[Piece, ...]) -> list[list[Image]]:
    return [[item for item in piece.ingredients if isinstance(item, Image)] for piece in pieces]


def test_logos_cover_the_same_area_on_one_middle_line(desk: Desk) -> None:
    logos = tuple(figure(*shape) for shape in ((900, 200), (300, 300), (500, 250), (400, 300)))
    ((one, *others),) = images(partner_pieces(desk, Partners("partners", None, logos), 480.0))
    for other in others:
        assert other.rect.width * other.rect.height == pytest.approx(one.rect.width * one.rect.height, rel=0.01)
        assert other.rect.y + other.rect.height / 2 == pytest.approx(one.rect.y + one.rect.height / 2)


@pytest.mark.parametrize("shape", [(5000, 100), (100, 5000)])
def test_a_logo_of_an_odd_shape_stays_within_bounds(shape: tuple[int, int], desk: Desk) -> None:
    ((logo,),) = images(partner_pieces(desk, Partners("partners", None, (figure(*shape),)), 480.0))
    look = desk.look.partners
    assert logo.rect.width <= look.widest + 0.01
    assert logo.rect.height <= look.highest + 0.01
    assert logo.rect.width / logo.rect.height == pytest.approx(shape[0] / shape[1])


def test_many_logos_stand_in_rows_that_fit(desk: Desk) -> None:
    logos = tuple(figure(300, 100 + 10 * at) for at in range(12))
    rows = images(partner_pieces(desk, Partners("partners", MAKER.text("With"), logos), 480.0))[1:]
    assert len(rows) > 1
    assert [image.id for row in rows for image in row] == [logo.id for logo in logos]
    assert all(image.rect.right <= 480.0 for row in rows for image in row)


@pytest.mark.parametrize(("width", "columns"), [(480.0, 2), (330.0, 1)])
def test_authors_stand_in_rows_with_their_portraits_as_discs(width: float, columns: int, desk: Desk) -> None:
    items = tuple(
        Biography(MAKER.id(), figure(800, 1000) if at else None, MAKER.text("A. Author"), (MAKER.text("A life. " * 30),))
        for at in range(3)
    )
    heading, *rows = people_pieces(desk, People("authors", MAKER.text("Authors", "H2"), items), width)
    assert heading.break_cost == float("inf")
    assert len(rows) == -(-3 // columns)
    shown = [image for row in images(tuple(rows)) for image in row]
    assert [image.id for image in shown] == [item.portrait.id for item in items if item.portrait]
    for image in shown:
        assert image.disc
        assert image.rect.width == image.rect.height == desk.look.people.portrait
    lines = [item for row in rows for item in row.ingredients if isinstance(item, Strip)]
    assert {strip.text_id for strip in lines} == {text.id for item in items for text in (item.text, *item.bio)}
    assert all(strip.x + strip.line.width <= width + 1 for strip in lines)
