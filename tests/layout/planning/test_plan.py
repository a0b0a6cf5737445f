"""Plans of pages: whole numbers in, bands out; nothing twice, nothing left out, nothing before its turn."""

import random
import tracemalloc
import weakref
from typing import NamedTuple

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.geometry import Colour
from briefgen.layout import costs
from briefgen.layout.measuring.galley import Galley
from briefgen.layout.measuring.pieces import FORBIDDEN, Float, Piece, Segment
from briefgen.layout.planning.across import Across
from briefgen.layout.planning.plan import Planner
from briefgen.layout.planning.planned import Band, PlannedPage, Progress, WideBand

ROWS = 20

shapes = st.lists(
    st.tuples(
        st.lists(st.integers(1, 6), max_size=40), st.integers(1, 3), st.lists(st.integers(1, 12), max_size=4), st.data()
    ),
    min_size=1,
    max_size=3,
)


def make(rows: list[int], columns: int, floats: list[int], data: st.DataObject) -> Segment:
    places = sorted(data.draw(st.lists(st.integers(0, len(rows)), min_size=len(floats), max_size=len(floats))))
    across = data.draw(st.lists(st.booleans(), min_size=len(floats), max_size=len(floats)))
    return Segment(
        tuple(Piece(high, ()) for high in rows),
        columns,
        100.0,
        10.0,
        1.0,
        floats=tuple(
            Float(after, (Piece(high, ()),), wide) for after, high, wide in zip(places, floats, across, strict=True)
        ),
    )


class Spot(NamedTuple):
    """Where something stands: `piece` is its number in the segment, or, if `floating`, among the floats of its width."""

    page: int
    segment: int
    piece: int
    floating: str


def spots(planner: Planner, sheets: list[PlannedPage]) -> list[Spot]:
    """What is on the pages."""
    first = [planner.wide.index(entry) for entry in planner.wide]
    starts = {segment: min(n for n in first if planner.wide[n][0] == segment) for segment, _ in planner.wide}
    found = []
    for page, sheet in enumerate(sheets):
        for band in sheet.bands:
            if isinstance(band, WideBand):
                segment = planner.wide[band.number][0]
                found.append(Spot(page, segment, band.number - starts[segment], "wide"))
                continue
            for column in band.columns.columns:
                found += [Spot(page, band.segment, index, "") for index in range(column.start, column.end)]
                placed = range(column.floated, column.floated + len(column.positions))
                found += [Spot(page, band.segment, index, "narrow") for index in placed]
    return found


@settings(deadline=None)
@given(shapes)
def test_every_piece_and_float_is_placed_once_and_in_order(
    found: list[tuple[list[int], int, list[int], st.DataObject]],
) -> None:
    segments = [make(*shape) for shape in found]
    planner = Planner(segments, ROWS, 1.0)
    plans = planner.plan()
    placed = spots(planner, plans[min(plans)].sheets())
    for kind in ("", "wide", "narrow"):
        wanted = [
            (number, index)
            for number, each in enumerate(segments)
            for index in range(
                len([floating for floating in each.floats if floating.across == (kind == "wide")])
                if kind
                else len(each.pieces)
            )
        ]
        assert [(spot.segment, spot.piece) for spot in placed if spot.floating == kind] == wanted


@settings(deadline=None)
@given(shapes)
def test_no_float_stands_on_a_page_before_its_call(
    found: list[tuple[list[int], int, list[int], st.DataObject]],
) -> None:
    segments = [make(*shape) for shape in found]
    planner = Planner(segments, ROWS, 1.0)
    plans = planner.plan()
    placed = spots(planner, plans[min(plans)].sheets())
    for spot in placed:
        if not spot.floating:
            continue
        segment = segments[spot.segment]
        floats = [floating for floating in segment.floats if floating.across == (spot.floating == "wide")]
        before = floats[spot.piece].after - 1
        if before >= 0:
            called = next(each for each in placed if each[1:] == (spot.segment, before, ""))
            assert called.page <= spot.page


def test_nothing_on_a_page_reaches_below_its_foot() -> None:
    segment = Segment(
        tuple(Piece(1, ()) for _ in range(100)),
        2,
        100.0,
        10.0,
        1.0,
        floats=(Float(10, (Piece(9, ()),)), Float(60, (Piece(15, ()),))),
    )
    plans = Planner([segment], ROWS, 1.0).plan()
    sheets = plans[min(plans)].sheets()
    assert all(sheet.used <= ROWS for sheet in sheets)
    assert len(sheets) == 4  # 100 rows in two columns and 24 across, with the white that goes with them


def taken(pieces: int) -> int:
    """The bytes that planning so many pieces with a float after every twentieth takes at most."""
    segment = Segment(
        tuple([Piece(2, ())] * pieces),
        2,
        100.0,
        10.0,
        1.0,
        floats=tuple(Float(after, (Piece(5, ()),)) for after in range(20, pieces, 20)),
    )
    tracemalloc.start()
    try:
        Planner([segment], ROWS, 1.0).plan()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_memory_grows_with_the_length_of_a_brief_and_no_faster() -> None:
    assert taken(1000) < 6 * taken(250)  # four times the length, where kept sums would take nine times the memory


def small(number: int) -> list[Segment]:
    """Segments of a few pages with floats, from a number."""
    chance = random.Random(number)
    segments = []
    for _ in range(chance.randint(1, 3)):
        count = chance.randint(4, 40)
        pieces = [
            Piece(
                chance.choice((1, 1, 1, 1, 2, 3)),
                (),
                lead=chance.choice((0, 0, 0, 1)),
                elastic="heading" if chance.random() < 0.15 else "",
                break_cost=chance.choice((0.0, 0.0, 0.0, 0.0, FORBIDDEN, 160.0, 6000.0)),
            )
            for _ in range(count - 1)
        ]
        floats = sorted(
            (
                Float(chance.randint(0, count), (Piece(chance.randint(3, 9), ()),), chance.random() < 0.5)
                for _ in range(chance.choice((0, 1, 2, 3)))
            ),
            key=lambda floating: floating.after,
        )
        opening = chance.randint(0, count)  # of the second section; the first begins with the segment
        floats = [
            msgspec.structs.replace(each, home=(-1, opening) if each.after <= opening else (opening, count))
            for each in floats
        ]
        segments.append(Segment((*pieces, Piece(1, ())), chance.choice((1, 2, 2)), 100.0, 10.0, 1.0, floats=tuple(floats)))
    return segments


def test_plans_are_the_cheapest_there_are() -> None:
    """Against all plans, of which none is dropped: the best is found in 98 of 100 small briefs."""
    everything = 1_000_000
    missed = 0
    for number in range(100):
        segments = small(number)
        found = min(plan.cost for plan in Planner(segments, ROWS, 1.0).plan().values())
        all_plans = Planner(segments, ROWS, 1.0, beam=everything, branches=everything, margin=everything).plan()
        missed += found > min(plan.cost for plan in all_plans.values()) + 0.001
    assert missed <= 2


def test_a_closing_panel_takes_what_stands_before_it_along_to_its_page() -> None:
    """A text of twelve rows and another of five fill a page of eighteen, on which a panel of two has no room."""
    segments = [
        Segment(tuple(Piece(1, ()) for _ in range(12)), 1, 100.0, 0.0, 1.0),
        Segment((Piece(5, ()),), 1, 100.0, 0.0, 1.0),
        Segment((Piece(2, ()),), 1, 100.0, 0.0, 1.0, at_foot=True),
    ]
    planner = Planner(segments, 18, 1.0)
    (plan,) = planner.plan().values()
    assert [[band.segment for band in sheet.bands if isinstance(band, Band)] for sheet in plan.sheets()] == [[0], [1, 2]]


@pytest.mark.parametrize(("high", "bands", "top"), [(2, [[0], [0, 1]], 16), (12, [[0], [0, 1]], 6), (16, [[0], [1]], 0)])
def test_a_closing_panel_stands_alone_only_where_it_fills_its_page(high: int, bands: list[list[int]], top: int) -> None:
    """A text of eighteen rows fills its page, but leaves some of them to a panel that would not fill the next."""
    segments = [
        Segment(tuple(Piece(1, ()) for _ in range(18)), 1, 100.0, 0.0, 1.0),
        Segment((Piece(high, ()),), 1, 100.0, 0.0, 1.0, at_foot=True),
    ]
    (plan,) = Planner(segments, 18, 1.0).plan().values()
    assert [[band.segment for band in sheet.bands if isinstance(band, Band)] for sheet in plan.sheets()] == bands
    assert plan.sheets()[-1].bands[-1].top == top


@pytest.mark.parametrize(("high", "top"), [(10, 8), (12, 0)])
def test_a_high_closing_panel_has_a_whole_page_where_it_stands_alone(high: int, top: int) -> None:
    """A text of one piece fills the page before it."""
    segments = [
        Segment((Piece(18, ()),), 1, 100.0, 0.0, 1.0),
        Segment((Piece(high, ()),), 1, 100.0, 0.0, 1.0, at_foot=True),
    ]
    (plan,) = Planner(segments, 18, 1.0).plan().values()
    assert [band.top for sheet in plan.sheets() for band in sheet.bands] == [0, top]


@pytest.mark.parametrize(("calls", "across"), [((2, 5), [False, True]), ((5, 2), [True, False]), ((2, 2), [True, False])])
def test_where_no_text_is_left_floats_stand_in_the_order_of_their_calls(calls: tuple[int, int], across: list[bool]) -> None:
    """One in a column and one across the page, for which the page of the text that calls both has no room."""
    narrow, wide = calls
    floats = (Float(narrow, (Piece(6, ()),), across=False), Float(wide, (Piece(6, ()),)))
    text = [Piece(1, (), break_cost=FORBIDDEN) for _ in range(17)]
    segment = Segment((*text, Piece(1, ())), 1, 100.0, 0.0, 1.0, floats=tuple(sorted(floats, key=lambda each: each.after)))
    (plan,) = Planner([segment], 18, 1.0).plan().values()
    _, sheet = plan.sheets()
    assert [isinstance(band, WideBand) for band in sheet.bands] == across


def test_recommendations_above_a_closing_panel_share_the_white_between_them() -> None:
    """Three of two rows, a panel of three at the foot of twelve: a row each at most, if the panel keeps a row above it."""
    for rows, spread in ((16, 2), (12, 2), (11, 1), (10, 0)):
        alike = [Piece(2, (), elastic="series" if number else "") for number in range(3)]
        segments = [
            Segment(tuple(alike), 1, 100.0, 0.0, 1.0),
            Segment((Piece(3, ()),), 1, 100.0, 0.0, 1.0, at_foot=True),
        ]
        planner = Planner(segments, rows, 1.0)
        (sheet,) = planner.plan()[1].sheets()
        band, panel = planner.white.aired(sheet).bands
        assert isinstance(band, Band)
        assert [column.spread for column in band.columns.columns] == [spread]
        assert panel.top == rows - 3


@pytest.mark.parametrize(("high", "top"), [(10, 2), (4, 12)])
def test_a_larger_panel_alone_has_all_of_its_page(high: int, top: int) -> None:
    """One of eight rows, and then of more, on a page of eighteen: at its head where it is high enough for its ground."""
    panel = Segment((Piece(8, ()),), 1, 100.0, 0.0, 1.0, at_foot=True, padding=2.0)
    sheet = PlannedPage((Band(0, Planner([panel], 18, 1.0).fillers[0].forced(0, 8, 0, 0), 2.0),), 12.0, Progress(1, 0), 0.0)
    assert Planner([panel], 18, 1.0).white.room_of_panel(sheet) == (18, 12)
    larger = Planner([msgspec.structs.replace(panel, pieces=(Piece(high, ()),))], 18, 1.0)
    columns = larger.fillers[0].balanced(0, 14)
    assert columns
    assert [band.top for band in larger.white.with_panel(sheet, columns).bands] == [top]


@pytest.mark.parametrize(("rows", "top", "wider"), [(12, 9, 0), (13, 9.5, 0.5), (20, 10, 1), (30, 10, 1)])
def test_a_closing_panel_takes_the_white_above_it_but_for_three_rows(rows: int, top: float, wider: float) -> None:
    """Below four rows, one at the foot of a page, with a padding of two: then their words stand in its upper part."""
    segments = [
        Segment((Piece(4, ()),), 1, 100.0, 0.0, 1.0),
        Segment((Piece(1, ()),), 1, 100.0, 0.0, 1.0, at_foot=True, padding=2.0, background=Colour(0.0, 0.0, 0.0)),
    ]
    planner = Planner(segments, rows, 1.0)
    (sheet,) = planner.plan()[1].sheets()
    _, panel = planner.white.aired(sheet).bands
    assert isinstance(panel, Band)
    assert (panel.top, panel.wider) == (top, wider)


@pytest.mark.parametrize(
    ("home", "unbroken", "end"), [(None, (), 13), ((-1, 30), (), 13), ((-1, 12), (), 12), ((-1, 12), (9, 10, 11), 13)]
)
def test_a_float_across_the_page_stays_in_its_section(
    home: tuple[int, int] | None, unbroken: tuple[int, ...], end: int
) -> None:
    """Thirty rows, called before the thirteenth: the page ends where its section does, or the float stands at its head."""
    pieces = [Piece(1, (), break_cost=FORBIDDEN if number in unbroken else 0.0) for number in range(30)]
    floating = Float(12, (Piece(6, ()),), home=home)
    planner = Planner([Segment(tuple(pieces), 1, 9.0, 0.0, 1.0, floats=(floating,))], 20, 1.0)
    bands = planner.plan()[2].sheets()[0].bands
    (text,) = [band for band in bands if isinstance(band, Band)]
    assert text.columns.end == end
    assert isinstance(bands[0 if unbroken else -1], WideBand)


def test_three_rows_of_white_are_better_than_a_float_among_the_text_of_another_section() -> None:
    """Called before the ninth row, where nothing parts; its section ends with that row, the page there or later."""
    pieces = [Piece(1, (), break_cost=FORBIDDEN if number in (7, 9, 10) else 0.0) for number in range(38)]
    floating = Float(8, (Piece(3, ()),), across=False, home=(0, 9))
    planner = Planner([Segment(tuple(pieces), 1, 9.0, 0.0, 1.0, floats=(floating,))], 15, 1.0)
    (band,) = planner.plan()[3].sheets()[0].bands
    assert isinstance(band, Band)
    assert (band.columns.end, band.columns.columns[0].positions) == (9, ("foot",))


@pytest.mark.parametrize("across", [True, False])
def test_a_float_on_the_next_page_is_worse_where_its_section_ends_before(across: bool) -> None:
    first = Segment((Piece(1, ()),) * 12, 1, 9.0, 0.0, 1.0, floats=(Float(5, (Piece(1, ()),), across, home=(-1, 8)),))
    planned = Across([first, Segment((Piece(1, ()),), 1, 9.0, 0.0, 1.0)], [Galley(first.pieces)] * 2, 20.0)
    begun = Progress(0, 0)
    astray = [planned.astray(begun, Progress(0, end)) for end in (5, 6, 7, 8, 9)]
    assert astray == [0.0, *[costs.DEFERRED] * 2, *[costs.DEFERRED + costs.BEHIND] * 2]
    assert not across or planned.astray(begun, Progress(1, 0)) == costs.DEFERRED + costs.BEHIND


@pytest.mark.parametrize(("ending", "end"), [(None, 20), (19, 19), (18, 18)])
def test_a_page_before_a_float_at_the_head_of_the_next_ends_with_a_sentence(ending: int | None, end: int) -> None:
    """Forty-six rows, a float of ten called before the last of page 1: it stands at the head of page 2."""
    pieces = [Piece(1, (), runs_on=costs.RUNS_ON if number + 1 != ending else 0.0) for number in range(46)]
    floating = Float(16, (Piece(10, ()),))
    planner = Planner([Segment(tuple(pieces), 1, 9.0, 0.0, 1.0, floats=(floating,))], 20, 1.0)
    first, second, _ = planner.plan()[3].sheets()
    (text,) = first.bands
    assert isinstance(text, Band)
    assert text.columns.end == end
    assert isinstance(second.bands[0], WideBand)


def test_white_between_two_floats_is_shared_above_and_below_the_text() -> None:
    """Of 20 rows two floats take three each and a row of space, and texts of five leave two of twelve."""
    floats = tuple(Float(after, (Piece(3, ()),)) for after in (0, 2))
    planner = Planner([Segment((Piece(5, ()),) * 4, 1, 9.0, 0.0, 1.0, floats=floats)], 20, 1.0)
    bands = planner.plan()[2].sheets()[0].bands
    assert [(type(band), band.top) for band in bands] == [(WideBand, 0), (Band, 5), (WideBand, 17)]


def test_a_float_strays_above_its_section_and_below_it() -> None:
    floating = Float(5, (), home=(3, 8))
    assert [at for at in range(12) if floating.strays(at)] == [0, 1, 2, 3, 9, 10, 11]
    assert [at for at in range(12) if floating.leads(at)] == [0, 1, 2, 3]
    assert not Float(5, ()).strays(0)
    assert not Float(5, (), home=(-1, 8)).leads(0)


def labels(planner: Planner, sheets: list[PlannedPage]) -> list[tuple[int, int]]:
    """The floats, by their segments and places in them, in the order in which a reader meets them."""
    numbers = [{id(each): number for number, each in enumerate(segment.floats)} for segment in planner.segments]
    met = []
    for sheet in sheets:
        for band in sheet.bands:
            if isinstance(band, WideBand):
                segment, floating = planner.wide[band.number]
                met.append((segment, numbers[segment][id(floating)]))
                continue
            narrow = [each for each in planner.segments[band.segment].floats if not each.across]
            for column in band.columns.columns:
                placed = narrow[column.floated : column.floated + len(column.positions)]
                met += [(band.segment, numbers[band.segment][id(floating)]) for floating in placed]
    return met


def test_floats_of_a_kind_stand_in_the_order_of_their_numbers() -> None:
    """Those across the page and those in columns, wherever that costs less than to find one before another."""
    disordered = {"": 0, "figure": 0}
    for number in range(60):
        for kind in disordered:
            segments = [
                msgspec.structs.replace(
                    segment, floats=tuple([msgspec.structs.replace(floating, kind=kind) for floating in segment.floats])
                )
                for segment in small(number)
            ]
            planner = Planner(segments, ROWS, 1.0)
            plans = planner.plan()
            plan = min(plans.values(), key=lambda plan: plan.cost)
            found = labels(planner, plan.sheets())
            for segment in range(len(segments)):
                own = [index for at, index in found if at == segment]
                disordered[kind] += own != sorted(own) and plan.cost - costs.PAGE * plan.pages < costs.DISORDER
    assert disordered["figure"] == 0
    assert disordered[""] > 0


@pytest.mark.parametrize(("barrier", "position"), [(-1, "foot"), (10, "head")])
def test_a_float_does_not_stand_among_findings(barrier: int, position: str) -> None:
    """Called before the ninth of thirty rows, it takes six of twenty: at the foot of its page findings have begun."""
    floating = Float(8, (Piece(6, ()),), across=False, barrier=barrier)
    pieces = tuple([Piece(1, (), break_cost=0.0 if number in (9, 13, 19) else 2000.0) for number in range(30)])
    planner = Planner([Segment(pieces, 1, 9.0, 0.0, 1.0, floats=(floating,))], 20, 1.0)
    bands = planner.plan()[2].sheets()[0].bands
    (text,) = [band for band in bands if isinstance(band, Band)]
    assert [column.positions for column in text.columns.columns] == [(position,)]


def test_a_float_across_the_page_does_not_follow_recommendations_to_their_second_page() -> None:
    """Twelve rows of text and twenty-four of recommendations; the float of five finds room on the page of its call alone."""
    text = Segment((Piece(1, ()),) * 12, 1, 9.0, 0.0, 1.0, floats=(Float(11, (Piece(5, ()),)),))
    advice = Segment((Piece(4, ()),) * 6, 1, 9.0, 0.0, 1.0, barrier=True)
    planner = Planner([text, advice], 20, 1.0)
    sheets = planner.plan()[3].sheets() if 3 in planner.plan() else min(planner.plan().items())[1].sheets()
    kinds = [band for sheet in sheets for band in sheet.bands]
    first = next(number for number, band in enumerate(kinds) if isinstance(band, Band) and band.segment == 1)
    assert any(isinstance(band, WideBand) for band in kinds[:first])


def test_floats_below_the_end_of_their_text_stand_there_in_order() -> None:
    """A float of a column, and two across the page of the same kind, behind twelve rows of text: all on one page."""
    floats = (
        Float(4, (Piece(4, ()),), across=False, kind="figure"),
        Float(8, (Piece(3, ()),), kind="figure"),
        Float(12, (Piece(3, ()),), kind="figure"),
    )
    planner = Planner([Segment((Piece(1, ()),) * 12, 2, 9.0, 0.0, 1.0, floats=floats)], 20, 1.0)
    (plan,) = planner.plan().values()
    assert labels(planner, plan.sheets()) == [(0, 0), (0, 1), (0, 2)]
    assert plan.pages == 1


def test_a_planner_goes_with_its_last_user() -> None:
    """A series of briefs would else fill the memory until Python looks for what only refers to itself."""
    planner = Planner([Segment(tuple(Piece(2, ()) for _ in range(40)), 2, 100.0, 10.0, 1.0)], ROWS, 1.0)
    assert planner.plan()
    gone = weakref.ref(planner)
    del planner
    assert gone() is None
