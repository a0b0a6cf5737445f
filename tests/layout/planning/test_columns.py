"""Column filling is whole numbers: depths, ends and demerits by arithmetic."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from briefgen.layout import costs
from briefgen.layout.measuring.galley import Galley
from briefgen.layout.measuring.pieces import FORBIDDEN, Float, Group, Piece
from briefgen.layout.measuring.slack import Elastic
from briefgen.layout.planning.column import Column, Columns
from briefgen.layout.planning.columns import Filler

ELASTIC = ("", "heading", "block", "finding")


def lines(count: int, **more: Any) -> list[Piece]:
    return [Piece(rows=1, ingredients=(), **more) for _ in range(count)]


def ends(columns: Columns) -> list[int]:
    return [column.end for column in columns.columns]


def test_a_column_takes_as_many_rows_as_it_holds() -> None:
    fills = Filler(Galley(lines(10)), 1).fills(0, 4)
    assert fills[-1].end == 4
    assert fills[-1].rows == 4


def test_space_before_a_piece_falls_away_at_the_top_of_a_column() -> None:
    pieces = [Piece(rows=1, ingredients=(), lead=1) for _ in range(3)]
    filler = Filler(Galley(pieces), 1)
    assert [fill.rows for fill in filler.fills(0, 9)] == [1, 3, 5]
    assert [fill.rows for fill in filler.fills(1, 9)] == [1, 3]


def test_a_group_takes_its_padding_in_every_column() -> None:
    group = Group("box", open_rows=1, close_rows=1)
    filler = Filler(Galley([Piece(rows=1, ingredients=(), group=group) for _ in range(4)]), 1)
    assert [fill.rows for fill in filler.fills(0, 9)] == [3, 4, 5, 6]
    assert [fill.rows for fill in filler.fills(2, 9)] == [3, 4]


def test_groups_that_follow_one_another_take_their_leads_but_at_the_top() -> None:
    first, second = Group("a", open_rows=1, close_rows=2, lead=3), Group("b", open_rows=1, close_rows=1, lead=2)
    pieces = [Piece(rows=1, ingredients=(), lead=1, group=group) for group in (first, first, None, second, second)]
    filler = Filler(Galley(pieces), 1)
    assert ends(filler.forced(0, 9)) == [3]  # 4, 6, 8, 14 rows
    assert [fill.rows for fill in filler.fills(1, 12)] == [4, 6, 12]
    assert [fill.rows for fill in filler.fills(3, 20)] == [3, 5]


def test_a_heading_is_not_left_at_the_foot() -> None:
    pieces = [*lines(3), Piece(rows=1, ingredients=(), break_cost=FORBIDDEN), *lines(4)]
    assert [fill.end for fill in Filler(Galley(pieces), 1).fills(0, 4)] == [1, 2, 3]


def test_balanced_columns_are_as_shallow_as_can_be() -> None:
    columns = Filler(Galley(lines(10)), 2).balanced(0, 50)
    assert columns is not None
    assert (ends(columns), columns.depth) == ([5, 10], 5)


def test_an_odd_line_stands_in_the_first_column() -> None:
    columns = Filler(Galley(lines(9)), 2).balanced(0, 50)
    assert columns is not None
    assert ends(columns) == [5, 9]


def test_what_does_not_fit_is_not_balanced() -> None:
    assert Filler(Galley(lines(9)), 2).balanced(0, 4) is None


def test_a_row_is_let_in_where_a_piece_may_move() -> None:
    """Eight rows in a column of nine, as the ninth may not end it: the heading moves down a row."""
    pieces = [*lines(4), Piece(rows=1, ingredients=(), lead=1, elastic="heading"), *lines(2)]
    pieces += [Piece(rows=1, ingredients=(), break_cost=FORBIDDEN), *lines(20)]
    filler = Filler(Galley(pieces), 1)
    assert filler.columns(filler.full(0, 9)[0]).columns == (Column(0, 7, 1),)


@given(
    st.lists(st.tuples(st.integers(1, 4), st.integers(0, 2), st.booleans()), min_size=1, max_size=40),
    st.integers(6, 12),
    st.integers(1, 3),
)
def test_pages_in_a_row_place_every_piece_once(shapes: list[tuple[int, int, bool]], limit: int, columns: int) -> None:
    pieces = [Piece(rows=r, ingredients=(), lead=lead, break_cost=FORBIDDEN if f else 0.0) for r, lead, f in shapes]
    filler = Filler(Galley(pieces), columns)
    start = 0
    for _ in range(len(pieces) + 1):
        whole = filler.balanced(start, limit)
        ways = [whole] if whole else [*map(filler.columns, filler.full(start, limit))] or [filler.forced(start, limit)]
        found = ends(ways[0])
        assert found == sorted(found)
        assert found[0] > start
        assert all(column.spread >= 0 for column in ways[0].columns)
        start = found[-1]
        if start == len(pieces):
            break
    assert start == len(pieces)


@given(st.lists(st.tuples(st.integers(1, 3), st.sampled_from([0.0, 50.0, 9000.0])), min_size=2, max_size=14))
def test_two_balanced_columns_are_the_best_of_all_divisions(shapes: list[tuple[int, float]]) -> None:
    """Against every possible division: none has a shallower depth at the same cost of its break."""
    pieces = [Piece(rows=rows, ingredients=(), break_cost=cost) for rows, cost in shapes]
    best = Filler(Galley(pieces), 2).balanced(0, 60)
    assert best is not None
    heights = [piece.rows for piece in pieces]

    def deep(end: int) -> int:
        return max(sum(heights[:end]), sum(heights[end:]))

    chosen = best.columns[0].end
    cost = pieces[chosen - 1].break_cost if chosen < len(pieces) else 0.0
    for end in range(1, len(pieces)):
        if pieces[end - 1].break_cost <= cost and sum(heights[:end]) >= sum(heights[end:]):
            assert deep(end) >= deep(chosen) - 1


def test_a_float_stands_at_its_call_when_that_is_the_head_or_foot() -> None:
    """Five rows of text in two columns, the float before the fourth: it stands at the head of the second."""
    floats = [Float(3, tuple(lines(1)), across=False)]
    columns = Filler(Galley(lines(5)), 2, floats).balanced(0, 9)
    assert columns is not None
    assert columns.columns == (Column(0, 3), Column(3, 5, 0, 0, ("head",)))


@given(
    st.lists(st.tuples(st.integers(1, 3), st.integers(0, 1), st.sampled_from(ELASTIC)), min_size=1, max_size=16),
    st.lists(st.tuples(st.integers(0, 16), st.integers(1, 4)), max_size=3),
    st.integers(6, 12),
    st.integers(1, 2),
)
def test_what_is_measured_is_what_is_drawn(
    shapes: list[tuple[int, int, Elastic]], found: list[tuple[int, int]], limit: int, count: int
) -> None:
    """The rows that a fill tells are those of the column that is drawn, floats and spaces let in included."""
    pieces = [Piece(rows, (), lead=lead, below=lead, elastic=elastic) for rows, lead, elastic in shapes]
    calls = sorted((min(call, len(pieces)), rows) for call, rows in found)
    floats = [Float(call, (Piece(rows, (), lead=1, below=1, elastic="block"),), across=False) for call, rows in calls]
    filler = Filler(Galley(pieces), count, floats)
    for fill in filler.fills(0, limit):
        column = Column(fill.start, fill.end, 0, fill.floated, fill.positions)
        assert filler.stack(column).rows == fill.rows <= limit
        for more in range(fill.able.bit_length()):
            if fill.able >> more & 1:
                wider = Column(fill.start, fill.end, more, fill.floated, fill.positions)
                assert filler.stack(wider).rows == fill.rows + more
        stood = [stand.piece for stand in filler.stack(column).stands]
        floating = {id(floats[number].pieces[0]) for number in range(len(fill.positions))}
        assert [id(piece) for piece in stood if id(piece) not in floating] == [id(piece) for piece in pieces[: fill.end]]
        assert floating <= {id(piece) for piece in stood}


def test_no_line_stands_alone_beside_a_float() -> None:
    """A float called before the second of nine rows, in a column of six: not below one line of text at the foot."""
    floats = [Float(1, (Piece(5, ()),), across=False)]
    costs_of = {}
    for fill in Filler(Galley(lines(9)), 2, floats).fills(0, 6):
        if fill.positions:
            costs_of[fill.end] = fill.cost
    assert costs_of[1] >= costs.SCRAP


def test_a_float_between_two_parts_of_what_is_divided_makes_the_division_worse() -> None:
    """A word divided after the fourth of ten rows: with a float there, at the foot of a column or the head of the next."""
    text = [*lines(3), Piece(1, (), break_cost=costs.HYPHEN), *lines(6)]
    filler = Filler(Galley(text), 2, [Float(4, tuple(lines(2)), across=False)])
    foot = {fill.positions: fill.cost for fill in filler.fills(0, 6) if fill.end == 4}
    assert foot == {(): costs.HYPHEN, ("head",): costs.HYPHEN + costs.AWAY}  # rather away from its call
    head = {(fill.end, fill.positions): fill.cost for fill in filler.fills(4, 8)}
    assert (head[10, ("foot",)], (10, ("head",)) in head) == (costs.AWAY, False)


def test_no_line_stands_alone_above_or_below_a_float_between_two_pieces() -> None:
    for call, position in ((1, "foot"), (2, "amid"), (7, "amid"), (8, "foot")):
        filler = Filler(Galley(lines(9)), 1, [Float(call, tuple(lines(2)), across=False)])
        (whole,) = [fill for fill in filler.fills(0, 11) if fill.positions and fill.end == 9]
        assert whole.positions == (position,)


def test_columns_above_white_that_is_seen_are_let_out_and_level() -> None:
    """One can have a row, the other, which ends two rows higher, three or none."""
    pieces = [*lines(3), Piece(1, (), elastic="heading"), *lines(2), *lines(1), *lines(3, elastic="block")]
    filler = Filler(Galley(pieces), 2)
    uneven = Columns((Column(0, 6), Column(6, 10)), 6, 0.0)
    assert filler.let_out(uneven, 4) == uneven
    found = filler.let_out(uneven, 4, seen=True)
    assert (found.depth, [column.spread for column in found.columns]) == (7, [1, 3])
    assert [filler.depth(column) for column in found.columns] == [7, 7]


def test_a_series_that_goes_on_overleaf_is_let_out_twice_where_white_is_seen() -> None:
    series = lines(12, elastic="series")
    filler = Filler(Galley(series), 1)
    part = Columns((Column(0, 6, 5),), 11, 0.0)
    assert [filler.let_out(part, 4, seen=seen).depth for seen in (False, True)] == [11, 15]


def test_few_lines_alone_above_or_below_a_float_in_one_of_several_columns_are_a_remnant() -> None:
    """Of 14 rows one, three or four on one side of it; in a lone column, readers go on below it."""
    for call, cost in ((1, costs.SCRAP), (3, costs.REMNANT), (4, 0.0), (10, 0.0), (11, costs.REMNANT), (13, costs.SCRAP)):
        floats = [Float(call, tuple(lines(2)), across=False, home=(call - 1, call))]  # elsewhere it would stray
        for columns, amid in ((2, costs.AMID), (1, costs.AMID_ALONE)):
            dearest = [fill.cost for fill in Filler(Galley(lines(14)), columns, floats).fills(0, 16) if fill.end == 14][-1]
            few = cost if columns > 1 or cost == costs.SCRAP else 0.0
            assert dearest == min(amid + few, costs.STRAY + costs.AWAY)
    for rows, cost in ((1, costs.SCRAP), (2, costs.REMNANT), (3, costs.REMNANT), (4, 0.0)):
        (fill,) = [
            fill
            for fill in Filler(Galley(lines(rows)), 2, [Float(0, tuple(lines(2)), across=False)]).fills(0, 9)
            if fill.end == rows and fill.positions
        ]
        assert fill.cost == cost


def test_a_sentence_is_not_parted_by_a_float_in_its_column() -> None:
    """Twelve rows in two columns, two of each sentence, and a float: it stands below the end of one, or above the next."""
    text = [Piece(1, (), runs_on=costs.RUNS_ON if number % 2 == 0 else 0.0) for number in range(12)]
    for call in range(2, 11, 2):
        for high in (1, 2, 3):
            columns = Filler(Galley(text), 2, [Float(call, (Piece(high, ()),), across=False)]).balanced(0, 20)
            assert columns is not None
            first, second = columns.columns
            parted = first.end % 2 == 1
            assert not (parted and ("foot" in first.positions or "head" in second.positions))
            assert len(first.positions) + len(second.positions) == 1


def test_a_page_above_a_float_ends_with_a_sentence() -> None:
    """A sentence ends with the ninth of ten rows: the page does, too, where a float stands below."""
    text = [Piece(1, (), runs_on=0.0 if number == 8 else costs.RUNS_ON) for number in range(30)]
    filler = Filler(Galley(text), 1)
    assert filler.full(0, 10)[0].end == 10
    assert filler.full(0, 10, call=0)[0].end == 9
    assert filler.full(0, 10, call=10)[0].end == 10  # it does not stand on a page before its call


def test_a_float_at_the_head_of_a_column_has_a_row_below_it_where_one_is_to_be_had() -> None:
    """Four rows of it and six of text, between which at its place there is a row above and none below."""
    floating = Float(0, (Piece(4, (), lead=1, below_head=1),), across=False)
    filler = Filler(Galley(lines(6)), 1, [floating])
    for limit, rows, position, cost in ((11, 11, "head", 0.0), (10, 10, "near", costs.NEAR)):
        (whole,) = [fill for fill in filler.fills(0, limit) if fill.positions in {("head",), ("near",)} and fill.end == 6]
        assert (whole.rows, whole.positions, whole.cost) == (rows, (position,), cost)
        column = Column(whole.start, whole.end, 0, 0, whole.positions)
        assert filler.depth(column) == rows
        assert filler.stack(column).stands[1].top == rows - 6
