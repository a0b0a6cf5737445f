"""Where pages come to lie, as arithmetic."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.geometry import mm
from briefgen.impose.papers import Size, name_of, standard
from briefgen.impose.scheme import Box, Placed, Scheme, impose

A4, A5, LETTER = standard("A4"), standard("A5"), standard("Letter")


def area(page: Placed, size: Size) -> Box:
    return (page.x, page.y, page.x + page.scale * size.width, page.y + page.scale * size.height)


@pytest.mark.parametrize(
    ("page", "paper"),
    [
        (A4, "A3"),
        (A5, "A4"),
        (LETTER, "Tabloid"),
        (standard("A6"), "A5"),
        (standard("B5"), "B4"),
        (Size(100, 200), "71 × 71 mm"),
    ],
    ids=str,
)
def test_a_sheet_is_two_pages(page: Size, paper: str) -> None:
    made = impose((page,) * 4, Scheme())
    assert made.paper == paper
    for side in made.sides:
        assert {placed.scale for placed in side.placed} == {1}
        left, right = side.placed
        assert left.x + page.width == pytest.approx(side.size.width / 2)  # they meet in the fold
        assert right.x == pytest.approx(side.size.width / 2)


def test_smaller_paper_makes_smaller_pages() -> None:
    made = impose((A4,) * 4, Scheme(paper="a4"))
    assert made.paper == "A4"
    assert made.sides[0].size.width > made.sides[0].size.height
    assert [placed.scale for placed in made.sides[0].placed] == pytest.approx([0.7071] * 2, abs=1e-3)


def test_creep_moves_both_pages_into_the_fold_and_clips_them_there() -> None:
    made = impose((A4,) * 12, Scheme(thickness=2))
    assert made.creep == 4
    for number, side in enumerate(made.sides):
        left, right = side.placed
        fold, shift = side.size.width / 2, 2 * (number // 2)
        assert left.x + A4.width - fold == pytest.approx(shift)
        assert fold - right.x == pytest.approx(shift)
        assert (left.clip[2], right.clip[0]) == pytest.approx((fold, fold))


@pytest.mark.parametrize(
    ("page", "flip", "turned"),
    [(A4, "short", False), (A4, "long", True), (Size(100, 300), "short", True), (Size(100, 300), "long", False)],
)
def test_backs_stand_on_their_heads_where_the_printer_turns_sheets_so(page: Size, flip: str, turned: bool) -> None:
    made = impose((page,) * 8, Scheme(flip="long" if flip == "long" else "short"))
    assert [side.turned for side in made.sides] == [False, turned] * 2


def test_fold_marks_lie_inside_the_booklet_and_off_the_pages_where_there_is_room() -> None:
    tight = impose((A4,) * 8, Scheme())
    assert [bool(side.ticks) for side in tight.sides] == [False, True] * 2
    foot, head = tight.sides[1].ticks
    assert (foot[1], head[3]) == (0, tight.sides[1].size.height)
    roomy = impose((A5,) * 8, Scheme(paper="a3"))
    side = roomy.sides[1]
    bottom, top = side.placed[0].y, side.placed[0].y + A5.height
    foot, head = side.ticks
    assert 0 <= foot[1] < foot[3] < bottom
    assert top < head[1] < head[3] <= side.size.height
    assert foot[0] == foot[2] == side.size.width / 2
    assert not any(side.ticks for side in impose((A4,) * 8, Scheme(fold_marks=False)).sides)


def test_other_sizes_are_centred_and_never_enlarged() -> None:
    pages = (A4, A5, A4, A4.turned)
    made = impose(pages, Scheme())
    assert (made.paper, made.odd) == ("A3", (2, 4))
    places = {placed.page: placed for side in made.sides for placed in side.placed}
    assert places[2].scale == 1
    assert places[4].scale == pytest.approx(A4.width / A4.height)
    for number, page in enumerate(pages, 1):
        left, bottom, right, top = area(places[number], page)
        x1, y1, x2, y2 = places[number].clip
        assert (left - x1, bottom - y1) == pytest.approx((x2 - right, y2 - top), abs=1e-6)


SIZES = st.builds(Size, st.floats(20, 2000), st.floats(20, 2000))
PAPERS = st.sampled_from(["", "a3", "a4", "letter"])


@settings(deadline=None)
@given(st.lists(SIZES, min_size=1, max_size=9), st.sampled_from([2, 4]), PAPERS, st.booleans())
def test_handouts_stay_apart_and_on_the_paper(sizes: list[Size], n_up: int, paper: str, mirrored: bool) -> None:
    made = impose(tuple(sizes), Scheme(2 if n_up == 2 else 4, paper=paper), mirrored=mirrored)
    assert [placed.page for side in made.sides for placed in side.placed] == [*range(1, len(sizes) + 1)]
    for side in made.sides:
        margin = min(mm(10), side.size.width / 20, side.size.height / 20) - 1e-6
        areas = [area(placed, sizes[placed.page - 1]) for placed in side.placed]
        assert list(side.frames) == [pytest.approx(one) for one in areas]
        for index, (left, bottom, right, top) in enumerate(areas):
            assert left >= margin
            assert bottom >= margin
            assert right <= side.size.width - margin
            assert top <= side.size.height - margin
            for other in areas[:index]:
                assert left >= other[2] or right <= other[0] or bottom >= other[3] or top <= other[1]


@settings(deadline=None)
@given(st.lists(SIZES, min_size=1, max_size=9), PAPERS)
def test_pages_of_a_booklet_stay_in_their_half(sizes: list[Size], paper: str) -> None:
    made = impose(tuple(sizes), Scheme(paper=paper))
    for side in made.sides:
        for placed in side.placed:
            left, bottom, right, top = area(placed, sizes[placed.page - 1])
            x1, y1, x2, y2 = placed.clip
            assert 0 < placed.scale <= 1
            assert left >= x1 - 1e-6
            assert right <= x2 + 1e-6
            assert bottom >= y1 - 1e-6
            assert top <= y2 + 1e-6


def test_handouts_keep_pages_as_large_as_they_can() -> None:
    portrait, slides = impose((A4,) * 2, Scheme(2)), impose((A4.turned,) * 2, Scheme(2))
    assert portrait.sides[0].size.width > portrait.sides[0].size.height  # side by side
    assert slides.sides[0].size.width < slides.sides[0].size.height  # one over the other
    one, two = slides.sides[0].placed
    assert one.y > two.y


def test_right_to_left_changes_sides() -> None:
    plain, mirrored = (impose((A4,) * 4, Scheme(), mirrored=m) for m in (False, True))
    assert [placed.page for placed in plain.sides[0].placed] == [4, 1]
    assert [placed.page for placed in mirrored.sides[0].placed] == [1, 4]
    handout = impose((A4,) * 4, Scheme(4), mirrored=True)
    assert handout.sides[0].placed[0].x > handout.sides[0].placed[1].x


def test_names_of_paper() -> None:
    assert name_of(A4) == name_of(A4.turned) == "A4"
    assert name_of(Size(595, 842)) == "A4"
    assert name_of(Size(72, 144)) == "25 × 51 mm"
