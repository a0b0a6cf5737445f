"""Plans of pages: whole numbers in, bands out; nothing twice, nothing left out, nothing before its turn."""

import tracemalloc

from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.layout.pieces import Float, Piece, Segment
from briefgen.layout.plan import Planner, Sheet

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
    return Segment(
        tuple(Piece(high, ()) for high in rows),
        columns,
        100.0,
        10.0,
        1.0,
        floats=tuple(Float(after, Piece(high, ())) for after, high in zip(places, floats, strict=True)),
    )


def order(sheets: list[Sheet]) -> list[tuple[int, int, int, bool]]:
    """What is on the pages: page, segment, piece, or float if true."""
    found = []
    for page, sheet in enumerate(sheets):
        for band in sheet.bands:
            end = band.start + 1 if band.floating else band.columns.ends[-1]
            found += [(page, band.segment, index, band.floating) for index in range(band.start, end)]
    return found


@settings(deadline=None)
@given(shapes)
def test_pages_are_read_in_the_order_of_the_brief(found: list[tuple[list[int], int, list[int], st.DataObject]]) -> None:
    segments = [make(*shape) for shape in found]
    placed = order(Planner(segments, ROWS, 1.0).plan())
    pieces = [entry[1:3] for entry in placed if not entry[3]]
    floats = [entry[1:3] for entry in placed if entry[3]]
    assert pieces == [(number, index) for number, each in enumerate(segments) for index in range(len(each.pieces))]
    assert floats == [(number, index) for number, each in enumerate(segments) for index in range(len(each.floats))]
    pages = {entry[1:]: entry[0] for entry in placed}
    for number, segment in enumerate(segments):
        for index, floating in enumerate(segment.floats):
            page = pages[number, index, True]
            assert all(pages[number, piece, False] <= page for piece in range(floating.after))
            assert all(pages[number, piece, False] >= page for piece in range(floating.after, len(segment.pieces)))


def test_nothing_on_a_page_reaches_below_its_foot() -> None:
    segment = Segment(
        tuple(Piece(1, ()) for _ in range(100)),
        2,
        100.0,
        10.0,
        1.0,
        floats=(Float(10, Piece(9, ())), Float(60, Piece(15, ()))),
    )
    sheets = Planner([segment], ROWS, 1.0).plan()
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
        floats=tuple(Float(after, Piece(5, ())) for after in range(20, pieces, 20)),
    )
    tracemalloc.start()
    try:
        Planner([segment], ROWS, 1.0).plan()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_memory_grows_with_the_length_of_a_brief_and_no_faster() -> None:
    assert taken(1000) < 6 * taken(250)  # four times the length, where kept sums would take nine times the memory
