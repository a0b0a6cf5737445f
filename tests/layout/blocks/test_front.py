"""The masthead's middle line, and titles that are set smaller when they are long."""

from pathlib import Path
from typing import Literal

import msgspec
import pytest
from support.briefs import Maker, make_brief

from briefgen.content.brief import Brief, Design, Figure, Picture, Signature, Typeface
from briefgen.layout.blocks.authors import signed
from briefgen.layout.blocks.front import front_pieces, sunk
from briefgen.layout.fit import Levers
from briefgen.layout.items import Image, Rule
from briefgen.layout.measuring.pieces import FORBIDDEN, Strip
from briefgen.layout.measuring.text import CAPITALS, Desk
from briefgen.looks.look import MODULES
from briefgen.problem import Place, Problems
from briefgen.theme import make_theme
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter

WIDTH = 480.0


@pytest.fixture(scope="module")
def setter() -> Typesetter:
    return Typesetter(FontBook.load(None, None, (), Problems()), "en")


def measured(brief: Brief, setter: Typesetter) -> tuple[list[Strip], list[Rule], list[Image]]:
    """The lines of text, rules and images of the first two pieces."""
    pieces = front_pieces(Desk(brief, make_theme(brief.design), setter), brief.front, WIDTH)[:2]
    items = [item for piece in pieces for item in piece.ingredients]
    return (
        [item for item in items if isinstance(item, Strip)],
        [item for item in items if isinstance(item, Rule)],
        [item for item in items if isinstance(item, Image)],
    )


@pytest.mark.parametrize("shape", [(100, 100), (600, 100), (50, 100), (2000, 100)])
def test_all_of_the_masthead_stands_on_one_middle_line(shape: tuple[int, int], setter: Typesetter) -> None:
    brief = make_brief((), Maker())
    logo = Figure("logo", Picture(Path("logo.png"), *shape, Place("brief.yaml", 1, 1)), "A logo")
    masthead = msgspec.structs.replace(brief.front.masthead, logo=logo)
    brief = msgspec.structs.replace(brief, front=msgspec.structs.replace(brief.front, masthead=masthead))
    strips, (bar, line), (image,) = measured(brief, setter)
    middle = (bar.rect.bottom + line.rect.y) / 2
    assert (image.rect.y + image.rect.bottom) / 2 == pytest.approx(middle)
    theme = make_theme(brief.design)
    assert masthead.publisher is not None
    assert masthead.series is not None
    assert masthead.date is not None
    at = {strip.text_id: strip.y for strip in strips}
    name = at[masthead.publisher.id] - theme.style("publisher").size * CAPITALS / 2
    issue = (at[masthead.series.id] - theme.style("series").size * CAPITALS + at[masthead.date.id]) / 2
    assert name == pytest.approx(middle)
    assert issue == pytest.approx(middle)


SIZES = (*MODULES.title.steps, *MODULES.title.small)


@pytest.mark.parametrize(("words", "step"), [(14, 0), (26, 1), (41, 2), (50, 3), (99, 4)])
def test_a_long_title_is_set_smaller(words: int, step: int, setter: Typesetter) -> None:
    maker = Maker()
    brief = make_brief((), maker)
    title = maker.text("an " * words, "H1")
    brief = msgspec.structs.replace(brief, front=msgspec.structs.replace(brief.front, title=title))
    strips, _, _ = measured(brief, setter)
    sizes = {run.size for strip in strips if strip.text_id == title.id for run in strip.line.runs}
    assert sizes == {make_theme(brief.design).style("title").size * SIZES[step]}


LARGER = (*MODULES.title.short, *MODULES.title.grown)


@pytest.mark.parametrize(("words", "grown"), [(4, LARGER[0]), (5, LARGER[1]), (6, LARGER[2]), (8, LARGER[2]), (9, 1.0)])
def test_a_title_of_one_line_is_larger_where_the_line_is_long_enough(words: int, grown: float, square_font: Path) -> None:
    square = Typesetter(FontBook.load(Typeface(square_font), Typeface(square_font), (), Problems()), "en")
    maker = Maker()
    brief = make_brief((), maker)
    title = maker.text("a " * words, "H1")
    brief = msgspec.structs.replace(brief, front=msgspec.structs.replace(brief.front, title=title))
    strips, _, _ = measured(brief, square)
    sizes = {run.size for strip in strips if strip.text_id == title.id for run in strip.line.runs}
    assert sizes == {make_theme(brief.design).style("title").size * grown}


def test_the_summary_of_a_small_page_may_go_on_overleaf_between_its_points(setter: Typesetter) -> None:
    brief = make_brief((), Maker(), Design(paper="a5"))
    theme = make_theme(brief.design)
    desk = Desk(brief, theme, setter)
    heading, *points = front_pieces(desk, brief.front, theme.page.measure)[2:]
    assert brief.front.summary is not None
    items = brief.front.summary.points.items
    assert heading.break_cost == FORBIDDEN
    assert [piece.break_cost < FORBIDDEN for piece in points] == [True] * len(items)
    assert len({id(piece.group) for piece in (heading, *points)}) == 1
    for piece, item in zip(points, items, strict=True):
        assert [strip.text_id for strip in piece.ingredients if isinstance(strip, Strip)] == [item.label.id, item.text.id]


@pytest.mark.parametrize("paper", ["a4", "letter", "a5"])
def test_lines_of_a_standfirst_are_short_enough_to_read(paper: Literal["a4", "letter", "a5"], setter: Typesetter) -> None:
    """75 characters or fewer on average (Bringhurst, The Elements of Typographic Style, 2.1.2)."""
    maker = Maker()
    brief = make_brief((), maker, Design(paper=paper))
    standfirst = maker.text(
        "The army was designed for territorial defence and not for a fragmented conflict in cities. " * 6
    )
    brief = msgspec.structs.replace(brief, front=msgspec.structs.replace(brief.front, standfirst=standfirst))
    width = make_theme(brief.design).page.measure
    pieces = front_pieces(Desk(brief, make_theme(brief.design), setter), brief.front, width)
    strips = [item for piece in pieces for item in piece.ingredients if isinstance(item, Strip)]
    lines = [strip for strip in strips if strip.text_id == standfirst.id]
    assert 45 <= len(standfirst.plain) / len(lines) <= 75


def test_what_follows_the_colon_of_a_long_title_is_lighter(setter: Typesetter) -> None:
    maker = Maker()
    brief = make_brief((), maker)
    title = maker.text("Allocation and trust in the basin: " + "how a river can be shared among all its cities " * 3, "H1")
    brief = msgspec.structs.replace(brief, front=msgspec.structs.replace(brief.front, title=title))
    strips, _, _ = measured(brief, setter)
    runs = [run for strip in strips if strip.text_id == title.id for run in strip.line.runs]
    heavy = "".join(glyph.text for run in runs if not run.span.light for glyph in run.glyphs)
    assert heavy.strip() == "Allocation and trust in the basin:"
    assert {run.face.name for run in runs if run.span.light}.isdisjoint(run.face.name for run in runs if not run.span.light)
    assert {number for strip in strips if strip.text_id == title.id for number in strip.spans} == {0}


@pytest.mark.parametrize(("width", "columns"), [(480.0, 3), (330.0, 2), (130.0, 1)])
def test_many_authors_stand_in_columns_in_their_order(width: float, columns: int, setter: Typesetter) -> None:
    maker = Maker()
    brief = make_brief((), maker)
    signatures = tuple(Signature(maker.id(), maker.text(f"Author {at}"), maker.text("An institute")) for at in range(7))
    front = msgspec.structs.replace(brief.front, byline=None, signatures=signatures)
    strips = [
        item
        for copy in signed(Desk(brief, make_theme(brief.design), setter), front, width, 0.0).copies
        for item in copy.strips
        if isinstance(item, Strip)
    ]
    at = {strip.text_id: (round(strip.y, 3), strip.x) for strip in strips}
    places = [at[signature.name.id] for signature in signatures]
    assert places == sorted(places)
    assert len({x for _, x in places}) == columns


def test_a_title_hardly_too_long_for_its_line_is_set_smaller_rather_than_in_two_short_ones(square_font: Path) -> None:
    """The line holds 17 squares of the title's own size, 18 of the next: 19 would have to be smaller than that."""
    square = Typesetter(FontBook.load(Typeface(square_font), Typeface(square_font), (), Problems()), "en")
    maker = Maker()
    brief = make_brief((), maker)
    own = make_theme(brief.design).style("title").size
    for words, size, lines in (("a a a a a a a a aa", own * MODULES.title.steps[1], 1), ("a a a a a a a a a a", own, 2)):
        title = maker.text(words, "H1")
        titled = msgspec.structs.replace(brief, front=msgspec.structs.replace(brief.front, title=title))
        strips, _, _ = measured(titled, square)
        found = [strip for strip in strips if strip.text_id == title.id]
        assert len(found) == lines
        assert {run.size for strip in found for run in strip.line.runs} == {size}


def test_the_rows_by_which_a_title_sinks_are_shared_out() -> None:
    assert [sunk(rows) for rows in (0, 1, 2, 4, 5, 6, 8)] == [
        (0, 0, 0), (0, 0, 1), (1, 0, 1), (2, 0, 2), (2, 0, 3), (2, 1, 3), (2, 3, 3)
    ]  # fmt: skip
    assert sunk(6, 1) == (1, 2, 3)


def test_beside_a_short_title_no_hole_is_made(setter: Typesetter) -> None:
    """What stands at the left alone does not end the white above it: such a title sinks less, and no row is let in there."""
    maker = Maker()
    brief = make_brief((), maker)
    found = []
    for words in ("Rent", "Rent falls where homes are built, and only there"):
        title = maker.text(words, "H1")
        front = msgspec.structs.replace(brief.front, title=title, subtitle=maker.text("Homes"), byline=None)
        desk = Desk(msgspec.structs.replace(brief, front=front), make_theme(brief.design), setter, Levers(sinkage=4))
        piece = front_pieces(desk, front, WIDTH)[1]
        found.append((min(item.y for item in piece.ingredients if isinstance(item, Strip)), piece.elastic))
    (short, short_elastic), (long, _) = found
    assert short < long
    assert short_elastic == ""


def test_rows_that_page_1_lacks_are_let_in_above_title_and_summary(setter: Typesetter) -> None:
    brief = make_brief((), Maker())
    for sinkage, elastic in ((0, "series"), (8, "")):
        desk = Desk(brief, make_theme(brief.design), setter, Levers(sinkage=sinkage))
        masthead, title, summary = front_pieces(desk, brief.front, WIDTH)
        assert (masthead.elastic, title.elastic, summary.elastic) == ("", elastic, elastic)
