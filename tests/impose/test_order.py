import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.impose.order import Side, blanks, creep, handout, saddle_stitch


def read(sides: tuple[Side, ...]) -> list[int | None]:
    """The pages of nested and folded sheets, cover first: right halves going in, left halves coming out."""
    outer, inner = sides[::2], sides[1::2]
    # what is printed behind the right half of the outer side is the left half of the inner side
    going_in = [page for out, back in zip(outer, inner, strict=True) for page in (out.slots[1], back.slots[0])]
    pairs = reversed(list(zip(outer, inner, strict=True)))
    return going_in + [page for out, back in pairs for page in (back.slots[1], out.slots[0])]


@settings(deadline=None)
@given(st.integers(1, 500))
def test_folded_sheets_read_in_order_with_blanks_last(pages: int) -> None:
    assert read(saddle_stitch(pages)) == [*range(1, pages + 1), *[None] * blanks(pages)]


@settings(deadline=None)
@given(st.integers(1, 500))
def test_whole_sheets_and_no_more_of_them_than_needed(pages: int) -> None:
    sides = saddle_stitch(pages)
    assert len(sides) == 2 * -(-pages // 4)
    assert 0 <= blanks(pages) <= 3
    assert [side.inner for side in sides] == [False, True] * (len(sides) // 2)
    assert [side.depth for side in sides] == [n // 2 for n in range(len(sides))]


def test_eight_pages_as_printers_know_them() -> None:
    assert [side.slots for side in saddle_stitch(8)] == [(8, 1), (2, 7), (6, 3), (4, 5)]


@settings(deadline=None)
@given(st.integers(1, 500), st.sampled_from([2, 4]))
def test_handouts_keep_the_order(pages: int, n_up: int) -> None:
    slots = [page for side in handout(pages, n_up) for page in side.slots]
    assert slots == [*range(1, pages + 1), *[None] * (-pages % n_up)]


def test_no_page_makes_no_sheet() -> None:
    with pytest.raises(ValueError, match="0"):
        saddle_stitch(0)
    with pytest.raises(ValueError, match="0"):
        handout(0, 2)


def test_creep_is_the_paper_outside() -> None:
    assert [creep(depth, 0.1) for depth in range(3)] == pytest.approx([0, 0.1, 0.2])
